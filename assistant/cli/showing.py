"""A whole document as text, for `tiltak show`."""

from __future__ import annotations

import difflib
import textwrap

from assistant.answer.render import named, where
from assistant.model import Document
from assistant.sections import label


def whole(document: Document, width: int) -> str:
    """Section by section, each with its source reference."""
    lines = [f"{document.doc_id}  {named(document.title, document.office, document.county)}"]
    if document.year:
        lines.append(f"År: {document.year}")
    for section in document.sections:
        lines += ["", label(section.key), where(section.source), ""]
        for paragraph in section.text.split("\n"):
            lines += textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False) or [""]
    return "\n".join(lines) + "\n"


def raw(document: Document) -> str:
    """The printed lines above the repaired ones; `^` marks what was changed, `?` what is uncertain."""
    lines = [f"{document.doc_id}  {named(document.title, document.office, document.county)}"]
    for section in document.sections:
        lines += ["", f"{label(section.key)} – {where(section.source)}"]
        repaired = _by_line(section.text, section.marks)
        for line in section.printed:
            text = repaired.get(line.number)
            printed = " ".join(line.text.split())
            lines.append(f"{line.number:>6}  {printed}")
            if text is None:
                lines.append("        (utelatt: uleselig)")
            elif text != printed:
                lines += [f"     =  {text}", f"        {_carets(printed, text)}"]
        if section.uncertain:
            lines.append(f"     ?  usikre ord: {', '.join(section.uncertain)}")
    return "\n".join(lines) + "\n"


def _by_line(text: str, marks: tuple[tuple[int, int], ...]) -> dict[int, str]:
    ends = [offset for offset, _ in marks[1:]] + [len(text)]
    found: dict[int, str] = {}
    for (start, number), end in zip(marks, ends, strict=True):
        part = text[start:end].strip()
        found[number] = f"{found[number]} {part}" if number in found else part
    return found


def _carets(printed: str, text: str) -> str:
    marks = [" "] * len(text)
    for tag, _, _, start, end in difflib.SequenceMatcher(None, printed, text, autojunk=False).get_opcodes():
        if tag != "equal":
            for place in range(start, max(end, start + 1)):
                if place < len(marks):
                    marks[place] = "^"
    return "".join(marks).rstrip()
