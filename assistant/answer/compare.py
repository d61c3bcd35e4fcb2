"""Two to five documents side by side: a quote or «ikke oppgitt» in every cell."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.draft import Draft
from assistant.answer.profile import PARTS, part_of
from assistant.answer.render import named
from assistant.answer.scope import Scope
from assistant.answer.types import Answer, Row, Table
from assistant.errors import UsageError
from assistant.messages import say
from assistant.model import Document

FEWEST, MOST = 2, 5
ROWS = ("target_group", "method", "results", "evidence", "challenges", "success", "continuation")


def compose(scope: Scope, documents: Sequence[Document], numbers: Sequence[int] = ()) -> Answer:
    """The comparison.

    Args:
        numbers: What number each document goes by; 1, 2, … where none are given.

    Raises:
        UsageError: There are not two to five different documents.
    """
    ranks = dict(zip((d.doc_id for d in documents), numbers or range(1, len(documents) + 1), strict=False))
    documents = tuple({d.doc_id: d for d in documents}.values())
    if not FEWEST <= len(documents) <= MOST:
        raise UsageError("error.compare", fewest=FEWEST, most=MOST, n=len(documents))
    language = scope.language
    draft = Draft(scope.kit.index, language)
    names = "; ".join(f"{d.doc_id} {d.title}" for d in documents)
    draft.heading("compare.head", names=names)
    rows = []
    for part in ROWS:
        draft.heading(f"part.{part}")
        cells = []
        for document in documents:
            rank = ranks[document.doc_id]
            quotes, note = part_of(scope.kit, draft, document, PARTS[part], 1, language)
            name = f"{rank}. {named(document.title, document.office, document.county)}:"
            cells.append(len(draft.statements))
            draft.line(name if quotes else f"{name} {note}", document, quotes, rank)
        rows.append(Row(say(language, f"part.{part}"), tuple(cells)))
    table = Table(tuple(d.doc_id for d in documents), tuple(rows))
    return draft.finish(scope, "compare", "answer", table=table, matching=len(documents))
