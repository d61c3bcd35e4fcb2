"""Corpus text and questions never break the screen, whatever is in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_fakes import FakeBackend, FakeEngine, cite, document
from tui_host import SIZES, ask, running, shown, wait_until, whole

from assistant.answer.types import Facet, Preference, Value
from assistant.errors import UsageError
from assistant.tui.narrowing import Chip
from assistant.tui.plain import clean, day, one_line

NASTY = [
    "[unge] og [/] og [b]fet[/b] [@click=app.quit]her[/] [link=x]",
    "\\[x] \\ [ ] ]] [[ $primary [$error] {navn} {0} %s",
    "👩‍👩‍👧‍👦 🏳️‍🌈 é̀̂ 한국어 日本語",
    "\x1b[31mrød\x1b[0m \x1b]52;c;xx\x07 \x00\x7f\x9b5m \r\b\v\f",
    "\u202eעברית\u202c العربية \u2066x\u2069 \u200f",
    "menneskerettighets" * 60,
    "a\u2028b\u2029c\td\u00ade\ufeff",
    "halv \ud83d surrogat",
]


@pytest.mark.parametrize("nasty", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("size", SIZES)
async def test_nasty_text_everywhere(size: tuple[int, int], nasty: str) -> None:
    doc = document(
        "T[/]1", f"{nasty} tittel", f"NAV {nasty}", nasty, {"description": f"Før. {nasty} Etter.", "[x]": nasty}
    )
    engine = FakeEngine((doc,))
    async with running(size, FakeBackend(engine)) as (screen, pilot):
        turn = await ask(screen, pilot, f"spørsmål {nasty}")
        assert turn.quotes
        await screen.filters.show((("county", nasty), (nasty, nasty)), (Preference("age", nasty, nasty),))
        screen.facet_pane.show((Facet(nasty, (Value(nasty, nasty, 1),)), Facet("county", (Value("x", nasty, 2),))))
        await wait_until(pilot, lambda: screen.query(Chip))
        await ask(screen, pilot, "igjen")
        screen.notice.say("error", lambda: nasty)
        screen.notice.progress("stage.read", 3, 2)
        screen.tell(nasty)
        await screen.source.show(cite(1, doc, "description", nasty), engine)
        await pilot.press("tab", "enter", "f4", "f7", "f8")
        await pilot.pause()
        await pilot.press("escape", "ctrl+y", "ctrl+t", "f9")
        await pilot.pause()
        text = whole(pilot)
        assert not {c for c in text if c < " " and c != "\n"}
        assert all(len(line) <= size[0] * 2 for line in text.split("\n"))
        text.encode()
        pilot.app.clipboard.encode()


async def test_markup_is_shown_as_it_stands() -> None:
    doc = document("T1", "Et [unge] tiltak", "NAV [/]", "Oslo", {"description": "De [unge] og [/b] resten."})
    async with running((120, 40), FakeBackend(FakeEngine((doc,)))) as (screen, pilot):
        turn = await ask(screen, pilot, "hva med [unge] [/]")
        assert "hva med [unge] [/]" in shown(turn)
        assert "1. Et [unge] tiltak (NAV [/], Oslo):" in shown(turn)
        assert "[1] «De [unge] og [/b] resten.»" in shown(turn)
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert "De [unge] og [/b] resten." in shown(screen.source)


async def test_pasted_paragraph_is_one_question() -> None:
    engine = FakeEngine()
    async with running(backend=FakeBackend(engine)) as (screen, pilot):
        from textual.events import Paste

        screen.query_one("#prompt").post_message(Paste("første linje\r\nandre\tlinje\n\n\x1b[31mtredje"))
        await pilot.pause()
        await pilot.press("enter")
        await wait_until(pilot, lambda: engine.asked)
        assert engine.asked[0][0] == "første linje andre linje [31mtredje"


async def test_empty_question_asks_nothing() -> None:
    engine = FakeEngine()
    async with running(backend=FakeBackend(engine)) as (_, pilot):
        await pilot.press("enter", "space", "enter")
        await pilot.pause()
        assert not engine.asked


async def test_source_that_is_gone_is_a_line() -> None:
    async with running() as (screen, pilot):
        turn = await ask(screen, pilot, "unge")

        class Empty(FakeEngine):
            def document(self, doc_id: str) -> object:  # type: ignore[override]
                raise UsageError("error.document", id=doc_id)

        await screen.source.show(turn.quotes[0].citation, Empty())
        await pilot.pause()
        assert "Feil: Kilden finnes ikke lenger" in shown(screen.source)


@given(st.text())
def test_clean_keeps_only_what_can_be_shown(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not {c for c in cleaned if (c < " " and c != "\n") or "\x7f" <= c <= "\x9f" or "\ud800" <= c <= "\udfff"}
    assert "\n" not in one_line(text)


@given(st.text(alphabet="abcæøåÆØÅ «»–—.,!?0123456789[]()/\\*", max_size=200))
def test_clean_leaves_norwegian_alone(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("language", "shown_as"), [("nb", "7. des. 2026"), ("nn", "7. des. 2026"), ("en", "7 Dec 2026")]
)
def test_day(monkeypatch: pytest.MonkeyPatch, language: str, shown_as: str) -> None:
    monkeypatch.setattr("assistant.tui.messages._language", language)
    assert day("2026-12-07T12:00:00+00:00") == shown_as
    assert day("i går\n") == "i går"
