"""Measure retrieval on judged queries: each arm alone, the fusion, and what users get (refusals included).

    python scripts/evaluate.py --queries FILE --qrels FILE [--index DIR] [--json]

nDCG@10, recall@20 of clearly relevant documents, RR and P@5 by query kind (ir_measures); `p` is that of a
paired randomisation test of nDCG@10 against the fusion (two-sided, 10,000 sign flips, seeded).
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import _bootstrap  # noqa: F401
import click
import ir_measures
import numpy as np
from ir_measures import RR, P, R, nDCG

from assistant.engine import Assistant
from assistant.errors import TiltakError, UsageError
from assistant.index.search import Retriever
from assistant.paths import index_folder

MEASURES = (nDCG @ 10, R(rel=2) @ 20, RR, P @ 5)
DEPTH = 100
FLIPS = 10_000
Run = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged query; `kind` is `none` where nothing in the texts answers it."""

    query_id: str
    kind: str
    text: str


def read_queries(path: Path) -> list[Judged]:
    """The queries of a TSV file: query_id, kind, query.

    Raises:
        UsageError: The file is no such table.
    """
    try:
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:] if line.strip()]
        return [Judged(row[0], row[1], row[-1]) for row in rows]
    except (OSError, UnicodeDecodeError, IndexError) as error:
        raise UsageError(f"kan ikke lese {path}", "Oppgi en TSV-fil med query_id, kind, query.") from error


def runs(assistant: Assistant, queries: Sequence[Judged]) -> dict[str, Run]:
    """A run for each arm alone, for the fusion, and for the whole assistant (`svar`), which may refuse."""
    weights = assistant.index.manifest.weights
    made: dict[str, dict[str, dict[str, float]]] = {}
    for name in (*weights, "fusjon"):
        retriever = Retriever(assistant.index, weights if name == "fusjon" else {name: 1.0})
        made[name] = {}
        for query in queries:
            reading = assistant.reader.read(query.text)
            hits = retriever.rank(
                retriever.score(reading.query),
                assistant.reader.allowed(reading.filters),
                assistant.reader.preference(reading),
                DEPTH,
            )
            made[name][query.query_id] = {hit.doc_id: hit.score for hit in hits}
    made["svar"] = {query.query_id: dict(assistant.run(query.text, DEPTH)) for query in queries}
    return dict(made)


def per_query(run: Run, qrels: Sequence[ir_measures.Qrel]) -> dict[str, dict[str, float]]:
    """Measure name -> query id -> value; a query without a run line counts 0."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for metric in ir_measures.iter_calc(MEASURES, qrels, run):
        found[str(metric.measure)][metric.query_id] = metric.value
    return found


def significance(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """p of a paired randomisation test: how often random signs give a mean difference as large.

    Smucker, Allan & Carterette 2007, «A comparison of statistical significance tests for IR evaluation».
    """
    differences = np.array([first[q] - second[q] for q in sorted(first.keys() & second.keys())])
    signs = np.random.default_rng(13).choice((-1.0, 1.0), size=(FLIPS, len(differences)))
    return float((np.abs((signs * differences).mean(axis=1)) >= abs(differences.mean()) - 1e-12).mean())


def evaluate(assistant: Assistant, queries: Sequence[Judged], qrels: Sequence[ir_measures.Qrel]) -> dict[str, object]:
    """All numbers: arm -> kind («alle» for all) -> measure -> mean; refusals; p against the fusion."""
    answerable = [q for q in queries if q.kind != "none"]
    made = runs(assistant, queries)
    values = {name: per_query(run, qrels) for name, run in made.items()}
    kinds = ["alle", *sorted({q.kind for q in answerable})]
    table = {
        name: {
            kind: {
                measure: float(np.mean([v.get(q.query_id, 0.0) for q in answerable if kind in ("alle", q.kind)]))
                for measure, v in by_measure.items()
            }
            for kind in kinds
        }
        for name, by_measure in values.items()
    }
    main = values["fusjon"][str(MEASURES[0])]
    none = [q for q in queries if q.kind == "none"]
    return {
        "arms": table,
        "p": {name: significance(v[str(MEASURES[0])], main) for name, v in values.items() if name != "fusjon"},
        "refused": {
            "unanswerable": sum(not made["svar"][q.query_id] for q in none),
            "of": len(none),
            "answerable": sum(not made["svar"][q.query_id] for q in answerable),
            "of_answerable": len(answerable),
        },
    }


def _print(result: dict[str, object]) -> None:
    arms = result["arms"]
    assert isinstance(arms, dict)
    names = [str(m) for m in MEASURES]
    for arm, by_kind in arms.items():
        p = result["p"].get(arm)  # type: ignore[attr-defined]
        click.echo(f"\n{arm}" + (f"  (p = {p:.3f} mot fusjonen)" if p is not None else ""))
        click.echo(f"  {'':<12}" + "".join(f"{name:>14}" for name in names))
        for kind, values in by_kind.items():
            click.echo(f"  {kind:<12}" + "".join(f"{values[name]:>14.4f}" for name in names))
    r = result["refused"]
    assert isinstance(r, dict)
    click.echo(
        f"\nAvvist: {r['unanswerable']} av {r['of']} uten svar, {r['answerable']} av {r['of_answerable']} med svar"
    )


@click.command()
@click.option("--queries", required=True, type=click.Path(path_type=Path))
@click.option("--qrels", required=True, type=click.Path(path_type=Path))
@click.option("--index", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
def main(queries: Path, qrels: Path, index: Path | None, as_json: bool) -> None:
    """Measure an index on judged queries."""
    try:
        judged = read_queries(queries)
        if not qrels.is_file():
            raise UsageError(f"kan ikke lese {qrels}", "Oppgi en TREC-fil med dommer.")
        result = evaluate(Assistant.open(index_folder(index)), judged, list(ir_measures.read_trec_qrels(str(qrels))))
    except TiltakError as error:
        click.echo(f"evaluate: {error.line()}", err=True)
        sys.exit(2)
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        _print(result)


if __name__ == "__main__":
    main()
