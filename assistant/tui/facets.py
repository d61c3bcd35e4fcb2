"""What the answer can be narrowed to, beside it where there is room: each value with its count."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.answer.types import Facet
from assistant.tui.messages import filter_label, t, value_label
from assistant.tui.narrowing import chosen
from assistant.tui.plain import one_line

MOST = 5  # values of a facet; the list of F8 has them all


class FacetPane(OptionList):
    """A list under headings. Hidden while the newest turn has nothing to narrow."""

    def __init__(self) -> None:
        super().__init__(id="facets", markup=False)
        self.facets: Sequence[Facet] = ()

    def show(self, facets: Sequence[Facet]) -> None:
        """Show the facets of an answer."""
        self.facets = facets
        self.redraw()

    def redraw(self) -> None:
        """Show them in the language spoken now."""
        self.border_title = t("screen.facets")
        self.clear_options()
        for facet in self.facets:
            heading = Content.from_text(one_line(filter_label(facet.name)), markup=False).stylize("bold $primary")
            self.add_option(Option(heading, disabled=True))
            for value in facet.values[:MOST]:
                text = Content.assemble((f"{value.count:>4} ", "$text-quiet"), one_line(value_label(value.shown)))
                self.add_option(Option(text, id=f"{facet.name}={value.value}"))
        self.set_class(bool(self.facets), "-shown")

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(chosen(self.facets, event.option_id or ""))
