"""Which reader reads which file: the first that recognises the text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from assistant.errors import SourceError
from assistant.messages import LANGUAGES
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
    """The source files named by paths: a file is itself, a folder its text files.

    Raises:
        SourceError: A path does not exist, or no text file is found.
    """
    files: list[Path] = []
    gone: list[SourceError] = []
    for path in paths:
        if path.is_dir():
            files += text_files(path)
        elif path.is_file():
            files.append(path)
        else:
            gone.append(SourceError("upkeep.source.gone", path=path))
    if gone:
        raise together(gone)
    if paths and not files:
        raise SourceError("upkeep.source.none")
    return tuple(dict.fromkeys(files))


def text_files(folder: Path) -> list[Path]:
    """The *.txt files of a folder itself, sorted: `RAPPORT.TXT` is one, what lies in folders below is not."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".txt" and path.is_file())


def unread_folders(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Folders with text files, directly inside those that are named, whose files are not read."""
    named = {path.resolve() for path in paths}
    inside = [sub for path in paths if path.is_dir() for sub in sorted(path.iterdir()) if sub.is_dir()]
    return tuple(
        sub
        for sub in dict.fromkeys(inside)
        if sub.resolve() not in named and any(path.suffix.lower() == ".txt" for path in sub.rglob("*"))
    )


def together(errors: Sequence[SourceError]) -> SourceError:
    """What is wrong with several sources as one error, a clause for each."""
    if len(errors) == 1:
        return errors[0]
    said = {language: "; ".join(error.cause(language) for error in errors) for language in LANGUAGES}
    return SourceError("upkeep.source.unfit", n=len(errors), said=said)
