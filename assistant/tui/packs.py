"""What can be saved, and the forms it can have."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.answer import render
from assistant.answer.types import Answer
from assistant.messages import Language, say, section
from assistant.model import Document

WIDE = 1_000_000  # lines as long as their paragraphs
NAMED = ("profile", "compare", "similar")  # forms of an answer that a file is called after
FORMS = ("md", "csv", "json", "txt")


@dataclass(frozen=True, slots=True)
class Pack:
    """Something to save: the beginning of its file name, how it is copied, and a text for each form (a suffix)."""

    name: str
    copied: Callable[[], str]
    forms: Mapping[str, Callable[[], str]]


def of_answer(answer: Answer) -> Pack:
    """An answer, a list or a comparison with all its citations."""
    today = date.today().isoformat()
    return Pack(
        name=say(answer.language, f"file.{answer.form if answer.form in NAMED else 'answer'}"),
        copied=lambda: render.as_text(answer, WIDE),
        forms={
            "md": lambda: render.as_markdown(answer, today),
            "csv": lambda: render.as_csv(answer, today),
            "json": lambda: json.dumps(render.as_json(answer, today), ensure_ascii=False, indent=1) + "\n",
            "txt": lambda: render.as_text(answer, WIDE, date=today),
        },
    )


def of_document(document: Document, language: Language) -> Pack:
    """A whole document as plain text, section by section, with its places in the source."""

    def text() -> str:
        parts = [f"{document.doc_id} {render.named(document.title, document.office, document.county)}"]
        for one in document.sections:
            parts.append(f"{section(language, one.key)}\n{render.where(one.source, language)}\n\n{one.text}")
        return "\n\n".join(parts) + "\n"

    return Pack(name=f"tiltak-{document.doc_id}", copied=text, forms={"txt": text})
