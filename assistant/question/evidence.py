"""Is the question answered at all? Judged on raw evidence, for fused scores say nothing of relevance.

The evidence is how much of the question the best document covers: the share of the question's idf
carried by words that stand in the document, or that name a concept the document has. A word that
stands nowhere weighs as the rarest. Share of idf covered told answerable from unanswerable questions
with an AUROC of 0.9 where fused scores told nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from assistant.index.bm25 import Bm25
from assistant.index.search import Scores
from assistant.index.store import Index
from assistant.question.reading import Reading
from assistant.question.spelling import zipf

ANSWER, PARTLY = 0.60, 0.42  # least coverage, in [0, 1], of an answer and of a part of one
TOP = 10  # documents looked at
COMMON = 3.8  # Zipf frequency from which a word is in everybody's mouth («sluppet») and tells little of the matter


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well the index covers a question: `coverage` in [0, 1], the words nothing covered."""

    coverage: float
    grade: Literal["answer", "partly", "none"]
    not_covered: tuple[str, ...]

    @classmethod
    def weigh(cls, index: Index, reading: Reading, scores: Scores) -> Evidence:
        """Weigh a question against the best documents."""
        terms = index.lexical["terms"]
        missing = tuple(
            word for word, term in reading.words if not len(terms.having(term)) and not reading.explained.get(term)
        )
        if reading.entitlement:
            return cls(0.0, "none", missing)
        weights = idfs(index, reading)
        total = sum(weights.values())
        if not total:
            # Nothing but a place, a status or a general word: the filters and the vocabulary are the evidence.
            known = bool(reading.filters or reading.query.concepts)
            return cls(float(known), "answer" if known else "none", missing)
        top = np.argsort(-scores.documents, kind="stable")[:TOP]
        coverage = max(
            sum(weights[term] for term in _covered(index, reading, index.units.passages + int(number))) / total
            for number in top
        )
        return cls(coverage, "answer" if coverage >= ANSWER else "partly" if coverage >= PARTLY else "none", missing)


def idfs(index: Index, reading: Reading) -> Mapping[str, float]:
    """The idf of each content word of the question; half of it for a common word that stands nowhere."""
    terms = index.lexical["terms"]
    return {
        term: terms.idf(term) * (0.5 if not len(terms.having(term)) and zipf(word) >= COMMON else 1.0)
        for word, term in reading.words
    }


def _covered(index: Index, reading: Reading, unit: int) -> Iterator[str]:
    for _, term in reading.words:
        concepts = reading.explained.get(term, ())
        if _has(index.lexical["terms"], term, unit) or any(_has(index.lexical["concepts"], c, unit) for c in concepts):
            yield term


def _has(arm: Bm25, term: str, unit: int) -> bool:
    members = arm.having(term)
    at = int(np.searchsorted(members, unit))
    return at < len(members) and int(members[at]) == unit
