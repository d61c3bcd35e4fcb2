"""Fit the evidence that a question is answered at all on judged queries, and say by cross-validation what it is worth.

    python scripts/calibrate.py [--queries FILE --qrels FILE] [--origin own|given] [--index DIR] [--write]

Logistic regression of «answerable» on the signals, classes weighed evenly; `partly` is set so that 2.5 % of answerable
questions fall under it, `answer` so that 15 % do. `--write` writes assistant/question/calibration.toml. The fusion
needs no such step: every build fits it (assistant/fitting.py).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import astuple, fields
from pathlib import Path

import _bootstrap
import click
import numpy as np
from evaluate import judged_options, judgments
from numpy.typing import NDArray

from assistant.engine import Assistant
from assistant.errors import TiltakError
from assistant.index.search import Retriever
from assistant.judged import Judged
from assistant.paths import index_folder
from assistant.question.evidence import Signals, signals

LOST_PARTLY, LOST_ANSWER = 0.025, 0.15
OUT = _bootstrap.ROOT / "assistant" / "question" / "calibration.toml"


def evidence(assistant: Assistant, queries: Sequence[Judged], write: bool) -> None:
    """Fit and print the evidence's coefficients."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    retriever = Retriever(assistant.index)
    rows, answerable, settled = [], [], 0
    for query in queries:
        reading = assistant.reader.read(query.text)
        if not reading.words or reading.entitlement or not assistant.reader.allowed(reading.filters).any():
            continue  # decided without the regression
        found = signals(assistant.index, reading, retriever.score(reading.query))
        if found.named:
            settled += query.answerable
            continue
        rows.append(astuple(found))
        answerable.append(query.answerable)
    x: NDArray[np.float64] = np.array(rows)
    y = np.array(answerable)
    model = make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced"))
    held = cross_val_predict(model, x, y, cv=10, method="predict_proba")[:, 1]
    right = np.concatenate([held[y], np.ones(settled)])  # shares are of all answerable questions
    partly, answer = (float(np.quantile(right, lost)) for lost in (LOST_PARTLY, LOST_ANSWER))
    click.echo(f"AUROC {roc_auc_score(y, held):.3f} (kryssvalidert, {len(y)} spørsmål, {int((~y).sum())} uten svar)")
    click.echo(f"uten svar avvist: {(held[~y] < partly).mean():.3f}; med svar avvist: {(right < partly).mean():.3f}")
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
@judged_options
@click.option("--write", is_flag=True, help="Write assistant/question/calibration.toml.")
def main(queries: Path | None, qrels: Path | None, origin: str, index: Path | None, write: bool) -> None:
    """Fit the evidence of an index on judged queries."""
    try:
        evidence(Assistant.open(index_folder(index)), judgments(queries, qrels, origin), write)
    except TiltakError as error:
        click.echo(f"calibrate: {error.line()}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
