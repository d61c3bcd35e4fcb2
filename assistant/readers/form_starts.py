"""How much an unmarked block looks like the start of a cell.

Hand-set odds say how much the ending above and the beginning below speak for it. The print itself
teaches the rest: below a page break a cell starts for certain, elsewhere the alignment found so far
says how probable it is, and a logistic regression learns from both what starts look like.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.readers.form_layout import Block
from assistant.readers.form_words import language, words

Numbers = NDArray[np.float64]

# Log-odds of a start, before anything is learned.
ENDINGS = {"full stop": 0.3, "short line": 0.3, "full line": -2.0, "colon": -3.0, "comma": -3.0}
BEGINNINGS = {"capital": 0.5, "small": -2.5, "bullet": -1.0, "number": -3.0, "first number": 0.5, "sign": 0.0}
LIST_GOES_ON = -1.5
MID_SENTENCE = -4.0
SAME_LIST = -5.0  # the next number, or the same mark again
LIST = ("bullet", "number", "first number")

STEM = 7
COMMON = 12  # how often a feature must occur to be learned from
CAUTION = 3.0  # how strongly learned weights are drawn to nothing
STEPS = 3

# The OCR reads a round bullet as almost anything, and as a letter that has eaten the next one.
_DASH = re.compile(r"[-–—]")
_ROUND = re.compile(r"[•*«·+°¢>]|[eo][A-ZÆØÅ\[(]|[eo] ")
_NUMBER = re.compile(r"(\d{1,2}) ?[.):](?!\d)|[a-z]\)")


@dataclass(frozen=True, slots=True)
class Gap:
    """What speaks for or against a start between two blocks: hand-set odds, and features by name."""

    prior: float
    features: Mapping[str, float]


def column_width(blocks: Iterable[Block]) -> int:
    """The length that one line in ten of a column exceeds."""
    lengths = sorted(len(line) for block in blocks for line in block.lines)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def gap(column: str, above: Block, below: Block, width: int, cohesion: float) -> Gap:
    """The gap between two blocks of a column with this width.

    `cohesion` says how much the words below go on with those above.
    """
    first = below.lines[0].strip()
    end, begin, before = _ending(above, first.split()[0], width), beginning(below), beginning(above)
    prior = ENDINGS[end] + BEGINNINGS[begin]
    if _goes_on(above, below):
        prior = SAME_LIST
    elif before in LIST and begin in LIST:
        prior += LIST_GOES_ON
    if end == "colon" or (begin == "small" and end != "full stop"):
        # Clipped cells open in mid-sentence: what page breaks teach of such gaps is not true inside a page.
        return Gap(MID_SENTENCE, {f"{column}: {begin}": 1.0})
    found = [word[:STEM] for word in words(first.casefold())]
    features = {f"word {word}": 1.0 for word in found}
    if found:
        features[f"opening {found[0]}"] = 1.0
        features[f"opening {column} {found[0]}"] = 1.0
    features[f"{end}, {begin}"] = 1.0
    features[f"{column}: {begin}"] = 1.0
    features[f"{before} then {begin}"] = 1.0
    features["cohesion"] = cohesion
    features["repeats"] = max(cohesion, 0.0)
    features["lines above"] = float(np.log(len(above.lines)))
    features["lines below"] = float(np.log(len(below.lines)))
    return Gap(prior, features)


def beginning(block: Block) -> str:
    """How a block begins."""
    first = block.lines[0].strip()
    number = _NUMBER.match(first)
    if _DASH.match(first) or _ROUND.match(first):
        return "bullet"
    if number:
        return "first number" if number[1] == "1" or first[0] == "a" else "number"
    if first[0] == "@" or first[0].isupper() or first[0] in '"“#':  # the OCR reads Ø as @
        return "capital"
    return "small" if first[0].islower() else "sign"


def habit(block: Block) -> list[str]:
    """How an author sets a paragraph, as tokens that can be compared with the row's other cells."""
    start, last = beginning(block), block.lines[-1].rstrip()[-1]
    mark = block.lines[0].strip()[0]
    if start == "bullet" and not mark.isalnum():
        start = mark
    return [f"{start} {'' if last.isalnum() else last}", start, *filter(None, [language(" ".join(block.lines))])]


def _ending(block: Block, following: str, width: int) -> str:
    """How a block ends; a last line that had no room for the word `following` is full."""
    last = block.lines[-1].rstrip()
    if last.endswith(":"):
        return "colon"
    if last.endswith((",", "-", "–", "/")):
        return "comma"
    if last.rstrip("\"'»)”").endswith((".", "!", "?")):
        return "full stop"
    return "full line" if len(last) + 1 + len(following) > width else "short line"


def _goes_on(above: Block, below: Block) -> bool:
    """Whether the list item above has its next item below."""
    one, two = above.lines[0].strip(), below.lines[0].strip()
    if any(mark.match(one) and mark.match(two) for mark in (_DASH, _ROUND)):
        return True
    number, following = _NUMBER.match(one), _NUMBER.match(two)
    if number is None or following is None:
        return False
    if number[1] and following[1]:
        return int(following[1]) == int(number[1]) + 1
    return ord(two[0]) == ord(one[0]) + 1


class StartModel:
    """Learns what the gaps above starts of cells look like."""

    def __init__(self, gaps: Sequence[Gap]) -> None:
        seen = Counter(name for gap in gaps for name in gap.features)
        columns = {name: index for index, name in enumerate(sorted(name for name in seen if seen[name] >= COMMON))}
        self.prior: Numbers = np.array([gap.prior for gap in gaps])
        self.features: Numbers = np.zeros((len(gaps), len(columns)))
        for row, gap in enumerate(gaps):
            for name, value in gap.features.items():
                if name in columns:
                    self.features[row, columns[name]] = value
        self.weights: Numbers = np.zeros((2, len(columns)))

    def learn(self, starts: Numbers) -> Numbers:
        """The log-odds of every gap, given how probable a start at each is thought to be.

        The odds of half of the gaps are learned from the other half: no gap is evidence for itself.
        """
        odds = self.prior.copy()
        if not len(starts):
            return odds
        share = np.clip(starts.mean(), 0.01, 0.99)
        base = np.log(share / (1 - share))
        half = np.arange(len(starts)) % 2
        for part in (0, 1):
            x, y, prior = self.features[half != part], starts[half != part], self.prior[half != part]
            w = self.weights[part]
            for _ in range(STEPS):  # Newton's method
                p = 1 / (1 + np.exp(-(x @ w + prior + base)))
                slope = x.T @ (y - p) - CAUTION * w
                bend = (x * (p * (1 - p))[:, None]).T @ x + CAUTION * np.eye(len(w))
                w = w + np.linalg.solve(bend, slope)
            self.weights[part] = w
            odds[half == part] += self.features[half == part] @ w
        return odds
