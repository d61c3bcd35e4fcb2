"""Printed lines joined to running text, keeping the way back from each character to its line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.model import Line

_BULLET = re.compile(r"^(?:[•*–-]\s|\d{1,2}[.)]\s|[a-z]\)\s)")
_OPEN = re.compile(r"[.!?:;»\")]$")
# «arbeids- og velferdsetaten», «NAV- veileder»: the hyphen belongs to the word.
_KEEPS_HYPHEN = re.compile(r"^(?:og|eller|samt|til|men)\b|^[A-ZÆØÅ\d]")
_BLANK = ("", "|")  # a bar alone is the edge of a cell, as text recognition reads it
_SHORT = 0.62  # a line under this share of the column's width was ended by its author


def join(lines: Sequence[Line]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """One text from printed lines: (text, marks), marks being (offset, line number), ascending.

    Lines of a paragraph are joined by a space; a word divided at a line end is put together. A
    bullet, a blank line between finished sentences and a line that ends well short of the column
    after a finished sentence each start a new line of text.
    """
    width = max((len(line.text.strip()) for line in lines), default=0)
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    length = 0
    previous = ""
    blank = False
    for line in lines:
        text = " ".join(line.text.split())
        if text in _BLANK:
            blank = True
            continue
        if previous:
            glue = _glue(previous, text, blank, width)
            if glue == "-":
                parts[-1] = parts[-1][:-1]
                length -= 1
                glue = ""
            parts.append(glue)
            length += len(glue)
        marks.append((length, line.number))
        parts.append(text)
        length += len(text)
        previous, blank = text, False
    return "".join(parts), tuple(marks)


def _glue(previous: str, text: str, blank: bool, width: int) -> str:
    """What stands between two lines: a space, a line break, "" or "-" (take the hyphen away)."""
    if _BULLET.match(text):
        return "\n"
    if previous.endswith("-") and not previous.endswith(" -") and len(previous) > 1:
        if text[0].islower() and not _KEEPS_HYPHEN.match(text):
            return "-"
        return " " if text[0].islower() else ""
    finished = bool(_OPEN.search(previous))
    if blank:
        # A blank line in mid-sentence is an accident of the print.
        return " " if text[0].islower() and not finished else "\n"
    if text[0].islower():
        return " "
    if finished and len(previous) < _SHORT * width and not previous.endswith((",", ")")):
        return "\n"
    return " "


def replace(
    text: str, marks: Sequence[tuple[int, int]], edits: Sequence[tuple[int, int, str]]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Apply non-overlapping, ascending edits (start, end, new text) and move the marks along."""
    parts: list[str] = []
    moved: list[tuple[int, int]] = []
    position, shift, pending = 0, 0, list(marks)
    for start, end, new in edits:
        while pending and pending[0][0] <= start:
            offset, number = pending.pop(0)
            moved.append((offset + shift, number))
        # A mark inside what is replaced now points at the end of the replacement.
        while pending and pending[0][0] < end:
            _, number = pending.pop(0)
            moved.append((start + shift + len(new), number))
        parts += [text[position:start], new]
        shift += len(new) - (end - start)
        position = end
    parts.append(text[position:])
    moved += [(offset + shift, number) for offset, number in pending]
    return "".join(parts), tuple(moved)
