"""A document from end to end: its sections in order, where each stands, and on demand the lines as printed."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget

from assistant.answer.render import named, where
from assistant.messages import section as section_name
from assistant.model import Citation, Document, Section
from assistant.tui.held import Held, at_the_top
from assistant.tui.messages import language, t
from assistant.tui.plain import clean, one_line
from assistant.tui.source import MARKED, Printed, printed
from assistant.tui.words import Words, line


class FullText(Held, can_focus=True):
    """The arrows scroll. A quote that is shown is marked with colour and with » « around it."""

    DEFAULT_CSS = """
    FullText { padding: 0 1 0 2; scrollbar-size-vertical: 1; border: round $border-blurred; }
    FullText:focus { border: round $border; }
    FullText .title { text-style: bold; color: $primary; }
    FullText .head { margin-top: 1; }
    FullText .section { margin-top: 1; }
    FullText .printed { margin-top: 1; color: $text-quiet; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.printed = False
        self._document: Document | None = None
        self._marked: Citation | None = None
        self._quote: Widget | None = None  # where it was last gone to

    async def show(self, document: Document) -> None:
        """Show a document; the one that is shown already, in the language spoken now."""
        self._document = document
        await self._rebuild()

    async def mark(self, citation: Citation) -> None:
        """Show where a quote of the document stands."""
        self._marked = citation
        await self._rebuild(to_quote=True)

    async def toggle_printed(self) -> None:
        """Show or hide the lines as printed."""
        self.printed = not self.printed
        await self._rebuild()

    async def _rebuild(self, to_quote: bool = False) -> None:
        """Build it anew; the section that was read stays in its place, or the quote, if one has not left it."""
        to_quote = to_quote or (self._held is not None and self._held is self._quote)
        seen = self._first_seen()
        await self.remove_children()
        await self.mount_all(self._parts())
        if to_quote:
            self._to_quote()
        else:
            self.hold(list(self.query(".head"))[seen] if seen else None)

    def _to_quote(self) -> None:
        marked = self.query_one(Marked)
        lines = self.query(".printed.cited")
        self._quote = lines.first() if lines else marked
        self.hold(self._quote, at_the_top if lines else marked.place)

    def _first_seen(self) -> int:
        heads = list(self.query(".head"))
        below = [place for place, head in enumerate(heads) if head.virtual_region.y <= self.scroll_y]
        return below[-1] if below else 0

    def _parts(self) -> Iterator[Widget]:
        document = self._document
        if document is None:
            return
        yield line(named(document.title, document.office, document.county), "title")
        for section in document.sections:
            yield head(section)
            cited = self._marked if self._marked and self._marked.section == section.key else None
            yield Marked(section, cited) if cited else line(section.text, "section")
            if self.printed:
                yield from as_printed(section, cited)


class Marked(Words):
    """A section with a quote marked."""

    def __init__(self, section: Section, citation: Citation) -> None:
        self._before = f"{clean(section.text[: citation.start])}»"
        quote = clean(section.text[citation.start : citation.end])
        after = f"«{clean(section.text[citation.end :])}"
        super().__init__(Content.assemble(self._before, (quote, MARKED), after), "section")

    def place(self, region: Region, window: Size) -> int:
        """The first line of the window: some lines before the quote."""
        above = Content(self._before).get_height({}, max(region.width, 1)) - 1
        return region.y + above - min(4, window.height // 4)


def head(section: Section) -> Words:
    """A section's name and where it stands."""
    name = section_name(language(), section.key)
    place = where(section.source, language())
    return Words(Content.assemble((f"{one_line(name)}\n", "bold"), (one_line(place), "$text-quiet")), "head")


def as_printed(section: Section, cited: Citation | None) -> Iterator[Widget]:
    """The lines of the source with their numbers, and the words that could not be repaired for certain."""
    if not section.printed:
        yield line(t("source.no_printed"), "printed")
    elif cited is not None:
        yield from printed(section, cited)
    else:
        yield Printed(section.printed, cited=False)
    if section.uncertain:
        yield line(t("source.uncertain", words=", ".join(section.uncertain)), "printed")
