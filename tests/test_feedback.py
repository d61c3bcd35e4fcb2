"""Feedback: what is kept, that it is masked, and how it is handed on."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from test_privacy import national_id
from tui_fakes import FakeEngine

from assistant.answer.types import Answer
from assistant.cli.main import run
from assistant.errors import UsageError
from assistant.feedback import LONGEST, Feedback, note

NUMBER = national_id(1, 1, shift_month=80)
TODAY = "2026-11-21"


@pytest.fixture
def answer() -> Answer:
    return FakeEngine().ask("tiltak for unge, spør Kari Nordmann på 91 23 45 67", (("county", "Nordland"),))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Feedback:
    monkeypatch.setenv("TILTAK_DATA", str(tmp_path / "data"))
    return Feedback.of_user()


def test_what_is_kept(answer: Answer) -> None:
    made = note(answer, ["useful", "lacking"], "  mangler  tall ", TODAY)
    assert json.loads(made.to_json()) == {
        "date": TODAY,
        "question": "tiltak for unge, spør [navn] på [telefon]",
        "filters": {"county": "Nordland"},
        "cited": ["T901", "T902", "T903"],
        "labels": ["lacking", "useful"],
        "comment": "mangler tall",
        "index_built": "2026-11-20T09:30:00+00:00",
    }


def test_a_comment_is_masked_and_cut(answer: Answer) -> None:
    made = note(answer, [], f"Ring Ola Nordmann, {NUMBER}, ola@eksempel.no " + "x" * LONGEST, TODAY)
    assert "[navn]" in made.comment
    for secret in ("Nordmann", NUMBER, "ola@"):
        assert secret not in made.to_json()
    assert len(made.comment) <= LONGEST


def test_an_empty_feedback_is_refused(answer: Answer) -> None:
    with pytest.raises(UsageError, match="tom"):
        note(answer, [], "  ", TODAY)


def test_notes_are_added_and_deleted(answer: Answer, kept: Feedback) -> None:
    assert kept.lines() == ()
    kept.add(note(answer, ["useful"], "", TODAY))
    kept.add(note(answer, ["outdated"], "linje\nto", TODAY))
    assert [json.loads(text)["labels"] for text in kept.lines()] == [["useful"], ["outdated"]]
    kept.delete()
    assert kept.lines() == ()
    kept.delete()


@pytest.mark.skipif(os.name == "nt", reason="skipped: Windows has no such modes")
def test_nobody_else_may_read_them(answer: Answer, kept: Feedback) -> None:
    kept.add(note(answer, ["useful"], "", TODAY))
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.path.parent.stat().st_mode) == 0o700


def test_the_command_prints_them(answer: Answer, kept: Feedback, capsys: pytest.CaptureFixture[str]) -> None:
    kept.add(note(answer, ["useful"], "", TODAY))
    assert run(["feedback"]) == 0
    assert json.loads(capsys.readouterr().out)["labels"] == ["useful"]
    assert kept.lines()


def test_the_command_writes_a_new_file_and_deletes(
    answer: Answer, kept: Feedback, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept.add(note(answer, ["useful"], "", TODAY))
    out = tmp_path / "ut.jsonl"
    assert run(["feedback", "--out", str(out), "--delete"]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["date"] == TODAY
    assert kept.lines() == ()
    assert run(["feedback"]) == 1
    assert "ingen tilbakemeldinger" in capsys.readouterr().err


def test_a_file_that_is_there_is_left_alone_and_nothing_deleted(
    answer: Answer, kept: Feedback, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept.add(note(answer, ["useful"], "", TODAY))
    out = tmp_path / "ut.jsonl"
    out.write_text("noe annet", encoding="utf-8")
    assert run(["feedback", "--out", str(out), "--delete"]) == 2
    assert "finnes fra før" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "noe annet"
    assert len(kept.lines()) == 1


def test_a_file_that_cannot_be_read_is_told(kept: Feedback, capsys: pytest.CaptureFixture[str]) -> None:
    kept.path.mkdir(parents=True)
    assert run(["feedback"]) == 2
    assert "kan ikke lese" in capsys.readouterr().err
