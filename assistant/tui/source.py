"""The source of a quote: the whole section with the quote marked, the printed lines, the whole document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget

from assistant.errors import TiltakError
from assistant.messages import section as section_name
from assistant.model import Citation, Document, Section, SourceRef
from assistant.model import Line as Row
from assistant.tui.backend import Engine
from assistant.tui.held import Held
from assistant.tui.messages import language, t, value_label
from assistant.tui.plain import clean, one_line
from assistant.tui.words import Words, fitted, labelled, line, sentence

MARKED = "$quote-style"


class SourcePane(Held, can_focus=True):
    """Where a quote comes from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "screen.printed", "footer.printed"),
        Binding("f7", "screen.document", "footer.document"),
    ]

    def __init__(self) -> None:
        super().__init__(id="source")
        self.citation: Citation | None = None
        self.printed = False
        self.whole = False
        self._document: Document | None = None
        self._error: TiltakError | None = None

    def compose(self) -> ComposeResult:
        """What is shown now."""
        self.border_title, self.border_subtitle = _edges(self.citation) if self.citation else (t("source.title"), "")
        self.set_class(self.citation is None, "-empty")
        yield from self._parts()

    async def show(self, citation: Citation, engine: Engine) -> None:
        """Show the source of a citation."""
        self.citation, self._error = citation, None
        try:
            self._document = engine.document(citation.doc_id)
        except TiltakError as error:
            self._document, self._error = None, error
        await self.redraw()

    async def toggle_printed(self) -> None:
        """Show or hide the lines as printed."""
        self.printed = not self.printed
        await self.redraw()

    async def toggle_whole(self) -> None:
        """Show the whole document, or the cited section alone."""
        self.whole = not self.whole
        await self.redraw()

    async def empty(self) -> None:
        """Forget what is shown."""
        self.citation = self._document = self._error = None
        await self.redraw()

    async def redraw(self) -> None:
        """Show it anew, in the language spoken now: at the quote, or at its printed lines."""
        await self.recompose()
        if marks := self.query(".printed.cited"):
            self.hold(marks.first())
        elif quotes := self.query(Cited):
            self.hold(quotes.first(), quotes.first().place)
        else:
            self.hold(None)
            self.scroll_home(animate=False)

    def _parts(self) -> Iterator[Widget]:
        citation, document = self.citation, self._document
        if citation is None:
            yield line(t("source.empty"), "empty")
            return
        yield line(citation.title, "title")
        place = [citation.office, citation.county, str(document.year or "") if document else ""]
        kind = value_label(document.kind) if document and document.kind != "tiltak" else ""
        yield line(" · ".join(filter(None, [*place, citation.doc_id, kind])), "reading")
        if self._error is not None or document is None:
            shown = self._error.line(language()) if self._error else ""
            yield labelled(t("notice.error"), sentence(t("source.gone", line=shown)), "error")
            return
        for section in document.sections:
            if section.key == citation.section:
                yield from self._cited(section, citation)
            elif self.whole:
                yield heading(section.key, section.source)
                yield line(section.text, "section")

    def _cited(self, section: Section, citation: Citation) -> Iterator[Widget]:
        yield heading(section.key, citation.source)
        yield Cited(section, citation)
        if section.uncertain and self.printed:
            yield line(t("source.uncertain", words=", ".join(section.uncertain)), "reading")
        if self.printed:
            yield line(t("source.recorded" if citation.source.recorded else "source.printed"), "section-title")
            if not section.printed:
                yield line(t("source.no_printed"), "reading")
            yield from printed(section, citation)


def heading(key: str, source: SourceRef) -> Words:
    """A section's name and, below it, where the words stand."""
    from assistant.answer.render import where

    spoken = language()
    place = one_line(where(source, spoken))
    return Words(
        Content.assemble((f"{one_line(section_name(spoken, key))}\n", "bold"), (place, "$text-quiet")), "section-title"
    )


class Cited(Words):
    """A section with its quote marked."""

    def __init__(self, section: Section, citation: Citation) -> None:
        # Each part is cleaned by itself, so the mark stands right whatever cleaning takes away.
        self._before = clean(section.text[: citation.start])
        self._quote = clean(section.text[citation.start : citation.end])
        after = clean(section.text[citation.end :])
        super().__init__(Content.assemble(self._before, (self._quote, MARKED), after), "section")

    def place(self, region: Region, window: Size) -> int:
        """The first line of the window: some lines before the quote, or the beginning where all can be seen then."""
        top = region.y + self._height(self._before + self._quote[:1], region.width) - 1
        above = min(4, window.height // 4)
        return max(top - above, 0) if top + self._height(self._quote, region.width) > window.height - 1 else 0

    def _height(self, text: str, width: int) -> int:
        return fitted(Content(text), max(width, 1)).get_height({}, max(width, 1))


class Printed(Words):
    """Lines of a source file beside their numbers; the quote's own have a mark."""

    def __init__(self, rows: Sequence[Row], cited: bool) -> None:
        self._rows = [(f"{'▶' if cited else ' '}{row.number:>6}  ", one_line(row.text)) for row in rows]
        shown = "\n".join(f"{number}{text}" for number, text in self._rows)
        super().__init__(Content(shown), "printed cited" if cited else "printed")

    def fit(self, width: int) -> Content:
        """What goes on below begins under the text, not under the number."""
        found: list[Content] = []
        for number, text in self._rows:
            room = max(width - len(number), 1)
            first, *more = fitted(Content(text), room).wrap(room)
            found.append(Content.assemble((number, "bold"), first))
            found += [row.pad_left(len(number)) for row in more]
        return Content("\n").join(found)


def printed(section: Section, citation: Citation) -> Iterator[Printed]:
    """The lines of the source file with their numbers, those the quote stands on apart."""
    first, last = citation.source.line_start or 0, citation.source.line_end or -1
    for cited, rows in groupby(section.printed, lambda row: first <= row.number <= last):
        yield Printed(list(rows), cited)


def _edges(citation: Citation) -> tuple[Content, Content]:
    """The frame: whose words these are, which lines of the source they stand on, and the way back."""
    from assistant.answer.render import named

    title = f"[{citation.number}] {named(citation.title, citation.office, '')}"
    first, last = citation.source.line_start, citation.source.line_end
    lines = f"{t('line')} {first}" + (f"–{last} · " if last != first else " · ") if first else ""
    return Content(one_line(title)), Content(f"{lines}{t('source.back')}")
