"""Which of the documents found are cited: those that show by several signs that they are what is asked for.

A fused score alone says little of relevance. Added up are the document's score, the share of the question's words
that its whole text covers, the share of its ideas that it has, and how densely its passages are on the matter; ENOUGH
was chosen on the judged queries (docs/evaluation.md, «Answers»). A document that lacks one of the things asked for is
not left out for that: demanding all of them cited fewer documents, and no surer ones.

Of a situation that is told in several sentences no document has everything: there the sum is low for all, and those
that are ranked near the best one are what was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer.intent import told
from assistant.answer.scope import Scope
from assistant.model import Hit

ENOUGH = 2.15
NEARLY = 1.6  # enough to be mentioned to one who asks for more
NEAR_BEST, NOT_FAR = 0.8, 0.6  # the same of a situation: shares of the best score
MANY = 7  # words of matter: a question with more is a situation
WHOLE, IDEAS, DENSE = 0.7, 0.7, 0.5
DENSEST = (1.0, 1.0, 1.0)  # weights of the passages that show how much a document is about the matter


@dataclass(frozen=True, slots=True)
class Supported:
    """A hit, the sum of its signs, and whether it has every idea asked for."""

    hit: Hit
    strength: float
    complete: bool


def supported(scope: Scope) -> tuple[Supported, ...]:
    """All hits with their strength, the strongest first."""
    dense = scope.kit.index.units.best(scope.cover, DENSEST)
    found = [
        Supported(hit, strength(scope, hit, float(dense[scope.kit.numbers[hit.doc_id]])), scope.complete(hit.doc_id))
        for hit in scope.hits
    ]
    return tuple(sorted(found, key=lambda s: (-s.strength, s.hit.rank)))


def relevant(scope: Scope) -> tuple[Supported, ...]:
    """The hits that are cited; where none is strong enough, the strongest alone."""
    found = supported(scope)
    if not scope.weights.total:
        return found  # nothing but filters asked for: every document that meets them is what was asked for
    return _at_least(scope, found, ENOUGH, NEAR_BEST) or found[:1]


def candidates(scope: Scope) -> tuple[Supported, ...]:
    """Who asks for more gets the less sure ones too."""
    sure = relevant(scope)
    ids = {s.hit.doc_id for s in sure}
    nearly = _at_least(scope, supported(scope), NEARLY, NOT_FAR)
    return (*sure, *(s for s in nearly if s.hit.doc_id not in ids))


def _at_least(scope: Scope, found: tuple[Supported, ...], strong: float, share: float) -> tuple[Supported, ...]:
    if not situation(scope):
        return tuple(s for s in found if s.strength >= strong)
    least = share * max((s.hit.score for s in found), default=0.0)
    near = (s for s in found if s.hit.score >= least or s.strength >= strong)
    return tuple(sorted(near, key=lambda s: s.hit.rank))


def situation(scope: Scope) -> bool:
    """Whether the question tells a situation: in several sentences, or in many words."""
    return len(scope.weights.asked) > MANY or told(scope.reading.question)


def strength(scope: Scope, hit: Hit, dense: float) -> float:
    """The sum of the signs that a document is what is asked for, about 0 to 2.9.

    Args:
        dense: How much of the question its best passages cover on average, in [0, 1].
    """
    whole = scope.whole(hit.doc_id)
    ideas = float(scope.ideas[scope.kit.numbers[hit.doc_id]]) if scope.met else whole
    return hit.score + WHOLE * whole + IDEAS * ideas + DENSE * dense
