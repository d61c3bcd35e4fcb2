"""A conversation for a user interface: it keeps the state, and each line gives a turn. It knows of no screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.dialogue import conditions, narrow, views
from assistant.dialogue.carrying import carried
from assistant.dialogue.state import State
from assistant.dialogue.talk import Talk, Turn, filters
from assistant.dialogue.turns import turn
from assistant.messages import Language
from assistant.question.filters import AGE

Step = Callable[[Talk, State], tuple[State, Turn]]


def _begin(talk: Talk, state: State) -> tuple[State, Turn]:
    return talk.cannot(state, "read.new")


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
        self._last: tuple[State, Step] = (self.state, _begin)

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
        return self._take(self.state, lambda talk, state: turn(talk, state, text))

    def drop(self, name: str, shown: str = "") -> Turn:
        """Take away conditions by their name, as a click on a chip does.

        Args:
            shown: How the chip shows it: something that is only preferred is preferred no more.
        """

        def step(talk: Talk, state: State) -> tuple[State, Turn]:
            gone = [f for f in state.filters if f.name == name]
            wish = next((w for w in talk.preferred(state) if (w.name, w.shown) == (name, shown)), None)
            return narrow.unwish(talk, state, wish) if wish else narrow.drop(talk, state, gone)

        return self._take(self.state, step)

    def narrow(self, name: str, value: str) -> Turn:
        """Add a condition, as a click on a facet's value or on something preferred does.

        Raises:
            UsageError: There is no such filter or value.
        """

        def step(talk: Talk, state: State) -> tuple[State, Turn]:
            made = talk.engine.reader.makes.make(name, value)
            if made.name == AGE:
                made = conditions.age_filter(talk.engine, conditions.age_of(made), talk.language)
            return narrow.join(talk, state, made)

        return self._take(self.state, step)

    def expand(self, on: bool) -> Turn:
        """Let the vocabulary add to the words of the topic, or search for them alone."""
        return self._take(self.state, lambda talk, state: narrow.expand(talk, state, on))

    def open(self, doc_id: str) -> Turn:
        """Tell about a document, as a click on it does.

        Raises:
            UsageError: There is none.
        """

        def step(talk: Talk, state: State) -> tuple[State, Turn]:
            document = talk.engine.document(doc_id)
            new = state.after(view="document", focus=document.doc_id, groups=())
            return talk.shows(new, talk.say("read.named", title=document.title))

        return self._take(self.state, step)

    def again(self) -> Turn:
        """The last turn anew: in another language, with more documents."""
        return self._take(*self._last)

    def speak(self, language: Language) -> None:
        """Go on in another language; what has been asked stays in force."""
        self._talk = replace(self._talk, language=language)
        before, step = self._last
        self.state, _ = carried(self._talk.engine, self.state, language)
        self._last = carried(self._talk.engine, before, language)[0], step

    def limit(self, k: int) -> None:
        """Show at most k documents in an answer from now on."""
        self._talk = replace(self._talk, k=k)

    def moved(self, engine: views.Engine) -> tuple[Conversation, Turn]:
        """The same conversation on another index, and a turn that says what of it could not be carried over."""
        talk = replace(self._talk, engine=engine)
        new = Conversation(engine, talk.language, talk.k)
        before, step = self._last
        new._last = carried(engine, before, talk.language)[0], step
        new.state, lost = carried(engine, self.state, talk.language)
        told = talk.say("read.lost", shown=", ".join(lost)) if lost else ""
        return new, talk.turn(new.state, told)

    def reset(self) -> None:
        """Forget everything, also what could be undone."""
        self.state = State()
        self._last = self.state, _begin

    def _take(self, before: State, step: Step) -> Turn:
        self.state, made = step(self._talk, before)
        self._last = before, step
        return made


__all__ = ["Conversation", "Turn"]
