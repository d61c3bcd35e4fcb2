"""The app in a real terminal, driven through tmux."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="skipped: tmux does not exist on Windows"),
    pytest.mark.skipif(shutil.which("tmux") is None, reason="skipped: needs tmux"),
]
ROOT = Path(__file__).parents[1]
CLEAN = "env -u COLUMNS -u LINES -u NO_COLOR LC_ALL=C.UTF-8"  # a size in the environment would never change


class Terminal:
    """A tmux session of its own server, so nobody's sessions are touched."""

    def __init__(self, width: int, height: int) -> None:
        self.name = f"tiltak-{uuid.uuid4().hex[:8]}"
        self._run("-f", "/dev/null", "new-session", "-d", "-x", str(width), "-y", str(height), "sh")
        self._run("set-option", "-g", "remain-on-exit", "on")

    def _run(self, *arguments: str) -> str:
        run = subprocess.run(["tmux", "-L", self.name, *arguments], capture_output=True, text=True, timeout=30)
        return run.stdout

    def start(self, command: str) -> None:
        self._run("respawn-pane", "-k", command)

    def keys(self, *keys: str) -> None:
        self._run("send-keys", *keys)

    def type(self, text: str) -> None:
        self._run("send-keys", "-l", text)

    def text(self) -> str:
        return self._run("capture-pane", "-p")

    def resize(self, width: int, height: int) -> None:
        self._run("resize-window", "-x", str(width), "-y", str(height))

    def wait(self, check: Callable[[str], object], seconds: float = 30) -> str:
        end = time.monotonic() + seconds
        while not check(text := self.text()):
            assert time.monotonic() < end, f"waited too long for the screen:\n{text}"
            time.sleep(0.05)
        return text

    def ended(self, seconds: float = 10) -> str:
        """The last screen, when the program has ended, and ended well (tmux 3.3 may not know the status)."""
        end = time.monotonic() + seconds
        while not (state := self._run("list-panes", "-F", "#{pane_dead} #{pane_dead_status}")).startswith("1"):
            assert time.monotonic() < end, f"still running:\n{self.text()}"
            time.sleep(0.05)
        assert state.split() in (["1"], ["1", "0"])
        return self.text()

    def kill(self) -> None:
        self._run("kill-server")


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    made = Terminal(80, 24)
    yield made
    made.kill()


def fake_app(tmp_path: Path) -> str:
    """A command that runs the app on the invented index."""
    script = tmp_path / "app.py"
    script.write_text(
        f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / 'tests')!r}]\n"
        "from pathlib import Path\n"
        "from tui_fakes import FakeBackend\n"
        "from assistant.tui.app import TiltakApp\n"
        f"TiltakApp(Path('ingen'), FakeBackend(), Path({str(tmp_path)!r})).run()\n",
        encoding="utf-8",
    )
    return f"{CLEAN} TERM=xterm-256color {sys.executable} {script}"


def test_a_whole_sitting(terminal: Terminal, tmp_path: Path) -> None:
    terminal.start(fake_app(tmp_path))
    terminal.wait(lambda text: "3 dokumenter" in text and "F1 Hjelp" in text)
    terminal.wait(lambda text: "Hva har andre NAV-kontor erfart?" in text)
    terminal.type("Hva er gjort for unge på [videregående]?")
    terminal.keys("Enter")
    answer = terminal.wait(lambda text: "[3] «" in text)
    assert "Du spurte: Hva er gjort for unge på [videregående]?" in answer
    terminal.keys("Tab")
    terminal.wait(lambda text: "Enter Vis kilden" in text)
    terminal.keys("2")
    terminal.wait(lambda text: "Kilde [2]" in text and "Språk på jobben" in text)
    terminal.keys("F4")
    terminal.wait(lambda text: "Trykte linjer" in text)
    terminal.keys("Escape")
    terminal.wait(lambda text: "Dette passer best" in text)
    terminal.keys("F1")
    terminal.wait(lambda text: "Her du står nå" in text)
    terminal.keys("Escape")
    terminal.wait(lambda text: "Her du står nå" not in text)
    terminal.keys("F9")
    terminal.wait(lambda text: "Markdown –" in text)
    terminal.keys("Enter")
    terminal.wait(lambda text: "Lagret i" in text)
    assert list(tmp_path.glob("tiltak-*.md"))
    terminal.keys("Up")
    terminal.wait(lambda text: text.count("[videregående]") == 2)
    terminal.keys("C-c")
    terminal.wait(lambda text: "Ctrl+Q avslutter" in text)
    terminal.resize(50, 12)
    terminal.wait(lambda text: "for lite" in text)
    terminal.resize(130, 40)
    terminal.wait(lambda text: "Kilde [2]" in text and "Dette passer best" in text)
    terminal.keys("C-q")
    assert "Traceback" not in terminal.ended()


@pytest.mark.skipif(not os.environ.get("TILTAK_TEST_INDEX"), reason="skipped: needs an index; set TILTAK_TEST_INDEX")
def test_the_real_index(terminal: Terminal) -> None:
    index = os.environ["TILTAK_TEST_INDEX"]
    start = time.monotonic()
    terminal.start(f"cd {ROOT}; {CLEAN} {sys.executable} -m assistant --index {index}")
    terminal.wait(lambda text: "Spørsmål" in text)
    frame = time.monotonic() - start
    terminal.type("flyktninger i Nordland")
    terminal.keys("Enter")
    terminal.wait(lambda text: "[1] «" in text)
    print(f"first frame {frame:.2f} s, first answer {time.monotonic() - start:.2f} s")
    terminal.keys("C-q")
    assert "Traceback" not in terminal.ended(5)
