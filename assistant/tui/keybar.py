"""The bottom line of every screen: the keys that do something where one is. A click presses them."""

from __future__ import annotations

from collections.abc import Callable, Collection

from rich.cells import cell_len
from textual import events as textual_events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from assistant.tui.actions import ORDER, YIELDING, action_of, key_name
from assistant.tui.messages import t

GAP = 2  # between keys
ROOMY = 110  # columns from which what stands at the right end goes before keys


class KeyBar(Static):
    """Textual's own footer is built anew on every change of focus; this one is a line of text.

    A key keeps its place among the others wherever one is; what there is no room for is in the help.

    Args:
        called_for: The actions that the moment calls for: they are shown, though they are not at other times.
        turned: The message that an action's key says just now, if it is another than it always says: what has been
            turned on can be turned off.
    """

    ALLOW_SELECT = False

    def __init__(
        self, called_for: Callable[[], Collection[str]] = tuple, turned: Callable[[str], str] = lambda _: ""
    ) -> None:
        super().__init__("", id="keys", markup=False)
        self._called_for = called_for
        self._turned = turned
        self._aside = ""
        self._text = ""
        self._places: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._update)
        self.call_after_refresh(self._update, self.screen)

    def on_resize(self) -> None:
        """As many keys as there is room for."""
        self._update(self.screen)

    def say(self, aside: str) -> None:
        """Say something at the right end, where there is room for it."""
        self._aside = aside
        self._update(self.screen)

    def _update(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen or screen is not self.app.screen:
            return
        width, end = self.size.width, cell_len(self._aside) + GAP
        keys = [(one, key_of(one), f" {self._label(one)}") for one in shown(screen, self._called_for())]
        room = width - end if self._aside and self.app.size.width >= ROOMY else width
        while keys and sum(map(_width, keys)) - GAP > room:
            keys.remove(min(reversed(keys), key=lambda key: _weight(key[0])))
        parts: list[tuple[str, str]] = []
        self._places, x = [], 0
        for binding, name, label in keys:
            start = x + GAP if x else 0
            parts += [(" " * (start - x), ""), (name, "bold $footer-key-foreground"), (label, "")]
            x = start + cell_len(name) + cell_len(label)
            self._places.append((start, x, binding.key))
        if self._aside and x + end <= width:
            parts.append((f"{self._aside:>{width - x}}", "$text-quiet"))
        content = Content.assemble(*parts)
        if content.plain != self._text:
            self._text = content.plain
            self.update(content, layout=False)

    def _label(self, binding: Binding) -> str:
        return t(self._turned(action_of(binding)) or binding.description)

    def on_click(self, event: textual_events.Click) -> None:
        """Press the key that was clicked."""
        for start, end, key in self._places:
            if (at := event.get_content_offset(self)) and start <= at.x < end:
                self.app.simulate_key(key)


def shown(screen: Screen[object], called_for: Collection[str] = ()) -> list[Binding]:
    """The keys that do something now, in their order: also those of the screen that a widget takes and hands on."""
    base = screen.app.screen_stack[0]
    active = {key: one for key, one in screen.active_bindings.items() if screen is base or one.node is not screen.app}
    declared = [one for kind in reversed(type(screen).__mro__) for one in kind.__dict__.get("BINDINGS", ())]
    handed_on = [
        one
        for one in declared
        if one.show and (taken := active.get(one.key)) and taken.node is not screen and not taken.binding.show
        and screen.check_action(one.action, ())
    ]  # fmt: skip
    found = [one.binding for one in active.values()
             if one.enabled and (one.binding.show or action_of(one.binding) in called_for)]  # fmt: skip
    # An action's first key is enough.
    once = {one.description: one for one in reversed((*handed_on, *found))}
    return sorted(once.values(), key=lambda one: ORDER.index(one.key) if one.key in ORDER else ORDER.index("escape"))


def key_of(binding: Binding) -> str:
    """A key as it stands on the keyboard."""
    return binding.key_display or key_name(binding.key)


def _width(key: tuple[Binding, str, str]) -> int:
    return cell_len(key[1]) + cell_len(key[2]) + GAP


def _weight(binding: Binding) -> int:
    """How long a key stays when room is scarce; the way out stays longest."""
    action = action_of(binding)
    return YIELDING.index(action) if action in YIELDING else len(YIELDING) + (action == "quit")
