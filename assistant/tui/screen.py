"""The one screen: conversation, source and facets side by side, filters, notices and the prompt below."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key, Paste

from assistant.tui import digits
from assistant.tui.actions import ACTIONS, BINDINGS
from assistant.tui.asking import Asking
from assistant.tui.chooser import Choice, Chooser
from assistant.tui.conversation import Conversation
from assistant.tui.copying import Copying
from assistant.tui.facets import FacetPane
from assistant.tui.helping import HelpScreen
from assistant.tui.indexing import Indexing
from assistant.tui.keybar import KeyBar
from assistant.tui.looking import Looking
from assistant.tui.messages import t
from assistant.tui.narrowing import FilterBar
from assistant.tui.notice import Notice
from assistant.tui.openings import Openings
from assistant.tui.prompt import Prompt
from assistant.tui.quote import Quote
from assistant.tui.settings_screen import SettingsActions
from assistant.tui.source import SourcePane
from assistant.tui.tips import Tips
from assistant.tui.words import Words

CHECK_SECONDS = 5.0  # how often the index on disk is looked at


class MainScreen(Asking, Looking, Copying, Indexing, Openings, SettingsActions):
    """Puts the parts together."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *BINDINGS,
        *digits.BINDINGS,
    ]

    def compose(self) -> ComposeResult:
        """Everything there is; what is not needed now is hidden."""
        yield Words(Content(t("app.small")), id="small")
        with Horizontal(id="columns"):
            yield Conversation()
            yield SourcePane()
            yield FacetPane()
        yield FilterBar()
        yield Tips()
        yield Notice()
        yield Prompt()
        yield KeyBar(self.called_for, self.turned)

    def on_mount(self) -> None:
        """Draw first, open the index after: its libraries take longer than the screen."""
        self.label_prompt()
        self.set_focus(self.prompt)
        for part in ("scroll_y", "virtual_size"):
            self.watch(self.conversation, part, self._scrolled, init=False)
        self.call_after_refresh(self.session.open)
        self.set_interval(CHECK_SECONDS, self.session.check)

    def on_resize(self) -> None:
        """Back from too small a window, one can type again; a low one has no corners around the title."""
        self.call_after_refresh(self.prompt.redraw)
        if self.focused is None:
            self.call_after_refresh(self.prompt.focus)

    def _scrolled(self) -> None:
        self.call_after_refresh(self._tell_more)

    def _tell_more(self) -> None:
        pane = self.conversation
        self.tips.more(pane.scroll_y < pane.max_scroll_y)

    def on_descendant_focus(self) -> None:
        """Whoever comes back to the question has left the source."""
        if self.focused is self.prompt:
            self.remove_class("-source")

    async def redraw(self) -> None:
        """Say everything again in the language spoken now; the newest answer follows, older ones stay as given."""
        self.session.speak()
        self.query_one("#small", Words).put(Content(t("app.small")))
        self.label_prompt()
        self.notice.redraw()
        self.facet_pane.redraw()
        await self.filters.redraw()
        await self.conversation.redraw()
        await self.source.redraw()
        self.refresh_bindings()

    def called_for(self) -> set[str]:
        """The actions that the key bar shows because of how things are just now."""
        answered = self.conversation.newest is not None and bool(self.conversation.newest.items)
        found = {"quotes"} if answered else set()
        if self.focused is not self.prompt:
            found = {"prompt", "printed", "document"} if self.focused is self.source else {"prompt"}
        return found | {"rebuild"} if self.awaited == "turn.unbuilt" else found

    def turned(self, action: str) -> str:
        """What the keys of the source say when they have been pressed."""
        return self.source.turned(action)

    def on_key(self, event: Key) -> None:
        """What is typed wherever one is belongs to the question, save digits and keys that are bound."""
        letter = event.character if event.is_printable else None
        if letter and not letter.isdecimal() and event.key not in self.active_bindings:
            event.stop()
            self.write(letter)

    def on_paste(self, event: Paste) -> None:
        """So does what is pasted."""
        event.stop()
        self.action_prompt()
        self.prompt.put(event.text)

    def action_help(self) -> None:
        """Help, beginning with where one is."""
        here = {Prompt: "prompt", Quote: "quote", SourcePane: "source"}.get(type(self.focused), "other")  # type: ignore[arg-type]
        self.app.push_screen(HelpScreen(here, about=self.index_told))

    def action_palette(self) -> None:
        """Everything that can be done now."""
        able = [a for a in ACTIONS if a.name != "palette" and self.check_action(a.name, ())]
        choices = [Choice(a.name, (a.label, a.about), key=a.shown_key) for a in able]

        async def chosen(name: str | None) -> None:
            if name is not None:
                await self.run_action("app.quit" if name == "quit" else name)

        self.app.push_screen(Chooser(t("action.palette"), choices), chosen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What can be done now; what cannot is not shown."""
        match action:
            case "reload":
                return self.session.stale
            case "rebuild":
                return self.session.state != "building" and self.session.state != "opening"
            case "printed" | "document":
                return self.source.citation is not None
            case "source" | "save" | "copy_answer":
                return self.conversation.current is not None
            case "narrow":
                return bool(self.facets or self.facet_pane.facets)
            case "widen":
                return bool(self.filters.conditions)
            case "undo" | "expand":
                return self.conversation.newest is not None
            case _:
                return True
