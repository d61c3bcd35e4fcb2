"""The app: themes, quitting, and the one screen. Everything heavy is loaded after the first frame."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from assistant.settings import DEFAULTS, Settings
from assistant.tui.actions import key_name
from assistant.tui.backend import Backend, IndexBackend
from assistant.tui.messages import speak, t
from assistant.tui.screen import MainScreen
from assistant.tui.theme import DARK, MONO, THEMES, theme_for


class TiltakApp(App[None]):
    """Ask, read the answer, look at the source."""

    CSS_PATH: ClassVar[list[str | PurePath] | None] = ["app.tcss", "mono.tcss"]
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [  # noqa: RUF012
        (0, "-slim"),
        (60, "-narrow"),
        (110, "-wide"),
        (160, "-broad"),
    ]
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-flat"), (16, "-low"), (30, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "footer.quit", priority=True),
        Binding("ctrl+c", "copy_or_hint", show=False, system=True),
    ]

    def __init__(
        self,
        folder: Path,
        backend: Backend | None = None,
        save_folder: Path | None = None,
        settings: Settings = DEFAULTS,
    ) -> None:
        if not os.environ.get("NO_COLOR"):
            os.environ.pop("NO_COLOR", None)  # Textual obeys an empty one too, which by its convention says nothing
        # Under NO_COLOR Textual turns colours to greys, unless they are the terminal's own: then it drops them.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"  # text that glides is harder to read, and slow from far away
        speak(settings.language)
        self.title = t("app.title")
        for theme in THEMES:
            self.register_theme(theme)
        chosen = theme_for(settings.theme, os.environ)
        if chosen == MONO.name:  # the terminal's own colours must pass unchanged: whoever watches the theme sees to it
            self.theme = chosen
        else:  # unwatched, else all styles are read once more, and the first frame waits for it
            self.set_reactive(TiltakApp.theme, chosen)
            self.stylesheet.set_variables(self.get_css_variables())
        self._main = MainScreen(backend or IndexBackend(), folder, save_folder or Path.home())
        self._main.begin(settings)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names, also before a theme of ours is set."""
        return dict(DARK.variables)

    def get_key_display(self, binding: Binding) -> str:
        """Keys as people write them."""
        return key_name(binding.key)

    def get_default_screen(self) -> MainScreen:
        """The one screen, told its size before it is styled: else it is laid out twice before one can type."""
        for cells, steps in (
            (self.size.width, self.HORIZONTAL_BREAKPOINTS),
            (self.size.height, self.VERTICAL_BREAKPOINTS),
        ):
            self._main.add_class(max(step for step in steps if step[0] <= cells)[1], update=False)
        return self._main

    def action_copy_or_hint(self) -> None:
        """Ctrl+C copies what is marked and never ends the program."""
        self._main.action_copy_text()

    def action_help_quit(self) -> None:
        """Textual's own Ctrl+C hint, in our words."""
        self._main.action_copy_text()

    async def action_quit(self) -> None:
        """End at once; what is being built is dropped and the old index stays."""
        self._main.session.close()
        self.exit()
