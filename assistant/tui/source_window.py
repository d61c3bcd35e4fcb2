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

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "printed", "window.printed"),
        Binding("f7", "document", "window.document"),
    ]

    def __init__(self, desk: Desk, citation: Citation) -> None:
        super().__init__(desk, t("source.numbered", number=citation.number))
        self._citation = citation

    def body(self) -> ComposeResult:
        """The source."""
        yield SourcePane()

    async def on_mount(self) -> None:
        """Show it at once."""
        pane = self.query_one(SourcePane)
        await pane.show(self._citation, self.desk.engine)
        self.set_focus(pane)

    async def action_printed(self) -> None:
        """Show or hide the printed lines."""
        await self.query_one(SourcePane).toggle_printed()

    async def action_document(self) -> None:
        """Show the whole document or the section."""
        await self.query_one(SourcePane).toggle_whole()
