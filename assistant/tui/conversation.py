"""The conversation: a welcome with examples, then turn after turn."""

from __future__ import annotations

from typing import ClassVar

from textual import events as textual_events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from assistant.answer.types import Answer
from assistant.errors import TiltakError
from assistant.tui.backend import Engine
from assistant.tui.events import Asked
from assistant.tui.messages import t
from assistant.tui.quote import Quote
from assistant.tui.turn import Turn, line

LIVE = 20  # turns whose quotes can be opened; older ones become plain text
EXAMPLES = ("example.1", "example.2", "example.3")


class Example(Static, can_focus=True):
    """A question to start with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "ask", t("action.ask_example")),
        Binding("down,right", "app.focus_next", show=False),
        Binding("up,left", "app.focus_previous", show=False),
    ]

    def __init__(self, question: str) -> None:
        super().__init__(Content(f"› {question}"), markup=False, classes="example")
        self.question = question

    def action_ask(self) -> None:
        """Ask it."""
        self.post_message(Asked(self.question))

    def on_click(self, event: textual_events.Click) -> None:
        """Ask it."""
        event.stop()
        self.action_ask()


class Welcome(Vertical):
    """What the app is for, in the words of those it is for."""

    def compose(self) -> ComposeResult:
        """A title, what an answer is, examples, what not to write."""
        yield line(t("welcome.title"), "title")
        yield line(t("welcome.text"), "lead")
        yield line(t("welcome.examples"), "reading")
        yield from (Example(t(key)) for key in EXAMPLES)
        yield line(t("welcome.privacy"), "reading")


class Conversation(VerticalScroll, can_focus=False):
    """Turn after turn, the newest last."""

    def __init__(self) -> None:
        super().__init__(id="conversation")
        self._turns = 0

    def compose(self) -> ComposeResult:
        """The welcome, till the first question."""
        yield Welcome()

    async def start(self, question: str, waiting: bool) -> Turn:
        """A new turn."""
        await self.query(Welcome).remove()
        self._turns += 1
        for old in list(self.query(Turn))[:-LIVE]:
            await old.fold()
        turn = Turn(self._turns, question, waiting)
        await self.mount(turn)
        self._show(turn)
        return turn

    def turn(self, number: int) -> Turn | None:
        """A turn by number; None where it was cleared away meanwhile."""
        return next((turn for turn in self.query(Turn) if turn.number == number), None)

    async def answered(self, number: int, answer: Answer, engine: Engine) -> Turn | None:
        """Put an answer under its question."""
        turn = self.turn(number)
        if turn is not None:
            await turn.answered(answer, engine)
            self._show(turn)
        return turn

    async def refused(self, number: int, error: TiltakError) -> Turn | None:
        """Put an error in the place of its question."""
        turn = self.turn(number)
        if turn is not None:
            await turn.refused(error)
            self._show(turn)
        return turn

    async def clear(self) -> None:
        """Start over."""
        await self.remove_children()
        await self.mount(Welcome())

    @property
    def current(self) -> Turn | None:
        """The turn one is in: that of the focused quote, else the last answered one."""
        focused = self.screen.focused
        if isinstance(focused, Quote):
            return next((node for node in focused.ancestors if isinstance(node, Turn)), None)
        return next((turn for turn in reversed(self.query(Turn)) if turn.answer is not None), None)

    def _show(self, turn: Turn) -> None:
        self.call_after_refresh(self.scroll_to_widget, turn, animate=False, top=True)
