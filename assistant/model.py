"""The types every stage shares: what is read, searched and cited.

The data's way: reader -> RawDocument -> Document -> Passage -> Hit -> Answer. Everything here is
frozen; a stage makes new values and never changes the ones it was given. All character offsets
are half-open ranges into a section's text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from types import MappingProxyType
from typing import Literal

Kind = Literal["tiltak", "evaluation"]
Language = Literal["nb", "nn", "en"]
EMPTY: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_OFFSET = itemgetter(0)  # of a mark
RECORDS = "corpus/records/"  # in front of the name of a record that is quoted as it stands


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a source file, without its line break. `number` counts from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class RawSection:
    """An answer as printed.

    `lines` runs from the first to the last non-empty line, blank lines between them included.
    `confidence` in [0, 1] says how sure the reader is of both boundaries (1 = marked in print).
    """

    key: str
    lines: tuple[Line, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class RawDocument:
    """What a reader finds in a source file, before repair and masking.

    `local_id` is unique within the file; the importer gives the public id. `page` and `row` count
    from 0 (printed tables only). `title`, `office` and `county` are as printed. `contacts` are the
    printed e-mail addresses: the importer needs them to mask names and never passes them on.
    """

    local_id: str
    kind: Kind
    title: str
    office: str
    county: str
    year: int | None
    file: str
    sections: tuple[RawSection, ...]
    page: int | None = None
    row: int | None = None
    contacts: tuple[str, ...] = ()
    metadata: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a text stands: file name, first and last line (from 1); page and row count from 0."""

    file: str
    line_start: int | None = None
    line_end: int | None = None
    page: int | None = None
    row: int | None = None

    @property
    def recorded(self) -> bool:
        """Whether this is a summary of the catalogue's, not a report."""
        return self.file.startswith(RECORDS)


@dataclass(frozen=True, slots=True)
class Section:
    """One answered question, readable: repaired, masked and joined to running text.

    `marks` holds (offset in text, line number) for every source line that contributes, ascending
    in both, so any slice of `text` leads back to its printed lines. `changes` counts repaired
    words, `uncertain` lists the words that could not be decided and stand as printed, `printed` keeps
    the source lines as printed (personal data masked).
    """

    key: str
    text: str
    source: SourceRef
    marks: tuple[tuple[int, int], ...] = ()
    language: Language = "nb"
    confidence: float = 1.0
    changes: int = 0
    uncertain: tuple[str, ...] = ()
    printed: tuple[Line, ...] = ()

    def reference(self, start: int, end: int) -> SourceRef:
        """The source reference of text[start:end]."""
        if not self.marks:
            return self.source
        first = self.marks[max(bisect_right(self.marks, start, key=_OFFSET) - 1, 0)][1]
        last = self.marks[max(bisect_right(self.marks, max(end - 1, start), key=_OFFSET) - 1, 0)][1]
        s = self.source
        return SourceRef(s.file, first, last, s.page, s.row)


@dataclass(frozen=True, slots=True)
class Document:
    """A tiltak or an evaluation, ready to be searched and quoted.

    `facets` maps a facet name (target_group, method, ...) to concept ids of the vocabulary;
    `age` is (lowest, highest) in years, None where open. `masked` counts personal data replaced,
    by kind. `summary` is the catalogue's own words about the document, `questions` what it answers in the
    words of those who ask: both for finding, not for quoting.
    """

    doc_id: str
    kind: Kind
    title: str
    office: str
    county: str
    year: int | None
    language: Language
    sections: tuple[Section, ...]
    source: SourceRef
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: EMPTY)
    age: tuple[int | None, int | None] = (None, None)
    masked: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    summary: str = ""
    questions: tuple[str, ...] = ()

    def section(self, key: str) -> Section | None:
        """The section with this key, or None."""
        return next((s for s in self.sections if s.key == key), None)


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences: sections[section].text[start:end] == text, always."""

    passage_id: int
    doc_id: str
    section: str
    text: str
    start: int
    end: int
    source: SourceRef


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found for a query.

    `rank` counts from 1, `score` is the fused score (for ordering only: it says nothing about
    relevance), `components` the raw score per arm, `passages` the best ones, best first.
    """

    doc_id: str
    rank: int
    score: float
    components: Mapping[str, float]
    passages: tuple[Passage, ...]
    why: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim slice of a section: the document's section text[start:end] == quote."""

    number: int
    doc_id: str
    title: str
    office: str
    county: str
    section: str
    quote: str
    start: int
    end: int
    source: SourceRef
