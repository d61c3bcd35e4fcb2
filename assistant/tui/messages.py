"""The app's words in the language the user has chosen. Looked up when drawn, so that the language can be changed."""

from __future__ import annotations

from assistant.messages import WORDS, Language, say

_language: Language = "nb"  # one app, one screen, one language: the only state this package keeps


def speak(language: Language) -> None:
    """Speak another language from now on; what is on the screen must be drawn again."""
    global _language
    _language = language


def language() -> Language:
    """The language spoken now."""
    return _language


def t(key: str, **values: object) -> str:
    """The words for a key, with values put in.

    Raises:
        KeyError: There is no such key.
    """
    return say(_language, key, **values)


def known(key: str) -> bool:
    """Whether there are words for a key."""
    return key in WORDS


def filter_label(name: str) -> str:
    """The word shown for a filter name; that of what is left out is the same."""
    name = name.removeprefix("not_")
    return t(f"filter.{name}") if known(f"filter.{name}") else name


def value_label(value: str) -> str:
    """The word shown for a filter value that is a code."""
    return t(f"value.{value}") if known(f"value.{value}") else value
