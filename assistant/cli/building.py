"""Building the index from the command line, with a progress line on stderr."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from assistant.cli.commands import hidden
from assistant.importer import Progress
from assistant.messages import say
from assistant.paths import catalogue_folder
from assistant.stages import share_done


def progress_line() -> Progress:
    """A progress report on stderr: one rewritten line on a terminal, a line a stage elsewhere."""
    terminal = sys.stderr.isatty()
    last = ""

    def report(stage: str, done: int, total: int) -> None:
        nonlocal last
        if terminal:
            filled = round(24 * share_done(stage, done, total))
            click.echo(f"\r[{'#' * filled}{'.' * (24 - filled)}] {say('nb', stage)}\x1b[K", nl=False, err=True)
        elif stage != last:
            click.echo(say("nb", stage), err=True)
        last = stage

    return report


def build_where_needed(folder: Path, sources: Sequence[Path]) -> None:
    """Build the index of a folder where it is not one of these sources and the catalogue as they are now.

    A model of the user's that it was built with is kept.
    """
    from assistant.errors import IndexDamagedError, IndexMissingError
    from assistant.index import manifest as manifests
    from assistant.readers.registry import source_files

    wanted = {manifests.digest(file) for file in source_files(sources)}
    try:
        there = manifests.read(folder)
    except (IndexMissingError, IndexDamagedError):
        there = None
    if (
        there is None
        or {source.sha256 for source in there.sources} != wanted
        or there.catalogue != manifests.folder_digest(catalogue_folder())
    ):
        before = manifests.recipe(folder)
        build_index(folder, sources, before.model, before.prefixes)


def build_index(folder: Path, sources: Sequence[Path], model: str = "", prefixes: tuple[str, str] | None = None) -> int:
    """Build the index of a folder and say what it holds; exit status 0."""
    from assistant.building import build
    from assistant.readers.registry import unread_folders

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
    for name in manifest.unrecognised:
        click.echo(
            f"tiltak: {name} er ikke kjent igjen som en rapport: lest som løpende tekst, uten kontor, år og avsnitt. "
            "Se docs/nye-rapporter.md, eller ta filen bort.",
            err=True,
        )
    for place in unread_folders(sources):
        click.echo(f"tiltak: undermappen {place} er ikke lest. Oppgi den med --sources om den skal være med.", err=True)
    if manifest.summaries:
        click.echo(
            f"Uten rapporten: {manifest.summaries} dokumenter. Det som siteres fra dem, er katalogens sammendrag",
            err=True,
        )
    if manifest.masked:
        click.echo(f"Skjulte personopplysninger: {hidden(manifest.masked)}", err=True)
    return 0
