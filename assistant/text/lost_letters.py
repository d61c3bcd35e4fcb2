"""Words that lost their æ, ø or å in the text recognition: «vre», «ogs», «forstelse».

It takes the whole list of Norwegian words to tell. So the words of the documents are judged when the index is
built, and an answer only looks them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.text.frequencies import zipf

_LOST, _COMMONER, _COMMON = "æøå", 2.0, 3.0  # letters the recognition drops; Zipf frequencies that show it did
_LOWER = re.compile(r"(?<![^\W_])[a-zæøå]{2,}(?![^\W_])")


def candidates(text: str) -> list[str]:
    """The words of a text in small letters: a name or an abbreviation may be spelled as it likes."""
    return _LOWER.findall(text)


def lost_letter(word: str) -> bool:
    """Whether a word in small letters is a far commoner one that lost a letter."""
    own = zipf(word, "nb")
    whole = ((word[:at] + letter + word[at:]) for at in range(len(word) + 1) for letter in _LOST)
    return any(zipf(one, "nb") >= max(own + _COMMONER, _COMMON) for one in whole)


def damaged_words(texts: Iterable[str]) -> list[str]:
    """The words of these texts that lost a letter, in alphabetical order."""
    return sorted(filter(lost_letter, {word for text in texts for word in candidates(text)}))
