"""Lines, chips and choices become steps of the conversation, and what comes of them turns on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from assistant.tui import events
from assistant.tui.chooser import Chooser
from assistant.tui.looking import Looking
from assistant.tui.messages import t
from assistant.tui.narrowing import choices, chosen
from assistant.tui.prompt import LONGEST, Prompt
from assistant.tui.turn import Turn

if TYPE_CHECKING:
    from assistant.dialogue.talk import Turn as Made


class Asking(Looking):
    """Everything that moves the conversation."""

    @on(events.Asked)
    async def _asked(self, event: events.Asked) -> None:
        newest = self.conversation.newest
        waited_for = newest is not None and newest.made is not None and event.question in newest.made.choices
        await self._begin(event.question, lambda number: self.session.ask(number, event.question), chosen=waited_for)

    @on(Prompt.Full)
    def _full(self) -> None:
        self.tell(t("prompt.full", n=f"{LONGEST:,}".replace(",", " ")), "warning")

    @on(events.Dropped)
    async def _dropped(self, event: events.Dropped) -> None:
        said = t("screen.drop", shown=event.shown)
        await self._begin(said, lambda number: self.session.drop(number, event.name, event.shown))

    @on(events.Narrowed)
    async def _narrowed(self, event: events.Narrowed) -> None:
        said = t("screen.narrow", shown=event.shown)
        await self._begin(said, lambda number: self.session.narrow(number, event.name, event.value))

    @on(events.Expanded)
    async def _expanded(self, event: events.Expanded) -> None:
        said = t("action.expand" if event.on else "screen.own_words")
        await self._begin(said, lambda number: self.session.expand(number, event.on))

    @on(events.OpenDocument)
    async def _open_document(self, event: events.OpenDocument) -> None:
        known = self.session.engine.documents if self.session.engine else ()
        title = next((document.title for document in known if document.doc_id == event.doc_id), event.doc_id)
        await self._begin(title, lambda number: self.session.tell(number, event.doc_id))

    async def _begin(self, said: str, step: Callable[[int], None], chosen: bool = True) -> None:
        self.action_prompt()
        self.notice.passed()
        with self.app.batch_update():
            turn = await self.conversation.start(said, chosen=chosen, awaited=self.awaited)
        step(turn.number)

    @on(events.Answered)
    async def _answered(self, event: events.Answered) -> None:
        self.call_after_refresh(self.session.settle)
        with self.app.batch_update():  # laid out and drawn once
            turn = await self.conversation.answered(event.number, event.turn, event.engine)
            if turn is None:
                return
            if event.turn.choices:
                await self._let_choose(turn)
            else:
                await self.filters.show(event.turn.filters, event.turn.preferred, event.turn.expand)
            await self.tips.show(event.turn.suggestions)
            self._show_facets(event.turn)
            if turn.quotes and self.two_columns:
                await self.look(turn.quotes[0].citation, event.engine)
            else:
                await self.source.empty()  # what an earlier answer cited is not this one's, nor is it copied as such
            self.refresh_bindings()

    def _show_facets(self, made: Made) -> None:
        """What can be narrowed; an answer beside the topic, such as what a word means, leaves that as it was."""
        answer = made.answer
        ended = made.read_as == t("read.new") if answer is None else bool(answer.facets) or answer.grade == "none"
        if ended and not made.choices:
            self.facet_pane.show(answer.facets if answer else (), made.filters)

    async def _let_choose(self, turn: Turn) -> None:
        """The line may hold personal data: it is kept nowhere, and what is in force is not about it."""
        self.prompt.mask(turn.question)
        await self.filters.show()
        if turn is self.conversation.newest and self.focused is self.prompt and not self.prompt.value:
            self.set_focus(turn.items[0], scroll_visible=False)
            self.tell(t("screen.choose"))

    @on(events.Resumed)
    async def _resumed(self, event: events.Resumed) -> None:
        await self.filters.show(event.turn.filters, event.turn.preferred, event.turn.expand)
        if event.turn.read_as:
            self.notice.say("warning", lambda: event.turn.read_as)
        self.refresh_bindings()

    @on(events.Refused)
    async def _refused(self, event: events.Refused) -> None:
        self.call_after_refresh(self.session.settle)
        turn = await self.conversation.refused(event.number, event.error)
        await self.tips.show()
        if turn is not None and not turn.chosen:
            self.prompt.mask(turn.question)
            self.prompt.restore(turn.question)

    def action_narrow(self) -> None:
        """To what stands beside the answer; from there, and where there is no room for it, to the list of all."""
        if self.facet_pane.display and not self.facet_pane.has_focus:
            self.set_focus(self.facet_pane)
        else:
            self.choose()

    def choose(self, typed: str = "") -> None:
        """Choose what to narrow to, among what the newest answer has, else among what there is."""
        facets = self.facet_pane.facets or self.facets

        def done(choice: str | None) -> None:
            if choice is not None:
                self.post_message(chosen(facets, choice))

        known = len(self.session.engine.documents) if self.session.engine else 0
        title = t("screen.facets") if self.facet_pane.facets else t("filters.title", documents=known)
        self.app.push_screen(Chooser(title, choices(facets, self.filters.conditions), typed), done)

    def action_widen(self) -> None:
        """Take all conditions away."""
        self.post_message(events.Asked(t("suggest.unfilter")))

    def action_expand(self) -> None:
        """Search with the words asked for alone, or with the vocabulary again."""
        self.post_message(events.Expanded(not self.filters.expand))

    def action_undo(self) -> None:
        """Go one turn back."""
        self.post_message(events.Asked(t("suggest.undo")))

    async def action_clear(self) -> None:
        """Begin anew."""
        self.session.forget()
        await self.conversation.clear()
        await self.filters.show()
        await self.tips.show()
        self.facet_pane.show(())
        await self.source.empty()
        self.source.add_class("-unused")
        self.prompt.forget()
        self.action_prompt()
        self.refresh_bindings()
