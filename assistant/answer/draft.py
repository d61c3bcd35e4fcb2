"""An answer while it is put together: statements, and citations numbered as they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.answer.facets import facets
from assistant.answer.relevance import relevant
from assistant.answer.scope import LACKING, Kit, Scope
from assistant.answer.sentences import Quotable
from assistant.answer.types import Answer, Form, Grade, IndexInfo, Preference, Statement, Table
from assistant.answer.weights import Asked, Floats
from assistant.index.store import Index
from assistant.messages import Language, say
from assistant.model import Citation, Document
from assistant.question.ages import OLDEST, Age
from assistant.question.filters import AGE
from assistant.question.reading import Reading

SAME = 0.75  # two quotes that share so much of the shorter one say the same
NARROWED = ("list", "experience", "fact")  # forms whose documents were searched for
TELLING = 0.2  # share of the weight of the heaviest word from which a word is told to be lacking
MOST = 2  # quotes of one document in an answer


class Draft:
    """Collects the lines of one answer."""

    def __init__(self, index: Index, language: Language) -> None:
        self.index = index
        self.language = language
        self.statements: list[Statement] = []
        self.citations: list[Citation] = []
        self._quotes: list[Quotable] = []
        self._texts: dict[tuple[str, str], str] = {}
        self._used: Counter[str] = Counter()

    def heading(self, key: str, **values: object) -> None:
        """A line of ours that opens a part."""
        self.statements.append(Statement(say(self.language, key, **values), heading=True))

    def partly(self, scope: Scope) -> None:
        """The line that opens what covers a part of a question only, with the words that it does not cover."""
        shown = dict.fromkeys(s.doc_id for s in self.statements if s.doc_id)
        lack = lacking(scope, tuple(shown))
        if not lack:  # they have it all, though not in what is quoted
            quoted = frozenset[str]().union(*(q.terms | q.parts | q.concepts for q in self._quotes))
            lack = [word for word, one, _ in _telling(scope) if not quoted & {one.term, *one.concepts}]
        words = ", ".join(f"«{word}»" for word in lack)
        told = say(self.language, "partly.words" if words else "partly.head", words=words)
        self.statements.insert(0, Statement(told, heading=True))

    def line(self, lead: str, document: Document | None = None, quotes: Iterable[Quotable] = (), rank: int = 0) -> None:
        """A line of ours, with quotes of a document."""
        numbers = tuple(self.cite(document, quote) for quote in quotes) if document else ()
        self.statements.append(Statement(lead, numbers, doc_id=document.doc_id if document else "", rank=rank))

    def cite(self, document: Document, quote: Quotable) -> int:
        """The number of a new citation."""
        number = len(self.citations) + 1
        self.citations.append(
            Citation(
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
        )
        self._texts[document.doc_id, quote.section.key] = quote.section.text
        self._quotes.append(quote)
        self._used[document.doc_id] += 1
        return number

    def fresh(self, document: Document, quote: Quotable, most: int = MOST) -> bool:
        """Whether a quote adds something: no near-duplicate, not too many of this document."""
        return self._used[document.doc_id] < most and not any(
            quote.overlaps(other) or quote.like(other) >= SAME for other in self._quotes
        )

    def finish(self, scope: Scope, form: Form, grade: Grade, *, table: Table | None = None, matching: int = 0,
               notes: Sequence[str] = ()) -> Answer:  # fmt: skip
        """The answer."""
        reading, hits = scope.reading, scope.hits[: scope.k]
        manifest = self.index.manifest
        ids = dict.fromkeys((*(h.doc_id for h in hits), *(s.doc_id for s in self.statements if s.doc_id)))
        return Answer(
            question=reading.question,
            grade=grade,
            statements=tuple(self.statements),
            citations=tuple(self.citations),
            hits=hits,
            index=IndexInfo(manifest.built, manifest.documents, manifest.passages),
            titles={i: (d.title, d.office, d.county) for i in ids for d in [self.index.by_id[i]]},
            filters=shown_filters(reading),
            also_searched=added(scope) if hits and form != "similar" else (),
            not_covered=scope.evidence.not_covered,
            notes=(*notes, *read_as(reading, self.language)),
            form=form,
            language=self.language,
            texts=self._texts,
            table=table,
            matching=matching,
            facets=facets(scope.kit, [one.hit.doc_id for one in relevant(scope)], self.language) if form in NARROWED
            and grade != "none" else (),
            preferred=preferences(scope.kit, reading, self.language),
        )  # fmt: skip


def lacking(scope: Scope, doc_ids: Sequence[str]) -> Sequence[str]:
    """The words of a question that nothing has, or none of these documents."""
    units = [scope.kit.index.units.passages + scope.kit.numbers[doc_id] for doc_id in doc_ids]
    missing = [word for word, _, row in _telling(scope) if all(row[unit] < LACKING for unit in units)]
    return tuple(dict.fromkeys((*scope.evidence.not_covered, *missing)))


def _telling(scope: Scope) -> list[tuple[str, Asked, Floats]]:
    """The words asked for that weigh something, as they were written, and how well each unit has them."""
    least = TELLING * max((one.weight for one in scope.weights.asked), default=0.0)
    words = zip(scope.reading.words, scope.weights.asked, scope.words, strict=True)
    return [(word, one, row) for (word, _), one, row in words if one.weight >= least]


def preferences(kit: Kit, reading: Reading, language: Language) -> tuple[Preference, ...]:
    """What a question prefers and does not demand, in words of this language."""
    return tuple(
        Preference(
            one.name,
            one.value,
            shown_age(reading.age, language) if one.name == AGE and reading.age else kit.label(one.value, language),
        )
        for one in kit.reader.preferred(reading)
    )


def added(scope: Scope) -> tuple[str, ...]:
    """The words of the vocabulary that were searched for besides the question's own, the surest first."""
    reading, terms = scope.reading, scope.kit.index.analyzer.terms
    said = set(terms(reading.question, parts=False))
    # The reports are in Norwegian: so are the words searched for.
    language: Language = "nn" if scope.language == "nn" else "nb"
    sure = sorted(reading.concepts.items(), key=lambda c: (-c[1][1], c[1][0]))
    labels = [scope.kit.label(concept, language) for concept, _ in sure]
    return tuple(label for label in labels if not set(terms(label, parts=False)) <= said)


def shown_filters(reading: Reading) -> dict[str, str]:
    """Filter name -> what is shown; two of one name stand together."""
    found: dict[str, str] = {}
    for one in reading.filters:
        found[one.name] = f"{found[one.name]}, {one.shown}" if one.name in found else one.shown
    return found


def read_as(reading: Reading, language: Language) -> tuple[str, ...]:
    """How the question was read: spelling, filters, ages."""
    notes = [say(language, "note.spelling", used=used, typed=typed) for typed, used in reading.corrections]
    if not reading.expanded:
        notes.append(say(language, "note.own_words"))
    if reading.filters:
        notes.append(say(language, "note.filter", shown=", ".join(f.shown for f in reading.filters)))
    if reading.age and not any(f.name == "age" for f in reading.filters):
        notes.append(say(language, "note.age", shown=shown_age(reading.age, language)))
    return tuple(notes)


def shown_age(age: Age, language: Language) -> str:
    """Ages in words."""
    if age.low == 0:
        return say(language, "note.age.under", n=age.high + 1)
    if age.high == OLDEST:
        return say(language, "note.age.over", n=age.low - 1)
    return say(language, "note.age.one" if age.low == age.high else "note.age.range", low=age.low, high=age.high)
