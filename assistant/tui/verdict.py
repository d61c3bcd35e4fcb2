"""That little or nothing was found, and what is missing: a block with a sign of its own, in words and beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from assistant.answer.types import Answer, Statement
from assistant.messages import say
from assistant.tui.hanging import hung
from assistant.tui.plain import one_line
from assistant.tui.words import Words

SIGN = "!"


class Verdict(Words):
    """The sign before the first words, all rows beside it under one bar."""

    def __init__(self, told: Sequence[str]) -> None:
        first, *more = map(one_line, told)
        self._told = Content.assemble((first, "bold"), *(f"\n{one}" for one in more))
        self._sign = Content.styled(SIGN, "bold")
        super().__init__(Content.assemble(self._sign, " ", self._told), "verdict")

    def fit(self, width: int) -> Content:
        """The rows hang beside the sign."""
        return hung(self._sign, self._told, width, 2)


def verdict(answer: Answer) -> tuple[list[str], int, int]:
    """What the block says, and the statements that it says it for: the first of them and the one after the last.

    Nothing is said, and -1 is the place, where all was found.
    """
    statements = answer.statements
    if answer.grade == "none" and statements:
        told = [statements[0].lead, *_more(statements[1:])]
        return told, 0, len(told)
    opens = say(answer.language, "partly.words", words="\0").partition("\0")[0], say(answer.language, "partly.head")
    for place, one in enumerate(statements):
        if one.heading and one.lead.startswith(opens):
            head, stop, rest = one.lead.partition(". ")
            return [head + stop.strip(), rest] if rest else [head.rstrip(":")], place, place + 1
    if answer.grade == "partly":  # a form that has no word for it
        words = ", ".join(f"«{word}»" for word in answer.not_covered)
        return [say(answer.language, "partly.words" if words else "partly.head", words=words).rstrip(":")], 0, 0
    return [], -1, -1


def _more(statements: Sequence[Statement]) -> Iterator[str]:
    """The lines that belong to the first one: not those of documents, nor one that leads to them."""
    for place, one in enumerate(statements):
        following = statements[place + 1].doc_id if place + 1 < len(statements) else ""
        if one.doc_id or following:
            return
        yield one.lead
