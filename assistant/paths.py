"""Where things lie: the catalogue that comes with the project, the user's index."""

from __future__ import annotations

import os
from pathlib import Path

APP = "tiltak"


def catalogue_folder() -> Path:
    """The catalogue: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent
    packaged = package / "_corpus"
    return packaged if packaged.is_dir() else package.parent / "corpus"


def index_folder(chosen: str | Path | None = None) -> Path:
    """The index folder: the one chosen, else TILTAK_INDEX, else the user's data folder."""
    if chosen:
        return Path(chosen).expanduser()
    if named := os.environ.get("TILTAK_INDEX"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / "index"
