"""Names of contact persons, derived from their e-mail addresses, and where a text mentions them.

An address such as first.middle.last@office tells the name without Norwegian letters and perhaps
with a recogniser's damage, so names are compared on the folded forms of `privacy_tokens`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.text.frequencies import zipf
from assistant.text.given_names import AMBIGUOUS, GIVEN
from assistant.text.privacy_tokens import Word, linked, loose, opens_sentence, stems, strict

Span = tuple[int, int]

# Local parts of this kind belong to an office and name nobody.
_OFFICE_WORDS = """
nav post postmottak kontakt info kommune tiltak prosjekt firmapost resepsjon admin noreply
"""
_OFFICES = frozenset(_OFFICE_WORDS.split())
# Zipf frequencies (log10 per billion words). A surname above the first is taken for an everyday word
# or a place wherever it stands alone, above the second only where a sentence begins.
_COMMON, _COMMON_AT_START = 3.6, 2.9
_PATRONYMIC = re.compile(r"\w{2,}(?:s?sen|sson)$")

_STRICT_GIVEN = frozenset(strict(n) for n in GIVEN)
_STRICT_AMBIGUOUS = frozenset(strict(n) for n in AMBIGUOUS)


@lru_cache(maxsize=1 << 14)
def frequency(form: str) -> float:
    """How common a word is in Norwegian, upper and lower case alike: Zipf scale, 0 = never seen."""
    return zipf(form, "nb")


def patronymic(form: str) -> bool:
    """Whether a word is built like Hansen or Svensson."""
    return _PATRONYMIC.fullmatch(form.lower()) is not None


def common(form: str, opening: bool) -> bool:
    """Whether a surname standing alone, perhaps with a capital because a sentence opens, may be an everyday word."""
    return frequency(form) >= (_COMMON_AT_START if opening else _COMMON) and not patronymic(form)


@dataclass(frozen=True, slots=True)
class Contact:
    """The parts of a person's name, in strict folding: `given` and `surnames` are single words."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """All words of the name."""
        return self.given + self.surnames


def contact(address: str) -> Contact | None:
    """The name in an address; None where it names an office or only one word is given."""
    local = re.sub(r"\s+", "", address.split("@")[0]).lower()
    parts = [re.sub(r"\d+$", "", p) for p in re.split(r"[._]", local)]
    parts = [p for p in parts if len(p.replace("-", "")) > 1]
    if len(parts) < 2 or parts[0] in _OFFICES:
        return None
    folded = [[strict(w) for w in p.split("-") if len(w) > 1] for p in parts]
    middle = [w for part in folded[1:-1] for w in part]
    given = tuple(folded[0] + [w for w in middle if w in _STRICT_GIVEN])
    surnames = tuple([w for w in middle if w not in _STRICT_GIVEN] + folded[-1])
    return Contact(given, surnames) if given and surnames else None


def contacts(addresses: Iterable[str]) -> tuple[Contact, ...]:
    """The different persons behind the addresses."""
    return tuple(sorted({c for a in addresses if (c := contact(a))}, key=lambda c: c.parts))


class ContactIndex:
    """Finds the persons of a list of addresses in a text.

    Args:
        addresses: E-mail addresses as printed; damage is expected.
        places: Loosely folded words of offices, municipalities and the like: where a surname is
            also one of them, it is masked only beside a sign of a person.
    """

    def __init__(self, addresses: Iterable[str], places: frozenset[str] = frozenset()) -> None:
        self._places = places
        self._contacts = contacts(addresses)
        self._by_part: dict[str, set[int]] = defaultdict(set)
        for number, person in enumerate(self._contacts):
            for part in person.parts:
                self._by_part[loose(part)].add(number)
        self._surnames = {s for c in self._contacts for s in c.surnames}

    def full_names(self, text: str, tokens: Sequence[Word]) -> list[Span]:
        """Two or more words of one contact's name side by side, in any order and damage."""
        who = [self._persons(t.form) for t in tokens] if self._contacts else []
        found: list[Span] = []
        for i, persons in enumerate(who):
            if not persons:
                continue
            for j in (i + 1, i + 2, i + 3):
                if j >= len(tokens) or not self._joined(text, tokens, i, j):
                    break
                if any(self._agree(n, tokens[i], tokens[j]) for n in persons & who[j]):
                    found.append((tokens[i].start, _name_end(tokens[j], self._parts(persons & who[j]))))
        return found

    def surnames(self, text: str, tokens: Sequence[Word], personal: Callable[[int], bool]) -> list[Span]:
        """Contacts' surnames standing alone; `personal`: whether word i is beside a sign of a person."""
        found = []
        for i, token in enumerate(tokens):
            if token.form[0].islower() or not token.capitalised or not (stem := self._surname(token.form)):
                continue
            doubtful = loose(stem) in self._places or common(stem, opens_sentence(text, token))
            if not doubtful or personal(i):
                found.append((token.start, token.start + len(stem)))
        return found

    def given_names(self, text: str, tokens: Sequence[Word], own: Iterable[str]) -> list[Span]:
        """First names of the document's own contacts standing alone, where they read as a name."""
        names = {c.given[0] for c in contacts(own)}
        found = []
        for token in tokens if names else ():
            for stem in stems(token.form):
                folded = strict(stem)
                if not token.capitalised or folded not in names or loose(folded) in self._places:
                    continue
                if folded not in _STRICT_AMBIGUOUS or not opens_sentence(text, token):
                    found.append((token.start, token.start + len(stem)))
                    break
        return found

    def _persons(self, form: str) -> frozenset[int]:
        return frozenset(n for stem in stems(form) for n in self._by_part.get(loose(stem), ()))

    def _parts(self, numbers: Iterable[int]) -> frozenset[str]:
        return frozenset(loose(p) for n in numbers for p in self._contacts[n].parts)

    def _surname(self, form: str) -> str:
        return next((s for s in stems(form) if strict(s) in self._surnames), "")

    def _joined(self, text: str, tokens: Sequence[Word], i: int, j: int) -> bool:
        """Words between the two ends may only be further names or initials."""
        if not all(t.capitalised or t.initial for t in tokens[i + 1 : j]):
            return False
        left, right = tokens[j - 1], tokens[j]
        return linked(text, left, right) or text[left.end : right.start] in (", ", ".", "_", ",\n")

    def _agree(self, number: int, left: Word, right: Word) -> bool:
        person = self._contacts[number]
        a = {p for p in person.parts for s in stems(left.form) if loose(p) == loose(s)}
        b = {p for p in person.parts for s in stems(right.form) if loose(p) == loose(s)}
        if len(a | b) < 2:
            return False
        if left.capitalised or right.capitalised or left.form.isupper():
            return True
        # Without any capital the letters must agree and the first name must not be an everyday word.
        forms = {strict(s) for t in (left, right) for s in stems(t.form)}
        return bool(forms & set(person.given) - _STRICT_AMBIGUOUS) and bool(forms & set(person.surnames))


def _name_end(token: Word, parts: frozenset[str]) -> int:
    """The end of the name inside its last word: a genitive -s is left outside."""
    for stem in stems(token.form):
        if loose(stem) in parts:
            return token.start + len(stem)
    return token.end
