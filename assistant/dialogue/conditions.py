"""Conditions in a line of a conversation: places, ages, status, kinds of document, groups and methods."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assistant.answer.draft import shown_age
from assistant.dialogue.views import Engine
from assistant.messages import Language, say
from assistant.question import ages
from assistant.question.ages import Age
from assistant.question.filters import AGE, FACETS, PLACES, Filter, overlaps
from assistant.question.reading import Reading

SURE = 0.7  # least certainty of a concept that becomes a condition
_KINDS = (("evaluation", re.compile(r"\bevaluering\w*|\bforskning\w*|\bevaluations?\b", re.I)),
          ("tiltak", re.compile(r"^(?:lokale )?(?:tiltak|tiltaka|tiltakene|projects)$", re.I)))  # fmt: skip
_LANGUAGES = (("nn", re.compile(r"\bnynorsk\b", re.I)), ("nb", re.compile(r"\bbokmål\b", re.I)))
# Filter names that say where: a new place takes the place of the old one.
WHERE = frozenset(PLACES)
_AT = "(?:i|på|fra|frå|ved|in|from|at)"  # before a place
_YOUNG, _OLD = ("unge", "ungdom", "unge-voksne"), ("voksne-over-30", "eldre")
# Groups of all ages: a tiltak for young people and for these is for others as well.
_ANY_AGE = frozenset((
    "alle-innbyggere", "barnefamilier", "foreldre", "lavinntektsfamilier", "familier-sammensatte-behov",
    "flyktningfamilier", "enslige-forsorgere", "langtidsmottakere-sosialhjelp", "kvp-deltakere",
))  # fmt: skip

_YOUNG_WORDS = frozenset("ung unge ungdom ungdommer ungdommen ungdommar young youth".split())
_OLD_WORDS = frozenset("eldre voksne vaksne older adults".split())


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a line asks for: filters, an age, the reading of the line, and the words that are no condition."""

    filters: tuple[Filter, ...]
    age: Age | None
    reading: Reading
    left: tuple[str, ...]


def find(engine: Engine, text: str, language: Language, facets: bool = True) -> Conditions:
    """The conditions of a line such as «i Vestland», «over 30», «flyktninger».

    Args:
        facets: Groups, methods and the like become conditions too.
    """
    text, stated = _stated(engine, text.strip())
    # «over 30 år» must not be read as the group «unge under 30 år».
    plain = tidy(ages.without(text)) if facets else text
    lead = "" if re.match(rf"(?:for|med|{_AT})\s", text, re.I) else "i "
    read = engine.reader.read(f"tiltak {lead}{text}")
    filters = [*(f for f in read.filters if f.name != AGE), *stated]
    used: set[str] = set()
    if facets and not stated:
        named = engine.reader.read(f"tiltak for {plain}") if plain else None
        for aspect in named.query.aspects if named else ():
            made = _facet(engine, aspect, language)
            if made is not None and named:
                filters.append(made)
                used |= {t for t, concepts in named.explained.items() if set(concepts) & set(aspect)}
    if read.age is not None:
        filters.append(age_filter(engine, read.age, language))
    left = tuple(word for word, term in read.words if term not in used)
    return Conditions(tuple(filters), read.age, read, left)


def typed(read: Reading) -> tuple[tuple[str, str], ...]:
    """(word, term) of what a reading holds, the words as they were typed: not put right, not translated."""
    before = {used: word for word, used in read.corrections}
    return tuple((before.get(word, word), term) for word, term in read.words)


def _stated(engine: Engine, text: str) -> tuple[str, list[Filter]]:
    """A line without the words for a kind of document or its language, and the filters that these make.

    They are cut before the line is read: a word that is translated or put right is not known again after it.
    """
    made = []
    for name, table in (("kind", _KINDS), ("language", _LANGUAGES)):
        for value, pattern in table:
            if match := pattern.search(text):
                made.append(replace(engine.reader.makes.make(name, value), shown=match.group().lower()))
                text = f"{text[: match.start()]} {text[match.end() :]}".strip()
    return text, made


def _facet(engine: Engine, aspect: Mapping[str, float], language: Language) -> Filter | None:
    """One condition for one thing asked for, by whichever of its names."""
    sure = sorted((c for c, certainty in aspect.items() if certainty >= SURE), key=lambda c: (-aspect[c], c))
    found: frozenset[str] = frozenset()
    first: tuple[str, str] | None = None
    for concept in sure:
        known = engine.index.vocabulary.concept(concept)
        if known is None:
            continue
        if known.facet in FACETS:
            found |= engine.reader.makes.concept(known.facet, concept).found
            # The name of the group is the plainest: «flyktninger» before the method made for them.
            if first is None or (known.facet == "target_group" and first[0] != "target_group"):
                first = (known.facet, concept)
    if first is None:
        return None
    return Filter(first[0], first[1], engine.kit.label(first[1], language), found)


def age_filter(engine: Engine, age: Age, language: Language) -> Filter:
    """Documents for these ages.

    One that states other ages is left out; one that states none stays, unless it is for a group of other ages.
    """
    barred = _barred(engine, age)
    found = frozenset(
        d.doc_id
        for d in engine.index.documents
        if (overlaps(d.age, age.low, age.high) if d.age != (None, None) else True)
        and not (barred and set(d.facets.get("target_group", ())) & barred and not _mixed(d.facets, barred))
    )
    return Filter(AGE, f"{age.low}-{age.high}", shown_age(age, language), found)


def age_of(condition: Filter) -> Age:
    """The ages of a condition on age."""
    low, _, high = condition.value.partition("-")
    return Age(int(low), int(high), 0, 0)


def _mixed(facets: Mapping[str, tuple[str, ...]], barred: frozenset[str]) -> bool:
    groups = set(facets.get("target_group", ()))
    return bool(groups & (_ANY_AGE | set(_OLD))) and bool(groups & barred)


def _barred(engine: Engine, age: Age) -> frozenset[str]:
    """The groups that cannot be of these ages."""
    wide = _YOUNG if age.low >= 30 else _OLD if age.high < 30 else ()
    return frozenset(c for one in wide for c in (one, *engine.index.vocabulary.narrower(one)))


def ageless(engine: Engine, topic: str, age: Age) -> str:
    """A topic without the words that name another age: «unge» when asked for those over 30."""
    barred = _barred(engine, age)
    read = engine.reader.read(topic) if topic else None
    if read is None or not barred:
        return topic
    names = _YOUNG_WORDS if age.low >= 30 else _OLD_WORDS
    gone = [
        word for word, term in typed(read)
        if word.lower() in names or (read.explained.get(term) and set(read.explained[term]) <= barred)
    ]  # fmt: skip
    return without_words(topic, gone)


def without_words(topic: str, words: Iterable[str]) -> str:
    """A topic with some words taken out, and the prepositions that then lead nowhere."""
    said = topic
    for word in words:
        topic = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", "", topic, flags=re.I)
    return tidy(topic, said)


def tidy(topic: str, said: str = "") -> str:
    """A topic without doubled spaces, and without prepositions and conjunctions that lead nowhere.

    Two that stood together in what was said belong together: «hva må til for at».
    """
    topic = " ".join(topic.split())
    joins = r"(?:og|eller|and|or)"
    lead = rf"(?:for|i|på|fra|frå|ved|med|til|om|hos|blant|in|from|with|at|about|{joins})"

    topic = re.sub(rf"(?<!\w)({lead}\s+){joins}\s", lambda two: two[0] if two[0] in said else two[1], topic)
    pairs = rf"(?<!\w)({lead}\s+)(?=({lead}\s))"
    topic = re.sub(pairs, lambda pair: pair[1] if f"{pair[1]}{pair[2]}" in said else "", topic)
    topic = re.sub(rf"(?:\s{lead})+\s*(?=[?.!,]|$)|^{joins}\s", "", topic)
    return " ".join(topic.replace(" ?", "?").replace(" ,", ",").split())


def bare_topic(engine: Engine, text: str, age: Age | None) -> str:
    """A question without the places and ages that are kept as conditions."""
    said = text
    cuts = {(start, end) for _, start, end in engine.reader.places.mentioned(text)}
    if not cuts and age is None:
        return text
    for start, end in sorted(cuts, reverse=True):
        text = f"{text[:start]}\x00{text[end:]}"
    text = re.sub(rf"\s*(?:\b{_AT}\s+)?\x00(?:\s*(?:og|eller|and|or|,)\s*(?:{_AT}\s+)?\x00)*", " ", text)
    return tidy(ages.without(text) if age is not None else text, said)


def negated(engine: Engine, text: str, language: Language) -> tuple[Filter, ...]:
    """Conditions that leave documents out: «flyktninger», «Oslo», or any word of their texts."""
    found = find(engine, text, language)
    every = frozenset(d.doc_id for d in engine.index.documents)
    positive = list(found.filters)
    positive += [word_filter(engine, word) for word in (found.left if not positive else ())]
    return tuple(
        Filter(f"not_{f.name}", f.value, say(language, _without(f), shown=f.shown), every - f.found) for f in positive
    )


def _without(condition: Filter) -> str:
    return "condition.outside" if condition.name in WHERE else "condition.without"


def word_filter(engine: Engine, word: str) -> Filter:
    """The documents with a word in their text."""
    term = engine.index.analyzer.terms(word, parts=False)
    owners = engine.index.units.owner[engine.index.lexical["terms"].having(term[0])] if term else ()
    return Filter("word", word, word, frozenset(engine.index.documents[int(n)].doc_id for n in owners))


_BUT = re.compile(
    r"[,;]?\s+(?:men ikk?j?e|unntatt|unnateke|utenom|utanom|bortsett fra|but not|except)\s+(?P<what>[^?.!]+)", re.I
)
# A thing that is left out is named in few words; in more of them something is told of it.
_NOT = re.compile(r",\s+(?:ikk?j?e|not)\s+(?P<what>\w+(?: \w+)?)(?=[?.!,]|$)", re.I)
_END = r"(?P<what>[^?.!,:]+?)(?=\s+(?:for|i|på|med|til|som|in|with)\s|[?.!,:]|$)"
_OUTSIDE = re.compile(
    rf"(?:(?:^|\s+)(?:utenfor|utanfor|outside)|(?:^|,\s*)(?:ikk?j?e (?:i|fra|frå)|not in))\s+{_END}:?", re.I
)  # fmt: skip
_LACKING = re.compile(
    r"\s+(?:uten|utan|som ikk?j?e (?:har|er)|without)\s+(?P<what>[\w-]+(?: [\w-]+)?)"
    r"(?=\s+(?:for|i|på|med|til|som|in|with)\s|[?.!,:]|$)",
    re.I,
)
_OF_TILTAK = re.compile(r"(?:tiltak|prosjekt|project)\w*$", re.I)


def barred(engine: Engine, text: str, language: Language) -> tuple[str, tuple[Filter, ...]]:
    """A question without what it leaves out, and the conditions that leave it out: «unge, men ikke IPS».

    «uten» and «som ikke har» leave out only groups, for who is without work or Norwegian is in need of it; of a tiltak
    they leave out methods too.
    """
    for pattern in (_BUT, _NOT, _OUTSIDE, _LACKING):
        match = pattern.search(text)
        if match is None:
            continue
        before, after = text[: match.start()], text[match.end() :]
        if pattern in (_BUT, _NOT):
            allowed = {f"not_{name}" for name in (*FACETS, *PLACES, AGE, "kind", "language")}
        elif pattern is _OUTSIDE:
            allowed = {f"not_{name}" for name in PLACES}
        else:
            allowed = {"not_target_group", *(["not_method"] if _OF_TILTAK.search(before) else [])}
        if find(engine, match.group("what"), language).left:  # more is said of it than what it is: «ikke syk nok»
            continue
        made = negated(engine, match.group("what"), language)
        if made and {f.name for f in made} <= allowed and f"{before}{after}".strip():
            return tidy(f"{before}{after}", text), made
    return text, ()


def joined(old: Iterable[Filter], new: Iterable[Filter]) -> tuple[Filter, ...]:
    """The filters in force when new ones come: a place replaces a place, an age an age, one of a kind its like."""
    fresh = list(new)
    names = {f.name for f in fresh if not f.name.startswith("not_")}
    if names & WHERE:
        names |= WHERE
    taken = {(f.name, f.value) for f in fresh}
    return (*(f for f in old if f.name not in names and (f.name, f.value) not in taken), *fresh)


__all__ = ["Conditions", "age_filter", "ageless", "bare_topic", "find", "joined", "negated", "without_words"]
