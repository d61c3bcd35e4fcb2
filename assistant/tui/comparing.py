"""Tiltak side by side: first chosen from a list, then compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input

from assistant.answer.types import Answer
from assistant.tui.checklist import CheckList
from assistant.tui.chooser import WIDE
from assistant.tui.comparison import Comparison
from assistant.tui.desk import MOST, Desk
from assistant.tui.item import Item
from assistant.tui.messages import language, t
from assistant.tui.openings import cells
from assistant.tui.rows import in_columns
from assistant.tui.similar import AnswerWindow
from assistant.tui.window import Window
from assistant.tui.words import Words, line

FEWEST = 2
AROUND = 10  # columns around a row: margins, a tick, the scrollbar


def compare(app: App[object], desk: Desk) -> None:
    """Let the user choose, then compare."""

    def chosen(doc_ids: tuple[str, ...] | None) -> None:
        if doc_ids:
            desk.basket = list(doc_ids)
            app.push_screen(CompareScreen(desk, doc_ids))

    app.push_screen(CompareChoice(desk), chosen)


class CompareChoice(Window[tuple[str, ...] | None]):
    """Those put aside first, then those of the answer with their numbers, then all others; a line to search in."""

    ABOUT = "choose"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", "window.compare"),
        Binding("down", "list", show=False),
    ]
    DEFAULT_CSS = """
    CompareChoice CheckList { height: 1fr; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._numbers = {doc_id: n for n, doc_id in enumerate(desk.listed, 1)}
        first = (*desk.basket, *desk.listed)
        order = {doc_id: place for place, doc_id in reversed(list(enumerate(first)))}
        self._documents = sorted(desk.engine.documents, key=lambda d: order.get(d.doc_id, len(first)))

    def heading(self) -> str:
        """What to do."""
        return t("compare.choose")

    def body(self) -> ComposeResult:
        """A search line, what is ticked, the list."""
        yield Input()
        yield line("", "reading")
        yield CheckList(self.desk.basket)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.set_focus(self.query_one(CheckList))

    def on_resize(self) -> None:
        """Names give way to ids."""
        self._fill(self.query_one(Input).value)

    async def draw(self) -> None:
        """The list, and what is ticked."""
        search = self.query_one(Input)
        search.placeholder = t("compare.search")
        self._fill(search.value)
        self._count()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def _fill(self, typed: str) -> None:
        words = typed.casefold().split()
        rows = {d.doc_id: (d.doc_id, *cells(d, self._numbers.get(d.doc_id))) for d in self._documents}
        found = {i: row for i, row in rows.items() if all(word in " ".join(row).casefold() for word in words)}
        shown = 4 if self.size.width >= WIDE else 3
        lines = in_columns([row[:shown] for row in found.values()], self.size.width - AROUND) if found else []
        self.query_one(CheckList).fill(dict(zip(found, lines, strict=True)))

    @on(CheckList.Ticked)
    def _ticked(self) -> None:
        ticked = self.query_one(CheckList)
        if len(ticked.ticked) > MOST:
            ticked.untick(ticked.ticked[-1])
            self.tell(t("basket.full", n=MOST), "warning")
        self._count()

    def _count(self) -> None:
        ticked = self.query_one(CheckList).ticked
        shown = ", ".join(ticked) or t("compare.nothing")
        self.query_one(".reading", Words).put(Content(t("compare.chosen", shown=shown)))

    @on(CheckList.Done)
    @on(Input.Submitted)
    def action_done(self) -> None:
        """Compare those that are ticked."""
        ticked = self.query_one(CheckList).ticked
        if len(ticked) < FEWEST:
            self.tell(t("compare.few"), "warning")
        else:
            self.dismiss(tuple(ticked))

    def action_list(self) -> None:
        """From the search line to the list."""
        self.set_focus(self.query_one(CheckList))


class CompareScreen(AnswerWindow):
    """The comparison; where it stands in columns the arrows go up, down and across."""

    ABOUT = "compare"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "compare", "compare.others"),
        Binding("up", "go(-1, 0)", show=False, priority=True),
        Binding("down", "go(1, 0)", show=False, priority=True),
        Binding("left", "go(0, -1)", show=False, priority=True),
        Binding("right", "go(0, 1)", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, doc_ids: Sequence[str]) -> None:
        super().__init__(desk)
        self._doc_ids = tuple(doc_ids)

    def heading(self) -> str:
        """What is compared."""
        return t("compare.title", ids=", ".join(self._doc_ids))

    async def draw(self) -> None:
        """Compare."""
        engine, spoken = self.desk.engine, language()
        self.fetch(lambda: engine.compare(self._doc_ids, spoken), self.show)

    async def show(self, answer: Answer) -> None:
        """Show it side by side, in place of what stood there."""
        await self.query(Comparison).remove()
        table = Comparison(answer, self.desk.engine)
        await self.mount(table, after=self.pane)
        self.pane.answer, self.pane.display = answer, False
        table.enter()

    def action_compare(self) -> None:
        """Choose others to compare, in place of these."""
        self.dismiss(None)
        compare(self.app, self.desk)

    def action_go(self, down: int, across: int) -> None:
        """From cell to cell."""
        here = self.focused
        if isinstance(here, Item) and (there := self.query_one(Comparison).next(here, down, across)):
            self.set_focus(there)
