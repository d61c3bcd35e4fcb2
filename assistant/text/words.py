"""The word lists of `words.toml`, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

_LISTS = tomllib.loads(files("assistant.text").joinpath("words.toml").read_text(encoding="utf-8"))

STOP: frozenset[str] = frozenset(_LISTS["stop"].split())
GENERAL: frozenset[str] = frozenset(_LISTS["general"].split())
ENGLISH_GENERAL: frozenset[str] = frozenset(_LISTS["english_general"].split())
ENGLISH_HOMOGRAPHS: frozenset[str] = frozenset(_LISTS["english_homographs"].split())
ENGLISH_MARKS: frozenset[str] = frozenset(_LISTS["english_marks"].split())
PARTICLES: frozenset[str] = frozenset(_LISTS["particles"].split())
ABBREVIATIONS: frozenset[str] = frozenset(_LISTS["abbreviations"].split())
NAMES: frozenset[str] = frozenset(_LISTS["names"].split())
AMBIGUOUS_PLACES: frozenset[str] = frozenset(_LISTS["ambiguous_places"].split())
BOKMAAL: Mapping[str, str] = MappingProxyType(_LISTS["bokmaal"])


def _by_english(name: str) -> Mapping[str, str]:
    """English -> Norwegian, of a table that lists the English of each Norwegian word."""
    return MappingProxyType(
        {
            english: norwegian
            for norwegian, listed in _LISTS[name].items()
            for english in (listed.split() if isinstance(listed, str) else listed)
        }
    )


ENGLISH = _by_english("english")
ENGLISH_MEANT = _by_english("english_meant")
ENGLISH_PHRASES = _by_english("english_phrases")
