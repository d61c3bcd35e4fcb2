"""The source of a quote: the whole section with the quote marked, the printed lines, the whole document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import events as textual_events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from assistant.errors import TiltakError
from assistant.messages import section as section_name
from assistant.model import Citation, Document, Section, SourceRef
from assistant.tui.backend import Engine
from assistant.tui.messages import language, t, value_label
from assistant.tui.plain import clean, one_line
from assistant.tui.words import Words, fitted, labelled, line, sentence

MARKED = "$quote-style"


class SourcePane(VerticalScroll, can_focus=True):
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
        self.border_title = t("source.numbered", number=self.citation.number) if self.citation else t("source.title")
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
        await self.redraw(to_printed=self.printed)

    async def toggle_whole(self) -> None:
        """Show the whole document, or the cited section alone."""
        self.whole = not self.whole
        await self.redraw()

    async def empty(self) -> None:
        """Forget what is shown."""
        self.citation = self._document = self._error = None
        await self.redraw()

    async def redraw(self, to_printed: bool = False) -> None:
        """Show it anew, in the language spoken now."""
        await self.recompose()
        self.call_after_refresh(self._find, to_printed)

    def _find(self, to_printed: bool) -> None:
        """Scroll to the quote, with some lines before it, or to its first printed line."""
        if to_printed and (marks := list(self.query(".printed.cited"))):
            self.scroll_to_widget(marks[0], animate=False, top=True)
            return
        for body in self.query(Cited):
            top = body.virtual_region.y + body.line_of_quote
            above = min(4, self.size.height // 4)
            room = self.size.height - 1
            if top + body.quote_height > room:
                self.scroll_to(y=max(top - above, 0), animate=False)
            else:
                self.scroll_to(y=0, animate=False)

    def on_resize(self, _: textual_events.Resize) -> None:
        """Lines wrap anew: find the quote again."""
        self.call_after_refresh(self._find, False)

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
            shown = self._error.line() if self._error else ""
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
            yield line(t("source.printed"), "section-title")
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

    @property
    def line_of_quote(self) -> int:
        """How many lines stand above the quote at the present width."""
        return self._height(self._before + self._quote[:1]) - 1

    @property
    def quote_height(self) -> int:
        """How many lines the quote takes."""
        return self._height(self._quote)

    def _height(self, text: str) -> int:
        width = max(self.size.width, 1)
        return fitted(Content(text), width).get_height({}, width)


def printed(section: Section, citation: Citation) -> Iterator[Words]:
    """The lines of the source file with their numbers; those the quote stands on are marked in the margin."""
    first, last = citation.source.line_start, citation.source.line_end
    block: list[str] = []
    cited = False
    for row in section.printed:
        inside = first is not None and last is not None and first <= row.number <= last
        if inside != cited and block:
            yield line("\n".join(block), "printed cited" if cited else "printed")
            block = []
        cited = inside
        block.append(f"{'▶' if inside else ' '}{row.number:>6}  {one_line(row.text)}")
    if block:
        yield line("\n".join(block), "printed cited" if cited else "printed")
