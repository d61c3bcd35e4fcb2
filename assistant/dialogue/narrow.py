"""Turns that change the conditions or the topic: «bare …», «uten …», «hva med …», «ta bort …»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.intent import EVERYTHING, kinds
from assistant.answer.types import Preference
from assistant.dialogue import conditions
from assistant.dialogue.state import State
from assistant.dialogue.talk import Talk, Turn, facet
from assistant.question.filters import AGE, Filter

Played = tuple[State, Turn]


def unfilter(talk: Talk, state: State, rest: str) -> Played:
    """Take away the conditions that a line names, or all."""
    gone = _named(state, rest)
    if not gone:
        if wish := _wished(talk, state, rest):
            return unwish(talk, state, wish)
        found = conditions.find(talk.engine, rest, talk.language)
        if not state.filters and found.filters and not found.left:
            return without(talk, state, rest) or talk.cannot(state, "cannot.unfilter")
        return talk.cannot(state, "cannot.unfilter")
    return drop(talk, state, gone)


def drop(talk: Talk, state: State, gone: Sequence[Filter]) -> Played:
    """Take conditions away."""
    kept = tuple(f for f in state.filters if f not in gone)
    age = None if any(f.name == AGE for f in gone) else state.age
    new = state.after(filters=kept, age=age, view="topic", focus="", groups=())
    shown = ", ".join(f.shown for f in gone)
    return talk.shows(new, talk.say("read.unfilter", shown=shown, topic=talk.topic(new)))


def unwish(talk: Talk, state: State, wish: Preference) -> Played:
    """Prefer something no more: its words leave the topic."""
    if wish.name == AGE:
        new = state.after(age=None, view="topic", focus="", groups=())
    else:
        reader = talk.engine.reader
        read, asked = reader.read(state.topic), reader.matcher.asked(state.topic)
        meant = {wish.value, *talk.engine.index.vocabulary.narrower(wish.value)}
        stems = frozenset[str]().union(*(m.stems for concept, m in asked.items() if concept in meant))
        gone = [word for word, term in conditions.typed(read) if term in stems]
        topic = conditions.without_words(state.topic, gone)
        if topic == state.topic or not (reader.read(topic or EVERYTHING).words or state.filters):
            return talk.cannot(state, "cannot.unwish", shown=wish.shown)
        new = state.after(topic=topic, view="topic", focus="", groups=())
    return talk.shows(new, talk.say("read.unfilter", shown=wish.shown, topic=talk.topic(new)))


def _wished(talk: Talk, state: State, rest: str) -> Preference | None:
    """What is preferred that a line names."""
    low, wishes = rest.lower(), talk.preferred(state)
    by_value = [wish for wish in wishes if wish.shown.lower() in low]
    by_kind = [
        wish for pattern, names in _KINDS_OF_FILTER for wish in wishes if wish.name in names and pattern.search(low)
    ]
    return next(iter(by_value + by_kind), None)


def expand(talk: Talk, state: State, on: bool) -> Played:
    """Let the vocabulary add to the words of the topic, or search for them alone."""
    if on and state.expand:
        return talk.cannot(state, "cannot.wider")
    new = state.after(expand=on, view="topic", focus="", groups=())
    return talk.shows(new, talk.say("read.expand" if on else "read.own_words", topic=talk.topic(new)))


_KINDS_OF_FILTER = (
    (re.compile(r"fylke|sted|stad|kontor|place|landet|norge|noreg", re.I), conditions.WHERE),
    (re.compile(r"alder|aldre|age", re.I), frozenset({AGE})),
    (re.compile(r"målgruppe|group", re.I), frozenset({"target_group", "not_target_group"})),
    (re.compile(r"metode|method", re.I), frozenset({"method", "not_method"})),
)


_ALL = re.compile(r"\balle?\b|\bfiltr[ea]|filters|avgrens\w*(?:er|ene|ar|ane)\b|vilkår(?:a|ene)|conditions|nullstill")


def _named(state: State, rest: str) -> tuple[Filter, ...]:
    """The filters that a line names; the last one for «vilkåret», all for «vilkårene»."""
    low = rest.lower()
    by_value = tuple(f for f in state.filters if f.shown.lower() in low or f.value.lower() in low)
    if by_value:
        return by_value
    for pattern, names in _KINDS_OF_FILTER:
        if pattern.search(low):
            return tuple(f for f in state.filters if f.name in names)
    if _ALL.search(low):
        return state.filters
    return state.filters[-1:] if re.search(r"filt|avgrens|vilkår|condition", low) else ()


def join(talk: Talk, state: State, condition: Filter) -> Played:
    """One more condition."""
    new = _with(talk, state, (condition,))
    return talk.shows(new, talk.say("read.narrow", topic=talk.topic(new), shown=condition.shown))


def only(talk: Talk, state: State, rest: str) -> Played | None:
    """«bare …»: new conditions; words that are none are added to the topic. None where nothing was said."""
    return _narrowed(talk, state, conditions.find(talk.engine, rest, talk.language))


def about(talk: Talk, state: State, rest: str) -> Played | None:
    """«hva med …»: another place or age, or the same question of another group. None where nothing was said."""
    found = conditions.find(talk.engine, rest, talk.language, facets=False)
    if any(f.name == "continuation" for f in found.filters) and "continued" in kinds(state.topic):
        state = replace(state, topic=rest)  # what was asked of those that ended is now asked of those that go on
    return _narrowed(talk, state, found) if found.filters else swap(talk, state, rest)


def _narrowed(talk: Talk, state: State, found: conditions.Conditions) -> Played | None:
    if not found.filters and not found.left:
        return None
    new = _with(talk, state, found.filters)
    if found.left:
        new = replace(new, topic=" ".join((new.topic, *found.left)).strip())
    shown = ", ".join([*(f.shown for f in found.filters), *(f"«{w}»" for w in found.left)])
    return talk.shows(new, talk.say("read.narrow", topic=talk.topic(new), shown=shown))


def _with(talk: Talk, state: State, new: Sequence[Filter]) -> State:
    """The state with new filters in force, its topic cleared of what they contradict."""
    after = state.after(filters=conditions.joined(state.filters, new), view="topic", focus="", groups=())
    if any(f.name == AGE for f in new):
        meant = conditions.age_of(next(f for f in new if f.name == AGE))
        after = replace(after, age=meant, topic=conditions.ageless(talk.engine, after.topic, meant))
    return after


def without(talk: Talk, state: State, rest: str) -> Played | None:
    """«uten …»: documents of a group, a place or with a word are left out. None where nothing was said."""
    barred = conditions.negated(talk.engine, rest, talk.language)
    if not barred:
        return None
    new = state.after(filters=conditions.joined(state.filters, barred), view="topic", focus="", groups=())
    shown = ", ".join(f.shown for f in barred)
    return talk.shows(new, talk.say("read.without", topic=talk.topic(new), shown=shown))


def swap(talk: Talk, state: State, rest: str) -> Played | None:
    """«hva med flyktninger?»: the same question of another group or method; else the words are added."""
    engine = talk.engine
    facet_of = {concept: facet(talk, concept) for concept in engine.reader.read(rest).concepts}
    read = engine.reader.read(state.topic or EVERYTHING)
    if not facet_of and not engine.reader.read(rest).words:
        return None
    wanted = set(facet_of.values()) & {"target_group", "method", "partner", "life_area"}
    main = "target_group" if "target_group" in wanted else next(iter(sorted(wanted)), "")
    old = [
        word for word, term in conditions.typed(read)
        if any(facet(talk, concept) == main for concept in read.explained.get(term, ()))
    ]  # fmt: skip
    if main and old:
        first = re.compile(rf"(?<!\w){re.escape(old[0])}(?!\w)", re.I)
        topic = conditions.without_words(first.sub("\x00", state.topic, count=1), old[1:]).replace("\x00", rest)
        new = state.after(topic=topic, view="topic", focus="", groups=())
        return talk.shows(new, talk.say("read.swap", new=rest, old=" ".join(old)))
    link = "for" if main == "target_group" else talk.say("topic.and")
    topic = f"{state.topic.rstrip('?')} {link} {rest}" if state.topic else rest
    new = state.after(topic=topic, view="topic", focus="", groups=())
    return talk.shows(new, talk.say("read.add", new=rest))
