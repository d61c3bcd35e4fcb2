"""«Are you sure?», for what cannot be undone or takes long."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button

from assistant.tui.keybar import KeyBar
from assistant.tui.messages import t
from assistant.tui.words import line


class Confirm(ModalScreen[bool]):
    """Comes back with whether it is to be done; No is where one begins."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.press", "chooser.choose"),
        Binding("escape", "dismiss(False)", "confirm.no", priority=True),
        Binding("left", "app.focus_previous", show=False),
        Binding("right", "app.focus_next", show=False),
    ]
    DEFAULT_CSS = """
    Confirm Words { padding: 0 1; }
    Confirm Horizontal { height: auto; margin: 1 0; }
    Confirm Button { margin-right: 2; }
    """

    def __init__(self, question: str, yes: str) -> None:
        super().__init__()
        self._question = question
        self._yes = yes

    def compose(self) -> ComposeResult:
        """The question, No, and the thing itself."""
        with Vertical(classes="dialog"):
            yield line(self._question, "")
            with Horizontal():
                yield Button(t("confirm.no"), id="no", compact=True)
                yield Button(self._yes, id="yes", compact=True)
            yield KeyBar()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")
