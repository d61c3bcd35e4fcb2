"""Project plans that users bring along: the text of a file (txt, md, docx, pdf) or of standard input."""

from __future__ import annotations

import logging
import sys
import unicodedata
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
        raise UsageError("error.blank.stdin") if name == "-" else UsageError("error.blank", name=Path(name).name)
    return unicodedata.normalize("NFC", text)


def _file(path: Path) -> str:
    if path.is_dir():
        raise UsageError("error.plan.folder", path=path, kinds=", ".join(SUFFIXES))
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError("error.plan.kind", name=path.name, kinds=", ".join(SUFFIXES))
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UsageError("error.plan.big", name=path.name, most=MOST_BYTES // 1_000_000)
        if suffix == ".docx":
            return _docx(path)
        if suffix == ".pdf":
            return _pdf(path)
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError("error.read", path=path.name, reason=error) from error
    except UnicodeDecodeError as error:
        raise UsageError("error.plan.utf8", name=path.name) from error


def _docx(path: Path) -> str:
    from docx import Document

    try:
        document = Document(str(path))
        # Forms keep their answers in tables.
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *dict.fromkeys(cells)])
    except OSError:
        raise
    except Exception as error:  # of a damaged file, the library and those below it raise errors of many kinds
        raise UsageError("error.plan.word", name=path.name) from error


def _pdf(path: Path) -> str:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on a file's form are nothing for users
    try:
        pages = PdfReader(path).pages
        return "\n".join(page.extract_text() for page in pages[:MOST_PAGES])
    except OSError:
        raise
    except Exception as error:  # as above; so is an encryption that it lacks a library for
        raise UsageError("error.plan.pdf", name=path.name) from error
