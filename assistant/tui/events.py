"""What the app's parts tell each other. Textual sets attributes on messages, so they are not frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from assistant.answer.types import Facet
from assistant.errors import TiltakError
from assistant.model import Citation
from assistant.tui.backend import Engine

if TYPE_CHECKING:
    from assistant.dialogue.talk import Turn
    from assistant.tui.item import Item


class Asked(Message):
    """A line was put, in the prompt or by choosing an example or a suggestion."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question


class Dropped(Message):
    """A condition is to go."""

    def __init__(self, name: str, shown: str) -> None:
        super().__init__()
        self.name = name
        self.shown = shown


class Narrowed(Message):
    """A condition is to be added."""

    def __init__(self, name: str, value: str, shown: str) -> None:
        super().__init__()
        self.name = name
        self.value = value
        self.shown = shown


class Expanded(Message):
    """The vocabulary is to add to the words asked for, or to stay out of it."""

    def __init__(self, on: bool) -> None:
        super().__init__()
        self.on = on


class Resumed(Message):
    """The conversation goes on over another index; the turn says what of it was lost."""

    def __init__(self, turn: Turn) -> None:
        super().__init__()
        self.turn = turn


class OpenDocument(Message):
    """A document is to be opened."""

    def __init__(self, doc_id: str) -> None:
        super().__init__()
        self.doc_id = doc_id


class Answered(Message):
    """What a turn led to is there, with the engine that gave it."""

    def __init__(self, number: int, turn: Turn, engine: Engine) -> None:
        super().__init__()
        self.number = number
        self.turn = turn
        self.engine = engine


class Refused(Message):
    """A turn's line cannot be taken; the conversation stands as before."""

    def __init__(self, number: int, error: TiltakError) -> None:
        super().__init__()
        self.number = number
        self.error = error


class Opened(Message):
    """An index is open."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine = engine


class Listed(Message):
    """The names and terms that complete what is typed."""

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__()
        self.words = words


class Counted(Message):
    """What all documents can be narrowed to."""

    def __init__(self, facets: tuple[Facet, ...]) -> None:
        super().__init__()
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

    def __init__(self, citation: Citation, engine: Engine) -> None:
        super().__init__()
        self.citation = citation
        self.engine = engine


class Step(Message):
    """The focus is to go from one thing to choose to the next (1) or the previous (-1)."""

    def __init__(self, item: Item, step: int) -> None:
        super().__init__()
        self.item = item
        self.step = step
