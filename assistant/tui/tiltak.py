"""One document: what its report says part by part, and its full text; beside each other where there is room."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from assistant.answer.types import Answer
from assistant.model import Citation
from assistant.tui import events
from assistant.tui.answer_pane import AnswerPane
from assistant.tui.desk import Desk
from assistant.tui.messages import language, t
from assistant.tui.packs import Pack, of_answer, of_document
from assistant.tui.plain import one_line
from assistant.tui.quote import Quote
from assistant.tui.source import SourcePane
from assistant.tui.window import Window


class TiltakScreen(Window[None]):
    """Enter on a quote shows it in the full text; so do the keys that lead there."""

    ABOUT = "tiltak"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f7", "turn", "tiltak.text"),
        Binding("f4", "printed", "footer.printed"),
        Binding("l", "similar", "window.similar"),
        Binding("k", "basket", "window.basket"),
        Binding("s", "compare", "window.compare"),
    ]
    DEFAULT_CSS = """
    TiltakScreen Horizontal { height: 1fr; }
    TiltakScreen AnswerPane, TiltakScreen SourcePane { width: 1fr; }
    TiltakScreen.-narrow SourcePane, TiltakScreen.-narrow.-text AnswerPane { display: none; }
    TiltakScreen.-narrow.-text SourcePane { display: block; }
    """

    def __init__(self, desk: Desk, doc_id: str) -> None:
        super().__init__(desk)
        self.doc_id = desk.engine.document(doc_id).doc_id

    def heading(self) -> str:
        """Its id and title."""
        return f"{self.doc_id} {one_line(self.desk.engine.document(self.doc_id).title)}"

    def body(self) -> ComposeResult:
        """Profile and full text."""
        with Horizontal():
            yield AnswerPane()
            yield SourcePane(full=True)

    async def draw(self) -> None:
        """Look the document up."""
        engine, spoken = self.desk.engine, language()
        pane, text = self.query_one(AnswerPane), self.query_one(SourcePane)
        pane.border_title = t("tiltak.profile")

        async def show(answer: Answer) -> None:
            await pane.show(answer, engine)
            await text.read(engine.document(self.doc_id))
            if not self._reading:
                pane.enter()

        self.fetch(lambda: engine.profile(self.doc_id, spoken), show)

    @property
    def _reading(self) -> bool:
        """Whether it is the full text one is in."""
        return self.has_class("-text")

    def turned(self, action: str) -> str:
        """What its keys say when they have been pressed."""
        if action == "turn" and self._reading:
            return "tiltak.profile"
        return self.query_one(SourcePane).turned(action)

    def pack(self) -> Pack | None:
        """The profile, or the full text where one is in it."""
        answer = self.query_one(AnswerPane).answer if self.is_mounted else None
        if answer is None:
            return None
        return of_document(self.desk.engine.document(self.doc_id), language()) if self._reading else of_answer(answer)

    def on_descendant_focus(self) -> None:
        """What one is in is what is copied and saved."""
        self.set_class(isinstance(self.focused, SourcePane), "-text")

    async def action_turn(self) -> None:
        """From the profile to the full text, and back."""
        if self._reading:
            self.remove_class("-text")
            self.query_one(AnswerPane).enter()
        else:
            await self._read(self._cited)

    async def action_printed(self) -> None:
        """Show or hide the lines as printed, in the full text."""
        await self._read(self._cited)

        async def toggle() -> None:
            await self.query_one(SourcePane).toggle_printed()
            self.refresh_bindings()

        self.call_after_refresh(toggle)  # it has its place only when it is seen

    async def show_source(self, event: events.Chosen) -> None:
        """A quote of this document stands in its full text."""
        await self._read(event.citation)

    @property
    def _cited(self) -> Citation | None:
        return self.focused.citation if isinstance(self.focused, Quote) else None

    async def _read(self, citation: Citation | None) -> None:
        """Go to the full text: to a quote, or to where it was left."""
        text = self.query_one(SourcePane)
        self.add_class("-text")
        self.set_focus(text)
        if citation is not None:
            await text.show(citation, self.desk.engine)

    def action_similar(self) -> None:
        """Find the documents most like this one."""
        from assistant.tui.similar import SimilarScreen

        self.app.push_screen(SimilarScreen(self.desk, self.doc_id))

    def action_basket(self) -> None:
        """Put it among those to compare."""
        self.put_aside(self.doc_id)
