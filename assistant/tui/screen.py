"""The one screen: conversation and source side by side, filters, notices and the prompt below."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from assistant.errors import IndexDamagedError, IndexMissingError
from assistant.tui import events
from assistant.tui.actions import ACTIONS, BINDINGS
from assistant.tui.backend import Backend, Facet, Narrowing
from assistant.tui.chooser import Choice, Chooser
from assistant.tui.conversation import Conversation
from assistant.tui.helping import HelpScreen
from assistant.tui.keybar import KeyBar
from assistant.tui.messages import t
from assistant.tui.narrowing import Chip, FilterBar, facet_choices, value_choices
from assistant.tui.notice import Kind, Notice
from assistant.tui.plain import clean, day
from assistant.tui.prompt import Prompt
from assistant.tui.quote import Quote
from assistant.tui.saving import SaveScreen
from assistant.tui.session import Session
from assistant.tui.source import SourcePane
from assistant.tui.turn import Turn, sentence

CHECK_SECONDS = 5.0  # how often the index on disk is looked at


class MainScreen(Screen[None]):
    """Shows what the session does and turns keys into its steps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *BINDINGS,
        *(Binding(str(n), f"cite({n})", show=False) for n in range(1, 10)),
    ]

    def __init__(self, backend: Backend, folder: Path, save_folder: Path) -> None:
        super().__init__()
        self.session = Session(backend, folder, self.post_message)
        self._save_folder = save_folder
        self._facets: tuple[Facet, ...] = ()

    def compose(self) -> ComposeResult:
        """Everything there is; what is not needed now is hidden."""
        yield Static(t("app.small"), id="small", markup=False)
        with Horizontal(id="columns"):
            yield Conversation()
            yield SourcePane()
        yield FilterBar()
        yield Notice()
        yield Prompt()
        yield KeyBar()

    def on_mount(self) -> None:
        """Draw first, open the index after: its libraries take longer than the screen."""
        self._label_prompt()
        self.set_focus(self.query_one(Prompt))
        self.call_after_refresh(self.session.open)
        self.set_interval(CHECK_SECONDS, self.session.check)

    @property
    def conversation(self) -> Conversation:
        """The left side."""
        return self.query_one(Conversation)

    @property
    def source(self) -> SourcePane:
        """The right side; over the conversation where there is no room beside it."""
        return self.query_one(SourcePane)

    @property
    def notice(self) -> Notice:
        """The line above the prompt."""
        return self.query_one(Notice)

    @property
    def two_columns(self) -> bool:
        """Whether the source has room beside the conversation."""
        return self.size.width >= 110

    def on_resize(self) -> None:
        """Back from too small a window, one can type again."""
        if self.focused is None:
            self.call_after_refresh(self.query_one(Prompt).focus)

    # The index

    @on(events.Opened)
    def _opened(self, event: events.Opened) -> None:
        again = self.session.engine is not None
        self._facets = event.facets
        self.query_one(Prompt).complete_with(event.words)
        for turn in self.query(Turn):
            turn.searching()
        building = self.session.state == "building"
        self.session.opened(event.engine)
        self._label_prompt()
        if again or building:
            key = "index.reloaded" if again else "index.built"
            self.notice.hush()
            self._tell(t(key, documents=len(event.engine.documents)))
        self.refresh_bindings()

    @on(events.NotOpened)
    def _not_opened(self, event: events.NotOpened) -> None:
        if self.session.engine is not None:
            self.session.state = "ready"
            self.notice.say("error", sentence(event.error.line()))
        elif isinstance(event.error, IndexMissingError):
            self.notice.hint = t("index.first")
            self.action_rebuild()
        else:
            self.session.state = "damaged" if isinstance(event.error, IndexDamagedError) else "missing"
            self.notice.say("error", t("index.damaged", line=sentence(event.error.what)))
        self._label_prompt()
        self.refresh_bindings()

    @on(events.Progressed)
    def _progressed(self, event: events.Progressed) -> None:
        self.notice.progress(event.stage, event.done, event.total)

    @on(events.Built)
    def _built(self) -> None:
        self.notice.hush()
        self.session.open()

    @on(events.NotBuilt)
    def _not_built(self, event: events.NotBuilt) -> None:
        self.session.state = "ready" if self.session.engine else "missing"
        self.notice.say("error", t("index.not_built", line=sentence(event.error.line())))
        self.refresh_bindings()

    @on(events.Stale)
    def _stale(self) -> None:
        self.session.stale = True
        self.notice.say("warning", t("index.stale"))
        self.refresh_bindings()

    def _label_prompt(self) -> None:
        engine = self.session.engine
        if engine is not None:
            shown = t("prompt.index", documents=len(engine.documents), date=day(engine.built))
        else:
            shown = t("prompt.opening" if self.session.state == "opening" else "prompt.no_index")
        self.query_one(Prompt).border_subtitle = shown

    # Asking

    @on(events.Asked)
    async def _asked(self, event: events.Asked) -> None:
        self._show_conversation()
        self.set_focus(self.query_one(Prompt))
        turn = await self.conversation.start(event.question, self.session.engine is None)
        self.session.ask(turn.number, event.question)

    @on(events.Answered)
    async def _answered(self, event: events.Answered) -> None:
        turn = await self.conversation.answered(event.turn, event.answer, event.engine)
        if turn is not None and turn.quotes and self.two_columns:
            turn.quotes[0].show()
        self.refresh_bindings()

    @on(events.Refused)
    async def _refused(self, event: events.Refused) -> None:
        turn = await self.conversation.refused(event.turn, event.error)
        if turn is not None:
            self.query_one(Prompt).restore(turn.question)

    # The source

    @on(events.Chosen)
    async def _chosen(self, event: events.Chosen) -> None:
        for quote in self.query(Quote):
            quote.set_class(quote.citation is event.citation, "-shown")
        await self.source.show(event.citation, event.engine)
        if not event.keep_focus:
            self.add_class("-source")
            self.set_focus(self.source)
        self.refresh_bindings()

    def action_cite(self, number: int) -> None:
        """Show citation n of the answer one is in."""
        turn = self.conversation.current
        if turn is not None and number <= len(turn.quotes):
            turn.quotes[number - 1].action_open()

    def action_quotes(self) -> None:
        """From the prompt to the newest answer's first quote; without one, to whatever comes next."""
        turn = self.conversation.current
        if turn is not None and turn.quotes and not self.has_class("-source"):
            self.set_focus(turn.quotes[0])
        else:
            self.focus_next()

    def action_source(self) -> None:
        """Show the source, or go back to the conversation."""
        if self.has_class("-source"):
            self.action_prompt()
            return
        if self.source.citation is None and (turn := self.conversation.current) and turn.quotes:
            turn.quotes[0].action_open()
            return
        self.add_class("-source")
        self.set_focus(self.source)

    async def action_printed(self) -> None:
        """Show or hide the printed lines."""
        await self.source.toggle_printed()

    async def action_document(self) -> None:
        """Show the whole document or the section."""
        await self.source.toggle_whole()

    def action_prompt(self) -> None:
        """Back to where one writes."""
        self._show_conversation()
        self.set_focus(self.query_one(Prompt))

    def _show_conversation(self) -> None:
        self.remove_class("-source")

    # Copying and saving

    def action_copy_answer(self) -> None:
        """Copy the answer one is in."""
        turn = self.conversation.current
        if turn is None or turn.answer is None:
            self._tell(t("copy.nothing"), "warning")
            return
        from assistant.answer import render

        self.app.copy_to_clipboard(clean(render.as_text(turn.answer)))
        self._tell(t("copy.answer"))

    def action_copy_quote(self) -> None:
        """Copy the focused quote, else the one whose source is shown."""
        citation = self.focused.citation if isinstance(self.focused, Quote) else self.source.citation
        if citation is None:
            self._tell(t("copy.no_quote"), "warning")
            return
        from assistant.answer import render

        name = render.named(citation.title, citation.office, citation.county)
        text = f"«{citation.quote}»\n{citation.doc_id} {name}. {render.where(citation.source)}"
        self.app.copy_to_clipboard(clean(text))
        self._tell(t("copy.quote"))

    def action_copy_text(self) -> None:
        """Copy what is marked; with nothing marked, say how to quit."""
        selected = self.get_selected_text()
        if selected:
            self.app.copy_to_clipboard(selected)
            self._tell(t("copy.text"))
        else:
            self._tell(t("quit.hint"))

    def action_save(self) -> None:
        """Save the answer one is in."""
        turn = self.conversation.current
        if turn is None or turn.answer is None:
            self._tell(t("copy.nothing"), "warning")
            return

        from assistant.answer import render

        def saved(path: Path | None) -> None:
            if path is not None:
                self._save_folder = path.parent
                self._tell(t("save.saved", path=path))

        self.app.push_screen(SaveScreen(render.as_markdown(turn.answer), self._save_folder), saved)

    # Narrowing

    def action_narrow(self) -> None:
        """Choose what to narrow to: first the kind of thing, then its value."""

        def facet_chosen(name: str | None) -> None:
            facet = next((f for f in self._facets if f.name == name), None)
            if facet is None:
                return

            async def value_chosen(value: str | None) -> None:
                shown = next((v.shown for v in facet.values if v.value == value), None)
                if value is not None and shown is not None:
                    others = (f for f in self.session.filters if f.name != facet.name)
                    await self._filter((*others, Narrowing(facet.name, value, shown)))

            self.app.push_screen(Chooser(t("filters.values", facet=facet.label), value_choices(facet)), value_chosen)

        self.app.push_screen(Chooser(t("filters.title"), facet_choices(self._facets)), facet_chosen)

    async def action_widen(self) -> None:
        """Ask in all documents again."""
        await self._filter(())

    @on(Chip.Removed)
    async def _chip_removed(self, event: Chip.Removed) -> None:
        await self._filter(tuple(f for f in self.session.filters if f != event.narrowing))
        self.set_focus(self.query_one(Prompt))

    async def _filter(self, filters: tuple[Narrowing, ...]) -> None:
        self.session.filters = filters
        await self.query_one(FilterBar).show(filters)
        self.refresh_bindings()

    # Everything else

    def action_help(self) -> None:
        """Help, beginning with where one is."""
        here = {Prompt: "prompt", Quote: "quote", SourcePane: "source"}.get(type(self.focused), "other")  # type: ignore[arg-type]
        self.app.push_screen(HelpScreen(here))

    def action_palette(self) -> None:
        """Everything that can be done now."""
        able = [a for a in ACTIONS if a.name != "palette" and self.check_action(a.name, ())]
        choices = [Choice(a.name, a.label, a.about, a.shown_key) for a in able]

        async def chosen(name: str | None) -> None:
            if name is not None:
                await self.run_action("app.quit" if name == "quit" else name)

        self.app.push_screen(Chooser(t("palette.title"), choices), chosen)

    def action_theme(self) -> None:
        """Choose a theme."""
        names = [name for name in self.app.available_themes if name.startswith("tiltak-")]

        def chosen(name: str | None) -> None:
            if name is not None:
                self.app.theme = name

        self.app.push_screen(Chooser(t("theme.title"), [Choice(n, t(f"theme.{n}")) for n in names]), chosen)

    async def action_clear(self) -> None:
        """Begin anew."""
        self.session.forget()
        await self.conversation.clear()
        await self.source.empty()
        self.action_prompt()
        self.refresh_bindings()

    def action_reload(self) -> None:
        """Take the new index into use."""
        self.notice.hush()
        self.session.open()

    def action_rebuild(self) -> None:
        """Build the index."""
        self.session.build()
        self.notice.progress(t("index.starting"), 0, 1)
        self._label_prompt()
        self.refresh_bindings()

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
                return bool(self._facets)
            case "widen":
                return bool(self.session.filters)
            case _:
                return True

    def _tell(self, text: str, kind: Kind = "info") -> None:
        self.notice.flash(kind, text)
