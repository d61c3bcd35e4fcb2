"""Takes a printed line apart into words and what stands between them; finds bullets and garbage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

BULLET = "• "
# Addresses, law sections and names joined by a real «&» are never touched.
_FIXED = r"https?://\S+|www\.\S+|§+ ?\d+\w?|\b[A-ZÆØÅ]&[A-ZÆØÅ]\b"
_MAIL = r"[\w.+-]+@[\w-]+\.[\w.-]+"
_NUMBER = r"\d+(?:[.,:]\d+)*(?![\w&@§|])|\d+(?:[.,:]\d+)*(?=%)"
_WORD = r"(?:\A\[)?[\w&@§%|ﬂﬁ’]*[\w&@§%|ﬂﬁ]"
_SCAN = re.compile(rf"({_FIXED})|({_NUMBER}|{_WORD})|\s+|.", re.DOTALL)
_SCAN_MAIL = re.compile(rf"({_MAIL}|{_FIXED})|({_NUMBER}|{_WORD})|\s+|.", re.DOTALL)
_GLUED = re.compile(r"(\s*)(?:([eo«*¢])(?=[A-ZÆØÅ@\[][\w&@§%|ﬂﬁ\]])|O(?=[A-ZÆØÅ][a-zæøå]{3}))")
_APART = re.compile(r"(\s*)(?:[eo¢*]|§(?! ?\d)|&(?= [A-ZÆØÅ][a-zæøå])) (?=\S)")
_NUMBERED = re.compile(r"\s*(?:(?:§ ?\d+a? ?)?[-–]|\(?[0-9a-d][.)])(?=[A-ZÆØÅ@\[])")


class Piece(NamedTuple):
    """One stretch of a line: a word that may be repaired, or anything else, kept as it is.

    `alone` says that a single sign has white space (or the line's edge) on both sides, `hurt` that
    a bullet was printed against the word.
    """

    text: str
    word: bool
    alone: bool = False
    hurt: bool = False


class Split(NamedTuple):
    """A line as its head (indentation and bullet) and pieces."""

    head: str
    pieces: tuple[Piece, ...]

    def text(self) -> str:
        """The line again, its bullet as «• »."""
        return self.head + "".join(p.text for p in self.pieces)


def split(line: str, damaged: bool = True) -> Split:
    """Take `line` apart; signs misread for a bullet are looked for in damaged text only."""
    head, hurt = "", False
    if damaged:
        if m := _APART.match(line):
            head = m[1] + BULLET
        elif (m := _GLUED.match(line)) and not (m[2] == "«" and "»" in line):
            head, hurt = m[1] + BULLET, True
        elif m := _NUMBERED.match(line):
            head, hurt = m[0], True
        if m:
            line = line[m.end() :]
    return Split(head, tuple(_pieces(line, hurt)))


def _pieces(text: str, hurt: bool) -> list[Piece]:
    pieces: list[Piece] = []
    for m in (_SCAN_MAIL if "@" in text else _SCAN).finditer(text):
        word = m.lastindex == 2
        found = m[0]
        alone = word and len(found) == 1 and _edge(text, m.start() - 1) and _edge(text, m.end())
        pieces.append(Piece(found, word, alone, hurt and not pieces))
    return pieces


def joins_names(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the sign at `i` stands between two capitalised words, as a real «&» does."""
    before = next((p.text for p in reversed(pieces[:i]) if not p.text.isspace()), "")
    after = next((p.text for p in pieces[i + 1 :] if not p.text.isspace()), "")
    return before[:1].isupper() and after[:1].isupper()


def _edge(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or text[at].isspace()


def looks_clipped(words: Sequence[tuple[str, bool]]) -> bool:
    """Whether a line is the cut edge of a page: mostly shreds of letters that are no words.

    `words` holds the line's printed words and, for each, whether it can be read as a known one.
    """
    if len(words) < 5 or sum(len(text) for text, _ in words) > 3.4 * len(words):
        return False
    shreds = sum(
        not text.isdigit()
        and (not known or (text.isalpha() and (len(text) == 1 or text.isupper()) and text not in "iaI"))
        for text, known in words
    )
    return shreds > 0.55 * len(words)
