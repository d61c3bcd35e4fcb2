"""A comparison in a window: columns under names that stay in sight, or row by row where columns would be too narrow."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.events import Resize

from assistant.answer.render import named
from assistant.answer.types import Answer, Statement, Table
from assistant.tui.backend import Engine
from assistant.tui.item import Item, Named
from assistant.tui.quote import Quote
from assistant.tui.words import line

COLUMN = 28  # characters a column needs


class SideBySide(Vertical):
    """Every cell is a quote that leads to its source, or says that there is none."""

    DEFAULT_CSS = """
    SideBySide { border: round $border-blurred; }
    SideBySide .heads { display: none; height: auto; padding-right: 1; background: $surface; }
    SideBySide .heads Named { width: 1fr; text-style: bold; }
    SideBySide Named:focus { background: $panel; outline-left: thick $accent; }
    SideBySide VerticalScroll { scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    SideBySide .row { padding: 0 1 0 2; background: $panel; text-style: bold; margin-top: 1; }
    SideBySide .row:first-child { margin-top: 0; }
    SideBySide .cells { height: auto; layout: vertical; }
    SideBySide .cell { height: auto; width: 1fr; margin-top: 1; }
    SideBySide .cell .who { text-style: bold; padding: 0 1 0 2; }
    SideBySide .cell .note { padding: 0 1 0 2; color: $text-quiet; }
    SideBySide.-columns .heads { display: block; }
    SideBySide.-columns .cells { layout: horizontal; }
    SideBySide.-columns .cell { margin-top: 0; }
    SideBySide.-columns .cell .who { display: none; }
    """

    def __init__(self, answer: Answer, engine: Engine) -> None:
        super().__init__()
        assert answer.table is not None
        self.answer = answer
        self._table: Table = answer.table
        self._engine = engine
        self._grid: list[list[Item | None]] = []

    def compose(self) -> ComposeResult:
        """The names, then row by row."""
        first = [self.answer.statements[number] for number in self._table.rows[0].statements]
        heads = [Named(one.doc_id, self._who(one)) for one in first]
        self._grid = [list(heads)]
        with Horizontal(classes="heads"):
            yield from heads
        with VerticalScroll(can_focus=False):
            for row in self._table.rows:
                yield line(row.name, "row")
                with Container(classes="cells"):
                    yield from self._cells([self.answer.statements[number] for number in row.statements])

    def _cells(self, statements: list[Statement]) -> Iterator[Vertical]:
        items: list[Item | None] = []
        for one in statements:
            quotes = [Quote(self.answer.citations[number - 1], self._engine) for number in one.citations]
            items.append(quotes[0] if quotes else None)
            note = line(one.lead.removeprefix(f"{self._who(one)}:").strip(), "note")
            yield Vertical(line(self._who(one), "who"), *(quotes if quotes else [note]), classes="cell")
        self._grid.append(items)

    def _who(self, statement: Statement) -> str:
        return f"{statement.rank}. {named(*self.answer.titles[statement.doc_id])}"

    def on_resize(self, event: Resize) -> None:
        """Columns come and go with the room."""
        self.set_class(event.size.width >= COLUMN * len(self._table.doc_ids), "-columns")

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
