"""A row that goes on below when the line is full, as words do."""

from __future__ import annotations

from textual import on
from textual.containers import Container
from textual.geometry import NULL_OFFSET, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from assistant.tui.events import Step


class _FlowLayout(Layout):
    name = "flow"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: ARG002
        parent.pre_layout(self)
        placements: list[WidgetPlacement] = []
        viewport = parent.app.viewport_size
        x = y = tallest = 0
        room = max(size.width, 1)
        widths = [min(c.get_content_width(size, viewport) + c.styles.gutter.width, room) for c in children]
        for child, width, following in zip(children, widths, [*widths[1:], 0], strict=False):
            gutter = child.styles.gutter
            margin = child.styles.margin
            height = child.get_content_height(size, viewport, width - gutter.width) + gutter.height
            # What says what follows is not parted from the first of it.
            whole = width + margin.right + following if child.has_class("reading") else width
            if x and x + whole > room:
                x, y, tallest = 0, y + tallest, 0
            placements.append(WidgetPlacement(Region(x, y, width, height), NULL_OFFSET, margin, child))
            x, tallest = x + width + margin.right, max(tallest, height)
        return placements


class Flow(Container):
    """Holds widgets beside each other, each as wide as its text."""

    @property
    def layout(self) -> Layout:
        """Its own."""
        return _FLOW


class Strip(Flow):
    """A row above the prompt: the arrows go along it, and from its end to the prompt."""

    @on(Step)
    def _step(self, event: Step) -> None:
        event.stop()
        items = [item for item in self.children if item.focusable and item.display]
        place = items.index(event.item) + event.step
        if place < len(items):
            self.screen.set_focus(items[max(place, 0)])
        else:
            self.screen.focus_next()


_FLOW = _FlowLayout()
