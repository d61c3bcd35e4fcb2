"""Sections split into passages: runs of whole sentences, long enough to be understood alone."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.model import Document, Passage, Section
from assistant.text import sentences

TARGET = 420  # characters: a passage is closed once it has this many
LIMIT = 900  # characters: a single sentence may be longer, several together may not


def split(documents: Iterable[Document]) -> tuple[Passage, ...]:
    """The passages of all documents, numbered from 0 in document and section order."""
    found: list[Passage] = []
    for document in documents:
        for section in document.sections:
            for start, end in _runs(section):
                found.append(
                    Passage(
                        passage_id=len(found),
                        doc_id=document.doc_id,
                        section=section.key,
                        text=section.text[start:end],
                        start=start,
                        end=end,
                        source=section.reference(start, end),
                    )
                )
    return tuple(found)


def _runs(section: Section) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = end = -1
    for first, last in sentences.spans(section.text):
        if start >= 0 and (end - start >= TARGET or last - start > LIMIT):
            runs.append((start, end))
            start = -1
        start = first if start < 0 else start
        end = last
    if start >= 0:
        # A short rest says little alone: it joins the run before it where there is room.
        if runs and end - start < TARGET // 4 and end - runs[-1][0] <= LIMIT:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs
