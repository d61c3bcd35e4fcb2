"""Exact nearest neighbours over unit vectors. The only module that imports faiss, and that only when first needed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def _faiss() -> Any:
    import faiss

    # To start threads takes longer than to compare one question with ten thousand texts.
    faiss.omp_set_num_threads(1)
    return faiss


class VectorIndex:
    """Inner product over L2-normalised rows, which is the cosine, in [-1, 1]."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def fit(cls, rows: Floats) -> VectorIndex:
        """An index of rows, shape (units, dimension), each of length 1."""
        index = _faiss().IndexFlatIP(rows.shape[1])
        index.add(np.ascontiguousarray(rows, dtype=np.float32))
        return cls(index)

    @property
    def units(self) -> int:
        """How many rows the index holds."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Length of a row."""
        return int(self._index.d)

    def scores(self, query: Floats) -> Floats:
        """The cosine of every unit to a query vector of shape (dimension,): shape (units,)."""
        found, ids = self._index.search(np.ascontiguousarray(query[None, :], dtype=np.float32), self.units)
        total = np.zeros(self.units, dtype=np.float32)
        total[ids[0]] = found[0]
        return total

    def nearest(self, query: Floats, k: int) -> list[tuple[int, float]]:
        """(row, cosine) of the k rows nearest to a query vector of shape (dimension,), the nearest first.

        Rows equally near come in their own order.
        """
        k = min(k, self.units)
        if not k:
            return []
        found, ids = self._index.search(np.ascontiguousarray(query[None, :], dtype=np.float32), k)
        order = np.lexsort((ids[0], -found[0]))
        return [(int(ids[0][i]), float(found[0][i])) for i in order]

    def rows(self, first: int, count: int) -> Floats:
        """The rows from `first` on, shape (count, dimension)."""
        found: Floats = self._index.reconstruct_n(first, count)
        return found

    def save(self, path: Path) -> None:
        """Write the index; the bytes go through Python, for faiss cannot open every Windows path."""
        path.write_bytes(_faiss().serialize_index(self._index).tobytes())

    @classmethod
    def load(cls, path: Path) -> VectorIndex:
        """Read what `save` wrote.

        Raises:
            OSError, RuntimeError: The file is missing or damaged.
        """
        faiss = _faiss()
        return cls(faiss.deserialize_index(np.frombuffer(path.read_bytes(), dtype=np.uint8)))
