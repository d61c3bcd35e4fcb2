"""What an answer looks like: its widgets, from the first note to the last quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.widget import Widget

from assistant.answer.types import Answer, Preference, Statement
from assistant.messages import say
from assistant.tui.backend import Engine
from assistant.tui.comparison import Comparison
from assistant.tui.item import Named
from assistant.tui.messages import filter_label, t
from assistant.tui.narrowing import wish_label
from assistant.tui.plain import clean, one_line
from assistant.tui.quote import Quote
from assistant.tui.words import Words, line


def parts(answer: Answer, engine: Engine) -> Iterator[Widget]:
    """The widgets of an answer."""
    if found := notes(answer):
        yield line("\n".join(map(one_line, found)), "reading")
    if answer.table:
        yield Comparison(answer, engine)
    else:
        yield from lines(answer, engine)
    if answer.grade == "none":
        yield line(t("turn.hint"), "reading")


def notes(answer: Answer) -> list[str]:
    """How the question was read, without what the chips say."""
    wished = [wish.shown for wish in answer.preferred]
    said = {say(answer.language, "note.age", shown=shown) for shown in wished}
    said.add(say(answer.language, "note.filter", shown=", ".join(answer.filters.values())))
    found = [note for note in answer.notes if note not in said]
    if also := [words for words in answer.also_searched if words not in wished]:
        found.append(t("turn.also", words=", ".join(also)))
    return found


def chips(filters: Sequence[tuple[str, str]], wishes: Sequence[Preference]) -> Iterator[Words]:
    """The conditions and wishes, as they were at that turn."""
    found: list[tuple[str, str]] = []
    for name, shown in filters:
        found += [(f" {one_line(filter_label(name))}: {one_line(shown)} ", "$foreground on $panel"), (" ", "")]
    if found:
        found.insert(0, (t("filters.label"), "$text-quiet"))
    if wishes:
        found.append((f"{t('screen.wishes')}{', '.join(map(wish_label, wishes))}", "$text-quiet"))
    if found:
        yield Words(Content.assemble(*found), "chips")


def lines(answer: Answer, engine: Engine) -> Iterator[Widget]:
    """Statement by statement; a name is not repeated over the next quote of the same tiltak."""
    said, under = "", False
    for statement in answer.statements:
        for widget in stated(answer, statement, engine, statement.lead != said):
            if under and statement.heading:
                widget.add_class("-under")
            yield widget
        said, under = statement.lead, statement.heading


def stated(answer: Answer, statement: Statement, engine: Engine, lead: bool = True) -> Iterator[Widget]:
    """A statement: its words, which open the document if they name one, then its quotes."""
    named = bool(statement.rank and statement.doc_id)
    if named and lead:
        yield Named(statement.doc_id, statement.lead)
    elif not statement.citations:
        # The first line says that little or nothing was found: it has a bar, not only a colour.
        bar = statement is answer.statements[0] and answer.grade in ("none", "partly")
        look = answer.grade if bar else "heading" if statement.heading else "statement"
        yield aside(statement.lead) if look == "statement" else line(statement.lead, look)
    for place, number in enumerate(statement.citations):
        shown = statement.lead if lead and place == 0 and not named else ""
        quote = Quote(answer.citations[number - 1], engine, shown)
        quote.set_class(named and lead and place == 0, "-under")
        yield quote


def aside(text: str) -> Words:
    """What the catalogue knows: the name of it is quiet, the thing itself is not."""
    name, colon, rest = clean(text).partition(": ")
    return Words(Content.assemble((name + colon, "$text-quiet"), rest) if rest else Content(name), "statement")
