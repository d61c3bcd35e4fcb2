"""Whose cell is it? How well a block fits the rest of a row.

The cells of one row are one author's answers about one measure: they share its name, its place and
its people, bokmål or nynorsk, dashes or bullets. A block is weighed by how much likelier its words,
or the habits of its author, are in a row than in the whole form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Tokens = NDArray[np.int64]


class Counts:
    """Tokens counted by column and row."""

    def __init__(self, columns: Mapping[str, Sequence[Sequence[str]]], rows: int) -> None:
        ids: dict[str, int] = {}
        self.tokens: dict[str, list[Tokens]] = {
            key: [np.array([ids.setdefault(token, len(ids)) for token in block], dtype=np.int64) for block in blocks]
            for key, blocks in columns.items()
        }
        shape = (rows, len(ids))
        usual = np.ones(len(ids))
        for blocks in self.tokens.values():
            for tokens in blocks:
                np.add.at(usual, tokens, 1)
        self.usual: Numbers = usual / max(usual.sum(), 1)
        self.total: Numbers = np.zeros(shape)
        self.placed: dict[str, Numbers] = {key: np.zeros(shape) for key in columns}

    def place(self, key: str, shares: Sequence[Mapping[int, float]]) -> None:
        """Counts the blocks of a column under the rows that share them, in place of what was counted before."""
        counts = np.zeros_like(self.total)
        for tokens, rows in zip(self.tokens[key], shares, strict=True):
            for row, share in rows.items():
                np.add.at(counts[row], tokens, share)
        self.total += counts - self.placed[key]
        self.placed[key] = counts

    def fits(self, key: str, share: float) -> Numbers:
        """For every block of a column and every row, the log-odds that the row's author wrote it.

        Args:
            key: The column; its own cells do not count as evidence for it.
            share: How much of a text is taken to be in its author's own words.
        """
        others = self.total - self.placed[key]
        length = others.sum(axis=1, keepdims=True)
        ratio = np.log(1 - share + share * others / np.maximum(length, 1) / self.usual)
        ratio *= length > 0
        return np.array([ratio[:, np.unique(tokens)].sum(axis=1) for tokens in self.tokens[key]])

    def cohesion(self, key: str, share: float) -> list[float]:
        """For every block, how well it goes on with the tokens of the two blocks above."""
        result: list[float] = []
        blocks = self.tokens[key]
        for index, tokens in enumerate(blocks):
            above = np.concatenate([tokens[:0], *blocks[max(0, index - 2) : index]])
            new = np.unique(tokens)
            counts = np.bincount(above, minlength=len(self.usual))[new] / max(len(above), 1)
            odds = np.log(1 - share + share * counts / self.usual[new]).sum()
            known = len(above) > 0 and len(new) > 0
            result.append(float(odds / np.sqrt(len(new))) if known else 0.0)
        return result
