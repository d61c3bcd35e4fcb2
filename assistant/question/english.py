"""English questions: words of every conversation are left aside, and what names no idea is led to Norwegian."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.concepts import Mention
from assistant.text.analyzer import stem, tokens
from assistant.text.words import ENGLISH, ENGLISH_GENERAL

KNOWN = frozenset(ENGLISH) | ENGLISH_GENERAL
EXPLAINS = 0.5  # least certainty of a concept that accounts for the words that named it


def translations(text: str, mentions: Iterable[Mention]) -> tuple[tuple[str, str], ...]:
    """(English, Norwegian) of the words that name no idea; an idea is named by the English of the vocabulary."""
    named = frozenset[str]().union(*(m.stems for m in mentions if m.certainty >= EXPLAINS))
    words = dict.fromkeys(token for token in tokens(text) if token.lower() in ENGLISH)
    return tuple((word, ENGLISH[word.lower()]) for word in words if stem(word.lower()) not in named)


def light(text: str, mentions: Iterable[Mention]) -> frozenset[str]:
    """The terms of words that say nothing alone, but for those that name an idea with others («show up»).

    «take» names nothing, though its stem is that of «tak».
    """
    forms = {token for mention in mentions for token in tokens(mention.words.lower())}
    found = {token.lower() for token in tokens(text)} & ENGLISH_GENERAL
    return frozenset(stem(word) for word in found - forms)


def replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    """A text with some words in the place of others."""
    for typed, used in pairs:
        text = re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", used, text)
    return text
