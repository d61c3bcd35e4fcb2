"""Which reader reads which file: the first that recognises the text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from assistant.errors import SourceError
from assistant.model import Line, RawDocument
from assistant.readers import annexes, dspace, printed_form, report, webtext
from assistant.readers.lines import read_lines


class Reader(Protocol):
    """What a reader module offers."""

    def recognises(self, lines: Sequence[str]) -> bool:
        """Whether this reader can read a file with these lines."""
        ...

    def read(self, path: Path, lines: tuple[Line, ...]) -> tuple[RawDocument, ...]:
        """The documents of the file, in the order they stand."""
        ...


# The most particular first; running text from the web is what remains.
READERS: tuple[Reader, ...] = cast("tuple[Reader, ...]", (printed_form, dspace, annexes, report, webtext))


def read_source(path: Path) -> tuple[RawDocument, ...]:
    """The documents of one source file.

    Raises:
        SourceError: The file is missing, empty, binary, or no reader recognises it.
    """
    lines = read_lines(path)
    texts = [line.text for line in lines]
    for reader in READERS:
        if reader.recognises(texts):
            return reader.read(path, lines)
    raise SourceError("upkeep.source.format", file=path.name)


def unrecognised(path: Path) -> bool:
    """Whether a file shows no form of a report, and is read as running text for want of one."""
    lines = [line.text for line in read_lines(path)]
    return not any(reader.recognises(lines) for reader in READERS[:-1])


def source_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The source files named by paths: a file is itself, a folder its *.txt files (sorted).

    Raises:
        SourceError: A path does not exist, or no text file is found.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(path.glob("*.txt"))
        elif path.is_file():
            files.append(path)
        else:
            raise SourceError("upkeep.source.gone", path=path)
    if paths and not files:
        raise SourceError("upkeep.source.none")
    return tuple(dict.fromkeys(files))
