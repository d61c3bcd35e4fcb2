"""The windows over the main screen, and how they are opened from it."""

from __future__ import annotations

from functools import cached_property

from textual import on

from assistant.answer.render import named
from assistant.answer.types import Answer
from assistant.errors import TiltakError
from assistant.history import History, Saved, Step
from assistant.messages import LANGUAGES, say
from assistant.model import Document
from assistant.settings import Settings
from assistant.tui import events
from assistant.tui.chooser import Choice, Chooser
from assistant.tui.desk import Desk
from assistant.tui.frame import Frame
from assistant.tui.item import Named
from assistant.tui.messages import t
from assistant.tui.plain import one_line
from assistant.tui.quote import Quote
from assistant.tui.words import told

PERSONAL = frozenset(say(language, key) for language in LANGUAGES for key in ("choice.mask", "choice.keep"))


class Openings(Frame):
    """A part of the main screen. Without an index, or without an answer where one is needed, it says so."""

    settings: Settings

    @cached_property
    def history(self) -> History:
        """The saved conversations; kept while the setting is on."""
        return History.of_user(lambda: self.settings.history)

    @cached_property
    def _desk(self) -> Desk:
        assert self.session.engine is not None
        return Desk(self.session.engine, self.save_folder)

    def desk(self) -> Desk | None:
        """What the windows share, brought up to date; None, which is told, while no index is open."""
        if self.session.engine is None:
            self.tell(t("window.unbuilt" if self.awaited == "turn.unbuilt" else "window.no_index"), "warning")
            return None
        self._desk.use(self.session.engine)
        answer = self._answer()
        ranked = {s.rank: s.doc_id for s in answer.statements if s.rank} if answer else {}
        self._desk.listed = tuple(dict.fromkeys(ranked[rank] for rank in sorted(ranked)))
        return self._desk

    def _answer(self) -> Answer | None:
        turn = self.conversation.current
        return turn.answer if turn is not None else None

    def _answer_or_told(self) -> Answer | None:
        answer = self._answer()
        if answer is None:
            self.tell(t("copy.nothing"), "warning")
        return answer

    def action_tiltak(self) -> None:
        """Open the document of the quote or name one is at, else choose one."""
        desk = self.desk()
        if desk is None:
            return
        from assistant.tui.tiltak import TiltakScreen

        def opened(doc_id: str | None) -> None:
            if doc_id is not None:
                self.app.push_screen(TiltakScreen(desk, doc_id))

        match self.focused:
            case Quote() as quote:
                opened(quote.citation.doc_id)
            case Named() as named:
                opened(named.doc_id)
            case _:
                self.app.push_screen(Chooser(t("action.tiltak"), documents(desk), opens=True), opened)

    def action_compare(self) -> None:
        """Choose what to compare, and compare it."""
        if desk := self.desk():
            from assistant.tui.comparing import compare

            compare(self.app, desk)

    def action_plan(self) -> None:
        """Find what is like a project plan."""
        if desk := self.desk():
            from assistant.tui.plan import PlanScreen

            self.app.push_screen(PlanScreen(desk))

    def action_glossary(self) -> None:
        """Look a word up, and ask about it."""

        def asked(question: str | None) -> None:
            if question is not None:
                self.post_message(events.Asked(question))

        if desk := self.desk():
            from assistant.tui.glossary import GlossaryScreen

            self.app.push_screen(GlossaryScreen(desk), asked)

    def action_save(self) -> None:
        """Save the answer one is in."""
        answer, desk = self._answer_or_told(), self.desk()
        if answer is not None and desk is not None:
            from assistant.tui.packs import of_answer
            from assistant.tui.saving import save

            save(self.app, of_answer(answer), desk, self.tell)

    def action_feedback(self) -> None:
        """Say what one thinks of the answer one is in."""
        answer, desk = self._answer_or_told(), self.desk()
        if answer is None or desk is None:
            return
        from assistant.feedback import Feedback
        from assistant.tui.feedback_screen import FeedbackScreen

        def kept(done: bool | None) -> None:
            if done:
                self.tell(t("feedback.thanks"))

        self.app.push_screen(FeedbackScreen(desk, answer, Feedback.of_user()), kept)

    def action_history(self) -> None:
        """Look at the saved conversations."""
        if desk := self.desk():
            from assistant.tui.history_screen import HistoryScreen

            self.app.push_screen(HistoryScreen(desk, self.history), self._reopen)

    def _reopen(self, saved: Saved | None) -> None:
        """Take the steps of a conversation again, one after the other."""
        if saved is None:
            return

        async def again() -> None:
            await self.run_action("clear")
            self.history.resume(saved)
            for step in saved.steps:
                self.post_message(message(step))

        self.call_later(again)

    # What is done is kept, if the user wants it. The question is kept as it was put, before it is answered.

    @on(events.Asked)
    def _keep_line(self, event: events.Asked) -> None:
        if event.question not in PERSONAL:
            self._keep(Step("line", event.question))

    @on(events.Narrowed)
    def _keep_filter(self, event: events.Narrowed) -> None:
        self._keep(Step("narrow", event.name, event.value, event.shown))

    @on(events.Dropped)
    def _keep_dropped(self, event: events.Dropped) -> None:
        self._keep(Step("drop", event.name, "", event.shown))

    @on(events.OpenDocument)
    def _keep_opened(self, event: events.OpenDocument) -> None:
        self._keep(Step("open", event.doc_id))

    def _keep(self, step: Step) -> None:
        engine = self.session.engine
        try:
            self.history.keep(step, engine.built if engine else "", first=len(self.conversation.turns) == 1)
        except TiltakError as error:
            failed = error  # the name of an exception is forgotten after it
            self.notice.say("error", lambda: told(failed))


def cells(document: Document, number: int | None) -> tuple[str, str, str]:
    """A document in the columns of a list: its title, with the number it has in the conversation, and its place."""
    title, *place = map(one_line, (document.title, document.office, document.county))
    return f"{number}. {title}" if number else title, place[0], place[1]


def documents(desk: Desk) -> list[Choice]:
    """All documents to choose from, those with a number in the conversation first."""
    numbers = {doc_id: number for number, doc_id in enumerate(desk.listed, 1)}
    found = sorted(desk.engine.documents, key=lambda d: numbers.get(d.doc_id, len(numbers) + 1))
    return [
        Choice(d.doc_id, cells(d, numbers.get(d.doc_id)), d.doc_id, about=named(d.title, d.office, d.county))
        for d in found
    ]


def message(step: Step) -> events.Asked | events.Narrowed | events.Dropped | events.OpenDocument:
    """What the main screen is told, for a step to be taken again."""
    match step.kind:
        case "narrow":
            return events.Narrowed(step.text, step.value, step.shown)
        case "drop":
            return events.Dropped(step.text, step.shown)
        case "open":
            return events.OpenDocument(step.text)
        case _:
            return events.Asked(step.text)
