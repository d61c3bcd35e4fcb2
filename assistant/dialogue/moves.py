"""What a user's line is, by its form alone: a move of the conversation, or a question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from assistant.question.ages import PARAGRAPH

Kind = Literal[
    "undo", "new", "more", "list", "filters", "thanks", "tell", "compare", "similar", "unfilter", "only", "without",
    "about", "correct", "own", "wider", "hello", "newer", "ask",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """A line as it was read: `numbers` of the list, document `ids`, and the `rest` that the move is about.

    A negative number counts from the end of the list, and EVERY stands for all of it.
    """

    kind: Kind
    rest: str = ""
    numbers: tuple[int, ...] = ()
    ids: tuple[str, ...] = ()


EVERY = 0
NO_IDS: Mapping[str, str] = MappingProxyType({})
# Suggestions carry a count: «bare i Vestland (4)». Elsewhere a number in brackets is an age: «dame (47)».
_COUNT = re.compile(r"^((?:bare|berre|only)\s.*?)\s*\(\d+\)\s*$", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:-\w+)*")
_ID = re.compile(r"[TEVP]\d{1,3}", re.IGNORECASE)  # as the catalogue's own are formed, also one that is not there
_ORDINALS = {
    "første": 1, "fyrste": 1, "andre": 2, "tredje": 3, "fjerde": 4, "femte": 5, "first": 1, "second": 2, "third": 3,
}  # fmt: skip
_ORDINAL = "|".join(_ORDINALS)
_NUMBER = re.compile(
    r"(?:nr\.?|nummer|no\.?|number|#)?\s*\b(\d{1,2})\b"
    r"(?!\s*\+|\s*(?:(?:-|–|til|to)\s*\d+\s*)?-?(?:år|year)|\s+(?:tiltak|prosjekt|project)\w*)"  # an age, or how many
    rf"|\b(?:den|det|de|dei|the)\s+({_ORDINAL})\b"
)


_HOW_MANY = {"to": 2, "tre": 3, "fire": 4, "fem": 5, "two": 2, "three": 3, "four": 4, "five": 5}
_FEW = "|".join(_HOW_MANY)
_ENDS = "første|fyrste|fremste|siste|first|last"
# «de to første», «dei tre siste», «the first two»
_SOME = re.compile(
    rf"\b(?:de|dei|the)?\s*(?:(?P<n>{_FEW})\s+(?P<end>{_ENDS})|(?P<end2>{_ENDS})\s+(?P<n2>{_FEW}))\b", re.I
)
_LAST = re.compile(r"\b(?:den|det|the)\s+(?:siste|last)\b", re.I)
_ALL = re.compile(r"^(?:dem |dei |disse |desse )?(?:alle|all)(?: (?:sammen|saman|of them|disse|desse|tiltakene|tiltaka"
                  rf"|{_FEW}))?[\s.!?]*$", re.I)  # fmt: skip
# A number within a question points only where it is said to be one: «hva gikk galt i nr. 2?».
_POINTED = re.compile(
    r"(?:\b(?:i|på|til|om|fra|frå|av|for|med|hos|ved|in|of|about|with|from|did)\s+)?"
    r"(?:(?:\b(?:nr\.?|nummer|no\.|number)|#)\s*(?P<n>\d{1,2})\b"
    rf"|(?<=\s)(?:den|det|the)\s+(?P<nth>{_ORDINAL}|siste|last)(?:\s+(?:tiltaket|prosjektet|one|project))?(?=\s*[?.!]*$))",
    re.I,
)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{pattern})[\s.!?]*$", re.IGNORECASE)


_UNDO = _whole(
    r"angre|angra|undo|tilbake|gå (?:ett steg )?tilbake|attende|gå attende|(?:go )?back|det var feil|nei,? angre"
)
_LIST = _whole(
    r"(?:gå |vis (?:meg )?|kan jeg se |ta meg )?(?:tilbake til |attende til |back to )?"
    r"(?:hele |heile |the )?(?:lista|listen|list|resultatlisten|treffene|treffa|oversikten|oversikta)"
    r"(?: igjen| again)?"
)
_FILTERS = _whole(
    r"(?:vis |hvilke |kva |hva er |kva er |show |list )?(?:meg )?(?:alle |all )?(?:the )?"
    r"(?:filter|filtre|filtrene|filtra|filters|avgrensninger|avgrensinger|avgrensingar|vilkår|vilkårene|vilkåra|conditions)"
    r"(?: (?:er|som er|som|in) (?:valgt|valde|på|aktive|i bruk|force))?"
)
_THANKS = _whole(
    r"(?:tusen |mange |ok,? )?takk(?: skal du ha| for hjelpen| for hjelpa)?|thanks|thank you|ok|okei|okay|greit|fint"
    r"|flott|bra|supert"
)
_HELLO = _whole(
    r"(?:hei|hallo|heisann|hei hei|god ?dag|god morgen|morn|hello|hi|hey)(?: (?:på deg|der|du|there))?"
    r"|(?:hei[,.!]? )?(?:(?:hva|kva) (?:kan|veit|vet) (?:du|dere|de|eg|jeg)(?: (?:svare på|svare meg på|gjøre|gjere"
    r"|hjelpe(?: meg)? med|spørre(?: deg)? om|spørje(?: deg)? om|brukes til))?"
    r"|(?:hvem|kven|hva|kva) er (?:du|dette)|(?:hvordan|korleis) (?:bruker|brukar|virker|verkar|fungerer|fungerar) "
    r"(?:jeg |eg )?(?:du|deg|dette|det)|hjelp(?: meg)?|help(?: me)?|what (?:can|do) (?:you|i) (?:do|answer|ask|know)"
    r"(?: (?:you|about))*|who are you|how do(?:es)? (?:i use )?(?:you|this)(?: work)?)"
)
_NEWER = _whole(
    r"(?:(?:og |men )?(?:finnes|finst|fins|er|har (?:du|dere|de)|is|are|do you have)(?: det| there)?"
    r"(?: (?:noe|noko|noen|nokon|any|anything|something))?|vis|noe|noko|anything)?(?: (?:tiltak|some|som er))?\s*"
    r"(?:nyere|nyare|ferskere|ferskare|newer|more recent)"
    r"(?: (?:enn (?:dette|det|disse|desse|2\d{3})|tiltak|rapporter|rapportar|than (?:this|these|that)|ones|reports?))*"
)
_NEW = re.compile(
    r"^(?:nytt spørsmål|ny samtale|nytt emne|nytt tema|start på nytt|begynn på nytt|glem (?:det|alt)"
    r"|new question|start over)"
    r"\s*[:.,!?–-]*\s*(.*)$",
    re.IGNORECASE,
)
_MORE = _whole(
    r"(?:vis |finn |kan du vise |har du |gi meg |finst det |finnes det |er det )?(?:flere|fleire|mer|meir"
    r"|neste|more|next)(?: tiltak| treff| eksempler)?"
    r"(?: takk| enn (?:det|dette|disse))?"
)
_TELL = re.compile(
    r"^(?:(?:fortell|fortel|vis|si|beskriv|les|åpne|opne|tell|show|describe)(?: meg| me)?(?: litt)?(?: mer"
    r"| meir| more)?(?: om| about)?"
    r"|(?:mer|meir|more)(?: om| about)|hva er|kva er|hva med|kva med)?\s*(?P<what>.+?)[\s.!?]*$",
    re.IGNORECASE,
)
_COMPARE = re.compile(
    r"^(?:sammenlign|sammenlikn|samanlikn|samanlign|compare|hva er forskjellen på|forskjellen (?:på|mellom))\b(.*)$",
    re.I,
)
_SIMILAR = re.compile(
    r"^(?:vis |finn |find |show )?(?:noe |noko |tiltak |flere |fleire |prosjekter |andre |projects )?(?:som )?"
    r"(?:lignende|liknende|liknande|lignande|ligner|likner|liknar|like|maken|similar|som ligner"
    r"|tilsvarende)\b(?: tiltak)?\s*(?:som|på|til|to|med)?\s*(.*)$",
    re.I,
)
_AS = re.compile(
    r"^(?:er|finnes|finst|har|gjør|gjer) (?:det )?(?:noen|nokon|noe|noko|andre|flere|fleire)\b.*"
    r"\b(?:samme|same|lignende|liknende|liknande|lignande|tilsvarende|tilsvarande)\b.*$|"
    r"^(?:flere|fleire|andre|tiltak|noe)\s+(?:som|slik som|à la)\s+(?:nr\.?|nummer|#)?\s*\d{1,2}[\s.!?]*$",
    re.I,
)
_UNFILTER = re.compile(
    r"^(?:ta (?:bort|vekk|av)|fjern|slett|dropp|uten|utan|nullstill|remove|clear|drop"
    r"|without)\s+(?:the\s+)?(?:alle\s+|all\s+)?"
    r"(?P<what>filter\w*|filtre\w*|filtr\w*|avgrensing\w*|vilkår\w*|conditions?|fylke\w*|sted\w*|stad\w*|alder\w*"
    r"|kontor\w*|målgruppe\w*|metode\w*|age|place)\b.*$"
    r"|^(?:i )?(?:hele|heile) (?:landet|norge|noreg)[\s.!?]*$|^alle fylker?[\s.!?]*$|^(?:uansett"
    r"|alle) (?:alder|aldre|aldrar)[\s.!?]*$",
    re.IGNORECASE,
)
_TAKE = re.compile(r"^(?:ta (?:bort|vekk)|fjern|dropp|remove|drop)\s+(.+)$", re.IGNORECASE)
_VOCABULARY = r"(?:the )?(?:ordlisten?|ordlista|synonymene?|synonyma|synonymer|vocabulary|synonyms)"
_OWN = _whole(
    r"(?:og |men |so |and )?(?:søk |leit |let |search )?(?:bare |berre |kun |only |just )?"
    r"(?:med |på |etter |with |for )?"
    r"(?:(?:mine?|my|de|dei|det|the|akkurat|exactly)(?: egne| eigne| own)?|egne|eigne|own)"
    r" (?:ord(?:a|ene)?|words?)(?: (?:jeg|eg|i) (?:skrev|skreiv|wrote))?(?: alone| only| aleine| alene)?"
    r"|(?:søk |search )?(?:uten|utan|without|ikk?j?e bruk|slå av|ta (?:bort|vekk)|fjern|dropp) (?:å bruke )?"
    rf"{_VOCABULARY}"
    r"|(?:søk|leit|search) (?:smalere|smalare|more narrowly|narrower)"
)
_WIDER = _whole(
    rf"(?:søk |search )?(?:med|bruk|slå på|ta med|with|use) (?:hjelp av )?{_VOCABULARY}(?: igjen| att| again)?"
    r"|(?:søk |leit |let |search )?(?:bredere|breiare|videre ut|more (?:broadly|widely)|broader|wider)(?: søk| search)?"
    r"|(?:utvid|widen|broaden)(?: the)?(?: søket| search)?"
)
_ONLY = re.compile(
    r"^(?:og |men |so |and )?(?:bare|berre|kun|only|just|avgrens til|avgrens|begrens til|vis bare|vis kun)\s+(.+)$",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"^(?:og |men )?(?:uten|utan|ikke|ikkje|unntatt|bortsett fra|utenom|men ikke|without|not|except)\s+(.+)$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:(?:og |men )?(?:hva|kva) (?:med|om)|(?:og )?(?:what|how) about|enn|og hva med|hva så med)\s+(.+)$"
    r"|^og\s+(?:for |med |i |på )?(.+)$",
    re.IGNORECASE,
)
# «og hvor lenge varte det?» is a question, not a subject
_ASKS = re.compile(
    r"(?:hv(?:a|em|or|ordan|orfor|ilke[nt]?)|kva|kven|kor|korleis|kvifor|når|what|who|how|why|when)(?!\w)",
    re.IGNORECASE,
)
_CORRECT = re.compile(
    r"^(?:nei|no|neida)?[,.!]?\s*(?:jeg mente|jeg meinte|eg meinte|eg mente|mente|i meant|jeg mener|heller)\s+(.+)$"
    r"|^(?:nei|neida)[,.!]?\s+(?:ikk?j?e\s+.+?,\s*men\s+)?(.+)$",
    re.IGNORECASE,
)


def read(text: str, known: Mapping[str, str] = NO_IDS) -> Move:
    """The move of a line.

    Args:
        known: The ids of documents, by their forms in small letters.
    """
    line = _COUNT.sub(r"\1", " ".join(text.split()))
    if _UNDO.match(line):
        return Move("undo")
    if match := _NEW.match(line):
        return Move("new", match.group(1).strip())
    if match := _CORRECT.match(line):
        return Move("correct", (match.group(1) or match.group(2)).strip())
    for kind, pattern in (
        ("list", _LIST), ("filters", _FILTERS), ("thanks", _THANKS), ("own", _OWN), ("wider", _WIDER),
        ("hello", _HELLO), ("newer", _NEWER),
    ):  # fmt: skip
        if pattern.match(line):
            return Move(kind)  # type: ignore[arg-type]
    numbers, ids, rest = references(line, known)
    if match := _COMPARE.match(line):
        return Move("compare", match.group(1).strip(), _together(match.group(1), numbers), ids)
    similar = _SIMILAR.match(line)
    others = _AS.match(line)
    alone = not similar.group(1).strip(" .?!") if similar else others and not re.search(r"\b(?:om|med)\b", line)
    if (similar or others) and (numbers or ids or alone):
        return Move("similar", "", numbers, ids)
    if _MORE.match(line):
        return Move("more")
    if _UNFILTER.match(line):
        return Move("unfilter", line)
    if (match := _TAKE.match(line)) and not numbers:
        return Move("unfilter", match.group(1).strip(" .?!"))
    if (numbers or ids) and len(numbers) + len(ids) == 1 and not re.search(r"\w{3,}", rest):
        return Move("tell", "", numbers, ids)
    for kind, pattern in (("only", _ONLY), ("without", _WITHOUT), ("about", _ABOUT)):
        if match := pattern.match(line):
            found = next(group for group in match.groups() if group)
            if _ASKS.match(found):
                return Move("ask", found)
            return Move(kind, found.strip(" .?!"))  # type: ignore[arg-type]
    return Move("ask", line)


def _together(what: str, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers of what is compared: «de to første», «nr. 1 og den siste», «alle»."""
    if some := _SOME.search(what):
        n = _HOW_MANY[(some["n"] or some["n2"]).lower()]
        return tuple(range(-n, 0) if (some["end"] or some["end2"]).lower() in ("siste", "last") else range(1, n + 1))
    if _ALL.match(what.strip()):
        return (EVERY,)
    return (*numbers, -1) if _LAST.search(what) else numbers


def pointed(line: str) -> tuple[str, int] | None:
    """A question without the words that point at one number of the list, and the number; None where none do."""
    match = _POINTED.search(line)
    if match is None:
        return None
    nth = (match["nth"] or "").lower()
    number = int(match["n"]) if match["n"] else -1 if nth in ("siste", "last") else _ORDINALS[nth]
    return f"{line[: match.start()]} {line[match.end() :]}", number


def references(line: str, known: Mapping[str, str] = NO_IDS) -> tuple[tuple[int, ...], tuple[str, ...], str]:
    """List numbers and document ids of a line, and what is left of a request to be told about them."""
    ids: list[str] = []

    def cut(match: re.Match[str]) -> str:
        word = match.group()
        named = known.get(word.casefold()) or (word.upper() if _ID.fullmatch(word) else "")
        if not named:
            return re.sub(r"\w+", cut, word) if "-" in word else word
        ids.append(named)
        return " "

    bare = PARAGRAPH.sub("§", _WORD.sub(cut, line))  # «§ 18» is no number of the list
    numbers = tuple(
        int(match.group(1)) if match.group(1) else _ORDINALS[match.group(2).lower()]
        for match in _NUMBER.finditer(bare.lower())
    )
    what = _TELL.match(bare)
    rest = _NUMBER.sub(" ", (what.group("what") if what else bare).lower())
    return (
        numbers,
        tuple(ids),
        re.sub(r"\b(?:den|det|tiltak|tiltaket|nr|nummer|og|om|på|lista|listen)\b", " ", rest).strip(" .?!"),
    )
