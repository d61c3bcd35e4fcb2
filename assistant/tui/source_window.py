"""The source of a quote, in a window of its own."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from assistant.model import Citation
from assistant.tui.desk import Desk
from assistant.tui.messages import t
from assistant.tui.source import SourcePane
from assistant.tui.window import Window


class SourceWindow(Window[None]):
    """The section with the quote marked; its printed lines, the whole document."""

    ABOUT = "source"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "printed", "footer.printed"),
        Binding("f7", "document", "footer.document"),
    ]

    def __init__(self, desk: Desk, citation: Citation) -> None:
        super().__init__(desk)
        self._citation = citation

    def heading(self) -> str:
        """What it is; whose it is stands on the frame."""
        return t("source.title")

    def body(self) -> ComposeResult:
        """The source."""
        yield SourcePane()

    def on_mount(self) -> None:
        """The arrows scroll."""
        self.set_focus(self.query_one(SourcePane))

    async def draw(self) -> None:
        """Show it."""
        await self.query_one(SourcePane).show(self._citation, self.desk.engine)

    def action_cite(self, digit: int) -> None:
        """On to another citation of the window that it was opened from."""
        self.dismiss(None)
        if isinstance(below := self.app.screen, Window):
            below.action_cite(digit)

    async def action_printed(self) -> None:
        """Show or hide the printed lines."""
        await self.query_one(SourcePane).toggle_printed()
        self.refresh_bindings()

    async def action_document(self) -> None:
        """Show the whole document or the section."""
        await self.query_one(SourcePane).toggle_whole()
        self.refresh_bindings()

    def turned(self, action: str) -> str:
        """What its keys say when they have been pressed."""
        return self.query_one(SourcePane).turned(action)
