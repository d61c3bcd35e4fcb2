"""A list to choose from, with a line to search in: actions, filters and documents are all chosen in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from assistant.tui.dialog import HIGH, Dialog
from assistant.tui.keybar import KeyBar
from assistant.tui.messages import t
from assistant.tui.plain import one_line
from assistant.tui.rows import GAP, Rows, found, in_columns
from assistant.tui.words import Words

FEW = 6  # of a group, before anything is typed
FRAME = 7  # columns of the dialog that are not the list's
AROUND = 4  # lines of the dialog that are neither the list's nor what is told of a choice
WIDE = 100  # columns of the screen from which there is room for all there is to see of a choice


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: `value` comes back; `cells` are shown in columns, the last of several where there is room.

    `lead` stands in front, `key` at the right end, `group` above. `about` tells it in full where one is at it, if that
    is more than the last cell.
    """

    value: str
    cells: tuple[str, ...]
    lead: str = ""
    key: str = ""
    group: str = ""
    about: str = ""

    @property
    def told(self) -> str:
        """All there is to say of it: on its line it may be cut, and its group may be out of sight."""
        return self.about or (f"{self.group}: {self.cells[0]} ({self.lead})" if self.group else self.cells[-1])

    def has(self, words: Sequence[str]) -> bool:
        """Whether all words, in small letters, are found in it."""
        text = " ".join((self.key, self.lead, self.group, *self.cells, self.about)).casefold()
        return all(word in text for word in words)


class Chooser(Dialog[str | None]):
    """Comes back with the value of the choice, or None.

    Args:
        opens: What is chosen is opened, and the key says so.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "chooser.choose"),
        Binding("enter", "open", "window.open"),
        Binding("escape", "dismiss(None)", "action.close", priority=True),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(8)", show=False),
        Binding("pageup", "move(-8)", show=False),
    ]

    DEFAULT_CSS = """
    Chooser #chooser-about { height: 1; padding: 0 1; margin-top: 1; color: $text-quiet; }
    Chooser #chooser-about.-two { height: 2; }
    """

    def __init__(self, title: str, choices: Sequence[Choice], typed: str = "", *, opens: bool = False) -> None:
        super().__init__()
        self._heading = title
        self._choices = tuple(choices)
        self._typed = typed
        self._opens = opens
        self._rows: list[str] = []  # the cells of every choice in columns
        self._leads = max((cell_len(c.lead) for c in choices), default=0)
        self._keys = max((cell_len(c.key) for c in choices), default=0)
        self._room = 0  # columns of the list

    def compose(self) -> ComposeResult:
        """A search line over the list; below it, what one is at, and the keys."""
        with Vertical(classes="dialog"):
            yield Input(self._typed, placeholder=t("chooser.filter"), id="chooser-filter", select_on_focus=False)
            yield Rows(id="chooser-list", markup=False)
            yield Label(t("chooser.none"), id="chooser-none")
            yield Words(Content(""), id="chooser-about")
            yield KeyBar()

    def on_mount(self) -> None:
        """Everything is there to begin with."""
        self.query_one(".dialog").border_title = Content(one_line(self._heading))
        self.query_one("#chooser-list").can_focus = False

    def on_resize(self, event: Resize) -> None:
        """As many columns and lines as there is room for."""
        dialog, options = self.query_one(".dialog"), self.query_one("#chooser-list", Rows)
        self._room = dialog.outer_size.width - FRAME
        room = self._room - (self._leads + GAP if self._leads else 0) - (self._keys + GAP if self._keys else 0)
        several = len(self._choices[0].cells) if self._choices else 1
        wide = event.size.width >= WIDE
        shown = several if wide else max(several - 1, 1)
        self.query_one("#chooser-about").set_class(not wide, "-two")
        self._rows = in_columns([[one_line(cell) for cell in c.cells[:shown]] for c in self._choices], room - GAP)
        options.styles.max_height = max(self.lines - AROUND - (1 if wide else 2), 3)
        self._fill()

    @on(Input.Changed)
    def _typed_in(self) -> None:
        if self._rows:  # else it is not known yet what there is room for
            self._fill()

    def _fill(self) -> None:
        words = self.query_one(Input).value.casefold().split()
        fitting = [c for c in self._choices if c.has(words)]
        if not any(c.group for c in fitting):
            fitting.sort(key=lambda c: bool(words) and not c.cells[0].casefold().startswith(words[0]))
        rows: list[Option] = []
        for group, members in groupby(fitting, key=lambda c: c.group):
            those = list(members)
            shown = those if words or not group else those[:FEW]
            if group:
                if rows and self.size.height >= HIGH:
                    rows.append(Option("", disabled=True))
                rows.append(Option(Content.assemble((one_line(group), "bold $primary")), disabled=True))
            rows += [self._option(c, words) for c in shown]
            if rest := len(those) - len(shown):
                rows.append(Option(Content.assemble((f"  {t('screen.rest', n=rest)}", "$text-quiet")), disabled=True))
        options = self.query_one("#chooser-list", Rows)
        options.clear_options()
        options.add_options(rows)
        options.highlighted = next((n for n, row in enumerate(rows) if not row.disabled), None)
        options.scroll_home(animate=False)
        options.display = bool(fitting)
        self.query_one("#chooser-none").display = not fitting
        self.query_one("#chooser-about").visible = bool(fitting)
        self.refresh_bindings()

    def _option(self, choice: Choice, words: Sequence[str]) -> Option:
        place = self._choices.index(choice)
        lead = f"{'  ' if choice.group else ''}{choice.lead:>{self._leads}}{' ' * GAP}" if self._leads else ""
        row = found(self._rows[place], words)
        gap = " " * (self._room - cell_len(lead) - row.cell_length - cell_len(choice.key))
        key = (f"{gap}{choice.key}", "$text-quiet") if choice.key else ""
        return Option(Content.assemble((lead, "$text-quiet"), row, key), id=str(place))

    @on(OptionList.OptionHighlighted)
    def _tell(self, event: OptionList.OptionHighlighted) -> None:
        choice = self._choices[int(event.option.id or 0)]
        self.query_one("#chooser-about", Words).put(Content(one_line(choice.told)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Where nothing is found nothing can be chosen."""
        if action in ("choose", "open"):
            return self._opens is (action == "open") and bool(self.query_one("#chooser-list", Rows).option_count)
        return True

    def action_move(self, step: int) -> None:
        """Move the choice while typing; headings are passed over."""
        options = self.query_one("#chooser-list", Rows)
        able = [n for n in range(options.option_count) if not options.get_option_at_index(n).disabled]
        if able and options.highlighted is not None:
            place = able.index(options.highlighted) + step
            options.highlighted = able[min(max(place, 0), len(able) - 1)]
            if options.highlighted == able[0]:
                options.scroll_home(animate=False)

    @on(Input.Submitted)
    def action_choose(self) -> None:
        """Come back with the choice."""
        options = self.query_one("#chooser-list", Rows)
        if options.highlighted is not None:
            self._done(options.get_option_at_index(options.highlighted))

    action_open = action_choose

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._done(event.option)

    def _done(self, option: Option) -> None:
        self.dismiss(self._choices[int(option.id or 0)].value)
