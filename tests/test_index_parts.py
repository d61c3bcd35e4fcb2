"""BM25, fusion, passages and units: expected values are arithmetic."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi
from wordfreq import zipf_frequency

from assistant.concepts import ConceptMatcher
from assistant.engine import Assistant
from assistant.errors import IndexDamagedError, IndexMissingError
from assistant.index import passages, units
from assistant.index.bm25 import Bm25
from assistant.index.fusion import convex, normalise
from assistant.index.ideas import Ideas
from assistant.index.store import DOCUMENTS, open_index
from assistant.index.vectors import VectorIndex
from assistant.model import Document, Passage, Section, SourceRef
from assistant.text.analyzer import Analyzer
from assistant.text.frequencies import zipf
from assistant.vocabulary import Concept, Vocabulary

TEXTS = [["kurs", "gjeld", "gjeld"], ["kurs", "jobb"], ["språk"], ["bolig", "jobb", "bolig"], []]


def document(text: str, doc_id: str = "T1") -> Document:
    section = Section("description", text, SourceRef("kilde.txt", 1, 1), ((0, 1),))
    return Document(doc_id, "tiltak", "Tittel", "", "", None, "nb", (section,), SourceRef("kilde.txt"))


def test_scores_are_those_of_rank_bm25() -> None:
    fitted, reference = Bm25.fit(TEXTS, k1=1.2, b=0.75), BM25Okapi(TEXTS, k1=1.2, b=0.75)
    for query in (["gjeld"], ["kurs", "jobb"], ["bolig", "språk", "ukjent"]):
        np.testing.assert_allclose(
            fitted.scores(dict.fromkeys(query, 1.0)), reference.get_scores(query), rtol=1e-5, atol=1e-6
        )


def test_bm25_of_nothing() -> None:
    assert Bm25.fit([]).scores({"kurs": 1.0}).shape == (0,)
    assert Bm25.fit([[], []]).scores({"kurs": 1.0}).tolist() == [0.0, 0.0]


def test_bm25_is_the_same_after_saving(tmp_path: Path) -> None:
    fitted = Bm25.fit(TEXTS)
    fitted.save(tmp_path / "arm.npz")
    loaded = Bm25.load(tmp_path / "arm.npz")
    assert loaded.rows == fitted.rows
    assert loaded.scores({"bolig": 2.0}).tolist() == fitted.scores({"bolig": 2.0}).tolist()
    assert loaded.having("jobb").tolist() == [1, 3]
    assert loaded.idf("ukjent") > loaded.idf("kurs")


def test_normalise() -> None:
    assert normalise(np.array([2, 4, 3], dtype=np.float32)).tolist() == [0.0, 1.0, 0.5]
    assert normalise(np.array([7, 7], dtype=np.float32)).tolist() == [0.0, 0.0]


def test_convex_combination() -> None:
    arms = {"a": np.array([0, 10, 5], dtype=np.float32), "b": np.array([1, 0, 1], dtype=np.float32)}
    # a -> 0, 1, .5 and b -> 1, 0, 1; weights 3:1
    assert convex(arms, {"a": 3, "b": 1}).tolist() == [0.25, 0.75, 0.625]
    assert convex(arms, {"a": 1}).tolist() == [0.0, 1.0, 0.5]
    with pytest.raises(ValueError, match="weight"):
        convex(arms, {})


@given(st.lists(st.floats(-5, 5, width=32), min_size=1, max_size=20))
def test_normalised_scores_stay_in_range_and_order(scores: list[float]) -> None:
    found = normalise(np.array(scores, dtype=np.float32))
    assert found.min() >= 0
    assert found.max() <= 1
    assert all(found[i] <= found[j] for i in range(len(scores)) for j in range(len(scores)) if scores[i] < scores[j])


def test_vectors_give_cosines(tmp_path: Path) -> None:
    rows = np.array([[1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32)
    VectorIndex.fit(rows).save(tmp_path / "v")
    loaded = VectorIndex.load(tmp_path / "v")
    assert (loaded.units, loaded.dimension) == (3, 2)
    np.testing.assert_allclose(loaded.scores(np.array([1, 0], dtype=np.float32)), [1, 0, 0.6], atol=1e-6)


def test_passages_are_slices_of_whole_sentences() -> None:
    text = " ".join(f"Setning nummer {i} handler om oppfølging av deltakere i prosjektet." for i in range(30))
    found = passages.split([document(text)])
    assert len(found) > 2
    assert all(text[p.start : p.end] == p.text and p.text.endswith(".") for p in found)
    assert all(len(p.text) <= passages.LIMIT for p in found)
    assert " ".join(p.text for p in found) == text


@pytest.mark.parametrize("language", ["nb", "en"])
def test_frequencies_are_those_of_wordfreq(language: str) -> None:
    words = [
        "og",
        "NAV",
        "gjeldsrådgivning",
        "the",
        "språkmentor",
        "Oslo",
        "xqzvw",
        "2022",
        "jobb-klubb",
        "straße",
        "é",
    ]
    assert [zipf(word, language) for word in words] == [zipf_frequency(word, language) for word in words]


def test_the_forms_kept_with_the_index_are_those_of_its_vocabulary(small_index: Path) -> None:
    index = open_index(small_index)
    made = ConceptMatcher.of(index.vocabulary, Analyzer(index.analyzer.lexicon))
    assert index.matcher.to_data() == made.to_data()
    assert any(len(lengths) > 1 for lengths in made.lengths.values())


def test_a_part_of_a_compound_is_not_asked_for_besides_the_whole() -> None:
    long = Concept("lang", "target_group", "langtidsmottakere av kommunal sosialhjelp", "Har fått hjelp lenge.")
    young = Concept("unge", "target_group", "unge", "Under 30.", synonyms=("unge mottakere av kommunal sosialhjelp",))
    analyzer = Analyzer.fit(["mottakere av kommunal sosialhjelp over langtid", "unge mottakere"], least=1)
    matcher = ConceptMatcher.of(Vocabulary([long, young], []), analyzer)
    assert matcher.asked("mottakere av kommunal sosialhjelp i bydelen").keys() == {"unge"}
    assert matcher.asked("langtidsmottakere av kommunal sosialhjelp i bydelen").keys() == {"lang"}


def test_an_open_index_is_no_matter_of_the_garbage_collector(small_index: Path, tmp_path: Path) -> None:
    gc.unfreeze()
    index = open_index(small_index)
    assert not any(found is index.documents for found in gc.get_objects())
    assert gc.isenabled()
    with pytest.raises(IndexMissingError):
        open_index(tmp_path)
    assert gc.isenabled()


def test_ideas_are_the_same_after_saving(small_index: Path, tmp_path: Path) -> None:
    ideas = open_index(small_index).ideas
    assert ideas.strengths.flags.f_contiguous
    ideas.save(tmp_path / "ideas.npz")
    again = Ideas.load(tmp_path / "ideas.npz")
    assert again.columns == ideas.columns
    np.testing.assert_array_equal(again.strengths, ideas.strengths)


@given(st.text(alphabet="aB .!?\n", max_size=900))
def test_no_text_is_lost_between_passages(text: str) -> None:
    found = passages.split([document(text)])
    kept = "".join(p.text for p in found)
    assert "".join(kept.split()) == "".join(text.split())


def test_units_take_a_documents_best_passages() -> None:
    docs = [document("x", "T1"), document("y", "T2"), document("z", "T3")]
    source = SourceRef("kilde.txt")
    cut = [
        Passage(i, owner, "description", "x", 0, 1, source) for i, owner in enumerate(("T1", "T1", "T2", "T1", "T1"))
    ]
    numbering = units.Units.of(docs, cut)
    scores = np.array([1, 4, 3, 2, 0, 9, 8, 7, 6, 5, 4], dtype=np.float32)
    # T1: 4 + 2/2 + 1/4; T2: 3; T3 has no passage. The weights sum to 1.75.
    np.testing.assert_allclose(numbering.best(scores), [5.25 / 1.75, 3 / 1.75, 0], rtol=1e-6)
    assert numbering.wholes(scores).tolist() == [9, 8, 7]
    assert numbering.heads(scores).tolist() == [6, 5, 4]


def test_an_open_index_answers_though_its_files_are_gone(copied_index: Path) -> None:
    assistant = Assistant.open(copied_index)
    shutil.rmtree(copied_index)  # as when another is put in its place
    assert assistant.ask("språkmentor").citations


def test_a_quote_that_was_changed_is_not_shown(copied_index: Path) -> None:
    path = copied_index / DOCUMENTS
    path.write_text(path.read_text(encoding="utf-8").replace("språk", "snakk", 1), encoding="utf-8", newline="\n")
    with pytest.raises(IndexDamagedError) as raised:
        open_index(copied_index)
    assert "documents.jsonl" in raised.value.line()
