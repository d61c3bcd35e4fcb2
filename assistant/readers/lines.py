"""Opening a source file: bytes to numbered lines, with clear errors for what is no text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from assistant.errors import SourceError
from assistant.model import Line


def read_lines(path: Path) -> tuple[Line, ...]:
    """The lines of a UTF-8 text file, numbered from 1.

    A form feed stays inside its line, so line numbers are those an editor shows. Letters are composed: «å» may be
    written as «a» and a ring, which looks the same and is another word to whatever compares.

    Raises:
        SourceError: The file cannot be opened, is empty, binary or not UTF-8.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError("upkeep.source.open", file=path.name, reason=error) from error
    if b"\0" in data:
        raise SourceError("upkeep.text.binary", file=path.name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError("upkeep.text.utf8", file=path.name, byte=error.start) from error
    if not text.strip():
        raise SourceError("upkeep.source.empty", file=path.name)
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    return tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
