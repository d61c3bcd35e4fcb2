"""Text on the screen: words of ours or of the corpus, never markup; a word wider than its column is hyphenated."""

from __future__ import annotations

import re
from functools import cache

from pyphen import Pyphen
from textual.content import Content
from textual.geometry import Size
from textual.selection import Selection
from textual.widgets import Static

from assistant.errors import TiltakError
from assistant.tui.messages import language
from assistant.tui.plain import clean, one_line

# U+2010 is never in cleaned text, so what was put in can be taken out again.
_BREAK = "\u2010\n"
_WORD = re.compile(r"\S+")


class Words(Static):
    """A text that is copied as it was given, however it had to be broken to be shown."""

    def __init__(self, content: Content, classes: str = "", id: str | None = None) -> None:
        super().__init__(content, markup=False, classes=classes, id=id)
        self._given = content
        self._fitted: tuple[int, Content] = (0, content)

    def put(self, content: Content) -> None:
        """Show another text."""
        self._given, self._fitted = content, (0, content)
        self.update(content)

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self._given.plain

    def render(self) -> Content:
        """The text as it fits."""
        return self._at(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text takes when it fits."""
        if self.is_container:
            return super().get_content_height(container, viewport, width)
        return self._at(width).get_height(self.styles.get_rules(), width) if width else 0

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is marked, without the hyphens that were put in."""
        return selection.extract(self.render().plain).replace(_BREAK, ""), "\n"

    def _at(self, width: int) -> Content:
        if self._fitted[0] != width:
            self._fitted = width, self.fit(width)
        return self._fitted[1]

    def fit(self, width: int) -> Content:
        """The text as it fits a width."""
        return fitted(self._given, width)


def fitted(content: Content, width: int) -> Content:
    """A text whose words are broken where a hyphen may stand, if they are wider than this."""
    places = [place for word in _WORD.finditer(content.plain) for place in _breaks(word, width)]
    if not places:
        return content
    parts = content.divide(places)
    return Content(_BREAK).join(parts)


def _breaks(word: re.Match[str], width: int) -> list[int]:
    """Where a word is to be broken: as few times as will do. The terminal cuts what has no place for a hyphen."""
    found: list[int] = []
    start = 0
    if len(word.group()) <= width:
        return found
    for place in hyphens().positions(word.group()):
        following = next((p for p in hyphens().positions(word.group()) if p > place), len(word.group()))
        if following - start > width - 1 and place - start < width:
            found.append(word.start() + place)
            start = place
    return found


@cache
def hyphens() -> Pyphen:
    """Where Norwegian words may be broken; bokmål and nynorsk have the same patterns. Slow to load, once."""
    return Pyphen(lang="nb_NO", left=3, right=3)


def line(text: str, classes: str) -> Words:
    """A line or a paragraph."""
    return Words(Content(clean(text)), classes)


def labelled(name: str, text: str, classes: str) -> Words:
    """A line that starts with a word in bold, so its meaning does not hang on a colour."""
    return Words(Content.assemble((f"{name}: ", "bold"), clean(text)), classes)


def told(error: TiltakError) -> str:
    """An error in the language spoken now."""
    return sentence(error.line(language()))


def sentence(text: str) -> str:
    """With a capital letter, unless it begins with the name of a file, and a full stop."""
    text = one_line(text)
    start = text[:1] if "." in text.split(" ", 1)[0] else text[:1].upper()
    return start + text[1:] + ("" if text.endswith((".", "!", "?", "…", ":")) else ".")
