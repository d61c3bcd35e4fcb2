"""Putting an answer together: the form that the question wishes, where the evidence carries it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer import experience, fact, lists, meaning, notfound, profile, similar
from assistant.answer.intent import Intent
from assistant.answer.scope import LACKING, Scope
from assistant.answer.types import Answer, Grade, Statement
from assistant.model import Document
from assistant.question.filters import Filter


def compose(
    scope: Scope,
    wish: Intent,
    count: Callable[[Sequence[Filter]], int],
    subject: Document | None = None,
    before: Sequence[str] = (),
) -> Answer:
    """The answer to a question.

    Args:
        count: How many documents cover the question under other filters.
        subject: The document that the question asks to be told about, if it names one.
        before: Documents that have been shown: the next ones are listed.
    """
    if subject is not None:
        return profile.compose(scope, subject)
    told = meaning.line(scope.kit, wish.term, scope.language) if wish.term else ""
    if not told:
        return _found(scope, wish, scope.evidence.grade if scope.hits else "none", count, before)
    # What a term means is no matter for evidence: that a document names it is enough. No report explains it.
    if not scope.hits or all(float(met.max()) < LACKING for met in scope.met):
        return meaning.explained(scope, wish.term) or notfound.compose(scope, count)
    made = lists.compose(scope, "answer", before)
    return replace(made, statements=(Statement(told), *made.statements))


def _found(
    scope: Scope, wish: Intent, grade: Grade, count: Callable[[Sequence[Filter]], int], before: Sequence[str]
) -> Answer:
    """What the documents say, so far as the evidence carries it."""
    if wish.groups and scope.hits and not scope.weights.total:
        grade = "answer"  # «hva var vanskelig?» of every tiltak that meets the filters
    if grade == "none" and wish.wish != "similar":
        return notfound.compose(scope, count)
    if before and scope.hits:
        return lists.compose(scope, grade, before)
    made: Answer | None = None
    if wish.wish == "similar" and scope.hits:
        made = similar.compose(scope, "partly" if grade == "partly" else "answer")
    elif wish.wish == "experience":
        made = experience.compose(scope, wish, grade)
    elif wish.wish == "fact":
        made = fact.compose(scope, wish, grade)
    if made is None and wish.wish == "fact" and wish.expects == "number" and scope.hits:
        made = experience.compose(scope, Intent("experience", wish.topic, ("results",)), grade)
    if made is None and scope.hits:
        # Nothing of the kind wished for can be quoted: the tiltak that are about it are still worth reading.
        made = lists.compose(scope, grade if grade != "none" else "partly", contact=wish.contact)
    return made if made is not None and made.citations else notfound.compose(scope, count)
