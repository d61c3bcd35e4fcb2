"""Builds: the same from the same, whatever the process; what is told of them; the environment they run in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest

from assistant.building import build
from assistant.cli import building
from assistant.cli.main import run
from assistant.errors import IndexMissingError, UsageError
from assistant.index import manifest as manifests
from assistant.index import store

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))
import _environment

ROOT = _environment.ROOT
BUILD = "import sys; from pathlib import Path; from assistant.building import build; build(Path(sys.argv[1]), [], Path(sys.argv[2]))"


def test_two_processes_build_the_same_bytes(small_catalogue: Path, tmp_path: Path) -> None:
    """Hash seeds and threads differ from run to run; an evidence pack must be made again all the same."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", BUILD, str(tmp_path / seed), str(small_catalogue)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        )
        for seed in ("1", "2")
    ]
    assert [process.wait() for process in running] == [0, 0]
    one, other = (manifests.read(tmp_path / seed) for seed in ("1", "2"))
    assert "model/model.safetensors" in one.files
    assert one.files == other.files
    assert (one.weights, one.fitted, one.masked, one.sources) == (
        other.weights, other.fitted, other.masked, other.sources,
    )  # fmt: skip


def test_a_file_that_is_no_report_is_named(
    small_catalogue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "notat.txt"
    source.write_text("Vi møttes på torsdag og snakket lenge om hvordan verkstedet kunne drives videre uten midler.\n")
    monkeypatch.setattr("assistant.cli.building.catalogue_folder", lambda: small_catalogue)
    index = ["--index", str(tmp_path / "index")]
    assert run(["--sources", str(source), "status", *index]) == 0
    built = capsys.readouterr().err
    assert "notat.txt er ikke kjent igjen som en rapport" in built
    assert "Uten rapporten: 4 dokumenter" in built
    assert run(["--sources", str(source), "status", *index]) == 0  # the index is of this source already
    told = capsys.readouterr()
    assert "bygd" not in told.err
    assert "notat.txt: lest som løpende tekst" in told.out
    assert "4 dokumenter; 1 fra rapporten selv" in told.out


def test_another_catalogue_is_another_index_and_the_model_stays(
    copied_index: Path, small_catalogue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Path(shutil.copytree(small_catalogue, tmp_path / "katalog"))
    given = manifests.Model("e5", False, 8, "query: ", "passage: ")
    manifests.write(copied_index, replace(manifests.read(copied_index), model=given))
    built: list[tuple[object, ...]] = []
    monkeypatch.setattr(building, "catalogue_folder", lambda: home)
    monkeypatch.setattr(building, "build_index", lambda *job: built.append(job))
    building.build_where_needed(copied_index, [])
    assert built == []
    (home / "records" / "T901.md").unlink()
    building.build_where_needed(copied_index, [])
    assert built == [(copied_index, [], "e5", ("query: ", "passage: "))]


def test_an_interrupted_build_leaves_nothing(
    copied_index: Path, small_catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.index.build._write_vectors", interrupted)
    before = manifests.read(copied_index)
    with pytest.raises(KeyboardInterrupt):
        build(copied_index, [], small_catalogue)
    assert not list(copied_index.parent.glob("*.ny"))
    assert manifests.read(copied_index) == before


def contents(home: Path) -> dict[str, bytes]:
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index/manifest.json", '{"name": "a site", "files": ["bilde.png"]}'),
        ("index/bilde.png", ""),
        ("index/documents.jsonl", "{}"),
        ("index.ny/notat.txt", ""),
        ("index.ny/manifest.json", "{}"),
        ("index.forrige/notat.txt", ""),
        ("index.lock", "name = numpy"),
    ],
)
def test_a_build_deletes_nothing_that_it_did_not_make(
    small_catalogue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str
) -> None:
    theirs = tmp_path / "home" / name
    theirs.parent.mkdir(parents=True)
    theirs.write_text(text, encoding="utf-8")
    before = contents(tmp_path / "home")
    index = tmp_path / "home" / "index"
    assert run(["build", "--index", str(index)]) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("tiltak: ")
    if index.exists():
        assert run(["status", "--index", str(index)]) == 2  # nor is one told to build there
        assert "annet innhold enn en indeks" in capsys.readouterr().err
    store.recover(index)
    assert contents(tmp_path / "home") == before


def test_a_file_put_into_an_index_stops_its_building(copied_index: Path, small_catalogue: Path) -> None:
    (copied_index / "notat.txt").write_text("mitt", encoding="utf-8")
    before = contents(copied_index.parent)
    with pytest.raises(UsageError, match=r"annet innhold enn en indeks: notat\.txt"):
        build(copied_index, [], small_catalogue)
    assert contents(copied_index.parent) == before


def test_a_folder_of_the_users_is_never_taken_for_the_previous_index(copied_index: Path) -> None:
    previous = copied_index.with_name("annet.forrige")
    shutil.copytree(copied_index, previous)
    (previous / "notat.txt").write_text("mitt", encoding="utf-8")
    store.recover(copied_index.with_name("annet"))
    assert (previous / "notat.txt").is_file()


@pytest.mark.parametrize("damage", ["gone", "{}", "no json"])
def test_an_index_without_a_readable_manifest_can_be_built_anew(
    copied_index: Path, small_catalogue: Path, damage: str
) -> None:
    path = copied_index / manifests.NAME
    path.unlink()
    if damage != "gone":
        path.write_text(damage, encoding="utf-8")
    unfinished = copied_index.with_name("index.ny")  # of a build that was killed
    unfinished.mkdir()
    (unfinished / store.MARK).touch()
    (unfinished / store.DOCUMENTS).touch()
    build(copied_index, [], small_catalogue)
    assert store.open_index(copied_index).manifest.documents == 4
    assert not (copied_index / store.MARK).exists()
    assert not unfinished.exists()


def test_a_swap_cut_short_is_undone_and_one_under_way_left_alone(copied_index: Path) -> None:
    previous = copied_index.rename(copied_index.with_name("index.forrige"))
    with store.lock(copied_index), pytest.raises(IndexMissingError):
        store.open_index(copied_index)
    assert previous.is_dir()
    assert not copied_index.exists()
    assert store.open_index(copied_index).manifest.documents == 4
    assert not previous.exists()


def test_quotes_from_a_summary_are_called_so(small_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask = ["ask", "gjeldsrådgivning", "--index", str(small_index)]
    assert run(ask) == 0
    text = capsys.readouterr().out
    assert "sammendrag, corpus/records/" in " ".join(text.split())
    assert text.rstrip().endswith("De er ikke sitert fra den.")
    assert run([*ask, "--markdown", "--language", "en"]) == 0
    assert "summary, corpus/records/" in (markdown := capsys.readouterr().out)
    assert "They are not quoted from it." in markdown
    assert run([*ask, "--json"]) == 0
    assert {c["summary"] for c in json.loads(capsys.readouterr().out)["citations"]} == {True}


def test_a_reader_of_our_output_that_has_gone_is_no_failure(small_index: Path) -> None:
    index = ["--index", str(small_index)]
    for command in (["status", *index], ["ask", "gjeld", *index], ["--help"]):
        line = [sys.executable, "-m", "assistant", *command]
        process = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
        assert process.stdout is not None
        process.stdout.close()
        assert (process.wait(), process.stderr.read() if process.stderr else b"") == (0, b"")


def test_a_python_with_some_of_the_packages_is_not_taken_for_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[str, ...]] = []
    monkeypatch.setattr(_environment, "ensure", lambda extra: ROOT / ".venv/bin/python")
    monkeypatch.setattr(_environment, "run", lambda interpreter, *command: ran.append(command) or 7)
    monkeypatch.setattr(sys, "executable", "python")  # some other one than that of the environment
    assert _environment.complete()
    _environment.go_on("", "a.py")
    assert ran == []
    real = metadata.version
    lacking = {"rapidfuzz": "", "textual": "0.1"}

    def version(name: str) -> str:
        if lacking.get(name) == "":
            raise metadata.PackageNotFoundError(name)
        return lacking.get(name) or real(name)

    monkeypatch.setattr(metadata, "version", version)
    assert not _environment.complete()
    with pytest.raises(SystemExit, match="7"):
        _environment.go_on("", "a.py")
    assert ran == [("a.py",)]
    lacking.pop("rapidfuzz")
    assert not _environment.complete()  # too old
    monkeypatch.setattr(sys, "executable", str(ROOT / ".venv/bin/python"))
    with pytest.raises(SystemExit, match=r"Slett mappen \.venv"):
        _environment.go_on("", "a.py")
