"""What a question prefers, what its documents are, why they were found, and searching without the vocabulary."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small import write_catalogue

from assistant import catalogue
from assistant.answer import render
from assistant.answer.facets import facets
from assistant.engine import Assistant
from assistant.errors import CatalogueError
from assistant.messages import LANGUAGES
from assistant.model import Document
from assistant.question.places import PlaceFinder
from assistant.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def assistant(small_index: Path) -> Assistant:
    return Assistant.open(small_index)


def test_preferences_are_told_and_bar_nothing(assistant: Assistant) -> None:
    answer = assistant.ask("IPS for unge under 30")
    assert {(p.name, p.value) for p in answer.preferred} == {
        ("age", "0-29"),
        ("method", "ips"),
        ("target_group", "unge"),
    }
    assert answer.filters == {}
    assert len(answer.hits) == 4


def test_strict_demands_what_is_preferred(assistant: Assistant) -> None:
    answer = assistant.ask("IPS for unge under 30", strict=True)
    assert set(answer.filters) == {"age", "method", "target_group"}
    assert answer.preferred == ()
    assert [hit.doc_id for hit in answer.hits] == ["T901"]


def test_a_preference_no_document_has_becomes_the_broader_one(assistant: Assistant) -> None:
    (preferred,) = assistant.reader.preferred(assistant.reader.read("tiltak for ungdom"))
    assert preferred.value == "unge"
    assert preferred.found == {"T901"}


def test_facets_count_what_their_filter_leaves(assistant: Assistant) -> None:
    ids = ["T901", "T902", "T903"]
    found = {facet.name: {v.value: v.count for v in facet.values} for facet in facets(assistant.kit, ids)}
    assert found["county"] == {"Viken": 2, "Nordland": 1}
    assert found["target_group"] == {"unge": 1, "flyktninger": 1}
    assert "kind" not in found  # all three are tiltak: it narrows nothing
    for name, counts in found.items():
        for value, count in counts.items():
            condition = assistant.reader.makes.make(name, value)
            assert len(condition.found & set(ids)) == count


@pytest.mark.parametrize("language", LANGUAGES)
def test_facets_are_named_in_the_language_of_the_answer(assistant: Assistant, language: str) -> None:
    found = facets(assistant.kit, ["T902", "T903"], language)  # type: ignore[arg-type]
    labels = {v.shown for facet in found for v in facet.values if facet.name == "method"}
    assert labels == {{"nb": "gjeldsrådgivning", "nn": "gjeldsrettleiing", "en": "debt counselling"}[language]}


def test_an_answer_and_its_json_carry_facets(assistant: Assistant) -> None:
    answer = assistant.ask("hva er gjort i Viken")
    data = render.as_json(answer)
    assert {v["value"] for v in data["facets"]["method"]} == {"gjeldsradgivning"}
    assert data["preferred"] == []
    assert assistant.compare(["T901", "T902"]).facets == ()


def test_why_a_document_was_found(assistant: Assistant) -> None:
    answer = assistant.ask("gjeldsrettleiing på biblioteket i Viken for unge")
    why = {hit.doc_id: hit.why for hit in answer.hits}
    assert "gjeldsrådgivning" in why["T902"]["concepts"]
    assert "biblioteket" in why["T902"]["words"]
    assert why["T902"]["filters"] == ("Viken",)
    assert "unge" in why["T902"]["lacks"]
    assert "gjeldsrettleiing" not in why["T902"]["lacks"], "the idea is there in other words"
    assert "biblioteket" in why["T903"]["lacks"]


def test_the_vocabulary_can_be_left_out(assistant: Assistant) -> None:
    question = "debt counselling på biblioteket"
    assert assistant.ask(question).also_searched == ("gjeldsrådgivning",)
    alone = assistant.ask(question, expand=False)
    assert alone.also_searched == ()
    assert alone.notes[0] == "Søkte bare med ordene i spørsmålet, uten ordlisten."
    assert "Søkte også etter" in render.as_text(assistant.ask(question))
    assert "Søkte også etter" not in render.as_text(alone)


def test_in_a_conversation_it_stays_out_until_it_is_asked_for_again(assistant: Assistant) -> None:
    talk = assistant.converse()
    first = talk.turn("debt counselling")
    assert first.answer is not None
    assert first.answer.also_searched
    assert talk.expand(False).answer.also_searched == ()  # type: ignore[union-attr]
    again = talk.turn("debt counselling på biblioteket")
    assert again.answer is not None
    assert again.answer.also_searched == ()
    assert talk.expand(True).answer.also_searched  # type: ignore[union-attr]


def test_narrowing_by_a_click_and_undoing_it(assistant: Assistant) -> None:
    talk = assistant.converse()
    talk.turn("tiltak for folk med dårlig råd og gjeldsrådgivning")
    turn = talk.narrow("county", "Viken")
    assert turn.filters == (("county", "Viken"),)
    assert {hit.doc_id for hit in turn.answer.hits} <= {"T902", "T903"}  # type: ignore[union-attr]
    assert talk.narrow("age", "18-25").filters == (("county", "Viken"), ("age", "18–25 år"))
    assert talk.turn("angre").filters == (("county", "Viken"),)


def test_another_language_keeps_what_was_asked(assistant: Assistant) -> None:
    talk = assistant.converse()
    talk.turn("gjeldsrådgivning")
    talk.speak("en")
    turn = talk.narrow("county", "Viken")
    assert turn.read_as.startswith("The same subject")


def test_what_search_refuses_ask_refuses(assistant: Assistant) -> None:
    for question in (
        "IPS for unge",
        "gjeldsrådgivning i Nordland",
        "flyktninger i Viken",
        "vindmøller i Viken",
        "språk",
    ):
        assert bool(assistant.run(question)) == assistant.ask(question).answered


def test_a_document_is_found_by_a_question_it_answers(assistant: Assistant) -> None:
    assert assistant.run("noen som snakker med dem man skylder penger")[0][0] == "T902"
    assert all("skylder" not in s.text for s in assistant.document("T902").sections), "only its questions say so"


@pytest.mark.parametrize(
    ("text", "said"),
    [("T902 = [", "kan ikke leses"), ('T902 = "et spørsmål"', "liste"), ('T999 = ["hva?"]', "ingen post T999")],
)
def test_a_faulty_file_of_questions_is_named(tmp_path: Path, text: str, said: str) -> None:
    home = write_catalogue(tmp_path)
    (home / "questions.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError, match=said):
        catalogue.load(home)


TWINS = """
[[place]]
id = "sund-nord"
kind = "municipality"
name = "Sund"

[[place]]
id = "sund-sor"
kind = "municipality"
name = "Sund"
other = ["Sund i sør"]
"""


def test_of_two_places_of_one_name_those_with_documents_are_meant(tmp_path: Path, assistant: Assistant) -> None:
    home = write_catalogue(tmp_path)
    with (home / "places.toml").open("a", encoding="utf-8") as file:
        file.write(TWINS)
    vocabulary = Vocabulary.load(home)

    def meant(*documents: Document) -> list[str]:
        return [place.id for place, _, _ in PlaceFinder(documents, vocabulary).mentioned("tiltak i Sund kommune")]

    base = assistant.index.documents[0]
    north = replace(base, doc_id="T1", office="", county="", facets={"place": ("sund-nord",)})
    south = replace(base, doc_id="T2", office="", county="", facets={"place": ("sund-sor",)})
    assert meant(north) == ["sund-nord"]
    assert meant(south) == ["sund-sor"]
    assert meant(north, south) == ["sund-nord", "sund-sor"]
    assert meant() == ["sund-nord"]


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("hva sier evalueringene om gjeldsrådgivning på biblioteket?", {"E901"}),
        ("hva fant forskningen om gjeldsrådgivning?", {"E901"}),
        ("evaluering av gjeldsrådgivning", {"E901", "T902"}),
    ],
)
def test_who_asks_what_evaluations_say_is_answered_from_them(
    assistant: Assistant, question: str, kinds: set[str]
) -> None:
    found = {doc_id for doc_id, _ in assistant.run(question)}
    assert kinds <= found
    assert ("T902" in found) == ("T902" in kinds)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("hvorfor videreføres ikke tiltakene", "videreforing-nei"),
        ("tiltak som ikke ble videreført", "videreforing-nei"),
        ("projects that were discontinued", "videreforing-nei"),
        ("prosjekter som ble ført videre", "videreforing-ja"),
        ("which were continued", "videreforing-ja"),
        ("hvordan spre og videreføre erfaringer", ""),
    ],
)
def test_negation_turns_a_status_round(
    question: str, status: str, monkeypatch: pytest.MonkeyPatch, assistant: Assistant
) -> None:
    makes = assistant.reader.makes
    real = makes.concept
    monkeypatch.setattr(makes, "concept", lambda n, c: replace(real(n, c), found=frozenset({"T901"})))
    found = [f.value for f in assistant.reader.read(question).filters if f.name == "continuation"]
    assert found == ([status] if status else [])
