"""The assistant without a screen: one object that opens an index and answers questions.

Everything a user interface needs goes through here; nothing here knows of a terminal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assistant.answer import compare, experience, profile, similar
from assistant.answer.compose import compose
from assistant.answer.intent import Group, Intent, intent
from assistant.answer.scope import Kit, Scope
from assistant.answer.types import Answer
from assistant.dialogue.conditions import barred
from assistant.errors import UsageError
from assistant.finding import Finder
from assistant.index.store import Index, open_index
from assistant.messages import Language, say
from assistant.model import Document
from assistant.question.filters import Filter
from assistant.question.reading import LONGEST, Reader, Reading
from assistant.text.privacy import anonymous, unmasked

if TYPE_CHECKING:
    from assistant.dialogue.conversation import Conversation

Personal = Literal["mask", "keep"]


class Assistant:
    """Answers questions from an open index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._finder = Finder(index)

    @classmethod
    def open(cls, folder: Path) -> Assistant:
        """Open the index of a folder.

        Raises:
            IndexMissingError, IndexDamagedError: There is none, or it is damaged.
        """
        return cls(open_index(folder))

    @property
    def reader(self) -> Reader:
        """What reads questions."""
        return self._finder.reader

    @property
    def kit(self) -> Kit:
        """What every answer needs of the index."""
        return self._finder.kit

    def ask(
        self,
        question: str,
        filters: Sequence[tuple[str, str]] = (),
        k: int = 5,
        language: Language = "nb",
        personal: Personal = "mask",
        expand: bool = True,
        strict: bool = False,
    ) -> Answer:
        """Answer a question from at most k documents.

        Args:
            filters: (name, value) pairs, applied before the cut besides those read from the question.
            personal: What happens to telephone numbers, addresses and names in the question: taken away, or kept.
            expand: Whether the vocabulary adds to the words of the question.
            strict: Whether what the question prefers (target group, method, age) is demanded.

        Raises:
            UsageError: The question is empty, holds a national identity number, or a filter is unknown.
        """
        text = anonymous(question) if personal == "mask" else question
        asked, without = barred(self, unmasked(text), language)
        wish = intent(asked)
        if wish.wish == "similar":
            answer = self.similar(text, filters, k, language, personal="keep")
            answer = replace(answer, question=" ".join(text.split()))
        else:
            reading = replace(self.reader.read(wish.topic, filters, expand), question=" ".join(text.split()))
            reading = replace(reading, filters=(*reading.filters, *without))
            if strict:
                reading = replace(reading, filters=(*reading.filters, *self.reader.preferred(reading)))
            subject = self.named(unmasked(text)) if not filters else None
            answer = self.answer(reading, k, language, wish, subject)
        if text != question:
            answer = replace(answer, notes=(say(language, "note.personal"), *answer.notes))
        return answer

    def answer(
        self,
        reading: Reading,
        k: int = 5,
        language: Language = "nb",
        wish: Intent | None = None,
        subject: Document | None = None,
        before: Sequence[str] = (),
    ) -> Answer:
        """Answer a question that has been read.

        Args:
            wish: The form of answer; read from the question where none is given.
            subject: The document the question asks to be told about.
            before: Documents that have been shown: the next ones are listed.
        """
        scope = self.scope(reading, k, language)
        return compose(
            scope, wish or intent(reading.question), partial(self._finder.covering, reading), subject, before
        )

    def scope(self, reading: Reading, k: int = 5, language: Language = "nb") -> Scope:
        """A question with all that was found for it, ready to be put together."""
        return self._finder.scope(reading, k, language)

    def count(self, filters: Sequence[Filter]) -> int:
        """How many documents meet all filters."""
        return int(self.reader.allowed(filters).sum())

    def similar(
        self,
        plan: str,
        filters: Sequence[tuple[str, str]] = (),
        k: int = 5,
        language: Language = "nb",
        personal: Personal = "mask",
        conditions: Sequence[Filter] = (),
    ) -> Answer:
        """The tiltak most like a project plan. The plan itself does not stand in the answer, which may be saved.

        Args:
            conditions: Filters already made, besides `filters`.

        Raises:
            UsageError: The text is empty, holds a national identity number, or a filter is unknown.
        """
        text = " ".join((anonymous(plan) if personal == "mask" else plan).split())
        notes = []
        if anonymous(plan) != plan and personal == "mask":
            notes.append(say(language, "note.personal"))
        if len(text) > LONGEST:
            text = text[:LONGEST].rsplit(" ", 1)[0]
            notes.append(say(language, "note.shortened", n=len(text)))
        reading = replace(self._plan(unmasked(text), filters), question=text)
        reading = replace(reading, filters=(*reading.filters, *conditions))
        scope = self.scope(reading, k, language)
        grade = scope.evidence.grade
        if (grade == "none" and not reading.concepts) or not scope.hits:
            answer = compose(scope, Intent("list", text), partial(self._finder.covering, reading))
        else:
            answer = similar.compose(scope, "partly" if grade == "partly" else "answer", notes)
        return replace(answer, question=say(language, "similar.plan"))

    def like(self, doc_id: str, conditions: Sequence[Filter] = (), k: int = 5, language: Language = "nb") -> Answer:
        """The documents most like one of the index, among those that meet the conditions.

        Raises:
            UsageError: There is no such document.
        """
        document = self.document(doc_id)
        about = ("target_group", "description")
        text = document.summary or " ".join(s.text for s in document.sections if s.key in about)
        reading = self._plan(f"{document.title}. {text}"[:LONGEST], ())
        own = {c: (self.kit.label(c), 1.0) for name in similar.FACETS for c in document.facets.get(name, ())}
        title = f"{say(language, 'similar.question')}: {document.title}"
        reading = replace(
            reading,
            question=title,
            concepts=own or reading.concepts,
            age=None,
            corrections=(),
            filters=tuple(conditions),
        )
        scope = self.scope(reading, k + 1, language)
        return similar.compose(replace(scope, k=k), "answer", leave_out=frozenset({document.doc_id}))

    def _plan(self, text: str, filters: Sequence[tuple[str, str]]) -> Reading:
        """A plan as it was read. Where and when it is to be done is no condition on the tiltak it is compared with."""
        cut = text
        for _, start, end in reversed(list(self.reader.places.mentioned(text))):
            cut = f"{cut[:start]} {cut[end:]}"
        given = [self.reader.makes.make(name, value) for name, value in filters]
        reading = self.reader.read(cut if cut.strip() else text, filters)
        return replace(reading, question=text, filters=tuple(given))

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        return {doc_id.casefold(): doc_id for doc_id in self.index.by_id}

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The ids by which a line can name a document, by their forms in small letters.

        A word of the texts and a number are none: «gjeld» asks of debt, whatever a file is called.
        """
        words = self.index.words
        return {form: doc_id for form, doc_id in self._ids.items() if form not in words and not form.isdigit()}

    @cached_property
    def _titles(self) -> tuple[profile.Titled, ...]:
        return profile.titled(self.index.documents)

    def named(self, question: str) -> Document | None:
        """The document that a question asks to be told about, by id, title or title and office; else None."""
        if doc_id := profile.by_id(self.ids, question):
            return self.document(doc_id)
        found = profile.subject(self._titles, question)
        if found is None or not self.reader.matcher.asked(question):
            return found
        return profile.subject(self._titles, question, ordinary=True)

    def compare(self, doc_ids: Sequence[str], language: Language = "nb", numbers: Sequence[int] = ()) -> Answer:
        """Two to five documents side by side.

        Args:
            numbers: The numbers they have on the screen; 1, 2, … where none are given.

        Raises:
            UsageError: One is not there, or there are too few or too many.
        """
        documents = [self.document(doc_id) for doc_id in doc_ids]
        question = " – ".join(dict.fromkeys(d.doc_id for d in documents))
        return compare.compose(self._about(documents, question, language), documents, numbers)

    def profile(self, doc_id: str, language: Language = "nb") -> Answer:
        """One document by its parts.

        Raises:
            UsageError: There is none.
        """
        document = self.document(doc_id)
        return profile.compose(self._about([document], document.title, language), document)

    def aspect(
        self,
        doc_ids: Sequence[str],
        groups: Sequence[Group],
        question: str,
        topic: str = "",
        language: Language = "nb",
        numbers: Sequence[int] = (),
    ) -> Answer:
        """What these documents say of one kind of experience, or, where no kind is given, on a question.

        Args:
            topic: What the conversation is about: sentences on it come first.
            numbers: The numbers the documents have on the screen; 1, 2, … where none are given.

        Raises:
            UsageError: A document is not there.
        """
        documents = [self.document(doc_id) for doc_id in doc_ids]
        reading = replace(self.reader.read(topic or question), question=question, filters=())
        scope = replace(self.scope(reading, len(documents), language), hits=())
        return experience.of_documents(scope, documents, tuple(groups), numbers)

    def _about(self, documents: Sequence[Document], question: str, language: Language) -> Scope:
        """A scope for documents that are named, not searched for."""
        reading = replace(self.reader.read("tiltak"), question=question)
        scope = self.scope(reading, len(documents), language)
        return replace(scope, hits=())

    def converse(self, language: Language = "nb", k: int = 5) -> Conversation:
        """A conversation over this index."""
        from assistant.dialogue.conversation import Conversation

        return Conversation(self, language, k)

    def run(self, question: str, k: int = 100) -> list[tuple[str, float]]:
        """(document id, score) of the best k documents; nothing for a question it would refuse."""
        try:
            asked, without = barred(self, question, "nb")
            reading = self.reader.read(asked)
        except UsageError:
            return []
        reading = replace(reading, filters=(*reading.filters, *without))
        return [(hit.doc_id, hit.score) for hit in self._finder.run(reading, k)]

    def document(self, doc_id: str) -> Document:
        """A document by id, in any letter case.

        Raises:
            UsageError: There is none.
        """
        found = self.index.by_id.get(doc_id) or self.index.by_id.get(self._ids.get(doc_id.casefold(), ""))
        if found is None:
            raise UsageError("error.document", id=doc_id)
        return found


__all__ = ["Assistant", "Filter", "anonymous", "unmasked"]
