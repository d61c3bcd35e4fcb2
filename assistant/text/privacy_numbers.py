"""National identity numbers, birth dates, account numbers, telephone numbers and e-mail addresses in running text.

Every function returns half-open (start, end) ranges into the text, ascending, not overlapping.
"""

from __future__ import annotations

import re
import unicodedata

Span = tuple[int, int]

# Weights of the two control digits, regulations on the population register (FOR-2017-07-14-1201)
# § 2-2 and skatteetaten.github.io/folkeregisteret-api-dokumentasjon: a weighted sum modulo 11.
_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Added to the month: 40 H-numbers and NAV's test persons, 65 newer test persons, 80 the tax
# administration's test persons.
_MONTH_SHIFTS = (0, 40, 65, 80)

_ID = re.compile(r"(?<![\d/])\d{2}[. ]?\d{2}[. ]?\d{2}[ .\u00a0-]?\d{3}[ ]?\d{2}(?![\d/])", re.ASCII)
# Eleven digits in any groups, and each by itself.
_SPREAD = re.compile(r"(?<![\d/])\d(?:[ .\u00a0-]?\d){10}(?![\d/])", re.ASCII)
_SINGLE = re.compile(r"(?<![\d/])\d(?:[\s.-]{1,3}\d){10}(?![\d/])")
_ID_MARK = re.compile(
    r"(?:fødselsn(?:umme)?r|f[øo]dsels- og personnummer|personn(?:umme)?r"
    r"|fnr|d-n(?:umme)?r)\W{0,3}(?:er\s)?$",
    re.IGNORECASE,
)
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_BIRTH = re.compile(
    r"\b(?:f[øo@ga]d[td]|fødselsda(?:to|g)|f\.?\s?dato|f\.)(?:\s(?:den|dato))?\s?[:.]?\s{0,2}"
    r"(?P<date>\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d\d)(?!\d)|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d(?:\d\d)?(?!\d)"
    r"|\d{1,2}\.?\s?(?:jan|feb|mars|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-z]*\.?\s(?:19|20)?\d\d(?!\d))",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"(?<![\d.])\d{4}\.\d\d\.\d{5}(?!\.?\d)")
_ACCOUNT_MARKED = re.compile(
    r"\bkonto(?:n(?:umme)?r)?(?:et)?\.?(?:\s(?:er|nr\.?))?\s?[:=]?\s{0,2}"
    r"(?P<number>\d{4}[ .\u00a0]?\d\d[ .\u00a0]?\d{5})(?!\d)",
    re.IGNORECASE,
)


def control_digits(nine: str) -> str | None:
    """The two control digits of the first nine digits; None where a number with them is not given out."""
    digits = [int(c) for c in nine]
    first = -sum(w * d for w, d in zip(_FIRST, digits, strict=True)) % 11
    if first == 10:
        return None
    second = -sum(w * d for w, d in zip(_SECOND, [*digits, first], strict=True)) % 11
    return None if second == 10 else f"{first}{second}"


def is_national_id(digits: str) -> bool:
    """Whether 11 digits are a birth number, D-number (day + 40), H-number (month + 40) or a test number."""
    if len(digits) != 11 or not _dated(digits):
        return False
    return control_digits(digits[:9]) == digits[9:]


def _dated(digits: str) -> bool:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day -= 40 if day > 40 else 0
    for shift in _MONTH_SHIFTS:
        if 1 <= month - shift <= 12:
            last = _DAYS[month - shift - 1]
            # The century is not known here, so every 00 counts as a leap year.
            return 1 <= day <= (28 if month - shift == 2 and year % 4 else last)
    return False


def ascii_digits(text: str) -> str:
    """The text with the digits of every script (full-width ones, for instance) as 0 to 9; its length stays."""
    return _OTHER_DIGIT.sub(lambda m: str(unicodedata.decimal(m.group())), text)


def national_ids(text: str) -> list[Span]:
    """Valid identity numbers, and eleven digits in their shape that the text itself calls one."""
    found = [m.span() for m in _SPREAD.finditer(text) if is_national_id(_digits(m))]
    found += [m.span() for m in _SINGLE.finditer(text) if is_national_id(_digits(m))]
    found += [m.span() for m in _ID.finditer(text) if _ID_MARK.search(text[max(m.start() - 40, 0) : m.start()])]
    return disjoint(found)


def eleven_digits(text: str) -> list[Span]:
    """Eleven digits in the shape of an identity number: a mistyped one is still somebody's."""
    found = [m.span() for m in _ID.finditer(text)] + national_ids(text)
    return disjoint(found + [m.span() for m in _SINGLE.finditer(text) if _dated(_digits(m))])


def _digits(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match.group())


def birth_dates(text: str) -> list[Span]:
    """Dates that are said to be somebody's birth: «født 02.03.1996», «f. 2. mars 1996»."""
    return [m.span("date") for m in _BIRTH.finditer(text)]


def accounts(text: str) -> list[Span]:
    """Bank accounts: in their own spelling (1234.56.78903), and eleven digits behind the word."""
    found = [m.span() for m in _ACCOUNT.finditer(text)] + [m.span("number") for m in _ACCOUNT_MARKED.finditer(text)]
    return disjoint(found)


_TLD = r"(?:no|com|org|net|eu|dk|info|edu|gov|io|nu|fi|uk|de|pl|NO|COM)"
_KNOWN = r"(?:nav|gmail|hotmail|outlook|online|yahoo|live|icloud|msn|[\w-]+[. ]kommune)"
_LOCAL = r"[\w+%-]+(?:\.[\w+%-]+)*"
_DOTTED = r"[\w+%-]+(?:[._][\w+%-]+)+"
_AT = r"(?:@|\s?\((?:at|a|krøllalfa)\)\s?|\s?[\[{]at[\]}]\s?|©)"
# Addresses are searched for this many characters around an @: the whole pattern is slow.
_REACH = 120
_SIGN = re.compile(r"[@©]|[(\[{](?:at|a|krøllalfa)[)\]}]")
_EMAIL = re.compile(
    # a proper domain, blanks around the @ and before a stop allowed
    rf"(?<![\w.@/]){_LOCAL}(?:\s?@\s?|{_AT})[\w-]+(?:\s?\.[\w-]+)*\s?\.{_TLD}\b"
    rf"|(?<![\w.@/]){_LOCAL}@[\w-]+(?:\.[\w-]+)*\.se\b"
    # a known domain whose stop before the country, or the country itself, was lost
    rf"|(?<![\w.@/])(?:{_LOCAL}{_AT}|{_DOTTED}\s?@\s?){_KNOWN}(?:[ .,]{{1,2}}n[o0]\b|no\b|\b)"
    # a name with stops is an address even where the domain is damaged: «ola.dunk@firma»
    rf"|(?<![\w.@/]){_DOTTED}\s@\s?[\w-]+\.\w+"
    rf"|(?<![\w.@/])[a-zæøå]+(?:[._-][a-zæøå]+)+@[a-zæøå-]{{3,}}(?:\.[a-zæøå]+)*"
)


def emails(text: str) -> list[Span]:
    """E-mail addresses, also with blanks or «(at)» for the @ or a lost stop; no @handles.

    A lone @ inside a word is a damaged ø and no address.
    """
    found = []
    for at in _SIGN.finditer(text):
        window = (max(at.start() - _REACH, 0), at.end() + _REACH)
        found += [m.span() for m in _EMAIL.finditer(text, *window) if m.start() < at.start() < m.end()]
    return disjoint(found)


_CHAIN = re.compile(r"(?<![\w.,/§:=-])(?:(?:\+|00) ?47[ -]?)?\d{2,8}(?:[ \u00a0.]\d{2,5}){0,24}(?![\w/=§]|[.,:-]\d)")
_MARKED = re.compile(
    r"(?:\b(?:tlf|tel|telefon|telefonnummer|mob|mobil|mobilnummer|ring|sms)\b[.:]{0,2}\s{0,2}(?:nr\.?\s?)?(?:på\s)?"
    r"|(?<!\w)(?:\+|00)\s?47[ -]?)(?P<digits>[2-9][\dOIl](?:[ .-]?[\dOIl]{2}){3}"
    r"|[2-9][\dOIl]{2}[ .-]?[\dOIl]{2}[ .-]?[\dOIl]{3}|[2-9]\d{3} ?\d{4})(?!\w)",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:\bkr\.?|\bkroner|\bnok|\bis[bs]n(?:-1[03])?|\bsaks?(?:n(?:umme)?r)?\.?|\borg\.?\s?n(?:umme)?r\.?"
    r"|\bkontonr\.?"
    r"|\bref\.?|\bid|\bbeløp(?:et)?|§+|\bdoi|handle"
    r"|\bdato|\bmva\.?|\bbudsjett(?:et)?(?: på)?)\s?[:=]?\s{0,2}$",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(r"\s{0,2}(?:kr\b|kroner|nok\b|,-|mill|%|prosent|euro|personer\b|stk)", re.IGNORECASE)
_LINK = re.compile(r"(?:https?:|www\.|hdl\.|doi\.)\S*$", re.IGNORECASE)
# A link says nothing of whose number it carries: eight digits in one are hidden, but for a publication's handle.
_IN_LINK = re.compile(r"(?:https?://|www\.)(?!\S*(?:hdl|doi|handle))\S+", re.IGNORECASE)
_EIGHT = re.compile(r"(?<!\d)[2-9]\d{7}(?!\d)")


def phones(text: str) -> list[Span]:
    """Norwegian telephone numbers: eight digits from 2 to 9, single, in pairs or as 3-2-3, +47 or 0047.

    Amounts, years, case and book numbers, handles and rows of table figures are left alone.
    """
    if sum(c.isdigit() for c in text) < 7:
        return []
    found = [m.span() if m.group()[0] in "+0" else m.span("digits") for m in _MARKED.finditer(text)]
    for link in _IN_LINK.finditer(text):
        found += [m.span() for m in _EIGHT.finditer(text, *link.span())]
    for m in _CHAIN.finditer(text):
        before = text[max(m.start() - 40, 0) : m.start()]
        if _NOT_BEFORE.search(before) or _LINK.search(before) or _NOT_AFTER.match(text, m.end()):
            continue
        found += _in_chain(text, *m.span())
    return disjoint(found)


def _in_chain(text: str, start: int, end: int) -> list[Span]:
    """The telephone numbers in a run of digit groups."""
    groups = [g.span() for g in re.finditer(r"\d+", text[start:end])]
    groups = [(start + a, start + b) for a, b in groups]
    begin = start
    if text[start] in "+0":
        head = text[groups[0][0] : groups[0][1]]
        if head in ("47", "0047"):
            groups = groups[1:]
        elif len(head) > 8:
            groups[0] = (groups[0][0] + len(head) - 8, groups[0][1])
    shape = [b - a for a, b in groups]
    found: list[Span] = []
    i = 0
    # More pairs than numbers of four can hold are the figures of a table.
    if len(shape) > 5 and set(shape) == {2} and len(shape) % 4:
        return []
    while i < len(groups):
        size = next((n for n, s in ((4, [2] * 4), (3, [3, 2, 3]), (1, [8])) if shape[i : i + n] == s), 0)
        if len(shape) - i == 5 and set(shape[i:]) == {2}:
            size = 0
        number = "".join(text[a:b] for a, b in groups[i : i + size])
        if size and _plausible(number, size):
            found.append((begin if i == 0 else groups[i][0], groups[i + size - 1][1]))
            i += size
        else:
            i += 1
    return found


def _plausible(number: str, groups: int) -> bool:
    if number[0] in "01" or number.endswith("0000"):
        return False
    if groups == 4 and all(c == "0" for c in number[1::2]):
        return False
    if groups == 1:  # 20220131 or 31012022 is a date, 20042008 a pair of years
        date = re.fullmatch(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d|[0-3]\d(?:0[1-9]|1[0-2])(?:19|20)\d\d", number)
        return date is None and re.fullmatch(r"(?:(?:19|20)\d\d){2}", number) is None
    return True


def disjoint(spans: list[Span]) -> list[Span]:
    """The spans ascending, with overlapping ones joined."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
