"""Saved conversations: off until the user turns them on, on this machine only, one JSON file for each.

A file holds the lines the user wrote, masked for personal data, the filters chosen, and when the index was built.
Answers are not kept: the steps are taken again in today's index.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, get_args

from assistant import private

Kind = Literal["line", "narrow", "drop", "open"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Step:
    """What the user did: wrote a line, chose or took away a filter (`text` is its name), opened a document (its id)."""

    kind: Kind
    text: str
    value: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """A conversation: its file's name, when it began (ISO 8601), the date of the index, the steps."""

    name: str
    started: str
    index_built: str
    steps: tuple[Step, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines the user wrote."""
        return tuple(step.text for step in self.steps if step.kind == "line")


class History:
    """The conversations in a folder, and the one going on.

    Args:
        folder: Where the files lie; made when the first is kept.
        on: Whether conversations are kept now; asked at every step.
    """

    def __init__(self, folder: Path, on: Callable[[], bool]) -> None:
        self._folder = folder
        self._on = on
        self._current: Saved | None = None
        self._again: list[Step] = []

    @classmethod
    def of_user(cls, on: Callable[[], bool]) -> History:
        """The history of the user of this machine."""
        return cls(private.data_folder() / "samtaler", on)

    @property
    def on(self) -> bool:
        """Whether conversations are kept now."""
        return self._on()

    def begin(self) -> None:
        """What comes now is another conversation."""
        self._current, self._again = None, []

    def keep(self, step: Step, built: str, first: bool = False) -> None:
        """Keep a step, masked; nothing while history is off, and never a line with an identity number.

        Args:
            built: When the index was built, ISO 8601.
            first: Whether a conversation begins with it.

        Raises:
            UsageError: It cannot be written.
        """
        if self._again and self._again[0] == step:
            self._again.pop(0)  # a step of a reopened conversation is there already
            return
        self._again = []
        if first:
            self.begin()
        if not self.on:
            return
        from assistant.text.privacy import find_in_question, mask  # slow to load, and history is off for most

        findings = find_in_question(step.text) if step.kind == "line" else ()
        if any(f.kind == "national_id" for f in findings):
            return
        if self._current is None:
            now = datetime.now().astimezone()
            name = f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"
            self._current = Saved(name, now.isoformat(timespec="seconds"), built, ())
        step = replace(step, text=mask(step.text, findings))
        self._current = replace(self._current, index_built=built, steps=(*self._current.steps, step))
        private.write(self._path(self._current.name), _to_json(self._current))

    def resume(self, saved: Saved) -> None:
        """Go on with a saved conversation, whose steps are about to be taken again in their order."""
        self._current, self._again = saved, list(saved.steps)

    def all(self) -> tuple[Saved, ...]:
        """The saved conversations, newest first; a file that cannot be read is passed over."""
        found = [saved for path in self._folder.glob("*.json") if (saved := _read(path))]
        return tuple(sorted(found, key=lambda s: (s.started, s.name), reverse=True))

    def delete(self, name: str) -> None:
        """Delete one conversation.

        Raises:
            UsageError: It cannot be deleted.
        """
        private.remove(self._path(name))
        if self._current is not None and self._current.name == name:
            self.begin()

    def delete_all(self) -> int:
        """Delete every conversation, also files that cannot be read; how many there were.

        Raises:
            UsageError: One cannot be deleted.
        """
        paths = [path for pattern in ("*.json", "*.json.new") for path in self._folder.glob(pattern)]
        for path in paths:
            private.remove(path)
        self.begin()
        return len(paths)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"


def _to_json(saved: Saved) -> str:
    data = {
        "started": saved.started,
        "index_built": saved.index_built,
        "steps": [{name: value for name, value in asdict(step).items() if value} for step in saved.steps],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _read(path: Path) -> Saved | None:
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        return Saved(path.stem, str(data["started"]), str(data["index_built"]), _steps(data["steps"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _steps(rows: Sequence[Any]) -> tuple[Step, ...]:
    return tuple(
        Step(row["kind"], str(row["text"]), str(row.get("value", "")), str(row.get("shown", "")))
        for row in rows
        if row["kind"] in KINDS
    )
