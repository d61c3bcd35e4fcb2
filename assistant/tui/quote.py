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
from assistant.tui.words import fitted

GAP = 3  # cells, at least, between a quote and its section on the same line


class Quote(Item):
    """One citation. It can be focused, so Tab and the arrows go from one to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "action.open")]

    def __init__(self, citation: Citation, engine: Engine, lead: str = "") -> None:
        self.citation = citation
        self._engine = engine
        self._words, self._section = content_of(citation, lead), section_of(citation)
        super().__init__(Content("\n").join([self._words, self._section]), "quote")

    def action_choose(self) -> None:
        """Show the source, and go there."""
        self.post_message(Chosen(self.citation, self._engine))

    def fit(self, width: int) -> Content:
        """The section stands at the right end of the last line, where that has room for it."""
        words = fitted(self._words, width)
        room = width - words.wrap(width)[-1].cell_length - self._section.cell_length if width else 0
        between = Content(" " * room) if room >= GAP else Content("\n")
        return Content.assemble(words, between, self._section)


def content_of(citation: Citation, lead: str = "") -> Content:
    """The lead on a line of its own, then number and quote."""
    return Content.assemble(
        (f"{one_line(lead)}\n" if lead else "", "$text-quiet"),
        (f"[{citation.number}]", "bold $primary"),
        f" «{clean(citation.quote)}»",
    )


def section_of(citation: Citation) -> Content:
    """Which section of which document it is from."""
    shown = f"{one_line(section(language(), citation.section))} · {one_line(citation.doc_id)}"
    return Content.assemble((shown, "$text-quiet"))
