"""From source files and the catalogue to documents: read, repair, mask, join, describe.

This is the only way a source text enters: whatever leaves here has no personal data and leads back
to its printed lines. Where the catalogue has a record of a document, the record supplies the
metadata and the summary, the source the full text; a record without a source at hand stands alone.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from assistant.catalogue import Record
from assistant.errors import SourceError
from assistant.model import EMPTY, RECORDS, Document, Line, RawDocument, RawSection, Section, SourceRef
from assistant.readers.lines import read_lines
from assistant.readers.registry import read_source, source_files, together, unrecognised
from assistant.sections import LABELS
from assistant.text import flow, language, privacy
from assistant.text.analyzer import FOLD
from assistant.text.repair import RepairedLine, Repairer

Progress = Callable[[str, int, int], None]
Identified = tuple[str, RawDocument, Record | None]
_LETTERS = FOLD | {ord(chr(letter).upper()): plain.capitalize() for letter, plain in FOLD.items()}


def silent(stage: str, done: int, total: int) -> None:
    """A progress report nobody reads."""


@dataclass(frozen=True, slots=True)
class Imported:
    """Documents, the source files they came from, and the garbage lines left out (file, line).

    `unrecognised` are the files that are no reports as far as anybody can see, and that no record describes.
    """

    documents: tuple[Document, ...]
    files: tuple[Path, ...]
    left_out: tuple[tuple[str, int], ...] = ()
    unrecognised: tuple[Path, ...] = ()


def import_documents(
    sources: Sequence[Path],
    records: Mapping[str, Record],
    terms: Iterable[str] = (),
    progress: Progress = silent,
) -> Imported:
    """All documents of the sources and the catalogue, ordered by kind and id.

    Args:
        sources: Source files, or folders of them; may be empty (the catalogue alone).
        records: The catalogue by document id.
        terms: Rightly spelled names and terms that the OCR repair may trust.
        progress: Called with (the key of a stage's message, done, total).

    Raises:
        SourceError: Sources cannot be read, or hold a document that another source or another file's record is.
    """
    files = source_files(sources)
    read: dict[Path, list[Identified]] = {}
    unfit: list[SourceError] = []
    taken = {record.doc_id.casefold(): record for record in records.values()}
    ids: set[str] = set()
    for number, path in enumerate(files):
        progress("stage.read", number, len(files))
        try:
            read[path] = identified(path, read_source(path), records)
            for found in read[path]:
                _see_to_id(path, found, taken, ids)
        except SourceError as error:  # all that is wrong is told at once
            unfit.append(error)
    if unfit:
        raise together(unfit)
    known = [*terms, *names(records.values())]
    # Masks must hold in every document: a contact of one tiltak is named in another's report.
    contacts = [contact for found in read.values() for _, raw, _ in found for contact in raw.contacts]
    detector = privacy.Detector(contacts, known)
    repairer = Repairer(known)
    documents: dict[str, Document] = {}
    left_out: list[tuple[str, int]] = []
    for number, (path, of_file) in enumerate(read.items()):
        progress("stage.repair", number, len(files))
        repaired = _repair(repairer, [raw for _, raw, _ in of_file])
        left_out += [(path.name, line) for line, r in repaired.items() if r.garbage]
        for doc_id, raw, record in of_file:
            documents[doc_id] = _document(doc_id, raw, record, repaired, repairer, detector)
    for doc_id, record in records.items():
        if doc_id not in documents:
            documents[doc_id] = from_record(record)
    strange = tuple(path for path, found in read.items() if not any(r for _, _, r in found) and unrecognised(path))
    return Imported(tuple(sorted(documents.values(), key=_order)), files, tuple(left_out), strange)


def identified(path: Path, documents: Iterable[RawDocument], records: Mapping[str, Record]) -> list[Identified]:
    """(id, document, record) of each document of a file, which is known by its checksum before its name.

    A record's line numbers were judged by a person reading the very file; they decide where the sections are cut if
    the file is that one. For any other file the reader's own cuts stand.
    """
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    name = next((r.origin.document for r in records.values() if r.origin.sha256 == digest), path.name)
    of_file = {r.doc_id: r for r in records.values() if r.origin.document == name}
    lines = {line.number: line for line in read_lines(path)}
    found: list[Identified] = []
    for raw in documents:
        record = of_file.get(raw.local_id) if raw.local_id else next(iter(of_file.values()), None)
        if record is not None and record.origin.sha256 == digest and raw.page is not None:
            sections = tuple(
                RawSection(key, tuple(lines[n] for n in range(first, last + 1)))
                for key, (first, last) in record.origin.lines.items()
                if last in lines
            )
            raw = replace(raw, sections=sections)
        found.append((record.doc_id if record else raw.local_id or slug(path), raw, record))
    return found


def _see_to_id(path: Path, found: Identified, taken: Mapping[str, Record], ids: set[str]) -> None:
    """See that a document has its id alone, in whatever letter case it is asked for."""
    doc_id, _, record = found
    other = taken.get(doc_id.casefold())
    if record is None and other is not None:
        raise SourceError("upkeep.source.id", file=path.name, id=doc_id, document=other.origin.document)
    if doc_id.casefold() in ids:
        raise SourceError("upkeep.source.twice", file=path.name, id=doc_id)
    ids.add(doc_id.casefold())


def from_record(record: Record) -> Document:
    """A document of the catalogue's own words, for a record whose source is not at hand."""
    sections = []
    for key, lines in record.sections.items():
        text, marks = flow.join(lines)
        source = SourceRef(f"{RECORDS}{record.file}", lines[0].number, lines[-1].number)
        sections.append(Section(key, text, source, marks, record.language, printed=lines))
    numbers = [s.source.line_start or 1 for s in sections] + [s.source.line_end or 1 for s in sections]
    source = SourceRef(f"{RECORDS}{record.file}", min(numbers, default=None), max(numbers, default=None))
    return _described(record, tuple(sections), source)


def _described(record: Record, sections: tuple[Section, ...], source: SourceRef) -> Document:
    return Document(
        doc_id=record.doc_id,
        kind=record.kind,
        title=record.title,
        office=record.office,
        county=record.county,
        year=record.year,
        language=record.language,
        sections=sections,
        source=source,
        facets=record.facets,
        age=record.age,
        summary=" ".join(flow.join(lines)[0] for lines in record.sections.values()),
        questions=record.questions,
    )


def names(records: Iterable[Record]) -> list[str]:
    """Titles, offices and counties of records: names that are spelled right and are no persons."""
    return [name for r in records for name in (r.title, r.office, r.county, *r.aliases) if name]


def slug(path: Path) -> str:
    """The id of a document that has a file to itself and no record: the file's name in a–z, personal data masked."""
    name = _anonymous(unicodedata.normalize("NFC", path.stem))
    # An address is known by its signs, names and numbers by the blanks between them.
    name = _anonymous(re.sub(r"[\W_]+", " ", name))
    return re.sub(r"[^A-Za-z0-9]+", "-", name.translate(_LETTERS)).strip("-") or "dokument"


def _anonymous(name: str) -> str:
    return privacy.mask(name, privacy.find_in_question(name))


def _order(document: Document) -> tuple[bool, str, int]:
    letters, digits = re.match(r"(\D*)(\d*)", document.doc_id).groups()  # type: ignore[union-attr]
    return document.kind != "tiltak", letters, int(digits or 0)


def _repair(repairer: Repairer, documents: Sequence[RawDocument]) -> dict[int, RepairedLine]:
    """Repaired lines of one file by line number; the whole file at once, for its own words are evidence.

    A printed line cut into parts of several sections (annexes) is clean text: it is not repaired here.
    """
    lines: dict[int, str] = {}
    shared: set[int] = set()
    for document in documents:
        for section in document.sections:
            for line in section.lines:
                if line.number in lines:
                    shared.add(line.number)
                lines[line.number] = line.text
    numbers = sorted(set(lines) - shared)
    return dict(zip(numbers, repairer.repair([lines[n] for n in numbers]), strict=True))


def _document(
    doc_id: str,
    raw: RawDocument,
    record: Record | None,
    repaired: Mapping[int, RepairedLine],
    repairer: Repairer,
    detector: privacy.Detector,
) -> Document:
    masked: Counter[str] = Counter()
    named = () if record else tuple(r.text for r in repairer.repair([raw.title, raw.office, raw.county]))
    ordered = sorted(raw.sections, key=lambda s: list(LABELS).index(s.key) if s.key in LABELS else 99)
    joined = [(found, *flow.join(_readable(found, repaired))) for found in ordered]
    texts = (*named[:1], *(text for _, text, _ in joined))
    detector = detector.within(texts, own=raw.contacts, places=named[1:])
    sections = tuple(
        _section(found, text, marks, raw, repaired, detector, masked) for found, text, marks in joined if text
    )
    numbers = [n for s in raw.sections for n in (s.lines[0].number, s.lines[-1].number)]
    source = SourceRef(raw.file, min(numbers, default=None), max(numbers, default=None), raw.page, raw.row)
    if record is not None:
        return replace(_described(record, sections, source), masked=MappingProxyType(dict(masked)))
    title, office, county = (_masked(text, detector, masked) for text in named)
    return Document(
        doc_id=doc_id,
        kind=raw.kind,
        title=title or doc_id,
        office=office,
        county=county,
        year=raw.year,
        language=language.document_language([(s.text, s.language) for s in sections]),
        sections=sections,
        source=source,
        facets=EMPTY,
        masked=MappingProxyType(dict(masked)),
    )


def _masked(text: str, detector: privacy.Detector, masked: Counter[str]) -> str:
    findings = detector.find(text)
    masked.update(f.kind for f in findings)
    return privacy.mask(text, findings)


def _readable(raw: RawSection, repaired: Mapping[int, RepairedLine]) -> list[Line]:
    """The lines of a section as they are read: repaired, without garbage."""
    lines = [(line, repaired.get(line.number)) for line in raw.lines]
    return [Line(line.number, r.text if r else line.text) for line, r in lines if not (r and r.garbage)]


def _section(
    raw: RawSection,
    text: str,
    marks: tuple[tuple[int, int], ...],
    document: RawDocument,
    repaired: Mapping[int, RepairedLine],
    detector: privacy.Detector,
    masked: Counter[str],
) -> Section:
    findings = detector.find(text)
    if findings:
        masked.update(f.kind for f in findings)
        text, marks = flow.replace(text, marks, [(f.start, f.end, privacy.MASKS[f.kind]) for f in findings])
    lines = [r for line in raw.lines if (r := repaired.get(line.number))]
    source = SourceRef(document.file, raw.lines[0].number, raw.lines[-1].number, document.page, document.row)
    return Section(
        key=raw.key,
        text=text,
        source=source,
        marks=marks,
        language=language.detect(text),
        confidence=raw.confidence,
        changes=sum(len(r.changes) for r in lines),
        uncertain=tuple(word for r in lines for word in r.uncertain),
        printed=_printed(raw.lines, detector),
    )


def _printed(lines: Sequence[Line], detector: privacy.Detector) -> tuple[Line, ...]:
    """The lines as printed, masked together: a name broken over two lines is still a name."""
    kept = [line for line in lines if line.text.strip()]
    masked = detector.mask_lines([line.text for line in kept])
    return tuple(Line(line.number, text) for line, text in zip(kept, masked, strict=True))
