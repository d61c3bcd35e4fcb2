"""Articles and web pages saved as text: headings open sections, navigation words are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from assistant.errors import SourceError
from assistant.model import Line, RawDocument, RawSection

_NAVIGATION = re.compile(
    r"^(?:lenkeblokk icon\b|les (?:mer|rapporten|også|hele)\b|last ned\b|del (?:på|artikkelen)\b|hopp til\b"
    r"|til toppen\b|skriv ut\b|vis (?:enkel|full) innførsel\b|tilbake\b|meny\b|søk\b|kontakt oss\b)",
    re.IGNORECASE,
)
# A sentence that only points to a film or link that the saved text does not have.
_POINTER = re.compile(r"\b(?:se|les|finner? du|laste? ned) (?:[\wæøå]+ )?her:?$", re.IGNORECASE)
_BYLINE = re.compile(r"^(?:av |tekst:? |foto:? )?(?:[A-ZÆØÅ][\wæøå.-]+ ){1,3}[A-ZÆØÅ][\wæøå-]+$")
_WORDS = 3  # of the shortest line that can be prose
_HEADING_LENGTH = 70
_ENDS = (".", "!", "?", ":", ";", ",", "»")


def recognises(lines: Sequence[str]) -> bool:
    """Running text: at least one line that is no heading, however short: nothing else may know it."""
    return any(len(line.split()) >= _WORDS and not _is_heading(line.strip()) for line in lines)


def _is_heading(text: str) -> bool:
    return len(text) <= _HEADING_LENGTH and not text.endswith(_ENDS) and not text.startswith(("•", "-", "*"))


def _without_pointers(text: str) -> str:
    sentences = re.split(r"(?<=[.!?]) +", text)
    return " ".join(s for s in sentences if not _POINTER.search(s))


def read(path: Path, lines: tuple[Line, ...]) -> tuple[RawDocument, ...]:
    """One evaluation document of one section, `text`; headings stay as lines of their own.

    The first line is the title where it looks like one; a byline under it is left out, for it is a
    person's name and says nothing of the matter.
    """
    kept = [
        Line(line.number, text)
        for line in lines
        if (text := _without_pointers(line.text.strip())) and not _NAVIGATION.match(text)
    ]
    if not kept:
        raise SourceError("upkeep.source.navigation", file=path.name)
    title = ""
    if _is_heading(kept[0].text):
        title = kept.pop(0).text
        if kept and _BYLINE.match(kept[0].text):
            kept.pop(0)
    # A heading with no prose under it (end of text, or another heading next) was a link or a caption.
    body = [
        line
        for i, line in enumerate(kept)
        if not _is_heading(line.text) or (i + 1 < len(kept) and not _is_heading(kept[i + 1].text))
    ]
    section = RawSection("text", tuple(body))
    return (RawDocument("", "evaluation", title, "", "", None, path.name, (section,) if body else ()),)
