"""Concepts in a text: which ideas of the vocabulary a text or a question names, and how surely.

Surface forms are matched on stems, so inflections and nynorsk spelling meet. A document is matched
strictly (labels, synonyms, abbreviations, English); a question also loosely, through the everyday
phrases: people write «folk som ikke klarer regningene sine» in a hundred ways.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from operator import itemgetter
from typing import Any

from assistant.text.analyzer import Analyzer, stem, tokens
from assistant.text.words import GENERAL, PARTICLES
from assistant.vocabulary import Vocabulary

# How sure a match of each kind of surface form is, in (0, 1].
CERTAINTY: Mapping[str, float] = {
    "label": 1.0, "abbreviation": 1.0, "synonym": 0.9, "form": 0.8, "english": 0.9, "everyday": 0.7,
}  # fmt: skip
LOOSE = 0.67  # share of a phrase's words (by rarity) that a question must have
TELLING = 3  # words of a phrase that are no chance when all of them stand in a question
LOOSE_KINDS = ("everyday", "synonym")
WINDOW = 4  # words within which a verb's particle must follow: «faller noen deltakere fra»
_GENERAL = frozenset(stem(word) for word in GENERAL)  # «tiltak» alone names nothing here

Named = Sequence[Any]  # concept id, certainty, the form as written
Verb = Sequence[Any]  # particle, concept id, certainty, the form as written
Phrase = Sequence[Any]  # its stems, concept id, certainty, the form as written


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named in a text: its id, how surely in (0, 1], the form that named it, and its stems found.

    `loose` says that only most of the form's words stand in the text, in any order.
    """

    concept: str
    certainty: float
    words: str
    stems: frozenset[str] = frozenset()
    loose: bool = False


@dataclass(frozen=True, slots=True)
class ConceptMatcher:
    """Surface forms by their stems; verbs with a particle apart; phrases for loose matching.

    `forms` maps the stems of a form, joined by spaces, to what it names; `lengths` maps a stem to how many stems
    the forms that begin with it have, the longest first; `verbs` maps a stem to verbs with a particle; `having`
    maps a stem to the places in `phrases` of those that have it. All are as JSON has them: an index keeps them, for
    to analyze all forms takes longer than to answer.
    """

    analyzer: Analyzer
    forms: Mapping[str, Sequence[Named]]
    lengths: Mapping[str, Sequence[int]]
    verbs: Mapping[str, Sequence[Verb]]
    phrases: Sequence[Phrase]
    having: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, vocabulary: Vocabulary, analyzer: Analyzer) -> ConceptMatcher:
        """A matcher for all surface forms of a vocabulary."""
        forms: dict[str, list[Named]] = defaultdict(list)
        lengths: dict[str, set[int]] = defaultdict(set)
        verbs: dict[str, list[list[Any]]] = defaultdict(list)
        phrases: list[Phrase] = []
        having: dict[str, list[int]] = defaultdict(list)
        for form, concept, kind in vocabulary.surface_forms():
            stems = analyzer.terms(form, parts=False)
            if _GENERAL.issuperset(stems):
                continue
            words = tokens(form.lower()) if len(stems) == 1 and not form.isalpha() else []
            if len(words) == 2 and (particles := [word for word in words if word in PARTICLES]):
                verbs[stems[0]].append([particles[0], concept, CERTAINTY[kind], form])
                continue
            if kind != "everyday" or len(stems) > 1:
                forms[" ".join(stems)].append([concept, CERTAINTY[kind], form])
                lengths[stems[0]].add(len(stems))
            if kind in LOOSE_KINDS and len(stems) > 1:
                for word in sorted(set(stems)):
                    having[word].append(len(phrases))
                phrases.append([sorted(set(stems)), concept, CERTAINTY[kind] * 0.9, form])
        return cls(
            analyzer,
            {stems: sorted(found, key=itemgetter(0)) for stems, found in forms.items()},
            {word: sorted(found, reverse=True) for word, found in lengths.items()},
            {word: sorted(found) for word, found in verbs.items()},
            phrases,
            dict(having),
        )

    def to_data(self) -> dict[str, Any]:
        """What an index keeps of it."""
        return {name: getattr(self, name) for name in ("forms", "lengths", "verbs", "phrases", "having")}

    @classmethod
    def from_data(cls, data: Mapping[str, Any], analyzer: Analyzer) -> ConceptMatcher:
        """What `to_data` gave.

        Raises:
            KeyError: It is damaged.
        """
        return cls(analyzer, data["forms"], data["lengths"], data["verbs"], data["phrases"], data["having"])

    def exact(self, text: str) -> Iterator[Mention]:
        """Concepts whose surface form stands in the text, the longest forms at each place."""
        for form, named in self._standing(self.analyzer.terms(text, parts=False)):
            for concept, certainty, written in named:
                yield Mention(concept, certainty, written, frozenset(form))
        yield from self._particle_verbs([token.lower() for token in tokens(text)])

    def _standing(self, stems: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[Named]]]:
        """The longest form at each place, and what it names."""
        for place, word in enumerate(stems):
            for length in self.lengths.get(word, ()):
                form = stems[place : place + length]
                if len(form) == length and (named := self.forms.get(" ".join(form))):
                    yield form, named
                    break

    def _particle_verbs(self, words: Sequence[str]) -> Iterator[Mention]:
        for place, word in enumerate(words):
            for particle, concept, certainty, written in self.verbs.get(stem(word), ()):
                if particle in words[place + 1 : place + 1 + WINDOW]:
                    yield Mention(concept, certainty, written, frozenset({stem(word)}))

    def mentioned(self, text: str) -> Iterator[str]:
        """The ids of the concepts named in a document's text, once per mention."""
        for mention in self.exact(text):
            yield mention.concept

    def named(self, stems: Sequence[str], text: str) -> frozenset[str]:
        """What `mentioned` finds in a text that has these stems, mostly without analyzing it once more."""
        if any(word in self.verbs for word in stems):
            return frozenset(self.mentioned(text))
        return frozenset(concept for _, named in self._standing(stems) for concept, _, _ in named)

    def asked(self, question: str) -> dict[str, Mention]:
        """The concepts a question names, exactly or loosely; the surest mention of each.

        A mention whose words are a part of a longer one's is left out: who asks for «psykisk helse»
        does not ask for «helse» besides. What loosely fits a part of what stands there as a whole is left out
        too, be it a part of a compound: «langtidsmottakere» are no «unge mottakere».
        """
        found: dict[str, Mention] = {}
        for mention in [*self.exact(question), *self._loosely(question)]:
            if mention.concept not in found or mention.certainty > found[mention.concept].certainty:
                found[mention.concept] = mention
        exact = [m for m in found.values() if not m.loose]
        whole = [m.stems.union(*map(self.analyzer.parts, m.stems)) for m in exact if len(m.stems) > 1]
        return {
            concept: mention
            for concept, mention in found.items()
            if not any(
                mention.stems < longer.stems
                and (mention.loose or longer.certainty >= CERTAINTY["form"] or len(longer.stems) >= TELLING)
                for longer in exact
            )
            and not (mention.loose and any(mention.stems <= words for words in whole))
        }

    def _loosely(self, question: str) -> Iterator[Mention]:
        stems = set(self.analyzer.terms(question))
        counts = Counter(place for word in stems for place in self.having.get(word, ()))
        for place in sorted(place for place, n in counts.items() if n > 1):
            of_phrase, concept, certainty, written = self.phrases[place]
            words = frozenset(of_phrase)
            shared = words & stems
            if len(shared - _GENERAL) < 2 and not (len(shared) > 1 and shared == words):
                continue
            # fsum: a set has no order, and the same question must always have the same sum.
            share = fsum(map(self._rarity, shared)) / fsum(map(self._rarity, words))
            if share >= LOOSE:
                whole = shared == words and len(words) >= TELLING  # so many words mean it in any order
                yield Mention(concept, certainty * share, written, shared, loose=not whole)

    def _rarity(self, word: str) -> float:
        """What a word of a phrase weighs: one that many phrases have tells little."""
        return float((1 + len(self.having[word])) ** -0.5)


def aspects(mentions: Iterable[Mention], least: float = 0.7) -> tuple[tuple[Mention, ...], ...]:
    """Mentions that share words, together: they are one thing that is asked for, said in one way or another.

    Within an aspect a mention less sure than `least` times the surest is left out.
    """
    groups: list[list[Mention]] = []
    # Exact mentions first: a loose one joins the thing it speaks of, but never makes two things one.
    for mention in sorted(mentions, key=lambda m: (m.loose, -m.certainty, m.concept)):
        near = [group for group in groups if any(mention.stems & other.stems for other in group)]
        if mention.loose and len(near) > 1:
            near = []
        merged = [m for group in near for m in group] + [mention]
        groups = [group for group in groups if group not in near] + [merged]
    found = []
    for group in groups:
        top = max(m.certainty for m in group)
        kept = [m for m in group if m.certainty >= least * top]
        found.append(tuple(sorted(kept, key=lambda m: (-m.certainty, m.concept))))
    return tuple(sorted(found, key=lambda group: group[0].concept))
