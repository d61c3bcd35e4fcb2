"""Words, and what makes two spellings of one name equal.

Names are matched on folded forms, since the same name stands as a person writes it, as an e-mail
address spells it and as a character recogniser without Norwegian letters saw it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# A leading @ or & stands for Ø, a bracket before a half-cut word and another name for a capital. A letter may be
# written in two, with its accent or ring behind it.
_WORD = re.compile(
    r"(?:[@&](?=[^\W\d_]{2})|\[(?=[^\W\d_]{2,}\s[A-ZÆØÅ]))?[^\W_](?:[^\W_]|[\u0300-\u036f]|[@&§](?=[^\W_])|§|&(?=\s))*"
)
_GAP = re.compile(r"[ \t\u00a0]{0,3}\n?[ \t\u00a0]{0,3}| ?-\n|-|\.[ \u00a0]?")
_SENTENCE_END = frozenset('.!?:;•*·«"“”([|>-–—')

# What the recogniser printed for one class of letters is folded to one letter of that class.
_LOOSE = str.maketrans(
    dict.fromkeys("åæäéèe8&§3d%à", "a")
    | dict.fromkeys("øöóg@0q", "o")
    | dict.fromkeys("i1|íî![", "l")
    | {"ü": "u", "w": "v"}
)
_STRICT = str.maketrans({"ø": "o", "ö": "o", "å": "a", "æ": "ae", "ä": "ae"})


class Word(NamedTuple):
    """A word of a text: text[start:end] == form. Hyphens separate words."""

    start: int
    end: int
    form: str

    @property
    def capitalised(self) -> bool:
        """Whether the word begins like a name: a capital (or @ for Ø), not all capitals."""
        first = self.form[0]
        if first.islower() or not (first.isupper() or first in "@&["):
            return False
        return not self.form[1:].isupper() and any(c.islower() for c in self.form[1:])

    @property
    def initial(self) -> bool:
        """Whether the word is one capital letter."""
        return len(self.form) == 1 and self.form.isupper()


def words(text: str) -> list[Word]:
    """All words of a text in order, damaged letters (@, &, §, digits) inside words included."""
    return [Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]


@lru_cache(maxsize=1 << 16)
def strict(form: str) -> str:
    """The spelling an e-mail address would use: lower case, ø→o, å/aa→a, æ→ae, no accents."""
    low = form.lower().translate(_STRICT)
    low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return low.replace("aa", "a").replace("oe", "o")


@lru_cache(maxsize=1 << 16)
def loose(form: str) -> str:
    """The spelling with every letter merged with those the recogniser mistook it for."""
    low = form.lower().replace("oe", "o").translate(_LOOSE)
    low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return re.sub("a+", "a", low.replace("za", "a"))


def stems(form: str) -> tuple[str, ...]:
    """The form and, where it can be a genitive, the form without its -s."""
    return (form, form[:-1]) if len(form) > 3 and form[-1] in "sS" else (form,)


def linked(text: str, left: Word, right: Word) -> bool:
    """Whether two words can belong to one name: a blank, a hyphen or an initial's stop between."""
    gap = text[left.end : right.start]
    if "." in gap and len(left.form) > 1:
        return False
    return _GAP.fullmatch(gap) is not None


def opens_sentence(text: str, word: Word) -> bool:
    """Whether a capital at this word may be due to its place and not to its being a name."""
    before = text[max(word.start - 4, 0) : word.start]
    bare = before.rstrip(" \t\u00a0\n")
    if not bare:
        return word.start - len(before) == 0 or before.count("\n") > 1
    return bare[-1] in _SENTENCE_END or before.count("\n") > 1
