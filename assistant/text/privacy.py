"""Personal data in a text: where it stands, and the text with it masked.

One detector serves the importer, raw printouts and questions, so what is hidden in one place is
hidden everywhere. Findings carry no text: they can be counted and logged without telling anything.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.text import privacy_numbers, privacy_persons
from assistant.text.privacy_contacts import ContactIndex
from assistant.text.privacy_named import Named
from assistant.text.privacy_tokens import Word, loose, words

Search = Callable[[str], list[tuple[int, int]]]
FindingKind = Literal["name", "phone", "email", "national_id", "birth_date", "account"]
MASKS: dict[FindingKind, str] = {
    "name": "[navn]",
    "phone": "[telefon]",
    "email": "[e-post]",
    "national_id": "[fødselsnummer]",
    "birth_date": "[fødselsdato]",
    "account": "[kontonummer]",
}
# What tells most is taken first, and nothing inside it counts again; names come last.
_IN_SOURCES: tuple[tuple[FindingKind, Search], ...] = (
    ("national_id", privacy_numbers.national_ids),
    ("birth_date", privacy_numbers.birth_dates),
    ("account", privacy_numbers.accounts),
    ("email", privacy_numbers.emails),
    ("phone", privacy_numbers.phones),
)
_IN_QUESTIONS: tuple[tuple[FindingKind, Search], ...] = (
    ("national_id", privacy_numbers.eleven_digits),
    ("email", privacy_numbers.emails),
    ("phone", privacy_numbers.phones),
)
_ROUNDS = 4
# Letters around a finding that are searched once more.
_NEAR = 200


@dataclass(frozen=True, slots=True)
class Finding:
    """Personal data at text[start:end] (half-open)."""

    kind: FindingKind
    start: int
    end: int


class Detector:
    """Finds personal data.

    Args:
        addresses: E-mail addresses of the source's contact persons, all documents together: their
            names are derived from them.
        keep: Names of offices, municipalities, organisations and projects that must stay.
    """

    def __init__(self, addresses: Iterable[str] = (), keep: Iterable[str] = ()) -> None:
        phrases = [words(phrase) for phrase in keep]
        self._keep: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            folded = tuple(loose(w.form) for w in phrase)
            if folded:
                self._keep.setdefault(folded[0], []).append(folded)
        self._places = _folded(phrases)
        self._contacts = ContactIndex(addresses, self._places)
        self._own: tuple[str, ...] = ()
        self._named = Named()

    def within(self, texts: Iterable[str], own: Iterable[str] = (), places: Iterable[str] = ()) -> Detector:
        """The detector of one document, which knows its persons by a part of their names as well.

        Args:
            texts: All texts of the document: whom one of them names in full is known in all of them.
            own: Addresses of its contacts: their first names count even alone.
            places: Names of its office and county.
        """
        inside = copy.copy(self)
        inside._own = tuple(own)
        names = {text[f.start : f.end] for text in texts for f in inside.find(text) if f.kind == "name"}
        inside._named = Named(names, self._places | _folded(map(words, places)))
        return inside

    def find(self, text: str) -> tuple[Finding, ...]:
        """All personal data in a text, ascending and not overlapping.

        Args:
            text: A section, a line or a question; recognition damage is expected.
        """
        return _settle(text, _IN_SOURCES, self._names)

    def mask_lines(self, lines: Sequence[str]) -> list[str]:
        """Lines that belong together, masked; a name or address broken over two lines is found too.

        Args:
            lines: Lines without line breaks.
        """
        text = "\n".join(lines)
        pieces: list[Finding] = []
        for f in self.find(text):
            start = f.start
            for part in text[f.start : f.end].split("\n"):
                if part.strip():
                    pieces.append(Finding(f.kind, start, start + len(part)))
                start += len(part) + 1
        return mask(text, pieces).split("\n") if lines else []

    def _names(self, text: str) -> list[tuple[int, int]]:
        tokens = words(text)
        spans = self._contacts.full_names(text, tokens)
        groups = privacy_persons.runs(text, tokens)
        guesses = privacy_persons.full_names(text, tokens, groups)
        guesses += privacy_persons.beside_signs(text, tokens, groups)
        guesses += privacy_persons.lone_given_names(text, tokens, groups)
        guesses += self._contacts.given_names(text, tokens, self._own)
        guesses += self._contacts.surnames(text, tokens, lambda i: privacy_persons.beside_person(text, tokens, i))
        guesses += self._named.alone(text, tokens, groups)
        kept = self._kept(tokens)
        # A guess that only adds a genitive -s to a known contact is no gain.
        known = {(a, b + extra) for a, b in spans for extra in (0, 1)}
        return spans + [g for g in guesses if g not in known and not any(a <= g[0] and g[1] <= b for a, b in kept)]

    def _kept(self, tokens: Sequence[Word]) -> list[tuple[int, int]]:
        if not self._keep:
            return []
        folded = [loose(t.form) for t in tokens]
        return [
            (tokens[i].start, tokens[i + len(phrase) - 1].end)
            for i, first in enumerate(folded)
            for phrase in self._keep.get(first, ())
            if tuple(folded[i : i + len(phrase)]) == phrase
        ]


def _folded(phrases: Iterable[Sequence[Word]]) -> frozenset[str]:
    """The capitalised words of phrases, loosely folded."""
    return frozenset(loose(w.form) for p in phrases for w in p if w.capitalised and len(w.form) > 2)


def mask(text: str, findings: Sequence[Finding]) -> str:
    """The text with every finding replaced by its mask; findings as `find` returns them."""
    parts, done = [], 0
    for finding in findings:
        parts += [text[done : finding.start], MASKS[finding.kind]]
        done = finding.end
    return "".join([*parts, text[done:]])


def find_in_question(text: str) -> tuple[Finding, ...]:
    """Identity numbers, addresses, telephone numbers and full names of persons in a question.

    First names alone, offices, places and project titles are no findings. Eleven digits are an identity number
    even where its check digits are wrong: nobody asks about any other number of that length.
    """

    def names(rest: str) -> list[tuple[int, int]]:
        tokens = words(rest)
        groups = privacy_persons.runs(rest, tokens)
        return privacy_persons.full_names(rest, tokens, groups) + privacy_persons.plain_names(rest, tokens)

    return _settle(text, _IN_QUESTIONS, names)


def anonymous(text: str) -> str:
    """A question without telephone numbers, addresses and names; identity numbers are left for the reader to refuse."""
    return mask(text, [f for f in find_in_question(text) if f.kind != "national_id"])


def unmasked(text: str) -> str:
    """The text without the masks of personal data: nobody asks for «e-post» because an address was taken away."""
    for shown in MASKS.values():
        text = text.replace(shown, " ")
    return " ".join(text.split())


def _settle(text: str, searches: Sequence[tuple[FindingKind, Search]], names: Search) -> tuple[Finding, ...]:
    """Finds until nothing new turns up: what is masked first can have hidden its neighbour."""
    findings: tuple[Finding, ...] = ()
    rest = privacy_numbers.ascii_digits(text)
    windows = [(0, len(text))]
    for _ in range(_ROUNDS):
        fresh: list[Finding] = []
        for begin, end in windows:
            fresh += [
                Finding(f.kind, begin + f.start, begin + f.end) for f in _search(rest[begin:end], searches, names)
            ]
        if not fresh:
            break
        for f in fresh:
            rest = rest[: f.start] + "\x00" * (f.end - f.start) + rest[f.end :]
        findings = tuple(sorted((*findings, *fresh), key=lambda f: f.start))
        # Only the lines around what was just found can read differently now.
        windows = privacy_numbers.disjoint(
            [
                (
                    rest.rfind("\n", 0, max(f.start - _NEAR, 0)) + 1,
                    rest.find("\n", f.end + _NEAR) % (len(rest) + 1),
                )
                for f in fresh
            ]
        )
    return findings


def _search(text: str, searches: Sequence[tuple[FindingKind, Search]], names: Search) -> list[Finding]:
    """One pass."""
    found: list[Finding] = []
    for kind, search in (*searches, ("name", names)):
        spans = privacy_numbers.disjoint(search(text))
        found += [Finding(kind, a, b) for a, b in spans if all(b <= f.start or f.end <= a for f in found)]
    return found
