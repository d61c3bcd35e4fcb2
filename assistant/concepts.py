"""Concepts in a text: which ideas of the vocabulary a text or a question names, and how surely.

Surface forms are matched on stems, so inflections and nynorsk spelling meet. A document is matched
strictly (labels, synonyms, abbreviations, English); a question also loosely, through the everyday
phrases: people write «folk som ikke klarer regningene sine» in a hundred ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.text.analyzer import Analyzer, stem
from assistant.text.words import GENERAL
from assistant.vocabulary import Vocabulary

# How sure a match of each kind of surface form is, in (0, 1].
CERTAINTY: Mapping[str, float] = {
    "label": 1.0, "abbreviation": 1.0, "synonym": 0.9, "form": 0.8, "english": 0.9, "everyday": 0.7,
}  # fmt: skip
_GENERAL = frozenset(stem(word) for word in GENERAL)  # «tiltak» alone names nothing here
LOOSE = 0.67  # share of an everyday phrase's words (by rarity) that a question must have


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named in a text: its id, how surely in (0, 1], and the words that named it."""

    concept: str
    certainty: float
    words: str


@dataclass(frozen=True, slots=True)
class ConceptMatcher:
    """Surface forms by their first stem: (stems, concept id, certainty, form as written)."""

    analyzer: Analyzer
    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str, float, str], ...]]
    everyday: tuple[tuple[frozenset[str], str, str], ...]
    rarity: Mapping[str, float]

    @classmethod
    def of(cls, vocabulary: Vocabulary, analyzer: Analyzer) -> ConceptMatcher:
        """A matcher for all surface forms of a vocabulary."""
        first: dict[str, list[tuple[tuple[str, ...], str, float, str]]] = defaultdict(list)
        everyday: list[tuple[frozenset[str], str, str]] = []
        phrases: dict[str, int] = defaultdict(int)
        for form, concept, kind in vocabulary.surface_forms():
            stems = tuple(analyzer.terms(form, parts=False))
            if not stems or all(word in _GENERAL for word in stems):
                continue
            if kind == "everyday":
                everyday.append((frozenset(stems), concept, form))
                for word in set(stems):
                    phrases[word] += 1
            if kind != "everyday" or len(stems) > 1:
                first[stems[0]].append((stems, concept, CERTAINTY[kind], form))
        ordered = {word: tuple(sorted(found, key=lambda f: (-len(f[0]), f[1]))) for word, found in first.items()}
        return cls(analyzer, ordered, tuple(everyday), {word: 1 / (1 + n) ** 0.5 for word, n in phrases.items()})

    def exact(self, text: str) -> Iterator[Mention]:
        """Concepts whose surface form stands in the text, longest forms first at each place."""
        stems = self.analyzer.terms(text, parts=False)
        for place, word in enumerate(stems):
            longest = 0
            for form, concept, certainty, written in self.by_first.get(word, ()):
                if len(form) < longest:
                    break
                if tuple(stems[place : place + len(form)]) == form:
                    longest = len(form)
                    yield Mention(concept, certainty, written)

    def mentioned(self, text: str) -> Iterator[str]:
        """The ids of the concepts named in a document's text, once per mention."""
        for mention in self.exact(text):
            yield mention.concept

    def asked(self, question: str) -> dict[str, Mention]:
        """The concepts a question names, exactly or in everyday words; the surest mention of each."""
        found: dict[str, Mention] = {}
        for mention in self.exact(question):
            if mention.certainty > found.get(mention.concept, Mention("", 0, "")).certainty:
                found[mention.concept] = mention
        stems = set(self.analyzer.terms(question))
        for words, concept, written in self.everyday:
            shared = words & stems
            if len(shared) < 2:
                continue
            share = sum(self.rarity[w] for w in shared) / sum(self.rarity[w] for w in words)
            certainty = CERTAINTY["everyday"] * share
            if share >= LOOSE and certainty > found.get(concept, Mention("", 0, "")).certainty:
                found[concept] = Mention(concept, certainty, written)
        return found
