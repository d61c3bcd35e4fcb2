"""Measure retrieval on judged queries: every arm alone, the fusion, and the fusion without each arm, by kind of query.

    python scripts/evaluate.py [--queries FILE --qrels FILE] [--origin own|given] [--index DIR] [--json | --markdown]

Without files the catalogue's own judged queries are measured: the weights were fitted on them, and the line of the
fit says what they are worth on queries not seen. The queries are TSV (header line; query_id, kind, …, query), the
judgments TREC qrels with grades 0–2. Queries of kind `none` have no answer: for them only refusals count, and they
stay out of the averages. p is that of a paired randomisation test of nDCG@10 against the fusion (two-sided, 10,000
sign flips, seeded).
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import _bootstrap  # noqa: F401
import click
import ir_measures
import numpy as np
from ir_measures import RR, P, R, nDCG

from assistant import judged
from assistant.engine import Assistant
from assistant.errors import TiltakError, UsageError
from assistant.index.search import Retriever
from assistant.judged import Judged
from assistant.paths import catalogue_folder, index_folder

NDCG = nDCG @ 10
MEASURES = (NDCG, R(rel=2) @ 20, RR, P @ 5)
DEPTH = 100
FLIPS = 10_000
ALL = "alle"  # the row of all kinds
FUSION, ANSWERS = "fusjon", "svar"
Run = Mapping[str, Mapping[str, float]]


def runs(assistant: Assistant, queries: Sequence[Judged]) -> dict[str, Run]:
    """A run for each arm alone, the fusion, the fusion without each arm, and what users get (`svar`), with refusals."""
    weights = assistant.index.manifest.weights
    variants = {arm: {arm: 1.0} for arm in weights} | {FUSION: dict(weights)}
    for arm in weights:
        if rest := {name: weight for name, weight in weights.items() if name != arm and weight > 0}:
            variants[without(arm)] = rest
    all_arms = Retriever(assistant.index, dict.fromkeys(weights, 1.0))
    made: dict[str, dict[str, dict[str, float]]] = {name: {} for name in (*variants, ANSWERS)}
    for query in queries:
        reading = assistant.reader.read(query.text)
        arms = all_arms.arms(reading.query)
        allowed, preferred = assistant.reader.allowed(reading.filters), assistant.reader.preference(reading)
        for name, chosen in variants.items():
            retriever = Retriever(assistant.index, chosen)
            scores = retriever.fuse(arms)
            # An arm alone is what it is; the fusion is what ranks, with what likeness adds.
            boost = preferred if len(chosen) == 1 else retriever.liked(scores, preferred)
            hits = retriever.rank(scores, allowed, boost, DEPTH)
            made[name][query.query_id] = {hit.doc_id: hit.score for hit in hits}
        made[ANSWERS][query.query_id] = dict(assistant.run(query.text, DEPTH))
    return dict(made)


def without(arm: str) -> str:
    """The name of the run of all arms but one."""
    return f"uten {arm}"


def per_query(run: Run, queries: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """Measure name -> id of each answerable query -> value; a query without a run line counts 0."""
    qrels = [ir_measures.Qrel(q.query_id, doc_id, grade) for q in queries for doc_id, grade in q.grades.items()]
    found: dict[str, dict[str, float]] = defaultdict(lambda: {q.query_id: 0.0 for q in queries if q.answerable})
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


def evaluate(assistant: Assistant, queries: Sequence[Judged]) -> dict[str, Any]:
    """All numbers: arms -> run -> kind («alle» for all) -> measure -> mean; refusals; p against the fusion.

    Raises:
        UsageError: No query has an answer.
    """
    answerable = [q for q in queries if q.answerable]
    if not answerable:
        raise UsageError("upkeep.measure.answerable")
    made = runs(assistant, queries)
    values = {name: per_query(run, queries) for name, run in made.items()}
    kinds = [ALL, *sorted({q.kind for q in answerable})]
    table = {
        name: {
            kind: {
                measure: float(np.mean([v[q.query_id] for q in answerable if kind in (ALL, q.kind)]))
                for measure, v in by_measure.items()
            }
            for kind in kinds
        }
        for name, by_measure in values.items()
    }
    main = values[FUSION][str(NDCG)]
    none = [q for q in queries if not q.answerable]
    fitted = assistant.index.manifest.fitted
    return {
        "arms": table,
        "p": {name: significance(v[str(NDCG)], main) for name, v in values.items() if name != FUSION},
        "weights": dict(assistant.index.manifest.weights),
        "fitted": asdict(fitted) if fitted else None,
        "refused": {
            "unanswerable": sum(not made[ANSWERS][q.query_id] for q in none),
            "of": len(none),
            "answerable": sum(not made[ANSWERS][q.query_id] for q in answerable),
            "of_answerable": len(answerable),
        },
    }


def _print(result: Mapping[str, Any]) -> None:
    names = [str(m) for m in MEASURES]
    for run in (*result["weights"], FUSION, ANSWERS):
        p = result["p"].get(run)
        click.echo(f"\n{run}" + (f"  (p = {p:.3f} mot fusjonen)" if p is not None else ""))
        click.echo(f"  {'':<12}" + "".join(f"{name:>14}" for name in names))
        for kind, values in result["arms"][run].items():
            click.echo(f"  {kind:<12}" + "".join(f"{values[name]:>14.4f}" for name in names))
    overall = {run: by_kind[ALL][str(NDCG)] for run, by_kind in result["arms"].items()}
    click.echo(f"\nHva hver arm bringer, {NDCG}")
    click.echo(f"  {'':<12}{'vekt':>8}{'alene':>10}{'uten den':>10}{'den bringer':>13}{'p':>8}")
    for arm, weight in result["weights"].items():
        row = f"  {arm:<12}{weight:>8.2f}{overall[arm]:>10.4f}"
        if (other := without(arm)) in overall:
            row += f"{overall[other]:>10.4f}{overall[FUSION] - overall[other]:>+13.4f}{result['p'][other]:>8.3f}"
        click.echo(row)
    if fit := result["fitted"]:
        click.echo(f"\nVektene er tilpasset {fit['queries']} bedømte spørsmål, kryssvalidert {NDCG} {fit['fused']:.4f}")
    r = result["refused"]
    click.echo(
        f"\nAvvist: {r['unanswerable']} av {r['of']} uten svar, {r['answerable']} av {r['of_answerable']} med svar"
    )


def markdown(result: Mapping[str, Any]) -> str:
    """The table of docs/evaluation.md: every run over all kinds, what each arm brings, the fusion by kind."""
    names = [str(m) for m in MEASURES]

    def row(run: str) -> str:
        values = result["arms"][run][ALL]
        cells = [run, *(f"{values[name]:.3f}" for name in names), _p(result["p"].get(run))]
        other = without(run)
        if other in result["arms"]:
            gain = result["arms"][FUSION][ALL][names[0]] - result["arms"][other][ALL][names[0]]
            cells += [f"{gain:+.3f}", _p(result["p"][other])]
        else:
            cells += ["", ""]
        return f"| {' | '.join(cells)} |"

    head = (
        f"| run | {' | '.join(names)} | p against the fusion | brings to the mix | p |\n"
        + "|---" * (len(names) + 4)
        + "|"
    )
    kinds = " · ".join(
        f"{kind} {values[names[0]]:.2f} / {values[names[1]]:.2f}"
        for kind, values in result["arms"][FUSION].items()
        if kind != ALL
    )
    rows = [row(run) for run in (*result["weights"], FUSION, ANSWERS)]
    return "\n".join([head, *rows, "", f"The fusion by kind ({names[0]} / {names[1]}): {kinds}"])


def _p(value: float | None) -> str:
    return "" if value is None else "< 0.001" if value < 0.001 else f"{value:.3f}"


def judgments(queries: Path | None, qrels: Path | None, origin: str = "") -> list[Judged]:
    """The judged queries of two files, or of the catalogue where none are named; those of one origin only.

    Raises:
        UsageError: A file is damaged, one of the two is missing, or nothing is left.
    """
    if (queries is None) != (qrels is None):
        raise UsageError("upkeep.measure.both")
    found = judged.read(queries, qrels) if queries and qrels else judged.load(catalogue_folder())
    chosen = [q for q in found if origin in ("", q.origin)]
    if not chosen:
        raise UsageError("upkeep.measure.none")
    return chosen


def judged_options(command: Any) -> Any:
    """The options of every script that measures on judged queries."""
    for option in (
        click.option("--queries", type=click.Path(path_type=Path), help="TSV; default: the catalogue's own."),
        click.option("--qrels", type=click.Path(path_type=Path), help="TREC qrels of those queries."),
        click.option("--origin", default="", help="Only queries of this origin: own or given."),
        click.option("--index", type=click.Path(path_type=Path)),
    ):
        command = option(command)
    return command


@click.command()
@judged_options
@click.option("--json", "form", flag_value="json", help="All numbers.")
@click.option("--markdown", "form", flag_value="markdown", help="The tables of docs/evaluation.md.")
def main(queries: Path | None, qrels: Path | None, origin: str, index: Path | None, form: str | None) -> None:
    """Measure an index on judged queries."""
    try:
        chosen = judgments(queries, qrels, origin)
        result = evaluate(Assistant.open(index_folder(index)), chosen)
    except TiltakError as error:
        click.echo(f"evaluate: {error.line()}", err=True)
        sys.exit(2)
    if form == "json":
        click.echo(json.dumps(result, ensure_ascii=False, indent=1))
    elif form == "markdown":
        click.echo(markdown(result))
    else:
        _print(result)


if __name__ == "__main__":
    main()
