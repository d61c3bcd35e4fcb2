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
from assistant.model import RECORDS, Document, Section
from assistant.paths import catalogue_folder
from assistant.readers.lines import read_lines
from assistant.readers.registry import source_files
from assistant.text.privacy import MASKS

_MASK = re.compile("|".join(re.escape(mask) for mask in MASKS.values()))


def verify(folder: Path, moved: Sequence[Path] = ()) -> tuple[list[TiltakError], str]:
    """All failures, and what was checked in one line.

    Args:
        moved: Where the sources are now, if not where the index was built from.
    """
    try:
        manifest = manifests.read(folder)
        failures: list[TiltakError] = list(_files(folder, manifest))
        if failures:
            return failures, ""
        index = open_index(folder)
    except TiltakError as error:
        return [error], ""
    places: dict[str, Path] = {}
    for path in [*(Path(s.path) for s in manifest.sources), *(source_files(moved) if moved else ())]:
        places[path.name] = path
    failures += _sources(folder, manifest, places)
    failures += _targets(index, places)
    checked = (
        f"I orden: {len(manifest.files) + 1} filer, {len(manifest.sources)} kilder, "
        f"{len(index.documents)} dokumenter, {len(index.passages)} sitatsteder"
    )
    return failures, checked


def _files(folder: Path, manifest: Manifest) -> Iterator[IndexDamagedError]:
    command = manifests.rebuild(folder)
    for name, checksum in manifest.files.items():
        path = folder / name
        if not path.is_file():
            yield IndexDamagedError("error.index.file_gone", name=name, command=command)
        elif manifests.digest(path) != checksum:
            yield IndexDamagedError("error.index.file_altered", name=name, command=command)
    known = {*manifest.files, manifests.NAME, manifests.SEAL}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in known:
            yield IndexDamagedError("error.index.stray", name=name)


def _sources(folder: Path, manifest: Manifest, places: dict[str, Path]) -> Iterator[SourceError]:
    for source in manifest.sources:
        path = places[Path(source.path).name]
        if not path.is_file():
            yield SourceError("upkeep.source.gone.moved", path=path)
        elif manifests.digest(path) != source.sha256:
            yield SourceError("error.index.source", name=path.name, command=manifests.rebuild(folder))


def _targets(index: Index, places: dict[str, Path]) -> Iterator[TiltakError]:
    command = manifests.rebuild(index.folder)
    printed: dict[str, dict[int, str]] = {}
    for document in index.documents:
        for section in document.sections:
            file = section.source.file
            if file not in printed:
                printed[file] = {}
                try:
                    place = _place(file, places)
                    if place.is_file() or file not in places:  # a source that is gone is told of already
                        printed[file] = {line.number: line.text for line in read_lines(place)}
                except SourceError as error:
                    yield error
                except KeyError:
                    yield SourceError("upkeep.source.unknown", file=file)
            if printed[file] and (fault := _fault(command, document, section, printed[file])):
                yield fault


def _place(file: str, places: dict[str, Path]) -> Path:
    if file.startswith(RECORDS):
        return catalogue_folder() / "records" / file.removeprefix(RECORDS)
    return places[file]


def _fault(command: str, document: Document, section: Section, printed: dict[int, str]) -> IndexDamagedError | None:
    """What is wrong with a section's way back to its source, or None."""
    place = {"id": document.doc_id, "section": section.key, "command": command}
    for line in section.printed:
        pattern = ".*?".join(re.escape(part) for part in _MASK.split(line.text))
        if not re.search(pattern, printed.get(line.number, "")):
            return IndexDamagedError("error.index.line", **place, number=line.number, file=section.source.file)
    numbers = {line.number for line in section.printed}
    if any(number not in numbers for _, number in section.marks):
        return IndexDamagedError("error.index.mark", **place)
    return None
