"""The tiltak most like one that is open."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea

from assistant.answer.types import Answer
from assistant.tui.answer_pane import AnswerPane
from assistant.tui.desk import Desk
from assistant.tui.messages import language, t
from assistant.tui.packs import Pack, of_answer
from assistant.tui.quote import Quote
from assistant.tui.window import Window


class AnswerWindow(Window[None]):
    """A window with an answer whose documents can be opened and put aside to be compared."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "tiltak", "window.open"),
        Binding("k", "basket", "window.basket"),
        Binding("s", "compare", "window.compare"),
    ]

    def body(self) -> ComposeResult:
        """The answer."""
        yield AnswerPane()

    @property
    def pane(self) -> AnswerPane:
        """Where the answer is."""
        return self.query_one(AnswerPane)

    async def show(self, answer: Answer) -> None:
        """Show an answer, and go to its first quote."""
        await self.pane.show(answer, self.desk.engine)
        self.pane.enter()

    def pack(self) -> Pack | None:
        """The answer."""
        answer = self.pane.answer if self.is_mounted else None
        return of_answer(answer) if answer else None

    @property
    def _here(self) -> str:
        """The document of the quote or name one is at."""
        focused = self.focused
        return focused.citation.doc_id if isinstance(focused, Quote) else getattr(focused, "doc_id", "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A document can be taken where one is at it."""
        if action in ("basket", "tiltak"):
            return bool(self._here)
        if action == "compare" and isinstance(self.focused, Input | TextArea):
            return False  # there it is a letter
        return super().check_action(action, parameters)

    def action_basket(self) -> None:
        """Put the document one is at among those to compare."""
        self.put_aside(self._here)

    def action_tiltak(self) -> None:
        """Open the document one is at."""
        from assistant.tui.tiltak import TiltakScreen

        self.app.push_screen(TiltakScreen(self.desk, self._here))


class SimilarScreen(AnswerWindow):
    """Looks for documents like one."""

    ABOUT = "similar"

    def __init__(self, desk: Desk, doc_id: str) -> None:
        super().__init__(desk)
        self._doc_id = doc_id

    def heading(self) -> str:
        """Like what."""
        return t("similar.title", id=self._doc_id)

    async def draw(self) -> None:
        """Look for them."""
        engine, spoken = self.desk.engine, language()
        await self.pane.say(t("turn.searching"))
        self.fetch(lambda: engine.like(self._doc_id, spoken), self.show)
