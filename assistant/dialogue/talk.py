"""What a turn is, and what all turns of a conversation share."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer.types import Answer
from assistant.dialogue import views
from assistant.dialogue.state import State
from assistant.dialogue.suggestions import suggest
from assistant.dialogue.views import Engine, Seen
from assistant.messages import Language, say


@dataclass(frozen=True, slots=True)
class Turn:
    """What a line led to.

    `answer` is None where there is nothing to show (a new conversation, a choice to be made). `filters` are
    (name, shown) of all conditions in force; `choices` are lines that the conversation waits for.
    """

    answer: Answer | None
    read_as: str
    suggestions: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """What all turns of a conversation share."""

    engine: Engine
    language: Language
    k: int

    def say(self, message: str, **values: object) -> str:
        """Our words for a key."""
        return say(self.language, message, **values)

    def shows(self, state: State, read_as: str, seen: Seen | None = None) -> tuple[State, Turn]:
        """The turn that shows a state."""
        seen = seen or views.view(self.engine, state, self.language, self.k)
        tips = suggest(self.engine, seen, self.language)
        return seen.state, Turn(seen.answer, read_as, tips, filters(seen.state))

    def cannot(self, state: State, message: str, **values: object) -> tuple[State, Turn]:
        """The turn that only says something, such as why nothing came of a line."""
        return state, Turn(None, self.say(message, **values), (), filters(state))

    def topic(self, state: State) -> str:
        """The topic in words."""
        return f"«{state.topic}»" if state.topic else self.say("topic.all")


def filters(state: State) -> tuple[tuple[str, str], ...]:
    """(name, shown) of every condition of a state."""
    found = [(f.name, f.shown) for f in state.filters]
    if state.age is not None and not any(name == "age" for name, _ in found):
        found.append(("age", state.age.shown))
    return tuple(found)


def facet(talk: Talk, concept: str) -> str:
    """The facet of a concept id, "" where it is none."""
    known = talk.engine.index.vocabulary.concept(concept)
    return known.facet if known else ""
