"""Which of the documents found are cited: those that show by several signs that they are what is asked for.

A fused score alone says little of relevance. Added up are the document's score, the share of the question's words
that its whole text covers, the share of its ideas that it has, and how densely its passages are on the matter. On
39 judged questions the sum told relevant from irrelevant hits with an AUROC of 0.82; above ENOUGH nine of ten
documents were relevant. Whatever the sum, a document that lacks one of the things asked for is not what was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer.scope import Scope
from assistant.model import Hit

ENOUGH = 2.05
NEARLY = 1.5  # enough to be mentioned to one who asks for more
WHOLE, IDEAS, DENSE = 0.7, 0.7, 0.5
DENSEST = (1.0, 1.0, 1.0)  # weights of the passages that show how much a document is about the matter


@dataclass(frozen=True, slots=True)
class Supported:
    """A hit, the sum of its signs, and whether it has every idea asked for."""

    hit: Hit
    strength: float
    complete: bool


def supported(scope: Scope) -> tuple[Supported, ...]:
    """All hits with their strength; those that have everything asked for first, each the strongest first."""
    dense = scope.kit.index.units.best(scope.cover, DENSEST)
    found = [
        Supported(hit, strength(scope, hit, float(dense[scope.kit.numbers[hit.doc_id]])), scope.complete(hit.doc_id))
        for hit in scope.hits
    ]
    return tuple(sorted(found, key=lambda s: (not s.complete, -s.strength, s.hit.rank)))


def relevant(scope: Scope) -> tuple[Supported, ...]:
    """The hits that are cited; where none is strong enough, the strongest alone."""
    found = supported(scope)
    if not scope.weights.total:
        return found  # nothing but filters asked for: every document that meets them is what was asked for
    strong = tuple(s for s in found if s.strength >= ENOUGH)
    whole = tuple(s for s in strong if s.complete)
    return whole or strong[:1] or found[:1]


def strength(scope: Scope, hit: Hit, dense: float) -> float:
    """The sum of the signs that a document is what is asked for, about 0 to 2.9.

    Args:
        dense: How much of the question its best passages cover on average, in [0, 1].
    """
    whole = scope.whole(hit.doc_id)
    ideas = float(scope.ideas[scope.kit.numbers[hit.doc_id]]) if scope.met else whole
    return hit.score + WHOLE * whole + IDEAS * ideas + DENSE * dense
