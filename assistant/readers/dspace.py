"""Repository records (DSpace, full item view): `dc.*` fields as lines of name and value run together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.model import Line, RawDocument, RawSection

# Field names as DSpace prints them, longest first; the value follows without a space.
_FIELDS = (
    "dc.contributor.author", "dc.date.accessioned", "dc.date.available", "dc.date.issued",
    "dc.description.abstract", "dc.description.sponsorship", "dc.identifier.isbn", "dc.identifier.issn",
    "dc.identifier.uri", "dc.language.iso", "dc.publisher", "dc.relation.ispartofseries",
    "dc.rights.holder", "dc.rights.uri", "dc.rights", "dc.source.pagenumber", "dc.subject",
    "dc.title.alternative", "dc.title", "dc.type",
)  # fmt: skip
_SECTIONS = {"dc.description.abstract": "abstract", "dc.description.sponsorship": "funding"}
_LANGUAGE_TAG = re.compile(r"(?<=\S)(?:en_US|en|nb_NO|nb|nn_NO|nn|no)$")


def recognises(lines: Sequence[str]) -> bool:
    """A record has a `dc.title` and at least two other fields."""
    fields = [line for line in lines if line.startswith("dc.")]
    return len(fields) >= 3 and any(line.startswith("dc.title") for line in fields)


def _split(text: str) -> tuple[str, str] | None:
    for name in _FIELDS:
        if text.startswith(name):
            return name, text.removeprefix(name).strip()
    return None


def read(path: Path, lines: tuple[Line, ...]) -> tuple[RawDocument, ...]:
    """One evaluation: the abstract and the funding as text, the other fields as metadata."""
    values: dict[str, list[str]] = {}
    sections: list[RawSection] = []
    for line in lines:
        field = _split(line.text)
        if field is None:
            continue
        name, value = field
        # Only prose and titles carry the trailing language tag; a date or number never does.
        value = _LANGUAGE_TAG.sub("", value) if not name.startswith("dc.language") else value[:2]
        values.setdefault(name, []).append(value)
        if name in _SECTIONS:
            sections.append(RawSection(_SECTIONS[name], (Line(line.number, value),)))
    metadata: Mapping[str, tuple[str, ...]] = {name: tuple(found) for name, found in values.items()}
    issued = re.match(r"\d{4}", values.get("dc.date.issued", [""])[0])
    return (
        RawDocument(
            local_id="",
            kind="evaluation",
            title=values["dc.title"][0].lstrip("- "),
            office="",
            county="",
            year=int(issued.group()) if issued else None,
            file=path.name,
            sections=tuple(sections),
            metadata=metadata,
        ),
    )
