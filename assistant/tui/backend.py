"""What the app needs of the rest of the project, and the real thing behind it.

Nothing heavy is imported here: the engine is loaded where it is first opened, off the screen's thread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assistant.answer.types import Answer
from assistant.model import Document
from assistant.tui.building import build_index
from assistant.tui.messages import filter_label, value_label

if TYPE_CHECKING:
    from assistant.vocabulary import Vocabulary

Report = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Value:
    """A value to narrow to: as the filter takes it, as it is shown, and how many documents have it."""

    value: str
    shown: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter name, what it is called, and its values, the most common first."""

    name: str
    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A filter the user has chosen."""

    name: str
    value: str
    shown: str


class Engine(Protocol):
    """An open index that answers."""

    @property
    def built(self) -> str:
        """When the index was built, ISO 8601."""

    @property
    def documents(self) -> Sequence[Document]:
        """All documents."""

    def ask(self, question: str, filters: Sequence[tuple[str, str]] = ()) -> Answer:
        """Answer a question."""

    def document(self, doc_id: str) -> Document:
        """A document by id."""


class Backend(Protocol):
    """The project as the app sees it."""

    def open(self, folder: Path) -> Engine:
        """Open the index of a folder; raises TiltakError."""

    def built(self, folder: Path) -> str:
        """When the index on disk was built; "" where none can be read."""

    def build(self, folder: Path, report: Report, stopped: Callable[[], bool]) -> None:
        """Build the index of a folder; raises TiltakError."""

    def words(self, engine: Engine) -> tuple[str, ...]:
        """Names and terms that complete what is typed."""

    def facets(self, engine: Engine) -> tuple[Facet, ...]:
        """What answers can be narrowed to."""


FACETS = (
    "target_group", "method", "life_area", "partner", "theme", "law_section", "evidence", "continuation",
)  # fmt: skip


class IndexEngine:
    """The project's engine over one index."""

    def __init__(self, folder: Path) -> None:
        from assistant.engine import Assistant

        self._assistant = Assistant.open(folder)

    @property
    def built(self) -> str:
        """When the index was built, ISO 8601."""
        return self._assistant.index.manifest.built

    @property
    def documents(self) -> Sequence[Document]:
        """All documents."""
        return self._assistant.index.documents

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the field."""
        return self._assistant.index.vocabulary

    def ask(self, question: str, filters: Sequence[tuple[str, str]] = ()) -> Answer:
        """Answer a question."""
        return self._assistant.ask(question, filters)

    def document(self, doc_id: str) -> Document:
        """A document by id."""
        return self._assistant.document(doc_id)


class IndexBackend:
    """The index folder on disk."""

    def open(self, folder: Path) -> Engine:
        """Open the index of a folder."""
        return IndexEngine(folder)

    def built(self, folder: Path) -> str:
        """When the index on disk was built; "" where none can be read."""
        from assistant.errors import TiltakError
        from assistant.index import manifest

        try:
            return manifest.read(folder).built
        except (TiltakError, OSError):
            return ""

    def build(self, folder: Path, report: Report, stopped: Callable[[], bool]) -> None:
        """Build the index of a folder in a process of its own."""
        build_index(folder, report, stopped)

    def words(self, engine: Engine) -> tuple[str, ...]:
        """Offices, counties, titles, and the labels and abbreviations of the vocabulary."""
        names = {n for d in engine.documents for n in (d.office, d.county, d.title)}
        if isinstance(engine, IndexEngine):
            names.update(form for form, _, _ in engine.vocabulary.surface_forms())
        return tuple(sorted((name for name in names if 3 <= len(name) <= 60), key=lambda n: (len(n), n)))

    def facets(self, engine: Engine) -> tuple[Facet, ...]:
        """Counts over all documents."""
        labels = engine.vocabulary.labels() if isinstance(engine, IndexEngine) else {}
        return count_facets(engine.documents, labels.get)


def count_facets(documents: Iterable[Document], label: Callable[[str, str], str]) -> tuple[Facet, ...]:
    """Every facet that tells documents apart, with how many documents have each value.

    Args:
        label: The word shown for a concept id; given the id again as what to show where it has none.
    """
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("kind", "county", "office", *FACETS)}
    for document in documents:
        counts["kind"][document.kind] += 1
        for name in ("county", "office"):
            if value := getattr(document, name):
                counts[name][value] += 1
        for name in FACETS:
            counts[name].update(set(document.facets.get(name, ())))
    found = []
    for name, counter in counts.items():
        if len(counter) > 1:
            rows = [Value(v, value_label(label(v, v)), n) for v, n in counter.items()]
            rows.sort(key=lambda row: (-row.count, row.shown.casefold()))
            found.append(Facet(name, filter_label(name), tuple(rows)))
    return tuple(found)
