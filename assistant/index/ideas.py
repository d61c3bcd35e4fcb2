"""The concept arm: how strongly each unit has each concept of the vocabulary, and questions scored on it.

What the catalogue says of a document counts most, a title next, a mention in the text less. A question
is a set of aspects (one thing asked for, named by one or several concepts); an aspect is met by its best
concept, or by one near it in the vocabulary, and the score is the share of the question's aspects met,
the rare ones weighing more. So a tiltak with both the group and the method asked for stands before one
that has ever so much of one of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.vocabulary import Vocabulary

Floats = NDArray[np.float32]
KNOWN, TITLED, MENTIONED = 1.0, 0.9, 0.6  # strength in metadata, in the title, most by mentions
NARROWER, BROADER, RELATED = 0.85, 0.45, 0.45  # how well a near concept stands in for the one asked for
_SCALE = 255  # strengths are kept as bytes

Aspect = Mapping[str, float]  # concept id -> certainty in (0, 1]


@dataclass(frozen=True, slots=True)
class Ideas:
    """`strengths` has shape (units, concepts), bytes of strength * 255; `columns` maps concept ids.

    It is kept column after column in memory, for a question reads a few columns whole.
    """

    columns: Mapping[str, int]
    strengths: NDArray[np.uint8]

    @classmethod
    def fit(
        cls,
        vocabulary: Vocabulary,
        mentions: Sequence[Iterable[str]],
        titles: Mapping[int, Iterable[str]],
        known: Mapping[int, Iterable[str]],
    ) -> Ideas:
        """Strengths from concept ids: mentions of every unit, titles and metadata of some by unit number."""
        columns = {concept.id: i for i, concept in enumerate(vocabulary.concepts)}
        found = np.zeros((len(mentions), len(columns)), dtype=np.float32)
        for unit, named in enumerate(mentions):
            for concept, count in Counter(named).items():
                found[unit, columns[concept]] = MENTIONED * (1 - np.exp(-count / 2))
        for strength, given in ((TITLED, titles), (KNOWN, known)):
            for unit, concepts in given.items():
                for concept in concepts:
                    if concept in columns:
                        found[unit, columns[concept]] = max(found[unit, columns[concept]], strength)
        return cls(columns, np.asfortranarray(np.rint(found * _SCALE).astype(np.uint8)))

    @property
    def units(self) -> int:
        """How many units are scored."""
        return len(self.strengths)

    def near(self, vocabulary: Vocabulary, concept_id: str) -> dict[str, float]:
        """Concepts that may stand in for one, with how well, in (0, 1]; itself with 1."""
        found = {concept_id: 1.0}
        concept = vocabulary.concept(concept_id)
        if concept is None:
            return found
        for other in vocabulary.narrower(concept_id):
            found.setdefault(other, NARROWER)
        if concept.broader:
            found.setdefault(concept.broader, BROADER)
        for other in concept.related:
            found.setdefault(other, RELATED)
        for other in vocabulary.related_to(concept_id):
            found.setdefault(other, RELATED)
        return found

    def met(self, vocabulary: Vocabulary, aspect: Aspect) -> Floats:
        """How well each unit meets an aspect, in [0, 1], shape (units,)."""
        best = np.zeros(self.units, dtype=np.float32)
        for concept, certainty in aspect.items():
            for other, nearness in self.near(vocabulary, concept).items():
                column = self.columns.get(other)
                if column is not None:
                    np.maximum(best, self.strengths[:, column] * np.float32(certainty * nearness / _SCALE), out=best)
        return best

    def scores(self, vocabulary: Vocabulary, aspects: Sequence[Aspect], enough: int = 0) -> Floats:
        """sum_a(w_a * met_a) / sum_a(w_a) in [0, 1], shape (units,), with w_a = max(certainty) * rarity of a.

        The rarity is log(1 + units / (1 + sum of met)): what nearly every unit meets tells little.

        Args:
            enough: So many of the rarest aspects are the whole; 0 demands all.
        """
        total = np.zeros(self.units, dtype=np.float32)
        weights: list[float] = []
        for aspect in aspects:
            met = self.met(vocabulary, aspect)
            weight = max(aspect.values()) * float(np.log1p(self.units / (1 + met.sum())))
            total += np.float32(weight) * met
            weights.append(weight)
        whole = np.float32(sum(sorted(weights)[-enough:]))
        shares: Floats = np.minimum(total / whole, np.float32(1.0)) if weights else total
        return shares

    def having(self, concept: str) -> NDArray[np.int64]:
        """The units that have a concept at all, ascending."""
        column = self.columns.get(concept)
        return np.flatnonzero(self.strengths[:, column]) if column is not None else np.zeros(0, dtype=np.int64)

    def idf(self, concept: str) -> float:
        """log(1 + units / (1 + units that have the concept))."""
        return float(np.log1p(self.units / (1 + len(self.having(concept)))))

    def save(self, path: Path) -> None:
        """Write as one .npz file without pickled objects."""
        ids = np.frombuffer("\n".join(self.columns).encode("utf-8"), dtype=np.uint8)
        with path.open("wb") as file:
            np.savez_compressed(file, ids=ids, strengths=self.strengths)

    @classmethod
    def load(cls, path: Path) -> Ideas:
        """Read what `save` wrote.

        Raises:
            ValueError, OSError, KeyError: The file is damaged or missing.
        """
        with np.load(path, allow_pickle=False) as stored:
            ids = stored["ids"].tobytes().decode("utf-8").split("\n")
            return cls({concept: i for i, concept in enumerate(ids)}, np.asfortranarray(stored["strengths"]))
