"""Opening a source file: bytes to numbered lines, with clear errors for what is no text."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import SourceError
from assistant.model import Line


def read_lines(path: Path) -> tuple[Line, ...]:
    """The lines of a UTF-8 text file, numbered from 1.

    A form feed stays inside its line, so line numbers are those an editor shows.

    Raises:
        SourceError: The file cannot be opened, is empty, binary or not UTF-8.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"kan ikke åpne kilden {path.name} ({error.strerror})", "Se etter at filen finnes og kan leses."
        ) from error
    if b"\0" in data:
        raise SourceError(f"kilden {path.name} er ikke en tekstfil", "Lagre den som ren tekst (UTF-8).")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"kilden {path.name} er ikke UTF-8 (byte {error.start})", "Lagre den som ren tekst (UTF-8)."
        ) from error
    if not text.strip():
        raise SourceError(f"kilden {path.name} er tom", "Legg inn teksten på nytt, eller ta filen bort.")
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    return tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
