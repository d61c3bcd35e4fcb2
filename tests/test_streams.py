"""What goes in and out of the commands besides answers: streams, run files, exit statuses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli.main import run
from assistant.paths import catalogue_folder

ROOT = catalogue_folder().parent


def tiltak(*arguments: str, given: bytes | None) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own; without anything given, standard input is closed as by `<&-`."""
    command = [sys.executable, "-m", "assistant", *arguments]
    closed = None if given is not None else (lambda: os.close(0))
    return subprocess.run(command, input=given, preexec_fn=closed, capture_output=True, cwd=ROOT, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="closes a descriptor between fork and exec")
@pytest.mark.parametrize(("command", "status"), [("repair", 0), ("similar -", 2), ("chat --plain", 0)])
def test_a_closed_standard_input_is_an_empty_one(command: str, status: int, small_index: Path) -> None:
    place = () if command == "repair" else ("--index", str(small_index))
    found = tiltak(*command.split(), *place, given=None)
    assert found.returncode == status
    assert b"Traceback" not in found.stderr


def test_text_of_another_encoding_is_told() -> None:
    found = tiltak("repair", given="på Østlandet\n".encode("latin-1"))
    assert (found.returncode, found.stdout) == (2, b"")
    assert found.stderr.decode() == (
        "tiltak: standard inn er ikke UTF-8. Lagre teksten som UTF-8, eller oppgi filen i stedet.\n"
    )


@pytest.mark.parametrize("rows", ["q 1\tgjeld\n", "q1\tgjeld\nq1\tbolig\n"])
def test_ids_that_would_spoil_a_run(
    rows: str, small_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries, out = tmp_path / "queries.tsv", tmp_path / "run.txt"
    queries.write_text(f"query_id\tquery\n{rows}", encoding="utf-8")
    assert run(["search", "--queries", str(queries), "--run", str(out), "--index", str(small_index)]) == 2
    assert "mellomrom eller står to ganger" in capsys.readouterr().err
    assert not out.exists()


def test_only_line_feeds_part_queries(small_index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    queries, out = tmp_path / "queries.tsv", tmp_path / "run.txt"
    rows = "q1\tgjeldsrådgivning\u2028på biblioteket\r\nq2\tromfart til Mars"
    queries.write_text(f"query_id\tquery\n{rows}", encoding="utf-8", newline="")
    assert run(["search", "--queries", str(queries), "--run", str(out), "--index", str(small_index)]) == 0
    assert "2 spørsmål, 1 uten svar" in capsys.readouterr().err
    assert {line.split()[0] for line in out.read_text(encoding="utf-8").splitlines()} == {"q1"}
