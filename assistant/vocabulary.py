"""The vocabulary of the field: concepts, places, and every way people write them."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from assistant.errors import CatalogueError

FACETS = (
    "target_group", "method", "life_area", "partner", "law_section", "report_type", "continuation",
    "evidence", "benefit", "role", "theme",
)  # fmt: skip
PLACE_KINDS = ("region", "county", "municipality", "district", "office")
CONCEPTS_FILE, PLACES_FILE = "vocabulary.toml", "places.toml"


@dataclass(frozen=True, slots=True)
class Concept:
    """An idea of the field and the words for it.

    `label` and `nn` are the preferred words in bokmål and nynorsk; `synonyms` say the same in the
    field, `everyday` as people outside it do; `forms` are inflections that stemming misses.
    `related` and `broader` are concept ids.
    """

    id: str
    facet: str
    label: str
    definition: str
    nn: str = ""
    en: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    broader: str = ""

    def surface_forms(self) -> Iterator[tuple[str, str]]:
        """(form, kind): label, abbreviation, synonym, form, english or everyday."""
        yield self.label, "label"
        if self.nn and self.nn != self.label:
            yield self.nn, "label"
        for kind, forms in (
            ("abbreviation", self.abbreviations), ("synonym", self.synonyms), ("form", self.forms),
            ("english", self.en), ("everyday", self.everyday),
        ):  # fmt: skip
            yield from ((form, kind) for form in forms)

    def names(self) -> list[str]:
        """All forms but the everyday phrases."""
        return [form for form, kind in self.surface_forms() if kind != "everyday"]


@dataclass(frozen=True, slots=True)
class Place:
    """A county, region, municipality, district or NAV office.

    `county_2022` and `county` are the place ids of the county then and today; `within` are regions;
    `covers` the places an office, a region or a former county is made of.
    """

    id: str
    kind: str
    name: str
    other: tuple[str, ...] = ()
    county_2022: str = ""
    county: str = ""
    within: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()


Entry = TypeVar("Entry", Concept, Place)


class Vocabulary:
    """Concepts and places, and the ways between them."""

    def __init__(self, concepts: Sequence[Concept], places: Sequence[Place]) -> None:
        self.concepts = tuple(concepts)
        self.places = tuple(places)
        self._concepts = {c.id: c for c in self.concepts}
        self._places = {p.id: p for p in self.places}
        self._children: dict[str, list[str]] = defaultdict(list)
        self._related: dict[str, list[str]] = defaultdict(list)
        for concept in self.concepts:
            for other in concept.related:
                self._related[other].append(concept.id)
            if concept.broader:
                self._children[concept.broader].append(concept.id)
        self._inside: dict[str, list[str]] = defaultdict(list)
        for place in self.places:
            if place.kind in ("municipality", "district"):
                for outer in {place.county, place.county_2022, *place.within}:
                    self._inside[outer].append(place.id)

    @classmethod
    def load(cls, folder: Path) -> Vocabulary:
        """The vocabulary of a catalogue folder.

        Raises:
            CatalogueError: A file breaks the format; the message names the file and the id.
        """
        concepts = _entries(folder / CONCEPTS_FILE, "concept", Concept)
        places = _entries(folder / PLACES_FILE, "place", Place)
        _check_concepts(concepts)
        _check_places(places)
        return cls(concepts, places)

    def to_data(self) -> dict[str, Any]:
        """The vocabulary as the index keeps it: read many times faster than TOML."""
        return {"concepts": [asdict(c) for c in self.concepts], "places": [asdict(p) for p in self.places]}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Vocabulary:
        """What `to_data` gave.

        Raises:
            KeyError, TypeError: It is damaged.
        """
        return cls([_made(Concept, c) for c in data["concepts"]], [_made(Place, p) for p in data["places"]])

    def concept(self, concept_id: str) -> Concept | None:
        """The concept of an id, or None."""
        return self._concepts.get(concept_id)

    def by_facet(self, facet: str) -> tuple[Concept, ...]:
        """The concepts of a facet."""
        return tuple(c for c in self.concepts if c.facet == facet)

    def labels(self) -> dict[str, str]:
        """Concept id -> bokmål label."""
        return {c.id: c.label for c in self.concepts}

    def surface_forms(self) -> Iterator[tuple[str, str, str]]:
        """(form, concept id, kind) of every way to write every concept."""
        for concept in self.concepts:
            for form, kind in concept.surface_forms():
                yield form, concept.id, kind

    def terms(self) -> list[str]:
        """Rightly spelled words and names: what an OCR repair may trust."""
        names = [name for place in self.places for name in (place.name, *place.other)]
        return [form for concept in self.concepts for form in concept.names()] + names

    def wider(self, concept_id: str) -> tuple[str, ...]:
        """The concept and all that are broader, nearest first."""
        found: list[str] = []
        while concept_id:
            found.append(concept_id)
            concept = self._concepts.get(concept_id)
            concept_id = concept.broader if concept else ""
        return tuple(found)

    def narrower(self, concept_id: str) -> tuple[str, ...]:
        """All narrower concepts, without the concept itself."""
        found: list[str] = []
        waiting = [concept_id]
        while waiting:
            children = self._children.get(waiting.pop(), [])
            found += children
            waiting += children
        return tuple(found)

    def related_to(self, concept_id: str) -> tuple[str, ...]:
        """The concepts that name this one as related."""
        return tuple(self._related[concept_id])

    def place(self, place_id: str) -> Place | None:
        """The place of an id, or None."""
        return self._places.get(place_id)

    def place_forms(self) -> Iterator[tuple[str, Place]]:
        """(form, place) of every name of every place."""
        for place in self.places:
            for form in (place.name, *place.other):
                yield form, place

    def expand_place(self, place_id: str) -> frozenset[str]:
        """The ids of a place and of all places inside it."""
        found: set[str] = set()
        waiting = [place_id]
        while waiting:
            current = waiting.pop()
            if current in found:
                continue
            found.add(current)
            place = self._places.get(current)
            waiting += place.covers if place else ()
            waiting += self._inside.get(current, ())
        return frozenset(found)


def _made(kind: type[Entry], data: Mapping[str, Any]) -> Entry:
    given: dict[str, Any] = {n: tuple(value) if isinstance(value, list) else value for n, value in data.items()}
    return kind(**given)


def _entries(path: Path, table: str, kind: type[Entry]) -> list[Entry]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError("upkeep.unreadable", file=path.name, error=error) from error
    lists = {f.name for f in fields(kind) if "tuple" in str(f.type)}
    known = {f.name for f in fields(kind)}
    required = [f.name for f in fields(kind)][: 4 if kind is Concept else 3]
    found: dict[str, Entry] = {}
    for entry in data.get(table, []):
        if not isinstance(entry, dict) or "id" not in entry:
            raise CatalogueError("upkeep.entry.missing.id", file=path.name)
        name = entry["id"]
        if unknown := sorted(set(entry) - known):
            raise CatalogueError("upkeep.entry.unknown", file=path.name, id=name, field=unknown[0])
        if missing := [field for field in required if not entry.get(field)]:
            raise CatalogueError("upkeep.entry.missing", file=path.name, id=name, field=missing[0])
        for field, value in entry.items():
            good = (
                isinstance(value, list) and all(isinstance(v, str) and v for v in value)
                if field in lists
                else isinstance(value, str)
            )
            if not good:
                raise CatalogueError("upkeep.entry.form", file=path.name, id=name, field=field)
        if name in found:
            raise CatalogueError("upkeep.entry.twice", file=path.name, id=name)
        found[name] = _made(kind, entry)
    return list(found.values())


def _check_concepts(concepts: Sequence[Concept]) -> None:
    ids = {c.id: c for c in concepts}
    for concept in concepts:
        if concept.facet not in FACETS:
            raise CatalogueError(
                "upkeep.entry.facet",
                file=CONCEPTS_FILE,
                id=concept.id,
                facet=concept.facet,
                facets=", ".join(FACETS),
            )
        for other in filter(None, (concept.broader, *concept.related)):
            if other not in ids:
                raise CatalogueError("upkeep.entry.lost", file=CONCEPTS_FILE, id=concept.id, other=other)
    for concept in concepts:  # when all links are known to lead somewhere
        seen = {concept.id}
        above = concept.broader
        while above:
            if above in seen:
                raise CatalogueError("upkeep.entry.ring", file=CONCEPTS_FILE, id=concept.id)
            seen.add(above)
            above = ids[above].broader


def _check_places(places: Sequence[Place]) -> None:
    ids = {p.id for p in places}
    for place in places:
        if place.kind not in PLACE_KINDS:
            raise CatalogueError("upkeep.entry.kind", file=PLACES_FILE, id=place.id, kind=place.kind)
        for other in filter(None, (place.county, place.county_2022, *place.within, *place.covers)):
            if other not in ids:
                raise CatalogueError("upkeep.entry.lost", file=PLACES_FILE, id=place.id, other=other)
