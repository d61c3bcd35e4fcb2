"""Checking an index: every file against its checksum, every citation target against its source.

A printed line kept in the index is compared with the source file's line of that number; where
personal data was masked, any text may stand. So a source that was edited, cut or moved is found,
and so is an index whose text no longer leads to the place it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.errors import IndexDamagedError, SourceError, TiltakError
from assistant.index import manifest as manifests
from assistant.index.manifest import Manifest
from assistant.index.store import Index, open_index
from assistant.model import Section
from assistant.paths import catalogue_folder
from assistant.readers.lines import read_lines
from assistant.readers.registry import source_files
from assistant.text.privacy import MASKS

_MASK = re.compile("|".join(re.escape(mask) for mask in MASKS.values()))
CATALOGUE = "corpus/records/"


def verify(folder: Path, moved: Sequence[Path] = ()) -> tuple[list[str], str]:
    """All failures, each one line, and what was checked in one line.

    Args:
        moved: Where the sources are now, if not where the index was built from.
    """
    try:
        manifest = manifests.read(folder)
        failures = list(_files(folder, manifest))
        if failures:
            return failures, ""
        index = open_index(folder)
    except TiltakError as error:
        return [error.line()], ""
    places: dict[str, Path] = {}
    for path in [*(Path(s.path) for s in manifest.sources), *(source_files(moved) if moved else ())]:
        places[path.name] = path
    failures += _sources(manifest, places)
    failures += _targets(index, places)
    checked = (
        f"I orden: {len(manifest.files) + 1} filer, {len(manifest.sources)} kilder, "
        f"{len(index.documents)} dokumenter, {len(index.passages)} sitatsteder"
    )
    return failures, checked


def _files(folder: Path, manifest: Manifest) -> Iterator[str]:
    for name, checksum in manifest.files.items():
        path = folder / name
        if not path.is_file():
            yield IndexDamagedError(f"{name} mangler i indeksen", manifests.REBUILD).line()
        elif manifests.digest(path) != checksum:
            yield IndexDamagedError(f"{name} er endret etter byggingen", manifests.REBUILD).line()
    known = {*manifest.files, manifests.NAME, manifests.SEAL}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in known:
            yield IndexDamagedError(f"{name} hører ikke til indeksen", "Ta filen bort.").line()


def _sources(manifest: Manifest, places: dict[str, Path]) -> Iterator[str]:
    for source in manifest.sources:
        path = places[Path(source.path).name]
        if not path.is_file():
            yield SourceError(f"kilden {path} finnes ikke", "Oppgi hvor den er med --sources.").line()
        elif manifests.digest(path) != source.sha256:
            yield SourceError(f"kilden {path.name} er endret etter byggingen", manifests.REBUILD).line()


def _targets(index: Index, places: dict[str, Path]) -> Iterator[str]:
    printed: dict[str, dict[int, str]] = {}
    for document in index.documents:
        for section in document.sections:
            file = section.source.file
            if file not in printed:
                try:
                    printed[file] = {line.number: line.text for line in read_lines(_place(file, places))}
                except (SourceError, KeyError) as error:
                    why = error.line() if isinstance(error, SourceError) else f"kilden {file} er ukjent"
                    yield why
                    printed[file] = {}
            if printed[file] and (fault := _fault(section, printed[file])):
                yield f"{document.doc_id}, {section.key}: {fault}. {manifests.REBUILD}"


def _place(file: str, places: dict[str, Path]) -> Path:
    if file.startswith(CATALOGUE):
        return catalogue_folder() / "records" / file.removeprefix(CATALOGUE)
    return places[file]


def _fault(section: Section, printed: dict[int, str]) -> str:
    """What is wrong with a section's way back to its source, or ""."""
    for line in section.printed:
        pattern = ".*?".join(re.escape(part) for part in _MASK.split(line.text))
        if not re.search(pattern, printed.get(line.number, "")):
            return f"linje {line.number} i {section.source.file} er en annen enn den som ble lest"
    numbers = {line.number for line in section.printed}
    if any(number not in numbers for _, number in section.marks):
        return "et sitatsted viser til en linje som ikke ble lest"
    return ""
