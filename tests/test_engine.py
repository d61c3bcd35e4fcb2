"""The assistant without a screen, on a real small index."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.answer import render
from assistant.answer.types import Answer, IndexInfo, Statement, verified
from assistant.engine import Assistant
from assistant.errors import UsageError
from assistant.model import Citation, SourceRef

INFO = IndexInfo("2026-01-01T00:00:00+00:00", 4, 10)


@pytest.fixture(scope="module")
def assistant(small_index: Path) -> Assistant:
    return Assistant.open(small_index)


def test_a_question_is_answered_from_the_right_document(assistant: Assistant) -> None:
    answer = assistant.ask("språkmentor for flyktninger")
    assert answer.answered
    assert answer.hits[0].doc_id == "T903"
    assert answer.citations[0].doc_id == "T903"


def test_every_quote_is_a_slice_of_its_section(assistant: Assistant) -> None:
    for question in ("IPS for unge under 30", "gjeldsrådgivning på biblioteket", "hva er vanskelig med økonomi?"):
        answer = assistant.ask(question)
        assert answer.citations
        for c in answer.citations:
            section = assistant.document(c.doc_id).section(c.section)
            assert section is not None
            assert section.text[c.start : c.end] == c.quote
            assert c.source.line_start is not None


def test_filters_apply_before_the_cut(assistant: Assistant) -> None:
    answer = assistant.ask("tiltak for unge", [("county", "Viken")], k=1)
    assert {hit.doc_id for hit in answer.hits} <= {"T902", "T903"}
    assert answer.filters == {"county": "Viken"}


@pytest.mark.parametrize("question", ["hvordan bygge en vindmølle", "who won the football world cup"])
def test_an_honest_not_found(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert not answer.answered
    assert answer.citations == ()
    assert answer.not_covered
    assert assistant.run(question) == []


def test_a_filter_that_nothing_meets_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("unge med IPS", [("age", "70-")])
    assert not answer.answered
    assert "fra 70 år" in answer.statements[0].lead


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("kind", "evaluering", {"E901"}),
        ("kind", "Evaluation", {"E901"}),
        ("language", "bokmål", {"T901", "T902", "T903", "E901"}),
        ("language", "nn", set()),  # nothing is in nynorsk here: that is an answer, not a mistake
        ("year", "2021", {"E901"}),
        ("year", "1999", set()),
        ("doc_id", "t901", {"T901"}),
        ("title", "orden i okonomien", {"T902"}),
    ],
)
def test_attributes_are_filters_in_the_words_of_users(
    assistant: Assistant, name: str, value: str, found: set[str]
) -> None:
    assert assistant.reader.makes.make(name, value).found == found


def test_spelling_help_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("spraakmentor for flyktniger")
    assert answer.hits[0].doc_id == "T903"
    assert any("«flyktninger» i stedet for «flyktniger»" in note for note in answer.notes)


def test_the_same_question_has_the_same_answer(assistant: Assistant) -> None:
    first, second = (json.dumps(render.as_json(assistant.ask("hjelp med gjeld"))) for _ in range(2))
    assert first == second


def test_a_run_has_each_document_once_in_falling_order(assistant: Assistant) -> None:
    run = assistant.run("gjeldsrådgivning")
    assert len({doc_id for doc_id, _ in run}) == len(run)
    assert [score for _, score in run] == sorted((score for _, score in run), reverse=True)


def test_an_unknown_document_is_a_usage_error(assistant: Assistant) -> None:
    with pytest.raises(UsageError, match="T999"):
        assistant.document("T999")
    assert assistant.document("t901").doc_id == "T901"


def test_national_identity_numbers_are_never_searched(assistant: Assistant) -> None:
    digits = [0, 1, 0, 1, 5, 0, 0, 0, 0]
    for serial in range(100, 1000):  # an invented number with valid control digits
        digits[6:9] = [int(d) for d in str(serial)]
        first = -sum(w * d for w, d in zip((3, 7, 6, 1, 8, 9, 4, 5, 2), digits, strict=True)) % 11
        second = -sum(w * d for w, d in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2), [*digits, first], strict=True)) % 11
        if first < 10 and second < 10:
            break
    number = "".join(map(str, [*digits, first, second]))
    with pytest.raises(UsageError, match="fødselsnummer") as caught:
        assistant.ask(f"hva med {number}")
    assert number not in caught.value.line()


def citation(number: int, quote: str = "abc", start: int = 0) -> Citation:
    return Citation(number, "T1", "t", "o", "c", "text", quote, start, start + len(quote), SourceRef("f"))


def test_an_answer_whose_citation_does_not_resolve_cannot_be_made() -> None:
    with pytest.raises(ValueError, match=r"\[2\]"):
        Answer("q", "answer", (Statement("Se", (2,)),), (citation(1),), (), INFO)
    with pytest.raises(ValueError, match="numbered"):
        Answer("q", "answer", (), (citation(2),), (), INFO)
    with pytest.raises(ValueError, match="cites nothing"):
        Answer("q", "none", (), (citation(1),), (), INFO)


def test_a_quote_that_is_not_verbatim_cannot_be_cited() -> None:
    texts = {("T1", "text"): "abc"}
    assert verified(citation(1, "bc", 1), texts).quote == "bc"
    for wrong in (citation(1, "bd", 1), citation(1, "", 1), citation(1, "bc", 2)):
        with pytest.raises(ValueError, match="no slice"):
            verified(wrong, texts)
        with pytest.raises(ValueError, match="no slice"):
            Answer("q", "answer", (Statement("Se", (1,)),), (wrong,), (), INFO, texts=texts)
    with pytest.raises(ValueError, match="no slice"):
        Answer("q", "answer", (Statement("Se", (1,)),), (citation(1),), (), INFO)


def test_text_markdown_and_json_say_the_same(assistant: Assistant) -> None:
    answer = assistant.ask("IPS for unge")
    text, markdown, data = render.as_text(answer, 80), render.as_markdown(answer), render.as_json(answer)
    assert all(len(line) <= 80 or " " not in line.strip() for line in text.splitlines())
    flat = " ".join(text.split())
    for c in data["citations"]:
        assert " ".join(c["quote"].split()) in flat
        assert f"[^{c['number']}]:" in markdown
    assert data["answered"] is True
    assert set(data) >= {
        "question",
        "answered",
        "filters",
        "also_searched",
        "answer",
        "citations",
        "hits",
        "not_covered",
        "index",
    }
    assert (
        data["hits"][0]["passages"][0]["text"]
        in assistant.document(data["hits"][0]["doc_id"]).section(data["hits"][0]["passages"][0]["section"]).text
    )  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("question", "left_out"),
    [
        ("tiltak utenfor Nordland", "T901"),
        ("ikke i Nordland: tiltak", "T901"),
        ("tiltak uten flyktninger", "T903"),
        ("gjeld eller språk, ikke flyktninger", "T903"),
    ],
)
def test_what_a_question_leaves_out_is_left_out(assistant: Assistant, question: str, left_out: str) -> None:
    answer = assistant.ask(question, k=20)
    assert any(shown.startswith(("uten", "utenom")) for shown in answer.filters.values())
    assert left_out not in {hit.doc_id for hit in answer.hits}
    assert left_out not in {doc_id for doc_id, _ in assistant.run(question)}


@pytest.mark.parametrize(
    "question",
    [
        "unge uten jobb",
        "hva virker ikke i Nordland?",
        "unge utenfor arbeidslivet",
        "folk som ikke har noe sted å bo",
        "for dårlig til å jobbe, men ikke flyktning nok til introduksjonsprogrammet",
        "hvorfor er det bra at den som følger opp, ikke behandler søknader om penger?",
    ],
)
def test_who_lacks_something_is_not_left_out(assistant: Assistant, question: str) -> None:
    assert not [name for name in assistant.ask(question).filters if name.startswith("not_")]
