"""Where sentences end in Norwegian running text."""

from __future__ import annotations

import re

from assistant.text.words import ABBREVIATIONS

_END = re.compile(r"[.!?…]+[»\"')\]]*(?=\s)|\n+")
_WORD_BEFORE = re.compile(r"([\wæøåÆØÅ.]+)$")
LONGEST = 40  # characters of the word before a full stop that are looked at: no abbreviation has more
_NEXT = re.compile(r"\s*[«\"'(\[–-]?\s*(\S)")


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open (start, end) of each sentence, ascending, without surrounding white space.

    A line break ends a sentence (running text has none inside a paragraph); a full stop does not
    after an abbreviation, a number or an initial, nor before a lower-case letter.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if "\n" not in match.group() and not _ends_sentence(text, match):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    following = _NEXT.match(text, match.end())
    if following is None:
        return True
    if following.group(1).islower() and not match.group().startswith(("!", "?")):
        return False
    if not match.group().startswith("."):
        return True
    before = _WORD_BEFORE.search(text, max(match.start() - LONGEST, 0), match.start())
    if before is None:
        return True
    word = before.group(1).lower().strip(".")
    if word in ABBREVIATIONS:
        return False
    if word.isdigit():
        # «1. januar», «3. Kartlegging» go on; a year or a large number ends a sentence.
        return len(word) > 2
    return len(word) > 1


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    part = text[start:end]
    stripped = part.strip()
    if stripped:
        first = start + len(part) - len(part.lstrip())
        found.append((first, first + len(stripped)))
