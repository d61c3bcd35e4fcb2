"""Likeness: what is like the best documents of a question is lifted, for what answers it speaks of the same things.

Pseudo-relevance feedback after Rocchio 1971, «Relevance feedback in information retrieval»: the mean of the best
documents, weighed by 1 / log2(rank + 1), is a second query. Documents are compared by the concepts of their heads
and by the vectors of these.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.index.fusion import normalise

Floats = NDArray[np.float32]
BEST = 5  # documents taken to be relevant
SHARE = 0.3  # of the range of fused scores: what the likest document gains


class Likeness:
    """`between` has shape (documents, documents): how like any two are, as an inner product. Some thousands at most."""

    def __init__(self, between: Floats) -> None:
        self._between = between

    @classmethod
    def of(cls, strengths: NDArray[Any], vectors: Floats) -> Likeness:
        """The mean of two cosines: of concepts, shape (documents, concepts), and of vectors, (documents, dimension).

        A concept weighs log(1 + n / (1 + documents that have it)).
        """
        rarity = np.log1p(len(strengths) / (1 + np.count_nonzero(strengths, axis=0)))
        cosines = [rows @ rows.T for rows in (_unit(strengths * rarity), _unit(vectors))]
        return cls(np.mean(cosines, axis=0, dtype=np.float32))

    def save(self, path: Path) -> None:
        """Write as one .npy file."""
        np.save(path, self._between, allow_pickle=False)

    @classmethod
    def load(cls, path: Path) -> Likeness:
        """Read what `save` wrote.

        Raises:
            ValueError, OSError: The file is damaged or missing.
        """
        return cls(np.load(path, allow_pickle=False))

    @property
    def documents(self) -> int:
        """How many documents are compared."""
        return len(self._between)

    def lift(self, scores: NDArray[Any]) -> Floats:
        """What likeness to the best adds, in [0, SHARE]: shape (…, documents), as the scores."""
        best = np.argsort(-scores, axis=-1, kind="stable")[..., :BEST]
        weights = 1 / np.log2(np.arange(2, best.shape[-1] + 2, dtype=np.float32))
        alike = normalise(np.einsum("b,...bd->...d", weights, self._between[best]))
        return alike * np.float32(SHARE)


def _unit(rows: NDArray[Any]) -> Floats:
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    found: Floats = np.divide(rows, length, out=np.zeros(rows.shape), where=length > 0).astype(np.float32)
    return found
