"""The catalogue's format, and every record of the project's own catalogue."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from assistant import catalogue
from assistant.building import build
from assistant.errors import CatalogueError
from assistant.importer import identified
from assistant.model import RawDocument
from assistant.paths import catalogue_folder
from assistant.readers.registry import read_source, source_files
from assistant.text.language import detect
from assistant.text.privacy import Detector
from assistant.vocabulary import Vocabulary

HOME = catalogue_folder()
RECORDS = catalogue.load(HOME)
VOCABULARY = Vocabulary.load(HOME)
EXPECTED = [f"T{n:03d}" for n in range(1, 144)] + ["E1", "E2", "E3", "V1", *(f"P{n}" for n in range(1, 7))]
GOOD = '+++\nid = "T1"\nkind = "tiltak"\ntitle = "A"\n[source]\ndocument = "a.txt"\n+++\n\n## Målgruppe\n\nUnge.\n'


def written(folder: Path, text: str, name: str = "T1.md") -> Path:
    (folder / "records").mkdir(exist_ok=True)
    path = folder / "records" / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_record_is_read(tmp_path: Path) -> None:
    record = catalogue.read(written(tmp_path, GOOD.replace("[source]", "age = { max = 30 }\n[source]")))
    assert record.doc_id == "T1"
    assert record.age == (None, 30)
    assert [(line.number, line.text) for line in record.sections["target_group"]] == [(12, "Unge.")]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("+++\nid", "id", "hodet mangler"),
        ('title = "A"', "", "«title» mangler"),
        ('title = "A"', "title = A", "feil i TOML"),
        ('title = "A"', 'title = "A"\nfarge = "rød"', "ukjent felt «farge»"),
        ('kind = "tiltak"', 'kind = "bok"', "finnes ikke"),
        ('document = "a.txt"', "", "mangler document"),
        ("## Målgruppe", "## Pris", "ukjent overskrift «Pris»"),
        ("## Målgruppe\n", "", "tekst før første overskrift"),
        ('title = "A"', 'title = "A"\nmethods = "ips"', "skal være en liste"),
        ('title = "A"', 'title = "A"\nmethods = ["ips", 5]', "«methods» skal være en liste"),
        ('title = "A"', 'title = "A"\naliases = "abc"', "«aliases» skal være en liste"),
        ('title = "A"', "title = 5", "«title» skal være tekst"),
        ('title = "A"', 'title = "A"\nnote = 5', "«note» skal være tekst"),
        ('title = "A"', 'title = "A"\nyear = "2022"', "«year» skal være et helt tall"),
        ('title = "A"', 'title = "A"\nyear = true', "«year» skal være et helt tall"),
        ('title = "A"', 'title = "A"\nlanguage = "xx"', "language «xx» finnes ikke"),
        ('title = "A"', 'title = "A"\nage = { min = 30, max = 18 }', "age er ugyldig"),
        ('title = "A"', 'title = "A"\nage = 5', "«age» skal være en tabell"),
        ('[source]\ndocument = "a.txt"', 'source = "x"', "«source» skal være en tabell"),
        ('document = "a.txt"', 'document = "a.txt"\npage = "2"', "«page» skal være et helt tall"),
        ('document = "a.txt"', 'document = "a.txt"\nlines = [1, 2]', "«lines» skal være en tabell"),
        ('document = "a.txt"', 'document = "a.txt"\n[source.lines]\nachieved = [9, 3]', "linjene for «achieved»"),
    ],
)
def test_a_broken_record_names_the_file_and_the_field(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(CatalogueError, match=says) as caught:
        catalogue.read(written(tmp_path, GOOD.replace(old, new, 1)))
    assert caught.value.line().startswith("T1.md")


def test_two_records_of_one_id(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    written(tmp_path, GOOD, "T2.md")
    with pytest.raises(CatalogueError, match=r"T1 finnes også i T1\.md"):
        catalogue.load(tmp_path)


def test_every_document_has_a_record() -> None:
    assert set(RECORDS) == set(EXPECTED)
    assert all(record.file == f"{doc_id}.md" for doc_id, record in RECORDS.items())


def test_every_value_is_a_concept_of_its_facet() -> None:
    catalogue.check_values(RECORDS.values(), VOCABULARY)
    twice = [r.doc_id for r in RECORDS.values() for values in r.facets.values() if len(set(values)) < len(values)]
    assert twice == []


@pytest.mark.parametrize(
    "line", ['target_groups = ["finnesikke"]', 'target_groups = ["ips"]', 'places = ["finnesikke"]']
)
def test_a_value_that_the_vocabulary_lacks_stops_a_build(tmp_path: Path, small_catalogue: Path, line: str) -> None:
    home = Path(shutil.copytree(small_catalogue, tmp_path / "katalog"))
    written(home, GOOD.replace("[source]", f"{line}\n[source]"))
    with pytest.raises(CatalogueError, match=r"T1\.md: «(finnesikke|ips)» er ingen verdi for (target_groups|places)"):
        build(tmp_path / "index", [], home)
    assert not (tmp_path / "index").exists()


REPORT = """Båtlaget, spør Kari Nordmann – sluttrapport 2024
Kontor: NAV Vågan
Fylke: Nordland

Målgruppe

Unge menn.

Resultater

Ni fikk arbeid.
"""


def new_record(*arguments: str | Path) -> tuple[int, str]:
    script = Path(__file__).resolve().parent.parent / "scripts" / "new_record.py"
    command = [sys.executable, "-X", "utf8", str(script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stderr


def test_a_skeleton_has_what_the_reader_knows(tmp_path: Path) -> None:
    source = tmp_path / "batlaget.txt"
    source.write_text(REPORT, encoding="utf-8")
    out = tmp_path / "nye" / "records"
    status, told = new_record("--sources", source, "--out", out, "--index", tmp_path, "batlaget")
    assert (status, told) == (0, f"{out / 'batlaget.md'} er skrevet\n")
    record = catalogue.read(out / "batlaget.md")
    assert record.title == "Båtlaget, spør [navn] – sluttrapport 2024"
    assert (record.office, record.county, record.year) == ("NAV Vågan", "Nordland", 2024)
    assert record.origin.lines == {"target_group": (7, 7), "results": (11, 11)}
    source.write_text("Foran\n" + source.read_text(encoding="utf-8"), encoding="utf-8")
    assert new_record("--sources", source, "--out", out, "--refresh") == (0, "")
    assert catalogue.read(out / "batlaget.md").origin.lines["target_group"] == (8, 8)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "new_record: ingen id er oppgitt. Oppgi id-en"),
        (["finnes-ikke"], "new_record: ingen kilde har et dokument finnes-ikke."),
        (["--nonsens"], "new_record: det finnes ikke noe valg --nonsens. Se «new_record --help»."),
    ],
)
def test_wrong_use_of_the_script_is_one_line_and_status_2(tmp_path: Path, arguments: list[str], says: str) -> None:
    source = tmp_path / "batlaget.txt"
    source.write_text(REPORT, encoding="utf-8")
    status, told = new_record("--sources", source, *arguments)
    assert (status, told.count("\n")) == (2, 1)
    assert told.startswith(says)


@pytest.mark.parametrize("doc_id", EXPECTED)
def test_no_record_has_personal_data(doc_id: str) -> None:
    record = RECORDS[doc_id]
    if record.kind == "evaluation":
        pytest.skip("skipped: an evaluation's authors are a fact of its publication")
    text = "\n".join(line.text for lines in record.sections.values() for line in lines)
    known = [form for form, _ in VOCABULARY.place_forms()] + [
        name for r in RECORDS.values() for name in (r.title, r.office)
    ]
    assert [(f.kind, text[f.start : f.end]) for f in Detector(keep=known).find(text)] == []


def test_the_language_is_as_declared() -> None:
    wrong = [
        r.doc_id
        for r in RECORDS.values()
        if len(text := " ".join(line.text for lines in r.sections.values() for line in lines)) > 400
        and detect(text) != r.language
    ]
    assert wrong == []


def test_records_have_substance_and_are_not_too_long() -> None:
    words = {
        r.doc_id: sum(len(line.text.split()) for lines in r.sections.values() for line in lines)
        for r in RECORDS.values()
    }
    assert {d: n for d, n in words.items() if n > (450 if d.startswith("T") else 700) or n < 10} == {}
    assert sum(n >= 120 for n in words.values()) >= 0.85 * len(words)


def test_the_table_of_coverage_is_up_to_date() -> None:
    scripts = Path(__file__).resolve().parent.parent / "scripts"
    done = subprocess.run([sys.executable, str(scripts / "coverage.py")], capture_output=True, check=True)
    written = (scripts.parent / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert done.stdout.decode().replace("\r\n", "\n") == written, "run python scripts/coverage.py --write"


def test_coverage_of_counties_groups_and_methods() -> None:
    counties = Counter(r.county for r in RECORDS.values() if r.kind == "tiltak")
    assert len(counties) >= 11
    groups = {value for r in RECORDS.values() for value in r.facets.get("target_group", ())}
    methods = {value for r in RECORDS.values() for value in r.facets.get("method", ())}
    assert len(groups) >= 40
    assert len(methods) >= 80


@pytest.mark.sources
def test_references_hold_and_the_reader_agrees(sources_dir: Path) -> None:
    """A person judged the references; what the reader finds by itself must stay near them."""
    taken: dict[tuple[str, int], str] = {}
    agreed = total = 0
    for path in source_files([sources_dir]):
        read = read_source(path)
        for found, (_, cut, _) in zip(read, identified(path, read, RECORDS), strict=True):
            assert all(s.lines[0].text.strip() and s.lines[-1].text.strip() for s in cut.sections), cut.local_id
            for section in cut.sections:
                if found.page is None:
                    continue
                for line in section.lines:
                    if line.text.strip():
                        place = taken.setdefault((path.name, line.number), f"{cut.local_id} {section.key}")
                        assert place == f"{cut.local_id} {section.key}", f"line {line.number} stands in two sections"
                own = found_lines(found).get(section.key)
                total += 1
                agreed += own == (section.lines[0].number, section.lines[-1].number)
    assert total > 1700
    assert agreed >= 0.96 * total


def found_lines(document: RawDocument) -> dict[str, tuple[int, int]]:
    return {s.key: (s.lines[0].number, s.lines[-1].number) for s in document.sections}


@pytest.mark.sources
def test_pages_and_rows_are_those_of_the_print(sources_dir: Path) -> None:
    rows = {
        d.local_id: (d.page, d.row) for path in source_files([sources_dir]) for d in read_source(path) if d.local_id
    }
    assert all(rows[r.doc_id] == (r.origin.page, r.origin.row) for r in RECORDS.values() if r.doc_id in rows)


_NUMBER = re.compile(r"\d+")
_AGES = re.compile(r"(\d\d)3?[38]r\b")  # «18-243r»: the OCR read «år» as 3r or 8r
# What the OCR made of digits, and digits of what it was unsure of.
_DIGIT_FORMS = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "D": "0", "S": "5", "B": "8", "Z": "2"})


@pytest.mark.sources
def test_every_number_stands_in_the_cited_source(sources_dir: Path) -> None:
    texts = {path.name: path.read_text(encoding="utf-8").splitlines() for path in source_files([sources_dir])}
    wrong = []
    for record in RECORDS.values():
        lines = texts[record.origin.document]
        # Rows of one page stand side by side: a figure may stand in a line that the print put with a neighbour.
        cited = " ".join(
            lines[n]
            for first, last in record.origin.lines.values()
            for n in range(max(first - 30, 1) - 1, min(last + 30, len(lines)))
        )
        have = (
            set(_NUMBER.findall(cited))
            | set(_NUMBER.findall(cited.translate(_DIGIT_FORMS)))
            | set(_AGES.findall(cited))
        )
        for section in record.sections.values():
            for line in section:
                wrong += [
                    (record.doc_id, n)
                    for n in _NUMBER.findall(line.text)
                    if n.lstrip("0") not in have and n not in have
                ]
    assert wrong == []
