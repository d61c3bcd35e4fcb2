"""Fixtures shared by all tests: the real source texts and the judged data, where they are at hand."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from small import write_catalogue

from assistant.building import build
from assistant.paths import catalogue_folder


def _folder(variable: str) -> Path:
    value = os.environ.get(variable, "")
    if not value:
        pytest.skip(f"skipped: needs real texts; set {variable} to their folder")
    folder = Path(value)
    if not folder.is_dir():
        pytest.fail(f"{variable} names no folder: {folder}")
    return folder


@pytest.fixture(autouse=True)
def settings_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings of a test are; there are none to begin with, and never those of whoever runs the tests.

    Nor is anything kept in that person's data folder.
    """
    path = tmp_path / "innstillinger" / "settings.toml"
    monkeypatch.setenv("TILTAK_SETTINGS", str(path))
    monkeypatch.setenv("TILTAK_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return path


@pytest.fixture(scope="session")
def sources_dir() -> Path:
    """The folder with the five real source texts."""
    return _folder("TILTAK_TEST_SOURCES")


@pytest.fixture(scope="session")
def evaluation_dir() -> Path:
    """The folder with judged queries and hand-made truth."""
    return _folder("TILTAK_TEST_EVALUATION")


@pytest.fixture(scope="session")
def small_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of four invented documents."""
    return write_catalogue(tmp_path_factory.mktemp("katalog"))


@pytest.fixture(scope="session")
def small_index(tmp_path_factory: pytest.TempPathFactory, small_catalogue: Path) -> Path:
    """A real index of the small catalogue, its embedded model trained. Tests that change it take a copy."""
    folder = tmp_path_factory.mktemp("data") / "index"
    build(folder, [], small_catalogue)
    return folder


@pytest.fixture
def copied_index(small_index: Path, tmp_path: Path) -> Path:
    """A copy of the small index that a test may damage."""
    return Path(shutil.copytree(small_index, tmp_path / "index"))


@pytest.fixture(scope="session")
def real_index(tmp_path_factory: pytest.TempPathFactory, sources_dir: Path) -> Path:
    """The index of the real sources and the project's own catalogue, built once for all tests."""
    folder = tmp_path_factory.mktemp("real") / "index"
    build(folder, [sources_dir], catalogue_folder())
    return folder


@pytest.fixture(scope="session")
def catalogue_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the project's own catalogue alone, built once for all tests."""
    folder = tmp_path_factory.mktemp("catalogue") / "index"
    build(folder, [], catalogue_folder())
    return folder
