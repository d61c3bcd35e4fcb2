"""The arm of asked questions: how near a question is to the nearest of those that each document answers.

Reports are written in another language than people ask in. The catalogue's `questions.toml` says for each document
what it answers in everyday words (the idea of doc2query, Nogueira et al. 2019, with questions written by hand), and
a question is compared with questions. A document without any is asked for by its head.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.index.units import Units
from assistant.index.vectors import VectorIndex
from assistant.model import Document

Floats = NDArray[np.float32]


def asked(documents: Sequence[Document], heads: Sequence[str]) -> list[str]:
    """The questions of all documents in order; a document's head where it has none."""
    return [q for document, head in zip(documents, heads, strict=True) for q in document.questions or (head,)]


def owners(documents: Sequence[Document]) -> NDArray[np.int64]:
    """The number of the document of each of these questions, ascending, shape (questions,)."""
    return np.repeat(np.arange(len(documents)), [len(document.questions) or 1 for document in documents])


class Questions:
    """The vectors of the questions, and whose they are."""

    def __init__(self, vectors: VectorIndex, documents: Sequence[Document]) -> None:
        owner = owners(documents)
        if vectors.units != len(owner):
            raise ValueError(f"{vectors.units} vectors for {len(owner)} questions")
        self._vectors = vectors
        self._starts = np.searchsorted(owner, np.arange(len(documents)))

    def scores(self, query: Floats, units: Units) -> Floats:
        """The cosine of a query vector to the nearest question of each unit's document, shape (units,)."""
        nearest = np.maximum.reduceat(self._vectors.scores(query), self._starts)
        return nearest[units.owner].astype(np.float32)
