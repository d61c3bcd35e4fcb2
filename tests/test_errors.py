"""Errors as users meet them: in bokmål, nynorsk or English, wherever they come from and wherever they are shown."""

from __future__ import annotations

import io
import json
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from test_messages import NAMES, foreign
from textual.app import App
from textual.widgets import Input

from assistant import catalogue, plans, private, settings
from assistant.answer import pack
from assistant.cli.main import run
from assistant.engine import Assistant
from assistant.errors import TiltakError, UsageError, as_shown
from assistant.index import manifest, store, verify
from assistant.index.sentence_models import ModelEmbedder
from assistant.readers.lines import read_lines
from assistant.tui.building import build_index
from assistant.tui.packs import Pack
from assistant.tui.saving import SaveScreen
from assistant.vocabulary import CONCEPTS_FILE, Vocabulary

BUILD = f"python {Path(__file__).resolve().parent.parent / 'scripts' / 'build_index.py'}"
IDENTITY = "01010150074"  # invented, with right check digits


@pytest.fixture(scope="module")
def engine(small_index: Path) -> Assistant:
    return Assistant.open(small_index)


def put(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def told(job: Callable[[], object]) -> tuple[str, str, str]:
    """The error of a job in all three languages."""
    with pytest.raises(TiltakError) as caught:
        job()
    return caught.value.line("nb"), caught.value.line("nn"), caught.value.line("en")


QUESTIONS = [
    ("", (), "spørsmålet er tomt. Skriv til dømes:", "the question is empty. Write, for instance:"),
    ("å" * 12_001, (), "for langt (12001 teikn). Bruk høgst 12000", "too long (12001 characters). Use at most 12000"),
    (f"Person {IDENTITY}", (), "inneheld eit fødselsnummer", "contains a national identity number. Take it out"),
    ("x", ("methd", "y"), "noko filter «methd». Meinte du method?", "no filter “methd”. Did you mean method?"),
    ("x", ("qqq", "y"), "Bruk ein av: doc_id, kind,", "there is no filter “qqq”. Use one of: doc_id, kind,"),
    ("x", ("place", "Qqq"), "ukjend stad «Qqq». Skriv eit fylke", "unknown place “Qqq”. Write a county"),
    ("x", ("method", "gjeldsrådgiving"), "Meinte du «gjeldsrettleiing»?", "Did you mean “debt counselling”?"),
    ("x", ("method", "qqqqqq"), "ukjend verdi «qqqqqq» for method", "unknown value “qqqqqq” for method"),
    ("x", ("kind", "report"), "Bruk ein av: evaluation, tiltak.", "“report” for kind. Use one of: evaluation, tiltak."),
    ("x", ("kind", "evaluations"), "Meinte du «evaluation»?", "Did you mean “evaluation”?"),
    ("x", ("language", "norsk"), "Bruk ein av: nb, nn, en.", "Use one of: nb, nn, en."),
    ("x", ("year", "abcd"), "Bruk ein av: 2021, 2022.", "unknown value “abcd” for year. Use one of: 2021, 2022."),
    ("x", ("title", "ung i fart"), "Meinte du «Ung i gang»?", "Did you mean “Ung i gang”?"),
    ("x", ("doc_id", "qqq"), "ukjend verdi «qqq»", "unknown value “qqq” for doc_id"),
    ("x", ("age", "30-18"), "ukjend alder «30-18»", "unknown age “30-18”."),
    ("x", ("age", "old"), "ukjend alder «old»", "unknown age “old”. Write, for instance, --filter age=18-30."),
]


@pytest.mark.parametrize(("question", "condition", "nynorsk", "english"), QUESTIONS, ids=lambda v: str(v)[:12])
def test_a_wrong_question(
    engine: Assistant, question: str, condition: tuple[str, str], nynorsk: str, english: str
) -> None:
    _, nn, en = told(lambda: engine.ask(question, [condition] if condition else []))
    assert nynorsk in nn
    assert english in en
    assert IDENTITY not in nn + en


def broken_files(home: Path) -> dict[str, Path]:
    """Files that nobody can use, by name."""
    record = '+++\nid = "T1"\nkind = "tiltak"\ntitle = "A"\nsource = {{ document = "a" }}\n{}\n+++\n'
    texts: dict[str, str | bytes] = {
        "plan.docx": "no document", "binary.txt": b"a\0b", "taken": "", "T1.md": "x",
        "T2.md": record.format("age = { min = 9, max = 1 }"), "T3.md": record.format('methods = "x"'),
        CONCEPTS_FILE: '[[concept]]\nfacet = "method"\n', "zero.toml": "hits = 0", "wrong.toml": "hits == 0",
        "half.toml": "hits ", "table.toml": "[theme]\nnb = 1",
    }  # fmt: skip
    return {name: put(home / name, text) for name, text in texts.items()}


def written_inside(path: Path) -> None:
    private.write(path / "x.txt", "")


def chosen(key: str) -> Callable[[Path], object]:
    return lambda _: settings.parse(key, "x")


def read_plan(path: Path) -> str:
    return plans.read(str(path))


def built(folder: Path) -> None:
    build_index(folder, lambda *_: None, lambda: False)


# What is done with which file, and what is said of it in nynorsk and in English.
FILES: list[tuple[Callable[[Path], object], str, str, str]] = [
    (manifest.read, "none", "det er ingen indeks i", "there is no index in"),
    (manifest.read, ".", "har anna innhald enn", "holds something else than an index: T1.md. Move"),
    (built, ".", "har anna innhald enn", "holds something else than an index: T1.md. Move"),
    (written_inside, "taken", "x.txt: ei fil står i vegen. Sjå etter plass", "x.txt: a file stands in the way. Check"),
    (private.remove, ".", "kan ikkje slette", "cannot delete"),
    (read_plan, "none.txt", "none.txt: finst ikkje. Sjå etter namnet", "none.txt: it is not there. Check the name"),
    (read_plan, "plan.docx", "ikkje eit lesbart Word-dokument", "plan.docx is no Word document that can be read"),
    (read_plan, ".", "er ei mappe. Oppgi ei fil (.txt, .md", "is a folder. Name a file (.txt, .md"),
    (read_plan, "a.xls", "Bruk .txt, .md, .docx, .pdf, eller", "Use .txt, .md, .docx, .pdf, or paste"),
    (read_lines, "binary.txt", "er ikkje ei tekstfil. Lagre ho", "binary.txt is no text file. Save it as"),
    (read_lines, ".", "(det er ei mappe). Sjå etter", "(it is a folder). See that"),
    (lambda path: ModelEmbedder(str(path)), "none", "finst ikkje. Oppgi ei mappe", "there is no model folder"),
    (chosen("histor"), ".", "Meinte du «history»? Dei som finst: theme", "unknown setting “histor”. Did you mean"),
    (
        chosen("theme"),
        ".",
        "Vel auto, dark, light, contrast eller mono.",
        "Choose auto, dark, light, contrast or mono.",
    ),
    (chosen("hits"), ".", "hits kan ikkje vere «x». Skriv eit heilt tal", "hits cannot be “x”. Write a whole"),
    (settings.load, "zero.toml", "zero.toml: hits kan ikkje vere «0». Skriv", "zero.toml: hits cannot be “0”. Write"),
    (settings.load, "wrong.toml", "(linje 1, kolonne 7). Rett fila", "(line 1, column 7). Correct the file"),
    (settings.load, "half.toml", "(slutten av fila). Rett", "(the end of the file). Correct"),
    (settings.load, "table.toml", "theme kan ikkje vere «{'nb': 1}». Vel", "theme cannot be “{'nb': 1}”. Choose"),
    (catalogue.read, "T1.md", "T1.md: hovudet manglar. Set", "T1.md: the head is missing. Put"),
    (catalogue.read, "T2.md", "Skriv age = { min = 18, max = 30 }, eller", "Write age = { min = 18, max = 30 }, or"),
    (
        catalogue.read,
        "T3.md",
        "T3.md: feltet «methods» skal vere ei liste",
        "T3.md: the field “methods” is to be a list",
    ),
    (Vocabulary.load, ".", "utan id: feltet «id» manglar", "without an id: the field “id” is missing"),
]


@pytest.mark.parametrize(
    ("job", "name", "nynorsk", "english"), FILES, ids=lambda v: v[:20] if isinstance(v, str) else ""
)
def test_a_file_that_cannot_be_used(
    tmp_path: Path, job: Callable[[Path], object], name: str, nynorsk: str, english: str
) -> None:
    path = broken_files(tmp_path).get(name, tmp_path / name)
    nb, nn, en = told(lambda: job(path))
    assert nynorsk in nn
    assert english in en
    assert nb != en
    assert not foreign(en.replace(str(tmp_path), ""), "en") - NAMES


def no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = put(tmp_path / "data" / "a.json", "old")
    monkeypatch.setattr(Path, "replace", no_room)
    assert told(lambda: private.write(old, "new"))[2].startswith("cannot write a.json: the disk is full.")
    assert [(path.name, path.read_text()) for path in old.parent.iterdir()] == [("a.json", "old")]


async def test_an_answer_that_cannot_be_saved_leaves_no_file_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object, **__: object) -> io.StringIO:
        path.touch(exist_ok=False)
        file = io.StringIO()
        monkeypatch.setattr(file, "write", no_room, raising=False)
        return file

    app: App[None] = App()
    async with app.run_test() as pilot:
        saved: list[Path | None] = []
        await app.push_screen(SaveScreen(Pack("svar", str, {"txt": lambda: "tekst"}), tmp_path), saved.append)
        field = app.screen.query_one(Input)
        for name in ("~ingen-som-finnes/svar", "/", str(tmp_path / "svar")):
            field.value = name
            with monkeypatch.context() as patched:
                patched.setattr(Path, "open", full)
                await pilot.press("enter")
        assert (saved, list(tmp_path.iterdir())) == ([], [])
        await pilot.press("enter")
        assert saved == [tmp_path / "svar.txt"]
    assert (tmp_path / "svar.txt").read_text(encoding="utf-8") == "tekst"


async def test_an_answer_that_cannot_be_put_in_a_form_makes_no_file(tmp_path: Path) -> None:
    def broken() -> str:
        raise ZeroDivisionError

    app: App[None] = App()
    async with app.run_test():
        screen = SaveScreen(Pack("svar", str, {"txt": broken}), tmp_path)
        await app.push_screen(screen)
        with pytest.raises(ZeroDivisionError):
            screen.action_save()
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_index(copied_index: Path) -> None:
    put(copied_index / store.LEXICON, "{")
    assert [error.line("en") for error in verify.verify(copied_index)[0]] == [
        f"{store.LEXICON} was changed after the index was built. Build it with: {BUILD} --index {copied_index}"
    ]
    nb, nn, en = told(lambda: store.open_index(copied_index))
    assert nb.endswith(f"er skadet. Bygg den med: {BUILD} --index {copied_index}")
    assert "er skadd. Bygg han med" in nn
    assert "is damaged. Build it with" in en
    put(copied_index / manifest.NAME, "{}")
    assert "was changed after it was built. Build it" in told(lambda: manifest.read(copied_index))[2]
    (copied_index / manifest.NAME).unlink()
    assert "lacks manifest.json. Build it" in told(lambda: manifest.read(copied_index))[2]


def test_a_damaged_index_is_mended_from_the_sources_it_was_built_of(copied_index: Path, tmp_path: Path) -> None:
    """Without them the command would put the catalogue's summaries in the place of the reports."""
    reports = tmp_path / "mine rapporter"
    told_of = json.loads((copied_index / manifest.NAME).read_text(encoding="utf-8"))
    files = [put(reports / "a.txt", "a"), put(tmp_path / "b" / "b.txt", "b")]
    put(tmp_path / "b" / "other.txt", "c")
    told_of["sources"] = [{"path": str(file), "sha256": "", "size": 1} for file in files]
    put(copied_index / manifest.NAME, json.dumps(told_of))
    line = told(lambda: manifest.read(copied_index))[0]
    assert line.endswith(f'{BUILD} --sources "{reports}" --sources {files[1]} --index {copied_index}')


def test_a_damaged_index_is_mended_with_its_model_and_prefixes(copied_index: Path) -> None:
    told_of = json.loads((copied_index / manifest.NAME).read_text(encoding="utf-8"))
    told_of["model"] |= {"name": "intfloat/e5", "embedded": False, "query_prefix": "query: ", "passage_prefix": ""}
    put(copied_index / manifest.NAME, json.dumps(told_of))
    model = '--model intfloat/e5 --query-prefix "query: " --passage-prefix ""'
    assert told(lambda: manifest.read(copied_index))[0].endswith(f"{BUILD} {model} --index {copied_index}")


def test_a_saved_answer_that_no_longer_holds(engine: Assistant) -> None:
    citation = {"number": 1, "doc_id": "T999", "section": "x", "quote": "y"}
    [problem] = pack.check({"citations": [citation], "answer": []}, engine.index)
    assert problem.line("en") == "[1] T999: the document is not in the index"


def test_an_error_goes_from_one_process_to_another_whole() -> None:
    error = UsageError("error.file.write", path=Path("a.txt"), reason=OSError(28, "No space left on device"))
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is UsageError
    assert again.line() == error.line() == "kan ikke skrive a.txt: disken er full. Se etter plass og rettigheter."
    values = json.loads(json.dumps(error.values))
    assert TiltakError(error.key, **values).line("en") == (
        "cannot write a.txt: the disk is full. Check the space and the permissions."
    )
    assert str(error) == "kan ikke skrive a.txt: disken er full"


def test_what_nobody_foresaw_is_told_as_well() -> None:
    assert as_shown(ZeroDivisionError()).line("en") == (
        "unexpected error: ZeroDivisionError. Tell those who maintain the program."
    )
    assert as_shown(PermissionError(13, "Permission denied", "a.txt")).cause("nn") == "a.txt: ingen tilgang"
    # What we have no words for stands as the system says it.
    assert as_shown(OSError(75, "Value too large")).cause("en") == "Value too large"


WRONG = [
    (
        ["ask", "--k", "0", "x"],
        "not a valid value for --k: write a whole number from 1 to 100. See “tiltak ask --help”.",
    ),
    (["chat", "--k"], "--k lacks a value. See “tiltak --help”."),
    (["ask", "x", "--jso"], "there is no option --jso. Did you mean --json? See “tiltak ask --help”."),
    (["ask", "x", "--qqqqq"], "there is no option --qqqqq. See “tiltak ask --help”."),
    (["ask"], "SPØRSMÅL is missing. See “tiltak ask --help”."),
    (["qqq"], 'unknown command. Ask with: tiltak ask "…". See “tiltak --help”.'),
    (["status", "x"], "“x” is too much. Put what has spaces in it in quotation marks. See “tiltak status --help”."),
    (["ask", "hva", "er gjort"], 'the question is not in quotation marks. Write: tiltak ask "…"'),
    (
        ["ask", "-vet noen det"],
        'there is no option -v. If the question begins with a dash, write: tiltak ask -- "-…". See “tiltak ask --help”.',
    ),
    (["ask", "x", "--json=y"], "--json takes no value. See “tiltak --help”."),
    (["show", "T999"], "the document “T999” is not in the index. The ids stand by the sources below the answers."),
    ([], 'the conversation needs a terminal. Ask a single question without it: tiltak ask "…"'),
]


@pytest.mark.parametrize(("arguments", "english"), WRONG, ids=lambda v: " ".join(v)[:20])
def test_a_command_speaks_the_language_of_the_settings(
    settings_path: Path, small_index: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], english: str
) -> None:
    put(settings_path, 'language = "en"')
    assert run(["--index", str(small_index), *arguments]) == 2
    assert capsys.readouterr() == ("", f"tiltak: {english}\n")


def test_a_language_asked_for_wins_and_without_settings_it_is_bokmaal(
    settings_path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    put(settings_path, 'language = "en"')
    for asked in (["--language", "nn"], ["--language=nn"]):
        assert run(["ask", "x", *asked, "--index", str(tmp_path / "none")]) == 2
        assert "det er ingen indeks i" in capsys.readouterr().err
        assert run(["ask", "", *asked, "--k", "x"]) == 2
        assert "skriv eit heilt tal frå 1" in capsys.readouterr().err
    # «nn» is a question here.
    assert run(["ask", "nn", "--k", "x"]) == 2
    assert "write a whole number from 1" in capsys.readouterr().err
    assert run(["ask", "x", "--language", "fr"]) == 2
    assert "not a valid value for --language: write nb, nn or en." in capsys.readouterr().err
    put(settings_path, 'language = "en"\nhits = 0')
    assert run(["status"]) == 2
    assert "hits kan ikke være «0»" in capsys.readouterr().err
