"""A list to choose from, with a line to search in: actions, filters and themes are all chosen in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from assistant.tui.messages import t
from assistant.tui.plain import one_line
from assistant.tui.words import Words

FEW = 6  # of a group, before anything is typed
FRAME = 8  # columns of the dialog that are not the list's
AROUND = 9  # lines of the screen that are not the list's


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: `value` comes back, `label` and `detail` are shown, `key` at the left, `group` above.

    `about` tells it in full where one is at it, if that is more than the detail.
    """

    value: str
    label: str
    detail: str = ""
    key: str = ""
    group: str = ""
    about: str = ""

    @property
    def told(self) -> str:
        """All there is to say of it: on its line it may be cut, and its group may be out of sight."""
        return self.about or (f"{self.group}: {self.label} ({self.detail})" if self.group else self.detail)

    def has(self, words: Sequence[str]) -> bool:
        """Whether all words, in small letters, are found in it."""
        text = f"{self.key} {self.group} {self.label} {self.detail} {self.about}".casefold()
        return all(word in text for word in words)


class Chooser(ModalScreen[str | None]):
    """Comes back with the value of the choice, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "action.close"),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(8)", show=False),
        Binding("pageup", "move(-8)", show=False),
    ]

    DEFAULT_CSS = """
    Chooser #chooser-about { height: 1; padding: 0 1; margin-top: 1; color: $text-quiet; }
    Chooser.-narrow #chooser-about { height: 2; }
    """

    def __init__(self, title: str, choices: Sequence[Choice], typed: str = "") -> None:
        super().__init__()
        self._heading = title
        self._choices = tuple(choices)
        self._typed = typed
        self._wide = 0  # columns of a label
        self._keys = max((len(c.key) for c in choices), default=0)

    def compose(self) -> ComposeResult:
        """A search line over the list."""
        with Vertical(classes="dialog"):
            yield Input(self._typed, placeholder=t("chooser.filter"), id="chooser-filter", select_on_focus=False)
            yield OptionList(id="chooser-list", markup=False)
            yield Label(t("chooser.none"), id="chooser-none")
            yield Words(Content(""), id="chooser-about")

    def on_mount(self) -> None:
        """Everything is there to begin with."""
        dialog = self.query_one(".dialog")
        dialog.border_title, dialog.border_subtitle = Content(one_line(self._heading)).markup, t("chooser.keys")
        self.query_one("#chooser-list").can_focus = False

    def on_resize(self, event: Resize) -> None:
        """Labels and details share the room; a label has at least the half of it."""
        dialog, options = self.query_one(".dialog"), self.query_one("#chooser-list", OptionList)
        labels = max((len(one_line(choice.label)) for choice in self._choices), default=0)
        details = max((len(one_line(choice.detail)) for choice in self._choices), default=0)
        room = dialog.outer_size.width - FRAME - self._keys
        self._wide = min(labels, max(room - details, room // 2))
        options.styles.max_height = max(event.size.height - AROUND, 3)
        self._fill()

    @on(Input.Changed)
    def _fill(self) -> None:
        words = self.query_one(Input).value.casefold().split()
        found = [c for c in self._choices if c.has(words)]
        if not any(c.group for c in found):
            found.sort(key=lambda c: bool(words) and not c.label.casefold().startswith(words[0]))
        rows: list[Option] = []
        for group, members in groupby(found, key=lambda c: c.group):
            those = list(members)
            shown = those if words or not group else those[:FEW]
            if group:
                rows.append(Option(Content.assemble((one_line(group), "bold $primary")), disabled=True))
            rows += [Option(self._prompt(c), id=str(self._choices.index(c))) for c in shown]
            if rest := len(those) - len(shown):
                rows.append(Option(Content.assemble((f"  {t('screen.rest', n=rest)}", "$text-quiet")), disabled=True))
        options = self.query_one("#chooser-list", OptionList)
        options.clear_options()
        options.add_options(rows)
        options.highlighted = next((n for n, row in enumerate(rows) if not row.disabled), None)
        options.scroll_home(animate=False)
        options.display = bool(found)
        self.query_one("#chooser-none").display = not found
        self.query_one("#chooser-about").visible = bool(found)

    @on(OptionList.OptionHighlighted)
    def _tell(self, event: OptionList.OptionHighlighted) -> None:
        choice = self._choices[int(event.option.id or 0)]
        self.query_one("#chooser-about", Words).put(Content(one_line(choice.told)))

    def _prompt(self, choice: Choice) -> Content:
        parts: list[tuple[str, str]] = [("  ", "")] if choice.group else []
        if self._keys:
            parts.append((f"{choice.key:<{self._keys}}  ", ""))
        parts.append((f"{shorten(one_line(choice.label), self._wide):<{self._wide}}", "bold"))
        parts.append((f"  {one_line(choice.detail)}", ""))
        return Content.assemble(*parts)

    def action_move(self, step: int) -> None:
        """Move the choice while typing; headings are passed over."""
        options = self.query_one("#chooser-list", OptionList)
        able = [n for n in range(options.option_count) if not options.get_option_at_index(n).disabled]
        if able and options.highlighted is not None:
            place = able.index(options.highlighted) + step
            options.highlighted = able[min(max(place, 0), len(able) - 1)]
            if options.highlighted == able[0]:
                options.scroll_home(animate=False)

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


def shorten(text: str, width: int) -> str:
    """A text that is cut, and says so, where it would push aside what stands after it."""
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
