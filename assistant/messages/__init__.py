"""Every word of ours, in bokmål, nynorsk and English: one catalogue, a module for each part that speaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from assistant.messages import actions, answers, app, errors, help, screen, settings, talk, upkeep, windows
from assistant.messages.sections import SECTIONS
from assistant.sections import label as bokmaal_label

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
_PLACE: Mapping[Language, int] = {"nb": 0, "nn": 1, "en": 2}
PARTS = (answers, talk, app, actions, screen, windows, help, settings, errors, upkeep)  # a new part is listed here
WORDS: Mapping[str, tuple[str, str, str]] = {key: words for part in PARTS for key, words in part.WORDS.items()}


def say(language: Language, message: str, /, **values: object) -> str:
    """Our words for a key, with values put in.

    Raises:
        KeyError: There is no such key.
    """
    words = WORDS[message][_PLACE[language]]
    return words.format(**values) if values else words


def section(language: Language, key: str) -> str:
    """The name of a section."""
    if language == "nb" or key not in SECTIONS:
        return bokmaal_label(key)
    return SECTIONS[key][_PLACE[language] - 1]


__all__ = ["LANGUAGES", "PARTS", "WORDS", "Language", "say", "section"]
