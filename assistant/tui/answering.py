"""What an answer looks like: its widgets, from the first note to the last quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.widget import Widget

from assistant.answer.types import Answer, Preference, Statement
from assistant.messages import say
from assistant.tui.backend import Engine
from assistant.tui.comparison import Comparison
from assistant.tui.hanging import QUIET, tied
from assistant.tui.item import Named
from assistant.tui.messages import filter_label, t
from assistant.tui.naming import around, leads, name_of
from assistant.tui.narrowing import wish_label
from assistant.tui.plain import clean, one_line
from assistant.tui.quote import Quote
from assistant.tui.verdict import Verdict, verdict
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
        yield line(t("turn.hint"), "reading hint")


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
    """The conditions and wishes, as they were at that turn; what they are is not parted from the first of them."""
    found: list[tuple[str, str]] = []
    for name, shown in filters:
        chip = tied(f"{filter_label(name)}: {shown}")
        found += [(f"\xa0{chip}\xa0", "$foreground on $panel"), (" ", "")]
    if found:
        found.insert(0, (f"{t('filters.label').strip()}\xa0", "$text-quiet"))
    if wishes:
        shown = ", ".join(tied(wish_label(wish)) for wish in wishes)
        found.append((f"{t('screen.wishes').strip()}\xa0{shown}", "$text-quiet"))
    if found:
        yield Words(Content.assemble(*found), "chips")


def lines(answer: Answer, engine: Engine) -> Iterator[Widget]:
    """Statement by statement. What belongs together has no blank line in it: see `-under` and `-apart` in the style."""
    told, first, last = verdict(answer)
    above = name = group = ""  # what kind of line stands above, whose quotes, and of which kind
    for place, statement in enumerate(answer.statements):
        if place == first:
            yield Verdict(told)
            above = "verdict"
        if first <= place < last:
            continue
        if statement.rank and statement.doc_id:
            bare = not statement.citations and whose(answer, place + 1) != statement.doc_id
            if statement.doc_id != name:
                named = Named(statement.doc_id, *name_of(answer, statement))
                named.set_class(above in ("words", "bare") if bare else above == "group", "-under", update=False)
                yield named
                above, name = "bare" if bare else "name", statement.doc_id
        elif not statement.citations:
            yield plain(answer, statement, above)
            name = name if statement.doc_id else ""
            above = "words"
            if statement.heading:
                group = one_line(statement.lead).partition(" (")[0] if statement.lead.endswith(")") else ""
                above = "group" if group else "heading"  # «Utfordringer (5 tiltak)» is a group
        if statement.citations:
            yield from quotes(answer, statement, engine, above, group)
            above = "quote"


def whose(answer: Answer, place: int) -> str:
    """The document that a statement is about, if there is one in that place."""
    return answer.statements[place].doc_id if place < len(answer.statements) else ""


def quotes(answer: Answer, statement: Statement, engine: Engine, above: str, group: str) -> Iterator[Quote]:
    """The quotes of a statement, each with what its words say of it and the heading above does not."""
    lead = leads(answer, statement)
    for place, number in enumerate(statement.citations):
        citation = answer.citations[number - 1]
        first = place == 0
        before, after = around(answer, statement, citation, first)
        after = "" if after == tied(group) else after
        quote = Quote(citation, engine, lead if first else "", before, after)
        quote.set_class(bool(lead and first) and above != "heading", "-apart", update=False)
        yield quote


def plain(answer: Answer, statement: Statement, above: str) -> Words:
    """A line of ours: a heading, or what the catalogue knows."""
    if statement.heading:
        return Words(headed(answer, statement.lead), "heading")
    told = Words(aside(statement.lead), "statement")
    told.set_class(bool(statement.doc_id) and answer.form == "similar", "-of", update=False)
    told.set_class(above in ("", "quote", "bare", "verdict"), "-apart", update=False)
    return told


def headed(answer: Answer, text: str) -> Content:
    """What a heading says in bold; what it says besides is quiet: whose it is, where and how many, what follows."""
    if answer.form == "profile":
        of = next((doc_id for doc_id in answer.titles if text.startswith(f"{doc_id} ")), "")
        name, place = name_of(answer, Statement(text, doc_id=of))
        return Content.assemble((name, "bold"), (f"\n{place}" if place else "", QUIET))
    return overview(text)


def overview(text: str) -> Content:
    """«19 av 143 tiltak dekker det du spør om (Oslo 4, Viken 2; 1 sluttrapportert). Best passer:» on two levels."""
    head, bracket, rest = one_line(text).partition(" (")
    spread, closed, rest = rest.partition(")")
    quiet = ""
    if bracket and closed:
        counts = "\xa0· ".join(tied(one) for some in spread.split("; ") for one in some.split(", "))
        quiet = ("\n" if "," in spread else "  ") + counts
    else:
        head, stop, rest = one_line(text).partition(". ")
        rest = stop + rest
    # That the best come first goes without saying; how many of them are shown does not.
    if rest.endswith(":") and not any(sign.isdigit() for sign in rest):
        rest = ""
    return Content.assemble((head.rstrip(":"), "bold"), (quiet + rest.rstrip(":"), QUIET))


def aside(text: str) -> Content:
    """What the catalogue knows: the name of it is quiet, the thing itself is not."""
    name, colon, rest = clean(text).partition(": ")
    return Content.assemble((name + colon, "$text-quiet"), rest) if rest else Content(name)
