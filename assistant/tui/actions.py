"""Everything the app can do, once: the keys, the footer, the list of actions and the help come from here."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding

from assistant.tui.messages import known, t


@dataclass(frozen=True, slots=True)
class Action:
    """`name` is the screen's action_<name>, `keys` are Textual's names; `footer`: the footer shows it."""

    name: str
    keys: str
    footer: bool = True

    @property
    def label(self) -> str:
        """What it is called."""
        return t(f"action.{self.name}")

    @property
    def short(self) -> str:
        """The key of what the footer calls it: the language is chosen when it is drawn."""
        return f"footer.{self.name}" if known(f"footer.{self.name}") else f"action.{self.name}"

    @property
    def about(self) -> str:
        """What it does."""
        return t(f"about.{self.name}")

    @property
    def shown_key(self) -> str:
        """Its first key as people write it."""
        return key_name(self.keys.split(",")[0]) if self.keys else ""

    def binding(self) -> Binding:
        """The key binding, described by a key of messages."""
        return Binding(self.keys, self.name, self.short, show=self.footer)


def key_name(key: str) -> str:
    """A key as it stands on the keyboard: «Ctrl+Q», «F1», «Esc», «Mellomrom»."""
    return "+".join(_part(part) for part in key.split("+"))


def action_of(binding: Binding) -> str:
    """The name of what a key does, whoever does it."""
    return binding.action.partition("(")[0].rpartition(".")[2]


def _part(name: str) -> str:
    if name == "space":
        return t("key.space")
    return SHORT.get(name) or (name.upper() if len(name) < 3 else name.capitalize())


SHORT = {"escape": "Esc", "delete": "Del"}


ACTIONS = (
    Action("help", "f1"),
    Action("palette", "f2,ctrl+p"),
    Action("source", "f3"),
    Action("printed", "f4", footer=False),
    Action("reload", "f5"),
    Action("rebuild", "f6", footer=False),
    Action("document", "f7", footer=False),
    Action("narrow", "f8"),
    Action("save", "f9"),
    Action("tiltak", "ctrl+o", footer=False),
    Action("compare", "ctrl+r", footer=False),
    Action("plan", "", footer=False),
    Action("glossary", "ctrl+g", footer=False),
    Action("feedback", "", footer=False),
    Action("history", "", footer=False),
    Action("undo", "ctrl+z", footer=False),
    Action("copy_answer", "ctrl+y", footer=False),
    Action("copy_quote", "ctrl+t", footer=False),
    Action("widen", "", footer=False),
    Action("expand", "", footer=False),
    Action("clear", "ctrl+l", footer=False),
    Action("settings", "f12", footer=False),
    Action("prompt", "escape", footer=False),
    Action("quit", "ctrl+q"),
)
# The places of keys on the bottom line, the same wherever one is; a key that is not here comes before Escape.
ORDER = (
    "f6", "f5", "tab", "enter", "space", "right", "delete", "f4", "f7", "l", "k", "s", "ctrl+o", "escape",
    "f1", "f2", "f3", "f8", "f9", "ctrl+y", "ctrl+q",
)  # fmt: skip
# What leaves the bottom line where room is scarce, the first ones first.
YIELDING = (
    "copy_answer", "source", "save", "similar", "compare", "basket", "delete_all", "narrow", "palette", "help",
    "prompt",
)  # fmt: skip
BINDINGS = [action.binding() for action in ACTIONS if action.keys and action.name != "quit"]
