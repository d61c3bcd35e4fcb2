"""A quote in an answer: the document it is from, its number, its words. Enter or a click shows the source."""

from __future__ import annotations

from typing import ClassVar

from textual import events as textual_events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from assistant.model import Citation
from assistant.sections import label
from assistant.tui.backend import Engine
from assistant.tui.events import Chosen
from assistant.tui.messages import t
from assistant.tui.plain import clean, one_line


class Quote(Static, can_focus=True):
    """One citation. It can be focused, so Tab and the arrows go from one to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", t("action.open")),
        Binding("down,right", "step(1)", t("action.next"), show=False),
        Binding("up,left", "step(-1)", t("action.previous"), show=False),
    ]

    def __init__(self, citation: Citation, engine: Engine, lead: str = "") -> None:
        self.citation = citation
        self._engine = engine
        super().__init__(content_of(citation, lead), markup=False, classes="quote")

    def action_open(self) -> None:
        """Show the source, and go there."""
        self.post_message(Chosen(self.citation, self._engine))

    def show(self) -> None:
        """Show the source without leaving the prompt."""
        self.post_message(Chosen(self.citation, self._engine, keep_focus=True))

    def action_step(self, step: int) -> None:
        """Go to the next or the previous quote of the conversation; it stops at the ends."""
        quotes = list(self.screen.query(Quote))
        place = quotes.index(self) + step
        if 0 <= place < len(quotes):
            self.screen.set_focus(quotes[place])

    def on_click(self, event: textual_events.Click) -> None:
        """A click opens; dragging to mark text does not."""
        event.stop()
        if not self.screen.get_selected_text():
            self.action_open()


def content_of(citation: Citation, lead: str = "") -> Content:
    """The lead on a line of its own, then number and quote, then which section it is from."""
    parts: list[tuple[str, str]] = []
    if lead:
        parts.append((f"{one_line(lead)}\n", "bold"))
    parts += [
        (f"[{citation.number}]", "bold $primary"),
        (f" «{clean(citation.quote)}»\n", ""),
        (f"{one_line(label(citation.section))} · {one_line(citation.doc_id)}", "$text-quiet"),
    ]
    return Content.assemble(*parts)
