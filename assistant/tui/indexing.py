"""The index as the screen follows it: opened, missing, damaged, being built, built anew."""

from __future__ import annotations

from textual import on

from assistant.errors import IndexDamagedError, IndexMissingError, TiltakError
from assistant.tui import events
from assistant.tui.confirming import Confirm
from assistant.tui.frame import Frame
from assistant.tui.messages import language, t
from assistant.tui.words import sentence, told


class Indexing(Frame):
    """Turns what happens to the index into what is said of it."""

    @on(events.Opened)
    async def _opened(self, event: events.Opened) -> None:
        again = self.session.engine is not None
        building = self.session.state == "building"
        self.session.opened(event.engine)
        await self.conversation.opened(event.engine)
        if again:
            self.facet_pane.show(())
            if (newest := self.conversation.newest) is not None:
                await newest.passed()
        if again or building:
            key = "screen.reloaded" if again else "index.built"
            self.notice.hush()
            self.tell(t(key, documents=len(event.engine.documents)))
        await self._follow()

    @on(events.Listed)
    def _listed(self, event: events.Listed) -> None:
        self.prompt.complete_with(event.words)

    @on(events.Counted)
    def _counted(self, event: events.Counted) -> None:
        self.facets = event.facets
        self.refresh_bindings()

    @on(events.NotOpened)
    async def _not_opened(self, event: events.NotOpened) -> None:
        if self.session.engine is not None:
            self.session.state = "ready"
            self.notice.say("error", lambda: told(event.error))
        elif isinstance(event.error, IndexMissingError):
            self.notice.hint = "index.first"
            await self._build()
        else:
            self.session.state = "damaged" if isinstance(event.error, IndexDamagedError) else "missing"
            self.notice.say("error", lambda: _damaged(event.error))
        await self._follow()

    @on(events.Progressed)
    def _progressed(self, event: events.Progressed) -> None:
        self.notice.progress(event.stage, event.done, event.total)

    @on(events.Built)
    def _built(self) -> None:
        self.notice.hush()
        self.session.open()

    @on(events.NotBuilt)
    async def _not_built(self, event: events.NotBuilt) -> None:
        self.session.state = "ready" if self.session.engine else "missing"
        self.notice.say("error", lambda: t("index.not_built", line=told(event.error)))
        await self._follow()

    @on(events.Stale)
    def _stale(self) -> None:
        self.session.stale = True
        self.notice.say("warning", lambda: t("index.stale"))
        self.refresh_bindings()

    def action_reload(self) -> None:
        """Take the new index into use."""
        self.notice.hush()
        self.session.open()

    async def action_rebuild(self) -> None:
        """Build the index; where one answers already, only if that is meant."""
        if self.session.engine is None:
            await self._build()
            return

        async def answered(sure: bool | None) -> None:
            if sure:
                await self._build()

        self.app.push_screen(Confirm(t("index.sure"), t("action.rebuild")), answered)

    async def _build(self) -> None:
        self.session.build()
        self.notice.passed()
        self.notice.progress()
        await self._follow()

    async def _follow(self) -> None:
        """Say wherever it shows what the index has become."""
        self.label_prompt()
        await self.conversation.awaits(self.awaited)
        self.refresh_bindings()


def _damaged(error: TiltakError) -> str:
    """What is wrong with an index that cannot be opened, and the key that mends it."""
    if isinstance(error, IndexDamagedError) and (name := error.values.get("name")):
        return t("index.damaged", name=name)
    return t("index.not_opened", line=sentence(error.cause(language())))
