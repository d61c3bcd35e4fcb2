"""The app in a real terminal, driven through tmux."""

from __future__ import annotations

import re
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
COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
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

    def styled(self) -> str:
        """The screen with its escape sequences."""
        return self._run("capture-pane", "-p", "-e")

    def resize(self, width: int, height: int) -> None:
        self._run("resize-window", "-x", str(width), "-y", str(height))

    def wait(self, check: Callable[[str], object], seconds: float = 60) -> str:
        end = time.monotonic() + seconds
        while not check(text := self.text()):
            assert time.monotonic() < end, f"waited too long for the screen:\n{text}"
            time.sleep(0.05)
        return text

    def ended(self, seconds: float = 30) -> str:
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
    answer = terminal.wait(lambda text: "[3]  «" in text)
    assert "Du spurte: Hva er gjort for unge på [videregående]?" in answer
    terminal.keys("Tab")
    terminal.wait(lambda text: "Enter Vis kilden" in text)
    terminal.keys("2")
    terminal.wait(lambda text: "[2] Målgruppe – Språk på jobben" in text)
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
    terminal.wait(lambda text: text.count("[videregående]") == 3)  # asked, read, and in the prompt again
    terminal.keys("C-c")
    terminal.wait(lambda text: "Ctrl+Q avslutter" in text)
    terminal.resize(50, 12)
    terminal.wait(lambda text: "for lite" in text)
    terminal.resize(130, 40)
    terminal.wait(lambda text: "[2] Målgruppe" in text and "Dette passer best" in text)
    terminal.keys("C-q")
    assert "Traceback" not in terminal.ended()


def real_app(index: Path, more: str = "") -> str:
    """A command that runs the app as its users do."""
    return f"cd {ROOT}; {CLEAN} {more} {sys.executable} -m assistant --index {index}"


def asked(terminal: Terminal, question: str, check: Callable[[str], object]) -> str:
    """Ask, and wait for what is to come."""
    terminal.type(question)
    terminal.keys("Enter")
    return terminal.wait(check)


def test_the_real_app(terminal: Terminal, small_index: Path) -> None:
    terminal.start(real_app(small_index))
    terminal.wait(lambda text: "4 dokumenter" in text)
    answer = asked(terminal, "Hva er gjort for unge med psykiske vansker i Nordland?", lambda text: "[1]  «" in text)
    assert "Fylke: Nordland ×" in answer
    assert COLOUR.search(terminal.styled())
    asked(terminal, "bare i Viken", lambda text: "Fylke: Viken ×" in text)
    asked(terminal, "angre", lambda text: "Fylke: Nordland ×" in text and "[1]  «" in text)
    terminal.keys("Tab")
    terminal.wait(lambda text: "Enter Vis kilden" in text)
    terminal.keys("2")
    terminal.wait(lambda text: "[2] Oppnådd – Ung i gang" in text and "Tolv av tjue deltakere" in text)
    terminal.keys("Escape")
    terminal.wait(lambda text: "[2] Oppnådd – Ung i gang" not in text)
    terminal.keys("F8")
    terminal.wait(lambda text: "Skriv for å søke" in text and "Målgruppe" in text)
    terminal.keys("Escape")
    terminal.wait(lambda text: "Skriv for å søke" not in text)
    asked(terminal, "sammenlign T901 og T903", lambda text: "«Nybosatte" in text)
    terminal.keys("C-c")
    terminal.wait(lambda text: "Ctrl+Q avslutter" in text)
    for width, height, check in ((120, 40, "[2] "), (40, 12, "for lite"), (80, 24, "Sammenligner")):
        terminal.resize(width, height)
        terminal.wait(lambda text, check=check: check in text)  # type: ignore[misc]
    terminal.keys("C-q")
    assert "Traceback" not in terminal.ended()


def test_no_colour_where_none_is_wanted(terminal: Terminal, small_index: Path) -> None:
    terminal.start(real_app(small_index, "NO_COLOR=1"))
    terminal.wait(lambda text: "4 dokumenter" in text)
    asked(terminal, "Hva er gjort for unge i Nordland?", lambda text: "[1]  «" in text)
    terminal.keys("Tab")
    terminal.wait(lambda text: "█ [1]  «" in text)
    assert not COLOUR.search(terminal.styled())
    terminal.keys("C-q")
    assert "Traceback" not in terminal.ended()
