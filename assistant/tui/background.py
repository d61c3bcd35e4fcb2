"""Work off the screen's thread. The thread is a daemon: quitting never waits for it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable


class Background:
    """One thread that does its jobs in order, so nothing is asked of the engine twice at a time."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def submit(self, job: Callable[[], None]) -> None:
        """Do the job after those before it. It must not raise."""
        self._jobs.put(job)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="tiltak-background", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while True:
            self._jobs.get()()
