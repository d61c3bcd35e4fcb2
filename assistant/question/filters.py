"""Filters: conditions a document must meet. Each name is one entry of NAMES; a facet is added there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from assistant.errors import UsageError
from assistant.model import Document, Kind, Language
from assistant.question.ages import OLDEST
from assistant.question.places import PlaceFinder
from assistant.text.analyzer import fold
from assistant.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition: its name, the value asked for, and how it is shown. `found` are the documents that meet it."""

    name: str
    value: str
    shown: str
    found: frozenset[str]


def _attribute(name: str) -> Callable[[Document], Iterable[str]]:
    return lambda document: [str(getattr(document, name) or "")]


# Filter names and the words of a document they are compared with.
ATTRIBUTES: Mapping[str, Callable[[Document], Iterable[str]]] = {
    name: _attribute(name) for name in ("doc_id", "kind", "title", "year", "language")
}
# What they may be though no document is of it, and other words for that.
_CLOSED: Mapping[str, tuple[str, ...]] = {"kind": get_args(Kind), "language": get_args(Language)}
_WORDS = {"evaluering": "evaluation", "bokmål": "nb", "nynorsk": "nn", "engelsk": "en"}
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
FACETS = (
    "target_group", "method", "life_area", "partner", "law_section", "theme", "evidence", "report_type", "continuation",
)  # fmt: skip
PLACES = ("county", "office", "place", "municipality", "region")
AGE = "age"
NAMES = (*ATTRIBUTES, *FACETS, *PLACES, AGE)


class FilterMaker:
    """Makes filters over the documents of one index."""

    def __init__(self, documents: tuple[Document, ...], vocabulary: Vocabulary, places: PlaceFinder) -> None:
        self._documents = documents
        self._vocabulary = vocabulary
        self.places = places
        self._labels = vocabulary.labels()

    def make(self, name: str, value: str) -> Filter:
        """The filter of a name and a value as a user writes them.

        Raises:
            UsageError: There is no such filter, or no such value.
        """
        name = name.lower().replace("-", "_")
        if name in PLACES:
            return self.place(name, value)
        if name in FACETS:
            return self.facet(name, value)
        if name in ATTRIBUTES:
            return self.attribute(name, value)
        if name == AGE:
            return self.age(value)
        near = difflib.get_close_matches(name, NAMES, 1)
        if near:
            raise UsageError("error.filter.near", name=name, near=near[0])
        raise UsageError("error.filter", name=name, names=", ".join(NAMES))

    def attribute(self, name: str, value: str) -> Filter:
        """Documents with this id, kind, title, year or language, whatever its capitals and accents."""
        read = ATTRIBUTES[name]
        there = {text for document in self._documents for text in read(document) if text}
        known = {fold(text): text for text in (*sorted(there), *_CLOSED.get(name, ()))}
        wanted = fold(_WORDS.get(value.lower(), value) if name in _CLOSED else value)
        # A year that no document is of is a year all the same: the answer says that there is nothing.
        if wanted not in known and not (name == "year" and _YEAR.fullmatch(wanted)):
            if near := difflib.get_close_matches(value, known.values(), 1):
                raise UsageError("error.value.near", value=value, name=name, near=near[0])
            if name in ("doc_id", "title"):
                raise UsageError("error.value", value=value, name=name)
            raise UsageError("error.value.one", value=value, name=name, values=", ".join(known.values()))
        found = frozenset(d.doc_id for d in self._documents if wanted in map(fold, read(d)))
        return Filter(name, known.get(wanted, value), value, found)

    def place(self, name: str, value: str) -> Filter:
        """Documents of a county, region, municipality or office, by any of its names."""
        place = self.places.named(value)
        if place is None:
            raise UsageError("error.place", value=value)
        return Filter(name, value, place.name, self.places.documents(place.id))

    def facet(self, name: str, value: str) -> Filter:
        """Documents that have a concept of this facet, or one narrower; `value` is its id or any of its names."""
        wanted = fold(value)
        concepts = [
            c for c in self._vocabulary.by_facet(name) if wanted in (fold(c.id), *(fold(form) for form in c.names()))
        ]
        if not concepts:
            known = {form: c for c in self._vocabulary.by_facet(name) for form in (c.id, c.label)}
            near = difflib.get_close_matches(value, known, 1, 0.5)
            if near:
                meant = {"nb": near[0], "nn": known[near[0]].nn or near[0], "en": (known[near[0]].en or near)[0]}
                raise UsageError("error.value.near", value=value, name=name, near=meant)
            raise UsageError("error.value", value=value, name=name)
        return self.concept(name, concepts[0].id)

    def concept(self, name: str, concept: str) -> Filter:
        """Documents whose metadata has this concept or a narrower one."""
        accepted = {concept, *self._vocabulary.narrower(concept)}
        found = frozenset(d.doc_id for d in self._documents if accepted & set(d.facets.get(name, ())))
        return Filter(name, concept, self._labels.get(concept, concept), found)

    def age(self, value: str) -> Filter:
        """Documents whose ages overlap «18-30», «-30» or «30-»; one without ages is left out."""
        low, _, high = value.replace("–", "-").partition("-")
        try:
            bounds = (
                int(low) if low.strip() else 0,
                int(high) if high.strip() else (OLDEST if "-" in value else int(low)),
            )
        except ValueError:
            raise UsageError("error.age", value=value) from None
        if bounds[0] > bounds[1]:
            raise UsageError("error.age", value=value)
        found = frozenset(
            d.doc_id for d in self._documents if d.age != (None, None) and overlaps(d.age, bounds[0], bounds[1])
        )
        return Filter(AGE, f"{bounds[0]}-{bounds[1]}", _ages(*bounds), found)


def _ages(low: int, high: int) -> str:
    if low == high:
        return f"{low} år"
    if low == 0:
        return f"inntil {high} år"
    return f"fra {low} år" if high >= OLDEST else f"{low}–{high} år"


def overlaps(age: tuple[int | None, int | None], low: int, high: int) -> bool:
    """Whether two age ranges, both ends included, have a year in common."""
    return (age[0] or 0) <= high and (age[1] if age[1] is not None else OLDEST) >= low
