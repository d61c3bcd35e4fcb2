"""The honest answer where nothing covers the question: what was missing, which filter, what is nearest, one way on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answer.draft import Draft
from assistant.answer.relevance import supported
from assistant.answer.render import named
from assistant.answer.scope import Scope
from assistant.answer.types import Answer
from assistant.messages import say
from assistant.question.filters import Filter

NEAR = 3
LEAST = 1.0  # least strength of a document that is named as the nearest


def compose(scope: Scope, count: Callable[[Sequence[Filter]], int]) -> Answer:
    """What was not found.

    Args:
        count: How many documents cover the question under other filters.
    """
    draft = Draft(scope.kit.index, scope.language)
    reading = scope.reading
    shown = ", ".join(f.shown for f in reading.filters)
    if reading.filters and not scope.allowed:
        draft.heading("none.filter", shown=shown)
    elif reading.entitlement:
        draft.heading("none.entitlement")
    elif reading.filters:
        draft.heading("none.filtered.one" if scope.allowed == 1 else "none.filtered", n=scope.allowed, shown=shown)
    else:
        draft.heading("none.head")
    if scope.evidence.not_covered:
        words = ", ".join(f"«{word}»" for word in scope.evidence.not_covered)
        draft.line(say(draft.language, "none.words", words=words))
    if relax := _relax(scope, count):
        draft.line(relax)
    near = [] if reading.entitlement else [s for s in supported(scope)[: min(NEAR, scope.k)] if s.strength >= LEAST]
    if near:
        draft.line(say(draft.language, "none.near"))
        for rank, one in enumerate(near, 1):
            d = scope.document(one.hit.doc_id)
            draft.line(f"{rank}. {d.doc_id} {named(d.title, d.office, d.county)}", d, rank=rank)
    return draft.finish(scope, "none", "none")


def _relax(scope: Scope, count: Callable[[Sequence[Filter]], int]) -> str:
    """The one filter whose removal opens most, in words; nothing where none does."""
    filters = scope.reading.filters
    best: tuple[int, Filter] | None = None
    for one in filters:
        n = count([other for other in filters if other is not one])
        if n and (best is None or n > best[0]):
            best = (n, one)
    if best is None:
        return ""
    return say(scope.language, "none.relax", shown=best[1].shown, n=best[0])
