"""The line where questions are written: history with the arrows, completion with the right arrow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import ClassVar

from textual import events as textual_events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.suggester import Suggester
from textual.widgets import Input

from assistant.tui.events import Asked
from assistant.tui.messages import t
from assistant.tui.plain import one_line

LONGEST = 12_000  # characters; a pasted project plan fits


class Completion(Suggester):
    """Completes the name or term that is being typed."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        pairs = sorted((word.casefold(), -len(word), word) for word in words)
        self._keys = [key for key, _, _ in pairs]
        self._words = [word for _, _, word in pairs]

    async def get_suggestion(self, value: str) -> str | None:
        """What is typed with the rest of the shortest name that fits, trying three words, two, one."""
        words = value.split(" ")
        for count in (3, 2, 1):
            typed = " ".join(words[-count:])
            if len(typed) < 3 or len(words) < count or not typed.strip():
                continue
            if found := self._shortest(typed.casefold()):
                return value + found[len(typed) :]
        return None

    def _shortest(self, start: str) -> str | None:
        first = bisect_left(self._keys, start)
        found = [
            self._words[i]
            for i in range(first, min(first + 50, len(self._keys)))
            if self._keys[i].startswith(start) and len(self._keys[i]) > len(start)
        ]
        return min(found, key=len, default=None)


class Prompt(Input):
    """The question. What was asked before is kept in memory only, for the arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "history(-1)", show=False),
        Binding("down", "history(1)", show=False),
        Binding("tab", "screen.quotes", "footer.quotes", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    class Full(Message):
        """There was not room for all that was put in."""

    # The line never changes its place, however long its text: a key need not lay out the whole screen.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self) -> None:
        super().__init__(id="prompt", select_on_focus=False)  # coming back, one goes on writing
        self.cursor_blink = False
        self._history: list[str] = []
        self._place = 0
        self._draft = ""

    def redraw(self) -> None:
        """Say what it is in the language spoken now."""
        self.placeholder = t("prompt.placeholder")
        self.border_title = f" {t('prompt.title')} " if self.screen.has_class("-low") else t("prompt.title")

    def complete_with(self, words: Sequence[str]) -> None:
        """Complete from these names and terms."""
        self.suggester = Completion(words)

    def action_history(self, step: int) -> None:
        """Bring back an earlier question; after the last comes what was being written."""
        place = min(max(self._place + step, 0), len(self._history))
        if place == self._place:
            return
        if self._place == len(self._history):
            self._draft = self.value
        self._place = place
        self.value = self._history[place] if place < len(self._history) else self._draft
        self.cursor_position = len(self.value)

    def action_page(self, step: int) -> None:
        """Page the conversation."""
        pane = self.screen.query_one("#conversation")
        pane.scroll_relative(y=step * max(pane.size.height - 2, 1), animate=False)

    def restore(self, question: str) -> None:
        """Put a refused question back, unless something else is being written."""
        if not self.value:
            self.value = question
            self.cursor_position = len(question)

    def mask(self, question: str) -> None:
        """Keep a question for the arrows without the personal data it holds."""
        from assistant.text.privacy import find_in_question, mask  # slow to load; whoever found the data has done it

        masked = mask(question, find_in_question(question))
        self._history = [masked if line == question else line for line in self._history]

    def forget(self) -> None:
        """Forget what is written and what was asked."""
        self._history, self._place, self._draft = [], 0, ""
        self.value = ""

    def put(self, text: str) -> None:
        """Put a text in where one writes: a paragraph is one question, not its first line."""
        self.replace(one_line(text), *self.selection)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put in as much as there is room for."""
        start, end = sorted((start, end))
        room = max(LONGEST - len(self.value) + end - start, 0)
        super().replace(text[:room], start, end)
        if len(text) > room:
            self.post_message(self.Full())

    def action_paste(self) -> None:
        """Put in what was copied in the app."""
        self.put(self.app.clipboard)

    async def action_submit(self) -> None:
        """Ask what is written."""
        question = one_line(self.value)
        if not question:
            return
        if not self._history or self._history[-1] != question:
            self._history.append(question)
        self._place, self._draft = len(self._history), ""
        self.value = ""
        self.post_message(Asked(question))

    def _on_paste(self, event: textual_events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.put(event.text)
