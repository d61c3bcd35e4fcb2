"""The line above the prompt: what is being built, what has changed, what went wrong, what was just done."""

from __future__ import annotations

from typing import Literal

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from assistant.tui.messages import t
from assistant.tui.plain import one_line

Kind = Literal["info", "warning", "error"]
BAR = 24
SECONDS = 6.0  # how long a passing word stays


class Notice(Static):
    """Hidden while there is nothing to say. A passing word gives way to what lasts."""

    def __init__(self) -> None:
        super().__init__("", id="notice", markup=False)
        self.text = ""
        self.hint = ""  # stands below the progress
        self._lasting: tuple[Kind, Content] | None = None
        self._passing: Timer | None = None

    def say(self, kind: Kind, text: str) -> None:
        """Say something that stays; the first word tells what kind of thing it is."""
        self._stop_passing()
        self._lasting = kind, labelled(kind, text)
        self._refresh_line()

    def flash(self, kind: Kind, text: str) -> None:
        """Say something that goes away by itself."""
        self._stop_passing()
        self._show(kind, labelled(kind, text))
        self._passing = self.set_timer(SECONDS, self._end_passing)

    def progress(self, stage: str, done: int, total: int) -> None:
        """Say how far building is."""
        share = min(max(done / total, 0.0), 1.0) if total > 0 else 0.0
        filled = round(BAR * share)
        content = Content.assemble(
            (f"{t('index.building')} ", "bold"),
            ("━" * filled, "$primary"),
            ("╌" * (BAR - filled), "$text-quiet"),
            f" {round(100 * share):>3} % ",
            (one_line(stage), "$text-quiet"),
            (f"\n{self.hint}" if self.hint else "", ""),
        )
        self._lasting = "info", content
        if self._passing is None:
            self._refresh_line()

    def hush(self) -> None:
        """Say nothing."""
        self._stop_passing()
        self._lasting, self.hint = None, ""
        self._refresh_line()

    def _stop_passing(self) -> None:
        if self._passing is not None:
            self._passing.stop()
            self._passing = None

    def _end_passing(self) -> None:
        self._passing = None
        self._refresh_line()

    def _refresh_line(self) -> None:
        if self._lasting is None:
            self.set_classes("")
            self.text = ""
        else:
            self._show(*self._lasting)

    def _show(self, kind: Kind, content: Content) -> None:
        self.set_classes(f"-shown -{kind}")
        self.update(content)
        self.text = content.plain


def labelled(kind: Kind, text: str) -> Content:
    """The kind of thing in bold, then the thing."""
    return Content.assemble((f"{t(f'notice.{kind}')}: ", "bold"), one_line(text))
