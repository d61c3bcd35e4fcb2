"""What the app needs of the rest of the project, and the real thing behind it.

Nothing heavy is imported here: the engine is loaded where it is first opened, off the screen's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assistant.answer.types import Answer, Facet
from assistant.messages import Language, say
from assistant.model import Document
from assistant.tui.building import build_index

if TYPE_CHECKING:
    from assistant.dialogue.talk import Turn
    from assistant.engine import Personal
    from assistant.vocabulary import Vocabulary

# What inflects a noun: a word that is another with one of these is not worth completing.
ENDINGS = tuple("e a n t r s er ar en et ene ane ens enes men met mer mar mene mane".split())
Report = Callable[[str, int, int], None]


class Talk(Protocol):
    """A conversation: each step gives a turn, or raises UsageError and leaves it as it was."""

    def turn(self, text: str) -> Turn:
        """Take a line of the user's."""

    def drop(self, name: str, shown: str) -> Turn:
        """Take away a condition or a wish."""

    def narrow(self, name: str, value: str) -> Turn:
        """Add a condition."""

    def open(self, doc_id: str) -> Turn:
        """Tell about a document."""

    def expand(self, on: bool) -> Turn:
        """Let the vocabulary add to the words asked for, or search for them alone."""

    def again(self) -> Turn:
        """The last turn anew."""

    def speak(self, language: Language) -> None:
        """Go on in another language."""

    def limit(self, k: int) -> None:
        """Show at most k documents in an answer from now on."""

    def reset(self) -> None:
        """Forget everything."""


class Engine(Protocol):
    """An open index that answers."""

    @property
    def built(self) -> str:
        """When the index was built, ISO 8601."""

    @property
    def documents(self) -> Sequence[Document]:
        """All documents."""

    def prepare(self) -> None:
        """Load what the first question needs; it does not raise."""

    def converse(self, language: Language, k: int) -> Talk:
        """A new conversation, of answers from at most k documents."""

    def resume(self, talk: Talk) -> tuple[Talk, Turn]:
        """A conversation over another index goes on over this one; the turn says what was lost."""

    def facets(self, language: Language) -> tuple[Facet, ...]:
        """What all documents can be narrowed to."""

    def document(self, doc_id: str) -> Document:
        """A document by id."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the field."""

    def naming(self, concept: str) -> int:
        """How many documents have a concept, in their text or their metadata."""

    def profile(self, doc_id: str, language: Language) -> Answer:
        """A document by its parts."""

    def compare(self, doc_ids: Sequence[str], language: Language) -> Answer:
        """Documents side by side."""

    def like(self, doc_id: str, language: Language) -> Answer:
        """The documents most like one."""

    def similar(self, plan: str, language: Language, personal: Personal) -> Answer:
        """The documents most like a plan."""


class Backend(Protocol):
    """The project as the app sees it."""

    def open(self, folder: Path) -> Engine:
        """Open the index of a folder; raises TiltakError."""

    def built(self, folder: Path) -> str:
        """When the index on disk was built; "" where none can be read."""

    def build(self, folder: Path, report: Report, stopped: Callable[[], bool]) -> None:
        """Build the index of a folder; raises TiltakError."""

    def words(self, engine: Engine) -> tuple[str, ...]:
        """Names and terms that complete what is typed."""


class IndexEngine:
    """The project's engine over one index."""

    def __init__(self, folder: Path) -> None:
        from assistant.engine import Assistant

        self._assistant = Assistant.open(folder)

    @property
    def built(self) -> str:
        """When the index was built, ISO 8601."""
        return self._assistant.index.manifest.built

    @property
    def documents(self) -> Sequence[Document]:
        """All documents."""
        return self._assistant.index.documents

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the field."""
        return self._assistant.index.vocabulary

    def prepare(self) -> None:
        """Load what the first question needs, by asking one."""
        with suppress(Exception):  # what fails here fails again, and is told, when the user asks
            self._assistant.ask(say("nb", "example.1"))

    def converse(self, language: Language, k: int) -> Talk:
        """A new conversation."""
        return self._assistant.converse(language, k)

    def resume(self, talk: Talk) -> tuple[Talk, Turn]:
        """The same conversation over this index."""
        from assistant.dialogue.conversation import Conversation

        assert isinstance(talk, Conversation)
        return talk.moved(self._assistant)

    def facets(self, language: Language) -> tuple[Facet, ...]:
        """What all documents can be narrowed to."""
        from assistant.answer.facets import facets

        return facets(self._assistant.kit, [document.doc_id for document in self.documents], language)

    def document(self, doc_id: str) -> Document:
        """A document by id."""
        return self._assistant.document(doc_id)

    def naming(self, concept: str) -> int:
        """How many documents have a concept, in their text or their metadata."""
        index = self._assistant.index
        return len(set(index.units.owner[index.ideas.having(concept)].tolist()))

    def profile(self, doc_id: str, language: Language) -> Answer:
        """A document by its parts."""
        return self._assistant.profile(doc_id, language)

    def compare(self, doc_ids: Sequence[str], language: Language) -> Answer:
        """Documents side by side."""
        return self._assistant.compare(doc_ids, language)

    def like(self, doc_id: str, language: Language) -> Answer:
        """The documents most like one."""
        return self._assistant.like(doc_id, language=language)

    def similar(self, plan: str, language: Language, personal: Personal) -> Answer:
        """The documents most like a plan."""
        return self._assistant.similar(plan, language=language, personal=personal)


class IndexBackend:
    """The index folder on disk."""

    def open(self, folder: Path) -> Engine:
        """Open the index of a folder."""
        return IndexEngine(folder)

    def built(self, folder: Path) -> str:
        """When the index on disk was built; "" where none can be read."""
        from assistant.errors import TiltakError
        from assistant.index import manifest

        try:
            return manifest.read(folder).built
        except (TiltakError, OSError):
            return ""

    def build(self, folder: Path, report: Report, stopped: Callable[[], bool]) -> None:
        """Build the index of a folder in a process of its own."""
        build_index(folder, report, stopped)

    def words(self, engine: Engine) -> tuple[str, ...]:
        """Offices, counties, titles, and the words of the vocabulary, save what only inflects another."""
        names = {n for d in engine.documents for n in (d.office, d.county, d.title)}
        if isinstance(engine, IndexEngine):
            names.update(form for form, _, _ in engine.vocabulary.surface_forms())
        names = {name for name in names if not _inflects(name, names)}
        return tuple(sorted((name for name in names if 3 <= len(name) <= 60), key=lambda n: (len(n), n)))


def _inflects(name: str, names: set[str]) -> bool:
    """Whether a name is another one with an ending."""
    return any(name.endswith(end) and name.removesuffix(end) in names for end in ENDINGS)
