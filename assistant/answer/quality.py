"""Whether a sentence can be quoted alone: whole, readable, and pointing to nothing outside itself.

A veileder reads a quote without its surroundings, so one that opens with «dette», is cut at a line end or
holds what the text recognition left behind is worth nothing, however well its words match.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Set

from assistant.text.lost_letters import candidates
from assistant.text.words import STOP

LED = frozenset({"continued_yes", "continued_no"})  # sections whose first words go on from those of the form
SHORT, LONG = 35, 430  # characters: shorter sentences tell little, longer ones are not read
FEWEST_WORDS = 5
# Opens with a word that points back whatever follows.
_BACK = re.compile(
    r"(?:som sagt|som nevnt|dette|denne|disse|desse|slik|slike|derfor|difor|dermed|også|likevel|allikevel"
    r"|i tillegg|videre|vidare|dessuten"
    r"|samtidig|samstundes|på denne måten|på den måten|herunder|sistnevnte|førstnevnte|begge|han|hun|hun|ho"
    r"|der|her|da|så|men|og|eller|samt|heller|"
    r"this|these|they|he|she|it|however|also|therefore)\b",
    re.IGNORECASE,
)
# «Av dem er det mange …», «… etter at hun fikk barn» where nobody is named: whom is told elsewhere.
_OF_THEM = re.compile(r"(?:av|for|med|blant|hos|til|hjå) (?:dem|disse|desse|dei)\b(?! (?:som|der)\b)", re.IGNORECASE)
_THEY = re.compile(r"\b(?:han|hun|ho|henne|ham|hans|hennes|hennar)\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:en|ei|ein|én|den|hver|kvar|enkelte?|\w*(?:bruker|brukar|deltake?r|deltakar|deltager|mor|far|mann|kvinn[ea]|gutt"
    r"|jente|person|kandidat|ungdom|forelder|kone|veileder|rettleiar|leder|koordinator|lærer|elev|søker|innsatte?|barn)"
    r"(?:en|et|a|n)?)\b",
    re.IGNORECASE,
)
# «Den har …» points back, «Den enkelte …» does not; «Det er viktig …» is no pronoun, «Det skal …» may be one.
_BACK_VERB = re.compile(
    r"(?:den|de|dei)\s+(?:har|hadde|er|var|ble|blei|vart|blir|vert|kan|kunne|vil|ville|skal|skulle|må|måtte"
    r"|får|fikk|fekk"
    r"|kom|kommer|kjem|går|gikk|gjør|gjer|gir|gjev|møter|bor|bur|trenger|treng|opplever|opplevde|forteller"
    r"|fortel|sier"
    r"|seier|jobber|jobbar|deltar|deltek|også|selv|sjølv|tar|tek|viser|syner|ønsker|ønskjer|bruker|brukar)\b",
    re.IGNORECASE,
)
# «En har flyttet, og to har fått arbeid» counts the parts of what stands before.
_BACK_COUNTED = re.compile(
    r"(?:en|én|ein|éin|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|resten)\s+(?:har|hadde|er|var|ble|blei|vart|fikk|fekk|kom"
    r"|gikk|gjekk|falt|fall)\b"
    r"|(?:en|én|ein|éin|to|tre|noen|nokre|flere|fleire) av (?:de|dei|dem|disse|desse)\b(?! som\b)",
    re.IGNORECASE,
)
# «Målgruppen er beskrevet i rapporten fra 2021» says nothing itself.
_ONLY_SENDS = re.compile(
    r"^(?:se|sjå|jf|jmf|viser til|vi viser til)\b|\b(?:er|var|ble|blei|vart) (?:\w+ )?(?:beskrevet|beskrive|omtalt"
    r"|skildra|redegjort for|gjort greie for) (?:i|under|over|ovenfor|ovanfor|tidligere|tidlegare)\b",
    re.IGNORECASE,
)
# A paragraph of the law, a source, a chapter: headings, and no utterance.
_HEADS = re.compile(r"(?:§|kilder?\s*:|kjelder?\s*:|kap(?:\.|ittel)\s*\d|https?:)", re.IGNORECASE)
# «Er tilknyttet Kirkeparken vgs»: of whom it tells stands elsewhere.
_NOBODY = re.compile(r"(?:er|var|har|hadde|ble|blei|vart)\b", re.IGNORECASE)
POINTER = 90  # characters: a longer sentence that sends the reader on says something besides
# «… for å få til dette.» points to what stands before, though it opens well.
_DANGLES = re.compile(r"\b(?:dette|desse|disse)[.!]?$", re.IGNORECASE)
# «Har vi klart i større grad» goes on from a heading; as a question it would be whole.
_BACK_TURNED = re.compile(
    r"(?:har|er|kan|vil|får|hadde|ble|var) (?:vi|me|de|dei|det|han|hun|ho)\b[^?]*$", re.IGNORECASE
)
# «Ofte har de behov for støtte»
_BACK_LATER = re.compile(
    r"\w+ (?:har|hadde|er|var|kan|vil|får|fikk|trenger|treng|blir|ble|må|skal) (?:de|dei)\b"
    r"(?! (?:som|fleste|aller|ulike|ulike|unge|ansatte|tilsette|enkelte|andre|to|tre|nye|yngste|eldste|involverte)\b)",
    re.IGNORECASE,
)
_BACK_IT = re.compile(
    r"det\s+(?:samme|skal|gir|gjev|gjør|gjer|førte|fører|betyr|betydde|innebærer|viser|viste|bidro|bidrar|medfører"
    r"|medførte|var også|er også|gjelder|gjeld|handler|skyldes|skuldast|siste|første|vil si"
    r"|har (?:gitt|gjeve|ført|gjort|bidratt|bidrege|resultert|medført|vært med)|ga|gav|bidrog"
    r"|er (?:de|dei|han|hun|ho|disse|desse))\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:som nevnt|nevnt over|nevnte|ovenfor|nedenfor|se punkt|jf\.? punkt|se over|se under|forrige punkt|sjå over"
    r"|se for øvrig|se ellers|mer utfyllende|beskrevet over|ovennevnte|overnevnte"
    r"|se pkt|i pkt|se svar|se vedlegg|vedlagt|spørsmål \d)\b",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"\b(?:se|sjå|jf\.?|jmf\.?|viser til|samme som|same som|som over|beskrevet|forrige)\b", re.IGNORECASE
)
_BULLET = re.compile(r"^(?:[-–—•*·o]\s*|\(?[0-9a-z][.)]\s*)")
# What text recognition leaves: signs no author types, digits or capitals inside a word, lone consonants.
_STRAY = re.compile(r"[&@©®¢£¥€|\\{}~^=<>*_¬°«»]{2,}|[@©®¢£¥|\\{}~^<>¬=*]")
# «Rus & Psykiatri», «R&D» are written so; any other & was an «å» or an «ø».
_AMPERSAND = re.compile(r"(?<![A-ZÆØÅ\s])&|(?<=[A-ZÆØÅ])&(?![A-ZÆØÅ])|(?<=\s)&(?!\s[A-ZÆØÅ])|^&")
_MIXED = re.compile(
    r"[a-zæøå]\d|\b[a-zæøå]+[A-ZÆØÅ]\w|\b\d[a-zæøå]{2,}|[A-ZÆØÅ]{2}[a-zæøå]+[A-ZÆØÅ]|\b[A-ZÆØÅ]{2}[a-zæøå]{4,}"
)
_LONE = re.compile(r"(?<![\w.§/-])[b-hj-zæøB-HJ-UW-ZÆØ](?![\w.§/)&-])")
_SPACED = re.compile(r"\s[,.;:!?](?:\s|$)|,,|\.\.(?!\.)|;;")
_ENDED = re.compile(r"[.!?…][»\"')\]]*$")


# «I denne aldersgruppen …» points back as well; «i dette prosjektet» does not leave the tiltak.
_BACK_EARLY = re.compile(
    r"(?:[\wæøåÆØÅ]+\s+){0,4}(?:denne|dette|disse|desse)\b(?!\s+(?:prosjekt|tiltak|rapport|satsing|arbeid"
    r"|forprosjekt|evaluering"
    r"|undersøk|studi|artikkel|notat|skjema))",
    re.IGNORECASE,
)
# What is left of a line that was joined wrongly: a lone word after the end, a number no author writes.
_LEFT = re.compile(
    r"^-1\s|[a-zæøå]{4,}[.!?]\s+[a-zæøå]{1,12}\.?$|(?<![\d.,:/-])0\d{3}(?![\d.,:/-])"
    r"|[a-zæøå]{3,} (?:Vi|Me|Det|De|Dette) (?:har|er|ble|var|kan|vil|får)\b"
)
_LEADS_ON = STOP | frozenset("gjennom mellom mot ved hos innen uten utan samt både under etter".split())
_TURNS = re.compile(
    r"(?:men|likevel|allikevel|dessverre|diverre|derimot|imidlertid|samtidig|på den andre siden|på den annen side"
    r"|however|unfortunately|but)\b|(?:[\wæøåÆØÅ]+\s+){1,3}(?:imidlertid|dessverre|diverre|derimot|likevel)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"\d{1,4}\s+(?:og|eller|til|av|fortsatt|ønsker)\b")


def bare(text: str) -> str:
    """A sentence without its bullet."""
    return _BULLET.sub("", text, count=1)


def points_back(text: str) -> bool:
    """Whether the sentence opens with something that stands before it."""
    opening = bare(text).lstrip("«\"'(")
    they = _THEY.search(opening)
    if they and not _SOMEBODY.search(opening[: they.start()]):
        return True
    backs = (_BACK, _BACK_VERB, _BACK_COUNTED, _BACK_TURNED, _BACK_IT, _BACK_LATER, _BACK_EARLY, _OF_THEM)
    return any(back.match(opening) for back in backs)


def ended(text: str) -> bool:
    """Whether a sentence has its full stop."""
    return bool(_ENDED.search(text))


def turned(following: str) -> bool:
    """Whether a sentence takes back what stands before it: «Men …», «Dessverre …», «Effekten er imidlertid …»."""
    return bool(_TURNS.match(bare(following))) and not following.endswith(":")


def damaged(text: str, uncertain: Collection[str] = (), names: str = "", lost: Set[str] = frozenset()) -> bool:
    """Whether the text recognition left its marks: no repair made these words sure.

    Args:
        uncertain: Words that the repair could not decide.
        names: Words that are spelled so on purpose, such as the title («KlarA»).
        lost: Words of the index that lost a letter («vre»).
    """
    if (
        not lost.isdisjoint(candidates(text))
        or _LEFT.search(text)
        or _STRAY.search(text)
        or _AMPERSAND.search(text)
        or _LONE.search(bare(text))
        or _SPACED.search(text)
    ):
        return True
    if any(match.group() not in names for match in _MIXED.finditer(text)):
        return True
    if any(text.count(a) != text.count(b) for a, b in ("()", "[]", "«»")) or text.count('"') % 2:
        return True
    doubtful = doubts(text, uncertain)
    # One odd word of letters is mostly the author's own slip of the pen.
    return len(doubtful) > 1 or any(not word.isalpha() or len(word) < 5 for word in doubtful)


def doubts(text: str, uncertain: Collection[str]) -> list[str]:
    """The uncertain words that stand in a text."""
    words = frozenset((*re.findall(r"[^\W\d_]+", text), *text.split())) if uncertain else frozenset[str]()
    return [word for word in uncertain if word in words]


def elsewhere(text: str) -> bool:
    """Whether a text only sends the reader to another answer: «Se over»."""
    return len(text) < 60 and bool(_SENDS.search(text))


def cut(text: str, led: bool = False) -> bool:
    """Whether a text begins in the middle: its first line was taken for another answer's last.

    Args:
        led: It goes on from the words of the form, so a small letter is no sign.
    """
    if re.match(r"\d\.[a-zæøå]", text):
        return True
    opening = bare(text)
    if opening != text:
        return False
    return (
        bool(_CUT.match(opening)) or opening[:1] in ",.;:)!?" or (opening[:1].islower() and not led and len(text) > 90)
    )


def worth(text: str, first: bool, led: bool = False) -> float:
    """How well a sentence stands alone, in [0, 1]; 0 is never quoted.

    Args:
        first: It opens its section, so a small letter is the author's and no cut.
        led: It goes on from the words of the form: «Videreføres ikke, fordi» …
    """
    opening = bare(text)
    bullet = opening != text
    words = opening.split()
    if len(text) < SHORT or len(words) < FEWEST_WORDS:
        # «Unge under 30 år» says it all as a target group, little as a finding.
        return 0.35 if first and len(words) >= 2 else 0.0
    if (opening[:1].islower() and not bullet and not led) or cut(text, led):
        return 0.0
    if text.endswith(("-", "–", ",", ";", "(", "/")) or _HEADS.match(opening):
        return 0.0
    if len(text) < POINTER and _ONLY_SENDS.search(opening):
        return 0.0
    if not _ENDED.search(text) and words[-1].lower().strip(":") in _LEADS_ON:
        return 0.0
    value = 1.0
    if len(text) > LONG:
        value *= 0.45
    if not _ENDED.search(text):
        value *= 0.75 if bullet else 0.6
    if _NOBODY.match(opening) and not text.endswith("?"):
        value *= 0.7
    if re.match(r"\d\.\w", text):
        value *= 0.7  # a number that ran into its point was seldom read well
    if text.endswith(("?", ":")):
        value *= 0.5
    if _ELSEWHERE.search(text) or _DANGLES.search(text):
        value *= 0.5
    if "[" in text:
        value *= 0.7  # a masked name
    # A sentence has function words; a heading or a list of nouns has few.
    share = sum(word.lower().strip(".,:;()") in STOP for word in words) / len(words)
    if share < 0.2:
        value *= 0.7
    return value
