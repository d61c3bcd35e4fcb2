"""From a quote to its source and back."""

from __future__ import annotations

from textual import on

from assistant.model import Citation
from assistant.tui import events
from assistant.tui.backend import Engine
from assistant.tui.conversation import turn_of
from assistant.tui.frame import Frame
from assistant.tui.quote import Quote


class Looking(Frame):
    """Everything that shows a source."""

    _shown: Quote | None = None

    @on(events.Chosen)
    async def _chosen(self, event: events.Chosen) -> None:
        await self.look(event.citation, event.engine)
        self.add_class("-source")
        self.set_focus(self.source)
        self.refresh_bindings()

    async def look(self, citation: Citation, engine: Engine) -> None:
        """Show the source of a citation; mark its quote, and no other."""
        if self._shown is not None:
            self._shown.remove_class("-shown")
        self._shown = next((q for q in self.conversation.query(Quote) if q.citation is citation), None)
        if self._shown is not None:
            self._shown.add_class("-shown")
        await self.source.show(citation, engine)

    def action_cite(self, digit: int) -> None:
        """Show the citation with the number that is typed, of the answer one is in or whose source is shown."""
        turn = (turn_of(self._shown) if self.focused is self.source else None) or self.conversation.current
        quotes = {quote.citation.number: quote for quote in turn.quotes} if turn else {}
        if quote := quotes.get(self._digits.number(digit, quotes)):
            quote.action_choose()

    def action_quotes(self) -> None:
        """From the prompt to the newest answer's first quote; without one, to whatever comes next."""
        turn = self.conversation.newest
        if turn is not None and (items := turn.items) and not self.has_class("-source"):
            self.set_focus(next((item for item in items if isinstance(item, Quote)), items[0]))
        else:
            self.focus_next()

    def action_source(self) -> None:
        """Show the source, or go back to the conversation."""
        if self.has_class("-source"):
            self.action_prompt()
            return
        if self.source.citation is None and (turn := self.conversation.current) and turn.quotes:
            turn.quotes[0].action_choose()
            return
        self.add_class("-source")
        self.set_focus(self.source)

    async def action_printed(self) -> None:
        """Show or hide the printed lines."""
        await self.source.toggle_printed()
        self.refresh_bindings()

    async def action_document(self) -> None:
        """Show the whole document or the section."""
        await self.source.toggle_whole()
        self.refresh_bindings()
