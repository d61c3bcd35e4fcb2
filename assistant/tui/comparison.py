"""A comparison: columns under the names of the tiltak, or row by row where columns would be too narrow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.geometry import NULL_OFFSET, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from assistant.answer.types import Answer, Statement, Table
from assistant.messages import section
from assistant.tui.backend import Engine
from assistant.tui.hanging import QUIET, tied
from assistant.tui.item import Item, Named
from assistant.tui.messages import language
from assistant.tui.naming import name_of
from assistant.tui.quote import Quote
from assistant.tui.words import Words, line

COLUMN = 28  # characters a column needs


class _Columns(Layout):
    """Beside each other and equally high, so that the line between them has no gaps; or below each other."""

    name = "columns"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: ARG002
        parent.pre_layout(self)
        beside, viewport = parent.has_class("-columns"), parent.app.viewport_size
        edges = [size.width * n // len(children) for n in range(len(children) + 1)] if beside else [0, size.width]
        widths = [end - start for start, end in pairwise(edges)] * (1 if beside else len(children))
        heights = [
            child.get_content_height(size, viewport, width - child.styles.gutter.width) + child.styles.gutter.height
            for child, width in zip(children, widths, strict=True)
        ]
        placements: list[WidgetPlacement] = []
        for n, child in enumerate(children):
            region = (
                Region(edges[n], 0, widths[n], max(heights))
                if beside
                else Region(0, sum(heights[:n]), widths[n], heights[n])
            )
            placements.append(WidgetPlacement(region, NULL_OFFSET, child.styles.margin, child))
        return placements


class Cells(Container):
    """One row."""

    @property
    def layout(self) -> Layout:
        """Its own."""
        return _COLUMNS


class Comparison(Vertical):
    """Every cell is a quote that leads to its source, or says that there is none. Names of columns stay in sight."""

    DEFAULT_CSS = """
    Comparison { height: auto; }
    Comparison .heads { display: none; height: auto; background: $surface; margin-bottom: 1; padding-right: 1; }
    Comparison .rows { height: auto; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    Comparison .row { padding: 0 1 0 2; background: $panel; text-style: bold; margin-top: 1; }
    Comparison .row:first-child { margin-top: 0; }
    Comparison Cells { height: auto; }
    Comparison .cell { height: auto; padding-top: 1; }
    Comparison .cell .who { text-style: bold; padding: 0 1 0 2; }
    Comparison .cell .note { padding: 0 1 0 2; color: $text-quiet; }
    Comparison.-columns .heads { display: block; }
    Comparison.-columns .cell { padding-top: 0; border-left: solid $border-blurred; }
    Comparison.-columns .cell:first-child { border-left: none; }
    Comparison.-columns .cell .who { display: none; }
    """

    def __init__(self, answer: Answer, engine: Engine) -> None:
        super().__init__(classes="comparison")
        assert answer.table is not None
        self.answer = answer
        self._table: Table = answer.table
        self._engine = engine
        self._grid: list[list[Item | None]] = []

    def compose(self) -> ComposeResult:
        """The names, then row by row."""
        first = [self.answer.statements[number] for number in self._table.rows[0].statements]
        heads = [Named(one.doc_id, *name_of(self.answer, one)) for one in first]
        self._grid = [list(heads)]
        with Cells(classes="heads"):
            yield from (Vertical(one, classes="cell") for one in heads)
        with VerticalScroll(classes="rows", can_focus=False):
            for row in self._table.rows:
                yield line(row.name, "row")
                with Cells():
                    yield from self._cells(row.name, [self.answer.statements[number] for number in row.statements])

    def _cells(self, row: str, statements: list[Statement]) -> Iterator[Vertical]:
        items: list[Item | None] = []
        for one in statements:
            quotes = [self._quote(number, row) for number in one.citations]
            items.append(quotes[0] if quotes else None)
            name, place = name_of(self.answer, one)
            who = Words(Content.assemble((name, "bold"), (f"  {place}", QUIET)), "who")
            told = quotes or (line(self._none(one), "note"),)
            yield Vertical(who, *told, classes="cell")
        self._grid.append(items)

    def _quote(self, number: int, row: str) -> Quote:
        """A quote; its section is told where it has another name than the row."""
        citation = self.answer.citations[number - 1]
        name = section(language(), citation.section)
        return Quote(citation, self._engine, after="" if name == row else tied(name))

    def _none(self, statement: Statement) -> str:
        """What is said of a document that has no quote in a row."""
        from assistant.answer.render import named

        name = f"{statement.rank}. {named(*self.answer.titles[statement.doc_id])}"
        return statement.lead.removeprefix(name).lstrip(": ")

    def on_resize(self, event: Resize) -> None:
        """Columns come and go with the room."""
        columns = event.size.width >= COLUMN * len(self._table.doc_ids)
        self.set_class(columns, "-columns")
        for cells in self.query(Cells):
            cells.set_class(columns, "-columns")
            cells.refresh(layout=True)

    def enter(self) -> None:
        """Focus the first quote."""
        self.screen.set_focus(
            next((item for row in self._grid[1:] for item in row if item), None), scroll_visible=False
        )

    def next(self, here: Item, down: int, across: int) -> Item | None:
        """The cell one comes to; row by row there is only one way to go, forwards or back."""
        if not self.has_class("-columns"):
            flat = [item for row in self._grid[1:] for item in row if item]
            place = flat.index(here) + (down or across) if here in flat else 0
            return flat[place] if 0 <= place < len(flat) else None
        y, x = next((y, x) for y, row in enumerate(self._grid) for x, item in enumerate(row) if item is here)
        y, x = y + down, x + across
        while 0 <= y < len(self._grid) and 0 <= x < len(self._grid[0]):
            if (item := self._grid[y][x]) is not None:
                return item
            y, x = y + down, x + across
        return None


_COLUMNS = _Columns()
