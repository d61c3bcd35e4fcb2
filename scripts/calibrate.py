"""Fit the fusion weights and the evidence on judged queries, and say by cross-validation what they are worth.

    python scripts/calibrate.py --queries FILE --qrels FILE [--index DIR] [--write]

Fusion: every combination of a coarse grid, nDCG@10; the cross-validated figure takes each fold's weights from
the other folds. Evidence: logistic regression of «answerable» on the signals, classes weighed evenly; `partly`
is set so that 3 % of answerable questions fall under it, `answer` so that 15 % do. `--write` writes
assistant/question/calibration.toml; the fusion weights are printed for assistant/index/build.py.
"""

from __future__ import annotations

import itertools
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import astuple, fields
from pathlib import Path

import _bootstrap
import click
import ir_measures
import numpy as np
from evaluate import Judged, read_queries
from ir_measures import nDCG
from numpy.typing import NDArray

from assistant.engine import Assistant
from assistant.errors import TiltakError
from assistant.index import search
from assistant.paths import index_folder
from assistant.question.evidence import Signals, signals

FOLDS = 5
GRID: Mapping[str, Sequence[float]] = {
    "terms": (0.1, 0.2, 0.3), "grams": (0.1, 0.2, 0.3), "dense": (0.0, 0.1, 0.2, 0.3), "concepts": (0.3, 0.5, 0.7),
}  # fmt: skip
LOST_PARTLY, LOST_ANSWER = 0.03, 0.15
OUT = _bootstrap.ROOT / "assistant" / "question" / "calibration.toml"
Values = dict[str, float]


def fuse(assistant: Assistant, queries: Sequence[Judged], qrels: Sequence[ir_measures.Qrel]) -> None:
    """Print the best weights of the grid and their cross-validated nDCG@10."""
    index = assistant.index
    retriever = search.Retriever(index, dict.fromkeys(GRID, 1.0))
    prepared = []
    for query in queries:
        reading = assistant.reader.read(query.text)
        allowed, preferred = assistant.reader.allowed(reading.filters), assistant.reader.preference(reading)
        prepared.append((query.query_id, retriever.arms(reading.query), allowed, preferred))
    found: list[tuple[dict[str, float], Values]] = []
    for values in itertools.product(*GRID.values()):
        weights = dict(zip(GRID, values, strict=True))
        run = {}
        for query_id, arms, allowed, preferred in prepared:
            total = search.combined(index.units, arms, weights) + preferred
            order = np.argsort(-np.where(allowed, total, -np.inf), kind="stable")[:10]
            run[query_id] = {index.documents[i].doc_id: float(total[i]) for i in order if allowed[i]}
        scores = {m.query_id: m.value for m in ir_measures.iter_calc([nDCG @ 10], qrels, run)}
        found.append((weights, scores))
    ids = [q.query_id for q in queries]
    random.Random(13).shuffle(ids)

    def mean(scores: Values, chosen: Sequence[str]) -> float:
        return float(np.mean([scores.get(i, 0.0) for i in chosen]))

    held: list[float] = []
    for fold in range(FOLDS):
        test = ids[fold::FOLDS]
        train = [i for i in ids if i not in test]
        _, scores = max(found, key=lambda f: mean(f[1], train))
        held += [scores.get(i, 0.0) for i in test]
    for weights, scores in sorted(found, key=lambda f: -mean(f[1], ids))[:5]:
        click.echo(f"nDCG@10 {mean(scores, ids):.4f}  {weights}")
    click.echo(f"kryssvalidert nDCG@10 {np.mean(held):.4f}")


def evidence(assistant: Assistant, queries: Sequence[Judged], write: bool) -> None:
    """Fit and print the evidence's coefficients."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    retriever = search.Retriever(assistant.index)
    rows, answerable = [], []
    for query in queries:
        reading = assistant.reader.read(query.text)
        if not reading.words or reading.entitlement or not assistant.reader.allowed(reading.filters).any():
            continue  # decided without the regression
        rows.append(astuple(signals(assistant.index, reading, retriever.score(reading.query))))
        answerable.append(query.kind != "none")
    x: NDArray[np.float64] = np.array(rows)
    y = np.array(answerable)
    model = make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced"))
    held = cross_val_predict(model, x, y, cv=10, method="predict_proba")[:, 1]
    partly, answer = (float(np.quantile(held[y], lost)) for lost in (LOST_PARTLY, LOST_ANSWER))
    click.echo(f"AUROC {roc_auc_score(y, held):.3f} (kryssvalidert, {len(y)} spørsmål, {int((~y).sum())} uten svar)")
    click.echo(f"uten svar avvist: {(held[~y] < partly).mean():.3f}; med svar avvist: {(held[y] < partly).mean():.3f}")
    model.fit(x, y)
    scale, regression = model[0], model[1]
    coefficients = regression.coef_[0] / scale.scale_
    intercept = float(regression.intercept_[0] - (coefficients * scale.mean_).sum())
    lines = ["# Written by scripts/calibrate.py.", "[evidence]", f"intercept = {intercept:.4f}"]
    lines += [f"{f.name} = {c:.4f}" for f, c in zip(fields(Signals), coefficients, strict=True)]
    lines += [f"answer = {answer:.4f}", f"partly = {partly:.4f}"]
    click.echo("\n".join(lines))
    if write:
        OUT.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


@click.command()
@click.option("--queries", required=True, type=click.Path(path_type=Path))
@click.option("--qrels", required=True, type=click.Path(path_type=Path))
@click.option("--index", type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Write assistant/question/calibration.toml.")
def main(queries: Path, qrels: Path, index: Path | None, write: bool) -> None:
    """Fit the weights of an index on judged queries."""
    try:
        judged = read_queries(queries)
        assistant = Assistant.open(index_folder(index))
        fuse(assistant, [q for q in judged if q.kind != "none"], list(ir_measures.read_trec_qrels(str(qrels))))
        evidence(assistant, judged, write)
    except TiltakError as error:
        click.echo(f"calibrate: {error.line()}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
