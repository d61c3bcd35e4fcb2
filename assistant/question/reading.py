"""Reading a question: filters, ages, concepts, spelling, and the words that remain.

What was read is kept beside the query, so that the answer can say how it was understood.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.concepts import ConceptMatcher, Mention, aspects
from assistant.errors import UsageError
from assistant.index.search import Query
from assistant.index.store import Index
from assistant.model import Document
from assistant.question import ages, conditions, english
from assistant.question.filters import Filter, FilterMaker, overlaps
from assistant.question.phrases import ENTITLEMENT, RECEIVING
from assistant.question.places import PlaceFinder
from assistant.question.spelling import Speller, zipf
from assistant.text.analyzer import ngrams, stem, tokens
from assistant.text.privacy import find_in_question, unmasked
from assistant.text.words import GENERAL, STOP

Floats = NDArray[np.float32]
LONGEST = 12_000  # characters of a question: a pasted project plan fits
_GENERAL = frozenset(stem(word) for word in GENERAL)
_RIGHT = STOP | GENERAL | english.KNOWN  # words that are no slips, though the texts may not have them
GENERAL_WEIGHT = 0.25
COMMON_HERE = 4  # texts from which a word of a question is taken as it stands
FAR_COMMONER = 10  # times as many texts must have the word that replaces one of the index
LEXICAL = 1.5  # Zipf frequency from which a compound is a word of its own
PREFERRED = ("target_group", "method")  # facets that a question prefers and does not demand
MEANT = 0.65  # certainty from which a phrase, nearly the same, is what a question of general words asks
SURE = 0.75  # least certainty of a concept that could become a filter: an everyday phrase is too loose for that


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as it was understood.

    `words` are (word as typed or corrected, term) of its content; `explained` maps a term to the concepts
    it names; `corrections` (typed, used); `concepts` id -> (label, certainty). An `entitlement` question
    asks what someone has a right to, which experience cannot tell. `expanded` says whether the vocabulary
    added to the words, `benefit` whether it asks something of a benefit: «dagpenger» alone and «folk på AAP» do not.
    `english` are the terms of words that name an idea in English.
    """

    question: str
    query: Query
    filters: tuple[Filter, ...]
    age: ages.Age | None
    words: tuple[tuple[str, str], ...]
    explained: Mapping[str, tuple[str, ...]]
    corrections: tuple[tuple[str, str], ...]
    concepts: Mapping[str, tuple[str, float]]
    entitlement: bool = False
    expanded: bool = True
    benefit: bool = False
    english: frozenset[str] = frozenset()


class Reader:
    """Reads questions put to one index."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._vocabulary = index.vocabulary
        self._labels = index.vocabulary.labels()

    @cached_property
    def places(self) -> PlaceFinder:
        """Places in questions and documents."""
        return PlaceFinder(self._index.documents, self._vocabulary)

    @cached_property
    def makes(self) -> FilterMaker:
        """Filters over the documents of the index."""
        return FilterMaker(self._index.documents, self._vocabulary, self.places)

    @property
    def matcher(self) -> ConceptMatcher:
        """Concepts in questions."""
        return self._index.matcher

    @cached_property
    def speller(self) -> Speller:
        """Nearest words of the index and of the vocabulary."""
        known = Counter(self._index.words)
        forms = (dict.fromkeys(tokens(form.lower())) for form, _, _ in self._vocabulary.surface_forms())
        known.update(word for words in forms for word in words)
        return Speller(known)

    def read(self, question: str, filters: Sequence[tuple[str, str]] = (), expand: bool = True) -> Reading:
        """Read a question.

        Args:
            filters: (name, value) pairs, besides those read from the question.
            expand: Whether the vocabulary adds to the words of the question; False searches for them alone.

        Raises:
            UsageError: It is empty, too long or holds a national identity number, or a filter is unknown.
        """
        text = self._checked(question)
        given = [self.makes.make(name, value) for name, value in filters]
        found, topic = conditions.read(text, given, self.makes)
        topic = unmasked(topic)  # what was taken away is not what is asked for
        age = ages.find(topic)
        corrected, corrections = self._corrected(topic)
        concepts: dict[str, Mention] = {}
        light = english.light(corrected, ())
        if expand:
            led = english.in_norwegian(corrected, self.matcher, self._english)
            corrected, concepts, light = led.text, led.concepts, led.light
            corrections += led.pairs
        concepts = {concept: mention for concept, mention in concepts.items() if not mention.stems <= light}
        light |= _GENERAL
        words = self._words(ages.without(corrected), light)
        if expand and not (found or words or concepts or age):
            words, concepts = self._meant(corrected)
        if age and not (found or words):  # nothing else is asked for: the age is the condition
            found.append(self._aged(age))
        benefit = any(self._facet(concept) == "benefit" for concept in concepts)
        return Reading(
            question=text,
            query=self._query(corrected, words, aspects(self._apart(concepts.values())), light, expand),
            filters=tuple(found),
            age=age,
            words=words,
            explained=self._explained(corrected, words, concepts),
            corrections=corrections,
            concepts={c: (self._labels[c], m.certainty) for c, m in concepts.items()},
            entitlement=bool(ENTITLEMENT.search(corrected)) and benefit,
            expanded=expand,
            benefit=benefit and not RECEIVING.search(corrected) and len(words) > 1,
            english=frozenset[str]().union(*(m.stems for m in concepts.values() if self._english(m))),
        )

    def _apart(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """Mentions without the English words of every question: «young people» and «people in debt» are two things."""
        for mention in mentions:
            telling = mention.stems - _GENERAL if self._english(mention) else mention.stems
            yield replace(mention, stems=telling or mention.stems)

    def _meant(self, text: str) -> tuple[tuple[tuple[str, str], ...], dict[str, Mention]]:
        """Words and concept of a question of general words alone: «hvor mange kom i jobb?» does ask something."""
        near = self._index.phrases.near(self._index.embedder.queries([text])[0])
        concept, certainty = next(iter(near[0].items())) if near else ("", 0.0)
        words = self._words(text, frozenset())
        if certainty < MEANT or not words:
            return (), {}
        return words, {concept: Mention(concept, certainty, text, frozenset(term for _, term in words))}

    def _facet(self, concept: str) -> str:
        found = self._vocabulary.concept(concept)
        return found.facet if found else ""

    def _explained(
        self, text: str, words: tuple[tuple[str, str], ...], concepts: Mapping[str, Mention]
    ) -> dict[str, tuple[str, ...]]:
        """Term -> the concepts that it, alone or with others, names surely; a narrower one will do as well."""
        found: dict[str, set[str]] = {}
        again = (m for m in self.matcher.exact(text) if m.concept in concepts)
        for concept, mention in (*concepts.items(), *((m.concept, m) for m in again)):
            if mention.certainty < english.EXPLAINS:
                continue
            for term in mention.stems:
                found.setdefault(term, set()).update((concept, *self._vocabulary.narrower(concept)))
        return {term: tuple(sorted(found[term])) for _, term in words if term in found}

    @staticmethod
    def _checked(question: str) -> str:
        composed = unicodedata.normalize("NFC", question)
        text = " ".join("".join(c if c.isprintable() else " " for c in composed).split())
        if not any(map(str.isalnum, text)):
            raise UsageError("error.question.empty")
        if len(text) > LONGEST:
            raise UsageError("error.question.long", n=len(text), most=LONGEST)
        if any(finding.kind == "national_id" for finding in find_in_question(text)):
            raise UsageError("error.question.personal")
        return text

    def _corrected(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        corrections: list[tuple[str, str]] = []
        for token in dict.fromkeys(tokens(text)):
            lower = token.lower()
            if token.startswith("§") or not token.isalpha() or token.isupper():
                continue
            known = self._known(lower)
            if known >= COMMON_HERE:
                continue
            better = self.speller.nearest(lower)
            # A word that a text or two has may be a slip there too: only a far commoner one replaces it.
            if better is not None and better != lower and self._known(better) >= FAR_COMMONER * known:
                corrections.append((token, better))
        return english.replaced(text, corrections), tuple(corrections)

    def _known(self, word: str) -> float:
        """In how many texts a word stands in some form; infinite for one known otherwise."""
        stemmed = stem(word)
        if word in _RIGHT or stemmed in self.matcher.lengths or self._index.analyzer.parts(stemmed):
            return math.inf
        return max(self._index.words.get(word, 0), self._index.analyzer.lexicon.get(stemmed, 0))

    def _words(self, text: str, light: frozenset[str]) -> tuple[tuple[str, str], ...]:
        found: dict[str, str] = {}
        for token in tokens(text):
            terms = self._index.analyzer.terms(token, parts=False)
            if terms and not len(self._index.lexical["terms"].having(terms[0])):
                # A compound made for the occasion is what its parts are: «boligtiltak»; «terrengsykkel» is not.
                parts = list(self._index.analyzer.parts(terms[0]))
                terms = parts if parts and (light & set(parts) or not zipf(token.lower(), least=LEXICAL)) else terms
            for term in terms:
                if term not in light:
                    found.setdefault(term, token)
        return tuple((word, term) for term, word in found.items())

    def _query(
        self,
        text: str,
        words: tuple[tuple[str, str], ...],
        groups: tuple[tuple[Mention, ...], ...],
        light: frozenset[str],
        expand: bool,
    ) -> Query:
        """The query for every arm. What is named in words that the texts do not have is searched by its label too."""
        named = [group[0] for group in groups if self._foreign(group[0])]
        labels = " ".join(self._labels[m.concept] for m in named)
        counts = Counter(self._index.analyzer.terms(f"{text} {labels}"))
        terms = {term: n * (GENERAL_WEIGHT if term in light else 1.0) for term, n in counts.items()}
        content = f"{' '.join(word for word, _ in words) or text} {labels}".strip()
        asked = tuple({m.concept: m.certainty for m in group} for group in groups)
        # The embedding has read little English: what is named in it is said by the labels instead.
        english_stems = frozenset[str]().union(*(m.stems for m in named if self._english(m)))
        said = f"{' '.join(w for w, term in words if term not in english_stems)} {labels}" if english_stems else text
        return Query(content, said.strip() if expand else "", terms, dict(Counter(ngrams(content))), asked)

    def _foreign(self, mention: Mention) -> bool:
        """Whether a concept is named in English, or in words that stand nowhere."""
        terms = self._index.lexical["terms"]
        return self._english(mention) or not any(len(terms.having(word)) for word in mention.stems)

    def _english(self, mention: Mention) -> bool:
        concept = self._vocabulary.concept(mention.concept)
        return concept is not None and mention.words in concept.en

    def preferred(self, reading: Reading) -> tuple[Filter, ...]:
        """What the question prefers and does not demand, as the filters it could be made."""
        taken = {f.name for f in reading.filters}
        found = []
        if reading.age is not None and "age" not in taken:
            found.append(self._aged(reading.age))
        for aspect in reading.query.aspects:
            # Of several ways to see one thing that is asked for, the surest that any document has.
            for concept, certainty in sorted(aspect.items(), key=lambda c: (-c[1], c[0])):
                condition = self._condition(concept) if certainty >= SURE else None
                if condition is not None:
                    found.append(condition)
                    break
        given = {(f.name, f.value) for f in reading.filters}
        return tuple(f for f in dict.fromkeys(found) if f.found and (f.name, f.value) not in given)

    def _aged(self, age: ages.Age) -> Filter:
        return replace(self.makes.age(f"{age.low}-{age.high}"), shown=age.shown)

    def _condition(self, concept: str) -> Filter | None:
        """The filter of a target group or method; of the next broader one, where no document has it."""
        while known := self._vocabulary.concept(concept):
            if known.facet not in PREFERRED:
                return None
            condition = self.makes.concept(known.facet, concept)
            if condition.found or not known.broader:
                return condition if condition.found else None
            concept = known.broader
        return None

    def allowed(self, filters: Sequence[Filter]) -> NDArray[np.bool_]:
        """Which documents meet all filters, shape (documents,)."""
        return np.array([all(d.doc_id in f.found for f in filters) for d in self._index.documents], dtype=bool)

    def preference(self, reading: Reading) -> Floats:
        """What is added to each document's score for the ages asked for, shape (documents,)."""
        return np.array([_age_bonus(d, reading.age) for d in self._index.documents], dtype=np.float32)


def _age_bonus(document: Document, age: ages.Age | None) -> float:
    if age is None or document.age == (None, None):
        return 0.0
    return 0.08 if overlaps(document.age, age.low, age.high) else -0.15
