"""The app on a small real index: what is said there is said by the engine, not by a stand-in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui_host import SIZES, shown, wait_until, whole

from assistant.tui.app import TiltakApp
from assistant.tui.comparison import Comparison
from assistant.tui.item import Line, Named
from assistant.tui.messages import t
from assistant.tui.narrowing import Chip, Wish
from assistant.tui.quote import Quote
from assistant.tui.screen import MainScreen
from assistant.tui.turn import Turn


@asynccontextmanager
async def talking(index: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[tuple[MainScreen, Pilot[None]]]:
    app = TiltakApp(index, None, index.parent)
    async with app.run_test(size=size) as pilot:
        screen = app.screen
        assert isinstance(screen, MainScreen)
        await wait_until(pilot, lambda: screen.session.engine is not None and screen.facets, 20)
        yield screen, pilot


async def say(screen: MainScreen, pilot: Pilot[None], *lines: str) -> Turn:
    for line in lines:
        before = len(screen.conversation.turns)
        screen.prompt.value = line
        await pilot.press("enter")
        await came(screen, pilot, before)
    return screen.conversation.turns[-1]


async def came(screen: MainScreen, pilot: Pilot[None], before: int) -> Turn:
    """Wait for the turn after these."""
    await wait_until(pilot, lambda: len(screen.conversation.turns) > before, 20)
    turn = screen.conversation.turns[-1]
    await wait_until(pilot, lambda: turn.made is not None and not turn.query(".status"), 20)
    return turn


@pytest.mark.parametrize("size", SIZES)
async def test_a_whole_conversation(small_index: Path, size: tuple[int, int]) -> None:
    async with talking(small_index, size) as (screen, pilot):
        turn = await say(screen, pilot, "Hva er gjort for unge?")
        assert turn.quotes
        assert turn.query(Named)
        await say(screen, pilot, "bare i Nordland")
        assert [chip.text.strip() for chip in screen.query(Chip)] == ["Fylke: Nordland ×"]
        turn = await say(screen, pilot, "fortell om nr. 1")
        assert turn.answer is not None
        assert turn.answer.form == "profile"
        turn = await say(screen, pilot, "hva var oppnådd?")
        assert turn.quotes
        turn = await say(screen, pilot, "angre", "angre", "angre")
        assert not screen.query(Chip)


async def test_a_line_that_cannot_be_taken_leaves_the_conversation_as_it_was(small_index: Path) -> None:
    async with talking(small_index) as (screen, pilot):
        await say(screen, pilot, "Hva er gjort for unge?", "bare i Nordland")
        before = len(screen.conversation.turns)
        screen.prompt.value = "og fødselsnummer 01010012356"
        await pilot.press("enter")
        await wait_until(pilot, lambda: screen.conversation.turns[-1].query(".error"))
        assert len(screen.conversation.turns) == before + 1
        assert len(screen.query(Chip)) == 1
        turn = await say(screen, pilot, "angre")
        assert turn.made is not None
        assert turn.made.filters == ()


async def test_chips_facets_and_wishes_move_the_conversation(small_index: Path) -> None:
    async with talking(small_index, (200, 60)) as (screen, pilot):
        await pilot.press("f8")
        await pilot.pause()
        await pilot.press(*"viken", "enter")
        turn = await came(screen, pilot, 0)
        assert turn.answer is not None
        assert turn.answer.matching == 2
        assert "Fylke: Viken ×" in whole(pilot)
        assert screen.facet_pane.display
        screen.facet_pane.focus()
        await pilot.press("down", "enter")
        turn = await came(screen, pilot, 1)
        assert turn.answer is not None
        assert turn.answer.matching == 1
        assert len(screen.query(Chip)) == 2
        await pilot.click(screen.query(Chip).first())
        await came(screen, pilot, 2)
        assert len(screen.query(Chip)) == 1
        await say(screen, pilot, "nytt spørsmål: Hva er gjort for unge?")
        assert {wish.text.strip() for wish in screen.query(Wish)} == {"~ unge under 30 år"}
        assert not screen.query(Chip)


async def test_suggestions_and_names_are_chosen_with_the_keys(small_index: Path) -> None:
    async with talking(small_index) as (screen, pilot):
        turn = await say(screen, pilot, "Hva er gjort for unge?")
        tip = turn.query(Line).first()
        tip.focus()
        await pilot.press("enter")
        following = await came(screen, pilot, 1)
        assert following.question == tip.line
        name = turn.query(Named).first()
        name.focus()
        await pilot.press("enter")
        opened = await came(screen, pilot, 2)
        assert opened.made is not None
        assert opened.made.answer is not None
        assert opened.made.answer.form == "profile"


@pytest.mark.parametrize(("size", "columns"), [((200, 60), True), ((80, 24), True), ((60, 24), False)])
async def test_comparison_in_columns_or_rows(small_index: Path, size: tuple[int, int], columns: bool) -> None:
    async with talking(small_index, size) as (screen, pilot):
        turn = await say(screen, pilot, "sammenlign T901 og T902")
        table = turn.query_one(Comparison)
        await wait_until(pilot, lambda: table.query(Quote))
        await pilot.pause()
        assert bool(table.query(Named)) is columns
        first, second = list(table.query(Quote))[:2]
        assert (first.region.y == second.region.y) is columns
        assert "Målgruppe" in shown(turn) or "Målgruppe" in whole(pilot)
        first.focus()
        await pilot.press("right", "enter")
        await pilot.pause()
        assert screen.source.citation is second.citation
        await pilot.press("escape")
        await pilot.resize_terminal(*((60, 24) if columns else (200, 60)))
        await wait_until(pilot, lambda: bool(table.query(Named)) is not columns)


async def test_personal_data_waits_for_a_choice(small_index: Path) -> None:
    async with talking(small_index) as (screen, pilot):
        turn = await say(screen, pilot, "gjeldsrådgivning for 91234567")
        assert turn.answer is None
        assert "91234567" not in whole(pilot)
        assert [choice.line for choice in turn.query(Line)] == [t("choice.mask"), t("choice.keep")]
        await pilot.press("tab", "enter")
        turn = await came(screen, pilot, 1)
        assert turn.quotes
        assert "91234567" not in whole(pilot)


async def test_a_new_conversation_forgets(small_index: Path) -> None:
    async with talking(small_index) as (screen, pilot):
        await say(screen, pilot, "Hva er gjort for unge?", "bare i Nordland")
        await pilot.press("ctrl+l")
        await wait_until(pilot, lambda: not screen.query(Chip))
        turn = await say(screen, pilot, "angre")
        assert turn.made is not None
        assert turn.made.read_as == t("cannot.undo")


async def test_words_of_ours_come_in_the_language_chosen(small_index: Path) -> None:
    async with talking(small_index) as (screen, pilot):
        from assistant.tui.messages import speak

        await say(screen, pilot, "Hva er gjort for unge?")
        speak("nn")
        await screen.redraw()
        turn = await say(screen, pilot, "fleire")
        assert turn.made is not None
        assert turn.made.read_as.startswith("Fleire om det same")
        assert "Du spurde: fleire" in whole(pilot)
