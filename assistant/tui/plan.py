"""A project plan, pasted or read from a file, and the tiltak most like it. Nothing of the plan is kept."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import events as textual_events
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, TextArea

from assistant import plans
from assistant.answer.types import Answer
from assistant.errors import TiltakError, as_shown
from assistant.text.privacy import Finding, find_in_question
from assistant.tui.desk import Desk
from assistant.tui.messages import language, t
from assistant.tui.similar import AnswerWindow
from assistant.tui.words import Words, line

if TYPE_CHECKING:
    from assistant.engine import Personal

WARNED = ("name", "phone", "email")


class PlanText(TextArea):
    """The plan. A text with an identity number is not taken in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.close", show=False),
        Binding("f7", "screen.turn", show=False),  # else it marks all
    ]

    async def _on_paste(self, event: textual_events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if not self.screen.refuse(event.text):  # type: ignore[attr-defined]
            self.insert(event.text)


class PlanScreen(AnswerWindow):
    """The text to the left and the answer to the right, or one at a time where it is narrow."""

    ABOUT = "plan"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "search", "plan.search"),
        Binding("f7", "turn", "plan.turn"),
    ]
    DEFAULT_CSS = """
    PlanScreen #both { height: 1fr; }
    PlanScreen #plan { width: 2fr; }
    PlanScreen AnswerPane { width: 3fr; }
    PlanScreen.-narrow #plan, PlanScreen.-none #plan { width: 1fr; }
    PlanScreen.-none AnswerPane { display: none; }
    PlanScreen.-none.-answer AnswerPane { display: block; }
    PlanScreen.-narrow AnswerPane, PlanScreen.-narrow.-answer #plan { display: none; }
    PlanScreen.-narrow.-answer AnswerPane { display: block; width: 1fr; }
    PlanScreen PlanText { height: auto; min-height: 8; max-height: 70%; border: round $border-blurred;
        background: $background; padding: 0 1; }
    PlanScreen PlanText:focus { border: round $border; }
    PlanScreen #warning { display: none; height: auto; padding: 0 1; border-left: thick $warning; }
    PlanScreen #warning.-shown { display: block; }
    PlanScreen #warning Horizontal { height: auto; }
    PlanScreen #warning Button { margin-right: 2; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._sought: tuple[str, Personal] | None = None

    def heading(self) -> str:
        """What it looks for."""
        return t("plan.title")

    def body(self) -> ComposeResult:
        """The text, a file's name, a warning that shows when it is needed; the answer."""
        yield line("", "reading about")
        with Horizontal(id="both"):
            with Vertical(id="plan"):
                yield PlanText(tab_behavior="focus")
                yield Input()
                with Vertical(id="warning"):
                    yield line("", "found")
                    with Horizontal():
                        yield Button(id="mask", compact=True)
                        yield Button(id="keep", compact=True)
            yield from super().body()

    def turned(self, action: str) -> str:
        """From the answer the key leads to the plan."""
        return "plan.back" if action == "turn" and self.has_class("-answer") else ""

    def on_mount(self) -> None:
        """Begin in the text; there is no frame for an answer till one is sought."""
        self.add_class("-none")
        self.set_focus(self.query_one(PlanText))

    async def draw(self) -> None:
        """The words around what is written; what was searched for is searched for again."""
        text = self.query_one(PlanText)
        text.border_title, self.pane.border_title = t("plan.text"), t("plan.answer")
        text.placeholder, self.query_one(Input).placeholder = t("plan.paste"), t("plan.file")
        self.query_one(".about", Words).put(Content(t("plan.help")))
        for choice in ("mask", "keep"):
            self.query_one(f"#{choice}", Button).label = t(f"choice.{choice}")
        if self._sought is None:
            await self.pane.say(t("plan.empty"))
        else:
            self._search(*self._sought)

    @on(Input.Submitted)
    async def _read(self, event: Input.Submitted) -> None:
        """Take in a file, for the user to see before it is searched for."""
        event.stop()
        name = event.value.strip().strip("\"'")
        if not name or name == "-":
            return
        try:
            found = await asyncio.to_thread(plans.read, name)
        except Exception as error:
            self.tell(as_shown(error).line(language()), "error")
            return
        if not self.refuse(found):
            text = self.query_one(PlanText)
            text.text = found
            self.set_focus(text)
            self.tell(t("plan.read", n=len(found.split())))

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self.query_one("#warning").remove_class("-shown")

    def refuse(self, text: str) -> bool:
        """Whether a text holds a national identity number; the user is told, and the number is not shown."""
        found = any(f.kind == "national_id" for f in find_in_question(text))
        if found:
            self.tell(t("plan.refused"), "error")
        return found

    def action_search(self) -> None:
        """Search, or first ask what to do about personal data."""
        text = self.query_one(PlanText).text
        if not text.strip():
            self.tell(t("plan.nothing"), "warning")
        elif not self.refuse(text):
            found = find_in_question(text)
            if found:
                self._warn(found)
            else:
                self._search(text, "keep")

    def _warn(self, found: tuple[Finding, ...]) -> None:
        kinds = [f.kind for f in found]
        shown = ", ".join(f"{kinds.count(k)} {t(f'plan.{k}')}" for k in WARNED if k in kinds)
        self.remove_class("-answer")
        warning = self.query_one("#warning")
        warning.add_class("-shown")
        warning.query_one(".found", Words).put(Content(t("plan.warning", shown=shown)))
        self.set_focus(self.query_one("#mask"))

    @on(Button.Pressed)
    def _decided(self, event: Button.Pressed) -> None:
        event.stop()
        self.query_one("#warning").remove_class("-shown")
        self._search(self.query_one(PlanText).text, "mask" if event.button.id == "mask" else "keep")

    def _search(self, text: str, personal: Personal) -> None:
        engine, spoken = self.desk.engine, language()
        self._sought = text, personal
        self.remove_class("-none")
        self.add_class("-answer")

        async def show(answer: Answer) -> None:
            await self.show(answer)

        async def search() -> None:
            await self.pane.say(t("turn.searching"))
            self.fetch(lambda: engine.similar(text, spoken, personal), show)

        self.call_later(search)

    async def refused(self, error: TiltakError) -> None:
        """The text is there to be mended."""
        self._sought = None
        await self.pane.say(t("plan.empty"))
        self.add_class("-none")
        self.remove_class("-answer")
        self.tell(error.line(language()), "error")

    def action_turn(self) -> None:
        """From the text to the answer, and back."""
        if self.has_class("-answer"):
            self.remove_class("-answer")
            self.set_focus(self.query_one(PlanText))
        else:
            self.add_class("-answer")
            self.pane.enter()
