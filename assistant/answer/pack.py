"""The evidence pack: an answer as data (JSON, CSV), and a saved pack checked again against an index."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assistant.answer.source import where
from assistant.answer.types import Answer
from assistant.errors import UsageError
from assistant.index.documents import source_to_json
from assistant.messages import section as section_name
from assistant.model import Citation, Hit

if TYPE_CHECKING:
    from assistant.index.store import Index

COLUMNS = (
    "question", "filters", "number", "statement", "doc_id", "title", "office", "county", "section", "quote", "file",
    "page", "line_start", "line_end", "index_built", "made", "summary", "section_name", "place",
)  # fmt: skip


def as_json(answer: Answer, date: str = "") -> dict[str, Any]:
    """The object of `ask --json`.

    Args:
        date: When the pack is made, ISO 8601; left out where empty, so the same answer has the same JSON.
    """
    data: dict[str, Any] = {
        "question": answer.question,
        "answered": answer.answered,
        "grade": answer.grade,
        "form": answer.form,
        "language": answer.language,
        "filters": dict(answer.filters),
        "also_searched": list(answer.also_searched),
        "notes": list(answer.notes),
        "matching": answer.matching,
        "preferred": [{"name": p.name, "value": p.value, "shown": p.shown} for p in answer.preferred],
        "facets": {
            facet.name: [{"value": v.value, "shown": v.shown, "count": v.count} for v in facet.values]
            for facet in answer.facets
        },
        "answer": [
            {
                "text": answer.text(s), "citations": list(s.citations), "lead": s.lead, "heading": s.heading,
                "doc_id": s.doc_id,
            }
            for s in answer.statements
        ],
        "citations": [_citation(c) for c in answer.citations],
        "hits": [_hit(hit, answer.titles) for hit in answer.hits],
        "not_covered": list(answer.not_covered),
        "index": {
            "built": answer.index.built, "documents": answer.index.documents, "passages": answer.index.passages,
        },
    }  # fmt: skip
    if answer.table:
        data["table"] = {
            "documents": list(answer.table.doc_ids),
            "rows": [{"name": row.name, "cells": list(row.statements)} for row in answer.table.rows],
        }
    if date:
        data["made"] = date
    return data


def _citation(c: Citation) -> dict[str, Any]:
    return {
        "number": c.number, "doc_id": c.doc_id, "title": c.title, "office": c.office, "county": c.county,
        "section": c.section, "quote": c.quote, "start": c.start, "end": c.end, "source": source_to_json(c.source),
        "summary": c.source.recorded,
    }  # fmt: skip


def _hit(hit: Hit, titles: Mapping[str, tuple[str, str, str]]) -> dict[str, Any]:
    title, office, county = titles[hit.doc_id]
    return {
        "rank": hit.rank, "doc_id": hit.doc_id, "title": title, "office": office, "county": county,
        "score": round(hit.score, 6),
        "why": {
            **{name: list(values) for name, values in hit.why.items()},
            "arms": {name: round(score, 4) for name, score in hit.components.items()},
        },
        "passages": [
            {"section": p.section, "text": p.text, "source": source_to_json(p.source)} for p in hit.passages
        ],
    }  # fmt: skip


def as_csv(answer: Answer, date: str = "") -> str:
    """A line for each citation, RFC 4180. Quotes stand in « », so that a spreadsheet takes none for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    leads = {number: s.lead for s in answer.statements for number in s.citations}
    filters = "; ".join(f"{name}={shown}" for name, shown in answer.filters.items())
    for c in answer.citations:
        row: list[object] = [
            answer.question, filters, c.number, leads.get(c.number, ""), c.doc_id, c.title, c.office, c.county,
            c.section, f"«{c.quote}»", c.source.file, c.source.page, c.source.line_start, c.source.line_end,
            answer.index.built, date, "ja" if c.source.recorded else "nei",
            section_name(answer.language, c.section), where(c.source, answer.language),
        ]  # fmt: skip
        writer.writerow([_safe(cell) for cell in row])
    return out.getvalue()


def _safe(cell: object) -> object:
    # A cell that opens like a formula would be run by a spreadsheet.
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def check(data: object, index: Index) -> list[UsageError]:
    """What is wrong with a saved JSON pack against an index: an error for each citation that no longer holds.

    A line of its answer must be its lead and the quotes it cites, to the letter: nobody may put words beside them.

    Raises:
        UsageError: It is no evidence pack.
    """
    citations, lines = (_rows(data, name) for name in ("citations", "answer"))
    quotes = {c.get("number"): c.get("quote") for c in citations}
    return [
        *(problem for c in citations if (problem := _wrong(c, index))),
        *(UsageError("error.cited.line", n=n) for n, line in enumerate(lines, 1) if not _cites(line, quotes)),
    ]


def _rows(data: object, name: str) -> list[Mapping[str, Any]]:
    rows = data.get(name) if isinstance(data, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UsageError("error.answer.other")
    return rows


def _cites(line: Mapping[str, Any], quotes: Mapping[object, object]) -> bool:
    """Whether a line says what its lead and the quotes of its numbers say, and nothing else."""
    numbers = line.get("citations")
    if not isinstance(numbers, list) or not all(n in quotes for n in numbers):
        return False
    said = " ".join(f"«{quotes[n]}»" for n in numbers)
    return line.get("text") == f"{line.get('lead')} {said}".strip()


def _wrong(c: Mapping[str, Any], index: Index) -> UsageError | None:
    name = f"[{c.get('number')}] {c.get('doc_id')}"
    document = index.by_id.get(str(c.get("doc_id")))
    if document is None:
        return UsageError("error.cited.document", name=name)
    section = document.section(str(c.get("section")))
    if section is None:
        return UsageError("error.cited.section", name=name, section=c.get("section"))
    if any(c.get(name) != getattr(document, name) for name in ("title", "office", "county")):
        return UsageError("error.cited.named", name=name)
    quote, start, end = c.get("quote"), c.get("start"), c.get("end")
    if not isinstance(quote, str) or not quote:
        return UsageError("error.cited.missing", name=name)
    if not isinstance(start, int) or not isinstance(end, int):
        return UsageError("error.cited.missing", name=name)
    # It may have moved within its section since: then it is found again.
    at = start if section.text[start:end] == quote else section.text.find(quote)
    if at < 0:
        return UsageError("error.cited.other", name=name, section=section.key)
    now, then = source_to_json(section.reference(at, at + len(quote))), c.get("source")
    if not isinstance(then, dict) or any(
        then.get(key) != now[key] for key in ("file", "line_start", "line_end", "page")
    ):
        return UsageError("error.cited.source", name=name)
    return None
