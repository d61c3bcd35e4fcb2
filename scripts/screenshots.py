"""Pictures of the real screens for the manual: python scripts/screenshots.py [--index DIR] [--out DIR].

The index should be built from the catalogue alone, whose texts are ours to show.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import _bootstrap  # noqa: F401  (makes the package importable from a checkout)

from assistant.paths import index_folder
from assistant.tui.app import TiltakApp
from assistant.tui.screen import MainScreen
from assistant.tui.turn import Turn

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Picture:
    """A file name, a terminal size, a question, then keys; a theme."""

    name: str
    size: tuple[int, int]
    question: str = ""
    keys: tuple[str, ...] = ()
    theme: str = "tiltak-dark"


QUESTION = "Hva er gjort for unge som verken jobber eller går på skole?"
PICTURES = (
    Picture("start", (100, 28)),
    Picture("svar", (140, 38), QUESTION, ("tab", "down", "enter"), "tiltak-light"),
    Picture("smal", (80, 24), QUESTION, ("tab",)),
    Picture("avgrens", (100, 28), "", ("f8",)),
)


async def take(picture: Picture, index: Path, out: Path) -> Path:
    """Drive the app to a screen and save it as SVG."""
    app = TiltakApp(index)
    async with app.run_test(size=picture.size) as pilot:
        screen = app.screen
        assert isinstance(screen, MainScreen)
        app.theme = picture.theme
        end = time.monotonic() + 60
        while screen.session.engine is None and time.monotonic() < end:
            await pilot.pause(0.05)
        if screen.session.engine is None:
            raise SystemExit(f"{index}: {screen.notice.text or 'no index'}")
        if picture.question:
            await pilot.press(*picture.question, "enter")
            while not (screen.query(Turn) and screen.query(Turn).last().answer) and time.monotonic() < end:
                await pilot.pause(0.05)
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause(0.2)
        await pilot.pause(0.3)
        # Some viewers trim spaces at the start of a text; in a terminal they count.
        svg = app.export_screenshot(title="tiltak").replace("<text ", '<text xml:space="preserve" ')
    path = out / f"{picture.name}.svg"
    path.write_text(svg, encoding="utf-8", newline="\n")
    return path


def main(arguments: Sequence[str] | None = None) -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path, default=None)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "img")
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        path = asyncio.run(take(picture, index_folder(given.index), given.out))
        print(f"{path} ({path.stat().st_size // 1024} kB)")


if __name__ == "__main__":
    main()
