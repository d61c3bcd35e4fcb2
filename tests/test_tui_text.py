"""Corpus text and questions never break the screen, whatever is in them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tui_fakes import FakeBackend, FakeEngine, cite, document
from tui_host import SIZES, ask, running, shown, wait_until, whole

from assistant.answer.types import Facet, Preference, Statement, Value
from assistant.errors import UsageError
from assistant.messages import say
from assistant.tui.answering import overview
from assistant.tui.naming import around, leads, name_of
from assistant.tui.narrowing import Chip
from assistant.tui.plain import clean, day, one_line
from assistant.tui.reading import brief, cut
from assistant.tui.turn import counted
from assistant.tui.verdict import verdict

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
        assert "1.   Et [unge] tiltak  NAV [/] · Oslo · T1" in shown(turn)
        assert "[1]  «De [unge] og [/b] resten.»  Tiltaket" in shown(turn)
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


@pytest.mark.parametrize(
    ("lead", "bold", "quiet"),
    [
        (
            "19 av 143 tiltak dekker det du spør om (Oslo 4, Viken 2; 1 sluttrapportert). Best passer:",
            "19 av 143 tiltak dekker det du spør om",
            "\nOslo 4 · Viken 2 · 1 sluttrapportert",
        ),
        (
            "19 av 143 tiltak oppfyller vilkårene (Oslo 4, Viken 2). Her er 5 av dem:",
            "19 av 143 tiltak oppfyller vilkårene",
            "\nOslo 4 · Viken 2. Her er 5 av dem",
        ),
        ("5 av 18 tiltak dekker det du spør om. Best passer:", "5 av 18 tiltak dekker det du spør om", ""),
        ("Spør kontoret. Navn er tatt bort.", "Spør kontoret", ". Navn er tatt bort."),
        ("Utfordringer (5 tiltak)", "Utfordringer", "  5 tiltak"),
        ("Setningene som kommer nærmest et svar:", "Setningene som kommer nærmest et svar", ""),
        ("En [b] (x", "En [b] (x", ""),
    ],
)
def test_a_heading_has_two_levels(lead: str, bold: str, quiet: str) -> None:
    content = overview(lead)
    assert content.plain.replace("\xa0", " ") == bold + quiet
    assert {(span.start, span.end) for span in content.spans if span.style == "bold"} == {(0, len(bold))}


def test_a_quote_says_its_section_and_what_its_line_says_besides() -> None:
    doc = document(
        "T1", "Et tiltak (del 2)", "NAV [/]", "Oslo", {"achieved": "Ti fikk jobb.", "continued_yes": "drift."}
    )
    came, goes_on = cite(1, doc, "achieved", "Ti fikk jobb."), cite(2, doc, "continued_yes", "drift.")
    answer = replace(FakeEngine((doc,)).ask("x"), titles={"T1": ("Et tiltak (del 2)", "NAV [/]", "Oslo")})
    named = Statement("3. Et tiltak (del 2) (NAV [/], Oslo) – videreføres gjennom:", (2,), doc_id="T1", rank=3)
    assert tuple(s.replace("\xa0", " ") for s in name_of(answer, named)) == (
        "3. Et tiltak (del 2)",
        "NAV [/] · Oslo · T1",
    )
    assert around(answer, named, goes_on) == ("Videreføres gjennom:", "")
    outcome = Statement("Hva som kom ut av det:", (1,), doc_id="T1")
    assert around(answer, outcome, came) == ("", "Oppnådd")
    other = Statement("Advarer om:", (1,), doc_id="T1")
    assert around(answer, other, came)[1].replace("\xa0", " ") == "Advarer om · Oppnådd"
    profile = replace(answer, form="profile")
    assert around(profile, Statement("Oppnådd:", (1,), doc_id="T1"), came) == ("", "")
    assert leads(profile, Statement("Resultat:", (1,), doc_id="T1")) == "Resultat"


def test_what_was_missed_is_told_in_one_block() -> None:
    none = FakeEngine().ask("romfart")
    lines = (
        *none.statements, Statement("Ikke dekket: «romfart»."), Statement("Nærmest kommer:"),
        Statement("1. T901 Verkstedet", doc_id="T901", rank=1),
    )  # fmt: skip
    assert verdict(replace(none, statements=lines)) == ([lines[0].lead, lines[1].lead], 0, 2)
    # Where all was weighed as an answer, but its heading says otherwise; after what a word means.
    head = Statement(say("nn", "partly.head"), heading=True)
    told = replace(FakeEngine().ask("x"), statements=(Statement("Ordlista: x"), head), citations=(), language="nn")
    assert verdict(told) == ([head.lead.rstrip(":")], 1, 2)
    # A form that has no word for it says it all the same.
    told = replace(FakeEngine().ask("delvis"), statements=(Statement("Teksten handler om:", heading=True),))
    assert verdict(told) == ([say("nb", "partly.words", words="«sykkel»")], 0, 0)
    assert verdict(FakeEngine().ask("x"))[1] == -1


@pytest.mark.parametrize(
    ("read_as", "told"),
    [
        ("Lest som et spørsmål: «språkmentor i Oslo»", ""),
        ("Lest som et spørsmål: «språkmentor i Oslo». Tatt bort: Viken.", "Tatt bort: Viken."),
        ("Nytt emne, så samtalen starter på nytt: «språkmentor i Oslo»", "Nytt emne."),
        (
            "Nytt emne, så samtalen startar på nytt: «språkmentor i Oslo». Teke bort: Viken.",
            "Nytt emne. Teke bort: Viken.",
        ),
        ("A new subject, so the conversation starts afresh: “språkmentor …”", "A new subject."),
        ("Tatt bort. Lest som et spørsmål: «språkmentor»", "Tatt bort."),
        ("Om språkmentor i Oslo", ""),
        ("Lest som et spørsmål: «noe helt annet»", "Lest som et spørsmål: «noe helt annet»"),
        ("Rettet til: «språkmentor»", "Rettet til: «språkmentor»"),
    ],
)
def test_how_a_question_was_read_does_not_repeat_it(read_as: str, told: str) -> None:
    assert brief(read_as, "språkmentor\ni Oslo") == told


def test_a_topic_is_cut_to_one_row() -> None:
    told = "Samme emne («Hva er gjort for unge som verken jobber eller går på skole?»), avgrenset: Vestland."
    assert cut(told, 76) == "Samme emne («Hva er gjort for unge som verken …»), avgrenset: Vestland."
    assert cut(told, len(told)) == told
    assert cut("Samme spørsmål med «a» i stedet for «b».", 10) == "Samme spørsmål med «a» i stedet for «b»."
    assert len(cut("Flere om det samme: «Hva er gjort for unge som verken jobber»", 40)) <= 40


def test_a_folded_answer_says_how_much_it_holds() -> None:
    engine = FakeEngine()
    assert counted(engine.ask("unge"), engine) == "3 tiltak, 3 sitater"
    assert counted(engine.answer("x", engine.documents[:1]), engine) == "1 tiltak, 1 sitat"
    assert counted(engine.ask("romfart"), engine) == "fant ikke noe"
    assert counted(replace(engine.ask("x"), statements=(Statement("Ordlisten: x"),), citations=()), engine) == (
        "svar uten sitater"
    )
