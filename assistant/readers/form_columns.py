"""Finding the columns of a printed form: by their headings, or by their cells where those are gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from assistant.readers.form_declaration import Column, Form
from assistant.readers.form_layout import Strip, read_strip
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


def choose_headings(texts: Sequence[str], form: Form, places: dict[str, list[Place]]) -> dict[str, Place] | None:
    """One place for every heading, in print order, or None.

    A question can be repeated inside an answer. All columns have the same number of pages, so the
    choice is the one that makes the page breaks between headings most alike.
    """
    breaks = _breaks_before(texts)
    columns = [column for column in form.columns if column.heading]
    # A path is (cost, places so far); only the best path to each place of the last column is kept.
    paths: list[tuple[float, tuple[Place, ...]]] = [(0.0, (place,)) for place in places[columns[0].key]]
    usual = breaks[-1] / len(form.columns)
    for before, column in zip(columns, columns[1:], strict=False):
        longer: list[tuple[float, tuple[Place, ...]]] = []
        for place in places[column.key]:
            options = []
            for cost, path in paths:
                if path[-1].stop > place.start:
                    continue
                pages = breaks[place.start] - breaks[path[-1].stop]
                wanted = 0.0 if before.role == "lost" else usual
                options.append((cost + abs(pages - wanted), (*path, place)))
            if options:
                longer.append(min(options, key=lambda option: option[0]))
        paths = longer
    if not paths:
        return None
    best = min(paths, key=lambda option: option[0])[1]
    return {column.key: place for column, place in zip(columns, best, strict=True)}


def cut_columns(texts: Sequence[str], form: Form, headings: dict[str, Place]) -> dict[str, Strip]:
    """The strip of every column; columns without a heading are cut out of the one above them."""
    strips: dict[str, Strip] = {}
    starts = [headings[column.key].start for column in form.columns if column.heading]
    limits = [*starts[1:], len(texts)]
    groups: list[list[Column]] = []
    for column in form.columns:
        if column.heading:
            groups.append([column])
        else:
            groups[-1].append(column)
    for group, limit in zip(groups, limits, strict=True):
        start = headings[group[0].key].stop
        bounds = [start, *_cuts(texts, group, start, limit), limit]
        for column, first, stop in zip(group, bounds, bounds[1:], strict=False):
            strips[column.key] = read_strip(texts, first, stop)
    return strips


def _cuts(texts: Sequence[str], group: Sequence[Column], start: int, stop: int) -> list[int]:
    """The first lines of the columns without heading: where fewest cells contradict their pattern."""
    blocks = read_strip(texts, start, stop).blocks
    # costs[c]: the least contradictions with the blocks so far shared out among columns 0..c.
    costs, cuts = [0] + [len(blocks)] * (len(group) - 1), [[stop] * (len(group) - 1) for _ in group]
    for block in blocks:
        for c in range(len(group) - 1, 0, -1):
            if costs[c - 1] < costs[c]:
                costs[c] = costs[c - 1]
                cuts[c] = [*cuts[c - 1][: c - 1], block.first, *cuts[c - 1][c:]]
        for c, column in enumerate(group):
            text = " ".join(block.lines)
            costs[c] += bool(column.pattern and not column.pattern.search(text))
    best = min(range(len(group)), key=lambda c: (costs[c], -c))
    return cuts[best]


def _breaks_before(texts: Sequence[str]) -> list[int]:
    """How many page breaks, printed or cut off, stand before each line, and in all."""
    counts, total, blanks = [], 0, 0
    for text in texts:
        counts.append(total + blanks // 3)
        if text.strip():
            total += blanks // 3 + (not blanks and text.startswith(" "))
            blanks = 0
        else:
            blanks += 1
    counts.append(total + blanks // 3)
    return counts
