"""Putting an answer together: a few fixed words of ours, and exact quotes with their citations."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import sentences
from assistant.answer.render import named
from assistant.answer.types import Answer, Grade, IndexInfo, Statement, verified
from assistant.index.store import Index
from assistant.model import Citation, Document, Hit
from assistant.question.evidence import Evidence, idfs
from assistant.question.reading import Reading

CLAIM = ("achieved", "results", "lessons")  # sections that say what came of it


def compose(index: Index, reading: Reading, hits: Sequence[Hit], evidence: Evidence, allowed: int) -> Answer:
    """The answer to a question from its hits.

    Args:
        allowed: How many documents meet the filters.
    """
    info = IndexInfo(index.manifest.built, index.manifest.documents, index.manifest.passages)
    grade: Grade = evidence.grade if hits else "none"
    statements: list[Statement] = []
    citations: list[Citation] = []
    if grade == "none":
        statements.append(Statement(_not_found(reading, allowed), heading=True))
        if hits:
            statements.append(Statement("Nærmest kommer, uten at de trenger å handle om dette:"))
            for hit in hits[:3]:
                d = index.by_id[hit.doc_id]
                statements.append(Statement(f"{d.doc_id} {named(d.title, d.office, d.county)}"))
    else:
        statements.append(Statement(_headline(reading, grade, allowed, len(index.documents)), heading=True))
        weights = _weights(index, reading)
        for hit in hits:
            document = index.by_id[hit.doc_id]
            numbers = []
            for quote in _quotes(index, document, hit, weights):
                citations.append(_cite(index, document, quote, len(citations) + 1))
                numbers.append(len(citations))
            lead = f"{hit.rank}. {named(document.title, document.office, document.county)}:"
            statements.append(Statement(lead, tuple(numbers)))
    return Answer(
        question=reading.question,
        grade=grade,
        statements=tuple(statements),
        citations=tuple(citations),
        hits=tuple(hits),
        index=info,
        titles={h.doc_id: _named(index.by_id[h.doc_id]) for h in hits},
        filters={f.name: f.shown for f in reading.filters},
        also_searched=tuple(label for label, _ in sorted(reading.concepts.values(), key=lambda c: (-c[1], c[0]))),
        not_covered=evidence.not_covered,
        notes=_notes(reading),
    )


def _named(document: Document) -> tuple[str, str, str]:
    return document.title, document.office, document.county


def _weights(index: Index, reading: Reading) -> dict[str, float]:
    """Query terms by idf, and the terms of the concepts' labels at half of theirs."""
    terms = index.lexical["terms"]
    weights = {term: terms.idf(term) * weight for term, weight in reading.query.terms.items()}
    for label, certainty in reading.concepts.values():
        for term in index.analyzer.terms(label):
            weights.setdefault(term, 0.5 * certainty * terms.idf(term))
    weights.update(idfs(index, reading))
    return {term: weight for term, weight in weights.items() if weight > 0}


def _quotes(index: Index, document: Document, hit: Hit, weights: dict[str, float]) -> list[sentences.Quote]:
    """One quote that shows why the document fits; where no sentence shares a word, its best passage's first one."""
    found = sentences.best(document, weights, index.analyzer.terms)
    if not found and hit.passages:
        passage = hit.passages[0]
        section = document.section(passage.section)
        if section is not None:
            from assistant.text.sentences import spans

            start, end = spans(passage.text)[0]
            found = [sentences.Quote(section, passage.start + start, passage.start + end, 0.0)]
    return found


def _cite(index: Index, document: Document, quote: sentences.Quote, number: int) -> Citation:
    citation = Citation(
        number=number,
        doc_id=document.doc_id,
        title=document.title,
        office=document.office,
        county=document.county,
        section=quote.section.key,
        quote=quote.text,
        start=quote.start,
        end=quote.end,
        source=quote.section.reference(quote.start, quote.end),
    )

    def text(doc_id: str, key: str) -> str:
        section = index.by_id[doc_id].section(key)
        return section.text if section else ""

    return verified(citation, text)


def _headline(reading: Reading, grade: Grade, allowed: int, documents: int) -> str:
    place = f" ({allowed} av {documents} dokumenter oppfyller filteret)" if reading.filters else ""
    if grade == "partly":
        return f"Fant noe som dekker en del av spørsmålet{place}:"
    return f"Dette passer best{place}:"


def _not_found(reading: Reading, allowed: int) -> str:
    if reading.filters and not allowed:
        shown = ", ".join(f.shown for f in reading.filters)
        return f"Fant ikke noe: ingen dokumenter oppfyller filteret ({shown})."
    if reading.entitlement:
        return (
            "Fant ikke noe: erfaringene sier ikke hva noen har rett til. Spør om tiltak, målgrupper eller resultater."
        )
    return "Fant ikke noe om dette i erfaringene."


def _notes(reading: Reading) -> tuple[str, ...]:
    notes = [f"Søkte etter «{used}» i stedet for «{typed}»." for typed, used in reading.corrections]
    if reading.filters:
        notes.append("Filter: " + ", ".join(f.shown for f in reading.filters) + ".")
    if reading.age:
        notes.append(f"Alder: {reading.age.shown} (foretrukket).")
    return tuple(notes)
