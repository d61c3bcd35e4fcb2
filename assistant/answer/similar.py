"""The tiltak most like a project plan: what is alike, what differs, what came of them, what they warn of."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from assistant.answer import choose, cues
from assistant.answer.draft import Draft, shown_age
from assistant.answer.relevance import Supported, supported
from assistant.answer.render import named
from assistant.answer.scope import Kit, Scope
from assistant.answer.types import Answer, Grade
from assistant.messages import Language, say
from assistant.model import Document

FACETS = ("target_group", "method", "life_area", "partner", "theme")
_COMPARED = ("target_group", "method")  # what differs in these makes another tiltak
ALIKE = ("target_group", "method", "life_area")  # what makes two tiltak alike
PER_FACET = 6  # shown of each facet; all are compared
SURE = 0.9  # certainty of what stands in a plan word for word
# Weight of likeness by the catalogue beside how well a document was found: what was read in a plan is less sure
# than what the catalogue says of another document.
READ, CATALOGUED = 1.0, 4.0
NEAR = 0.6  # worth of a narrower or wider concept
Facets = Mapping[str, tuple[str, ...]]  # facet name -> concept ids
WARNS = ("challenges", "continued_no")


def compose(scope: Scope, grade: Grade, notes: Sequence[str] = (), leave_out: frozenset[str] = frozenset()) -> Answer:
    """The most similar documents.

    Args:
        leave_out: Documents that are not shown (the one that others are to be like).
    """
    kit, language = scope.kit, scope.language
    concepts = scope.reading.concepts
    every = _by_facet(kit, concepts)
    sure = _by_facet(kit, (concept for concept, (_, certainty) in concepts.items() if certainty >= SURE))
    plan = {name: values[:PER_FACET] for name, values in sure.items()}
    draft = Draft(kit.index, language)
    about = described(kit, plan, language)
    if scope.reading.age:
        about = [*about, f"{say(language, 'filter.age')}: {shown_age(scope.reading.age, language)}"]
    if about:
        draft.heading("similar.read.document" if leave_out else "similar.read.text")
        for line in about:
            draft.line(line)
    else:
        draft.line(say(language, "similar.unread"))
    others = [s for s in supported(scope) if s.hit.doc_id not in leave_out]
    weight = CATALOGUED if leave_out else READ
    found = sorted(others, key=lambda s: (-s.strength - weight * _likeness(scope, every, s), s.hit.rank))[: scope.k]
    draft.heading("similar.head.one" if len(found) == 1 else "similar.head", n=len(found))
    for rank, one in enumerate(found, 1):
        _item(draft, scope, scope.document(one.hit.doc_id), rank, sure, every)
    offices = dict.fromkeys(
        f"{d.office} ({d.doc_id})" for one in found for d in [scope.document(one.hit.doc_id)] if d.office
    )
    if offices:
        draft.line(say(language, "similar.ask", shown=", ".join(offices)))
    return draft.finish(scope, "similar", grade, matching=len(found), notes=notes)


def _likeness(scope: Scope, plan: Facets, one: Supported) -> float:
    """How like a plan a document is by what the catalogue says of it, a cosine in [0, 1].

    What few tiltak have weighs most; a narrower or wider concept counts for some.
    """
    kit, document = scope.kit, scope.document(one.hit.doc_id)
    both = mine = theirs = 0.0
    for name in ALIKE:
        asked = plan.get(name, ())
        has = document.facets.get(name, ())
        near = _near(kit, has)
        mine += sum(kit.rarity(c) for c in asked)
        theirs += sum(kit.rarity(c) for c in has)
        both += sum(kit.rarity(c) * (1.0 if c in has else NEAR) for c in asked if c in near)
    return both / math.sqrt(mine * theirs) if mine and theirs else 0.0


def _near(kit: Kit, concepts: Iterable[str]) -> set[str]:
    """These concepts with those wider and narrower."""
    vocabulary = kit.index.vocabulary
    return {c for one in concepts for c in (one, *vocabulary.wider(one), *vocabulary.narrower(one))}


def _by_facet(kit: Kit, concepts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The concepts of each facet, in the order they came."""
    found: dict[str, list[str]] = {name: [] for name in FACETS}
    for concept in concepts:
        known = kit.index.vocabulary.concept(concept)
        if known is not None and known.facet in found:
            found[known.facet].append(concept)
    return {name: tuple(values) for name, values in found.items() if values}


def described(kit: Kit, plan: Facets, language: Language) -> list[str]:
    """«Målgruppe: flyktninger, innvandrere» for each facet."""
    return [
        f"{say(language, f'filter.{name}')}: {', '.join(kit.label(v, language) for v in values)}"
        for name, values in plan.items()
    ]


def _item(draft: Draft, scope: Scope, document: Document, rank: int, sure: Facets, every: Facets) -> None:
    kit, language = scope.kit, scope.language
    fits = [s.quote for s in scope.scored(document.doc_id) if draft.fresh(document, s.quote, 3)][:1]
    fits = fits or choose.telling(kit, document, ("description", "target_group", "text", "method"))[:1]
    draft.line(f"{rank}. {named(document.title, document.office, document.county)}:", document, rank=rank)
    alike, extra = compared(kit, sure, every, document)
    for key, found in (("similar.alike", alike), ("similar.differs", extra)):
        if found:
            draft.line(say(language, key, shown=", ".join(kit.label(c, language) for c in found[:PER_FACET])), document)
    if fits:
        draft.line("", document, fits)
    came = [q for q in choose.outcomes(scope, document) if draft.fresh(document, q, 3)][:1]
    if came:
        draft.line(say(language, "list.outcome"), document, came)
    warns = [
        q
        for q in choose.telling(kit, document, WARNS, strict=True)
        if q.worth >= choose.LEGIBLE and _warns(q.text) and draft.fresh(document, q, 3)
    ][:1]
    if warns:
        draft.line(say(language, "similar.warns"), document, warns)


def _warns(text: str) -> bool:
    return bool(cues.HARDEST.search(text)) and not cues.GAINED.search(text)


def compared(kit: Kit, sure: Facets, every: Facets, document: Document) -> tuple[list[str], list[str]]:
    """Concepts that both have, and that only the document has.

    A plan for refugees is like a tiltak for newly come ones: a narrower concept has the wider one in it. The other way
    round they share the wider one alone: a tiltak with a job specialist need not follow IPS. What a plan is said to
    have must stand there; what it is said to lack must not be there even on a loose reading.
    """
    alike: list[str] = []
    extra: list[str] = []
    for name in FACETS:
        theirs = document.facets.get(name, ())
        has = {c for one in theirs for c in kit.index.vocabulary.wider(one)}
        shared = (next((w for w in kit.index.vocabulary.wider(c) if w in has), "") for c in sure.get(name, ()))
        alike += dict.fromkeys(filter(None, shared))
        if name in _COMPARED:
            near = _near(kit, every.get(name, ()))
            extra += [c for c in theirs if c not in near]
    # What few tiltak have tells most of how this one differs.
    return alike, sorted(extra, key=lambda c: (kit.common[c], c))[:4]
