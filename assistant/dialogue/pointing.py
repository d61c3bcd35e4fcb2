"""What a line points at: numbers of the list, counted from either end, and what is newer than what is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from assistant.dialogue import moves
from assistant.dialogue.state import State
from assistant.dialogue.talk import Talk, Turn


def newer(talk: Talk, state: State) -> tuple[State, Turn]:
    """«finnes det noe nyere?»: of which years the documents are. What is asked stays as it is."""
    years = Counter(d.year for d in talk.engine.index.documents if d.year)
    known = [talk.engine.document(i).year or 0 for i in ((state.focus,) if state.focus else state.listed)]
    newest = max(known, default=0)
    shown = ", ".join(f"{year} ({n})" for year, n in sorted(years.items()) if year > newest)
    if not newest or not years:
        return talk.cannot(state, nothing(state))
    return talk.cannot(state, "read.newer" if shown else "read.newest", year=newest, shown=shown)


def numbered(state: State, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Numbers of the list, those from its end and those that stand for all of it made plain."""
    n = len(state.listed)
    if numbers == (moves.EVERY,):
        return tuple(range(1, n + 1))
    return tuple(number + n + 1 if number < 0 and number + n >= 0 else abs(number) for number in numbers)


def missing(talk: Talk, state: State, numbers: Iterable[int]) -> tuple[State, Turn] | None:
    """The turn that says which number the list does not have; None where it has all."""
    for number in numbers:
        if not 1 <= number <= len(state.listed):
            have = talk.say("cannot.have", n=len(state.listed)) if state.listed else talk.say(nothing(state))
            return talk.cannot(state, "cannot.number", n=number, have=have)
    return None


def nothing(state: State) -> str:
    """Why there is nothing to point at."""
    return "cannot.shown" if state.begun else "cannot.none"
