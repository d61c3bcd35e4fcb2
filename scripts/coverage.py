"""What the catalogue covers: records per county, target group, method and theme, as Markdown.

python scripts/coverage.py [--write]
"""

from __future__ import annotations

from collections import Counter

import _bootstrap
import click

from assistant import catalogue
from assistant.paths import catalogue_folder
from assistant.vocabulary import Vocabulary

OUT = _bootstrap.ROOT / "docs" / "coverage.md"
SHOWN = {"target_group": "Målgrupper", "method": "Metoder", "life_area": "Livsområder", "theme": "Temaer"}
LEAST = 3  # records a concept must have to be listed


def table() -> str:
    """The whole page."""
    home = catalogue_folder()
    records = catalogue.load(home).values()
    labels = Vocabulary.load(home).labels()
    tiltak = [record for record in records if record.kind == "tiltak"]
    lines = ["# Hva katalogen dekker", "", f"{len(tiltak)} tiltak og {len(records) - len(tiltak)} evalueringer."]
    counties = Counter(record.county for record in tiltak)
    lines += ["", "## Fylker (2022)", "", "| fylke | tiltak |", "|---|---|"]
    lines += [f"| {county} | {count} |" for county, count in sorted(counties.items(), key=lambda c: (-c[1], c[0]))]
    for facet, heading in SHOWN.items():
        found = Counter(value for record in records for value in record.facets.get(facet, ()))
        shown = [(labels[value], count) for value, count in found.items() if count >= LEAST]
        rare = sum(count < LEAST for count in found.values())
        lines += ["", f"## {heading}", "", "| begrep | dokumenter |", "|---|---|"]
        lines += [f"| {label} | {count} |" for label, count in sorted(shown, key=lambda s: (-s[1], s[0]))]
        lines += ["", f"{rare} begreper til har færre enn {LEAST} dokumenter."] if rare else []
    return "\n".join(lines) + "\n"


@click.command()
@click.option("--write", is_flag=True, help="Write docs/coverage.md.")
def main(write: bool) -> None:
    """Print the table, or write it."""
    if write:
        OUT.write_text(table(), encoding="utf-8", newline="\n")
    else:
        click.echo(table(), nl=False)


if __name__ == "__main__":
    main()
