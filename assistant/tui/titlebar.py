"""The first line of a window: what it is, and its keys. A click on a key does what the key does."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding
from textual.content import Content, Span
from textual.geometry import Size
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from assistant.tui.actions import key_name
from assistant.tui.messages import t
from assistant.tui.plain import one_line

GAP = 2  # between keys


class TitleBar(Static):
    """Follows the bindings of its screen. Their descriptions are keys of messages."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    TitleBar {
        width: 100%; height: auto; padding: 0 1 0 2; background: $footer-background;
        link-color: $foreground; link-background: $footer-background; link-style: none;
        link-color-hover: $foreground; link-background-hover: $panel; link-style-hover: bold;
    }
    """

    def __init__(self, heading: Callable[[], str]) -> None:
        super().__init__("", markup=False)
        self._heading = heading
        self._parts: list[Content] = []

    def on_mount(self) -> None:
        """Follow what can be done."""
        self.screen.bindings_updated_signal.subscribe(self, self._update)
        self.call_after_refresh(self._update, self.screen)

    def redraw(self) -> None:
        """Say it in the language spoken now."""
        self._parts = []
        self._update(self.screen)

    def render(self) -> Content:
        """As many keys on a line as there is room for."""
        return self._at(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as that takes."""
        return self._at(width).plain.count("\n") + 1

    def _at(self, width: int) -> Content:
        lines = [Content.assemble((one_line(self._heading()), "bold $primary"), ("  │", "$text-quiet"))]
        for part in self._parts:
            if lines[-1].cell_length + GAP + part.cell_length > width:
                lines.append(part)
            else:
                lines[-1] = Content.assemble(lines[-1], " " * GAP, part)
        return Content("\n").join(lines)

    def _update(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen:
            return
        parts: list[Content] = []
        for binding in shown(screen):
            key = key_name(binding.key)
            words = f"{key} {t(binding.description)}"
            click = Style.from_meta({"@click": f"app.simulate_key({binding.key!r})"})
            parts.append(Content(words, [Span(0, len(key), "bold"), Span(0, len(words), click)]))
        if [part.plain for part in parts] != [part.plain for part in self._parts]:
            # else every move of the focus would lay the whole window out anew
            self._parts = parts
            self.refresh(layout=True)


def shown(screen: Screen[object]) -> list[Binding]:
    """The keys that do something now, first those of the screen that a widget takes and hands on, such as Enter."""
    active = {key: found for key, found in screen.active_bindings.items() if found.node is not screen.app}
    declared = [one for base in reversed(type(screen).__mro__) for one in base.__dict__.get("BINDINGS", ())]
    handed_on = [
        one
        for one in declared
        if one.show and (taken := active.get(one.key)) and taken.node is not screen and not taken.binding.show
        and screen.check_action(one.action, ())
    ]  # fmt: skip
    found = [one.binding for one in active.values() if one.binding.show and one.enabled]
    return list({one.description: one for one in (*handed_on, *found)}.values())
