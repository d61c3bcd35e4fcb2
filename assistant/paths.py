"""Where things lie: the catalogue that comes with the project, the user's index and settings."""

from __future__ import annotations

import os
from pathlib import Path

APP = "tiltak"


def catalogue_folder() -> Path:
    """The catalogue: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent
    packaged = package / "_corpus"
    return packaged if packaged.is_dir() else package.parent / "corpus"


def index_folder(chosen: str | Path | None = None, setting: str = "") -> Path:
    """The index folder: the one chosen, else TILTAK_INDEX, else that of the settings, else the usual one."""
    if named := chosen or os.environ.get("TILTAK_INDEX") or setting:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / "index"


def settings_file() -> Path:
    """The settings file: TILTAK_SETTINGS, else in the user's settings folder."""
    if named := os.environ.get("TILTAK_SETTINGS"):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "settings.toml"
