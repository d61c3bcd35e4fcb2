"""The judged queries, and the fusion's weights fitted on them: expected values are arithmetic or ir_measures' own."""

from __future__ import annotations

import math
import shutil
from pathlib import Path

import ir_measures
import numpy as np
import pytest
from ir_measures import nDCG

from assistant import catalogue, judged
from assistant.building import build
from assistant.cli.main import run
from assistant.errors import UsageError
from assistant.fitting import ARMS, LEAST, Sample, choose, cross_validated, default, fit, grid
from assistant.index.fusion import WEIGHTS
from assistant.index.likeness import Likeness
from assistant.index.manifest import read
from assistant.index.search import Retriever
from assistant.index.store import open_index
from assistant.judged import Judged
from assistant.paths import catalogue_folder
from assistant.question.reading import Reader

QUERIES = judged.load(catalogue_folder())
ASKED = [
    Judged("s1", "keyword", "språkmentor for flyktninger", "", {"T903": 2}),
    Judged("s2", "keyword", "gjeldsrådgivning på biblioteket", "", {"T902": 2, "E901": 1}),
    Judged("s3", "filter", "unge i Nordland", "", {"T901": 2}),
    Judged("s4", "question", "hvem får jobb med støtte når de er 25 år?", "", {"T901": 1}),
]


def test_judged_queries_are_of_documents_that_there_are() -> None:
    known = catalogue.load(catalogue_folder()).keys()
    assert len({q.query_id for q in QUERIES}) == len(QUERIES) > 200
    assert {q.origin for q in QUERIES} == {"own", "given", "outside"}
    assert all(bool(q.grades) == q.answerable for q in QUERIES)
    assert all(q.grades.keys() <= known and set(q.grades.values()) <= {1, 2} for q in QUERIES)


def test_judged_files_that_are_no_tables(tmp_path: Path) -> None:
    assert judged.load(tmp_path) == ()
    queries, qrels = tmp_path / "queries.tsv", tmp_path / "qrels.txt"
    queries.write_text("query_id\tkind\tquery\na1\tkeyword\tgjeld\n", encoding="utf-8")
    with pytest.raises(UsageError, match="kan ikke lese"):
        judged.read(queries, qrels)
    qrels.write_text("a1 0 T902 2\na1 0 T901 0\n", encoding="utf-8")
    assert judged.read(queries, qrels) == (Judged("a1", "keyword", "gjeld", "", {"T902": 2}),)
    qrels.write_text("a1 T902\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"qrels\.txt, linje 1"):
        judged.read(queries, qrels)


def test_ndcg_is_that_of_ir_measures() -> None:
    random = np.random.default_rng(5)
    arms = random.random((20, len(ARMS), 30))
    grades = random.integers(0, 3, (20, 30))
    likeness = Likeness(random.random((30, 30)).astype(np.float32))
    found = Sample(arms, np.zeros((20, 30)), np.ones((20, 30), dtype=bool), grades, likeness).ndcg(default())
    totals = np.einsum("qad,a->qd", arms, default())
    totals += likeness.lift(totals)
    qrels = [ir_measures.Qrel(str(q), str(d), int(g)) for q, row in enumerate(grades) for d, g in enumerate(row)]
    scored = {str(q): {str(d): float(s) for d, s in enumerate(row)} for q, row in enumerate(totals)}
    theirs = {m.query_id: m.value for m in ir_measures.iter_calc([nDCG @ 10], qrels, scored)}
    np.testing.assert_allclose(found, [theirs[str(q)] for q in range(20)], atol=1e-9)


def test_what_is_fitted_is_what_ranks(small_index: Path) -> None:
    index = open_index(small_index)
    sample = Sample.of(index, ASKED)
    weights = np.arange(1, len(ARMS) + 1) / np.arange(1, len(ARMS) + 1).sum()
    fused = np.einsum("qad,a->qd", sample.arms, weights) + sample.extra
    fused = np.where(sample.allowed, fused + sample.likeness.lift(fused), -np.inf)
    reader, retriever = Reader(index), Retriever(index, dict(zip(ARMS, weights, strict=True)))
    for number, query in enumerate(ASKED):
        reading = reader.read(query.text)
        allowed, scores = reader.allowed(reading.filters), retriever.score(reading.query)
        hits = retriever.rank(scores, allowed, retriever.liked(scores, reader.preference(reading)))
        assert [h.doc_id for h in hits] == [
            index.documents[d].doc_id for d in np.argsort(-fused[number], kind="stable")[: allowed.sum()]
        ]
        np.testing.assert_allclose([h.score for h in hits], -np.sort(-fused[number])[: len(hits)], atol=1e-5)
    assert (~sample.allowed[2]).sum() == 3  # only one document is from Nordland


def test_the_grid_is_the_simplex_and_the_default() -> None:
    points = grid(len(ARMS))
    ways = math.comb(10 + len(ARMS) - 1, len(ARMS) - 1)  # to share ten tenths among the arms
    assert points.shape == (1 + len(ARMS) + ways, len(ARMS))
    assert (points[1 : 1 + len(ARMS)] == 0).sum() == len(ARMS)  # without each arm
    np.testing.assert_allclose(points.sum(axis=1), 1)
    assert points[0].tolist() == default().tolist()


def test_the_default_stands_until_the_queries_tell_against_it() -> None:
    candidates = grid(len(ARMS))
    assert choose(candidates, np.full((len(candidates), 40), 0.5)) == 0
    lucky = int(np.flatnonzero((candidates > 0).all(axis=1))[-1])
    noise = np.random.default_rng(1).normal(0.5, 0.2, (1, 40)).repeat(len(candidates), axis=0)
    noise[lucky, :2] += (0.1, -0.05)  # better on the whole, by one lucky query
    assert choose(candidates, noise) == 0


def test_an_arm_that_harms_falls_to_nothing() -> None:
    candidates = grid(len(ARMS))
    place = ARMS.index("dense")
    random = np.random.default_rng(2)
    values = 0.9 - candidates[:, [place]] + random.normal(0, 0.02, (1, 60))
    assert candidates[choose(candidates, values)][place] == 0
    assert cross_validated(candidates, values) == pytest.approx(values[candidates[:, place] == 0][0].mean())


def test_too_few_queries_leave_the_default(small_index: Path) -> None:
    assert fit(open_index(small_index), ASKED) is None
    assert fit(open_index(small_index), [q for q in QUERIES if q.answerable]) is None  # of other documents
    assert read(small_index).fitted is None
    assert read(small_index).weights == WEIGHTS


def test_a_build_fits_and_status_says_so(
    small_catalogue: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "katalog"
    shutil.copytree(small_catalogue, home)
    (home / judged.FOLDER).mkdir()
    rows = [(f"{q.query_id}-{n}", q) for n in range(LEAST) for q in ASKED]
    (home / judged.FOLDER / judged.QUERIES).write_text(
        "query_id\tkind\tquery\n" + "".join(f"{name}\t{q.kind}\t{q.text}\n" for name, q in rows), encoding="utf-8"
    )
    (home / judged.FOLDER / judged.QRELS).write_text(
        "".join(f"{name} 0 {doc_id} {grade}\n" for name, q in rows for doc_id, grade in q.grades.items()),
        encoding="utf-8",
    )
    manifest = build(tmp_path / "index", [], home)
    assert manifest == read(tmp_path / "index")
    assert manifest.fitted is not None
    assert manifest.fitted.queries == len(rows)
    assert manifest.fitted.fused >= max(manifest.fitted.alone.values()) - 0.01
    assert sum(manifest.weights.values()) == pytest.approx(1, abs=1e-3)
    assert run(["status", "--index", str(tmp_path / "index")]) == 0
    assert f"tilpasset {len(rows)} bedømte spørsmål" in capsys.readouterr().out
