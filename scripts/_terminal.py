"""The app run in a terminal of its own (a pty), and how long it takes till what a key does stands there."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType

assert sys.platform != "win32"  # there are no ptys
PATIENCE = 60.0  # seconds after which the app is taken to hang
QUIET = 0.25  # seconds without output after which everything has been drawn
PAGE_UP, UP, TAB, ENTER, ESCAPE, BACKSPACE, CLEAR_LINE = "\x1b[5~", "\x1b[A", "\t", "\r", "\x1b", "\x7f", "\x15"
_CONTROL = re.compile(rb"\x1b(?:\[[0-9;:?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)")


def pasted(text: str) -> str:
    """What a terminal sends when a text is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


class Terminal:
    """A command in a terminal of a size. Times are seconds.

    Raises:
        RuntimeError: The command ended, or what was waited for never came.
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 120, lines: int = 40
    ) -> None:
        self.started = time.perf_counter()
        self._child, self._end = pty.fork()
        if not self._child:
            try:
                os.execve(command[0], list(command), dict(environment))
            finally:
                os._exit(127)
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._end)  # hangs up: the app ends, should it still run
        os.waitpid(self._child, 0)

    def send(self, keys: str) -> None:
        """Press keys."""
        os.write(self._end, keys.encode())

    def until(self, text: str) -> float:
        """When a text has come, whatever colours stand between its letters; counted from the start."""
        shown = b""
        while text.encode() not in _CONTROL.sub(b"", shown):
            if (more := self._read(PATIENCE)) is None:
                raise RuntimeError(f"«{text}» never came")
            shown += more
        return time.perf_counter() - self.started

    def after(self, keys: str) -> float:
        """How long it takes from some keys till the last thing they lead to is drawn."""
        while self._read(QUIET) is not None:  # nothing of what came before is counted
            pass
        begun = drawn = time.perf_counter()
        self.send(keys)
        patience = PATIENCE
        while self._read(patience) is not None:
            drawn, patience = time.perf_counter(), QUIET
        if patience == PATIENCE:
            raise RuntimeError("a key did nothing")
        return drawn - begun

    def _read(self, patience: float) -> bytes | None:
        if not select.select([self._end], [], [], patience)[0]:
            return None
        try:
            return os.read(self._end, 65536)
        except OSError as error:  # the other end is closed
            raise RuntimeError("the app ended") from error
