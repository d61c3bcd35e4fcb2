"""The conversation: a welcome with examples, then turn after turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from assistant.errors import TiltakError
from assistant.tui.actions import key_name
from assistant.tui.backend import Engine
from assistant.tui.events import Step
from assistant.tui.held import Held
from assistant.tui.item import Item, Line
from assistant.tui.messages import t
from assistant.tui.turn import Turn
from assistant.tui.words import line

if TYPE_CHECKING:
    from assistant.dialogue.talk import Turn as Made

LIVE = 6  # turns whose quotes can be opened; older ones are text till they are chosen
ALSO = (("ctrl+o", "action.tiltak"), ("ctrl+r", "action.compare"), ("ctrl+g", "action.glossary"), ("f2", "welcome.all"))
EXAMPLES = ("example.1", "example.2", "example.3")


class Welcome(Vertical):
    """What the app is for, in the words of those it is for, and whose words an answer is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        """A title, what an answer is, examples, what not to write; where there is room, what else there is."""
        with Vertical():
            yield line(t("welcome.title"), "title")
            yield line(t(self.text), "lead")
            yield line(t("welcome.examples"), "reading")
            yield from (Line(t(key), "example") for key in EXAMPLES)
            yield line(t("welcome.privacy"), "reading")
            also = (f"{key_name(key)} {t(name)}".replace(" ", "\xa0") for key, name in ALSO)
            yield line("\xa0· ".join(also), "reading also")


class Conversation(Held, can_focus=False):
    """Turn after turn, the newest last."""

    def __init__(self) -> None:
        super().__init__(id="conversation")
        self._count = 0
        self._welcome = "welcome.text"

    def compose(self) -> ComposeResult:
        """The welcome, till the first question."""
        yield Welcome(self._welcome)

    @property
    def turns(self) -> list[Turn]:
        """All turns."""
        return [child for child in self.children if isinstance(child, Turn)]

    @property
    def newest(self) -> Turn | None:
        """The last turn."""
        last = self.children[-1] if self.children else None
        return last if isinstance(last, Turn) else None

    async def start(self, question: str, *, chosen: bool = False, awaited: str = "turn.searching") -> Turn:
        """A new turn."""
        if (before := self.newest) is not None:
            await before.passed()
        else:
            await self.query(Welcome).remove()
        self._count += 1
        for old in self.turns[:-LIVE]:
            await old.fold(True)
        turn = Turn(self._count, question, chosen=chosen, awaited=awaited)
        await self.mount(turn)
        self.hold(turn)
        return turn

    def turn(self, number: int) -> Turn | None:
        """A turn by number; None where it was cleared away meanwhile."""
        return next((turn for turn in reversed(self.turns) if turn.number == number), None)

    async def answered(self, number: int, made: Made, engine: Engine) -> Turn | None:
        """Put what came of it under a turn's question."""
        turn = self.turn(number)
        if turn is not None:
            await turn.answered(made, engine)
            if turn is self.newest:
                self.hold(turn)
        return turn

    async def refused(self, number: int, error: TiltakError) -> Turn | None:
        """Put an error in the place of its question."""
        turn = self.turn(number)
        if turn is not None:
            await turn.refused(error)
            self.hold(turn)
        return turn

    async def awaits(self, what: str) -> None:
        """Say what the unanswered questions wait for now."""
        for turn in self.turns:
            await turn.awaits(what)

    async def clear(self) -> None:
        """Start over."""
        self.hold(None)
        await self.remove_children()
        await self.mount(Welcome(self._welcome))

    async def opened(self, engine: Engine) -> None:
        """The welcome says whether the quotes of this index are from the reports or from our summaries of them."""
        recorded = [document.source.recorded for document in engine.documents]
        self._welcome = f"welcome.text.{'summaries' if all(recorded) else 'mixed'}" if any(recorded) else "welcome.text"
        for welcome in self.query(Welcome):
            if welcome.text != self._welcome:
                welcome.text = self._welcome
                await welcome.recompose()

    async def redraw(self) -> None:
        """Say everything again, in the language spoken now."""
        for child in list(self.children):
            await (child.show() if isinstance(child, Turn) else child.recompose())

    @property
    def current(self) -> Turn | None:
        """The turn one is in: that of what is focused, else the last answered one."""
        focused = self.screen.focused
        turn = turn_of(focused) if focused is not None else None
        return turn or next((turn for turn in reversed(self.turns) if turn.answer is not None), None)

    @on(Step)
    def _step(self, event: Step) -> None:
        """Go to the next or the previous thing to choose; it stops at the ends."""
        event.stop()
        homes = list(self.children)
        number = next(n for n, home in enumerate(homes) if home in event.item.ancestors_with_self)
        items = items_of(homes[number])
        place = items.index(event.item) + event.step
        while not 0 <= place < len(items):
            number += event.step
            if not 0 <= number < len(homes):
                return
            items = items_of(homes[number])
            place = 0 if event.step > 0 else len(items) - 1
        self.go_to(items[place])

    def go_to(self, item: Widget) -> None:
        """Focus something. Out of sight, it comes a page at a time: most steps then scroll nothing."""
        self.screen.set_focus(item, scroll_visible=False)
        here, there = self.region, item.region
        if there.y < here.y:
            self.scroll_relative(y=min(there.bottom - here.bottom, there.y - here.y), animate=False)
        elif there.bottom > here.bottom:
            self.scroll_relative(y=there.y - here.y, animate=False)

    @on(Turn.Unfolded)
    async def _unfold(self, event: Turn.Unfolded) -> None:
        event.stop()
        await event.turn.fold(False)
        self.hold(event.turn)
        self.screen.set_focus(event.turn.items[0], scroll_visible=False)


def turn_of(widget: Widget | None) -> Turn | None:
    """The turn that a widget is part of."""
    return next((node for node in widget.ancestors_with_self if isinstance(node, Turn)), None) if widget else None


def items_of(home: Widget) -> list[Item]:
    """What can be chosen in a turn or in the welcome."""
    return home.items if isinstance(home, Turn) else list(home.query(Item))
