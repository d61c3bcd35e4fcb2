"""Every action and state of the app, at the sizes people have."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.widgets import Input
from tui_fakes import FakeBackend, FakeEngine, FakeTalk, document
from tui_host import SIZES, ask, running, shown, told, wait_until, whole

from assistant.errors import IndexDamagedError, IndexMissingError, SourceError
from assistant.tui.chooser import Chooser
from assistant.tui.confirming import Confirm
from assistant.tui.conversation import LIVE, Welcome
from assistant.tui.events import Narrowed
from assistant.tui.helping import HelpScreen
from assistant.tui.item import Line, Named
from assistant.tui.messages import speak, t
from assistant.tui.narrowing import Chip, Wish
from assistant.tui.prompt import LONGEST
from assistant.tui.quote import Quote
from assistant.tui.saving import SaveScreen
from assistant.tui.turn import Turn
from assistant.tui.verdict import Verdict
from assistant.tui.words import Words


@pytest.mark.parametrize("size", SIZES)
async def test_first_screen(size: tuple[int, int]) -> None:
    async with running(size) as (screen, pilot):
        text = whole(pilot)
        assert t("welcome.title") in text
        if size[0] >= 110:
            assert "3 dokumenter · indeks 20. nov. 2026" in text
        assert "F1 Hjelp" in text
        assert "Ctrl+Q Slutt" in text
        assert screen.focused is screen.query_one("#prompt")


@pytest.mark.parametrize("size", SIZES)
async def test_answer_and_source(size: tuple[int, int]) -> None:
    async with running(size) as (screen, pilot):
        turn = await ask(screen, pilot, "Hva er gjort for unge?")
        assert "«Av 24 deltakere gikk 11 videre til arbeid eller skole.»" in shown(screen.conversation)
        assert len(turn.quotes) == 3
        assert screen.source.display is (size[0] >= 110)
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert screen.focused is screen.source
        text = shown(screen.source)
        assert "Verkstedet" in text
        assert "NAV Eksempelvik · Nordland · 2022 · T901" in text
        assert "eksempelrapport.txt, linje" in text
        assert "Oppmøtet steg" in text  # what stands around the quote
        assert screen.conversation.display is (size[0] >= 110)
        await pilot.press("escape")
        assert screen.focused is screen.query_one("#prompt")
        assert screen.conversation.display


async def test_one_column_shows_the_source_only_when_asked() -> None:
    async with running((80, 24)) as (screen, pilot):
        await ask(screen, pilot, "unge")
        assert not screen.source.display
        await pilot.press("f3")
        await pilot.pause()
        assert screen.source.display
        assert not screen.conversation.display
        await pilot.press("f3")
        assert screen.conversation.display


async def test_what_an_earlier_answer_cited_is_not_copied() -> None:
    async with running((80, 24)) as (screen, pilot):
        await ask(screen, pilot, "unge")
        await pilot.press("f3", "f3")
        assert screen.source.citation is not None
        await ask(screen, pilot, "flyktninger")
        assert screen.source.citation is None
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert t("copy.no_quote") in whole(pilot)


async def test_example_asks() -> None:
    async with running() as (screen, pilot):
        await pilot.press("tab", "down", "enter")
        await wait_until(pilot, lambda: screen.query(Quote))
        assert screen.query(Turn).first().question == t("example.2")
        assert not screen.query(Welcome)


async def test_example_by_mouse() -> None:
    async with running() as (screen, pilot):
        await pilot.click(screen.query(Line).first())
        await wait_until(pilot, lambda: screen.query(Quote))
        assert screen.query(Turn).first().question == t("example.1")


async def test_digits_open_citations_outside_the_prompt() -> None:
    async with running() as (screen, pilot):
        await ask(screen, pilot, "unge")
        await pilot.press("tab", "2")
        await pilot.pause()
        assert screen.source.citation is not None
        assert screen.source.citation.number == 2
        await pilot.press("9")
        assert screen.source.citation.number == 2
        await pilot.press("escape", "3")
        assert screen.query_one("#prompt").value == "3"  # type: ignore[attr-defined]


async def test_a_second_digit_makes_a_longer_number(monkeypatch: pytest.MonkeyPatch) -> None:
    docs = [
        document(f"T{900 + n}", f"Tiltak {n}", "NAV Testdal", "Oslo", {"achieved": "Ti fikk jobb."}) for n in range(12)
    ]
    async with running(backend=FakeBackend(FakeEngine(tuple(docs)))) as (screen, pilot):
        turn = await ask(screen, pilot, "unge")
        assert len(turn.quotes) == 12
        turn.quotes[0].focus()
        clock = 100.0
        monkeypatch.setattr("assistant.tui.digits.monotonic", lambda: clock)

        async def shows(key: str) -> int:
            await pilot.press(key)
            await pilot.pause()
            assert screen.source.citation is not None
            return screen.source.citation.number

        assert await shows("1") == 1  # at once
        assert await shows("0") == 10
        assert await shows("3") == 3  # there is no [103]
        clock += 5
        assert await shows("1") == 1
        assert await shows("2") == 12
        clock += 5
        assert await shows("1") == 1
        clock += 5
        assert await shows("2") == 2  # too late to be [12]
        clock += 5
        assert await shows("0") == 2  # there is no [0]


async def test_digits_stay_with_the_answer_whose_source_is_shown() -> None:
    async with running() as (screen, pilot):
        first = await ask(screen, pilot, "unge")
        await ask(screen, pilot, "flyktninger")
        first.quotes[0].focus()
        for key in "13":
            await pilot.press(key)
            await pilot.pause()
        assert screen.source.citation is first.quotes[2].citation


async def test_what_is_typed_or_pasted_anywhere_is_a_question() -> None:
    async with running() as (screen, pilot):
        await ask(screen, pilot, "noe for de under 30")
        for place in (
            screen.query(Quote).first(),
            screen.query(Line).first(),
            screen.query(Wish).first(),
            screen.source,
        ):
            screen.prompt.value, screen.prompt.cursor_position = "hva ", 4
            place.focus()
            await pilot.press("ø", "space", "2")
            assert screen.focused is screen.prompt
            assert screen.prompt.value == "hva ø 2"
            place.focus()
            await pilot.pause()
            pilot.app.post_message(Paste("for\n  unge"))
            await wait_until(pilot, lambda: screen.prompt.value == "hva ø 2for unge")
            assert screen.focused is screen.prompt
        screen.prompt.value = ""
        screen.query(Quote).first().focus()
        await pilot.press("0")
        assert screen.prompt.value == ""
        assert screen.query(Quote).first().has_focus


async def test_what_there_is_no_room_for_is_told() -> None:
    async with running() as (screen, pilot):
        pilot.app.post_message(Paste("unge " * 4000))
        await wait_until(pilot, lambda: "12 000 tegn" in told(pilot))
        assert len(screen.prompt.value) == LONGEST
        await pilot.press("end", "x", "shift+home")
        assert len(screen.prompt.value) == LONGEST
        pilot.app.copy_to_clipboard("i stedet\nfor alt")
        await pilot.press("ctrl+v")
        assert screen.prompt.value == "i stedet for alt"


async def test_digits_belong_to_the_answer_one_is_in() -> None:
    async with running() as (screen, pilot):
        await ask(screen, pilot, "unge")
        await ask(screen, pilot, "flyktninger")
        quotes = list(screen.query(Quote))
        quotes[0].focus()
        await pilot.press("2")
        await pilot.pause()
        assert quotes[1].has_class("-shown")
        assert not quotes[4].has_class("-shown")
        assert not quotes[3].has_class("-shown")


async def test_tab_goes_to_the_newest_answer_and_arrows_move() -> None:
    async with running() as (screen, pilot):
        await ask(screen, pilot, "unge")
        await ask(screen, pilot, "flyktninger")
        old, new = screen.conversation.turns
        assert [type(item) for item in old.items] == [type(item) for item in new.items] == [Named, Quote] * 3
        await pilot.press("tab")
        assert screen.focused is new.quotes[0]
        await pilot.press("down")
        assert screen.focused is new.items[2]
        await pilot.press("up", "up", "up")
        assert screen.focused is old.items[-1]
        await pilot.press("shift+tab")
        assert screen.focused is old.items[-2]
        await pilot.press("tab", "tab")
        assert screen.focused is new.items[0]
        new.items[-1].focus()
        await pilot.press("down")
        assert screen.focused is new.items[-1]
        old.items[0].focus()
        await pilot.press("up")
        assert screen.focused is old.items[0]


async def test_click_opens_a_citation() -> None:
    async with running() as (screen, pilot):
        turn = await ask(screen, pilot, "unge")
        await pilot.click(turn.quotes[1])
        await pilot.pause()
        assert screen.source.citation is turn.quotes[1].citation


async def test_printed_lines_and_whole_document() -> None:
    async with running((120, 50)) as (screen, pilot):
        await ask(screen, pilot, "unge")
        await pilot.press("f4")
        await pilot.pause()
        text = shown(screen.source)
        assert t("source.printed") in text
        assert t("source.scanned")[:30] in text
        assert f"[1] Oppnådd · {t('source.as_printed')} ─" in text
        assert "› 115  Av 24" in text
        assert t("footer.hide_printed") not in whole(pilot)
        screen.source.focus()
        await pilot.press("f7")
        await pilot.pause()
        assert t("footer.hide_printed") in whole(pilot)
        assert t("footer.part") in whole(pilot)
        assert f"[1] Oppnådd · {t('source.whole')} · slik" in shown(screen.source)
        assert any("sykkelverksted" in part.text for part in screen.source.query(Words))
        await pilot.press("f7", "f4")
        await pilot.pause()
        assert "sykkelverksted" not in shown(screen.source)
        assert "› 115" not in shown(screen.source)


async def test_over_a_source_that_fills_the_screen_one_can_still_write() -> None:
    async with running((80, 24)) as (screen, pilot):
        await ask(screen, pilot, "noe for de under 30")
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert screen.source.size.height == 21
        assert not any(part.display for part in (screen.filters, screen.tips, screen.prompt))
        lines = shown(screen.source).splitlines()
        assert lines[0].startswith("╭─ [1] Oppnådd – Verkstedet ─")
        assert lines[-1].endswith("─ T901 · Nordland · eksempelrapport.txt, linje 115 · Esc tilbake ─╯")
        await pilot.press("ø")
        await pilot.pause()
        assert screen.prompt.has_focus
        assert screen.prompt.value == "ø"
        assert all(part.display for part in (screen.filters, screen.tips, screen.prompt))


async def test_once_shown_the_source_keeps_its_column() -> None:
    async with running((120, 40)) as (screen, pilot):
        assert not screen.source.display
        await ask(screen, pilot, "unge")
        await ask(screen, pilot, "romfart")
        assert screen.source.display
        assert t("source.empty")[:20] in shown(screen.source)
        await pilot.press("ctrl+l")
        await wait_until(pilot, lambda: not screen.source.display)


@pytest.mark.parametrize(("size", "high"), [((80, 24), 2), ((120, 40), 3)])
async def test_the_dock_says_what_there_is_below(size: tuple[int, int], high: int) -> None:
    async with running(size) as (screen, pilot):
        assert screen.prompt.outer_size.height == high
        assert "Tab" not in shown(screen.query_one("#keys"))
        for number in range(3):
            await ask(screen, pilot, f"unge {number}")
        await pilot.pause()
        assert shown(screen.query_one("#keys")).startswith("  Tab Sitater  ")
        await pilot.press(*["pagedown"] * 3)
        await pilot.pause()
        assert t("tips.more") not in shown(screen.tips)
        screen.conversation.scroll_home(animate=False)
        await pilot.pause()
        assert shown(screen.tips).rstrip().endswith(t("tips.more"))


async def test_where_there_is_no_room_the_help_says_which_index_answers() -> None:
    async with running((80, 24)) as (screen, pilot):
        await ask(screen, pilot, "unge")
        assert "20. nov. 2026" not in whole(pilot)
        await pilot.press("f1", "end")
        await pilot.pause()
        assert "3 dokumenter · indeks 20. nov. 2026" in whole(pilot)


async def test_history_is_kept_in_memory_only(tmp_path: Path) -> None:
    async with running(folder=tmp_path) as (screen, pilot):
        await ask(screen, pilot, "første")
        await ask(screen, pilot, "andre")
        prompt = screen.query_one("#prompt")
        await pilot.press("u", "t", "up")
        assert prompt.value == "andre"  # type: ignore[attr-defined]
        await pilot.press("up", "up")
        assert prompt.value == "første"  # type: ignore[attr-defined]
        await pilot.press("down", "down", "down")
        assert prompt.value == "ut"  # type: ignore[attr-defined]
    assert list(tmp_path.iterdir()) == []


async def test_completion() -> None:
    async with running() as (screen, pilot):
        prompt = screen.query_one("#prompt")
        await pilot.press(*"unge i nor")
        await pilot.pause(0.1)
        await pilot.press("right")
        assert prompt.value == "unge i nordland"  # type: ignore[attr-defined]


async def test_not_found_says_what_was_not_covered() -> None:
    async with running() as (screen, pilot):
        turn = await ask(screen, pilot, "romfart")
        text = shown(turn)
        assert "│ ! Fant ikke noe om dette i erfaringene." in text
        assert not turn.quotes


@pytest.mark.parametrize("bare", [False, True])
async def test_partly_has_a_sign_of_its_own_over_the_whole_block(monkeypatch: pytest.MonkeyPatch, bare: bool) -> None:
    if bare:
        monkeypatch.setenv("NO_COLOR", "1")
    async with running() as (screen, pilot):
        turn = await ask(screen, pilot, "delvis")
        verdict = turn.query_one(Verdict)
        assert [row.rstrip() for row in shown(verdict).split("\n")] == [
            "│ ! Fant noe som dekker en del av spørsmålet.",
            "│   Ikke dekket: «sykkel».",
        ]
        turn.items[0].focus()
        await pilot.pause()
        assert shown(turn.items[0])[0] == "█"  # where one is has another


async def test_words_stay_where_they_are_when_the_scrollbar_comes() -> None:
    async with running((80, 24)) as (screen, pilot):
        turn = await ask(screen, pilot, "romfart")
        width = turn.size.width
        assert not screen.conversation.show_vertical_scrollbar
        await ask(screen, pilot, "unge")
        await ask(screen, pilot, "unge")
        assert screen.conversation.show_vertical_scrollbar
        assert turn.size.width == width


async def test_notes_and_also_searched() -> None:
    async with running() as (screen, pilot):
        text = shown(await ask(screen, pilot, "arbied"))
        assert "Søkte etter «arbeid» i stedet for «arbied»." in text
        assert "Søkte også etter: unge utenfor arbeid og utdanning, frafall i skolen" in " ".join(text.split())


async def test_refused_question_is_not_shown_but_can_be_mended() -> None:
    async with running() as (screen, pilot):
        turn = await ask(screen, pilot, "sak 12345678901")
        assert "12345678901" not in shown(turn)
        assert "Feil: Spørsmålet inneholder et fødselsnummer." in shown(turn)
        assert screen.query_one("#prompt").value == "sak 12345678901"  # type: ignore[attr-defined]


async def test_unforeseen_error_is_a_line() -> None:
    async with running() as (screen, pilot):
        turn = await ask(screen, pilot, "krasj")
        assert "ZeroDivisionError" in shown(turn)
        await ask(screen, pilot, "unge")
        assert screen.query(Quote)


async def test_question_waits_for_the_index() -> None:
    backend = FakeBackend()
    backend.gate = threading.Event()
    async with running(backend=backend, ready=False) as (screen, pilot):
        await pilot.press(*"unge", "enter")
        await pilot.pause()
        assert t("turn.waiting") in whole(pilot)
        assert t("prompt.opening") in whole(pilot)
        backend.gate.set()
        await wait_until(pilot, lambda: screen.query(Quote))


async def test_typing_and_asking_while_an_answer_is_sought() -> None:
    engine = FakeEngine()
    engine.gate = threading.Event()
    async with running(backend=FakeBackend(engine)) as (screen, pilot):
        await pilot.press(*"unge", "enter", *"skole")
        assert screen.query_one("#prompt").value == "skole"  # type: ignore[attr-defined]
        assert t("turn.searching") in whole(pilot)
        await pilot.press("enter")
        engine.gate.set()
        await wait_until(pilot, lambda: len(screen.query(Quote)) == 6)
        assert [question for question, _ in engine.asked] == ["unge", "skole"]


async def test_quitting_does_not_wait() -> None:
    engine = FakeEngine()
    engine.gate = threading.Event()
    async with running(backend=FakeBackend(engine)) as (_, pilot):
        await pilot.press(*"unge", "enter")
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert pilot.app._exit
    engine.gate.set()


async def test_no_index_builds_with_progress_and_answers_what_waited() -> None:
    backend = FakeBackend(error=IndexMissingError("error.index.missing", folder="mappen", command="tiltak build"))
    backend.build_gate = threading.Event()
    async with running(backend=backend, ready=False) as (screen, pilot):
        await wait_until(pilot, lambda: "49 %" in screen.notice.text)
        assert "Bygger indeksen" in whole(pilot)
        assert "Lærer hvilke ord som hører sammen" in whole(pilot)
        assert t("index.first")[:40] in whole(pilot)
        assert t("prompt.building") in whole(pilot)
        await pilot.press(*"unge", "enter")
        await pilot.pause()
        assert t("turn.building") in whole(pilot)
        assert "F6" not in whole(pilot)
        backend.build_gate.set()
        await wait_until(pilot, lambda: screen.query(Quote))
        assert t("index.built", documents=3) in told(pilot)
        assert backend.builds == 1


async def test_failed_build_can_be_tried_again() -> None:
    backend = FakeBackend(error=IndexMissingError("error.index.missing", folder="mappen", command="tiltak build"))
    backend.build_error = SourceError("upkeep.source.annex", file="rapport.txt")
    async with running(backend=backend, ready=False) as (screen, pilot):
        await wait_until(
            pilot, lambda: "rapport.txt mangler overskriften «VEDLEGG». Se etter at filen er hel." in screen.notice.text
        )
        backend.build_error = None
        await pilot.press("f6")
        await wait_until(pilot, lambda: screen.session.engine is not None)
        assert "rapport" not in screen.notice.text


async def test_damaged_index_offers_to_rebuild() -> None:
    backend = FakeBackend(
        error=IndexDamagedError("error.index.damaged", name="terms.npz", folder="mappen", command="tiltak build")
    )
    async with running(backend=backend, ready=False) as (screen, pilot):
        await wait_until(pilot, lambda: screen.notice.display)
        assert screen.notice.text == "Feil: Indeksen er skadet (terms.npz). F6 bygger den på nytt – et par minutter."
        assert backend.builds == 0
        await pilot.press(*"unge", "enter", "ctrl+o")
        await pilot.pause()
        text = whole(pilot)
        assert t("turn.unbuilt") in text
        assert t("window.unbuilt") in text
        assert "F6 bygger den på nytt" in text  # what was just told hides nothing of it
        assert text.rstrip().split("\n")[-1].startswith("  F6 Bygg indeksen  F1 Hjelp")
        await pilot.press("f6")
        await wait_until(pilot, lambda: screen.query(Quote))
        assert "F6" not in whole(pilot)


async def test_errors_that_stand_follow_the_language() -> None:
    backend = FakeBackend(
        error=IndexDamagedError("error.index.damaged", name="terms.npz", folder="mappen", command="tiltak build")
    )
    async with running(backend=backend, ready=False) as (screen, pilot):
        await wait_until(pilot, lambda: "Feil: Indeksen er skadet (terms.npz)." in told(pilot))
        to_english = ("f12", "down", "right", "right", "escape")
        await pilot.press(*to_english)
        await wait_until(pilot, lambda: "Error: The index is damaged (terms.npz). F6 rebuilds it" in told(pilot))
        await pilot.press("f6")
        await wait_until(pilot, lambda: screen.session.state == "ready")
        turn = await ask(screen, pilot, "sak 12345678901")
        assert "Error: The question contains a national identity number. Take it out;" in shown(turn)
        screen.post_message(Narrowed("county", "ukjent", "ukjent"))
        await wait_until(pilot, lambda: "Error: Unknown value “ukjent” for county." in whole(pilot))
        await pilot.press("f12", "down", "left", "escape")
        await wait_until(pilot, lambda: "Feil: Ukjend verdi «ukjent» for county." in whole(pilot))
        assert "Feil: Spørsmålet inneheld eit fødselsnummer." in shown(turn)


async def test_new_index_on_disk_is_offered_and_the_old_one_kept_till_then() -> None:
    backend = FakeBackend()
    old = backend.engine
    async with running(backend=backend) as (screen, pilot):
        turn = await ask(screen, pilot, "unge")
        new = FakeEngine(old.documents[:2], "2026-11-21T08:00:00+00:00")  # type: ignore[union-attr,arg-type]
        backend.engine, backend.on_disk = new, new.built
        screen.session.check()
        await wait_until(pilot, lambda: screen.session.stale)
        assert "F5" in screen.notice.text
        assert "F5" in whole(pilot)
        assert screen.session.engine is old
        await pilot.press("f5")
        await wait_until(pilot, lambda: screen.session.engine is new)
        assert "2 dokumenter" in whole(pilot)
        assert "21. nov. 2026" in whole(pilot)
        # An answer keeps the index that gave it.
        turn.quotes[2].action_choose()
        await pilot.pause()
        assert "Samme dør" in shown(screen.source)


async def test_reload_that_fails_keeps_the_old_index() -> None:
    backend = FakeBackend()
    async with running(backend=backend) as (screen, pilot):
        backend.on_disk = "2026-11-21T08:00:00+00:00"
        backend.error = IndexDamagedError(
            "error.index.manifest", name="manifest.json", folder="mappen", command="tiltak build"
        )
        screen.session.check()
        await wait_until(pilot, lambda: screen.session.stale)
        await pilot.press("f5")
        await wait_until(pilot, lambda: "skadet" in screen.notice.text)
        await ask(screen, pilot, "unge")
        assert screen.query(Quote)


async def test_rebuilding_keeps_answering() -> None:
    backend = FakeBackend()
    backend.build_gate = threading.Event()
    async with running(backend=backend) as (screen, pilot):
        await pilot.press("f6")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
        assert "Indeksen du har, svarer til den nye er klar" in " ".join(whole(pilot).replace("│", "").split())
        await pilot.press("enter")  # No is where one begins
        assert pilot.app.screen is screen
        assert backend.builds == 0
        await pilot.press("f6", "right", "enter")
        await wait_until(pilot, lambda: "49 %" in screen.notice.text)
        await pilot.press("f6")
        assert pilot.app.screen is screen  # it is being built
        await ask(screen, pilot, "unge")
        assert screen.query(Quote)
        backend.build_gate.set()
        await wait_until(pilot, lambda: t("screen.reloaded", documents=3) in told(pilot))


async def test_copy_answer_quote_and_text() -> None:
    async with running() as (screen, pilot):
        await pilot.press("ctrl+y", "ctrl+t")
        assert pilot.app.clipboard == ""
        assert t("copy.no_quote") in told(pilot)
        await ask(screen, pilot, "unge")
        await pilot.press("ctrl+y")
        assert "Kilder\n[1] T901 Verkstedet" in pilot.app.clipboard
        await pilot.press("tab", "down", "down", "ctrl+t")
        assert pilot.app.clipboard.startswith("«Nyankomne flyktninger")
        assert "Sitat [2] er kopiert" in told(pilot)
        assert "T902 Språk på jobben (NAV Testdal, Innlandet). eksempelrapport.txt, linje" in pilot.app.clipboard


async def test_ctrl_c_copies_or_tells_how_to_quit() -> None:
    async with running() as (screen, pilot):
        await pilot.press("ctrl+c")
        assert t("quit.hint") in told(pilot)
        turn = await ask(screen, pilot, "unge")
        screen._select_all_in_widget(turn.quotes[0])
        await pilot.press("ctrl+c")
        assert "Av 24 deltakere" in pilot.app.clipboard


async def test_ctrl_c_copies_from_the_prompt() -> None:
    async with running() as (_, pilot):
        await pilot.press(*"unge", "shift+home", "ctrl+c")
        assert pilot.app.clipboard == "unge"


async def test_save_answer(tmp_path: Path) -> None:
    async with running(folder=tmp_path) as (screen, pilot):
        await pilot.press("f9")
        assert not isinstance(pilot.app.screen, SaveScreen)
        await ask(screen, pilot, "unge")
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SaveScreen)
        await pilot.press("enter")
        await wait_until(pilot, lambda: pilot.app.screen is screen)
        (path,) = tmp_path.iterdir()
        assert path.suffix == ".md"
        assert path.read_text(encoding="utf-8").startswith("# unge\n")
        assert str(path) in told(pilot)


@pytest.mark.parametrize(
    ("typed", "saved", "begins"),
    [
        ("svar", "svar.json", "{"),
        ("svar.json", "svar.json", "{"),
        ("svar.md", "svar.md", "#"),
        ("SVAR.MD", "SVAR.MD", "#"),
        ("svar 1.5", "svar 1.5.json", "{"),
        ("svar.pdf", "svar.pdf.json", "{"),
    ],
)
async def test_the_end_of_the_name_and_the_form_are_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, saved: str, begins: str
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(folder=tmp_path) as (screen, pilot):
        await ask(screen, pilot, "unge")
        await pilot.press("f9", "down", "down")
        await pilot.pause()
        window = pilot.app.screen
        field = window.query_one("#save-path", Input)
        assert field.value.endswith(".json")
        assert "(•) JSON" in whole(pilot)
        field.focus()
        field.value = ""
        await pilot.press(*("space" if letter == " " else letter for letter in typed))
        assert field.value == typed
        assert ("(•) Markdown" in whole(pilot)) is (begins == "#")
        await pilot.press("enter")
        await wait_until(pilot, lambda: pilot.app.screen is screen)
    assert [path.name for path in tmp_path.iterdir()] == [saved]
    assert (tmp_path / saved).read_text(encoding="utf-8").startswith(begins)


async def test_choosing_a_form_changes_no_other_part_of_the_name(tmp_path: Path) -> None:
    async with running(folder=tmp_path) as (screen, pilot):
        await ask(screen, pilot, "unge")
        await pilot.press("f9")
        await pilot.pause()
        field = pilot.app.screen.query_one("#save-path", Input)
        for typed, csv, json in (("a.txt", "a.csv", "a.json"), ("a.v2", "a.v2.csv", "a.v2.json"), ("", "", "")):
            pilot.app.screen.query_one("OptionList").focus()
            await pilot.press("home")
            field.value = typed
            await pilot.pause()
            await pilot.press("home", "down")
            assert field.value == csv
            await pilot.press("down")
            assert field.value == json


async def test_narrow_ask_and_widen() -> None:
    engine = FakeEngine()
    async with running(backend=FakeBackend(engine)) as (screen, pilot):
        await wait_until(pilot, lambda: screen.facets)
        await pilot.press("f8")
        await pilot.pause()
        assert "Fylke" in whole(pilot)  # before any answer: what all documents have
        await pilot.press(*"fylke nord", "enter")
        await wait_until(pilot, lambda: screen.query(Chip))
        assert "Du valgte: bare Nordland" in whole(pilot)
        assert "Fylke: Nordland ×" in whole(pilot)
        await ask(screen, pilot, "unge")
        assert engine.asked[-1] == ("unge", (("county", "Nordland"),))
        screen.query(Chip).first().focus()
        await pilot.press("delete")
        await wait_until(pilot, lambda: not screen.query(Chip))
        assert engine.asked[-1] == ("unge", ())
        chips = screen.conversation.turns[1].query_one(".chips", Words)
        assert chips.display
        assert "Fylke: Nordland" in chips.text  # as plain text in its own turn


async def test_chip_by_mouse_and_by_the_action() -> None:
    async with running() as (screen, pilot):
        for away in ("click", "widen"):
            screen.post_message(Narrowed("county", "Oslo", "Oslo"))
            await wait_until(pilot, lambda: screen.query(Chip))
            if away == "click":
                await pilot.click(Chip)
            else:
                screen.action_widen()
            await wait_until(pilot, lambda: not screen.query(Chip))


async def test_a_wish_is_made_a_demand_or_taken_away() -> None:
    engine = FakeEngine()
    async with running(backend=FakeBackend(engine)) as (screen, pilot):
        await ask(screen, pilot, "noe for de under 30")
        assert "Helst:  ~ alder: under 30 år" in whole(pilot)
        wish = screen.query(Wish).first()
        wish.focus()
        await pilot.press("enter")
        await wait_until(pilot, lambda: screen.query(Chip))
        assert engine.asked[-1][1] == (("age", "0-29"),)
        await wait_until(pilot, lambda: screen.query(Wish))
        screen.query(Wish).first().focus()
        await pilot.press("delete")
        await wait_until(pilot, lambda: not screen.query(Chip))
        assert engine.asked[-1][1] == ()


async def test_a_condition_that_cannot_be_met_leaves_the_prompt_alone() -> None:
    async with running() as (screen, pilot):
        screen.post_message(Narrowed("county", "ukjent", "ukjent"))
        await wait_until(pilot, lambda: "Ukjent verdi" in whole(pilot))
        assert t("turn.kept") not in whole(pilot)
        assert screen.query_one("#prompt").value == ""  # type: ignore[attr-defined]


async def test_facets_of_the_answer_beside_it_and_in_the_list() -> None:
    async with running((200, 60)) as (screen, pilot):
        assert not screen.facet_pane.display
        await ask(screen, pilot, "unge")
        await wait_until(pilot, lambda: screen.facet_pane.display)
        assert "  2  unge under 30 år" in shown(screen.facet_pane)
        screen.facet_pane.focus()
        await pilot.press("enter")
        await wait_until(pilot, lambda: "Målgruppe: unge ×" in whole(pilot))
        await pilot.press("f8")
        await pilot.pause()
        assert t("screen.facets") in whole(pilot)
        await pilot.press("escape", "ctrl+l")
        await wait_until(pilot, lambda: not screen.facet_pane.display)


async def test_facets_have_no_column_where_there_is_no_room() -> None:
    async with running((120, 40)) as (screen, pilot):
        await ask(screen, pilot, "unge")
        assert not screen.facet_pane.display


async def test_a_name_opens_its_document() -> None:
    engine = FakeEngine()
    async with running(backend=FakeBackend(engine)) as (screen, pilot):
        turn = await ask(screen, pilot, "unge")
        turn.items[0].focus()
        await pilot.press("enter")
        await wait_until(pilot, lambda: len(screen.conversation.turns) == 2 and screen.conversation.turns[1].made)
        assert engine.asked[-1][0] == "åpne T901"
        assert "Du valgte: Verkstedet" in whole(pilot)
        assert not screen.conversation.turns[1].query(".read-as")  # «Om Verkstedet» says it once more


async def test_suggestions_are_asked_and_belong_to_the_newest_turn() -> None:
    engine = FakeEngine()
    async with running(backend=FakeBackend(engine)) as (screen, pilot):
        await ask(screen, pilot, "unge")
        assert "Gå videre: › flere  › fortell om nr. 1" in shown(screen.tips)
        await pilot.click(screen.query(".suggestion").first())
        await wait_until(pilot, lambda: len(engine.asked) == 2)
        assert engine.asked[-1][0] == "flere"
        await wait_until(pilot, lambda: screen.conversation.turns[-1].made)
        assert len(screen.tips.query(".suggestion")) == 2


async def test_suggestions_that_have_no_room_are_not_reached() -> None:
    async with running((80, 24)) as (screen, pilot):
        await ask(screen, pilot, "unge")
        await screen.tips.show(("bare i Vestland (7)", "en lang setning som tar resten av linjen her", "en til"))
        await pilot.pause()
        assert "bare i Vestland (7)  › en til" in shown(screen.tips)
        assert "en lang setning" not in shown(screen.tips)
        await pilot.press("shift+tab", "left")
        assert isinstance(screen.focused, Line)
        assert screen.focused.line == "bare i Vestland (7)"
        await pilot.press("right", "right")
        assert screen.focused is screen.prompt
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "en lang setning" in shown(screen.tips)


@pytest.mark.parametrize("width", range(84, 124, 3))
async def test_suggestions_stay_on_one_line_at_every_width(width: int) -> None:
    async with running((80, 40)) as (screen, pilot):
        await ask(screen, pilot, "jobb")
        tips = ("bare i Vestland (3)", "bare personer med rusproblemer (5)", "bare relasjoner (4)", "flere")
        await screen.tips.show(tips)
        await pilot.resize_terminal(width, 40)
        await pilot.pause()
        assert screen.tips.content_size.height == 1
        assert len([tip for tip in screen.tips.query(".suggestion") if tip.display]) >= 2


async def test_personal_data_is_not_shown_and_the_choice_is_the_users() -> None:
    engine = FakeEngine()
    async with running(backend=FakeBackend(engine)) as (screen, pilot):
        turn = await ask(screen, pilot, "ring meg på 91234567")
        assert "91234567" not in whole(pilot)
        assert "Spørsmålet kan inneholde personopplysninger." in shown(turn)
        assert not engine.asked
        assert t("screen.choose") in told(pilot)
        await pilot.press("enter")
        await wait_until(pilot, lambda: engine.asked)
        assert engine.asked[-1][0] == "anonymiser"
        assert "Du valgte: anonymiser" in whole(pilot)
        await pilot.press("up")
        assert screen.prompt.value == "ring meg på [telefon]"
        await pilot.press("ctrl+l")
        await wait_until(pilot, lambda: not screen.prompt.value)
        await pilot.press("up")
        assert screen.prompt.value == ""


async def test_whoever_writes_on_is_not_led_to_the_choices() -> None:
    engine = FakeEngine()
    async with running(backend=FakeBackend(engine)) as (screen, pilot):
        await ask(screen, pilot, "noe for de under 30")
        assert screen.filters.display
        await pilot.press(*"ring meg på 91234567", "enter", "h")
        await wait_until(pilot, lambda: screen.conversation.turns[-1].query(".choice"))
        assert not screen.filters.display  # it was not about this line
        assert screen.focused is screen.prompt
        await ask(screen, pilot, "søk likevel")
        assert "Du valgte: søk likevel" in whole(pilot)


async def test_old_turns_are_text_till_they_are_chosen() -> None:
    async with running() as (screen, pilot):
        for number in range(LIVE + 3):
            await ask(screen, pilot, f"unge {number}")
        first, second = screen.conversation.turns[:2]
        assert first.folded
        assert not second.query("*")
        screen.conversation.scroll_home(animate=False)
        await pilot.pause()
        assert "Du spurte: unge 1" in shown(second)
        assert "▸ 3 tiltak, 3 sitater – Enter viser" in shown(second)
        assert second.text == "Du spurte: unge 1\n▸ 3 tiltak, 3 sitater – Enter viser"
        second.focus()
        await pilot.press("ctrl+y")
        assert "unge 1" not in pilot.app.clipboard  # the answer, not the question
        assert "Av 24 deltakere" in pilot.app.clipboard  # nor only what is shown of it
        await pilot.press("up")
        assert screen.focused is first
        await pilot.press("enter")
        await wait_until(pilot, lambda: not first.folded and first.quotes)
        assert screen.focused is first.items[0]
        await pilot.click(second)
        await wait_until(pilot, lambda: not second.folded)


async def test_everything_is_said_again_in_another_language() -> None:
    async with running((200, 60)) as (screen, pilot):
        await ask(screen, pilot, "noe for de under 30")
        speak("en")
        await screen.redraw()
        await pilot.pause()
        text = whole(pilot)
        for key in ("turn.question", "screen.next", "screen.wishes", "screen.facets", "prompt.title", "footer.quit"):
            assert t(key).strip() in text
        assert "3 documents" in text
        assert "Du spurte" not in text
        assert "»  Achieved" in text
        await ask(screen, pilot, "igjen")
        assert t("turn.question") in whole(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_palette_has_every_action(size: tuple[int, int]) -> None:
    async with running(size) as (screen, pilot):
        await ask(screen, pilot, "unge")
        await pilot.press("tab", "enter", "ctrl+p")
        await pilot.pause()
        chooser = pilot.app.screen
        assert isinstance(chooser, Chooser)
        found = {choice.value for choice in chooser._choices}
        assert {"help", "source", "printed", "document", "narrow", "save", "copy_answer", "copy_quote"} <= found
        assert {"clear", "settings", "undo", "rebuild", "prompt", "quit"} <= found
        await pilot.press(*"ny sam", "enter")
        await wait_until(pilot, lambda: screen.query(Welcome))
        assert not screen.query(Turn)
        assert screen.source.citation is None


async def test_palette_finds_nothing_and_closes() -> None:
    async with running() as (screen, pilot):
        await pilot.press("f2", *"xyzzy")
        await pilot.pause()
        assert t("chooser.none") in whole(pilot)
        await pilot.press("enter", "down", "escape")
        await pilot.pause()
        assert pilot.app.screen is screen


async def test_palette_quits() -> None:
    async with running() as (_, pilot):
        await pilot.press("f2", *"avslutt", "enter")
        await pilot.pause()
        assert pilot.app._exit


async def test_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running() as (screen, pilot):
        await ask(screen, pilot, "unge")
        await pilot.press("tab", "enter")
        await pilot.pause()
        marked = [s for strip in screen._compositor.render_strips() for s in strip if s.style and "Av 24" in s.text]
        # Without colour the mark is more than a shade: the quote is bold in the source.
        assert any(s.style.bold for s in marked if s.style)
        assert {c for s in marked if s.style and s.style.color for c in [s.style.color.triplet]}


async def test_an_empty_no_color_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with running() as (screen, pilot):
        styles = [s.style for strip in screen._compositor.render_strips() for s in strip if s.style]
        grey = {s.color.triplet for s in styles if s.color and s.color.triplet}
        assert any(c.red != c.blue for c in grey)
        assert not pilot.app.no_color


async def test_a_wish_that_is_chosen_is_told_from_others_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running() as (screen, pilot):
        await ask(screen, pilot, "noe for de under 30")
        wish = screen.query(Wish).first()
        assert not wish.styles.text_style.reverse
        wish.focus()
        await pilot.pause()
        assert wish.styles.text_style.reverse


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_the_key_bar_stands_still_and_always_shows_the_way_out(width: int) -> None:
    async with running((width, 30)) as (screen, pilot):
        await ask(screen, pilot, "noe for de under 30")
        for place in (screen.prompt, screen.query(Quote).first(), screen.query(Wish).first(), screen.source):
            place.focus()
            await pilot.pause()
            bar = shown(screen.query_one("#keys"))
            assert bar.startswith("  ")
            assert bar[2] != " "
            assert "  Ctrl+Q Slutt" in bar
            assert ("  Esc Tilbake" in bar) == (place is not screen.prompt and (width > 60 or "Del" not in bar))
            keys, _, index = bar.strip().partition("   ")
            assert index.strip() == ("3 dokumenter · indeks 20. nov. 2026" if width == 120 else "")
            places = [
                (key, keys.index(f"{key} ")) for key in ("Tab", "Enter", "Del", "Esc", "F1", "F9") if f"{key} " in keys
            ]
            assert places == sorted(places, key=lambda place: place[1])
            assert ("F3" in bar) <= ("F9" in bar)  # F3 is the first to go


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("keys", "here"), [((), "prompt"), (("tab",), "quote"), (("tab", "enter"), "source")])
async def test_help_for_the_focused_part(size: tuple[int, int], keys: tuple[str, ...], here: str) -> None:
    async with running(size) as (screen, pilot):
        await ask(screen, pilot, "unge")
        await pilot.press(*keys, "f1")
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)
        first = t(f"help.here.{here}").split(".")[0]
        assert first in whole(pilot)
        await pilot.press("end", "escape")
        await pilot.pause()
        assert pilot.app.screen is screen


@pytest.mark.parametrize("size", [(59, 24), (80, 15), (20, 5), (1, 1)])
async def test_too_small_says_so(size: tuple[int, int]) -> None:
    async with running(size) as (screen, pilot):
        assert screen.query_one("#small").display
        assert not screen.query_one("#columns").display
        screen.notice.say("info", lambda: "melding")
        await pilot.pause()
        assert not screen.notice.display
        if size[0] > 30:
            assert "for lite" in whole(pilot)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert t("welcome.title") in whole(pilot)
        await pilot.press("a")
        assert screen.query_one("#prompt").value == "a"  # type: ignore[attr-defined]


async def test_folding_while_the_source_is_shown() -> None:
    async with running((120, 40)) as (screen, pilot):
        await ask(screen, pilot, "unge")
        await pilot.press("tab", "enter")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert screen.source.display
        assert not screen.conversation.display
        await pilot.resize_terminal(160, 50)
        await pilot.pause()
        assert screen.conversation.display


async def test_source_scrolls_to_a_quote_far_down() -> None:
    from tui_fakes import cite, document

    text = "Her står noe annet om tiltaket. " * 200 + "Dette er sitert. " + "Og så mer. " * 50
    doc = document("T1", "Langt", "NAV X", "Oslo", {"description": text})
    async with running((80, 24), FakeBackend(FakeEngine((doc,)))) as (screen, pilot):
        await screen.source.show(cite(1, doc, "description", "Dette er sitert."), FakeEngine((doc,)))
        screen.add_class("-source")
        await pilot.pause(0.1)
        assert "Dette er sitert." in " ".join(shown(screen.source).replace("│", " ").split())
        assert screen.source.scroll_y > 50


async def test_pages_while_typing() -> None:
    async with running((80, 24)) as (screen, pilot):
        for word in ("en", "to", "tre"):
            await ask(screen, pilot, word)
        await pilot.pause(0.1)
        bottom = screen.conversation.scroll_y
        assert bottom > 0
        await pilot.press("pageup")
        await pilot.pause()
        assert screen.conversation.scroll_y < bottom
        assert screen.focused is screen.query_one("#prompt")


async def test_a_suggestion_without_room_is_announced_by_nothing() -> None:
    async with running((60, 16)) as (screen, pilot):
        await screen.tips.show(("vis alt som er gjort i et fylke med et svært langt navn",))
        await pilot.pause()
        assert t("screen.next").strip() not in whole(pilot)
        await screen.tips.show(("flere",))
        await pilot.pause()
        assert f"{t('screen.next').strip()} › flere" in " ".join(whole(pilot).split())


# Typing ahead


@pytest.mark.parametrize("before", [("f1",), ("f2",), ("f8",), ("f9",), ("f12", "down")], ids=lambda keys: keys[0])
async def test_what_is_typed_before_a_window_has_closed_is_asked(before: tuple[str, ...]) -> None:
    """A slow machine takes several keys at a time: none of them may go to a window that Escape has closed."""
    try:
        async with running((80, 24)) as (screen, pilot):
            await ask(screen, pilot, "unge")
            await pilot.press(*before)
            await pilot.pause()
            assert pilot.app.screen is not screen
            change = ["right"] if "f12" in before else []
            for key in (*change, "escape", *"noe", "space", *"nytt", "enter"):
                pilot.app.post_message(Key(key, " " if key == "space" else key if len(key) == 1 else None))
            await wait_until(pilot, lambda: len(screen.query(Turn)) == 2)
            assert screen.query(Turn).last().question == "noe nytt"
            assert t("turn.question") == ("Du spurde" if change else "Du spurte")
    finally:
        speak("nb")


async def test_a_window_closes_while_the_conversation_is_said_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys wait for nothing that is only drawn."""
    gate = asyncio.Event()
    try:
        async with running((80, 24)) as (screen, pilot):
            await ask(screen, pilot, "unge")
            redraw = screen.conversation.redraw

            async def slow() -> None:
                await asyncio.wait_for(gate.wait(), 10)
                await redraw()

            monkeypatch.setattr(screen.conversation, "redraw", slow)
            await pilot.press("f12", "down")
            for key in ("right", "escape", *"nytt"):
                pilot.app.post_message(Key(key, key if len(key) == 1 else None))
            async with asyncio.timeout(5):  # the pilot would wait till all is drawn
                while screen.prompt.value != "nytt":
                    await asyncio.sleep(0.01)
            assert pilot.app.screen is screen
            gate.set()
            await pilot.press("enter")
            await wait_until(pilot, lambda: len(screen.query(Turn)) == 2 and screen.query(Turn).last().quotes)
            assert "Du spurde: nytt" in whole(pilot)
    finally:
        speak("nb")


async def test_an_answer_that_cannot_be_said_again_stops_no_other() -> None:
    async with running() as (screen, pilot):
        first = await ask(screen, pilot, "unge")
        talk = screen.session._talk
        assert isinstance(talk, FakeTalk)
        talk.question = "krasj"
        screen.session.speak()
        await ask(screen, pilot, "flyktninger")
        assert first.answer is not None
        assert screen.query(Turn).last().answer is not None
