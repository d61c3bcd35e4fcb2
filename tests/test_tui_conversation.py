"""The app on a small real index: what is said there is said by the engine, not by a stand-in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from small import write_catalogue
from textual.pilot import Pilot
from tui_host import SIZES, shown, told, wait_until, whole

from assistant.building import build
from assistant.tui.app import TiltakApp
from assistant.tui.comparison import Comparison
from assistant.tui.item import Line, Named
from assistant.tui.messages import t
from assistant.tui.narrowing import Chip, OwnWords, Wish
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


async def test_a_wish_is_demanded_or_dropped(small_index: Path) -> None:
    async with talking(small_index) as (screen, pilot):
        await say(screen, pilot, "individuell jobbstøtte for dem under 25")
        assert not screen.query(Chip)
        age, method = screen.query(Wish)
        assert (age.text.strip(), method.text.strip()) == ("~ alder: under 25 år", "~ individuell jobbstøtte")
        age.focus()
        await pilot.press("enter")
        await came(screen, pilot, 1)
        assert [chip.text.strip() for chip in screen.query(Chip)] == ["Alder: under 25 år ×"]
        await say(screen, pilot, "nytt spørsmål: språkmentor for flyktninger", "sammenlign T901 og T902")
        (wish,) = screen.query(Wish)
        wish.focus()
        await pilot.press("delete")
        turn = await came(screen, pilot, 4)
        assert turn.made is not None
        assert turn.made.read_as == "Tok bort «flyktninger». Emne: «språkmentor»"
        assert not screen.query(Wish)


async def test_the_vocabulary_is_switched_off_and_on(small_index: Path) -> None:
    async with talking(small_index) as (screen, pilot):
        assert not screen.check_action("expand", ())
        await say(screen, pilot, "gjeldsrettleiing")
        await pilot.press("f2")
        await pilot.pause()
        await pilot.press(*"ordlisten av", "enter")
        turn = await came(screen, pilot, 1)
        assert turn.made is not None
        assert not turn.made.expand
        chip = screen.query_one(OwnWords)
        assert chip.text.strip() == "Bare dine egne ord ×"
        chip.focus()
        await pilot.press("enter")
        turn = await came(screen, pilot, 2)
        assert turn.made is not None
        assert turn.made.read_as == "Med ordlisten igjen: «gjeldsrettleiing»"
        assert not screen.query(OwnWords)


async def test_a_new_index_goes_on_with_topic_and_conditions(copied_index: Path, tmp_path: Path) -> None:
    async with talking(copied_index) as (screen, pilot):
        await say(screen, pilot, "individuell jobbstøtte", "uten flyktninger", "bare i Nordland")
        home = write_catalogue(tmp_path / "katalog")
        for name in ("records/T901.md", "questions.toml"):
            (home / name).unlink()
        build(copied_index, [], home)
        screen.action_reload()
        await wait_until(pilot, lambda: len(screen.query(Chip)) == 1, 20)
        assert "uten flyktninger" in screen.query(Chip).first().text
        assert "Vilkår som ikke finnes i den nye indeksen, er tatt bort: Nordland." in told(pilot)
        turn = await say(screen, pilot, "bare i Viken")
        assert turn.made is not None
        assert "individuell jobbstøtte" in turn.made.read_as


async def test_suggestions_and_names_are_chosen_with_the_keys(small_index: Path) -> None:
    async with talking(small_index) as (screen, pilot):
        turn = await say(screen, pilot, "Hva er gjort for unge?")
        tip = screen.tips.query(Line).first()
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


@pytest.mark.parametrize(
    ("line", "size", "columns"),
    [
        ("sammenlign T901 og T902", (200, 60), True),
        ("sammenlign T901 og T902", (80, 24), True),
        ("sammenlign T901, T902 og T903", (60, 24), False),
    ],
)
async def test_comparison_in_columns_or_rows(
    small_index: Path, line: str, size: tuple[int, int], columns: bool
) -> None:
    async with talking(small_index, size) as (screen, pilot):
        turn = await say(screen, pilot, line)
        table = turn.query_one(Comparison)
        await wait_until(pilot, lambda: table.query(Quote))
        await pilot.pause()
        assert table.has_class("-columns") is columns
        first, second = list(table.query(Quote))[:2]
        assert (first.region.y == second.region.y) is columns
        assert "Målgruppe" in shown(turn) or "Målgruppe" in whole(pilot)
        first.focus()
        await pilot.press("right", "enter")
        await pilot.pause()
        assert screen.source.citation is second.citation
        if not columns:
            await pilot.press("escape")
            await pilot.resize_terminal(100, 24)
            await wait_until(pilot, lambda: table.has_class("-columns"))


async def test_personal_data_waits_for_a_choice(small_index: Path) -> None:
    async with talking(small_index) as (screen, pilot):
        turn = await say(screen, pilot, "gjeldsrådgivning for 91234567")
        assert turn.answer is None
        assert "91234567" not in whole(pilot)
        assert [choice.line for choice in turn.query(Line)] == [t("choice.mask"), t("choice.keep")]
        await pilot.press("enter")
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

        older = await say(screen, pilot, "Hva er gjort for unge?")
        newest = await say(screen, pilot, "uten flyktninger")
        speak("nn")
        await screen.redraw()
        await wait_until(pilot, lambda: newest.answer is not None and newest.answer.language == "nn", 20)
        assert newest.made is not None
        assert newest.made.read_as == "Same emne («Hva er gjort for unge?»), utan flyktninger."
        assert "Målgruppe: utan flyktninger ×" in whole(pilot)
        assert "kva var vanskeleg?" in [tip.line for tip in screen.tips.query(Line)]
        assert older.answer is not None
        assert older.answer.language == "nb"
        turn = await say(screen, pilot, "fleire")
        assert turn.made is not None
        assert turn.made.read_as.startswith("Fleire om det same")
        assert "Du spurde: fleire" in whole(pilot)


async def test_personal_data_does_not_come_back(small_index: Path) -> None:
    async with talking(small_index) as (screen, pilot):
        turn = await say(screen, pilot, "Har Kari Nordmann fått hjelp med gjeld, ring 98765432")
        assert "Nordmann" not in whole(pilot)
        assert screen.focused is turn.items[0]
        before = len(screen.conversation.turns)
        await pilot.press("enter")
        turn = await came(screen, pilot, before)
        assert "Du valgte: anonymiser" in shown(turn)
        assert t("note.personal") in " ".join(shown(turn).split())
        await pilot.press(*"sak 30110399088 om gjeld", "enter")
        await wait_until(pilot, lambda: screen.conversation.turns[-1].query(".error"))
        assert screen.prompt.value == "sak 30110399088 om gjeld"  # to be mended
        screen.prompt.value = ""
        came_back = []
        for _ in range(3):
            await pilot.press("up")
            came_back.append(screen.prompt.value)
        assert came_back[:2] == ["sak [fødselsnummer] om gjeld", "Har [navn] fått hjelp med gjeld, ring [telefon]"]
