"""The arm of phrases: ideas that a question names in words near to those of the vocabulary.

The concept arm reads the vocabulary's phrases as they stand, or nearly; people say the same in a hundred other ways.
Here a question is compared with every phrase of several words by their embeddings, and the concepts of the nearest
are scored as if they had been read. A single word is the concept arm's matter: near words are often other things.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.index.ideas import Aspect
from assistant.index.vectors import VectorIndex
from assistant.vocabulary import Vocabulary

Floats = NDArray[np.float32]
LOOKED = 64  # nearest phrases looked at: a concept has many that are alike
MOST = 6  # concepts taken from them
LEAST = 0.35  # cosine under which a phrase says something else
CHANCE = 0.2  # cosine that any two texts of the field have: what is above it is certainty


def spoken(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """(phrase, concept id) of every phrase of more than one word, in the vocabulary's order."""
    return [(form, concept) for form, concept, _ in vocabulary.surface_forms() if " " in form]


class Phrases:
    """The vectors of the phrases, and which concept each names: `concepts` has as many as `vectors` has rows."""

    def __init__(self, vectors: VectorIndex, concepts: Sequence[str]) -> None:
        if vectors.units != len(concepts):
            raise ValueError(f"{vectors.units} vectors for {len(concepts)} phrases")
        self._vectors = vectors
        self._concepts = concepts

    def near(self, query: Floats) -> tuple[Aspect, ...]:
        """The concepts nearest to a query vector of shape (dimension,), each a thing asked for; the nearest first."""
        found: dict[str, float] = {}
        for place, cosine in self._vectors.nearest(query, LOOKED):
            if cosine < LEAST or len(found) == MOST:
                break
            found.setdefault(self._concepts[place], cosine - CHANCE)
        return tuple({concept: certainty} for concept, certainty in found.items())
