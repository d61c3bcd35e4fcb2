"""The answer to «how», «why» and «what works»: what several tiltak say, by kind of experience."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from assistant.answer import choose, cues, particulars
from assistant.answer.draft import SAME, Draft
from assistant.answer.intent import Group, Intent
from assistant.answer.kinds import OWN, SECTIONS, surely
from assistant.answer.lists import kind_name
from assistant.answer.relevance import Supported, relevant, supported
from assistant.answer.render import led, named
from assistant.answer.scope import SILENT, Scope, Scored
from assistant.answer.sentences import Quotable
from assistant.answer.types import Answer, Grade
from assistant.messages import say
from assistant.model import Document

ORDER: tuple[Group, ...] = ("tried", "success", "results", "challenges")
FIRST, OTHERS = 4, 2  # quotes of the kind asked for, and of each other kind
SHARED = (3, 3)  # the same where it is asked what worked, or why
ENOUGH = 0.4  # least share of the question that a sentence must cover to be an utterance on it
FLOOR, NEAR_BEST = 0.2, 0.6  # the same where even the best sentence covers little: at least, and as a share of the best
NEARLY_ALL = 0.85  # the same, as a share of the best, of a sentence together with what its tiltak is called and is for
MUCH = 0.7  # the same, of a document that is not surely about the matter
LEGIBLE = 0.5  # least worth of a quote that shows a kind of experience
BRIEF = 0.3  # the same where the words of the form lead to it
BRIEFLY: tuple[Group, ...] = ("cooperation", "continued")  # kinds of which «Namsfogden, skolen» may say all
LOOKED = 40  # documents that are not surely about the matter, whose sentences are looked at
SURELY = 15  # documents that are, at the most
NAMED = 0.5  # share of a sentence's worth that naming the matter makes up, where its kind can be graded
GRADED: tuple[Group, ...] = ("results", "success", "challenges")  # of others what they name is nearly all
UNGRADED = 0.8
ALIKE = 0.75  # share of what the best cause covers that another must cover
BESIDE: Mapping[Group, tuple[Group, ...]] = {
    "challenges": ("success",), "success": ("results", "challenges"), "results": ("success", "challenges"),
    "measured": ("results",), "cooperation": ("success", "challenges"), "continued": (),
    "tried": ("results", "challenges"),
}  # fmt: skip


def compose(scope: Scope, intent: Intent, grade: Grade) -> Answer | None:
    """What tiltak say on the matter, grouped; None where no sentence says anything."""
    if not scope.weights.total:
        return _of_filtered(scope, intent, grade)
    sure = {s.hit.doc_id: s for s in relevant(scope)[:SURELY]}
    near = [s for s in supported(scope)[:LOOKED] if s.hit.doc_id not in sure]
    found = [*sure.values(), *near]
    said: dict[str, list[tuple[Supported, Scored]]] = {}
    groups = wished(intent)
    if intent.order and (causes := _causes(scope, intent, list(sure.values()))):
        said["causes"], groups = causes, intent.groups or ("challenges",)
    said |= {group: utterances(scope, group, found, set(sure), alone=grade == "partly") for group in groups}
    if intent.groups:
        for group in groups[len(intent.groups) :]:  # what stands beside must surely be of its kind
            said[group] = [(one, scored) for one, scored in said[group] if surely(group, scored.quote)]
    elif "causes" not in said:
        groups = tuple(sorted(groups, key=lambda group: -(said[group][0][1].score if said[group] else 0.0)))
    if not any(said.values()):
        return None
    draft = Draft(scope.kit.index, scope.language)
    order = ("causes", *groups) if "causes" in said else groups
    counted = dict.fromkeys(one.hit.doc_id for name in order for one, _ in said[name])
    documents = [scope.document(doc_id) for doc_id in counted]
    if grade != "partly" and sum(map(bool, said.values())) > 1:
        draft.heading("experience.head", n=len(documents), kind=kind_name(documents, draft.language))
    ranks: dict[str, int] = {}
    for place, name in enumerate(order):
        # What worked is shown by what came of it as well, and why by what was hard.
        shared = order[0] in ("success", "causes") and place < len(SHARED)
        _group(draft, scope, name, said[name], SHARED[place] if shared else FIRST if place == 0 else OTHERS, ranks)
    if grade == "partly":
        draft.partly(scope)
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
        told = [(value, quote) for value, quote in choose.of_kind(scope.kit, document, group) if quote.worth >= least]
        said += [(one, Scored(quote, value, 1.0)) for value, quote in told[:1]]
    return sorted(said, key=lambda s: (-s[1].score, s[0].hit.rank))


def wished(intent: Intent) -> tuple[Group, ...]:
    """The kinds of experience to show: those asked for, then what stands beside them; all where none is named."""
    if not intent.groups:
        return intent.order or ORDER
    return tuple(dict.fromkeys((*intent.groups, *(other for group in intent.groups for other in BESIDE[group]))))


def utterances(
    scope: Scope, group: Group, found: Sequence[Supported], sure: Collection[str], *, alone: bool
) -> list[tuple[Supported, Scored]]:
    """The sentences of a kind on the question, the strongest first: what they tell counts most, then what they name.

    Where a tiltak is surely about the matter, its title and its groups need not be named once more: a sentence
    counts as on the question with them. A document that is not must say much of it in the sentence itself.

    Args:
        alone: Every sentence must name the matter itself: what only a part of is found is shown where it is told.
    """
    told: list[tuple[Supported, float, Scored, float]] = []
    for one in found:
        document = scope.document(one.hit.doc_id)
        if one.hit.doc_id not in sure:
            scored_ones = scope.scored(document.doc_id, SECTIONS[group])
            told += [(one, choose.tells(group, s.quote), s, 0.0) for s in scored_ones if s.quote.worth >= LEGIBLE]
            continue
        stems, parts, concepts = choose.about(scope.kit, document)
        for value, quote in choose.of_kind(scope.kit, document, group):
            if quote.worth >= LEGIBLE:
                whole = 0.0
                if group in (*GRADED, *BRIEFLY) and quote.section.key in OWN[group] and not alone:
                    whole = scope.weights.fit(stems | quote.terms, parts | quote.parts, concepts | quote.concepts)
                told.append((one, value, scope.score(quote), whole))
    # No sentence covers much of a long question: what comes near the best one will do.
    best = max((scored.fit for one, _, scored, _ in told if one.hit.doc_id in sure), default=0.0)
    enough = max(FLOOR, min(ENOUGH, NEAR_BEST * best))
    all_of_it = NEARLY_ALL * max((whole for *_, whole in told), default=0.0)
    strongest = max((one.strength for one, *_ in told), default=1.0)
    said = []
    for one, value, scored, whole in told:
        least = enough if one.hit.doc_id in sure else MUCH
        if value and (scored.fit >= least or whole >= max(all_of_it, ENOUGH)):
            fit = max(scored.fit, NAMED * whole)
            named_share = NAMED if group in GRADED else UNGRADED
            value *= (1 - named_share + named_share * fit) * (one.strength / strongest) ** 2
            said.append((one, Scored(scored.quote, value, fit)))
    return sorted(said, key=lambda s: (-s[1].score, s[0].hit.rank, s[1].quote.start))


def _causes(scope: Scope, intent: Intent, found: Sequence[Supported]) -> list[tuple[Supported, Scored]]:
    """The sentences on the question that tell why, wherever they stand, the strongest first."""
    said = []
    strongest = max((one.strength for one in found), default=1.0)
    for one in found:
        document = scope.document(one.hit.doc_id)
        for quote in scope.kit.sentences.of(document):
            scored = scope.score(quote)
            if quote.section.key in SILENT or quote.worth < LEGIBLE or scored.fit < ENOUGH:
                continue
            if not cues.CAUSE.search(quote.text):
                quote = choose.explained(scope.kit, document, quote)
            against = "challenges" in intent.groups and not cues.HARD.search(quote.text)
            if cues.CAUSE.search(quote.text) and not against:
                hard = 1.0 if cues.HARDEST.search(quote.text) else NAMED
                value = scored.fit * quote.worth * hard * one.strength / strongest
                said.append((one, Scored(quote, value, scored.fit)))
    least = ALIKE * max((scored.fit for _, scored in said), default=0.0)
    near = [(one, scored) for one, scored in said if scored.fit >= least]
    return sorted(near, key=lambda s: (-s[1].score, s[0].hit.rank, s[1].quote.start))


def _group(
    draft: Draft, scope: Scope, group: str, said: Sequence[tuple[Supported, Scored]], most: int, ranks: dict[str, int]
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
    kinds = kind_name([scope.document(doc_id) for doc_id in by_document], draft.language)
    n = say(draft.language, "group.count", n=len(by_document), kind=kinds)
    draft.heading(f"group.{group}", n=n)
    for document, quote in chosen:
        if not draft.fresh(document, quote):
            continue
        rank = ranks.setdefault(document.doc_id, len(ranks) + 1)
        name = named(document.title, document.office, document.county)
        draft.line(f"{rank}. {led(name, quote.section.key, draft.language)}:", document, [quote], rank)


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
    if len(groups) != 1:  # a single kind has its own heading
        draft.heading("experience.shown")
    most = 3 if len(documents) == 1 else 1
    for group in groups or (None,):
        rows = [(rank, d, _of(scope, draft, d, most, group)) for rank, d in zip(ranks, documents, strict=True)]
        rows = [row for row in rows if row[2]]
        if group and rows:
            kind = kind_name([document for _, document, _ in rows], draft.language)
            draft.heading(f"group.{group}", n=say(draft.language, "group.count", n=len(rows), kind=kind))
        for rank, document, quotes in rows:
            name = named(document.title, document.office, document.county)
            draft.line(f"{rank}. {led(name, quotes[0].section.key, draft.language)}:", document, quotes, rank)
    if not draft.citations:
        empty = Draft(scope.kit.index, scope.language)
        counts = not groups and particulars.asked(scope.reading.question) == "count"
        no_numbers = "experience.no_numbers.one" if len(documents) == 1 else "experience.no_numbers"
        empty.heading(no_numbers if counts else "experience.none")
        return empty.finish(scope, "experience", "none")
    return draft.finish(scope, "experience", "answer", matching=len({c.doc_id for c in draft.citations}))


def _of(scope: Scope, draft: Draft, document: Document, most: int, group: Group | None) -> list[Quotable]:
    kind = None if group else particulars.asked(scope.reading.question)
    if kind:
        scored = particulars.told(scope.kit, document, kind, scope.reading.question)
    elif group:
        told = [(v * (NAMED + scope.score(q).fit), q) for v, q in choose.of_kind(scope.kit, document, group)]
        scored = [quote for _, quote in sorted(told, key=lambda t: -t[0]) if quote.worth >= LEGIBLE]
    else:
        scored = [s.quote for s in scope.scored(document.doc_id) if s.fit >= ENOUGH and s.quote.worth >= LEGIBLE]
    if not scored and group in BRIEFLY and (brief := choose.fallback(scope.kit, document, OWN[group])):
        scored = [brief]
    chosen: list[Quotable] = []
    for quote in scored:
        new = not any(quote.overlaps(c) or quote.like(c) >= SAME for c in chosen)
        if new and len(chosen) < most and draft.fresh(document, quote, 6):
            chosen.append(quote)
    return chosen
