"""The windows over the main screen, on a real small index, by keyboard and mouse, at the sizes people have."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.color_triplet import ColorTriplet
from test_privacy import national_id
from textual import events as textual_events
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, TextArea
from tui_host import SIZES, ask, shown, wait_until, whole

from assistant.answer.types import Facet, Value
from assistant.feedback import Feedback
from assistant.settings import DEFAULTS
from assistant.tui import clipboard
from assistant.tui.answer_pane import AnswerPane
from assistant.tui.app import TiltakApp
from assistant.tui.backend import IndexBackend, IndexEngine
from assistant.tui.checklist import CheckList
from assistant.tui.chooser import Chooser
from assistant.tui.comparing import CompareChoice, CompareScreen
from assistant.tui.comparison import Comparison
from assistant.tui.confirming import Confirm
from assistant.tui.desk import MOST, Desk
from assistant.tui.feedback_screen import FeedbackScreen
from assistant.tui.glossary import Definition, GlossaryScreen, find
from assistant.tui.helping import HelpScreen
from assistant.tui.history_screen import HistoryScreen
from assistant.tui.messages import speak, t
from assistant.tui.narrowing import choices
from assistant.tui.notice import Notice
from assistant.tui.plan import PlanScreen
from assistant.tui.quote import Quote
from assistant.tui.rows import Rows
from assistant.tui.saving import SaveScreen
from assistant.tui.screen import MainScreen
from assistant.tui.settings_screen import SettingsScreen
from assistant.tui.similar import SimilarScreen
from assistant.tui.source import Cited, Printed, SourcePane
from assistant.tui.source_window import SourceWindow
from assistant.tui.tiltak import TiltakScreen
from assistant.tui.turn import Turn
from assistant.tui.window import Window
from assistant.tui.words import Words
from assistant.vocabulary import Concept

PLAN = (
    "Vi vil hjelpe nybosatte flyktninger til å lære norsk i butikker i Fjordvik, med en språkmentor blant kollegene. "
    "Mentoren er en vanlig ansatt."
)
NUMBER = national_id(1, 1, shift_month=80)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, in a terminal that copies."""
    folder = tmp_path / "data"
    monkeypatch.setenv("TILTAK_DATA", str(folder))
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("VTE_VERSION", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    return folder


Run = Callable[..., Any]


@pytest.fixture
def run(small_index: Path, tmp_path: Path) -> Run:
    """The app over the small index."""

    @asynccontextmanager
    async def running(
        size: tuple[int, int] = (120, 40), history: bool = False
    ) -> AsyncIterator[tuple[MainScreen, Pilot[None]]]:
        app = TiltakApp(small_index, save_folder=tmp_path, settings=replace(DEFAULTS, history=history))
        async with app.run_test(size=size) as pilot:
            screen = app.screen
            assert isinstance(screen, MainScreen)
            await wait_until(pilot, lambda: screen.session.engine is not None)
            yield screen, pilot

    return running


@pytest.fixture
def engine(small_index: Path) -> IndexEngine:
    return IndexEngine(small_index)


def told(pilot: Pilot[None]) -> str:
    """What the line for what was just done says, on the screen one is at."""
    return pilot.app.screen.query_one(Notice).text


async def shows(pilot: Pilot[None], kind: type) -> Any:
    """The window, when it is there."""
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, kind))
    return pilot.app.screen


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and let what they start come to its end."""
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def tiltak(screen: MainScreen, pilot: Pilot[None], doc_id: str) -> TiltakScreen:
    """Open a document."""
    desk = screen.desk()
    assert desk is not None
    window = TiltakScreen(desk, doc_id)
    await pilot.app.push_screen(window)
    await wait_until(pilot, lambda: window.query(Quote))
    return window


# One tiltak


@pytest.mark.parametrize("size", SIZES)
async def test_profile_and_full_text(run: Run, size: tuple[int, int]) -> None:
    async with run(size) as (screen, pilot):
        window = await tiltak(screen, pilot, "T901")
        first = whole(pilot).splitlines()[0]
        assert "T901 Ung i gang" in first
        assert "Esc Lukk" in whole(pilot)
        assert {c.doc_id for c in window.query_one(AnswerPane).answer.citations} == {"T901"}
        text = window.query_one(SourcePane)
        assert text.display is (size[0] >= 110)
        await pressed(pilot, "f7")
        assert text.display
        assert window.focused is text
        assert "Målgruppe" in whole(pilot)
        assert "T901.md, linje" in whole(pilot)
        assert window.query_one(AnswerPane).display is (size[0] >= 110)
        await pressed(pilot, "f7")
        assert isinstance(window.focused, Quote)
        await pressed(pilot, "escape")
        assert pilot.app.screen is screen


async def test_a_quote_is_marked_in_the_full_text(run: Run) -> None:
    async with run((80, 24)) as (screen, pilot):
        window = await tiltak(screen, pilot, "T901")
        await pressed(pilot, "down", "enter")
        assert window.focused is window.query_one(SourcePane)
        assert "En jobbspesialist bruker individuell jobbstøtte" in whole(pilot)
        assert "»" not in whole(pilot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["f4", "f7"])
async def test_keys_to_the_text_land_on_the_quote_one_is_at(run: Run, size: tuple[int, int], key: str) -> None:
    async with run(size) as (screen, pilot):
        window = await tiltak(screen, pilot, "T901")
        await pressed(pilot, "down")
        citation = window.focused.citation
        await pressed(pilot, key)
        text = window.query_one(SourcePane)
        assert window.focused is text
        assert text.query_one(Cited).quote == citation.quote
        if key == "f4":
            assert f"› {citation.source.line_start}" in shown(text)
        else:
            assert citation.quote[:20] in shown(text)
        await pressed(pilot, "f7")
        assert window.focused.citation is citation


async def test_printed_lines_come_where_one_reads(run: Run) -> None:
    async with run((80, 16)) as (screen, pilot):
        window = await tiltak(screen, pilot, "T901")
        window.set_focus(window.query_one(AnswerPane))
        await pressed(pilot, "f4")
        assert window.query_one(SourcePane).scroll_y == 0
        await pressed(pilot, "f4", "end")
        text = window.query_one(SourcePane)
        seen = [part.text.split("\n")[0] for part in text.query(".head") if part.virtual_region.y <= text.scroll_y][-1]
        assert seen in whole(pilot)
        await pressed(pilot, "f7")
        window.set_focus(window.query_one(AnswerPane))
        await pressed(pilot, "f4")
        assert seen in whole(pilot)


async def test_printed_lines_are_shown_on_demand(run: Run) -> None:
    async with run() as (screen, pilot):
        window = await tiltak(screen, pilot, "T902")
        assert not window.query(Printed)
        assert t("footer.printed") in whole(pilot)
        await pressed(pilot, "f4")
        assert t("footer.hide_printed") in whole(pilot)
        assert "16  Husstander med betalingsvansker." in whole(pilot)
        await pressed(pilot, "f4")
        assert not window.query(Printed)


async def test_what_is_copied_is_what_one_is_in(run: Run) -> None:
    async with run() as (screen, pilot):
        await tiltak(screen, pilot, "T901")
        await pressed(pilot, "ctrl+y")
        assert "Kilder" in pilot.app.clipboard
        await pressed(pilot, "f7", "ctrl+y")
        assert "Kilder" not in pilot.app.clipboard
        assert pilot.app.clipboard.startswith("T901 Ung i gang (NAV Fjordvik, Nordland)")


async def test_a_document_is_chosen_from_a_list(run: Run) -> None:
    async with run((80, 24)) as (_, pilot):
        await pressed(pilot, "ctrl+o")
        await pressed(pilot, *"t903", "enter")
        window = await shows(pilot, TiltakScreen)
        assert window.doc_id == "T903"


async def test_a_quote_in_the_conversation_opens_its_tiltak(run: Run) -> None:
    async with run() as (screen, pilot):
        turn = await ask(screen, pilot, "gjeldsrådgivning på biblioteket")
        screen.set_focus(turn.quotes[0])
        await pressed(pilot, "ctrl+o")
        window = await shows(pilot, TiltakScreen)
        assert window.doc_id == turn.quotes[0].citation.doc_id


async def test_the_last_line_can_be_clicked(run: Run) -> None:
    async with run((80, 24)) as (screen, pilot):
        window = await tiltak(screen, pilot, "T901")
        row, line = next((y, text) for y, text in enumerate(whole(pilot).splitlines()) if "F7 Full tekst" in text)
        assert row == 23
        await pilot.click(offset=(line.index("Full tekst") + 1, row))
        await wait_until(pilot, lambda: window.has_class("-text"))
        assert "F7 Profil" in whole(pilot)


async def test_similar_ones_are_found_and_opened(run: Run) -> None:
    async with run() as (screen, pilot):
        await tiltak(screen, pilot, "T902")
        await pressed(pilot, "l")
        window = await shows(pilot, SimilarScreen)
        await wait_until(pilot, lambda: window.query(Quote))
        assert "T902" not in window.pane.answer.cited
        await pressed(pilot, "ctrl+o")
        assert isinstance(pilot.app.screen, TiltakScreen)
        await pressed(pilot, "escape", "escape", "escape")
        assert pilot.app.screen is screen


# Comparing


async def compared(screen: MainScreen, pilot: Pilot[None], count: int) -> CompareScreen:
    """Compare some documents."""
    desk = screen.desk()
    assert desk is not None
    desk.basket = ["T901", "T902", "T903", "E901"][:count]
    window = CompareScreen(desk, desk.basket)
    await pilot.app.push_screen(window)
    await wait_until(pilot, lambda: window.query(Comparison) and isinstance(window.focused, Quote))
    return window


async def test_the_basket_is_ticked_and_listed_ones_have_numbers(run: Run) -> None:
    async with run() as (screen, pilot):
        await ask(screen, pilot, "gjeldsrådgivning på biblioteket")
        await tiltak(screen, pilot, "T903")
        await pressed(pilot, "k")
        assert "T903" in told(pilot)
        await pressed(pilot, "s")
        text = whole(pilot)
        assert "[x] T903  Språk i butikken" in text
        assert re.search(r"\[ \] T902  1\. Orden i økonomien +NAV Elvestad +Viken", text)
        await pressed(pilot, "enter")
        assert t("compare.few") in told(pilot)
        await pressed(pilot, "down", "space", "enter")
        window = await shows(pilot, CompareScreen)
        await wait_until(pilot, lambda: window.query(Comparison))
        assert window.pane.answer.table.doc_ids[0] == "T903"


async def test_searching_keeps_what_is_ticked(run: Run) -> None:
    async with run((80, 24)) as (screen, pilot):
        screen.action_compare()
        window = await shows(pilot, CompareChoice)
        await pressed(pilot, "space")
        ticked = list(window.query_one(CheckList).ticked)
        window.set_focus(window.query_one(Input))
        await pressed(pilot, *"elvestad")
        assert window.query_one(OptionList).option_count == 2
        await pressed(pilot, "down", "space")
        assert len(window.query_one(CheckList).ticked) == 2
        assert window.query_one(CheckList).ticked[:1] == ticked
        await pressed(pilot, "escape")
        assert pilot.app.screen is screen


def test_a_sixth_is_not_taken(engine: IndexEngine, tmp_path: Path) -> None:
    desk = Desk(engine, tmp_path)
    assert all(desk.take(f"T{n}") for n in range(MOST))
    assert not desk.take("T99")
    assert desk.take("T0")
    assert len(desk.basket) == MOST - 1
    desk.use(engine)
    assert desk.basket == []


@pytest.mark.parametrize(
    ("size", "count", "columns"), [((80, 24), 2, True), ((80, 24), 3, False), ((200, 60), 4, True)]
)
async def test_columns_where_there_is_room(run: Run, size: tuple[int, int], count: int, columns: bool) -> None:
    async with run(size) as (screen, pilot):
        window = await compared(screen, pilot, count)
        table = window.query_one(Comparison)
        assert table.has_class("-columns") is columns
        assert table.query_one(".heads").display is columns
        text = "\n".join(widget.text for widget in table.query(".note"))
        assert t("cell.none") in text
        assert isinstance(window.focused, Quote)


async def test_arrows_go_from_cell_to_cell_and_enter_to_the_source(run: Run) -> None:
    async with run((200, 60)) as (screen, pilot):
        window = await compared(screen, pilot, 3)
        first = window.focused
        await pressed(pilot, "right")
        beside = window.focused
        assert isinstance(beside, Quote)
        assert beside.region.y == first.region.y
        assert beside.region.x > first.region.x
        await pressed(pilot, "down")
        below = window.focused
        assert below.region.x == beside.region.x
        assert below.region.y > beside.region.y
        await pressed(pilot, "left", "left", "up", "up", "up")
        assert window.focused.region.y < first.region.y  # the name of the column
        await pressed(pilot, "down", "enter")
        await shows(pilot, SourceWindow)
        assert first.citation.quote.split(".")[0][:30] in whole(pilot)
        await pressed(pilot, "f7", "escape")
        assert pilot.app.screen is window


async def test_row_by_row_the_arrows_go_forwards_and_back(run: Run) -> None:
    async with run((80, 24)) as (screen, pilot):
        window = await compared(screen, pilot, 3)
        assert window.focused.citation.number == 1
        await pressed(pilot, "down", "right")
        assert window.focused.citation.number == 3
        await pressed(pilot, "up", "up", "up")
        assert window.focused.citation.number == 1
        await pressed(pilot, "2")
        second = await shows(pilot, SourceWindow)
        await pressed(pilot, "3")  # on to another from there
        third = await shows(pilot, SourceWindow)
        assert (second._citation.number, third._citation.number) == (2, 3)
        await pressed(pilot, "escape")
        assert pilot.app.screen is window


async def test_others_are_chosen_in_place_of_these(run: Run) -> None:
    async with run() as (screen, pilot):
        await compared(screen, pilot, 2)
        await pressed(pilot, "s")
        window = await shows(pilot, CompareChoice)
        assert len(window.query_one(CheckList).ticked) == 2
        await pressed(pilot, "escape")
        assert pilot.app.screen is screen


# A plan


async def plan(screen: MainScreen, pilot: Pilot[None], text: str) -> PlanScreen:
    """The window with a text in it."""
    screen.action_plan()
    window: PlanScreen = await shows(pilot, PlanScreen)
    window.query_one(TextArea).text = text
    await pilot.pause()
    return window


@pytest.mark.parametrize("size", SIZES)
async def test_a_plan_finds_its_like(run: Run, size: tuple[int, int]) -> None:
    async with run(size) as (screen, pilot):
        window = await plan(screen, pilot, PLAN)
        await pressed(pilot, "f5")
        await wait_until(pilot, lambda: window.query(Quote))
        assert window.pane.answer.citations[0].doc_id == "T903"
        assert window.query_one("#plan").display is (size[0] >= 110)
        await pressed(pilot, "f7")
        assert window.focused is window.query_one(TextArea)
        assert window.query_one("#plan").display
        await pressed(pilot, "escape")
        assert pilot.app.screen is screen


async def test_personal_data_is_warned_of_and_taken_away(run: Run) -> None:
    async with run((80, 24)) as (screen, pilot):
        window = await plan(screen, pilot, f"{PLAN} Spør Kari Nordmann, 91 23 45 67.")
        await pressed(pilot, "f5")
        assert "1 navn, 1 telefonnummer" in whole(pilot)
        assert window.pane.answer is None
        await pressed(pilot, "enter")
        await wait_until(pilot, lambda: window.pane.answer)
        assert t("note.personal") in window.pane.answer.notes
        await pressed(pilot, "ctrl+y")
        assert "Nordmann" not in pilot.app.clipboard


async def test_personal_data_can_be_kept(run: Run) -> None:
    async with run() as (screen, pilot):
        window = await plan(screen, pilot, f"{PLAN} Spør Kari Nordmann.")
        await pressed(pilot, "f5", "tab", "enter")
        await wait_until(pilot, lambda: window.pane.answer)
        assert t("note.personal") not in window.pane.answer.notes


async def test_an_identity_number_is_refused_and_not_shown(run: Run, tmp_path: Path) -> None:
    async with run() as (screen, pilot):
        window = await plan(screen, pilot, "")
        window.query_one(TextArea).post_message(textual_events.Paste(f"{PLAN} {NUMBER}"))
        await pilot.pause()
        assert window.query_one(TextArea).text == ""
        assert t("plan.refused") in told(pilot)
        (tmp_path / "plan.txt").write_text(f"{PLAN} {NUMBER}", encoding="utf-8")
        window.query_one(Input).value = str(tmp_path / "plan.txt")
        window.set_focus(window.query_one(Input))
        await pressed(pilot, "enter")
        assert NUMBER not in whole(pilot)
        window.query_one(TextArea).text = f"{PLAN} {NUMBER}"
        await pressed(pilot, "f5")
        assert window.pane.answer is None
        assert NUMBER not in told(pilot)


async def test_a_plan_is_read_from_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(PLAN, encoding="utf-8")
    async with run() as (screen, pilot):
        window = await plan(screen, pilot, "")
        await pressed(pilot, "f5")
        assert t("plan.nothing") in told(pilot)
        field = window.query_one(Input)
        for name, said in ((tmp_path / "mangler.txt", "kan ikke lese"), (tmp_path / "plan.xls", "ukjent type")):
            field.value = str(name)
            window.set_focus(field)
            await pressed(pilot, "enter")
            assert said in told(pilot)
        field.value = f'"{tmp_path / "plan.md"}"'
        await pressed(pilot, "enter")
        await wait_until(pilot, lambda: window.query_one(TextArea).text == PLAN)


async def test_nothing_pasted_is_stored(run: Run, data: Path) -> None:
    async with run(history=True) as (screen, pilot):
        window = await plan(screen, pilot, PLAN)
        await pressed(pilot, "f5")
        await wait_until(pilot, lambda: window.query(Quote))
    assert not data.exists()


# Glossary


async def test_a_word_is_looked_up_and_asked_about(run: Run) -> None:
    async with run((80, 24)) as (screen, pilot):
        screen.action_glossary()
        window = await shows(pilot, GlossaryScreen)
        await pressed(pilot, *"ips")
        text = whole(pilot)
        assert "Jobbstøtte sammen med behandling." in text
        assert t("glossary.naming", n=1) in text
        await pressed(pilot, "enter")
        assert isinstance(window.focused, Definition)
        await pressed(pilot, "escape")
        assert window.focused is window.query_one(Input)
        await pressed(pilot, "enter", "enter")
        await wait_until(pilot, lambda: screen.query(Turn))
        assert screen.query(Turn).last().question == t("glossary.question", word="individuell jobbstøtte")


async def test_arrows_choose_while_one_writes(run: Run) -> None:
    async with run() as (screen, pilot):
        screen.action_glossary()
        await shows(pilot, GlossaryScreen)
        await pressed(pilot, "down")
        assert "Personer som har fått vern." not in whole(pilot)
        await pressed(pilot, *"refugees")
        assert "flyktninger – refugees" in whole(pilot)
        assert "Personer som har fått vern." in whole(pilot)
        await pressed(pilot, *"xyz")
        assert t("glossary.none") in whole(pilot)
        await pressed(pilot, "enter", "f5")
        assert isinstance(pilot.app.screen, GlossaryScreen)


def test_whole_forms_come_first_then_beginnings(engine: IndexEngine) -> None:
    concepts = engine.vocabulary.concepts
    assert [c.id for c in find(concepts, "unge", "nb")] == ["unge"]
    assert [c.id for c in find(concepts, "ung", "nb")] == ["ungdom", "unge"]
    assert find(concepts, "regninger", "nb")[0].id == "gjeldsradgivning"
    assert len(find(concepts, " ", "nb")) == len(concepts)
    assert find(concepts, "romfart", "nb") == []


def test_the_alphabet_is_norwegian() -> None:
    concepts = [
        Concept(word, "theme", word, "Et ord.") for word in ("åpent hus", "økonomi", "ærlighet", "zoo", "Arbeid")
    ]
    assert [c.label for c in find(concepts, "", "nb")] == ["Arbeid", "zoo", "ærlighet", "økonomi", "åpent hus"]


def test_how_many_documents_have_a_word(engine: IndexEngine) -> None:
    assert engine.naming("gjeldsradgivning") == 2  # one is registered with it, one says it
    assert engine.naming("finnes-ikke") == 0


# Saving and copying


@pytest.mark.parametrize(("place", "suffix"), list(enumerate(("md", "csv", "json", "txt"))))
async def test_an_answer_is_saved_in_each_form(run: Run, tmp_path: Path, place: int, suffix: str) -> None:
    async with run((80, 24)) as (screen, pilot):
        turn = await ask(screen, pilot, "gjeldsrådgivning på biblioteket")
        await pressed(pilot, "f9")
        await shows(pilot, SaveScreen)
        await pressed(pilot, *["down"] * place, "enter")
        assert pilot.app.screen is screen
        [path] = tmp_path.glob(f"*.{suffix}")
        assert path.name in told(pilot)
        text = path.read_bytes().decode("utf-8-sig" if suffix == "csv" else "utf-8")
        quote = turn.quotes[0].citation.quote
        if suffix == "json":
            assert json.loads(text)["citations"][0]["quote"] == quote
        elif suffix == "csv":
            assert next(csv.DictReader(io.StringIO(text)))["quote"] == f"«{quote}»"
        elif suffix == "txt":
            assert "[1] T902 Orden i økonomien" in text
        else:
            assert "[^1]: T902" in text


async def test_a_file_is_never_written_over(run: Run, tmp_path: Path) -> None:
    async with run() as (screen, pilot):
        await ask(screen, pilot, "gjeldsrådgivning på biblioteket")
        await pressed(pilot, "f9")
        window = await shows(pilot, SaveScreen)
        taken = tmp_path / "tatt.md"
        taken.write_text("mitt", encoding="utf-8")
        field = window.query_one(Input)
        for name, said in (
            (str(taken), t("save.exists")),
            (str(tmp_path / "mangler" / "svar.md"), "Det er ingen mappe"),
            ("a\0b", "Kan ikke skrive filen: ugyldig navn"),
            ("  ", t("save.empty")),
        ):
            field.value = name
            window.set_focus(field)
            await pressed(pilot, "enter")
            assert said[:15] in whole(pilot)
        assert taken.read_text(encoding="utf-8") == "mitt"
        await pressed(pilot, "escape")
        assert pilot.app.screen is screen


async def test_a_comparison_and_a_whole_document_are_saved(run: Run, tmp_path: Path) -> None:
    async with run() as (screen, pilot):
        await compared(screen, pilot, 2)
        await pressed(pilot, "f9", "enter", "escape")
        [path] = tmp_path.glob("tiltak-sammenligning-*.md")
        assert path.read_text(encoding="utf-8").count("\n| ") >= 7
        await tiltak(screen, pilot, "T901")
        await pressed(pilot, "f7", "f9", "enter")
        [path] = tmp_path.glob("tiltak-T901-*.txt")
        assert "corpus/records/T901.md, linje 19\n\nUnge mellom 18" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "linux"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, True),
        ({"TERM": "xterm-256color", "TMUX": "/tmp/tmux-1000/default,1,0"}, True),
        ({"TERM": "xterm-256color", "STY": "1.pts-0"}, True),
        ({"TERM": "tmux-256color"}, True),
        ({"TERM": "screen.xterm-256color"}, True),
    ],
)
def test_terminals_that_may_not_copy(environment: dict[str, str], expected: bool) -> None:
    assert clipboard.doubtful(environment) is expected


async def test_where_copying_is_doubtful_the_text_lies_in_a_file(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    async with run((200, 60)) as (screen, pilot):
        await tiltak(screen, pilot, "T901")
        await pressed(pilot, "ctrl+y")
        assert str(data / "utklipp.txt") in told(pilot)
        assert (data / "utklipp.txt").read_text(encoding="utf-8") == pilot.app.clipboard


# Saved conversations


async def test_nothing_is_kept_till_it_is_turned_on(run: Run, data: Path) -> None:
    async with run() as (screen, pilot):
        await ask(screen, pilot, "gjeldsrådgivning")
        screen.action_history()
        await shows(pilot, HistoryScreen)
        assert t("history.is_off")[:30] in whole(pilot)
        assert t("history.none") in whole(pilot)
        assert not pilot.app.screen.query_one(OptionList).region
        await pressed(pilot, "enter", "delete", "f8")
        assert isinstance(pilot.app.screen, HistoryScreen)
        await pressed(pilot, "f12", "down", "down", "down", "right", "escape")
        assert t("history.is_on")[:40] in whole(pilot)
    assert not data.exists()


async def test_a_conversation_is_reopened(run: Run) -> None:
    async with run(history=True) as (screen, pilot):
        await ask(screen, pilot, "gjeldsrådgivning på biblioteket")
        await ask(screen, pilot, "hva var vanskelig?")
        await screen.action_clear()
        await ask(screen, pilot, "språkmentor i butikk")
        assert sorted(len(saved.lines) for saved in screen.history.all()) == [1, 2]
        screen.action_history()
        window = await shows(pilot, HistoryScreen)
        options = window.query_one(OptionList)
        options.highlighted = next(n for n, s in enumerate(screen.history.all()) if len(s.lines) == 2)
        await pilot.pause()
        assert "› hva var vanskelig?" in whole(pilot)
        await pressed(pilot, "enter")
        await wait_until(pilot, lambda: len(screen.query(Turn)) == 2 and screen.query(Turn).last().answer)
        assert [turn.question for turn in screen.query(Turn)] == [
            "gjeldsrådgivning på biblioteket",
            "hva var vanskelig?",
        ]
        await ask(screen, pilot, "hva virket?")
        assert sorted(len(saved.lines) for saved in screen.history.all()) == [1, 3]


async def test_conversations_are_deleted_after_a_question(run: Run) -> None:
    async with run((80, 24), history=True) as (screen, pilot):
        for question in ("gjeldsrådgivning", "språkmentor", "jobbspesialist"):
            await ask(screen, pilot, question)
            await screen.action_clear()
        screen.action_history()
        await shows(pilot, HistoryScreen)
        await pressed(pilot, "delete")
        await shows(pilot, Confirm)
        await pressed(pilot, "enter")
        assert len(screen.history.all()) == 3  # one begins at No
        await pressed(pilot, "delete", "right", "enter")
        assert len(screen.history.all()) == 2
        await pressed(pilot, "f8", "escape")
        assert len(screen.history.all()) == 2
        await pressed(pilot, "f8", "right", "enter")
        assert screen.history.all() == ()
        assert t("history.none") in whole(pilot)


# Feedback


async def test_feedback_shows_what_is_kept_before_it_is(run: Run) -> None:
    async with run((80, 24)) as (screen, pilot):
        screen.action_feedback()
        assert t("copy.nothing") in told(pilot)
        await ask(screen, pilot, "gjeldsrådgivning på biblioteket")
        screen.action_feedback()
        window = await shows(pilot, FeedbackScreen)
        await pressed(pilot, "enter")
        assert "tom" in told(pilot)
        await pressed(pilot, "space")
        window.set_focus(window.query_one(Input))
        await pressed(pilot, *"Ring Ola Nordmann")
        text = whole(pilot)
        assert "Kommentar: Ring [navn]" in text
        assert "Krysset av: feil tiltak" in text
        assert t("feedback.masked") in text
        assert Feedback.of_user().lines() == ()
        await pressed(pilot, "enter")
        assert pilot.app.screen is screen
        assert t("feedback.thanks") in told(pilot)
        [line] = Feedback.of_user().lines()
        assert json.loads(line)["comment"] == "Ring [navn]"
        assert "Nordmann" not in line


# Choosing


async def test_a_list_tells_its_keys_and_in_full_what_one_is_at(run: Run) -> None:
    async with run((80, 24)) as (_, pilot):
        await pressed(pilot, "f2")
        await wait_until(pilot, lambda: "Enter Velg  Esc Lukk" in whole(pilot))
        assert t("about.help") in whole(pilot)
        await pressed(pilot, *"lignende")
        assert t("about.plan") in whole(pilot)
        await pressed(pilot, *"xyz")
        assert t("chooser.none") in whole(pilot)
        assert "Enter Velg" not in whole(pilot)
        assert t("about.plan") not in whole(pilot)


async def test_a_document_is_found_by_what_its_line_has_no_room_for(run: Run) -> None:
    async with run((80, 24)) as (_, pilot):
        await pressed(pilot, "ctrl+o")
        await pressed(pilot, *"nordland")
        assert "Ung i gang (NAV Fjordvik, Nordland)" in whole(pilot)
        await pressed(pilot, "enter")
        assert (await shows(pilot, TiltakScreen)).doc_id == "T901"


async def test_where_the_facets_are_shown_f8_goes_there(run: Run) -> None:
    async with run((200, 60)) as (screen, pilot):
        await ask(screen, pilot, "gjeldsrådgivning på biblioteket")
        await pressed(pilot, "f8")
        assert screen.focused is screen.facet_pane
        assert pilot.app.screen is screen
        await pressed(pilot, "f8")
        assert isinstance(pilot.app.screen, Chooser)
        await pressed(pilot, "escape", "v")
        assert pilot.app.screen.query_one(Input).value == "v"
        await pressed(pilot, "escape", "enter")
        assert screen.query(Turn).last().question == "bare Viken"
        assert screen.focused is screen.prompt


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_where_they_are_not_f8_lists_them(run: Run, size: tuple[int, int]) -> None:
    async with run(size) as (screen, pilot):
        await ask(screen, pilot, "gjeldsrådgivning på biblioteket")
        await pressed(pilot, "f8")
        assert isinstance(pilot.app.screen, Chooser)
        assert "Fylke: Viken (1)" in whole(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_told_of_a_choice_and_the_keys_have_room(run: Run, size: tuple[int, int]) -> None:
    async with run(size) as (screen, pilot):
        await wait_until(pilot, lambda: screen.facets)
        await pressed(pilot, "f8")
        await wait_until(pilot, lambda: "Enter Velg  Esc Lukk" in whole(pilot))
        assert re.search(r"│ +Fylke: Viken \(2\) ", whole(pilot))
        assert t("filters.title", documents=4) in whole(pilot)


async def test_the_facets_of_the_topic_outlive_what_a_word_means(run: Run) -> None:
    async with run() as (screen, pilot):
        await ask(screen, pilot, "gjeldsrådgivning på biblioteket")
        facets = screen.facet_pane.facets
        assert facets
        await ask(screen, pilot, "hva er IPS?")
        assert screen.facet_pane.facets == facets
        await ask(screen, pilot, "romfart på Svalbard")
        assert not screen.facet_pane.facets


def test_what_is_in_force_is_ticked() -> None:
    facets = (Facet("county", (Value("Oslo", "Oslo", 4), Value("Viken", "Viken", 2))),)
    first, second = choices(facets, [("county", "Oslo")])
    assert (first.cells, first.lead) == (("✓ Oslo",), "4")
    assert second.cells == ("Viken",)


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
async def test_counts_and_keys_can_be_read_on_the_row_one_is_at(small_index: Path, tmp_path: Path, theme: str) -> None:
    app = TiltakApp(small_index, save_folder=tmp_path, settings=replace(DEFAULTS, theme=theme))
    async with app.run_test(size=(200, 60)) as pilot:
        screen = app.screen
        assert isinstance(screen, MainScreen)
        await wait_until(pilot, lambda: screen.session.engine is not None)
        await ask(screen, pilot, "gjeldsrådgivning på biblioteket")
        for keys in (("f8",), ("f8",), ("escape", "escape", "f2"), ("escape", "ctrl+o"), ("escape", "ctrl+r", "down")):
            await pressed(pilot, *keys)
            [rows] = [rows for rows in app.screen.query(Rows) if rows.display]
            row = rows.region.y + rows.gutter.top + rows.highlighted - rows.scroll_offset.y
            strip = app.screen._compositor.render_strips()[row].crop(rows.region.x + 2, rows.region.right - 3)
            shown = [part for part in strip if part.text.strip()]
            assert shown
            for part in shown:
                assert part.style.color != part.style.bgcolor
                assert contrast(part.style.color.triplet, part.style.bgcolor.triplet) >= 4.5


def contrast(ink: ColorTriplet, ground: ColorTriplet) -> float:
    """How well a colour can be read on another: WCAG 2, 1.4.3."""

    def light(colour: ColorTriplet) -> float:
        parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in (c / 255 for c in colour)]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, bright = sorted((light(ink), light(ground)))
    return (bright + 0.05) / (dark + 0.05)


def test_what_only_inflects_completes_nothing(engine: IndexEngine) -> None:
    words = IndexBackend().words(engine)
    assert "ungdom" in words
    assert "ungdommer" not in words
    assert "NAV Fjordvik" in words


# Help and settings


WINDOWS: dict[str, Callable[[Desk, MainScreen], Window[Any]]] = {
    "tiltak": lambda desk, _: TiltakScreen(desk, "T901"),
    "similar": lambda desk, _: SimilarScreen(desk, "T902"),
    "choose": lambda desk, _: CompareChoice(desk),
    "compare": lambda desk, _: CompareScreen(desk, ("T901", "T902")),
    "plan": lambda desk, _: PlanScreen(desk),
    "glossary": lambda desk, _: GlossaryScreen(desk),
    "history": lambda desk, screen: HistoryScreen(desk, screen.history),
    "feedback": lambda desk, _: FeedbackScreen(desk, desk.engine.like("T902", "nb"), Feedback.of_user()),
    "source": lambda desk, _: SourceWindow(desk, desk.engine.like("T902", "nb").citations[0]),
}


@pytest.mark.parametrize("name", WINDOWS)
async def test_every_window_has_help_and_settings_and_speaks_what_is_chosen(run: Run, name: str) -> None:
    async with run((80, 24)) as (screen, pilot):
        desk = screen.desk()
        assert desk is not None
        window = WINDOWS[name](desk, screen)
        await pilot.app.push_screen(window)
        await pressed(pilot)
        focused, heading = window.focused, window.heading()
        assert "F1 Hjelp" in whole(pilot)
        await pressed(pilot, "f1")
        shown = " ".join(widget.text for widget in (await shows(pilot, HelpScreen)).query(Words))
        assert t(f"help.here.{name}") in shown
        assert t("help.start.text") not in shown
        assert t("about.close") in shown
        assert t("action.settings") in shown
        await pressed(pilot, "f1")
        assert window.focused is focused
        try:
            await pressed(pilot, "f12")
            await shows(pilot, SettingsScreen)
            await pressed(pilot, "down", "left", "escape")
            assert pilot.app.screen is window
            assert "F1 Help" in whole(pilot)
            assert "Esc Lukk" not in whole(pilot)
            assert name in ("tiltak", "source") or window.heading() != heading
        finally:
            speak("nb")


async def test_what_is_written_outlives_another_language(run: Run) -> None:
    async with run() as (screen, pilot):
        window = await plan(screen, pilot, PLAN)
        await pressed(pilot, "f5")
        await wait_until(pilot, lambda: window.query(Quote))
        try:
            await pressed(pilot, "f12", "down", "left", "escape")
            await wait_until(pilot, lambda: window.pane.answer.language == "en")
            assert window.query_one(TextArea).text == PLAN
            assert str(window.query_one("#mask").label) == t("choice.mask")
        finally:
            speak("nb")


async def test_the_keys_of_help_are_those_that_do_something(run: Run) -> None:
    async with run() as (screen, pilot):
        screen.action_plan()
        await shows(pilot, PlanScreen)
        await pressed(pilot, "f1")
        assert t("about.basket") not in whole(pilot)  # there is nothing to mark yet
        await pressed(pilot, "escape", "escape")
        await tiltak(screen, pilot, "T901")
        await pressed(pilot, "f1")
        assert t("about.basket") in whole(pilot)


# Everything


async def test_without_an_index_the_windows_say_so(tmp_path: Path) -> None:
    app = TiltakApp(tmp_path / "ingen", save_folder=tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, MainScreen)
        screen.session.engine = None
        for action in (screen.action_tiltak, screen.action_compare, screen.action_plan, screen.action_glossary):
            screen.notice.hush()
            action()
            assert t("window.no_index") in told(pilot)
        screen.session.close()


@pytest.mark.parametrize("language", ["nn", "en"])
async def test_windows_speak_the_users_language(run: Run, language: str) -> None:
    async with run() as (screen, pilot):
        speak(language)  # type: ignore[arg-type]
        try:
            screen.action_plan()
            await shows(pilot, PlanScreen)
            await pilot.pause()
            text = whole(pilot)
            assert t("plan.title") in text
            assert t("plan.search") in text
            assert "Finn lignende" not in text
        finally:
            speak("nb")
