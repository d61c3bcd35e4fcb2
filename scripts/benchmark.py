"""Speed and size beside peers, all measured in this one run: the ratios are what counts, not the seconds.

    python scripts/benchmark.py [--queries FILE] [--index DIR] [--turns N]

Peers: rank_bm25 scoring the same passages, SQLite's FTS5 over the same texts (both lexical only), and
`python -c "import textual.app"` for the start of the program. The app is started in a terminal of its own (a pty;
not on Windows), with no settings and nothing kept: its first frame, and its first answer to a question pasted as
soon as the frame is there. All starts take turns, so that whatever else the machine does meets each of them alike.
Then a long conversation in a terminal: how long it takes till what a key leads to has been drawn, late beside early.
"""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path

import _bootstrap
import click
import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from assistant import judged
from assistant.cli.commands import read_queries
from assistant.engine import Assistant
from assistant.errors import TiltakError
from assistant.messages import say
from assistant.paths import catalogue_folder, index_folder

ROUNDS = 5
STARTS = 5
EARLY = 5  # questions after which a conversation is still short
SIZES = ((120, 40), (200, 60))  # columns and lines of the long conversation
TEXTUAL = "import textual.app"
QUESTION = "Hva har hjulpet unge med psykiske plager?"  # the first one asked of the app


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


def starts(folder: Path, question: str) -> dict[str, list[float]]:
    """Seconds of each start, round by round after a round that leaves compiled files behind."""
    times: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as home:
        environment = user_environment(Path(home))
        for _ in range(STARTS + 1):
            for name, arguments in {
                TEXTUAL: ("-c", "import textual.app"),
                "tiltak --help": ("-m", "assistant", "--help"),
                "tiltak ask (ny prosess)": ("-m", "assistant", "ask", question, "--index", str(folder)),
            }.items():
                start = time.perf_counter()
                subprocess.run([sys.executable, *arguments], capture_output=True, check=False, env=environment)
                times[name].append(time.perf_counter() - start)
            if sys.platform != "win32":
                from _terminal import ENTER, Terminal, pasted

                with Terminal(app(folder), environment) as terminal:
                    times["appen: første bilde"].append(terminal.until(say("nb", "prompt.title")))
                    terminal.send(pasted(question) + ENTER)
                    times["appen: første svar"].append(terminal.until("[1]  «"))
    return {name: seconds[1:] for name, seconds in times.items()}


def user_environment(home: Path) -> Mapping[str, str]:
    """What a user's shell would say: compiled files are kept, colours are on; no settings, no history."""
    mine = {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR", "COLUMNS", "LINES")}
    return mine | {
        "PYTHONPATH": str(_bootstrap.ROOT),
        "TERM": "xterm-256color",
        "TILTAK_SETTINGS": str(home / "settings.toml"),
        "TILTAK_DATA": str(home),
    }


def app(folder: Path) -> tuple[str, ...]:
    """The command that starts the app on an index."""
    return sys.executable, "-m", "assistant", "--index", str(folder)


def long_talk(folder: Path, questions: Sequence[str], size: tuple[int, int]) -> dict[str, list[list[float]]]:
    """Seconds till what some keys lead to is drawn, after some and after the last question of a conversation."""
    from _terminal import BACKSPACE, CLEAR_LINE, ENTER, ESCAPE, PAGE_UP, TAB, UP, Terminal, pasted

    keys: dict[str, list[list[float]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as home, Terminal(app(folder), user_environment(Path(home)), *size) as terminal:
        terminal.until(say("nb", "prompt.title"))
        asked = [terminal.after(pasted(question) + ENTER) for question in questions[:EARLY]]
        for last in (False, True):
            if last:
                asked += [terminal.after(pasted(question) + ENTER) for question in questions[EARLY:]]
            keys["en bokstav"].append([terminal.after(letter) for letter in "erfaring"])
            terminal.after(BACKSPACE * len("erfaring"))
            terminal.after(TAB)
            keys["til forrige sitat"].append([terminal.after(UP) for _ in range(20 if last else 2)])
            terminal.after(ESCAPE)
            keys["en side opp"].append([terminal.after(PAGE_UP) for _ in range(10 if last else 2)])
            keys["10 000 tegn limt inn"].append([terminal.after(pasted("gjeld og jobb " * 714))])
            terminal.after(CLEAR_LINE)
        keys["et spørsmål"] = [asked[1:11], asked[-10:]]
    return keys


def row(name: str, value: str, ratio: float | None = None) -> None:
    """One line of the table."""
    click.echo(f"{name:<44} {value:>16}" + (f"   x{ratio:.2f}" if ratio is not None else ""))


@click.command()
@click.option("--queries", type=click.Path(path_type=Path), help="TSV; default: the catalogue's judged queries.")
@click.option("--index", type=click.Path(path_type=Path))
@click.option("--turns", default=200, help="Questions of the long conversation; 0 leaves it out.")
def main(queries: Path | None, index: Path | None, turns: int) -> None:
    """Measure an index on the questions of a TSV file, and the start of each command and of the app in a terminal."""
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
    click.echo(f"\nOppstart, sekunder, beste / median av {STARTS}; forhold mellom medianene til «{TEXTUAL}»")
    measured_starts = starts(folder.resolve(), QUESTION)
    textual = np.median(measured_starts[TEXTUAL])
    for name, seconds in measured_starts.items():
        row(name, f"{min(seconds):.2f} / {np.median(seconds):.2f}", float(np.median(seconds) / textual))
    stored = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    text = sum(len(s.text.encode()) for d in assistant.index.documents for s in d.sections)
    if sys.platform != "win32" and turns:
        for size in SIZES:
            click.echo(
                f"\nAppen i {size[0]}x{size[1]}, ms, median / lengste etter {EARLY} og {turns} spørsmål; forholdet"
            )
            asked = list(islice(cycle(questions), turns))
            for name, (early, late) in long_talk(folder.resolve(), asked, size).items():
                shown = " · ".join(f"{1000 * np.median(t):.0f} / {1000 * max(t):.0f}" for t in (early, late))
                row(name, shown, float(np.median(late) / np.median(early)))
    click.echo("\nStørrelse, MB, forhold til teksten")
    row("teksten", f"{text / 1e6:.2f}", 1.0)
    row("indeksen", f"{stored / 1e6:.2f}", stored / text)


if __name__ == "__main__":
    main()
