"""Words of a badly read print, made comparable.

The OCR mixes up letters (ø/g, å/a/8/&, l/I/1). Folding gives all letters of such a group one
shape, so the same word read in two ways is one word again.
"""

from __future__ import annotations

import re

_FOLD = str.maketrans(
    {
        **dict.fromkeys("øöóog@0q", "o"),
        **dict.fromkeys("åäæáãaedé3è8&§", "a"),
        **dict.fromkeys("lij1|!", "l"),
    }
)
_WORD = re.compile(r"[\wæøå&§@]+")


def fold(text: str) -> str:
    """The text with letters the OCR mixes up made one, and nothing but letters and digits kept."""
    return "".join(ch for ch in text.casefold().translate(_FOLD) if ch.isalnum())


def words(text: str) -> list[str]:
    """The folded words of a text, single letters left out."""
    found = (fold(word) for word in _WORD.findall(text.casefold()))
    return [word for word in found if len(word) > 1]
