"""A number, and beside it a text whose rows all begin in the same column; and the quiet words around a name."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from assistant.tui.plain import one_line
from assistant.tui.words import fitted

GUTTER = 5  # columns of «[10] »
ROOM = 26  # columns that a text needs beside its number; with less it goes on below it
LONGEST = 40  # characters of a name that is kept on one row
QUIET = "not bold $text-quiet"


def hung(mark: Content, text: Content, width: int, gutter: int = GUTTER) -> Content:
    """The mark, and the text beside it as it fits a width."""
    gutter = max(gutter, mark.cell_length + 1)
    room = width - gutter
    if room < ROOM:
        return fitted(Content.assemble(mark, " ", text), width)
    first, *more = fitted(text, room).wrap(room)
    first = Content.assemble(mark.pad_right(gutter - mark.cell_length), first)
    return Content("\n").join([first, *(row.pad_left(gutter) for row in more)])


def beside(parts: Iterable[str]) -> str:
    """«NAV Frogner · Oslo · T066»: rows break between the parts, not inside them."""
    return "\xa0· ".join(tied(part) for part in parts if part)


def tied(text: str) -> str:
    """A short text that is kept on one row."""
    text = one_line(text)
    return text.replace(" ", "\xa0") if len(text) <= LONGEST else text
