"""Lines that point at the list, and lines beside the matter: greetings, explanations, what is newer."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.dialogue.conversation import Conversation
from assistant.engine import Assistant


@pytest.fixture(scope="module")
def assistant(small_index: Path) -> Assistant:
    return Assistant.open(small_index)


@pytest.fixture
def talk(assistant: Assistant) -> Conversation:
    return assistant.converse()


def test_some_of_the_list_are_compared(talk: Conversation) -> None:
    talk.turn("alle tiltak i Viken eller Nordland")
    first, second, third = talk.listed
    for line, wanted in (
        ("sammenlign de to første", (first, second)),
        ("samanlikn dei to siste", (second, third)),
        ("compare no. 1 and the last", (first, third)),
        ("sammenlign alle", (first, second, third)),
    ):
        turn = talk.turn(line)
        assert turn.answer is not None
        assert turn.answer.table is not None
        assert turn.answer.table.doc_ids == wanted, line
    assert talk.turn("sammenlign de fire første").answer is None
    assert talk.turn("sammenlign de fire siste").answer is None


def test_a_question_may_point_at_a_number(talk: Conversation) -> None:
    talk.turn("gjeldsrådgivning på biblioteket")
    place = talk.listed.index("T902") + 1
    turn = talk.turn(f"hva gikk galt i nr {place}?")
    assert turn.answer is not None
    assert turn.answer.cited == ("T902",)
    assert talk.state.focus == "T902"
    assert talk.turn("hva virket i nr. 9?").read_as.startswith("Det er ikke noe nr. 9")
    talk.turn("nytt spørsmål: språkmentor for flyktninger")
    turn = talk.turn("hva gikk galt i nr 2?")
    assert (turn.answer, turn.read_as) == (None, "Det er ikke noe nr. 2 å vise til. Listen har 1.")


@pytest.mark.parametrize("line", ["hvem kan jeg lære av?", "kven kan eg lære av?", "who can I learn from?"])
def test_whom_to_learn_from_are_the_offices(talk: Conversation, line: str) -> None:
    assert talk.turn(line).read_as.startswith("Skriv hva det gjelder")
    talk.turn("språkmentor for flyktninger")
    turn = talk.turn(line)
    assert turn.answer is not None
    assert turn.read_as == "Hvem som kan spørres"
    assert "NAV Elvestad" in turn.answer.statements[1].lead


def test_talk_that_asks_nothing_leaves_everything_as_it_was(talk: Conversation) -> None:
    assert talk.turn("hei").read_as.startswith("Hei. Jeg finner")
    assert talk.turn("finnes det noe nyere?").read_as == "Still et spørsmål først."
    talk.turn("gjeldsrådgivning i Viken")
    before = talk.state
    assert talk.turn("???").read_as == "Skriv et spørsmål."
    newest = "Nei. Det nyeste av det som er vist, er fra 2022, og samlingen har ikke noe nyere."
    assert talk.turn("finnes det noe nyere?").read_as == newest
    assert talk.turn("hva kan du svare på?").answer is None
    told = talk.turn("hva er IPS?").answer
    assert told is not None
    assert [s.lead.startswith("Ordlisten: ") for s in told.statements] == [True]
    assert not told.citations
    assert talk.state == before
    talk.turn("nytt spørsmål: hva sier evalueringene om gjeldsrådgivning?")
    assert "2022 (3)" in talk.turn("finst det noko nyare?").read_as


def test_an_explanation_as_the_first_question_goes_on_to_the_tiltak(talk: Conversation) -> None:
    turn = talk.turn("hva er IPS?")
    assert turn.answer is not None
    assert turn.answer.form == "list"
    assert turn.answer.statements[0].lead.startswith("Ordlisten: ")
    assert turn.answer.cited == talk.listed == ("T901",)


def test_a_question_is_repeated_as_it_was_written(talk: Conversation) -> None:
    line = "Hva må til for at gjeldsrådgivning for unge under 30 i Viken skal virke?"
    assert talk.turn(line).read_as == f"Lest som et spørsmål: «{line}»"
    assert "må til for at" in talk.state.topic
    assert "Viken" not in talk.state.topic
