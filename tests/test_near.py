"""What is near: phrases of the vocabulary to a question, documents to the best ones. Expected values are arithmetic."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.answer.similar import compared
from assistant.engine import Assistant
from assistant.index.likeness import SHARE, Likeness
from assistant.index.phrases import CHANCE, MOST, Phrases, spoken
from assistant.index.vectors import VectorIndex

Rows = list[list[float]]


@pytest.fixture(scope="module")
def assistant(small_index: Path) -> Assistant:
    return Assistant.open(small_index)


def vectors(rows: Rows) -> VectorIndex:
    return VectorIndex.fit(np.array(rows, dtype=np.float32))


def test_the_nearest_rows_come_first_and_equal_ones_in_their_order() -> None:
    found = vectors([[0, 1], [0.6, 0.8], [1, 0], [0.6, 0.8]]).nearest(np.array([0, 1], dtype=np.float32), 3)
    assert [row for row, _ in found] == [0, 1, 3]
    np.testing.assert_allclose([cosine for _, cosine in found], [1, 0.8, 0.8], atol=1e-6)
    assert vectors([[1, 0]]).nearest(np.array([1, 0], dtype=np.float32), 9) == [(0, 1.0)]


def test_each_concept_is_named_once_by_its_nearest_phrase() -> None:
    phrases = Phrases(vectors([[0.6, 0.8], [0, 1], [0.8, 0.6], [1, 0]]), ["gjeld", "gjeld", "bolig", "jobb"])
    near = phrases.near(np.array([0, 1], dtype=np.float32))
    assert [next(iter(aspect)) for aspect in near] == ["gjeld", "bolig"]  # «jobb» is too far off
    np.testing.assert_allclose(
        [aspect[c] for aspect, c in zip(near, ("gjeld", "bolig"), strict=True)], [1 - CHANCE, 0.6 - CHANCE], atol=1e-6
    )


def test_no_more_concepts_than_the_most() -> None:
    many = MOST + 3
    near = Phrases(vectors([[1, 0]] * many), [str(n) for n in range(many)]).near(np.array([1, 0], dtype=np.float32))
    assert [next(iter(aspect)) for aspect in near] == [str(n) for n in range(MOST)]


def test_as_many_vectors_as_phrases() -> None:
    with pytest.raises(ValueError, match="1 vectors for 2 phrases"):
        Phrases(vectors([[1, 0]]), ["a", "b"])


def test_only_phrases_of_several_words_are_compared(assistant: Assistant) -> None:
    forms = [form for form, _ in spoken(assistant.index.vocabulary)]
    assert forms
    assert all(" " in form for form in forms)


def test_a_question_in_other_words_finds_by_the_phrase(assistant: Assistant) -> None:
    query = assistant.reader.read("folk som har vansker med å betale det de skylder").query
    assert query.said
    assert assistant.reader.read("gjeld", expand=False).query.said == ""  # own words only: nothing is added


def test_likeness_lifts_what_is_like_the_best() -> None:
    # Documents 0 and 1 share their only concept and their vector; 2 shares nothing.
    strengths = np.array([[255, 0], [255, 0], [0, 255]], dtype=np.uint8)
    rows = np.array([[1, 0], [1, 0], [0, 1]], dtype=np.float32)
    lift = Likeness.of(strengths, rows).lift(np.array([0.9, 0.5, 0.1]))
    np.testing.assert_allclose(lift, [SHARE, SHARE, 0], atol=1e-6)


def test_likeness_of_many_questions_is_that_of_each() -> None:
    random = np.random.default_rng(3)
    likeness = Likeness(random.random((8, 8)).astype(np.float32))
    scores = random.random((4, 8))
    together = likeness.lift(scores)
    np.testing.assert_allclose(together, [likeness.lift(row) for row in scores], atol=1e-6)
    assert together.max() <= SHARE + 1e-6


def test_nothing_is_known_of_a_document() -> None:
    lift = Likeness.of(np.zeros((2, 3), dtype=np.uint8), np.zeros((2, 4), dtype=np.float32)).lift(np.array([1.0, 0.5]))
    assert lift.tolist() == [0, 0]


def test_what_two_share_both_have(assistant: Assistant) -> None:
    """A narrower thing has the wider one in it; what is only wider is told by its own name."""
    vocabulary = assistant.index.vocabulary
    document = next(d for d in assistant.index.documents if d.facets.get("method"))
    method = document.facets["method"][0]
    wider, narrower = vocabulary.wider(method)[1:], vocabulary.narrower(method)
    for asked, told in [(method, method), *((one, one) for one in wider), *((one, method) for one in narrower)]:
        alike, _ = compared(assistant.kit, {"method": (asked,)}, {"method": (asked,)}, document)
        own = {w for c in document.facets["method"] for w in vocabulary.wider(c)}
        assert told in alike or asked in own
        assert set(alike) <= own


def test_the_weights_of_the_model_can_be_read_by_whom_the_rest_can(small_index: Path) -> None:
    modes = {path.name: path.stat().st_mode for path in (small_index / "model").iterdir()}
    assert modes["model.safetensors"] == modes["modules.json"]
