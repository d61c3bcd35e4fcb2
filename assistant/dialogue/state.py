"""The state of a conversation: a topic and filters, what was shown last, and the states before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from assistant.answer.intent import Group
from assistant.question.ages import Age
from assistant.question.filters import Filter

REMEMBERED = 40  # turns that can be undone
View = Literal["topic", "document", "aspect", "compare", "similar", "offices"]


@dataclass(frozen=True, slots=True)
class State:
    """What is in force after a turn.

    `topic` is the question without places and ages, which are in `filters` and `age`. `listed` are the
    documents that have a number on the screen («nr. 2» is the second). `focus` is the one talked about,
    "" where none. `view` says how the last answer was made, and `groups`, `question` and `about` (an aspect),
    `compared` (list numbers) and `named` (ids) with what, so that undoing shows it again.
    `shown` counts the documents of the topic's list that have been shown. `pending` is a question that
    waits for the user's word on personal data. `expand` says whether the vocabulary adds to the topic's words.
    """

    topic: str = ""
    filters: tuple[Filter, ...] = ()
    age: Age | None = None
    listed: tuple[str, ...] = ()
    shown: int = 0
    focus: str = ""
    view: View = "topic"
    groups: tuple[Group, ...] = ()
    question: str = ""
    about: str = ""
    compared: tuple[int, ...] = ()
    named: tuple[str, ...] = ()
    pending: str = ""
    expand: bool = True
    history: tuple[State, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether anything has been asked."""
        return bool(self.topic or self.filters or self.age or self.focus)

    def after(self, **changes: object) -> State:
        """The state that follows this one; it can be undone."""
        past = (*self.history, replace(self, history=(), pending=""))[-REMEMBERED:] if self.begun else self.history
        return replace(self, history=past, pending="", **changes)  # type: ignore[arg-type]

    def back(self) -> State | None:
        """The state before this one, or None."""
        if not self.history:
            return None
        return replace(self.history[-1], history=self.history[:-1])
