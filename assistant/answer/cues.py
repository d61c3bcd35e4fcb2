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
utfordr vanske krev mangl begrens avgrens for_(?:lite|få|liten|mye|mange|lang) ikk?j?e_ problem(?!atikk) hind barriere
motstand uklar ustabil lav_ lite_ lita_ liten_ ventetid kapasitet risiko sårbar fråfall frafall slutte sluttet sjuk
syk korona savn pandemi tidkrev tek_tid tar_tid tok_tid usikker dårlig språkvansk språkbarr terskel lot_v[æe]re
uteble falt_fra falle?r?_fra fall_fr[aå] \w+krevende \w+problem(?!atikk) difficult lack challeng
""")
# Among sentences of all kinds only these show a hindrance.
HARDEST = _opens(r"""
utfordr vanske problem(?!atikk) hind barriere mangl motstand frafall fråfall falt_fra krevende \w+krevende
\w+problem(?!atikk) lot_v[æe]re
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
# Sections of the printed form that tell of something besides what a tiltak does.
FORM = frozenset(
    """challenges success_factors cooperation evaluated_how continued_yes continued_no funding publication interest
    tried_elsewhere""".split()
)
REFUSED = 0.5  # what a plan or a refusal takes away from an outcome

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
    r"(?:kom|komm?et|kome|gått|gikk|gjekk|begynt|startet|starta|avsluttet|avslutta|avklart|formidl\w*"
    r"|fullført|bestått|(?:valgt|vald) å fort?sett?[ej]|tilbake (?:i|på)|ute i|oppnådd overgang"
    r"|er (?:nå |no )?i(?! tillegg| gang| ferd)"
    # Who was helped has come nowhere yet.
    r"|(?:fått|fikk|fekk)\b(?![^.]{0,40}\b(?:veiled|rettlei|oppfølg|hjelp|råd\b|bistand|tilb[uo]d|informasjon)))"
)
_WHERE = (
    r"(?:jobb(?:en|er)?|arbeid(?:et|slivet)?|arbeidsavklaring\w*|(?:skole|skule|utdanning|læreplass|lærling|praksis|bolig"
    r"|bustad|studie|selvforsørg|sjølvforsørg|ytelse|fagbrev|kvalifiseringsprogram)\w*|videregående|vidaregåande|uføretrygd)"
)
_PEOPLE = (
    r"(?:deltak\w*|deltag\w*|brukar\w*|bruker\w*|person\w*|ungdom\w*|unge|famili\w*|kvinner|menn|prosent|stk|elev\w*"
    r"|kandidat\w*|flykt\w*|innvandr\w*|barn|søk\w*)"
)
_NUMBER = r"(?:\d+|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tjue|halvparten|halvdelen|flertallet|alle)"
# What tells of an outcome, and how much: somebody came somewhere, something changed, something was attained, so many.
CAME = re.compile(
    rf"\b{_CAME}\b[^.]{{0,60}}\b{_WHERE}\b|\b(?:valgt|vald) å fort?sett?[ej]"
    rf"|\b(?:er|var)\b[^.]{{0,40}}\d[^.]{{0,20}}\bi (?:\w+ )?{_WHERE}\b",
    re.IGNORECASE,
)
_MEASURE = (
    r"(?:år|uke[rn]?|veker?|måned(?:er|en)?|månad(?:er|en)?|dag(?:er|ar)?|time[rn]?|timar|gang(?:er|ar)?|kroner|kr)"
)
# So many people did something: no year, no age, no time, no «VG2».
COUNTED = re.compile(
    rf"\b{_NUMBER}\b(?! {_MEASURE}\b)(?: (?!år\b)\w+){{0,3}}"
    rf" (?:{_PEOPLE}|har|fikk|fekk|kom|gikk|gjekk|ble|blei|vart|er|av)\b|\d ?%"
    rf"|\b(?:av|blant) (?:disse |desse |dei |de )?(?:\d+|{_PEOPLE})\b[^.]{{0,40}}\b{_NUMBER}\b",
    re.IGNORECASE,
)
_SAME_PLACE = tuple(
    _opens(words) for words in (
        "jobb arbeid job work", "skole skule utdann lære fagbrev studi vgs videreg vidareg school",
        "bolig bustad leilighet home hous",
    )
)  # fmt: skip


def counted(text: str, question: str = "") -> bool:
    """Whether a sentence tells how many came somewhere; to work or to school, where that is asked for."""
    asked = [place for place in _SAME_PLACE if place.search(question)]
    there = not asked or any(place.search(text) for place in asked)
    return there and bool(CAME.search(text)) and bool(COUNTED.search(text))


_IS = _words("er var")
_DONE = _words(r"""
har hatt hadde ble blei vart blitt vorte fikk fekk kom gikk gjekk førte førti bidro bidrog ga gav gitt gir gjev
økte auka oppnådd oppnådde lyktes lukkast klart klarte opplever opplev ser erfarer erfart viser fører
""")
_CHANGED = _words(r"""
økt økte økning auka auke bedre betre bedret forbedr\w* styrk(?:et|a) redusert\w* reduksjon nedgang færre flere_enn
(?:fått|fikk|fekk|gitt|gjeve)(?:_\w+){0,3}_(?:større|mer|meir|flere|fleire|ny|nye)
fleire_enn at_flere at_fleire mindre raskere raskare tettere tettare tryggere tryggare høyere improved increased
""")
_ATTAINED = _words(r"""
oppnådd\w* oppnår lykkes lyktes lykkast lukkast ført_til fører_til bidratt_til bidrege gode_result\w*
resultatet_(?:er|ble) effekt(?:en|er|ene|a)? gevinst\w* fått_til fått_på_plass vi_ser_at ser_vi vi_opplever_at
mestr\w* meistr\w* achieved
""")
# What was made is no outcome yet: somebody else may have made it, and it may be a brochure.
_MADE = _words("utvikl(?:et|a) etablert\\w*")
NO_OUTCOME = _words(r"""
planlagt planlegg\w* fortsetter fortset fortsatt_i vil_bli skal dekker dekkjer ikke_tatt_inn skrevet_ut takke[rt]_nei
i_gang_med ønsk(?:er|jer|elig|eleg) vil_kunne vil_kunna bør anbefal\w* tilrår\w* brosjyr\w*
visittkort\w* plakat\w* flyer\w* nettsid\w* hjemmesid\w* heimesid\w* leieavtale\w* leigeavtale\w* leiekontrakt\w*
vil tror trur håper håpar forvent\w* (?:nylig|nyleg|nettopp)_(?:start|kom|begyn|opprett)\w* gjenstår
mulighet(?:en)?_(?:for|til) handler_om handlar_om behov_for muligens kanskje
ennå_ikke enno_ikkje (?:for|litt)_tid\w* prematurt vanskelig_å_si vanskeleg_å_seie
definer\w*
""")


def outcome(text: str) -> float:
    """How much a sentence tells of what came of something, in [0, 1]: nothing where it tells what is meant to be."""
    if AIM.search(text) or LAW.search(text):
        return 0.0
    value = 0.45 * bool(CAME.search(text)) + 0.3 * bool(_ATTAINED.search(text))
    value += (0.3 if _DONE.search(text) else 0.2) * bool(COUNTED.search(text))
    # «Økt kompetanse hos veiledere» needs no verb where it opens a point of a list.
    changed = _CHANGED.search(text)
    if changed and (_DONE.search(text) or _IS.search(text) or not re.search(r"\w", text[: changed.start()])):
        value += 0.35
    value += 0.2 * bool(_MADE.search(text))
    return min(max(value - REFUSED * bool(NO_OUTCOME.search(text)), 0.0), 1.0)


# Who or what there was, told of no help and no hindrance: «I avdelingen er det 13 jobbspesialister».
STAFFED = re.compile(
    rf"^(?:\w+ ){{0,4}}(?:er|var|har|hadde|bestå?r av|bestod? av|utgjør)\b[^.]{{0,40}}\b{_NUMBER}\b[^.]{{0,25}}\b"
    r"(?:jobbspesialist\w*|veileder\w*|rettleiar\w*|ansatte|tilsette|stilling\w*|årsverk|medarbeider\w*|koordinator\w*)"
    r"|\d ?%[^.]{0,15}\bstilling"
    r"|\bbestå?r av (?:en|ei|ein|to|tre|\d+) (?:\w+ )?(?:ansatt|tilsett|medarbeid)\w*"
    r"|\b(?:\d+ ?%?|hel|heil|halv|fast) (?:\w+ )?(?:stilling|årsverk)\w*\.?$",
    re.IGNORECASE,
)
NO_HINDRANCE = re.compile(
    r"\b(?:ingen|ikkje noko|ikke noen|få|ikke møtt) (?:\w+ ){0,2}(?:utfordr|problem|hind|vansk)", re.IGNORECASE
)
# Why something is as it is.
CAUSE = _opens(r"""
årsak skyldes skyldast skuldast fordi på_grunn_av grunnet grunnen_til derfor difor siden_de sidan_dei
noe_av_forklaringen fører_til førte_til ført_til medfører gjør_at gjorde_at gjer_at gjort_at noe_som_gjør
noko_som_gjer pga p.g.a ettersom
forklar henger_sammen heng_saman because due_to
""")
