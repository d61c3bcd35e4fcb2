"""Candidates for one printed word: what it may have been, and at what cost.

Cost = -ln P(word) - ln P(print | word), in nats (Kernighan, Church & Gale 1990). Words are sought
left to right in the sorted lexicon with the confusions of `confusions`; where no known word fits,
the same search strings parts together into compounds, and what still fits nowhere keeps its print.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from .confusions import ALONE, AT_HEAD, BLURRED, INSIDE, LONGEST, MENDED, UNKNOWN_TO_OCR
from .lexicon import Lexicon, parts

# Nats of confusion a word may hold, and the cost at which a reading ends the search: three widening rounds.
_STAGES = ((4.6, 12.5), (7.6, 16.0), (13.0, math.inf))
_BLURRED_BUDGET = 11.2  # the same for a word a bullet was printed against: one round
_SETTLED = 27.0  # a compound this cheap makes the last round needless
_PART_BUDGET = 8.0  # nats of confusion a compound's part may hold
_PLAIN = 3.0  # nats of confusion up to which a known word is taken without trying compounds
_COMPOUND = 34.0  # nats a compound may cost
_UNKNOWN, _PER_LETTER = 19.0, 0.9  # cost of a word no lexicon knows
_JOINT, _FUGE, _GENITIVE = 1.5, 0.8, 3.0  # costs of a joint in a compound, a linking s or e, a final s
_RARE_FIRST, _RARE_LAST = 12.5, 14.0  # costs of a known word never seen as a compound's part
_TRACELESS = 2.0  # extra cost, in a compound, of an edit that leaves no trace in the print
_KEEP = 6  # candidates kept for the context to choose from
_SPAN = 14.0  # nats a kept candidate may lie behind the best one
_BLUR, _SMEAR = 2.5, 4.5  # costs of a letter blurred by a bullet: as usual, otherwise
# A word of four letters or fewer is restored from a blur only if it is this common and this near.
_BRIEF, _BRIEF_BLUR = 1e-5, 7.0
_ABBREVIATION, _CAPITALS = 9.0, 5.0  # costs of a word of up to four capitals, and of changing it
_TINY_PARTS = {"bo": 9.0, "bu": 9.0, "by": 9.0}  # the parts of two letters, and their costs
_VOWELS = frozenset("aeiouyæøåé")
_LETTERS = "abcdefghijklmnoprstuvyæøå"


class Candidate(NamedTuple):
    """A word as it would be written, its cost in nats, and whether a lexicon vouches for it."""

    text: str
    cost: float
    known: bool = True


class _Found(NamedTuple):
    end: int
    form: str
    text: str
    cost: float


class _Step(NamedTuple):
    printed: int  # signs of print used up
    true: str  # the lower-case letters they stand for
    written: str  # the same with their capitals
    cost: float


_Ways = dict[str, tuple[float, int]]  # leading parts, as written -> (cost, how many they are)
_DROPPED = tuple(_Step(0, e.true, e.true, e.cost) for e in INSIDE[""])


class Channel:
    """Finds and remembers the candidates of printed words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._memory: dict[tuple[str, bool], tuple[Candidate, ...]] = {}

    def candidates(self, printed: str, bullet: bool = False) -> tuple[Candidate, ...]:
        """Up to seven candidates, best first; the print itself is always among them.

        `bullet` says that a bullet stood against the word, so its first letters may be wrong.
        """
        key = (printed, bullet)
        if key not in self._memory:
            self._memory[key] = self._look_up(printed, bullet)
        return self._memory[key]

    def _look_up(self, printed: str, bullet: bool) -> tuple[Candidate, ...]:
        own = self._as_printed(printed)
        if printed in ALONE:
            cost = ALONE[printed]
            return (Candidate("Å" if printed == "A" else "å", 3.9 + cost), own, Candidate("få", 10.7 + cost))
        if printed == "1":
            return (own, Candidate("I", 9.0))
        if len(printed) > 40 or printed.isdigit() or not any(c.isalnum() for c in printed):
            return (own,)
        bullet = bullet and not printed.isupper() and self._lexicon.probability(printed.lower()) < 1e-6
        found: dict[str, Candidate] = {own.text: own}
        self._collect(found, printed, bullet)
        if len(printed) > 4 and printed[-1] == "s" and min(c.cost for c in found.values()) > 15.0:
            stem: dict[str, Candidate] = {}
            self._collect(stem, printed[:-1], bullet)
            for c in stem.values():
                _put(found, Candidate(c.text + ("S" if c.text.isupper() else "s"), c.cost + _GENITIVE))
        ranked = sorted(found.values(), key=lambda c: (c.cost, c.text != printed, c.text))
        kept = [c for c in ranked if c.cost <= ranked[0].cost + _SPAN][:_KEEP]
        own = found[printed]
        return tuple(kept if own in kept else [*kept, own])

    def _collect(self, found: dict[str, Candidate], printed: str, bullet: bool) -> None:
        best, noise = math.inf, math.inf
        for budget, enough in _STAGES if not bullet else ((_BLURRED_BUDGET, math.inf),):
            last = enough == math.inf
            poor = best > 30.0 or (best > 14.0 and noise > _PLAIN)
            if last and not bullet and poor and self._join(found, printed, bullet) <= _SETTLED:
                return
            for hit in self._words(printed, 0, budget, bullet, whole=True):
                cost = self._weigh(found, printed, hit, bullet)
                if cost < best:
                    best, noise = cost, hit.cost
            if not last and best <= enough and not _VOWELS.isdisjoint(printed.lower()):
                break
        if bullet and (best > 30.0 or (best > 14.0 and noise > _PLAIN)):
            self._join(found, printed, bullet)

    def _weigh(self, found: dict[str, Candidate], printed: str, hit: _Found, bullet: bool) -> float:
        """Take a whole word into `found`; its cost."""
        p = self._lexicon.probability(hit.form)
        cost = hit.cost - math.log(p)
        if hit.form != printed.lower():
            if bullet and len(printed) < 5 and (p < _BRIEF or hit.cost > _BRIEF_BLUR):
                return math.inf
            if printed.isupper() and printed.isalpha() and len(printed) < 5:
                cost += _CAPITALS
        text = _cased(printed, hit.text, p > 1e-6 or len(printed) > 8)
        if bullet and printed[0].isupper():
            text = text[:1].upper() + text[1:]
        _put(found, Candidate(text, cost))
        return cost

    def _join(self, found: dict[str, Candidate], printed: str, bullet: bool) -> float:
        """Take compounds into `found`; the least cost."""
        least = math.inf
        if len(printed) >= 6 and not printed.isupper():
            for text, cost in self._compounds(printed, bullet):
                if cost < (_COMPOUND - 3.0 if bullet else _COMPOUND):
                    _put(found, Candidate(_cased(printed, text, len(printed) > 8), cost))
                    least = min(least, cost)
        return least

    def _as_printed(self, printed: str) -> Candidate:
        lower = printed.lower()
        mended = MENDED * sum(c in UNKNOWN_TO_OCR for c in printed)
        known = self._lexicon.cost(lower)
        if printed.isupper() and printed.isalpha() and len(printed) <= 4:
            known = min(known, _ABBREVIATION)
        if not math.isinf(known):
            odd = 4.0 if _VOWELS.isdisjoint(lower) and len(lower) > 2 else 0.0
            return Candidate(printed, known + odd + mended)
        if printed.isdigit():
            return Candidate(printed, 6.5)
        if len(printed) == 1:
            return Candidate(printed, 8.0 if printed.isalpha() or printed == "&" else 12.0, False)
        cost = _UNKNOWN + _PER_LETTER * len(printed)
        if len(printed) == 2 and printed.isalpha():
            cost -= 7.0
        if printed.isupper() and len(printed) <= 6:
            cost -= 6.0  # abbreviations are many and in no list
        if lower[0].isdigit() and not any(c in "&@§%" for c in lower):
            cost -= 4.0
        return Candidate(printed, cost + mended, False)

    def _words(
        self, printed: str, start: int, budget: float, bullet: bool = False, whole: bool = False
    ) -> Iterator[_Found]:
        """Every known word that `printed` from `start` may begin with (or be, where `whole`)."""
        narrow, forms, size = self._lexicon.narrow, self._lexicon.forms, len(printed)
        mixed = not printed.isupper()
        best: dict[tuple[int, str], float] = {}
        plain: list[Sequence[_Step] | None] = [None] * size
        blurred: dict[int, Sequence[_Step]] = {}
        dropped = _DROPPED if size >= 3 and printed.islower() else ()
        blurry = (1 if size < 5 else 3 if size < 7 else 4) + (printed[0] == "[")
        stack = [(start, 0, len(forms), "", "", 0.0, blurry if bullet and not start else 0)]
        while stack:
            at, low, high, form, text, cost, blurs = stack.pop()
            if at == size or not whole:
                if form and forms[low] == form:
                    yield _Found(at, form, text, cost)
                if at == size:
                    continue
            steps = plain[at]
            if steps is None:
                steps = _steps(printed[at : at + LONGEST], at == 0, start > 0, at > 0 and mixed)
                steps = [s for s in (steps if at == start else (*steps, *dropped)) if s.cost <= budget]
                plain[at] = steps
            if blurs and at < 3 and at not in blurred:
                blurred[at] = list(_blurs(printed[at], at, size > 5))
            hidden: Sequence[_Step] = blurred[at] if blurs and at < 3 else ()
            for chosen, blur in ((steps, False), (hidden, True)):
                for length, true, written, step in chosen:
                    total = cost + step
                    left = blurs - (1 + (step > _SMEAR - 1.0)) if blur else blurs
                    if total > budget or left < 0:
                        continue
                    prefix = form + true
                    key = (at + length, prefix)
                    if key in best and total >= best[key]:
                        continue
                    a, b = narrow(prefix, low, high)
                    if a < b:
                        best[key] = total
                        stack.append((at + length, a, b, prefix, text + written, total, left))

    def _compounds(self, printed: str, bullet: bool) -> Iterator[tuple[str, float]]:
        """Readings of `printed` as a compound of two to four known parts."""
        first, last = parts()
        size = len(printed)
        # open_at[i]: the cheapest ways of reading printed[:i] as leading parts
        open_at: dict[int, _Ways] = {0: {"": (0.0, 0)}}
        for at in range(size - 2):
            ways = sorted(open_at.get(at, {}).items(), key=lambda w: w[1])[:3]
            if not ways:
                continue
            for hit in self._words(printed, at, _PART_BUDGET, bullet):
                if len(hit.form) < 3 and hit.form not in _TINY_PARTS:
                    continue
                for text, (cost, count) in ways:
                    total = cost + hit.cost
                    if hit.end == size:
                        if count:
                            yield text + hit.text, total + _part(last, hit.form, _RARE_LAST)
                        continue
                    total += _part(first, hit.form, _RARE_FIRST) + _JOINT
                    if count == 3 or total > _COMPOUND:
                        continue
                    _open(open_at, hit.end, text + hit.text, total, count + 1)
                    link = printed[hit.end]
                    if link in "se" and size - hit.end > 3:
                        _open(open_at, hit.end + 1, text + hit.text + link, total + _FUGE, count + 1)


@lru_cache(maxsize=50_000)
def _steps(print_: str, head: bool, part: bool, inner: bool) -> tuple[_Step, ...]:
    """What the beginning of `print_` may stand for.

    `head`: at the head of the word; `part`: in a later part of a compound; `inner`: in mixed case,
    after the first letter, where a capital is the OCR's.
    """
    sign = print_[0]
    lower = sign.lower()
    steps = [_Step(1, lower, sign, MENDED if lower in UNKNOWN_TO_OCR else 0.0)]
    for length in range(1, len(print_) + 1):
        piece = print_[:length]
        edits = INSIDE.get(piece) or (INSIDE.get(piece.lower(), ()) if piece != "I" else ())
        upper = sign.isupper() and sign != "I" and not inner
        for true, cost, weak in edits:
            traceless = _TRACELESS if weak and part else 0.0
            steps.append(_Step(length, true, true.upper() if upper else true, cost + traceless))
        for true, cost, _ in AT_HEAD.get(piece, ()) if head else ():
            written = true if piece in "&1|" and true != "i" else true.upper()
            steps.append(_Step(length, true, written, cost))
    return tuple(steps)


def _blurs(sign: str, at: int, long: bool) -> Iterator[_Step]:
    """The same for a letter a bullet has blurred: another, one too many, or one too few."""
    likely = BLURRED.get(sign, "")
    for true in _LETTERS:
        if true != sign.lower():
            cost = _BLUR if true in likely else _SMEAR + (1.5 if at == 0 and sign not in "BEOPQR[" else 0.0)
            yield _Step(1, true, true.upper() if at == 0 else true, cost)
        if at == 1:
            yield _Step(0, true, true, _SMEAR + 1.5)
    if long or sign in "[VQG":
        yield _Step(1, "", "", 3.0 if sign in "[VQG" else _SMEAR + 1.5)


def _part(costs: dict[str, float], form: str, rare: float) -> float:
    cost = costs.get(form)
    if cost is not None:
        return cost
    return rare + 3.0 * (len(form) == 4) if len(form) > 3 else _TINY_PARTS.get(form, math.inf)


def _open(table: dict[int, _Ways], at: int, text: str, cost: float, count: int) -> None:
    ways = table.setdefault(at, {})
    if text not in ways or cost < ways[text][0]:
        ways[text] = (cost, count)


def _put(found: dict[str, Candidate], new: Candidate) -> None:
    old = found.get(new.text)
    if old is None or new.cost < old.cost:
        found[new.text] = new


def _cased(printed: str, text: str, common: bool) -> str:
    """Give `text` the capitals of the print where the search, letter by letter, could not see them."""
    letters = [c for c in printed if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return text.upper()
    doubled = len(text) > 3 and text[:2].isupper() and text[2:].islower()
    return text.capitalize() if printed[0] == "[" or (common and doubled) else text
