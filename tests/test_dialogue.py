"""Conversations: how lines are read, what stays in force, and the plain line-by-line form."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from small import write_catalogue

from assistant.building import build
from assistant.cli import plain
from assistant.dialogue import conditions, moves
from assistant.dialogue.conversation import Conversation, Turn
from assistant.dialogue.state import REMEMBERED, State
from assistant.engine import Assistant
from assistant.errors import UsageError

WIDTH = 80


@pytest.fixture(scope="module")
def assistant(small_index: Path) -> Assistant:
    return Assistant.open(small_index)


@pytest.fixture
def talk(assistant: Assistant) -> Conversation:
    return assistant.converse()


READINGS = [
    ("angre", moves.Move("undo")),
    ("Angra!", moves.Move("undo")),
    ("nytt spørsmål", moves.Move("new")),
    ("Nytt spørsmål: gjeld", moves.Move("new", "gjeld")),
    ("flere", moves.Move("more")),
    ("vis fleire", moves.Move("more")),
    ("fortell om nr. 2", moves.Move("tell", "", (2,))),
    ("nr 3", moves.Move("tell", "", (3,))),
    ("2", moves.Move("tell", "", (2,))),
    ("fortell mer om den andre", moves.Move("tell", "", (2,))),
    ("T011", moves.Move("tell", "", (), ("T011",))),
    ("sammenlign 1 og 3", moves.Move("compare", "1 og 3", (1, 3))),
    ("samanlikn t001 og T002", moves.Move("compare", "t001 og T002", (), ("T001", "T002"))),
    ("sammenlign de to første", moves.Move("compare", "de to første", (1, 2))),
    ("samanlikn dei to første", moves.Move("compare", "dei to første", (1, 2))),
    ("compare the first two", moves.Move("compare", "the first two", (1, 2))),
    ("sammenlign de tre siste", moves.Move("compare", "de tre siste", (-3, -2, -1))),
    ("sammenlign nr. 1 og den siste", moves.Move("compare", "nr. 1 og den siste", (1, -1))),
    ("sammenlign alle", moves.Move("compare", "alle", (moves.EVERY,))),
    ("hei", moves.Move("hello")),
    ("God dag!", moves.Move("hello")),
    ("hva kan du svare på?", moves.Move("hello")),
    ("kva kan du hjelpe meg med?", moves.Move("hello")),
    ("finnes det noe nyere?", moves.Move("newer")),
    ("finst det noko nyare?", moves.Move("newer")),
    ("is there anything newer?", moves.Move("newer")),
    ("nyere metoder for gjeld", moves.Move("ask", "nyere metoder for gjeld")),
    ("lignende som 2", moves.Move("similar", "", (2,))),
    ("flere som nr. 1", moves.Move("similar", "", (1,))),
    ("§ 18", moves.Move("ask", "§ 18")),
    ("fortell om §18", moves.Move("ask", "fortell om §18")),
    ("hva med §§ 29-40?", moves.Move("about", "§§ 29-40")),
    ("hva med § 18 og 19?", moves.Move("about", "§ 18 og 19")),
    ("30+", moves.Move("ask", "30+")),
    ("hva med 30+?", moves.Move("about", "30+")),
    ("hva med 16-18 år?", moves.Move("about", "16-18 år")),
    ("5 tiltak", moves.Move("ask", "5 tiltak")),
    ("sammenlign T008-T009", moves.Move("compare", "T008-T009", (), ("T008", "T009"))),
    ("Hva finnes for en dame (47)", moves.Move("ask", "Hva finnes for en dame (47)")),
    ("Only in Vestland (4)", moves.Move("only", "in Vestland")),
    ("ta bort filteret", moves.Move("unfilter", "ta bort filteret")),
    ("hele landet", moves.Move("unfilter", "hele landet")),
    ("ta bort Nordland", moves.Move("unfilter", "Nordland")),
    ("bare i Vestland (4)", moves.Move("only", "i Vestland")),
    ("berre sluttrapportar", moves.Move("only", "sluttrapportar")),
    ("uten flyktninger", moves.Move("without", "flyktninger")),
    ("hva med over 30?", moves.Move("about", "over 30")),
    ("jeg mente språkpraksis", moves.Move("correct", "språkpraksis")),
    ("nei, i Viken", moves.Move("correct", "i Viken")),
    ("nei, ikke Oslo, men Viken", moves.Move("correct", "Viken")),
    ("vis alle filtre", moves.Move("filters")),
    ("tilbake til listen", moves.Move("list")),
    ("gå tilbake", moves.Move("undo")),
    ("takk", moves.Move("thanks")),
    ("bare mine ord", moves.Move("own")),
    ("søk bare etter mine egne ord", moves.Move("own")),
    ("berre mine ord", moves.Move("own")),
    ("uten ordlisten", moves.Move("own")),
    ("utan ordlista", moves.Move("own")),
    ("only my own words", moves.Move("own")),
    ("without the vocabulary", moves.Move("own")),
    ("søk bredere", moves.Move("wider")),
    ("søk breiare", moves.Move("wider")),
    ("med ordlisten igjen", moves.Move("wider")),
    ("search more broadly", moves.Move("wider")),
    ("uten ord om gjeld", moves.Move("without", "ord om gjeld")),
    ("er det noen andre som gjør det samme?", moves.Move("similar")),
    ("hva var vanskelig?", moves.Move("ask", "hva var vanskelig?")),
    ("tiltak for unge under 30", moves.Move("ask", "tiltak for unge under 30")),
    ("hvor mange av 20 deltakere kom i jobb?", moves.Move("ask", "hvor mange av 20 deltakere kom i jobb?")),
]


@pytest.mark.parametrize(("line", "move"), READINGS, ids=[line for line, _ in READINGS])
def test_lines_are_read_by_their_form(line: str, move: moves.Move) -> None:
    assert moves.read(line) == move


def test_documents_are_named_by_any_id(tmp_path: Path) -> None:
    sources = tmp_path / "kilder"
    sources.mkdir()
    (sources / "Sluttrapport-2-Båtlag.txt").write_text(
        "Båtlaget\nKontor: NAV Fjordvik\n\nMålgruppe\n\nUnge menn uten arbeid som liker båter og sjø.\n\n"
        "Utfordringer\n\nSjøen frøs til, og verkstedet sto stille i to måneder.\n",
        encoding="utf-8",
    )
    (sources / "gjeld.txt").write_text(
        "Gjeldsrådgivning\n\nMålgruppe\n\nFolk med gjeld.\n\nResultater\n\nFærre hadde gjeld.\n", encoding="utf-8"
    )
    build(tmp_path / "index", [sources], write_catalogue(tmp_path / "katalog"))
    assistant = Assistant.open(tmp_path / "index")
    boats = "Sluttrapport-2-Batlag"
    talk = assistant.converse()
    for line in (f"fortell om {boats.lower()}", boats.upper(), f"hva er {boats}?"):
        turn = talk.turn(line)
        assert turn.answer is not None
        assert (turn.answer.form, turn.answer.cited) == ("profile", (boats,)), line
    similar = next(tip for tip in turn.suggestions if boats in tip)
    assert talk.turn(similar).read_as == "Tiltak som ligner på Båtlaget"
    compared = talk.turn(f"sammenlign t902 og {boats.lower()}").answer
    assert compared is not None
    assert compared.table is not None
    assert compared.table.doc_ids == ("T902", boats)
    assert assistant.ask(f"fortell om {boats.lower()}").form == "profile"
    assert assistant.document(boats.lower()).doc_id == boats
    # An ordinary word asks for what it means, whatever a file is called.
    turn = assistant.converse().turn("gjeld")
    assert turn.answer is not None
    assert turn.answer.form == "list"


def test_words_that_are_translated_or_put_right_are_known_as_they_were_typed(assistant: Assistant) -> None:
    talk = assistant.converse("en")
    talk.turn("debt counselling")
    turn = talk.turn("only evaluations")
    assert turn.filters == (("kind", "evaluations"),)
    assert talk.state.topic == "debt counselling"
    assert turn.answer is not None
    assert turn.answer.cited == ("E901",)
    talk = assistant.converse()
    talk.turn("hjelp til flyktniger")
    assert talk.turn("hva med unge?").read_as == "Samme spørsmål med «unge» i stedet for «flyktniger»."
    assert talk.state.topic == "hjelp til unge"
    talk.turn("nytt spørsmål: help for young or old")
    talk.turn("hva med over 40?")
    assert talk.state.topic == "help for old"


def test_a_follow_up_keeps_the_topic_and_changes_the_filters(talk: Conversation) -> None:
    talk.turn("hjelp med gjeld og økonomi")
    turn = talk.turn("bare i Viken")
    assert turn.filters == (("county", "Viken"),)
    assert "gjeld" in turn.read_as
    assert turn.answer is not None
    assert set(turn.answer.cited) <= {"T902", "T903"}
    turn = talk.turn("ta bort vilkåret")
    assert turn.filters == ()
    turn = talk.turn("angre")
    assert turn.filters == (("county", "Viken"),)
    assert turn.read_as == "Angret. Tilbake til: «hjelp med gjeld og økonomi» (Viken)"
    assert talk.turn("angre").read_as == "Angret. Tilbake til: «hjelp med gjeld og økonomi»"


def test_a_new_subject_starts_afresh_and_says_so(talk: Conversation) -> None:
    talk.turn("IPS for unge i Nordland")
    assert talk.filters == (("county", "Nordland"),)
    turn = talk.turn("gjeldsrådgivning på biblioteket")
    assert turn.filters == ()
    assert turn.read_as.startswith("Nytt emne")
    assert "Nordland" in turn.read_as


def test_ages_replace_each_other_and_clear_the_topic(talk: Conversation) -> None:
    talk.turn("individuell jobbstøtte for unge under 30")
    turn = talk.turn("hva med over 30?")
    assert turn.filters == (("age", "over 30 år"),)
    assert "unge" not in talk.state.topic
    assert turn.answer is not None
    assert "T901" not in turn.answer.cited


def test_numbers_point_at_the_list(talk: Conversation) -> None:
    talk.turn("tiltak i Viken")
    second = talk.listed[1]
    turn = talk.turn("fortell om nr. 2")
    assert turn.answer is not None
    assert turn.answer.form == "profile"
    assert turn.answer.cited == (second,)
    turn = talk.turn("sammenlign 1 og 2")
    assert turn.answer is not None
    assert turn.answer.table is not None
    assert turn.answer.table.doc_ids == talk.listed[:2]
    missing = talk.turn("fortell om nr. 9")
    assert missing.answer is None
    assert "9" in missing.read_as


def test_an_aspect_is_of_what_was_shown(talk: Conversation) -> None:
    talk.turn("fortell om Orden i økonomien")
    turn = talk.turn("hva var vanskelig?")
    assert turn.answer is not None
    assert turn.answer.cited == ("T902",)
    assert {c.section for c in turn.answer.citations} == {"challenges"}


def test_without_leaves_documents_out(talk: Conversation) -> None:
    talk.turn("tiltak i Viken")
    turn = talk.turn("uten flyktninger")
    assert turn.filters == (("county", "Viken"), ("not_target_group", "uten flyktninger"))
    assert turn.answer is not None
    assert "T903" not in turn.answer.cited


def test_one_filter_is_the_last_and_filters_are_all(talk: Conversation) -> None:
    talk.turn("tiltak i Viken")
    talk.turn("uten flyktninger")
    assert talk.turn("vis alle filtre").read_as == "Vilkår nå: Viken, uten flyktninger."
    assert talk.turn("ta bort filteret").filters == (("county", "Viken"),)
    assert talk.turn("angre").read_as == "Angret. Tilbake til: «tiltak» (Viken, uten flyktninger)"
    assert talk.turn("fjern alle filtrene").filters == ()
    assert talk.turn("vis alle filtre").read_as == "Ingen vilkår gjelder."


def test_what_a_question_leaves_out_is_a_condition(talk: Conversation) -> None:
    turn = talk.turn("tiltak i Viken, men ikke gjeldsrådgivning")
    assert ("not_method", "uten gjeldsrådgivning") in turn.filters
    assert turn.answer is not None
    assert turn.answer.cited == ("T903",)
    assert talk.turn("flyktninger uten arbeid").filters == ()


def wishes(turn: Turn) -> list[str]:
    return [wish.shown for wish in turn.preferred]


def test_an_age_of_a_question_is_preferred_one_said_after_it_is_demanded(talk: Conversation) -> None:
    turn = talk.turn("individuell jobbstøtte for dem under 25")
    assert turn.filters == ()
    assert wishes(turn) == ["under 25 år", "individuell jobbstøtte"]
    assert wishes(talk.turn("fortell om nr. 1")) == wishes(turn)
    turn = talk.turn("hva med over 40?")
    assert turn.filters == (("age", "over 40 år"),)
    assert wishes(turn) == ["individuell jobbstøtte"]
    assert turn.answer is not None
    assert "T901" not in turn.answer.cited
    assert talk.turn("ta bort alder").filters == ()
    talk.turn("individuell jobbstøtte for dem under 25")
    assert wishes(talk.turn("ta bort alder")) == ["individuell jobbstøtte"]


def test_what_is_preferred_can_be_demanded_or_dropped(talk: Conversation) -> None:
    turn = talk.turn("språkmentor for flyktninger under 25")
    assert wishes(turn) == ["under 25 år", "flyktninger"]
    turn = talk.drop("target_group", "flyktninger")
    assert turn.read_as == "Tok bort «flyktninger». Emne: «språkmentor»"
    assert wishes(turn) == ["under 25 år"]
    turn = talk.narrow("age", "0-24")
    assert turn.filters == (("age", "under 25 år"),)
    assert wishes(talk.drop("age", "under 25 år")) == []
    talk.turn("nytt spørsmål: flyktninger")
    assert talk.drop("target_group", "flyktninger").read_as.startswith("«flyktninger» er det du spør om")


def test_the_vocabulary_is_left_out_and_taken_in_again_by_word(talk: Conversation) -> None:
    assert talk.turn("søk bredere").read_as.startswith("Ordlisten er alt med")
    talk.turn("gjeldsrettleiing i Viken")
    turn = talk.turn("bare mine ord")
    assert turn.read_as == "Bare med dine egne ord: «gjeldsrettleiing»"
    assert not turn.expand
    assert turn.filters == (("county", "Viken"),)
    turn = talk.turn("søk bredere")
    assert turn.expand
    assert turn.answer is not None
    assert "T902" in turn.answer.cited


def test_the_last_turn_is_given_again_in_another_language(talk: Conversation) -> None:
    talk.turn("individuell jobbstøtte")
    first = talk.turn("uten flyktninger")
    talk.turn("hva med over 40?")
    talk.speak("en")
    turn = talk.again()
    assert turn.read_as == "The same subject (“individuell jobbstøtte”), narrowed: over 40."
    assert turn.filters == (("not_target_group", "without refugees"), ("age", "over 40"))
    talk.turn("undo")
    talk.speak("nb")
    again = talk.again()
    assert again.answer == first.answer
    assert again.filters == first.filters


def test_nothing_said_is_nothing_again(talk: Conversation) -> None:
    assert talk.again().answer is None
    talk.turn("individuell jobbstøtte")
    talk.reset()
    assert talk.again().read_as == "Ny samtale. Hva lurer du på?"


def test_a_conversation_moves_to_another_index(assistant: Assistant, tmp_path: Path) -> None:
    talk = assistant.converse()
    talk.turn("tiltak for unge i Viken eller Nordland")
    talk.turn("uten flyktninger")
    talk.turn("bare individuell jobbstøtte")
    conditions_before = talk.filters
    moved, turn = talk.moved(assistant)
    assert moved.state == talk.state
    assert turn.filters == conditions_before
    assert turn.read_as == ""
    home = write_catalogue(tmp_path / "katalog")
    (home / "records" / "T901.md").unlink()
    (home / "questions.toml").unlink()
    build(tmp_path / "index", [], home)
    moved, turn = talk.moved(Assistant.open(tmp_path / "index"))
    assert turn.read_as == "Vilkår som ikke finnes i den nye indeksen, er tatt bort: individuell jobbstøtte."
    assert dict(turn.filters) == {
        "county": "Viken eller Nordland", "not_target_group": "uten flyktninger"
    }  # fmt: skip
    assert moved.listed == ()
    assert moved.state.topic == talk.state.topic
    answer = moved.turn("angre").answer
    assert answer is not None
    assert set(answer.cited) <= {"T902"}


def test_small_questions_are_asked_of_what_is_shown(tmp_path: Path) -> None:
    home = write_catalogue(tmp_path / "katalog")
    with (home / "records" / "T902.md").open("a", encoding="utf-8") as record:
        record.write(
            "\n## Samarbeid\n\nNamsmannen, biblioteket.\n"
            "\n## Suksessfaktorer\n\nProsjektet er finansiert av Statsforvalteren med 400 000 kroner. "
            "Prosjektet startet i august 2021 og varer ut 2023.\n"
        )
    build(tmp_path / "index", [], home)
    talk = Assistant.open(tmp_path / "index").converse()
    told = {
        "hvem finansierte det?": "Statsforvalteren",
        "kva kosta det?": "400 000 kroner",
        "how long did it last?": "ut 2023",
        "når ble det avsluttet?": "ut 2023",
        "hvem samarbeidet de med?": "Namsmannen, biblioteket",
    }
    talk.turn("fortell om T902")
    for question, expected in told.items():
        turn = talk.turn(question)
        assert turn.filters == (), question
        assert turn.answer is not None, question
        assert turn.answer.cited == ("T902",), question
        assert expected in " ".join(c.quote for c in turn.answer.citations), question
    talk.turn("fortell om T903")
    for question in told:
        turn = talk.turn(question)
        assert turn.answer is not None, question
        assert not turn.answer.answered, question


def test_what_points_at_an_empty_answer_is_told_so(talk: Conversation) -> None:
    talk.turn("gjeldsrådgivning")
    turn = talk.turn("bare i Nordland")
    assert turn.answer is not None
    assert not turn.answer.answered
    for line in ("hva var vanskelig?", "fortell om nr. 1", "lignende"):
        assert "Svaret over viser ingen tiltak." in talk.turn(line).read_as


def test_whom_to_ask_names_the_offices_of_what_is_shown(talk: Conversation) -> None:
    talk.turn("tiltak i Viken")
    turn = talk.turn("hvem kan jeg spørre?")
    assert turn.answer is not None
    assert [s.doc_id for s in turn.answer.statements if s.rank] == list(talk.listed)
    assert all("NAV Elvestad" in s.lead for s in turn.answer.statements if s.rank)
    assert talk.turn("tilbake til lista").answer is not None


def test_small_questions_are_about_what_is_shown(talk: Conversation) -> None:
    talk.turn("individuell jobbstøtte for unge")
    listed = talk.listed
    for question in ("hvor mange deltok?", "hvor mange unge fikk de i jobb?", "hva gjorde de?"):
        turn = talk.turn(question)
        assert turn.answer is not None
        assert set(turn.answer.cited) <= set(listed), question


def test_how_it_went_is_asked_of_what_is_shown(talk: Conversation) -> None:
    talk.turn("individuell jobbstøtte for unge")
    listed = talk.listed
    for line, read in (
        ("hvordan gikk det?", "Resultater, for"),
        ("hva har andre gjort?", "Hva som er prøvd, for"),
        ("er resultatene målt?", "Hvordan det er undersøkt, resultater, for"),
        ("og hvor lenge varte det?", "«hvor lenge varte det?», for"),
    ):
        turn = talk.turn(line)
        assert turn.read_as.startswith(read), line
        assert turn.answer is not None
        assert set(turn.answer.cited) <= set(listed)


def test_a_question_of_nothing_asks_what_it_is_about(talk: Conversation) -> None:
    talk.turn("individuell jobbstøtte for unge")
    before = talk.state
    turn = talk.turn("og hva?")
    assert turn.answer is None
    assert turn.read_as.startswith("Skriv hva det gjelder")
    assert talk.state == before


def test_the_nearest_where_nothing_was_found_have_their_numbers(assistant: Assistant) -> None:
    talk = assistant.converse()
    answer = talk.turn("gjeldsrådgivning og vindmøller").answer
    assert answer is not None
    assert talk.listed == tuple(s.doc_id for s in answer.statements if s.rank)


def test_a_plan_is_known_by_its_beginning(talk: Conversation) -> None:
    plan = "Vi vil gi individuell jobbstøtte til unge som vil ha jobb. " + "Målet er at flere får lønnet arbeid. " * 6
    assert talk.turn(plan).read_as.startswith("Lest som en prosjektplan: «Vi vil gi")
    turn = talk.turn("bare i Nordland")
    assert len(turn.read_as) < 250
    assert turn.read_as.endswith("…»), avgrenset: Nordland.")


def test_a_wrong_reading_can_be_corrected(talk: Conversation) -> None:
    talk.turn("gjeld i Viken")
    turn = talk.turn("jeg mente språkmentor")
    assert turn.filters == (("county", "Viken"),)
    assert turn.answer is not None
    assert turn.answer.cited[0] == "T903"


def test_nothing_found_suggests_a_way_on(talk: Conversation) -> None:
    talk.turn("gjeldsrådgivning")
    turn = talk.turn("bare i Nordland")
    assert turn.answer is not None
    if not turn.answer.answered:
        assert turn.suggestions == ("ta bort vilkåret", "angre")


def test_identity_numbers_are_refused_and_leave_the_state(talk: Conversation) -> None:
    talk.turn("gjeldsrådgivning")
    before = talk.state
    with pytest.raises(UsageError, match="fødselsnummer"):
        talk.turn(f"hva med {NUMBER}")
    assert talk.state == before


def _number() -> str:
    digits = [0, 1, 0, 1, 5, 0, 0, 0, 0]
    for serial in range(100, 1000):  # an invented number with valid control digits
        digits[6:9] = [int(d) for d in str(serial)]
        first = -sum(w * d for w, d in zip((3, 7, 6, 1, 8, 9, 4, 5, 2), digits, strict=True)) % 11
        second = -sum(w * d for w, d in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2), [*digits, first], strict=True)) % 11
        if first < 10 and second < 10:
            return "".join(map(str, [*digits, first, second]))
    raise AssertionError


NUMBER = _number()


def test_personal_data_waits_for_a_word(talk: Conversation) -> None:
    turn = talk.turn("gjeldsrådgivning for ola@eksempel.no")
    assert turn.answer is None
    assert turn.choices == ("anonymiser", "søk likevel")
    turn = talk.turn("anonymiser")
    assert turn.answer is not None
    assert "ola" not in turn.answer.question
    assert turn.answer.cited[0] == "T902"
    talk.turn("gjeldsrådgivning for ola@eksempel.no")
    kept = talk.turn("søk likevel")
    assert kept.answer is not None


def test_another_line_drops_what_waited(talk: Conversation) -> None:
    talk.turn("gjeldsrådgivning for ola@eksempel.no")
    turn = talk.turn("språkmentor")
    assert turn.answer is not None
    assert talk.state.pending == ""


def test_the_same_lines_give_the_same_turns(assistant: Assistant) -> None:
    lines = ("tiltak i Viken", "uten flyktninger", "fortell om nr. 1", "angre", "flere")
    first, second = ([talk.turn(line) for line in lines] for talk in (assistant.converse(), assistant.converse()))
    assert first == second


def test_undo_is_bounded() -> None:
    state = State(topic="a")
    for _ in range(REMEMBERED + 10):
        state = state.after(topic="b")
    assert len(state.history) == REMEMBERED
    assert all(not past.history for past in state.history)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_own_words_follow_the_language(assistant: Assistant, language: str) -> None:
    talk = assistant.converse(language)  # type: ignore[arg-type]
    turn = talk.turn("gjeldsrådgivning")
    assert turn.read_as.startswith({"nb": "Lest", "nn": "Lese", "en": "Read"}[language])
    assert turn.answer is not None
    assert turn.answer.language == language


def test_topics_lose_what_became_a_condition(assistant: Assistant) -> None:
    age = assistant.reader.read("unge under 30 i Viken").age
    assert conditions.bare_topic(assistant, "språkpraksis for unge under 30 år i Viken", age) == "språkpraksis for unge"
    assert conditions.bare_topic(assistant, "tiltak i Nordland", None) == "tiltak"
    for topic in ("in Viken or Nordland", "from Viken and in Nordland", "at NAV Elvestad"):
        assert conditions.bare_topic(assistant, f"debt advice {topic}", None) == "debt advice"
    assert conditions.without_words("people or young", ["young"]) == "people"
    assert conditions.without_words("young or old people", ["young"]) == "old people"


def plainly(assistant: Assistant, *lines: str) -> str:
    out = io.StringIO()
    assert plain.talk(assistant.converse(), io.StringIO("\n".join(lines) + "\n"), out, "nb", WIDTH) == 0
    return out.getvalue()


def test_the_plain_form_says_the_same(assistant: Assistant) -> None:
    said = plainly(assistant, "gjeldsrådgivning", "", "fortell om nr. 1", "hjelp", "avslutt", "dette leses ikke")
    assert "Lest som et spørsmål" in said
    assert "T902" in said
    assert "Om nr. 1" in said
    assert "dette leses ikke" not in said
    assert "\x1b" not in said


def test_the_plain_form_tells_what_is_demanded_and_what_preferred_once(assistant: Assistant) -> None:
    said = plainly(assistant, "individuell jobbstøtte for dem under 25", "bare i Nordland", "takk")
    first, second, thanks = said.split("\n> ")
    assert "Vilkår:" not in first
    assert "Helst: under 25 år, individuell jobbstøtte." in first
    assert second.count("Vilkår: Nordland.") == 1
    assert "Alder:" not in said
    assert "Filter" not in thanks


def test_the_plain_form_survives_errors_and_tells_no_secrets(assistant: Assistant) -> None:
    said = plainly(assistant, f"hva med {NUMBER}", "fortell om T999", "gjeldsrådgivning")
    assert NUMBER not in said
    assert "T999" in said
    assert said.count("Feil:") == 2
    assert "T902" in said
