"""Persons whom a document names in full somewhere: where it mentions them by a first name or a surname alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.text.given_names import AMBIGUOUS, FREQUENT_SURNAMES
from assistant.text.privacy_contacts import common, patronymic
from assistant.text.privacy_context import NO_NAMES
from assistant.text.privacy_persons import beside_person, excepted, listed
from assistant.text.privacy_tokens import Word, loose, opens_sentence, stems, strict, words

Span = tuple[int, int]

# Names that are everyday words or places as well: a capital tells them only where no sentence begins.
_DOUBTFUL = frozenset(strict(name) for name in AMBIGUOUS | FREQUENT_SURNAMES)
_PLACING = ("i", "nav", "bydel", "kommune")  # a name behind one of these is a place's


class Named:
    """Finds the persons of a document by the parts of their names.

    Args:
        names: What was found to be a name, as it stands.
        places: Loosely folded words of offices, municipalities and the like: where a part of a name is also one of
            them, it is masked only beside a sign of a person.
    """

    def __init__(self, names: Iterable[str] = (), places: frozenset[str] = frozenset()) -> None:
        self._places = places
        parts = (word for name in names for word in words(name) if len(word.form) > 1)
        self._parts = frozenset(strict(part.form) for part in parts if part.form.lower() not in NO_NAMES)

    def alone(self, text: str, tokens: Sequence[Word], groups: Sequence[Span]) -> list[Span]:
        """Capitalised words that are a part of one of the names, and no everyday word or place."""
        found: list[Span] = []
        ends = {i: tokens[end - 1].end for begin, end in groups for i in range(begin, end)}
        for i, token in enumerate(tokens if self._parts else ()):
            stem = next((s for s in stems(token.form) if strict(s) in self._parts), "") if token.capitalised else ""
            if not stem or token.form[0].islower() or (i and tokens[i - 1].form.lower() in _PLACING):
                continue
            end = token.start + len(stem)
            # «Solveigs vei» is a street, and so is «Torbjørn Dunks vei».
            if excepted(text, token.start, end) or excepted(text, token.start, ends.get(i, end)):
                continue
            if self._sure(stem, opens_sentence(text, token)) or beside_person(text, tokens, i):
                joined = bool(found) and text[found[-1][1] : token.start] == "-"  # a double surname is one name
                found.append((found.pop()[0] if joined else token.start, end))
        return found

    def _sure(self, stem: str, opening: bool) -> bool:
        doubtful = strict(stem) in _DOUBTFUL and not patronymic(stem)
        if loose(stem) in self._places:
            # «Kafé Solveig» is kept as a whole; «Endre» is a word that a title has.
            return listed(stem) and not doubtful and not opening
        if listed(stem) and not doubtful:
            return True
        return not opening if doubtful else not common(stem, opening)
