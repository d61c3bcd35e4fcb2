"""A quote in an answer: its number, its words, what kind of words they are. Enter or a click shows the source."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from assistant.messages import section
from assistant.model import Citation
from assistant.tui.backend import Engine
from assistant.tui.events import Chosen
from assistant.tui.hanging import QUIET, hung, tied
from assistant.tui.item import Item
from assistant.tui.messages import language
from assistant.tui.plain import clean
from assistant.tui.words import fitted


class Quote(Item):
    """One citation. It can be focused, so Tab and the arrows go from one to the next.

    Args:
        lead: A line of ours above it, as it is to be shown.
        before: Words of the form that the quote goes on from.
        after: What kind of words it is, as it is to be shown: the section it is from, where nothing is given.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "action.open")]

    def __init__(
        self, citation: Citation, engine: Engine, lead: str = "", before: str = "", after: str | None = None
    ) -> None:
        self.citation = citation
        self._engine = engine
        if after is None:
            after = tied(section(language(), citation.section))
        self._lead = Content.styled(lead, QUIET)
        self._mark = Content.styled(f"[{citation.number}]", "bold $primary")
        self._words = Content.assemble(
            (f"{before} " if before else "", QUIET),
            f"«{clean(citation.quote)}»",
            (f"  {after}" if after else "", QUIET),
        )
        super().__init__(Content.assemble(*self._above(self._lead), self._mark, " ", self._words), "quote")

    def action_choose(self) -> None:
        """Show the source, and go there."""
        self.post_message(Chosen(self.citation, self._engine))

    def fit(self, width: int) -> Content:
        """The words hang beside the number."""
        return Content.assemble(*self._above(fitted(self._lead, width)), hung(self._mark, self._words, width))

    def _above(self, lead: Content) -> list[Content]:
        return [lead, Content("\n")] if lead else []
