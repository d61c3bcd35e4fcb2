"""What one thinks of an answer: labels, a comment, and exactly what is kept of it, shown before it is kept."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input

from assistant.answer.types import Answer
from assistant.errors import TiltakError
from assistant.feedback import LABELS, LONGEST, Feedback, Note, masked, note
from assistant.tui.checklist import CheckList
from assistant.tui.desk import Desk
from assistant.tui.messages import t
from assistant.tui.plain import clean
from assistant.tui.window import Window
from assistant.tui.words import Words, line


class FeedbackScreen(Window[bool]):
    """Comes back with whether it was kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "feedback.keep"),
    ]
    DEFAULT_CSS = """
    FeedbackScreen CheckList { height: 5; margin: 1 0; }
    FeedbackScreen.-low CheckList { margin: 0; }
    FeedbackScreen VerticalScroll { padding: 0 1; border: round $border-blurred; height: 1fr; }
    """

    def __init__(self, desk: Desk, answer: Answer, feedback: Feedback) -> None:
        super().__init__(desk, t("feedback.title"))
        self._answer = answer
        self._feedback = feedback

    def body(self) -> ComposeResult:
        """Where it goes, the labels, a comment, what is kept."""
        yield line(t("feedback.where"), "reading")
        yield CheckList()
        yield Input(placeholder=t("feedback.comment"), max_length=LONGEST)
        with VerticalScroll() as kept:
            kept.border_title = t("feedback.kept")
            yield Words(Content(""))

    def on_mount(self) -> None:
        """Begin with the labels."""
        labels = self.query_one(CheckList)
        labels.fill({label: t(f"feedback.{label}") for label in LABELS})
        self.set_focus(labels)
        self._show()

    def _note(self) -> Note:
        comment = self.query_one(Input).value
        return note(self._answer, self.query_one(CheckList).ticked, comment, date.today().isoformat())

    @on(CheckList.Ticked)
    @on(Input.Changed)
    def _show(self) -> None:
        try:
            kept = self._note()
        except TiltakError as error:
            self.query_one("VerticalScroll Words", Words).put(Content(error.mend))
            return
        comment = self.query_one(Input).value
        warning = f"{t('feedback.masked')}\n\n" if masked(comment) != comment else ""
        fields = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in asdict(kept).items())
        self.query_one("VerticalScroll Words", Words).put(Content.assemble((warning, "bold"), clean(fields)))

    @on(CheckList.Done)
    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Keep what is shown."""
        try:
            self._feedback.add(self._note())
        except TiltakError as error:
            self.tell(error.line(), "warning")
        else:
            self.dismiss(True)
