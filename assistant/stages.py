"""The stages of a build, as one progress that only grows. A stage is known by the key of its message."""

from __future__ import annotations

from collections.abc import Mapping

# In their order, with the share of the time that each takes (per cent, measured on the whole corpus).
SHARES: Mapping[str, int] = {
    "stage.read": 4,
    "stage.repair": 10,
    "stage.words": 13,
    "stage.related": 68,
    "stage.likeness": 1,
    "stage.trial": 4,
}


def share_done(stage: str, done: int, total: int) -> float:
    """How much of the whole build is done (0 to 1), so many parts of a stage being done."""
    stages = list(SHARES)
    before = sum(SHARES[name] for name in stages[: stages.index(stage)])
    return (before + SHARES[stage] * min(done / total, 1.0)) / 100
