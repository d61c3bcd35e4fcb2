"""What the answer can be narrowed to, beside it where there is room: each value with its count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events as textual_events
from textual import on
from textual.binding import Binding, BindingType
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

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "action.narrow")]

    def __init__(self) -> None:
        super().__init__(id="facets", markup=False)
        self.facets: Sequence[Facet] = ()

    def show(self, facets: Sequence[Facet]) -> None:
        """Show the facets of an answer."""
        self.facets = facets
        self.redraw()

    def redraw(self) -> None:
        """Show them in the language spoken now."""
        self.border_title, self.border_subtitle = t("screen.facets"), t("facets.keys")
        self.clear_options()
        for facet in self.facets:
            heading = Content.from_text(one_line(filter_label(facet.name)), markup=False).stylize("bold $primary")
            self.add_option(Option(heading, disabled=True))
            for value in facet.values[:MOST]:
                text = Content.assemble((f"{value.count:>4} ", "$text-quiet"), one_line(value_label(value.shown)))
                self.add_option(Option(text, id=f"{facet.name}={value.value}"))
        self.set_class(bool(self.facets), "-shown")

    def on_focus(self) -> None:
        """There is always one to choose."""
        if self.highlighted is None:
            self.action_first()

    def on_key(self, event: textual_events.Key) -> None:
        """What is typed is looked for in the list of all values."""
        if event.is_printable and event.character:
            event.stop()
            self.screen.choose(event.character)  # type: ignore[attr-defined]

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(chosen(self.facets, event.option_id or ""))
