"""What one thinks of an answer: labels, a comment, and exactly what is kept of it, shown before it is kept."""

from __future__ import annotations

from collections.abc import Iterator
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
from assistant.tui.messages import filter_label, language, t
from assistant.tui.plain import day, one_line
from assistant.tui.window import Window
from assistant.tui.words import Words, line


class FeedbackScreen(Window[bool]):
    """Comes back with whether it was kept."""

    ABOUT = "feedback"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "feedback.keep"),
    ]
    DEFAULT_CSS = """
    FeedbackScreen CheckList { height: 5; margin: 1 0; }
    FeedbackScreen.-low CheckList { margin: 0; }
    FeedbackScreen VerticalScroll { height: auto; max-height: 50%; padding: 0 0 0 1; border: round $border-blurred;
        scrollbar-size-vertical: 1; }
    """

    def __init__(self, desk: Desk, answer: Answer, feedback: Feedback) -> None:
        super().__init__(desk)
        self._answer = answer
        self._feedback = feedback

    def heading(self) -> str:
        """On what."""
        return t("feedback.title")

    def body(self) -> ComposeResult:
        """Where it goes, the labels, a comment, what is kept."""
        yield line("", "reading")
        yield CheckList()
        yield Input(max_length=LONGEST)
        with VerticalScroll():
            yield Words(Content(""))

    def on_mount(self) -> None:
        """Begin with the labels."""
        self.set_focus(self.query_one(CheckList))

    async def draw(self) -> None:
        """The labels, and what is kept."""
        self.query_one(".reading", Words).put(Content(t("feedback.where")))
        self.query_one(Input).placeholder = t("feedback.comment")
        self.query_one(VerticalScroll).border_title = t("feedback.kept")
        self.query_one(CheckList).fill({label: t(f"feedback.{label}") for label in LABELS})
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
            self.query_one("VerticalScroll Words", Words).put(Content(error.mend(language())))
            return
        comment = self.query_one(Input).value
        warning = f"{t('feedback.masked')}\n\n" if masked(comment) != comment else ""
        self.query_one("VerticalScroll Words", Words).put(Content.assemble((warning, "bold"), *written(kept)).rstrip())

    @on(CheckList.Done)
    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Keep what is shown."""
        try:
            self._feedback.add(self._note())
        except TiltakError as error:
            self.tell(error.line(language()), "warning")
        else:
            self.dismiss(True)


def written(kept: Note) -> Iterator[tuple[str, str]]:
    """All fields of what is kept, in words."""
    rows = {
        "date": day(kept.date),
        "question": kept.question,
        "filters": "; ".join(f"{filter_label(name)}: {value}" for name, value in kept.filters.items()),
        "cited": ", ".join(kept.cited),
        "labels": ", ".join(t(f"feedback.{label}") for label in kept.labels),
        "comment": kept.comment,
        "index_built": day(kept.index_built),
    }
    for name, shown in rows.items():
        yield f"{t(f'feedback.field.{name}')}: ", "$text-quiet"
        yield f"{one_line(shown) or '–'}\n", ""
