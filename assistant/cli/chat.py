"""Opening the chat in the terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from assistant.errors import UsageError
from assistant.settings import Settings


def open_app(folder: Path, settings: Settings) -> int:
    """Run the app on the index of a folder till the user quits; exit status 0.

    Raises:
        UsageError: There is no terminal to run it in.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("error.terminal")
    from assistant.tui.app import TiltakApp

    app = TiltakApp(folder, settings=settings)
    app.run()
    return app.return_code or 0
