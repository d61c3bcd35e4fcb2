"""The documents as the importer sees them, a JSON object a line.

python scripts/export_documents.py [--sources PATH …] --out FILE.jsonl
"""

from __future__ import annotations

import sys
from pathlib import Path

import _bootstrap  # noqa: F401
import click

from assistant import catalogue
from assistant.cli.options import idle_index_option
from assistant.cli.running import Command, run
from assistant.importer import import_documents
from assistant.index.documents import exported, write_lines
from assistant.paths import catalogue_folder
from assistant.vocabulary import Vocabulary


@click.command(cls=Command)
@click.option("--sources", multiple=True, metavar="STI", type=click.Path(path_type=Path), help="Kildefil eller -mappe.")
@click.option("--out", required=True, metavar="FIL", type=click.Path(path_type=Path), help="JSON-linjer ut.")
@idle_index_option
def main(sources: tuple[Path, ...], out: Path) -> None:
    """Skriv alle dokumenter fra kildene og katalogen, ett JSON-objekt på hver linje."""
    home = catalogue_folder()
    imported = import_documents(sources, catalogue.load(home), Vocabulary.load(home).terms())
    write_lines(out, (exported(document) for document in imported.documents))
    click.echo(f"{len(imported.documents)} dokumenter i {out}", err=True)


if __name__ == "__main__":
    sys.exit(run(main, "export_documents", sys.argv[1:]))
