"""Rebuild the index: python scripts/build_index.py [--sources PATH …] [--out DIR] [--model NAME]."""

from __future__ import annotations

import sys

import _bootstrap  # noqa: F401

from assistant.cli.main import run

if __name__ == "__main__":
    # The same as `tiltak build`; --out is the name this script has always had for --index.
    arguments = ["--index" + a.removeprefix("--out") if a.split("=")[0] == "--out" else a for a in sys.argv[1:]]
    sys.exit(run(["build", *arguments]))
