"""`tiltak feedback`: the notes on answers, handed over to those who maintain the project, or deleted."""

from __future__ import annotations

from pathlib import Path

import click

from assistant import private
from assistant.errors import UsageError
from assistant.feedback import Feedback

FOUND, NOTHING = 0, 1


def export(kept: Feedback, out: Path | None, delete: bool) -> int:
    """Print the notes as JSON lines, or write them to a file: 0, or 1 where there are none.

    Args:
        out: A new file, written whole or not at all; one that is there is never written over.
        delete: Delete the notes once they are handed over.

    Raises:
        UsageError: The file is there already or cannot be written.
    """
    lines = kept.lines()
    if not lines:
        click.echo("tiltak: ingen tilbakemeldinger er lagret", err=True)
        return NOTHING
    text = "".join(f"{line}\n" for line in lines)
    if out is None:
        click.echo(text, nl=False)
    else:
        if out.exists():
            raise UsageError("error.exists", path=out)
        private.write(out, text)
        click.echo(f"{len(lines)} tilbakemeldinger er skrevet til {out}", err=True)
    if delete:
        kept.delete()
        click.echo("Tilbakemeldingene på denne maskinen er slettet.", err=True)
    return FOUND
