"""Retrieval: a query scored by every arm, fused, and documents ranked from their wholes and passages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.index.fusion import convex
from assistant.index.ideas import Aspect
from assistant.index.store import Index
from assistant.index.units import Units
from assistant.model import Hit, Passage

Floats = NDArray[np.float32]
# What each kind of unit counts in a document's score: its head, its whole, its best passages.
PARTS: Mapping[str, float] = {"heads": 0.5, "wholes": 0.3, "best": 0.2}
PASSAGES = 2  # passages shown of one document at the most


@dataclass(frozen=True, slots=True)
class Query:
    """A question ready to be scored: weighted terms and n-grams, aspects of concepts, and texts for the embedding.

    `text` are its words of content, for the dense arm; `said` is all that was said, for the arm of phrases (what was
    named in English by its labels), and empty where the vocabulary is to add nothing.
    """

    text: str
    said: str
    terms: Mapping[str, float]
    grams: Mapping[str, float]
    aspects: tuple[Aspect, ...] = ()


@dataclass(frozen=True, slots=True)
class Scores:
    """Fused scores in [0, 1]: `documents` of shape (documents,), `passages` of shape (passages,).

    `raw` holds each arm's own score of every document.
    """

    documents: Floats
    passages: Floats
    raw: Mapping[str, Floats]


def combined(units: Units, arms: Mapping[str, Floats], weights: Mapping[str, float]) -> Floats:
    """Each document's fused score, from the units of every part, in [0, 1]; linear in weights that sum to 1."""
    return sum(  # type: ignore[return-value]
        share * convex({name: getattr(units, part)(scores) for name, scores in arms.items()}, weights)
        for part, share in PARTS.items()
    )


class Retriever:
    """Scores and ranks the documents of an open index."""

    def __init__(self, index: Index, weights: Mapping[str, float] | None = None) -> None:
        self.index = index
        self.weights = dict(weights if weights is not None else index.manifest.weights)

    def arms(self, query: Query) -> dict[str, Floats]:
        """The raw score of every unit by each arm that has a weight, each of shape (units,)."""
        words = {"terms": query.terms, "grams": query.grams}
        found = {name: self.index.lexical[name].scores(words[name]) for name in words if self.weights.get(name)}
        if self.weights.get("concepts"):
            found["concepts"] = self.index.ideas.scores(self.index.vocabulary, query.aspects)
        if self.weights.get("dense"):
            found["dense"] = self.index.vectors.scores(self.index.embedder.queries([query.text])[0])
        if self.weights.get("phrases"):
            near = self.index.phrases.near(self.index.embedder.queries([query.said])[0]) if query.said else ()
            found["phrases"] = self.index.ideas.scores(self.index.vocabulary, near)
        return found

    def score(self, query: Query) -> Scores:
        """Fused scores of all documents and passages."""
        return self.fuse(self.arms(query))

    def fuse(self, arms: Mapping[str, Floats]) -> Scores:
        """The scores of each arm to fused ones; an arm without a weight takes no part."""
        units = self.index.units
        wholes = {name: units.wholes(scores) for name, scores in arms.items()}
        passages = convex({name: scores[: units.passages] for name, scores in arms.items()}, self.weights)
        return Scores(combined(units, arms, self.weights), passages, wholes)

    def liked(self, scores: Scores, boost: Floats) -> Floats:
        """The boost, and what each document gains besides by its likeness to the best, shape (documents,).

        The best are those of all documents: what a filter leaves keeps its score, so what is counted before it is
        set is what it leaves.

        Args:
            boost: Added to the fused scores, shape (documents,).
        """
        return boost + self.index.likeness.lift(scores.documents + boost)

    def rank(
        self,
        scores: Scores,
        allowed: NDArray[np.bool_] | None = None,
        boost: Floats | None = None,
        k: int = 10,
    ) -> tuple[Hit, ...]:
        """The best k documents among those allowed (a filter applies before the cut).

        Ties fall in document order, so the same question always has the same answer.

        Args:
            allowed: Shape (documents,); None allows all.
            boost: Added to the fused scores, shape (documents,).
        """
        total = scores.documents if boost is None else scores.documents + boost
        order = _order(total, np.arange(len(total)) if allowed is None else np.flatnonzero(allowed))[:k]
        return tuple(
            Hit(
                doc_id=self.index.documents[number].doc_id,
                rank=rank,
                score=float(total[number]),
                components={name: float(raw[number]) for name, raw in scores.raw.items()},
                passages=self.best_passages(int(number), scores),
            )
            for rank, number in enumerate(order, 1)
        )

    def best_passages(self, number: int, scores: Scores, most: int = PASSAGES) -> tuple[Passage, ...]:
        """A document's best passages, best first."""
        own = np.flatnonzero(self.index.units.owner[: self.index.units.passages] == number)
        return tuple(self.index.passages[i] for i in _order(scores.passages, own)[:most])


def _order(scores: Floats, candidates: NDArray[np.int64]) -> NDArray[np.int64]:
    """Some numbers by falling score; of equal ones the lower first."""
    found: NDArray[np.int64] = candidates[np.lexsort((candidates, -scores[candidates]))]
    return found
