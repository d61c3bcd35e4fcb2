"""What a turn is, and what all turns of a conversation share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import shorten

from assistant.answer.draft import preferences
from assistant.answer.intent import intent
from assistant.answer.types import Answer, Preference
from assistant.dialogue import views
from assistant.dialogue.state import State
from assistant.dialogue.suggestions import suggest
from assistant.dialogue.views import Engine, Seen
from assistant.messages import Language, say

LONG = 80  # characters of a topic that are repeated


@dataclass(frozen=True, slots=True)
class Turn:
    """What a line led to.

    `answer` is None where there is nothing to show (a new conversation, a choice to be made). `filters` are
    (name, shown) of all conditions in force, `preferred` what the topic prefers without demanding it; `choices` are
    lines that the conversation waits for. `expand` says whether the vocabulary adds to the words of the topic.
    """

    answer: Answer | None
    read_as: str
    suggestions: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    choices: tuple[str, ...] = ()
    preferred: tuple[Preference, ...] = ()
    expand: bool = True


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
        return seen.state, self.turn(seen.state, read_as, seen.answer, tips)

    def cannot(self, state: State, message: str, **values: object) -> tuple[State, Turn]:
        """The turn that only says something, such as why nothing came of a line."""
        return state, self.turn(state, self.say(message, **values))

    def turn(
        self,
        state: State,
        read_as: str,
        answer: Answer | None = None,
        suggestions: tuple[str, ...] = (),
        choices: tuple[str, ...] = (),
    ) -> Turn:
        """A turn with what is in force after it."""
        return Turn(answer, read_as, suggestions, filters(state), choices, self.preferred(state), state.expand)

    def preferred(self, state: State) -> tuple[Preference, ...]:
        """What the topic of a state prefers and does not demand; a plan is compared as a whole."""
        if not (state.topic or state.age) or intent(state.topic).wish == "similar":
            return ()
        return preferences(self.engine.kit, views.reading(self.engine, state), self.language)

    def topic(self, state: State) -> str:
        """The topic in words; a plan is known by its beginning."""
        if not state.topic:
            return self.say("topic.all")
        return self.named(state.topic)

    def whole(self, state: State) -> str:
        """The topic in words, with the conditions that hold."""
        shown = ", ".join(shown for _, shown in filters(state))
        return f"{self.topic(state)} ({shown})" if shown else self.topic(state)

    def named(self, topic: str) -> str:
        """A topic in words, cut where it is long."""
        return self.say("topic.named", topic=shorten(topic, LONG, placeholder=" …"))


def filters(state: State) -> tuple[tuple[str, str], ...]:
    """(name, shown) of every condition of a state."""
    return tuple((f.name, f.shown) for f in state.filters)


def told(answer: Answer) -> Answer:
    """An answer without what a turn's own lines say: its conditions and what it prefers."""
    said = {say(answer.language, "note.filter", shown=", ".join(answer.filters.values()))}
    said |= {say(answer.language, "note.age", shown=wish.shown) for wish in answer.preferred}
    wished = {wish.shown for wish in answer.preferred}
    return replace(
        answer,
        notes=tuple(note for note in answer.notes if note not in said),
        also_searched=tuple(words for words in answer.also_searched if words not in wished),
    )


def facet(talk: Talk, concept: str) -> str:
    """The facet of a concept id, "" where it is none."""
    known = talk.engine.index.vocabulary.concept(concept)
    return known.facet if known else ""
