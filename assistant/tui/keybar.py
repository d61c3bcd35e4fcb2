"""The bottom line: the keys that do something where one is. A click presses them."""

from __future__ import annotations

from collections.abc import Callable, Collection

from textual import events as textual_events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from assistant.tui.actions import URGENT, YIELDING, key_name
from assistant.tui.messages import t

GAP = 2  # before a key


class KeyBar(Static):
    """Textual's own footer is built anew on every change of focus; this one is a line of text.

    Args:
        called_for: The actions that the moment calls for: they are shown, though they are not at other times.
    """

    ALLOW_SELECT = False

    def __init__(self, called_for: Callable[[], Collection[str]]) -> None:
        super().__init__("", id="keys", markup=False)
        self._called_for = called_for
        self._text = ""
        self._places: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._update)
        self.call_after_refresh(self._update, self.screen)

    def on_resize(self) -> None:
        """As many keys as there is room for."""
        self._update(self.screen)

    def _update(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.app.screen:
            return
        parts: list[tuple[str, str]] = []
        self._places, x = [], 0
        for binding in self._shown(screen):
            name, label = key_name(binding.key), f" {t(binding.description)}"
            parts += [(" " * GAP, ""), (name, "bold $footer-key-foreground"), (label, "")]
            start, x = x + GAP, x + GAP + len(name) + len(label)
            self._places.append((start, x, binding.key))
        content = Content.assemble(*parts)
        if content.plain != self._text:
            self._text = content.plain
            self.update(content, layout=False)

    def _shown(self, screen: Screen[object]) -> list[Binding]:
        """What is urgent, the keys of where one is and the way back, then those of every place; as many as fit."""
        called_for = self._called_for()
        found: dict[str, tuple[tuple[bool, ...], Binding]] = {}
        for active in screen.active_bindings.values():
            one = active.binding
            if active.enabled and (one.show or one.action in called_for):
                order = (
                    one.action in URGENT,
                    one.key == "enter",
                    one.action in called_for,
                    active.node not in (screen, self.app),
                )
                found.setdefault(one.description, (order, one))  # an action's first key is enough
        shown = [one for _, one in sorted(found.values(), key=lambda placed: placed[0], reverse=True)]
        while shown and sum(map(_width, shown)) > self.size.width:
            shown.remove(min(reversed(shown), key=_weight))
        return shown

    def on_click(self, event: textual_events.Click) -> None:
        """Press the key that was clicked."""
        for start, end, key in self._places:
            if start <= event.x < end:
                self.app.simulate_key(key)


def _width(binding: Binding) -> int:
    return GAP + len(key_name(binding.key)) + 1 + len(t(binding.description))


def _weight(binding: Binding) -> int:
    """How long a key stays when room is scarce; the way out stays longest."""
    if binding.action in YIELDING:
        return YIELDING.index(binding.action)
    return len(YIELDING) + (binding.action == "quit")
