"""What an answer is. One that cites what is not there, or quotes what does not stand so, cannot be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from assistant.messages import Language
from assistant.model import Citation, Hit

Grade = Literal["answer", "partly", "none"]
Form = Literal["list", "experience", "fact", "profile", "similar", "compare", "none"]
Texts = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of an answer: our few words, then quotes, each the quote of one of `citations`.

    `lead` is ours; `citations` are numbers in the order they are shown. `doc_id` is the document that the
    line is about, if one; `rank` its number in a list («fortell om nr. 2»), else 0.
    """

    lead: str
    citations: tuple[int, ...] = ()
    heading: bool = False
    doc_id: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a comparison: what is compared, and for each document the number of its statement."""

    name: str
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A comparison: the documents in their order, and the rows. Statement numbers count from 0."""

    doc_ids: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value to narrow an answer to: as a filter takes it, as it is shown, and how many documents have it."""

    value: str
    shown: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter name and its values among the documents that cover a question, the most common first."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Preference:
    """Something read from a question that lifts documents but bars none: the filter it would be, if made one."""

    name: str
    value: str
    shown: str


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """Which index answered: when it was built (UTC, ISO 8601), how much it holds."""

    built: str
    documents: int
    passages: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer.

    `filters` are those in force (name: value shown); `also_searched` the words and concepts added
    to the question; `not_covered` the words nothing covered; `notes` say how the question was read.
    `texts` holds the whole text of every section cited, by (document id, section key): each quote is
    compared with it when the answer is made. `matching` counts the documents that cover the question, `facets`
    what they are; `preferred` is what the question prefers without demanding it.

    Raises:
        ValueError: A statement cites a number that is not there, numbers are not 1..n, an answer that
            found nothing cites something, or a quote is not that slice of its section, letter for letter.
    """

    question: str
    grade: Grade
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    hits: tuple[Hit, ...]
    index: IndexInfo
    titles: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    filters: Mapping[str, str] = field(default_factory=dict)
    also_searched: tuple[str, ...] = ()
    not_covered: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    form: Form = "list"
    language: Language = "nb"
    texts: Texts = field(default_factory=dict, repr=False, compare=False)
    table: Table | None = None
    matching: int = 0
    facets: tuple[Facet, ...] = ()
    preferred: tuple[Preference, ...] = ()

    def __post_init__(self) -> None:
        numbers = [c.number for c in self.citations]
        if numbers != list(range(1, len(numbers) + 1)):
            raise ValueError(f"citations are numbered {numbers}")
        for statement in self.statements:
            for number in statement.citations:
                if not 1 <= number <= len(numbers):
                    raise ValueError(f"statement cites [{number}], which does not exist")
        if self.grade == "none" and self.citations:
            raise ValueError("an answer that found nothing cites nothing")
        for citation in self.citations:
            verified(citation, self.texts)
        for row in self.table.rows if self.table else ():
            if any(not 0 <= number < len(self.statements) for number in row.statements):
                raise ValueError(f"the row «{row.name}» shows a statement that does not exist")

    @property
    def answered(self) -> bool:
        """Whether anything was found."""
        return self.grade != "none"

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the documents cited, in the order of their first citation."""
        return tuple(dict.fromkeys(c.doc_id for c in self.citations))

    def text(self, statement: Statement) -> str:
        """A statement as one line: our words and the quotes in « »."""
        quotes = " ".join(f"«{self.citations[n - 1].quote}»" for n in statement.citations)
        return f"{statement.lead} {quotes}".strip()


def verified(citation: Citation, texts: Texts) -> Citation:
    """The citation, if its quote is that slice of that section.

    Raises:
        ValueError: The section is not there, or the quote is not that slice, character for character.
    """
    text = texts.get((citation.doc_id, citation.section), "")
    if not citation.quote or text[citation.start : citation.end] != citation.quote:
        raise ValueError(f"citation [{citation.number}] is no slice of {citation.doc_id}/{citation.section}")
    return citation
