"""The bottom line: the keys that do something where one is. A click presses them."""

from __future__ import annotations

from textual import events as textual_events
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from assistant.tui.actions import key_name
from assistant.tui.messages import t

GAP = 2  # before a key, where there is room


class KeyBar(Static):
    """Textual's own footer is built anew on every change of focus; this one is a line of text."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__("", id="keys", markup=False)
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
        shown: dict[str, tuple[str, str, str]] = {}  # an action's first key is enough
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.description:
                label = t(binding.description)
                shown.setdefault(label, (key_name(binding.key), label, binding.key))
        widths = [len(name) + len(label) + 1 for name, label, _ in shown.values()]
        roomy = sum(widths) + GAP * len(widths) <= self.size.width
        parts: list[tuple[str, str]] = []
        self._places, x = [], 0
        for width, (name, label, key) in zip(widths, shown.values(), strict=True):
            gap = GAP if roomy else min(x, 1)
            if x + gap + width > self.size.width:
                continue
            parts += [(" " * gap, ""), (name, "bold $footer-key-foreground"), (f" {label}", "")]
            self._places.append((x + gap, x + gap + width, key))
            x += gap + width
        content = Content.assemble(*parts)
        if content.plain != self._text:
            self._text = content.plain
            self.update(content, layout=False)

    def on_click(self, event: textual_events.Click) -> None:
        """Press the key that was clicked."""
        for start, end, key in self._places:
            if start <= event.x < end:
                self.app.simulate_key(key)
