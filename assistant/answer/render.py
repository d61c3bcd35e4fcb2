"""Answers as text and Markdown. Each form says the same; only the clothes differ."""

from __future__ import annotations

import textwrap

from assistant.answer import quality
from assistant.answer.pack import as_csv, as_json
from assistant.answer.source import where
from assistant.answer.types import Answer, Statement
from assistant.messages import Language, say
from assistant.messages import section as section_name

ALSO = 6  # words shown of those added to a question; JSON has them all


def named(title: str, office: str, county: str) -> str:
    """A document as people name it: «Jobbsmak (NAV Midt-Agder, Agder)»."""
    place = ", ".join(filter(None, [office, county]))
    return f"{title} ({place})" if place else title


def led(name: str, section: str, language: Language) -> str:
    """The name of a document before a quote, with the words of the form that the quote answers or goes on from."""
    if section not in (*quality.LED, "start_date"):
        return name
    asked = section_name(language, section)
    return f"{name} – {asked[:1].lower()}{asked[1:]}"


def as_text(answer: Answer, width: int = 100, marks: bool = True, date: str = "") -> str:
    """Plain text for a terminal of this width, quotes followed by their numbers, sources last.

    Args:
        marks: False leaves out citation numbers and sources, for pasting into a text of one's own.
        date: When a text to be kept is made, ISO 8601: it then tells the question and the index as well.
    """
    lines = _wrapped(answer.question, width) if date else []
    for note in read_as(answer):
        lines += _wrapped(note, width)
    if lines:
        lines.append("")
    for statement in answer.statements:
        numbers = "".join(f"[{n}]" for n in statement.citations) if marks else ""
        if statement.heading and lines and lines[-1]:
            lines.append("")
        text = f"{answer.text(statement)} {numbers}".strip()
        indent = "   " if not statement.heading and not statement.rank and statement.doc_id else ""
        lines += _wrapped(text, width, hang="" if statement.heading else "   ", indent=indent)
    if answer.citations and marks:
        lines += ["", say(answer.language, "sources")]
        for c in answer.citations:
            name = named(c.title, c.office, c.county)
            source = f"{section_name(answer.language, c.section)}: {where(c.source, answer.language)}"
            lines += _wrapped(f"[{c.number}] {c.doc_id} {name} – {source}", width, hang="    ")
        lines += _wrapped(summaries(answer), width) if summaries(answer) else []
    lines += ["", *_wrapped(_made(answer, date), width)] if date else []
    return "\n".join(lines) + "\n"


def summaries(answer: Answer) -> str:
    """What it means that sources are summaries, where some are; else ""."""
    return say(answer.language, "sources.summary") if any(c.source.recorded for c in answer.citations) else ""


def _made(answer: Answer, date: str) -> str:
    built = say(answer.language, "built", built=answer.index.built, documents=answer.index.documents)
    return f"{built} {say(answer.language, 'made', date=date)}" if date else built


def read_as(answer: Answer) -> list[str]:
    """How the question was read and what was searched for besides its words, a line each."""
    also = ", ".join(answer.also_searched[:ALSO])
    return [*answer.notes, *([say(answer.language, "note.also", shown=also)] if also else [])]


def _wrapped(text: str, width: int, hang: str = "", indent: str = "") -> list[str]:
    found: list[str] = []
    for place, line in enumerate(text.split("\n")):
        found += textwrap.wrap(
            line, width, initial_indent=hang if place else indent, subsequent_indent=hang,
            break_long_words=False, break_on_hyphens=False,
        ) or [""]  # fmt: skip
    return found


_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]<>#|"})


def as_markdown(answer: Answer, date: str = "") -> str:
    """Markdown; text from the corpus is escaped so that it shows as it stands.

    Args:
        date: When the pack is made, ISO 8601; left out where empty.
    """
    language = answer.language
    lines = [f"# {_plain(answer.question)}", ""]
    lines += [f"_{_plain(note)}_\n" for note in read_as(answer)]
    if answer.table:
        lines += _table(answer)
    for statement in answer.statements if not answer.table else ():
        text = _cell(answer, statement)
        if statement.heading:
            lines += ["", f"**{text}**", ""]
        elif statement.rank or not statement.doc_id:
            lines.append(f"- {text}")
        else:
            lines.append(f"  - {text}")
    lines.append("")
    for c in answer.citations:
        name = _plain(named(c.title, c.office, c.county))
        place = _plain(where(c.source, language))
        lines.append(f"[^{c.number}]: {c.doc_id} {name} – {section_name(language, c.section)}. {place}")
    lines += ["", _plain(summaries(answer))] if summaries(answer) else []
    lines += ["", _made(answer, date)]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    return text.translate(_SPECIAL).replace("\n", " ")


def _cell(answer: Answer, statement: Statement) -> str:
    return _plain(answer.text(statement)) + "".join(f"[^{n}]" for n in statement.citations)


def _table(answer: Answer) -> list[str]:
    assert answer.table is not None
    heads = [_plain(f"{i} {named(*answer.titles[i])}") for i in answer.table.doc_ids]
    lines = ["| | " + " | ".join(heads) + " |", "|" + "---|" * (len(heads) + 1)]
    for row in answer.table.rows:
        cells = []
        for number in row.statements:
            statement = answer.statements[number]
            name = f"{statement.rank}. {named(*answer.titles[statement.doc_id])}:"
            shown = Statement(statement.lead.removeprefix(name).strip(), statement.citations)
            cells.append(_cell(answer, shown))
        lines.append(f"| {_plain(row.name)} | " + " | ".join(cells) + " |")
    return lines


__all__ = ["as_csv", "as_json", "as_markdown", "as_text", "named", "read_as", "summaries", "where"]
