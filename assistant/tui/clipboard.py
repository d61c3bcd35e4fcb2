"""The clipboard. Terminals never say whether they took a text, so where that is doubtful it lies in a file as well."""

from __future__ import annotations

import os
from collections.abc import Mapping

from textual.app import App

from assistant import private
from assistant.errors import TiltakError
from assistant.tui.messages import t
from assistant.tui.plain import clean

FILE = "utklipp.txt"
NO_CLIPBOARD = ("linux", "dumb", "vt100", "vt220", "screen", "tmux")  # beginnings of TERM
MULTIPLEXERS = ("TMUX", "STY")  # they let no text through unless told to: tmux by «set-clipboard on»


def doubtful(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is one of those that do not take a text into the clipboard (OSC 52) as they come."""
    return (
        environment.get("TERM_PROGRAM") == "Apple_Terminal"
        or any(name in environment for name in ("VTE_VERSION", *MULTIPLEXERS))
        or environment.get("TERM", "").startswith(NO_CLIPBOARD)
    )


def copy(app: App[object], text: str, what: str = "") -> str:
    """Copy a text; what to tell the user.

    Args:
        what: What the text is called, where it has a name.
    """
    what = what or t("copy.text")
    text = clean(text)
    app.copy_to_clipboard(text)
    if not doubtful(os.environ):
        return t("window.copied", what=what)
    path = private.data_folder() / FILE
    try:
        private.write(path, text)
    except TiltakError:
        return t("window.copied", what=what)
    return t("window.copied_file", what=what, path=path)
