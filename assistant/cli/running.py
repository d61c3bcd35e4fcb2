"""Running a command: its errors as one line and an exit status, its help page in Norwegian. The scripts use it too."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from io import TextIOWrapper

import click

from assistant.cli.options import spoken, wrong_use
from assistant.errors import TiltakError, UsageError, as_shown

FOUND, WRONG, INTERRUPTED = 0, 2, 130
_HEADINGS = {"Options": "Valg", "Commands": "Kommandoer"}
_WORDS = {"  [default: ": "  [ellers: ", "required]": "må oppgis]"}


class _Formatter(click.HelpFormatter):
    """Help with our words for those of click's."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How the command is written."""
        super().write_usage(prog, args, prefix or "Bruk: ")

    def write_heading(self, heading: str) -> None:
        """What stands above a list."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of options or commands."""
        for said, ours in _WORDS.items():
            rows = [(name, text.replace(said, ours)) for name, text in rows]
        super().write_dl(list(rows), col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command with Norwegian help."""

    context_class = _Context

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("options_metavar", "[VALG]")
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Vis denne hjelpen."
        return option


class Group(Command, click.Group):
    """A command with sub-commands, and Norwegian help."""

    command_class = Command


def run(command: click.Command, name: str, arguments: Sequence[str]) -> int:
    """Run a command line: 0 done or answered, 1 nothing found, 2 wrong use or an error, 130 interrupted.

    TILTAK_DEBUG shows those who maintain the program where an error comes from that nobody foresaw.

    Args:
        name: What the command is called, in its help and before its errors.
    """
    if sys.stdout is None:  # closed by the shell (`>&-`): there is nobody to answer, but an exit status to give
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Windows consoles and pipes would otherwise take another encoding, and break on « or –. What is read must
            # be right: a text of another encoding is no Norwegian any more.
            stream.reconfigure(encoding="utf-8", errors="strict" if stream is sys.stdin else "replace")

    def failed(error: TiltakError, status: int = WRONG) -> int:
        click.echo(f"{name}: {error.line(spoken(arguments))}", err=True)
        return status

    try:
        status = _invoked(command, name, arguments)
        sys.stdout.flush()
        return status
    except click.UsageError as error:
        return failed(wrong_use(error))
    except (KeyboardInterrupt, click.Abort):
        return failed(UsageError("error.interrupted"), INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output (`| head`) has seen enough; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except UnicodeDecodeError:  # all files are read with their own words for it
        return failed(UsageError("error.stdin"))
    except Exception as error:
        if "TILTAK_DEBUG" in os.environ and not isinstance(error, (TiltakError, OSError)):
            raise
        return failed(as_shown(error))


def _invoked(command: click.Command, name: str, arguments: Sequence[str]) -> int:
    # Not `command.main`: it takes a reader of our output that has gone (`| head`) for a failure.
    try:
        with command.make_context(name, list(arguments)) as context:
            command.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    return FOUND
