"""What every part of the main screen has at hand: the session and the widgets by name."""

from __future__ import annotations

from pathlib import Path

from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from assistant.answer.types import Facet
from assistant.tui.backend import Backend
from assistant.tui.conversation import Conversation
from assistant.tui.digits import Digits
from assistant.tui.facets import FacetPane
from assistant.tui.keybar import KeyBar
from assistant.tui.messages import t
from assistant.tui.narrowing import FilterBar
from assistant.tui.notice import Kind, Notice
from assistant.tui.plain import day
from assistant.tui.prompt import Prompt
from assistant.tui.session import Session
from assistant.tui.source import SourcePane
from assistant.tui.tips import Tips


class Frame(Screen[None]):
    """The base of the main screen's parts."""

    # What gains or loses the focus draws itself; Textual would draw the whole screen.
    focused = Reactive[Widget | None](None, repaint=False)

    def __init__(self, backend: Backend, folder: Path, save_folder: Path) -> None:
        super().__init__()
        self.session = Session(backend, folder, self.post_message)
        self.save_folder = save_folder
        self._digits = Digits()
        self.facets: tuple[Facet, ...] = ()  # of all documents

    @property
    def conversation(self) -> Conversation:
        """The left side."""
        return self.query_one(Conversation)

    @property
    def source(self) -> SourcePane:
        """The source of a quote; over the conversation where there is no room beside it."""
        return self.query_one(SourcePane)

    @property
    def facet_pane(self) -> FacetPane:
        """What the newest answer can be narrowed to; only the widest screens have room for it."""
        return self.query_one(FacetPane)

    @property
    def filters(self) -> FilterBar:
        """The conditions in force."""
        return self.query_one(FilterBar)

    @property
    def tips(self) -> Tips:
        """What could be asked next."""
        return self.query_one(Tips)

    @property
    def notice(self) -> Notice:
        """The line above the prompt."""
        return self.query_one(Notice)

    @property
    def prompt(self) -> Prompt:
        """Where one writes."""
        return self.query_one(Prompt)

    @property
    def two_columns(self) -> bool:
        """Whether the source has room beside the conversation."""
        return self.size.width >= 110

    @property
    def awaited(self) -> str:
        """What a question waits for that is put now: a key of messages."""
        if self.session.engine is not None:
            return "turn.searching"
        return {"opening": "turn.waiting", "building": "turn.building"}.get(self.session.state, "turn.unbuilt")

    def tell(self, text: str, kind: Kind = "info") -> None:
        """Say something that goes away by itself."""
        self.notice.flash(kind, text)

    @property
    def index_told(self) -> str:
        """Which index answers."""
        engine = self.session.engine
        if engine is not None:
            return t("prompt.index", documents=len(engine.documents), date=day(engine.built))
        states = {"opening": "prompt.opening", "building": "prompt.building"}
        return t(states.get(self.session.state, "prompt.no_index"))

    def label_prompt(self) -> None:
        """Say by the prompt what it is, and below it which index answers."""
        self.prompt.redraw()
        self.query_one(KeyBar).say(self.index_told)

    def write(self, letter: str) -> None:
        """Go on with the question, wherever one is."""
        self.action_prompt()
        self.prompt.insert_text_at_cursor(letter)

    def action_prompt(self) -> None:
        """Back to where one writes."""
        self.remove_class("-source")
        # Over a source that fills the screen it was hidden: it can have the focus when its style says that it is back.
        self.app.stylesheet.update(self.prompt)
        self.set_focus(self.prompt)
