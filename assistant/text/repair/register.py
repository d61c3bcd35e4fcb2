"""Where the shared word lists mislead: nynorsk, which wordfreq hardly counts, and this field's words.

Probabilities are per word of running text, to the nearest order of magnitude.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of `text` as a set."""
    return frozenset(text.split())


# Everyday words in nynorsk text.
NYNORSK: dict[str, float] = {
    "frå": 7e-3, "ikkje": 7e-3, "dei": 7e-3, "eg": 3e-3, "ein": 9e-3, "eit": 5e-3, "vere": 3e-3,
    "då": 2e-3, "vart": 2e-3, "vore": 1e-3, "noko": 1e-3, "nokon": 5e-4, "korleis": 6e-4, "kva":
    7e-4, "me": 3e-3, "no": 1e-3, "sjå": 6e-4, "gjer": 9e-4, "gjere": 6e-4, "òg": 5e-4, "hjå": 1e-4,
    "berre": 5e-4, "meir": 9e-4, "saman": 7e-4, "fleire": 8e-4, "blir": 2e-3, "vert": 2e-3, "høve":
    2e-4, "tilbod": 4e-4, "difor": 3e-4, "mykje": 6e-4, "deira": 5e-4, "sjølv": 5e-4, "kven": 2e-4,
    "veg": 2e-4, "auke": 2e-4, "auka": 2e-4, "få": 2e-3, "væra": 1e-4, "éin": 5e-4,
    "éi": 2e-4, "éitt": 1e-4,
}  # fmt: skip
# Those of them that stand in bokmål text as well.
SHARED = words("me no få blir auke veg vert")
# Bokmål words no nynorsk writer uses; they only seem common.
NOT_NYNORSK = words("fra da ikke jeg være vært ble blitt hva hvordan mer gjør gjøre tilbød")
# Words by which to tell bokmål; not «fra», which may be a misread «frå».
BOKMAL = words("ikke jeg en et hva hvordan noen noe flere være sammen hver hvem deres ble")
# What a share of nynorsk in the document adds to the words' overall probability.
SHARE = 0.02

# Words of social services and common abbreviations, rarer in the word lists' newspapers and films.
FIELD: dict[str, float] = {
    "bla": 1e-4, "mnd": 1e-5, "stk": 1e-5, "tlf": 1e-5, "vgs": 1e-5, "pkt": 1e-5, "evt": 1e-5,
    "los": 1e-5, "losen": 3e-6, "loser": 3e-6, "ungdomslos": 2e-6, "ungdomslosen": 1e-6,
    "ungdomsloser": 1e-6, "familielos": 1e-6, "barnelos": 5e-7, "vedtaksmal": 3e-7,
    "kartleggingsmal": 3e-7, "kartleggingsmaler": 3e-7, "samtalemal": 3e-7, "samtalemaler": 3e-7,
    "lavterskel": 2e-6, "lågterskel": 1e-6, "kvalifiseringsprogram": 2e-6, "brukermedvirkning":
    5e-6, "jobbspesialist": 3e-6, "måloppnåelse": 3e-6, "målgruppe": 5e-5, "målgruppen": 5e-5,
    "startlån": 3e-6, "rådføre": 2e-6, "livsopphold": 3e-6, "bosette": 2e-6, "bistå": 3e-5, "råd":
    3e-4, "tiltakshaver": 1e-6, "prosjektår": 5e-7, "prosjektåret": 5e-7, "midlar": 1e-5,
}  # fmt: skip
