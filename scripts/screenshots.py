"""Pictures of the real screens for the manual: python scripts/screenshots.py [--index DIR] [--out DIR].

The index should be built from the catalogue alone, whose texts are ours to show.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import _bootstrap  # noqa: F401  (makes the package importable from a checkout)
from textual.pilot import Pilot

from assistant.paths import index_folder
from assistant.settings import DEFAULTS, ThemeName
from assistant.tui.app import TiltakApp
from assistant.tui.screen import MainScreen

ROOT = Path(__file__).resolve().parents[1]
WAIT = 60  # seconds


@dataclass(frozen=True, slots=True)
class Picture:
    """A file name, a terminal size, lines that are put one after the other, then keys; a theme."""

    name: str
    size: tuple[int, int]
    lines: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    theme: ThemeName = "dark"


QUESTION = "Hva er gjort for unge som verken jobber eller går på skole?"
PLAN = (
    "Vi vil hjelpe nybosatte flyktninger til å lære norsk i praksis hos butikker og verksteder, med en språkmentor "
    "blant kollegene. En jobbspesialist følger opp deltaker og arbeidsgiver hver uke. Målet er vanlig lønnet arbeid."
)
PICTURES = (
    Picture("start", (100, 28)),
    Picture("svar", (140, 38), (QUESTION,), ("tab", "down", "enter"), "light"),
    Picture("smal", (80, 24), (QUESTION,), ("tab",)),
    Picture("samtale", (100, 46), (QUESTION, "bare i Vestland", "hva var vanskelig?"), (), "light"),
    Picture("avgrens", (100, 28), (QUESTION,), ("f8",)),
    Picture("tiltak", (140, 38), (QUESTION,), ("tab", "ctrl+o", "enter"), "light"),
    Picture(
        "sammenligning", (140, 40), (QUESTION,), ("ctrl+r", "space", "down", "space", "down", "space", "enter"), "light"
    ),
    Picture("lignende", (140, 38), (), ("f2", *"lignende", "enter", *PLAN, "f5"), "light"),
    Picture("ordliste", (100, 28), (), ("ctrl+g", *"kvp")),
    Picture("innstillinger", (100, 28), (), ("f12",)),
)


async def take(picture: Picture, index: Path, out: Path) -> Path:
    """Drive the app to a screen and save it as SVG."""
    app = TiltakApp(index, settings=replace(DEFAULTS, theme=picture.theme))
    async with app.run_test(size=picture.size) as pilot:
        screen = app.screen
        assert isinstance(screen, MainScreen)
        await _until(pilot, lambda: screen.session.engine is not None)
        for line in picture.lines:
            await pilot.press(*line, "enter")
            await _until(pilot, lambda: (turn := screen.conversation.newest) and not turn.query(".status"))
            await pilot.pause(0.2)
        for key in picture.keys:
            await pilot.press(key)
            if len(key) > 1:
                await app.workers.wait_for_complete()
                await pilot.pause(0.2)
        await pilot.pause(1)
        # Some viewers trim spaces at the start of a text; in a terminal they count.
        svg = app.export_screenshot(title="tiltak").replace("<text ", '<text xml:space="preserve" ')
    path = out / f"{picture.name}.svg"
    path.write_text(svg, encoding="utf-8", newline="\n")
    return path


async def _until(pilot: Pilot[None], check: Callable[[], object]) -> None:
    end = time.monotonic() + WAIT
    while not check():
        if time.monotonic() > end:
            raise SystemExit("the screen does not come; is the index there?")
        await pilot.pause(0.05)


def main(arguments: Sequence[str] | None = None) -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path, default=None)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "img")
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    index = index_folder(given.index)
    with TemporaryDirectory() as data:  # nothing of whoever takes the pictures is in them, and nothing is left behind
        os.environ.update(TILTAK_SETTINGS="settings.toml", TILTAK_DATA=data)
        for picture in PICTURES:
            path = asyncio.run(take(picture, index, given.out))
            print(f"{path} ({path.stat().st_size // 1024} kB)")


if __name__ == "__main__":
    main()
