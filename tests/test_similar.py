"""Project plans: read from files of four kinds, and set beside the tiltak most like them."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from assistant import plans
from assistant.answer.similar import compared
from assistant.cli.main import run
from assistant.engine import Assistant
from assistant.errors import UsageError
from assistant.tui.packs import of_answer

PLAN = (
    "Vi vil hjelpe nybosatte flyktninger til å lære norsk i butikker i Fjordvik, med en språkmentor blant kollegene. "
    "Mentoren er en vanlig ansatt, og NAV har en fast kontaktperson for butikken."
)


@pytest.fixture(scope="module")
def assistant(small_index: Path) -> Assistant:
    return Assistant.open(small_index)


def test_a_plan_finds_its_like_wherever_it_is(assistant: Assistant) -> None:
    answer = assistant.similar(PLAN)
    assert answer.form == "similar"
    assert answer.filters == {}  # the plan's own place is no condition
    assert answer.citations[0].doc_id == "T903"
    told = [s.lead for s in answer.statements]
    assert told[:2] == ["Teksten handler om:", "Målgruppe: flyktninger"]
    place = told.index("1. Språk i butikken (NAV Elvestad, Viken):")
    assert told[place + 1].startswith("Felles: flyktninger")
    assert "Kontorer å spørre: NAV Elvestad (T903)" in " ".join(told)


def test_filters_hold_for_plans_too(assistant: Assistant) -> None:
    answer = assistant.similar(PLAN, [("county", "Nordland")])
    assert set(answer.cited) <= {"T901"}


def test_a_saved_answer_does_not_carry_the_plan(assistant: Assistant) -> None:
    for plan in (PLAN, "Vi planlegger en vindmølle til havs og trenger konsesjon for kabelen."):
        answer = assistant.similar(plan)
        saved = [form() for form in of_answer(answer).forms.values()]
        assert len(saved) == 4
        assert not any(plan[:30] in text for text in saved)
        assert saved[0].startswith("# Tiltak som ligner på en prosjektplan\n")


def test_what_a_plan_says_loosely_is_neither_shared_nor_lacking(assistant: Assistant) -> None:
    """Everything in the plan is compared, however little of it is shown."""
    kit, document = assistant.kit, assistant.document("T901")
    [group], [method] = document.facets["target_group"], document.facets["method"]
    assert set(compared(kit, {}, {}, document)[1]) == {group, method}
    assert compared(kit, {}, {"method": (method,)}, document) == ([], [group])
    assert compared(kit, {"method": (method,)}, {"method": (method,)}, document) == ([method], [group])


def test_a_plan_about_nothing_here_is_not_found(assistant: Assistant) -> None:
    answer = assistant.similar("Vi planlegger å bygge en vindmølle til havs og trenger konsesjon for kabelen.")
    assert not answer.answered


def test_a_document_is_not_like_itself(assistant: Assistant) -> None:
    answer = assistant.like("T903")
    assert "T903" not in answer.cited
    assert answer.cited


def test_a_long_plan_is_cut_and_says_so(assistant: Assistant) -> None:
    answer = assistant.similar(PLAN + " språkmentor" * 2000)
    assert any("første" in note for note in answer.notes)


def test_personal_data_in_a_plan_is_not_searched(assistant: Assistant) -> None:
    answer = assistant.similar(PLAN + " Kontakt: kari@eksempel.no")
    assert "kari" not in answer.question
    assert any("Personopplysninger" in note for note in answer.notes)


def _docx(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph(PLAN[:100])
    document.add_table(1, 1).cell(0, 0).text = PLAN[100:]
    document.save(str(path))


def _cut_docx() -> bytes:
    """A Word document whose text breaks off."""
    from docx import Document

    whole, cut = io.BytesIO(), io.BytesIO()
    Document().save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(cut, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name)[: 300 if name == "word/document.xml" else None])
    return cut.getvalue()


def _pdf(path: Path) -> None:
    """A page with one line of text, written by hand: no library here writes PDF."""
    content = b"BT /F1 12 Tf 20 100 Td (sprakmentor for flyktninger) Tj ET"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    path.write_bytes(_numbered(parts))


def _locked_pdf() -> bytes:
    """What AES-256 keeps shut."""
    keys = b"/O (%s) /U (%s) /OE (%s) /UE (%s) /Perms (%s)" % tuple(b"a" * n for n in (48, 48, 32, 32, 16))
    crypt = b"/CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Filter /Standard /V 5 /R 6 /Length 256 /P -1 %s %s >>" % (keys, crypt),
    ]
    return _numbered(parts, b"/Encrypt 3 0 R /ID [(a) (a)]")


def _numbered(parts: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first its root."""
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, part in enumerate(parts, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, part))
    start, size = out.tell(), len(parts) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(b"%010d 00000 n \n" % p for p in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start))
    return out.getvalue()


@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx", ".pdf"])
def test_plans_of_four_kinds(
    tmp_path: Path, suffix: str, small_index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"plan{suffix}"
    if suffix == ".docx":
        _docx(path)
    elif suffix == ".pdf":
        _pdf(path)
    else:
        path.write_text(PLAN, encoding="utf-8")
    assert run(["similar", str(path), "--json", "--index", str(small_index)]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["citations"][0]["doc_id"] == "T903"


def test_a_plan_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(PLAN))
    assert plans.read("-") == PLAN


WRONG = [
    ("tom.txt", b"  \n"),
    ("rar.txt", b"\xff\xfe\x00"),
    ("rar.docx", b"ikke word"),
    ("halv.docx", _cut_docx()),
    ("rar.pdf", b"ikke pdf"),
    ("laast.pdf", _locked_pdf()),
    ("plan.odt", b"x"),
]


@pytest.mark.parametrize(("name", "content"), WRONG, ids=[name for name, _ in WRONG])
def test_a_plan_that_cannot_be_read_is_one_clear_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UsageError, match=name) as caught:
        plans.read(str(path))
    assert caught.value.mend()
    assert not caplog.records


def test_a_plan_that_may_not_be_read_is_not_called_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "plan.pdf"
    _pdf(path)
    monkeypatch.setattr("pypdf.PdfReader", denied)
    with pytest.raises(UsageError, match=r"kan ikke lese plan\.pdf: ingen tilgang"):
        plans.read(str(path))


def test_a_missing_plan_is_named() -> None:
    with pytest.raises(UsageError, match="finnes-ikke"):
        plans.read("finnes-ikke.txt")


def test_compare_on_the_command_line(small_index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index = ["--index", str(small_index)]
    assert run(["compare", "T901", "T903", *index]) == 0
    assert "Side om side" in capsys.readouterr().out
    assert run(["compare", "T901", "T903", "--csv", *index]) == 0
    assert run(["compare", "T901", *index]) == 2
    assert run(["compare", "T901", "T999", *index]) == 2


def test_chat_plain_reads_lines(
    small_index: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("språkmentor\navslutt\n"))
    assert run(["chat", "--plain", "--index", str(small_index)]) == 0
    assert "T903" in capsys.readouterr().out
