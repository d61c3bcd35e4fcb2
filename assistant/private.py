"""Files of the user's own that nobody else on the machine may read."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from assistant.errors import UsageError
from assistant.paths import APP

FOLDER_MODE, FILE_MODE = 0o700, 0o600


def data_folder() -> Path:
    """The user's data folder; TILTAK_DATA names another."""
    if named := os.environ.get("TILTAK_DATA"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def write(path: Path, text: str) -> None:
    """Write a whole file at once: a reader finds the old one or the new one, never half of it.

    Raises:
        UsageError: It cannot be written; the old one stands as it was.
    """
    unfinished = path.with_name(f"{path.stem}.{os.getpid()}{path.suffix}.new")
    try:
        _folder(path.parent)
        _put(unfinished, text, os.O_TRUNC)
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink()
        raise UsageError("error.file.write", path=path.name, reason=error) from error


def append(path: Path, text: str) -> None:
    """Add to the end of a file, which is made where there is none.

    Raises:
        UsageError: It cannot be written.
    """
    try:
        _folder(path.parent)
        _put(path, text, os.O_APPEND)
    except OSError as error:
        raise UsageError("error.file.write", path=path.name, reason=error) from error


def remove(path: Path) -> None:
    """Delete a file; one that is gone already is no error.

    Raises:
        UsageError: It cannot be deleted.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError("error.rights.delete", path=path.name, reason=error) from error


def _folder(folder: Path) -> None:
    # A folder that is there already may be shared with other things: its mode is its owner's.
    if not folder.is_dir():
        folder.mkdir(parents=True)
        folder.chmod(FOLDER_MODE)


def _put(path: Path, text: str, how: int) -> None:
    # The mode is given when the file is made: it is never open to others, not even for a moment.
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | how, FILE_MODE)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.write(text)
        file.flush()
        path.chmod(FILE_MODE)
