"""What the app's parts tell each other. Textual sets attributes on messages, so they are not frozen."""

from __future__ import annotations

from textual.message import Message

from assistant.answer.types import Answer
from assistant.errors import TiltakError
from assistant.model import Citation
from assistant.tui.backend import Engine, Facet


class Asked(Message):
    """A question was put, in the prompt or by choosing an example."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question


class Answered(Message):
    """A turn's answer is there, with the engine that gave it."""

    def __init__(self, turn: int, answer: Answer, engine: Engine) -> None:
        super().__init__()
        self.turn = turn
        self.answer = answer
        self.engine = engine


class Refused(Message):
    """A turn's question cannot be answered."""

    def __init__(self, turn: int, error: TiltakError) -> None:
        super().__init__()
        self.turn = turn
        self.error = error


class Opened(Message):
    """An index is open; `words` complete what is typed, `facets` narrow."""

    def __init__(self, engine: Engine, words: tuple[str, ...], facets: tuple[Facet, ...]) -> None:
        super().__init__()
        self.engine = engine
        self.words = words
        self.facets = facets


class NotOpened(Message):
    """The index cannot be opened."""

    def __init__(self, error: TiltakError) -> None:
        super().__init__()
        self.error = error


class Progressed(Message):
    """Building goes on."""

    def __init__(self, stage: str, done: int, total: int) -> None:
        super().__init__()
        self.stage = stage
        self.done = done
        self.total = total


class Built(Message):
    """The index has been built."""


class NotBuilt(Message):
    """Building failed."""

    def __init__(self, error: TiltakError) -> None:
        super().__init__()
        self.error = error


class Stale(Message):
    """Another index lies on disk than the one that is open."""


class Chosen(Message):
    """A citation is to be shown in its source."""

    def __init__(self, citation: Citation, engine: Engine, keep_focus: bool = False) -> None:
        super().__init__()
        self.citation = citation
        self.engine = engine
        self.keep_focus = keep_focus
