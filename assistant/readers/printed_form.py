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
from assistant.readers.form_columns import Place, choose_headings, cut_columns, find_headings
from assistant.readers.form_declaration import Form, declared_forms
from assistant.readers.form_layout import Strip
from assistant.readers.form_rows import Aligner

ROUNDS = 3  # more change nothing
_MAIL = re.compile(r"\S+@\S*")


@dataclass(frozen=True, slots=True)
class Contact:
    """A row of the e-mail column: the address as printed, and the county beside it."""

    mail: str
    county: str


def recognises(lines: Sequence[str]) -> bool:
    """Whether the text is a printed form that is declared: most of its headings stand in it."""
    return _recognise(lines) is not None


def read(path: Path, lines: tuple[Line, ...]) -> tuple[RawDocument, ...]:
    """The rows of a printed form as documents, in print order.

    Raises:
        SourceError: A heading or the e-mail addresses are missing, or a column has other pages.
    """
    texts = [line.text for line in lines]
    known = _recognise(texts)
    if known is None:
        raise SourceError("upkeep.form.unknown", file=path.name)
    form, places = known
    strips = _columns(path, texts, form, places)
    table, contacts = _rows(path, strips[form.contact.key])
    strips[form.columns[-1].key] = _to_last_page(strips[form.columns[-1].key], table)
    runs = _align(path, form, strips, table, contacts)
    return tuple(_document(path, lines, form, table, cell, contacts[cell], runs, strips) for cell in range(len(table)))


def _recognise(texts: Sequence[str]) -> tuple[Form, dict[str, list[Place]]] | None:
    """The declared form of which at least half of the headings stand in the text, and where."""
    for form in declared_forms():
        places = find_headings(texts, form)
        if 2 * sum(map(bool, places.values())) >= len(places):
            return form, places
    return None


def _columns(path: Path, texts: Sequence[str], form: Form, places: Mapping[str, Sequence[Place]]) -> dict[str, Strip]:
    for column in form.columns:
        if column.heading and not places[column.key]:
            raise SourceError("upkeep.form.heading", file=path.name, heading=column.heading)
    headings = choose_headings(texts, form, places)
    if headings is None:
        raise SourceError("upkeep.form.order", file=path.name, form=form.name)
    return cut_columns(texts, form, headings)


def _rows(path: Path, strip: Strip) -> tuple[Table, tuple[Contact, ...]]:
    """The rows on each page, and their contacts, from the column that has one e-mail a row."""
    rows = [0]
    contacts: list[Contact] = []
    for index, block in enumerate(strip.blocks):
        rows += [0] * (block.breaks if index else 0)
        for line in block.lines:
            if mail := _MAIL.search(line):
                rows[-1] += 1
                contacts.append(Contact(mail.group(), line[mail.end() :].strip()))
    if not contacts:
        raise SourceError("upkeep.form.mail", file=path.name)
    return Table(rows), tuple(contacts)


def _to_last_page(strip: Strip, table: Table) -> Strip:
    """The last column with the blank lines that an editor may have cut off the end of the file."""
    breaks = strip.trailing + sum(block.breaks + block.clipped for block in strip.blocks)
    return Strip(strip.blocks, strip.trailing + max(len(table.rows) - breaks, 0))


def _align(
    path: Path, form: Form, strips: Mapping[str, Strip], table: Table, contacts: Sequence[Contact]
) -> dict[str, tuple[Run, ...]]:
    columns = [column for column in form.columns if column.role not in ("contact", "lost")]
    aligner = Aligner(table, strips, columns, [f"{contact.mail} {contact.county}" for contact in contacts])
    for _ in range(ROUNDS):
        misfit = aligner.improve()
        if misfit:
            raise SourceError("upkeep.form.pages", column=misfit.heading or misfit.key, file=path.name)
    return {key: found.runs for key, found in aligner.found.items()}


def _document(
    path: Path,
    lines: Sequence[Line],
    form: Form,
    table: Table,
    cell: int,
    contact: Contact,
    runs: Mapping[str, Sequence[Run]],
    strips: Mapping[str, Strip],
) -> RawDocument:
    sections: list[RawSection] = []
    named = {"title": "", "office": ""}
    for column in form.columns:
        run = next((run for run in runs.get(column.key, ()) if run.cell == cell), None)
        if run is None:
            continue
        blocks = strips[column.key].blocks
        printed = tuple(lines[blocks[run.first].first : blocks[run.last].last + 1])
        if column.role == "section":
            sections.append(RawSection(column.key, printed, run.confidence))
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
