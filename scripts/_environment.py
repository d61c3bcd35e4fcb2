"""The project's own environment in `.venv`: made once, reused without network until pyproject.toml changes.

Only the standard library: these scripts run before anything is installed, on Linux, macOS and Windows.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
OLDEST = (3, 11)


def python() -> Path:
    """The environment's interpreter."""
    return HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


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
        sys.exit("Avbrutt. Kjør kommandoen på nytt for å fortsette.")
    stamps[0].write_text(wanted)
    return python()


def run(interpreter: Path, *arguments: str) -> int:
    """Run the interpreter in this terminal and return its exit status."""
    environment = os.environ | {"PYTHONUTF8": "1"}
    try:
        return subprocess.run([str(interpreter), *arguments], env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 130
