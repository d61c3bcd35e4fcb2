"""The options that several commands share, and wrong use told in the language of the user."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from assistant.errors import TiltakError, UsageError
from assistant.messages import LANGUAGES

if TYPE_CHECKING:
    from assistant.messages import Language
    from assistant.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])
_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)

index_option = click.option(
    "--index", "index", metavar="DIR", type=click.Path(path_type=Path),
    help="Indeksmappen; ellers TILTAK_INDEX, ellers innstillingen.",
)  # fmt: skip

# Every command takes --index, so that a line or an alias can be made for any of them.
idle_index_option = click.option(
    "--index", metavar="DIR", expose_value=False, help="Som for de andre kommandoene; denne åpner ingen indeks."
)


def settings_in_force() -> Settings:
    """The user's settings, read when they are first needed."""
    from assistant import settings

    return settings.load()


language_option = click.option(
    "--language", type=click.Choice(LANGUAGES), default=lambda: settings_in_force().language,
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
        "--k", default=lambda: settings_in_force().hits, show_default="innstillingen", metavar="TALL",
        type=click.IntRange(1, most), help="Antall treff.",
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


def spoken(arguments: Sequence[str]) -> Language:
    """The language of a command line that failed: the one it asks for, else the setting, else bokmål."""
    asked = []
    for one, following in pairwise([*arguments, ""]):
        name, _, value = one.partition("=")
        asked += [value or following] if name == "--language" else []
    for language in LANGUAGES:
        if language in asked:
            return language
    try:
        return settings_in_force().language
    except TiltakError:
        return "nb"


def wrong_use(error: click.UsageError) -> UsageError:
    """A usage error of click's as one of ours."""
    command = error.ctx.command_path if error.ctx else "tiltak"
    asks = command.endswith(" ask")
    match error:
        case click.NoSuchOption(option_name=option) if asks and not option.startswith("--"):
            return UsageError("error.use.option.dash", option=option, command=command)
        case click.NoSuchOption(option_name=option, possibilities=[near, *_]):
            return UsageError("error.use.option.near", option=option, near=near, command=command)
        case click.NoSuchOption():
            return UsageError("error.use.option", option=error.option_name, command=command)
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            return UsageError("error.use.missing", name=name, command=command)
        case click.BadParameter(param=click.Parameter(opts=[name, *_], type=click.IntRange(min=low, max=high))):
            return UsageError("error.use.number", name=name, fewest=low, most=high, command=command)
        case click.BadParameter(param=click.Parameter(opts=[name, *_], type=click.Choice(choices=[*others, last]))):
            return UsageError("error.use.one", name=name, first=", ".join(others), last=last, command=command)
        case click.BadOptionUsage() if "not take a value" in error.message:
            return UsageError("error.use.flag", option=error.option_name, command=command)
        case click.BadOptionUsage():
            return UsageError("error.use.bare", option=error.option_name, command=command)
        case _ if "No such command" in error.message:
            return UsageError("error.use.command", command=command)
        case _ if found := _EXTRA.match(error.message):
            if asks:
                return UsageError("error.use.quotes")
            return UsageError("error.use.extra", said=found[1], command=command)
        case _:
            return UsageError("error.use.other", said=error.message.rstrip("."), command=command)
