"""Aligning all columns of a form together: what one column shows is evidence for the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import numpy as np

from assistant.readers.form_align import Alignment, Evidence, Table, align
from assistant.readers.form_declaration import Column
from assistant.readers.form_layout import Block, Strip
from assistant.readers.form_starts import StartModel, column_width, gap, habit
from assistant.readers.form_topics import Counts, Numbers
from assistant.readers.form_words import words

# Weights of the evidence, set on a hand-made alignment of every other page of the print of 2022;
# each may be a fifth more or less without much change.
WORDS, WORDS_SHARE, WORDS_AT_MOST = 0.95, 0.25, 6.0
HABITS, HABITS_SHARE = 1.0, 0.7
COHESION_SHARE = 0.25
ROW_LENGTH, MEDIAN = 1.6, 0.7  # a row's long answers elsewhere; the usual length, of the mean one
NAMED = 6.0  # a word of the name, the office or the address counts for this many
EMPTY = {"always": -12.0, "usually": -6.0, "seldom": -0.3}
OPENS = 6.0  # where all cells of a column open alike, and nothing else does
TWICE = -2.5  # a row answers a column or the one it stands in for, seldom both

_CONTACT = ""


class Aligner:
    """The state of a joint alignment; every call of `improve` makes it better."""

    def __init__(
        self, table: Table, strips: Mapping[str, Strip], columns: Sequence[Column], contacts: Sequence[str]
    ) -> None:
        self.table, self.strips = table, strips
        # The surest columns first: those that name the row, then those with most page breaks in print.
        breaks = {key: sum(block.breaks for block in strip.blocks) for key, strip in strips.items()}
        self.columns = sorted(columns, key=lambda c: (c.filled == "seldom", c.filled != "always", -breaks[c.key]))
        blocks = {column.key: strips[column.key].blocks for column in columns}
        spoken = {key: [words(" ".join(block.lines)) for block in strip] for key, strip in blocks.items()}
        self.words = Counts({**spoken, _CONTACT: [words(text) for text in contacts]}, len(table))
        self.words.place(_CONTACT, [{row: NAMED} for row in range(len(table))])
        habits = {key: [habit(block) for block in strip] for key, strip in blocks.items()}
        self.habits = Counts(habits, len(table))
        self.lists = {key: _lists(strip, habits[key]) for key, strip in blocks.items()}
        self.lengths: dict[str, Numbers] = {}
        # A gap is a place where a cell may start; what a clipped line hides cannot be compared.
        self.gaps = [
            (key, index)
            for key, strip in blocks.items()
            for index, block in enumerate(strip)
            if index and not block.clipped
        ]
        widths = {key: column_width(strip) for key, strip in blocks.items()}
        cohesion = {key: self.words.cohesion(key, COHESION_SHARE) for key in blocks}
        self.starts = StartModel(
            [gap(key, blocks[key][i - 1], blocks[key][i], widths[key], cohesion[key][i]) for key, i in self.gaps]
        )
        self.odds = self._by_block(self.starts.prior)
        self.found: dict[str, Alignment] = {}

    def improve(self) -> Column | None:
        """Aligns every column once more, and returns the first that cannot be aligned."""
        for column in self.columns:
            found = align(self.strips[column.key], self.table, self._evidence(column), bool(column.heading))
            if found is None:
                return column
            self._place(column, found)
        starts = np.array([self.found[key].starts[index] for key, index in self.gaps])
        self.odds = self._by_block(self.starts.learn(starts))
        return None

    def _evidence(self, column: Column) -> Evidence:
        key = column.key
        # Even the most telling words are no proof: two rows can have copied the same sentence.
        fits = WORDS * WORDS_AT_MOST * np.tanh(self.words.fits(key, WORDS_SHARE) / WORDS_AT_MOST)
        if column.pattern is None:
            habits = self.habits.fits(key, HABITS_SHARE)
            for items in self.lists[key]:
                habits[items] = habits[items].mean(axis=0) / len(items)
            fits += HABITS * habits
        if column.instead_of in self.found:
            fits[:, [run.cell for run in self.found[column.instead_of].runs]] += TWICE
        starts = self.odds[key]
        if column.opens:
            opens = [bool(column.opens.search(block.lines[0])) for block in self.strips[key].blocks]
            starts = [OPENS if opened else -OPENS for opened in opens]
        return Evidence(fits.tolist(), starts, self._usual_lengths(key), EMPTY[column.filled])

    def _usual_lengths(self, key: str) -> list[float]:
        """The logarithm of the lines that each cell should have, by the row's other cells."""
        blocks = self.strips[key].blocks
        usual = np.log(MEDIAN * sum(len(block.lines) for block in blocks) / len(self.table)) if blocks else 0.0
        ratios = np.zeros(len(self.table))
        others = [lengths for name, lengths in self.lengths.items() if name != key]
        for lengths in others:
            ratios += np.log((lengths + 1) / (lengths.mean() + 1))
        expected: list[float] = np.maximum(usual + ROW_LENGTH * ratios / (len(others) + 2), 0.0).tolist()
        return expected

    def _place(self, column: Column, found: Alignment) -> None:
        """Makes an alignment evidence for the other columns."""
        key = column.key
        self.found[key] = found
        times = 1.0 if column.role == "section" else NAMED
        self.words.place(key, [{row: times * share for row, share in rows.items()} for rows in found.shares])
        self.habits.place(key, found.shares)
        self.lengths[key] = np.zeros(len(self.table))
        for block, rows in zip(self.strips[key].blocks, found.shares, strict=True):
            for row, share in rows.items():
                self.lengths[key][row] += len(block.lines) * share

    def _by_block(self, values: Numbers) -> dict[str, list[float]]:
        """Values of the gaps as values of the blocks below them."""
        result = {key: [0.0] * len(strip.blocks) for key, strip in self.strips.items()}
        for (key, index), value in zip(self.gaps, values.tolist(), strict=True):
            result[key][index] = value
        return result


def _lists(blocks: Sequence[Block], habits: Sequence[Sequence[str]]) -> list[list[int]]:
    """Blocks in a row that are set alike, as a list is: its items show one habit, not many."""
    group, groups = 0, []
    for index, block in enumerate(blocks):
        if index and (block.marked or habits[index][1] != habits[index - 1][1]):
            group += 1
        groups.append(group)
    return [list(items) for _, items in groupby(range(len(blocks)), key=groups.__getitem__)]
