"""Sentences that can be quoted, each with the terms and concepts it names. Made when a section is first needed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass

from assistant.answer import quality
from assistant.concepts import ConceptMatcher
from assistant.model import Document, Section
from assistant.text import sentences
from assistant.text.analyzer import Analyzer

DOUBTED = 0.7  # worth of a sentence with an odd word in it
TAKEN_BACK = 0.5  # worth of a sentence whose next one takes it back and is too long to be quoted with it
FEW = 4  # words of matter: a sentence with fewer says little
MOST_ITEMS = 6  # points of a list that are quoted with the line that leads to them


@dataclass(frozen=True, slots=True)
class Quotable:
    """A run of whole sentences, section.text[start:end], that can stand alone.

    `worth` in (0, 1] says how well; `terms`, `parts` (of compounds) and `concepts` are what it names.
    """

    section: Section
    start: int
    end: int
    worth: float
    terms: frozenset[str]
    parts: frozenset[str]
    concepts: frozenset[str]

    @property
    def text(self) -> str:
        """The words quoted."""
        return self.section.text[self.start : self.end]

    def like(self, other: Quotable) -> float:
        """Share of the smaller one's terms that both have, in [0, 1]: near-duplicates come near 1."""
        smaller = min(len(self.terms), len(other.terms))
        return len(self.terms & other.terms) / smaller if smaller else 0.0

    def overlaps(self, other: Quotable) -> bool:
        """Whether both quote some of the same words of the same section."""
        return self.section is other.section and self.start < other.end and other.start < self.end


class Sentences:
    """The quotable sentences of documents, analyzed when first needed and kept: an open index never changes."""

    def __init__(self, analyzer: Analyzer, matcher: ConceptMatcher, lost: Set[str]) -> None:
        self._analyzer = analyzer
        self._matcher = matcher
        self._lost = lost
        self._runs: dict[tuple[str, str], tuple[tuple[int, int, float], ...]] = {}
        self._made: dict[tuple[str, str, int, int], Quotable | None] = {}

    def of(self, document: Document, keys: Collection[str] = ()) -> Iterator[Quotable]:
        """The quotable sentences of a document, in reading order; of these sections only, where any are given."""
        for section in document.sections:
            if not keys or section.key in keys:
                yield from self.within(document, section, 0, len(section.text))

    def within(self, document: Document, section: Section, start: int, end: int) -> Iterator[Quotable]:
        """The quotable sentences that have a word of section.text[start:end]."""
        name = (document.doc_id, section.key)
        if name not in self._runs:
            self._runs[name] = tuple(runs(section.text, section.confidence, section.key in quality.LED))
        for first, last, worth in self._runs[name]:
            if first < end and start < last:
                place = (*name, first, last)
                if place not in self._made:
                    self._made[place] = self._quotable(document, section, first, last, worth)
                made = self._made[place]
                if made is not None:
                    yield made

    def _quotable(self, document: Document, section: Section, start: int, end: int, worth: float) -> Quotable | None:
        text = section.text[start:end]
        if quality.damaged(text, section.uncertain, f"{document.title} {document.office}", self._lost):
            return None
        if quality.doubts(text, section.uncertain):
            worth *= DOUBTED
        if len(set(stems := self._analyzer.terms(text, parts=False))) < FEW and section.key != "target_group":
            worth *= DOUBTED
        parts = frozenset(part for one in stems for part in self._analyzer.parts(one))
        return Quotable(section, start, end, worth, frozenset(stems), parts, self._matcher.named(stems, text))


def runs(text: str, confidence: float = 1.0, led: bool = False) -> Iterator[tuple[int, int, float]]:
    """(start, end, worth) of each run of sentences that can stand alone.

    A sentence that points back comes with the one it points to, or not at all; a line that ends in a colon
    comes with the points of its list.

    Args:
        led: The first sentence goes on from the words of the form.
    """
    spans = sentences.spans(text)
    for number, (start, end) in enumerate(spans):
        words = text[start:end]
        # Where the boundary of the section is uncertain, its first words may be another's last.
        first = number == 0 and confidence >= 0.85
        if words.endswith(":"):
            end = _list_end(text, spans, number)
            if end == spans[number][1]:
                continue
            words = text[start:end]
        if quality.points_back(words):
            if not number:
                continue
            before = spans[number - 1][0]
            leading = text[before : spans[number - 1][1]]
            apart = "\n" in text[before:start] or end - before > quality.LONG
            if apart or not quality.ended(words) or quality.points_back(leading):
                continue
            worth = min(quality.worth(leading, number == 1 and confidence >= 0.85), quality.worth(words, True)) * 0.9
            start = before
        else:
            worth = quality.worth(words, first, led and first)
        if worth > 0 and (after := _taken_back(text, spans, number)):
            whole = after - start <= quality.LONG
            end, worth = (after, worth) if whole else (end, worth * TAKEN_BACK)
        if worth > 0:
            yield start, end, worth


def _taken_back(text: str, spans: Sequence[tuple[int, int]], number: int) -> int:
    """Where the next sentence ends if it takes back this one; else 0."""
    if number + 1 == len(spans):
        return 0
    start, end = spans[number + 1]
    apart = "\n" in text[spans[number][1] : start]
    return end if not apart and quality.turned(text[start:end]) else 0


def _list_end(text: str, spans: Sequence[tuple[int, int]], number: int) -> int:
    """Where the list that a line leads to ends: its points follow, each on a line of its own."""
    end = spans[number][1]
    for start, stop in spans[number + 1 : number + 1 + MOST_ITEMS]:
        point = text[start:stop]
        if stop - spans[number][0] > quality.LONG or quality.bare(point) == point:
            break
        end = stop
    return end
