"""Lines, chips and choices become steps of the conversation, and what comes of them turns on the screen."""

from __future__ import annotations

from collections.abc import Callable

from textual import on

from assistant.tui import events
from assistant.tui.chooser import Chooser
from assistant.tui.frame import Frame
from assistant.tui.messages import filter_label, t
from assistant.tui.narrowing import choices, chosen


class Asking(Frame):
    """Everything that moves the conversation."""

    @on(events.Asked)
    async def _asked(self, event: events.Asked) -> None:
        await self._begin(event.question, lambda number: self.session.ask(number, event.question), chosen=False)

    @on(events.Dropped)
    async def _dropped(self, event: events.Dropped) -> None:
        said = t("screen.drop", name=filter_label(event.name), shown=event.shown)
        await self._begin(said, lambda number: self.session.drop(number, event.name, event.shown))

    @on(events.Narrowed)
    async def _narrowed(self, event: events.Narrowed) -> None:
        said = t("screen.narrow", name=filter_label(event.name), shown=event.shown)
        await self._begin(said, lambda number: self.session.narrow(number, event.name, event.value))

    @on(events.Expanded)
    async def _expanded(self, event: events.Expanded) -> None:
        said = t("action.expand" if event.on else "screen.own_words")
        await self._begin(said, lambda number: self.session.expand(number, event.on))

    @on(events.OpenDocument)
    async def _open_document(self, event: events.OpenDocument) -> None:
        await self._begin(event.doc_id, lambda number: self.session.tell(number, event.doc_id))

    async def _begin(self, said: str, step: Callable[[int], None], chosen: bool = True) -> None:
        self.action_prompt()
        turn = await self.conversation.start(said, chosen=chosen, waiting=self.session.engine is None)
        step(turn.number)

    @on(events.Answered)
    async def _answered(self, event: events.Answered) -> None:
        turn = await self.conversation.answered(event.number, event.turn, event.engine)
        if turn is None:
            return
        answer = event.turn.answer
        await self.filters.show(event.turn.filters, event.turn.preferred, event.turn.expand)
        self.facet_pane.show(answer.facets if answer else ())
        self.conversation.show(turn)
        if turn.quotes and self.two_columns:
            turn.quotes[0].show()
        self.refresh_bindings()

    @on(events.Resumed)
    async def _resumed(self, event: events.Resumed) -> None:
        await self.filters.show(event.turn.filters, event.turn.preferred, event.turn.expand)
        if event.turn.read_as:
            self.notice.say("warning", event.turn.read_as)
        self.refresh_bindings()

    @on(events.Refused)
    async def _refused(self, event: events.Refused) -> None:
        turn = await self.conversation.refused(event.number, event.error)
        if turn is not None and not turn.chosen:
            self.prompt.restore(turn.question)

    def action_narrow(self) -> None:
        """Choose what to narrow to, among what the newest answer has, else among what there is."""
        facets = self.facet_pane.facets or self.facets

        def done(choice: str | None) -> None:
            if choice is not None:
                self.post_message(chosen(facets, choice))

        title = t("screen.facets" if self.facet_pane.facets else "filters.title")
        self.app.push_screen(Chooser(title, choices(facets)), done)

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
        self.facet_pane.show(())
        await self.source.empty()
        self.action_prompt()
        self.refresh_bindings()
