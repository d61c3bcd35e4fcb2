from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.text.privacy import MASKS, Detector, Finding, find_in_question, mask
from assistant.text.privacy_contacts import contact
from assistant.text.privacy_numbers import control_digits, is_national_id

# Invented addresses: a plain one, one with Norwegian letters spelled away, one with a double first
# name, one with a recogniser's damage, one with everyday words for names, two that name an office.
ADDRESSES = (
    "tiril.kvernbekk@eksempel.no",
    "bjorg.aase.grotteviknes@eksempel.no",
    "Solfrid-Anne.Myrdalsbraten2@eksempel.no",
    "ragnfrid.skjerpingstgl@eksempel.no",
    "vigdis.haugen@eksempel.no",
    "nav.fjellby@eksempel.no",
    "postmottak@eksempel.no",
)
KEEP = ("NAV Fjellby", "Haugen kommune", "Ingrid-prosjektet", "Kafé Solveig", "Vik")


def national_id(day: int, month: int, year: int = 3, *, shift_day: int = 0, shift_month: int = 0) -> str:
    """A valid number on an invented date; the individual number is the first that works."""
    for number in range(990, 1000):
        nine = f"{day + shift_day:02}{month + shift_month:02}{year:02}{number}"
        if digits := control_digits(nine):
            return nine + digits
    raise AssertionError


def found(text: str, detector: Detector | None = None) -> list[tuple[str, str]]:
    return [(f.kind, text[f.start : f.end]) for f in (detector or Detector(ADDRESSES, KEEP)).find(text)]


def masked(text: str, detector: Detector | None = None) -> str:
    return mask(text, (detector or Detector(ADDRESSES, KEEP)).find(text))


# National identity numbers


@pytest.mark.parametrize(("day", "month"), [(0, 0), (40, 0), (0, 40), (0, 65), (0, 80), (40, 80)])
@pytest.mark.parametrize("shape", ["{0}{1}", "{0} {1}", "{0}-{1}", "{2}.{3}.{4} {1}", "{2}.{3}.{4}.{1}"])
def test_identity_numbers_in_their_spellings(day: int, month: int, shape: str) -> None:
    number = national_id(30, 11, shift_day=day, shift_month=month)
    written = shape.format(number[:6], number[6:], number[:2], number[2:4], number[4:6])
    assert found(f"Brukeren ({written}) søkte.") == [("national_id", written)]
    assert [f.kind for f in find_in_question(f"hva fikk {written}?")] == ["national_id"]


def test_identity_numbers_need_date_and_control_digits() -> None:
    number = national_id(30, 11)
    assert is_national_id(number)
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert not is_national_id(wrong)
    assert not is_national_id("00" + number[2:])
    assert found(f"Telleren viser {wrong} treff") == []
    # Mistyped, but the text itself says what it is.
    assert found(f"Fødselsnummer: {wrong}") == [("national_id", wrong)]
    assert found(f"{number}7 er ikke et nummer") == []


@pytest.mark.parametrize("shape", ["{}{}{}{}{}", "{}{}{} {}{}", "{} {} {} {}{}", "{}{}{}-{}{}"])
def test_a_mistyped_identity_number_in_a_question_is_one_all_the_same(shape: str) -> None:
    wrong = shape.format("12", "05", "70", "123", "45")
    assert found(f"Telleren viser {wrong} treff") == []
    assert [f.kind for f in find_in_question(f"{wrong} gjeld")] == ["national_id"]
    assert find_in_question(f"{wrong}6 gjeld") == ()


@pytest.mark.parametrize(
    "shape", ["{0} {1} {2} {3} {4} {5} {6} {7} {8} {9} {10}", "{0}.{1}.{2}.{3}.{4}.{5} {6}-{7}-{8} {9} {10}",
              "{0}{1}{2}{3} {4}{5}{6}{7} {8}{9}{10}", "{0}  {1}  {2}  {3}  {4}  {5}  {6}  {7}  {8}  {9}  {10}"],
)  # fmt: skip
def test_an_identity_number_in_other_groups_is_one(shape: str) -> None:
    written = shape.format(*national_id(30, 11))
    assert found(f"Brukeren ({written}) søkte.") == [("national_id", written)]
    assert [f.kind for f in find_in_question(f"hva fikk {written}?")] == ["national_id"]


def test_digits_of_any_script_are_digits() -> None:
    wide = national_id(30, 11).translate({ord(d): ord(d) - ord("0") + ord("０") for d in "0123456789"})
    assert found(f"Brukeren {wide} søkte.") == [("national_id", wide)]
    assert [f.kind for f in find_in_question(f"hva fikk {wide}?")] == ["national_id"]
    assert find_in_question("i 2021 2022 og 20 23, trinn 1 2 3 4 5 6 7 8 9 1 2") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deltaker født 02.03.1996 fikk plass", "Deltaker født [fødselsdato] fikk plass"),
        ("Gutt (f. 2/3-96)", "Gutt (f. [fødselsdato])"),
        ("fødselsdato: 020396.", "fødselsdato: [fødselsdato]."),
        ("fødd den 2. mars 1996", "fødd den [fødselsdato]"),
        ("Født i 1996, startet 02.03.2021, f.eks. 01.02.2022", "Født i 1996, startet 02.03.2021, f.eks. 01.02.2022"),
        ("Gave til 1234.56.78903 takk", "Gave til [kontonummer] takk"),
        ("kontonr: 1234 56 78903", "kontonr: [kontonummer]"),
        ("kontonummer 12345678903", "kontonummer [kontonummer]"),
        ("sak 1234 56 78903", "sak 1234 56 78903"),
    ],
)
def test_birth_dates_and_accounts(text: str, expected: str) -> None:
    assert masked(text) == expected


# Telephone numbers


@pytest.mark.parametrize(
    "number",
    [
        "92 34 56 71",
        "923 45 671",
        "92345671",
        "+47 92 34 56 71",
        "0047 92345671",
        "+4792345671",
        "22 34 56 71",
    ],
)
def test_telephone_numbers(number: str) -> None:
    assert found(f"Vi kan nås på {number}, helst før lunsj.") == [("phone", number)]
    assert [f.kind for f in find_in_question(f"hvem har {number}")] == ["phone"]


def test_two_telephone_numbers_in_a_row() -> None:
    assert [k for k, _ in found("Nås på 92 34 56 71 / 93 45 67 12 og 94 56 71 23 95 67 12 34")] == ["phone"] * 4


@pytest.mark.parametrize(
    "text",
    [
        "Vi fikk kr 400 000 i støtte",
        "Det kostet 20000000 kr",
        "Budsjettet på 23 45 67 89 kr holdt",
        "kr. 234 56 789 ble brukt",
        "ISBN 978-82-7777-123-4",
        "ISSN 2777-4141 og ISSN 27774141",
        "hdl.eksempel.net/11250/3999999",
        "sak 2019/14098 og saksnr. 22334455",
        "i årene 2004-2008, og 2019-2022",
        "20220131 til 31012022",
        "§ 18, 19, 20, 27, 28 og 42",
        "24.10.2022 kl. 09.30",
        "20 30 40 50 prosent",
        "tabell: 21 32 43 54 65 76 87",
        "12 34 56 78",
    ],
)
def test_other_numbers_are_no_telephones(text: str) -> None:
    assert found(text) == []
    assert find_in_question(text) == ()


# E-mail addresses


@pytest.mark.parametrize(
    "address",
    [
        "tiril.dunk@eksempel.no",
        "tiril.dunk @ eksempel.no",
        "tiril.dunk(at)eksempel.no",
        "tiril.dunk [at] eksempel.no",
        "tiril.dunk@nav no",
        "tiril.dunk@nav",
        "tiril_dunk-7@post.eksempel.kommune.no",
        "td@eksempel.com",
    ],
)
def test_addresses(address: str) -> None:
    assert found(f"Skriv til {address} om plass") == [("email", address)]
    assert [f.kind for f in find_in_question(f"hvem er {address}")] == ["email"]


@pytest.mark.parametrize(
    "text",
    [
        "Følg oss som @jobbkafeen på Instagram",
        "følg oss @nav",
        "De f@ler seg sett, og vi pr@ver igjen",
        "Bedre gj@remål.Vi h@rer på dem",
        "i @stfold og @rsta. No startar vi",
    ],
)
def test_handles_and_damaged_letters_are_no_addresses(text: str) -> None:
    assert found(text) == []


# Contact persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring Tiril Kvernbekk om dette", "Ring [navn] om dette"),
        ("tiril kvernbekk svarer", "[navn] svarer"),
        ("TIRIL KVERNBEKK svarer", "[navn] svarer"),
        ("Kvernbekk, Tiril", "[navn]"),
        ("Tiril M. Kvernbekk og Tiril Marie Kvernbekk", "[navn] og [navn]"),
        ("Tiril Kvernbekks gruppe", "[navn]s gruppe"),
        ("Bjørg Åse Grøtteviknes møtte", "[navn] møtte"),
        ("Bjgrg Grgtteviknes mgtte", "[navn] mgtte"),
        ("Bjoerg Grotteviknes møtte", "[navn] møtte"),
        ("Solfrid-Anne Myrdalsbråten", "[navn]"),
        ("Solfrid Myrdalsbr&ten", "[navn]"),
        ("Ragnfrid Skjerpingstøl", "[navn]"),
        ("Planen fra Kvernbekk ble fulgt", "Planen fra [navn] ble fulgt"),
        ("Kvernbekks plan ble fulgt", "[navn]s plan ble fulgt"),
        ("Tiril\nKvernbekk", "[navn]"),
        ("tiril.kvernbekk", "[navn]"),
    ],
)
def test_contact_names(text: str, expected: str) -> None:
    assert masked(text) == expected


def test_a_surname_that_is_a_common_word_needs_a_sign_of_a_person() -> None:
    assert masked("Kafeen ved Haugen går godt. Haugen er en fin plass") == (
        "Kafeen ved Haugen går godt. Haugen er en fin plass"
    )
    assert masked("Vi traff prosjektleder Haugen der") == "Vi traff prosjektleder [navn] der"
    assert masked("Vigdis Haugen leder Haugen kommune") == "[navn] leder Haugen kommune"


def test_the_documents_own_contact_is_known_by_first_name() -> None:
    detector = Detector(["june.fjellbrotten@eksempel.no"])
    text = "Det var June som tok ansvaret."
    assert masked(text, detector) == text
    inside = detector.within([], own=["june.fjellbrotten@eksempel.no"])
    assert mask(text, inside.find(text)) == "Det var [navn] som tok ansvaret."


REPORT = (
    "Prosjektleder Torbjørn Eliassen-Krag. Kontaktperson er Solveig Myrvang.",
    "Kari Berg møtte Line Dahl og Endre Dahl.",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Solveig svarer alltid.", "[navn] svarer alltid."),
        ("Ring Myrvang ved spørsmål.", "Ring [navn] ved spørsmål."),
        ("Kontakt også Krag", "Kontakt også [navn]"),
        ("Krag svarte.", "[navn] svarte."),
        ("Myrvangs innsats", "[navn]s innsats"),
        ("Eliassen-Krag leder", "[navn] leder"),
        ("Spør Berg, Endre eller Line", "Spør [navn], [navn] eller Line"),
        # An everyday word, a place, an office, a street, a method, an author.
        ("Berg og dal. Line og linje. Endre praksis", "Berg og dal. Line og linje. Endre praksis"),
        ("NAV Krag, i Myrvang og Fjellby", "NAV Krag, i Myrvang og Fjellby"),
        ("Møt oss i Solveigs vei, Torbjørn Egners plass", "Møt oss i Solveigs vei, Torbjørn Egners plass"),
        ("Myrvang Bakeri AS", "Myrvang Bakeri AS"),
        ("Krag-modellen", "Krag-modellen"),
        ("Krag (2019) viser det", "Krag (2019) viser det"),
        ("Kafé Line", "Kafé Line"),
    ],
)
def test_whom_a_report_names_in_full_is_known_by_a_part_of_the_name(text: str, expected: str) -> None:
    inside = Detector(keep=("Kafé Line", "Fjellby", "Endre praksis")).within(REPORT, places=["NAV Fjellby"])
    assert mask(text, inside.find(text)) == expected
    assert inside.mask_lines([text]) == [expected]


def test_offices_name_nobody() -> None:
    assert contact("nav.fjellby@eksempel.no") is None
    assert contact("postmottak@eksempel.no") is None
    assert masked("NAV Fjellby og Fjellby torg") == "NAV Fjellby og Fjellby torg"


# Other persons


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foredrag v/ Torgeir Plommedal om brød", "Foredrag v/ [navn] om brød"),
        ("Baking v. Øyvind Plommedal: eltekurs", "Baking v. [navn]: eltekurs"),
        ("Baking v. @yvind Plommedal: eltekurs", "Baking v. [navn]: eltekurs"),
        ("• Kurs ved Zdrubo Xamquil fra Peru", "• Kurs ved [navn] fra Peru"),
        ("kollega Asma fra Syria", "kollega [navn] fra Syria"),
        ("• Kollega Asma viste veien", "• Kollega [navn] viste veien"),
        ("Mathias, arbeidsleder i bakeriet", "[navn], arbeidsleder i bakeriet"),
        ("Kontakt: Qvrilla Plommedal-Dunk", "Kontakt: Qvrilla Plommedal-Dunk"),
        ("prosjektleder Qvrilla Plommedal sa", "prosjektleder [navn] sa"),
        ("Qvrilla Plommedal, avdelingsleder bakeri", "[navn], avdelingsleder bakeri"),
        ("Qvrilla Plommedal 92 34 56 71", "[navn] [telefon]"),
        ("Tone E. Plommedal, prosjektleder", "[navn], prosjektleder"),
        ("Ali (34) fikk jobb", "[navn] (34) fikk jobb"),
        ("Etter kurset begynte Fatima på skole", "Etter kurset begynte [navn] på skole"),
        ("Mohammed kom til Norge i fjor", "[navn] kom til Norge i fjor"),
        ("Vi fulgte Asgeirs familie", "Vi fulgte [navn]s familie"),
    ],
)
def test_other_persons(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "NAV Indre Østfold samarbeider med Ny Giv om Supported Employment",
        "Ingrid-prosjektet holder til på Kafé Solveig ved Vik",
        "Røde Kors, Kirkens Bymisjon og Ung Arena Fjellby",
        "Dunk og Plommedal (2011) viser det samme",
        "Øystein Dunk og Solveig Plommedal (2011) viser det samme",
        "Forfatter: Øystein Plommedal",
        "Solveig Plommedal, Fafo",
        "Møtet var i Anne Plommedals vei",
        "Line, linje og strek. Per uke er det tre. Målene er klare.",
        "Even om det regner. Tom for ideer, men Liv i kafeen",
        "Vi leier av Olavs hospital og Dronning Sonja senter",
        "veileder NAV Fjellby, leder Mulighetssenteret og koordinator Ung Arena",
        "kurs ved Universitetet i Nord",
    ],
)
def test_no_persons(text: str) -> None:
    assert masked(text) == text


# Questions


@pytest.mark.parametrize("text", ["Hva gjorde Torgeir Plommedal?", "hva gjorde kari nordmann", "Fikk Ali Hassan jobb?"])
def test_names_in_questions(text: str) -> None:
    assert [f.kind for f in find_in_question(text)] == ["name"]


def test_a_name_of_decomposed_letters_is_a_name() -> None:
    name = unicodedata.normalize("NFD", "Åse Plommedal-Øksnevad")
    assert find_in_question(f"Hva gjorde {name}?") == (Finding("name", 11, 11 + len(name)),)


@pytest.mark.parametrize(
    "text",
    [
        "Hva gjør NAV Indre Østfold for unge?",
        "Hvilke tiltak bruker Supported Employment eller Ny Giv?",
        "Hva har Midt-Telemark, Nordre Follo og Bydel Gamle Oslo prøvd?",
        "hva er erfaringene per kommune",
        "Hva virker for unge under 30 i Oslo?",
        "Hvem har prøvd Jobbsmak i Troms og Finnmark?",
        "Hva sier Fatima om kurset?",
        "Finnes det kurs på line i 2021 eller 2022?",
    ],
)
def test_questions_without_persons(text: str) -> None:
    assert find_in_question(text) == ()


# The whole


def test_names_broken_over_lines_are_masked_in_both() -> None:
    lines = ["Leder er Tiril", "Kvernbekk, og hun", "nås på 92 34 56 71", ""]
    assert Detector(ADDRESSES).mask_lines(lines) == [
        "Leder er [navn]",
        "[navn], og hun",
        "nås på [telefon]",
        "",
    ]
    assert Detector().mask_lines([]) == []


PIECES = st.sampled_from(
    [
        *(
            "Tiril",
            "Kvernbekk",
            "Torgeir",
            "Plommedal",
            "Haugen",
            "Ali",
            "NAV",
            "prosjektleder",
            "v/",
            "kontakt:",
            "ved",
        ),
        *(
            "92",
            "34",
            "56",
            "71",
            "92345671",
            "kr",
            "+47",
            "(2011)",
            "tlf",
            "@",
            "eksempel.no",
            "tiril.dunk@nav",
            "(at)",
        ),
        *(
            national_id(30, 11),
            "30.11.03",
            "[navn]",
            "[",
            ",",
            ".",
            "-",
            "\n",
            "og",
            "s",
            "§",
            "&",
            "Ø",
            "@yvind",
        ),
    ]
)
TEXTS = st.text(max_size=200) | st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_findings_are_ordered_and_apart(text: str) -> None:
    for findings in (Detector(ADDRESSES, KEEP).find(text), find_in_question(text)):
        end = 0
        for f in findings:
            assert end <= f.start < f.end <= len(text)
            end = f.end


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_masking_leaves_lines_and_the_rest_alone(text: str) -> None:
    findings = Detector(ADDRESSES, KEEP).find(text)
    rest = "".join(text[a:b] for a, b in _between(findings, len(text)))
    unmasked = mask(text, findings)
    for f in findings:
        unmasked = unmasked.replace(MASKS[f.kind], "", 1) if MASKS[f.kind] not in rest else unmasked
    if not any(m in rest for m in MASKS.values()):
        assert unmasked == rest
    lines = text.split("\n")
    assert len(Detector(ADDRESSES, KEEP).mask_lines(lines)) == len(lines)


def _between(findings: tuple[Finding, ...], length: int) -> list[tuple[int, int]]:
    edges = [0, *(x for f in findings for x in (f.start, f.end)), length]
    return list(zip(edges[::2], edges[1::2], strict=True))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["Tiril Kvernbekk", "92 34 56 71", "td@eksempel.no", "Torgeir Plommedal, leder"])))
def test_a_masked_text_has_nothing_left(parts: list[str]) -> None:
    text = " møtte naboen. ".join(parts)
    assert Detector(ADDRESSES).find(masked(text)) == ()


# The real form: names are derived from its addresses here once more, independently of the module.

_TO_ASCII = str.maketrans("øåæöäéüg", "oaaoaauo")


def _plain(text: str) -> str:
    return text.lower().replace("aa", "a").replace("ae", "a").replace("oe", "o").translate(_TO_ASCII)


@pytest.mark.sources
def test_no_contact_survives_in_the_form(sources_dir: Path) -> None:
    (path,) = sources_dir.glob("*skjemautskrift*.txt")
    lines = path.read_text(encoding="utf-8").split("\n")
    addresses = re.findall(r"[\w.-]+@[\w.-]+", "\n".join(lines[870:1291]))
    assert len(addresses) == 143
    offices = [line.strip() for line in lines[443:870] if line.strip()]
    out = "\n".join(Detector(addresses, offices).mask_lines(lines[1519:]))
    assert not re.search(r"\w@\w+\.\w", out.replace("\n", " "))
    assert not re.search(r"(?<![\w/])[2-9]\d( ?\d\d){3}(?![\d/])", out.replace("\n", " | "))
    words = re.findall(r"[^\W_]+", _plain(out))
    pairs = set(pairwise(words)) | set(zip(words, words[2:], strict=False))
    for address in addresses:
        parts = re.split(r"[.-]", re.sub(r"\d", "", _plain(address.split("@")[0])))
        if parts[0] != "nav":
            assert (parts[0], parts[-1]) not in pairs
            assert address.lower() not in out.lower()


def test_eight_digits_in_a_link_are_hidden_but_a_handle_stays() -> None:
    text = "https://film.eksempel/777222333/8a45612345 og https://hdl.handle.net/11250/31070071"
    masked = mask(text, Detector().find(text))
    assert masked == "https://film.eksempel/777222333/8a[telefon] og https://hdl.handle.net/11250/31070071"
