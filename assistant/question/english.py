"""English questions: words of every conversation are left aside, and what names no idea is led to Norwegian.

Questions are often put in both languages at once, so each word is looked at by itself. Only words that Norwegian has
too («time», «flat», «rent») need to know the question's language: they are English where the words around them are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from assistant.concepts import ConceptMatcher, Mention
from assistant.text.analyzer import stem, tokens
from assistant.text.words import (
    ENGLISH,
    ENGLISH_GENERAL,
    ENGLISH_HOMOGRAPHS,
    ENGLISH_MARKS,
    ENGLISH_MEANT,
    ENGLISH_PHRASES,
)

KNOWN = frozenset(ENGLISH) | ENGLISH_GENERAL
EXPLAINS = 0.5  # least certainty of a concept that accounts for the words that named it
MARKED, LEAST = 0.4, 2  # share, and number, of words that only English has, from which a question is in English
# American spelling to British, that of the vocabulary and of the lists.
_AMERICAN = (
    (re.compile(r"(?<=\w{3})iz(e|ed|es|ing|ation|ations|ational|er|ers)$", re.IGNORECASE), r"is\1"),
    (re.compile(r"^(lab|neighb|behavi|fav|hon|col|endeav)or(?=$|s$|ed$|ing$|hood|al$|able$)", re.IGNORECASE), r"\1our"),
    (re.compile(r"^(cent)er(?=s?$)", re.IGNORECASE), r"\1re"),
    (re.compile(r"^(counsel|model|travel|label|enrol)(?=(?:ing|ed|or|ors|er|ers)$)", re.IGNORECASE), r"\1l"),
    (re.compile(r"^(enrol)l(?=s?$|ment)", re.IGNORECASE), r"\1"),
    (re.compile(r"^(defen|offen|licen)se(?=s?$)", re.IGNORECASE), r"\1ce"),
)
# Endings of English verbs and nouns, and what may stand in their place in the list.
_ENDINGS = (
    ("ies", ("y",)), ("ied", ("y",)), ("ing", ("", "e")), ("ed", ("", "e")), ("es", ("", "e")), ("s", ("",)),
)  # fmt: skip
SHORTEST = 4  # letters of what an ending is taken from


@dataclass(frozen=True, slots=True)
class Led:
    """A question with its English led to Norwegian: its concepts, the terms that say nothing, and (typed, used)."""

    text: str
    concepts: dict[str, Mention]
    light: frozenset[str]
    pairs: tuple[tuple[str, str], ...]


def in_norwegian(text: str, matcher: ConceptMatcher, is_english: Callable[[Mention], bool]) -> Led:
    """A question with its English led to Norwegian, as far as it names no idea.

    Args:
        is_english: Whether a concept is named by the English of the vocabulary.
    """
    british = spelled(text)
    text = replaced(text, british)
    concepts = matcher.asked(text)
    whole = spoken(text, frozenset[str]().union(*(m.stems for m in concepts.values() if is_english(m))))
    sure = [m.stems for m in concepts.values() if m.certainty >= EXPLAINS]
    again = [m.stems for m in matcher.exact(text) if m.concept in concepts]  # «drug addiction» names one idea twice
    pairs = translations(text, frozenset[str]().union(*sure, *again), whole)
    translated = replaced(text, pairs)
    if pairs:
        concepts = matcher.asked(translated)
    # What is light is what was typed: «far» is of no matter in «how far», but it is what «father» is led to.
    return Led(translated, concepts, light(text, concepts.values(), whole), british + pairs)


def spelled(text: str) -> tuple[tuple[str, str], ...]:
    """(as typed, as the vocabulary has it): phrases that mean one Norwegian thing, and American spelling."""
    found = []
    rest = text
    for phrase, norwegian in ENGLISH_PHRASES.items():  # the longer ones stand before those within them
        if standing := re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", rest, re.IGNORECASE):
            found.append((standing.group(), norwegian))
            rest = replaced(rest, found[-1:])
    for token in dict.fromkeys(tokens(rest)):
        word = token
        for american, british in _AMERICAN:
            word = american.sub(british, word)
        if word != token:
            found.append((token, word))
    return tuple(found)


def spoken(text: str, named: frozenset[str] = frozenset()) -> bool:
    """Whether a question is in English, and not in Norwegian with some English words.

    Args:
        named: The stems of the words that name ideas in English.
    """
    words = [token.lower() for token in tokens(text)]
    found = sum(word in ENGLISH_MARKS or word in KNOWN or stem(word) in named for word in words)
    return found >= max(MARKED * len(words), LEAST)


def translations(text: str, named: frozenset[str], whole: bool) -> tuple[tuple[str, str], ...]:
    """(English, Norwegian) of the words that name no idea; an idea is named by the English of the vocabulary.

    Args:
        named: The stems of the words that name ideas.
        whole: Whether the whole question is English, so that words which Norwegian has too are meant in English.
    """
    known: Mapping[str, str] = {**ENGLISH, **ENGLISH_MEANT} if whole else ENGLISH
    found = {}
    for token in tokens(text):
        norwegian = _led(token.lower(), known)
        if norwegian and stem(token.lower()) not in named | {stem(norwegian)}:
            found[token] = norwegian
    return tuple(found.items())


def _led(word: str, known: Mapping[str, str]) -> str | None:
    """The Norwegian of an English word or of its other forms: «recruit» stands in the list, «recruiter's» does not."""
    if word in known:
        return known[word]
    if word in ENGLISH_GENERAL:
        return None
    for ending, others in _ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= SHORTEST:
            doubled = (base[:-1],) if base[-1] == base[-2] else ()
            for form in (*(base + other for other in others), *doubled):
                if form in ENGLISH:
                    return ENGLISH[form]
    return None


def light(text: str, mentions: Iterable[Mention], whole: bool = False) -> frozenset[str]:
    """The terms of words that say nothing alone, but for those that name an idea with others («show up»).

    «take» names nothing, though its stem is that of «tak». `whole` is that of `translations`.
    """
    forms = {token for mention in mentions for token in tokens(mention.words.lower())}
    found = {token.lower() for token in tokens(text)} & (
        ENGLISH_GENERAL | ENGLISH_HOMOGRAPHS if whole else ENGLISH_GENERAL
    )
    return frozenset(stem(word) for word in found - forms)


def replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    """A text with some words in the place of others."""
    for typed, used in pairs:
        text = re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", used, text)
    return text
