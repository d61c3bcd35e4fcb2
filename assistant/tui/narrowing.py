"""What answers are narrowed to, above the prompt: a key or a click takes a chip away, or makes a wish a demand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from assistant.answer.types import Facet, Preference, Value
from assistant.tui.chooser import Choice
from assistant.tui.events import Dropped, Expanded, Narrowed
from assistant.tui.flow import Strip
from assistant.tui.item import Item
from assistant.tui.messages import filter_label, t, value_label
from assistant.tui.plain import one_line
from assistant.tui.words import line

Condition = tuple[str, str]  # name, shown


class Chip(Item):
    """A condition in force."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,delete,backspace", "choose", "action.remove_filter")]

    def __init__(self, name: str, shown: str) -> None:
        super().__init__(Content(f" {one_line(filter_label(name))}: {one_line(shown)} × "), "chip")
        self._condition = name, shown

    def action_choose(self) -> None:
        """Take it away."""
        self.post_message(Dropped(*self._condition))


class Wish(Item):
    """Something the question prefers without demanding it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "screen.demand"),
        Binding("delete,backspace", "remove", "screen.unwish"),
    ]

    def __init__(self, wish: Preference) -> None:
        super().__init__(Content(f" {one_line(wish_label(wish))} "), "chip wish")
        self._wish = wish

    def action_choose(self) -> None:
        """Demand it."""
        self.post_message(Narrowed(self._wish.name, self._wish.value, self._wish.shown))

    def action_remove(self) -> None:
        """Wish for it no more."""
        self.post_message(Dropped(self._wish.name, self._wish.shown))


class OwnWords(Item):
    """Only the words that were written are searched for."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,delete,backspace", "choose", "action.expand")]

    def __init__(self) -> None:
        super().__init__(Content(f" {t('screen.own_words')} × "), "chip")

    def action_choose(self) -> None:
        """Search with the vocabulary again."""
        self.post_message(Expanded(True))


class FilterBar(Strip):
    """Hidden while nothing is narrowed and nothing preferred."""

    def __init__(self) -> None:
        super().__init__(id="filters")
        self.conditions: Sequence[Condition] = ()
        self.expand = True
        self._wishes: Sequence[Preference] = ()

    async def show(
        self, conditions: Sequence[Condition] = (), wishes: Sequence[Preference] = (), expand: bool = True
    ) -> None:
        """Show the conditions of the newest turn."""
        self.conditions, self._wishes, self.expand = conditions, wishes, expand
        await self.redraw()

    async def redraw(self) -> None:
        """Show them in the language spoken now."""
        await self.remove_children()
        if self.conditions:
            shown: dict[str, str] = {}
            for name, value in self.conditions:
                shown[name] = f"{shown[name]}, {value}" if name in shown else value
            await self.mount(line(t("filters.label"), "reading"), *(Chip(*one) for one in shown.items()))
        if self._wishes:
            await self.mount(line(t("screen.wishes"), "reading"), *(Wish(wish) for wish in self._wishes))
        if not self.expand:
            await self.mount(OwnWords())
        self.set_class(bool(self.children), "-shown")
        self.screen.query("#tips").set_class(bool(self.children), "-below")  # they need no line above them then


def wish_label(wish: Preference) -> str:
    """«~ alder: under 30 år»; a group or a method needs no word before it."""
    label = f"{filter_label(wish.name).lower()}: " if wish.name == "age" else ""
    return f"~ {label}{wish.shown}"


def choices(facets: Sequence[Facet], in_force: Sequence[Condition] = ()) -> list[Choice]:
    """Every value with its count, under the name of its facet; what is in force is ticked."""
    return [
        Choice(f"{facet.name}={value.value}", (labelled(facet, value, in_force),), str(value.count),
               group=filter_label(facet.name))
        for facet in facets
        for value in facet.values
    ]  # fmt: skip


def labelled(facet: Facet, value: Value, in_force: Sequence[Condition]) -> str:
    """A value as lists show it."""
    return f"{'✓ ' if (facet.name, value.shown) in in_force else ''}{one_line(value_label(value.shown))}"


def chosen(facets: Sequence[Facet], choice: str) -> Narrowed:
    """What was chosen among `choices`."""
    name, _, value = choice.partition("=")
    found = next(v for f in facets if f.name == name for v in f.values if v.value == value)
    return Narrowed(name, value, value_label(found.shown))
