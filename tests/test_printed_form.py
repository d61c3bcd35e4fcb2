"""The reader of the printed form: on a small invented print, and on the real one where it is at hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from assistant.errors import SourceError
from assistant.model import Line, RawDocument
from assistant.readers import form_declaration, printed_form
from assistant.readers.form_align import Evidence, Table, align
from assistant.readers.form_layout import read_strip
from assistant.readers.lines import read_lines
from assistant.readers.registry import read_source

Cell = list[str]
Pages = list[list[Cell]]

# Four invented rows on three pages: a fisheries course, a bicycle workshop, a choir, a kitchen.
NAMES: Pages = [[["Fiskerikurset"], ["Sykkelverkstedet på", "brygga"]], [["Koret"]], [["Suppekjøkkenet"]]]
OFFICES: Pages = [[["NAV Havbygd"], ["NAV Fjellvik"]], [["NAV Dalen"]], [["NAV Tind"]]]
CONTACTS: Pages = [
    [["kari.eksempel@nav.no Nordland"], ["ola.eksempel@fjellvik.kommune.no Agder"]],
    [["per.prove@nav.no Oslo"]],
    [["liv.prove@nav.no Viken"]],
]
TARGETS: Pages = [
    [["Unge som vil på havet og", "lære om fisk."], ["Folk som liker å skru på sykler."]],
    [["Alle som vil synge i kor."]],
    [["Beboere som trenger varm suppe."]],
]
# The workshop has two paragraphs, the first with a false blank line in mid-sentence.
DESCRIPTIONS: Pages = [
    [
        ["Fisk læres om bord på en båt i havet.", "Kurset varer i ti uker."],
        ["Sykler blir reparert på brygga og", "", "lånt ut igjen.", "", "- sykler for barn", "", "- sykler for voksne"],
    ],
    [["Beskriv tiltaket.", "", "Koret øver hver tirsdag og synger viser."]],
    [["Suppe kokes hver dag på kjøkkenet."]],
]
# The choir's answer is taller than its row: it is clipped, and the page break above it is gone.
TALL: Cell = [" sangen blir hørt, og koret øver på vise nummer null"] + [
    f"og koret synger vise nummer {number} for alle som" for number in range(1, 38)
]
DEVELOPS: Pages = [
    [["Kurset utvikler opplæring om bord i båt."], ["Sykler som fag i verkstedet."]],
    [TALL],
    [["Gode rutiner for suppe på kjøkkenet."]],
]
LAW: Pages = [
    [["§1 - Formål / §17 - Råd og", "veiledning"], ["§18 - Stønad"]],
    [["§15 - Bolig / §18 - Stønad"]],
    [["§1 - Formål"]],
]


def answers(word: str) -> Pages:
    """A column of plain answers."""
    return [[[f"Ja, fisk og båt er {word}."], [f"Sykler er {word}."]], [[f"Kor er {word}."]], [[f"Suppe er {word}."]]]


YES: Pages = [[["Mer fisk i båten neste år"], []], [["Koret synger videre"]], [["Suppe hver dag"]]]
NO: Pages = [[[], ["Brygga med sykler er revet"]], [[]], [[]]]

COLUMNS: list[tuple[str, list[str], Pages]] = [
    ("name", ["Navn pa tiltaket."], NAMES),
    ("office", ["Navn pa NAV-kontoret."], OFFICES),
    ("county", ["E-post til kontaktperson (kopi av besvarelsen blir", "", "sendt til denne). Velg fylke."], CONTACTS),
    ("target_group", ["Beskriv malgruppen"], TARGETS),
    ("description", ["Beskriv tiltaket."], DESCRIPTIONS),
    ("develops", ["Beskriv hva tiltaket utvikler."], DEVELOPS),
    (
        "law_sections",
        ["Hvilke paragrafer i sosialtjenesteloven er seerlig", "aktuelle for utviklingsarbeidet? (Flere valg mulig)"],
        LAW,
    ),
    (
        "interest",
        ["Samarbeid - Har tiltaket skapt interesse hos andre", "aktgrer?"],
        answers("av interesse"),
    ),
    ("tried_elsewhere", ["Samarbeid - Skal tiltaket prgves ut andre", "steder?"], answers("prøvd")),
    ("cooperation", ["Samarbeid - Er det samarbeid med andre aktgrer?"], answers("i samarbeid")),
    ("achieved", ["Beskriv hva dere har oppnddd med tiltaket."], answers("oppnådd")),
    ("evaluated_how", ["Beskriv hvordan dere har undersgkt mdloppndelse for", "tiltaket."], answers("undersøkt")),
    ("challenges", ["Beskriv de viktigste utfordringene knyttet til tiltaket."], answers("vanskelig")),
    ("success_factors", ["Beskriv de viktigste suksessfaktorene til tiltaket."], answers("lett")),
    ("continued_yes", ["Skal deler eller hele tiltaket viderefgres? - Ja gjennom"], YES),
    ("continued_no", ["Skal deler eller hele tiltaket viderefgres? - Nei, fordi"], NO),
]
LOST = ["Skal deler eller hele tiltaket viderefgres?", " Nei, fordi"]


def print_column(heading: Sequence[str], pages: Pages) -> list[str]:
    """A column as it is printed: three blank lines a page break, none above a clipped cell."""
    lines = [*heading, ""]
    for page in pages:
        for index, cell in enumerate(cell for cell in page if cell):
            if cell[0].startswith(" "):
                while not lines[-1]:
                    lines.pop()
            elif index:
                lines.append("")
            lines += cell
        lines += ["", "", ""]
    return lines


def print_form(columns: Sequence[tuple[str, list[str], Pages]] = tuple(COLUMNS)) -> list[str]:
    """The whole print, with the heading of the column whose answers are lost."""
    lines: list[str] = []
    for key, heading, pages in columns:
        lines += LOST if key == "continued_yes" else []
        lines += print_column(heading, pages)
    return lines


def read_lines_of(texts: Sequence[str]) -> tuple[RawDocument, ...]:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    return printed_form.read(Path("utskrift.txt"), lines)


def printed(document: RawDocument, key: str) -> list[str]:
    section = next((section for section in document.sections if section.key == key), None)
    return [line.text for line in section.lines] if section else []


@pytest.fixture(scope="module")
def documents() -> tuple[RawDocument, ...]:
    return read_lines_of(print_form())


def test_a_printed_form_is_recognised_and_other_texts_are_not() -> None:
    assert printed_form.recognises(print_form())
    assert not printed_form.recognises(["Navn pa tiltaket.", "", "En artikkel om noe annet."])
    assert not printed_form.recognises([])


def test_rows_become_documents_in_print_order(documents: tuple[RawDocument, ...]) -> None:
    assert [(d.local_id, d.page, d.row) for d in documents] == [
        ("T001", 0, 0),
        ("T002", 0, 1),
        ("T003", 1, 0),
        ("T004", 2, 0),
    ]
    assert [d.title for d in documents] == ["Fiskerikurset", "Sykkelverkstedet på brygga", "Koret", "Suppekjøkkenet"]
    assert [d.office for d in documents] == ["NAV Havbygd", "NAV Fjellvik", "NAV Dalen", "NAV Tind"]
    assert [d.county for d in documents] == ["Nordland", "Agder", "Oslo", "Viken"]
    assert documents[1].contacts == ("ola.eksempel@fjellvik.kommune.no",)
    assert {d.year for d in documents} == {2022}


@pytest.mark.parametrize("key", [key for key, _, _ in COLUMNS[3:]])
def test_every_cell_stands_in_its_row_and_section(documents: tuple[RawDocument, ...], key: str) -> None:
    pages = next(pages for name, _, pages in COLUMNS if name == key)
    assert [printed(document, key) for document in documents] == [cell for page in pages for cell in page]


def test_sections_know_their_lines_and_how_sure_they_are(documents: tuple[RawDocument, ...]) -> None:
    texts = print_form()
    for document in documents:
        for section in document.sections:
            assert [texts[line.number - 1] for line in section.lines] == [line.text for line in section.lines]
            assert section.lines[0].text.strip()
            assert section.lines[-1].text.strip()
            assert 0.0 <= section.confidence <= 1.0


def test_addresses_stay_out_of_titles_and_sections(documents: tuple[RawDocument, ...]) -> None:
    for document in documents:
        shown = [document.title, document.office, document.county]
        shown += [line.text for section in document.sections for line in section.lines]
        assert not any("@" in text for text in shown)


def test_reading_is_deterministic(documents: tuple[RawDocument, ...]) -> None:
    assert read_lines_of(print_form()) == documents


def test_blank_lines_cut_off_the_end_of_the_file_do_no_harm(documents: tuple[RawDocument, ...]) -> None:
    texts = print_form()
    while not texts[-1]:
        texts.pop()
    assert read_lines_of(texts) == documents


def test_columns_without_heading_are_known_by_their_cells() -> None:
    reports: Pages = [
        [["Statusrapportering"], ["Sluttrapportering (siste)"]],
        [["Statusrapportering"]],
        [["Statusrapportering"]],
    ]
    dates: Pages = [[["01.08.22"], ["Mai 2021"]], [["15.08.2022"]], [["01.09.22"]]]
    unmarked: list[tuple[str, list[str], Pages]] = [("start_date", [], dates), ("report_type", [], reports)]
    found = read_lines_of(print_form([*COLUMNS[:3], *unmarked, *COLUMNS[3:]]))
    assert [printed(d, "report_type") for d in found] == [cell for page in reports for cell in page]
    assert [printed(d, "start_date") for d in found] == [cell for page in dates for cell in page]
    assert found[0].county == "Nordland"


def without(key: str) -> list[str]:
    return print_form([column for column in COLUMNS if column[0] != key])


def addresses_lost() -> list[str]:
    return [line.replace("@", " ") for line in print_form()]


def page_too_many() -> list[str]:
    extra = [
        (key, heading, [*pages, [["Enda en suppe."]]] if key == "achieved" else pages)
        for key, heading, pages in COLUMNS
    ]
    return print_form(extra)


def other_order() -> list[str]:
    return print_form([COLUMNS[-1], *COLUMNS[:-1]])


@pytest.mark.parametrize(
    ("broken", "cause"),
    [
        (lambda: without("challenges"), "mangler kolonneoverskriften «Beskriv de viktigste utfordringene"),
        (addresses_lost, "fant ingen e-postadresser"),
        (page_too_many, "«Beskriv hva dere har oppnådd med tiltaket.» i utskrift.txt har andre sider"),
        (other_order, "annen rekkefølge"),
        (lambda: ["Noe helt annet."], "ikke et skjema som er kjent"),
    ],
)
def test_a_damaged_print_gives_one_clear_line(broken: Callable[[], list[str]], cause: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_lines_of(broken())
    assert cause in caught.value.cause()
    assert caught.value.mend()
    assert "\n" not in caught.value.line()


def test_another_form_needs_a_declaration_and_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sommer.toml").write_text(
        'name = "Sommerskjema"\nyear = 2024\nprefix = "S"\n'
        '[[column]]\nkey = "name"\nrole = "title"\nheading = "Hva heter det?"\nfilled = "always"\n'
        '[[column]]\nkey = "mail"\nrole = "contact"\nheading = "Hvem svarer?"\n'
        '[[column]]\nkey = "text"\nrole = "section"\nheading = "Fortell om sommeren."\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(form_declaration, "FOLDER", tmp_path)
    form_declaration.declared_forms.cache_clear()
    columns: list[tuple[str, list[str], Pages]] = [
        ("name", ["Hva heter det?"], [[["Bading"]], [["Seiling"]]]),
        ("mail", ["Hvem svarer?"], [[["a@eksempel.no Agder"]], [["b@eksempel.no Oslo"]]]),
        ("text", ["Fortell om sommeren."], [[["Bading i sjøen."]], [["Seiling i vind."]]]),
    ]
    try:
        found = read_lines_of(print_form(columns))
    finally:
        form_declaration.declared_forms.cache_clear()
    assert [(d.local_id, d.title, d.year, printed(d, "text")) for d in found] == [
        ("S001", "Bading", 2024, ["Bading i sjøen."]),
        ("S002", "Seiling", 2024, ["Seiling i vind."]),
    ]


def test_a_declaration_without_contact_column_is_refused() -> None:
    with pytest.raises(ValueError, match="role contact"):
        form_declaration.parse_form('name = "x"\nyear = 1\nprefix = "X"\n[[column]]\nkey = "a"\nrole = "title"\n')


@pytest.mark.parametrize(("blanks", "breaks"), [(1, 0), (3, 1), (4, 1), (6, 2), (27, 9)])
def test_three_blank_lines_are_a_page_break(blanks: int, breaks: int) -> None:
    texts = ["over", *[""] * blanks, "under"]
    strip = read_strip(texts, 0, len(texts))
    assert [block.breaks for block in strip.blocks] == [0, breaks]
    assert strip.blocks[1].marked is bool(breaks)


def test_confidence_is_the_margin_between_alternatives() -> None:
    texts = ["En", "", "To", "", "Tre"]
    strip = read_strip(texts, 0, len(texts))
    even = align(strip, Table([2]), Evidence([[0.0, 0.0]] * 3, [0.0] * 3, [0.0, 0.0], -6.0), whole=True)
    sure = align(strip, Table([2]), Evidence([[0.0, 0.0]] * 3, [0.0, 9.0, -9.0], [0.0, 0.0], -6.0), whole=True)
    assert even is not None
    assert sure is not None
    assert even.runs[0].confidence < 0.6
    assert sure.runs[0].confidence > 0.99
    assert [(run.cell, run.first, run.last) for run in sure.runs] == [(0, 0, 0), (1, 1, 2)]


REAL = "tiltaksrapportering-2022-skjemautskrift.txt"
FLOOR = 0.97  # measured: 0.976 of all listed sections with exactly the listed first and last lines


@pytest.fixture(scope="module")
def real(sources_dir: Path) -> tuple[RawDocument, ...]:
    return read_source(sources_dir / REAL)


@pytest.mark.sources
def test_the_real_print_has_143_rows_on_69_pages(real: tuple[RawDocument, ...], sources_dir: Path) -> None:
    assert [d.local_id for d in real] == [f"T{number:03d}" for number in range(1, 144)]
    assert {d.page for d in real} == set(range(69))
    assert all(d.title and d.office and d.county and len(d.contacts) == 1 for d in real)
    texts = [line.text for line in read_lines(sources_dir / REAL)]
    owned = [line.number for d in real for section in d.sections for line in section.lines]
    assert len(owned) == len(set(owned))
    assert all(
        texts[s.lines[0].number - 1].strip() and texts[s.lines[-1].number - 1].strip() for d in real for s in d.sections
    )


@pytest.mark.sources
def test_sections_stand_where_the_hand_made_records_say(real: tuple[RawDocument, ...], evaluation_dir: Path) -> None:
    by_id = {document.local_id: document for document in real}
    records = [json.loads(line) for line in (evaluation_dir / "records.jsonl").read_text(encoding="utf-8").splitlines()]
    listed = exact = 0
    for record in records:
        document = by_id[record["doc_id"]]
        assert (document.page, document.row) == (record["page"], record["row"])
        found = {s.key: [s.lines[0].number, s.lines[-1].number] for s in document.sections}
        listed += len(record["sections"])
        exact += sum(found.get(key) == lines for key, lines in record["sections"].items())
    assert exact / listed >= FLOOR
