"""The vocabulary and the places: format, size, lookups, and what a broken file is answered with."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from assistant.errors import CatalogueError
from assistant.vocabulary import CONCEPTS_FILE, FACETS, PLACES_FILE, Vocabulary

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
COUNTIES_2022 = {
    "agder": 25, "innlandet": 46, "more-og-romsdal": 26, "nordland": 41, "oslo": 1, "rogaland": 23,
    "troms-og-finnmark": 39, "trondelag": 38, "vestfold-og-telemark": 23, "vestland": 43, "viken": 51,
}  # fmt: skip
COUNTIES_NOW = {
    "akershus": 21, "buskerud": 18, "ostfold": 12, "vestfold": 6, "telemark": 17, "troms": 21, "finnmark": 18,
}  # fmt: skip


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load(CORPUS)


def plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


# ------------------------------------------------------------ concepts


def test_there_are_enough_concepts_in_every_facet(vocabulary: Vocabulary) -> None:
    counts = Counter(c.facet for c in vocabulary.concepts)
    assert len(vocabulary.concepts) >= 500
    assert set(counts) == set(FACETS)
    assert counts["method"] >= 150
    assert counts["target_group"] >= 70
    assert counts["report_type"] == 2
    assert counts["continuation"] == 4


def test_ids_are_ascii_slugs(vocabulary: Vocabulary) -> None:
    entries = [*vocabulary.concepts, *vocabulary.places]
    assert [e.id for e in entries if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", e.id)] == []


def test_every_concept_has_both_norwegian_labels_and_a_one_line_definition(vocabulary: Vocabulary) -> None:
    for concept in vocabulary.concepts:
        assert concept.label, concept.id
        assert concept.nn, concept.id
        assert "\n" not in concept.definition, concept.id
        assert concept.definition.endswith("."), concept.id
        assert len(concept.definition) >= 15, concept.id


def test_no_form_is_listed_twice_in_a_concept(vocabulary: Vocabulary) -> None:
    for concept in vocabulary.concepts:
        forms = [form.lower() for form, kind in concept.surface_forms() if kind != "label"]
        assert [f for f, n in Counter(forms).items() if n > 1] == [], concept.id


def test_no_form_is_blank_or_carries_stray_characters(vocabulary: Vocabulary) -> None:
    for form, concept, _ in vocabulary.surface_forms():
        assert form == form.strip(), concept
        assert not re.search(r"[\[\]{}|;<>\"]|  |^[,.]", form), (concept, form)


def test_no_label_names_two_concepts_of_a_facet(vocabulary: Vocabulary) -> None:
    labels = Counter((c.facet, c.label.lower()) for c in vocabulary.concepts)
    assert [label for label, n in labels.items() if n > 1] == []


def test_abbreviations_are_in_few_concepts(vocabulary: Vocabulary) -> None:
    homes: dict[str, set[str]] = {}
    for form, concept, kind in vocabulary.surface_forms():
        if kind == "abbreviation":
            homes.setdefault(form, set()).add(concept)
    assert {form: ids for form, ids in homes.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    ("abbreviation", "concept"),
    [
        ("IPS", "ips"), ("SE", "supported-employment"), ("KVP", "kvp"), ("AAP", "aap"), ("ROP", "rop"),
        ("LAR", "lar-brukere"), ("MI", "motiverende-samtale"), ("IP", "individuell-plan"), ("AFT", "aft"),
        ("VTA", "vta"), ("APS", "aps"), ("BTI", "bti"), ("FACT", "fact"), ("ACT", "act"), ("DPS", "dps"),
        ("BUP", "bup"), ("PPT", "ppt"), ("OT", "oppfolgingstjenesten"), ("HOLF", "holf"), ("TIO", "tio"),
        ("HINN", "hinn"), ("IMDi", "imdi"), ("KS", "ks"), ("SLT", "slt"), ("VR", "vr"), ("BUA", "bua"),
        ("INTRO", "introduksjonsprogram"), ("TSB", "tsb"), ("TFO", "tfo"),
    ],
)  # fmt: skip
def test_the_fields_abbreviations_resolve(vocabulary: Vocabulary, abbreviation: str, concept: str) -> None:
    assert (abbreviation, concept, "abbreviation") in set(vocabulary.surface_forms())


@pytest.mark.parametrize(
    ("form", "concept"),
    [
        ("gjeldsrettleiing", "gjeldsradgivning"),
        ("supported employment", "supported-employment"),
        ("folk som har sonet", "domfelte"),
        ("veilederne", "veileder"),
        ("ungdommar", "ungdom"),
        ("mødrer", "foreldre"),
        ("born", "barn"),
        ("brukarmedverknad", "brukermedvirkning"),
        ("attføring", "aap"),
        ("paragraf 20a", "stl-20a"),
        ("Fylkesmannen", "statsforvalteren"),
        ("Inn på tunet", "gront-arbeid"),
    ],
)
def test_words_people_use_lead_to_the_concept(vocabulary: Vocabulary, form: str, concept: str) -> None:
    assert concept in {c for f, c, _ in vocabulary.surface_forms() if f.lower() == form.lower()}


def test_all_sections_the_form_offers_are_concepts(vocabulary: Vocabulary) -> None:
    offered = ("1", "12", "14", "15", "17", "18", "19", "20", "20a", "27", "28-33", "29-40", "42", "andre")
    assert [n for n in offered if vocabulary.concept(f"stl-{n}") is None] == []


def test_narrower_is_transitive_and_leaves_itself_out(vocabulary: Vocabulary) -> None:
    assert {"psykisk-helse", "rop"}.isdisjoint(vocabulary.narrower("unge"))
    below = vocabulary.narrower("unge")
    assert {"ungdom", "elever-videregaende"} <= set(below)
    assert "unge" not in below
    assert vocabulary.narrower("finnes-ikke") == ()


def test_a_broader_concept_is_seldom_of_another_facet(vocabulary: Vocabulary) -> None:
    crossing = [
        c.id for c in vocabulary.concepts
        if c.broader and (b := vocabulary.concept(c.broader)) is not None and b.facet != c.facet
    ]  # fmt: skip
    assert len(crossing) <= 8, crossing


# ------------------------------------------------------------ places


def test_the_municipalities_of_2022_and_of_today(vocabulary: Vocabulary) -> None:
    municipalities = [p for p in vocabulary.places if p.kind == "municipality"]
    assert Counter(p.county_2022 for p in municipalities if p.county_2022) == COUNTIES_2022
    assert sum(COUNTIES_2022.values()) == 356
    now = Counter(p.county for p in municipalities)
    assert {county: now[county] for county in COUNTIES_NOW} == COUNTIES_NOW
    assert len(municipalities) == 357  # Haram is one again since 2024
    assert now.total() == 357


def test_old_counties_hold_the_right_municipalities(vocabulary: Vocabulary) -> None:
    municipalities = {p.id for p in vocabulary.places if p.kind == "municipality"}

    def inside(place: str) -> frozenset[str]:
        return vocabulary.expand_place(place) & municipalities

    assert inside("viken") == inside("akershus") | inside("buskerud") | inside("ostfold")
    assert inside("innlandet") | {"jevnaker", "lunner"} == inside("hedmark") | inside("oppland")
    assert inside("vestland") == inside("hordaland") | inside("sogn-og-fjordane")
    assert inside("agder") == inside("aust-agder") | inside("vest-agder")
    assert inside("troms-og-finnmark") == inside("troms") | inside("finnmark")
    assert {"nord-trondelag", "sor-trondelag"} <= {p.id for p in vocabulary.places}


def test_expanding_a_county_of_today(vocabulary: Vocabulary) -> None:
    akershus = vocabulary.expand_place("akershus")
    assert {"asker", "lillestrom", "jevnaker"} <= akershus
    assert akershus.isdisjoint({"drammen", "halden", "oslo-kommune", "viken"})


def test_expanding_a_region(vocabulary: Vocabulary) -> None:
    romerike = vocabulary.expand_place("romerike")
    assert {"lillestrom", "lorenskog", "ullensaker", "aurskog-holand"} <= romerike
    assert "asker" not in romerike
    north = vocabulary.expand_place("nord-norge")
    assert {"bodo", "tromso", "kautokeino", "nordland", "troms", "finnmark", "troms-og-finnmark"} <= north
    assert "trondheim" not in north


def test_expanding_an_office(vocabulary: Vocabulary) -> None:
    assert {"alta", "kvaenangen", "loppa"} <= vocabulary.expand_place("nav-alta-kvaenangen-loppa")
    assert "bydel-st-hanshaugen" in vocabulary.expand_place("nav-st-hanshaugen")


def test_every_office_and_district_lies_in_a_county(vocabulary: Vocabulary) -> None:
    for place in vocabulary.places:
        if place.kind in ("office", "district"):
            assert place.county, place.id
            assert place.county_2022, place.id
        if place.kind in ("office", "region"):
            assert place.covers, place.id


def test_place_names_are_shared_only_where_they_really_are(vocabulary: Vocabulary) -> None:
    homes: dict[str, set[str]] = {}
    for form, place in vocabulary.place_forms():
        homes.setdefault(plain(form), set()).add(place.id)
    assert {form for form, ids in homes.items() if len(ids) > 1} <= {
        "oslo", "midt telemark", "sunnfjord", "herøy", "våler", "nav midt telemark",
    }  # fmt: skip


def office_names(vocabulary: Vocabulary) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for form, place in vocabulary.place_forms():
        if place.kind in ("office", "municipality", "district"):
            county = vocabulary.place(place.county_2022)
            names.setdefault(plain(form).removeprefix("nav "), set()).add(county.name if county else "")
    return names


def test_judged_offices_are_known_with_their_county(vocabulary: Vocabulary, evaluation_dir: Path) -> None:
    names = office_names(vocabulary)
    for line in (evaluation_dir / "records.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        office = plain(record["office"]).removeprefix("nav ")
        assert record["county"] in names.get(office, set()), office


@pytest.mark.sources
def test_every_printed_office_is_known(vocabulary: Vocabulary, sources_dir: Path) -> None:
    text = (sources_dir / "tiltaksrapportering-2022-skjemautskrift.txt").read_text(encoding="utf-8")
    printed = "\n".join(text.split("\n")[443:870])
    cells = [plain(cell).removeprefix("nav ") for cell in re.split(r"\n\s*\n", printed) if cell.strip()]
    known = list(office_names(vocabulary))
    unknown = [c for c in cells if 3 < len(c) < 60 and not difflib.get_close_matches(c, known, 1, 0.65)]
    assert len(cells) > 130
    assert unknown == []


# ------------------------------------------------------------ files that break the format

CONCEPT = '[[concept]]\nid = "a"\nfacet = "theme"\nlabel = "a"\ndefinition = "Noe."\n'
PLACE = '[[place]]\nid = "p"\nkind = "region"\nname = "P"\n'


def load(folder: Path, concepts: str = CONCEPT, places: str = PLACE) -> Vocabulary:
    (folder / CONCEPTS_FILE).write_text(concepts, encoding="utf-8")
    (folder / PLACES_FILE).write_text(places, encoding="utf-8")
    return Vocabulary.load(folder)


def test_the_smallest_vocabulary(tmp_path: Path) -> None:
    small = load(tmp_path)
    assert [c.id for c in small.concepts] == ["a"]
    assert small.concept("b") is None
    assert small.place("q") is None
    assert small.expand_place("p") == {"p"}


@pytest.mark.parametrize(
    ("concepts", "words"),
    [
        (CONCEPT + CONCEPT, ("«a»", "to ganger")),
        (CONCEPT + 'broader = "b"\n', ("a", "«b»", "finnes ikke")),
        (CONCEPT + 'related = ["b"]\n', ("a", "«b»", "finnes ikke")),
        (CONCEPT + 'broader = "a"\n', ("a", "ring")),
        (CONCEPT + 'broader = "b"\n' + CONCEPT.replace('"a"', '"b"') + 'broader = "a"\n', ("ring",)),
        (CONCEPT + 'broader = "b"\n' + CONCEPT.replace('"a"', '"b"') + 'broader = "c"\n', ("b:", "«c»", "finnes ikke")),
        (CONCEPT.replace("[[concept]]", "[concept]"), ("«id» mangler",)),
        (CONCEPT.replace('label = "a"\n', ""), ("a", "«label»", "mangler")),
        (CONCEPT.replace('definition = "Noe."\n', ""), ("a", "«definition»", "mangler")),
        (CONCEPT.replace("theme", "tema"), ("a", "«tema»")),
        (CONCEPT + 'synonym = ["b"]\n', ("a", "«synonym»")),
        (CONCEPT + 'synonyms = "b"\n', ("a", "«synonyms»")),
        ("[[concept]\n", ("kan ikke leses",)),
    ],
)
def test_a_broken_concept_is_named_with_its_mend(tmp_path: Path, concepts: str, words: tuple[str, ...]) -> None:
    with pytest.raises(CatalogueError) as caught:
        load(tmp_path, concepts)
    message = caught.value.line()
    assert CONCEPTS_FILE in message
    assert all(word in message for word in words), message
    assert caught.value.mend()
    assert "\n" not in message


@pytest.mark.parametrize(
    ("places", "words"),
    [
        (PLACE + PLACE, ("«p»", "to ganger")),
        (PLACE + 'covers = ["q"]\n', ("p", "«q»", "finnes ikke")),
        (PLACE + 'county = "q"\n', ("p", "«q»", "finnes ikke")),
        (PLACE + 'within = ["q"]\n', ("p", "«q»", "finnes ikke")),
        (PLACE.replace("region", "rike"), ("p", "«rike»")),
        (PLACE.replace('name = "P"\n', ""), ("p", "«name»", "mangler")),
    ],
)
def test_a_broken_place_is_named_with_its_mend(tmp_path: Path, places: str, words: tuple[str, ...]) -> None:
    with pytest.raises(CatalogueError) as caught:
        load(tmp_path, places=places)
    message = caught.value.line()
    assert PLACES_FILE in message
    assert all(word in message for word in words), message
    assert caught.value.mend()


def test_a_missing_file_is_a_catalogue_error(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=CONCEPTS_FILE):
        Vocabulary.load(tmp_path)


def test_the_vocabulary_survives_json(vocabulary: Vocabulary) -> None:
    again = Vocabulary.from_data(vocabulary.to_data())
    assert again.concepts == vocabulary.concepts
    assert again.places == vocabulary.places
