"""Scrolling that is part of the layout: what is to be seen is in its place in the same frame that it is laid out in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from textual.containers import VerticalScroll
from textual.geometry import Region, Size, clamp
from textual.layout import DockArrangeResult
from textual.widget import Widget

Place: TypeAlias = Callable[[Region, Size], int]  # the region of what is held, the size of the window -> its first line


def at_the_top(region: Region, window: Size) -> int:  # noqa: ARG001
    """What is held begins on the first line."""
    return region.y


class Held(VerticalScroll):
    """Keeps one of its children in sight, however often what stands around it is laid out anew, till one scrolls.

    Scrolling after a layout cannot do that: parts that are laid out later move what was scrolled to.
    """

    _held: Widget | None = None
    _seen: Widget | None = None  # the first child in sight
    _place: Place = staticmethod(at_the_top)
    _width = 0

    def hold(self, child: Widget | None, place: Place = at_the_top) -> None:
        """Keep a child where a function says, or nothing any more."""
        self._held, self._place = child, place
        self._clear_arrangement_cache()
        self.refresh(layout=True)

    def release_anchor(self) -> None:
        """Called by whatever scrolls: keys, wheel and scrollbar."""
        self._held = None
        super().release_anchor()

    def arrange(self, size: Size, optimal: bool = False) -> DockArrangeResult:
        """Arrange the children, and scroll as the arrangement asks for: as Textual does where it keeps to the end."""
        found = super().arrange(size, optimal)
        if self._held is None and size.width != self._width:  # lines break elsewhere: what one reads stays in sight
            self._held, self._place = self._seen, at_the_top
        self._width = size.width
        last = max(found.total_region.bottom - size.height, 0)
        for placement in found.placements:
            if placement.widget is self._held:
                self._go(clamp(self._place(placement.region, size), 0, last))
        self._seen = next((p.widget for p in found.placements if p.region.bottom > self.scroll_y), None)
        return found

    def _go(self, y: int) -> None:
        # Without watchers: they would ask for another layout from within this one.
        self.set_reactive(Widget.scroll_y, y)
        self.set_reactive(Widget.scroll_target_y, y)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = y
