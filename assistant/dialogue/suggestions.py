"""What could be asked next, from what is really there: every count is of documents that would be found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.answer.intent import kinds
from assistant.dialogue import conditions
from assistant.dialogue.state import State
from assistant.dialogue.views import Engine, Seen
from assistant.messages import Language, say

MOST = 5
_FACETS = ("target_group", "method")


def suggest(engine: Engine, seen: Seen, language: Language) -> tuple[str, ...]:
    """The next questions, at most five."""
    state, answer = seen.state, seen.answer
    if answer is None:
        return ()
    if not answer.answered:
        found = [say(language, "suggest.unfilter")] if state.filters and state.view == "topic" else []
        return (*found, *([say(language, "suggest.undo")] if state.history else []))
    if state.view == "document":
        return _of_document(state, language)
    found = list(narrowing(engine, state, seen.matching, language)) if state.view == "topic" else []
    if seen.more and state.view == "topic":
        found.append(say(language, "suggest.more"))
    if state.listed:
        found.append(say(language, "suggest.tell", n=1))
    if len(state.listed) > 1 and state.view != "compare":
        found.append(say(language, "suggest.compare"))
    if "challenges" not in (*state.groups, *kinds(state.topic)):
        found.append(say(language, "suggest.hard"))
    return tuple(found[:MOST])


def _of_document(state: State, language: Language) -> tuple[str, ...]:
    found = [say(language, "suggest.hard"), say(language, "suggest.worked")]
    if state.focus in state.listed:
        found.append(say(language, "suggest.similar", n=state.listed.index(state.focus) + 1))
    else:
        found.append(say(language, "suggest.similar", n=state.focus))
    return tuple(found)


def narrowing(engine: Engine, state: State, matching: Sequence[str], language: Language) -> list[str]:
    """Conditions that would leave some, not all, of the documents that match, with how many."""
    ids = frozenset(matching)
    if len(ids) < 3:
        return []
    found: list[str] = []
    documents = [engine.document(i) for i in matching]
    if not any(f.name in conditions.WHERE for f in state.filters):
        counties = Counter(d.county for d in documents if d.county)
        for county, _ in sorted(counties.items(), key=lambda c: (-c[1], c[0]))[:1]:
            n = len(ids & engine.reader.makes.place("county", county).found)
            if 1 < n < len(ids):
                found.append(say(language, "suggest.place", shown=county, n=n))
    asked = {f.value for f in state.filters} | set(engine.reader.read(state.topic or "tiltak").concepts)
    for facet in _FACETS:
        counts = Counter(c for d in documents for c in d.facets.get(facet, ()) if c not in asked)
        for concept, _ in sorted(counts.items(), key=lambda c: (abs(c[1] - len(ids) / 2), c[0]))[:4]:
            label = engine.kit.label(concept, language)
            # What is suggested must be read as it is meant, with the same count.
            made = [f for f in conditions.find(engine, label, language).filters if f.name == facet]
            n = len(ids & made[0].found) if len(made) == 1 and made[0].value == concept else 0
            if 1 < n < len(ids):
                found.append(say(language, "suggest.only", shown=label, n=n))
                break
    return found
