"""Choosing sentences: on a question, or telling of a document when nothing is asked but «how did it go»."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from assistant.answer import cues, quality
from assistant.answer.scope import Kit, Scope
from assistant.answer.sentences import Quotable
from assistant.model import Document, Section
from assistant.text import sentences

SHORT = 40  # characters: «12 er i jobb» says nothing without the line before
OUTCOME = ("achieved", "results", "lessons")
REFUSED = 0.5  # what a plan or a refusal takes away from an outcome
LEAST = 0.3  # how much a sentence must tell to be an outcome
LEGIBLE = 0.6  # least worth of a quoted outcome
SURE = 0.75  # confidence in a section's boundaries from which all its sentences are its own


def telling(kit: Kit, document: Document, keys: Collection[str], strict: bool = False) -> list[Quotable]:
    """The sentences of these sections that tell most on their own, best first."""
    return [quote for _, quote in told(kit, document, keys, strict)]


def told(kit: Kit, document: Document, keys: Collection[str], strict: bool = False) -> list[tuple[float, Quotable]]:
    """The sentences of these sections with how much each tells on its own, in [0, 1], best first.

    What tells: it stands alone, comes early, has the words of what its section is asked for, and names ideas
    that the catalogue ascribes to the document.

    Args:
        strict: Only sentences with such words: a list of challenges may hold other things as well.
    """
    known = (document.doc_id, tuple(keys), strict)
    if known not in kit.telling:
        kit.telling[known] = _told(kit, document, keys, strict)
    return kit.telling[known]


def _told(kit: Kit, document: Document, keys: Collection[str], strict: bool) -> list[tuple[float, Quotable]]:
    concepts = {concept for values in document.facets.values() for concept in values}
    found: list[tuple[float, str, int, Quotable]] = []
    for quote in kit.sentences.of(document, keys):
        section = quote.section
        cued = section.key not in cues.CUES or bool(cues.CUES[section.key].search(quote.text))
        if section.key in OUTCOME and cues.AIM.search(quote.text):
            cued = False
        if section.key == "description" and cues.LAW.search(quote.text):
            cued = False
        if strict and not cued:
            continue
        early = 1.0 - 0.35 * quote.start / max(len(section.text), 1)
        full = min(len(quote.terms), 14) / 14
        ideas = min(len(quote.concepts & concepts), 3) / 3
        # Where the print does not show for sure which answer a line belongs to, the words must.
        doubt = 1.0 if section.confidence >= SURE else 0.75
        score = quote.worth * early * (0.45 + 0.35 * full + 0.2 * ideas) * (1.0 if cued else 0.55 * doubt) * doubt
        found.append((-score, section.key, quote.start, quote))
    return [(-score, quote) for score, *_, quote in sorted(found, key=lambda f: f[:3])]


def outcomes(scope: Scope, document: Document) -> list[Quotable]:
    """Sentences that tell what came of a tiltak, best first; those on the question tell most."""
    found = [(value * (0.6 + 0.4 * scope.score(quote).fit), quote) for value, quote in attained(scope.kit, document)]
    return [quote for _, quote in sorted(found, key=lambda f: (-f[0], f[1].start))]


def attained(kit: Kit, document: Document) -> list[tuple[float, Quotable]]:
    """Sentences that tell what came of a tiltak, with how much each tells, in [0, 1], best first."""
    found: list[tuple[float, Quotable]] = []
    for quote in kit.sentences.of(document, OUTCOME):
        text = quote.text
        if cues.AIM.search(text) or quote.worth < LEGIBLE or len(text) < SHORT:
            continue
        tells = min(sum(value for pattern, value in cues.OUTCOMES if pattern.search(text)), 1.0)
        tells -= REFUSED if cues.NO_OUTCOME.search(text) else 0.0
        if tells >= LEAST:
            found.append((quote.worth * tells * (0.5 + 0.5 * min(len(quote.terms), 10) / 10), quote))
    return sorted(found, key=lambda f: (-f[0], f[1].start))


def fallback(kit: Kit, document: Document, keys: Collection[str]) -> Quotable | None:
    """The first legible sentence of these sections, however little it says («Nei», «Fast stilling»), or None."""
    for section in document.sections:
        if section.key in keys:
            for start, end in sentences.spans(section.text):
                text = section.text[start:end]
                sound = not quality.damaged(text, section.uncertain, document.title, kit.index.lost)
                if sound and not quality.cut(text) and _legible(text) and not quality.elsewhere(text):
                    return Quotable(section, start, end, 0.1, frozenset(), frozenset(), frozenset())
    return None


def _legible(text: str) -> bool:
    return len(text) <= 2 * quality.LONG and sum(c.isalpha() for c in text) >= 3 and not text.endswith(("-", ","))


def present(document: Document, keys: Collection[str]) -> Iterator[Section]:
    """The document's sections among these."""
    return (section for section in document.sections if section.key in keys)
