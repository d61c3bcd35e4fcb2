"""Saved conversations: off by default, masked, for this user only, deleted for good."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from test_privacy import national_id

from assistant.errors import UsageError
from assistant.history import History, Step

NUMBER = national_id(1, 1, shift_month=80)
BUILT = "2026-11-20T09:30:00+00:00"


def line(text: str) -> Step:
    return Step("line", text)


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "samtaler", lambda: True)


def test_nothing_is_kept_while_it_is_off(tmp_path: Path) -> None:
    history = History(tmp_path / "samtaler", lambda: False)
    history.keep(line("unge uten arbeid"), BUILT)
    assert not (tmp_path / "samtaler").exists()
    assert history.all() == ()


def test_turning_it_on_takes_effect_at_the_next_line(tmp_path: Path) -> None:
    on = False
    history = History(tmp_path, lambda: on)
    history.keep(line("før"), BUILT)
    on = True
    history.keep(line("etter"), BUILT)
    assert [saved.lines for saved in history.all()] == [("etter",)]


def test_lines_filters_and_the_date_of_the_index_are_kept(history: History, tmp_path: Path) -> None:
    history.keep(line("unge uten arbeid"), BUILT, first=True)
    history.keep(Step("narrow", "county", "Oslo", "Oslo"), BUILT)
    history.keep(Step("open", "T901"), BUILT)
    [saved] = history.all()
    assert saved.lines == ("unge uten arbeid",)
    assert saved.steps[1] == Step("narrow", "county", "Oslo", "Oslo")
    assert saved.index_built == BUILT
    [path] = (tmp_path / "samtaler").iterdir()
    assert set(json.loads(path.read_text(encoding="utf-8"))) == {"started", "index_built", "steps"}


def test_personal_data_is_masked_and_identity_numbers_never_written(history: History, tmp_path: Path) -> None:
    history.keep(line("jobb til Kari Nordmann, tlf. 91 23 45 67"), BUILT)
    history.keep(line(f"hva med {NUMBER}?"), BUILT)
    history.keep(line("og hennes e-post kari@eksempel.no"), BUILT)
    text = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "samtaler").iterdir())
    assert "[navn]" in text
    assert "[telefon]" in text
    assert "[e-post]" in text
    for secret in ("Nordmann", "91 23", NUMBER, "kari@"):
        assert secret not in text


@pytest.mark.skipif(os.name == "nt", reason="skipped: Windows has no such modes")
def test_nobody_else_may_read_them(history: History, tmp_path: Path) -> None:
    history.keep(line("unge"), BUILT)
    folder = tmp_path / "samtaler"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()] == [0o600]


def test_a_new_conversation_is_another_file(history: History) -> None:
    history.keep(line("unge"), BUILT, first=True)
    history.keep(line("bare i Oslo"), BUILT)
    history.keep(line("gjeld"), BUILT, first=True)
    assert sorted(saved.lines for saved in history.all()) == [("gjeld",), ("unge", "bare i Oslo")]


def test_a_reopened_conversation_goes_on_in_its_file(history: History) -> None:
    history.keep(line("unge"), BUILT, first=True)
    history.keep(line("bare i Oslo"), BUILT)
    history.begin()
    [saved] = history.all()
    history.resume(saved)
    history.keep(line("unge"), BUILT, first=True)
    history.keep(line("bare i Oslo"), BUILT)
    history.keep(line("hva virket?"), "2027-01-01T00:00:00+00:00")
    [again] = history.all()
    assert again.lines == ("unge", "bare i Oslo", "hva virket?")
    assert again.index_built.startswith("2027")


def test_a_conversation_begun_instead_of_the_reopened_one_is_its_own(history: History) -> None:
    history.keep(line("unge"), BUILT, first=True)
    history.resume(history.all()[0])
    history.keep(line("gjeld"), BUILT, first=True)
    assert sorted(saved.lines for saved in history.all()) == [("gjeld",), ("unge",)]


def test_one_is_deleted_and_then_all(history: History, tmp_path: Path) -> None:
    for text in ("en", "to", "tre"):
        history.keep(line(text), BUILT, first=True)
    history.delete(next(saved.name for saved in history.all() if saved.lines == ("to",)))
    assert {saved.lines[0] for saved in history.all()} == {"en", "tre"}
    (tmp_path / "samtaler" / "skadet.json").write_text("{", encoding="utf-8")
    assert history.delete_all() == 3
    assert list((tmp_path / "samtaler").iterdir()) == []


def test_what_is_written_after_deleting_is_a_new_conversation(history: History) -> None:
    history.keep(line("unge"), BUILT, first=True)
    history.delete_all()
    history.keep(line("bare i Oslo"), BUILT)
    assert [saved.lines for saved in history.all()] == [("bare i Oslo",)]


@pytest.mark.parametrize("damage", ["", "[]", '{"steps": [1]}', '{"started": "", "index_built": "", "steps": [{}]}'])
def test_a_damaged_file_is_passed_over(history: History, tmp_path: Path, damage: str) -> None:
    history.keep(line("unge"), BUILT)
    (tmp_path / "samtaler" / "annen.json").write_text(damage, encoding="utf-8")
    assert [saved.lines for saved in history.all()] == [("unge",)]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "samtaler").write_text("en fil", encoding="utf-8")
    with pytest.raises(UsageError, match="kan ikke skrive"):
        History(tmp_path / "samtaler", lambda: True).keep(line("unge"), BUILT)


def test_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TILTAK_DATA", str(tmp_path / "data"))
    History.of_user(lambda: True).keep(line("unge"), BUILT)
    assert len(list((tmp_path / "data" / "samtaler").glob("*.json"))) == 1
