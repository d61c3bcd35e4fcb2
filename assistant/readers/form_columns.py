"""Finding the columns of a printed form: by their headings, or by their cells where those are gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from rapidfuzz import fuzz

from assistant.readers.form_declaration import Column, Form
from assistant.readers.form_layout import BLANKS_A_PAGE, Strip, read_strip
from assistant.readers.form_words import fold

LIKE_HEADING = 86.0  # similarity in percent, of folded text
LIKE_BEGINNING = 65.0
MOST_HEADING_LINES = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a heading stands: its first line, and the line after it (from 0)."""

    start: int
    stop: int


def find_headings(texts: Sequence[str], form: Form) -> dict[str, list[Place]]:
    """All places that look like the heading of a column, by column key."""
    printed = [(index, fold(text)) for index, text in enumerate(texts) if text.strip()]
    found: dict[str, list[Place]] = {}
    for column in form.columns:
        if not column.heading:
            continue
        wanted = fold(column.heading)
        places = (_match(printed, at, wanted) for at in range(len(printed)))
        found[column.key] = [place for place in places if place]
    return found


def _match(printed: Sequence[tuple[int, str]], at: int, wanted: str) -> Place | None:
    """The heading starting at printed line `at`, over as many lines as fit it best."""
    text = printed[at][1]
    shortest = min(len(text), len(wanted))
    if shortest < 4 or fuzz.ratio(text, wanted[: len(text)]) < LIKE_BEGINNING:
        return None
    best, stop = LIKE_HEADING, -1
    for number in range(at, min(at + MOST_HEADING_LINES, len(printed))):
        if number > at:
            if printed[number][0] - printed[number - 1][0] > 2:
                break  # a page break: no heading runs across one
            text += printed[number][1]
        score = fuzz.ratio(text, wanted)
        if score >= best:
            best, stop = score, printed[number][0] + 1
    return Place(printed[at][0], stop) if stop >= 0 else None


def choose_headings(texts: Sequence[str], form: Form, places: Mapping[str, Sequence[Place]]) -> dict[str, Place] | None:
    """One place for every heading, in print order, or None where there is no such choice.

    A question can be repeated inside an answer. All columns have the same number of pages, so the
    choice is the one that makes the page breaks between headings most alike.
    """
    breaks = _breaks_before(texts)
    usual = breaks[-1] / len(form.columns)
    columns = [column for column in form.columns if column.heading]
    # The cheapest path to each place of the column looked at: its cost, and the places on it.
    paths: list[tuple[float, tuple[Place, ...]]] = [(0.0, (place,)) for place in places[columns[0].key]]
    for before, column in pairwise(columns):
        expected = 0.0 if before.role == "lost" else usual
        longer = []
        for place in places[column.key]:
            options = [
                (cost + abs(breaks[place.start] - breaks[path[-1].stop] - expected), (*path, place))
                for cost, path in paths
                if path[-1].stop <= place.start
            ]
            if options:
                longer.append(min(options, key=itemgetter(0)))
        paths = longer
    if not paths:
        return None
    best = min(paths, key=itemgetter(0))[1]
    return {column.key: place for column, place in zip(columns, best, strict=True)}


def cut_columns(texts: Sequence[str], form: Form, headings: Mapping[str, Place]) -> dict[str, Strip]:
    """The strip of every column; columns without a heading are cut out of the one above them."""
    groups: list[list[Column]] = []
    for column in form.columns:
        if column.heading:
            groups.append([])
        groups[-1].append(column)
    limits = [headings[group[0].key].start for group in groups[1:]] + [len(texts)]
    strips: dict[str, Strip] = {}
    for group, limit in zip(groups, limits, strict=True):
        start = headings[group[0].key].stop
        bounds = [start, *_cuts(texts, group, start, limit), limit]
        for column, (first, stop) in zip(group, pairwise(bounds), strict=True):
            strips[column.key] = read_strip(texts, first, stop)
    return strips


def _cuts(texts: Sequence[str], group: Sequence[Column], start: int, stop: int) -> list[int]:
    """The first lines of the columns without heading: where fewest cells contradict their pattern."""
    blocks = read_strip(texts, start, stop).blocks
    # Per column: the fewest contradictions with the blocks so far shared out up to it, and the cuts.
    paths = [(0, [stop] * (len(group) - 1))] + [(len(blocks) + 1, [stop] * (len(group) - 1))] * (len(group) - 1)
    for block in blocks:
        for c in range(len(group) - 1, 0, -1):
            cost, cuts = paths[c - 1]
            if cost < paths[c][0]:
                paths[c] = (cost, [*cuts[: c - 1], block.first, *cuts[c:]])
        text = " ".join(block.lines)
        paths = [
            (cost + bool(column.pattern and not column.pattern.search(text)), cuts)
            for column, (cost, cuts) in zip(group, paths, strict=True)
        ]
    return min(reversed(paths), key=itemgetter(0))[1]


def _breaks_before(texts: Sequence[str]) -> list[int]:
    """How many page breaks, printed or cut off, stand before each line, and in all."""
    counts, total, blanks = [], 0, 0
    for text in texts:
        counts.append(total + blanks // BLANKS_A_PAGE)
        if text.strip():
            total += blanks // BLANKS_A_PAGE + (not blanks and text.startswith(" "))
            blanks = 0
        else:
            blanks += 1
    return [*counts, total + blanks // BLANKS_A_PAGE]
