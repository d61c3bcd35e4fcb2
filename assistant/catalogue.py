"""The catalogue: one Markdown record a document, with TOML front matter, in our own words.

A record is what a librarian knows of a document: clean metadata and a summary with exact references
to the source. `corpus/README.md` describes the format for those who write records.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast, get_args

from assistant.errors import CatalogueError
from assistant.model import EMPTY, Kind, Language, Line
from assistant.sections import KEYS
from assistant.vocabulary import Vocabulary

FENCE = "+++"
# Fields of the front matter that hold concept ids, and the vocabulary facet their values come from.
FACETS: Mapping[str, str] = MappingProxyType(
    {
        "target_groups": "target_group",
        "methods": "method",
        "life_areas": "life_area",
        "partners": "partner",
        "law_sections": "law_section",
        "evidence": "evidence",
        "themes": "theme",
        "report_type": "report_type",
        "continuation": "continuation",
    }
)
_SINGLE = ("report_type", "continuation")
# The types of all fields of the front matter and of [source], and what is said of another; a list is one of texts.
_FIELDS: Mapping[str, type] = (
    dict.fromkeys((*FACETS, "places", "aliases"), list)
    | dict.fromkeys(("id", "kind", "title", "office", "county", "language", "note", *_SINGLE), str)
    | {"year": int, "age": dict, "source": dict}
)
_SOURCE: Mapping[str, type] = {"document": str, "page": int, "row": int, "lines": dict}
_OTHER: Mapping[type, str] = {
    str: "upkeep.field.text", list: "upkeep.list.field", int: "upkeep.field.number", dict: "upkeep.field.table",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Origin:
    """What a record was written from: file name, page and row (from 0), lines per section (from 1).

    The lines hold for the file with this SHA-256 ("" where it is not known).
    """

    document: str
    page: int | None
    row: int | None
    lines: Mapping[str, tuple[int, int]]
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A catalogue record. `sections` maps section keys to the record file's own lines; `questions` are those that
    the document answers, as people might ask them.
    """

    doc_id: str
    kind: Kind
    title: str
    office: str
    county: str
    year: int | None
    language: Language
    origin: Origin
    file: str
    sections: Mapping[str, tuple[Line, ...]]
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: EMPTY)
    age: tuple[int | None, int | None] = (None, None)
    aliases: tuple[str, ...] = ()
    note: str = ""
    questions: tuple[str, ...] = ()


def checksums(folder: Path) -> dict[str, str]:
    """SHA-256 of the source files that the records' line numbers were judged on, by file name.

    Raises:
        CatalogueError: `sources.toml` breaks the format.
    """
    path = folder / "sources.toml"
    if not path.is_file():
        return {}
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("source", [])
        return {entry["document"]: entry["sha256"] for entry in entries}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise CatalogueError("upkeep.unreadable", file=path.name, error=error) from error


def questions(folder: Path) -> dict[str, tuple[str, ...]]:
    """The questions that each document answers, by document id.

    Raises:
        CatalogueError: `questions.toml` breaks the format.
    """
    path = folder / "questions.toml"
    if not path.is_file():
        return {}
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError("upkeep.unreadable", file=path.name, error=error) from error
    for doc_id, asked in entries.items():
        if not isinstance(asked, list) or not all(isinstance(q, str) and q.strip() for q in asked):
            raise CatalogueError("upkeep.list.questions", file=path.name, id=doc_id)
    return {doc_id: tuple(asked) for doc_id, asked in entries.items()}


def load(folder: Path) -> dict[str, Record]:
    """All records of a catalogue folder by document id, in the order of their file names.

    Raises:
        CatalogueError: A record breaks the format, or two have one id.
    """
    known, asked = checksums(folder), questions(folder)
    records: dict[str, Record] = {}
    for path in sorted((folder / "records").glob("*.md")):
        record = read(path)
        origin = replace(record.origin, sha256=known.get(record.origin.document, ""))
        record = replace(record, origin=origin, questions=asked.get(record.doc_id, ()))
        if record.doc_id in records:
            raise CatalogueError(
                "upkeep.record.twice", file=path.name, id=record.doc_id, other=records[record.doc_id].file
            )
        records[record.doc_id] = record
    if lost := sorted(set(asked) - set(records)):
        raise CatalogueError("upkeep.record.lost", id=lost[0])
    return records


def check_values(records: Iterable[Record], vocabulary: Vocabulary) -> None:
    """See that every value of a facet is a concept of it, and every place a place.

    Raises:
        CatalogueError: One is not.
    """
    fields = {facet: name for name, facet in FACETS.items()}
    for record in records:
        for facet, values in record.facets.items():
            for value in values:
                concept = vocabulary.concept(value)
                if vocabulary.place(value) is None if facet == "place" else concept is None or concept.facet != facet:
                    field = fields.get(facet, "places")
                    raise CatalogueError("upkeep.field.value", file=record.file, field=field, value=value)


def read(path: Path) -> Record:
    """One record file.

    Raises:
        CatalogueError: The file breaks the format; the message names the file and the field.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError("upkeep.unreadable.utf8", file=path.name, error=error) from error
    front, body, first_line = _split(path, unicodedata.normalize("NFC", text))
    try:
        data = tomllib.loads(front)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError("upkeep.head.toml", file=path.name, error=error) from error
    return _record(path, data, _sections(path, body, first_line))


def _split(path: Path, text: str) -> tuple[str, list[str], int]:
    lines = text.split("\n")
    if lines[0].strip() != FENCE or FENCE not in [line.strip() for line in lines[1:]]:
        raise CatalogueError("upkeep.head.missing", file=path.name, fence=FENCE)
    end = [line.strip() for line in lines].index(FENCE, 1)
    return "\n".join(lines[1:end]), lines[end + 1 :], end + 2


def _sections(path: Path, body: list[str], first_line: int) -> dict[str, tuple[Line, ...]]:
    found: dict[str, list[Line]] = {}
    key = ""
    for number, text in enumerate(body, first_line):
        if text.startswith("## "):
            heading = text.removeprefix("## ").strip()
            if heading not in KEYS:
                raise CatalogueError("upkeep.heading.unknown", file=path.name, number=number, heading=heading)
            key = KEYS[heading]
            if key in found:
                raise CatalogueError("upkeep.heading.twice", file=path.name, heading=heading)
            found[key] = []
        elif text.strip():
            if not key:
                raise CatalogueError("upkeep.heading.none", file=path.name, number=number)
            found[key].append(Line(number, text))
        elif key and found[key]:
            found[key].append(Line(number, ""))
    sections: dict[str, tuple[Line, ...]] = {}
    for key, lines in found.items():
        while lines and not lines[-1].text:
            lines.pop()
        if lines:
            sections[key] = tuple(lines)
    return sections


def _record(path: Path, data: Mapping[str, Any], sections: Mapping[str, tuple[Line, ...]]) -> Record:
    if unknown := sorted(set(data) - set(_FIELDS)):
        raise CatalogueError("upkeep.field.unknown", file=path.name, field=unknown[0])
    _typed(path, data, _FIELDS)
    for name in ("id", "kind", "title"):
        if not data.get(name, "").strip():
            raise CatalogueError("upkeep.field.missing", file=path.name, field=name)
    if data["kind"] not in get_args(Kind):
        raise CatalogueError("upkeep.field.kind", file=path.name, kind=data["kind"])
    language = data.get("language", "nb")
    if language not in get_args(Language):
        known = ", ".join(get_args(Language))
        raise CatalogueError("upkeep.field.language", file=path.name, language=language, languages=known)
    facets: dict[str, tuple[str, ...]] = {}
    for name, facet in (*FACETS.items(), ("places", "place")):
        if values := data.get(name):
            facets[facet] = (values,) if name in _SINGLE else tuple(values)
    return Record(
        doc_id=data["id"],
        kind=cast("Kind", data["kind"]),
        title=data["title"],
        office=data.get("office", ""),
        county=data.get("county", ""),
        year=data.get("year"),
        language=cast("Language", language),
        origin=_origin(path, data.get("source", {})),
        file=path.name,
        sections=sections,
        facets=facets,
        age=_age(path, data.get("age", {})),
        aliases=tuple(data.get("aliases", [])),
        note=data.get("note", ""),
    )


def _typed(path: Path, data: Mapping[str, Any], types: Mapping[str, type]) -> None:
    """See that each field that is there has its type; a truth value is no number."""
    for name, wanted in types.items():
        value = data.get(name, wanted())
        texts = not isinstance(value, list) or all(isinstance(v, str) for v in value)
        if type(value) is not wanted or not texts:
            raise CatalogueError(_OTHER[wanted], file=path.name, field=name)


def _age(path: Path, age: Mapping[str, Any]) -> tuple[int | None, int | None]:
    low, high = age.get("min"), age.get("max")
    valid = all(v is None or (type(v) is int and 0 <= v <= 110) for v in (low, high))
    if not valid or set(age) - {"min", "max"} or (low is not None and high is not None and low > high):
        raise CatalogueError("upkeep.field.age", file=path.name)
    return low, high


def _origin(path: Path, source: Mapping[str, Any]) -> Origin:
    _typed(path, source, _SOURCE)
    if not source.get("document"):
        raise CatalogueError("upkeep.field.document", file=path.name)
    lines: dict[str, tuple[int, int]] = {}
    for key, span in source.get("lines", {}).items():
        good = isinstance(span, list) and len(span) == 2 and all(type(n) is int and n > 0 for n in span)
        if not good or span[0] > span[1]:
            raise CatalogueError("upkeep.field.lines", file=path.name, field=key)
        lines[key] = (span[0], span[1])
    return Origin(source["document"], source.get("page"), source.get("row"), lines)
