"""The options that several commands share, and wrong use told in Norwegian."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from assistant.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])

index_option = click.option(
    "--index", "index", metavar="DIR", type=click.Path(path_type=Path),
    help="Indeksmappen; ellers TILTAK_INDEX, ellers innstillingen.",
)  # fmt: skip


def settings_in_force() -> Settings:
    """The user's settings, read when they are first needed."""
    from assistant import settings

    return settings.load()


language_option = click.option(
    "--language", type=click.Choice(["nb", "nn", "en"]), default=lambda: settings_in_force().language,
    show_default="innstillingen", help="Språket i våre egne ord; sitatene står som de er skrevet.",
)  # fmt: skip


def output_options(command: F) -> F:
    """The options of every command that answers."""
    for option in (
        click.option("--json", "form", flag_value="json", help="Svaret som ett JSON-objekt."),
        click.option("--markdown", "form", flag_value="markdown", help="Svaret som Markdown."),
        click.option("--csv", "form", flag_value="csv", help="Sitatene som CSV, ett på hver linje."),
        click.option(
            "--no-marks", "marks", flag_value=False, default=True, help="Teksten uten kildetall og kildeliste."
        ),
        language_option,
    ):
        command = option(command)
    return command


def hits_option(most: int) -> Callable[[F], F]:
    """How many documents an answer shows."""
    return click.option(
        "--k", default=lambda: settings_in_force().hits, show_default="innstillingen", type=click.IntRange(1, most),
        help="Antall treff.",
    )  # fmt: skip


def search_options(command: F) -> F:
    """The options of every command that searches."""
    for option in (
        hits_option(100),
        click.option(
            "--filter", "filters", multiple=True, metavar="NAVN=VERDI", help="F.eks. county=Oslo; kan gjentas."
        ),
    ):
        command = option(command)
    return command


def usage_line(error: click.UsageError) -> str:
    """A usage error in Norwegian, with the mend."""
    command = error.ctx.command_path if error.ctx else "tiltak"
    mend = f"Se «{command} --help»."
    match error:
        case click.NoSuchOption():
            near = f" Mente du {error.possibilities[0]}?" if error.possibilities else ""
            return f"det finnes ikke noe valg {error.option_name}.{near} {mend}"
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            return f"{name} mangler. {mend}"
        case click.BadParameter():
            name = error.param.opts[0] if error.param else "verdien"
            kind = error.param.type if error.param else None
            wanted = (
                f"skriv et helt tall fra {kind.min} til {kind.max}"
                if isinstance(kind, click.IntRange)
                else error.message
            )
            return f"ugyldig verdi for {name}: {wanted.rstrip('.')}. {mend}"
        case click.BadOptionUsage():
            return f"{error.option_name} mangler verdi. {mend}"
        case _ if "No such command" in error.message:
            return f'ukjent kommando. Spør med: tiltak ask "…". {mend}'
        case _:
            return f"feil bruk: {error.message.rstrip('.')}. {mend}"
