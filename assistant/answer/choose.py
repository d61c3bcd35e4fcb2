"""Choosing sentences: on a question, or telling of a document when nothing is asked but «how did it go»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from assistant.answer import cues, quality
from assistant.answer.intent import Group
from assistant.answer.kinds import SECTIONS, SURE, kind
from assistant.answer.scope import Kit, Scope
from assistant.answer.sentences import Quotable
from assistant.model import Document, Section
from assistant.text import sentences

SHORT = 40  # characters: «12 er i jobb» says nothing without the line before
OUTCOME = ("achieved", "results", "lessons")
COUNTS = (*OUTCOME, "evaluated_how", "abstract")  # where it is told how many came where
# Sections by how well they show what a tiltak does, for whom, or what it reached.
DOES: Mapping[str, float] = {
    "description": 1.0, "develops": 0.9, "target_group": 0.9, "achieved": 0.9, "results": 0.9, "success_factors": 0.8,
    "cooperation": 0.8,
}  # fmt: skip
FITS = 0.15  # share of a question that an outcome must cover to be one of what is asked for
MAIN = 3  # methods of a tiltak, as the catalogue names them, that it is about
OPENING = 60  # characters of a sentence in which it says that it tells why
ELSE, CONTEXT = 0.7, 0.5  # worth of other sections; of what was hard, is the law or only describes
LEAST = 0.3  # how much a sentence must tell to be an outcome
LEGIBLE = 0.6  # least worth of a quoted outcome


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
        if section.key in OUTCOME:
            cued = cues.outcome(quote.text) >= LEAST
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
    """Sentences that tell what came of a tiltak, best first; those on the question tell most.

    They tell of the question, of the groups that the tiltak is for, or of people who came somewhere.
    """
    groups = set(document.facets.get("target_group", ()))
    found = []
    for value, quote in attained(scope.kit, document):
        fit = scope.score(quote).fit
        if fit >= FITS or not groups.isdisjoint(quote.concepts) or cues.CAME.search(quote.text):
            found.append((value * (0.6 + 0.4 * fit), quote))
    return [quote for _, quote in sorted(found, key=lambda f: (-f[0], f[1].start))]


def attained(kit: Kit, document: Document) -> list[tuple[float, Quotable]]:
    """Sentences that tell what came of a tiltak, with how much each tells, in [0, 1], best first."""
    found = of_kind(kit, document, "results", OUTCOME)
    return [(v, q) for v, q in found if q.worth >= LEGIBLE and len(q.text) >= SHORT and cues.outcome(q.text) >= LEAST]


def of_kind(kit: Kit, document: Document, group: Group, keys: tuple[str, ...] = ()) -> list[tuple[float, Quotable]]:
    """The sentences of a kind of experience with how much each tells, in [0, 1], best first.

    Args:
        keys: The sections to look in; those of the kind where none are given.
    """
    known = (document.doc_id, ("kind", group, *keys), False)
    if known not in kit.telling:
        found = []
        for quote in kit.sentences.of(document, keys or SECTIONS[group]):
            if value := tells(group, quote):
                found.append((value, quote))
        kit.telling[known] = sorted(found, key=lambda f: (-f[0], f[1].section.key, f[1].start))
    return kit.telling[known]


def does(quote: Quotable) -> float:
    """How well a sentence shows what a tiltak does, for whom, or what it reached, in [0, 1]."""
    text, key = quote.text, quote.section.key
    value = DOES.get(key, 1.0 if key not in cues.FORM else ELSE)
    if key in ("description", "develops") and (_THERE_IS.match(text) or not cues.CUES["description"].search(text)):
        value *= CONTEXT
    if cues.HARDEST.search(text) and key not in ("target_group", "achieved", "results"):
        value *= CONTEXT
    if cues.STAFFED.search(text) or cues.LAW.search(text):
        value *= CONTEXT
    return value


# «Det kan se ut som …» tells how things are, not what is done.
_THERE_IS = re.compile(
    r"(?:for )?eksempel|til dømes"
    r"|det (?:er (?!arrangert|gjennomført|lag|etabler|opprett|utvikl)|kan|finnes|finst|var )",
    re.IGNORECASE,
)


def threes(text: str) -> frozenset[tuple[str, ...]]:
    """The words of a text by threes as they follow each other: «ut av huset»."""
    words = text.lower().split()
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def rows(scope: Scope) -> frozenset[tuple[str, ...]]:
    """Those of a question that hold a word of matter."""
    matter = {word.lower() for word, _ in scope.reading.words}
    return frozenset(row for row in threes(scope.reading.question.strip("?!. ")) if not matter.isdisjoint(row))


def about(kit: Kit, document: Document) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """What a document need not say again in each sentence: terms, parts and concepts of its title and its groups."""
    group, facets = document.section("target_group"), document.facets
    stems, parts, concepts = titled(kit, f"{document.title} {group.text if group else ''}")
    return stems, parts, concepts | {*facets.get("target_group", ()), *facets.get("method", ())[:MAIN]}


def tells(group: Group, quote: Quotable) -> float:
    """How much a sentence tells of a kind of experience, in [0, 1]: by its words, worth, place and length."""
    early = 1.0 - 0.2 * quote.start / max(len(quote.section.text), 1)
    full = 0.5 + 0.5 * min(len(quote.terms), 10) / 10
    return kind(group, quote) * quote.worth * early * full


def titled(kit: Kit, text: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The terms, parts and concepts that a title names."""
    if text not in kit.titles:
        stems = frozenset(kit.index.analyzer.terms(text, parts=False))
        parts = frozenset(part for stem in stems for part in kit.index.analyzer.parts(stem))
        kit.titles[text] = stems, parts, frozenset(kit.reader.matcher.mentioned(text))
    return kit.titles[text]


def explained(kit: Kit, document: Document, quote: Quotable) -> Quotable:
    """The quote with the sentence after it, where that one tells why: «Det er en del frafall. Årsaken er …»."""
    section = quote.section
    after = next((span for span in sentences.spans(section.text) if span[0] >= quote.end), None)
    if after is None or "\n" in section.text[quote.end : after[0]]:
        return quote
    start, end = after
    text = section.text[start:end]
    tells = (cause := cues.CAUSE.search(text)) is not None and cause.start() < OPENING
    lost = quality.damaged(text, section.uncertain, f"{document.title} {document.office}", kit.index.lost)
    if not tells or lost or not quality.ended(text) or end - quote.start > quality.LONG:
        return quote
    return replace(quote, end=end, terms=quote.terms | frozenset(kit.index.analyzer.terms(text, parts=False)))


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
