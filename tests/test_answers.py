"""Answers: the form a question wishes, quotes that stand alone, and an answer that lies cannot be made."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import choose, cues, profile, quality, render
from assistant.answer.draft import Draft
from assistant.answer.intent import EVERYTHING, Group, intent, remainder
from assistant.answer.sentences import runs
from assistant.answer.types import Answer, Row, Table
from assistant.building import build
from assistant.cli.main import run
from assistant.engine import Assistant, anonymous
from assistant.errors import UsageError
from assistant.messages import LANGUAGES, WORDS, Language
from assistant.text.lost_letters import damaged_words


@pytest.fixture(scope="module")
def assistant(small_index: Path) -> Assistant:
    return Assistant.open(small_index)


FORMS = [
    ("tiltak for unge under 30 med IPS", "list"),
    ("gjeldsrådgivning", "list"),
    ("hva er utfordringene med språkpraksis?", "experience"),
    ("erfaringer med IPS", "experience"),
    ("hvordan når man dem som ikke møter?", "experience"),
    ("Hvorfor faller deltakere fra?", "experience"),
    ("kva verkar for unge?", "experience"),
    ("how do you reach young people?", "experience"),
    ("utfordringer med språkpraksis", "experience"),
    ("hvem finansierte evalueringen?", "fact"),
    ("hvor mange kom i jobb?", "fact"),
    ("når startet prosjektet?", "fact"),
    ("hva er creaming?", "fact"),
    ("Hvem bruker IPS, og hva fikk de til?", "list"),
    ("Brukeren orker ikke å åpne posten. Hva har andre gjort?", "list"),
    ("Gutten er oppe hele natta. Hvordan få ham ut?", "list"),
    ("Gutten er oppe hele natta. Hva var vanskelig for andre?", "experience"),
    (
        "Vi vil ansette en person som skal følge opp flyktninger på arbeidsplassen, med språktrening og mentor, "
        "sammen med voksenopplæringen i kommunen.",
        "similar",
    ),
]


@pytest.mark.parametrize(("question", "wish"), FORMS, ids=[question[:40] for question, _ in FORMS])
def test_the_form_is_read_from_the_question(question: str, wish: str) -> None:
    assert intent(question).wish == wish


def test_the_topic_loses_only_the_kind_of_experience() -> None:
    assert intent("hva er de største utfordringene med språkpraksis?").topic == "språkpraksis"
    assert intent("hva er de største utfordringene med språkpraksis?").groups == ("challenges",)
    assert remainder("hva var vanskelig?") == ""
    assert intent("hva var vanskelig?").topic == EVERYTHING
    assert intent("hvem finansierte evalueringen?").expects == "who"
    assert intent("Hvorfor faller deltakere fra?").order[0] == "challenges"


KINDS: list[tuple[str, tuple[Group, ...]]] = [
    ("hva virket ikke?", ("challenges",)),
    ("hva fungerte dårlig med språkpraksis", ("challenges",)),
    ("kva verka ikkje for ungdom", ("challenges",)),
    ("hva gikk ikke så bra i gruppetiltak for unge", ("challenges",)),
    ("what did not work in debt counselling", ("challenges",)),
    ("hvorfor lykkes ikke gruppetiltak?", ("challenges",)),
    ("hva ga dårlige resultater for innvandrere", ("challenges",)),
    ("hva virker for dem som ikke har lyktes i skolen?", ("success",)),
    ("hvorfor er det vanskelig å måle effekten?", ("challenges",)),
    ("hva var utfordringene og resultatene?", ("challenges", "results")),
    ("hvordan fungerte samarbeidet med skolen?", ()),
    ("hvorfor ble noen tiltak ikke videreført?", ("continued",)),
    ("hvem bør vi samarbeide med om ungdom?", ("cooperation",)),
    ("kven er med i samarbeidet om bustad", ("cooperation",)),
    ("samarbeidspartnere i arbeidet med gjeld?", ("cooperation",)),
]


@pytest.mark.parametrize(("question", "groups"), KINDS, ids=[question for question, _ in KINDS])
def test_what_is_asked_of_a_matter_is_read_with_its_negation(question: str, groups: tuple[Group, ...]) -> None:
    assert intent(question).wish == "experience"
    assert intent(question).groups == groups


def test_a_status_stays_in_the_topic_where_it_is_read_as_a_condition() -> None:
    assert "ikke videreført" in intent("hvorfor ble noen tiltak ikke videreført?").topic
    assert "virket" not in intent("hva virket ikke i Viken?").topic


def test_who_asks_whom_to_ask_gets_a_list_with_the_offices(assistant: Assistant) -> None:
    answer = assistant.ask("hvem kan jeg spørre om gjeldsrådgivning?")
    assert answer.form == "list"
    assert answer.cited[0] == "T902"
    assert answer.statements[-1].lead == "Kontorer å spørre: NAV Elvestad (T902)."


def test_filters_and_a_kind_of_experience_are_answered_from_the_filtered(assistant: Assistant) -> None:
    answer = assistant.ask("hva var vanskelig i Viken?")
    assert answer.form == "experience"
    assert answer.statements[0].lead.startswith("2 tiltak oppfyller vilkårene")
    assert (answer.citations[0].doc_id, answer.citations[0].section) == ("T902", "challenges")
    assert set(answer.cited) <= {"T902", "T903"}
    everywhere = assistant.ask("hva virket?")
    assert everywhere.citations[0].section == "success_factors"
    assert everywhere.matching == 4


@pytest.mark.parametrize("k", [1, 2])
@pytest.mark.parametrize(
    "question",
    ["gjeldsrådgivning eller individuell jobbstøtte", "hva er gjeldsrådgivning?", "hvor mange deltakere fikk lønnet arbeid?",
     "hva er erfaringene med gjeldsrådgivning?", "hva virket?", "hva var vanskelig i Viken?",
     "Vi vil tilby gjeldsrådgivning på biblioteket, og individuell jobbstøtte til unge som vil ha jobb, hver uke."],
)  # fmt: skip
def test_no_more_documents_are_cited_than_were_asked_for(assistant: Assistant, question: str, k: int) -> None:
    assert 1 <= len(assistant.ask(question, k=k).cited) <= k


def test_what_was_tried_is_a_list_of_who_tried_it() -> None:
    asked = intent("Hva er gjort for unge som sliter psykisk?")
    assert (asked.wish, asked.topic) == ("list", "unge som sliter psykisk")
    assert intent("what has been tried for refugees?").wish == "list"
    assert intent("hva er gjort?").wish == "experience"


MEANINGS = [
    ("hva er IPS?", "nb", "Ordlisten: individuell jobbstøtte – jobbstøtte sammen med behandling."),
    ("hva betyr gjeldsrådgivning?", "nb", "Ordlisten: gjeldsrådgivning – råd til den som har for mye gjeld."),
    ("kva er gjeldsrettleiing?", "nn", "Ordlista: gjeldsrettleiing – råd til den som har for mye gjeld."),
    ("kva står IPS for?", "nn", "Ordlista: «IPS» står under individuell jobbstøtte – jobbstøtte sammen med behandling."),
    ("what does debt counselling mean?", "en",
     "Vocabulary: debt counselling / gjeldsrådgivning – råd til den som har for mye gjeld."),
]  # fmt: skip


@pytest.mark.parametrize(("question", "language", "line"), MEANINGS, ids=[question for question, *_ in MEANINGS])
def test_what_a_term_means_is_told_by_the_vocabulary_first(
    assistant: Assistant, question: str, language: Language, line: str
) -> None:
    answer = assistant.ask(question, language=language)
    told = answer.statements[0]
    assert told.lead == line.replace("Ordlisten: individuell", "Ordlisten: «IPS» står under individuell")
    assert not told.citations
    assert answer.citations
    assert assistant.converse(language).turn(question).answer == answer


@pytest.mark.parametrize("question", ["hva er IPS for unge?", "hva er biblioteket?", "individuell jobbstøtte"])
def test_only_a_whole_term_is_explained(assistant: Assistant, question: str) -> None:
    assert "Ordlisten" not in assistant.ask(question).statements[0].lead


def test_likeness_to_a_document_speaks_of_no_text(assistant: Assistant) -> None:
    leads = " ".join(s.lead for s in assistant.like("T901").statements)
    assert "Tiltaket handler om: Målgruppe: unge under 30 år" in leads
    assert "tekst" not in leads.lower()
    plan = assistant.similar("Vi vil gi individuell jobbstøtte til unge med psykiske vansker.")
    assert plan.statements[0].lead == "Teksten handler om:"


def test_answers_point_at_no_command(assistant: Assistant) -> None:
    for message, words in WORDS.items():
        if message.split(".")[0] in ("cell", "none", "read", "cannot", "similar", "fact", "list"):
            assert not any(re.search(r"\btiltak (?:show|ask|compare|similar)\b", text) for text in words), message
    with pytest.raises(UsageError) as error:
        assistant.document("T999")
    assert "tiltak ask" not in error.value.line()


def quotes(answer: Answer) -> list[str]:
    return [c.quote for c in answer.citations]


def test_a_list_says_how_many_and_what_came_of_it(assistant: Assistant) -> None:
    answer = assistant.ask("individuell jobbstøtte for unge")
    assert answer.form == "list"
    assert answer.statements[0].heading
    assert f"{answer.matching} av" in answer.statements[0].lead
    assert answer.citations[0].doc_id == "T901"
    assert answer.statements[1].rank == 1
    came = next(s for s in answer.statements if s.lead == "Hva som kom ut av det:")
    assert answer.citations[came.citations[0] - 1].section == "achieved"


def test_filters_alone_list_all_that_meet_them(assistant: Assistant) -> None:
    answer = assistant.ask("tiltak i Viken")
    assert answer.form == "list"
    assert set(answer.cited) == {"T902", "T903"}
    assert answer.matching == 2


def test_experience_is_grouped_by_kind(assistant: Assistant) -> None:
    answer = assistant.ask("hva er utfordringene med gjeldsrådgivning?")
    assert answer.form == "experience"
    # A single kind has one heading, not one for the answer and one for itself.
    assert [s.lead for s in answer.statements if s.heading] == ["Utfordringer (1 tiltak)"]
    assert answer.citations[0].doc_id == "T902"
    assert answer.citations[0].section == "challenges"


def test_a_fact_comes_first(assistant: Assistant) -> None:
    answer = assistant.ask("hvor mange deltakere fikk lønnet arbeid?")
    assert answer.citations[0].doc_id == "T901"
    assert "Tolv av tjue" in answer.citations[0].quote


@pytest.mark.parametrize("question", ["fortell om Ung i gang", "Ung i gang", "fortell om T901", "hva er Ung i gang?"])
def test_a_named_tiltak_gets_its_profile(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.form == "profile"
    assert answer.cited == ("T901",)
    leads = [s.lead for s in answer.statements]
    assert any(lead.startswith("Målgruppe") for lead in leads)
    assert "Utfordringer: ikke oppgitt" in leads
    assert any("2022" in lead and "Sluttrapport" in lead for lead in leads)


def test_an_ordinary_word_is_no_name(assistant: Assistant) -> None:
    assert assistant.ask("individuell jobbstøtte").form != "profile"


def test_not_found_names_words_filters_and_a_way_on(assistant: Assistant) -> None:
    answer = assistant.ask("hvordan bygge en vindmølle")
    told = " ".join(s.lead for s in answer.statements)
    assert answer.form == "none"
    assert "«vindmølle»" in told
    answer = assistant.ask("gjeldsrådgivning", [("county", "Nordland"), ("kind", "evaluation")])
    told = " ".join(s.lead for s in answer.statements)
    assert "Nordland" in told
    assert "Uten vilkåret" in told
    assert not answer.citations


def test_at_most_two_quotes_of_one_tiltak_and_none_twice(assistant: Assistant) -> None:
    for question in ("IPS for unge", "hva virker for flyktninger?", "gjeld og budsjett", "hvordan hjelpe unge i jobb?"):
        answer = assistant.ask(question)
        ids = [c.doc_id for c in answer.citations]
        assert all(ids.count(doc_id) <= 2 for doc_id in ids)
        assert len(set(quotes(answer))) == len(quotes(answer))


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotes_are_the_same_in_every_language(assistant: Assistant, language: str) -> None:
    nb, other = assistant.ask("gjeldsrådgivning"), assistant.ask("gjeldsrådgivning", language=language)  # type: ignore[arg-type]
    assert quotes(nb) == quotes(other)
    assert other.language == language


def test_lies_cannot_be_told(assistant: Assistant) -> None:
    answer = assistant.ask("gjeldsrådgivning")
    first = answer.citations[0]
    for lie in (
        replace(first, quote=first.quote[:-1] + "!"),
        replace(first, start=first.start + 1, end=first.end + 1),
        replace(first, doc_id="T999"),
        replace(first, section="finnes ikke"),
        replace(first, quote=""),
    ):
        with pytest.raises(ValueError, match="no slice"):
            replace(answer, citations=(lie, *answer.citations[1:]))
    with pytest.raises(ValueError, match="no slice"):
        replace(answer, texts={})
    with pytest.raises(ValueError, match="does not exist"):
        replace(answer, table=Table(("T901",), (Row("x", (99,)),)))


ALONE = [
    ("Deltakerne fikk hjelp til å finne en arbeidsgiver i nærheten.", True),
    ("De fleste deltakerne kom i arbeid i løpet av det første året.", True),
    ("Det er viktig å ha god tid til hver enkelt deltaker.", True),
    ("Dette har ført til at flere kommer i arbeid.", False),
    ("De har vært med i prosjektet siden det startet.", False),
    ("Den viser at flere kommer i arbeid enn før.", False),
    ("I denne gruppen er det mange som trenger hjelp.", False),
    ("I dette prosjektet er det mange som trenger hjelp.", True),
    ("This has made it easier to find work.", False),
    ("En har flyttet, og to har fått arbeid på heltid i kommunen.", False),
    ("En koordinator har fulgt opp deltakerne hver uke.", True),
]


@pytest.mark.parametrize(("text", "alone"), ALONE, ids=[text for text, _ in ALONE])
def test_a_sentence_that_points_back_is_known(text: str, alone: bool) -> None:
    assert quality.points_back(text) != alone


@pytest.mark.parametrize(
    "text",
    ["Vi s& at flere kom i arbeid.", "Deltakerne f@r hjelp.", "eE3milien må være med.", "Vi har tl5 deltakere.",
     "Målet er (at flere kommer i arbeid.", "Det b ble flere deltakere."],
)  # fmt: skip
def test_what_recognition_left_is_damage(text: str) -> None:
    assert quality.damaged(text)


@pytest.mark.parametrize(
    "text", ["Vi bruker IPS og Rus & Psykiatri i NAV.", "KlarA er en gruppe.", "I 2022 kom 12 av 20 i arbeid (60 %)."]
)
def test_what_authors_write_is_no_damage(text: str) -> None:
    assert not quality.damaged(text, names="KlarA")


def test_one_doubted_word_is_forgiven_two_are_not() -> None:
    text = "Deltakerne fikk oppfølgning av en jobbspesilist hele veien."
    assert not quality.damaged(text, ("oppfølgning",))
    assert quality.damaged(text, ("oppfølgning", "jobbspesilist"))


def test_runs_join_what_belongs_together() -> None:
    text = "Kurset holdes på biblioteket hver tirsdag. Dette gjør det lettere å komme innom.\nMålet er todelt:\n- flere i jobb\n- bedre økonomi"
    found = [text[start:end] for start, end, _ in runs(text)]
    assert "Kurset holdes på biblioteket hver tirsdag. Dette gjør det lettere å komme innom." in found
    assert not any(part.startswith("Dette") for part in found)
    assert "Målet er todelt:\n- flere i jobb\n- bedre økonomi" in found


def test_what_goes_on_from_the_words_of_the_form_may_open_small() -> None:
    text = "det erstattes av et fast tilbud i kommunen, som bygger på erfaringene fra prosjektet og er for alle unge."
    assert not list(runs(text))
    assert [text[start:end] for start, end, _ in runs(text, led=True)] == [text]


def test_a_sentence_that_is_taken_back_comes_with_what_takes_it_back() -> None:
    text = "Flere deltakere kom i jobb det første året. Dessverre sluttet de fleste igjen før sommeren kom."
    first = next(iter(runs(text)))
    assert text[first[0] : first[1]] == text
    long = f"Flere deltakere kom i jobb det første året. Dessverre sluttet {'mange ' * 80}igjen."
    assert next(iter(runs(long)))[2] < 1


def test_a_joined_sentence_is_whole() -> None:
    text = "Kontoret ser på muligheten for ti nye læreplasser i kommunen. Disse plassene"
    assert [text[start:end] for start, end, _ in runs(text)] == [text.split(" Disse")[0]]


@pytest.mark.parametrize("word", ["vre", "ogs", "forstelse", "rdgivning", "sprk"])
def test_a_word_that_lost_its_letter_is_known(word: str) -> None:
    text = f"Deltakerne skal {word} ha med seg en venn."
    assert damaged_words([text, word.upper()]) == [word]
    assert quality.damaged(text, lost={word})
    assert not quality.damaged(text)


@pytest.mark.parametrize("word", ["var", "for", "kan", "ferd", "fall", "jobb", "tiltak", "kommune"])
def test_a_common_word_lost_nothing(word: str) -> None:
    assert not damaged_words([word])


def test_a_sentence_with_a_lost_letter_is_not_quoted(copied_index: Path) -> None:
    path = copied_index / "lexicon.json"
    lexicon = json.loads(path.read_text(encoding="utf-8"))
    assert lexicon["lost"] == []

    def quoted() -> str:
        return " ".join(c.quote for c in Assistant.open(copied_index).profile("T901").citations)

    assert "Oppmøtet ble bedre" in quoted()
    path.write_text(json.dumps(lexicon | {"lost": ["bedre"]}), encoding="utf-8")
    assert "Oppmøtet ble bedre" not in quoted()


def test_an_aim_is_no_outcome() -> None:
    assert cues.AIM.search("Målet med prosjektet er å få flere i arbeid.")
    assert cues.AIM.search("- Knytte tettere kontakt med kriminalomsorgen.")
    assert not cues.AIM.search("Tolv deltakere har fått arbeid.")
    assert cues.CAME.search("Tolv deltakere har fått arbeid.")
    assert not cues.CAME.search("Det er i tillegg laget en brosjyre om arbeid.")


def test_half_cut_lines_are_not_quoted() -> None:
    assert quality.worth("fått jobb, og en av dem har fått fagbrev med hjelp av mentor.", True) == 0
    assert quality.worth("23 og forhåpentligvis videre utover det, mot 2025.", True) == 0
    assert quality.worth("Deltakerne fikk hjelp av en mentor på arbeidsplassen og", False) == 0
    assert quality.worth("Kontoret har fått flere henvendelser fra familiene og gjennom", False) == 0
    assert quality.points_back("Har vi fått til bedre og langt raskere nå.")
    assert not quality.points_back("Har vi klart å nå de unge som ikke møter?")


def test_personal_data_is_taken_away_before_the_search(
    assistant: Assistant, capsys: pytest.CaptureFixture[str]
) -> None:
    question = "gjeldsrådgivning for ola@eksempel.no"
    assert "ola" not in anonymous(question)
    answer = assistant.ask(question)
    assert "ola" not in answer.question
    assert "Personopplysninger" in answer.notes[0]
    assert run(["ask", question, "--index", str(assistant.index.folder)]) == 0
    out, err = capsys.readouterr()
    assert "ola" not in out + err
    assert (out + err).lower().count("personopplysninger") == 1  # told once
    assert "ola" in assistant.ask(question, personal="keep").question


def test_packs_say_question_filters_sources_index_and_date(assistant: Assistant) -> None:
    answer = assistant.ask("gjeldsrådgivning", [("county", "Viken")])
    date = "2026-01-02"
    data = render.as_json(answer, date)
    assert data["made"] == date
    assert data["filters"] == {"county": "Viken"}
    assert "made" not in render.as_json(answer)
    rows = list(csv.DictReader(io.StringIO(render.as_csv(answer, date))))
    assert [row["quote"] for row in rows] == [f"«{c.quote}»" for c in answer.citations]
    assert all(row["question"] and row["file"] and row["index_built"] and row["made"] == date for row in rows)
    markdown = render.as_markdown(answer, date)
    assert date in markdown
    assert answer.index.built in markdown
    plain = render.as_text(answer, 80, marks=False)
    assert "[1]" not in plain
    assert "Kilder" not in plain
    assert quotes(answer)[0].split()[0] in plain


def test_a_saved_pack_is_checked_again(
    assistant: Assistant, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = render.as_json(assistant.ask("gjeldsrådgivning"))
    path = tmp_path / "svar.json"
    index = ["--index", str(assistant.index.folder)]
    path.write_text(json.dumps(data), encoding="utf-8")
    assert run(["verify", "--answers", str(path), *index]) == 0
    for change in (
        {"quote": "noe annet"}, {"doc_id": "T999"}, {"section": "x"}, {"source": {"file": "annen.txt"}},
        {"office": "NAV Andeby"}, {"start": "0"},
    ):  # fmt: skip
        wrong = {**data, "citations": [{**data["citations"][0], **change}]}
        path.write_text(json.dumps(wrong), encoding="utf-8")
        assert run(["verify", "--answers", str(path), *index]) == 2
        assert "svar.json" in capsys.readouterr().err
    for change in ({"text": "Løgn «helt oppdiktet»"}, {"citations": [99]}, {"lead": "Annet"}):
        wrong = {**data, "answer": [{**data["answer"][-1], **change}]}
        path.write_text(json.dumps(wrong), encoding="utf-8")
        assert run(["verify", "--answers", str(path), *index]) == 2
        assert "linje 1 av svaret" in capsys.readouterr().err
    for text in ("ikke json", "[]", '{"citations": [1]}', '{"citations": []}'):
        path.write_text(text, encoding="utf-8")
        assert run(["verify", "--answers", str(path), *index]) == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_compare_has_a_quote_or_says_so_in_every_cell(assistant: Assistant) -> None:
    answer = assistant.compare(["T901", "t902"])
    assert answer.table is not None
    assert answer.table.doc_ids == ("T901", "T902")
    cells = [answer.statements[n] for row in answer.table.rows for n in row.statements]
    assert len(cells) == 2 * len(answer.table.rows)
    assert all(cell.citations or cell.lead.endswith("ikke oppgitt") for cell in cells)
    assert "| Målgruppe |" in render.as_markdown(answer)
    for ids in (["T901"], ["T901", "T901"], ["T901"] * 6):
        with pytest.raises(UsageError, match="2–5"):
            assistant.compare(ids)


def _questions(folder: Path) -> list[str]:
    lines = (folder / "queries.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t")[-1] for line in lines]


@pytest.mark.sources
def test_every_quote_of_every_judged_query_is_verbatim(real_index: Path, evaluation_dir: Path) -> None:
    assistant = Assistant.open(real_index)
    seen = 0
    for question in _questions(evaluation_dir):
        answer = assistant.ask(question)
        for c in answer.citations:
            held = assistant.document(c.doc_id).section(c.section)
            assert held is not None
            assert held.text[c.start : c.end] == c.quote
            assert not quality.points_back(c.quote) or c.quote.count(".") > 0
            seen += 1
    assert seen > 100


def test_toml_of_conversations_is_readable() -> None:
    path = Path(__file__).parent / "data" / "conversations.toml"
    assert tomllib.loads(path.read_text(encoding="utf-8"))["conversation"]


def test_an_answer_that_only_sends_the_reader_elsewhere_is_told_not_quoted(assistant: Assistant) -> None:
    document = assistant.document("T901")
    section = replace(document.sections[0], key="cooperation", text="Se tidligere tekst om dette")
    sent = replace(document, sections=(section,))
    draft = Draft(assistant.index, "nb")
    told = profile.part_of(assistant.kit, draft, sent, ("cooperation",), 1, "nb")
    assert told == ([], WORDS["cell.elsewhere"][0].format(id="T901"))


OUTCOMES = [
    ("Ti av tolv deltakere har kommet i jobb.", True),
    ("Mange av elevene har valgt å fortsette skolegangen.", True),
    ("Økt kompetanse hos arbeidsgivere om mangfold.", True),
    ("Prosjektet har nylig startet og skal gi flere jobb.", False),
    ("Vi tror at flere vil komme i arbeid.", False),
    ("Ny lov har ført til økt fokus på tolk i hele kommunen.", False),
    ("Helhetlig oppfølging handler om flere av livets områder.", False),
    ("Det er ca. 20 familier i porteføljen.", False),
]


@pytest.mark.parametrize(("text", "came"), OUTCOMES, ids=[text for text, _ in OUTCOMES])
def test_what_came_of_something_is_told_from_what_is_meant_to(text: str, came: bool) -> None:
    assert (cues.outcome(text) >= choose.LEAST) == came


def test_how_many_came_somewhere_is_neither_an_age_nor_a_name() -> None:
    assert cues.counted("15 personer er formidlet til ordinært arbeid.", "hvor mange kom i jobb?")
    assert cues.counted("Av disse er 12 i jobb, og 14 har begynt på skole.", "hvor mange gikk tilbake til skolen?")
    assert not cues.counted("15 personer er formidlet til ordinært arbeid.", "hvor mange gikk tilbake til skolen?")
    assert not cues.counted("Ungdom under 25 år uten videregående.", "hvor mange kom i jobb?")


@pytest.mark.parametrize(
    "text", ["§ 14. Samarbeid med frivillige organisasjoner i kommunen", "Kilde: Rapport om arbeid og velferd i 2021"]
)
def test_a_paragraph_or_a_source_is_no_utterance(text: str) -> None:
    assert quality.worth(text, True) == 0


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Trenger oppfølging på økonomi, særlig nå etter at hun fikk barn.", False),
        ("En mor med to barn fikk hjelp slik at hun kom i jobb.", True),
        ("Av dem er det mange som trenger hjelp.", False),
        ("Ofte har de behov for støtte til å finne arbeid.", False),
        ("Noe av forklaringen på dette er at mange er nye i landet.", False),
        ("Det har gitt økt kompetanse og medvirkning.", False),
    ],
)
def test_who_is_not_named_is_told_of_elsewhere(text: str, alone: bool) -> None:
    assert quality.points_back(text) != alone


def test_a_question_on_numbers_says_where_there_are_none(assistant: Assistant) -> None:
    talk = assistant.converse("nb")
    talk.turn("gjeldsrådgivning")
    answer = talk.turn("hvor mange kom i jobb?").answer
    assert answer is not None
    assert answer.statements[0].lead in (
        "Ingen av disse oppgir tall på dette.",
        "Rapporten oppgir ikke tall på dette.",
    )


def test_why_is_answered_up_to_the_cause(small_catalogue: Path, tmp_path: Path) -> None:
    home = Path(shutil.copytree(small_catalogue, tmp_path / "katalog"))
    record = home / "records" / "T901.md"
    text = "Det er en del frafall fra kurset. Årsakene er helse, sykdom og lite tid."
    head = record.read_text(encoding="utf-8").partition("## Oppnådd")[0]
    record.write_text(f"{head}## Oppnådd\n\n{text}\n", encoding="utf-8")
    build(tmp_path / "index", [], home)
    assistant = Assistant.open(tmp_path / "index")
    document = assistant.document("T901")
    quote = next(q for q in assistant.kit.sentences.of(document, ("achieved",)) if "frafall" in q.text)
    assert choose.explained(assistant.kit, document, quote).text == text


def test_a_time_that_passes_is_no_number_of_people() -> None:
    assert not cues.COUNTED.search("Det går ofte fire uker før saken er ferdig.")
    assert cues.COUNTED.search("Etter fire uker var tre deltakere i jobb.")
