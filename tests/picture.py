"""A screen as plain text with its styles: what a snapshot holds, and how two of them are compared."""

from __future__ import annotations

import difflib
import os
import re
from itertools import groupby
from pathlib import Path

import pytest
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.theme import Theme

from assistant.tui.theme import THEMES

FOLDER = Path(__file__).parent / "snapshots"
UPDATE = "TILTAK_UPDATE_SNAPSHOTS"
LETTERS = ("bold", "dim", "italic")  # not seen on a space
ATTRIBUTES = (*LETTERS, "underline", "reverse", "strike")
BLOCKS = ("quote", "primary")  # grounds that have an ink of their own
# The first name of a colour is the one that is written: several things may share it.
NAMES = ("foreground", "background", "surface", "panel", "primary", "accent", "error")
VARIABLES = ("border-blurred", "text-quiet")


def colours(theme: Theme) -> dict[str, str]:
    """The names of a theme's colours, by hex."""
    found: dict[str, str] = {}
    made = theme.to_color_system().generate()  # a shade from what was given, where the sum does not come out even
    for name in NAMES:
        found.setdefault(made[name].lower(), name)
    for name in VARIABLES:
        found.setdefault(theme.variables.get(name, ""), name)
    if ground := re.search("on (#[0-9a-f]{6})", theme.variables["quote-style"]):
        found[ground[1]] = "quote"
    return found


def taken(app: App[object]) -> list[str]:
    """The screen now: each line of text, and under it a line for what looks otherwise than plain text.

    «4+9 bold primary on panel» is nine cells from the fifth on; «× 3»: three such lines. A colour without a name of its
    own is mixed of two.
    """
    names = colours(next(theme for theme in THEMES if theme.name == app.theme))
    lines: list[tuple[str, ...]] = []
    for strip in app.screen._compositor.render_strips():
        looks = "; ".join(f"{start}+{width} {look}" for start, width, look in _runs(list(strip), names))
        lines.append((f"│{strip.text.rstrip()}", *([f"╰ {looks}"] if looks else [])))
    found: list[str] = []
    for line, same in groupby(lines):
        count = len(list(same))
        found += [*line, *([f"× {count}"] if count > 1 else [])]
    return found


def _runs(segments: list[Segment], names: dict[str, str]) -> list[tuple[int, int, str]]:
    runs: list[tuple[int, int, str]] = []
    place = 0
    for segment in segments:
        look = _look(segment, names)
        if look and runs and runs[-1][2] == look and sum(runs[-1][:2]) == place:
            runs[-1] = runs[-1][0], runs[-1][1] + segment.cell_length, look
        elif look:
            runs.append((place, segment.cell_length, look))
        place += segment.cell_length
    return runs


def _look(segment: Segment, names: dict[str, str]) -> str:
    style = segment.style or Style()
    blank = not segment.text.strip()
    words = [name for name in ATTRIBUTES if getattr(style, name) and not (blank and name in LETTERS)]
    ink, ground = _named(style.color, "foreground", names), _named(style.bgcolor, "background", names)
    if ink != "foreground" and not blank and ground not in BLOCKS:
        words.append(ink)
    if ground != "background":
        words.append(f"on {ground}")
    return " ".join(words)


def _named(colour: Color | None, usual: str, names: dict[str, str]) -> str:
    """A colour's name; the usual one where the terminal's own is used."""
    if colour is None or colour.is_default:
        return usual
    return names.get(colour.get_truecolor().hex, "mixed")


def compare(name: str, text: str) -> None:
    """Compare with what was accepted, or accept it, if that is asked for."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get(UPDATE):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    accepted = path.read_text(encoding="utf-8") if path.is_file() else ""
    if text != accepted:
        diff = difflib.unified_diff(accepted.splitlines(), text.splitlines(), "accepted", "now", lineterm="", n=2)
        pytest.fail("\n".join([f"{name} looks otherwise; to accept it: {UPDATE}=1", *diff]), pytrace=False)
