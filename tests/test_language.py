from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.text.language import detect, document_language

NB = "Vi har ikke nok plasser, og deltakerne venter i flere uker. Hvordan dette blir løst, er jeg spent på."
NN = "Vi har ikkje nok plassar, og deltakarane ventar i fleire veker. Korleis dette vert løyst, veit eg ikkje."
EN = (
    "The workshop was opened by the mayor, and the young people who were invited to the kitchen have "
    "been baking bread with their neighbours ever since."
)


@pytest.mark.parametrize(("text", "language"), [(NB, "nb"), (NN, "nn"), (EN, "en")])
def test_long_texts(text: str, language: str) -> None:
    assert detect(text) == language
    assert detect(text * 3) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "nb"),
        ("Ja", "nb"),
        ("17 42 %", "nb"),
        ("Kafe og verksted", "nb"),
        ("Nei, ikkje enno", "nn"),
        ("Me veit ikkje kva dei vil", "nn"),
        ("Supported Employment", "nb"),
        ("Housing First og Individual Placement and Support", "nb"),
    ],
)
def test_short_texts_are_norwegian(text: str, language: str) -> None:
    assert detect(text) == language


def test_danish_looking_text_is_norwegian() -> None:
    text = "Brødbakingen foregik hver torsdag. Alle fik smage, og ingen gik sultne hjem fra det lille køkken."
    assert detect(text) == "nb"


def test_english_terms_do_not_make_a_norwegian_text_english() -> None:
    assert detect(f"{NB} Metoden heter «The way of the open door», og er ikke from the book of this and that.") == "nb"


def test_a_document_has_the_language_of_most_letters() -> None:
    assert document_language([(NB, "nb"), (NN * 3, "nn"), (NB, "nb")]) == "nn"
    assert document_language([(NB, "nb"), (EN * 3, "en")]) == "en"
    assert document_language([("abc", "nn"), ("abc", "nb")]) == "nb"
    assert document_language([]) == "nb"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300) | st.lists(st.sampled_from([*NB.split(), *NN.split(), *EN.split()])).map(" ".join))
def test_same_text_same_language(text: str) -> None:
    assert detect(text) == detect(text)
