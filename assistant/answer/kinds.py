"""How much a sentence is of a kind of experience: a result, a hindrance, a help, something tried."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answer import cues
from assistant.answer.intent import Group
from assistant.answer.sentences import Quotable

SECTIONS: Mapping[Group, tuple[str, ...]] = {
    "tried": ("description", "develops", "user_contact", "method", "administration", "text", "background", "other"),
    "results": ("achieved", "results", "abstract", "lessons"),
    "challenges": ("challenges", "lessons", "other", "administration", "user_contact", "method", "text"),
    "success": ("success_factors", "lessons", "other", "administration", "user_contact", "method", "text"),
    "measured": ("evaluated_how", "method", "abstract", "text"),
    "cooperation": ("cooperation", "administration"),
    "continued": ("continued_yes", "continued_no"),
}
# The sections that hold nothing but this kind.
OWN: Mapping[Group, tuple[str, ...]] = {
    "tried": ("description",), "results": ("achieved", "results"), "challenges": ("challenges",),
    "success": ("success_factors",), "measured": ("evaluated_how",), "cooperation": ("cooperation",),
    "continued": ("continued_yes", "continued_no"),
}  # fmt: skip
MIXED = frozenset({"other", "text", "lessons", "background", "abstract", "administration", "user_contact", "method"})
MIXED_AS: Mapping[Group, str] = {
    "tried": "challenges", "challenges": "challenges", "results": "achieved", "success": "success_factors",
    "measured": "evaluated_how", "cooperation": "success_factors", "continued": "continued_yes",
}  # fmt: skip
SURE = 0.75  # confidence in a section's boundaries from which all its sentences are its own
WEAK = 0.5  # a sentence that stands where its kind stands, without a word of it
SOME = 0.25  # the same of what came of something
AMONG = 0.8  # what stands among sentences of all kinds is less surely of one
LESS = 0.6  # a hindrance told in a word that has other uses
AIMED = 0.6  # what is meant to be tells less of what was done


def kind(group: Group, quote: Quotable) -> float:
    """How much a sentence is of a kind, in [0, 1]: people write other things as well where they are asked for it.

    Sections that hold all kinds (those of evaluations) are sorted by their words alone.
    """
    text, key = quote.text, quote.section.key
    if cues.STAFFED.search(text) and group in ("challenges", "results", "success"):
        return 0.0
    if key in MIXED and group != "challenges" and cues.LAW.search(text):
        return 0.0
    if group == "results":
        return cues.outcome(text)
    if group == "challenges":
        return _hindrance(quote)
    hard = bool(cues.HARD.search(text) or cues.HARDEST.search(text))
    if group == "tried":
        if key in MIXED and hard:
            return 0.0
        return (1.0 if cues.CUES["description"].search(text) else WEAK) * (AIMED if cues.AIM.search(text) else 1.0)
    if key in MIXED:
        cued = bool(cues.CUES[MIXED_AS[group]].search(text))
        if group == "success":
            return AMONG * _help(quote) if cued and not hard else 0.0
        return float(cued)
    if group == "success":
        return _help(quote)
    if group == "measured":
        return float(key not in cues.CUES or bool(cues.CUES[key].search(text)))
    return 1.0


def surely(group: Group, quote: Quotable) -> bool:
    """Whether a sentence is of a kind beyond doubt, so that it may stand where the kind was not asked for."""
    return kind(group, quote) > (SOME if group == "results" else WEAK)


def _hindrance(quote: Quotable) -> float:
    text = quote.text
    if cues.GAINED.search(text) or cues.NO_HINDRANCE.search(text):
        return 0.0
    if cues.HARDEST.search(text):
        return 1.0
    if quote.section.key in MIXED:
        return 0.0
    if cues.HARD.search(text):
        return LESS
    # A challenge told without a word of hardship will do where nothing speaks of help.
    return WEAK if quote.section.confidence >= SURE and not cues.HELPED.search(text) else 0.0


def _help(quote: Quotable) -> float:
    """What helped, and most where it tells what came of it; what is only wished for has not helped yet."""
    text = quote.text
    if not cues.CUES["success_factors"].search(text):
        return WEAK * (quote.section.confidence >= SURE)
    if cues.HARDEST.search(text) or cues.NO_OUTCOME.search(text):
        return WEAK
    return 0.7 + 0.3 * cues.outcome(text)
