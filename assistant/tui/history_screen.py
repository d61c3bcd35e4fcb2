"""Saved conversations: read, taken up again, deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.errors import TiltakError
from assistant.history import History, Saved, Step
from assistant.tui.confirming import Confirm
from assistant.tui.desk import Desk
from assistant.tui.messages import language, t
from assistant.tui.plain import day, one_line
from assistant.tui.window import Window
from assistant.tui.words import Words, line


class HistoryScreen(Window[Saved | None]):
    """Comes back with the conversation to take up again, or None."""

    ABOUT = "history"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "reopen", "history.reopen"),
        Binding("delete", "delete", "history.delete"),
        Binding("f8", "delete_all", "history.delete_all"),
    ]
    DEFAULT_CSS = """
    HistoryScreen Horizontal { height: 1fr; margin-top: 1; }
    HistoryScreen OptionList { width: 1fr; height: 1fr; }
    HistoryScreen VerticalScroll { width: 1fr; padding: 0 1; border: round $border-blurred; }
    HistoryScreen.-narrow Horizontal { layout: vertical; }
    HistoryScreen.-none Horizontal { display: none; }
    HistoryScreen.-none .reading { height: 1fr; padding: 0 4; content-align: center middle; text-align: center; }
    """

    def __init__(self, desk: Desk, history: History) -> None:
        super().__init__(desk)
        self._history = history
        self._all: tuple[Saved, ...] = ()

    def heading(self) -> str:
        """What they are."""
        return t("history.title")

    def body(self) -> ComposeResult:
        """Whether anything is kept, the conversations, the one chosen."""
        yield line("", "reading")
        with Horizontal():
            yield OptionList(markup=False)
            yield VerticalScroll(Words(Content("")), can_focus=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.set_focus(self.query_one(OptionList))

    def follows(self) -> object:
        """Whether conversations are kept is told."""
        return super().follows(), self._history.on

    async def draw(self) -> None:
        """The newest first."""
        self._fill()

    def _fill(self) -> None:
        self._all = self._history.all()
        kept = t("history.is_on" if self._history.on else "history.is_off")
        self.set_class(not self._all, "-none")
        self.query_one(".reading", Words).put(Content(kept if self._all else f"{t('history.none')}\n\n{kept}"))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(Content(self._entry(saved))) for saved in self._all])
        options.highlighted = 0 if self._all else None
        self.refresh_bindings()

    def _entry(self, saved: Saved) -> str:
        lines = saved.lines
        return f"{day(saved.started)} {saved.started[11:16]}  {one_line(lines[0]) if lines else ''}"

    @property
    def _picked(self) -> Saved | None:
        place = self.query_one(OptionList).highlighted if self.is_mounted else None
        return self._all[place] if place is not None and place < len(self._all) else None

    @on(OptionList.OptionHighlighted)
    def _highlighted(self) -> None:
        if (saved := self._picked) is not None:
            head = t("history.head", date=day(saved.started), built=day(saved.index_built))
            steps = "\n".join(f"› {said(step)}" for step in saved.steps)
            self.query_one("VerticalScroll Words", Words).put(Content.assemble((f"{head}\n\n", "$text-quiet"), steps))

    @on(OptionList.OptionSelected)
    def action_reopen(self) -> None:
        """Take it up again."""
        if (saved := self._picked) is not None:
            self.dismiss(saved)

    def action_delete(self) -> None:
        """Delete the one chosen."""
        saved = self._picked
        if saved is not None:
            name = saved.name
            self._ask(t("history.sure"), t("history.delete"), lambda: self._history.delete(name))

    def action_delete_all(self) -> None:
        """Delete all."""
        self._ask(t("history.sure_all", n=len(self._all)), t("history.delete_all"), self._history.delete_all)

    def _ask(self, question: str, yes: str, delete: Callable[[], object]) -> None:
        def answered(sure: bool | None) -> None:
            if not sure:
                return
            try:
                delete()
            except TiltakError as error:
                self.tell(error.line(language()), "error")
            else:
                self.tell(t("history.deleted"))
            self._fill()

        self.app.push_screen(Confirm(question, yes), answered)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be taken up or deleted."""
        if action in ("reopen", "delete", "delete_all"):
            return bool(self._all)
        return super().check_action(action, parameters)


def said(step: Step) -> str:
    """A step in words."""
    if step.kind == "narrow":
        return t("screen.narrow", shown=step.shown)
    if step.kind == "drop":
        return t("screen.drop", shown=step.shown)
    return one_line(step.text)
