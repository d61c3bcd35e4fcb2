"""What a term means, by the vocabulary: the one thing an answer says that no document does, and it says so."""

from __future__ import annotations

from assistant.answer.draft import Draft
from assistant.answer.scope import Kit, Scope
from assistant.answer.types import Answer
from assistant.messages import Language, say
from assistant.vocabulary import Concept


def line(kit: Kit, term: str, language: Language) -> str:
    """The vocabulary's definition of a term, in a line; empty where it has none for all of its words."""
    found = _concept(kit, term)
    if found is None:
        return ""
    label = kit.label(found.id, language)
    stems = set(kit.index.analyzer.terms(f"{label} {found.label}", parts=False))
    whole = set(kit.index.analyzer.terms(term, parts=False)) <= stems
    text = found.definition
    if text[1:2].islower():
        text = text[:1].lower() + text[1:]
    if language == "en" and label != found.label:
        label = f"{label} / {found.label}"  # the definition is in Norwegian, and so are the quotes
    return say(language, "meaning.label" if whole else "meaning.under", term=term, label=label, definition=text)


def explained(scope: Scope, term: str) -> Answer | None:
    """An answer that is the line alone; None where there is none."""
    told = line(scope.kit, term, scope.language)
    if not told:
        return None
    draft = Draft(scope.kit.index, scope.language)
    draft.line(told)
    return draft.finish(scope, "fact", "answer")


def _concept(kit: Kit, term: str) -> Concept | None:
    """The concept that a term names with all its words, the surest."""
    stems = frozenset(kit.index.analyzer.terms(term, parts=False))
    named = [m for m in kit.reader.matcher.exact(term) if m.stems == stems]
    best = min(named, key=lambda m: (-m.certainty, m.concept), default=None)
    return kit.index.vocabulary.concept(best.concept) if best else None
