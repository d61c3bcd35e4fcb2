"""Sharing the blocks of one column out among the rows of the table.

Rows are numbered through all pages (cells 0..n-1). A path cuts the blocks into runs and gives
every run a cell; cells rise along it. The layout says which steps are possible, the evidence how
likely each is. Dynamic programming finds the best path, and the sum over all paths tells how sure
it is. Weights are logarithms, -inf is impossible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp, inf, log, log1p

from assistant.readers.form_layout import Strip

# A clipped line starts a new page in four cases of five.
CLIPPED_NEXT_ROW, CLIPPED_NEXT_PAGE = log(0.2), log(0.8)
# A column that is not whole may end before the last page, but most do not.
CUT_SHORT = -4.0
# The spreadsheet has a tallest row. Only a cell that fills it is clipped, and none is much taller.
FILLS, TALLEST = 36, 40
TOO_SHORT, TOO_TALL = -0.25, -0.7  # a line
SPREAD = 1.3  # how far the logarithm of a length is from what the row's other cells let expect


class Table:
    """The pages of the printed table and the rows on each."""

    def __init__(self, rows: Sequence[int]) -> None:
        self.rows = tuple(rows)
        self.first = tuple(accumulate(rows, initial=0))
        self.page = tuple(page for page, count in enumerate(rows) for _ in range(count))

    def __len__(self) -> int:
        return len(self.page)

    def cells(self, page: int) -> range:
        """The cells on a page; none on a page there is not."""
        return range(self.first[page], self.first[page + 1]) if 0 <= page < len(self.rows) else range(0)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a path, in log-odds.

    `fits[block][cell]` is how well a block fits a row, `starts[block]` how much an unmarked block
    looks like the start of a cell, `lengths[cell]` the logarithm of the lines a cell should have,
    `empty` (<= 0) what it costs to leave a cell empty.
    """

    fits: Sequence[Sequence[float]]
    starts: Sequence[float]
    lengths: Sequence[float]
    empty: float


@dataclass(frozen=True, slots=True)
class Run:
    """A filled cell and its blocks, first to last, with the probability of exactly this run."""

    cell: int
    first: int
    last: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The runs of the best path, and what all paths say together.

    `starts` is the probability that a cell starts at a block, `shares` that it stands in a cell.
    """

    runs: tuple[Run, ...]
    starts: tuple[float, ...]
    shares: tuple[Mapping[int, float], ...]


def align(strip: Strip, table: Table, evidence: Evidence, whole: bool) -> Alignment | None:
    """Gives every block of a column a cell, or None if the layout allows no path.

    Args:
        strip: The column.
        table: Its pages and rows.
        evidence: What speaks for each step.
        whole: Whether the column is printed from its first page to its last.
    """
    if not strip.blocks:
        return Alignment((), (), ())
    return _Lattice(strip, table, evidence, whole).solve()


class _Lattice:
    """All paths through a column."""

    def __init__(self, strip: Strip, table: Table, evidence: Evidence, whole: bool) -> None:
        self.strip, self.table, self.evidence, self.whole = strip, table, evidence, whole
        self.windows = self._windows()
        self.runs: dict[tuple[int, int], list[tuple[int, float]]] = {}

    def _windows(self) -> list[tuple[int, int]]:
        """The pages each block can stand on, from the breaks and clipped lines on both sides."""
        blocks, pages = self.strip.blocks, len(self.table.rows)
        if not self.whole:
            return [(0, pages - 1)] * len(blocks)
        breaks = list(accumulate(block.breaks for block in blocks))
        slack = list(accumulate(int(block.clipped) for block in blocks))
        end = pages - max(self.strip.trailing, 1)
        return [
            (max(at, end - (breaks[-1] - at) - (slack[-1] - loose)), end - (breaks[-1] - at))
            for at, loose in zip(breaks, slack, strict=True)
        ]

    def _begin(self) -> dict[int, float]:
        """The cells the first block can start."""
        block, table = self.strip.blocks[0], self.table
        if not self.whole:
            return dict.fromkeys(range(len(table)), 0.0)
        pages = (block.breaks, block.breaks + 1) if block.clipped else (block.breaks,)
        return {cell: self.evidence.empty * cell for page in pages for cell in table.cells(page)}

    def _moves(self, cell: int, index: int) -> Iterator[tuple[int, float]]:
        """The cells that block `index` can start after `cell`, with the weight of the step."""
        block, table = self.strip.blocks[index], self.table
        page = table.page[cell]
        low, high = self.windows[index]
        if block.breaks:
            steps = [(page + block.breaks, 0.0)]
        elif block.clipped:
            steps = [(page, CLIPPED_NEXT_ROW), (page + 1, CLIPPED_NEXT_PAGE)]
        else:
            steps = [(page, self.evidence.starts[index])]
        for target, weight in steps:
            if low <= target <= high:
                for later in table.cells(target):
                    if later > cell:
                        yield later, weight + self.evidence.empty * (later - cell - 1)

    def _end(self, cell: int) -> float:
        """The weight of ending the column in a cell."""
        fits = self.table.page[cell] + max(self.strip.trailing, 1) == len(self.table.rows)
        if not self.whole:
            return 0.0 if fits else CUT_SHORT
        return self.evidence.empty * (len(self.table) - 1 - cell) if fits else -inf

    def _runs(self, first: int, cell: int) -> list[tuple[int, float]]:
        """The last blocks that a run from `first` in a cell can have, with the weight of the run."""
        known = self.runs.get((first, cell))
        if known is not None:
            return known
        blocks, fits = self.strip.blocks, self.evidence.fits
        runs, weight = [], 0.0
        for last in range(first, len(blocks)):
            if last > first and blocks[last].marked:
                break
            weight += fits[last][cell]
            lines = blocks[last].last - blocks[first].first + 1
            runs.append((last, weight + self._length(lines, blocks[first].clipped, cell)))
        self.runs[first, cell] = runs
        return runs

    def _length(self, lines: int, clipped: bool, cell: int) -> float:
        off = (log(lines) - self.evidence.lengths[cell]) / SPREAD
        weight = TOO_SHORT * max(FILLS - lines, 0) if clipped else -off * off / 2
        return weight + TOO_TALL * max(lines - TALLEST, 0)

    def solve(self) -> Alignment | None:
        """The best path, and how sure it is."""
        count = len(self.strip.blocks)
        mass: list[dict[int, float]] = [{} for _ in range(count)]  # of all ways to start a cell at a block
        best: list[dict[int, float]] = [{} for _ in range(count)]  # of the best of them
        above: list[dict[int, tuple[int, int]]] = [{} for _ in range(count)]  # its run above: first block, cell
        mass[0], best[0] = self._begin(), self._begin()
        finish, end = -inf, (0, 0)
        for first in range(count):
            for cell, value in best[first].items():
                for last, weight in self._runs(first, cell):
                    if last + 1 == count:
                        if value + weight + self._end(cell) > finish:
                            finish, end = value + weight + self._end(cell), (first, cell)
                        continue
                    for later, step in self._moves(cell, last + 1):
                        found = mass[last + 1].get(later, -inf)
                        mass[last + 1][later] = _add(found, mass[first][cell] + weight + step)
                        if value + weight + step > best[last + 1].get(later, -inf):
                            best[last + 1][later] = value + weight + step
                            above[last + 1][later] = first, cell
        if finish == -inf:
            return None
        path = [end]
        while path[-1][0] > 0:
            first, cell = path[-1]
            path.append(above[first][cell])
        return self._weigh(path[::-1], mass)

    def _weigh(self, path: Sequence[tuple[int, int]], mass: Sequence[Mapping[int, float]]) -> Alignment:
        """The runs of the path, each with the share of all paths that have it."""
        count = len(self.strip.blocks)
        rest: list[dict[int, float]] = [{} for _ in range(count)]  # of all ways on from the start of a cell
        leave: list[dict[int, float]] = [{} for _ in range(count)]  # of all ways on from its end
        for first in range(count - 1, -1, -1):
            for cell in mass[first]:
                total = -inf
                for last, weight in self._runs(first, cell):
                    if cell not in leave[last]:
                        leave[last][cell] = self._leave(cell, last, rest)
                    total = _add(total, weight + leave[last][cell])
                rest[first][cell] = total
        every = -inf
        for cell, weight in mass[0].items():
            every = _add(every, weight + rest[0][cell])
        starts = [0.0] * count
        shares: list[dict[int, float]] = [{} for _ in range(count)]
        runs: list[Run] = []
        chosen = set(path)
        stops = [first for first, _ in path[1:]] + [count]
        ends = {start: stop - 1 for start, stop in zip(path, stops, strict=True)}
        for first in range(count):
            for cell, before in mass[first].items():
                for last, weight in self._runs(first, cell):
                    share = exp(min(before + weight + leave[last][cell] - every, 0.0))
                    if (first, cell) in chosen and ends[first, cell] == last:
                        runs.append(Run(cell, first, last, share))
                    if share > 0.001:
                        starts[first] += share
                        for block in range(first, last + 1):
                            shares[block][cell] = shares[block].get(cell, 0.0) + share
        return Alignment(tuple(runs), tuple(min(start, 1.0) for start in starts), tuple(shares))

    def _leave(self, cell: int, last: int, rest: Sequence[Mapping[int, float]]) -> float:
        if last + 1 == len(rest):
            return self._end(cell)
        total = -inf
        for later, step in self._moves(cell, last + 1):
            total = _add(total, step + rest[last + 1].get(later, -inf))
        return total


def _add(a: float, b: float) -> float:
    """log(exp(a) + exp(b)) without overflow."""
    if a < b:
        a, b = b, a
    return a if b == -inf else a + log1p(exp(b - a))
