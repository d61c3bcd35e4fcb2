"""What can be chosen in the conversation: Enter or a click does it, the arrows go from one to the next."""

from __future__ import annotations

from typing import ClassVar

from textual import events as textual_events
from textual.binding import Binding, BindingType
from textual.content import Content

from assistant.tui.events import Asked, OpenDocument, Step
from assistant.tui.hanging import QUIET, hung
from assistant.tui.plain import one_line
from assistant.tui.words import Words, fitted


class Item(Words, can_focus=True):
    """Something to choose. Bindings are described by keys of messages: the language is not known yet."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "action.choose"),
        Binding("down,right", "step(1)", show=False),
        Binding("up,left", "step(-1)", show=False),
    ]

    def action_choose(self) -> None:
        """Do what it is for."""
        raise NotImplementedError

    def action_step(self, step: int) -> None:
        """Go to the next or the previous one."""
        self.post_message(Step(self, step))

    def on_click(self, event: textual_events.Click) -> None:
        """A click chooses; dragging to mark text does not."""
        event.stop()
        if not self.screen.get_selected_text():
            self.action_choose()


class Line(Item):
    """A line that can be asked as it stands: an example or a suggestion."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "action.ask_example")]

    def __init__(self, text: str, classes: str, mark: str = "› ") -> None:
        super().__init__(Content(f"{mark}{one_line(text)}"), classes)
        self.line = text

    def action_choose(self) -> None:
        """Ask it."""
        self.post_message(Asked(self.line))


class Reply(Line):
    """One of the lines that the conversation waits for."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "action.choose")]

    def __init__(self, text: str) -> None:
        super().__init__(text, "choice", "")


class Named(Item):
    """The name of a document; choosing it opens the document.

    Args:
        name: The name, after its number if it has one: «2. Jobbreisen».
        place: What tells it from others of that name, as it is to be shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "screen.open")]

    def __init__(self, doc_id: str, name: str, place: str = "") -> None:
        self._number, self._titled = title(name, place)
        super().__init__(Content.assemble(self._number, " " if self._number else "", self._titled), "named")
        self.doc_id = doc_id

    def action_choose(self) -> None:
        """Open the document."""
        self.post_message(OpenDocument(self.doc_id))

    def fit(self, width: int) -> Content:
        """Number and name stand where the numbers and words of its quotes do."""
        return hung(self._number, self._titled, width) if self._number else fitted(self._titled, width)


def title(name: str, place: str = "") -> tuple[Content, Content]:
    """The number of a document, if it has one, and its name with what tells it from others."""
    number, space, rest = one_line(name).partition(" ")
    if not (space and number[:-1].isdecimal() and number.endswith(".")):
        number, rest = "", one_line(name)
    words = Content.assemble((rest, "bold"), (f"  {place}" if place else "", QUIET))
    return Content.styled(number, "bold"), words
