"""The user's settings: a TOML file that may be written by hand, and that keeps its comments when we write in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Literal, get_args

from assistant import private
from assistant.errors import UsageError
from assistant.messages import LANGUAGES, Language
from assistant.paths import settings_file

Value = str | int | bool
ThemeName = Literal["auto", "dark", "light", "contrast", "mono"]
CHOICES: Mapping[str, tuple[str, ...]] = {
    "theme": get_args(ThemeName),
    "language": LANGUAGES,
}
FEWEST, MOST = 1, 20  # hits
YES, NO = frozenset({"true", "ja", "på", "yes", "on"}), frozenset({"false", "nei", "av", "no", "off"})
WHOLE = re.compile(r"-?\d+", re.ASCII)


class SettingsError(UsageError):
    """The settings file, or a value for it, is wrong."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has chosen; `index` is "" for the usual place."""

    theme: ThemeName = "auto"
    language: Language = "nb"
    hits: int = 5
    history: bool = False
    index: str = ""


DEFAULTS = Settings()
KEYS = tuple(field.name for field in fields(Settings))


def load(path: Path | None = None) -> Settings:
    """The settings in force; without a file, the defaults.

    Raises:
        SettingsError: The file cannot be read, or something in it is wrong.
    """
    return replace(DEFAULTS, **stated(path or settings_file()))  # type: ignore[arg-type]


def stated(path: Path) -> dict[str, Value]:
    """What the file itself says.

    Raises:
        SettingsError: It cannot be read, or something in it is wrong.
    """
    text = _text(path)
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # Python says where only inside its English sentence.
        place = re.search(r"line (\d+), column (\d+)", str(error))
        if place is None:
            raise SettingsError("error.toml.end", path=path) from error
        raise SettingsError("error.toml.line", path=path, line=place[1], column=place[2]) from error
    for key, value in found.items():
        try:
            check(key, value)
        except SettingsError as error:
            raise SettingsError(error.key, **error.values | {"where": f"{path}: "}) from error
    return found


def known(key: str) -> None:
    """See that there is such a setting.

    Raises:
        SettingsError: There is none.
    """
    if key not in KEYS:
        import difflib  # only for mistakes

        near = difflib.get_close_matches(key, KEYS, 1, 0.0)[0]
        raise SettingsError("error.setting", where="", key=key, near=near, names=", ".join(KEYS))


def check(key: str, value: object) -> None:
    """See that a setting may have a value.

    Raises:
        SettingsError: There is no such setting, or it may not have this value.
    """
    known(key)
    shown = str(value).lower() if isinstance(value, bool) else value
    wrong = {"where": "", "key": key, "value": shown}
    if key in CHOICES and value not in CHOICES[key]:
        *others, last = CHOICES[key]
        raise SettingsError("error.choice.one", **wrong, first=", ".join(others), last=last)
    if key == "hits" and (type(value) is not int or not FEWEST <= value <= MOST):
        raise SettingsError("error.choice.number", **wrong, fewest=FEWEST, most=MOST)
    if key == "history" and not isinstance(value, bool):
        raise SettingsError("error.choice.switch", **wrong)
    if key == "index" and not (isinstance(value, str) and (not value or _path(value).is_absolute())):
        raise SettingsError("error.choice.folder", **wrong)


def parse(key: str, typed: str) -> Value:
    """The value that was typed for a setting; a folder is taken from where one stands.

    Raises:
        SettingsError: There is no such setting, or it may not have this value.
    """
    typed = typed.strip()
    value: Value = typed
    if key == "hits" and WHOLE.fullmatch(typed):
        value = int(typed)
    elif key == "history" and typed.casefold() in YES | NO:
        value = typed.casefold() in YES
    elif key == "index" and typed:
        folder = _path(typed)
        value = str(folder if typed.startswith("~") else folder.absolute())
    check(key, value)
    return value


def save(key: str, value: Value, path: Path) -> None:
    """Write one setting and leave everything else in the file as it stands.

    Raises:
        SettingsError: The value or the file is wrong, or the file cannot be written; it is then as before.
    """
    check(key, value)
    # A linked file stays linked: what it points to is what is replaced.
    path = path.resolve()
    stated(path)
    import tomlkit  # heavy, and only for writing

    text = tomlkit.parse(_text(path))
    text[key] = value
    try:
        private.write(path, tomlkit.dumps(text))
    except UsageError as error:
        raise SettingsError(error.key, **error.values | {"path": path}) from error


def _path(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # «~name» of somebody unknown here
        return Path(text)


def _text(path: Path) -> str:
    """What stands in the file; "" where there is none."""
    try:
        # Windows' Notepad puts a mark in front of UTF-8, and line ends are kept as they are.
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise SettingsError("error.rights.read", path=path, reason=error) from error
    except UnicodeDecodeError as error:
        raise SettingsError("error.toml.utf8", path=path) from error
