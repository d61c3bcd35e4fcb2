"""The tiltak most like a project plan: what is alike, what differs, what came of them, what they warn of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from assistant.answer import choose
from assistant.answer.draft import Draft, shown_age
from assistant.answer.messages import Language, say
from assistant.answer.relevance import supported
from assistant.answer.render import named
from assistant.answer.scope import Kit, Scope
from assistant.answer.types import Answer, Grade
from assistant.model import Document

FACETS = ("target_group", "method", "life_area", "partner", "theme")
_COMPARED = ("target_group", "method")  # what differs in these makes another tiltak
PER_FACET = 6
WARNS = ("challenges", "continued_no")


def compose(scope: Scope, grade: Grade, notes: Sequence[str] = (), leave_out: frozenset[str] = frozenset()) -> Answer:
    """The most similar documents.

    Args:
        leave_out: Documents that are not shown (the one that others are to be like).
    """
    kit, language = scope.kit, scope.language
    plan = facets(kit, scope.reading.concepts)
    draft = Draft(kit.index, language)
    about = described(kit, plan, language)
    if scope.reading.age:
        about = [*about, f"{say(language, 'facet.age')}: {shown_age(scope.reading.age, language)}"]
    draft.line(say(language, "similar.read", shown="; ".join(about)) if about else say(language, "similar.unread"))
    found = [s for s in supported(scope) if s.hit.doc_id not in leave_out][: scope.k]
    draft.heading("similar.head", n=len(found))
    for rank, one in enumerate(found, 1):
        _item(draft, scope, scope.document(one.hit.doc_id), rank, plan)
    offices = dict.fromkeys(
        f"{d.office} ({d.doc_id})" for one in found for d in [scope.document(one.hit.doc_id)] if d.office
    )
    if offices:
        draft.line(say(language, "similar.ask", shown=", ".join(offices)))
    return draft.finish(scope, "similar", grade, matching=len(found), notes=notes)


def facets(kit: Kit, concepts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Concepts by facet, in the order they came."""
    found: dict[str, list[str]] = {name: [] for name in FACETS}
    for concept in concepts:
        known = kit.index.vocabulary.concept(concept)
        if known is not None and known.facet in found:
            found[known.facet].append(concept)
    return {name: tuple(values[:PER_FACET]) for name, values in found.items() if values}


def described(kit: Kit, plan: Mapping[str, tuple[str, ...]], language: Language) -> list[str]:
    """«målgruppe: flyktninger, innvandrere» for each facet."""
    return [
        f"{say(language, f'facet.{name}')}: {', '.join(kit.label(v, language) for v in values)}"
        for name, values in plan.items()
    ]


def _item(draft: Draft, scope: Scope, document: Document, rank: int, plan: Mapping[str, tuple[str, ...]]) -> None:
    kit, language = scope.kit, scope.language
    fits = [s.quote for s in scope.scored(document.doc_id) if draft.fresh(document, s.quote, 3)][:1]
    fits = fits or choose.telling(kit, document, ("description", "target_group", "text", "method"))[:1]
    draft.line(f"{rank}. {named(document.title, document.office, document.county)}:", document, fits, rank)
    alike, extra, lacking = compared(kit, plan, document)
    told = [
        say(language, f"similar.{kind}", shown=", ".join(kit.label(c, language) for c in found[:PER_FACET]))
        for kind, found in (("alike", alike), ("differs", extra), ("lacks", lacking))
        if found
    ]
    if told:
        draft.line(" ".join(told), document)
    came = [q for q in choose.outcomes(scope, document) if draft.fresh(document, q, 3)][:1]
    if came:
        draft.line(say(language, "list.outcome"), document, came)
    warns = [
        q for q in choose.telling(kit, document, WARNS, strict=True) if q.worth >= 0.6 and draft.fresh(document, q, 3)
    ][:1]
    if warns:
        draft.line(say(language, "similar.warns"), document, warns)


def compared(
    kit: Kit, plan: Mapping[str, tuple[str, ...]], document: Document
) -> tuple[list[str], list[str], list[str]]:
    """Concepts that both have, that only the document has, and that only the plan has.

    A narrower or wider concept counts as the same idea: a plan for refugees is like one for newly come ones.
    """
    alike: list[str] = []
    extra: list[str] = []
    lacking: list[str] = []
    for name in FACETS:
        mine, theirs = plan.get(name, ()), document.facets.get(name, ())
        near = {c for one in mine for c in (*kit.index.vocabulary.wider(one), *kit.index.vocabulary.narrower(one))}
        far = {c for one in theirs for c in (*kit.index.vocabulary.wider(one), *kit.index.vocabulary.narrower(one))}
        alike += [c for c in mine if c in far]
        if name in _COMPARED:
            lacking += [c for c in mine if c not in far]
            extra += [c for c in theirs if c not in near]
    common = Counter(c for d in kit.index.documents for values in d.facets.values() for c in values)
    # What few tiltak have tells most of how this one differs.
    return alike, sorted(extra, key=lambda c: (common[c], c))[:4], lacking
