"""Write a skeleton catalogue record, or refresh the source references of all records.

python scripts/new_record.py --sources FOLDER T001 [T002 ...]
python scripts/new_record.py --sources FOLDER --refresh
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import _bootstrap  # noqa: F401
import click

from assistant.catalogue import FENCE, load
from assistant.errors import TiltakError, UsageError
from assistant.importer import slug
from assistant.model import RawDocument
from assistant.paths import catalogue_folder
from assistant.readers.registry import read_source, source_files

_LINES = re.compile(r"^\[source\.lines\]\n(?:.*\n)*?(?=\+\+\+)", re.MULTILINE)


def references(document: RawDocument) -> str:
    """The [source.lines] table of a document."""
    rows = [f"{s.key} = [{s.lines[0].number}, {s.lines[-1].number}]" for s in document.sections]
    return "[source.lines]\n" + "\n".join(rows) + "\n"


def skeleton(doc_id: str, document: RawDocument) -> str:
    """A record with everything the print says, for a person to complete."""
    where = [f'document = "{document.file}"']
    where += [f"page = {document.page}", f"row = {document.row}"] if document.page is not None else []
    head = [
        f'id = "{doc_id}"', f'kind = "{document.kind}"', 'title = ""', 'office = ""', 'county = ""',
        f"year = {document.year}" if document.year else "", 'language = "nb"', "target_groups = []", "methods = []",
        "life_areas = []", "partners = []", "law_sections = []", "themes = []", "evidence = []",
        'continuation = "videreforing-ukjent"',
    ]  # fmt: skip
    lines = [FENCE, *filter(None, head), "", "[source]", *where, "", references(document).rstrip(), FENCE, ""]
    return "\n".join(lines)


def alone(found: Mapping[tuple[str, str], RawDocument], file: str) -> RawDocument | None:
    """The document of a file that has no other."""
    return next((document for (name, _), document in found.items() if name == file and not document.local_id), None)


@click.command()
@click.option("--sources", multiple=True, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Folder of the records; default: the catalogue's.")
@click.option("--refresh", is_flag=True, help="Renew [source.lines] in all records.")
@click.argument("ids", nargs=-1)
def main(sources: tuple[Path, ...], out: Path | None, refresh: bool, ids: tuple[str, ...]) -> None:
    """Write skeletons for IDS, or renew the references of all records."""
    folder = out or catalogue_folder() / "records"
    found: dict[tuple[str, str], RawDocument] = {}
    for path in source_files(sources):
        found |= {(path.name, document.local_id or slug(path)): document for document in read_source(path)}
    if refresh:
        for record in load(folder.parent).values():
            document = found.get((record.origin.document, record.doc_id)) or alone(found, record.origin.document)
            if document:
                path = folder / record.file
                text = path.read_text(encoding="utf-8")
                path.write_text(_LINES.sub(references(document), text, count=1), encoding="utf-8", newline="\n")
        return
    by_id = {local_id: document for (_, local_id), document in found.items()}
    for doc_id in ids:
        if doc_id not in by_id:
            raise UsageError("upkeep.skeleton.source", id=doc_id)
        path = folder / f"{doc_id}.md"
        if path.exists():
            raise UsageError("upkeep.skeleton.exists", file=path.name)
        path.write_text(skeleton(doc_id, by_id[doc_id]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    try:
        main()
    except TiltakError as error:
        sys.exit(f"new_record: {error.line()}")
