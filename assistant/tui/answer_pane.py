"""An answer in a window: its quotes lead to their source, its documents can be opened."""

from __future__ import annotations

from textual.containers import Vertical, VerticalScroll

from assistant.answer.types import Answer
from assistant.tui.answering import parts
from assistant.tui.backend import Engine
from assistant.tui.item import Item
from assistant.tui.words import line


class AnswerPane(VerticalScroll, can_focus=True):
    """Empty till an answer is shown."""

    DEFAULT_CSS = """
    AnswerPane { scrollbar-size-vertical: 1; scrollbar-gutter: stable; border: round $border-blurred; }
    AnswerPane:focus { border: round $border; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.answer: Answer | None = None
        self._left: Item | None = None

    async def show(self, answer: Answer, engine: Engine) -> None:
        """Show an answer."""
        self.answer = answer
        await self.remove_children()
        await self.mount(Vertical(*parts(answer, engine), classes="turn"))
        self.scroll_home(animate=False)

    def on_descendant_focus(self) -> None:
        """Remember where one was."""
        if isinstance(self.screen.focused, Item):
            self._left = self.screen.focused

    def enter(self) -> None:
        """Focus what was left, or the first thing to choose, without leaving what stands above it."""
        items = list(self.query(Item))
        here = self._left if self._left in items else items[0] if items else self
        self.screen.set_focus(here, scroll_visible=False)

    async def say(self, text: str) -> None:
        """Show a word of ours in place of an answer."""
        self.answer = None
        await self.remove_children()
        await self.mount(line(text, "reading"))
