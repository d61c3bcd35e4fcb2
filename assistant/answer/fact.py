"""The answer to «who», «when», «how many» and «what is»: the sentences that answer, first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.answer import choose, cues, experience
from assistant.answer.draft import Draft
from assistant.answer.intent import Expects, Intent
from assistant.answer.relevance import relevant
from assistant.answer.render import named
from assistant.answer.scope import Scope, Scored
from assistant.answer.sentences import Quotable
from assistant.answer.types import Answer, Grade, Statement
from assistant.messages import say
from assistant.model import Document

MOST = 4
LEAST_SHARE = 0.6  # a sentence that covers less than this share of what the best one covers is no answer beside it
LEGIBLE = 0.5  # least worth of a sentence that counts
COUNTING = 15  # documents that are looked through for numbers
MUST: tuple[Expects, ...] = ("who", "when", "number")  # without a name, a date or a figure there is no answer
# Where answers of a kind stand: figures for what came of it, not for what a method consists of.
_PLACES: Mapping[tuple[Expects, str], float] = {
    **{("number", key): 1.6 for key in ("achieved", "results", "lessons")},
    **{("who", key): 1.6 for key in ("funding", "publication")},
}
# What a sentence must hold to be of the kind asked for.
_HOLDS: Mapping[Expects, re.Pattern[str]] = {
    "who": re.compile(r"\b(?:NAV|departement\w*|direktorat\w*|statsforvalter\w*|fylkesmann\w*|kommune\w*|Husbanken|KS"
                      r"|universitet\w*|høgskole\w*|institutt\w*|oppdrag\w*|finansier\w*|[A-ZÆØÅ]{3,}|forfatter\w*"
                      r"|samarbeid\w*|ansatt\w*)\b"),
    "when": re.compile(r"\b(?:19|20)\d\d\b|\b(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober"
                       r"|november|desember|høsten|våren|sommeren|årsskiftet)\b", re.I),
    "number": re.compile(r"\d|\b(?:to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|prosent|halvparten"
                         r"|ingen)\b", re.I),
    "definition": re.compile(r"\b(?:er|var|viste|viser|innebærer|betyr|handler om|går ut på|består av|vil si"
                             r"|kalles|defineres"
                             r"|skal|formål\w*|mål\w*|inneber)\b", re.I),
    "": re.compile(""),
}  # fmt: skip


def compose(scope: Scope, intent: Intent, grade: Grade) -> Answer | None:
    """The sentences that come closest to an answer; None where none does."""
    found: list[tuple[float, int, Document, Scored]] = []
    for one in relevant(scope)[: max(scope.k, 3)]:
        document = scope.document(one.hit.doc_id)
        for scored in scope.scored(one.hit.doc_id)[:8]:
            if scored.fit < 0.3 or scored.quote.worth < 0.5:
                continue
            holds = bool(_HOLDS[intent.expects].search(scored.quote.text))
            if not holds and intent.expects in MUST:
                continue
            place = _PLACES.get((intent.expects, scored.quote.section.key), 1.0)
            value = scored.score * one.strength**2 * place * (1.0 if holds else 0.6)
            found.append((value, one.hit.rank, document, scored))
    if intent.expects == "who":
        found += _behind(scope)
    share = LEAST_SHARE
    if intent.expects == "number" and cues.CAME.search(scope.reading.question):
        found, share = _counted(scope), 0.0  # each counts its own
        if not found:
            return _uncounted(scope, intent, grade)
    found.sort(key=lambda f: (-f[0], f[1], f[3].quote.start))
    if not found:
        return None
    draft = Draft(scope.kit.index, scope.language)
    if grade != "partly":
        draft.heading("fact.head")
    best = found[0][0]
    trial = Draft(scope.kit.index, scope.language)  # a document's quotes stand together, the best document first
    chosen: dict[str, list[Quotable]] = {}
    for value, _, document, scored in found:
        room = document.doc_id in chosen or len(chosen) < scope.k
        full = len(trial.citations) == MOST
        if full or not room or value < share * best or not trial.fresh(document, scored.quote):
            continue
        trial.cite(document, scored.quote)
        chosen.setdefault(document.doc_id, []).append(scored.quote)
    for rank, (doc_id, quotes) in enumerate(chosen.items(), 1):
        document = scope.document(doc_id)
        draft.line(f"{rank}. {named(document.title, document.office, document.county)}:", document, quotes, rank)
    if grade == "partly":
        draft.partly(scope)
    return draft.finish(scope, "fact", grade, matching=len(chosen))


def _counted(scope: Scope) -> list[tuple[float, int, Document, Scored]]:
    """How many came where, by the tiltak on the matter: they count their participants without naming it once more."""
    found = []
    for one in relevant(scope)[:COUNTING]:
        told = choose.of_kind(scope.kit, scope.document(one.hit.doc_id), "results", choose.COUNTS)
        counts = [(v, q) for v, q in told if q.worth >= LEGIBLE and cues.counted(q.text, scope.reading.question)]
        scored = [(value * (1 + scope.score(quote).fit), scope.score(quote)) for value, quote in counts]
        best = sorted(scored, key=lambda s: (-s[0], s[1].quote.start))[:1]
        document = scope.document(one.hit.doc_id)
        found += [(one.strength**2 * value, one.hit.rank, document, quote) for value, quote in best]
    return found


def _uncounted(scope: Scope, intent: Intent, grade: Grade) -> Answer | None:
    """What came of the tiltak, where none tells how many."""
    made = experience.compose(scope, Intent("experience", intent.topic, ("results",)), grade)
    if made is None:
        return None
    told = Statement(say(scope.language, "fact.no_numbers"), heading=True)
    headed = made.statements[1].heading  # by a line of the answer and one of its first part: the first is this one
    return replace(made, statements=(told, *made.statements[headed:]))


def _behind(scope: Scope) -> list[tuple[float, int, Document, Scored]]:
    """What the documents most on the matter say of who commissioned, paid and wrote: they say it once, by no name."""
    found = []
    for one in relevant(scope)[:2]:
        document = scope.document(one.hit.doc_id)
        for quote in scope.kit.sentences.of(document, ("funding", "publication")):
            if _PAID.search(quote.text):
                found.append((one.strength**2 * 1.5, one.hit.rank, document, scope.score(quote)))
    return found


_PAID = re.compile(
    r"\b(?:oppdrag\w*|finansier\w*|bevilg\w*|tildel\w*|støtte fra|midler fra|produsent"
    r"|forfatter|utgitt)\b",
    re.I,
)
