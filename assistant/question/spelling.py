"""Spelling help: an unknown word of a question led to the nearest word of the index, never silently."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from assistant.text import frequencies
from assistant.text.analyzer import fold
from assistant.text.words import STOP

LEAST = 4  # letters: shorter words have too many neighbours
_NEAR = {4: 1, 5: 1, 6: 1, 7: 1}  # most edits by length; 2 for longer words, 3 from 13 letters
_COMMON = 2.5  # Zipf frequency from which a word is right, however unknown to the index: it must not become another


class Speller:
    """Nearest words. `words` maps each lower-case word of the index to how many texts have it."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = words

    @cached_property
    def _folded(self) -> tuple[list[str], list[str]]:
        words = [w for w in self._words if len(w) >= LEAST and w.isalpha() and w not in STOP]
        return words, [fold(word) for word in words]

    @cached_property
    def _by_fold(self) -> dict[str, str]:
        best: dict[str, str] = {}
        for word, folded in zip(*self._folded, strict=True):
            if folded not in best or self._words[word] > self._words[best[folded]]:
                best[folded] = word
        return best

    def nearest(self, word: str) -> str | None:
        """The word of the index nearest to an unknown word, or None where none is near enough.

        Missing æøå cost nothing; else the fewest edits (swapped neighbours count as one), then the word
        that most texts have.
        """
        folded = fold(word)
        if folded in self._by_fold:
            return self._by_fold[folded]
        if len(word) < LEAST or not word.isalpha() or zipf(word, least=_COMMON):
            return None
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = _NEAR.get(len(word), 3 if len(word) >= 13 else 2)
        words, all_folded = self._folded
        found = process.extract(folded, all_folded, scorer=OSA.distance, score_cutoff=most, limit=20)
        # People rarely mistype the first letter.
        ranked = sorted(
            (distance + (all_folded[at][0] != folded[0]), -self._words[words[at]], words[at])
            for _, distance, at in found
        )
        return ranked[0][2] if ranked and ranked[0][0] <= most else None


def zipf(word: str, languages: tuple[str, ...] = ("nb", "en"), least: float = 0.0) -> float:
    """How common a word is in any of the languages: log10 of its frequency per thousand million words.

    0 where it is unknown, or rarer than `least`.
    """
    return max(frequencies.zipf(word, language, least) for language in languages)
