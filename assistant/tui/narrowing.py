"""The filters in force, above the prompt, each a chip that a key or a click takes away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events as textual_events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from assistant.tui.backend import Facet, Narrowing
from assistant.tui.chooser import Choice
from assistant.tui.messages import filter_label, t
from assistant.tui.plain import one_line
from assistant.tui.turn import line


class Chip(Static, can_focus=True):
    """A filter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,delete,backspace", "remove_filter", t("action.remove_filter")),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]

    class Removed(Message):
        """The filter is to go."""

        def __init__(self, narrowing: Narrowing) -> None:
            super().__init__()
            self.narrowing = narrowing

    def __init__(self, narrowing: Narrowing) -> None:
        self.narrowing = narrowing
        text = f" {one_line(filter_label(narrowing.name))}: {one_line(narrowing.shown)} × "
        super().__init__(Content(text), markup=False, classes="chip")

    def action_remove_filter(self) -> None:
        """Take it away."""
        self.post_message(self.Removed(self.narrowing))

    def on_click(self, event: textual_events.Click) -> None:
        """Take it away."""
        event.stop()
        self.action_remove_filter()


class FilterBar(Horizontal):
    """Hidden while nothing is narrowed."""

    def __init__(self) -> None:
        super().__init__(id="filters")

    async def show(self, filters: Sequence[Narrowing]) -> None:
        """Show these filters."""
        await self.remove_children()
        if filters:
            await self.mount(line(t("filters.label"), "reading"), *(Chip(f) for f in filters))
        self.set_class(bool(filters), "-shown")


def facet_choices(facets: Sequence[Facet]) -> list[Choice]:
    """What can be narrowed, with the most common values as a hint."""
    return [Choice(f.name, f.label, ", ".join(f"{v.shown} ({v.count})" for v in f.values[:3])) for f in facets]


def value_choices(facet: Facet) -> list[Choice]:
    """The values of a facet with how many documents have them."""
    return [Choice(v.value, v.shown, str(v.count)) for v in facet.values]
