"""One document by its parts, a quote each: «fortell om Jobben i Stord»."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import choose, quality
from assistant.answer.draft import Draft
from assistant.answer.render import named
from assistant.answer.scope import Kit, Scope
from assistant.answer.sentences import Quotable
from assistant.answer.types import Answer
from assistant.messages import Language, say
from assistant.messages import section as section_name
from assistant.model import Document
from assistant.text.analyzer import fold, tokens
from assistant.text.words import GENERAL, STOP

# Part -> the sections it is quoted from.
PARTS: Mapping[str, tuple[str, ...]] = {
    "target_group": ("target_group",),
    "method": ("description", "method", "user_contact", "text", "abstract", "background"),
    "cooperation": ("cooperation",),
    "results": ("achieved", "results", "lessons"),
    "evidence": ("evaluated_how", "method"),
    "challenges": ("challenges",),
    "success": ("success_factors",),
    "continuation": ("continued_yes", "continued_no"),
}
QUOTES: Mapping[str, int] = {"method": 2, "results": 2}
_ASKS = frozenset("fortell fortel beskriv presenter profil vis tell describe show".split())
_LEADS = frozenset(
    """fortell fortel meg mer meir mere om hva kva er tiltaket prosjektet vis beskriv presenter profil tell me about
    what is the project describe show litt sier seier og i av på for the""".split()
)
CLEAR = 0.6  # share of a title's distinctive words that a question must have


def compose(scope: Scope, document: Document) -> Answer:
    """The profile of a document."""
    language = scope.language
    draft = Draft(scope.kit.index, language)
    draft.heading("profile.head", name=f"{document.doc_id} {named(document.title, document.office, document.county)}")
    for line in facts(scope.kit, document, language):
        draft.line(line, document)
    for part, keys in PARTS.items():
        if document.kind == "evaluation" and not any(choose.present(document, keys)):
            continue
        quotes, note = part_of(scope.kit, draft, document, keys, QUOTES.get(part, 1), language)
        led = quotes and quotes[0].section.key in quality.LED
        lead = section_name(language, quotes[0].section.key) if led else say(language, f"part.{part}")
        draft.line(f"{lead}:" if quotes else f"{lead}: {note}", document, quotes)
    return draft.finish(scope, "profile", "answer", matching=1)


def facts(kit: Kit, document: Document, language: Language) -> list[str]:
    """What the catalogue knows beside the text: year, kind of report, what the results rest on."""
    found = []
    if document.year and document.kind == "tiltak":
        final = "slutt" in document.facets.get("report_type", ())
        status = say(language, "profile.final" if final else "profile.status")
        found.append(say(language, "profile.facts", year=document.year, status=status))
    elif document.year:
        found.append(say(language, "profile.published", year=document.year))
    if evidence := document.facets.get("evidence", ()):
        found.append(say(language, "profile.evidence", shown=", ".join(kit.label(e, language) for e in evidence)))
    return found


def part_of(
    kit: Kit, draft: Draft, document: Document, keys: Sequence[str], most: int, language: Language
) -> tuple[list[Quotable], str]:
    """The quotes of a part, or none and the words for that: not given, or not legible."""
    sections = list(choose.present(document, keys))
    if sections and all(quality.elsewhere(section.text) for section in sections):
        return [], say(language, "cell.elsewhere", id=document.doc_id)
    chosen: list[Quotable] = []
    came = [quote for _, quote in choose.attained(kit, document)] if choose.OUTCOME[0] in keys else []
    for quote in (*came, *choose.telling(kit, document, keys)):
        if draft.fresh(document, quote, 99) and not any(quote.overlaps(c) or quote.like(c) > 0.6 for c in chosen):
            chosen.append(quote)
        if len(chosen) == most:
            break
    if not chosen and (last := choose.fallback(kit, document, keys)):
        chosen = [last]
    if chosen:
        return sorted(chosen, key=lambda q: q.start) if most > 1 else chosen, ""
    if sections:
        return [], say(language, "cell.unreadable", id=document.doc_id)
    return [], say(language, "cell.none")


@dataclass(frozen=True, slots=True)
class Titled:
    """The words by which a document can be named: all of its title, the distinctive ones, and those of its place."""

    document: Document
    title: tuple[str, ...]
    own: tuple[str, ...]
    place: frozenset[str]


def titled(documents: Sequence[Document]) -> tuple[Titled, ...]:
    """The names of documents, made once for an index."""
    found = []
    for document in documents:
        title = tuple(fold(t) for t in tokens(document.title))
        place = frozenset(fold(t) for t in tokens(f"{document.office} {document.county} nav"))
        found.append(Titled(document, title, tuple(w for w in title if w not in _COMMON) or title, place))
    return tuple(found)


def by_id(ids: Mapping[str, str], question: str) -> str | None:
    """The id of the document a question asks to be told about and does nothing more than name.

    Args:
        ids: The ids of documents, by their forms in small letters.
    """
    asked = {word for word in re.findall(r"\w+(?:-\w+)*", question.casefold()) if word not in _LEADS}
    return ids.get(asked.pop()) if len(asked) == 1 else None


def subject(names: Sequence[Titled], question: str, ordinary: bool = False) -> Document | None:
    """The document a question asks to be told about, by title or title and office; None where it asks for more.

    All words of the question but the lead («fortell om») must belong to the document's title, office or
    county, and most of the title's own words must be there.

    Args:
        ordinary: The question has ordinary words of the field («jobbspesialist»): then it must ask to be told, or
            be a title of several words, whole.
    """
    raw = [fold(t) for t in tokens(question)]
    asked = [w for w in raw if w not in _LEADS]
    plain = ordinary and not _ASKS & set(raw)
    led = len(asked) < len(raw)
    best: tuple[float, Document] | None = None
    for name in names if asked else ():
        share = sum(w in asked for w in name.own) / len(name.own) if name.own else 0.0
        if share < CLEAR or not all(w in name.title or w in name.place for w in asked):
            continue
        # A bare title is a profile only if it is whole: «Jobbhuset» may be asked of several.
        whole = all(w in asked for w in name.own)
        if not (led or whole):
            continue
        if plain and not (whole and len(name.own) > 1):
            continue
        score = share + 0.1 * sum(w in name.place for w in asked) + 0.01 * len(name.own)
        if best is None or score > best[0]:
            best = (score, name.document)
    return best[1] if best else None


_COMMON = frozenset(fold(word) for word in (*STOP, *GENERAL))
