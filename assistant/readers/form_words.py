"""Words of a badly read print, made comparable.

The OCR mixes up letters (ø/g, å/a/8/&, l/I/1). Folding gives all letters of such a group one
shape, so the same word read in two ways is one word again.
"""

from __future__ import annotations

import re
from functools import lru_cache

_FOLD = str.maketrans(
    {
        **dict.fromkeys("øöóog@0q", "o"),
        **dict.fromkeys("åäæáãaedé3è8&§", "a"),
        **dict.fromkeys("lij1|!", "l"),
    }
)
_WORD = re.compile(r"[\wæøå&§@]+")


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """The text with letters the OCR mixes up made one, and nothing but letters and digits kept."""
    return "".join(ch for ch in text.casefold().translate(_FOLD) if ch.isalnum())


def words(text: str) -> list[str]:
    """The folded words of a text, single letters left out.

    Words in capitals are marked: whether an author writes NAV or Nav is a habit worth seeing.
    """
    found = ((fold(word), word) for word in _WORD.findall(text))
    return [f"^{folded}" if word.isupper() else folded for folded, word in found if len(folded) > 1]


_NYNORSK = frozenset(
    map(
        fold,
        "ikkje eit ein dei me frå vert vart vore vere meir noko nokon kvar kva korleis kven tenester tenesta "
        "auka brukar brukarar brukarane deltakarar deltakarane kommunane gjer gjere saman eigen eiga eige sjå "
        "òg berre mykje fleire høve medan desse arbeidsgjevarar arbeidsgivarar vidare rettleiing".split(),
    )
)
_BOKMAL = frozenset(
    map(
        fold,
        "ikke et en de jeg fra blir ble vært være mer noe noen hver hva hvordan hvem tjenester tjenesten økt "
        "øke bruker brukere brukerne deltakere deltakerne deltagere kommunene gjør gjøre sammen egen eget bare "
        "mye flere disse arbeidsgivere videre veiledning".split(),
    )
)


def language(text: str) -> str:
    """`nn` for nynorsk, `nb` for bokmål, "" where a text shows neither."""
    found = [fold(word) for word in _WORD.findall(text)]
    # What folding makes one word speaks for neither.
    balance = sum((word in _NYNORSK) - (word in _BOKMAL) for word in found)
    return "nn" if balance > 0 else "nb" if balance < 0 else ""
