"""The catalogue of messages: every word in three languages, none missing, none left over."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
import simplemma

import assistant
from assistant import errors
from assistant.errors import TiltakError, messages
from assistant.messages import LANGUAGES, PARTS, WORDS, say, section
from assistant.messages.sections import SECTIONS
from assistant.sections import LABELS
from assistant.settings import SettingsError

HOME = Path(assistant.__file__).parent
TREES = [
    ast.parse(path.read_text(encoding="utf-8"))
    for path in [*HOME.rglob("*.py"), *(HOME.parent / "scripts").glob("*.py")]
    if path.parent.name != "messages"
]
ERRORS = ("error.", "upkeep.")  # messages of errors: what is lacking is that of the family
NAMES = {"vestland", "nav", "nynorsk", "tiltak", "vedlegg", "mb", "nov"}
# Nynorsk as good as any, though the dictionary of nynorsk lacks it.
ALSO_NYNORSK = NAMES | {
    "fasett", "juli", "juni", "kopier", "kopiere", "kopierer", "kopiert", "lagd", "lovparagraf", "mai", "mappa", "mappe", "mars",
    "max", "navigasjon", "nr", "oppgitt", "oppstart", "postadresse", "postadresser", "prosjektplan",
    "sluttrapport", "statusrapport", "tabulator", "telefonnummer", "tilvising", "trykte",
}  # fmt: skip
# Bokmål, though the dictionary of nynorsk has it.
ONLY_BOKMAAL = {"noe", "noen", "ble", "bare", "ennå", "mens", "skrevet", "gjør", "tatt", "hele"}
# Messages that are the same in Norwegian and in English.
SAME = {
    "app.title", "key.enter", "key.tab", "key.page", "key.copy", "filter.region",
    "read.aspect.one",
}  # fmt: skip


def words(text: str) -> set[str]:
    bare = re.sub(r"\{\w*\}|\(\w{1,2}\)", "", text)  # without fields and endings: «address(es)»
    return {word.lower() for word in re.findall(r"[^\W\d_]{2,}", bare)}


def fields(text: str) -> set[str]:
    """What is put into a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def foreign(text: str, language: str) -> set[str]:
    """Words of a text that are bokmål and not of its language."""
    return {word for word in words(text) if simplemma.is_known(word, "nb") and not simplemma.is_known(word, language)}


def test_a_key_stands_in_one_part_only() -> None:
    assert len(WORDS) == sum(len(part.WORDS) for part in PARTS)


@pytest.mark.parametrize("key", sorted(WORDS))
def test_a_message_is_translated(key: str) -> None:
    texts = WORDS[key]
    assert len(texts) == len(LANGUAGES)
    assert all(text.strip() for text in texts)
    assert len({frozenset(fields(text)) for text in texts}) == 1
    bokmaal, nynorsk, english = texts
    assert not foreign(nynorsk, "nn") - ALSO_NYNORSK | words(nynorsk) & ONLY_BOKMAAL, "bokmål in the nynorsk"
    assert not foreign(english, "en") - NAMES, "Norwegian in the English"
    assert not words(bokmaal) or (english == bokmaal) == (key in SAME)


def test_names_of_sections_are_translated() -> None:
    assert set(SECTIONS) == set(LABELS)
    for key, (nynorsk, english) in SECTIONS.items():
        assert not foreign(nynorsk, "nn") - ALSO_NYNORSK | words(nynorsk) & ONLY_BOKMAAL, key
        assert not foreign(english, "en"), key
        assert [section(language, key) for language in LANGUAGES] == [LABELS[key], nynorsk, english]


def test_the_exceptions_are_needed() -> None:
    said = {word for _, *rest in [*WORDS.values(), *(("", *texts) for texts in SECTIONS.values())] for text in rest
            for word in words(text)}  # fmt: skip
    assert said >= ALSO_NYNORSK
    assert set(WORDS) >= SAME
    assert all(simplemma.is_known(word, "nn") for word in ONLY_BOKMAAL)


def literals() -> Iterator[ast.Constant]:
    """Every string written in the program, save those in front of a field of an f-string."""
    for tree in TREES:
        inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
                yield node


def raised() -> Iterator[ast.Call]:
    """Every error of ours that is made in the program."""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, TiltakError)]
    names = {kind.__name__ for kind in (*kinds, SettingsError)}
    for tree in TREES:
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in names:
                yield call


def test_an_error_has_a_key_and_the_values_that_its_words_name() -> None:
    told = 0
    for call in raised():
        key = call.args[0]
        if isinstance(key, ast.Constant):
            assert key.value.startswith(ERRORS), key.value
            wanted = {name for message in messages(key.value) if message for name in fields(WORDS[message][0])}
            given = {keyword.arg for keyword in call.keywords}
            # None stands for what is handed on with «**».
            assert given - {None} <= wanted if None in given else given == wanted, key.value
            told += 1
        else:
            assert isinstance(key, (ast.Name, ast.Attribute, ast.Subscript)), ast.unparse(call)
    assert told > 80


def test_every_message_is_used() -> None:
    spoken = {str(node.value) for node in literals()}
    told = {message for key in spoken if key.startswith(ERRORS) for message in messages(key)}
    patterns = {
        "".join(re.escape(str(p.value)) if isinstance(p, ast.Constant) else "([a-z0-9_-]+)" for p in node.values)
        for tree in TREES
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant)
    }
    families = [re.compile(pattern) for pattern in patterns if re.match(r"[a-z]+\\\.", pattern)]

    def used(key: str) -> bool:
        if key.startswith(ERRORS):
            return key in told
        # f"action.{name}" uses "action.help" only where "help" is a name somewhere.
        found = [match.groups() for family in families if (match := family.fullmatch(key))]
        return key in spoken or any(all(part in spoken or part.isdigit() for part in parts) for parts in found)

    assert not {key for key in WORDS if not used(key)}


def test_every_message_used_is_there() -> None:
    parts = {key.partition(".")[0] for key in WORDS if "." in key}
    asked = {
        str(argument.value)
        for tree in TREES
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") != "Binding"
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        if re.fullmatch(rf"(?:{'|'.join(parts)})(?:\.[a-z0-9_-]+)+", argument.value)
    }
    assert {messages(key)[0] if key.startswith(ERRORS) else key for key in asked} <= set(WORDS)
    assert len(asked) > 100


def test_an_unknown_key_is_an_error() -> None:
    assert say("en", "sources") == "Sources"
    with pytest.raises(KeyError):
        say("nb", "finnes.ikke")
