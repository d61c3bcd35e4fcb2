"""Reading questions: ages, spelling, places, filters, concepts."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.concepts import Mention
from assistant.engine import Assistant
from assistant.errors import UsageError
from assistant.question import ages, english
from assistant.question.spelling import Speller


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("unge under 30", (0, 29)),
        ("ungdom 18-25 år", (18, 25)),
        ("mellom 16 og 24 år", (16, 24)),
        ("voksne over 50 år", (51, 110)),
        ("fra 18 til 30 år", (18, 30)),
        ("50+ i jobb", (50, 110)),
        ("17-åringer", (17, 17)),
        ("people under 25", (0, 24)),
        ("en bruker på 55 år", (55, 55)),
        ("ein mann på 55 år", (55, 55)),
        ("dame på 47", (47, 47)),
        ("gutt 19", (19, 19)),
        ("mor (34)", (34, 34)),
        ("en bruker, 55 år", (55, 55)),
        ("han er 23 år gammel", (23, 23)),
        ("ho er 54", (54, 54)),
        ("deltakere som er 16 år", (16, 16)),
        ("en attenåring", (18, 18)),
        ("under tretti", (0, 29)),
        ("over femti", (51, 110)),
        ("mellom atten og tjuefem", (18, 25)),
        ("i 20-årene", (20, 29)),
        ("kvinner i trettiåra", (30, 39)),
        ("in their twenties", (20, 29)),
        ("tenåringer", (13, 19)),
        ("barn under 6 år", (0, 5)),
        ("under 30 i Oslo", (0, 29)),
        ("over 50 og ledig", (51, 110)),
        ("kvinner under 30 med barn", (0, 29)),
        ("mellom 18 og 25 utan jobb", (18, 25)),
        ("over 50 års alder", (51, 110)),
        ("tiltak for 18-24 åringer", (18, 24)),
        ("18-25-årige jenter", (18, 25)),
        ("ungdom 16 til 19", (16, 19)),
        ("unge under 30 psykisk helse", (0, 29)),
        ("gutt 17 skolevegring", (17, 17)),
        ("Hva finnes for en dame (47)", (47, 47)),
        ("KVP 30+", (30, 110)),
        ("§ 18 for unge under 25", (0, 24)),
    ],
)
def test_ages(question: str, expected: tuple[int, int]) -> None:
    found = ages.find(question)
    assert found is not None
    assert (found.low, found.high) == expected


@pytest.mark.parametrize(
    "question",
    [
        "§ 18 og § 19", "fra 12 kommuner", "3 av 8 deltakere", "tiltak i 2022", "§§ 29-40", "på 3 år", "etter 2 år",
        "18 deltakere", "20 prosent", "for 10 år siden", "for over 20 år siden", "varte i 3 år", "i over 2 år",
        "inntil 3 år", "2–3 år", "over 20 deltakere", "deltakere på 3 år", "en gruppe på 18 deltakere",
        "under 30 minutter", "over 50 000 kroner", "over 50.000 i gjeld", "inntil 18 mnd", "under 50 kr",
        "mellom 20 og 30 km", "over 40 arbeidsgivere", "over 40 bedrifter", "over 40 skoler", "over førti elever",
        "over 20 NAV-kontor", "over 20 andre kommuner", "over 20 årsverk", "ungdom på 20 skoler", "16-20 elever",
        "unge under 20 timer i uka", "over 25 % stilling", "over 30-tallet", "§ 29 og 30", "mor 20 uker på vei",
        "mellom 10 og 20 prosent", "stilling på 50 %", "på 90-tallet", "etter 15 uker", "hvor mange av 20 kom i jobb?",
    ],
)  # fmt: skip
def test_no_ages(question: str) -> None:
    assert ages.find(question) is None


def test_whom_an_age_is_of_stays_in_the_question() -> None:
    assert ages.without("jobb for jente på 17 år i Oslo").split() == ["jobb", "for", "jente", "i", "Oslo"]
    assert ages.without("jobb for unge (18-25) i Oslo").split() == ["jobb", "for", "unge", "i", "Oslo"]
    assert ages.without("dame (47) uten jobb").split() == ["dame", "uten", "jobb"]
    assert ages.without("tenåringer").split() == ["tenåringer"]
    assert ages.without("varte i 3 år") == "varte i 3 år"


def test_spelling_leads_to_the_nearest_word() -> None:
    speller = Speller({"flyktninger": 9, "jobbspesialist": 5, "økonomi": 7, "gjeld": 3, "trøndelag": 2})
    assert speller.nearest("flyktniger") == "flyktninger"
    assert speller.nearest("jobspesialist") == "jobbspesialist"
    assert speller.nearest("okonomi") == "økonomi"
    assert speller.nearest("Trondelag") == "trøndelag"
    assert speller.nearest("vindmølle") is None
    assert speller.nearest("xyz") is None


@pytest.fixture(scope="module")
def assistant(small_index: Path) -> Assistant:
    return Assistant.open(small_index)


def test_a_place_is_a_condition_not_a_topic(assistant: Assistant) -> None:
    reading = assistant.reader.read("språkmentor i Elvestad")
    assert [(f.name, f.shown, f.found) for f in reading.filters] == [("place", "Elvestad", {"T902", "T903"})]
    assert "elvestad" not in reading.query.terms


@pytest.mark.parametrize("name", ["county", "office", "place", "municipality", "region"])
def test_a_place_that_is_given_takes_the_place_of_one_that_is_said(assistant: Assistant, name: str) -> None:
    reading = assistant.reader.read("språkmentor i Elvestad", [(name, "Nordland")])
    assert [(f.name, f.shown) for f in reading.filters] == [(name, "Nordland")]
    assert [word for word, _ in reading.words] == ["språkmentor"]


def test_how_many_tiltak_and_of_which_year_is_no_topic(assistant: Assistant) -> None:
    assert [word for word, _ in assistant.reader.read("vis meg 5 tiltak om gjeld").words] == ["gjeld"]
    assert not assistant.reader.read("5 tiltak").words
    reading = assistant.reader.read("2022-tiltak om gjeld")
    assert [(f.name, f.shown) for f in reading.filters] == [("year", "2022")]
    assert [word for word, _ in reading.words] == ["gjeld"]


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("Viken", {"T902", "T903"}),
        ("Akershus", {"T902", "T903"}),
        ("Romerike", {"T902", "T903"}),
        ("Nordland", {"T901"}),
        ("nav fjordvik", {"T901"}),
    ],
)
def test_counties_then_and_now_and_regions(assistant: Assistant, place: str, found: set[str]) -> None:
    assert assistant.reader.makes.make("place", place).found == found


def test_filters_by_facet_status_and_age(assistant: Assistant) -> None:
    make = assistant.reader.makes.make
    assert make("method", "IPS").found == {"T901"}
    assert make("report_type", "slutt").found == {"T901"}
    assert make("kind", "evaluation").found == {"E901"}
    assert make("age", "18-25").found == {"T901"}
    assert make("age", "40-").found == frozenset()


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [("fylke", "Viken", "finnes ikke noe filter"), ("county", "Atlantis", "ukjent sted"), ("method", "tryllekunst", "ukjent verdi"),
     ("age", "ung", "ukjent alder")],
)  # fmt: skip
def test_wrong_filters_say_what_and_how(assistant: Assistant, name: str, value: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        assistant.reader.makes.make(name, value)


def test_everyday_words_lead_to_their_concept(assistant: Assistant) -> None:
    reading = assistant.reader.read("hva gjør dere for folk som ikke klarer regningene?")
    assert "gjeldsradgivning" in reading.concepts


def test_a_sluttrapport_is_a_filter(assistant: Assistant) -> None:
    reading = assistant.reader.read("sluttrapporterte tiltak for unge")
    assert [f.name for f in reading.filters] == ["report_type"]


def test_an_age_alone_is_the_condition(assistant: Assistant) -> None:
    assert [(f.name, f.shown, f.found) for f in assistant.reader.read("en bruker på 22").filters] == [
        ("age", "22 år", {"T901"})
    ]
    assert not assistant.reader.read("gjeldsrådgivning for en bruker på 22").filters


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("how do offices help refugees into work?", ["refugees"]),
        ("what happens after the project ends?", []),
        ("how are submarines repaired at work?", ["submarines", "repaired"]),
    ],
)
def test_english_words_of_every_conversation_are_no_matter(
    assistant: Assistant, question: str, words: list[str]
) -> None:
    assert [word for word, _ in assistant.reader.read(question).words] == words


def test_words_of_matter_are_not_general(assistant: Assistant) -> None:
    assert [word for word, _ in assistant.reader.read("vi ønsker å starte butikk").words] == ["starte", "butikk"]
    assert [word for word, _ in assistant.reader.read("hvordan ansette flyktninger").words] == [
        "ansette",
        "flyktninger",
    ]
    # Without the word that is meant, these would have the stem of «unge» and of «fast».
    assert [term for _, term in assistant.reader.read("unger med fastlege").words] == ["barn", "leg"]


def test_english_is_led_to_norwegian_where_it_names_no_idea(assistant: Assistant) -> None:
    reading = assistant.reader.read("debt counselling at the workplace for people who get bills")
    assert reading.corrections == (("workplace", "arbeidsplass"), ("bills", "regning"))
    assert reading.concepts["gjeldsradgivning"][1] == pytest.approx(0.9)
    assert not assistant.reader.read("bills", expand=False).corrections


def test_english_words_name_ideas_by_their_forms_alone() -> None:
    shown = Mention("oppmote", 0.9, "show up", frozenset({"show"}))
    roof = Mention("samlokalisering", 0.7, "under samme tak", frozenset({"tak"}))
    assert not english.light("people who do not show up", [shown])
    assert english.light("how long does it take", [roof]) == {"long", "tak"}


@pytest.mark.parametrize("question", ["", "   ", "\x00\x01"])
def test_an_empty_question_is_refused(assistant: Assistant, question: str) -> None:
    with pytest.raises(UsageError, match="tomt"):
        assistant.reader.read(question)
