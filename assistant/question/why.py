"""Why a document was found: which words of the question it has, and which of the ideas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from assistant.index.ideas import Floats
from assistant.index.store import Index
from assistant.question.reading import Reading

MET = 0.5  # least share of an idea that a document must have


def why(index: Index, reading: Reading, numbers: Sequence[int]) -> list[Mapping[str, tuple[str, ...]]]:
    """What speaks for each of these documents: `words` of the question that stand in it, `concepts` that it is about,
    `filters` it meets; and `lacks`, the words and ideas that it does not have.
    """
    met = [index.units.wholes(index.ideas.met(index.vocabulary, aspect)) for aspect in reading.query.aspects]
    return [_why(index, reading, number, met) for number in numbers]


def _why(index: Index, reading: Reading, number: int, met: Sequence[Floats]) -> Mapping[str, tuple[str, ...]]:
    unit = index.units.passages + number
    doc_id = index.documents[number].doc_id
    words: list[str] = []
    lacking: list[str] = []
    for word, term in reading.words:
        has = unit in index.lexical["terms"].having(term)
        (words if has else lacking).append(word)
    concepts: list[str] = []
    missing: list[str] = []
    met_words: set[str] = set()
    for aspect, how_well in zip(reading.query.aspects, met, strict=True):
        names = {concept: reading.concepts[concept][0] for concept in aspect if concept in reading.concepts}
        if how_well[number] >= MET:
            # Of several ways to see what was asked for, those that the document has itself.
            own = [name for concept, name in names.items() if unit in index.ideas.having(concept)]
            concepts += own or names.values()
            met_words |= set(aspect)
        else:
            missing += list(names.values())[:1]
    # A word that names an idea the document has is not lacking: it is said otherwise there.
    lacks = [
        word for word, term in reading.words if word in lacking and not met_words & set(reading.explained.get(term, ()))
    ]
    return MappingProxyType(
        {
            "words": tuple(words),
            "concepts": tuple(concepts),
            "filters": tuple(f.shown for f in reading.filters if doc_id in f.found),
            "lacks": tuple(dict.fromkeys((*lacks, *missing))),
        }
    )
