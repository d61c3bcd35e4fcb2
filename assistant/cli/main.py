"""The `tiltak` command and its sub-commands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant import __version__
from assistant.cli import running
from assistant.cli.options import (
    hits_option,
    idle_index_option,
    index_option,
    language_option,
    output_options,
    search_options,
    settings_in_force,
)  # fmt: skip
from assistant.paths import index_folder

if TYPE_CHECKING:
    from assistant.messages import Language


@click.group(
    cls=running.Group,
    invoke_without_command=True,
    subcommand_metavar="[KOMMANDO …]",
    context_settings={"help_option_names": ["--help", "-h"]},
)
@click.version_option(__version__, "--version", message="tiltak %(version)s", help="Vis versjonen.")
@click.option(
    "--sources",
    multiple=True,
    metavar="STI",
    type=click.Path(path_type=Path),
    help="Rapportene det svares fra; indeksen bygges av dem om den ikke alt er det.",
)
@index_option
@click.pass_context
def cli(context: click.Context, sources: tuple[Path, ...], index: Path | None) -> None:
    """Spør erfaringene fra NAV-kontorenes tiltak. Uten kommando åpnes samtalen i terminalen."""
    context.obj = (index, sources)
    if context.invoked_subcommand is None:
        from assistant.cli import chat

        context.exit(chat.open_app(_folder(context, index), settings_in_force()))


def _place(context: click.Context, index: Path | None) -> Path:
    return index_folder(index or context.obj[0], settings_in_force().index)


def _folder(context: click.Context, index: Path | None) -> Path:
    """The index folder, its index built first where sources are named that it is not of."""
    folder, sources = _place(context, index), context.obj[1]
    if sources:
        from assistant.cli import building

        building.build_where_needed(folder, sources)
    return folder


@cli.command()
@click.argument("question", metavar="SPØRSMÅL")
@output_options
@search_options
@click.option("--no-expand", "expand", flag_value=False, default=True, help="Bare ordene i spørsmålet, uten ordlisten.")
@click.option("--strict", is_flag=True, help="Krev målgruppe, metode og alder i spørsmålet, som filtre.")
@index_option
@click.pass_context
def ask(
    context: click.Context,
    question: str,
    form: str | None,
    marks: bool,
    language: Language,
    k: int,
    filters: tuple[str, ...],
    expand: bool,
    strict: bool,
    index: Path | None,
) -> None:
    """Still ett spørsmål og få et svar med nummererte kilder."""
    from assistant.cli import commands

    wish = commands.Wish(tuple(filters), k, language, expand, strict)
    context.exit(commands.ask(_folder(context, index), question, wish, form or "text", marks))


@cli.command()
@click.argument("plan", metavar="FIL|-")
@output_options
@search_options
@index_option
@click.pass_context
def similar(
    context: click.Context, plan: str, form: str | None, marks: bool, language: Language, k: int,
    filters: tuple[str, ...], index: Path | None,
) -> None:  # fmt: skip
    """Finn tiltakene som ligner mest på en prosjektplan (txt, md, docx, pdf, eller - for standard inn)."""
    from assistant.cli import commands

    context.exit(commands.similar(_folder(context, index), plan, filters, k, form or "text", language, marks))


@cli.command()
@click.argument("doc_ids", metavar="ID ID …", nargs=-1, required=True)
@output_options
@index_option
@click.pass_context
def compare(
    context: click.Context, doc_ids: tuple[str, ...], form: str | None, marks: bool, language: Language,
    index: Path | None,
) -> None:  # fmt: skip
    """Still to til fem tiltak side om side, med et sitat i hver rute."""
    from assistant.cli import commands

    context.exit(commands.compare(_folder(context, index), doc_ids, form or "text", language, marks))


@cli.command()
@click.option("--plain", is_flag=True, help="Linje for linje, for skjermlesere, rør og enkle terminaler.")
@hits_option(20)
@language_option
@index_option
@click.pass_context
def chat(context: click.Context, plain: bool, k: int, language: Language, index: Path | None) -> None:
    """Før en samtale: spør, avgrens, se flere, sammenlign."""
    folder = _folder(context, index)
    if plain:
        from assistant.cli.plain import converse

        context.exit(converse(folder, language, k))
    from assistant.cli.chat import open_app

    context.exit(open_app(folder, replace(settings_in_force(), language=language, hits=k)))


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
@click.option(
    "--k", default=100, show_default=True, metavar="TALL", type=click.IntRange(1, 1000), help="Dokumenter per spørsmål."
)
@index_option
@click.pass_context
def search(context: click.Context, queries: Path, run_file: Path, k: int, index: Path | None) -> None:
    """Søk med mange spørsmål på én gang og skriv en TREC-fil."""
    from assistant.cli import commands

    context.exit(commands.search(_folder(context, index), queries, run_file, k))


@cli.command()
@idle_index_option
@click.pass_context
def repair(context: click.Context) -> None:
    """Rett norsk tekst skadet av tekstgjenkjenning: linjer inn, like mange ut."""
    from assistant.cli import commands

    context.exit(commands.repair())


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
@click.option(
    "--answers", multiple=True, metavar="FIL", type=click.Path(path_type=Path), help="Lagrede svar (JSON) å etterprøve."
)
@index_option
@click.pass_context
def verify(context: click.Context, sources: tuple[Path, ...], answers: tuple[Path, ...], index: Path | None) -> None:
    """Etterprøv hver fil, hver kilde og hvert sitatsted, eller sitatene i lagrede svar."""
    from assistant.cli import commands

    folder, language = _folder(context, index), settings_in_force().language
    context.exit(
        commands.check_answers(folder, answers, language) if answers else commands.verify(folder, sources, language)
    )


@cli.command()
@click.option("--sources", multiple=True, metavar="STI", type=click.Path(path_type=Path), help="Kildefil eller -mappe.")
@click.option("--model", default="", metavar="NAVN", help="En sentence-transformers-mappe; ellers den innebygde.")
@click.option("--query-prefix", default=None, metavar="TEKST", help="Settes foran spørsmål.")
@click.option("--passage-prefix", default=None, metavar="TEKST", help="Settes foran avsnitt.")
@index_option
@click.pass_context
def build(
    context: click.Context, sources: tuple[Path, ...], model: str, query_prefix: str | None,
    passage_prefix: str | None, index: Path | None,
) -> None:  # fmt: skip
    """Bygg indeksen på nytt, fra katalogen og eventuelle kilder."""
    from assistant.cli import building

    prefixes = None if query_prefix is None and passage_prefix is None else (query_prefix or "", passage_prefix or "")
    context.exit(building.build_index(_place(context, index), sources or context.obj[1], model, prefixes))


@cli.command()
@click.argument("key", metavar="[NAVN]", default="")
@click.argument("value", metavar="[VERDI]", required=False)
@click.option("--path", "place", is_flag=True, help="Bare stien til innstillingsfilen.")
@idle_index_option
@click.pass_context
def settings(context: click.Context, key: str, value: str | None, place: bool) -> None:
    """Vis innstillingene, eller endre én av dem.

    De er theme, language, index, hits og history. Kommentarer i filen blir stående.
    """
    from assistant.cli import settings as shown
    from assistant.paths import settings_file

    if place:
        click.echo(settings_file())
    elif value is None:
        context.exit(shown.show(settings_file(), key))
    else:
        context.exit(shown.put(settings_file(), key, value))


@cli.command()
@click.option("--out", metavar="FIL", type=click.Path(path_type=Path), help="Skriv dem til en ny fil.")
@click.option("--delete", is_flag=True, help="Slett dem fra denne maskinen etterpå.")
@idle_index_option
@click.pass_context
def feedback(context: click.Context, out: Path | None, delete: bool) -> None:
    """Gi videre tilbakemeldingene du har lagret om svarene, én JSON-linje for hver."""
    from assistant.cli.feedback import export
    from assistant.feedback import Feedback

    context.exit(export(Feedback.of_user(), out, delete))


def run(arguments: Sequence[str]) -> int:
    """Run the command line: 0 done or answered, 1 nothing found, 2 wrong use or an error, 130 interrupted."""
    return running.run(cli, "tiltak", arguments)
