"""The command line: statuses, one clear line for what is wrong, data on stdout."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from assistant import plans, private
from assistant.building import build
from assistant.cli.main import cli, run
from assistant.engine import Assistant
from assistant.feedback import Feedback
from assistant.index import manifest as manifests
from assistant.index import store


def test_ask_prints_json(small_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "språkmentor for flyktninger", "--json", "--index", str(small_index)]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["hits"][0]["doc_id"] == "T903"


def test_nothing_found_is_status_1(small_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "hvordan bygge en vindmølle", "--index", str(small_index)]) == 1
    assert "Fant ikke" in capsys.readouterr().out


WRONG = [
    (["ask"], "mangler"),
    (["ask", "x", "--nonsens"], "--nonsens"),
    (["ask", "x", "--k", "null"], "--k"),
    (["ask", ""], "tomt"),
    (["ask", "unge", "--filter", "county"], "--filter county=Oslo"),
    (["ask", "unge", "--filter", "fylke=Oslo"], "finnes ikke noe filter"),
    (["fnys"], "ukjent kommando"),
    (["show", "T999"], "T999"),
    (["search", "--queries", "finnes-ikke.tsv", "--run", "ut.txt"], "finnes-ikke.tsv"),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG, ids=lambda a: " ".join(a) if isinstance(a, list) else None)
def test_wrong_use_is_one_line_and_status_2(
    small_index: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    assert run(["--index", str(small_index), *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert says in err


def test_what_nobody_foresaw_is_one_line_and_for_maintainers_a_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("assistant.cli.commands.repair", broken)
    monkeypatch.delenv("TILTAK_DEBUG", raising=False)
    assert run(["repair"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("tiltak: uventet feil: ZeroDivisionError. Meld fra")
    monkeypatch.setenv("TILTAK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(["repair"])


def test_a_missing_index_says_how_to_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "unge", "--index", str(tmp_path / "tom")]) == 2
    assert "build" in capsys.readouterr().err


def test_show_and_raw(small_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "T901", "--index", str(small_index)]) == 0
    assert "Tolv av tjue deltakere" in capsys.readouterr().out
    assert run(["show", "T901", "--raw", "--index", str(small_index)]) == 0
    assert "Tolv av tjue deltakere" in capsys.readouterr().out


def test_search_writes_a_run(small_index: Path, tmp_path: Path) -> None:
    queries = tmp_path / "q.tsv"
    queries.write_text(
        "query_id\tkind\tquery\nq1\tkeyword\tåpen kveld og budsjett\nq2\tnone\tbygge vindmølle\n", encoding="utf-8"
    )
    out = tmp_path / "run.txt"
    assert run(["search", "--queries", str(queries), "--run", str(out), "--index", str(small_index)]) == 0
    rows = [line.split() for line in out.read_text(encoding="utf-8").splitlines()]
    assert {row[0] for row in rows} == {"q1"}
    assert rows[0][:4] == ["q1", "Q0", "T902", "1"]


def test_status_tells_what_the_index_holds(small_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", "--index", str(small_index)]) == 0
    out = capsys.readouterr().out
    assert "3 tiltak, 1 evalueringer" in out
    assert "innebygd" in out


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


NAMES = [
    manifests.NAME, manifests.SEAL, store.DOCUMENTS, store.PASSAGES, store.LEXICON, store.VOCABULARY, store.VECTORS,
    "terms.npz", "grams.npz", "ideas.npz", "model/modules.json",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_verify_finds_one_changed_byte(copied_index: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    flip(copied_index / name)
    assert run(["verify", "--index", str(copied_index)]) == 2
    assert capsys.readouterr().err.startswith("tiltak: ")


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_or_missing_file_is_never_a_traceback(
    copied_index: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = copied_index / name
    path.write_bytes(b"\x00\x01 odelagt")
    assert run(["ask", "gjeld", "--index", str(copied_index)]) == 2
    path.unlink()
    assert run(["ask", "gjeld", "--index", str(copied_index)]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_repair_keeps_the_number_of_lines() -> None:
    text = "Vi gnsker & fglge opp.\n\nMalgruppen er unge.\n"
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "repair"], input=text.encode(), capture_output=True, check=True
    )
    assert done.stdout.decode().split("\n") == ["Vi ønsker å følge opp.", "", "Målgruppen er unge.", ""]


def test_a_plan_of_decomposed_letters_is_read_as_any_other(tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(unicodedata.normalize("NFD", "Båtlag på Værøy"), encoding="utf-8")
    assert plans.read(str(plan)) == "Båtlag på Værøy"


def test_a_question_of_decomposed_letters_is_read_as_any_other(
    small_index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    question = unicodedata.normalize("NFD", "gjeldsrådgivning, spør Håkon Ødegård")
    assert Assistant.open(small_index).reader.read("gjeldsra\u030adgivning").concepts
    assert run(["ask", question, "--index", str(small_index)]) == 0
    out, err = capsys.readouterr()
    assert "er tatt bort" in out
    assert "Ødegård" not in out
    assert err == ""


def test_a_plan_with_an_identity_number_is_refused_in_one_line(
    small_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("Gjeldsrådgivning. Ring 91 23 45 67. Gjelder 01010150074.", encoding="utf-8")
    assert run(["similar", str(plan), "--index", str(small_index)]) == 2
    assert capsys.readouterr().err.startswith("tiltak: planen inneholder et fødselsnummer. ")
    plan.write_text("Gjeldsrådgivning på biblioteket. Ring 91 23 45 67.", encoding="utf-8")
    for form, told in (("--json", 0), ("--csv", 1)):  # the notes say it; CSV has none
        assert run(["similar", str(plan), form, "--index", str(small_index)]) == 0
        assert capsys.readouterr().err.count("er tatt bort") == told


def test_feedback_that_cannot_be_written_whole_is_neither_left_nor_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    kept = Feedback.of_user()
    private.append(kept.path, "{}\n")
    out = tmp_path / "ut"
    with monkeypatch.context() as patched:
        patched.setattr("assistant.private.os.fdopen", full)
        assert run(["feedback", "--out", str(out / "notes.jsonl"), "--delete"]) == 2
    assert capsys.readouterr().err == (
        "tiltak: kan ikke skrive notes.jsonl: disken er full. Se etter plass og rettigheter.\n"
    )
    assert list(out.iterdir()) == []
    assert kept.lines() == ("{}",)


def test_a_source_that_is_gone_is_told_once(
    small_catalogue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "rapport.txt"
    source.write_text("Båtlaget\n\nMålgruppe\n\nUnge.\n\nResultater\n\nNi fikk arbeid.\n", encoding="utf-8")
    index = tmp_path / "index"
    build(index, [source], small_catalogue)
    source.unlink()
    assert run(["verify", "--index", str(index)]) == 2
    told = [line for line in capsys.readouterr().err.splitlines() if "rapport.txt" in line]
    assert told == [f"tiltak: kilden {source} finnes ikke. Oppgi hvor den er med --sources."]


def test_help_is_norwegian(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ([], *([name] for name in cli.commands)):
        assert run([*command, "--help"]) == 0
        page = capsys.readouterr().out
        assert page.startswith("Bruk: tiltak ")
        assert "Vis denne hjelpen." in page
        assert "--index" in page
        for english in ("Usage", "Options", "Commands", "COMMAND", "Show this", "default", "required", "INTEGER"):
            assert english not in page, command


def test_every_command_takes_an_index(
    small_index: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    for command, status in (("repair", 0), ("settings", 0), ("feedback", 1), ("status", 0)):
        assert run([command, "--index", str(small_index)]) == status
        assert "--index" not in capsys.readouterr().err


def test_help_loads_nothing_heavy() -> None:
    for line in ("import assistant", "from assistant.cli.main import run; run(['ask', '--help'])"):
        code = f"import sys; {line}; print([m for m in ('torch', 'faiss', 'textual', 'numpy') if m in sys.modules])"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip().endswith("[]")


def test_asking_loads_no_torch(small_index: Path) -> None:
    code = (
        "import sys; from assistant.cli.main import run; "
        f"run(['ask', 'gjeldsrådgivning', '--index', {str(small_index)!r}]); "
        "print([m for m in ('torch', 'sentence_transformers', 'textual', 'rank_bm25', 'filelock') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")
