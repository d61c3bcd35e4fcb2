"""The documents as the importer sees them, a JSON object a line.

python scripts/export_documents.py [--sources PATH …] --out FILE.jsonl
"""

from __future__ import annotations

import sys
from pathlib import Path

import _bootstrap  # noqa: F401
import click

from assistant import catalogue
from assistant.errors import TiltakError, as_shown
from assistant.importer import import_documents
from assistant.index.documents import exported, write_lines
from assistant.paths import catalogue_folder
from assistant.vocabulary import Vocabulary


@click.command()
@click.option("--sources", multiple=True, type=click.Path(path_type=Path), help="Source files or folders.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The JSON-lines file to write.")
def main(sources: tuple[Path, ...], out: Path) -> None:
    """Write all documents of the sources and the catalogue."""
    home = catalogue_folder()
    try:
        imported = import_documents(sources, catalogue.load(home), Vocabulary.load(home).terms())
        write_lines(out, (exported(document) for document in imported.documents))
    except (TiltakError, OSError) as error:
        click.echo(f"export_documents: {as_shown(error).line()}", err=True)
        sys.exit(2)
    click.echo(f"{len(imported.documents)} dokumenter i {out}", err=True)


if __name__ == "__main__":
    main()
