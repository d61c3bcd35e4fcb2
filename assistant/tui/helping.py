"""F1: what stands where one is, and its keys; on the main screen also how to begin, and every key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, Vertical, VerticalScroll
from textual.screen import Screen

from assistant.tui.actions import ACTIONS
from assistant.tui.dialog import Dialog
from assistant.tui.keybar import KeyBar, key_of, shown
from assistant.tui.messages import known, t
from assistant.tui.words import line

KEYS = ("enter", "tab", "arrows", "digits", "right", "page", "copy")


class HelpScreen(Dialog[None]):
    """Help for the part one came from.

    Args:
        here: What the help calls it.
        keys: The keys of a window; without them it is the help of the main screen, with all there is.
        about: Which index answers.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter,q", "dismiss(None)", "action.close", priority=True)
    ]

    def __init__(self, here: str, keys: Sequence[tuple[str, str]] = (), about: str = "") -> None:
        super().__init__()
        self._about = about
        self._here = here
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Here, start, keys, privacy."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = t("action.help")
            with VerticalScroll(classes="help"):
                yield line(t("help.here"), "section-title")
                yield line(t(f"help.here.{self._here}"), "section")
                if not self._keys:
                    yield line(t("help.start"), "section-title")
                    yield line(t("help.start.text"), "section")
                yield line(t("help.keys"), "section-title")
                with Grid(classes="keys"):
                    for key, text in self._keys or keys():
                        yield line(key, "key")
                        yield line(text, "")
                if not self._keys:
                    yield line(t("help.privacy"), "section-title")
                    yield line(t("help.privacy.text"), "section")
                    yield line(t("help.index"), "section-title")
                    yield line(self._about, "section")
            yield KeyBar()

    def on_resize(self) -> None:
        """The keys stay in sight."""
        self.query_one(".help").styles.max_height = self.lines - 1

    def on_mount(self) -> None:
        """The arrows scroll at once."""
        self.query_one(".help").focus()


def keys() -> list[tuple[str, str]]:
    """Every key and what it does."""
    rows = [(t(f"key.{name}"), t(f"help.{name}")) for name in KEYS]
    rows += [(a.shown_key, f"{a.label} – {a.about}") for a in ACTIONS if a.keys]
    return rows


def keys_of(window: Screen[object]) -> list[tuple[str, str]]:
    """The keys that do something in a window now, and what they do."""
    hidden = [one.binding for one in window.active_bindings.values() if known(one.binding.description)]
    bindings = {one.key: one for one in (*shown(window), *hidden)}
    return [(key_of(one), _told(one)) for one in bindings.values()]


def _told(binding: Binding) -> str:
    action = binding.action.rpartition(".")[2]
    about = f"about.{action}"
    return f"{t(binding.description)} – {t(about)}" if known(about) else t(binding.description)
