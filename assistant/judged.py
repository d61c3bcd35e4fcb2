"""Judged queries: questions with the documents that answer them, graded by reading all of them.

Every build fits the fusion on those of the catalogue (`corpus/judged/`), every evaluation measures on them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import UsageError

FOLDER = "judged"  # inside the catalogue
QUERIES, QRELS = "queries.tsv", "qrels.txt"
NONE = "none"  # the kind of a query that nothing in the texts answers


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged query. `grades` maps document ids to 1 (touches the matter) or 2 (clearly relevant); others are 0."""

    query_id: str
    kind: str
    text: str
    origin: str = ""
    grades: Mapping[str, int] = field(default_factory=dict)

    @property
    def answerable(self) -> bool:
        """Whether anything in the texts answers it."""
        return self.kind != NONE


def load(home: Path) -> tuple[Judged, ...]:
    """The judged queries of a catalogue; none where it has none.

    Raises:
        UsageError: A file is damaged.
    """
    folder = home / FOLDER
    return read(folder / QUERIES, folder / QRELS) if (folder / QUERIES).is_file() else ()


def read(queries: Path, qrels: Path) -> tuple[Judged, ...]:
    """The queries of a TSV file (query_id, kind, maybe origin, and last the query) with their TREC qrels.

    Raises:
        UsageError: A file cannot be read, or is no such table.
    """
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for number, line in _lines(qrels, "upkeep.judged.qrels"):
        cells = line.split()
        if len(cells) != 4 or not cells[3].lstrip("-").isdigit():
            raise UsageError("upkeep.judged.grade", file=qrels.name, number=number)
        if int(cells[3]) > 0:
            grades[cells[0]][cells[2]] = int(cells[3])
    found = []
    for number, line in _lines(queries, "upkeep.judged.queries")[1:]:
        cells = line.split("\t")
        if len(cells) < 3:
            raise UsageError("upkeep.judged.queries.column", file=queries.name, number=number)
        origin = cells[2] if len(cells) > 3 else ""
        found.append(Judged(cells[0], cells[1], cells[-1], origin, grades.get(cells[0], {})))
    return tuple(found)


def _lines(path: Path, wrong: str) -> list[tuple[int, str]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(wrong, path=path) from error
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
