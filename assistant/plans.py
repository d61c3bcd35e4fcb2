"""Project plans that users bring along: the text of a file (txt, md, docx, pdf) or of standard input."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from assistant.errors import UsageError

MOST_BYTES = 20_000_000
MOST_PAGES = 100  # of a PDF: a plan that is longer is a report
SUFFIXES = (".txt", ".md", ".docx", ".pdf")


def read(name: str) -> str:
    """The text of a plan; «-» is standard input.

    Raises:
        UsageError: It cannot be read, is of another kind, or holds no text.
    """
    text = sys.stdin.read() if name == "-" else _file(Path(name))
    if not text.strip():
        raise UsageError(f"{_called(name)} har ingen tekst", "Er den skannet, lim inn teksten: tiltak similar -")
    return text


def _called(name: str) -> str:
    return "standard inn" if name == "-" else Path(name).name


def _file(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(
            f"{path.name} er av en ukjent type", f"Bruk {', '.join(SUFFIXES)}, eller lim inn: tiltak similar -"
        )
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UsageError(f"{path.name} er for stor", f"Bruk en fil på høyst {MOST_BYTES // 1_000_000} MB.")
        if suffix == ".docx":
            return _docx(path)
        if suffix == ".pdf":
            return _pdf(path)
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"kan ikke lese {path.name}: {error.strerror}", "Se etter navnet og rettighetene.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path.name} er ikke tekst i UTF-8", "Lagre den på nytt som UTF-8.") from error


def _docx(path: Path) -> str:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = Document(str(path))
        # Forms keep their answers in tables.
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise UsageError(f"{path.name} er ikke et lesbart Word-dokument", "Lagre det på nytt som .docx.") from error
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *dict.fromkeys(cells)])


def _pdf(path: Path) -> str:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = PdfReader(path).pages
        return "\n".join(page.extract_text() for page in pages[:MOST_PAGES])
    except (PyPdfError, ValueError, KeyError, RecursionError) as error:
        raise UsageError(f"{path.name} er ikke en lesbar PDF", "Er den beskyttet, lagre den uten passord.") from error
