"""A list to choose from, with a line to search in: actions, filters and themes are all chosen in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from assistant.tui.messages import t
from assistant.tui.plain import one_line


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: `value` comes back, `label` and `detail` are shown, `key` at the right."""

    value: str
    label: str
    detail: str = ""
    key: str = ""


class Chooser(ModalScreen[str | None]):
    """Comes back with the value of the choice, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", t("action.close")),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(8)", show=False),
        Binding("pageup", "move(-8)", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._heading = title
        self._choices = tuple(choices)

    def compose(self) -> ComposeResult:
        """A search line over the list."""
        with Vertical(classes="dialog"):
            yield Input(placeholder=t("chooser.filter"), id="chooser-filter")
            yield OptionList(id="chooser-list", markup=False)
            yield Label(t("chooser.none"), id="chooser-none")

    def on_mount(self) -> None:
        """Everything is there to begin with."""
        self.query_one(".dialog").border_title = Content(one_line(self._heading)).markup
        self.query_one("#chooser-list").can_focus = False
        self._fill("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def _fill(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [c for c in self._choices if all(w in f"{c.label} {c.detail}".casefold() for w in words)]
        found.sort(key=lambda c: bool(words) and not c.label.casefold().startswith(words[0]))
        options = self.query_one("#chooser-list", OptionList)
        options.clear_options()
        options.add_options([Option(self._prompt(c), id=str(self._choices.index(c))) for c in found])
        options.highlighted = 0 if found else None
        options.display = bool(found)
        self.query_one("#chooser-none").display = not found

    def _prompt(self, choice: Choice) -> Content:
        wide = max((len(c.label) for c in self._choices), default=0)
        keys = max((len(c.key) for c in self._choices), default=0)
        parts: list[tuple[str, str]] = []
        if keys:
            parts.append((f"{choice.key:<{keys}}  ", ""))
        parts.append((f"{one_line(choice.label):<{min(wide, 44)}}", "bold"))
        parts.append((f"  {one_line(choice.detail)}", ""))
        return Content.assemble(*parts)

    def action_move(self, step: int) -> None:
        """Move the choice while typing."""
        options = self.query_one("#chooser-list", OptionList)
        if options.option_count:
            place = (options.highlighted or 0) + step
            options.highlighted = min(max(place, 0), options.option_count - 1)

    @on(Input.Submitted)
    def _chosen(self) -> None:
        options = self.query_one("#chooser-list", OptionList)
        if options.highlighted is not None:
            self._done(options.get_option_at_index(options.highlighted))

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._done(event.option)

    def _done(self, option: Option) -> None:
        self.dismiss(self._choices[int(option.id or 0)].value)
