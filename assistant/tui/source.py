"""Where a quote stands: its section with the quote marked, the whole document, and the lines as they were printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget

from assistant.errors import TiltakError
from assistant.messages import section as section_name
from assistant.model import Citation, Document, Section, SourceRef
from assistant.tui.backend import Engine
from assistant.tui.held import Held
from assistant.tui.messages import language, t, value_label
from assistant.tui.plain import clean, one_line
from assistant.tui.words import Words, fitted, labelled, line, sentence

MARKED = "$quote-style"
FRAME = 6  # columns of the frame that its words cannot have


class SourcePane(Held, can_focus=True):
    """Where a quote comes from, or a document from end to end. The arrows scroll.

    Args:
        full: It is the text of a document, with a quote marked where one was chosen.
    """

    def __init__(self, full: bool = False) -> None:
        super().__init__(id="source", classes="" if full else "-unused")
        self.citation: Citation | None = None
        self.printed = False
        self.whole = self.full = full
        self._document: Document | None = None
        self._error: TiltakError | None = None
        self._quote: Widget | None = None  # where it was last gone to

    def compose(self) -> ComposeResult:
        """What is shown now."""
        self.label()
        yield from self._parts()

    async def show(self, citation: Citation, engine: Engine) -> None:
        """Show the source of a citation."""
        self.citation, self._error = citation, None
        self.remove_class("-unused")
        try:
            self._document = engine.document(citation.doc_id)
        except TiltakError as error:
            self._document, self._error = None, error
        await self.redraw()

    async def read(self, document: Document) -> None:
        """Show a document; the one that is shown already, in the language spoken now."""
        self._document = document
        await self.redraw(to_quote=False)

    async def toggle_printed(self) -> None:
        """Show or hide the lines as printed."""
        self.printed = not self.printed
        await self.redraw(to_quote=not self.full)

    async def toggle_whole(self) -> None:
        """Show the whole document, or the cited section alone."""
        self.whole = not self.whole
        await self.redraw()

    def turned(self, action: str) -> str:
        """The message that a key says when it has been pressed."""
        if action == "printed" and self.printed:
            return "footer.hide_printed"
        return "footer.part" if action == "document" and self.whole else ""

    async def empty(self) -> None:
        """Forget what is shown."""
        self.citation = self._document = self._error = None
        await self.redraw()

    async def redraw(self, to_quote: bool = True) -> None:
        """Show it anew: at the quote, or with the section that was read in its place, if one has left the quote."""
        to_quote = to_quote or (self._held is not None and self._held is self._quote)
        seen = self._first_seen()
        await self.recompose()
        lines = [printed for printed in self.query(Printed) if printed.cited]
        shown: Printed | Cited | None = next(iter(lines), None) or next(iter(self.query(Cited)), None)
        if to_quote and shown:
            self._quote = shown
            self.hold(shown, shown.place)
        elif seen and not to_quote:
            self.hold(list(self.query(".head"))[seen])
        else:
            self.hold(None)
            if to_quote:
                self.scroll_home(animate=False)

    def _first_seen(self) -> int:
        heads = list(self.query(".head"))
        below = [place for place, head in enumerate(heads) if head.virtual_region.y <= self.scroll_y]
        return below[-1] if below else 0

    def on_resize(self) -> None:
        """The frame says as much as it has room for."""
        self.label()

    def label(self) -> None:
        """Write on the frame what is shown, and how: a key may change what is out of sight."""
        citation = self.citation
        alone = self.is_attached and not self.full and self.outer_size.width >= self.screen.size.width
        self.set_class(alone, "-alone")
        if self.full:
            said = [t("tiltak.text")]
        elif citation is None:
            self.border_title, self.border_subtitle = t("source.title"), ""
            return
        else:
            said = [f"[{citation.number}] {section_name(language(), citation.section)}"]
            said += [t("source.whole")] if self.whole else []
        said += [t("source.as_printed")] if self.printed else []
        title = " · ".join(said) + (f" – {citation.title}" if citation and alone else "")
        self.border_title = Content(one_line(title))
        places = list(_places(citation.source)) if citation else [self._document.source.file if self._document else ""]
        if citation and alone:
            whose = " · ".join(filter(None, [citation.doc_id, citation.county]))
            places = [f"{whose} · {place} · {t('source.back')}" for place in places]
        room = self.outer_size.width - FRAME
        fits = next((place for place in places if len(place) <= room), places[-1])
        self.border_subtitle = Content(one_line(fits))

    def _parts(self) -> Iterator[Widget]:
        citation, document = self.citation, self._document
        told = citation or document
        if told is None:
            yield line(t("source.empty"), "empty")
            return
        yield line(told.title, "title")
        place = [told.office, told.county, str(document.year or "") if document else ""]
        kind = value_label(document.kind) if document and document.kind != "tiltak" else ""
        yield line(" · ".join(filter(None, [*place, told.doc_id, kind])), "reading")
        if document is None:
            shown = self._error.line(language()) if self._error else ""
            yield labelled(t("notice.error"), sentence(t("source.gone", line=shown)), "error")
            return
        for section in document.sections:
            cited = citation if citation and citation.section == section.key else None
            if self.whole:
                yield head(section)
            if cited or self.whole:
                yield Cited(section, cited) if cited else line(section.text, "section")
                if self.printed:
                    yield Printed(section, cited, placed=self.whole)


def _places(source: SourceRef) -> Iterator[str]:
    """Where words stand, in as many words as there may be room for."""
    from assistant.answer.render import where

    spoken = language()
    yield where(source, spoken)
    yield where(replace(source, page=None), spoken)
    first, last = source.line_start, source.line_end
    if first:
        lines = f"{t('line')} {first}" + (f"–{last}" if last != first else "")
        yield t("where.summary", place=lines) if source.recorded else lines


def head(section: Section) -> Words:
    """A section's name and, below it, where it stands."""
    from assistant.answer.render import where

    spoken = language()
    name, place = section_name(spoken, section.key), where(section.source, spoken)
    return Words(Content.assemble((f"{one_line(name)}\n", "bold"), (one_line(place), "$text-quiet")), "head")


class Cited(Words):
    """A section with its quote marked."""

    def __init__(self, section: Section, citation: Citation) -> None:
        # Each part is cleaned by itself, so the mark stands right whatever cleaning takes away.
        self._before = clean(section.text[: citation.start])
        self.quote = clean(section.text[citation.start : citation.end])
        after = clean(section.text[citation.end :])
        super().__init__(Content.assemble(self._before, (self.quote, MARKED), after), "section")

    def place(self, region: Region, window: Size) -> int:
        """The first line of the window: some lines before the quote, or the beginning where all can be seen then."""
        top = region.y + self._height(self._before + self.quote[:1], region.width) - 1
        above = min(4, window.height // 4)
        return max(top - above, 0) if top + self._height(self.quote, region.width) > window.height - 1 else 0

    def _height(self, text: str, width: int) -> int:
        return fitted(Content(text), max(width, 1)).get_height({}, max(width, 1))


class Printed(Words):
    """The lines of a section in its source file beside their numbers; the quote's own have a mark.

    Args:
        placed: The file has been named above.
    """

    def __init__(self, section: Section, citation: Citation | None, placed: bool) -> None:
        source = section.source
        first, last = (citation.source.line_start or 0, citation.source.line_end or -1) if citation else (0, -1)
        rows = section.printed
        self._digits = max((len(str(row.number)) for row in rows), default=0)
        self._rows = [(row.number, one_line(row.text), first <= row.number <= last) for row in rows]
        self.cited = any(cited for _, _, cited in self._rows)
        notes = [] if placed else [next(_places(source))]
        if source.row is not None and not source.recorded:
            notes.append(t("source.scanned"))
        if section.uncertain:
            notes.append(t("source.uncertain", words=", ".join(section.uncertain)))
        if not rows:
            notes.append(t("source.no_printed"))
        name = t("source.recorded" if source.recorded else "source.printed")
        self._head = Content("\n").join([Content.assemble((name, "bold")), *map(Content, map(one_line, notes))])
        shown = "\n".join(f"{number} {text}" for number, text, _ in self._rows)
        super().__init__(Content(f"{self._head.plain}\n{shown}"), "printed")

    def fit(self, width: int) -> Content:
        """What goes on below begins under the text, not under the number."""
        return Content("\n").join([*fitted(self._head, width).wrap(max(width, 1)), *self._lines(width)[0]])

    def place(self, region: Region, window: Size) -> int:
        """The first line of the window: the heading, or some lines before the quote's if it is far below."""
        heads = len(fitted(self._head, region.width).wrap(max(region.width, 1)))
        _, cited = self._lines(region.width)
        last = heads + cited[-1] if cited else 0
        return region.y if last < window.height else region.y + heads + cited[0] - min(4, window.height // 4)

    def _lines(self, width: int) -> tuple[list[Content], list[int]]:
        """All lines as they fit, and the places of the quote's own."""
        found: list[Content] = []
        marked: list[int] = []
        for number, text, cited in self._rows:
            lead = f"{'›' if cited else ' '} {number:>{self._digits}}  "
            room = max(width - len(lead), 1)
            style = "$foreground bold" if cited else "$text-quiet"
            first, *more = fitted(Content(text).stylize(style), room).wrap(room)
            lines = [Content.assemble((lead, "$text-quiet"), first), *(row.pad_left(len(lead)) for row in more)]
            marked += range(len(found), len(found) + len(lines)) if cited else ()
            found += lines
        return found, marked
