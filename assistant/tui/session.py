"""The state behind the screen: which index is open, its conversation, what waits for it, what is being built.

Methods are called on the screen's thread and return at once; what comes of them arrives as messages.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from assistant.errors import as_shown
from assistant.messages import Language
from assistant.tui import events
from assistant.tui.backend import Backend, Engine, Talk
from assistant.tui.background import Background
from assistant.tui.messages import language
from assistant.tui.words import hyphens

if TYPE_CHECKING:
    from assistant.dialogue.talk import Turn

State = Literal["opening", "ready", "missing", "damaged", "building"]
Step = Callable[[Talk], "Turn"]


class Session:
    """One sitting with one index folder, and one conversation. Nothing of it is ever written to disk.

    Args:
        k: How many documents an answer shows at the most.
    """

    def __init__(self, backend: Backend, folder: Path, post: Callable[[Message], object], k: int = 5) -> None:
        self.engine: Engine | None = None
        self.state: State = "opening"
        self.stale = False
        self.k = k
        self._talk: Talk | None = None  # used by the background's thread alone
        self._newest = 0  # number of the turn answered last
        self._backend = backend
        self._folder = folder
        self._post = post
        self._desk = Background()
        self._waiting: list[tuple[int, Step]] = []
        self._spare: list[Callable[[], None]] = []  # what an opened index can do later
        self._closed = threading.Event()

    def open(self) -> None:
        """Open the index, or the new one in place of the old."""
        self.stale = False
        self._desk.submit(self._open)

    def _open(self) -> None:
        try:
            engine = self._backend.open(self._folder)
        except Exception as error:
            self._send(events.NotOpened(as_shown(error)))
        else:
            self._send(events.Opened(engine))

    def opened(self, engine: Engine) -> None:
        """Take an index into use, and take what waited for it. A conversation goes on where it was."""
        self.engine, self.state = engine, "ready"
        spoken, k = language(), self.k
        self._desk.submit(lambda: self._use(engine, spoken, k))
        waiting, self._waiting = self._waiting, []
        for number, step in waiting:
            self._submit(number, step)
        self._spare = [
            *([] if waiting else [engine.prepare]),  # what waited has prepared it
            self._count,
            lambda: self._send(events.Listed(self._backend.words(engine))),
            lambda: hyphens() and None,  # slow to load: not in the middle of a drawing
        ]
        if not waiting:
            self.settle()

    def settle(self) -> None:
        """Do what can wait till the first answer is drawn: drawing and this would take turns, and both be late."""
        spare, self._spare = self._spare, []
        for job in spare:
            self._desk.submit(job)

    def _use(self, engine: Engine, spoken: Language, k: int) -> None:
        if self._talk is None:
            self._talk = engine.converse(spoken, k)
        else:
            self._talk, turn = engine.resume(self._talk)
            self._send(events.Resumed(turn))

    def ask(self, number: int, text: str) -> None:
        """Put a line to the conversation."""
        self._take(number, lambda talk: talk.turn(text))

    def drop(self, number: int, name: str, shown: str) -> None:
        """Take away a condition or a wish."""
        self._take(number, lambda talk: talk.drop(name, shown))

    def narrow(self, number: int, name: str, value: str) -> None:
        """Add a condition."""
        self._take(number, lambda talk: talk.narrow(name, value))

    def expand(self, number: int, on: bool) -> None:
        """Search with the vocabulary, or without it."""
        self._take(number, lambda talk: talk.expand(on))

    def tell(self, number: int, doc_id: str) -> None:
        """Tell about a document."""
        self._take(number, lambda talk: talk.open(doc_id))

    def _take(self, number: int, step: Step) -> None:
        """A step of the conversation; without an index it waits."""
        if self.engine is None:
            self._waiting.append((number, step))
        else:
            self._submit(number, step)

    def _submit(self, number: int, step: Step) -> None:
        engine = self.engine
        assert engine is not None

        def job() -> None:
            assert self._talk is not None
            try:
                turn = step(self._talk)
            except Exception as error:
                self._send(events.Refused(number, as_shown(error)))
            else:
                self._newest = number
                self._send(events.Answered(number, turn, engine))

        self._desk.submit(job)

    def forget(self) -> None:
        """Begin the conversation anew; what waits is dropped."""
        self._waiting = []

        def job() -> None:
            if self._talk is not None:
                self._talk.reset()
                self._newest = 0

        self._desk.submit(job)

    def speak(self) -> None:
        """Go on in the language that is spoken now; the newest answer is given again in it."""
        engine, spoken = self.engine, language()
        if engine is None:
            return

        def job() -> None:
            assert self._talk is not None
            self._talk.speak(spoken)
            if self._newest:
                with suppress(Exception):  # an answer that cannot be given again stays as it was; other lines wait
                    self._send(events.Answered(self._newest, self._talk.again(), engine))

        self._desk.submit(job)
        self._count()

    def limit(self, k: int) -> None:
        """Show at most k documents in an answer from now on."""
        self.k = k

        def job() -> None:
            if self._talk is not None:
                self._talk.limit(k)

        self._desk.submit(job)

    def _count(self) -> None:
        engine, spoken = self.engine, language()
        assert engine is not None
        self._desk.submit(lambda: self._send(events.Counted(engine.facets(spoken))))

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
