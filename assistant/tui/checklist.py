"""A list in which several can be ticked. Ticks are letters, not colours: [x] and [ ]."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.tui.rows import Rows


class CheckList(Rows):
    """Space or a click ticks, Enter is done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", "window.tick"),
        Binding("enter", "done", "window.done", show=False),
    ]

    class Ticked(Message):
        """What is ticked has changed."""

    class Done(Message):
        """No more is to be ticked."""

    def __init__(self, ticked: Sequence[str] = ()) -> None:
        super().__init__(markup=False)
        self.ticked = list(ticked)
        self._labels: dict[str, str] = {}

    def fill(self, labels: dict[str, str]) -> None:
        """Show these lines, by id; what is ticked stays so, shown or not."""
        here = self.highlighted_option.id if self.highlighted_option else None
        self._labels = labels
        self.clear_options()
        self.add_options([Option(self._prompt(name), id=name) for name in labels])
        names = list(labels)
        self.highlighted = names.index(here) if here in names else 0 if names else None

    def untick(self, name: str) -> None:
        """Take a tick away."""
        self.ticked.remove(name)
        self._redraw(name)

    def action_done(self) -> None:
        """Say that it is done."""
        self.post_message(self.Done())

    @on(OptionList.OptionSelected)
    def _select(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        name = str(event.option.id)
        if name in self.ticked:
            self.ticked.remove(name)
        else:
            self.ticked.append(name)
        self._redraw(name)
        self.post_message(self.Ticked())

    def _redraw(self, name: str) -> None:
        if name in self._labels:
            self.replace_option_prompt(name, self._prompt(name))

    def _prompt(self, name: str) -> Content:
        return Content(f"{'[x]' if name in self.ticked else '[ ]'} {self._labels[name]}")
