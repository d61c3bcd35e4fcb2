"""A document from end to end: its sections in order, where each stands, and on demand the lines as printed."""

from __future__ import annotations

from collections.abc import Iterator

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from assistant.answer.render import named, where
from assistant.messages import section as section_name
from assistant.model import Citation, Document, Section
from assistant.tui.messages import language, t
from assistant.tui.plain import clean, one_line
from assistant.tui.source import MARKED
from assistant.tui.words import Words, line


class FullText(VerticalScroll, can_focus=True):
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

    async def show(self, document: Document) -> None:
        """Show a document."""
        self._document = document
        await self._rebuild()
        self.scroll_home(animate=False)

    async def mark(self, citation: Citation) -> None:
        """Show where a quote of the document stands."""
        self._marked = citation
        await self._rebuild()
        self.call_after_refresh(self._find)

    async def toggle_printed(self) -> None:
        """Show or hide the lines as printed; what was read stays in its place."""
        seen = self._first_seen()
        self.printed = not self.printed
        await self._rebuild()
        self.call_after_refresh(self._back_to, seen)

    async def _rebuild(self) -> None:
        await self.remove_children()
        await self.mount_all(self._parts())

    def _first_seen(self) -> int:
        heads = list(self.query(".head"))
        below = [place for place, head in enumerate(heads) if head.virtual_region.y <= self.scroll_y]
        return below[-1] if below else 0

    def _back_to(self, place: int) -> None:
        if place and (heads := list(self.query(".head"))):
            self.scroll_to_widget(heads[place], animate=False, top=True)

    def _find(self) -> None:
        for body in self.query(Marked):
            top = body.virtual_region.y + body.lines_above
            self.scroll_to(y=max(top - min(4, self.size.height // 4), 0), animate=False)

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
                yield printed(section)


class Marked(Words):
    """A section with a quote marked."""

    def __init__(self, section: Section, citation: Citation) -> None:
        self._before = f"{clean(section.text[: citation.start])}»"
        quote = clean(section.text[citation.start : citation.end])
        after = f"«{clean(section.text[citation.end :])}"
        super().__init__(Content.assemble(self._before, (quote, MARKED), after), "section")

    @property
    def lines_above(self) -> int:
        """How many lines stand above the quote at the present width."""
        return Content(self._before).get_height({}, max(self.size.width, 1)) - 1


def head(section: Section) -> Words:
    """A section's name and where it stands."""
    name = section_name(language(), section.key)
    place = where(section.source, language())
    return Words(Content.assemble((f"{one_line(name)}\n", "bold"), (one_line(place), "$text-quiet")), "head")


def printed(section: Section) -> Words:
    """The lines of the source with their numbers, and the words that could not be repaired for certain."""
    rows = [f"{row.number:>6}  {one_line(row.text)}" for row in section.printed] or [t("source.no_printed")]
    if section.uncertain:
        rows.append(t("source.uncertain", words=", ".join(section.uncertain)))
    return Words(Content("\n".join(map(clean, rows))), "printed")
