"""Showing and changing the settings from the command line."""

from __future__ import annotations

import os
from pathlib import Path

import click

from assistant import settings
from assistant.messages import say
from assistant.paths import index_folder


def show(path: Path, key: str = "") -> int:
    """Each setting in force and where it comes from; with a key, its value alone.

    Raises:
        SettingsError: The file is wrong, or there is no such setting.
    """
    stated = settings.stated(path)
    chosen = settings.load(path)
    if key:
        settings.known(key)
        click.echo(_shown(key, getattr(chosen, key))[0])
        return 0
    there = "" if path.exists() else f" ({say(chosen.language, 'settings.none')})"
    click.echo(f"{path}{there}\n")
    rows = [(name, *_shown(name, getattr(chosen, name))) for name in settings.KEYS]
    wide = max(len(value) for _, value, _ in rows)
    for name, value, variable in rows:
        origin = variable or say(chosen.language, "settings.file" if name in stated else "settings.standard")
        click.echo(f"{name:<9} {value:<{wide}}  {origin}")
    return 0


def put(path: Path, key: str, typed: str) -> int:
    """Change one setting and say what it is now.

    Raises:
        SettingsError: The key, the value or the file is wrong, or the file cannot be written.
    """
    settings.save(key, settings.parse(key, typed), path)
    chosen = settings.load(path)
    value = _plain(getattr(chosen, key)) or say(chosen.language, "settings.usual")
    click.echo(say(chosen.language, "settings.set", key=key, value=value, path=path), err=True)
    return 0


def _shown(key: str, value: settings.Value) -> tuple[str, str]:
    """A value as it is in force, and the variable of the environment that decides, if one does."""
    if key == "index":
        return str(index_folder(None, str(value))), "TILTAK_INDEX" if os.environ.get("TILTAK_INDEX") else ""
    if key == "theme" and os.environ.get("NO_COLOR"):
        return "mono", "NO_COLOR"
    return _plain(value), ""


def _plain(value: settings.Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
