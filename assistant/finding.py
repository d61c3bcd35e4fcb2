"""Finding: a question that has been read becomes hits, with the evidence that they answer it at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.answer.relevance import relevant
from assistant.answer.scope import Kit, Scope
from assistant.index.search import Floats, Retriever, Scores
from assistant.index.store import Index
from assistant.messages import Language
from assistant.model import Hit
from assistant.question.evidence import Evidence
from assistant.question.filters import Filter
from assistant.question.reading import Reader, Reading
from assistant.question.why import why


class Finder:
    """Finds the documents of one open index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._retriever = Retriever(index)

    @cached_property
    def reader(self) -> Reader:
        """What reads questions: the vocabulary, the places and the index's own words."""
        return Reader(self.index)

    @cached_property
    def kit(self) -> Kit:
        """What every answer needs of the index."""
        return Kit(self.index, self.reader)

    def scope(self, reading: Reading, k: int = 5, language: Language = "nb") -> Scope:
        """A question with all that was found for it; the first k hits have their passages and say why."""
        scores = self._retriever.score(reading.query)
        evidence = Evidence.weigh(self.index, reading, scores)
        allowed = self.reader.allowed(reading.filters)
        preference = self._retriever.liked(scores, self.reader.preference(reading))
        hits = self._ranked(scores, allowed, preference, reading, k)
        scope = Scope(self.kit, reading, hits, evidence, int(allowed.sum()), k, language)
        if reading.filters and hits and scope.weights.total:
            # Evidence outside the filter is none inside it.
            inside = max(scope.covers(hit.doc_id) for hit in hits)
            scope = replace(scope, evidence=evidence.at_most(inside))
        return scope

    def run(self, reading: Reading, k: int) -> tuple[Hit, ...]:
        """The best k hits; none for a question that is refused."""
        scope = self.scope(reading, k)
        return scope.hits[:k] if scope.evidence.grade != "none" else ()

    def covering(self, reading: Reading, filters: Sequence[Filter]) -> int:
        """How many documents cover a question under other filters."""
        scope = self.scope(replace(reading, filters=tuple(filters)))
        return len(relevant(scope)) if scope.evidence.grade != "none" else 0

    def _ranked(
        self, scores: Scores, allowed: NDArray[np.bool_], preference: Floats, reading: Reading, k: int
    ) -> tuple[Hit, ...]:
        """All documents allowed, best first: what is counted must be exact."""
        best = self._retriever.rank(scores, allowed, preference, k)
        reasons = why(self.index, reading, [self.kit.numbers[hit.doc_id] for hit in best])
        shown = [replace(hit, why=reason) for hit, reason in zip(best, reasons, strict=True)]
        total = scores.documents + preference
        numbers = np.flatnonzero(allowed)
        order = numbers[np.lexsort((numbers, -total[numbers]))][len(shown) :]
        rest = (
            Hit(self.index.documents[number].doc_id, rank, float(total[number]), {}, ())
            for rank, number in enumerate(order, len(shown) + 1)
        )
        return (*shown, *rest)
