"""The answer of a state: the same state always shows the same answer, so undoing shows what was there before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.answer.intent import EVERYTHING, Group, Intent, intent
from assistant.answer.lists import offices
from assistant.answer.meaning import explained
from assistant.answer.relevance import candidates, relevant
from assistant.answer.scope import Kit, Scope
from assistant.answer.types import Answer
from assistant.dialogue.state import State
from assistant.index.store import Index
from assistant.messages import Language
from assistant.model import Document
from assistant.question.filters import Filter
from assistant.question.reading import Reader, Reading


class Engine(Protocol):
    """What a conversation needs of the assistant."""

    index: Index

    @property
    def reader(self) -> Reader:
        """What reads questions."""

    @property
    def ids(self) -> Mapping[str, str]:
        """The ids by which a line can name a document, by their forms in small letters."""

    @property
    def kit(self) -> Kit:
        """What every answer needs of the index."""

    def scope(self, reading: Reading, k: int = 5, language: Language = "nb") -> Scope:
        """A question with all that was found for it."""

    def answer(
        self,
        reading: Reading,
        k: int = 5,
        language: Language = "nb",
        wish: Intent | None = None,
        subject: Document | None = None,
        before: Sequence[str] = (),
    ) -> Answer:
        """Answer a question that has been read."""

    def count(self, filters: Sequence[Filter]) -> int:
        """How many documents meet all filters."""

    def similar(
        self,
        plan: str,
        filters: Sequence[tuple[str, str]] = (),
        k: int = 5,
        language: Language = "nb",
        *,
        conditions: Sequence[Filter] = (),
    ) -> Answer:
        """The tiltak most like a plan."""

    def like(self, doc_id: str, conditions: Sequence[Filter] = (), k: int = 5, language: Language = "nb") -> Answer:
        """The documents most like one."""

    def compare(self, doc_ids: Sequence[str], language: Language = "nb", numbers: Sequence[int] = ()) -> Answer:
        """Documents side by side."""

    def profile(self, doc_id: str, language: Language = "nb") -> Answer:
        """One document by its parts."""

    def aspect(
        self,
        doc_ids: Sequence[str],
        groups: Sequence[Group],
        question: str,
        topic: str = "",
        language: Language = "nb",
        numbers: Sequence[int] = (),
    ) -> Answer:
        """What documents say of one kind of experience, or on a question."""

    def document(self, doc_id: str) -> Document:
        """A document by id."""

    def named(self, question: str) -> Document | None:
        """The document that a question asks to be told about, or None."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer, if there is one, and the state with its documents numbered.

    `matching` are the ids of all that cover the topic; `more` says whether there are others to show.
    """

    state: State
    answer: Answer | None
    matching: tuple[str, ...] = ()
    more: bool = False


def reading(engine: Engine, state: State) -> Reading:
    """The topic of a state, read with the state's own filters and ages."""
    wish = intent(state.topic)
    read = engine.reader.read(wish.topic or EVERYTHING, expand=state.expand)
    return replace(read, question=state.topic or EVERYTHING, filters=state.filters, age=state.age)


def meaning(engine: Engine, term: str, language: Language) -> Answer | None:
    """What the vocabulary says of a term, alone; None where it has none."""
    scope = engine.scope(replace(engine.reader.read(EVERYTHING), question=term), 0, language)
    return explained(replace(scope, hits=()), term)


def topic(engine: Engine, state: State, language: Language, k: int, more: bool = False) -> Seen:
    """The topic's answer; with `more`, the next documents of its list."""
    read = reading(engine, state)
    wish = intent(state.topic)
    if not (read.words or read.query.aspects or read.filters or wish.groups):
        return Seen(replace(state, listed=(), shown=0), None)  # nothing is asked for: every document would do
    before = state.listed[: state.shown] if more else ()
    if wish.wish == "similar":
        answer = engine.similar(state.topic, (), k, language, conditions=state.filters)
        return Seen(_numbered(state, answer), answer)
    answer = engine.answer(read, k, language, wish, None, before)
    scope = engine.scope(read, k, language)
    matching = tuple(one.hit.doc_id for one in relevant(scope)) if answer.answered else ()
    listed = (*before, *numbers(answer))
    rest = {one.hit.doc_id for one in candidates(scope)} - set(listed)
    return Seen(replace(state, listed=listed, shown=len(listed)), answer, matching, bool(rest))


def view(engine: Engine, state: State, language: Language, k: int) -> Seen:
    """The answer that a state shows."""
    if state.view == "document":
        return Seen(state, engine.profile(state.focus, language))
    if state.view == "compare":
        return Seen(state, engine.compare(state.named, language, state.compared))
    if state.view == "similar":
        answer = engine.like(state.focus, state.filters, k, language)
        return Seen(_numbered(state, answer), answer, numbers(answer))
    if state.view == "offices":
        ids = (state.focus,) if state.focus else state.listed
        known = [state.listed.index(i) + 1 if i in state.listed else 1 for i in ids]
        scope = replace(engine.scope(engine.reader.read(EVERYTHING), len(ids), language), hits=())
        return Seen(state, offices(scope, [engine.document(i) for i in ids], known), ids)
    if state.view == "aspect":
        ids = (state.focus,) if state.focus else state.listed[:k]
        known = [state.listed.index(i) + 1 if i in state.listed else 1 for i in ids]
        answer = engine.aspect(ids, state.groups, state.question, state.about or state.topic, language, known)
        return Seen(state, answer, ids)
    return topic(engine, state, language, k)


def _numbered(state: State, answer: Answer) -> State:
    listed = numbers(answer)
    return replace(state, listed=listed, shown=len(listed))


def numbers(answer: Answer) -> tuple[str, ...]:
    """The documents that an answer numbers, in the order of their numbers."""
    ranked = {s.rank: s.doc_id for s in answer.statements if s.rank}
    return tuple(dict.fromkeys(ranked[rank] for rank in sorted(ranked)))
