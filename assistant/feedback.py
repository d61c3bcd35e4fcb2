"""What users think of answers, kept on their own machine for maintainers they choose to give it to.

One JSON object a line. Questions and comments are masked for personal data before they are shown or kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant import private
from assistant.answer.types import Answer
from assistant.errors import UsageError
from assistant.text.privacy import find_in_question, mask

LABELS = ("wrong_project", "lacking", "outdated", "out_of_context", "useful")
LONGEST = 1000  # characters of a comment


@dataclass(frozen=True, slots=True)
class Note:
    """All that is kept of one feedback: nothing else is written."""

    date: str
    question: str
    filters: Mapping[str, str]
    cited: tuple[str, ...]
    labels: tuple[str, ...]
    comment: str
    index_built: str

    def to_json(self) -> str:
        """The note as one line."""
        return json.dumps(asdict(self), ensure_ascii=False)


def note(answer: Answer, labels: Sequence[str], comment: str, date: str) -> Note:
    """What would be kept of a feedback.

    Args:
        labels: Some of LABELS.
        date: Today, ISO 8601.

    Raises:
        UsageError: Nothing was said.
    """
    said = masked(" ".join(comment.split()))[:LONGEST]
    if not labels and not said:
        raise UsageError("error.feedback")
    return Note(
        date=date,
        question=masked(answer.question),
        filters=dict(answer.filters),
        cited=answer.cited,
        labels=tuple(label for label in LABELS if label in labels),
        comment=said,
        index_built=answer.index.built,
    )


def masked(text: str) -> str:
    """A text without identity numbers, telephone numbers, addresses and names."""
    return mask(text, find_in_question(text))


class Feedback:
    """The notes in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def of_user(cls) -> Feedback:
        """The notes of the user of this machine."""
        return cls(private.data_folder() / "tilbakemeldinger.jsonl")

    def add(self, kept: Note) -> None:
        """Keep a note.

        Raises:
            UsageError: It cannot be written.
        """
        private.append(self.path, kept.to_json() + "\n")

    def lines(self) -> tuple[str, ...]:
        """The notes, each a line of JSON, oldest first.

        Raises:
            UsageError: The file cannot be read.
        """
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError("error.rights.notes", path=self.path.name) from error
        return tuple(line for line in text.splitlines() if line.strip())

    def delete(self) -> None:
        """Delete all notes.

        Raises:
            UsageError: They cannot be deleted.
        """
        private.remove(self.path)
