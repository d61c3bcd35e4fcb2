"""What kind of answer a question wants, read from its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Wish = Literal["list", "experience", "fact", "similar"]
Group = Literal["tried", "results", "challenges", "success", "measured", "cooperation", "continued"]
Expects = Literal["", "who", "when", "number", "definition"]
PLAN_WORDS = 15  # a declarative text of so many words is a plan, not a question


@dataclass(frozen=True, slots=True)
class Intent:
    """The form wished for.

    `groups` are the kinds of experience asked for, the first one first, and `order` the order of all where none
    is; `expects` is what a fact must hold;
    `topic` is the question without the words that only say which kind of answer is wanted.
    """

    wish: Wish
    topic: str
    groups: tuple[Group, ...] = ()
    expects: Expects = ""
    order: tuple[Group, ...] = ()


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


# Words that name a kind of experience. They are taken out of the topic: every report has challenges.
_GROUPS: tuple[tuple[Group, re.Pattern[str]], ...] = (
    ("challenges", _words(
        r"(?:hoved)?utfordring(?:er|ene|ar|ane)?|utfordrende|utfordrande|vanskelig(?:st|ste|e)?|vanskeleg(?:ast|e)?"
        r"|vanskelighet\w*|problem(?:er|ene|a|et)?|barriere\w*|hinder|hindringer|hindre(?:t|r)|fallgruve\w*"
        r"|gikk (?:galt|dårlig|ikke)|gjekk (?:gale|dårleg)|fungerte (?:dårlig|ikke)|fungerer ikke|virke(?:r|t) ikke"
        r"|verkar ikkje|advarsler|advarer|challenges?|difficult\w*|barriers?|obstacles?|pitfalls?")),
    ("success", _words(
        r"suksess(?:faktor\w*|kriteri\w*)?|lykkes|lykkast|lyktes|lukkast|hva virker(?: best)?|kva verkar"
        r"|virket(?: best)?"
        r"|virker(?: best| godt)?|verkar(?: best| godt)?|fungerer(?: best| godt| bra)?|fungerte(?: best| godt| bra)?"
        r"|hva hjelper|kva hjelper|hjalp|gode råd|anbefal\w*|what works|success\w*|works? (?:best|well)")),
    ("results", _words(
        r"resultat(?:er|ene|et|a|ane)?|effekt(?:er|en|ene|ar)?|oppnå(?:dde?|tt|r)?|måloppnåelse\w*|gevinst\w*"
        r"|utbytte|kom ut av|ga resultater|results?|effects?|outcomes?|achiev\w*")),
    ("measured", _words(
        r"mål(?:er|te|t)|evaluer(?:er|te|t)|dokumenter(?:er|te|t)|undersøk(?:er|te|t)|måling\w*|measured?"
        r"|evaluated?")),
    ("cooperation", _words(r"samarbeid(?:er|et|a|s|de)? (?:med|de med)|hvem samarbeid\w*|kven samarbeid\w*")),
    ("continued", _words(r"videreføre\w*|vidareføre\w*|videreført|vidareført|continued")),
    ("tried", _words(r"prøvd ut|er prøvd|er gjort|gjorde de|jobber de|metode(?:r|ne)? brukes")),
)  # fmt: skip
_EXPERIENCE = _words(
    r"erfaring(?:er|ene|ar|ane)?|lærdom\w*|læringspunkt\w*|hvordan|korleis|hvorfor|kvifor|hva skjer|kva skjer"
    r"|hva gjør"
    r"|kva gjer|hva kan|kva kan|hva skal til|kva skal til|hva må|kva må|how|why|experiences?|lessons?"
)
_EXPERIENCE_NOUN = _words(r"erfaring(?:er|ene|ar|ane)?|experiences?")
_MEASURES = _words(r"hvordan (?:måler|måles|evaluer\w*|dokumenter\w*)|korleis (?:måler|evaluer\w*)|how .*measure")
_NEGATED = _words(
    r"(?:lykkes|lykkast|lyktes|lukkast|virker|virket|verkar|fungerer|fungerte) (?:\w+ )?ikk?j?e"
    r"|ikk?j?e (?:\w+ )?(?:lykkes|lykkast|lyktes|lukkast|virker|virket|verkar|fungerer|fungerte)|do(?:es)? ?n.t work"
)
_CAUSE = _words(r"hvorfor|kvifor|why")
_FACTS: tuple[tuple[Expects, re.Pattern[str]], ...] = (
    ("who", _words(r"hvem|kven|who|hvilke[nt]? (?:kommune|kontor|etat|organisasjon|fylke)\w*")),
    ("when", _words(r"når (?:ble|blei|var|er|starte\w*|begynte|skal|slutte\w*)|når vart|when|hvilket år|kva år")),
    ("number", _words(r"hvor mange|kor mange|hvor mye|kor mykje|hvor lenge|kor lenge|hvor stor\w*|how (?:many"
                      r"|much|long)")),
    ("definition", _words(r"hva (?:er|betyr|menes|innebærer|heter|går)|kva (?:er|betyr|inneber|heiter)"
                          r"|what (?:is|are|does)"
                          r"|hva viste|kva viste|hvilke\w*|kva for|what did")),
)  # fmt: skip
_LEAD = re.compile(
    r"^(?:hva (?:er|var) (?:de |dei )?(?:største |viktigste |vanligste )?|kva (?:er|var) (?:dei )?(?:største "
    r"|viktigaste )?"
    r"|hvilke |kva for |what (?:are|were) the (?:main |biggest )?)",
    re.IGNORECASE,
)
_PLAN = _words(r"vi (?:vil|ønsker|skal|planlegger|søker|har tenkt)|prosjektidé|prosjektide|prosjektplan"
               r"|prosjektet skal"
               r"|målet (?:er|med)|tiltaket (?:skal|vil)|vi ynskjer|vi planlegg")  # fmt: skip
_FILL = re.compile(
    r"(?<!\w)(?:med|ved|av|om|i|for|på|rundt|knyttet til|til)\s*$|^\s*(?:med|ved|av|om|rundt|with|of)(?!\w)", re.I
)


def intent(question: str) -> Intent:
    """Read the form a question wishes."""
    text = " ".join(question.split())
    asks = text.endswith("?")
    if len(text.split()) >= PLAN_WORDS and not asks and (_PLAN.search(text) or len(text.split()) >= 3 * PLAN_WORDS):
        return Intent("similar", text)
    groups = tuple(dict.fromkeys(name for name, pattern in _GROUPS if pattern.search(text)))
    if _NEGATED.search(text):
        groups = ("challenges", *(g for g in groups if g not in ("challenges", "success")))
    if _MEASURES.search(text):
        return Intent("experience", text, ("measured", "results"))
    # Who asks why is told of hindrances first.
    order: tuple[Group, ...] = ("challenges", "tried", "results", "success") if _CAUSE.search(text) else ()
    expects: Expects = next((kind for kind, pattern in _FACTS if pattern.search(text)), "")
    if expects in ("who", "when", "number") and not (expects == "who" and "cooperation" in groups):
        return Intent("fact", text, groups, expects)
    experience = _EXPERIENCE.search(text)
    if experience or (groups and (asks or expects or _opens(text))):
        if expects == "definition" and not experience and not _only_kinds(text):
            return Intent("fact", text, groups, expects)
        return Intent("experience", topic(text), groups, order=order)
    if expects:
        return Intent("fact", text, groups, expects)
    return Intent("list", text, groups)


def topic(text: str) -> str:
    """The question without the words that only name a kind of experience; whole where nothing else is left."""
    left = remainder(text)
    return left if re.search(r"\w{3,}", left) else text


def remainder(text: str) -> str:
    """What a question holds besides the kind of experience it asks for; empty for «hva var vanskelig?»."""
    rest = _LEAD.sub("", text.rstrip("?! "))
    for _, pattern in _GROUPS:
        rest = pattern.sub(" ", rest)
    rest = _EXPERIENCE_NOUN.sub(" ", rest)
    rest = " ".join(rest.split())
    while (shorter := _FILL.sub("", rest).strip()) != rest:
        rest = shorter
    return rest


def _opens(text: str) -> bool:
    return any(pattern.match(text) for name, pattern in _GROUPS if name not in ("tried", "measured"))


def _only_kinds(text: str) -> bool:
    """«hva er utfordringene med …»: what is asked for is a kind of experience, not what something is."""
    rest = _LEAD.sub("", text)
    return any(match is not None and match.start() <= 12 for _, p in _GROUPS for match in [p.search(rest)])
