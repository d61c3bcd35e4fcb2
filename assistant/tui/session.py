"""The state behind the screen: which index is open, what waits for it, what is being built.

Methods are called on the screen's thread and return at once; what comes of them arrives as messages.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from textual.message import Message

from assistant.errors import TiltakError
from assistant.tui import events
from assistant.tui.backend import Backend, Engine, Narrowing
from assistant.tui.background import Background
from assistant.tui.messages import t

State = Literal["opening", "ready", "missing", "damaged", "building"]


class Session:
    """One sitting with one index folder. Nothing of it is ever written to disk."""

    def __init__(self, backend: Backend, folder: Path, post: Callable[[Message], object]) -> None:
        self.engine: Engine | None = None
        self.state: State = "opening"
        self.stale = False
        self.filters: tuple[Narrowing, ...] = ()
        self._backend = backend
        self._folder = folder
        self._post = post
        self._desk = Background()
        self._waiting: list[tuple[int, str, tuple[tuple[str, str], ...]]] = []
        self._closed = threading.Event()

    def open(self) -> None:
        """Open the index, or the new one in place of the old."""
        self.stale = False
        self._desk.submit(self._open)

    def _open(self) -> None:
        try:
            engine = self._backend.open(self._folder)
            words, facets = self._backend.words(engine), self._backend.facets(engine)
        except Exception as error:
            self._send(events.NotOpened(as_shown(error)))
        else:
            self._send(events.Opened(engine, words, facets))

    def opened(self, engine: Engine) -> None:
        """Take an index into use and ask what waited for it."""
        self.engine, self.state = engine, "ready"
        waiting, self._waiting = self._waiting, []
        for turn, question, filters in waiting:
            self._submit(turn, question, filters)

    def ask(self, turn: int, question: str) -> None:
        """Ask; without an index the question waits."""
        filters = tuple((f.name, f.value) for f in self.filters)
        if self.engine is None:
            self._waiting.append((turn, question, filters))
        else:
            self._submit(turn, question, filters)

    def _submit(self, turn: int, question: str, filters: tuple[tuple[str, str], ...]) -> None:
        engine = self.engine
        assert engine is not None

        def job() -> None:
            try:
                answer = engine.ask(question, filters)
            except Exception as error:
                self._send(events.Refused(turn, as_shown(error)))
            else:
                self._send(events.Answered(turn, answer, engine))

        self._desk.submit(job)

    def forget(self) -> None:
        """Drop the questions that wait."""
        self._waiting = []

    def build(self) -> None:
        """Build the index; the open one answers till the new one is there."""
        if self.state == "building":
            return
        self.state = "building"
        threading.Thread(target=self._build, name="tiltak-build", daemon=True).start()

    def _build(self) -> None:
        def report(stage: str, done: int, total: int) -> None:
            self._send(events.Progressed(stage, done, total))

        try:
            self._backend.build(self._folder, report, self._closed.is_set)
        except Exception as error:
            self._send(events.NotBuilt(as_shown(error)))
        else:
            self._send(events.Built())

    def check(self) -> None:
        """See whether another index has come on disk."""
        engine = self.engine
        if engine is None or self.stale or self.state != "ready":
            return

        def job() -> None:
            built = self._backend.built(self._folder)
            if built and built != engine.built:
                self._send(events.Stale())

        self._desk.submit(job)

    def close(self) -> None:
        """Stop what is being built."""
        self._closed.set()

    def _send(self, message: Message) -> None:
        try:
            self._post(message)
        except RuntimeError:
            # The app has gone while the thread worked; nobody waits for the message.
            self._closed.set()


def as_shown(error: Exception) -> TiltakError:
    """An error as users meet it; one nobody foresaw is named, never traced on their screen."""
    if isinstance(error, TiltakError):
        return error
    if isinstance(error, OSError) and error.strerror:
        return TiltakError(f"{error.filename or ''}: {error.strerror}".lstrip(": "))
    return TiltakError(t("notice.unexpected", name=type(error).__name__))
