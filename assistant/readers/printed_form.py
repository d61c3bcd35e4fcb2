"""Reader of a printed form: a spreadsheet printed column by column and read by OCR.

The way: headings cut the file into columns; the column with one e-mail a row gives the rows on
each page; every other column is aligned with these rows by its layout, by how its cells start and
by what the other cells of a row speak of; the cells of a row make a document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import SourceError
from assistant.model import Line, RawDocument, RawSection
from assistant.readers.form_align import Run, Table
from assistant.readers.form_columns import choose_headings, cut_columns, find_headings
from assistant.readers.form_declaration import Column, Form, declared_forms
from assistant.readers.form_layout import Strip
from assistant.readers.form_rows import Aligner

ROUNDS = 4
_MAIL = re.compile(r"\S+@\S*")


def recognises(lines: Sequence[str]) -> bool:
    """Whether the text is a printed form that is declared: most of its headings stand in it."""
    return _form(lines) is not None


def read(path: Path, lines: tuple[Line, ...]) -> tuple[RawDocument, ...]:
    """The rows of a printed form as documents, in print order.

    Raises:
        SourceError: A heading or the e-mail column is missing, or a column has other pages.
    """
    texts = [line.text for line in lines]
    form = _form(texts)
    if form is None:
        raise SourceError(f"{path.name} er ikke et utskrevet skjema som er kjent", "Beskriv skjemaet i en TOML-fil.")
    strips = _columns(path, texts, form)
    contact = next(column for column in form.columns if column.role == "contact")
    table, contacts = _rows(path, strips[contact.key])
    columns = [column for column in form.columns if column.role not in ("contact", "lost")]
    cells = _align_all(path, columns, strips, contact.key, contacts, table)
    return tuple(_document(path, lines, form, table, cell, contacts[cell], cells, strips) for cell in range(len(table)))


@dataclass(frozen=True, slots=True)
class _Contact:
    """A row of the e-mail column: the address as printed, and the county beside it."""

    mail: str
    county: str


def _form(texts: Sequence[str]) -> Form | None:
    """The declared form of which at least half of the headings stand in the text."""
    for form in declared_forms():
        found = find_headings(texts, form)
        if 2 * sum(bool(places) for places in found.values()) >= len(found):
            return form
    return None


def _columns(path: Path, texts: Sequence[str], form: Form) -> dict[str, Strip]:
    found = find_headings(texts, form)
    missing = [column.heading for column in form.columns if column.heading and not found[column.key]]
    if missing:
        raise SourceError(
            f"{path.name} mangler kolonneoverskriften «{missing[0]}»",
            "Skann arkene på nytt, eller rett overskriften i teksten.",
        )
    headings = choose_headings(texts, form, found)
    if headings is None:
        raise SourceError(
            f"overskriftene i {path.name} står i en annen rekkefølge enn i {form.name}",
            "Legg arkene i rekkefølge, eller beskriv skjemaet i en TOML-fil.",
        )
    return cut_columns(texts, form, headings)


def _rows(path: Path, strip: Strip) -> tuple[Table, tuple[_Contact, ...]]:
    """The rows on each page, from the column that has one e-mail a row."""
    rows: list[int] = []
    contacts: list[_Contact] = []
    for index, block in enumerate(strip.blocks):
        if index == 0:
            rows.append(0)
        rows += [0] * (block.breaks if index else 0)
        for line in block.lines:
            mail = _MAIL.search(line)
            if mail:
                rows[-1] += 1
                contacts.append(_Contact(mail.group(), line[mail.end() :].strip()))
    if not contacts:
        raise SourceError(
            f"fant ingen e-postadresser (@) i kontaktkolonnen i {path.name}",
            "Kolonnen viser hvor mange rader hver side har; skann den på nytt.",
        )
    return Table(rows), tuple(contacts)


def _align_all(
    path: Path,
    columns: Sequence[Column],
    strips: Mapping[str, Strip],
    contact: str,
    contacts: Sequence[_Contact],
    table: Table,
) -> dict[str, tuple[Run, ...]]:
    """The filled cells of every column: each round uses what the last one found as evidence."""
    aligner = Aligner(
        table, {c.key: strips[c.key] for c in columns}, columns, [f"{c.mail} {c.county}" for c in contacts]
    )
    for _ in range(ROUNDS):
        mismatch = aligner.round()
        if mismatch:
            raise SourceError(
                f"kolonnen «{mismatch.heading or mismatch.key}» i {path.name} har andre sider enn e-postkolonnen",
                "Skann kolonnen på nytt: alle kolonner skal ha de samme sidene.",
            )
    return {key: found.runs for key, found in aligner.found.items()}


def _document(
    path: Path,
    lines: Sequence[Line],
    form: Form,
    table: Table,
    cell: int,
    contact: _Contact,
    cells: Mapping[str, Sequence[Run]],
    strips: Mapping[str, Strip],
) -> RawDocument:
    sections: list[RawSection] = []
    named = {"title": "", "office": ""}
    for column in form.columns:
        for filled in cells.get(column.key, ()):
            if filled.cell != cell:
                continue
            blocks = strips[column.key].blocks[filled.first : filled.last + 1]
            printed = tuple(lines[blocks[0].first : blocks[-1].last + 1])
            if column.role == "section":
                sections.append(RawSection(column.key, printed, filled.confidence))
            else:
                named[column.role] = " ".join(" ".join(line.text for line in printed).split())
    page = table.page[cell]
    return RawDocument(
        local_id=f"{form.prefix}{cell + 1:03d}",
        kind="tiltak",
        title=named["title"],
        office=named["office"],
        county=contact.county,
        year=form.year,
        file=path.name,
        sections=tuple(sections),
        page=page,
        row=cell - table.first[page],
        contacts=(contact.mail,),
    )
