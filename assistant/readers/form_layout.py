"""The print's layout: blocks of lines, and what the white space between them says.

Three blank lines are a page break, 3k blank lines k of them. A line that starts with a space is
the first whole line of a cell that was too tall for its row: its top, and the blank lines above
it, were cut off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BLANKS_A_PAGE = 3


@dataclass(frozen=True, slots=True)
class Block:
    """Lines without a blank line between them: texts[first:last + 1] of the file, from 0.

    `breaks` counts the page breaks printed right above, `clipped` says that a cut-off cell starts
    here. A block with neither may start a cell or go on with the one above.
    """

    first: int
    last: int
    breaks: int
    clipped: bool
    lines: tuple[str, ...]

    @property
    def marked(self) -> bool:
        """Whether the layout says that a cell starts here."""
        return self.breaks > 0 or self.clipped


@dataclass(frozen=True, slots=True)
class Strip:
    """The blocks of one column, and the page breaks after the last of them."""

    blocks: tuple[Block, ...]
    trailing: int


def read_strip(texts: Sequence[str], start: int, stop: int) -> Strip:
    """The blocks of texts[start:stop]."""
    blocks: list[Block] = []
    blanks, first, above = 0, -1, 0
    for index in range(start, stop):
        text = texts[index]
        if not text.strip():
            blanks += 1
            continue
        clipped = text.startswith(" ")
        if first < 0 or blanks or clipped:
            if first >= 0:
                blocks.append(_block(texts, first, index - blanks, above))
            first, above = index, blanks
        blanks = 0
    if first >= 0:
        blocks.append(_block(texts, first, stop - blanks, above))
    return Strip(tuple(blocks), blanks // BLANKS_A_PAGE)


def _block(texts: Sequence[str], first: int, stop: int, blanks: int) -> Block:
    lines = tuple(texts[first:stop])
    return Block(first, stop - 1, blanks // BLANKS_A_PAGE, lines[0].startswith(" "), lines)
