"""One turn of a conversation: a state and a line of text give a new state, an answer, and how the line was read.

Nothing here keeps anything: the same state and the same line always give the same turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.answer import particulars
from assistant.answer.fact import MUST
from assistant.answer.intent import intent, remainder
from assistant.dialogue import conditions, moves, narrow, pointing, views
from assistant.dialogue.moves import Move
from assistant.dialogue.state import State
from assistant.dialogue.talk import Talk, Turn, facet, filters
from assistant.messages import LANGUAGES, say
from assistant.question.filters import AGE
from assistant.text.privacy import anonymous, find_in_question, unmasked


def turn(talk: Talk, state: State, text: str) -> tuple[State, Turn]:
    """Take one line.

    Raises:
        UsageError: The line holds a national identity number or is too long; the state is as it was.
    """
    text = " ".join(text.split())
    if not re.search(r"\w", text):
        return talk.cannot(state, "cannot.empty")
    if state.pending:
        low = text.lower().strip(" .!")
        if low in {say(language, "choice.keep") for language in LANGUAGES}:
            return _play(talk, replace(state, pending=""), state.pending)
        if low in {say(language, "choice.mask") for language in LANGUAGES}:
            new, made = _play(talk, replace(state, pending=""), unmasked(anonymous(state.pending)))
            return new, replace(made, read_as=f"{talk.say('note.personal')} {made.read_as}")
    kinds = dict.fromkeys(f.kind for f in find_in_question(text))
    if kinds and "national_id" not in kinds:
        choices = (talk.say("choice.mask"), talk.say("choice.keep"))
        shown = ", ".join(talk.say(f"personal.{kind}") for kind in kinds)
        read_as = talk.say("read.personal", kinds=shown, mask=choices[0], keep=choices[1])
        return replace(state, pending=text), talk.turn(state, read_as, choices=choices)
    return _play(talk, replace(state, pending=""), text)


def _play(talk: Talk, state: State, text: str) -> tuple[State, Turn]:
    move = moves.read(text, talk.engine.ids)
    match move.kind:
        case "undo":
            return _undo(talk, state)
        case "new":
            return _new(talk, state, move.rest)
        case "correct":
            return _correct(talk, state, move.rest)
        case "ask":
            return _ask(talk, state, move.rest)
        case "thanks" | "hello":
            return talk.cannot(state, f"read.{move.kind}")
        case "newer":
            return pointing.newer(talk, state)
        case "filters":
            shown = ", ".join(shown for _, shown in filters(state))
            wished = ", ".join(wish.shown for wish in talk.preferred(state))
            read_as = talk.say("read.filters" if shown else "read.unfiltered", shown=shown)
            if wished:
                read_as = f"{read_as} {talk.say('read.preferred', shown=wished)}"
            return state, talk.turn(state, read_as)
        case "own" | "wider":
            return narrow.expand(talk, state, move.kind == "wider")
    if not state.begun and move.kind not in ("tell", "compare", "similar"):
        # Nothing to follow up: «hva med …» can only be a question.
        return _ask(talk, state, move.rest or text)
    match move.kind:
        case "more":
            return _more(talk, state)
        case "list":
            back = state.after(view="topic", focus="", groups=())
            return talk.shows(back, talk.say("read.list", topic=talk.topic(back)))
        case "unfilter":
            return narrow.unfilter(talk, state, move.rest)
        case "only":
            return narrow.only(talk, state, move.rest) or _ask(talk, state, move.rest)
        case "without":
            return narrow.without(talk, state, move.rest) or _ask(talk, state, move.rest)
        case "about":
            kinds = intent(move.rest).groups and not _content(talk, remainder(move.rest))
            if kinds and not _only_conditions(talk, move.rest):
                return _aspect(talk, state, move.rest)
            return narrow.about(talk, state, move.rest) or _ask(talk, state, move.rest)
        case _:
            return _refer(talk, state, move)


def _undo(talk: Talk, state: State) -> tuple[State, Turn]:
    before = state.back()
    if before is None:
        return talk.cannot(state, "cannot.undo") if not state.begun else (State(), Turn(None, talk.say("read.new")))
    return talk.shows(before, talk.say("read.undo", topic=talk.whole(before)))


def _new(talk: Talk, state: State, rest: str) -> tuple[State, Turn]:
    fresh = State().after() if not state.begun else replace(State(), history=state.after().history)
    if rest:
        return _ask(talk, fresh, rest)
    return fresh, Turn(None, talk.say("read.new"))


def _correct(talk: Talk, state: State, rest: str) -> tuple[State, Turn]:
    move = moves.read(rest, talk.engine.ids)
    if move.kind != "ask" or not state.begun:
        return _play(talk, state, rest)
    found = conditions.find(talk.engine, rest, talk.language, facets=False)
    if found.filters and not found.left:
        return narrow.only(talk, state, rest) or _ask(talk, state, rest)
    age = found.reading.age
    kept = [f for f in state.filters if not (age and f.name == AGE)]
    new = state.after(
        topic=conditions.bare_topic(talk.engine, rest, age), view="topic", focus="", groups=(), age=age or state.age,
        filters=conditions.joined(kept, [f for f in found.filters if f.name != AGE]),
    )  # fmt: skip
    return talk.shows(new, talk.say("read.correct", topic=talk.topic(new)))


def _more(talk: Talk, state: State) -> tuple[State, Turn]:
    if state.view == "similar" or not state.listed:
        state = state.after(view="topic", focus="", groups=())
    new = state.after(view="topic", focus="", groups=()) if state.view != "topic" else state.after()
    seen = views.topic(talk.engine, new, talk.language, talk.k, more=True)
    return talk.shows(seen.state, talk.say("read.more", topic=talk.topic(new)), seen)


def _refer(talk: Talk, state: State, move: Move) -> tuple[State, Turn]:
    """Lines that point at numbers of the list or at document ids."""
    numbers = pointing.numbered(state, move.numbers)
    if (wrong := pointing.missing(talk, state, numbers)) is not None:
        return wrong
    ids = [*(state.listed[n - 1] for n in numbers), *move.ids]
    if move.kind == "compare":
        if not ids and len(state.listed) >= 2:
            numbers = tuple(range(1, min(len(state.listed), 3) + 1))
            ids = [state.listed[n - 1] for n in numbers]
        if not 2 <= len(set(ids)) <= 5:
            return talk.cannot(state, "cannot.pair")
        named = tuple(talk.engine.document(i).doc_id for i in ids)
        compared = numbers if len(numbers) == len(ids) else ()
        new = state.after(view="compare", compared=compared, named=named, focus="", groups=())
        names = ", ".join(talk.engine.document(i).title for i in ids)
        return talk.shows(new, talk.say("read.compare", names=names))
    if not ids and state.focus:
        ids = [state.focus]
    if not ids:
        if not state.listed:
            return talk.cannot(state, pointing.nothing(state))
        ids = [state.listed[0]]
    document = talk.engine.document(ids[0])
    if move.kind == "similar":
        new = state.after(view="similar", focus=document.doc_id, groups=())
        return talk.shows(new, talk.say("read.similar", title=document.title))
    new = state.after(view="document", focus=document.doc_id, groups=())
    n = state.listed.index(document.doc_id) + 1 if document.doc_id in state.listed else 0
    key, values = ("read.tell", {"n": n}) if n else ("read.named", {})
    return talk.shows(new, talk.say(key, title=document.title, **values))


_POINTS = re.compile(
    r"\b(?:dem|dei|disse|desse|dette|tiltaket|prosjektet|tiltakene|tiltaka|they|them|these)\b|\bde\b(?! (?:som"
    r"|fleste|unge|eldre|ulike|nye|største|viktigste))"
    r"|\b(?:det|der|it)\s*\?*$",
    re.I,
)


# «De» that stands for what has been shown, whatever else is named: «hvor mange familier hadde de?»
_REFERS = re.compile(
    r"\b(?:dei?|they|them|dem)\s*(?:[?.!]|$)|\bdei?\s+(?:med|til|fra|frå|i|på|av|om|for|seg|det|dette|når|da)\b", re.I
)
FEW = 2  # words of matter: a question of fact with no more is about what has been shown


def _ask(talk: Talk, state: State, text: str) -> tuple[State, Turn]:
    """A question: about what is shown, a condition in other words, or a subject of its own."""
    engine = talk.engine
    subject = engine.named(text)
    if subject is not None:
        new = state.after(view="document", focus=subject.doc_id, groups=())
        return talk.shows(new, talk.say("read.named", title=subject.title))
    if state.begun and (point := moves.pointed(text)):
        return _of_one(talk, state, *point)
    read = engine.reader.read(text)
    wish = intent(text)
    if state.begun and wish.term and (meant := views.meaning(engine, wish.term, talk.language)):
        # An explanation leaves the talk as it was: what follows is about what was asked before.
        return state, talk.turn(state, talk.say("read.meaning", term=wish.term), meant)
    if state.begun and wish.wish != "similar":
        groups = [f for f in read.concepts if facet(talk, f) in ("target_group", "method")]
        shown = bool(state.focus or state.listed)
        if shown and _particular(talk, text):
            return _aspect(talk, state, text)
        if wish.contact and (state.focus or state.listed) and not _content(talk, remainder(text)):
            new = state.after(view="offices")
            return talk.shows(new, talk.say("read.offices"))
        if wish.groups and not _content(talk, remainder(text)):
            return _aspect(talk, state, text)
        if _only_conditions(talk, text) and (narrowed := narrow.only(talk, state, _SAYS.sub("", text))):
            return narrowed
        if shown and (_REFERS.search(text) or (_POINTS.search(text) and not groups)):
            return _aspect(talk, state, text)
        asks_fact = wish.wish == "fact" and not groups
        if asks_fact and state.focus and state.view in ("document", "aspect"):
            return _aspect(talk, state, text)
        if asks_fact and shown and wish.expects in MUST and len(read.words) <= FEW and not read.concepts:
            return _aspect(talk, state, text)
    wanted, barred = conditions.barred(engine, text, talk.language)
    if barred:
        read = engine.reader.read(wanted)  # what is left out is no wish
    topic = conditions.bare_topic(engine, conditions.tidy(wanted) if barred else wanted, read.age)
    shared = state.begun and _shares(talk, state, read.concepts)
    kept = tuple(f for f in state.filters if not (read.age and f.name == AGE)) if shared else ()
    age = read.age or (state.age if any(f.name == AGE for f in kept) else None)
    demanded = conditions.joined(kept, (*read.filters, *barred))
    if age and demanded and not wish.groups and not _content(talk, topic):
        topic = ""  # «noe for en gutt på 17?» asks for all that there is
    new = State(topic=topic, filters=demanded, age=age, expand=state.expand)
    new = replace(new, history=state.after().history if state.begun else state.history)
    key = "read.ask" if shared or not (state.topic or state.filters) else "read.fresh"
    # Places and ages have left the topic; what is told of the line is the line.
    read_as = talk.say("read.plan" if wish.wish == "similar" else key, topic=talk.named(text))
    gone = [f.shown for f in state.filters if f not in new.filters]
    if gone:
        read_as = f"{read_as.rstrip('.')}. {talk.say('read.dropped', shown=', '.join(gone))}"
    asked = talk.shows(new, read_as)
    return asked if asked[1].answer else talk.cannot(state, "cannot.nothing")


def _of_one(talk: Talk, state: State, text: str, number: int) -> tuple[State, Turn]:
    """A question on one number of the list: «hva gikk galt i nr. 2?»."""
    numbers = pointing.numbered(state, (number,))
    if (wrong := pointing.missing(talk, state, numbers)) is not None:
        return wrong
    focus = state.listed[numbers[0] - 1]
    if intent(text).contact:
        return talk.shows(state.after(view="offices", focus=focus), talk.say("read.offices"))
    return _aspect(talk, state, " ".join(text.split()), focus)


def _shares(talk: Talk, state: State, concepts: Iterable[str]) -> bool:
    """Whether a question is on the subject of the conversation: it names a group or method that is its topic."""
    before = set(talk.engine.reader.read(state.topic).concepts) if state.topic else set()
    return any(facet(talk, c) in ("target_group", "method") for c in before & set(concepts))


def _content(talk: Talk, text: str) -> bool:
    """Whether a text holds words of matter, or a place or an age."""
    if not re.search(r"\w{2,}", text):
        return False
    read = talk.engine.reader.read(text)
    return bool([w for w, _ in read.words if not _POINTS.fullmatch(w) and len(w) > 2] or read.filters or read.age)


def _only_conditions(talk: Talk, text: str) -> bool:
    """«i Oslo», «over 50 år»: nothing but a condition."""
    found = conditions.find(talk.engine, _SAYS.sub("", text), talk.language, facets=False)
    return bool(found.filters) and not found.left and len(text.split()) <= SHORT


_SAYS = re.compile(
    r"^(?:og )?(?:hva|kva|what) (?:sier|seier|viser|syner|viste|skriver|skriv|fant|fann|do|did)\s+"
    r"|\s+(?:say|show|find)(?=\W*$)",
    re.I,
)
SHORT = 6  # words: a line with more is a question


def _particular(talk: Talk, text: str) -> bool:
    """Whether a question is who paid, what it cost or how long it went on, and names nothing besides."""
    kind = particulars.asked(text)
    return kind is not None and not _content(talk, particulars.rest(text, kind))


def _aspect(talk: Talk, state: State, text: str, focus: str = "") -> tuple[State, Turn]:
    """«hva var vanskelig?»: one kind of experience, or a small question, of what has been shown or of one document."""
    focus = focus or state.focus
    if not focus and not state.listed:
        return talk.cannot(state, pointing.nothing(state))
    wish = intent(text)
    groups = wish.groups if not _content(talk, remainder(text)) else ()
    if wish.expects == "number" and not groups and particulars.asked(text) is None:
        groups = ("results",)  # figures of one tiltak stand in what it achieved
    about = "" if groups else text
    new = state.after(view="aspect", focus=focus, groups=groups, question=text, about=about)
    names = [talk.say(f"group.{g}", n="").replace(" ()", "") for g in groups]
    kinds = ", ".join([*names[:1], *(name[:1].lower() + name[1:] for name in names[1:])])
    if focus:
        title = talk.engine.document(focus).title
        key = "read.aspect.one" if groups else "read.fact.one"
        return talk.shows(new, talk.say(key, kinds=kinds, title=title))
    return talk.shows(new, talk.say("read.aspect", kinds=kinds or f"«{text}»"))
