"""A conversation for a user interface: it keeps the state, and each line gives a turn. It knows of no screen."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer.messages import Language
from assistant.dialogue import views
from assistant.dialogue.messages import say
from assistant.dialogue.state import State
from assistant.dialogue.talk import Talk, Turn, filters
from assistant.dialogue.turns import turn


class Conversation:
    """A conversation over one open index. Nothing of it is ever stored.

    Args:
        engine: The open assistant.
        language: The language of our own words.
        k: How many documents an answer shows at the most.
    """

    def __init__(self, engine: views.Engine, language: Language = "nb", k: int = 5) -> None:
        self._talk = Talk(engine, language, k)
        self.state = State()

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """(name, shown) of every condition in force."""
        return filters(self.state)

    @property
    def listed(self) -> tuple[str, ...]:
        """The documents that have a number: «nr. 2» is the second."""
        return self.state.listed

    def turn(self, text: str) -> Turn:
        """Take a line of the user's.

        Raises:
            UsageError: It holds a national identity number, is too long, or names a document that is not there;
                the conversation stands as before.
        """
        self.state, made = turn(self._talk, self.state, text)
        return made

    def drop(self, name: str) -> Turn:
        """Take away one condition by its name, as a click on its chip does."""
        gone = [shown for other, shown in self.filters if other == name]
        new = self.state.after(
            filters=tuple(f for f in self.state.filters if f.name != name),
            age=None if name == "age" else self.state.age,
            view="topic", focus="", groups=(),
        )  # fmt: skip
        topic = self._talk.topic(new)
        read_as = say(self._talk.language, "read.unfilter", shown=", ".join(gone), topic=topic)
        self.state, made = self._talk.shows(new, read_as)
        return made

    def open(self, doc_id: str) -> Turn:
        """Tell about a document, as a click on it does.

        Raises:
            UsageError: There is none.
        """
        document = self._talk.engine.document(doc_id)
        new = self.state.after(view="document", focus=document.doc_id, groups=())
        self.state, made = self._talk.shows(new, say(self._talk.language, "read.named", title=document.title))
        return made

    def reset(self) -> None:
        """Forget everything, also what could be undone."""
        self.state = replace(State())


__all__ = ["Conversation", "Turn"]
