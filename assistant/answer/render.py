"""Answers as text, Markdown and JSON. Each form says the same; only the clothes differ."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

from assistant.answer.types import Answer
from assistant.index.documents import source_to_json
from assistant.model import Citation, Hit, SourceRef
from assistant.sections import label


def where(source: SourceRef) -> str:
    """A source reference in words: «fil.txt, linje 12–14 (side 3, rad 2)»; page and row from 1, as people count."""
    text = source.file
    if source.line_start is not None:
        last = source.line_end if source.line_end != source.line_start else None
        text += f", linje {source.line_start}" + (f"–{last}" if last else "")
    if source.page is not None and source.row is not None:
        text += f" (side {source.page + 1}, rad {source.row + 1})"
    return text


def named(title: str, office: str, county: str) -> str:
    """A document as people name it: «Jobbsmak (NAV Midt-Agder, Agder)»."""
    place = ", ".join(filter(None, [office, county]))
    return f"{title} ({place})" if place else title


def as_text(answer: Answer, width: int = 100) -> str:
    """Plain text for a terminal of this width, quotes followed by their numbers, sources last."""
    lines: list[str] = []
    for note in answer.notes:
        lines += _wrapped(note, width)
    if answer.notes:
        lines.append("")
    for statement in answer.statements:
        numbers = "".join(f"[{n}]" for n in statement.citations)
        if statement.heading and lines and lines[-1]:
            lines.append("")
        lines += _wrapped(f"{answer.text(statement)} {numbers}".strip(), width, hang="" if statement.heading else "  ")
    if answer.citations:
        lines += ["", "Kilder"]
        for c in answer.citations:
            source = (
                f"[{c.number}] {c.doc_id} {named(c.title, c.office, c.county)} – {label(c.section)}: {where(c.source)}"
            )
            lines += _wrapped(source, width, hang="    ")
    return "\n".join(lines) + "\n"


def _wrapped(text: str, width: int, hang: str = "") -> list[str]:
    found: list[str] = []
    for line in text.split("\n"):
        found += textwrap.wrap(line, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False) or [
            ""
        ]
    return found


_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]<>#|"})


def as_markdown(answer: Answer) -> str:
    """Markdown; text from the corpus is escaped so that it shows as it stands."""
    lines = [f"# {answer.question.translate(_SPECIAL)}", ""]
    lines += [f"_{note.translate(_SPECIAL)}_\n" for note in answer.notes]
    for statement in answer.statements:
        numbers = "".join(f"[^{n}]" for n in statement.citations)
        text = answer.text(statement).translate(_SPECIAL).replace("\n", " ")
        lines.append(f"**{text}**{numbers}\n" if statement.heading else f"- {text}{numbers}")
    lines.append("")
    for c in answer.citations:
        name = named(c.title, c.office, c.county).translate(_SPECIAL)
        lines.append(f"[^{c.number}]: {c.doc_id} {name} – {label(c.section)}. {where(c.source).translate(_SPECIAL)}")
    lines += ["", f"Indeks bygd {answer.index.built}: {answer.index.documents} dokumenter."]
    return "\n".join(lines) + "\n"


def as_json(answer: Answer) -> dict[str, Any]:
    """The object of `ask --json`."""
    return {
        "question": answer.question,
        "answered": answer.answered,
        "grade": answer.grade,
        "filters": dict(answer.filters),
        "also_searched": list(answer.also_searched),
        "notes": list(answer.notes),
        "answer": [{"text": answer.text(s), "citations": list(s.citations)} for s in answer.statements],
        "citations": [_citation(c) for c in answer.citations],
        "hits": [_hit(hit, answer.titles) for hit in answer.hits],
        "not_covered": list(answer.not_covered),
        "index": {
            "built": answer.index.built, "documents": answer.index.documents, "passages": answer.index.passages,
        },
    }  # fmt: skip


def _citation(c: Citation) -> dict[str, Any]:
    return {
        "number": c.number, "doc_id": c.doc_id, "title": c.title, "office": c.office, "county": c.county,
        "section": c.section, "quote": c.quote, "source": source_to_json(c.source),
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
