"""Situations told in everyday words: what covers them, what is cited for them, and which quotes say something."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from small import write_catalogue

from assistant.answer import choose, quality
from assistant.answer.intent import intent
from assistant.answer.weights import CONCEPT, Asked, Weights
from assistant.building import build
from assistant.engine import Assistant
from assistant.errors import UsageError
from assistant.question.evidence import LIGHTEST, MOST_WORDS, telling


@pytest.fixture(scope="module")
def assistant(small_index: Path) -> Assistant:
    return Assistant.open(small_index)


def test_a_word_in_everybodys_mouth_tells_little_of_what_is_asked() -> None:
    assert telling("inkasso") == telling("gjeldsrådgivning") == 1.0
    assert LIGHTEST == telling("står") < telling("masse") < telling("posten") < telling("orker") < 1.0


def test_a_situation_is_covered_by_its_telling_parts() -> None:
    words = ("gjeld", "inkasso", "kreditor", "budsjett", "regning", "haug", "bord")
    asked = tuple(Asked(word, 2.0 if n < MOST_WORDS else 0.5, frozenset(), frozenset()) for n, word in enumerate(words))
    weights = Weights(asked, (), 2.0 * MOST_WORDS)
    assert weights.coverage(words[:MOST_WORDS], (), ()) == 1.0
    assert weights.coverage(words, (), ()) == 1.0
    assert weights.coverage(words[-2:], (), ()) == pytest.approx(0.1)


def test_an_english_word_is_met_by_its_idea() -> None:
    word = Asked("debt", 2.0, frozenset({"gjeld"}), frozenset())
    assert Weights((word,), (), 2.0).coverage((), (), {"gjeld"}) == pytest.approx(CONCEPT)
    assert Weights((replace(word, named=1.0),), (), 2.0).coverage((), (), {"gjeld"}) == 1.0


SITUATIONS = [
    ("Han har masse gjeld, og kreditorene ringer. Budsjett har han aldri satt opp.", "T902"),
    ("Ho kom hit som flyktning og har lite skulegang. Ho står på fordi ho vil lære norsk i ein butikk.", "T903"),
    (
        "Jenta er 19 og sitter inne. Hun har psykiske vansker. Hvordan få henne i vanlig lønnet arbeid?",
        "T901",
    ),
]


@pytest.mark.parametrize(("told", "best"), SITUATIONS, ids=[best for _, best in SITUATIONS])
def test_a_situation_is_answered_by_what_is_ranked_best(assistant: Assistant, told: str, best: str) -> None:
    answer = assistant.ask(told)
    assert answer.form == "list"
    assert answer.cited[0] == best == answer.hits[0].doc_id
    ranks = {hit.doc_id: hit.rank for hit in answer.hits}
    assert [ranks[doc_id] for doc_id in answer.cited] == sorted(ranks[doc_id] for doc_id in answer.cited)


def test_a_situation_is_said_to_be_near_not_covered(assistant: Assistant) -> None:
    heads = [
        assistant.ask(question).statements[0].lead
        for question in (
            "språkmentor for flyktninger",
            "De er flyktninger og nybosatte. De vil ha språkmentor i butikk.",
        )
    ]
    assert "dekker det du spør om" in heads[0]
    assert "er nær det du forteller om" in heads[1]


def test_a_benefit_is_asked_of_only_where_more_is_said_than_who_has_it(tmp_path: Path) -> None:
    home = write_catalogue(tmp_path / "katalog")
    with (home / "vocabulary.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[concept]]\nid = "aap"\nfacet = "benefit"\nlabel = "arbeidsavklaringspenger"\n'
            'abbreviations = ["AAP"]\ndefinition = "Stønad."\n'
        )
    build(tmp_path / "index", [], home)
    read = Assistant.open(tmp_path / "index").reader.read
    for question in ("hva virker for folk på AAP", "jobb for dem som går på AAP", "mottakere av AAP i jobb", "AAP"):
        assert not read(question).benefit, question
    assert read("klage på vedtak om AAP").benefit


@pytest.mark.parametrize(
    "question",
    [
        "Hvordan måle virkningen av gjeldsrådgivning?",
        "Hvordan kan vi måle virkningen av gjeldsrådgivning?",
        "hvordan bør man best evaluere samarbeidet",
        "Hvordan skal dere dokumentere tillit?",
        "korleis kan vi måle tillit?",
        "korleis dokumentere arbeidet",
    ],
)
def test_how_it_can_be_measured_is_a_question_of_measuring(question: str) -> None:
    assert intent(question).groups == ("measured", "results")


def test_signs_alone_ask_nothing(assistant: Assistant) -> None:
    with pytest.raises(UsageError):
        assistant.ask("???")


@pytest.mark.parametrize(
    "text",
    [
        "Målgruppen er beskrevet i rapporten fra 2021.",
        "Se for øvrig mer utfyllende svar på spørsmålet over.",
        "Sjå svaret på det førre spørsmålet i skjemaet.",
    ],
)
def test_a_sentence_that_only_sends_the_reader_on_is_not_quoted(text: str) -> None:
    assert quality.worth(text, first=True) == 0.0


def test_a_sentence_that_ends_in_what_stands_before_is_worth_less() -> None:
    text = "Vi har fått et bedre samarbeid med andre instanser for å få til {}."
    assert quality.worth(text.format("dette"), False) < quality.worth(text.format("boliger"), False)


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("Det er utviklet brosjyrer og visittkort for tiltaket i kommunen.", False),
        ("Et felles jobbhus vil kunne gi bedre samarbeid med flere arbeidsgivere.", False),
        ("Flere deltakere har kommet i lønnet arbeid i løpet av prosjektet.", True),
    ],
)
def test_what_was_made_or_is_advised_is_no_outcome(
    small_catalogue: Path, tmp_path: Path, text: str, came: bool
) -> None:
    home = Path(shutil.copytree(small_catalogue, tmp_path / "katalog"))
    record = home / "records" / "T901.md"
    head = record.read_text(encoding="utf-8").partition("## Oppnådd")[0]
    record.write_text(f"{head}## Oppnådd\n\n{text}\n", encoding="utf-8")
    build(tmp_path / "index", [], home)
    assistant = Assistant.open(tmp_path / "index")
    assert bool(choose.attained(assistant.kit, assistant.document("T901"))) == came
