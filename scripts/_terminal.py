"""The app run in a terminal of its own (a pty): when its first frame stands there, and its first answer."""

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

assert sys.platform != "win32"  # there are no ptys
LINES, COLUMNS = 40, 120
PATIENCE = 60.0  # seconds after which the app is taken to hang
_CONTROL = re.compile(rb"\x1b(?:\[[0-9;:?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)")
_PASTE, _PASTED, _QUIT = b"\x1b[200~", b"\x1b[201~", b"\x11"


def first_frame_and_answer(
    command: Sequence[str], environment: Mapping[str, str], question: str, frame: str, answer: str
) -> tuple[float, float]:
    """Seconds from the command to its first frame and to its first answer.

    Args:
        question: Pasted, with Enter, as soon as the first frame is there.
        frame: A text of the first frame.
        answer: A text that the answer has and the first frame has not.

    Raises:
        RuntimeError: The app ended, or one of the texts never came.
    """
    start = time.perf_counter()
    child, terminal = pty.fork()
    if not child:
        try:
            os.execve(command[0], list(command), dict(environment))
        finally:
            os._exit(127)
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        drawn = _seen(terminal, frame, start)
        os.write(terminal, _PASTE + question.encode() + _PASTED + b"\r")
        answered = _seen(terminal, answer, start)
        os.write(terminal, _QUIT)
    finally:
        os.close(terminal)  # hangs up: the app ends, should it still run
        os.waitpid(child, 0)
    return drawn, answered


def _seen(terminal: int, text: str, start: float) -> float:
    """Seconds since the start when a text has come, whatever colours stand between its letters."""
    shown = b""
    while time.perf_counter() - start < PATIENCE:
        if select.select([terminal], [], [], 1.0)[0]:
            try:
                shown += os.read(terminal, 65536)
            except OSError as error:  # the other end is closed
                raise RuntimeError("the app ended") from error
            if text.encode() in _CONTROL.sub(b"", shown):
                return time.perf_counter() - start
    raise RuntimeError(f"«{text}» never came")
