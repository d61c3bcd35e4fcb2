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
from typing import Any, Literal

Role = Literal["title", "office", "contact", "section", "lost"]
Filled = Literal["always", "usually", "seldom"]
FOLDER = Path(__file__).parent / "forms"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the form.

    A column whose heading is not printed has no `heading`; `pattern` then says what its cells
    look like. `opens` says how every cell of the column opens, where they all open alike.
    """

    key: str
    role: Role
    heading: str
    pattern: re.Pattern[str] | None
    opens: re.Pattern[str] | None
    filled: Filled
    instead_of: str


@dataclass(frozen=True, slots=True)
class Form:
    """A printed form: its year, the prefix of its document ids, its columns in print order."""

    name: str
    year: int
    prefix: str
    columns: tuple[Column, ...]

    @property
    def contact(self) -> Column:
        """The column with one e-mail address a row."""
        return next(column for column in self.columns if column.role == "contact")


def parse_form(text: str) -> Form:
    """The form that a TOML text declares.

    Raises:
        ValueError: There is not just one contact column, or the first column has no heading.
    """
    data = tomllib.loads(text)
    columns = tuple(_column(entry) for entry in data["column"])
    if sum(column.role == "contact" for column in columns) != 1 or not columns[0].heading:
        raise ValueError("a form needs one column with role contact, and a heading for its first column")
    return Form(data["name"], data["year"], data["prefix"], columns)


@cache
def declared_forms() -> tuple[Form, ...]:
    """All forms declared in the package, by file name."""
    return tuple(parse_form(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.toml")))


def _column(entry: Mapping[str, Any]) -> Column:
    patterns = {name: re.compile(entry[name]) if name in entry else None for name in ("pattern", "opens")}
    return Column(
        key=entry["key"],
        role=entry["role"],
        heading=f"{entry.get('heading', '')} {entry.get('rest', '')}".strip(),
        filled=entry.get("filled", "usually"),
        instead_of=entry.get("instead_of", ""),
        **patterns,
    )
