"""Places in questions and documents: offices, municipalities, counties then and now, regions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from assistant.model import Document
from assistant.text.analyzer import fold
from assistant.text.words import AMBIGUOUS_PLACES
from assistant.vocabulary import Place, Vocabulary

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_WIDTH = {"region": 0, "county": 1, "municipality": 2, "district": 3, "office": 4}
# Municipalities that are ordinary words as well: a place only in capitals or after «i», «på», «fra», «NAV».
_LEADS = frozenset({"i", "på", "frå", "fra", "nav", "ved", "rundt", "for", "in", "from"})
_AMBIGUOUS_LENGTH = 4
MOST_WORDS = 5


class PlaceFinder:
    """Finds places in texts and the documents of a place."""

    def __init__(self, documents: tuple[Document, ...], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._documents = documents

    @cached_property
    def _forms(self) -> dict[str, list[Place]]:
        forms: dict[str, list[Place]] = defaultdict(list)
        for form, place in self._vocabulary.place_forms():
            forms[" ".join(fold(w) for w in _WORD.findall(form))].append(place)
        return forms

    def named(self, text: str) -> Place | None:
        """The place a text names, whole: «Akershus», «nav bømlo», «Bomlo»."""
        key = " ".join(fold(w) for w in _WORD.findall(text))
        for form in (key, key.removeprefix("nav ")):
            if form in self._forms:
                return self._widest(self._forms[form])[0]
        return None

    @staticmethod
    def _widest(places: list[Place]) -> list[Place]:
        # «Oslo» is a county, a municipality and offices: the widest holds the others. «Herøy» is two municipalities.
        widest = min(_WIDTH.get(place.kind, 9) for place in places)
        return [place for place in places if _WIDTH.get(place.kind, 9) == widest]

    def mentioned(self, question: str) -> Iterator[tuple[Place, int, int]]:
        """Places a question names, each with its (start, end) in the question, longest names first.

        Of several places of one name those that have documents are meant; where none has, the first.
        """
        words = list(_WORD.finditer(question))
        at = 0
        while at < len(words):
            for length in range(min(MOST_WORDS, len(words) - at), 0, -1):
                span = words[at : at + length]
                key = " ".join(fold(w.group()) for w in span)
                if key in self._forms and self._meant(words, at, length, key):
                    start = words[at - 1].start() if at and words[at - 1].group().lower() == "nav" else span[0].start()
                    places = self._widest(self._forms[key])
                    for place in [p for p in places if self.documents(p.id)] or places[:1]:
                        yield place, start, span[-1].end()
                    at += length - 1
                    break
            at += 1

    @staticmethod
    def _meant(words: list[re.Match[str]], at: int, length: int, key: str) -> bool:
        if length > 1 or (len(key) > _AMBIGUOUS_LENGTH and key not in _FOLDED):
            return True
        before = words[at - 1].group().lower() if at else ""
        word = words[at].group()
        if before in _LEADS:
            return word[0].isupper() or key not in ("nord", "sor", "midt", "ost", "vest", "time", "eid", "strand")
        return bool(at) and word[0].isupper()

    @cached_property
    def _of_document(self) -> Mapping[str, frozenset[str]]:
        """Place ids of each document: its office, its municipalities, its county then and now."""
        found: dict[str, frozenset[str]] = {}
        for document in self._documents:
            ids: set[str] = set(document.facets.get("place", ()))
            for part in filter(None, [document.office, *re.split(r"[/,]| og ", document.office)]):
                place = self.named(part.split("(")[0])
                if place is not None:
                    ids |= {place.id, *place.covers}
            for place_id in tuple(ids):
                municipality = self._vocabulary.place(place_id)
                if municipality is not None:
                    ids |= {*filter(None, (municipality.county, municipality.county_2022)), *municipality.within}
            county = self.named(document.county) if document.county else None
            if county is not None:
                ids.add(county.id)
            found[document.doc_id] = frozenset(ids)
        return found

    def documents(self, place_id: str) -> frozenset[str]:
        """Ids of the documents of a place or of any place it covers."""
        wanted = frozenset({place_id}) | self._vocabulary.expand_place(place_id)
        return frozenset(doc_id for doc_id, ids in self._of_document.items() if ids & wanted)


_FOLDED = frozenset(fold(word) for word in AMBIGUOUS_PLACES)
