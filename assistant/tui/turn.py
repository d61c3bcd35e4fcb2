"""One turn of the conversation: what was asked, how it was read, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from assistant.answer.types import Answer
from assistant.errors import TiltakError
from assistant.tui import answering
from assistant.tui.backend import Engine
from assistant.tui.flow import Flow
from assistant.tui.item import Item, Reply
from assistant.tui.messages import t
from assistant.tui.plain import clean
from assistant.tui.quote import Quote
from assistant.tui.reading import ReadAs, brief
from assistant.tui.words import Words, labelled, line, told

if TYPE_CHECKING:
    from assistant.dialogue.talk import Turn as Made

LONG = 240  # characters of a question that are shown: a pasted plan would fill the screen


class Turn(Item, can_focus=False):
    """A question, or something chosen, and, when it has come, its answer.

    An old one is folded: the question, and how much the answer holds. Choosing it brings its quotes back to life.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "screen.unfold")]

    class Unfolded(Message):
        """It is to be brought back to life."""

        def __init__(self, turn: Turn) -> None:
            super().__init__()
            self.turn = turn

    def __init__(self, number: int, question: str, *, chosen: bool = False, awaited: str = "turn.searching") -> None:
        super().__init__(Content(""), "turn -newest", f"turn-{number}")
        self.number = number
        self.question = question
        self.made: Made | None = None
        self.folded = False
        self._engine: Engine | None = None
        self._error: TiltakError | None = None
        self.chosen = chosen  # by a chip or in a list, not written
        self._awaited = awaited  # what an answer waits for: a key of messages

    @property
    def answer(self) -> Answer | None:
        """The answer, where there is one."""
        return self.made.answer if self.made else None

    @property
    def quotes(self) -> list[Quote]:
        """The quotes of the answer."""
        return list(self.query(Quote))

    @property
    def items(self) -> list[Item]:
        """What can be chosen in it."""
        return [self] if self.folded else list(self.query(Item))

    def compose(self) -> ComposeResult:
        """Whatever it is by now."""
        if not self.folded:
            yield from self._parts()

    async def show(self) -> None:
        """Draw it anew."""
        self.can_focus = self.folded
        self.set_class(self.folded, "-folded")
        self.put(Content.assemble(self._asked_content(), "\n", self._held()) if self.folded else Content(""))
        await self.recompose()

    def action_choose(self) -> None:
        """Unfold; one that is not folded has its own things to choose."""
        if self.folded:
            self.post_message(self.Unfolded(self))

    async def awaits(self, what: str) -> None:
        """Wait for something else, if it still waits."""
        if self.made is None and self._error is None and what != self._awaited:
            self._awaited = what
            await self.show()

    async def answered(self, made: Made, engine: Engine) -> None:
        """Show what it led to."""
        self.made, self._engine = made, engine
        await self.show()

    async def refused(self, error: TiltakError) -> None:
        """Show the error. The question is not repeated: it may hold what should not stay on a screen."""
        self._error = error
        await self.show()

    async def passed(self) -> None:
        """Another turn has come: choices were for this one only."""
        self.remove_class("-newest")
        await self.query(".next").remove()

    async def fold(self, folded: bool) -> None:
        """Become a few words, so that long conversations stay quick and are looked over, or what it was."""
        if self.answer is not None and folded != self.folded:
            self.folded = folded
            await self.show()

    def _asked(self) -> tuple[str, str]:
        """What was asked; what may hold personal data is not repeated."""
        if self._error is not None or (self.made and self.made.choices):
            return t("turn.question"), t("screen.not_shown")
        asked = clean(self.question)
        if len(asked) > LONG:
            asked = t("turn.long", text=shorten(asked, LONG, placeholder=""), n=len(asked))
        return t("screen.chosen" if self.chosen else "turn.question"), asked

    def _asked_content(self) -> Content:
        name, asked = self._asked()
        return Content.assemble((f"{name}: ", "$text-quiet"), (asked, "bold"))

    def _held(self) -> Content:
        """«▸ 5 tiltak, 8 sitater – Enter viser»."""
        assert self.answer is not None
        return Content.styled(t("turn.folded", held=counted(self.answer, self._engine)), "$text-quiet")

    def _parts(self) -> Iterator[Widget]:
        yield Words(self._asked_content(), "question")
        if self._error is not None:
            yield labelled(t("notice.error"), told(self._error), "error")
            if not self.chosen:
                yield line(t("turn.kept"), "reading")
        elif self.made is None:
            yield line(t(self._awaited), "status")
        else:
            if told_briefly := brief(self.made.read_as, self.question):
                yield ReadAs(told_briefly)
            answer = self.made.answer
            yield from answering.chips(self.made.filters, self.made.preferred)
            if answer is not None and self._engine is not None:
                yield from answering.parts(answer, self._engine)
            if self.has_class("-newest"):
                yield from self._next(self.made)

    def _next(self, made: Made) -> Iterator[Widget]:
        """What is waited for."""
        if made.choices:
            yield Flow(*(Reply(choice) for choice in made.choices), classes="next")


def counted(answer: Answer, engine: Engine | None) -> str:
    """«5 tiltak, 8 sitater»; that nothing was found, or that there is nothing to count."""
    if answer.grade == "none":
        return t("folded.none")
    ids, quotes = {one.doc_id for one in answer.statements if one.doc_id}, len(answer.citations)
    kinds = {engine.document(doc_id).kind for doc_id in ids} if engine else set()
    counts = (("tiltak" if kinds == {"tiltak"} else "documents", len(ids)), ("quotes", quotes))
    found = [t(f"folded.{what}.one" if n == 1 else f"folded.{what}", n=n) for what, n in counts if n]
    return ", ".join(found) or t("folded.words")
