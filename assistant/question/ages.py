"""Ages in questions: «under 30», «18–25 år», «over 50», «mellom 16 og 24»."""

from __future__ import annotations

import re
from dataclasses import dataclass

OLDEST = 110
_N = r"(\d{1,2})"
_YEARS = r"(?:\s*(?:år|åringer|åringar|aar|ar|years?))?"
_PARAGRAPH = re.compile(r"§+\s*\d+\s?[a-z]?(?:\s*[-–]\s*§*\s*\d+)?")
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\b(?:mellom|between)\s+{_N}\s*(?:og|and|-|–)\s*{_N}{_YEARS}", re.I), "range"),
    (re.compile(rf"(?<!\d)\b{_N}\s*(?:-|–|til|to)\s*{_N}{_YEARS}\b", re.I), "range"),
    (re.compile(rf"\b(?:under|yngre enn|inntil|opptil|opp til|below|younger than)\s+{_N}{_YEARS}\b", re.I), "under"),
    (re.compile(rf"\b(?:over|eldre enn|fra|frå|above|older than)\s+{_N}{_YEARS}\b", re.I), "over"),
    (re.compile(rf"(?<!\d)\b{_N}\s*\+(?!\d)", re.I), "over"),
    (re.compile(rf"(?<!\d)\b{_N}\s*-?(?:åringer|åringar|years? olds?)\b", re.I), "one"),
)


@dataclass(frozen=True, slots=True)
class Age:
    """Ages asked for, both ends included, and where in the question: [start, end)."""

    low: int
    high: int
    start: int
    end: int

    @property
    def shown(self) -> str:
        """«under 30 år», «over 50 år», «18–25 år»."""
        if self.low == 0:
            return f"under {self.high + 1} år"
        if self.high == OLDEST:
            return f"over {self.low - 1} år"
        return f"{self.low}–{self.high} år" if self.low != self.high else f"{self.low} år"


def find(question: str) -> Age | None:
    """The first age or range of ages in a question. «for 1 av 8» or «§ 18» is none."""
    readable = _PARAGRAPH.sub(lambda match: " " * len(match.group()), question)
    for pattern, kind in _PATTERNS:
        match = pattern.search(readable)
        if match is None:
            continue
        numbers = [int(n) for n in match.groups() if n]
        if kind == "over" and match.group().lower().startswith(("fra", "frå")) and not re.search(r"år", match.group()):
            continue
        low, high = {
            "range": (numbers[0], numbers[-1]),
            "under": (0, numbers[0] - 1),
            "over": (numbers[0] + (0 if match.group().endswith("+") else 1), OLDEST),
            "one": (numbers[0], numbers[0]),
        }[kind]
        if 0 <= low <= high:
            return Age(low, high, match.start(), match.end())
    return None
