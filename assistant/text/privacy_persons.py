"""Names of persons known only from what stands around them and from a list of given names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.text import privacy_context as context
from assistant.text.given_names import AMBIGUOUS, FREQUENT_SURNAMES, GIVEN
from assistant.text.privacy_contacts import frequency, patronymic
from assistant.text.privacy_tokens import Word, linked, loose, opens_sentence, stems, strict

Span = tuple[int, int]

# Shorter folded forms would meet too many other words; Ola is worth it.
_LOOSE_GIVEN = {f for n in GIVEN if len(f := loose(n)) > 3} | {"ola"}
_EXACT_GIVEN = {n.lower() for n in GIVEN}
_STRICT_GIVEN = {strict(n) for n in GIVEN}
_AMBIGUOUS = {strict(n) for n in AMBIGUOUS}
_SURNAMES = {strict(n) for n in FREQUENT_SURNAMES}


def listed(form: str) -> bool:
    """Whether a word is a given name as it stands, or written without Norwegian letters or accents."""
    if form.lower() in _EXACT_GIVEN:
        return True
    # «Målene» are goals and not Malene, but Asmund is Åsmund and Renée Renee.
    return not set(form.lower()) & set("æøå") and strict(form) in _STRICT_GIVEN


def given(form: str) -> bool:
    """Whether a word is a given name, also where it was damaged in recognition."""
    if listed(form):
        return True
    damaged = any(c in "@&§0123456789Q" for c in form) or frequency(form) == 0
    return damaged and loose(form) in _LOOSE_GIVEN


def certain(form: str) -> bool:
    """Whether a word is a given name and nothing else."""
    return given(form) and strict(form) not in _AMBIGUOUS


def surname_like(form: str) -> bool:
    """Whether a word is no everyday word, so that it can be a surname beside a doubtful first name."""
    if strict(form) in _SURNAMES or patronymic(form):
        return True
    return form.lower() not in context.NO_NAMES and frequency(form) < 3.2


def runs(text: str, tokens: Sequence[Word]) -> list[Span]:
    """Half-open token ranges of capitalised words that can stand in one name together."""
    out: list[Span] = []
    i = 0
    while i < len(tokens):
        if tokens[i].form[0].islower() or not _nameable(tokens[i]):
            i += 1
            continue
        j = i + 1
        while j < len(tokens) and (linked(text, tokens[j - 1], tokens[j]) or _dashed(text, tokens, i, j)):
            if not (_nameable(tokens[j]) or tokens[j].initial):
                break
            j += 1
        out.append((i, j))
        i = j
    return out


def _dashed(text: str, tokens: Sequence[Word], i: int, j: int) -> bool:
    """Whether tokens[j] is the second half of a double surname printed with blanks around its hyphen."""
    gap = text[tokens[j - 1].end : tokens[j].start]
    return gap == " - " and j - i > 1 and not tokens[j].form[0].islower() and surname_like(tokens[j].form)


def _nameable(token: Word) -> bool:
    form = token.form
    if not token.capitalised or form.lower() in context.NO_NAMES:
        return False
    return not context.PLACE_ENDING.fullmatch(form) and not context.ROLE.fullmatch(form)


def full_names(text: str, tokens: Sequence[Word], groups: Sequence[Span]) -> list[Span]:
    """A known given name and what follows it like a surname; authors of publications excepted."""
    found = []
    for begin, end in groups:
        first = next((k for k in range(begin, end - 1) if given(tokens[k].form)), None)
        if first is None or (first and tokens[first - 1].form.lower() in context.TITLES):
            continue
        # A compound's first half («Integrerings- og …») has run into the name.
        while end - first > 2 and context.LINKING.search(tokens[end - 1].form):
            end -= 1
        rest = [t for t in tokens[first + 1 : end] if not t.initial]
        if not rest:
            continue
        doubtful = strict(tokens[first].form) in _AMBIGUOUS
        if doubtful and not (surname_like(rest[-1].form) or given(rest[0].form)):
            continue
        span = (tokens[first].start, _genitive_cut(tokens[min(end, first + 5) - 1]))
        if not excepted(text, *span):
            found.append(span)
    return found


def beside_signs(text: str, tokens: Sequence[Word], groups: Sequence[Span]) -> list[Span]:
    """Capitalised words that a role, «v/», a telephone number or a speaker's post shows to be a person."""
    found = []
    for begin, end in groups:
        first, last = tokens[begin], tokens[end - 1]
        before = context.BEFORE.search(text[max(first.start - 40, 0) : first.start])
        after = context.ROLE_AFTER.match(text, last.end) or context.PHONE_AFTER.match(text, last.end)
        if not before and not after:
            continue
        known = next((k for k in range(begin, end) if given(tokens[k].form)), None)
        if known is None:
            names = [t for t in tokens[begin:end] if not t.initial]
            odd = all(frequency(t.form) < 2.0 for t in names)
            strange = all(surname_like(t.form) for t in names)
            strong = after or (before and not before.group().lower().strip().startswith(context.WEAK))
            if not (len(names) > 1 and (odd if not strong else strange)):
                continue
            known = begin
        elif end - known == 1 and not certain(tokens[known].form) and not after:
            continue
        span = (tokens[known].start, _genitive_cut(last))
        if not excepted(text, *span):
            found.append(span)
    return found


def lone_given_names(text: str, tokens: Sequence[Word], groups: Sequence[Span]) -> list[Span]:
    """Given names standing alone as someone's name: in mid-sentence, or as a sentence's subject."""
    found = []
    for begin, end in groups:
        token = tokens[begin]
        stem = next((s for s in stems(token.form) if listed(s)), "")
        if end - begin != 1 or not stem or strict(stem) in _AMBIGUOUS:
            continue
        if begin and tokens[begin - 1].form.lower() in context.TITLES:
            continue
        hyphened = text[token.start - 1 : token.start] == "-" or text[token.end : token.end + 1] == "-"
        if hyphened or excepted(text, token.start, token.end):
            continue
        if not opens_sentence(text, token) or context.PERSON_AFTER.match(text, token.end):
            found.append((token.start, token.start + len(stem)))
    return found


def plain_names(text: str, tokens: Sequence[Word]) -> list[Span]:
    """First and last names typed without capitals; both must be names and nothing but names."""
    found = []
    for left, right in pairwise(tokens):
        if not linked(text, left, right) or not (left.form.islower() or left.form.isupper()):
            continue
        if listed(left.form) and strict(left.form) not in _AMBIGUOUS and strict(right.form) in _SURNAMES:
            found.append((left.start, right.end))
    return found


def beside_person(text: str, tokens: Sequence[Word], i: int) -> bool:
    """Whether tokens[i] stands directly beside a role, a telephone number or a given name."""
    token = tokens[i]
    if excepted(text, token.start, token.end):
        return False
    if i and linked(text, tokens[i - 1], token) and tokens[i - 1].capitalised and given(tokens[i - 1].form):
        return True
    before = context.BEFORE.search(text[max(token.start - 40, 0) : token.start])
    if before and not before.group().lower().startswith(context.WEAK):
        return True
    return bool(context.PHONE_AFTER.match(text, token.end) or context.ROLE_AFTER.match(text, token.end))


def excepted(text: str, start: int, end: int) -> bool:
    """Whether the name at text[start:end] is an author's in a citation, or a street's or house's."""
    if context.CITED_AFTER.match(text, end) or context.CITED_BEFORE.search(text[max(start - 90, 0) : start]):
        return True
    return context.PLACE_AFTER.match(text, end) is not None


def _genitive_cut(token: Word) -> int:
    form = token.form
    named = form[-1:] == "s" and len(form) > 3 and (patronymic(form[:-1]) or given(form[:-1]))
    return token.end - (1 if named and not given(form) else 0)
