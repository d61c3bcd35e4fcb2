"""Documents and passages to JSON lines and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import orjson

from assistant.model import Document, Line, Passage, Section, SourceRef


def source_to_json(source: SourceRef) -> dict[str, Any]:
    """A source reference as the interface prints it."""
    return {
        "file": source.file, "page": source.page, "row": source.row,
        "line_start": source.line_start, "line_end": source.line_end,
    }  # fmt: skip


def _source(data: Mapping[str, Any]) -> SourceRef:
    return SourceRef(data["file"], data["line_start"], data["line_end"], data["page"], data["row"])


def _section_to_json(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "text": section.text,
        "source": source_to_json(section.source),
        "marks": [list(mark) for mark in section.marks],
        "language": section.language,
        "confidence": section.confidence,
        "changes": section.changes,
        "uncertain": list(section.uncertain),
        "printed": [[line.number, line.text] for line in section.printed],
    }


def _section(data: Mapping[str, Any]) -> Section:
    return Section(
        key=data["key"],
        text=data["text"],
        source=_source(data["source"]),
        marks=tuple((offset, number) for offset, number in data["marks"]),
        language=data["language"],
        confidence=data["confidence"],
        changes=data["changes"],
        uncertain=tuple(data["uncertain"]),
        printed=tuple(Line(number, text) for number, text in data["printed"]),
    )


def document_to_json(document: Document) -> dict[str, Any]:
    """A document, whole, as a JSON object."""
    return {
        "doc_id": document.doc_id,
        "kind": document.kind,
        "title": document.title,
        "office": document.office,
        "county": document.county,
        "year": document.year,
        "language": document.language,
        "sections": [_section_to_json(section) for section in document.sections],
        "source": source_to_json(document.source),
        "facets": {name: list(values) for name, values in document.facets.items()},
        "age": list(document.age),
        "masked": dict(document.masked),
        "summary": document.summary,
        "questions": list(document.questions),
    }


def document_from_json(data: Mapping[str, Any]) -> Document:
    """What `document_to_json` wrote."""
    low, high = data["age"]
    return Document(
        doc_id=data["doc_id"],
        kind=data["kind"],
        title=data["title"],
        office=data["office"],
        county=data["county"],
        year=data["year"],
        language=data["language"],
        sections=tuple(_section(section) for section in data["sections"]),
        source=_source(data["source"]),
        facets=MappingProxyType({name: tuple(values) for name, values in data["facets"].items()}),
        age=(low, high),
        masked=MappingProxyType(dict(data["masked"])),
        summary=data["summary"],
        questions=tuple(data["questions"]),
    )


def exported(document: Document) -> dict[str, Any]:
    """A document as `scripts/export_documents.py` prints it: what people script against."""
    return {
        "doc_id": document.doc_id,
        "kind": document.kind,
        "title": document.title,
        "office": document.office,
        "county": document.county,
        "year": document.year,
        "page": document.source.page,
        "row": document.source.row,
        "language": document.language,
        "sections": [
            {
                "key": s.key,
                "text": s.text,
                "language": s.language,
                "confidence": round(s.confidence, 3),
                "source": {"file": s.source.file, "line_start": s.source.line_start, "line_end": s.source.line_end},
            }
            for s in document.sections
        ],
        "facets": {name: list(values) for name, values in document.facets.items()},
        "age": list(document.age),
    }


def write_lines(path: Path, rows: Iterable[Mapping[str, Any] | Sequence[Any]]) -> None:
    """One JSON value a line, UTF-8, line feeds only."""
    path.write_bytes(b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows))


def read_lines(path: Path) -> list[Any]:
    """What `write_lines` wrote.

    Raises:
        OSError, ValueError: The file is missing or damaged.
    """
    lines = path.read_bytes().rstrip(b"\n").replace(b"\n", b",")  # in JSON a line feed stands between values only
    found: list[Any] = orjson.loads(b"[" + lines + b"]")  # in one go: a call for each line takes longer
    return found


def write(path: Path, data: Mapping[str, Any]) -> None:
    """One JSON object, UTF-8."""
    path.write_bytes(orjson.dumps(data))


def read(path: Path) -> dict[str, Any]:
    """What `write` wrote.

    Raises:
        OSError, ValueError: The file is missing or damaged.
    """
    found: dict[str, Any] = orjson.loads(path.read_bytes())
    return found


def passage_to_json(passage: Passage) -> list[Any]:
    """A passage as [document id, section key, start, end]: the text is the section's."""
    return [passage.doc_id, passage.section, passage.start, passage.end]


def passages_from_json(rows: Iterable[Sequence[Any]], documents: Iterable[Document]) -> tuple[Passage, ...]:
    """The passages, each cut out of its section.

    Raises:
        ValueError: A row names a section or a range that does not exist.
    """
    sections = {(d.doc_id, s.key): s for d in documents for s in d.sections}
    found = []
    for number, (doc_id, key, start, end) in enumerate(rows):
        section = sections.get((doc_id, key))
        if section is None or not 0 <= start < end <= len(section.text):
            raise ValueError(f"passage {number} has no text")
        found.append(Passage(number, doc_id, key, section.text[start:end], start, end, section.reference(start, end)))
    return tuple(found)
