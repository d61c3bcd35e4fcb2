"""What is known of a printed form beforehand: its columns in print order, declared in a TOML file.

A table printed from another form needs such a file in `assistant/readers/forms`, and no code.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

Role = Literal["title", "office", "contact", "section", "lost"]
Filled = Literal["always", "usually", "seldom"]
FOLDER = Path(__file__).parent / "forms"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the form; a column with an empty `heading` is known by its cells' `pattern`."""

    key: str
    role: Role
    heading: str
    pattern: re.Pattern[str] | None
    filled: Filled
    instead_of: str
    opens: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Form:
    """A printed form: its year, the prefix of its document ids, its columns in print order."""

    name: str
    year: int
    prefix: str
    columns: tuple[Column, ...]


def parse_form(text: str) -> Form:
    """The form that a TOML text declares."""
    data = tomllib.loads(text)
    columns = tuple(_column(entry) for entry in data["column"])
    return Form(data["name"], data["year"], data["prefix"], columns)


@cache
def declared_forms() -> tuple[Form, ...]:
    """All forms declared in the package, by file name."""
    files = sorted(FOLDER.glob("*.toml"))
    return tuple(parse_form(file.read_text(encoding="utf-8")) for file in files)


def _column(entry: Mapping[str, Any]) -> Column:
    heading = f"{entry.get('heading', '')} {entry.get('rest', '')}".strip()
    pattern, opens = (re.compile(entry[name]) if name in entry else None for name in ("pattern", "opens"))
    filled = cast(Filled, entry.get("filled", "usually"))
    return Column(entry["key"], entry["role"], heading, pattern, filled, entry.get("instead_of", ""), opens)
