"""A tiny host for one widget, and waiting for what threads bring."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget
from tui_fakes import FakeBackend

from assistant.tui.app import TiltakApp
from assistant.tui.messages import speak
from assistant.tui.notice import Notice
from assistant.tui.screen import MainScreen
from assistant.tui.theme import DARK, THEMES
from assistant.tui.turn import Turn

SIZES = [(80, 24), (120, 40), (200, 60)]


async def wait_until(pilot: Pilot[Any], check: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait till something holds; fail where it never does."""
    end = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < end, "waited too long"
        await pilot.pause(0.01)
    await pilot.pause()


class Host(App[None]):
    """Shows one widget and keeps the messages it sends."""

    CSS_PATH = str(Path(__file__).parents[1] / "assistant" / "tui" / "app.tcss")

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        speak("nb")
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name
        self.widget = widget
        self.heard: list[Message] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DARK.variables)

    def compose(self) -> ComposeResult:
        yield self.widget

    async def on_event(self, event: Any) -> None:
        await super().on_event(event)

    def on_asked(self, message: Message) -> None:
        self.heard.append(message)

    def on_chosen(self, message: Message) -> None:
        self.heard.append(message)

    def on_dropped(self, message: Message) -> None:
        self.heard.append(message)


@asynccontextmanager
async def running(
    size: tuple[int, int] = (120, 40),
    backend: FakeBackend | None = None,
    folder: Path = Path("ingen"),
    ready: bool = True,
) -> AsyncIterator[tuple[MainScreen, Pilot[None]]]:
    """The app on an invented index; `ready` waits till it is open."""
    app = TiltakApp(folder, backend or FakeBackend(), folder)
    async with app.run_test(size=size) as pilot:
        screen = app.screen
        assert isinstance(screen, MainScreen)
        if ready:
            await wait_until(pilot, lambda: screen.session.engine is not None)
        yield screen, pilot


async def ask(screen: MainScreen, pilot: Pilot[None], question: str) -> Turn:
    """Type a question, and wait for what comes of it."""
    prompt = screen.query_one("#prompt")
    prompt.value = question  # type: ignore[attr-defined]
    await pilot.press("enter")
    await wait_until(pilot, lambda: screen.query(Turn) and not screen.query(Turn).last().query(".status"))
    return screen.query(Turn).last()


def shown(widget: Widget) -> str:
    """All text of a widget as it stands on the screen."""
    app = widget.app
    region = widget.region
    lines = app.screen._compositor.render_strips()
    return "\n".join(
        "".join(s.text for s in strip)[region.x : region.right] for strip in lines[region.y : region.bottom]
    )


def whole(pilot: Pilot[Any]) -> str:
    """The text of the whole screen."""
    return shown(pilot.app.screen)


def told(pilot: Pilot[Any]) -> str:
    """What the line above the prompt says."""
    return pilot.app.query_one(Notice).text if pilot.app.query(Notice) else ""
