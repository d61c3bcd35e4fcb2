"""The answer to «which tiltak»: how many of how many, where, and the best ones with what came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.answer import choose
from assistant.answer.draft import Draft, lacking
from assistant.answer.quality import LED
from assistant.answer.relevance import Supported, candidates, relevant, situation
from assistant.answer.render import named
from assistant.answer.scope import Scope
from assistant.answer.sentences import Quotable
from assistant.answer.types import Answer, Grade
from assistant.messages import Language, say
from assistant.messages import section as section_name
from assistant.model import Document
from assistant.question.filters import PLACES

METADATA = 0.5  # share of the things asked for from which the catalogue alone says that a document is on them
TELLS = ("description", "develops", "target_group", "abstract", "background", "text", "method", "user_contact")
FOUND_IN = 0.75  # least worth of a sentence for a situation, whatever it tells of
SAID = 0.4  # worth of three words in a row of the question
TOLD = 0.3  # worth of what a sentence tells on its own, beside that of the question it covers
COUNTIES = 4  # named in the headline


def compose(scope: Scope, grade: Grade, before: Sequence[str] = (), contact: bool = False) -> Answer:
    """The list.

    Args:
        before: Documents that have been shown and numbered, in their order.
        contact: It is asked whom to ask: the offices are named last.
    """
    found = candidates(scope) if before else relevant(scope)
    if grade == "partly" and scope.weights.total:
        found = tuple(s for s in found if _shows(scope, s.hit.doc_id))
    shown = [s for s in found if s.hit.doc_id not in before][: scope.k]
    draft = Draft(scope.kit.index, scope.language)
    if before and not shown:
        draft.heading("none.end")
        return draft.finish(scope, "list", "none", matching=len(found))
    documents = [scope.document(s.hit.doc_id) for s in found]
    partly = not before and (grade == "partly" or _in_part(scope, found, shown))
    if before:
        draft.heading("list.more")
    elif not partly:
        headline(draft, scope, documents, len(shown))
    for rank, one in enumerate(shown, len(before) + 1):
        item(draft, scope, one, rank)
    if partly:
        draft.partly(scope)
    asked = [scope.document(one.hit.doc_id) for one in shown] if contact else []
    if known := ", ".join(dict.fromkeys(f"{d.office} ({d.doc_id})" for d in asked if d.office)):
        draft.line(say(draft.language, "similar.ask", shown=known))
    return draft.finish(scope, "list", grade, matching=len(found))


def _in_part(scope: Scope, found: Sequence[Supported], shown: Sequence[Supported]) -> bool:
    """Whether no document has all that is asked for, and there is a word that is lacking."""
    if not scope.weights.total or any(s.complete for s in found):
        return False
    return bool(lacking(scope, [s.hit.doc_id for s in shown]))


def _shows(scope: Scope, doc_id: str) -> bool:
    """Whether a document shows that it is on the matter, by a sentence or by what the catalogue says of it."""
    return bool(scope.scored(doc_id)) or float(scope.ideas[scope.kit.numbers[doc_id]]) >= METADATA


def offices(scope: Scope, documents: Sequence[Document], numbers: Sequence[int]) -> Answer:
    """Whom to ask about documents: the offices that tried it; of an evaluation, who wrote or paid for it.

    Args:
        numbers: The numbers they have on the screen.
    """
    draft = Draft(scope.kit.index, scope.language)
    draft.heading("list.offices")
    for rank, document in zip(numbers, documents, strict=True):
        name = named(document.title, document.office, document.county)
        last = None if document.office else choose.fallback(scope.kit, document, ("publication", "funding"))
        draft.line(f"{rank}. {name}{':' if last else ''}", document, [last] if last else [], rank)
    return draft.finish(scope, "list", "answer", matching=len(documents))


def headline(draft: Draft, scope: Scope, documents: Sequence[Document], shown: int) -> None:
    """How many of how many, and where."""
    one_place = len({d.county for d in documents}) == 1 and any(f.name in PLACES for f in scope.reading.filters)
    where = "" if one_place else spread(documents, draft.language)
    every = [d for d in scope.kit.index.documents if all(d.doc_id in f.found for f in scope.reading.filters)]
    pool = every if scope.reading.filters and scope.weights.total else scope.kit.index.documents
    total = sum(d.kind == documents[0].kind for d in pool) if one_kind(documents) else len(pool)
    kind = kind_name(documents, draft.language, total)
    if not scope.weights.total:
        draft.heading("list.filtered", n=len(documents), all=total, kind=kind, where=where, shown=shown)
    else:
        key = "list.situation" if situation(scope) else "list.head"
        draft.heading(key, n=len(documents), all=total, kind=kind, where=where)


def one_kind(documents: Sequence[Document]) -> bool:
    """Whether all are tiltak, or all evaluations."""
    return len({d.kind for d in documents}) == 1


def kind_name(documents: Sequence[Document], language: Language, n: int = 0) -> str:
    """«tiltak», «evalueringer», or «dokumenter» for both; of `n`, of so many documents where it is not given."""
    if not one_kind(documents):
        return say(language, "kind.documents")
    kind = "tiltak" if documents[0].kind == "tiltak" else "evaluations"
    return say(language, f"kind.{kind}.one" if (n or len(documents)) == 1 else f"kind.{kind}")


def spread(documents: Sequence[Document], language: Language) -> str:
    """« (Vestland 4, Viken 3, 2 andre steder; 3 sluttrapportert)»; empty for one document."""
    if len(documents) < 2:
        return ""
    counts = Counter(d.county for d in documents if d.county)
    named_ones = [f"{county} {n}" for county, n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:COUNTIES]]
    rest = len([d for d in documents if d.county]) - sum(int(text.rsplit(" ", 1)[1]) for text in named_ones)
    if rest:
        named_ones.append(say(language, "status.one" if rest == 1 else "status.more", n=rest))
    final = sum("slutt" in d.facets.get("report_type", ()) for d in documents)
    parts = [", ".join(named_ones), say(language, "status.slutt", n=final) if final else ""]
    shown = "; ".join(filter(None, parts))
    return f" ({shown})" if shown else ""


def item(draft: Draft, scope: Scope, one: Supported, rank: int) -> None:
    """A tiltak of the list: the quote that shows why it fits, and one of what came of it."""
    document = scope.document(one.hit.doc_id)
    fits = [q for q in shows(scope, document) if draft.fresh(document, q, 1)][:1]
    if not fits:
        last = choose.fallback(scope.kit, document, [s.key for s in document.sections])
        fits = [last] if last else []
    name = named(document.title, document.office, document.county)
    draft.line(f"{rank}. {name}:", document, fits, rank)
    lead = say(draft.language, "list.outcome")
    came = [q for q in choose.outcomes(scope, document) if draft.fresh(document, q)][:1]
    if any(f.name == "continuation" for f in scope.reading.filters):
        # Who asks what goes on, or does not, is told how, or why.
        ons = [q for q in choose.telling(scope.kit, document, LED) if draft.fresh(document, q)][:1]
        lead, came = (f"{section_name(draft.language, ons[0].section.key)}:", ons) if ons else (lead, came)
    if came and fits:
        draft.line(lead, document, came)


def shows(scope: Scope, document: Document) -> list[Quotable]:
    """The sentences that show why a document fits, best first: on the question, of what it does, for whom, or reached.

    What was hard, and how things are where it was tried, tells of no tiltak.
    """
    told = choose.told(scope.kit, document, TELLS)
    if not scope.weights.total:
        return [quote for _, quote in told]
    # What tells much on its own makes up for some of the question's words.
    found = [*told, *((0.0, s.quote) for s in scope.scored(document.doc_id) if s.quote.section.key not in TELLS)]
    said, (stems, parts, concepts) = choose.rows(scope), choose.titled(scope.kit, document.title)
    ranked = []
    for much, quote in found:
        # What the title says need not be said again: what else is asked for is better.
        whole = scope.weights.fit(stems | quote.terms, parts | quote.parts, concepts | quote.concepts)
        value = 0.5 * (scope.score(quote).score + whole * quote.worth) + TOLD * much
        in_a_row = bool(said) and not said.isdisjoint(choose.threes(quote.text))
        # Who tells a situation finds it in what was hard as well.
        does = max(choose.does(quote), FOUND_IN if situation(scope) else 0.0)
        ranked.append((value * does + SAID * in_a_row, quote))
    return [quote for _, quote in sorted(ranked, key=lambda f: (-f[0], f[1].section.key, f[1].start))]
