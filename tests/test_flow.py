"""Printed lines to running text, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.model import Line, Section, SourceRef
from assistant.text import flow, sentences


def lines(*texts: str, first: int = 10) -> list[Line]:
    return [Line(first + i, text) for i, text in enumerate(texts)]


def test_lines_of_a_paragraph_are_joined_by_a_space() -> None:
    text, marks = flow.join(lines("Vi møter deltakerne", "på kafé hver uke."))
    assert text == "Vi møter deltakerne på kafé hver uke."
    assert marks == ((0, 10), (20, 11))


def test_a_divided_word_is_put_together() -> None:
    assert flow.join(lines("Vi gir gjelds-", "rådgivning til alle."))[0] == "Vi gir gjeldsrådgivning til alle."


def test_the_edge_of_a_cell_is_no_text() -> None:
    text, marks = flow.join(lines("Vi tok kontakt.", "|", "I arbeidet erfarte vi"))
    assert text == "Vi tok kontakt.\nI arbeidet erfarte vi"
    assert marks == ((0, 10), (16, 12))


@pytest.mark.parametrize("second", ["og velferdsetaten", "eller fritidstilbud"])
def test_a_hyphen_that_belongs_to_the_word_stays(second: str) -> None:
    assert flow.join(lines("Arbeids-", second))[0] == f"Arbeids- {second}"


def test_bullets_start_lines_of_their_own() -> None:
    assert flow.join(lines("Vi gjør:", "• kurs", "• samtaler"))[0] == "Vi gjør:\n• kurs\n• samtaler"


def test_a_blank_line_in_mid_sentence_is_no_break() -> None:
    assert flow.join(lines("Kurset varer", "", "seks uker."))[0] == "Kurset varer seks uker."
    assert flow.join(lines("Kurset varer lenge.", "", "Det er nyttig."))[0] == "Kurset varer lenge.\nDet er nyttig."


def test_every_character_leads_back_to_its_line() -> None:
    text, marks = flow.join(lines("Første linje", "andre linje", "tredje linje"))
    section = Section("text", text, SourceRef("kilde.txt", 10, 12), marks)
    start = text.index("andre")
    assert section.reference(start, start + 5) == SourceRef("kilde.txt", 11, 11)
    assert section.reference(0, len(text)) == SourceRef("kilde.txt", 10, 12)


def test_replacing_moves_the_marks_along() -> None:
    text, marks = flow.join(lines("Ring Per nå", "eller senere"))
    new, moved = flow.replace(text, marks, [(5, 8, "[navn]")])
    assert new == "Ring [navn] nå eller senere"
    assert moved == ((0, 10), (15, 11))
    assert new[moved[1][0] :] == "eller senere"


@given(st.lists(st.text(alphabet="abcæøå .-•\t", max_size=30), max_size=12))
def test_marks_ascend_and_stay_inside(texts: list[str]) -> None:
    text, marks = flow.join(lines(*texts))
    assert list(marks) == sorted(marks)
    assert all(0 <= offset <= len(text) for offset, _ in marks)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Vi startet 1. januar. Det gikk bra.", 2),
        ("Bl.a. kurs, f.eks. data. Så jobb!", 2),
        ("Vi har 8 deltakere. 5 er i jobb.", 2),
        ("Kan de komme? Ja. Nei!", 3),
        ("«Jeg vil jobbe.» Han fikk jobb.", 2),
        ("Første punkt\nAndre punkt", 2),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences.spans(text)) == count


@given(st.text(alphabet="aB .!?\n«»1", max_size=60))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    spans = sentences.spans(text)
    assert "".join(text[a:b] for a, b in spans).replace(" ", "").replace("\n", "") == text.replace(" ", "").replace(
        "\n", ""
    )
