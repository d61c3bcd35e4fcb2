"""Annexes saved from a document-sharing site: a method annex and a matrix of reviewed projects.

The site's list of «Like dokumenter» comes first and is left out; the text follows «Transkript:», a
printed page a line, with the page's footer «Side n Vedlegg …» at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from assistant.errors import SourceError
from assistant.model import Line, RawDocument, RawSection

_TRANSCRIPT = "Transkript:"
_FOOTER = re.compile(r"\s*Side \d+ Vedlegg \d+\b.*$")
_ANNEX = re.compile(r"VEDLEGG \d+\s+")
_PROJECT = re.compile(r"\bProsjekt (\d+) (?=Produsent/forfatter:)", re.IGNORECASE)
# Labels that open a section of a reviewed project, as printed, and our section keys.
_LABELS = {
    "Produsent/forfatter": "publication",
    "Produsent/Forfatter": "publication",
    "Tittel": "publication",
    "Målgruppe/utvalg": "target_group",
    "Design og datagrunnlag": "method",
    "Metoder i programmet": "method",
    "Metodeutvikling i prosjektene": "method",
    "Prosjektresultater": "results",
    "Måloppnåelse": "results",
    "Generelle funn": "results",
    "Viktige erfaringer fra rapporten": "lessons",
    "Virkningsfulle metodiske grep, erfaringer": "lessons",
    "I møte med bruker": "user_contact",
    "Samarbeid": "cooperation",
    "Administrasjon og dokumentasjon": "administration",
    "Administrasjon/dokumentasjon": "administration",
    "Administrasjon/Dokumentasjon": "administration",
    "Litt bakgrunn": "background",
    "Annet": "other",
}
_LABEL = re.compile(
    r"(?:(?<=\s)|^)(" + "|".join(re.escape(name) for name in _LABELS) + r")"
    r"(?: - [\wæøå]+)?(?::| (?=I møte med bruker))",
)
_TITLE = re.compile(r"Tittel:\s*(.+?)(?=\s+(?:Forankret|Målgruppe|Tidsrom|Litt bakgrunn|Sluttrapport|Prosjekt)\b|$)")


def recognises(lines: Sequence[str]) -> bool:
    """The site's transcript mark, and an annex after it."""
    starts = [i for i, line in enumerate(lines) if line.strip() == _TRANSCRIPT]
    return bool(starts) and any(_ANNEX.match(line) for line in lines[starts[0] :])


def _pages(lines: tuple[Line, ...]) -> list[Line]:
    """The transcript's pages without footers; a page that was only a footer is gone."""
    start = next(i for i, line in enumerate(lines) if line.text.strip() == _TRANSCRIPT)
    pages = (Line(line.number, _FOOTER.sub("", line.text).strip()) for line in lines[start + 1 :])
    return [page for page in pages if page.text]


def _sections(pages: Iterable[Line]) -> tuple[RawSection, ...]:
    """Cut pages at the labels; what stands before the first label is `publication`."""
    parts: list[tuple[str, list[Line]]] = [("publication", [])]
    for page in pages:
        position = 0
        for match in _LABEL.finditer(page.text):
            key = _LABELS[match.group(1)]
            if key == parts[-1][0]:
                continue
            if before := page.text[position : match.start()].strip():
                parts[-1][1].append(Line(page.number, before))
            parts.append((key, []))
            # The section's name says what the label said; only a publication's labels carry meaning.
            position = match.start() if key == "publication" else match.end()
        if rest := page.text[position:].strip():
            parts[-1][1].append(Line(page.number, rest))
    merged: dict[str, list[Line]] = {}
    for key, lines in parts:
        merged.setdefault(key, []).extend(lines)
    return tuple(RawSection(key, tuple(lines)) for key, lines in merged.items() if lines)


def _title(pages: Sequence[Line]) -> str:
    match = _TITLE.search(pages[0].text)
    return match.group(1).strip(" .") if match else ""


def read(path: Path, lines: tuple[Line, ...]) -> tuple[RawDocument, ...]:
    """`V1` is the method annex, `P1`, `P2` … the reviewed projects."""
    groups: list[tuple[str, list[Line]]] = []
    for page in _pages(lines):
        text, number = page.text, page.number
        if match := _ANNEX.match(text):
            groups.append((f"V{len([g for g in groups if g[0].startswith('V')]) + 1}", []))
            text = text[match.end() :]
        if match := _PROJECT.search(text):
            # A heading before the first project belongs to the annex, not to a project.
            groups.append((f"P{match.group(1)}", []))
            text = text[match.end() :]
        if not groups:
            raise SourceError("upkeep.source.annex", file=path.name)
        groups[-1][1].append(Line(number, text))
    documents = []
    for local_id, pages in groups:
        if not pages:
            continue
        method = local_id.startswith("V")
        sections = (RawSection("method", tuple(pages)),) if method else _sections(pages)
        title = re.split(r" - | For å ", pages[0].text, maxsplit=1)[0] if method else _title(pages)
        documents.append(RawDocument(local_id, "evaluation", title, "", "", None, path.name, sections))
    return tuple(documents)
