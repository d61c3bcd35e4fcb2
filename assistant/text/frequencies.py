"""How common words are, from wordfreq's lists (Speer 2022, «rspeer/wordfreq»).

The lists are read here, in wordfreq's own format, without importing it: what it brings for a hundred other
languages takes longer to import than a whole answer takes to find.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path


class _Words:
    """The words of a language, the commonest first, read as far as they are asked for: the rare ones are many."""

    def __init__(self, language: str) -> None:
        self._read = _buckets(language)
        self._shares: dict[str, int] = {}
        self._next = 0

    def share(self, word: str, most: int) -> int | None:
        """-100 * log10 of a word's share of all words; None where that is more than `most`."""
        while self._next <= most and (words := next(self._read, None)) is not None:
            self._shares.update(dict.fromkeys(words, self._next))
            self._next += 1
        found = self._shares.get(word)
        return found if found is not None and found <= most else None


def _buckets(language: str) -> Iterator[list[str]]:
    """The words of each share, from 0 on."""
    import msgpack

    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("No module named 'wordfreq'")
    with gzip.open(Path(spec.origin).with_name("data") / f"large_{language}.msgpack.gz", "rb") as file:
        # cBpack, version 1: a header, then for each share the list of the words that have it.
        unpacker = msgpack.Unpacker(file, raw=False)
        for _ in range(unpacker.read_array_header()):
            words = unpacker.unpack()
            if isinstance(words, list):
                yield words


_words = cache(_Words)


def zipf(word: str, language: str, least: float = 0.0) -> float:
    """log10 of how often a word stands in a thousand million words of nb or en; 0 where it is unknown.

    Args:
        least: What is rarer counts as unknown; the higher, the quicker the first call.
    """
    if not word.isalpha():  # wordfreq itself takes numbers and words in several parts to pieces
        from wordfreq import zipf_frequency

        found = float(zipf_frequency(word, language))
        return found if found >= least else 0.0
    share = _words(language).share(word.casefold(), round(100 * (9 - least)))
    return round(9 - share / 100, 2) if share is not None else 0.0
