"""One turn of the conversation: the question, how it was read, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from assistant.answer.types import Answer, Statement
from assistant.errors import TiltakError
from assistant.tui.backend import Engine
from assistant.tui.messages import filter_label, t
from assistant.tui.plain import clean, one_line
from assistant.tui.quote import Quote


class Turn(Vertical):
    """A question and, when it has come, its answer."""

    def __init__(self, number: int, question: str, waiting: bool) -> None:
        super().__init__(id=f"turn-{number}", classes="turn")
        self.number = number
        self.question = question
        self.answer: Answer | None = None
        self.folded = False
        self._waiting = waiting

    def compose(self) -> ComposeResult:
        """The question, and that it is being answered."""
        yield Static(
            Content.assemble((f"{t('turn.question')}: ", "$text-quiet"), (clean(self.question), "bold")),
            markup=False,
            classes="question",
        )
        yield line(t("turn.waiting" if self._waiting else "turn.searching"), "status")

    def searching(self) -> None:
        """The index is there: the question waits no longer."""
        for status in self.query(".status").results(Static):
            status.update(Content(t("turn.searching")))

    async def answered(self, answer: Answer, engine: Engine) -> None:
        """Show the answer."""
        self.answer = answer
        await self.query(".status").remove()
        await self.mount_all(parts(answer, engine))

    async def refused(self, error: TiltakError) -> None:
        """Show the error. The question is not repeated: it may hold what should not stay on a screen."""
        await self.remove_children()
        await self.mount(
            line(t("turn.hidden"), "question quiet"),
            labelled(t("notice.error"), sentence(error.line()), "error"),
            line(t("turn.kept"), "reading"),
        )

    async def fold(self) -> None:
        """Become one piece of plain text: it can be read and copied, and long conversations stay quick."""
        if self.answer is None or self.folded:
            return
        from assistant.answer import render

        self.folded = True
        text = render.as_text(self.answer, width=1_000_000).rstrip()
        await self.remove_children()
        await self.mount(labelled(t("turn.question"), f"{self.question}\n\n{text}", "statement"))

    @property
    def quotes(self) -> list[Quote]:
        """The quotes of the answer."""
        return list(self.query(Quote))


def line(text: str, classes: str) -> Static:
    """Words of ours or of the corpus, never markup."""
    return Static(Content(clean(text)), markup=False, classes=classes)


def labelled(name: str, text: str, classes: str) -> Static:
    """A line that starts with a word in bold, so its meaning does not hang on a colour."""
    return Static(Content.assemble((f"{name}: ", "bold"), clean(text)), markup=False, classes=classes)


def sentence(text: str) -> str:
    """With a capital letter and a full stop."""
    text = one_line(text)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…", ":")) else ".")


def chips(answer: Answer) -> Static:
    """The filters in force."""
    found: list[tuple[str, str]] = [(t("turn.filters"), "$text-quiet")]
    for name, shown in answer.filters.items():
        found += [(f" {one_line(filter_label(name))}: {one_line(shown)} ", "$foreground on $panel"), (" ", "")]
    return Static(Content.assemble(*found), markup=False, classes="chips")


def parts(answer: Answer, engine: Engine) -> Iterator[Widget]:
    """The widgets of an answer."""
    if answer.filters:
        yield chips(answer)
    repeated = f"Filter: {', '.join(answer.filters.values())}."  # the chips say it
    notes = [note for note in answer.notes if note != repeated]
    if answer.also_searched:
        notes.append(t("turn.also", words=", ".join(answer.also_searched)))
    if notes:
        yield line("\n".join(map(one_line, notes)), "reading")
    if answer.grade == "partly":
        yield labelled(t("turn.partly"), uncovered(answer), "partly")
    elif answer.grade == "none":
        yield labelled(t("turn.none"), uncovered(answer), "none")
    said = ""  # a name is not repeated over the next quote of the same tiltak
    for statement in answer.statements:
        yield from stated(answer, statement, engine, statement.lead != said)
        said = statement.lead
    if answer.grade == "none":
        yield line(t("turn.hint"), "reading")


def uncovered(answer: Answer) -> str:
    """What nothing covered, in words."""
    words = ", ".join(f"«{word}»" for word in answer.not_covered)
    return t("turn.not_covered", words=words) if words else ""


def stated(answer: Answer, statement: Statement, engine: Engine, lead: bool = True) -> Iterator[Widget]:
    """A statement: its words, then its quotes; a lead belongs to the first quote."""
    if not statement.citations:
        yield line(statement.lead, "heading" if statement.heading else "statement")
        return
    for place, number in enumerate(statement.citations):
        yield Quote(answer.citations[number - 1], engine, statement.lead if lead and place == 0 else "")
