"""Asking where an answer is to be saved, and writing it there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from assistant.tui.messages import t
from assistant.tui.turn import labelled, line, sentence


class SaveScreen(ModalScreen[Path | None]):
    """Comes back with the file that was written, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", t("action.close"))]

    def __init__(self, text: str, folder: Path) -> None:
        super().__init__()
        self._text = text
        self._folder = folder

    def compose(self) -> ComposeResult:
        """A file name to take or to change."""
        stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = t("save.title")
            path = self._folder / t("save.name", stamp=stamp)
            yield Input(str(path), id="save-path", select_on_focus=False)
            yield Static("", id="save-error", markup=False)
            yield line(t("save.help"), "reading")

    @on(Input.Submitted)
    def _save(self, event: Input.Submitted) -> None:
        name = event.value.strip()
        if not name:
            self._complain(t("save.empty"))
            return
        path = Path(name).expanduser()
        path = path if path.suffix else path.with_suffix(".md")
        try:
            # "x": an answer never takes the place of another file.
            with path.open("x", encoding="utf-8", errors="replace", newline="\n") as file:
                file.write(self._text)
        except FileExistsError:
            self._complain(t("save.exists"))
        except (OSError, ValueError) as error:
            self._complain(t("save.failed", reason=getattr(error, "strerror", None) or "ugyldig navn"))
        else:
            self.dismiss(path)

    def _complain(self, text: str) -> None:
        self.query_one("#save-error", Static).update(labelled(t("notice.error"), sentence(text), "").content)
