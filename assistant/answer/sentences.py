"""Choosing the sentence of a document that shows best why it fits a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from assistant.model import Document, Section
from assistant.text import sentences

# A sentence that opens with one of these points back: alone it says nothing.
_POINTS_BACK = re.compile(
    r"^[«\"]?(?:dette|det|den|denne|disse|de|dei|desse|han|hun|ho|her|der|slik|slike|derfor|difor|dermed|også|samt|men"
    r"|og|eller|likevel|allikevel|i tillegg|videre|vidare|dessuten|samtidig|på denne måten|her|da|så)\b",
    re.IGNORECASE,
)
SHORT, LONG = 40, 420  # characters: shorter sentences tell little, longer ones are not read
_SECTION_WEIGHT: Mapping[str, float] = {
    "law_sections": 0.2, "tried_elsewhere": 0.6, "interest": 0.6, "start_date": 0.1, "report_type": 0.1,
    "description": 1.15, "target_group": 1.1, "achieved": 1.1, "publication": 0.7,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quote:
    """A run of whole sentences: section.text[start:end], with its worth for the question."""

    section: Section
    start: int
    end: int
    score: float

    @property
    def text(self) -> str:
        """The words quoted."""
        return self.section.text[self.start : self.end]


def best(
    document: Document,
    weights: Mapping[str, float],
    terms: Callable[[str], Iterable[str]],
    sections: Iterable[str] = (),
    most: int = 1,
) -> list[Quote]:
    """The document's best quotes for weighted query terms, best first; none that shares no term.

    Args:
        weights: Query terms and their weights (idf).
        terms: The analysis that made them.
        sections: Keys to choose from; all when empty.
        most: How many quotes, of different sentences.
    """
    wanted = set(sections)
    found: list[Quote] = []
    for section in document.sections:
        if wanted and section.key not in wanted:
            continue
        found += _candidates(section, weights, terms)
    found.sort(key=lambda q: (-q.score, q.section.key, q.start))
    chosen: list[Quote] = []
    for quote in found:
        if quote.score <= 0 or len(chosen) == most:
            break
        if all(q.section.key != quote.section.key or q.end <= quote.start or quote.end <= q.start for q in chosen):
            chosen.append(quote)
    return chosen


def _candidates(
    section: Section, weights: Mapping[str, float], terms: Callable[[str], Iterable[str]]
) -> Iterable[Quote]:
    spans = sentences.spans(section.text)
    for number, (start, end) in enumerate(spans):
        text = section.text[start:end]
        shared = set(terms(text)) & weights.keys()
        score = sum(weights[term] for term in shared) * _SECTION_WEIGHT.get(section.key, 1.0)
        if not score:
            continue
        if number and _POINTS_BACK.match(text):
            # Together with what it points to, or not at all.
            previous = spans[number - 1][0]
            if end - previous > LONG or _POINTS_BACK.match(section.text[previous:start]):
                score *= 0.5
            else:
                start = previous
                score *= 0.95
        length = end - start
        if length < SHORT or length > LONG:
            score *= 0.6
        if text.rstrip().endswith((":", "?")):
            score *= 0.6
        yield Quote(section, start, end, score)
