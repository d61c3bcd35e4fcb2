"""Write a skeleton catalogue record, or refresh the source references of all records.

python scripts/new_record.py --sources FOLDER T001 [T002 ...]
python scripts/new_record.py --sources FOLDER --refresh
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import _bootstrap  # noqa: F401
import click

from assistant.catalogue import FENCE, load, read
from assistant.cli.options import idle_index_option
from assistant.cli.running import Command, run
from assistant.errors import UsageError
from assistant.importer import names, slug
from assistant.model import RawDocument
from assistant.paths import catalogue_folder
from assistant.readers.registry import read_source, source_files
from assistant.text.privacy import Detector, mask
from assistant.text.repair import Repairer
from assistant.vocabulary import Vocabulary

_LINES = re.compile(r"^\[source\.lines\]\n(?:.*\n)*?(?=\+\+\+)", re.MULTILINE)


def references(document: RawDocument) -> str:
    """The [source.lines] table of a document."""
    rows = [f"{s.key} = [{s.lines[0].number}, {s.lines[-1].number}]" for s in document.sections]
    return "[source.lines]\n" + "\n".join(rows) + "\n"


def skeleton(doc_id: str, document: RawDocument, said: Mapping[str, str]) -> str:
    """A record with everything the print says, for a person to complete; `said` as `readable` gives it."""
    where = [f'document = "{document.file}"']
    where += [f"page = {document.page}", f"row = {document.row}"] if document.page is not None else []
    head = [
        f'id = "{doc_id}"', f'kind = "{document.kind}"',
        *(f"{name} = {json.dumps(text, ensure_ascii=False)}" for name, text in said.items()),
        f"year = {document.year}" if document.year else "", 'language = "nb"', "target_groups = []", "methods = []",
        "life_areas = []", "partners = []", "law_sections = []", "themes = []", "evidence = []",
        'continuation = "videreforing-ukjent"',
    ]  # fmt: skip
    lines = [FENCE, *filter(None, head), "", "[source]", *where, "", references(document).rstrip(), FENCE, ""]
    return "\n".join(lines)


def readable(document: RawDocument, repairer: Repairer, known: list[str]) -> dict[str, str]:
    """Title, office and county as the importer would give them: repaired, and masked."""
    printed = {"title": document.title, "office": document.office, "county": document.county}
    texts = [line.text for line in repairer.repair(list(printed.values()))]
    detector = Detector(document.contacts, known).within(texts[:1], document.contacts, texts[1:])
    return {name: mask(text, detector.find(text)) for name, text in zip(printed, texts, strict=True)}


def alone(found: Mapping[tuple[str, str], RawDocument], file: str) -> RawDocument | None:
    """The document of a file that has no other."""
    return next((document for (name, _), document in found.items() if name == file and not document.local_id), None)


@click.command(cls=Command)
@click.option(
    "--sources",
    multiple=True,
    required=True,
    metavar="STI",
    type=click.Path(path_type=Path),
    help="Kildefil eller -mappe.",
)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Mappen for postene; ellers katalogens.")
@click.option("--refresh", is_flag=True, help="Forny [source.lines] i alle poster.")
@idle_index_option
@click.argument("ids", metavar="[ID …]", nargs=-1)
def main(sources: tuple[Path, ...], out: Path | None, refresh: bool, ids: tuple[str, ...]) -> None:
    """Skriv skjeletter til katalogposter, eller forny kildehenvisningene i alle poster."""
    if not ids and not refresh:
        raise UsageError("upkeep.skeleton.none")
    folder = out or catalogue_folder() / "records"
    found: dict[tuple[str, str], RawDocument] = {}
    for path in source_files(sources):
        found |= {(path.name, document.local_id or slug(path)): document for document in read_source(path)}
    if refresh:
        for path in sorted(folder.glob("*.md")):
            record = read(path)
            document = found.get((record.origin.document, record.doc_id)) or alone(found, record.origin.document)
            if document:
                text = path.read_text(encoding="utf-8")
                path.write_text(_LINES.sub(references(document), text, count=1), encoding="utf-8", newline="\n")
        return
    by_id = {local_id: document for (_, local_id), document in found.items()}
    for doc_id in ids:
        if doc_id not in by_id:
            raise UsageError("upkeep.skeleton.source", id=doc_id)
        if (folder / f"{doc_id}.md").exists():
            raise UsageError("upkeep.skeleton.exists", file=f"{doc_id}.md")
    home = catalogue_folder()
    known = [*Vocabulary.load(home).terms(), *names(load(home).values())]
    repairer = Repairer(known)
    folder.mkdir(parents=True, exist_ok=True)
    for doc_id in ids:
        said = readable(by_id[doc_id], repairer, known)
        path = folder / f"{doc_id}.md"
        path.write_text(skeleton(doc_id, by_id[doc_id], said), encoding="utf-8", newline="\n")
        click.echo(f"{path} er skrevet", err=True)


if __name__ == "__main__":
    sys.exit(run(main, "new_record", sys.argv[1:]))
