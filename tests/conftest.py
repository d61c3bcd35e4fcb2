"""Fixtures shared by all tests: the real source texts and the judged data, where they are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def _folder(variable: str) -> Path:
    value = os.environ.get(variable, "")
    if not value:
        pytest.skip(f"skipped: needs real texts; set {variable} to their folder")
    folder = Path(value)
    if not folder.is_dir():
        pytest.fail(f"{variable} names no folder: {folder}")
    return folder


@pytest.fixture(scope="session")
def sources_dir() -> Path:
    """The folder with the five real source texts."""
    return _folder("TILTAK_TEST_SOURCES")


@pytest.fixture(scope="session")
def evaluation_dir() -> Path:
    """The folder with judged queries and hand-made truth."""
    return _folder("TILTAK_TEST_EVALUATION")
