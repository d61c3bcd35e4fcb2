"""How common words are, from wordfreq's lists (Speer 2022, «rspeer/wordfreq»).

The lists are read here, in wordfreq's own format, without importing it: what it brings for a hundred other
languages takes longer to import than a whole answer takes to find.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def _buckets(language: str) -> Mapping[str, int]:
    """Word -> -100 * log10 of its share of all words."""
    import msgpack

    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("No module named 'wordfreq'")
    with gzip.open(Path(spec.origin).with_name("data") / f"large_{language}.msgpack.gz", "rb") as file:
        # cBpack, version 1: a header, then for each share the list of the words that have it.
        buckets = msgpack.load(file, raw=False)[1:]
    found: dict[str, int] = {}
    for share, words in enumerate(buckets):
        found.update(dict.fromkeys(words, share))
    return found


def zipf(word: str, language: str) -> float:
    """log10 of how often a word stands in a thousand million words of nb or en; 0 where it is unknown."""
    if not word.isalpha():  # wordfreq itself takes numbers and words in several parts to pieces
        from wordfreq import zipf_frequency

        return float(zipf_frequency(word, language))
    share = _buckets(language).get(word.casefold())
    return round(9 - share / 100, 2) if share is not None else 0.0
