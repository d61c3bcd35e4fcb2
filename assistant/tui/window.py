"""A window over the conversation: its first line names it, its last line its keys; Escape closes, F1 explains it.

Escape has priority in whatever covers the conversation: the next key typed is then for what is below. Without it, keys
that come together on a slow machine would all go to what Escape is about to close.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from assistant.errors import TiltakError, as_shown
from assistant.tui import digits, events
from assistant.tui.clipboard import copy
from assistant.tui.desk import Desk
from assistant.tui.helping import HelpScreen, keys_of
from assistant.tui.item import Item
from assistant.tui.keybar import KeyBar
from assistant.tui.messages import language, t
from assistant.tui.notice import Kind, Notice
from assistant.tui.packs import Pack
from assistant.tui.plain import one_line
from assistant.tui.quote import Quote
from assistant.tui.words import Words, line, told

Result = TypeVar("Result")
Found = TypeVar("Found")


class Window(Screen[Result], Generic[Result]):
    """Quotes in it lead to their source, names of documents to the document; what it shows can be copied and saved."""

    ABOUT: ClassVar[str]  # what the help calls it
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (160, "-broad")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "window.close", priority=True),
        Binding("f1", "help", "action.help"),
        Binding("f12", "settings", "action.settings", show=False),
        Binding("ctrl+y", "copy_answer", "window.copy"),
        Binding("f9", "save", "window.save"),
        *digits.BINDINGS,
    ]
    DEFAULT_CSS = """
    Window { layout: vertical; background: $background; color: $foreground; }
    Window > .name { height: 1; padding: 0 2; background: $surface; color: $primary; text-style: bold;
        text-wrap: nowrap; text-overflow: ellipsis; }
    Window > #keys { dock: bottom; }
    Window Input { border: round $border-blurred; background: $background; padding: 0 1; }
    Window Input:focus { border: round $border; background-tint: $background 0%; }
    Window .reading { padding: 0 1 0 2; color: $text-quiet; }
    Window OptionList, Window OptionList:focus { border: none; background: $background; background-tint: $background 0%;
        padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1; }
    Window OptionList > .option-list--option { padding: 0 1; }
    """
    # What the app's own style says of quotes and names in the conversation would win over a default.
    CSS = """
    #source { width: 1fr; height: 1fr; }
    AnswerPane > .turn { padding: 0; }
    AnswerPane > .turn > :first-child, AnswerPane > .turn > .heading:first-child { margin-top: 0; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._digits = digits.Digits()
        self._drawn: object = None

    def compose(self) -> ComposeResult:
        """Its name, the window's own, a line for what was just done, and the keys."""
        yield line("", "name")
        yield from self.body()
        yield Notice()
        yield KeyBar(turned=self.turned)

    def heading(self) -> str:
        """What the first line calls it."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """What the window holds, without its words."""
        raise NotImplementedError

    async def draw(self) -> None:
        """Say everything as the settings are now."""
        raise NotImplementedError

    def follows(self) -> object:
        """The settings that are seen in what is drawn."""
        return language()

    async def on_screen_resume(self) -> None:
        """Shown for the first time, or again after the settings may have been changed."""
        if self._drawn != (now := self.follows()):
            self._drawn = now
            await self.draw()
            self.query_one(".name", Words).put(Content(one_line(self.heading())))
            self.query_one(Notice).redraw()
            self.refresh_bindings()

    def turned(self, action: str) -> str:  # noqa: ARG002
        """The message that an action's key says just now, if it is another than it always says."""
        return ""

    def pack(self) -> Pack | None:
        """What can be copied and saved now."""
        return None

    def tell(self, text: str, kind: Kind = "info") -> None:
        """Say something that goes away by itself."""
        self.query_one(Notice).flash(kind, text)

    def fetch(self, job: Callable[[], Found], show: Callable[[Found], Awaitable[object]]) -> None:
        """Do a job off the screen's thread and show what comes of it; an error is told."""

        async def work() -> None:
            try:
                found = await asyncio.to_thread(job)
            except Exception as error:
                await self.refused(as_shown(error))
            else:
                await show(found)
            self.refresh_bindings()

        self.run_worker(work(), exclusive=True)

    async def refused(self, error: TiltakError) -> None:
        """Say what went wrong."""
        self.query_one(Notice).say("error", lambda: told(error))

    def action_close(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)

    def action_help(self) -> None:
        """What the window is for, and its keys."""
        self.app.push_screen(HelpScreen(self.ABOUT, keys_of(self.screen)))

    async def action_settings(self) -> None:
        """Change the settings: the main screen lives by them."""
        await self.app.screen_stack[0].run_action("settings")

    def action_copy_answer(self) -> None:
        """Copy what is shown."""
        if pack := self.pack():
            self.tell(copy(self.app, pack.copied()))

    def action_save(self) -> None:
        """Save what is shown."""
        from assistant.tui.saving import save

        if pack := self.pack():
            save(self.app, pack, self.desk, self.tell)

    def action_cite(self, digit: int) -> None:
        """Show the source of the citation with the number that is typed."""
        quotes = {quote.citation.number: quote for quote in self.query(Quote)}
        if quote := quotes.get(self._digits.number(digit, quotes)):
            quote.action_choose()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What can be done now; what cannot is not shown."""
        return self.pack() is not None if action in ("copy_answer", "save") else True

    @on(events.Chosen)
    async def _chosen(self, event: events.Chosen) -> None:
        event.stop()
        await self.show_source(event)

    async def show_source(self, event: events.Chosen) -> None:
        """Show where a quote stands."""
        from assistant.tui.source_window import SourceWindow

        self.app.push_screen(SourceWindow(self.desk, event.citation))

    @on(events.OpenDocument)
    def _open_document(self, event: events.OpenDocument) -> None:
        event.stop()
        from assistant.tui.tiltak import TiltakScreen

        self.app.push_screen(TiltakScreen(self.desk, event.doc_id))

    @on(events.Step)
    def _step(self, event: events.Step) -> None:
        event.stop()
        items = list(self.query(Item))
        place = items.index(event.item) + event.step
        if 0 <= place < len(items):
            self.set_focus(items[place])

    def put_aside(self, doc_id: str) -> None:
        """Put a document among those to compare, or take it out again."""
        if not self.desk.take(doc_id):
            self.tell(t("basket.full", n=len(self.desk.basket)), "warning")
            return
        key = "basket.in" if doc_id in self.desk.basket else "basket.out"
        self.tell(t(key, id=doc_id, n=len(self.desk.basket)))

    def action_compare(self) -> None:
        """Choose among those put aside, and compare them."""
        from assistant.tui.comparing import compare

        compare(self.app, self.desk)
