"""What neighbouring words say: small rules of Norwegian grammar, as costs between two words.

A negative cost (nats) says that the pair belongs together. The rules speak of verb forms, read off
simplemma's lemmas, and of closed word classes that every Norwegian text shares.
"""

from __future__ import annotations

from .lexicon import Lexicon
from .places import PLACES
from .register import words

_MODALS = words("skal kan vil må bør kunne skulle ville måtte burde kunnet villet måttet får tør lar la")
_PREPOSITIONS = words(
    "av for fra frå i med om på til ved etter mot mellom under over hos hjå gjennom uten utan rundt "
    "utenfor innenfor utanfor innanfor"
)
_BEFORE_TO = _PREPOSITIONS | words(
    "enn og eller er viktig vanskelig mulig lett lettere vanskeligere ønsker ønske begynt fortsetter "
    "bidrar prøver prøve forsøker nødvendig utfordrende muligheten mulighet muligheter fokus krevende "
    "trenger klarer klart velger valgt lyst hvordan det måte måten måter tid vi de enklere ved uten"
)
# Words that come between «å» and its infinitive.
_ADVERBS = words(
    "ikke ikkje også bare berre alltid best mer meir selv sjølv enda fortsatt raskt raskere så "
    "kontinuerlig systematisk aktivt tidlig alene sammen saman lettere bedre heller stadig faktisk "
    "gradvis aldri helt snarest"
)
_SUBJECTS = words("jeg eg vi me du han hun ho det dei de som dette den man en ein")
_DETERMINERS = words("en ei et ein eit det de dei dette disse ikke ikkje også å i på med for til av jeg vi han hun")
_WHOSE = words("en ein min sin din mor")
_HAVE = words("har hadde ha hatt haddet")
_COUNTED = words(
    "kl ca uke veke punkt kapittel fase trinn del minst rundt totalt inntil nr nummer cirka gruppe "
    "landgruppe steg over under mål hovedmål delmål familie prosjekt side dag"
)
_AFTER_NUMBER = words(
    "av er har hadde ble blei vart stk stykk stykker personer mnd prosent deltakere deltakarar nye unge"
)
_POSSESSIVE = words("vår vårt våre")
_FINITE = words("er var har hadde skal kan vil må ble blir bør som")
_IRREGULAR = words(
    "gjøre være vite spørre si se ta få gå stå ha la dra be le gi bli gjere vere seie sjå spørje vera "
    "gjera væra slå nå bo tro fri sy snu"
)
# Nouns the word lists also have as verbs that nobody uses: «å måte» is a misread «å møte».
_NO_INFINITIVES = words("måte")
_AFTER_I = words(
    "tillegg dag forhold løpet etterkant forbindelse samarbeid den det dette denne disse vår vårt våre fjor"
)
_PAIRS: dict[tuple[str, str], float] = {
    ("ta", "fatt"): -6.0, ("tar", "fatt"): -6.0, ("tatt", "fatt"): -6.0, ("tok", "fatt"): -6.0,
    ("bl", "å"): 8.0, ("o", "å"): 8.0, ("å", "å"): 9.0, ("vår", "egen"): -4.0, ("vårt", "eget"): -4.0,
    ("våre", "egne"): -4.0, ("å", "få"): -3.0, ("slik", "måte"): -2.0, ("måte", "å"): -5.0, ("føre", "til"): -4.0,
    ("det", "vart"): -4.0, ("dette", "vart"): -4.0, ("før", "jul"): -4.0, ("fra", "før"): -6.5,
    ("frå", "før"): -6.5, (".", "vår"): -4.0, (":", "vår"): -4.0, ("hatt", "var"): 4.0,
    ("ta", "vare"): -6.0, ("tar", "vare"): -6.0, ("tatt", "vare"): -6.0, ("tok", "vare"): -6.0,
}  # fmt: skip


class Grammar:
    """Costs between neighbouring words; remembers what it has worked out."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._infinitives: dict[str, bool] = {}

    def infinitive(self, word: str) -> bool:
        """Whether `word` (lower case) can be a verb's infinitive."""
        if word not in self._infinitives:
            self._infinitives[word] = self._is_infinitive(word)
        return self._infinitives[word]

    def _is_infinitive(self, word: str) -> bool:
        if word in _IRREGULAR or word in _NO_INFINITIVES:
            return word in _IRREGULAR
        if word.endswith("s") and len(word) > 4:
            if self._lexicon.bokmal(word) == word:
                return True  # «lykkes», «synes»
            word = word[:-1]
        if len(word) < 3 or word[-1] not in "eaåoyøiu":
            return False
        nb, nn = self._lexicon.bokmal, self._lexicon.nynorsk
        return (
            nb(word + "s") == word
            or nb(word + "nde") == word
            or nn(word[:-1] + "ast") == word
            or nn(word[:-1] + "ande") == word
        )

    def finite(self, word: str) -> bool:
        """Whether `word` (lower case) is a verb in the present or past tense."""
        if word in _FINITE:
            return True
        nb = self._lexicon.bokmal
        lemma = nb(word)
        if lemma is None or lemma == word or word[-1] not in "re" or not self.infinitive(lemma):
            return False
        if word.endswith(("ede", "ende")):
            return False
        noun = nb(word + "en") is not None or nb(word[:-1] + "ne") is not None
        return len(word) < 5 or not noun

    def definite(self, word: str) -> bool:
        """Whether `word` (lower case) looks like a noun in the definite form."""
        lemma = self._lexicon.bokmal(word)
        if lemma is None or lemma == word or not word.endswith(("en", "et", "ene", "a")):
            return False
        return not self.infinitive(lemma)

    def pair(self, left: str, right: str) -> float:
        """Cost in nats of `right` straight after `left`, both in lower case; "" is the line's edge."""
        cost = _PAIRS.get((left, right), 0.0)
        number = left[-1:].isdigit()
        if left == "å":
            if self.infinitive(right):
                cost -= 4.0
            elif right not in _ADVERBS:
                cost += 3.0 if right else -0.8
        elif left in _MODALS and self.infinitive(right):
            cost -= 2.5
        elif right == "gå" and left not in _ADVERBS:
            cost += 2.5
        if right == "å":
            if left in _BEFORE_TO:
                cost -= 1.5
            elif number:
                cost += 6.0
        elif right == "%":
            cost -= 6.0 if number else 0.0
        elif right.isdigit():
            cost -= 3.5 if number or left in _COUNTED else 2.0 if left in _HAVE else 0.0
        elif right in ("år", "års", "åring", "årene") and number:
            cost -= 3.0
        elif right in _POSSESSIVE and left in _PREPOSITIONS:
            cost -= 4.0
        elif right == "var":
            if left in _SUBJECTS:
                cost -= 1.5
            elif self.finite(left):
                cost += 4.0
        elif right in ("ga", "så") and left in _SUBJECTS:
            cost -= 1.5
        elif (right == "vart" and left in _HAVE) or (right == "far" and left in _WHOSE):
            cost -= 4.0
        if left == "vår" and right in _DETERMINERS:
            cost += 5.0
        if (left == "var" and right == ".") or (left in ("var", "vart") and self.finite(right)):
            cost += 3.5
        if left == "nav" and right in PLACES:
            cost -= 8.0
        if left.isdigit() and right in _AFTER_NUMBER:
            cost -= 3.0
        if left == "i" and (right in _AFTER_I or self.definite(right)):
            cost -= 4.0
        return cost
