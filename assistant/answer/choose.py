"""Choosing sentences: on a question, or telling of a document when nothing is asked but «how did it go»."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from assistant.answer import quality
from assistant.answer.scope import Kit, Scope
from assistant.answer.sentences import Quotable
from assistant.model import Document, Section
from assistant.text import sentences

SHORT = 40  # characters: «12 er i jobb» says nothing without the line before
OUTCOME = ("achieved", "results", "lessons")
_NUMBER = re.compile(
    r"\d|\b(?:to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|halvparten|prosent|flertallet)\b", re.I
)
_CAME = re.compile(
    r"\b(?:fått|fekk|fikk|kommet|kome|kom|gått|gikk|økt|auka|økte|bedre|betre|færre|fleire|flere|redusert"
    r"|lykkes|lukkast"
    r"|oppnådd|resultat\w*|arbeid|jobb|ordinær\w*|avsluttet|gjennomført|ført til|bidratt|bidrege|styrket|større)\b",
    re.I,
)
SURE = 0.75  # confidence in a section's boundaries from which all its sentences are its own


def _cue(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})", re.IGNORECASE)


_HARD = _cue(
    r"utfordr|vanske|krev|mangl|begrens|avgrens|for (?:lite|få|liten|mye|mange|lang)|ikk?j?e |problem|hind"
    r"|barriere|motstand"
    r"|uklar|ustabil|lav |lite |lita |liten |ventetid|kapasitet|risiko|sårbar|fråfall|frafall|slutte|sluttet"
    r"|sjuk|syk|korona"
    r"|pandemi|tidkrev|tek tid|tar tid|tok tid|usikker|dårlig|språkvansk|språkbarr|terskel|lot v[æe]re|uteble"
    r"|falt fra|falle?r? fra|fall fr[aå]"
    r"|manglende|difficult|lack|challeng"
)
_HELPED = _cue(
    r"tett|god|viktig|tillit|relasjon|samarbeid|samhandl|avgjør|suksess|bedre|betre|tid|fleksib|tilgjengel"
    r"|forank|motiv|engasj"
    r"|kompetanse|kontakt|lav|individ|tilpass|oppfølg|rask|felles|tverr|styrk|økt|auka|medvirk|medverk|ressurs"
    r"|trygg|helhet|erfar"
)
_WHO = _cue(
    r"målgrupp|år\b|unge|ungdom|person|famili|foreld|barn|bruk|innvandr|flykt|kvinn|menn|mottak|deltak|innbygg"
    r"|vaksne|voksne"
    r"|søk|ansatt|leietak|elev|bebo|young|people"
)
_HOW_KNOWN = _cue(
    r"tall|statist|spørre|skjema|intervju|evaluer|tilbakemeld|samtal|regist|mål|telling|rapport|logg|kartleg"
    r"|undersøk|oversikt"
    r"|vurder|erfar|følg|dialog|møte|system|data|fidelity|score|skår|notat"
)
_ON = _cue(
    r"vidare|videre|fast|drift|midl|søk|stilling|20\d\d|prosjekt|implement|fortset|fortsat|varig|avslutt|budsjett"
)
_CAME_OF = re.compile(
    r"\d|\b(?:fått|fekk|fikk|kommet|kome|gått|gikk|økt|auka|økte|bedre|betre|færre|fleire|flere|redusert"
    r"|lykkes|lukkast|oppnådd"
    r"|resultat\w*|effekt\w*|ført til|bidratt|bidrege|styrket|styrka|større|mindre|utviklet|utvikla|etablert"
    r"|avsluttet|achieved)\b",
    re.I,
)
CUES: Mapping[str, re.Pattern[str]] = {
    "challenges": _HARD, "success_factors": _HELPED, "target_group": _WHO, "evaluated_how": _HOW_KNOWN,
    "continued_yes": _ON, "continued_no": _ON, "achieved": _CAME_OF, "results": _CAME_OF,
}  # fmt: skip


def telling(kit: Kit, document: Document, keys: Collection[str], strict: bool = False) -> list[Quotable]:
    """The sentences of these sections that tell most on their own, best first.

    What tells: it stands alone, comes early, has the words of what its section is asked for, and names ideas
    that the catalogue ascribes to the document.

    Args:
        strict: Only sentences with such words: a list of challenges may hold other things as well.
    """
    concepts = {concept for values in document.facets.values() for concept in values}
    found: list[tuple[float, str, int, Quotable]] = []
    for quote in kit.sentences.of(document, keys):
        section = quote.section
        cued = section.key not in CUES or bool(CUES[section.key].search(quote.text))
        if strict and not cued:
            continue
        early = 1.0 - 0.35 * quote.start / max(len(section.text), 1)
        full = min(len(quote.terms), 14) / 14
        ideas = min(len(quote.concepts & concepts), 3) / 3
        # Where the print does not show for sure which answer a line belongs to, the words must.
        doubt = 1.0 if section.confidence >= SURE else 0.75
        score = quote.worth * early * (0.45 + 0.35 * full + 0.2 * ideas) * (1.0 if cued else 0.55 * doubt) * doubt
        found.append((-score, section.key, quote.start, quote))
    return [quote for *_, quote in sorted(found, key=lambda f: f[:3])]


def outcomes(scope: Scope, document: Document) -> list[Quotable]:
    """Sentences that tell what came of a tiltak, best first; figures and changes tell most."""
    found: list[tuple[float, int, Quotable]] = []
    for quote in scope.kit.sentences.of(document, OUTCOME):
        text = quote.text
        tells = 0.35 + 0.35 * bool(_NUMBER.search(text)) + 0.3 * bool(_CAME.search(text))
        full = 0.5 + 0.5 * min(len(quote.terms), 10) / 10
        value = quote.worth * tells * full * (0.6 + 0.4 * scope.score(quote).fit)
        if quote.worth >= 0.6 and tells > 0.5 and len(quote.text) >= SHORT:
            found.append((-value, quote.start, quote))
    return [quote for *_, quote in sorted(found, key=lambda f: f[:2])]


def fallback(document: Document, keys: Collection[str]) -> Quotable | None:
    """The first legible sentence of these sections, however little it says («Nei», «Fast stilling»), or None."""
    for section in document.sections:
        if section.key in keys:
            for start, end in sentences.spans(section.text):
                text = section.text[start:end]
                usable = not quality.damaged(text, section.uncertain, document.title) and not quality.cut(text)
                if usable and _legible(text) and not quality.elsewhere(text):
                    return Quotable(section, start, end, 0.1, frozenset(), frozenset(), frozenset())
    return None


def _legible(text: str) -> bool:
    return len(text) <= 2 * quality.LONG and sum(c.isalpha() for c in text) >= 3 and not text.endswith(("-", ","))


def present(document: Document, keys: Collection[str]) -> Iterator[Section]:
    """The document's sections among these."""
    return (section for section in document.sections if section.key in keys)
