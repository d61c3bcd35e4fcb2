"""F1: how to begin, what stands where one is, and every key."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, VerticalScroll
from textual.screen import ModalScreen

from assistant.tui.actions import ACTIONS
from assistant.tui.messages import t
from assistant.tui.words import line

KEYS = ("enter", "tab", "arrows", "digits", "right", "page", "copy")


class HelpScreen(ModalScreen[None]):
    """Help, with the part one came from first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,enter,q", "dismiss(None)", "action.close")]

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        """Start, here, keys, privacy."""
        with VerticalScroll(classes="dialog help") as dialog:
            dialog.border_title = t("help.title")
            dialog.border_subtitle = t("help.close")
            yield line(t("help.here"), "section-title")
            yield line(t(f"help.here.{self._here}"), "section")
            yield line(t("help.start"), "section-title")
            yield line(t("help.start.text"), "section")
            yield line(t("help.keys"), "section-title")
            with Grid(classes="keys"):
                for key, text in keys():
                    yield line(key, "key")
                    yield line(text, "")
            yield line(t("help.privacy"), "section-title")
            yield line(t("help.privacy.text"), "section")

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        self.query_one(".help").focus()


def keys() -> list[tuple[str, str]]:
    """Every key and what it does."""
    rows = [(t(f"key.{name}"), t(f"help.{name}")) for name in KEYS]
    rows += [(a.shown_key, f"{a.label} – {a.about}") for a in ACTIONS if a.keys]
    return rows
