"""Conditions made anew: on another index, or in another language. What was asked stays in force."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue import conditions
from assistant.dialogue.state import State
from assistant.dialogue.views import Engine
from assistant.errors import UsageError
from assistant.messages import LANGUAGES, Language, say
from assistant.question.filters import AGE, FACETS, Filter

NOT = "not_"
OR = " eller "  # between the places of one condition


def carried(engine: Engine, state: State, language: Language) -> tuple[State, tuple[str, ...]]:
    """A state with its past, its conditions made anew by name and value; and how those were shown that are lost.

    Documents that are no longer there have no number any more, and are not talked about.
    """
    made = {one: remade(engine, one, language) for one in state.filters}
    filters = tuple(one for one in made.values() if one is not None)
    known = engine.index.by_id
    new = replace(
        state,
        filters=filters,
        age=state.age if not _aged(state) or any(one.name == AGE for one in filters) else None,
        listed=state.listed if all(doc_id in known for doc_id in state.listed) else (),
        history=tuple(carried(engine, past, language)[0] for past in state.history),
    )
    if not all(doc_id in known for doc_id in (*filter(None, [state.focus]), *state.named)):
        new = replace(new, view="topic", focus="", named=(), groups=())
    new = replace(new, shown=min(new.shown, len(new.listed)))
    return new, tuple(old.shown for old, one in made.items() if one is None)


def _aged(state: State) -> bool:
    return any(one.name == AGE for one in state.filters)


def remade(engine: Engine, one: Filter, language: Language) -> Filter | None:
    """The same condition on this index, shown in this language; None where no document meets it any more."""
    if one.name.startswith(NOT):
        inner = _made(engine, replace(one, name=one.name.removeprefix(NOT), shown=_bare(one.shown)), language)
        every = frozenset(engine.index.by_id)
        found = every - inner.found if inner else every
        shown = say(language, "condition.without", shown=inner.shown if inner else _bare(one.shown))
        return Filter(one.name, one.value, shown, found)
    made = _made(engine, one, language)
    return made if made is not None and (made.found or not one.found) else None


def _made(engine: Engine, one: Filter, language: Language) -> Filter | None:
    makes = engine.reader.makes
    try:
        if one.name == "word":
            return conditions.word_filter(engine, one.value)
        if one.name == AGE:
            return conditions.age_filter(engine, conditions.age_of(one), language)
        if one.name in conditions.WHERE:
            found = [makes.place(one.name, place).found for place in one.shown.split(OR)]
            return replace(one, found=frozenset[str]().union(*found))
        made = makes.make(one.name, one.value)
    except UsageError:
        return None
    return replace(made, shown=engine.kit.label(made.value, language) if one.name in FACETS else one.shown)


def _bare(shown: str) -> str:
    """What is left out, without the word that says so."""
    for language in LANGUAGES:
        shown = shown.removeprefix(say(language, "condition.without", shown=""))
    return shown
