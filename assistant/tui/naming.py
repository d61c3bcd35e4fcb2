"""What the lines of an answer call their documents and quotes, taken apart: each part stands where it is looked for.

An answer's text is put together for paper: «2. Jobbreisen (NAV Lørenskog, Viken):», «Hva som kom ut av det:».
"""

from __future__ import annotations

from assistant.answer.types import Answer, Statement
from assistant.messages import say, section
from assistant.model import Citation
from assistant.tui.hanging import beside
from assistant.tui.messages import language
from assistant.tui.plain import one_line

# What a lead says that the name of these sections says as well.
SAID = {"list.outcome": ("achieved", "results"), "similar.warns": ("challenges",)}


def name_of(answer: Answer, statement: Statement) -> tuple[str, str]:
    """«2. Jobbreisen», and what stands quiet beside it: office, county, id."""
    title, *place = answer.titles.get(statement.doc_id, ("", "", ""))
    if not title:
        return statement.lead.rstrip(":"), ""  # an answer that does not tell what it calls its documents
    number = f"{statement.rank}. " if statement.rank else ""
    return f"{number}{one_line(title)}", beside([*place, statement.doc_id])


def note_of(answer: Answer, statement: Statement) -> str:
    """What a line says besides the name of its document: «ikke oppgitt»."""
    from assistant.answer.render import named  # loads too much for the first frame

    known = answer.titles.get(statement.doc_id)
    return one_line(statement.lead).partition(one_line(named(*known)))[2].strip(": ") if known else ""


def leads(answer: Answer, statement: Statement) -> str:
    """The line above a quote: in a profile, the part that it is of."""
    return one_line(statement.lead).rstrip(":") if answer.form == "profile" else ""


def around(answer: Answer, statement: Statement, citation: Citation, first: bool = True) -> tuple[str, str]:
    """The words of the form that a quote goes on from, and what kind of words it is, as both are to be shown."""
    from assistant.answer.quality import LED  # loads too much for the first frame

    name, part = section(language(), citation.section), leads(answer, statement)
    if citation.section in LED and not part:
        return f"{one_line(name)}:", ""
    lead = "" if part or statement.rank or not first else one_line(statement.lead).rstrip(":")
    said = lead == name or any(
        citation.section in sections and lead == say(answer.language, message).rstrip(":")
        for message, sections in SAID.items()
    )
    return "", "" if part == name else beside(["" if said else lead, name])
