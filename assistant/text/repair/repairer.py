"""Repairs whole documents: measures the damage, reads every line in context, marks garbage."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .channel import Candidate, Channel
from .confusions import UNKNOWN_TO_OCR, simplify
from .context import Grammar
from .lexicon import Lexicon
from .lines import Piece, Split, joins_names, looks_clipped, split
from .register import words

_SURE = 4.0  # nats between a print and its repair that count as proof of damage
_CLOSE = 10.0  # nats within which context may overrule a word's own cost
_OWN_WORDS = 0.3  # weight of the document's own vocabulary against the lexicon's
_QUOTES = frozenset("«»\"“”'‘’")  # context looks through them
_MENDED_GAP = 9.0  # nats a repair must be better by in a line somebody has mended already
_ABBREVIATIONS = words("evt osv pga dvs etc mnd mht ifm inkl jmf jfr jf ref ca bl kl nr")
_PASSES = 5  # after so many passes a document that still changes is taken for no text at all
# In a list of law sections an «8» before a number and a heading is a misread «§».
_SECTION = re.compile(r"§ ?\d+a? ?-")
_LAW = re.compile(r"(?:(?<=^)|(?<=/ )|(?<=- ))8(?=\d{1,2}a? ?- ?[A-Z])")


@dataclass(frozen=True, slots=True)
class RepairedLine:
    """A line after repair.

    `changes` holds (printed, repaired) words in order, `uncertain` the words that could not be
    decided and stand as printed. A `garbage` line (clipped print) keeps its text unchanged.
    """

    text: str
    changes: tuple[tuple[str, str], ...] = ()
    uncertain: tuple[str, ...] = ()
    garbage: bool = False


class Repairer:
    """Repairs Norwegian text hurt by an OCR that knew no æ, ø or å.

    Args:
        terms: Names and terms of the field, rightly spelled.
    """

    def __init__(self, terms: Iterable[str] = ()) -> None:
        self._lexicon = Lexicon(terms)
        self._channel = Channel(self._lexicon)
        self._grammar = Grammar(self._lexicon)
        self._known_hurt: dict[str, bool] = {}

    def repair(self, lines: Sequence[str]) -> list[RepairedLine]:
        """Repair a document; the same number of lines comes back, in the same order.

        What is repaired stays as it is when repaired again: passes are made until nothing changes,
        and a document that never settles is given back as printed.
        """
        result = self._pass(lines)
        for _ in range(_PASSES):
            again = self._pass([r.text for r in result])
            if all(new.text == old.text for new, old in zip(again, result, strict=True)):
                return result
            result = [
                old if new.text == old.text else replace(new, changes=old.changes + new.changes)
                for new, old in zip(again, result, strict=True)
            ]
        return [RepairedLine(line) for line in lines]

    def _pass(self, lines: Sequence[str]) -> list[RepairedLine]:
        mend = _LAW.sub if any(_SECTION.search(line) for line in lines) else None
        splits = [split(mend("§", simplify(line)) if mend else simplify(line)) for line in lines]
        words, hurt, intact = self._count(splits)
        if hurt < max(1, 0.5 * intact, 0.02 * words):
            return [RepairedLine(line) for line in lines]
        own = self._vocabulary(splits)
        norms = self._norms(splits)
        return [self._line(line, s, nn, own) for line, s, nn in zip(lines, splits, norms, strict=True)]

    def damage(self, lines: Sequence[str]) -> float:
        """Share of words, in [0, 1], that show OCR damage."""
        words, hurt, _ = self._count([split(simplify(line)) for line in lines])
        return hurt / words if words else 0.0

    def _count(self, splits: Sequence[Split]) -> tuple[int, int, int]:
        """(words, words that show damage, words with letters the OCR did not know)."""
        words = hurt = intact = 0
        for pieces in (s.pieces for s in splits):
            for i, piece in enumerate(pieces):
                if not piece.word:
                    continue
                words += 1
                if not UNKNOWN_TO_OCR.isdisjoint(piece.text):
                    intact += 1
                elif len(piece.text) > 1:
                    hurt += self._hurt(piece.text)
                elif piece.text == "&":
                    hurt += piece.alone and not joins_names(pieces, i)
        return words, hurt, intact

    def _hurt(self, printed: str) -> bool:
        hurt = self._known_hurt.get(printed)
        if hurt is None:
            ranked = self._channel.candidates(printed)
            own = next(c for c in ranked if c.text == printed)
            hurt = self._known_hurt[printed] = ranked[0].known and own.cost - ranked[0].cost >= _SURE
        return hurt

    def _vocabulary(self, splits: Sequence[Split]) -> dict[str, float]:
        """P(word) in this document, from the words that can be read without doubt."""
        counts: Counter[str] = Counter()
        total = 0
        for piece in (p for s in splits for p in s.pieces if p.word and len(p.text) > 2):
            ranked = self._channel.candidates(piece.text, piece.hurt)
            total += 1
            if ranked[0].known and (len(ranked) == 1 or ranked[1].cost - ranked[0].cost > 5.0):
                counts[ranked[0].text.lower()] += 1
        return {word: n / total for word, n in counts.items() if n > 2}

    def _norms(self, splits: Sequence[Split]) -> list[bool]:
        """For every line, whether it is nynorsk; lines around it have a say."""
        scores = []
        for s in splits:
            score = 0.0
            for piece in s.pieces:
                if piece.word and len(piece.text) > 1:
                    word = self._channel.candidates(piece.text, piece.hurt)[0].text.lower()
                    score += self._lexicon.norm(word)
            scores.append(score)
        return [own + 0.25 * (sum(scores[max(i - 4, 0) : i + 5]) - own) > 0.7 for i, own in enumerate(scores)]

    def _line(self, line: str, parts: Split, nn: bool, own: dict[str, float]) -> RepairedLine:
        pieces = list(parts.pieces)
        at = [i for i in range(len(pieces)) if not _transparent(pieces, i)]
        mended = not UNKNOWN_TO_OCR.isdisjoint(line)
        for i in at:
            if pieces[i].text == "&" and joins_names(pieces, i):
                pieces[i] = pieces[i]._replace(word=False)
        options = [self._options(pieces[i], nn, mended, own) for i in at]
        if looks_clipped([(pieces[i].text, o[0].known) for i, o in zip(at, options, strict=True) if pieces[i].word]):
            return RepairedLine(line, garbage=True)
        changes, uncertain = [], []
        for i, chosen in zip(at, self._best(options), strict=True):
            printed, text = pieces[i].text, chosen.text
            if text == "å" and printed == "&" and _starts_sentence(pieces[:i]):
                text = "Å"
            if text != printed:
                changes.append((printed, text))
                pieces[i] = pieces[i]._replace(text=text)
            elif pieces[i].word and not chosen.known and len(printed) > 2 and printed.islower():
                uncertain.append(printed)
        return RepairedLine(Split(parts.head, tuple(pieces)).text(), tuple(changes), tuple(uncertain))

    def _options(self, piece: Piece, nn: bool, mended: bool, own: dict[str, float]) -> list[Candidate]:
        if not piece.word or (len(piece.text) == 1 and not piece.alone):
            return [Candidate(piece.text, 0.0)]
        ranked = self._channel.candidates(piece.text, piece.hurt)
        if mended:
            printed = next(c for c in ranked if c.text == piece.text)
            return [ranked[0] if printed.cost - ranked[0].cost > _MENDED_GAP else printed]
        if len(ranked) == 1:
            return [ranked[0]]
        adjusted = [c._replace(cost=c.cost + self._adjust(c.text.lower(), nn, own)) for c in ranked]
        least = min(c.cost for c in adjusted)
        return sorted((c for c in adjusted if c.cost <= least + _CLOSE), key=lambda c: c.cost)

    def _adjust(self, word: str, nn: bool, own: dict[str, float]) -> float:
        cost = self._lexicon.in_nynorsk(word) if nn else 0.0
        if word in own and len(word) > 2:
            p = self._lexicon.probability(word) or 1e-9
            cost -= math.log(1.0 + min(_OWN_WORDS * own[word] / p, 400.0))
        return cost

    def _best(self, options: Sequence[Sequence[Candidate]]) -> list[Candidate]:
        """Viterbi over the candidates of a line."""
        if not options:
            return []
        start = [Candidate("." if options[0][0].text[:1].isupper() else "", 0.0)]
        end = [Candidate("", 0.0)]
        costs = [0.0]
        back: list[list[int]] = []
        for left, right in zip([start, *options], [*options, end], strict=True):
            if len(left) == len(right) == 1:
                back.append([0])
                costs = [costs[0] + right[0].cost]
                continue
            row, now = [], []
            lefts = [b.text.lower() for b in left]
            for c in right:
                word = c.text.lower()
                ways = [cost + self._grammar.pair(b, word) for b, cost in zip(lefts, costs, strict=True)]
                k = min(range(len(ways)), key=ways.__getitem__)
                row.append(k)
                now.append(ways[k] + c.cost)
            back.append(row)
            costs = now
        k, path = 0, []
        for row in reversed(back):
            k = row[k]
            path.append(k)
        return [o[k] for o, k in zip(options, reversed(path[:-1]), strict=True)]


def _transparent(pieces: Sequence[Piece], i: int) -> bool:
    """Whether context looks through the piece: white space, a quotation mark, an abbreviation's full stop."""
    text = pieces[i].text
    if text == "." and i:
        return pieces[i - 1].text.lower() in _ABBREVIATIONS
    return text.isspace() or text in _QUOTES


def _starts_sentence(before: Sequence[Piece]) -> bool:
    """Whether a full stop that is no abbreviation's stands right before."""
    texts = [p.text for p in before if not p.text.isspace()]
    if len(texts) < 2 or texts[-1] not in (".", "!", "?"):
        return False
    return len(texts[-2]) > 2 and texts[-2].lower() not in _ABBREVIATIONS
