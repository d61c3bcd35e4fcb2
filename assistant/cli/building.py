"""Building the index from the command line, with a progress line on stderr."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from assistant.importer import Progress
from assistant.paths import catalogue_folder


def progress_line() -> Progress:
    """A progress report on stderr: one rewritten line on a terminal, a line a stage elsewhere."""
    terminal = sys.stderr.isatty()
    last = ""

    def report(stage: str, done: int, total: int) -> None:
        nonlocal last
        if terminal:
            filled = round(24 * done / total) if total else 0
            click.echo(f"\r{stage:<28} [{'#' * filled}{'.' * (24 - filled)}]\x1b[K", nl=False, err=True)
        elif stage != last:
            click.echo(stage, err=True)
        last = stage

    return report


def build_index(folder: Path, sources: Sequence[Path], model: str = "", prefixes: tuple[str, str] | None = None) -> int:
    """Build the index of a folder and say what it holds; exit status 0."""
    from assistant.building import build

    report = progress_line()
    try:
        manifest = build(folder, sources, catalogue_folder(), model, prefixes, report)
    finally:
        if sys.stderr.isatty():
            click.echo("\r\x1b[K", nl=False, err=True)
    click.echo(
        f"Indeksen er bygd: {manifest.tiltak} tiltak, {manifest.evaluations} evalueringer, "
        f"{manifest.passages} avsnitt, i {folder}",
        err=True,
    )
    if manifest.masked:
        masked = ", ".join(f"{count} {kind}" for kind, count in sorted(manifest.masked.items()))
        click.echo(f"Skjulte personopplysninger: {masked}", err=True)
    return 0
