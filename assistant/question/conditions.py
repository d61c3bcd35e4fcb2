"""Conditions that stand in a question: places, status, kind of document, year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.question.filters import PLACES, Filter, FilterMaker
from assistant.question.phrases import COUNT, EVALUATIONS, STATUS, YEAR


def read(text: str, given: Sequence[Filter], makes: FilterMaker) -> tuple[list[Filter], str]:
    """The filters of a question and what is left of it: a place or a status is a condition, not a topic."""
    found = list(given)
    places = list(makes.places.mentioned(text))
    cuts = {(start, end) for _, start, end in places}
    if places and not any(f.name in PLACES for f in given):
        together = frozenset[str]().union(*(makes.places.documents(place.id) for place, _, _ in places))
        shown = " eller ".join(dict.fromkeys(place.name for place, _, _ in places))
        kind = places[0][0].kind
        found.append(Filter("county" if kind == "county" else "place", places[0][0].name, shown, together))
    for name, concept, pattern in STATUS:
        match = pattern.search(text)
        if match and not any(f.name == name for f in found):
            condition = makes.concept(name, concept)
            if condition.found:
                found.append(condition)
                cuts.add(match.span())
    evaluations = EVALUATIONS.search(text)
    if evaluations and not any(f.name == "kind" for f in found):
        found.append(replace(makes.make("kind", "evaluation"), shown="evalueringer"))
        cuts.add(evaluations.span())
    year = YEAR.search(text)
    if year and not any(f.name == "year" for f in found):
        condition = makes.make("year", year.group(1))
        if condition.found:
            found.append(condition)
            cuts.add(year.span())
    if count := COUNT.match(text):
        cuts.add(count.span(1))
    for start, end in sorted(cuts, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return found, text
