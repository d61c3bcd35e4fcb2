"""Saving: a form is chosen, a place suggested, and no file that is there already is written over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from assistant.errors import UsageError
from assistant.tui.desk import Desk
from assistant.tui.keybar import KeyBar
from assistant.tui.messages import t
from assistant.tui.packs import Pack
from assistant.tui.words import Words, sentence, told

BOM = {"csv": "utf-8-sig"}  # spreadsheets take a file without it for another encoding


def save(app: App[object], pack: Pack, desk: Desk, tell: Callable[[str], object]) -> None:
    """Ask for a form and a place, save there, and say where it was."""

    def saved(path: Path | None) -> None:
        if path is not None:
            desk.folder = path.parent
            tell(t("save.saved", path=path))

    app.push_screen(SaveScreen(pack, desk.folder), saved)


class SaveScreen(ModalScreen[Path | None]):
    """Comes back with the file that was written, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "window.close", priority=True),
        Binding("enter", "save", "window.save"),
    ]
    DEFAULT_CSS = """
    SaveScreen OptionList { margin-bottom: 1; }
    SaveScreen #save-error { display: none; color: $error; }
    SaveScreen #save-error.-shown { display: block; }
    """

    def __init__(self, pack: Pack, folder: Path) -> None:
        super().__init__()
        self._pack = pack
        self._forms = tuple(pack.forms)
        self._form = self._forms[0]
        self._folder = folder

    def compose(self) -> ComposeResult:
        """The forms, a file name to take or to change, what went wrong."""
        stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = t("save.title")
            if len(self._forms) > 1:
                yield OptionList(*(Option(self._prompt(form)) for form in self._forms), markup=False)
            path = self._folder / f"{self._pack.name}-{stamp}.{self._form}"
            yield Input(str(path), id="save-path", select_on_focus=False)
            yield Words(Content(""), id="save-error")
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the forms, where there are several."""
        if len(self._forms) > 1:
            forms = self.query_one(OptionList)
            forms.highlighted = 0
            self.set_focus(forms)
        else:
            self.set_focus(self.query_one(Input))

    def _prompt(self, form: str) -> Content:
        return Content(f"{'(•)' if form == self._form else '( )'} {t(f'save.{form}')}")

    def _form_of(self, name: str) -> str:
        """The form that the end of a name asks for, "" where it says nothing that we know."""
        return next((form for form in self._forms if name.casefold().endswith(f".{form}")), "")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """What the name ends with chooses the form, as the form chooses what the name ends with."""
        form = self._form_of(event.value.strip())
        if form not in ("", self._form):
            self.query_one(OptionList).highlighted = self._forms.index(form)

    @on(OptionList.OptionHighlighted)
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        self._form = self._forms[event.option_index]
        forms = self.query_one(OptionList)
        for place, form in enumerate(self._forms):
            forms.replace_option_prompt_at_index(place, self._prompt(form))
        field = self.query_one(Input)
        ending = self._form_of(field.value)
        if ending != self._form and field.value:
            field.value = f"{field.value[: -len(ending) - 1] if ending else field.value}.{self._form}"

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def action_save(self) -> None:
        """Write the file."""
        name = self.query_one(Input).value.strip()
        if not name:
            self._complain(t("save.empty"))
            return
        ending = self._form_of(name)
        form = ending or self._form
        text = self._pack.forms[form]()
        try:
            path = Path(name).expanduser()
            path = path if ending else path.with_name(f"{path.name}.{form}")
            _write(path, text, BOM.get(form, "utf-8"))
        except FileExistsError:
            self._complain(t("save.exists"))
        except FileNotFoundError:
            self._complain(told(UsageError("error.save.folder", folder=path.parent)))
        except OSError as error:
            self._complain(told(UsageError("error.save", reason=error)))
        except (ValueError, RuntimeError):  # the latter for «~name» of somebody unknown here
            self._complain(told(UsageError("error.save.name")))
        else:
            self.dismiss(path)

    def _complain(self, text: str) -> None:
        error = self.query_one("#save-error", Words)
        error.put(Content.assemble((f"{t('notice.error')}: ", "bold"), sentence(text)))
        error.add_class("-shown")


def _write(path: Path, text: str, encoding: str) -> None:
    """Write a new file, whole or not at all: an answer never takes the place of another file."""
    file = path.open("x", encoding=encoding, errors="replace", newline="")
    try:
        with file:
            file.write(text)
    except OSError:
        path.unlink()  # it would be in the way of the next try
        raise
