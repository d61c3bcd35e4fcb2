"""The parts by themselves: widgets in a tiny host, the messages, imports, speed, the building process."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from textual.content import Content
from textual.events import Key
from textual.geometry import Offset
from textual.selection import Selection
from textual.widgets import OptionList
from tui_fakes import FakeEngine, cite, documents
from tui_host import Host, ask, running, shown, wait_until

import assistant
from assistant.tui.actions import ACTIONS
from assistant.tui.chooser import Choice, Chooser
from assistant.tui.flow import Flow
from assistant.tui.narrowing import Chip
from assistant.tui.notice import Notice
from assistant.tui.prompt import Completion, Prompt
from assistant.tui.quote import Quote
from assistant.tui.screen import MainScreen
from assistant.tui.source import Cited
from assistant.tui.words import fitted, line, sentence

TUI = Path(assistant.__file__).parent / "tui"


def quote() -> Quote:
    return Quote(cite(1, documents()[0], "achieved", "Av 24 deltakere gikk 11 videre"), FakeEngine(), "1. Verkstedet:")


async def test_quote_opens_by_enter_and_click() -> None:
    app = Host(quote())
    async with app.run_test() as pilot:
        assert (
            shown(app.widget).replace("█", "").split()
            == "1. Verkstedet: [1] «Av 24 deltakere gikk 11 videre» Oppnådd".split()
        )
        await pilot.press("tab", "enter")
        await pilot.click(Quote)
        await pilot.pause()
        assert [message.citation.number for message in app.heard] == [1, 1]  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", [20, 36, 60, 100])
async def test_a_quote_hangs_beside_its_number_and_is_copied_word_for_word(width: int) -> None:
    words = documents()[0].sections[1].text
    widget = Quote(cite(1, documents()[0], "description", words), FakeEngine(), "Metode")
    app = Host(widget)
    async with app.run_test(size=(width, 60)) as pilot:
        await pilot.pause()
        lead, first, *more = [f" {row[1:].rstrip()}" for row in shown(widget).split("\n")]  # beside the bar
        assert lead == "  Metode"
        if width > 34:
            assert first.startswith("  [1]  «Deltakerne")
            assert all(row.startswith(" " * 7) and row[7] != " " for row in more)
        assert more[-1].endswith("trenger dem.»  Tiltaket") or more[-1].strip() == "Tiltaket"
        app.screen._select_all_in_widget(widget)
        assert app.screen.get_selected_text() == f"Metode\n[1] «{words}»  Tiltaket"
        if width == 60:
            app.screen.selections = {widget: Selection(Offset(6, 1), Offset(16, 3))}
            assert app.screen.get_selected_text() == words[: words.index("sammen med") + 6]


async def test_a_name_and_its_label_are_kept_together_in_a_strip() -> None:
    strip = Flow(line("Bare: ", "reading"), Chip("county", "Nordland"), line("Helst: ", "reading"), Chip("age", "x"))
    app = Host(strip)
    async with app.run_test(size=(38, 10)) as pilot:
        await pilot.pause()
        _, chip, label, wish = strip.children
        assert chip.region.right + label.region.width < 38
        assert label.region.y == wish.region.y == chip.region.y + 1


PLACE = "rapport.txt, linje 12–14 (side 31, rad 1), 28. nov. 2026"


@pytest.mark.parametrize("width", range(8, 60))
def test_a_number_stays_with_its_word(width: int) -> None:
    rows = [row.plain for row in fitted(Content(PLACE), width).wrap(width)]
    assert " ".join(row.strip() for row in rows).replace("\u2010 ", "") == PLACE
    for tied in ("linje 12–14", "(side 31,", "rad 1),", "28. nov. 2026"):
        assert len(tied) > width or any(tied in row for row in rows), rows


async def test_chip_is_removed_by_key_and_click() -> None:
    app = Host(Chip("age", "18–30 år"))
    async with app.run_test() as pilot:
        assert shown(app.widget).strip() == "Alder: 18–30 år ×"
        await pilot.press("tab", "backspace")
        await pilot.click(Chip)
        await pilot.pause()
        assert len(app.heard) == 2


async def test_prompt_asks_and_forgets_nothing_typed_meanwhile() -> None:
    prompt = Prompt()
    app = Host(prompt)
    async with app.run_test() as pilot:
        prompt.focus()
        await pilot.press(*"hei", "enter")
        await pilot.pause()
        assert [message.question for message in app.heard] == ["hei"]  # type: ignore[attr-defined]
        prompt.value = "nytt"
        prompt.restore("gammelt")
        assert prompt.value == "nytt"


async def test_notice_speaks_in_words_and_bars() -> None:
    notice = Notice()
    app = Host(notice)
    async with app.run_test() as pilot:
        notice.progress()
        assert notice.text == "Bygger indeksen …"
        notice.progress("stage.related", 1, 3)
        await pilot.pause()
        assert notice.text == f"Bygger indeksen {'━' * 8}{'╌' * 8}  49 % Lærer hvilke ord som hører sammen"
        notice.say("warning", lambda: "noe")
        assert notice.text == "Merk: noe"
        notice.flash("info", "gjort")
        assert notice.text == "Melding: gjort\nMerk: noe"
        notice.progress("stage.trial", 1, 1)
        assert notice.text.startswith("Melding: gjort\nBygger indeksen")
        assert "100 %" in notice.text
        notice.passed()
        assert notice.text.startswith("Bygger indeksen")
        notice.hush()
        await pilot.pause()
        assert not notice.display


async def test_cited_section_marks_the_quote_exactly() -> None:
    doc = documents()[0]
    cited = Cited(doc.sections[0], cite(1, doc, "target_group", "De fleste har avbrutt videregående skole"))
    app = Host(cited)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        marked = "".join(
            s.text for strip in app.screen._compositor.render_strips() for s in strip if s.style and s.style.bold
        )  # fmt: skip
        assert " ".join(marked.split()) == "De fleste har avbrutt videregående skole"


async def test_chooser_searches_and_chooses() -> None:
    app = Host(Notice())
    found: list[str | None] = []
    async with app.run_test() as pilot:
        choices = [Choice("a", ("Nordland", "12")), Choice("b", ("Trøndelag [x]", "9")), Choice("c", ("Oslo",), "[/]")]
        app.push_screen(Chooser("Fylke [/]", choices), found.append)
        await pilot.pause()
        await pilot.press("down", "down", "down", "up", "enter")
        await pilot.pause()
        app.push_screen(Chooser("Fylke", choices), found.append)
        await pilot.pause()
        await pilot.press(*"osl", "enter")
        await pilot.pause()
        app.push_screen(Chooser("Fylke", choices), found.append)
        await pilot.pause()
        await pilot.click(OptionList, offset=(3, 0))
        await pilot.pause()
        assert found == ["b", "c", "a"]


async def test_completion() -> None:
    words = Completion(["NAV Bodø", "kvalifiseringsprogrammet", "kvalifisering", "Nordland"])
    assert await words.get_suggestion("hva med kval") == "hva med kvalifisering"
    assert await words.get_suggestion("erfaringer fra nav bo") == "erfaringer fra nav bodø".replace("dø", "dø")
    assert await words.get_suggestion("hva med no") is None
    assert await words.get_suggestion("") is None


LONG = "Kommunen driver menneskerettighetsorganisasjonene og gjeldsrådgivning."


@pytest.mark.parametrize("width", [8, 12, 20, 30, 80])
async def test_long_words_are_hyphenated_and_copied_whole(width: int) -> None:
    words = line(LONG, "")
    app = Host(words)
    async with app.run_test(size=(width, 20)) as pilot:
        await pilot.pause()
        rows = [row.strip() for row in shown(words).split("\n")]
        assert "".join(row.removesuffix("\u2010") for row in rows).replace(" ", "") == LONG.replace(" ", "")
        assert all(len(row) <= width for row in rows)
        if width == 20:
            assert "menneskerettighets\u2010" in rows
        if width >= 40:
            assert rows == [LONG]
        app.screen._select_all_in_widget(words)
        assert app.screen.get_selected_text() == LONG


def test_a_hyphen_stands_only_where_one_may() -> None:
    shown = fitted(Content("gjeldsrådgivning [x] 12345678901234567890"), 10).plain
    assert shown == "gjelds\u2010\nrådgivning [x] 12345678901234567890" or "\u2010\n" in shown
    assert shown.replace("\u2010\n", "") == "gjeldsrådgivning [x] 12345678901234567890"
    assert fitted(Content("kort tekst"), 10).plain == "kort tekst"


def test_sentence() -> None:
    assert sentence("noe gikk galt") == "Noe gikk galt."
    assert sentence("Ferdig!") == "Ferdig!"


def test_every_action_has_its_words_and_its_method() -> None:
    for action in ACTIONS:
        assert action.label
        assert action.about
        assert action.name == "quit" or hasattr(MainScreen, f"action_{action.name}")
    keys = [key for action in ACTIONS for key in action.keys.split(",") if key]
    assert len(keys) == len(set(keys))


def test_only_the_tui_imports_textual() -> None:
    found = [
        path
        for path in TUI.parent.rglob("*.py")
        if TUI not in path.parents
        and re.search(r"^\s*(?:from|import) (?:textual|rich)\b", path.read_text("utf-8"), re.M)
    ]
    assert not found


HEAVY = {
    "numpy",
    "faiss",
    "torch",
    "sentence_transformers",
    "sklearn",
    "scipy",
    "wordfreq",
    "msgpack",
    "tokenizers",
    "rank_bm25",
    "simplemma",
    "assistant.engine",
}
# Prints what is loaded when the app has drawn itself and is about to open its index.
FIRST_FRAME = """
import asyncio, sys, threading
from pathlib import Path
from assistant.errors import TiltakError
from assistant.tui.app import TiltakApp
from assistant.tui.backend import IndexBackend

opened = threading.Event()

class Closed(IndexBackend):
    def open(self, folder):
        print(*sys.modules, file=sys.__stdout__)
        opened.set()
        raise TiltakError("error.busy")

async def main():
    async with TiltakApp(Path("ingen"), Closed()).run_test(size=(120, 40)):
        await asyncio.to_thread(opened.wait, 30)

asyncio.run(main())
"""


def loaded(code: str) -> set[str]:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_the_first_frame_loads_nothing_heavy() -> None:
    modules = loaded(FIRST_FRAME)
    assert "assistant.tui.screen" in modules
    assert not HEAVY & modules


def test_the_command_line_loads_no_textual() -> None:
    modules = loaded("import sys, assistant.cli.chat, assistant.cli.commands; print(*sys.modules)")
    assert "assistant.cli.chat" in modules
    assert not {"textual", *HEAVY} & modules


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "assistant", "--index", str(tmp_path)], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )  # fmt: skip
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "terminal" in run.stderr


def test_building_process_reports_errors_as_lines(tmp_path: Path) -> None:
    from assistant.errors import TiltakError
    from assistant.tui.building import build_index

    (tmp_path / "annet.txt").write_text("ikke en indeks")
    with pytest.raises(TiltakError) as caught:
        build_index(tmp_path, lambda *_: None, lambda: False)
    assert "annet innhold" in caught.value.line()


def test_building_process_is_stopped_at_once(tmp_path: Path) -> None:
    from assistant.errors import TiltakError
    from assistant.tui.building import build_index

    start = time.monotonic()
    with pytest.raises(TiltakError):
        build_index(tmp_path / "ny", lambda *_: None, lambda: True)
    assert time.monotonic() - start < 3


async def test_two_hundred_turns_and_a_long_paste_lose_no_key() -> None:
    engine = FakeEngine()
    made = engine.converse("nb", 5).turn("unge")
    async with running((120, 40)) as (screen, pilot):
        for number in range(200):
            await screen.conversation.start(f"spørsmål {number}")
            await screen.conversation.answered(number + 1, made, engine)
        await pilot.pause(0.5)
        prompt = screen.query_one(Prompt)
        prompt.value = "lang tekst " * 1000
        await pilot.pause(0.2)
        keys = 20
        for _ in range(keys):
            pilot.app.post_message(Key("a", "a"))
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.2)
        assert prompt.value.endswith("a" * keys)
        await ask(screen, pilot, "unge")
        await wait_until(pilot, lambda: screen.conversation.scroll_y > 0)
