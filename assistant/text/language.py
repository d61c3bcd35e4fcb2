"""The language of a section or a document: bokmål, nynorsk or English.

Norwegian against English is decided by the langdetect library, bokmål against nynorsk by words that
stand in only one of the two. Never used for queries: they are too short to tell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.model import Language

# Below this many letters langdetect guesses; such a text is Norwegian unless its words say English.
_LONG_ENOUGH = 80
# What langdetect may answer for a Norwegian text with names and abbreviations in it.
_SCANDINAVIAN = frozenset({"no", "da", "sv"})
_SAMPLE = 20_000

# Words of one written norm and not of the other, frequent in project reports.
_BOKMAL = """
ansatte arbeidsgivere bare bedre ble blir både de deltakere deltakerne dem deres derfor egen en etter
flere forskjellige fra gir gjør gjøre hun hva hvem hver hvilke hvilken hvis hvor hvordan hvorfor ikke jeg
jobbet kommer kommet kunne muligheten muligheter mye noe noen sammen samtidig selv skole skoler slik
tjenester uke uken ungdommene ungdommer veileder veiledning ville være vært øke økt økte ønske ønsker
"""
_NYNORSK = """
me hjå vorte desse mellombels undervegs utvikla søkjer søkjarar brukarar familiar
arbeidsgjevar arbeidsgjevarar arbeidssøkjar auka auke berre betre blei båe dei deira deltakar deltakarane
deltakarar dersom difor dykk eg eigen ein einskilde eit fleire frå fyrste gjer gjere gjev ikkje kjem
komen komne korleis kunna kva kvar kvarandre kven kvifor meir moglegheit moglegheiter mykje noko nokon
nokre rettleiar rettleiing saman sjølv skular søkjar tenesta tenester tilsette ungdomane ungdomar vart
veka veke vere verksemd vert vore ynskjer òg ønskjer
"""
_ENGLISH = "the and of to is are was were that this with from which their have has been project through"
_ONLY_BOKMAL, _ONLY_NYNORSK = frozenset(_BOKMAL.split()), frozenset(_NYNORSK.split())
_ONLY_ENGLISH = frozenset(_ENGLISH.split())
# Endings that only one norm has: deltakerne/deltakarane, utfordringer/utfordringar, mulig/mogleg.
_BOKMAL_ENDING = re.compile(r"\w{2}(?:erne|inger|ingene|elig|elige|ighet|igheter|heten)$")
_NYNORSK_ENDING = re.compile(
    r"\w{2}(?:arane|arar|ingar|ingane|eleg|elege|leik|tenesta|tenester|skule|skular|heit|miliar|einingar)$"
    r"|(?:heil|tilset|rettlei|vegleiing|vidaregåand|verksem|bustad|einskild|moglegheit|mellombel)\w+$"
)
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> Language:
    """The language of a section's text; bokmål where nothing tells."""
    counts = Counter(word.lower() for word in _WORD.findall(text))
    bokmal = sum(n for w, n in counts.items() if w in _ONLY_BOKMAL or _BOKMAL_ENDING.search(w))
    nynorsk = sum(n for w, n in counts.items() if w in _ONLY_NYNORSK or _NYNORSK_ENDING.search(w))
    english = sum(counts[w] for w in _ONLY_ENGLISH)
    if english > bokmal + nynorsk and _is_english(text, english):
        return "en"
    return "nn" if nynorsk > bokmal else "nb"


def document_language(sections: Sequence[tuple[str, Language]]) -> Language:
    """The language most of a document's letters are in; ties go to nb before nn before en.

    Args:
        sections: Text and language of every section.
    """
    weights: Counter[str] = Counter()
    for text, language in sections:
        weights[language] += len(text)
    order: tuple[Language, ...] = ("nb", "nn", "en")
    return max(order, key=lambda language: weights[language])


def _is_english(text: str, markers: int) -> bool:
    """Whether langdetect agrees; a text too short for it needs three English function words."""
    if sum(c.isalpha() for c in text) < _LONG_ENOUGH:
        return markers >= 3
    from langdetect import DetectorFactory, LangDetectException, detect_langs

    DetectorFactory.seed = 0  # its sampling is random otherwise
    try:
        answers = detect_langs(text[:_SAMPLE])
    except LangDetectException:  # nothing but digits and signs
        return False
    shares = {answer.lang: float(answer.prob) for answer in answers}
    return shares.get("en", 0.0) > sum(shares.get(code, 0.0) for code in _SCANDINAVIAN)
