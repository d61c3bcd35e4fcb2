"""Is the question answered at all? Judged on raw evidence, for fused scores say nothing of relevance.

Eleven signals are weighed by a logistic regression fitted on the project's own judged queries
(`scripts/calibrate.py`; coefficients, thresholds and cross-validated figures in `calibration.toml`).
The strongest is coverage: the share of the question's idf carried by words that stand in the best
document, or that name a concept it has. A word that stands nowhere weighs as the rarest.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, fields, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from assistant.index.search import Scores
from assistant.index.store import Index
from assistant.question.reading import Reading
from assistant.question.spelling import zipf

Grade = Literal["answer", "partly", "none"]
DOCUMENTS, PASSAGES = 10, 20  # how many of the best are looked at
COMMON = (
    3.8  # Norwegian Zipf frequency from which a word is in everybody's mouth («sluppet») and tells little of the matter
)
EVERYDAY, LIGHTEST = 5.5, 0.25  # Zipf frequency from which a word is as light as it gets, and how light that is
MOST_WORDS = 5  # so many of the most telling words are the whole: no text has every word of a situation
MOST_ASPECTS = 3
ALL_NAMED, MET = 0.99, 0.75  # shares of a question named by ideas, and of those met, that settle it
FEW = 30  # documents under which idf says little and coverage alone decides
ANSWER, PARTLY = 0.60, 0.42  # least coverage, in [0, 1], for answers judged on coverage alone


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for an answer.

    coverage: share of the question's idf covered by the best document, in [0, 1]
    nearness: the same for the best passage
    bm25: best BM25 score of a whole over the question's idf
    concepts: how well the best document meets the concepts asked for, each as if read surely, in [0, 1]
    aspects: how many things are asked for by concepts, at most 3
    explained: share of idf whose words name a concept, in [0, 1]
    unknown: share of idf whose words stand nowhere and name nothing, in [0, 1]
    words: number of content words
    rarity: mean idf of the words over that of a word that stands nowhere, in [0, 1]
    benefit: 1 where a benefit is named: most who ask about one ask what they are entitled to
    names: 1 where a proper name stands nowhere («Svalbard»)
    """

    coverage: float
    nearness: float
    bm25: float
    concepts: float
    aspects: float
    explained: float
    unknown: float
    words: float
    rarity: float
    benefit: float
    names: float

    @property
    def named(self) -> bool:
        """Whether all that is asked for are ideas of the vocabulary that one document has: nothing is left to doubt."""
        return self.explained > ALL_NAMED and self.concepts >= MET and not self.benefit


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well the index covers a question: `probability` of an answer in [0, 1], the words nothing covered."""

    probability: float
    grade: Grade
    not_covered: tuple[str, ...]
    signals: Signals | None = None

    @classmethod
    def weigh(cls, index: Index, reading: Reading, scores: Scores) -> Evidence:
        """Weigh a question against the best documents and passages."""
        missing = tuple(word for word, term in reading.words if _unknown(index, reading, term))
        if reading.entitlement:
            return cls(0.0, "none", missing)
        if not reading.words:
            # Nothing but a place, a status or a general word: the filters and the vocabulary are the evidence.
            known = bool(reading.filters or reading.query.aspects)
            return cls(float(known), "answer" if known else "none", missing)
        found = signals(index, reading, scores)
        if index.units.documents < FEW:
            covered = told(index, reading)
            return cls(covered, _grade(covered, ANSWER, PARTLY), missing, found)
        if found.named:
            return cls(1.0, "answer", missing, found)
        calibration = _calibration()
        score = calibration["intercept"] + sum(
            calibration[field.name] * value for field, value in zip(fields(found), astuple(found), strict=True)
        )
        probability = 1 / (1 + math.exp(-score))
        grade = _grade(probability, calibration["answer"], calibration["partly"])
        return cls(probability, grade, missing, found)

    def at_most(self, coverage: float) -> Evidence:
        """The evidence where the documents allowed cover only this share of the question."""
        inside = _grade(coverage, ANSWER, PARTLY)
        return replace(self, grade=min(self.grade, inside, key=_ORDER.index))


_ORDER: tuple[Grade, ...] = ("none", "partly", "answer")


def _grade(value: float, answer: float, partly: float) -> Grade:
    return "answer" if value >= answer else "partly" if value >= partly else "none"


@cache
def _calibration() -> Mapping[str, float]:
    text = files("assistant.question").joinpath("calibration.toml").read_text(encoding="utf-8")
    calibration: dict[str, float] = tomllib.loads(text)["evidence"]
    return calibration


def signals(index: Index, reading: Reading, scores: Scores) -> Signals:
    """The signals of a question that has at least one content word."""
    terms = index.lexical["terms"]
    weights = idfs(index, reading)
    total = sum(weights.values()) or 1.0
    passages = index.units.passages
    documents = np.argsort(-scores.documents, kind="stable")[:DOCUMENTS] + passages
    nearest = np.argsort(-scores.passages, kind="stable")[:PASSAGES]

    def covered(units: NDArray[np.integer[Any]]) -> float:
        return max(sum(weights[t] for t in _covered(index, reading, int(unit))) / total for unit in units)

    asked = standing(index, reading, weights)
    sought = sum(asked.values()) or 1.0
    bm25 = terms.scores(dict.fromkeys(asked, 1.0))
    # However loosely a concept was read, a document that has it has all of it.
    wholly = [{c: v / max(aspect.values()) for c, v in aspect.items()} for aspect in reading.query.aspects]
    ideas = index.ideas.scores(index.vocabulary, wholly)
    rarest = terms.idf("")
    return Signals(
        coverage=covered(documents),
        nearness=covered(nearest),
        bm25=float(index.units.wholes(bm25).max()) / sought,
        concepts=float(index.units.wholes(ideas).max()),
        aspects=float(min(len(reading.query.aspects), MOST_ASPECTS)),
        explained=sum(weights[t] for t in weights if reading.explained.get(t)) / total,
        unknown=sum(weights[t] for t in weights if _unknown(index, reading, t)) / total,
        words=float(len(reading.words)),
        rarity=sought / (len(asked) or 1) / rarest,
        benefit=float(reading.benefit),
        names=float(any(_is_name(word, reading.question) and _unknown(index, reading, t) for word, t in reading.words)),
    )


def standing(index: Index, reading: Reading, weights: Mapping[str, float]) -> Mapping[str, float]:
    """The idf of each content word; of labels in the place of English words, where nothing else is asked for.

    No text has «debt», but many have «gjeld»: a question would seem to ask for what is rare, and not to find it.
    """
    terms = index.lexical["terms"]
    absent = {t for t in weights if t in reading.english and not len(terms.having(t))}
    if not absent or any(_unknown(index, reading, t) for t in weights):
        return weights
    kept = {t: weight for t, weight in weights.items() if t not in absent}
    labels = {t: terms.idf(t) for t, n in reading.query.terms.items() if n >= 1 and t not in weights}
    return kept | {t: idf for t, idf in labels.items() if len(terms.having(t))} or weights


def _is_name(word: str, question: str) -> bool:
    """Whether a word is written as a name: a capital within the question, and no abbreviation."""
    return word[:1].isupper() and not word.isupper() and not question.startswith(word)


def idfs(index: Index, reading: Reading) -> Mapping[str, float]:
    """The idf of each content word of the question; half of it for a common word that stands nowhere."""
    terms = index.lexical["terms"]
    return {
        term: terms.idf(term) * (0.5 if not len(terms.having(term)) and zipf(word, ("nb",), COMMON) else 1.0)
        for word, term in reading.words
    }


def telling(word: str) -> float:
    """How much of its idf a word keeps, in [LIGHTEST, 1]: reports are few, and a filler word may be rare in them."""
    everyday = (zipf(word.lower(), ("nb",), COMMON) - COMMON) / (EVERYDAY - COMMON)
    return 1.0 - (1.0 - LIGHTEST) * min(max(everyday, 0.0), 1.0)


def told(index: Index, reading: Reading) -> float:
    """How much of the telling words of a question the best document has, in [0, 1]."""
    idf = idfs(index, reading)
    weights = {term: idf[term] * telling(word) for word, term in reading.words}
    units = range(index.units.passages, index.units.passages + index.units.documents)
    most = max(sum(weights[term] for term in _covered(index, reading, unit)) for unit in units)
    return min(most / sum(sorted(weights.values())[-MOST_WORDS:]), 1.0)


def _unknown(index: Index, reading: Reading, term: str) -> bool:
    return not len(index.lexical["terms"].having(term)) and not reading.explained.get(term)


def _covered(index: Index, reading: Reading, unit: int) -> Iterator[str]:
    for _, term in reading.words:
        concepts = reading.explained.get(term, ())
        if _has(index.lexical["terms"].having(term), unit) or any(_has(index.ideas.having(c), unit) for c in concepts):
            yield term


def _has(members: NDArray[np.integer[Any]], unit: int) -> bool:
    at = int(np.searchsorted(members, unit))
    return at < len(members) and int(members[at]) == unit
