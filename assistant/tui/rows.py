"""Lists of rows, and texts in columns."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.widgets import OptionList

GAP = 2  # between columns


class Rows(OptionList):
    """A list whose chosen row has one ink: what is quiet on other rows could not be read on its ground."""

    def render_line(self, y: int) -> Strip:
        """A line of the list."""
        strip = super().render_line(y)
        chosen = any(part.style and part.style.meta.get("option") == self.highlighted for part in strip)
        if self.highlighted is None or not chosen:
            return strip
        ink = Style(color=self.get_component_rich_style("option-list--option-highlighted").color)
        return Strip([Segment(part.text, (part.style or Style()) + ink) for part in strip], strip.cell_length)


def in_columns(rows: Sequence[Sequence[str]], room: int) -> list[str]:
    """Rows of texts as lines of columns; the widest columns give way till all have room."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    while sum(widths) + GAP * (len(widths) - 1) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    between = " " * GAP
    fitting = [[set_cell_size(shorten(*cell), cell[1]) for cell in zip(row, widths, strict=True)] for row in rows]
    return [between.join(row).rstrip() for row in fitting]


def shorten(text: str, width: int) -> str:
    """A text that is cut, and says so, where it would push aside what stands after it."""
    return text if cell_len(text) <= width else f"{set_cell_size(text, width - 1).rstrip()}…"


def found(text: str, words: Sequence[str]) -> Content:
    """A text with the words that were typed in bold."""
    content, small = Content(text), text.casefold()
    for word in words:
        if len(small) == len(text) and (place := small.find(word)) >= 0:
            content = content.stylize("bold", place, place + len(word))
    return content
