"""The project's own environment in `.venv`: made once, reused without network until pyproject.toml changes.

Only the standard library: these scripts run before anything is installed, on Linux, macOS and Windows.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import venv
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
OLDEST = (3, 11)
INTERRUPTED = 130


def python() -> Path:
    """The environment's interpreter."""
    return HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def complete(extra: str = "") -> bool:
    """Whether the Python that runs this has every package pyproject.toml asks for: some of them are not enough."""
    if sys.version_info < OLDEST:
        return False
    import tomllib  # new in the oldest Python that will do

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + (project["optional-dependencies"][extra] if extra else [])
    return all(_has(requirement) for requirement in wanted)


def _has(requirement: str) -> bool:
    name, _, least = re.split("([>=]=|$)", requirement, maxsplit=1)
    try:
        return _numbers(metadata.version(name)) >= _numbers(least)
    except metadata.PackageNotFoundError:
        return False


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version.partition("+")[0])]


def go_on(extra: str, *command: str) -> None:
    """Run a command in the project's own environment and leave, where the Python that runs this is no complete one."""
    if complete(extra):
        return
    interpreter = ensure(extra)
    # Its own interpreter would only start itself again, and that one itself.
    if os.path.normcase(sys.executable) == os.path.normcase(interpreter) and not complete(extra):
        sys.exit("Miljøet i .venv er ufullstendig. Slett mappen .venv, og kjør kommandoen på nytt.")
    sys.exit(run(interpreter, *command))


def ensure(extra: str = "") -> Path:
    """Make or renew the environment where needed; the path of its interpreter.

    A stamp keeps what was installed from: the same pyproject.toml and Python need no network.
    """
    if sys.version_info < OLDEST:
        sys.exit(f"Python {OLDEST[0]}.{OLDEST[1]} eller nyere trengs; dette er {sys.version.split()[0]}.")
    described = f"{sys.version_info[:2]} {(ROOT / 'pyproject.toml').read_text(encoding='utf-8')}"
    wanted = hashlib.sha256(described.encode()).hexdigest()
    # The test environment holds all of the other one, so either stamp will do for a start.
    stamps = [HOME / ".stamp-test"] if extra else [HOME / ".stamp", HOME / ".stamp-test"]
    if python().is_file() and any(s.is_file() and s.read_text() == wanted for s in stamps):
        return python()
    print("Gjør klart miljøet i .venv (bare første gang; laster ned noen hundre megabyte) …", file=sys.stderr)
    try:
        if not python().is_file():
            venv.create(HOME, with_pip=True)
        target = f"{ROOT}[{extra}]" if extra else str(ROOT)
        command = [str(python()), "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "-e", target]
        subprocess.run(command, check=True)
    except subprocess.CalledProcessError:
        sys.exit("Installeringen mislyktes (se linjene over). Se etter nett og diskplass, og kjør kommandoen på nytt.")
    except KeyboardInterrupt:
        print("Avbrutt. Kjør kommandoen på nytt for å fortsette.", file=sys.stderr)
        sys.exit(INTERRUPTED)
    stamps[0].write_text(wanted)
    return python()


def run(interpreter: Path, *arguments: str) -> int:
    """Run the interpreter in this terminal and return its exit status.

    Ctrl+C reaches it too: it is given the time to tidy up after itself.
    """
    process = subprocess.Popen([str(interpreter), *arguments], env=os.environ | {"PYTHONUTF8": "1"})
    while True:
        try:
            status = process.wait()
        except KeyboardInterrupt:
            continue
        return status if status >= 0 else 128 - status
