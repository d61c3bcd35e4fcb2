"""Training pairs for the embedded model: two texts that mean the same or stand for one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.model import Document
from assistant.text import sentences
from assistant.vocabulary import Vocabulary

ANSWERING = ("target_group", "description", "text", "achieved", "challenges")  # sections that answer questions
LEAST = 25  # characters: shorter texts («Ja») teach nothing


def training_pairs(documents: Sequence[Document], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Pairs from the documents and the vocabulary, in a fixed order."""
    return [
        *_neighbours(documents),
        *_sections(documents),
        *_metadata(documents, vocabulary),
        *_words(vocabulary),
        *_questions(documents),
    ]


def _neighbours(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """Sentences that follow each other speak of one matter."""
    for document in documents:
        for section in document.sections:
            spans = sentences.spans(section.text)
            for (a, b), (c, d) in pairwise(spans):
                if b - a >= LEAST and d - c >= LEAST:
                    yield section.text[a:b], section.text[c:d]


def _sections(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """The title and the sections of one document speak of one tiltak."""
    for document in documents:
        texts = [s.text[:700] for s in document.sections if len(s.text) >= LEAST and s.key != "law_sections"]
        yield from pairwise(texts)
        if document.title:
            yield from ((document.title, text) for text in texts[:4])
        if document.summary:
            yield from ((document.summary[:700], text) for text in texts[:3])


def _metadata(documents: Sequence[Document], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Questions made from a document's metadata: «flyktninger språkmentor» and its text."""
    labels = vocabulary.labels()
    for document in documents:
        groups = [labels[c] for c in document.facets.get("target_group", ()) if c in labels]
        methods = [labels[c] for c in document.facets.get("method", ()) if c in labels]
        description = next((s.text[:700] for s in document.sections if s.key in ("description", "text")), "")
        if len(description) >= LEAST:
            yield from ((f"{method} {group}", description) for method in methods for group in groups[:1])
            yield from ((method, description) for method in methods)


def _words(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """A concept's label and every other way to say it, and what it means."""
    labels = vocabulary.labels()
    for form, concept, _ in vocabulary.surface_forms():
        if form.lower() != labels[concept].lower():
            yield labels[concept], form
    for concept_ in vocabulary.concepts:
        yield concept_.label, concept_.definition
        yield from ((concept_.definition, phrase) for phrase in concept_.everyday)


def _questions(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """A question in everyday words and the texts that answer it."""
    for document in documents:
        texts = [s.text[:700] for s in document.sections if s.key in ANSWERING and len(s.text) >= LEAST][:2]
        if document.summary:
            texts.append(document.summary[:700])
        yield from ((question, text) for question in document.questions for text in texts)
