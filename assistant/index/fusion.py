"""Fusion: raw scores of several arms to one score per unit.

To add a fusion, add a function of the same form. Convex combination beat reciprocal rank fusion on
the judged queries (docs/evaluation.md), as in Bruch, Gai & Ingber 2023, «An Analysis of Fusion
Functions for Hybrid Retrieval», ACM TOIS 42(1).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
# What each arm counts where there are too few judged queries to fit it on (assistant/fitting.py).
WEIGHTS: Mapping[str, float] = {"terms": 0.175, "grams": 0.175, "dense": 0.125, "concepts": 0.35, "phrases": 0.175}


def normalise(scores: Floats) -> Floats:
    """Min-max: (s - min) / (max - min), in [0, 1]; all zeros where every score is the same. Shape (…, units)."""
    if not scores.shape[-1]:
        return scores
    low, high = scores.min(axis=-1, keepdims=True), scores.max(axis=-1, keepdims=True)
    apart = high - low >= 1e-9
    return np.where(apart, (scores - low) / np.where(apart, high - low, 1), 0).astype(np.float32)


def convex(arms: Mapping[str, Floats], weights: Mapping[str, float]) -> Floats:
    """sum(w_a * normalise(s_a)) / sum(w_a) over the arms, in [0, 1], shape (units,).

    An arm without a weight, or with weight 0, takes no part.
    """
    used = {name: weights.get(name, 0.0) for name in arms if weights.get(name, 0.0) > 0}
    total = sum(used.values())
    if not used:
        raise ValueError("no arm has a weight")
    return sum((weight / total) * normalise(arms[name]) for name, weight in used.items())  # type: ignore[return-value]
