"""What each part of the retrieval brings: one index, one part at a time switched off, as a Markdown table.

    python scripts/ablation.py [--queries FILE --qrels FILE] [--index DIR]

nDCG@10 of the fusion over the answerable queries of each origin, the difference to all parts together, and p of the
paired randomisation test. Nothing is built or fitted again: the other arms share the weight of one taken away.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import _bootstrap  # noqa: F401
import click
import numpy as np
from evaluate import DEPTH, NDCG, judgments, per_query, significance

from assistant.concepts import ConceptMatcher
from assistant.engine import Assistant
from assistant.errors import TiltakError
from assistant.index import likeness, search
from assistant.index.ideas import Ideas
from assistant.index.search import Retriever
from assistant.judged import Judged
from assistant.paths import index_folder
from assistant.question import conditions, reading
from assistant.question.reading import Reader
from assistant.text.analyzer import Analyzer

Switch = Callable[[], AbstractContextManager[Any]]
EVERYTHING = "everything"


def _instead(home: Any, name: str, new: Any) -> Switch:
    return lambda: patch.object(home, name, new)


def _others(part: str) -> dict[str, float]:
    """The parts of a document's score but one, scaled to the sum 1 like all of them together."""
    rest = {name: share for name, share in search.PARTS.items() if name != part}
    return {name: share / sum(rest.values()) for name, share in rest.items()}


def switches() -> dict[str, Switch]:
    """Name -> what switches a part of the reading or of the ranking off, besides the arms."""
    names = {"heads": "heads", "wholes": "whole texts", "best": "best passages"}
    parts = {f"without {names[part]}": _instead(search, "PARTS", _others(part)) for part in search.PARTS}
    return {
        **parts,
        "without spelling help": _instead(Reader, "_corrected", lambda _, text: (text, ())),
        "without filters read from the question": _instead(
            conditions, "read", lambda text, given, _: (list(given), text)
        ),
        "without the preference by age": _instead(
            Reader, "preference", lambda self, _: np.zeros(len(self.allowed(())), dtype=np.float32)
        ),
        "without loose matching of phrases": _instead(ConceptMatcher, "_loosely", lambda *_: ()),
        "without likeness to the best": _instead(likeness, "SHARE", 0.0),
        "without near concepts": _instead(Ideas, "near", lambda _, __, concept: {concept: 1.0}),
        "without parts of compounds in questions": _instead(Analyzer, "parts", lambda *_: ()),
        "without less weight for general words": _instead(reading, "GENERAL_WEIGHT", 1.0),
    }


def measure(assistant: Assistant, queries: Sequence[Judged], weights: Mapping[str, float]) -> dict[str, float]:
    """nDCG@10 of each answerable query."""
    # A reader of its own: what one has read and kept must not outlive a switch.
    reader, retriever = Reader(assistant.index), Retriever(assistant.index, weights)
    run = {}
    for query in queries:
        read = reader.read(query.text)
        scores, allowed = retriever.score(read.query), reader.allowed(read.filters)
        hits = retriever.rank(scores, allowed, retriever.liked(scores, reader.preference(read)), DEPTH)
        run[query.query_id] = {hit.doc_id: hit.score for hit in hits}
    return per_query(run, queries)[str(NDCG)]


def table(assistant: Assistant, queries: Sequence[Judged]) -> str:
    """The rows of the table, the most needed part first."""
    weights = {arm: weight for arm, weight in assistant.index.manifest.weights.items() if weight > 0}
    values = {EVERYTHING: measure(assistant, queries, weights)}
    for arm in weights:
        values[f"without the arm {arm}"] = measure(assistant, queries, {a: w for a, w in weights.items() if a != arm})
    for name, switch in switches().items():
        with switch():
            values[name] = measure(assistant, queries, weights)
    origins = list(dict.fromkeys(q.origin for q in queries))
    ids = {origin: [q.query_id for q in queries if q.origin == origin] for origin in origins}

    def mean(name: str, origin: str) -> float:
        return float(np.mean([values[name][i] for i in ids[origin]]))

    def cells(name: str, origin: str) -> str:
        value, whole = mean(name, origin), mean(EVERYTHING, origin)
        if name == EVERYTHING:
            return f" {value:.3f} | | |"
        own = [{i: values[n][i] for i in ids[origin]} for n in (name, EVERYTHING)]
        return f" {value:.3f} | {value - whole:+.3f} | {significance(*own):.3f} |"

    lines = ["|" + "".join(f" | {origin or NDCG} ({len(ids[origin])}) | ± | p" for origin in origins) + " |"]
    lines.append("|---" * (1 + 3 * len(origins)) + "|")
    harm = {name: sum(mean(name, o) * len(ids[o]) for o in origins) for name in values}
    for name in sorted(values, key=lambda n: (n != EVERYTHING, harm[n])):
        lines.append(f"| {name} |" + "".join(cells(name, origin) for origin in origins))
    return "\n".join(lines)


@click.command()
@click.option("--queries", type=click.Path(path_type=Path), help="TSV; default: the catalogue's own.")
@click.option("--qrels", type=click.Path(path_type=Path), help="TREC qrels of those queries.")
@click.option("--index", type=click.Path(path_type=Path))
def main(queries: Path | None, qrels: Path | None, index: Path | None) -> None:
    """Print the table of an index."""
    try:
        answerable = [q for q in judgments(queries, qrels) if q.answerable]
        click.echo(table(Assistant.open(index_folder(index)), answerable))
    except TiltakError as error:
        click.echo(f"ablation: {error.line()}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
