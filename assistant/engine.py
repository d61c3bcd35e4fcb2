"""The assistant without a screen: one object that opens an index and answers questions.

Everything a user interface needs goes through here; nothing here knows of a terminal.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from assistant.answer.compose import compose
from assistant.answer.types import Answer
from assistant.errors import UsageError
from assistant.index.search import Retriever
from assistant.index.store import Index, open_index
from assistant.model import Document
from assistant.question.evidence import Evidence
from assistant.question.filters import Filter
from assistant.question.reading import Reader, Reading


class Assistant:
    """Answers questions from an open index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._retriever = Retriever(index)

    @classmethod
    def open(cls, folder: Path) -> Assistant:
        """Open the index of a folder.

        Raises:
            IndexMissingError, IndexDamagedError: There is none, or it is damaged.
        """
        return cls(open_index(folder))

    @cached_property
    def reader(self) -> Reader:
        """What reads questions: the vocabulary, the places and the index's own words."""
        return Reader(self.index)

    def ask(self, question: str, filters: Sequence[tuple[str, str]] = (), k: int = 5) -> Answer:
        """Answer a question from at most k documents.

        Args:
            filters: (name, value) pairs, applied before the cut besides those read from the question.

        Raises:
            UsageError: The question is empty, holds a national identity number, or a filter is unknown.
        """
        reading = self.reader.read(question, filters)
        return self.answer(reading, k)

    def answer(self, reading: Reading, k: int = 5) -> Answer:
        """Answer a question that has been read."""
        scores = self._retriever.score(reading.query)
        evidence = Evidence.weigh(self.index, reading, scores)
        allowed = self.reader.allowed(reading.filters)
        hits = self._retriever.rank(scores, allowed, self.reader.preference(reading), k)
        return compose(self.index, reading, hits, evidence, int(allowed.sum()))

    def run(self, question: str, k: int = 100) -> list[tuple[str, float]]:
        """(document id, score) of the best k documents; nothing for a question it would refuse."""
        try:
            reading = self.reader.read(question)
        except UsageError:
            return []
        scores = self._retriever.score(reading.query)
        if Evidence.weigh(self.index, reading, scores).grade == "none":
            return []
        hits = self._retriever.rank(scores, self.reader.allowed(reading.filters), self.reader.preference(reading), k)
        return [(hit.doc_id, hit.score) for hit in hits]

    def document(self, doc_id: str) -> Document:
        """A document by id, in any letter case.

        Raises:
            UsageError: There is none.
        """
        found = self.index.by_id.get(doc_id) or self.index.by_id.get(doc_id.upper())
        if found is None:
            raise UsageError(f"dokumentet «{doc_id}» finnes ikke i indeksen", "Finn id-en med: tiltak ask")
        return found


__all__ = ["Assistant", "Filter"]
