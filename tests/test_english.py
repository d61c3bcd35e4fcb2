"""English questions: words of no matter, words led to Norwegian, ideas named in English."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.concepts import Mention
from assistant.engine import Assistant
from assistant.question import english, evidence
from assistant.text.analyzer import stem
from assistant.text.words import (
    ENGLISH,
    ENGLISH_GENERAL,
    ENGLISH_HOMOGRAPHS,
    ENGLISH_MARKS,
    ENGLISH_MEANT,
    ENGLISH_PHRASES,
    STOP,
)


@pytest.fixture(scope="module")
def assistant(small_index: Path) -> Assistant:
    return Assistant.open(small_index)


def test_the_lists_of_english_words_are_apart() -> None:
    assert not set(ENGLISH) & ENGLISH_GENERAL
    assert not (set(ENGLISH) | ENGLISH_GENERAL) & (ENGLISH_HOMOGRAPHS | set(ENGLISH_MEANT))
    assert not ENGLISH_GENERAL & STOP
    phrases = list(ENGLISH_PHRASES)
    late = [(a, b) for i, a in enumerate(phrases) for b in phrases[i + 1 :] if f" {a} " in f" {b} "]
    assert not late, "a longer phrase must stand before those within it"


def test_marks_of_english_are_no_norwegian_words() -> None:
    assert not ENGLISH_MARKS & {"at", "by", "do", "for", "i", "men", "man", "over", "under", "to", "so", "me", "har"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how do you keep young people in school", True),
        ("what happened after the course", True),
        ("prevention of evictions", True),
        ("hvordan får vi unge i jobb", False),
        ("tiltak for unge med supported employment", False),
        ("hvor lang tid tar det før folk er i full jobb", False),
    ],
)
def test_a_question_is_english_where_most_words_are(question: str, expected: bool) -> None:
    assert english.spoken(question) is expected


def test_words_that_norwegian_has_too_are_english_in_an_english_question_only() -> None:
    assert dict(english.translations("flat", frozenset(), whole=True)) == {"flat": "leilighet"}
    assert not english.translations("flat", frozenset(), whole=False)
    assert stem("time") in english.light("how much time it takes", (), whole=True)
    assert stem("time") not in english.light("en time i uka", ())


@pytest.mark.parametrize(
    ("word", "norwegian"),
    [
        ("evicted", "utkastelse"),
        ("evicting", None),  # its base is not in the list either
        ("clubs", "klubb"),
        ("neighbourhoods", "nærmiljø"),
        ("skilled", "ferdighet"),
        ("motivates", "motivere"),
        ("whatever", None),
    ],
)
def test_other_forms_of_a_listed_word_are_led_too(word: str, norwegian: str | None) -> None:
    assert dict(english.translations(word, frozenset(), whole=True)).get(word) == norwegian


def test_what_names_an_idea_and_what_is_the_same_in_norwegian_stays() -> None:
    assert not english.translations("evictions", frozenset({stem("evictions")}), whole=True)
    assert not english.translations("problems", frozenset(), whole=True)  # «problem» has the same stem


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("counseling", "counselling"),
        ("organization", "organisation"),
        ("Labor", "Labour"),
        ("neighborhoods", "neighbourhoods"),
        ("centers", "centres"),
        ("license", "licence"),
        ("enrollment", "enrolment"),
    ],
)
def test_american_spelling_is_that_of_the_vocabulary(typed: str, used: str) -> None:
    assert english.spelled(typed) == ((typed, used),)


@pytest.mark.parametrize("word", ["arbor", "senter", "prize", "size", "doctor", "favoritt", "modeller", "kolonisere"])
def test_other_words_keep_their_spelling(word: str) -> None:
    assert english.spelled(word) == ()


def test_the_longest_phrase_is_what_is_meant() -> None:
    assert english.spelled("the Labour and Welfare Office") == (("Labour and Welfare Office", "NAV-kontor"),)
    assert english.spelled("who took part?") == (("took part", "delta"),)


def test_a_word_of_no_matter_is_the_one_that_was_typed(assistant: Assistant) -> None:
    # «far» says nothing in an English question; but «father» is led to it, and says something.
    reading = assistant.reader.read("how much did each father get")
    assert ("father", "far") in reading.corrections
    assert "far" in [term for _, term in reading.words]


def test_words_of_one_idea_named_twice_are_all_explained(assistant: Assistant) -> None:
    reading = assistant.reader.read("debts, bills and debt counselling for those in debt")
    assert all(reading.explained.get(term) for word, term in reading.words if word in ("debts", "debt"))


def test_people_do_not_join_two_ideas(assistant: Assistant) -> None:
    reading = assistant.reader.read("young people and people in debt")
    assert all(len({"unge", "gjeldsrammede"} & set(aspect)) < 2 for aspect in reading.query.aspects)


def test_what_is_named_in_english_is_said_by_its_label(assistant: Assistant) -> None:
    said = assistant.reader.read("debt counselling for young people").query.said
    assert "gjeldsrådgivning" in said
    assert "counselling" not in said
    assert assistant.reader.read("gjeldsrådgivning for unge").query.said == "gjeldsrådgivning for unge"
    assert assistant.reader.read("debt counselling", expand=False).query.said == ""


def test_particles_still_name_their_idea() -> None:
    shown = Mention("oppmote", 0.9, "show up", frozenset({"show"}))
    assert not english.light("people who do not show up", [shown], whole=True)


def test_evidence_asks_for_the_label_of_what_is_named_in_english(assistant: Assistant) -> None:
    index = assistant.index
    english_, norwegian = assistant.reader.read("debt counselling"), assistant.reader.read("gjeldsrådgivning")
    assert english_.english
    assert not norwegian.english
    weights = dict.fromkeys((term for _, term in english_.words), 9.0)
    assert {stem("gjeld"), stem("gjeldsrådgivning")} & set(evidence.standing(index, english_, weights))
    assert evidence.standing(index, norwegian, {"gjeld": 1.0}) == {"gjeld": 1.0}
    unknown = assistant.reader.read("debt counselling for beekeepers")
    weights = dict.fromkeys((term for _, term in unknown.words), 9.0)
    assert evidence.standing(index, unknown, weights) == weights  # what else is asked for is not found
