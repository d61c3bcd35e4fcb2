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
from assistant.tui.messages import filter_label, t
from assistant.tui.narrowing import Condition, chosen, labelled
from assistant.tui.plain import one_line
from assistant.tui.rows import Rows

MOST = 5  # values of a facet; the list of F8 has them all
AROUND = 10  # lines of the screen that the pane has not


class FacetPane(Rows):
    """A list under headings. Hidden while the newest turn has nothing to narrow."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", "action.narrow")]

    def __init__(self) -> None:
        super().__init__(id="facets", markup=False)
        self.facets: Sequence[Facet] = ()
        self._in_force: Sequence[Condition] = ()

    def show(self, facets: Sequence[Facet], in_force: Sequence[Condition] = ()) -> None:
        """Show the facets of an answer; what is in force is ticked."""
        self.facets, self._in_force = facets, in_force
        self.redraw()

    def redraw(self) -> None:
        """Show them in the language spoken now."""
        self.border_title, self.border_subtitle = t("screen.facets"), t("facets.keys")
        self.clear_options()
        counts = [len(str(value.count)) for facet in self.facets for value in facet.values]
        lines = sum(2 + min(len(facet.values), MOST) for facet in self.facets)
        apart = lines <= (self.content_size.height or self.screen.size.height - AROUND)
        for place, facet in enumerate(self.facets):
            if place and apart:
                self.add_option(Option("", disabled=True))
            heading = Content.from_text(one_line(filter_label(facet.name)), markup=False).stylize("bold $primary")
            self.add_option(Option(heading, disabled=True))
            for value in facet.values[:MOST]:
                label = labelled(facet, value, self._in_force)
                row = Content.assemble((f"  {value.count:>{max(counts)}}  ", "$text-quiet"), label)
                self.add_option(Option(row, id=f"{facet.name}={value.value}"))
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
