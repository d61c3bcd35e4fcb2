"""What composing an answer works with: the open index (Kit) and one question put to it (Scope)."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from assistant.answer.sentences import Quotable, Sentences
from assistant.answer.weights import MOST_THINGS, Floats, Weights, matrix
from assistant.index.store import Index
from assistant.messages import Language
from assistant.model import Document, Hit, Passage
from assistant.question.evidence import Evidence
from assistant.question.reading import Reader, Reading

SILENT = frozenset({"law_sections", "report_type", "start_date"})
# Sections by how well they show that a tiltak is about something.
SHOWS: Mapping[str, float] = {
    "description": 1.15, "target_group": 1.1, "develops": 1.05, "achieved": 1.05, "results": 1.05, "text": 1.05,
    "tried_elsewhere": 0.5, "interest": 0.45, "cooperation": 0.85, "publication": 0.7, "continued_yes": 0.7,
    "continued_no": 0.8, "evaluated_how": 0.8, "funding": 0.6, "challenges": 0.9,
}  # fmt: skip
PASSAGES = 4  # passages of a document that are searched for a sentence
LEAST = 0.12  # a sentence that covers less of the question shows nothing
LACKING = 0.25  # an idea or a word met less than this is missing
HEAVY = 0.3  # share of the question from which a word must be there


class Kit:
    """An open index with what every answer needs of it, made once.

    `telling` keeps what `choose.told` found for a document, some sections and its strictness, `titles` what
    `choose.titled` found in a title: an index never changes.
    """

    def __init__(self, index: Index, reader: Reader) -> None:
        self.index = index
        self.reader = reader
        self.telling: dict[tuple[str, tuple[str, ...], bool], list[tuple[float, Quotable]]] = {}
        self.titles: dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]] = {}

    @cached_property
    def sentences(self) -> Sentences:
        """The quotable sentences."""
        return Sentences(self.index.analyzer, self.reader.matcher, self.index.lost)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Document id -> its number."""
        return {document.doc_id: number for number, document in enumerate(self.index.documents)}

    @cached_property
    def passages(self) -> Mapping[str, Sequence[Passage]]:
        """The passages of each document."""
        found: dict[str, list[Passage]] = defaultdict(list)
        for passage in self.index.passages:
            found[passage.doc_id].append(passage)
        return found

    @cached_property
    def _valued(self) -> Mapping[tuple[str, str], frozenset[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for document in self.index.documents:
            for facet, values in document.facets.items():
                for value in values:
                    found[facet, value].add(document.doc_id)
        return {key: frozenset(ids) for key, ids in found.items()}

    @cached_property
    def common(self) -> Mapping[str, int]:
        """How many documents the catalogue gives each concept."""
        return Counter(c for d in self.index.documents for values in d.facets.values() for c in values)

    def rarity(self, concept: str) -> float:
        """How much it tells that a document has a concept: the idf among the documents."""
        return math.log(len(self.index.documents) / max(self.common.get(concept, 1), 1))

    def having(self, facet: str, concept: str) -> frozenset[str]:
        """The documents whose metadata has a concept or one narrower."""
        accepted = (concept, *self.index.vocabulary.narrower(concept))
        return frozenset[str]().union(*(self._valued.get((facet, one), ()) for one in accepted))

    def label(self, concept: str, language: Language = "nb") -> str:
        """The word for a concept id."""
        known = self.index.vocabulary.concept(concept)
        if known is None:
            return concept
        if language == "en" and known.en:
            return known.en[0]
        return (known.nn or known.label) if language == "nn" else known.label


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with its worth for a question, and how well it is on the question, in [0, 1]."""

    quote: Quotable
    score: float
    fit: float


@dataclass(frozen=True)
class Scope:
    """One question: how it was read, what was found, in which language we speak.

    `hits` are all documents that may be of interest, best first; `k` how many the user wants at the most;
    `allowed` how many documents meet the filters.
    """

    kit: Kit
    reading: Reading
    hits: tuple[Hit, ...]
    evidence: Evidence
    allowed: int
    k: int
    language: Language = "nb"

    @cached_property
    def weights(self) -> Weights:
        """What the question asks for."""
        return Weights.of(self.kit.index, self.reading)

    @cached_property
    def words(self) -> Floats:
        """How well each unit has each word asked for, shape (words, units)."""
        return matrix(self.kit.index, self.weights)

    @cached_property
    def cover(self) -> Floats:
        """How much of the question each unit covers, shape (units,)."""
        if not self.weights.total:
            return np.ones(len(self.kit.index.units.owner), dtype=np.float32)
        shares = np.array([one.weight for one in self.weights.asked], dtype=np.float32) / self.weights.total
        covered: Floats = np.minimum(shares @ self.words, 1.0).astype(np.float32)
        return covered

    def complete(self, doc_id: str) -> bool:
        """Whether a document has everything asked for: each idea, and each word that weighs much in the question."""
        number = self.kit.numbers[doc_id]
        if any(float(met[number]) < LACKING for met in self.met):
            return False
        unit = self.kit.index.units.passages + number
        return all(
            self.words[row, unit] >= LACKING or one.weight < HEAVY * self.weights.total
            for row, one in enumerate(self.weights.asked)
        )

    @cached_property
    def met(self) -> tuple[Floats, ...]:
        """How well each document meets each thing asked for, each of shape (documents,), in [0, 1]."""
        index = self.kit.index
        return tuple(
            index.units.wholes(index.ideas.met(index.vocabulary, aspect)) for aspect in self.reading.query.aspects
        )

    @cached_property
    def ideas(self) -> Floats:
        """The share of the things asked for that each document meets, shape (documents,), in [0, 1]."""
        index = self.kit.index
        return index.units.wholes(index.ideas.scores(index.vocabulary, self.reading.query.aspects, MOST_THINGS))

    def document(self, doc_id: str) -> Document:
        """A document by id."""
        return self.kit.index.by_id[doc_id]

    def whole(self, doc_id: str) -> float:
        """How much of the question a whole document covers."""
        return float(self.cover[self.kit.index.units.passages + self.kit.numbers[doc_id]])

    def covers(self, doc_id: str) -> float:
        """How far a document is on the question, in [0, 1]: by its words, or by words and ideas together."""
        words = self.whole(doc_id)
        return max(words, 0.5 * (words + float(self.ideas[self.kit.numbers[doc_id]])))

    def passages(self, doc_id: str, keys: Collection[str] = ()) -> list[Passage]:
        """A document's passages of these sections that cover something, best first."""
        own = [p for p in self.kit.passages[doc_id] if (p.section in keys if keys else p.section not in SILENT)]
        found = [p for p in own if self.cover[p.passage_id] >= LEAST]
        found.sort(key=lambda p: (-self.cover[p.passage_id] * SHOWS.get(p.section, 1.0), p.passage_id))
        return found

    def scored(self, doc_id: str, keys: Collection[str] = ()) -> list[Scored]:
        """A document's sentences on the question, best first; of these sections only, where any are given."""
        document = self.document(doc_id)
        found: dict[tuple[str, int], Scored] = {}
        for passage in self.passages(doc_id, keys)[:PASSAGES]:
            section = document.section(passage.section)
            if section is None:
                continue
            for quote in self.kit.sentences.within(document, section, passage.start, passage.end):
                scored = self.score(quote)
                if scored.fit >= LEAST:
                    found[section.key, quote.start] = scored
        return sorted(found.values(), key=lambda s: (-s.score, s.quote.section.key, s.quote.start))

    def score(self, quote: Quotable) -> Scored:
        """A sentence's worth for the question."""
        fit = self.weights.fit(quote.terms, quote.parts, quote.concepts)
        value = fit * (0.35 + 0.65 * quote.worth) * SHOWS.get(quote.section.key, 1.0)
        return Scored(quote, value, fit)

    def documents(self) -> Iterator[Document]:
        """The documents of the hits, best first."""
        for hit in self.hits:
            yield self.document(hit.doc_id)
