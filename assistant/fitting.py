"""Fitting the fusion: how much each arm counts, learned from the judged queries when an index is built.

Candidates are the points of a grid on the simplex; the one-standard-error rule (Breiman et al. 1984,
«Classification and Regression Trees», 3.4.3) takes, of all that do as well as the best as far as the
queries can tell, the one nearest to the default: noise moves little. An arm that the default is clearly better
without is dropped, such as a model that knows no Norwegian. What the whole procedure is worth on queries it has not
seen is measured by cross-validation.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from assistant.index.fusion import WEIGHTS
from assistant.index.likeness import Likeness
from assistant.index.manifest import Fitted
from assistant.index.search import Retriever, combined
from assistant.index.store import Index
from assistant.judged import Judged
from assistant.question.reading import Reader

LEAST = 30  # judged queries under which the default weights stand
STEPS = 10  # weights are multiples of 1 / STEPS
FOLDS = 5
CUT = 10  # nDCG@10
SEED = 13
ARMS = tuple(WEIGHTS)
Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """Judged queries as numbers, (q)ueries by (a)rms by (d)ocuments.

    arms: each arm's combined score of each document, shape (q, a, d); the fused score is linear in the weights
    extra: what the question's preferences add, shape (q, d)
    allowed: which documents the filters of the question leave, shape (q, d)
    grades: how relevant each document is, shape (q, d)
    likeness: how like the documents are to each other
    """

    arms: Values
    extra: Values
    allowed: NDArray[np.bool_]
    grades: NDArray[np.int64]
    likeness: Likeness

    @classmethod
    def of(cls, index: Index, queries: Sequence[Judged]) -> Sample:
        """The queries scored on an index by every arm."""
        reader = Reader(index)
        retriever = Retriever(index, dict.fromkeys(ARMS, 1.0))
        arms, extra, allowed = [], [], []
        for query in queries:
            reading = reader.read(query.text)
            scores = retriever.arms(reading.query)
            arms.append([combined(index.units, {arm: scores[arm]}, {arm: 1.0}) for arm in ARMS])
            extra.append(reader.preference(reading))
            allowed.append(reader.allowed(reading.filters))
        grades = [[query.grades.get(d.doc_id, 0) for d in index.documents] for query in queries]
        return cls(
            arms=np.array(arms, dtype=np.float64),
            extra=np.array(extra, dtype=np.float64),
            allowed=np.array(allowed),
            grades=np.array(grades),
            likeness=index.likeness,
        )

    def ndcg(self, weights: Values) -> Values:
        """nDCG@10 of every query, shape (q,), under weights of shape (a,) that sum to 1.

        sum(grade / log2(rank + 1)) over that of the best possible order; ties fall in document order.
        """
        total = np.einsum("qad,a->qd", self.arms, weights) + self.extra
        total = np.where(self.allowed, total + self.likeness.lift(total), -np.inf)
        order = np.argsort(-total, axis=1, kind="stable")[:, :CUT]
        gains = np.take_along_axis(np.where(self.allowed, self.grades, 0), order, axis=1)
        discount = 1 / np.log2(np.arange(2, order.shape[1] + 2))
        best = -np.sort(-self.grades, axis=1)[:, : order.shape[1]]
        value: Values = (gains * discount).sum(axis=1) / (best * discount).sum(axis=1)
        return value


def usable(index: Index, queries: Sequence[Judged]) -> list[Judged]:
    """The queries with an answer whose relevant documents are all in the index."""
    return [q for q in queries if q.grades and q.grades.keys() <= index.by_id.keys()]


def fit(index: Index, queries: Sequence[Judged]) -> tuple[Mapping[str, float], Fitted] | None:
    """Weights for an index, and what they are worth; None where too few of the queries can be used."""
    known = usable(index, queries)
    if len(known) < LEAST:
        return None
    sample = Sample.of(index, known)
    candidates = grid(len(ARMS))
    values = np.array([sample.ndcg(weights) for weights in candidates])
    chosen = candidates[choose(candidates, values)]
    weights = {arm: round(float(weight), 4) for arm, weight in zip(ARMS, chosen, strict=True)}
    return weights, Fitted(
        queries=len(known),
        fused=round(cross_validated(candidates, values), 4),
        alone={arm: round(float(sample.ndcg(np.eye(len(ARMS))[i]).mean()), 4) for i, arm in enumerate(ARMS)},
    )


def grid(arms: int) -> Values:
    """The default, it without each arm, and all multiples of 1 / STEPS that sum to 1, shape (candidates, a)."""
    points = [point for point in product(range(STEPS + 1), repeat=arms) if sum(point) == STEPS]
    without = [default(np.arange(arms) != arm) for arm in range(arms)]
    return np.array([default(), *without, *(np.array(point) / STEPS for point in points)])


def default(used: NDArray[np.bool_] | None = None) -> Values:
    """The default weights of the arms that are used (None: all), scaled to the sum 1."""
    weights = np.array([WEIGHTS[arm] for arm in ARMS])
    if used is not None:
        weights = np.where(used, weights, 0)
    scaled: Values = weights / weights.sum()
    return scaled


def choose(candidates: Values, values: Values) -> int:
    """The candidate nearest to the default among those within one standard error of the best.

    An arm is left out where the default does better without it by more than one standard error.

    Args:
        candidates: A grid, see `grid`.
        values: nDCG@10 of every candidate on every query, shape (candidates, q).
    """
    arms = candidates.shape[1]
    better = values[1 : arms + 1] - values[0]
    used = better.mean(axis=1) <= error(better)
    open_ = np.flatnonzero((candidates[:, ~used] == 0).all(axis=1))
    behind = values[open_[values[open_].mean(axis=1).argmax()]] - values[open_]
    good = open_[behind.mean(axis=1) <= error(behind) + 1e-9]
    away = np.square(candidates[good] - default(used)).sum(axis=1)
    return int(good[away.argmin()])


def error(differences: Values) -> Values:
    """The standard error of each mean of differences, shape (candidates, q) -> (candidates,)."""
    found: Values = differences.std(axis=1, ddof=1) / np.sqrt(differences.shape[1])
    return found


def cross_validated(candidates: Values, values: Values) -> float:
    """Mean nDCG@10 where each fold's weights are chosen on the other folds."""
    numbers = list(range(values.shape[1]))
    random.Random(SEED).shuffle(numbers)
    held = []
    for fold in range(FOLDS):
        test = numbers[fold::FOLDS]
        train = [n for n in numbers if n not in set(test)]
        held += list(values[choose(candidates, values[:, train]), test])
    return float(np.mean(held))
