"""Words that show of what kind a sentence is: a hindrance, a help, an outcome, an aim. Bokmål and nynorsk."""

from __future__ import annotations

import re
from collections.abc import Mapping


def _opens(words: str) -> re.Pattern[str]:
    """Any of these beginnings of words, parted by spaces; «_» stands for a space."""
    beginnings = "|".join(word.replace("_", " ") for word in words.split())
    return re.compile(rf"\b(?:{beginnings})", re.IGNORECASE)


def _words(words: str) -> re.Pattern[str]:
    """Any of these words, whole."""
    return re.compile(_opens(words).pattern + r"\b", re.IGNORECASE)


HARD = _opens(r"""
utfordr vanske krev mangl begrens avgrens for_(?:lite|få|liten|mye|mange|lang) ikk?j?e_ problem hind barriere motstand
uklar ustabil lav_ lite_ lita_ liten_ ventetid kapasitet risiko sårbar fråfall frafall slutte sluttet sjuk syk korona
savn pandemi tidkrev tek_tid tar_tid tok_tid usikker dårlig språkvansk språkbarr terskel lot_v[æe]re uteble falt_fra
falle?r?_fra fall_fr[aå] \w+krevende \w+problem difficult lack challeng
""")
# Among sentences of all kinds only these show a hindrance.
HARDEST = _opens(r"""
utfordr vanske problem hind barriere mangl motstand frafall fråfall falt_fra krevende \w+krevende \w+problem lot_v[æe]re
uteble savn sårbar tilbakefall usikker dårlig for_(?:lite|få|liten|lang) ikk?j?e_(?:lyk|nok|alltid) difficult lack
challeng
""")
GAINED = _opens(r"""
bidr\w+_til positiv styrk forbedr løst løyst har_fått_(?:\w+_)?(?:bedre|betre|flere|økt) forhindret?
(?:gode|bedre)_result
""")
HELPED = _opens(r"""
tett god viktig tillit relasjon samarbeid samhandl avgjør suksess bedre betre tid fleksib tilgjengel forank motiv engasj
kompetanse kontakt lav individ tilpass oppfølg rask felles tverr styrk økt auka medvirk medverk ressurs trygg helhet
erfar
""")
_WHO = _opens(r"""
målgrupp år\b unge ungdom person famili foreld barn bruk innvandr flykt kvinn menn mottak deltak innbygg vaksne voksne
søk ansatt leietak elev bebo young people
""")
_HOW_KNOWN = _opens(r"""
tall statist spørre skjema intervju evaluer tilbakemeld samtal regist måle målt måling telling rapport logg undersøk
oversikt vurder data fidelity score skår notat forms
""")
_ON = _opens(r"""
vidare videre fast drift midl søk stilling 20\d\d prosjekt implement fortset fortsat varig avslutt budsjett
""")
_CAME_OF = re.compile(
    r"\d|"
    + _words(r"""
    fått fekk fikk kommet kome gått gikk økt auka økte bedre betre færre fleire flere redusert lykkes lukkast oppnådd
    resultat\w* effekt\w* ført_til bidratt bidrege styrket styrka større mindre utviklet utvikla etablert avsluttet
    achieved
    """).pattern,
    re.IGNORECASE,
)
_DOES = _opens(r"""
tiltak prosjekt modell metod vi_ me_ team veile rettlei koordinator tilb[yu] følg hjelp bistå møte kurs grupp arbeid
jobb samarbeid bruk delta kartleg gi får the_project
""")
CUES: Mapping[str, re.Pattern[str]] = {
    "challenges": HARD, "success_factors": HELPED, "target_group": _WHO, "evaluated_how": _HOW_KNOWN,
    "description": _DOES, "continued_yes": _ON, "continued_no": _ON, "achieved": _CAME_OF, "results": _CAME_OF,
}  # fmt: skip

# What is meant to be tells nothing of what came of it.
AIM = re.compile(
    r"\b(?:mål(?:et|a|sett?ing\w*|ene)?|formål\w*|hensikt\w*|føremål\w*|plan(?:en)?|ønsket?|ønskje)"
    r" (?:\w+ ){0,4}(?:er|var|har vært)\b|\bvi (?:vil|ønsker|håper|skal|planlegger)\b|\bme (?:vil|ønskjer|håpar|skal)\b"
    r"|^[-–•*\s]*(?:å )?(?:knytte|utvikle|styrke|øke|auke|skape|bidra|sikre|etablere|forbedre|betre|gi|bli|få)\b"
    r"|\b(?:forventer|forventar|på sikt|framover|fremover)\b",
    re.IGNORECASE,
)
LAW = re.compile(
    r"§|\b(?:\w*lov(?:en|a|givning\w*)?|rundskriv\w*|forskrift\w*|lovkrav|stortingsmelding\w*)\b", re.IGNORECASE
)

_CAME = (
    r"(?:kom|komm?et|kome|gått|gikk|gjekk|fått|fikk|fekk|får|begynt|startet|avsluttet|avslutta|avklart|formidl\w*"
    r"|tilbake i|ute i|er (?:nå |no )?i(?! tillegg| gang| ferd))"
)
_WHERE = (
    r"(?:jobb(?:en|er)?|arbeid(?:et|slivet)?|arbeidsavklaring\w*|(?:skole|skule|utdanning|læreplass|lærling|praksis|bolig"
    r"|bustad|studie|selvforsørg|sjølvforsørg|ytelse)\w*|uføretrygd)"
)
# What tells of an outcome, and how much: somebody came somewhere, something changed, something was attained, so many.
CAME = re.compile(rf"\b{_CAME}\b[^.]{{0,60}}\b{_WHERE}\b", re.IGNORECASE)
OUTCOMES: tuple[tuple[re.Pattern[str], float], ...] = (
    (CAME, 0.45),
    (_words(r"""
     økt økte økning auka auke bedre betre bedret forbedr\w* styrk(?:et|a) redusert\w* reduksjon nedgang færre flere
     fleire større mindre raskere raskare tettere tettare tryggere tryggare høyere improved increased
     """), 0.35),
    (_words(r"""
     oppnådd\w* oppnår lykkes lyktes lykkast lukkast ført_til bidratt_til bidrege gode_result\w* resultatet_(?:er|ble)
     effekt\w* gevinst\w* fått_til fått_på_plass vi_ser_at ser_vi achieved
     """), 0.3),
    # What was made is no outcome yet: somebody else may have made it, and it may be a brochure.
    (_words("utvikl(?:et|a) etablert\\w*"), 0.2),
    (re.compile(
        r"\b(?:\d+|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|halvparten|flertallet|alle)\b (?:\w+ ){0,3}"
        r"(?:deltak\w*|deltag\w*|brukar\w*|bruker\w*|person\w*|ungdom\w*|unge|famili\w*|kvinner|menn|prosent|stk"
        r"|kandidat\w*|har|fikk|fekk|kom)\b|\d ?%", re.IGNORECASE), 0.2),
)  # fmt: skip
NO_OUTCOME = _words(r"""
planlagt planlegg\w* fortsetter fortset fortsatt_i vil_bli skal dekker dekkjer ikke_tatt_inn skrevet_ut takke[rt]_nei
i_gang_med ønsker ønskjer vil_kunne vil_kunna bør anbefal\w* tilrår\w* brosjyr\w* visittkort\w* plakat\w* flyer\w*
nettsid\w* hjemmesid\w* heimesid\w* leieavtale\w* leigeavtale\w* leiekontrakt\w*
""")
