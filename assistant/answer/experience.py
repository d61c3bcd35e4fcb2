"""The answer to «how», «why» and «what works»: what several tiltak say, by kind of experience."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from assistant.answer import choose
from assistant.answer.draft import SAME, Draft
from assistant.answer.intent import Group, Intent
from assistant.answer.lists import kind_name
from assistant.answer.messages import say
from assistant.answer.relevance import Supported, relevant, supported
from assistant.answer.render import named
from assistant.answer.scope import Scope, Scored
from assistant.answer.sentences import Quotable
from assistant.answer.types import Answer, Grade
from assistant.model import Document

SECTIONS: Mapping[Group, tuple[str, ...]] = {
    "tried": ("description", "develops", "user_contact", "method", "administration", "text", "background", "other"),
    "results": ("achieved", "results", "abstract", "lessons"),
    "challenges": ("challenges", "lessons", "other", "administration", "text"),
    "success": ("success_factors", "lessons", "other"),
    "measured": ("evaluated_how", "method"),
    "cooperation": ("cooperation", "administration"),
    "continued": ("continued_yes", "continued_no"),
}
# The sections that hold nothing but this kind.
OWN: Mapping[Group, tuple[str, ...]] = {
    "tried": ("description",), "results": ("achieved", "results"), "challenges": ("challenges",),
    "success": ("success_factors",), "measured": ("evaluated_how",), "cooperation": ("cooperation",),
    "continued": ("continued_yes", "continued_no"),
}  # fmt: skip
MIXED = frozenset({"other", "text", "lessons", "background", "abstract", "administration"})
MIXED_AS: Mapping[Group, str] = {
    "tried": "challenges", "challenges": "challenges", "results": "achieved", "success": "success_factors",
    "measured": "evaluated_how", "cooperation": "success_factors", "continued": "continued_yes",
}  # fmt: skip
ORDER: tuple[Group, ...] = ("tried", "success", "results", "challenges")
FIRST, OTHERS = 4, 2  # quotes of the kind asked for, and of each other kind
ENOUGH = 0.4  # least share of the question that a sentence must cover to be an utterance on it
CENTRAL = 0.8  # from here on the catalogue or the title says that a tiltak is about the matter
MUCH = 0.6  # the same, of a document that is not surely about the matter
SEVERAL = 4  # sentences that show whether a document has much to say
LOOKED = 15  # documents whose sentences are looked at
BESIDE: Mapping[Group, tuple[Group, ...]] = {
    "challenges": ("success",), "success": ("challenges", "results"), "results": ("success", "challenges"),
    "measured": ("results",), "cooperation": ("success", "challenges"), "continued": ("results",),
    "tried": ("results", "challenges"),
}  # fmt: skip


def compose(scope: Scope, intent: Intent, grade: Grade) -> Answer | None:
    """What tiltak say on the matter, grouped; None where no sentence says anything."""
    sure = {s.hit.doc_id: s for s in relevant(scope)[: scope.k + 3]}
    near = [s for s in supported(scope)[:LOOKED] if s.hit.doc_id not in sure]
    groups = wished(intent)
    said = {group: utterances(scope, group, [*sure.values(), *near], set(sure)) for group in groups}
    if not (intent.groups or intent.order):
        groups = tuple(sorted(groups, key=lambda group: -_strongest(scope, said[group])))
    if intent.groups and not scope.evidence.not_covered:
        # Asked for one kind of experience with something: a tiltak that is about it need not name it once more.
        for group in groups:
            said[group] += beside(scope, group, [s for s in sure.values() if s.complete], _ids(said[group]))
    if not any(said.values()):
        return None
    draft = Draft(scope.kit.index, scope.language)
    counted = dict.fromkeys(one.hit.doc_id for group in groups for one, _ in said[group])
    documents = [scope.document(doc_id) for doc_id in counted]
    if grade == "partly":
        draft.heading("partly.head")
    else:
        draft.heading("experience.head", n=len(documents), kind=kind_name(documents, draft.language))
    ranks: dict[str, int] = {}
    for place, group in enumerate(groups):
        _group(draft, scope, group, said[group], FIRST if place == 0 else OTHERS, ranks)
    return draft.finish(scope, "experience", grade, matching=len(documents))


def wished(intent: Intent) -> tuple[Group, ...]:
    """The kinds of experience to show: those asked for, then what stands beside them; all where none is named."""
    if not intent.groups:
        return intent.order or ORDER
    return tuple(dict.fromkeys((*intent.groups, *(other for group in intent.groups for other in BESIDE[group]))))


def _ids(said: Sequence[tuple[Supported, Scored]]) -> set[str]:
    return {one.hit.doc_id for one, _ in said}


def _strongest(scope: Scope, said: Sequence[tuple[Supported, Scored]]) -> float:
    """The worth of the best utterance of a kind: it is what the answer opens with where no kind was asked for."""
    return said[0][1].score * said[0][0].strength * substance(scope, said[0][0].hit.doc_id) if said else 0.0


def utterances(
    scope: Scope, group: Group, found: Sequence[Supported], sure: Collection[str]
) -> list[tuple[Supported, Scored]]:
    """The sentences on the question in the sections of a kind, the strongest first.

    A document that is not surely about the matter must say much more of it in the sentence itself.
    """
    said: list[tuple[Supported, Scored]] = []
    for one in found:
        least = ENOUGH if one.hit.doc_id in sure else MUCH
        for scored in scope.scored(one.hit.doc_id, SECTIONS[group]):
            if scored.fit >= least and scored.quote.worth >= 0.5 and _of_kind(group, scored.quote):
                said.append((one, scored))
    # A sentence counts for as much as its tiltak is about the matter.
    return sorted(
        said,
        key=lambda s: (
            -s[1].score * s[0].strength * substance(scope, s[0].hit.doc_id),
            s[0].hit.rank,
            s[1].quote.start,
        ),
    )


def _of_kind(group: Group, quote: Quotable) -> bool:
    """Whether a sentence is of the kind its section is asked for: people write other things there as well.

    Sections that hold all kinds (those of evaluations) are sorted by their words alone.
    """
    key = quote.section.key
    if key in MIXED:
        hard = bool(choose.CUES["challenges"].search(quote.text))
        return {"tried": not hard, "challenges": hard}.get(group, bool(choose.CUES[MIXED_AS[group]].search(quote.text)))
    if key not in choose.CUES or group not in ("challenges", "results", "success"):
        return True
    loose = group == "success" and quote.section.confidence >= choose.SURE
    return loose or bool(choose.CUES[key].search(quote.text))


def substance(scope: Scope, doc_id: str) -> float:
    """How much a document says on the question: its best few sentences together. One sentence may be a chance hit."""
    return sum(scored.score for scored in scope.scored(doc_id)[:SEVERAL])


def beside(
    scope: Scope, group: Group, found: Sequence[Supported], have: Collection[str]
) -> list[tuple[Supported, Scored]]:
    """The most telling sentence of this kind from tiltak that are about the matter without naming it there."""
    said = []
    for one in found:
        number = scope.kit.numbers[one.hit.doc_id]
        central = scope.met and float(scope.ideas[number]) >= CENTRAL
        if one.hit.doc_id not in have and central:
            document = scope.document(one.hit.doc_id)
            said += [(one, scope.score(quote)) for quote in typical(scope, document, group, 0.9)[:1]]
    return said


def _group(
    draft: Draft, scope: Scope, group: Group, said: Sequence[tuple[Supported, Scored]], most: int, ranks: dict[str, int]
) -> None:
    by_document: dict[str, list[Scored]] = defaultdict(list)
    for one, scored in said:
        by_document[one.hit.doc_id].append(scored)
    chosen: list[tuple[Document, Quotable]] = []
    for doc_id, sentences in by_document.items():
        document = scope.document(doc_id)
        quote = next((s.quote for s in sentences if draft.fresh(document, s.quote)), None)
        if quote is not None and len(chosen) < most:
            chosen.append((document, quote))
    if not chosen:
        return
    n = say(draft.language, "group.count", n=len(by_document))
    draft.heading(f"group.{group}", n=n)
    for document, quote in chosen:
        if not draft.fresh(document, quote):
            continue
        rank = ranks.setdefault(document.doc_id, len(ranks) + 1)
        name = named(document.title, document.office, document.county)
        if scope.score(quote).fit < ENOUGH:
            name = say(draft.language, "experience.whole", name=name)
        draft.line(f"{rank}. {name}:", document, [quote], rank)


def typical(scope: Scope, document: Document, group: Group, least: float) -> list[Quotable]:
    """The sentences that tell most of a kind, best first, none of less worth than `least`.

    They have the words of their kind; where none has, any of a section that is surely its own will do.
    """
    told = [q for q in choose.telling(scope.kit, document, OWN[group], strict=True) if q.worth >= least]
    if told:
        return told
    any_told = choose.telling(scope.kit, document, OWN[group])
    return [q for q in any_told if q.worth >= least and q.section.confidence >= choose.SURE]


def of_documents(
    scope: Scope, documents: Sequence[Document], groups: Sequence[Group], numbers: Sequence[int] = ()
) -> Answer:
    """What these documents say of some kinds of experience, or, where no kind is given, on the question.

    They have been shown and numbered: each keeps its number, and one that says nothing is left out.

    Args:
        numbers: The numbers they have on the screen; 1, 2, … where none are given.
    """
    ranks = numbers or range(1, len(documents) + 1)
    draft = Draft(scope.kit.index, scope.language)
    draft.heading("experience.shown")
    most = 3 if len(documents) == 1 else 1
    for group in groups or (None,):
        keys = SECTIONS[group] if group else ()
        rows = [(rank, d, _of(scope, draft, d, keys, most, group)) for rank, d in zip(ranks, documents, strict=True)]
        rows = [row for row in rows if row[2]]
        if group and rows:
            draft.heading(f"group.{group}", n=say(draft.language, "group.count", n=len(rows)))
        for rank, document, quotes in rows:
            name = named(document.title, document.office, document.county)
            draft.line(f"{rank}. {name}:", document, quotes, rank)
    if not draft.citations:
        empty = Draft(scope.kit.index, scope.language)
        empty.heading("experience.none")
        return empty.finish(scope, "experience", "none")
    return draft.finish(scope, "experience", "answer", matching=len({c.doc_id for c in draft.citations}))


def _of(
    scope: Scope, draft: Draft, document: Document, keys: Sequence[str], most: int, group: Group | None
) -> list[Quotable]:
    scored = [s.quote for s in scope.scored(document.doc_id, keys) if s.fit >= ENOUGH and s.quote.worth >= 0.5]
    if group:
        scored += typical(scope, document, group, 0.5)
    chosen: list[Quotable] = []
    for quote in scored:
        new = not any(quote.overlaps(c) or quote.like(c) >= SAME for c in chosen)
        if new and len(chosen) < most and draft.fresh(document, quote, 6):
            chosen.append(quote)
    return chosen
