"""Whole conversations on the real catalogue: what each turn must keep in force, cite and leave out."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from assistant.engine import Assistant

CONVERSATIONS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "data" / "conversations.toml").read_text(encoding="utf-8")
)["conversation"]


@pytest.fixture(scope="module")
def assistant(request: pytest.FixtureRequest) -> Assistant:
    """Over the real sources where they are at hand, else over the catalogue's own words."""
    if os.environ.get("TILTAK_TEST_SOURCES"):
        return Assistant.open(request.getfixturevalue("real_index"))
    return Assistant.open(request.getfixturevalue("catalogue_index"))


def test_there_are_at_least_forty_of_three_to_six_turns() -> None:
    assert len(CONVERSATIONS) >= 40
    assert all(3 <= len(conversation["turn"]) <= 6 for conversation in CONVERSATIONS)


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda c: c["name"])
def test_conversation(assistant: Assistant, conversation: dict[str, Any]) -> None:
    talk = assistant.converse()
    for wanted in conversation["turn"]:
        listed = talk.listed
        turn = talk.turn(wanted["say"])
        where = f"«{wanted['say']}»: {turn.read_as}"
        assert [list(f) for f in turn.filters] == wanted["filters"], where
        if "preferred" in wanted:
            assert [wish.shown for wish in turn.preferred] == wanted["preferred"], where
        assert turn.read_as.startswith(wanted["read"]), where
        assert (turn.answer.form if turn.answer else "") == wanted["form"], where
        cited = turn.answer.cited if turn.answer else ()
        if wanted.get("cites") == []:
            assert not cited, where
        assert set(wanted.get("cites", ())) <= set(cited), where
        if os.environ.get("TILTAK_TEST_SOURCES"):
            assert set(wanted.get("texts", ())) <= set(cited), where
        assert not set(wanted.get("never", ())) & set(cited), where
        if "numbers" in wanted:
            assert set(cited) == {listed[n - 1] for n in wanted["numbers"]}, where
        if wanted.get("new"):
            assert not set(listed) & set(cited), where
        if "where" in wanted:
            place = assistant.reader.makes.place("county", wanted["where"])
            assert set(cited) <= place.found, where


def test_what_is_suggested_is_there(assistant: Assistant) -> None:
    """A condition that is suggested with a count leads to just so many."""
    played = 0
    for topic in (
        "jobbspesialist",
        "flyktninger",
        "tiltak for ungdom",
        "økonomisk rådgivning",
        "oppfølging av familier",
    ):
        for suggestion in assistant.converse().turn(topic).suggestions:
            if suggestion.endswith(")"):
                talk = assistant.converse()
                talk.turn(topic)
                answer = talk.turn(suggestion).answer
                assert answer is not None
                assert answer.matching == int(suggestion.rsplit("(", 1)[1][:-1]), suggestion
                played += 1
    assert played >= 5
