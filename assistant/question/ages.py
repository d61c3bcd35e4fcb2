"""Ages in questions: «under 30», «18–25 år», «over femti», «dame på 47», «i 20-årene», «tenåringer»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from assistant.text.words import STOP

OLDEST = 110
GROWN = 13  # from here a number alone is an age: «over 2 år» and «deltakere på 3 år» tell how long
CHILD = 6  # the same for the upper end of a range: «2–3 år»
_TENS = {
    "tjue": 20, "tyve": 20, "tretti": 30, "tredve": 30, "førti": 40, "femti": 50, "seksti": 60, "sytti": 70,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
}  # fmt: skip
_ONES = {"": 0, "en": 1, "ein": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8,
         "ni": 9}  # fmt: skip
_NUMBERS: Mapping[str, int] = {
    "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    **{f"{ten}{one}": tens + ones for ten, tens in _TENS.items() for one, ones in _ONES.items()},
}  # fmt: skip
_N = rf"(\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_YEARS = r"(?:\s*(?:-?åring\w*|-?årige?|år|aar|ar|years?))?(?!\w)"
# What is counted is no age: «over 20 skoler», «under 50 000 kroner». These words may follow a number that is one.
_FOLLOW = STOP - frozenset("av of andre other such mer more most".split()) | frozenset(
    """hos utan utenfor utanfor gjennom innen innenfor innanfor samt dersom ute inne hjemme heime alene aleine års
    trenger treng ønsker ynskjer bor bur står sitter sit mangler manglar sliter slit kommer kjem old need needs outside
    """.split()
)
_AGO = frozenset("siden sidan ago senere seinare later av of".split())  # «for over 20 år siden»
_AFTER = re.compile(r"\s*[.,:/–-]?(%|\w+)")  # «50.000», «30-tallet»; after a stop and a blank comes another matter
_MEASURE = re.compile(
    r"%|\d.*|prosent|percent|kr|kroner|km|stk|mnd|(?:minutt|tim|dag|uke|veke|måned|månad|g[ao]ng|minute|hour|day|week"
    r"|month)(?:e?[rn]?|ar?|s)",
    re.I,
)
_HE = r"(?:gutt?(?:en)?|mann(?:en)?|kar|man|boy)"
_NAMED = r"(?:dam[ea]n?|kvinn(?:e|a|en)|jent[ea]|mor|far|woman|girl|mother|father)"
_SOMEONE = (
    rf"(?:{_HE}|{_NAMED}|\w*(?:bruk[ae]r|deltak[ae]r|søk[ae]r|innvandr[ae]r|person|ungdom|klient|kandidat|elev|flyktning)"
    r"(?:en|er|ar|e|ane|ene|mer)?|menneske\w*|menn|kvinner|damer|gut(?:ter|ar)|jenter|noen|nokon|folk|user|client"
    r"|participant|jobseeker|refugee|someone)"
)
_WHO = rf"(?:{_HE}|{_NAMED}|{_SOMEONE}|unge?|eldre|voksne|vaksne|barn|people|adults)"
_SINCE = r"(?:under|over|mellom|fra|frå|between|below|above)"
_DECADE = rf"{_N}(?:\s?-?(?:år(?:ene|a|ane)|s)\b|(?<=ies))"
_IS = r"(?:er|blir|blei|ble|var|fyller|fylte|har fylt|is|was|turns|turned)\s+(?:\w+\s+)?"
PARAGRAPH = re.compile(r"§+\s*\d+(?:\s?[a-z])?\b(?:\s*(?:[-–]|og|eller|and|or)\s*§*\s*\d+\b(?!\s*(?:år|\+)))*")
# Kind of age, least number, and the pattern; `age` is the part that tells the age and nothing else.
_PATTERNS = (
    ("range", CHILD, rf"\b(?:mellom|between)\s+{_N}\s*(?:og|and|-|–)\s*{_N}{_YEARS}"),
    ("range", CHILD, rf"(?<!\d)\b{_N}\s*(?:-|–|til|to)\s*{_N}{_YEARS}"),
    ("under", 1, rf"\b(?:under|yngre enn|below|younger than)\s+(?:fylte\s+)?{_N}{_YEARS}"),
    ("under", GROWN, rf"\b(?:inntil|opptil|opp til|up to)\s+{_N}{_YEARS}"),
    ("over", 1, rf"\b(?:eldre enn|older than)\s+{_N}{_YEARS}"),
    ("over", GROWN, rf"\b(?:over|above)\s+(?:fylte\s+)?{_N}{_YEARS}"),
    ("over", GROWN, rf"\b(?:fra|frå)\s+(?:fylte\s+)?{_N}\s*år\b"),
    ("from", GROWN, rf"(?<!\d)\b{_N}\s*\+(?!\d)"),
    ("decade", 20, rf"\b(?:i|in|early|late)\s+(?:(?:his|her|their)\s+)?{_DECADE}"),
    ("one", 1, rf"(?<!\d)\b{_N}[ -]?(?:åring\w*|årige?\b|years?[ -]olds?\b|år\s+(?:gamm?[ea]l|gamle|gml)\b)"),
    # No tiltak is for men alone: «gutt på 17» asks for an age, «jente på 17» for girls besides.
    ("one", GROWN, rf"\b{_HE}\s*(?:på|i alderen|of|aged|[,(])?\s*{_N}{_YEARS}"),
    ("one", GROWN, rf"\b{_SOMEONE}\s+(?P<age>(?:på|i alderen|of|aged)\s+{_N}{_YEARS})"),
    ("one", GROWN, rf"\b{_NAMED}(?P<age>\s*[,(]?\s*{_N}{_YEARS}\)?)"),
    ("one", GROWN, rf"\b{_SOMEONE}(?P<age>\s*[,(]?\s*{_N}\s*år)\b"),
    ("one", GROWN, rf"\b(?:han|hun|hu|ho|hen|jeg|eg|he|she)\s+{_IS}(?P<age>{_N}{_YEARS})"),
    ("one", GROWN, rf"\b(?:som|who|{_SOMEONE})\s+{_IS}(?P<age>{_N}\s*(?:år|years?))\b"),
    ("teens", 0, r"\b(?:tenåring\w*|tenår(?:a|ene|ane)|teenage\w*|teens)(?P<age>)\b"),
)  # fmt: skip
_COUNTING = ("range", "under", "over", "one")  # kinds whose number may be of something else than years
# A digit, or a part of every word for a number from thirteen and of «tenåringer».
_ANY = re.compile("|".join([r"\d|\btenår|teen|ties", *_TENS, *(n for n in _NUMBERS if n.endswith("ten"))]), re.I)


@cache
def _compiled() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    # Slow, and most questions have no age: done for the first that may have one.
    return tuple((kind, least, re.compile(pattern, re.I)) for kind, least, pattern in _PATTERNS)


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
    """The first age or range of ages in a question. «for 1 av 8», «§ 18» or «varte i 3 år» is none."""
    return next(_ages(question), None)


def without(question: str) -> str:
    """A question without the words that tell an age; whom it is of stays."""
    age = find(question)
    return re.sub(r"\(\s*\)", "", f"{question[: age.start]} {question[age.end :]}") if age else question


def _ages(question: str) -> Iterator[Age]:
    if not _ANY.search(question):
        return
    readable = PARAGRAPH.sub(lambda match: " " * len(match.group()), question)
    for kind, least, pattern in _compiled():
        for match in pattern.finditer(readable):
            numbers = [_number(n) for n in match.groups() if n and _number(n)]
            first, last = (numbers[0], numbers[-1]) if numbers else (0, 0)
            low, high = {
                "range": (first, last),
                "under": (0, first - 1),
                "over": (first + 1, OLDEST),
                "from": (first, OLDEST),
                "decade": (first, first + 9),
                "one": (first, first),
                "teens": (13, 19),
            }[kind]
            if last >= least and low <= high and not (kind in _COUNTING and _counts(readable, match)):
                yield Age(low, high, *match.span("age" if "age" in pattern.groupindex else 0))


def _counts(question: str, match: re.Match[str]) -> bool:
    """Whether the number at the end of a match counts something, or the years since something."""
    after = _AFTER.match(question, match.end())
    if after is None:
        return False
    word, last = after[1].lower(), re.findall(r"[^\W\d]+|\d+", match.group().lower())[-1]
    if not _number(last):
        return word in _AGO and last in ("år", "aar", "ar", "year", "years")
    first = min(match.start(n) for n, group in enumerate(match.groups(), 1) if group and _number(group))
    # Who is named before a number is so old, whatever follows but a measure: «unge under 30 psykisk helse».
    if re.search(rf"\b{_WHO}[\s,(]*(?:{_SINCE}\s+)?$", question[:first], re.I):
        return bool(_MEASURE.fullmatch(word))
    return word not in _FOLLOW


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS.get(text.lower(), 0)
