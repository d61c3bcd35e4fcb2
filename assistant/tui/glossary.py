"""The words of the field: what they mean, how else they are said, and how many documents have them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from assistant.messages import Language
from assistant.tui.desk import Desk
from assistant.tui.messages import filter_label, language, t
from assistant.tui.plain import one_line
from assistant.tui.window import Window
from assistant.tui.words import Words
from assistant.vocabulary import Concept

ALPHABET = str.maketrans("æøå", "{|}")  # after z, in this order
NO_FORM = 4  # the rank of a concept that has not what was typed


class Definition(VerticalScroll, can_focus=True):
    """What a word means. The arrows scroll, Enter asks about it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.ask", "glossary.ask")]

    def compose(self) -> ComposeResult:
        """A text."""
        yield Words(Content(""))


class GlossaryScreen(Window[str | None]):
    """Comes back with a question about the word, or None."""

    ABOUT = "glossary"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "define", "glossary.define"),
        Binding("f5", "ask", "glossary.ask"),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
    ]
    DEFAULT_CSS = """
    GlossaryScreen Horizontal { height: 1fr; }
    GlossaryScreen OptionList { width: 2fr; height: 1fr; }
    GlossaryScreen Horizontal > OptionList, GlossaryScreen Horizontal > OptionList:focus { padding: 1 1 0 1; }
    GlossaryScreen Definition { width: 3fr; padding: 0 0 0 1; border: round $border-blurred;
        scrollbar-size-vertical: 1; }
    GlossaryScreen Definition Words { padding-right: 1; }
    GlossaryScreen Definition:focus { border: round $border; }
    GlossaryScreen.-narrow Horizontal { layout: vertical; }
    GlossaryScreen.-narrow Horizontal > OptionList { width: 1fr; height: 2fr; padding: 0 1; }
    GlossaryScreen.-narrow Definition { width: 1fr; height: 3fr; }
    """

    def __init__(self, desk: Desk, typed: str = "") -> None:
        super().__init__(desk)
        self._concepts = desk.engine.vocabulary.concepts
        self._typed = typed
        self._found: list[Concept] = []

    def heading(self) -> str:
        """How many words there are."""
        return t("glossary.title", n=len(self._concepts))

    def body(self) -> ComposeResult:
        """A search line, the words, what the one chosen means."""
        yield Input(self._typed)
        with Horizontal():
            yield OptionList(markup=False)
            yield Definition()

    def on_mount(self) -> None:
        """The list follows what is typed."""
        self.query_one(OptionList).can_focus = False

    async def draw(self) -> None:
        """The words; one stays at the one that was chosen."""
        search, picked = self.query_one(Input), self._picked
        search.placeholder = t("glossary.search")
        self._fill(search.value)
        if picked in self._found:
            self.query_one(OptionList).highlighted = self._found.index(picked)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def _fill(self, typed: str) -> None:
        self._found = find(self._concepts, typed, language())
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_entry(concept, typed)) for concept in self._found])
        options.highlighted = 0 if self._found else None
        if not self._found:
            self._defined.put(Content(t("glossary.none")))

    @property
    def _defined(self) -> Words:
        return self.query_one("Definition Words", Words)

    @property
    def _picked(self) -> Concept | None:
        place = self.query_one(OptionList).highlighted
        return self._found[place] if place is not None and place < len(self._found) else None

    @on(OptionList.OptionHighlighted)
    def _highlighted(self) -> None:
        if (concept := self._picked) is not None:
            self._show(concept)

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def action_define(self) -> None:
        """Go to what the word means."""
        if self._picked is not None:
            self.set_focus(self.query_one(Definition))

    def _show(self, concept: Concept) -> None:
        engine = self.desk.engine
        known = sum(concept.id in d.facets.get(concept.facet, ()) for d in engine.documents)
        text = defined(concept, engine.naming(concept.id), known, engine.vocabulary.concept)
        self._defined.put(Content.assemble(text, f"\n\n{t('glossary.asks', question=self._question(concept))}"))
        self.query_one(Definition).scroll_home(animate=False)

    def _question(self, concept: Concept) -> str:
        return t("glossary.question", word=label(concept, language()))

    def action_ask(self) -> None:
        """Ask about the word."""
        if (concept := self._picked) is not None:
            self.dismiss(self._question(concept))

    def action_move(self, step: int) -> None:
        """Move in the list while typing."""
        options = self.query_one(OptionList)
        if options.option_count:
            options.highlighted = min(max((options.highlighted or 0) + step, 0), options.option_count - 1)

    def action_close(self) -> None:
        """From a definition to the search line, from there out."""
        if isinstance(self.focused, Definition):
            self.set_focus(self.query_one(Input))
        else:
            self.dismiss(None)


def label(concept: Concept, spoken: Language) -> str:
    """The word for a concept in a language."""
    if spoken == "en" and concept.en:
        return concept.en[0]
    return (concept.nn or concept.label) if spoken == "nn" else concept.label


def find(concepts: Sequence[Concept], typed: str, spoken: Language) -> list[Concept]:
    """The concepts that have what is typed in one of their forms: whole forms first, then beginnings, by label."""
    wanted = " ".join(typed.casefold().split())

    def rank(concept: Concept) -> int:
        forms = [form.casefold() for form, _ in concept.surface_forms()]
        tests: tuple[Callable[[str], bool], ...] = (
            lambda form: form == wanted,
            lambda form: form.startswith(wanted),
            lambda form: f" {wanted}" in form,
            lambda form: wanted in form,
        )
        return next((place for place, test in enumerate(tests) if any(map(test, forms))), NO_FORM)

    found = [(rank(c) if wanted else 0, label(c, spoken).casefold().translate(ALPHABET), c) for c in concepts]
    return [c for _, _, c in sorted((f for f in found if f[0] < NO_FORM), key=lambda f: f[:2])]


def _entry(concept: Concept, typed: str) -> Content:
    """A word, and the form that was typed, where it is another."""
    shown = one_line(label(concept, language()))
    wanted = " ".join(typed.casefold().split())
    forms = [form for form, _ in concept.surface_forms() if wanted and wanted in form.casefold()]
    if not forms or wanted in shown.casefold():
        return Content(shown)
    return Content.assemble(shown, (f" – {one_line(forms[0])}", ""))


def defined(concept: Concept, naming: int, known: int, other: Callable[[str], Concept | None]) -> Content:
    """What a concept means, as it is shown.

    Args:
        naming: How many documents have it in their text or their metadata.
        known: How many have it in their metadata.
    """
    spoken = language()
    near = [c for i in (concept.broader, *concept.related) if i and (c := other(i))]
    rows = (
        ("abbreviations", concept.abbreviations),
        ("synonyms", concept.synonyms),
        ("everyday", concept.everyday),
        ("languages", tuple(dict.fromkeys(w for w in (concept.nn, *concept.en) if w and w != concept.label))),
        ("near", tuple(label(c, spoken) for c in near)),
    )
    parts: list[tuple[str, str]] = [
        (f"{one_line(label(concept, spoken))}\n", "bold $primary"),
        (f"{one_line(filter_label(concept.facet))}\n\n", "$text-quiet"),
        (f"{one_line(concept.definition)}\n\n", ""),
        (t("glossary.naming", n=naming), "bold"),
        (t("glossary.known", n=known) if known else "", ""),
    ]
    for key, words in rows:
        if words:
            parts += [(f"\n{t(f'glossary.{key}')}: ", "bold"), (one_line(", ".join(words)), "")]
    return Content.assemble(*parts)
