"""The `tiltak` command: its sub-commands, and errors turned into one line and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TypeVar

import click

from assistant import __version__
from assistant.errors import TiltakError
from assistant.paths import index_folder

FOUND, NOTHING, WRONG, INTERRUPTED = 0, 1, 2, 130
F = TypeVar("F", bound=Callable[..., Any])

index_option = click.option(
    "--index", "index", metavar="DIR", type=click.Path(path_type=Path), help="Indeksmappen (ellers TILTAK_INDEX)."
)


def output_options(command: F) -> F:
    """The options of every command that answers."""
    for option in (
        click.option("--json", "form", flag_value="json", help="Svaret som ett JSON-objekt."),
        click.option("--markdown", "form", flag_value="markdown", help="Svaret som Markdown."),
        click.option("--k", default=5, show_default=True, type=click.IntRange(1, 100), help="Antall treff."),
        click.option(
            "--filter", "filters", multiple=True, metavar="NAVN=VERDI", help="F.eks. county=Oslo; kan gjentas."
        ),
    ):
        command = option(command)
    return command


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, "--version", message="tiltak %(version)s", help="Vis versjonen.")
@index_option
@click.pass_context
def cli(context: click.Context, index: Path | None) -> None:
    """Spør erfaringene fra NAV-kontorenes tiltak. Uten kommando åpnes samtalen i terminalen."""
    context.obj = index
    if context.invoked_subcommand is None:
        from assistant.cli import chat

        context.exit(chat.open_app(index_folder(index)))


def _folder(context: click.Context, index: Path | None) -> Path:
    return index_folder(index or context.obj)


@cli.command()
@click.argument("question", metavar="SPØRSMÅL")
@output_options
@index_option
@click.pass_context
def ask(
    context: click.Context, question: str, form: str | None, k: int, filters: tuple[str, ...], index: Path | None
) -> None:
    """Still ett spørsmål og få et svar med nummererte kilder."""
    from assistant.cli import commands

    context.exit(commands.ask(_folder(context, index), question, filters, k, form or "text"))


@cli.command()
@click.argument("doc_id", metavar="ID")
@click.option("--raw", is_flag=True, help="Vis de trykte linjene ved siden av de rettede.")
@index_option
@click.pass_context
def show(context: click.Context, doc_id: str, raw: bool, index: Path | None) -> None:
    """Vis ett dokument i sin helhet, med kildehenvisninger."""
    from assistant.cli import commands

    context.exit(commands.show(_folder(context, index), doc_id, raw))


@cli.command()
@click.option("--queries", required=True, metavar="FIL", type=click.Path(path_type=Path), help="TSV med spørsmål.")
@click.option("--run", "run_file", required=True, metavar="FIL", type=click.Path(path_type=Path), help="TREC-fil ut.")
@click.option("--k", default=100, show_default=True, type=click.IntRange(1, 1000), help="Dokumenter per spørsmål.")
@index_option
@click.pass_context
def search(context: click.Context, queries: Path, run_file: Path, k: int, index: Path | None) -> None:
    """Søk med mange spørsmål på én gang og skriv en TREC-fil."""
    from assistant.cli import commands

    context.exit(commands.search(_folder(context, index), queries, run_file, k))


@cli.command()
def repair() -> None:
    """Rett norsk tekst skadet av tekstgjenkjenning: linjer inn, like mange ut."""
    from assistant.cli import commands

    click.get_current_context().exit(commands.repair())


@cli.command()
@index_option
@click.pass_context
def status(context: click.Context, index: Path | None) -> None:
    """Hva indeksen har, fra hvilke kilder, bygd når og med hvilken modell."""
    from assistant.cli import commands

    context.exit(commands.status(_folder(context, index)))


@cli.command()
@click.option(
    "--sources", multiple=True, metavar="STI", type=click.Path(path_type=Path), help="Kildene, om de er flyttet."
)
@index_option
@click.pass_context
def verify(context: click.Context, sources: tuple[Path, ...], index: Path | None) -> None:
    """Etterprøv hver fil, hver kilde og hvert sitatsted."""
    from assistant.cli import commands

    context.exit(commands.verify(_folder(context, index), sources))


@cli.command()
@click.option("--sources", multiple=True, metavar="STI", type=click.Path(path_type=Path), help="Kildefil eller -mappe.")
@click.option("--model", default="", metavar="NAVN", help="En sentence-transformers-mappe; ellers den innebygde.")
@click.option("--query-prefix", default=None, metavar="TEKST", help="Settes foran spørsmål.")
@click.option("--passage-prefix", default=None, metavar="TEKST", help="Settes foran avsnitt.")
@index_option
@click.pass_context
def build(
    context: click.Context,
    sources: tuple[Path, ...],
    model: str,
    query_prefix: str | None,
    passage_prefix: str | None,
    index: Path | None,
) -> None:
    """Bygg indeksen på nytt, fra katalogen og eventuelle kilder."""
    from assistant.cli import building

    prefixes = None if query_prefix is None and passage_prefix is None else (query_prefix or "", passage_prefix or "")
    context.exit(building.build_index(_folder(context, index), sources, model, prefixes))


def run(arguments: Sequence[str]) -> int:
    """Run the command line: 0 done or answered, 1 nothing found, 2 wrong use or an error, 130 interrupted."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Windows consoles and pipes would otherwise take another encoding, and break on « or –.
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        result = cli.main(args=list(arguments), prog_name="tiltak", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else FOUND
    except TiltakError as error:
        click.echo(f"tiltak: {error.line()}", err=True)
    except click.UsageError as error:
        click.echo(f"tiltak: {usage_line(error)}", err=True)
    except (KeyboardInterrupt, click.Abort):
        click.echo("tiltak: avbrutt", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (`| head`) has seen enough; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except OSError as error:
        click.echo(f"tiltak: {error.filename or 'fil'}: {error.strerror}. Se etter plass og rettigheter.", err=True)
    return WRONG


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
            return f"ugyldig verdi for {name}: {error.message.rstrip('.')}. {mend}"
        case click.BadOptionUsage():
            return f"{error.option_name} mangler verdi. {mend}"
        case _ if "No such command" in error.message:
            return f'ukjent kommando. Spør med: tiltak ask "…". {mend}'
        case _:
            return f"feil bruk: {error.message.rstrip('.')}. {mend}"
