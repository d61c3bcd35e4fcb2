"""What a question asks for, weighed: how much of it a sentence or a document covers.

A word weighs by how telling it is: by its idf, less where it is in everybody's mouth («åpne», «sitter»). Of a
situation told in several sentences no text has every word: one that has the most telling ones covers it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.index.store import Index
from assistant.question.evidence import MOST_WORDS, idfs, telling
from assistant.question.reading import Reading

Floats = NDArray[np.float32]
CONCEPT = 0.9  # worth of naming the idea of a word instead of the word
PART = 0.5  # worth of having the parts of a compound without the compound
MOST_THINGS = 3  # of the things asked for, so many of the rarest are the whole
INSIDE = 0.6  # worth of having the word as a part of a compound only: «samarbeidsavtale» for «avtale»


@dataclass(frozen=True, slots=True)
class Asked:
    """One word asked for: its term, how much it tells, the concepts that mean the same, its parts.

    `named` is the worth, in [0, 1], of naming one of the concepts instead of the word: no text has an English word.
    """

    term: str
    weight: float
    concepts: frozenset[str]
    parts: frozenset[str]
    named: float = CONCEPT


@dataclass(frozen=True, slots=True)
class Weights:
    """The words of a question, and its aspects: for each thing asked for, the concepts that say it.

    A concept has the certainty with which it says the thing, times how rare the thing is.

    `total` is the weight that covers the question wholly: that of its most telling words.
    """

    asked: tuple[Asked, ...]
    aspects: tuple[Mapping[str, float], ...]
    total: float

    @classmethod
    def of(cls, index: Index, reading: Reading) -> Weights:
        """Weigh a question that has been read."""
        idf = idfs(index, reading)
        aspects = []
        for aspect in reading.query.aspects:
            near: dict[str, float] = {}
            rarest = max(index.ideas.idf(concept) for concept in aspect)
            for concept, certainty in aspect.items():
                for one in (concept, *index.vocabulary.narrower(concept)):
                    near[one] = max(near.get(one, 0.0), certainty * rarest)
            aspects.append(near)
        # A word stands for the ideas that are asked for, not for those it was only loosely taken to name.
        meant = frozenset[str]().union(*aspects)
        asked = tuple(
            Asked(
                term,
                idf[term] * telling(word),
                meant.intersection(reading.explained.get(term, ())),
                frozenset(index.analyzer.parts(term)),
                1.0 if term in reading.english else CONCEPT,
            )
            for word, term in reading.words
        )
        return cls(asked, tuple(aspects), sum(sorted(a.weight for a in asked)[-MOST_WORDS:]))

    def coverage(self, terms: Collection[str], parts: Collection[str], concepts: Collection[str]) -> float:
        """The share of the question's weight that a text carries, in [0, 1].

        Args:
            terms: The stems of its words.
            parts: The stems of the parts of its compounds.
            concepts: The concepts it names.
        """
        if not self.total:
            return 1.0
        found = 0.0
        for one in self.asked:
            if one.term in terms:
                found += one.weight
            elif any(concept in concepts for concept in one.concepts):
                found += one.named * one.weight
            elif one.term in parts:
                found += INSIDE * one.weight
            elif one.parts:
                have = sum(part in terms or part in parts for part in one.parts)
                found += PART * one.weight * have / len(one.parts)
        return min(found / self.total, 1.0)

    def fit(self, terms: Collection[str], parts: Collection[str], concepts: Collection[str]) -> float:
        """How well a text is on the question, in [0, 1]: half by its words, half by the things asked for, if any."""
        coverage = self.coverage(terms, parts, concepts)
        if not self.aspects or not self.total:
            return coverage
        met = sum(max((v for c, v in aspect.items() if c in concepts), default=0.0) for aspect in self.aspects)
        whole = sum(sorted(max(aspect.values()) for aspect in self.aspects)[-MOST_THINGS:])
        return 0.5 * coverage + 0.5 * min(met / whole, 1.0)


def matrix(index: Index, weights: Weights) -> Floats:
    """How well each unit (passages, then wholes) has each word asked for, shape (words, units), in [0, 1]."""
    terms, ideas = index.lexical["terms"], index.ideas
    found = np.zeros((len(weights.asked), len(index.units.owner)), dtype=np.float32)
    for row, one in zip(found, weights.asked, strict=True):
        for part in one.parts:
            row[terms.having(part)] += PART / len(one.parts)
        for concept in one.concepts:
            row[ideas.having(concept)] = one.named
        row[terms.having(one.term)] = 1.0
    return found
