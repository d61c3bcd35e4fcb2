"""Repair of Norwegian text hurt by an OCR that knew no æ, ø or å.

    >>> Repairer().repair(["Vi gnsker & fglge opp."])[0].text
    'Vi ønsker å følge opp.'

Nothing is loaded before a `Repairer` is made.
"""

from __future__ import annotations

from collections.abc import Sequence

from .repairer import RepairedLine, Repairer

__all__ = ["RepairedLine", "Repairer", "damage"]


def damage(lines: Sequence[str]) -> float:
    """Share of words, in [0, 1], that show OCR damage."""
    return Repairer().damage(lines)
