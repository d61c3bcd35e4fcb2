"""Norwegian text to terms: the same analysis for documents and questions.

A term is a stem, a number, an abbreviation («IPS») or a paragraph of a law («§17»). Snowball's
Norwegian stemmer breaks this field's own nouns (veileder/veiledere, ungdom/ungdommer), so endings are
evened out before it and doubled consonants after it; nynorsk spelling is led to bokmål where a rule
can do it, and single words by a list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from assistant.text.words import BOKMAAL, NAMES, STOP

_TOKEN = re.compile(r"§+\s*\d+(?:\s?a|[b-z])?\b|[^\W_]+(?:[-'’&][^\W_]+)*")
_PARAGRAPH = re.compile(r"§+\s*(\d+)\s?([a-z]?)")  # «§ 20 a» is a paragraph, «§ 28 i loven» is § 28
_JOINT = re.compile(r"[-'’&]")
_ABBREVIATION = re.compile(r"^[A-ZÆØÅ]{2,5}$")
FOLD = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "é": "e", "è": "e", "ê": "e", "ó": "o", "ò": "o", "ô": "o",
                      "ö": "o", "ä": "a", "ü": "u", "á": "a", "à": "a", "š": "s", "č": "c", "đ": "d"})  # fmt: skip

_AGENT = (
    ("arane", "er"), ("arar", "er"), ("erne", "er"), ("ernes", "er"), ("eren", "er"), ("ere", "er"), ("eres", "er"),
    ("erens", "er"), ("aren", "er"), ("ers", "er"), ("ar", "er"),
)  # fmt: skip
_LEG, _LAUS = re.compile(r"leg(e|t|are|ast)?$"), re.compile(r"(?<=\w{3})laus(e|t)?$")
_STEMMER: Any = None


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one lower-case word."""
    global _STEMMER
    if _STEMMER is None:
        import Stemmer

        _STEMMER = Stemmer.Stemmer("norwegian")
    if word in NAMES:
        return word
    word = BOKMAAL.get(word, word)
    if len(word) > 6:
        for ending, new in _AGENT:
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                word = word[: -len(ending)] + new
                break
        if "leg" in word:
            word = _LEG.sub("lig", word)
        if "laus" in word:
            word = _LAUS.sub("løs", word)
    stemmed: str = _STEMMER.stemWord(word)
    if len(stemmed) > 4 and stemmed[-1] == stemmed[-2]:
        stemmed = stemmed[:-1]
    return stemmed


def fold(text: str) -> str:
    """Lower case with æøå and accents written a–z, as people type who lack the keys."""
    return text.lower().translate(FOLD)


def tokens(text: str) -> list[str]:
    """Words as they stand, abbreviations in capitals, paragraphs as «§17» and «§20a»."""
    raw = _TOKEN.findall(text)
    if all(map(str.isalpha, raw)):
        return raw
    found = []
    for token in raw:
        if token.isalpha():
            found.append(token)
        elif paragraph := _PARAGRAPH.fullmatch(token):
            found.append(f"§{paragraph.group(1)}{paragraph.group(2)}")
        else:
            # «NAV-veileder», «jobb-klubb»: each side is a word of its own.
            found += [part for part in _JOINT.split(token) if part]
    return found


@dataclass(frozen=True)
class Analyzer:
    """Text to terms. `lexicon` maps stems of the corpus to how many texts have them: it splits compounds."""

    lexicon: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def fit(cls, texts: Iterable[str], least: int = 2) -> Analyzer:
        """An analyzer that knows the words of these texts (those standing in at least `least` of them)."""
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update({stem(t.lower()) for t in tokens(text) if t.isalpha() and len(t) >= 3})
        return cls({word: n for word, n in sorted(counts.items()) if n >= least})

    def terms(self, text: str, parts: bool = True) -> list[str]:
        """The terms of a text in order, compounds followed by their parts.

        «SE» in capitals among other words is the method; in small letters it is a verb and left to stop words.
        """
        found: list[str] = []
        raw = tokens(text)
        shouting = sum(t.isupper() for t in raw) > len(raw) / 2 and len(raw) > 3
        for token in raw:
            lower = token.lower()
            if token.startswith("§") or lower.isdigit():
                found.append(lower)
            elif not shouting and token.isupper() and _ABBREVIATION.match(token):
                found.append(token if token in ("SE", "OT", "IP", "MI", "KS") else lower)
            elif lower not in STOP and lower != "se" and len(lower) > 1:
                stemmed = stem(lower)
                found.append(stemmed)
                if parts:
                    found += self.parts(stemmed)
        return found

    def parts(self, stemmed: str) -> tuple[str, ...]:
        """The known parts of a compound's stem, or nothing: «gjeldsrådgivning» -> gjeld, rådgivning."""
        return _parts(self, stemmed)

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=100_000)
def _parts(analyzer: Analyzer, stemmed: str) -> tuple[str, ...]:
    if len(stemmed) < 8:
        return ()
    best: tuple[int, tuple[str, ...]] = (0, ())
    for cut in range(4, len(stemmed) - 3):
        head, tail = stemmed[:cut], stemmed[cut:]
        tail_stem = stem(tail)
        tail_count = max(analyzer.lexicon.get(tail, 0), analyzer.lexicon.get(tail_stem, 0))
        if not tail_count:
            continue
        for link in ("", "s", "e"):
            if not head.endswith(link) or len(head) - len(link) < 3:
                continue
            bare = head[: len(head) - len(link)]
            for form in (bare, stem(bare)):
                count = analyzer.lexicon.get(form, 0)
                if count:
                    known = tail if tail in analyzer.lexicon else tail_stem
                    best = max(best, (min(count, tail_count), (form, known)))
    return best[1]


def ngrams(text: str, n: int = 5) -> list[str]:
    """Character n-grams of the folded words, each word padded by a space on both sides."""
    found = []
    for token in tokens(text):
        lower = token.lower()
        if lower in STOP:
            continue
        padded = f" {fold(lower)} "
        found += [padded] if len(padded) <= n else [padded[i : i + n] for i in range(len(padded) - n + 1)]
    return found


def word_counts(texts: Iterable[str], least: int = 2) -> dict[str, int]:
    """How many texts have each lower-case word, for words of letters standing in at least `least` of them."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({t.lower() for t in tokens(text) if t.isalpha()})
    return {word: n for word, n in sorted(counts.items()) if n >= least}
