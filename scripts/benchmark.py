"""Speed and size beside peers, all measured in this one run: the ratios are what counts, not the seconds.

    python scripts/benchmark.py [--queries FILE] [--index DIR]

Peers: rank_bm25 scoring the same passages, SQLite's FTS5 over the same texts (both lexical only), and
`python -c "import textual.app"` for the start of the program.
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import _bootstrap  # noqa: F401
import click
import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from assistant import judged
from assistant.cli.commands import read_queries
from assistant.engine import Assistant
from assistant.errors import TiltakError
from assistant.paths import catalogue_folder, index_folder

ROUNDS = 5
STARTS = 5


def per_query(ask: Callable[[str], object], questions: Sequence[str]) -> NDArray[np.float64]:
    """Milliseconds of each question, the fastest of several rounds after a warm-up round."""
    for question in questions:
        ask(question)
    times = np.empty((ROUNDS, len(questions)))
    for turn in range(ROUNDS):
        for number, question in enumerate(questions):
            start = time.perf_counter()
            ask(question)
            times[turn, number] = (time.perf_counter() - start) * 1000
    fastest: NDArray[np.float64] = times.min(axis=0)
    return fastest


def sqlite(texts: Sequence[str]) -> Callable[[str], object]:
    """A search over texts by SQLite's FTS5, any word, best 20."""
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE t USING fts5(text)")
    base.executemany("INSERT INTO t VALUES (?)", [(text,) for text in texts])

    def ask(question: str) -> object:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
        return base.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 20", (words,)).fetchall()

    return ask


def start_up(*arguments: str) -> float:
    """Median seconds of a whole Python process."""
    times = []
    for _ in range(STARTS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return float(np.median(times))


def row(name: str, value: str, ratio: float | None = None) -> None:
    """One line of the table."""
    click.echo(f"{name:<44} {value:>16}" + (f"   x{ratio:.2f}" if ratio is not None else ""))


@click.command()
@click.option("--queries", type=click.Path(path_type=Path), help="TSV; default: the catalogue's judged queries.")
@click.option("--index", type=click.Path(path_type=Path))
def main(queries: Path | None, index: Path | None) -> None:
    """Measure an index on the questions of a TSV file."""
    folder = index_folder(index)
    try:
        questions = [text for _, text in read_queries(queries or catalogue_folder() / judged.FOLDER / judged.QUERIES)]
        assistant = Assistant.open(folder)
    except TiltakError as error:
        click.echo(f"benchmark: {error.line()}", err=True)
        sys.exit(2)
    texts = [p.text for p in assistant.index.passages]
    terms = [assistant.index.analyzer.terms(text) for text in texts]
    plain = BM25Okapi(terms)
    measured = {
        "rank_bm25, samme avsnitt": per_query(lambda q: plain.get_scores(assistant.index.analyzer.terms(q)), questions),
        "SQLite FTS5, samme avsnitt": per_query(sqlite(texts), questions),
        "søk, alle armer (run)": per_query(lambda q: assistant.run(q, 20), questions),
        "helt svar (ask)": per_query(lambda q: assistant.ask(q), questions),
    }
    base = np.median(measured["rank_bm25, samme avsnitt"])
    click.echo(
        f"{len(questions)} spørsmål, {len(texts)} avsnitt; ms per spørsmål, beste av {ROUNDS}; forhold til rank_bm25"
    )
    for name, times in measured.items():
        row(name, f"{np.median(times):.2f} / {np.quantile(times, 0.95):.2f}", float(np.median(times) / base))
    click.echo("\nOppstart, sekunder (median), forhold til «import textual.app»")
    textual = start_up("-c", "import textual.app")
    for name, arguments in {
        "import textual.app": ("-c", "import textual.app"),
        "tiltak --help": ("-m", "assistant", "--help"),
        "tiltak ask (ny prosess)": ("-m", "assistant", "ask", questions[0], "--index", str(folder)),
    }.items():
        seconds = start_up(*arguments)
        row(name, f"{seconds:.2f}", seconds / textual)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    text = sum(len(s.text.encode()) for d in assistant.index.documents for s in d.sections)
    click.echo("\nStørrelse, MB, forhold til teksten")
    row("teksten", f"{text / 1e6:.2f}", 1.0)
    row("indeksen", f"{size / 1e6:.2f}", size / text)


if __name__ == "__main__":
    main()
