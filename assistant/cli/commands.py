"""What each sub-command does; every function returns the exit status."""

from __future__ import annotations

import datetime
import json
import shutil
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.answer.types import Answer
    from assistant.index.manifest import Fitted
    from assistant.messages import Language

TAG = "tiltak"


@dataclass(frozen=True, slots=True)
class Wish:
    """How a question is to be answered: as `Assistant.ask` takes it, filters as NAME=VALUE."""

    filters: tuple[str, ...] = ()
    k: int = 5
    language: Language = "nb"
    expand: bool = True
    strict: bool = False


def ask(folder: Path, question: str, wish: Wish, form: str, marks: bool = True) -> int:
    """Answer one question: 0 answered, 1 nothing found."""
    from assistant.engine import Assistant, anonymous

    question = unicodedata.normalize("NFC", question)
    filters = parse_filters(wish.filters)
    answer = Assistant.open(folder).ask(
        question, filters, wish.k, wish.language, expand=wish.expand, strict=wish.strict
    )
    return put(answer, form, marks, anonymous(question) != question)


def similar(folder: Path, plan: str, filters: Sequence[str], k: int, form: str, language: Language, marks: bool) -> int:
    """The tiltak most like a project plan in a file or on stdin: 0 found, 1 none.

    Raises:
        UsageError: The plan cannot be read, or holds a national identity number.
    """
    from assistant import plans
    from assistant.engine import Assistant, anonymous
    from assistant.text.privacy import find_in_question

    text = plans.read(plan)
    if any(finding.kind == "national_id" for finding in find_in_question(text)):
        raise UsageError("error.question.personal.plan")
    answer = Assistant.open(folder).similar(text, parse_filters(filters), k, language)
    return put(answer, form, marks, anonymous(text) != text)


def compare(folder: Path, doc_ids: Sequence[str], form: str, language: Language, marks: bool) -> int:
    """Two to five documents side by side."""
    from assistant.engine import Assistant

    return put(Assistant.open(folder).compare(doc_ids, language), form, marks)


def put(answer: Answer, form: str, marks: bool = True, masked: bool = False) -> int:
    """Print an answer in a form (text, json, markdown, csv): 0 answered, 1 nothing found.

    Args:
        masked: Whether personal data was taken away. The notes of an answer say so, and CSV has none.
    """
    from assistant.answer import render

    today = datetime.date.today().isoformat()
    if form == "json":
        click.echo(json.dumps(render.as_json(answer, today), ensure_ascii=False, indent=1))
    elif form == "markdown":
        click.echo(render.as_markdown(answer, today), nl=False)
    elif form == "csv":
        if masked:
            click.echo("tiltak: personopplysninger er tatt bort før søket", err=True)
        # The writer ends its lines itself; the terminal must not add to them.
        sys.stdout.flush()
        sys.stdout.buffer.write(render.as_csv(answer, today).encode("utf-8"))
    else:
        click.echo(render.as_text(answer, terminal_width(), marks), nl=False)
    return 0 if answer.answered else 1


def check_answers(folder: Path, files: Sequence[Path], language: Language) -> int:
    """Check saved answers against the index: 0 where every quote still stands, 2 with a line for each that does not.

    Raises:
        UsageError: A file cannot be read or is no saved answer.
    """
    from assistant.answer import pack
    from assistant.index.store import open_index

    index = open_index(folder)
    failed = checked = 0
    for path in files:
        try:
            data = json.loads(path.read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise UsageError("error.read", path=path, reason=error) from error
        except ValueError as error:
            raise UsageError("error.answer.json", name=path.name) from error
        problems = pack.check(data, index)
        checked += len(data["citations"])
        failed += len(problems)
        for problem in problems:
            click.echo(f"tiltak: {path.name}: {problem.line(language)}", err=True)
    if failed:
        return 2
    stand = "alle står ordrett" if checked else "svarene siterer ingenting"
    click.echo(f"{checked} sitater etterprøvd mot indeksen fra {index.manifest.built}: {stand}.")
    return 0


def terminal_width() -> int:
    """Columns of the terminal, between 40 and 110: longer lines are hard to read."""
    return min(max(shutil.get_terminal_size((100, 24)).columns, 40), 110)


def parse_filters(given: Sequence[str]) -> list[tuple[str, str]]:
    """(name, value) of each NAME=VALUE.

    Raises:
        UsageError: One has no name or no value.
    """
    found = []
    for text in given:
        name, sign, value = unicodedata.normalize("NFC", text).partition("=")
        if not sign or not name.strip() or not value.strip():
            raise UsageError("error.filter.pair", text=text)
        found.append((name.strip(), value.strip()))
    return found


def search(folder: Path, queries: Path, run_file: Path, k: int) -> int:
    """Answer a file of queries with a TREC run; a query that would be refused gets no lines."""
    from assistant.engine import Assistant

    rows = read_queries(queries)
    assistant = Assistant.open(folder)
    lines = []
    unanswered = 0
    for query_id, text in rows:
        found = assistant.run(text, k)
        unanswered += not found
        lines += [f"{query_id} Q0 {doc_id} {rank} {score:.6f} {TAG}\n" for rank, (doc_id, score) in enumerate(found, 1)]
    # Written at the end, so a failure leaves no half a run behind.
    run_file.write_text("".join(lines), encoding="utf-8", newline="\n")
    click.echo(f"{len(rows)} spørsmål, {unanswered} uten svar, {len(lines)} treff i {run_file}", err=True)
    return 0


def read_queries(path: Path) -> list[tuple[str, str]]:
    """(id, query) of a TSV file with a header line; the last column is the query.

    Raises:
        UsageError: The file is no such table, or an id is missing, has a space in it or stands there twice.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # any other line separator belongs to a query
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("error.queries", path=path) from error
    rows: dict[str, str] = {}
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = line.split("\t")
        query_id = cells[0].strip()
        if len(cells) < 2 or not query_id:
            raise UsageError("error.queries.line", name=path.name, number=number)
        # A run's columns are apart by spaces, the lines of a query together.
        if len(query_id.split()) > 1 or query_id in rows:
            raise UsageError("error.queries.id", name=path.name, number=number, id=query_id)
        rows[query_id] = cells[-1]
    if not rows:
        raise UsageError("error.queries.none", name=path.name)
    return list(rows.items())


def repair() -> int:
    """Lines on stdin repaired to stdout, as many as came."""
    from assistant import catalogue
    from assistant.importer import names
    from assistant.paths import catalogue_folder
    from assistant.text.repair import Repairer
    from assistant.vocabulary import Vocabulary

    lines = unicodedata.normalize("NFC", sys.stdin.read()).replace("\r\n", "\n").split("\n")
    ended = lines[-1] == ""
    lines = lines[:-1] if ended else lines
    home = catalogue_folder()
    terms = [*Vocabulary.load(home).terms(), *names(catalogue.load(home).values())]
    repaired = Repairer(terms).repair(lines) if lines else []
    sys.stdout.write("\n".join(line.text for line in repaired) + ("\n" if ended and lines else ""))
    return 0


def show(folder: Path, doc_id: str, raw: bool) -> int:
    """One document, whole."""
    from assistant.cli import showing
    from assistant.engine import Assistant

    assistant = Assistant.open(folder)
    document = assistant.document(doc_id)
    click.echo(showing.raw(document) if raw else showing.whole(document, terminal_width()), nl=False)
    return 0


def status(folder: Path) -> int:
    """What the index holds."""
    from assistant.index import manifest as manifests
    from assistant.index.store import recover

    recover(folder)
    m = manifests.read(folder)
    rows = [
        ("Indeks", str(folder)),
        ("Bygd", f"{m.built} av tiltak {m.project}"),
        ("Dokumenter", f"{m.documents}: {m.tiltak} tiltak, {m.evaluations} evalueringer"),
        ("Avsnitt", str(m.passages)),
        ("Modell", f"{m.model.name}, {m.model.dimension} dimensjoner"),
        ("Vekter", ", ".join(f"{name} {weight:g}" for name, weight in m.weights.items())),
        *_fitted(m.fitted),
        ("Katalog", m.catalogue[:12]),
        ("Personopplysninger skjult", hidden(m.masked) or "ingen"),
        ("Uleselige linjer utelatt", str(m.left_out)),
    ]
    rows += [("Kilde", f"{s.path} ({s.size} byte, sha256 {s.sha256[:12]})") for s in m.sources]
    if not m.sources:
        rows.append(("Kilde", "bare katalogen"))
    rows += [("Ikke kjent igjen", f"{name}: lest som løpende tekst") for name in m.unrecognised]
    if m.summaries is not None:
        rows.append(
            ("Sitert fra sammendrag", f"{m.summaries} dokumenter; {m.documents - m.summaries} fra rapporten selv")
        )
    for name, value in rows:
        click.echo(f"{name:<26} {value}")
    return 0


def hidden(masked: Mapping[str, int]) -> str:
    """How much personal data of each kind was masked."""
    from assistant.text.privacy import MASKS

    names = {str(kind): mask.strip("[]") for kind, mask in MASKS.items()}
    return ", ".join(f"{count} {names.get(kind, kind)}" for kind, count in sorted(masked.items()))


def _fitted(fitted: Fitted | None) -> list[tuple[str, str]]:
    if fitted is None:
        return [("Vektene er", "standardvekter: for få bedømte spørsmål gjelder disse dokumentene")]
    alone = ", ".join(f"{name} {value:.3f}" for name, value in fitted.alone.items())
    return [
        ("Vektene er", f"tilpasset {fitted.queries} bedømte spørsmål; nDCG@10 kryssvalidert {fitted.fused:.3f}"),
        ("Hver arm alene, nDCG@10", alone),
    ]


def verify(folder: Path, sources: Sequence[Path], language: Language) -> int:
    """Check everything; 0 where all is well, 2 with a line for each failure."""
    from assistant.index.verify import verify as check

    failures, checked = check(folder, sources)
    for failure in failures:
        click.echo(f"tiltak: {failure.line(language)}", err=True)
    if failures:
        return 2
    click.echo(checked)
    return 0
