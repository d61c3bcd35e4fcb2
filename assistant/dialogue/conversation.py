"""A conversation for a user interface: it keeps the state, and each line gives a turn. It knows of no screen."""

from __future__ import annotations

from dataclasses import replace

from assistant.dialogue import narrow, views
from assistant.dialogue.state import State
from assistant.dialogue.talk import Talk, Turn, filters
from assistant.dialogue.turns import turn
from assistant.messages import Language, say


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
        return self._play(turn(self._talk, self.state, text))

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
        return self._play(self._talk.shows(new, read_as))

    def narrow(self, name: str, value: str) -> Turn:
        """Add a condition, as a click on a facet's value or on something preferred does.

        Raises:
            UsageError: There is no such filter or value.
        """
        made = self._talk.engine.reader.makes.make(name, value)
        return self._play(narrow.join(self._talk, self.state, made))

    def expand(self, on: bool) -> Turn:
        """Let the vocabulary add to the words of the topic, or search for them alone."""
        new = self.state.after(expand=on, view="topic", focus="", groups=())
        key = "read.expand" if on else "read.own_words"
        return self._play(self._talk.shows(new, say(self._talk.language, key, topic=self._talk.topic(new))))

    def speak(self, language: Language) -> None:
        """Go on in another language; what has been asked stays in force."""
        self._talk = replace(self._talk, language=language)

    def limit(self, k: int) -> None:
        """Show at most k documents in an answer from now on."""
        self._talk = replace(self._talk, k=k)

    def open(self, doc_id: str) -> Turn:
        """Tell about a document, as a click on it does.

        Raises:
            UsageError: There is none.
        """
        document = self._talk.engine.document(doc_id)
        new = self.state.after(view="document", focus=document.doc_id, groups=())
        return self._play(self._talk.shows(new, say(self._talk.language, "read.named", title=document.title)))

    def _play(self, played: tuple[State, Turn]) -> Turn:
        self.state, made = played
        return made

    def reset(self) -> None:
        """Forget everything, also what could be undone."""
        self.state = replace(State())


__all__ = ["Conversation", "Turn"]
