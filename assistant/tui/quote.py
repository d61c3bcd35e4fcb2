"""A quote in an answer: the document it is from, its number, its words. Enter or a click shows the source."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from assistant.messages import section
from assistant.model import Citation
from assistant.tui.backend import Engine
from assistant.tui.events import Chosen
from assistant.tui.item import Item
from assistant.tui.messages import language
from assistant.tui.plain import clean, one_line


class Quote(Item):
    """One citation. It can be focused, so Tab and the arrows go from one to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "action.open")]

    def __init__(self, citation: Citation, engine: Engine, lead: str = "") -> None:
        self.citation = citation
        self._engine = engine
        super().__init__(content_of(citation, lead), "quote")

    def action_choose(self) -> None:
        """Show the source, and go there."""
        self.post_message(Chosen(self.citation, self._engine))

    def show(self) -> None:
        """Show the source without leaving the prompt."""
        self.post_message(Chosen(self.citation, self._engine, keep_focus=True))


def content_of(citation: Citation, lead: str = "") -> Content:
    """The lead on a line of its own, then number and quote, then which section it is from."""
    parts: list[tuple[str, str]] = []
    if lead:
        parts.append((f"{one_line(lead)}\n", "bold"))
    parts += [
        (f"[{citation.number}]", "bold $primary"),
        (f" «{clean(citation.quote)}»\n", ""),
        (f"{one_line(section(language(), citation.section))} · {one_line(citation.doc_id)}", "$text-quiet"),
    ]
    return Content.assemble(*parts)
