"""Text on the screen: words of ours or of the corpus, never markup; a word wider than its column is hyphenated."""

from __future__ import annotations

import re
from functools import cache

from pyphen import Pyphen
from textual.content import Content
from textual.geometry import Offset, Size
from textual.selection import Selection
from textual.widgets import Static

from assistant.errors import TiltakError
from assistant.tui.messages import language
from assistant.tui.plain import clean, one_line

_BREAK = "\u2010\n"  # put into a word that is too long
_WORD = re.compile(r"\S+")
_SIGN = re.compile(r"[^\s\u2010]")  # what is neither put in nor left out when a text is fitted
# No row ends inside of these, nor at a space that does not break.
_TIED = re.compile(
    r"\b(?:side|rad|linje|page|row|line|nr\.|no\.) \d"
    r"|\b\w+ F\d\d?\b"
    r"|\b\d{1,2}\.? (?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])[a-z]*\.? \d{4}\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\S+(?:\xa0\S+)+")
_HELD = "\ufdd0"  # stands for a space that does not break while rows are made: a code point that no text has


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
        return self._given.plain.replace("\xa0", " ")

    def render(self) -> Content:
        """The text as it fits."""
        return self._at(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text takes when it fits."""
        if self.is_container:
            return super().get_content_height(container, viewport, width)
        return self._at(width).get_height(self.styles.get_rules(), width) if width else 0

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is marked, as it was given: the signs shown are those given, whatever rows and hyphens came between."""
        shown = self.render().plain
        start, end = _place(selection.start, shown, 0), _place(selection.end, shown, len(shown))
        before, marked = len(_SIGN.findall(shown[:start])), len(_SIGN.findall(shown[start:end]))
        places = [sign.start() for sign in _SIGN.finditer(self.text)][before : before + marked]
        return self.text[places[0] : places[-1] + 1] if places else "", "\n"

    def _at(self, width: int) -> Content:
        if self._fitted[0] != width:
            self._fitted = width, self.fit(width)
        return self._fitted[1]

    def fit(self, width: int) -> Content:
        """The text as it fits a width."""
        return fitted(self._given, width)


def fitted(content: Content, width: int) -> Content:
    """A text whose words are broken where a hyphen may stand, if they are wider than this; what is tied is not."""
    places = [place for word in _WORD.finditer(content.plain) for place in _breaks(word, width)]
    return _tied(Content(_BREAK).join(content.divide(places)) if places else content, width)


def _tied(content: Content, width: int) -> Content:
    """Rows that keep a number with its word, and whatever stands on both sides of a space that does not break."""
    plain = _TIED.sub(lambda found: found.group().replace(" ", "\xa0"), content.plain)
    if "\xa0" not in plain or width < 1:
        return content
    held = _GROUP.sub(lambda group: group.group().replace("\xa0", _HELD if len(group.group()) <= width else " "), plain)
    rows = Content(held, list(content.spans)).wrap(width)
    return Content("\n").join(Content(re.sub(f"[\xa0{_HELD}]", " ", row.plain), list(row.spans)) for row in rows)


def _place(offset: Offset | None, text: str, otherwise: int) -> int:
    """A row and a column of a text as a place in it."""
    if offset is None:
        return otherwise
    rows = text.split("\n")
    return min(sum(len(row) + 1 for row in rows[: offset.y]) + offset.x, len(text))


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
