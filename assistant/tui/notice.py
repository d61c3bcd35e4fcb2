"""One line above the prompt: what is being built, what has changed, what went wrong."""

from __future__ import annotations

from typing import Literal

from textual.content import Content
from textual.widgets import Static

from assistant.tui.messages import t
from assistant.tui.plain import one_line

Kind = Literal["info", "warning", "error"]
BAR = 24


class Notice(Static):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__("", id="notice", markup=False)
        self.text = ""
        self.hint = ""  # stands below the progress

    def say(self, kind: Kind, text: str) -> None:
        """Say something; the first word tells what kind of thing it is."""
        self._show(kind, Content.assemble((f"{t(f'notice.{kind}')}: ", "bold"), one_line(text)))

    def progress(self, stage: str, done: int, total: int) -> None:
        """Say how far building is."""
        share = min(max(done / total, 0.0), 1.0) if total > 0 else 0.0
        filled = round(BAR * share)
        self._show(
            "info",
            Content.assemble(
                (f"{t('index.building')} ", "bold"),
                ("━" * filled, "$primary"),
                ("╌" * (BAR - filled), "$text-quiet"),
                f" {round(100 * share):>3} % ",
                (one_line(stage), "$text-quiet"),
                (f"\n{self.hint}" if self.hint else "", ""),
            ),
        )

    def hush(self) -> None:
        """Say nothing."""
        self.set_classes("")
        self.text = self.hint = ""

    def _show(self, kind: Kind, content: Content) -> None:
        self.set_classes(f"-shown -{kind}")
        self.update(content)
        self.text = content.plain
