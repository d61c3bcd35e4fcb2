"""Words to terms."""

from __future__ import annotations

import pytest

from assistant.text.analyzer import Analyzer, fold, ngrams, stem, tokens, word_counts


@pytest.mark.parametrize(
    "forms",
    [
        "veileder veiledere veilederne veilederen rettleiar rettleiarar",
        "deltaker deltakere deltakerne deltakar deltakarane",
        "innvandrer innvandrere innvandrerne innvandrarar",
        "arbeidsgiver arbeidsgivere arbeidsgiverne arbeidsgjevar arbeidsgjevarar",
        "ungdom ungdommen ungdommer ungdommene ungdomar",
        "flyktning flyktninger flyktningene flyktningar",
        "familie familien familier familiene familiane",
        "bolig boliger boligen bustad bustader",
        "mor mødre mødrer",
        "skole skolen skoler skule skulen",
        "leder ledere lederen lederne leiar leiarar",
        "innsats innsatsen innsatser",
        "voksen voksne vaksen vaksne",
        "tidlig tidligere tidleg",
        "ledig ledige ledighet",
        "ny nye nytt",
    ],
)
def test_the_fields_nouns_stay_together(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_different_words_stay_apart() -> None:
    assert len({stem(word) for word in ("veileder", "veiledning", "bolig", "bolle", "ungdom", "unge")}) >= 5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ledig", "leder"),
        ("innsats", "innsatt"),
        ("ferdig", "ferdighet"),
        ("tidligere", "tid"),
        ("rettet", "rett"),
        ("voksen", "vokser"),
        ("fare", "far"),
        ("fattig", "fattet"),
        ("ulikhet", "ulik"),
    ],
)
def test_what_looks_like_an_ending_is_none(one: str, other: str) -> None:
    assert stem(one) != stem(other)
    assert stem(stem(one)) == stem(one)


def test_unemployed_are_no_managers() -> None:
    analyzer = Analyzer.fit(["arbeid og ledige stillinger", "ledig arbeid", "leder i arbeid", "en leder"])
    assert analyzer.terms("arbeidsledige")[1:] == [stem("arbeid"), stem("ledig")]
    assert Analyzer().terms("det gjelder gjeld") == [stem("gjeld")]


def test_a_place_is_no_ordinary_word_of_the_same_stem() -> None:
    terms = Analyzer().terms
    assert terms("vold i Volda") == ["vold", "volda"]
    assert not {*terms("større moské og råd")} & {*terms("Støren, Moskenes, Råde")}


def test_abbreviations_paragraphs_and_numbers() -> None:
    assert tokens("IPS og KVP etter § 20 a, §18 for 18–30 år") == [
        "IPS", "og", "KVP", "etter", "§20a", "§18", "for", "18", "30", "år",
    ]  # fmt: skip


def test_the_method_se_is_not_the_verb() -> None:
    analyzer = Analyzer()
    assert "SE" in analyzer.terms("Vi bruker SE i oppfølgingen")
    assert analyzer.terms("vi får se") == []


def test_compounds_give_their_parts() -> None:
    analyzer = Analyzer.fit(["gjeld og rådgivning", "rådgivning om gjeld", "familie med barn", "barn i familie"])
    assert analyzer.terms("gjeldsrådgivning")[1:] == [stem("gjeld"), stem("rådgivning")]
    assert set(analyzer.terms("barnefamilier")) >= {stem("barn"), stem("familie")}
    assert analyzer.terms("vindmølle") == [stem("vindmølle")]


def test_folding_for_those_without_the_keys() -> None:
    assert fold("Trøndelag på Ås") == "trondelag pa as"
    assert ngrams("økonomi") == ngrams("okonomi")
    assert ngrams("ås") == [" as "]


def test_word_counts_are_per_text() -> None:
    assert word_counts(["kurs kurs", "kurs i dag"]) == {"kurs": 2}
