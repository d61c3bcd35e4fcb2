"""Takes a printed line apart into words and what stands between them; finds bullets and garbage."""

from __future__ import annotations

import re
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
_APART = re.compile(r"(\s*)(?:[eo¢*]|§(?! ?\d)|å(?= [A-ZÆØÅ]\w)) (?=\S)")
_NUMBERED = re.compile(r"\s*(?:(?:§ ?\d+a? ?)?[-–]|\(?[0-9a-d][.)])(?=[A-ZÆØÅ@\[])")


class Piece(NamedTuple):
    """One stretch of a line: a word that may be repaired, or anything else, kept as it is.

    `alone` says that white space (or the line's edge) stands on both sides, `hurt` that a bullet
    was printed against it.
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
        alone = word and _edge(text, m.start() - 1) and _edge(text, m.end())
        pieces.append(Piece(m[0], word, alone, hurt and not pieces))
    return pieces


def _edge(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or text[at].isspace()


def looks_clipped(line: str, known: set[str]) -> bool:
    """Whether `line` is the cut edge of a page: mostly shreds of letters that are no words.

    `known` holds the line's own words (lower case) that a lexicon knows.
    """
    words = re.findall(r"[^\W_]+", line)
    if len(words) < 5 or sum(map(len, words)) > 3.4 * len(words):
        return False
    shreds = sum(
        (len(w) == 1 and w not in "iåIÅ" and not w.isdigit())
        or (len(w) > 1 and not w.isdigit() and (w.lower() not in known or (w.isupper() and len(w) <= 3)))
        for w in words
    )
    return shreds > 0.55 * len(words)
