"""The answer to «how», «why» and «what works»: what several tiltak say, by kind of experience."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from assistant.answer import choose, cues, particulars
from assistant.answer.draft import SAME, Draft
from assistant.answer.intent import Group, Intent
from assistant.answer.lists import kind_name
from assistant.answer.relevance import Supported, relevant, supported
from assistant.answer.render import led, named
from assistant.answer.scope import Scope, Scored
from assistant.answer.sentences import Quotable
from assistant.answer.types import Answer, Grade
from assistant.messages import say
from assistant.model import Document

SECTIONS: Mapping[Group, tuple[str, ...]] = {
    "tried": ("description", "develops", "user_contact", "method", "administration", "text", "background", "other"),
    "results": ("achieved", "results", "abstract", "lessons"),
    "challenges": ("challenges", "lessons", "other", "administration", "user_contact", "method", "text"),
    "success": ("success_factors", "lessons", "other", "administration", "user_contact", "method", "text"),
    "measured": ("evaluated_how", "method", "abstract", "text"),
    "cooperation": ("cooperation", "administration"),
    "continued": ("continued_yes", "continued_no"),
}
# The sections that hold nothing but this kind.
OWN: Mapping[Group, tuple[str, ...]] = {
    "tried": ("description",), "results": ("achieved", "results"), "challenges": ("challenges",),
    "success": ("success_factors",), "measured": ("evaluated_how",), "cooperation": ("cooperation",),
    "continued": ("continued_yes", "continued_no"),
}  # fmt: skip
MIXED = frozenset({"other", "text", "lessons", "background", "abstract", "administration", "user_contact", "method"})
MIXED_AS: Mapping[Group, str] = {
    "tried": "challenges", "challenges": "challenges", "results": "achieved", "success": "success_factors",
    "measured": "evaluated_how", "cooperation": "success_factors", "continued": "continued_yes",
}  # fmt: skip
ORDER: tuple[Group, ...] = ("tried", "success", "results", "challenges")
FIRST, OTHERS = 4, 2  # quotes of the kind asked for, and of each other kind
ENOUGH = 0.4  # least share of the question that a sentence must cover to be an utterance on it
FLOOR, NEAR_BEST = 0.2, 0.6  # the same where even the best sentence covers little: at least, and as a share of the best
CENTRAL = 0.8  # from here on the catalogue or the title says that a tiltak is about the matter
MUCH = 0.7  # the same, of a document that is not surely about the matter
SEVERAL = 4  # sentences that show whether a document has much to say
LEGIBLE = 0.5  # least worth of a quote that shows a kind of experience
BRIEF = 0.3  # the same where the words of the form lead to it
BRIEFLY: tuple[Group, ...] = ("cooperation", "continued")  # kinds of which «Namsfogden, skolen» may say all
LOOKED = 10  # documents whose sentences are looked at
BESIDE: Mapping[Group, tuple[Group, ...]] = {
    "challenges": ("success",), "success": ("challenges", "results"), "results": ("success", "challenges"),
    "measured": ("results",), "cooperation": ("success", "challenges"), "continued": (),
    "tried": ("results", "challenges"),
}  # fmt: skip


def compose(scope: Scope, intent: Intent, grade: Grade) -> Answer | None:
    """What tiltak say on the matter, grouped; None where no sentence says anything."""
    if not scope.weights.total:
        return _of_filtered(scope, intent, grade)
    sure = {s.hit.doc_id: s for s in relevant(scope)[: scope.k + 3]}
    near = [s for s in supported(scope)[:LOOKED] if s.hit.doc_id not in sure]
    groups = wished(intent)
    said = {group: utterances(scope, group, [*sure.values(), *near], set(sure)) for group in groups}
    if not (intent.groups or intent.order):
        groups = tuple(sorted(groups, key=lambda group: -_strongest(scope, said[group])))
    if not scope.evidence.not_covered:
        # A tiltak that is surely about the matter need not name it once more where it tells what was hard or helped.
        for group in groups if intent.groups else [g for g in groups if g != "tried"]:
            have = {one.hit.doc_id for one, _ in said[group]}
            said[group] += beside(scope, group, [s for s in sure.values() if s.complete], have)
    if not any(said.values()):
        return None
    draft = Draft(scope.kit.index, scope.language)
    counted = dict.fromkeys(one.hit.doc_id for group in groups for one, _ in said[group])
    documents = [scope.document(doc_id) for doc_id in counted]
    if grade == "partly":
        draft.partly(scope.evidence.not_covered)
    else:
        draft.heading("experience.head", n=len(documents), kind=kind_name(documents, draft.language))
    ranks: dict[str, int] = {}
    for place, group in enumerate(groups):
        _group(draft, scope, group, said[group], FIRST if place == 0 else OTHERS, ranks)
    return draft.finish(scope, "experience", grade, matching=len(documents))


def _of_filtered(scope: Scope, intent: Intent, grade: Grade) -> Answer | None:
    """What the tiltak that meet the filters say of some kinds of experience: nothing else is asked for."""
    found = relevant(scope)
    said = {group: _telling(scope, group, found) for group in wished(intent)}
    if not any(said.values()):
        return None
    draft = Draft(scope.kit.index, scope.language)
    documents = [scope.document(one.hit.doc_id) for one in found]
    key = "experience.filtered" if scope.reading.filters else "experience.all"
    draft.heading(key, n=len(documents), kind=kind_name(documents, draft.language))
    ranks: dict[str, int] = {}
    for place, (group, sentences) in enumerate(said.items()):
        most = max(FIRST, scope.k) if len(said) == 1 else FIRST if place == 0 else OTHERS
        _group(draft, scope, group, sentences, most, ranks)
    return draft.finish(scope, "experience", grade, matching=len(documents))


def _telling(scope: Scope, group: Group, found: Sequence[Supported]) -> list[tuple[Supported, Scored]]:
    """The sentence of each document that tells most of a kind, the most telling first."""
    said = []
    least = BRIEF if group == "continued" else LEGIBLE
    for one in found:
        document = scope.document(one.hit.doc_id)
        told = [(value, quote) for value, quote in _best(scope, document, group, OWN[group]) if quote.worth >= least]
        said += [(one, Scored(quote, value, 1.0)) for value, quote in told[:1]]
    return sorted(said, key=lambda s: (-s[1].score, s[0].hit.rank))


def wished(intent: Intent) -> tuple[Group, ...]:
    """The kinds of experience to show: those asked for, then what stands beside them; all where none is named."""
    if not intent.groups:
        return intent.order or ORDER
    return tuple(dict.fromkeys((*intent.groups, *(other for group in intent.groups for other in BESIDE[group]))))


def _strongest(scope: Scope, said: Sequence[tuple[Supported, Scored]]) -> float:
    """The worth of the best utterance of a kind: it is what the answer opens with where no kind was asked for."""
    return said[0][1].score * said[0][0].strength * substance(scope, said[0][0].hit.doc_id) if said else 0.0


def utterances(
    scope: Scope, group: Group, found: Sequence[Supported], sure: Collection[str]
) -> list[tuple[Supported, Scored]]:
    """The sentences on the question in the sections of a kind, the strongest first.

    A document that is not surely about the matter must say much more of it in the sentence itself.
    """
    keys = SECTIONS[group]
    # No sentence covers much of a long question: what comes near the best one will do.
    best = max((s.fit for doc_id in sure for s in scope.scored(doc_id, keys)), default=0.0)
    enough = max(FLOOR, min(ENOUGH, NEAR_BEST * best))
    said: list[tuple[Supported, Scored]] = []
    for one in found:
        least = enough if one.hit.doc_id in sure else MUCH
        for scored in scope.scored(one.hit.doc_id, keys):
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


def _of_kind(group: Group, quote: Quotable, neutral: bool = False) -> bool:
    """Whether a sentence is of the kind its section is asked for: people write other things there as well.

    Sections that hold all kinds (those of evaluations) are sorted by their words alone.

    Args:
        neutral: A challenge told without a word of hardship will do where nothing speaks of help.
    """
    key = quote.section.key
    if key in MIXED:
        if group != "challenges" and cues.LAW.search(quote.text):
            return False
        if group == "results" and (cues.AIM.search(quote.text) or cues.NO_OUTCOME.search(quote.text)):
            return False
        hard = bool(cues.HARD.search(quote.text))
        if group == "challenges":
            return bool(cues.HARDEST.search(quote.text)) and not cues.GAINED.search(quote.text)
        cued = group == "tried" or bool(cues.CUES[MIXED_AS[group]].search(quote.text))
        return cued and not (hard and group in ("tried", "success"))
    if key not in cues.CUES or group not in ("challenges", "results", "success", "measured"):
        return True
    if group == "challenges":
        told = neutral and quote.section.confidence >= choose.SURE and not cues.HELPED.search(quote.text)
        return not cues.GAINED.search(quote.text) and (told or bool(cues.HARD.search(quote.text)))
    loose = group == "success" and quote.section.confidence >= choose.SURE
    return loose or bool(cues.CUES[key].search(quote.text))


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
    room = scope.k - len(ranks)  # documents that may be cited besides those that are
    for doc_id, sentences in by_document.items():
        document = scope.document(doc_id)
        quote = next((s.quote for s in sentences if draft.fresh(document, s.quote)), None)
        if quote is not None and len(chosen) < most and (doc_id in ranks or room):
            room -= doc_id not in ranks
            chosen.append((document, quote))
    if not chosen:
        return
    kind = kind_name([scope.document(doc_id) for doc_id in by_document], draft.language)
    n = say(draft.language, "group.count", n=len(by_document), kind=kind)
    draft.heading(f"group.{group}", n=n)
    for document, quote in chosen:
        if not draft.fresh(document, quote):
            continue
        rank = ranks.setdefault(document.doc_id, len(ranks) + 1)
        name = named(document.title, document.office, document.county)
        if scope.score(quote).fit < ENOUGH:
            name = say(draft.language, "experience.whole", name=name)
        draft.line(f"{rank}. {led(name, quote.section.key, draft.language)}:", document, [quote], rank)


def typical(scope: Scope, document: Document, group: Group, least: float) -> list[Quotable]:
    """The sentences that tell most of a kind, best first, none of less worth than `least`.

    They have the words of their kind; where none has, any of a section that is surely its own will do. A document
    without sections of the kind (an evaluation) is asked in those that hold all kinds.
    """
    keys = OWN[group] if any(choose.present(document, OWN[group])) else SECTIONS[group]
    told = [q for _, q in _best(scope, document, group, keys) if q.worth >= least]
    if told or group == "challenges":  # what has no word of a hindrance may be its very contrary
        return told
    any_told = choose.telling(scope.kit, document, OWN[group])
    return [q for q in any_told if q.worth >= least and q.section.confidence >= choose.SURE]


def _best(scope: Scope, document: Document, group: Group, keys: Sequence[str]) -> list[tuple[float, Quotable]]:
    told = choose.told(scope.kit, document, keys, strict=group not in ("continued", "challenges"))
    return [(value, quote) for value, quote in told if _of_kind(group, quote, neutral=True)]


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
            kind = kind_name([document for _, document, _ in rows], draft.language)
            draft.heading(f"group.{group}", n=say(draft.language, "group.count", n=len(rows), kind=kind))
        for rank, document, quotes in rows:
            name = named(document.title, document.office, document.county)
            draft.line(f"{rank}. {led(name, quotes[0].section.key, draft.language)}:", document, quotes, rank)
    if not draft.citations:
        empty = Draft(scope.kit.index, scope.language)
        empty.heading("experience.none")
        return empty.finish(scope, "experience", "none")
    return draft.finish(scope, "experience", "answer", matching=len({c.doc_id for c in draft.citations}))


def _of(
    scope: Scope, draft: Draft, document: Document, keys: Sequence[str], most: int, group: Group | None
) -> list[Quotable]:
    kind = None if group else particulars.asked(scope.reading.question)
    if kind:
        scored = particulars.told(scope.kit, document, kind)
    else:
        scored = [s.quote for s in scope.scored(document.doc_id, keys) if s.fit >= ENOUGH and s.quote.worth >= 0.5]
    if group:
        scored += typical(scope, document, group, 0.5)
    if not scored and group in BRIEFLY and (brief := choose.fallback(scope.kit, document, OWN[group])):
        scored = [brief]
    chosen: list[Quotable] = []
    for quote in scored:
        new = not any(quote.overlaps(c) or quote.like(c) >= SAME for c in chosen)
        if new and len(chosen) < most and draft.fresh(document, quote, 6):
            chosen.append(quote)
    return chosen
