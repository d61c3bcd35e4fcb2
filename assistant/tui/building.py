"""Building the index in a process of its own: the screen stays quick, and quitting ends it at once.

The process is this module; it tells its parent how far it is in lines of JSON on stdout.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.errors import TiltakError, as_shown

_OFTEN = 0.1  # seconds between two reports of one stage


def build_index(folder: Path, report: Callable[[str, int, int], None], stopped: Callable[[], bool]) -> None:
    """Build the index of a folder from the catalogue and the sources of the index it replaces.

    Raises:
        TiltakError: It could not be built.
    """
    home = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, [home, os.environ.get("PYTHONPATH", "")]))
    process = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-m", "assistant.tui.building", str(folder)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    threading.Thread(target=_stop, args=(process, stopped), daemon=True).start()
    error: TiltakError | None = None
    for line in process.stdout or ():
        row: dict[str, Any] = json.loads(line)
        if "error" in row:
            error = TiltakError(row["error"], **row["values"])
        else:
            report(row["stage"], row["done"], row["total"])
    code = process.wait()
    if error is None and code:
        error = TiltakError("error.stopped", code=code)
    if error is not None:
        raise error


def _stop(process: subprocess.Popen[str], stopped: Callable[[], bool]) -> None:
    while process.poll() is None:
        if stopped():
            process.kill()
        time.sleep(0.05)


def main(folder: Path) -> int:
    """The building process."""
    from assistant.building import build
    from assistant.index.manifest import recipe
    from assistant.paths import catalogue_folder

    out = sys.stdout
    sys.stdout = sys.stderr  # stray prints of libraries are no reports
    last: tuple[str, float] = ("", 0.0)

    def tell(row: dict[str, Any]) -> None:
        out.write(json.dumps(row) + "\n")
        out.flush()

    def report(stage: str, done: int, total: int) -> None:
        nonlocal last
        if stage != last[0] or time.monotonic() - last[1] > _OFTEN:
            last = (stage, time.monotonic())
            tell({"stage": stage, "done": done, "total": total})

    try:
        before = recipe(folder)
        build(folder, before.sources, catalogue_folder(), before.model, before.prefixes, report)
    except Exception as error:
        told = as_shown(error)
        tell({"error": told.key, "values": told.values})
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
