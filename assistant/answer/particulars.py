"""Small questions on a tiltak that has been shown: who paid for it, what it cost, how long it went on.

The reports have no heading for these: what is told stands in a sentence anywhere, in words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from assistant.answer import choose, cues
from assistant.answer.scope import SILENT, Kit
from assistant.answer.sentences import Quotable
from assistant.model import Document

LEGIBLE = 0.3  # least worth of a quote: a date is short and tells all the same
Kind = Literal["funding", "cost", "time", "count"]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


_OWN = r"(?s:\A(?=.*(?:prosjekt|tiltaket|finansier|tilskudd|tilskot|bevilg)).*?)"  # it tells of the tiltak itself
_MONTH = r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|våren|høsten|hausten)"
# What is asked, and what a sentence must hold to tell of it.
_KINDS: Mapping[Kind, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "funding": (
        _words(r"finansier\w*|beta(?:lte|ler|lt|lar|la)(?: for)?|bevilg\w*|løyv\w*|fund(?:ed|s|ing)|paid(?: for)?|pays"
               r"|financ\w*|(?:hvem|kven|who) (?:ga|gav|gave) (?:\w+ )?(?:penge\w*|pengar|midle\w*|tilskudd\w*|money)"),
        _words(r"(?:sam|del|prosjekt|full)?finansier\w*|bevilg\w*|løyvd|løyving\w*|statsforvaltar\w*|statsforvalter\w*"
               r"|fylkesmann\w*|prosjektmid\w*|tilskuddsmid\w*|midler fra|midlar frå|tilskudd fra|tilskot frå"
               r"|(?:søk\w*|fått|fikk|mott\w*|tildelt\w*) (?:\w+ ){0,3}(?:midler|midlar|tilskudd|tilskot)"
               r"|på oppdrag (?:fra|av)|oppdragsgiver|funded by"),
    ),
    "cost": (
        _words(r"kost(?:et|er|ar|a|nad\w*)|budsjett\w*|costs?"
               r"|(?:hvor mye|kor mykje|how much) (?:penger|pengar|midler|midlar|money)"),
        _words(rf"{_OWN}(?:kostet|kosta|\d[\d .,]* ?(?:kroner|kr|mill|millioner|millionar)|kr\.? ?\d[\d .]*)"),
    ),
    "time": (
        _words(r"(?:hvor|kor) (?:lenge|lang tid)|how long"
               r"|når (?:starte[tr]|starta[r]?|begyn(?:te|ner)|byrja[r]?|slutte[tr]|slutta[r]?"
               r"|(?:ble|blei|vart|er|var) (?:det|tiltaket|prosjektet) (?:startet|starta|avslutt\w*|ferdig|slutt))"
               r"|when (?:did|was|were) (?:it|they) (?:start|begin|end|stop|over|finish)\w*"),
        _words(rf"{_OWN}(?s:(?=.*(?:start|avslutt|periode|varte|varer|vara|slutten))).*?"
               rf"(?:(?:fra|frå|siden|sidan|ut|til|i|{_MONTH}) (?:{_MONTH} )?20[0-3]\d|20[0-3]\d ?[-–] ?20[0-3]\d"
               r"|(?:to|tre|fire|fem|\d+) (?:års|måneders|månaders) \w+|(?:to|tre|fire|fem|\d)-?årig\w*)"),
    ),
    "count": (
        _words(r"(?:hvor|kor) mange(?: \w+){0,2}? (?:kom|kome|fikk|fekk|gikk|gjekk|er|ble|blei|vart|begynte|har)"
               r"(?: (?:kommet|fått|i|ut|over|tilbake|til|ny|fast))*"
               r"|how many(?: \w+)? (?:got|found|went|came)(?: (?:a|into|back|to))*"),
        cues.COUNTED,
    ),
}  # fmt: skip


def asked(question: str) -> Kind | None:
    """Which small question this is, or None."""
    return next((kind for kind, (asks, _) in _KINDS.items() if asks.search(question)), None)


def rest(question: str, kind: Kind) -> str:
    """What a small question holds besides itself: «det», or a matter of its own."""
    return _KINDS[kind][0].sub(" ", question)


def told(kit: Kit, document: Document, kind: Kind, question: str = "") -> list[Quotable]:
    """The sentences of a document that tell, the most legible first; before them what the form asks for."""
    if kind == "count":
        counts = choose.of_kind(kit, document, "results", choose.COUNTS)
        return [quote for _, quote in counts if cues.counted(quote.text, question)]
    tells = _KINDS[kind][1]
    sentences = (q for q in kit.sentences.of(document) if q.section.key not in SILENT and q.worth >= LEGIBLE)
    found = sorted((q for q in sentences if tells.search(q.text)), key=lambda q: -q.worth)
    started = document.section("start_date") if kind == "time" else None
    whole = [Quotable(started, 0, len(started.text), 1.0, *[frozenset[str]()] * 3)] if started else []
    return [*whole, *found]
