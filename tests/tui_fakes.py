"""An invented index for the app's tests and pictures: real types, invented tiltak, no engine."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from assistant.answer.types import Answer, Facet, IndexInfo, Preference, Statement, Value
from assistant.dialogue.talk import Turn
from assistant.errors import TiltakError, UsageError
from assistant.messages import Language, say
from assistant.model import Citation, Document, Line, Section, SourceRef
from assistant.tui.backend import Engine

FILE = "eksempelrapport.txt"
TEXTS = {
    "T901": (
        "Verkstedet",
        "NAV Eksempelvik",
        "Nordland",
        {
            "target_group": "Unge mellom 18 og 29 år som verken er i arbeid eller utdanning. De fleste har "
            "avbrutt videregående skole, og flere strever med psykisk helse.",
            "description": "Deltakerne møter på et sykkelverksted fire dager i uken. De reparerer sykler som "
            "kommunen har samlet inn, sammen med en arbeidsleder som selv er mekaniker. Hver deltaker har en "
            "fast veileder på NAV-kontoret, og de tre møtes hver fredag for å se på uken som gikk. "
            "Sykler som er ferdige, blir gitt til familier som trenger dem.",
            "achieved": "Av 24 deltakere gikk 11 videre til arbeid eller skole. Oppmøtet steg fra halvparten "
            "av dagene den første måneden til fire av fem dager etter et halvt år.",
            "success_factors": "Korte veier mellom verkstedet og NAV-kontoret. Arbeidsleder og veileder ble "
            "enige om én plan, og den unge eide planen.",
        },
    ),
    "T902": (
        "Språk på jobben",
        "NAV Testdal",
        "Innlandet",
        {
            "target_group": "Nyankomne flyktninger som har fullført introduksjonsprogrammet uten å få arbeid.",
            "description": "Deltakerne er på en arbeidsplass tre dager i uken og har norskopplæring de to "
            "andre. Læreren besøker arbeidsplassen og bruker ordene derfra i undervisningen.",
            "challenges": "Det tok lengre tid enn ventet å finne arbeidsgivere, og transport var et hinder i "
            "en kommune med store avstander.",
        },
    ),
    "T903": (
        "Samme dør",
        "NAV Prøveneset",
        "Rogaland",
        {
            "description": "En jobbspesialist sitter to dager i uken hos kommunens psykiske helseteam. "
            "Samtalen om arbeid begynner mens behandlingen pågår.",
            "cooperation": "Kommunens psykiske helseteam, fastleger og lokale bedrifter.",
            "achieved": "Åtte av femten deltakere kom i ordinært arbeid i løpet av det første året.",
        },
    ),
}


def document(doc_id: str, title: str, office: str, county: str, texts: dict[str, str]) -> Document:
    """A document whose sections are printed on lines of some sixty characters."""
    sections: list[Section] = []
    number = 100
    for key, text in texts.items():
        marks, printed, start = [], [], 0
        while start < len(text):
            end = text.rfind(" ", start, start + 60) + 1 if len(text) - start > 60 else len(text)
            end = end if end > start else min(start + 60, len(text))
            marks.append((start, number))
            printed.append(Line(number, text[start:end].strip().replace("å", "a")))
            start, number = end, number + 1
        source = SourceRef(FILE, marks[0][1] if marks else 1, max(number - 1, 1), 2, 1)
        sections.append(Section(key, text, source, tuple(marks), printed=tuple(printed)))
        number += 3
    facets = MappingProxyType({"target_group": ("unge",)}) if "unge" in str(texts).lower() else MappingProxyType({})
    ref = SourceRef(FILE, 100, number, 2, 1)
    return Document(doc_id, "tiltak", title, office, county, 2022, "nb", tuple(sections), ref, facets=facets)


def documents() -> tuple[Document, ...]:
    """All invented documents."""
    return tuple(document(doc_id, *rest) for doc_id, rest in TEXTS.items())


def cite(number: int, doc: Document, key: str, quote: str) -> Citation:
    """A citation of words that stand in a section."""
    section = doc.section(key)
    assert section is not None
    start = section.text.index(quote)
    end = start + len(quote)
    return Citation(
        number, doc.doc_id, doc.title, doc.office, doc.county, key, quote, start, end, section.reference(start, end)
    )  # fmt: skip


INFO = IndexInfo("2026-11-20T09:30:00+00:00", len(TEXTS), 9)


class FakeTalk:
    """Keeps filters, and hands every line to the engine."""

    def __init__(self, engine: FakeEngine) -> None:
        self.engine = engine
        self.filters: dict[str, str] = {}
        self.language: Language = "nb"
        self.question = "alt"

    def turn(self, text: str) -> Turn:
        if text == "ta bort vilkåret":
            self.filters = {}
        elif "ring meg" in text:
            return Turn(None, "Spørsmålet kan inneholde personopplysninger.", (), (), ("anonymiser", "søk likevel"))
        else:
            self.question = text
        return self._turn(f"Lest som: «{self.question}»")

    def drop(self, name: str, shown: str = "") -> Turn:
        self.filters.pop(name)
        return self._turn(f"Tok bort {name}.")

    def narrow(self, name: str, value: str) -> Turn:
        if value == "ukjent":
            raise UsageError("error.value", name=name, value=value)
        self.filters[name] = value
        return self._turn(f"Avgrenset: {value}.")

    def open(self, doc_id: str) -> Turn:
        doc = self.engine.document(doc_id)
        self.engine.asked.append((f"åpne {doc_id}", ()))
        return Turn(self.engine.answer(doc.title, (doc,)), f"Om {doc.title}")

    def expand(self, on: bool) -> Turn:
        return replace(self._turn("Med ordlisten" if on else "Uten ordlisten"), expand=on)

    def again(self) -> Turn:
        return self._turn(f"Lest som: «{self.question}»")

    def speak(self, language: Language) -> None:
        self.language = language

    def limit(self, k: int) -> None:
        self.k = k

    def reset(self) -> None:
        self.filters, self.question = {}, "alt"

    def _turn(self, read_as: str) -> Turn:
        answer = self.engine.ask(self.question, tuple(self.filters.items()))
        tips = ("flere", "fortell om nr. 1")
        return Turn(answer, read_as, tips, tuple(self.filters.items()), preferred=answer.preferred)


class FakeEngine:
    """Answers with a quote from each document that shares a word with the question."""

    def __init__(self, docs: tuple[Document, ...] | None = None, built: str = INFO.built) -> None:
        self.documents: Sequence[Document] = docs if docs is not None else documents()
        self.built = built
        self.asked: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        self.gate: threading.Event | None = None

    def ask(self, question: str, filters: Sequence[tuple[str, str]] = ()) -> Answer:
        """Answer, refuse or find nothing, by what the question says."""
        self.asked.append((question, tuple(filters)))
        if self.gate is not None:
            self.gate.wait(10)
        if "12345678901" in question:
            raise UsageError("error.question.personal")
        if "krasj" in question:
            raise ZeroDivisionError
        shown = dict(filters)
        if "romfart" in question:
            return Answer(
                question, "none", (Statement("Fant ikke noe om dette i erfaringene.", heading=True),), (), (), INFO,
                filters=shown, not_covered=("romfart",),
            )  # fmt: skip
        return self._found(question, shown, "partly" if "delvis" in question else "answer")

    def prepare(self) -> None:
        """Nothing to load."""

    def converse(self, language: Language, k: int) -> FakeTalk:
        """A conversation."""
        return FakeTalk(self)

    def resume(self, talk: FakeTalk) -> tuple[FakeTalk, Turn]:
        """The same conversation."""
        talk.engine = self
        return talk, Turn(None, "", (), tuple(talk.filters.items()))

    def facets(self, language: Language) -> tuple[Facet, ...]:
        """Counties."""
        return (Facet("county", tuple(Value(d.county, d.county, 1) for d in self.documents)),)

    def answer(self, question: str, docs: Sequence[Document]) -> Answer:
        """An answer from these documents."""
        return self._found(question, {}, "answer", docs)

    def _found(self, question: str, shown: dict[str, str], grade: str, docs: Sequence[Document] = ()) -> Answer:
        missed = say("nb", "partly.words", words="«sykkel»")
        statements = [Statement(missed if grade == "partly" else "Dette passer best:", heading=True)]
        citations: list[Citation] = []
        for rank, doc in enumerate(docs or self.documents, 1):
            key = "achieved" if doc.section("achieved") else doc.sections[0].key
            text = doc.sections[0].text if key != "achieved" else doc.section("achieved").text  # type: ignore[union-attr]
            citations.append(cite(len(citations) + 1, doc, key, text.split(". ")[0] + ("." if ". " in text else "")))
            lead = f"{rank}. {doc.title} ({doc.office}, {doc.county}):"
            statements.append(Statement(lead, (len(citations),), doc_id=doc.doc_id, rank=rank))
        return Answer(
            question, "partly" if grade == "partly" else "answer", tuple(statements), tuple(citations), (), INFO,
            filters=shown, also_searched=("unge utenfor arbeid og utdanning", "frafall i skolen"),
            not_covered=("sykkel",) if grade == "partly" else (),
            notes=("Søkte etter «arbeid» i stedet for «arbied».",) if "arbied" in question else (),
            texts={(d.doc_id, s.key): s.text for d in self.documents for s in d.sections},
            titles={d.doc_id: (d.title, d.office, d.county) for d in docs or self.documents},
            facets=(Facet("target_group", (Value("unge", "unge under 30 år", 2), Value("alle", "alle", 1))),),
            preferred=(Preference("age", "0-29", "under 30 år"),) if "under 30" in question else (),
        )  # fmt: skip

    def document(self, doc_id: str) -> Document:
        """A document by id."""
        for doc in self.documents:
            if doc.doc_id == doc_id:
                return doc
        raise UsageError("error.document", id=doc_id)


class FakeBackend:
    """A folder that holds `engine`, or fails with `error`; building puts `built_engine` there."""

    def __init__(self, engine: FakeEngine | None = None, error: TiltakError | None = None) -> None:
        self.engine = engine if engine is not None or error is not None else FakeEngine()
        self.error = error
        self.on_disk = self.engine.built if self.engine else ""
        self.gate: threading.Event | None = None
        self.build_gate: threading.Event | None = None
        self.build_error: TiltakError | None = None
        self.builds = 0

    def open(self, folder: Path) -> Engine:
        """Open, when the gate is."""
        if self.gate is not None:
            self.gate.wait(10)
        if self.error is not None:
            raise self.error
        assert self.engine is not None
        return self.engine

    def built(self, folder: Path) -> str:
        """What the manifest on disk says."""
        return self.on_disk

    def build(self, folder: Path, report: Callable[[str, int, int], None], stopped: Callable[[], bool]) -> None:
        """Build, in two steps around the gate."""
        self.builds += 1
        report("stage.related", 1, 3)
        if self.build_gate is not None:
            while not self.build_gate.is_set() and not stopped():
                time.sleep(0.01)
        if self.build_error is not None:
            raise self.build_error
        self.error = None
        self.engine = self.engine or FakeEngine()
        self.on_disk = self.engine.built

    def words(self, engine: Engine) -> tuple[str, ...]:
        """Names that complete."""
        return ("NAV Eksempelvik", "Nordland", "kvalifiseringsprogrammet")
