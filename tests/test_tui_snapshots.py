"""How every state looks: text and styles at the sizes and in the themes people have, beside what was accepted."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from picture import FOLDER, compare, taken
from test_privacy import national_id
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, TextArea
from tui_host import SIZES, ask, wait_until

from assistant.index import manifest
from assistant.settings import DEFAULTS
from assistant.tui.app import TiltakApp
from assistant.tui.checklist import CheckList
from assistant.tui.chooser import Chooser
from assistant.tui.comparison import Comparison
from assistant.tui.conversation import Welcome
from assistant.tui.feedback_screen import FeedbackScreen
from assistant.tui.glossary import Definition
from assistant.tui.helping import HelpScreen
from assistant.tui.history_screen import HistoryScreen
from assistant.tui.quote import Quote
from assistant.tui.saving import SaveScreen
from assistant.tui.screen import MainScreen
from assistant.tui.settings_screen import SettingsScreen
from assistant.tui.source import SourcePane

Size: TypeAlias = tuple[int, int]
Taken: TypeAlias = Mapping[tuple[str, Size, str], list[str]]
LOOKS = ("dark", "light", "mono")
EVERYWHERE = ("welcome", "answer", "follow-up", "facets", "help", "comparison", "none")
SMALLER = (  # at the two smaller sizes, without the light theme
    "quote", "source", "personal", "error", "partly", "tiltak", "full-text", "chosen", "side-by-side", "plan", "similar",
    "glossary", "save", "history", "feedback", "settings", "actions",
)  # fmt: skip
ACCEPTED = (*EVERYWHERE, *SMALLER)
BUILT = "2026-01-15T12:00:00+00:00"
PLAN = (  # like one a good deal, like another somewhat: near ties fall otherwise from index to index
    "Vi vil hjelpe nybosatte flyktninger til å lære norsk i en butikk, med en språkmentor blant kollegene. Flyktninger "
    "med gjeld får råd av gjeldsrådgivere på biblioteket."
)
NUMBER = national_id(1, 1, shift_month=80)


class Noon(datetime):
    """A clock that stands."""

    @classmethod
    def now(cls, tz: Any = None) -> Noon:
        return cls(2026, 1, 16, 12, 0, 0, tzinfo=tz)


class Friday(date):
    """A calendar that stands."""

    @classmethod
    def today(cls) -> Friday:
        return cls(2026, 1, 16)


@pytest.fixture(scope="module")
def screens(small_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    """Every state in every theme: one sitting of the app for each size."""
    home = tmp_path_factory.mktemp("looks")
    index = Path(shutil.copytree(small_index, home / "index"))
    manifest.write(index, replace(manifest.read(index), built=BUILT))
    found: dict[tuple[str, Size, str], list[str]] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        patch.setenv("TILTAK_SETTINGS", "innstillinger.toml")
        patch.setattr("assistant.tui.saving.datetime", Noon)
        patch.setattr("assistant.history.datetime", Noon)
        # All begin at noon: what tells them apart must not be chance.
        counted = (f"{n:06x}" for n in count())
        patch.setattr("assistant.history.secrets.token_hex", lambda _: next(counted))
        patch.setattr("assistant.tui.feedback_screen.date", Friday)
        for look in LOOKS:
            patch.setenv("NO_COLOR", "1") if look == "mono" else patch.delenv("NO_COLOR", raising=False)
            for size in SIZES:
                patch.setenv("TILTAK_DATA", str(home / f"{look}-{size[0]}"))
                asyncio.run(_sitting(index, size, look, found))
    return found


async def _sitting(index: Path, size: Size, look: str, found: dict[tuple[str, Size, str], list[str]]) -> None:
    app = TiltakApp(index, save_folder=Path(), settings=replace(DEFAULTS, theme=look, history=True))
    async with app.run_test(size=size) as pilot:
        screen = app.screen
        assert isinstance(screen, MainScreen)
        await wait_until(pilot, lambda: screen.session.engine is not None and screen.facets)
        async for name in _everywhere(screen, pilot):
            found[name, size, look] = await _settle(pilot)
        if size != SIZES[-1] and look != "light":  # its colours are those of the dark theme by other codes
            async for name in _smaller(screen, pilot):
                found[name, size, look] = await _settle(pilot)


async def _settle(pilot: Pilot[None]) -> list[str]:
    """The screen when what a key started has come to its end: nothing changes any more."""
    before: list[str] = []
    while (now := taken(pilot.app)) != before:
        before = now
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.05)
    return now


async def _press(pilot: Pilot[None], *keys: str, to: type[Widget]) -> None:
    """Press keys, and wait for what is to be on the screen then."""
    await pilot.press(*keys)
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, to) or pilot.app.screen.query(to))


async def _everywhere(screen: MainScreen, pilot: Pilot[None]) -> AsyncIterator[str]:
    """The states that matter most, one after the other in one conversation."""
    yield "welcome"
    await ask(screen, pilot, "Hva er gjort for unge med psykiske vansker i Nordland?")
    yield "answer"
    await ask(screen, pilot, "fortell om nr. 1")
    yield "follow-up"
    await _press(pilot, "f8", to=Chooser)
    yield "facets"
    await _press(pilot, "escape", to=MainScreen)
    await _press(pilot, "f1", to=HelpScreen)
    yield "help"
    await _press(pilot, "escape", to=MainScreen)
    await ask(screen, pilot, "sammenlign T901 og T903")
    yield "comparison"
    await _press(pilot, "ctrl+l", to=Welcome)
    await ask(screen, pilot, "gjeldsrådgivning på sykehjem")
    yield "none"


async def _smaller(screen: MainScreen, pilot: Pilot[None]) -> AsyncIterator[str]:
    """The other states and the windows, each with something in it."""
    await ask(screen, pilot, "Ring Kari Nordmann på 91 23 45 67 om gjeld")
    yield "personal"
    await pilot.press("escape")
    await ask(screen, pilot, f"{NUMBER} har gjeld")
    yield "error"
    screen.prompt.value = ""
    await ask(screen, pilot, "språkmentor på sykehjem")
    yield "partly"
    await pilot.press("tab")
    yield "quote"
    await pilot.press("down", "enter")
    yield "source"
    await pilot.press("escape", "tab")
    await _press(pilot, "ctrl+o", to=SourcePane)
    await wait_until(pilot, lambda: pilot.app.screen.query(Quote))
    yield "tiltak"
    await pilot.press("k", "enter")
    yield "full-text"
    await pilot.press("escape")
    await _press(pilot, "ctrl+r", to=CheckList)
    await pilot.press("down", "space")
    yield "chosen"
    await _press(pilot, "enter", to=Comparison)
    yield "side-by-side"
    await _press(pilot, "escape", to=MainScreen)
    screen.action_plan()
    await _press(pilot, to=TextArea)
    pilot.app.screen.query_one(TextArea).text = PLAN
    yield "plan"
    await _press(pilot, "f5", to=Quote)
    yield "similar"
    await _press(pilot, "escape", to=MainScreen)
    await _press(pilot, "ctrl+g", to=Definition)
    pilot.app.screen.query_one(Input).value = "ips"
    yield "glossary"
    await _press(pilot, "escape", to=MainScreen)
    await _press(pilot, "f9", to=SaveScreen)
    yield "save"
    await _press(pilot, "escape", to=MainScreen)
    screen.action_history()
    await _press(pilot, to=HistoryScreen)
    yield "history"
    await _press(pilot, "escape", to=MainScreen)
    screen.action_feedback()
    await _press(pilot, to=FeedbackScreen)
    yield "feedback"
    await _press(pilot, "escape", to=MainScreen)
    await _press(pilot, "f12", to=SettingsScreen)
    yield "settings"
    await _press(pilot, "escape", to=MainScreen)
    await _press(pilot, "f2", to=Chooser)
    yield "actions"


def _file(name: str, screens: Taken) -> str:
    """All looks of a state; a theme that looks as the one before is only named."""
    parts: list[str] = []
    for size in SIZES:
        before: list[str] = []
        for look in LOOKS:
            if (now := screens.get((name, size, look))) is not None:
                parts += [f"== {size[0]}x{size[1]} {look}", *(["as before"] if now == before else now)]
                before = now
    return "\n".join(parts) + "\n"


@pytest.mark.parametrize("name", ACCEPTED)
def test_it_looks_as_accepted(screens: Taken, name: str) -> None:
    assert (name, SIZES[0], "dark") in screens
    compare(name, _file(name, screens))


def test_every_snapshot_is_of_a_state() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(ACCEPTED)


def _marks(lines: list[str], text: str) -> tuple[str, str]:
    """How the first line with a text begins, and the look of the text itself."""
    place = next(n for n, line in enumerate(lines) if line.startswith("│") and text in line)
    column = lines[place].index(text) - 1
    below = lines[place + 1] if place + 1 < len(lines) else ""
    looks = below.removeprefix("╰ ").split("; ") if below.startswith("╰") else []
    for look in looks:
        span, _, how = look.partition(" ")
        start, width = map(int, span.split("+"))
        if start <= column < start + width:
            return lines[place][1:3], how
    return lines[place][1:3], ""


@pytest.mark.parametrize(
    ("name", "text", "bar", "how"),
    [
        ("answer", "Fylke: Nordland ×", " ", "bold"),  # what is demanded
        ("answer", "~ unge under 30 år", " ", "italic"),  # what is only preferred
        ("answer", "[1]  «", "▏", "bold"),  # its source is shown
        ("answer", "Hva er gjort", " ", "bold"),
        ("quote", "[1]  «", "█", "bold"),
        ("none", "! Fant ikke noe", "│", "bold"),
        ("partly", "! Fant noe som dekker", "│", "bold"),
        ("error", "Feil:", "│", "bold"),
        ("facets", "Viken   ", " ", "bold underline"),
        ("settings", "Utseende", " ", "bold underline"),
        ("chosen", "[x] T901", " ", "bold underline"),
        ("side-by-side", "[1]  «", "│█", "bold"),
    ],
)
def test_what_colour_tells_is_told_without_it(screens: Taken, name: str, text: str, bar: str, how: str) -> None:
    seen = screens[name, (120, 40), "mono"]
    begins, look = _marks(seen, text)
    assert begins.startswith(bar)
    assert look == how


def test_the_quote_in_its_source_is_reversed_without_colour(screens: Taken) -> None:
    assert any("bold reverse" in line for line in screens["source", (80, 24), "mono"])


def test_no_ground_is_coloured_where_no_colour_is_wanted(screens: Taken) -> None:
    assert all(
        " on " not in line for key, lines in screens.items() if key[2] == "mono" for line in lines if line[0] == "╰"
    )
