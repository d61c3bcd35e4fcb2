"""Readers of repository records, web texts and annexes, and what is imported without a record: invented files."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

import pytest

from assistant.catalogue import Origin, Record
from assistant.errors import SourceError
from assistant.importer import import_documents, slug
from assistant.readers.lines import read_lines
from assistant.readers.registry import read_source, source_files, unread_folders, unrecognised

DSPACE = """Vis enkel innførsel

dc.contributor.authorNordmann, Kari
dc.date.issued2021
dc.title-Vi prøvde noe nytt. Evaluering av åpne kveldernb_NO
dc.description.abstractForskerne fulgte tre kontor i to år. Oppmøtet økte.nb_NO
dc.description.sponsorshipKommunen betalte kr. 90 000.nb_NO
dc.language.isonob
Thumbnail
"""
PAGE = """Les rapporten

Lenkeblokk Icon Åpne kvelder

Prosjektet ga råd om gjeld på biblioteket hver torsdag kveld, og det kom flere enn ventet. Se opptaket her:

Lavere terskel

Deltakerne sier at det var lettere å komme dit enn til kontoret, fordi ingen lurte på hva de skulle der.

Lenkeblokk Icon Sjekkliste
"""
ANNEX = """Like dokumenter
Tittel: Forfatter: År: Noe helt annet om introduksjonsordningen

Transkript:

VEDLEGG 1 Slik gjorde vi det For å ordne stoffet leste vi alt to ganger. Side 1 Vedlegg 1 Om noe i NAV

Side 2 Vedlegg 1 Om noe i NAV

VEDLEGG 2 Matrise Prosjekt 1 Produsent/forfatter: Instituttet. Tittel: Nye veier Målgruppe/utvalg: Langtidsledige. \
Viktige erfaringer fra rapporten: I møte med bruker: Samtaler hver uke hjalp. Samarbeid: To etater delte kontor \
Side 1 Vedlegg 2 Om noe i NAV

og fant en felles form. Annet: Noen falt fra. Side 2 Vedlegg 2 Om noe i NAV

Prosjekt 2 Produsent/forfatter: Et annet institutt. Tittel: Gamle veier Målgruppe/utvalg: Unge. Side 3 Vedlegg 2 Om NAV
"""


def saved(folder: Path, text: str, name: str = "kilde.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_repository_record(tmp_path: Path) -> None:
    (found,) = read_source(saved(tmp_path, DSPACE))
    assert (found.kind, found.year) == ("evaluation", 2021)
    assert found.title == "Vi prøvde noe nytt. Evaluering av åpne kvelder"
    assert {s.key: (s.lines[0].number, s.lines[0].text) for s in found.sections} == {
        "abstract": (6, "Forskerne fulgte tre kontor i to år. Oppmøtet økte."),
        "funding": (7, "Kommunen betalte kr. 90 000."),
    }
    assert found.metadata["dc.language.iso"] == ("no",)


def test_a_web_page_without_its_navigation(tmp_path: Path) -> None:
    (found,) = read_source(saved(tmp_path, PAGE))
    (section,) = found.sections
    assert [line.number for line in section.lines] == [5, 7, 9]
    text = " ".join(line.text for line in section.lines)
    assert "Icon" not in text
    assert "opptaket" not in text
    assert "Lavere terskel" in text


def test_annexes_are_documents_of_their_own(tmp_path: Path) -> None:
    method, first, second = read_source(saved(tmp_path, ANNEX))
    assert [d.local_id for d in (method, first, second)] == ["V1", "P1", "P2"]
    assert first.title == "Nye veier"
    sections = {s.key: " ".join(line.text for line in s.lines) for s in first.sections}
    assert sections["target_group"] == "Langtidsledige."
    assert sections["user_contact"] == "Samtaler hver uke hjalp."
    assert sections["cooperation"] == "To etater delte kontor og fant en felles form."
    assert {line.number for s in first.sections for line in s.lines} == {10, 12}
    every = " ".join(line.text for d in (method, first, second) for s in d.sections for line in s.lines)
    assert "Vedlegg" not in every
    assert "introduksjonsordningen" not in every


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"", "tom"), (b"  \n\n", "tom"), (b"ab\0c", "ikke en tekstfil"), ("blåbær".encode("latin-1"), "UTF-8"), (b"kort\n", "ingen leser")],
)  # fmt: skip
def test_what_is_no_source_says_so(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "kilde.txt"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=says) as caught:
        read_source(path)
    assert "kilde.txt" in caught.value.line()


def test_lines_are_those_an_editor_shows(tmp_path: Path) -> None:
    path = tmp_path / "kilde.txt"
    path.write_bytes("\ufeffen\r\nto\x0cfortsatt to\r\ntre".encode())
    assert [(line.number, line.text) for line in read_lines(path)] == [(1, "en"), (2, "to\x0cfortsatt to"), (3, "tre")]


def test_decomposed_letters_are_composed_and_lines_keep_their_numbers(tmp_path: Path) -> None:
    """A Mac writes «å» in two: the repair would take what is left of the word for damage."""
    text = REPORT.replace("et verksted", "et verksted for nordlandsbåter").replace("NAV Fjordvik", "NAV Vågan")
    plain = import_documents([saved(tmp_path, text)], {}).documents[0]
    apart = import_documents([saved(tmp_path, unicodedata.normalize("NFD", text))], {}).documents[0]
    assert apart == plain
    assert apart.office == "NAV Vågan"
    assert "verksted for nordlandsbåter" in apart.sections[-1].text + apart.sections[0].text


def test_sources_may_be_files_or_folders(tmp_path: Path) -> None:
    first, second = saved(tmp_path, DSPACE, "b.txt"), saved(tmp_path, PAGE, "a.txt")
    assert source_files([tmp_path]) == (second, first)
    assert source_files([first, tmp_path]) == (first, second)
    with pytest.raises(SourceError, match="finnes ikke"):
        source_files([tmp_path / "borte"])
    empty = tmp_path / "tom"
    empty.mkdir()
    with pytest.raises(SourceError, match="ingen tekstfiler"):
        source_files([empty])


REPORT = """# Båtlaget – sluttrapport 2024
Kontor: NAV Fjordvik
Fylke: Nordland

Kontoret har drevet et verksted i to år.

## 1. Målgruppe:

Unge menn mellom 18 og 29 år.

Resultat

Ni av 23 gikk over i lønnet arbeid.

Utfordringer

Resultater

Verkstedet var stengt om vinteren.
"""


def test_a_plain_report_with_headings_is_a_tiltak(tmp_path: Path) -> None:
    path = saved(tmp_path, REPORT)
    [report] = read_source(path)
    assert (report.kind, report.title) == ("tiltak", "Båtlaget – sluttrapport 2024")
    assert (report.office, report.county, report.year) == ("NAV Fjordvik", "Nordland", 2024)
    sections = {section.key: [line.text for line in section.lines] for section in report.sections}
    assert sections == {
        "text": ["Kontoret har drevet et verksted i to år."],
        "target_group": ["Unge menn mellom 18 og 29 år."],
        # A heading right below another has no text: it is left out.
        "results": ["Ni av 23 gikk over i lønnet arbeid.", "Utfordringer", "Verkstedet var stengt om vinteren."],
    }
    assert not unrecognised(path)


def test_what_a_report_does_not_say_plainly_is_not_guessed(tmp_path: Path) -> None:
    text = "Vi og NAV Fjordvik lånte et lokale av NAV Elvestad i 2021 og 2022.\n\nMålgruppe\n\nUnge.\n\nUtfordringer\n\nTid.\n"
    [report] = read_source(saved(tmp_path, text))
    assert (report.title, report.office, report.county, report.year) == ("", "", "", None)
    assert [section.key for section in report.sections] == ["text", "target_group", "challenges"]


def test_a_text_without_known_headings_is_not_recognised(tmp_path: Path) -> None:
    path = saved(tmp_path, PAGE)
    assert unrecognised(path)
    assert read_source(path)[0].kind == "evaluation"


def test_the_head_of_a_report_without_a_record_is_masked(tmp_path: Path) -> None:
    head = "Jobbhuset, kontakt Kari Nordmann tlf 91 23 45 67\nKontor: NAV Fjordvik\nFylke: Nordland, ring 91 23 45 68\n"
    body = "\nMålgruppe\n\nUnge, spør Kari Nordmann.\n\nResultater\n\nNi av 23 gikk over i lønnet arbeid.\n"
    [report] = import_documents([saved(tmp_path, head + body)], {}).documents
    assert report.title == "Jobbhuset, kontakt [navn] tlf [telefon]"
    assert (report.office, report.county) == ("NAV Fjordvik", "Nordland, ring [telefon]")
    assert report.masked == {"name": 2, "phone": 2}


@pytest.mark.parametrize(
    ("name", "doc_id"),
    [
        ("sluttrapport-batlag", "sluttrapport-batlag"),
        ("Båtlaget på Ærøya, NAV Vågan 2023", "Batlaget-pa-Aeroya-NAV-Vagan-2023"),
        ("Ba\u030atlaget", "Batlaget"),  # as a Mac writes «å»
        ("rapport-kari-nordmann-91234567", "rapport-navn-telefon"),
        ("Jobbhuset_Kari_Nordmann", "Jobbhuset-navn"),
        ("kari.nordmann@eksempel.no", "e-post"),
        ("2023-01010150074", "2023-fodselsnummer"),
        ("20230115-rapport-2021-2022", "20230115-rapport-2021-2022"),
        ("«»", "dokument"),
    ],
)
def test_a_file_gives_its_document_an_id_without_personal_data(name: str, doc_id: str) -> None:
    assert slug(Path(f"{name}.txt")) == doc_id


def test_a_file_without_a_title_of_its_own_is_called_by_its_id(tmp_path: Path) -> None:
    text = "Vi begynte i 2021.\n\nMålgruppe\n\nUnge.\n\nUtfordringer\n\nTid.\n"
    [report] = import_documents([saved(tmp_path, text, "Rapport Kari Nordmann.txt")], {}).documents
    assert report.title == "Rapport-navn"


def test_long_file_names_that_end_unlike_are_two_documents(tmp_path: Path) -> None:
    part = "erfaringer-fra-arbeidet-med-unge-i-kommunen-2023-del"
    files = [saved(tmp_path, REPORT, f"{part}-{number}.txt") for number in (1, 2)]
    assert [d.doc_id for d in import_documents(files, {}).documents] == [f"{part}-1", f"{part}-2"]


def test_a_short_report_of_one_known_heading_is_running_text(tmp_path: Path) -> None:
    path = saved(tmp_path, "Båtlaget\nKontor: NAV Vågan\n\nMålgruppe\n\nUnge menn uten arbeid.\n")
    [found] = import_documents([path], {}).documents
    assert (found.kind, found.title, found.office, found.year) == ("evaluation", "Båtlaget", "", None)
    assert [section.text for section in found.sections] == ["Målgruppe Unge menn uten arbeid."]
    assert import_documents([path], {}).unrecognised == (path,)


def test_all_that_is_wrong_with_sources_is_told_at_once(tmp_path: Path) -> None:
    saved(tmp_path, REPORT, "bra.txt")
    saved(tmp_path, "", "tom.txt")
    (tmp_path / "gammel.txt").write_bytes("blåbær".encode("latin-1"))
    (tmp_path / "T005.txt").write_text(REPORT, encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        import_documents([tmp_path], {"T005": record("T005", "annet.txt")})
    assert caught.value.line() == (
        "3 kilder kan ikke brukes: T005.txt: id-en T005 har en post om annet.txt; "
        "kilden gammel.txt er ikke UTF-8 (byte 2); kilden tom.txt er tom. Rett dem, eller ta dem bort."
    )
    with pytest.raises(SourceError, match=r"2 kilder kan ikke brukes: kilden .*a finnes ikke; kilden .*b finnes ikke"):
        source_files([tmp_path / "a", tmp_path / "b"])


@pytest.mark.parametrize("name", ["T005.txt", "t005.txt"])
def test_a_file_does_not_take_the_id_of_a_record_of_another(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError) as caught:
        import_documents([saved(tmp_path, REPORT, name)], {"T005": record("T005", "annet.txt")})
    assert caught.value.mend() == "Gi filen et annet navn; er den kilden til posten, skal den hete annet.txt."


def test_a_record_knows_its_file_under_another_name(tmp_path: Path) -> None:
    path = saved(tmp_path, REPORT, "nytt navn.txt")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    [found] = import_documents([path], {"R1": record("R1", "gammelt navn.txt", digest)}).documents
    assert (found.doc_id, found.title) == ("R1", "Fra posten")
    assert found.source.file == "nytt navn.txt"
    by_name = {"R1": record("R1", "nytt navn.txt"), "R2": record("R2", "borte.txt")}
    assert [(d.doc_id, d.source.recorded) for d in import_documents([path], by_name).documents] == [
        ("R1", False), ("R2", True),
    ]  # fmt: skip


def record(doc_id: str, document: str, sha256: str = "") -> Record:
    origin = Origin(document, None, None, {}, sha256)
    return Record(doc_id, "tiltak", "Fra posten", "", "", None, "nb", origin, f"{doc_id}.md", {})


def test_text_files_are_known_in_any_letter_case_and_folders_below_are_told_of(tmp_path: Path) -> None:
    path, below = saved(tmp_path, REPORT, "RAPPORT.TXT"), tmp_path / "2023"
    below.mkdir()
    (tmp_path / "bilder").mkdir()
    other = saved(below, REPORT, "b.Txt")
    assert source_files([tmp_path]) == (path,)
    assert unread_folders([tmp_path]) == (below,)
    assert source_files([tmp_path, below]) == (path, other)
    assert unread_folders([tmp_path, below]) == unread_folders([path]) == ()


def test_two_files_of_one_id_say_that_the_name_may_be_the_cause(tmp_path: Path) -> None:
    files = [saved(tmp_path, REPORT, name) for name in ("a b.txt", "a-b.txt")]
    with pytest.raises(SourceError, match="a-b finnes to ganger") as caught:
        import_documents(files, {})
    assert "gi filen et annet navn" in caught.value.mend()
