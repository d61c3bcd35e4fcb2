"""Aligning all columns of a form together: what one column shows is evidence for the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import numpy as np

from assistant.readers.form_align import Alignment, Evidence, Table, align
from assistant.readers.form_declaration import Column
from assistant.readers.form_layout import Strip
from assistant.readers.form_starts import StartModel, column_width, gap, habit
from assistant.readers.form_topics import Counts, Numbers
from assistant.readers.form_words import words

EMPTY = {"always": -12.0, "usually": -6.0, "seldom": -0.3}
OPENS = 6.0  # every cell of the column opens in one way, and nothing else does
TWICE = -2.5  # a row answers a column or the one it stands in for, seldom both
W = dict(words=0.9, habits=0.5, length=1.6, mean=0.7, starts=0.95, base=0.0, cap=5.0)
SHARE = dict(words=0.25, habits=0.5, cohesion=0.25)
_CONTACT = ""
NAMED = 6.0
HEAT = [1.0]


def same(strip):
    n = 0
    out = []
    for i, block in enumerate(strip):
        if not i or block.marked or habit(block)[1] != habit(strip[i - 1])[1]:
            n += 1
        out.append(n)
    return lambda i: out[i]


class Aligner:
    """The state of a joint alignment; every call of `round` makes it better."""

    def __init__(
        self, table: Table, strips: Mapping[str, Strip], columns: Sequence[Column], contacts: Sequence[str]
    ) -> None:
        self.table, self.strips = table, strips
        # The surest columns first: those with the most page breaks in print.
        breaks = {key: sum(block.breaks for block in strip.blocks) for key, strip in strips.items()}
        self.columns = sorted(columns, key=lambda c: (c.filled == "seldom", c.filled != "always", -breaks[c.key]))
        blocks = {key: strip.blocks for key, strip in strips.items()}
        texts = {key: [words(" ".join(block.lines)) for block in strip] for key, strip in blocks.items()}
        self.words = Counts({**texts, _CONTACT: [words(text) for text in contacts]}, len(table))
        self.words.place(_CONTACT, [{row: NAMED} for row in range(len(table))])
        self.habits = Counts({key: [habit(block) for block in strip] for key, strip in blocks.items()}, len(table))
        self.lists = {key: [list(g) for _, g in groupby(range(len(strip)), key=same(strip))] for key, strip in blocks.items()}
        self.lines = {key: [len(block.lines) for block in strip] for key, strip in blocks.items()}
        self.lengths: dict[str, Numbers] = {}
        self.unmarked = [
            (key, index)
            for key, strip in blocks.items()
            for index, block in enumerate(strip)
            if index and not block.clipped
        ]
        widths = {key: column_width(strip) for key, strip in blocks.items()}
        cohesion = {key: self.words.cohesion(key, SHARE["cohesion"]) for key in blocks}
        gaps = [
            gap(key, blocks[key][index - 1], blocks[key][index], widths[key], cohesion[key][index])
            for key, index in self.unmarked
        ]
        self.model = StartModel(gaps)
        self.odds: dict[str, list[float]] = {}
        self._set_odds(self.model.prior)
        self.found: dict[str, Alignment] = {}
        self.heat = 0

    def round(self) -> Column | None:
        """Aligns every column once more; a column that cannot be aligned is returned."""
        for column in self.columns:
            found = align(self.strips[column.key], self.table, self._evidence(column), bool(column.heading))
            if found is None:
                return column
            self._place(column.key, found)
        self._learn()
        self.heat += 1
        return None

    def _evidence(self, column: Column) -> Evidence:
        key = column.key
        spoken = self.words.fits(key, SHARE["words"])
        habits = self.habits.fits(key, SHARE["habits"])
        for group in self.lists[key]:
            habits[group] = habits[group].mean(axis=0) / len(group)
        fits = W["words"] * W["cap"] * np.tanh(spoken / W["cap"]) + W["habits"] * habits
        if column.instead_of in self.found:
            fits[:, [run.cell for run in self.found[column.instead_of].runs]] += TWICE
        t = HEAT[min(self.heat, len(HEAT) - 1)]
        return Evidence((t * fits).tolist(), self._odds(column), self._lengths(key), EMPTY[column.filled])

    def _lengths(self, key: str) -> list[float]:
        """The logarithm of the lines that each cell should have, by the row's other cells."""
        usual = np.log(sum(self.lines[key]) / len(self.table) * W["mean"])
        ratios = [np.log((lengths + 1) / (lengths.mean() + 1)) for name, lengths in self.lengths.items() if name != key]
        mean = sum(ratios) / (len(ratios) + 2) if ratios else np.zeros(len(self.table))
        return np.maximum(usual + W["length"] * mean, 0.0).tolist()

    def _odds(self, column: Column) -> list[float]:
        blocks = self.strips[column.key].blocks
        if column.opens:
            return [OPENS if column.opens.search(block.lines[0]) else -OPENS for block in blocks]
        return [W["starts"] * odds + W["base"] for odds in self.odds[column.key]]

    def _place(self, key: str, found: Alignment) -> None:
        self.found[key] = found
        n = NAMED if key in ("name", "office") else 1.0
        self.words.place(key, [{r: n * x for r, x in sh.items()} for sh in found.shares])
        self.habits.place(key, found.shares)
        self.lengths[key] = np.zeros(len(self.table))
        for lines, rows in zip(self.lines[key], found.shares, strict=True):
            for row, share in rows.items():
                self.lengths[key][row] += lines * share

    def _learn(self) -> None:
        starts = [self.found[key].starts[index] for key, index in self.unmarked]
        self._set_odds(self.model.learn(np.array(starts)))

    def _set_odds(self, odds: Numbers) -> None:
        self.odds = {key: [0.0] * len(strip.blocks) for key, strip in self.strips.items()}
        for (key, index), value in zip(self.unmarked, odds.tolist(), strict=True):
            self.odds[key][index] = value
