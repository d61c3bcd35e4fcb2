"""Reports in plain text with headings of their own: a line by itself, named as a section is, and text below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from assistant.model import Line, RawDocument, RawSection
from assistant.sections import LABELS

# Other names that reports give their sections, bokmål and nynorsk; those of `LABELS` are known besides.
_ALSO = {
    "deltakere": "target_group", "deltakarar": "target_group", "målgrupper": "target_group",
    "tiltak": "description", "om tiltaket": "description", "beskrivelse av tiltaket": "description",
    "beskriving av tiltaket": "description", "beskrivelse": "description", "om prosjektet": "description",
    "bakgrunn for prosjektet": "background", "bakgrunn for tiltaket": "background",
    "metode": "method", "metodar": "method", "metoder": "method",
    "samarbeidspartnere": "cooperation", "samarbeidspartnarar": "cooperation", "samarbeid med andre": "cooperation",
    "resultat": "results", "resultater": "results", "måloppnåelse": "achieved", "måloppnåing": "achieved",
    "oppnådde resultater": "achieved", "oppnådde resultat": "achieved", "hva vi har oppnådd": "achieved",
    "utfordringar": "challenges", "barrierer": "challenges", "barrierar": "challenges",
    "suksessfaktorar": "success_factors", "suksesskriterier": "success_factors", "suksesskriterium": "success_factors",
    "erfaringer": "lessons", "erfaringar": "lessons", "læring": "lessons", "viktige erfaringar": "lessons",
    "evaluering": "evaluated_how", "måling": "evaluated_how", "samandrag": "abstract",
    "finansiering": "funding",
}  # fmt: skip
_NAMES = {name.lower(): key for key, name in LABELS.items() if key != "text"} | _ALSO
_LEAST = 2  # different headings under which a text is no such report
_MARKS = re.compile(r"^(?:#+\s*|\d+(?:\.\d+)*\.?\s+)|[:.#\s]+$")
_FIELD = re.compile(r"^(?:[-*•]\s*)?\**(kontor|nav-kontor|fylke|år)\**\s*:\s*\**(.+?)\**$", re.IGNORECASE)
_OFFICE = re.compile(r"\bNAV ([A-ZÆØÅ][\wæøå]+(?:(?:-| og | i |[ ])[A-ZÆØÅ][\wæøå]+)*)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_TITLE = 120  # characters a title may have


def _section(line: str) -> str:
    """The key of the section that a line is the heading of, or ""."""
    return _NAMES.get(_MARKS.sub("", _MARKS.sub("", line.strip())).lower(), "")


def _headings(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """(place, key) of each heading with text of its own below it."""
    filled = [place for place, line in enumerate(lines) if line.strip()]
    for place, following in pairwise(filled):
        if (key := _section(lines[place])) and not _section(lines[following]):
            yield place, key


def recognises(lines: Sequence[str]) -> bool:
    """At least two different known headings."""
    return len({key for _, key in _headings(lines)}) >= _LEAST


def read(path: Path, lines: tuple[Line, ...]) -> tuple[RawDocument, ...]:
    """One tiltak: its sections by their headings, and what its beginning plainly says of office, county and year.

    What stands before the first heading is `text`. Text under a heading that is not known stays in the section before.
    """
    texts = [line.text for line in lines]
    heads = list(_headings(texts))
    first = heads[0][0]
    fields = {m[1].lower().removeprefix("nav-"): m[2].strip() for text in texts[:first] if (m := _FIELD.match(text))}
    head = [line for line in lines[:first] if line.text.strip() and not _FIELD.match(line.text)]
    title = ""
    if head and len(head[0].text) <= _TITLE and not head[0].text.rstrip().endswith((".", "!", "?")):
        title = head.pop(0).text.strip().lstrip("#").strip()
    parts: dict[str, list[Line]] = {"text": head} if head else {}
    for (place, key), (end, _) in zip(heads, [*heads[1:], (len(lines), "")], strict=True):
        parts.setdefault(key, []).extend(line for line in lines[place + 1 : end] if line.text.strip())
    beginning = "\n".join([title, *(line.text for line in head)])
    return (
        RawDocument(
            local_id="",
            kind="tiltak",
            title=title,
            office=_office(fields.get("kontor", "")) or _office(beginning),
            county=fields.get("fylke", ""),
            year=_year(fields.get("år", "")) or _year(title),
            file=path.name,
            sections=tuple(RawSection(key, tuple(found)) for key, found in parts.items() if found),
        ),
    )


def _office(text: str) -> str:
    """The office a text names; none where it names several."""
    found = {match.group() for match in _OFFICE.finditer(text)}
    return found.pop() if len(found) == 1 else ""


def _year(text: str) -> int | None:
    """The year a text names; none where it names several."""
    found = set(_YEAR.findall(text))
    return int(found.pop()) if len(found) == 1 else None
