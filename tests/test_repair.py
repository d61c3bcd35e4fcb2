"""OCR repair: what it mends, what it leaves alone, and how often it is right."""

from __future__ import annotations

import csv
import random
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.text.repair import Repairer, damage

CLEAN = Path(__file__).parent / "data" / "clean_lines.txt"
# Floors, measured and rounded down; a change that lowers one has to say why.
WORDS_RIGHT, LINES_RIGHT = 0.995, 0.965
CLEAN_KEPT, CORRUPTED_RIGHT = 0.999, 0.96


@pytest.fixture(scope="session")
def repairer() -> Repairer:
    return Repairer()


@pytest.fixture(scope="session")
def clean() -> list[str]:
    return CLEAN.read_text(encoding="utf-8").splitlines()


def matches(got: str, true: str) -> tuple[int, int]:
    """(words right, words) of one line; words are aligned where their number differs."""
    g, t = got.split(), true.split()
    if len(g) == len(t):
        return sum(a == b for a, b in zip(g, t, strict=True)), len(t)
    blocks = SequenceMatcher(None, g, t, autojunk=False).get_matching_blocks()
    return sum(b.size for b in blocks), len(t)


def accuracy(got: Iterable[str], true: Sequence[str]) -> tuple[float, float]:
    """Shares of words and of lines that are right."""
    pairs = [(*matches(g, t), g.split() == t.split()) for g, t in zip(got, true, strict=True)]
    return sum(p[0] for p in pairs) / sum(p[1] for p in pairs), sum(p[2] for p in pairs) / len(pairs)


def corrupt(line: str, chance: random.Random) -> str:
    """Print `line` as an OCR without æ, ø and å would, one confusion at random for each letter."""
    prints = {"å": "aaaaaad&83", "ø": "gggggggggo", "æ": ("ae", "ee"), "Ø": "@", "Å": "A", "Æ": ("AE",)}
    hurt = "".join(chance.choice(prints[c]) if c in prints else c for c in line)
    return re.sub(r"(?<!\S)a(?=\s)", "&", hurt)


@pytest.mark.parametrize(
    ("printed", "true"),
    [
        ("Vi gnsker & fglge opp ungdommene.", "Vi ønsker å følge opp ungdommene."),
        ("De trenger rad om gkonomi, og m8 fa hjelp.", "De trenger råd om økonomi, og må få hjelp."),
        ("Tromsg og Bgmlo far nytt kontor.", "Tromsø og Bømlo får nytt kontor."),
        ("@konomisk stgnad er til hjelp.", "Økonomisk stønad er til hjelp."),
        ("Dkonomi og Igsninger for unge i Lillestrgm", "Økonomi og løsninger for unge i Lillestrøm"),
        ("1 tillegg har vi mgter pa fredager.", "I tillegg har vi møter på fredager."),
        ("8 deltakere fikk tilbud om 8 sgke jobb.", "8 deltakere fikk tilbud om å søke jobb."),
        ("Ungdom 18-25 ar som star utenfor", "Ungdom 18-25 år som står utenfor"),
        ("Seerlig viktig er naerhet og oppleering.", "Særlig viktig er nærhet og opplæring."),
        ("Det m& vaere et apent ordinzert tilbud", "Det må være et åpent ordinært tilbud"),
        ("Eg veit ikkje kva dei fekk fr8 kommunen da.", "Eg veit ikkje kva dei fekk frå kommunen då."),
        ("Eit tilbod som gjer at dei far stgtte", "Eit tilbod som gjer at dei får støtte"),
        ("I var kommune er vart prosjekt fgrst.", "I vår kommune er vårt prosjekt først."),
        ("3) Vi mgter R&D og Bat & Motor kl. 8", "3) Vi møter R&D og Båt & Motor kl. 8"),
        ("markedsradgiver og sgknadsbrev i maneden", "markedsrådgiver og søknadsbrev i måneden"),
    ],
)  # fmt: skip
def test_repairs_single_lines(repairer: Repairer, printed: str, true: str) -> None:
    assert repairer.repair([printed])[0].text == true


@pytest.mark.parametrize(
    ("printed", "true"),
    [
        ("e Tett oppfglging", "• Tett oppfølging"),
        ("eNkttverk for rddgivere", "• Nettverk for rådgivere"),
        ("oEtgrre forstdelse", "• Større forståelse"),
        ("*Gbd hjelp til spknader og gkonomi", "• God hjelp til søknader og økonomi"),
        ("«Edlge opp m&lgruppen", "• Følge opp målgruppen"),
        ("«Nye veier» er et tilbud p& kontoret", "«Nye veier» er et tilbud på kontoret"),
        ("-Hpy grad av fglelser", "-Høy grad av følelser"),
    ],
)
def test_restores_bullets_and_what_they_blur(repairer: Repairer, printed: str, true: str) -> None:
    assert repairer.repair([printed])[0].text == true


def test_reports_changes_and_what_stays_uncertain(repairer: Repairer) -> None:
    line = repairer.repair(["Vi gnsker qvortle p& kontoret"])[0]
    assert line.changes == (("gnsker", "ønsker"), ("p&", "på"))
    assert line.uncertain == ("qvortle",)
    assert not line.garbage


def test_marks_clipped_lines_and_keeps_their_text(repairer: Repairer) -> None:
    shreds = "Kq T W LI VL S M IY R g N TL o X"
    before, garbage = repairer.repair(["Vi gnsker & fglge opp pa kontoret", shreds])
    assert (garbage.text, garbage.garbage, garbage.changes) == (shreds, True, ())
    assert not before.garbage


def test_terms_help(repairer: Repairer) -> None:
    line = "Vi drifter Blgmlyst p& gya"
    assert Repairer(["Blømlyst"]).repair([line])[0].text == "Vi drifter Blømlyst på øya"


def test_clean_lines_are_kept_together_and_alone(repairer: Repairer, clean: list[str]) -> None:
    assert len(clean) == 1000
    for got in ([r.text for r in repairer.repair(clean)], [repairer.repair([c])[0].text for c in clean]):
        assert accuracy(got, clean)[0] >= CLEAN_KEPT


def test_damage_is_a_share(clean: list[str]) -> None:
    chance = random.Random(1)
    assert damage([]) == 0.0
    assert damage(clean) < 0.005
    assert 0.05 < damage([corrupt(line, chance) for line in clean]) <= 1.0


def test_corrupted_lines_are_mended(repairer: Repairer, clean: list[str]) -> None:
    chance = random.Random(2)
    mended = repairer.repair([corrupt(line, chance) for line in clean])
    assert accuracy([r.text for r in mended], clean)[0] >= CORRUPTED_RIGHT


FRAGMENTS = ["&", "8", "3", "pa", "gnsker", "e", "o", "«", "§ 8", "18-30", "a8", "é’l", "rad", "vart", "Td", "Å", "få"]
LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.lists(st.sampled_from(FRAGMENTS), max_size=8).map(" ".join),
        st.lists(st.sampled_from(FRAGMENTS), max_size=4).map("".join),
    ),
    max_size=5,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES)
def test_any_input_keeps_its_lines_and_is_mended_once(repairer: Repairer, lines: list[str]) -> None:
    once = repairer.repair(lines)
    assert len(once) == len(lines)
    assert once == repairer.repair(lines)
    texts = [r.text for r in once]
    assert [r.text for r in repairer.repair(texts)] == texts


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**6), st.sampled_from(["deltakere", "kr", "mgter", "% av alle", "personer"]))
def test_numbers_survive(repairer: Repairer, number: int, unit: str) -> None:
    line = f"Vi gnsker & fa {number} {unit} pa kontoret"
    assert str(number) in repairer.repair([line])[0].text


def test_empty_and_very_long_lines(repairer: Repairer) -> None:
    long = "gnsker " * 5_000 + "x" * 50_000
    assert repairer.repair([]) == []
    assert [r.text for r in repairer.repair(["", "   "])] == ["", "   "]
    assert len(repairer.repair([long, "p& kontoret"])) == 2


def test_loads_nothing_before_a_repairer_is_made() -> None:
    code = "import sys, assistant.text.repair; print({'wordfreq', 'simplemma'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.sources
def test_hand_made_truth(repairer: Repairer, evaluation_dir: Path) -> None:
    with (evaluation_dir / "ocr.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    mended = repairer.repair([row["raw"] for row in rows])
    words, lines = accuracy([r.text for r in mended], [row["corrected"] for row in rows])
    assert words >= WORDS_RIGHT
    assert lines >= LINES_RIGHT


@pytest.mark.sources
def test_a_second_pass_over_the_whole_form_changes_nothing(sources_dir: Path) -> None:
    form = next(sources_dir.glob("*skjemautskrift.txt")).read_text(encoding="utf-8").split("\n")
    mended = Repairer().repair(form)
    texts = [r.text for r in mended]
    assert [r.text for r in Repairer().repair(texts)] == texts


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("tiltak for 8 mate disse brukerne", "tiltak for å møte disse brukerne"),
        ("en god mate & kommunisere pa", "en god måte å kommunisere på"),
        ("De jobber sammen p& NAV Ha", "De jobber sammen på NAV Hå"),
    ],
)
def test_a_word_is_repaired_to_one_that_fits(repairer: Repairer, printed: str, meant: str) -> None:
    around = ["Malgruppen for tiltaket er unge under 25 &r."] * 3
    assert repairer.repair([printed, *around])[0].text == meant
