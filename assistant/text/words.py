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
PARTICLES: frozenset[str] = frozenset(_LISTS["particles"].split())
ABBREVIATIONS: frozenset[str] = frozenset(_LISTS["abbreviations"].split())
NAMES: frozenset[str] = frozenset(_LISTS["names"].split())
AMBIGUOUS_PLACES: frozenset[str] = frozenset(_LISTS["ambiguous_places"].split())
BOKMAAL: Mapping[str, str] = MappingProxyType(_LISTS["bokmaal"])
ENGLISH: Mapping[str, str] = MappingProxyType(
    {english: word for word, all_english in _LISTS["english"].items() for english in all_english.split()}
)
