"""What could be asked next: one line above the prompt, of as many suggestions as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content

from assistant.tui.flow import Strip
from assistant.tui.item import Line
from assistant.tui.messages import t
from assistant.tui.words import Words, line


class Tips(Strip):
    """Hidden while there are none. At the right end it says whether the answer goes on below."""

    def __init__(self) -> None:
        super().__init__(id="tips")
        self._parts: list[Words] = []
        self._more = Words(Content(""), id="more")

    def compose(self) -> ComposeResult:
        """What the right end says."""
        yield self._more

    async def show(self, tips: Sequence[str] = ()) -> None:
        """Show the suggestions of the newest turn; the first ones matter most."""
        await self.remove_children(self._parts)
        self._parts = [line(t("screen.next"), "reading"), *(Line(tip, "suggestion") for tip in tips)] if tips else []
        self._more.put(Content(t("tips.more")))
        await self.mount_all(self._parts, before=self._more)
        self._fit()
        self.set_class(bool(tips), "-shown")

    def more(self, below: bool) -> None:
        """Whether there is more to read below. Its room is kept: suggestions do not come and go as one scrolls."""
        self._more.set_class(below, "-shown")

    def on_resize(self) -> None:
        """Other widths have room for others."""
        self._fit()

    def _fit(self) -> None:
        # What is not to be seen must not be reached by Tab either.
        room = self.screen.size.width - self.styles.padding.width - cell_len(self._more.text)
        for part in self._parts:  # one that is too long leaves its room to those after it
            width = cell_len(part.text) + part.styles.margin.width
            part.display = width <= room
            room -= width if part.display else 0
        for lead in self._parts[:1]:
            lead.display = any(part.display for part in self._parts[1:])  # it announces nothing else
