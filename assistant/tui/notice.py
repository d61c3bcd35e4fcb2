"""The line above the prompt: what is being built, what has changed, what went wrong, what was just done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from assistant.stages import share_done
from assistant.tui.messages import t
from assistant.tui.plain import one_line

Kind = Literal["info", "warning", "error"]
BAR = 16
SECONDS = 6.0  # how long a passing word stays


class Notice(Static):
    """Hidden while there is nothing to say. A passing word stands above what lasts, and hides nothing of it."""

    def __init__(self) -> None:
        super().__init__("", id="notice", markup=False)
        self.text = ""
        self.hint = ""  # a message that stands below the progress
        self._lasting: tuple[Kind, Callable[[], Content]] | None = None
        self._passing: tuple[Kind, Content] | None = None
        self._timer: Timer | None = None

    def say(self, kind: Kind, text: Callable[[], str]) -> None:
        """Say something that stays, in the language spoken whenever it is drawn; its first word is the kind of it."""
        self._lasting = kind, lambda: labelled(kind, text())
        self.passed()

    def flash(self, kind: Kind, text: str) -> None:
        """Say something that goes away by itself."""
        self.passed()
        self._passing = kind, labelled(kind, text)
        self._timer = self.set_timer(SECONDS, self.passed)
        self.redraw()

    def progress(self, stage: str = "", done: int = 0, total: int = 1) -> None:
        """Say how far building is; without a stage, that it is about to begin."""
        share = share_done(stage, done, total) if stage else 0.0
        filled = round(BAR * share)

        def content() -> Content:
            bar = (("━" * filled, "$primary"), ("╌" * (BAR - filled), "$text-quiet"), f" {int(100 * share):>3} % ")
            return Content.assemble(
                (f"{t('index.building')} ", "bold"),
                *((*bar, (t(stage), "$text-quiet")) if stage else ("…",)),
                f"\n{t(self.hint)}" if self.hint else "",
            )

        self._lasting = "info", content
        self.redraw()

    def hush(self) -> None:
        """Say nothing."""
        self._lasting, self.hint = None, ""
        self.passed()

    def passed(self) -> None:
        """What was said in passing is gone."""
        if self._timer is not None:
            self._timer.stop()
        self._passing = self._timer = None
        self.redraw()

    def redraw(self) -> None:
        """Say what there is to say, in the language spoken now."""
        found = [self._passing] if self._passing else []
        if self._lasting is not None:
            kind, content = self._lasting
            found.append((kind, content()))
        self.set_classes(f"-shown -{found[0][0]}" if found else "")
        said = Content("\n").join(content for _, content in found)
        self.text = said.plain
        self.update(said)


def labelled(kind: Kind, text: str) -> Content:
    """The kind of thing in bold, then the thing."""
    return Content.assemble((f"{t(f'notice.{kind}')}: ", "bold"), one_line(text))
