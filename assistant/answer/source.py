"""Where a quote stands, in words."""

from __future__ import annotations

from assistant.messages import Language, say
from assistant.model import SourceRef


def where(source: SourceRef, language: Language = "nb") -> str:
    """A source reference in words: «fil.txt, linje 12–14 (side 3, rad 2)»; page and row from 1, as people count.

    A summary of the catalogue's is called what it is: its words are ours, not the report's.
    """
    text = source.file
    if source.line_start is not None:
        last = source.line_end if source.line_end != source.line_start else None
        text += f", {say(language, 'line')} {source.line_start}" + (f"–{last}" if last else "")
    if source.page is not None and source.row is not None:
        text += f" ({say(language, 'page', page=source.page + 1, row=source.row + 1)})"
    return say(language, "where.summary", place=text) if source.recorded else text
