"""What an answer is. One whose citation number does not resolve, or whose quote is not verbatim, cannot be made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from assistant.model import Citation, Hit

Grade = Literal["answer", "partly", "none"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of an answer: our few words, then quotes, each the quote of one of `citations`.

    `lead` is ours; `quotes` are citation numbers in the order they are shown.
    """

    lead: str
    citations: tuple[int, ...] = ()
    heading: bool = False


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

    Raises:
        ValueError: A statement cites a number that is not there, numbers are not 1..n, or an answer
            that found nothing cites something.
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

    @property
    def answered(self) -> bool:
        """Whether anything was found."""
        return self.grade != "none"

    def text(self, statement: Statement) -> str:
        """A statement as one line: our words and the quotes in « »."""
        quotes = " ".join(f"«{self.citations[n - 1].quote}»" for n in statement.citations)
        return f"{statement.lead} {quotes}".strip()


def verified(citation: Citation, section_text: Callable[[str, str], str]) -> Citation:
    """The citation, if its quote is that slice of that section.

    Raises:
        ValueError: It is not, character for character.
    """
    text = section_text(citation.doc_id, citation.section)
    if not citation.quote or text[citation.start : citation.end] != citation.quote:
        raise ValueError(f"citation [{citation.number}] is no slice of {citation.doc_id}/{citation.section}")
    return citation
