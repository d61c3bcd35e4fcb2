"""What the arms score: the passages, then one whole and one head per document, in one numbering.

A head is the catalogue's card of a document: title, office, place, metadata, summary, and the questions it
answers. A whole is the card and the full text. Heads and wholes find the document, passages find the place
in it; only passages are quoted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.model import Document, Passage

Floats = NDArray[np.float32]
# Nearly every tiltak ticks the same paragraphs: the list says nothing of what a tiltak is about.
SILENT = frozenset({"law_sections"})
DECAY = (1.0, 0.5, 0.25)  # weights of a document's best, second and third passage


@dataclass(frozen=True, slots=True)
class Units:
    """Unit u is passage u for u < passages, then come the documents' wholes, then their heads.

    `owner` has shape (units,): the number of the document each unit belongs to.
    """

    passages: int
    documents: int
    owner: NDArray[np.int32]

    @classmethod
    def of(cls, documents: Sequence[Document], passages: Sequence[Passage]) -> Units:
        """The units of these documents and their passages."""
        number = {document.doc_id: i for i, document in enumerate(documents)}
        owners = [number[p.doc_id] for p in passages] + list(range(len(documents))) * 2
        return cls(len(passages), len(documents), np.array(owners, dtype=np.int32))

    def wholes(self, scores: Floats) -> Floats:
        """The scores of the wholes, shape (documents,)."""
        return scores[self.passages : self.passages + self.documents]

    def heads(self, scores: NDArray[Any]) -> NDArray[Any]:
        """The rows of the heads, such as their scores, shape (documents, …)."""
        return scores[self.passages + self.documents :]

    def best(self, scores: Floats, weights: Sequence[float] = DECAY) -> Floats:
        """The weighted mean of each document's best passages, best first: shape (documents,), zero for one without."""
        found = scores[: self.passages]
        owner = self.owner[: self.passages]
        order = np.lexsort((-found, owner))
        sorted_owner = owner[order]
        starts = np.searchsorted(sorted_owner, np.arange(self.documents))
        place = np.arange(len(order)) - starts[sorted_owner]
        total = np.zeros(self.documents, dtype=np.float32)
        for rank, weight in enumerate(weights):
            at = place == rank
            total[sorted_owner[at]] += weight * found[order[at]]
        return total / sum(weights)


def texts(documents: Sequence[Document], passages: Sequence[Passage], labels: Mapping[str, str]) -> list[str]:
    """The text of every unit. `labels` maps concept ids to words."""
    wholes = [whole(document, labels) for document in documents]
    return [p.text for p in passages] + wholes + [head(document, labels) for document in documents]


def head(document: Document, labels: Mapping[str, str]) -> str:
    """The catalogue's card of a document, as one text."""
    words = [labels.get(value, value) for values in document.facets.values() for value in values]
    card = [document.title, document.office, document.county, *words, document.summary, *document.questions]
    return "\n".join(filter(None, card))


def whole(document: Document, labels: Mapping[str, str]) -> str:
    """All that is known of a document, as one text."""
    return "\n".join([head(document, labels), *(s.text for s in document.sections if s.key not in SILENT)])
