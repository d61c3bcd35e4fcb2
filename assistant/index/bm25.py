"""The lexical arms: BM25 over any kind of terms. The only module that imports rank_bm25.

rank_bm25 computes the statistics; it keeps nothing on disk and scores every unit in Python for each
query, so the finished weights are kept as postings (term -> units and weights) and a query is a sum
of a few slices. The scores are those of `rank_bm25.BM25Okapi.get_scores` (a test compares them).

Formula: Robertson & Zaragoza 2009, «The Probabilistic Relevance Framework: BM25 and Beyond»;
rank_bm25 floors a negative idf at epsilon times the mean idf.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Bm25:
    """Postings of BM25 weights over `units` texts; `rows` maps a term to its slice of the arrays."""

    units: int
    rows: Mapping[str, int]
    starts: NDArray[np.int64]
    members: NDArray[np.int32]
    weights: Floats
    idfs: Floats

    @classmethod
    def fit(cls, texts: Sequence[Sequence[str]], k1: float = 1.2, b: float = 0.75) -> Bm25:
        """Postings of these texts' terms. A text, or all of them, may be empty."""
        if not any(texts):  # rank_bm25 divides by the number of words
            empty = np.zeros(0, dtype=np.float32)
            return cls(len(texts), {}, np.zeros(1, dtype=np.int64), np.zeros(0, dtype=np.int32), empty, empty)
        from rank_bm25 import BM25Okapi

        fitted = BM25Okapi([list(text) for text in texts], k1=k1, b=b)
        postings: dict[str, list[tuple[int, float]]] = {}
        for unit, counts in enumerate(fitted.doc_freqs):
            length = k1 * (1 - b + b * fitted.doc_len[unit] / fitted.avgdl)
            for term, count in counts.items():
                weight = fitted.idf[term] * count * (k1 + 1) / (count + length)
                postings.setdefault(term, []).append((unit, weight))
        terms = sorted(postings)
        sizes = [len(postings[term]) for term in terms]
        return cls(
            units=len(texts),
            rows={term: row for row, term in enumerate(terms)},
            starts=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            members=np.array([unit for term in terms for unit, _ in postings[term]], dtype=np.int32),
            weights=np.array([weight for term in terms for _, weight in postings[term]], dtype=np.float32),
            idfs=np.array([fitted.idf[term] for term in terms], dtype=np.float32),
        )

    def scores(self, query: Mapping[str, float]) -> Floats:
        """The BM25 score of every unit, shape (units,), for query terms with weights."""
        total = np.zeros(self.units, dtype=np.float32)
        for term, weight in query.items():
            row = self.rows.get(term)
            if row is not None:
                span = slice(int(self.starts[row]), int(self.starts[row + 1]))
                total[self.members[span]] += weight * self.weights[span]
        return total

    def idf(self, term: str) -> float:
        """The term's idf; for a term that stands nowhere, that of the rarest possible term."""
        row = self.rows.get(term)
        if row is None:
            return float(np.log((self.units + 0.5) / 0.5)) if self.units else 0.0
        return float(self.idfs[row])

    def having(self, term: str) -> NDArray[np.int32]:
        """The units that have the term, ascending."""
        row = self.rows.get(term)
        return self.members[0:0] if row is None else self.members[self.starts[row] : self.starts[row + 1]]

    def save(self, path: Path) -> None:
        """Write the postings as one .npz file without pickled objects."""
        terms = np.frombuffer("\n".join(self.rows).encode("utf-8"), dtype=np.uint8)
        with path.open("wb") as file:
            np.savez(
                file, units=np.array([self.units]), terms=terms, starts=self.starts, members=self.members,
                weights=self.weights, idfs=self.idfs,
            )  # fmt: skip

    @classmethod
    def load(cls, path: Path) -> Bm25:
        """Read what `save` wrote.

        Raises:
            ValueError, OSError, KeyError: The file is damaged or missing.
        """
        with np.load(path, allow_pickle=False) as stored:
            text = stored["terms"].tobytes().decode("utf-8")
            terms = text.split("\n") if text else []
            return cls(
                units=int(stored["units"][0]),
                rows={term: row for row, term in enumerate(terms)},
                starts=stored["starts"],
                members=stored["members"],
                weights=stored["weights"],
                idfs=stored["idfs"],
            )
