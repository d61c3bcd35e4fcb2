"""Norwegian word forms and their probabilities, from wordfreq (bokmål) and simplemma (both norms).

Loaded on first use: about three seconds.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from .places import PLACES
from .register import BOKMAL, FIELD, NOT_NYNORSK, NYNORSK, SHARE, SHARED

END = "\U0010ffff"  # sorts after every letter
_BOKMAL_ONLY, _NYNORSK_ONLY, _PLACE, _TERM = 1.5e-9, 5e-9, 5e-7, 3e-6  # where wordfreq knows nothing
_NOISE = 2e-8  # wordfreq's rarest forms are mostly typing errors and foreign names
_SHORT = 6  # letters from which on a prefix is too rare to be remembered
_PART = 3e-7  # least probability of a word counted as a compound's part


class Words(NamedTuple):
    """The shared, immutable part of every lexicon."""

    forms: list[str]
    probability: dict[str, float]
    bokmal: Mapping[str, str]
    nynorsk: Mapping[str, str]


@lru_cache(maxsize=1)
def load() -> Words:
    """All forms in sorted order (a trie by bisection), their probabilities and lemmas."""
    import wordfreq
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    factory = DefaultDictionaryFactory()
    bokmal, nynorsk = factory.get_dictionary("nb"), factory.get_dictionary("nn")
    probability = {form: _BOKMAL_ONLY for form in bokmal if form.isalpha()}
    probability.update((form, _NYNORSK_ONLY) for form in nynorsk if form.isalpha())
    for form in [f for f in probability if not f.islower()]:
        probability.setdefault(form.lower(), probability.pop(form))
    for form, p in wordfreq.get_frequency_dict("nb", "best").items():
        if form.isalpha() and (p > _NOISE or form in probability):
            probability[form] = max(p, probability.get(form, 0.0))
    for form in [f for f, p in probability.items() if p > _NOISE and f.endswith("ende")]:
        probability.setdefault(form[:-4] + "ande", _NYNORSK_ONLY)  # participles simplemma's nynorsk lacks
    for place in PLACES:
        probability[place] = max(probability.get(place, 0.0), _PLACE)
    for form, p in FIELD.items():
        probability[form] = max(probability.get(form, 0.0), p)
    for form, p in NYNORSK.items():
        probability[form] = max(probability.get(form, 0.0), SHARE * p)
    probability.pop("åå", None)
    return Words(sorted(probability), probability, bokmal, nynorsk)


class Parts(NamedTuple):
    """-ln P of word forms as first and as last part of a compound, by type counts."""

    first: dict[str, float]
    last: dict[str, float]


@lru_cache(maxsize=1)
def parts() -> Parts:
    """What wordfreq's own compounds are made of: every split into two known words is counted."""
    probability = load().probability
    usable = {w for w, p in probability.items() if len(w) >= 3 and p >= _PART}
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for word, p in probability.items():
        if p < 1e-8 or len(word) < 7:
            continue
        for cut in range(3, len(word) - 2):
            tail = word[cut:]
            if tail not in usable:
                continue
            head = word[:cut]
            if head not in usable and head[-1] in "se":
                head = head[:-1]
            if head in usable:
                first[head] += 1
                last[tail] += 1
    total_first, total_last = sum(first.values()), sum(last.values())
    return Parts(
        {w: -math.log(n / total_first) for w, n in first.items()},
        {w: -math.log(n / total_last) for w, n in last.items()},
    )


class Lexicon:
    """Word forms a reader may meet: the shared ones and the terms of this field."""

    def __init__(self, terms: Iterable[str] = ()) -> None:
        self._words = load()
        self.forms = self._words.forms
        extra = {w.lower() for t in terms for w in t.replace("-", " ").replace("/", " ").split()}
        self._terms = {w for w in extra if w.isalpha() and len(w) > 2}
        new = self._terms - self._words.probability.keys()
        if new:
            self.forms = sorted([*self.forms, *new])
        self._norms: dict[str, float] = {}
        self._ranges: dict[str, tuple[int, int]] = {}

    def probability(self, form: str) -> float:
        """P(form), 0 for an unknown one; `form` in lower case."""
        p = self._words.probability.get(form, 0.0)
        return max(p, _TERM) if form in self._terms else p

    def cost(self, form: str) -> float:
        """-ln P(form) in nats; infinity for an unknown one."""
        p = self.probability(form)
        return -math.log(p) if p else math.inf

    def bokmal(self, form: str) -> str | None:
        """The bokmål dictionary form."""
        return self._words.bokmal.get(form)

    def nynorsk(self, form: str) -> str | None:
        """The nynorsk dictionary form."""
        return self._words.nynorsk.get(form)

    def norm(self, form: str) -> float:
        """What `form` says of its line's written norm: 1 nynorsk, -1 bokmål, less where it is less sure."""
        if form not in self._norms:
            self._norms[form] = self._norm(form)
        return self._norms[form]

    def _norm(self, form: str) -> float:
        if form in BOKMAL:
            return -1.0
        if form in NYNORSK:
            return float(form not in SHARED)
        bokmal, nynorsk = form in self._words.bokmal, form in self._words.nynorsk
        if bokmal and not nynorsk and form.endswith(("ene", "erne", "ere", "else", "het")):
            return -0.5
        return float(nynorsk and not bokmal and self.probability(form) < 1e-5)

    def in_nynorsk(self, form: str) -> float:
        """What meeting `form` in a nynorsk line costs more (or less) than elsewhere, in nats."""
        if form in NYNORSK:
            return -math.log(NYNORSK[form]) - self.cost(form)
        if form in NOT_NYNORSK:
            return 7.0
        if form in self._words.nynorsk:
            return 0.0 if form in self._words.bokmal else -3.0
        return 3.0 if form in self._words.bokmal else 0.0

    def narrow(self, prefix: str, low: int, high: int) -> tuple[int, int]:
        """The range of `forms` within [low, high) that begins with `prefix`; remembers short prefixes."""
        found = self._ranges.get(prefix)
        if found is None:
            low = bisect_left(self.forms, prefix, low, high)
            empty = low >= high or not self.forms[low].startswith(prefix)
            found = (low, low) if empty else (low, bisect_left(self.forms, prefix + END, low, high))
            if len(prefix) < _SHORT:
                self._ranges[prefix] = found
        return found
