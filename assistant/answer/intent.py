"""What kind of answer a question wants, read from its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from assistant.text import sentences

Wish = Literal["list", "experience", "fact", "similar"]
Group = Literal["tried", "results", "challenges", "success", "measured", "cooperation", "continued"]
Expects = Literal["", "who", "when", "number", "definition"]
EVERYTHING = "tiltak"  # a topic that asks for nothing but what filters say
PLAN_WORDS = 15  # a declarative text of so many words is a plan, not a question
SAID = 3  # words of a sentence that tells something


@dataclass(frozen=True, slots=True)
class Intent:
    """The form wished for.

    `groups` are the kinds of experience asked for, the first one first, and `order` the order of all where none
    is; `expects` is what a fact must hold; `contact` says that it is asked whom to ask; `term` is what the meaning
    is asked of; `topic` is the question without the words that only say which kind of answer is wanted.
    """

    wish: Wish
    topic: str
    groups: tuple[Group, ...] = ()
    expects: Expects = ""
    order: tuple[Group, ...] = ()
    contact: bool = False
    term: str = ""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])", re.IGNORECASE)


_OTHERS = r"(?:andre(?: kontor(?:er|a)?)? |dere |de |dei |dykk |others |other offices |they |you )"
# Words that name a kind of experience. They are taken out of the topic: every report has challenges.
_GROUPS: tuple[tuple[Group, re.Pattern[str]], ...] = (
    ("challenges", _words(
        r"(?:hoved)?utfordring(?:er|ene|ar|ane)?|utfordrende|utfordrande|vanskelig(?:st|ste|e)?|vanskeleg(?:ast|e)?"
        r"|vanskelighet\w*|problem(?:er|ene|a|et)?|barriere\w*|hinder|hindringer|hindre(?:t|r)|fallgruve\w*"
        r"|mislyk\w*|mislukk\w*|unngå|advarsler|advarer|ulemper?|svakheter?|(?:gjort|vært) annerledes|gjort bedre"
        r"|kva gjekk gale|went wrong|challenges?|difficult\w*|barriers?|obstacles?|pitfalls?")),
    ("success", _words(
        r"suksess(?:faktor\w*|kriteri\w*)?|lykkes|lykkast|lyktes|lukkast|vir(?:ker|ket|ka)(?: best| godt)?"
        r"|verka(?:r)?(?: best| godt)?|funger(?:er|te|t|ar|a)(?: best| godt| bra)?|gikk bra|gjekk bra"
        r"|hva hjelper|kva hjelper|hjalp|(?:har |hadde )?(?:hjulpet|hjelpt)|gode råd|anbefal\w*"
        r"|what work(?:s|ed)|success\w*"
        r"|work(?:s|ed)? (?:best|well)")),
    ("results", _words(
        r"resultat(?:er|ene|et|a|ane)?|effekt(?:er|en|ene|ar)?|oppnå(?:dde?|tt|r)?|måloppnåelse\w*|gevinst\w*"
        r"|utbytte|kom ut av|ga resultater|results?|effects?|outcomes?|achiev\w*"
        r"|(?:hvordan|korleis) (?:gikk|gjekk|går|har) det(?: gått)?(?: med (?:dem|dei|disse|desse))?"
        r"|how did (?:it|they) (?:go|do|work out)")),
    ("measured", _words(
        r"mål(?:er|te|t)|evaluer(?:er|te|t)|dokumenter(?:er|te|t)|undersøk(?:er|te|t)|måling\w*|measured?"
        r"|evaluated?")),
    ("cooperation", _words(r"samarbeid(?:er|et|a|s|de)? (?:med|de med)|hvem samarbeid\w*|kven samarbeid\w*"
                          r"|(?:hvem|kven) (?:bør|bur|burde|kan|kunne|skal|må) \w+ samarbeid[ea](?: med)?"
                          r"|(?:hvem|kven) (?:er|var) med i samarbeid\w*|samarbeidspart(?:ner|nar)\w*"
                          r"|(?:who|whom) (?:did|do|does) \w+ (?:work|cooperate|collaborate) with")),
    ("continued", _words(
        r"videreføre\w*|vidareføre\w*|videreført\w*|vidareført\w*|continued"
        r"|(?:går|held|holder|finnes|finst|drives|drivast) (?:\w+ )?(?:\w+ )?(?:fortsatt|framleis|fremdeles|ennå|enno)"
        r"|(?:skje(?:r|dde)|hende[rt]?|blir|ble) (?:\w+ )?(?:etter|når|då|da) (?:at )?(?:prosjekt|tiltak|peng|midl)\w*"
        r"(?: (?:er|var|blir|ble|tar|tek|tok))?(?: (?:slutt\w*|ferdig\w*|avslutt\w*|over|brukt opp))?"
        r"|happen(?:s|ed)? (?:after|when|once) (?:the )?(?:project|programme|funding|money|it)(?: period)?"
        r"(?: (?:ends?|ended|stops?|stopped|runs out|ran out|is over|was over))?")),
    ("tried", _words(r"prøvd ut|er prøvd|er gjort|gjorde de|jobber de|metode(?:r|ne)? brukes"
                     rf"|(?:har|have) {_OTHERS}(?:gjort|prøvd|done|tried)")),
)  # fmt: skip
_EXPERIENCE = _words(
    r"erfaring(?:er|ene|ar|ane)?|erfarte|betydde|lærdom\w*|læringspunkt\w*|lærte|lært|skjedde|hendte"
    r"|hvordan|korleis|hvorfor|kvifor|hva skjer|kva skjer"
    r"|hva gjør"
    r"|kva gjer|hva kan|kva kan|hva skal til|kva skal til|hva må|kva må|how|why|experiences?|lessons?"
    r"|what (?:can|could|should|must|helps?|makes?|did (?:you|they) learn|do (?:you|they) do)"
)
_EXPERIENCE_NOUN = _words(
    r"erfaring(?:er|ene|ar|ane)?|experiences?|lærdom\w*|læringspunkt\w*|lært[e]?|erfarte|skjedde|hendte|lessons?"
)
# A status is a condition on the documents: it stays in the topic, where it is read as one.
_HARD: Group = "challenges"
_MAIN: frozenset[Group] = frozenset({"challenges", "success"})
_JOINED = re.compile(r"\s*(?:,|/|og|eller|and)\s+(?:\w+\s+){0,2}|\s*[,/]\s*")
_STATUS = _words(r"videreført\w*|vidareført\w*|continued")
_QUESTION = re.compile(
    r"(?:og |men |så |ja |(?:fortell|fortel|tell) (?:(?:meg|oss|us|me) )?)?(?:hva|kva|hvilke[nt]?|what|hvor|kor)(?!\w)",
    re.I,
)
_CONTACT = _words(
    r"(?:hvem|kven) (?:kan|bør|skal) (?:jeg|eg|vi|me|man|en|ein) (?:spørre|spørje|kontakte|snakke med|ringe|høre med"
    r"|prate med|lære (?:noe |noko |mer |meir )?av|få råd av|besøke|ta kontakt med)"
    r"(?: om| angående)?|kontakt(?:info|informasjon|person|opplysning)\w*(?: (?:til|for|hos|på|i|med))?"
    r"|contact (?:info\w*|details)(?: (?:for|of))?"
    r"|who (?:can|should|could) (?:i|we) (?:ask|contact|talk to|call|learn from|visit)(?: about)?"
)
_MEASURES = _words(
    r"(?:hvordan|korleis) (?:(?:kan|kunne|skal|skulle|bør|bur|burde|må|vil) (?:\w+ ){1,3}?)?"
    r"(?:måle[rs]?|målte|evaluer\w*|dokumenter\w*)|how .*measure"
    r"|(?:er|ble|blei|vart) (?:\w+ )?(?:målt|evaluert|undersøkt|dokumentert)|(?:was|were|been) (?:measured|evaluated)"
)
# A verb of going well that is denied: «virket ikke», «ikke har lyktes», «gikk dårlig».
_WELL = (
    r"(?:lyk(?:kes|kast|tes)|lukkast|vir(?:ker|ket|ka)|verkar?|funger(?:er|te|t|ar|a)|hjelper|hjalp|gikk|gjekk|went"
    r"|work)"
)
_NOT = r"(?:ikk?j?e|d[åa]rli[gk]\w*|d[åa]rleg\w*|galt|gale|feil|mindre|badly)"
_NEGATED = _words(
    rf"{_WELL} (?:\w+ )?{_NOT}(?: (?:så |særlig )?(?:bra|godt|etter planen))?|ikk?j?e (?:\w+ )?{_WELL}"
    r"|(?:did|does|do)(?: not|n.t) work(?: well)?"
    r"|(?:d[åa]rlige|d[åa]rlege|negative|manglende) (?:resultat\w*|erfaring\w*|effekt\w*)"
)
_OPEN = re.compile(
    r"(?:og )?(?:hvordan|korleis|how) (?:har |hadde |did )?(?:funger|vir[kt]|verk|gikk|gjekk|gått)", re.I
)
_LISTS = _words(
    r"(?:hvilke|hvilket|kva for|which|what) (?:\w+ )?(?:tiltak\w*|prosjekt\w*|tilbod\w*|tilbud\w*|projects?|kontor\w*)"
    r"|(?:finnes|finst|fins|er) det (?:noen|noe|nokon|noko)|har (?:noen|nokon)|are there|is there any\w*"
    r"|(?:which|what) (?:\w+ )?(?:offices?|places|municipalities|counties|programmes?)|(?:did|has) any(?:one|body)"
    r"|(?:any|some)thing (?:about|on|for|that)"
    r"|(?:hvem|kven|who) (?:(?:har|have|has) )?(?:bruke[rt]|brukar|brukt|prøver|prøvd|driver med|driv med"
    r"|uses?|used|tried)"
)
_CAUSE = _words(r"hvorfor|kvifor|why")
_FACTS: tuple[tuple[Expects, re.Pattern[str]], ...] = (
    ("who", _words(r"hvem|kven|^(?:and |but |so )?who|(?:tell me|know|and|or) who"
                   r"|hvilke[nt]? (?:kommune|kontor|etat|organisasjon|fylke)\w*")),
    ("when", _words(r"når (?:ble|blei|var|er|starte\w*|begynte|skal|slutte\w*)|når vart|^(?:and |but |so )?when"
                    r"|hvilket år|kva år")),
    ("number", _words(r"hvor mange|kor mange|hvor mye|kor mykje|hvor lenge|kor lenge|hvor stor\w*|how (?:many"
                      r"|much|long)")),
    ("definition", _words(r"hva (?:er|betyr|menes|innebærer|heter|går)|kva (?:er|betyr|inneber|heiter)"
                          r"|what (?:is|are|does)"
                          r"|hva viste|kva viste|hvilke\w*|kva for|what did")),
)  # fmt: skip
_TRIED = re.compile(
    rf"^(?:(?:hva|kva) (?:som )?(?:er|har|ble|blei|vart|har blitt|har vorte) (?:blitt |vorte |{_OTHERS})?"
    r"(?:gjort|prøvd(?: ut)?|forsøkt|testet)"
    rf"|what (?:has|have|was|were) (?:been |{_OTHERS})?(?:done|tried(?: out)?|tested))"
    r"(?![\w-])(?:\s+(?:for|overfor|med|to|with)(?!\w))?",
    re.I,
)
_MEANING = re.compile(
    r"^(?:og |men |and )?(?:(?:(?:hva|kva) (?:er|betyr|tyder|menes med|meiner dei med|meinast med|innebærer|inneber)"
    r"|what(?:.s| is| are| does)(?: meant by)?|forklar|definer|define|explain)(?: egentlig| eigentleg)?"
    r" (?:en |et |ein |ei |eit |an? |the |begrepet |omgrepet |ordet |forkortelsen |forkortinga )?(?P<term>.+?)"
    r"(?: for (?:noe|noko)| mean| stand for)?|(?:hva|kva) står (?P<short>\S+)(?: for)?)[\s.?!]*$",
    re.I,
)
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
    asks = text.endswith("?") or bool(_QUESTION.match(text))
    if len(text.split()) >= PLAN_WORDS and not asks and (_PLAN.search(text) or len(text.split()) >= 3 * PLAN_WORDS):
        return Intent("similar", text)
    groups = kinds(text)
    tried = _TRIED.match(text)
    if tried and set(groups) <= {"tried"}:
        left = topic(text[tried.end() :])
        return Intent("experience", left, ("tried",)) if left == EVERYTHING else Intent("list", left)
    if _CONTACT.search(text):
        return Intent("list", topic(_CONTACT.sub(" ", text)), contact=True)
    if _OPEN.match(text):  # «hvordan fungerte …» asks how it went, good or bad
        groups = tuple(group for group in groups if group != "success")
    if _MEASURES.search(text):
        return Intent("experience", topic(text), ("measured", "results"))
    # Who asks why is told of hindrances first.
    order: tuple[Group, ...] = ("challenges", "tried", "results", "success") if _CAUSE.search(text) else ()
    if _LISTS.search(text) and not groups:
        return Intent("list", text)
    expects: Expects = next((kind for kind, pattern in _FACTS if pattern.search(text)), "")
    if expects in ("who", "when", "number") and not (expects == "who" and "cooperation" in groups):
        return Intent("fact", text, groups, expects)
    experience = _EXPERIENCE.search(text)
    if told(text) and set(groups) <= {"tried"} and not expects:
        return Intent("list", topic(text))  # who tells a situation asks which tiltak there are for it
    if experience or (groups and (asks or expects or _opens(text))):
        if expects == "definition" and not experience and not _only_kinds(text):
            return Intent("fact", text, groups, expects)
        return Intent("experience", topic(text), groups, order=order)
    meaning = _MEANING.match(text)
    if meaning and expects in ("", "definition"):
        term = (meaning["term"] or meaning["short"]).strip(" «»\"'“”")
        return Intent("fact", term, groups, "definition", term=term)
    if expects:
        return Intent("fact", text, groups, expects)
    return Intent("list", text, groups)


def told(text: str) -> bool:
    """Whether a text tells a situation, in several sentences."""
    spans = sentences.spans(text)
    return sum(len(text[start:end].split()) >= SAID for start, end in spans) > 1


def kinds(text: str) -> tuple[Group, ...]:
    """The kinds of experience that a text asks for, in its order."""
    return tuple(dict.fromkeys(name for *_, name in _named(text)))


def _named(text: str) -> list[tuple[int, int, Group]]:
    """Where a text asks for which kind of experience.

    What went not well is a challenge, unless it is asked what went well. Beside what was hard or what helped,
    another kind is asked for only where «og» joins them: in «vanskelig å måle effekten» the effect is the topic.
    """
    left = _NEGATED.sub(lambda match: " " * len(match.group()), text)
    found = [(m.start(), m.end(), name) for name, pattern in _GROUPS for m in pattern.finditer(left)]
    if all(name != "success" for *_, name in found):
        found += [(*m.span(), _HARD) for m in _NEGATED.finditer(text)]
    found.sort()
    if all(name not in _MAIN for *_, name in found):
        return found
    joined = [bool(_JOINED.fullmatch(text[one[1] : two[0]])) for one, two in pairwise(found)]
    beside = [before or after for before, after in zip([False, *joined], [*joined, False], strict=True)]
    return [one for one, by in zip(found, beside, strict=True) if one[2] in _MAIN or by]


def topic(text: str) -> str:
    """The question without the words that only name a kind of experience; EVERYTHING where nothing else is left."""
    left = _stripped(text, keep="continued" if _STATUS.search(text) else "")
    return left if re.search(r"\w{3,}", left) else EVERYTHING


def remainder(text: str) -> str:
    """What a question holds besides the kind of experience it asks for; empty for «hva var vanskelig?»."""
    return _stripped(_CONTACT.sub(" ", text))


def _stripped(text: str, keep: str = "") -> str:
    rest = text.rstrip("?! ")
    cuts = [(start, end) for start, end, name in _named(rest) if name != keep]
    for start, end in sorted({*cuts, *(m.span() for m in _NEGATED.finditer(rest))}, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    rest = " ".join(_EXPERIENCE_NOUN.sub(" ", _LEAD.sub("", f"{rest} ")).split())
    while (shorter := _FILL.sub("", rest).strip()) != rest:
        rest = shorter
    return rest


def _opens(text: str) -> bool:
    return any(pattern.match(text) for name, pattern in _GROUPS if name not in ("tried", "measured"))


def _only_kinds(text: str) -> bool:
    """«hva er utfordringene med …»: what is asked for is a kind of experience, not what something is."""
    rest = _LEAD.sub("", text)
    patterns = (_NEGATED, *(pattern for _, pattern in _GROUPS))
    return any(match is not None and match.start() <= 12 for p in patterns for match in [p.search(rest)])
