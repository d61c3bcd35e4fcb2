"""Is the question answered at all? Judged on raw evidence, for fused scores say nothing of relevance.

The evidence is how much of the question the best document covers: the share of the question's idf
that its terms carry (words that stand nowhere weigh as the rarest), counted a little where only the
word's beginning or a concept is found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from assistant.index.search import Retriever, Scores
from assistant.index.store import Index
from assistant.question.reading import Reading

ANSWER, PARTLY = 0.62, 0.40  # least coverage, in [0, 1], of an answer and of a part of one
TOP = 10  # documents looked at


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well the index covers a question: `coverage` in [0, 1], the words nothing covered."""

    coverage: float
    grade: Literal["answer", "partly", "none"]
    not_covered: tuple[str, ...]

    @classmethod
    def weigh(cls, index: Index, retriever: Retriever, reading: Reading, scores: Scores) -> Evidence:
        """Weigh a question against the best documents."""
        weights = idfs(index, reading)
        total = sum(weights.values())
        missing = tuple(word for word, term in reading.words if _unknown(index, term) and word not in reading.explained)
        if not total:
            # Nothing but a place, a status or a concept: the filters and the vocabulary are the evidence.
            known = bool(reading.filters or reading.query.concepts)
            return cls(1.0 if known else 0.0, "answer" if known else "none", missing)
        top = np.argsort(-scores.documents, kind="stable")[:TOP]
        coverage = 0.0
        terms = index.lexical["terms"]
        for number in top:
            unit = index.units.passages + int(number)
            covered = sum(
                weight
                for term, weight in weights.items()
                if (at := np.searchsorted(terms.having(term), unit)) < len(terms.having(term))
                and terms.having(term)[at] == unit
            )
            coverage = max(coverage, covered / total)
        grade: Literal["answer", "partly", "none"] = (
            "answer" if coverage >= ANSWER else "partly" if coverage >= PARTLY else "none"
        )
        return cls(float(coverage), grade, missing)


def idfs(index: Index, reading: Reading) -> Mapping[str, float]:
    """The idf of each content word of the question."""
    terms = index.lexical["terms"]
    return {term: terms.idf(term) for _, term in reading.words}


def _unknown(index: Index, term: str) -> bool:
    return not len(index.lexical["terms"].having(term))
