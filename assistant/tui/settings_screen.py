"""The settings: each on a line, changed with the arrows, in force and saved at once."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.paths import settings_file
from assistant.settings import CHOICES, DEFAULTS, FEWEST, KEYS, MOST, Settings, SettingsError, Value, parse, save
from assistant.tui.frame import Frame
from assistant.tui.keybar import KeyBar
from assistant.tui.messages import speak, t
from assistant.tui.plain import one_line
from assistant.tui.rows import Rows
from assistant.tui.theme import theme_for
from assistant.tui.words import told


class SettingsScreen(ModalScreen[None]):
    """Changes settings.

    Args:
        chosen: The settings in force.
        path: Where they are saved.
        take: What lives by the changed settings.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "action.close"),
        Binding("right", "step(1)", "settings.change", key_display="← →"),
        Binding("left", "step(-1)", show=False),
    ]

    DEFAULT_CSS = """
    SettingsScreen {
        Static { padding: 0 1; }
        #keys { padding: 0; }
        #settings-about { margin-top: 1; }
        #settings-error { color: $error; }
        #settings-path { color: $text-quiet; }
    }
    """

    def __init__(self, chosen: Settings, path: Path, take: Callable[[Settings], None]) -> None:
        super().__init__()
        self._settings = chosen
        self._path = path
        self._take = take

    def compose(self) -> ComposeResult:
        """The list, a field for the folder, and what the line one is on means."""
        with Vertical(classes="dialog", id="settings"):
            yield Rows(*(Option("", id=key) for key in KEYS), id="settings-list", markup=False)
            yield Input(id="settings-index", select_on_focus=False)
            yield Static(id="settings-about", markup=False)
            yield Static(id="settings-error", markup=False)
            yield Static(id="settings-path", markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin on the first line."""
        field = self.query_one("#settings-index", Input)
        field.cursor_blink = field.display = False
        self._draw()
        self.query_one(OptionList).focus()

    @property
    def _key(self) -> str:
        return KEYS[self.query_one(OptionList).highlighted or 0]

    def _draw(self) -> None:
        """Say everything in the language spoken now."""
        dialog, options = self.query_one("#settings"), self.query_one(OptionList)
        dialog.border_title = t("action.settings")
        self.refresh_bindings()
        wide = max(len(t(f"setting.{key}")) for key in KEYS)
        for key in KEYS:
            name, value = t(f"setting.{key}"), shown(key, getattr(self._settings, key))
            arrows = ("", "") if key == "index" else ("◂ ", " ▸")
            options.replace_option_prompt(
                key, Content.assemble(f"{name:<{wide}}   {arrows[0]}", (one_line(value), "bold"), arrows[1])
            )
        self.query_one("#settings-path", Static).update(t("settings.saved", path=one_line(str(self._path))))
        self._explain()

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        about = f"explain.{self._key}"
        if self._key == "theme" and os.environ.get("NO_COLOR"):
            about = "explain.no_color"
        elif self._key == "index" and os.environ.get("TILTAK_INDEX"):
            about = "explain.index_env"
        self.query_one("#settings-about", Static).update(t(about))

    def action_step(self, step: int) -> None:
        """The next or the previous value of the line one is on."""
        if self._key != "index" and self.query_one(OptionList).has_focus:
            self._change(stepped(self._key, getattr(self._settings, self._key), step))

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        if self._key != "index":
            self.action_step(1)
            return
        field = self.query_one("#settings-index", Input)
        field.value, field.display = self._settings.index, True
        field.placeholder = t("settings.usual")
        field.focus()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        try:
            value = parse("index", event.value)
        except SettingsError as error:
            self._complain(error)
        else:
            self._change(value)
            self._leave_field()

    def _change(self, value: Value) -> None:
        try:
            save(self._key, value, self._path)
        except SettingsError as error:
            self._complain(error)
            return
        self.query_one("#settings-error", Static).update("")
        # What the command line asked for stays, though the file says otherwise: only this one setting is new.
        self._settings = replace(self._settings, **{self._key: value})  # type: ignore[arg-type]
        self._take(self._settings)
        self._draw()

    def on_key(self, event: Key) -> None:
        """A letter is nothing here; one that came together with the Escape before it was meant for the question.

        Elsewhere Escape has priority. Here it would overtake the arrows before it, and what they change be lost.
        """
        if event.is_printable and (letter := event.character):
            self.app.call_later(self._hand_on, letter)  # as bindings do, it waits till the keys before it are done

    def _hand_on(self, letter: str) -> None:
        if isinstance(below := self.app.screen, Frame):
            below.write(letter)

    def _complain(self, error: SettingsError) -> None:
        text = Content.assemble((f"{t('notice.error')}: ", "bold"), told(error))
        self.query_one("#settings-error", Static).update(text)

    def _leave_field(self) -> None:
        self.query_one("#settings-index").display = False
        self.query_one(OptionList).focus()

    def action_close(self) -> None:
        """Out of the field, or back to where one came from."""
        if self.query_one("#settings-index").display:
            self._leave_field()
        else:
            self.dismiss(None)


def stepped(key: str, value: Value, step: int) -> Value:
    """The next value of a setting: around where there is a list, to the end where there are numbers."""
    if key == "hits":
        return min(max(int(value) + step, FEWEST), MOST)
    if key == "history":
        return not value
    choices = CHOICES[key]
    return choices[(choices.index(str(value)) + step) % len(choices)]


def shown(key: str, value: Value) -> str:
    """A value in words."""
    match key:
        case "theme":
            return t(f"theme.{value}")
        case "language":
            return t(f"value.{value}")
        case "history":
            return t("settings.on" if value else "settings.off")
        case _:
            return str(value) or t("settings.usual")


class SettingsActions(Frame):
    """The part of the main screen that lives by the settings."""

    settings = DEFAULTS

    def begin(self, chosen: Settings) -> None:
        """Live by these settings from the start."""
        self.settings, self.session.k = chosen, chosen.hits

    def action_settings(self) -> None:
        """Change the settings."""
        self.app.push_screen(SettingsScreen(self.settings, settings_file(), self.use))

    def use(self, chosen: Settings) -> None:
        """Live by other settings from now on."""
        before, self.settings = self.settings, chosen
        self.app.theme = theme_for(chosen.theme, os.environ)
        if chosen.hits != before.hits:
            self.session.limit(chosen.hits)
        if chosen.language != before.language:
            speak(chosen.language)
            self.call_later(self.redraw)  # in its turn among the lines typed, and no key waits for it

    async def redraw(self) -> None:
        """Say everything again in the language spoken now."""
        raise NotImplementedError
