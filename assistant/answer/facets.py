"""Facets of an answer: what its documents are, with counts, so that it can be narrowed to what is really there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from assistant.answer.scope import Kit
from assistant.answer.types import Facet, Value
from assistant.messages import Language

NAMES = (
    "county", "target_group", "method", "life_area", "partner", "theme", "continuation", "evidence", "kind", "year",
)  # fmt: skip
MOST = 12  # values of a facet
_PLAIN = ("county", "kind", "year")


def facets(kit: Kit, doc_ids: Collection[str], language: Language = "nb") -> tuple[Facet, ...]:
    """The facets that tell these documents apart: a value that all of them have narrows nothing.

    A count is exactly what the filter would leave: documents with the value or with one narrower.
    """
    ids = frozenset(doc_ids)
    found = []
    for name in NAMES:
        counts = _counts(kit, ids, name)
        values = [
            Value(value, _shown(kit, name, value, language), n) for value, n in counts.items() if 0 < n < len(ids)
        ]
        values.sort(key=lambda v: (-v.count, v.shown.casefold()))
        if values:
            found.append(Facet(name, tuple(values[:MOST])))
    return tuple(found)


def _counts(kit: Kit, ids: frozenset[str], name: str) -> dict[str, int]:
    documents = [kit.index.by_id[doc_id] for doc_id in ids]
    if name in _PLAIN:
        return dict(Counter(str(value) for d in documents if (value := getattr(d, name))))
    values = {value for d in documents for value in d.facets.get(name, ())}
    return {value: len(ids & kit.having(name, value)) for value in values}


def _shown(kit: Kit, name: str, value: str, language: Language) -> str:
    return value if name in _PLAIN else kit.label(value, language)
