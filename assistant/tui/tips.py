"""What could be asked next: one line above the prompt, of as many suggestions as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events

from assistant.tui.flow import Strip
from assistant.tui.item import Line
from assistant.tui.messages import t
from assistant.tui.words import Words, line


class Tips(Strip):
    """Hidden while there are none."""

    def __init__(self) -> None:
        super().__init__(id="tips")
        self._parts: list[Words] = []

    async def show(self, tips: Sequence[str] = ()) -> None:
        """Show the suggestions of the newest turn; the first ones matter most."""
        self._parts = [line(t("screen.next"), "reading"), *(Line(tip, "suggestion") for tip in tips)] if tips else []
        await self.remove_children()
        await self.mount_all(self._parts)
        self._fit(self.screen.size.width - self.styles.padding.width)
        self.set_class(bool(tips), "-shown")

    def on_resize(self, event: events.Resize) -> None:
        """Other widths have room for others."""
        self._fit(event.size.width)

    def _fit(self, room: int) -> None:
        # What is not to be seen must not be reached by Tab either.
        for part in self._parts:
            room -= cell_len(part.text) + part.styles.margin.width
            part.display = room >= 0
