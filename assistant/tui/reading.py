"""How a line of the conversation was read, told briefly: the question itself stands just above."""

from __future__ import annotations

import re
from textwrap import shorten

from rich.cells import cell_len
from textual.content import Content

from assistant.messages import LANGUAGES, say
from assistant.tui.plain import one_line
from assistant.tui.words import Words, fitted

# What was read of a question, and what there is to say of it below that question.
BRIEFLY = {"read.ask": "", "read.plan": "screen.plan", "read.fresh": "screen.fresh"}
LEAST = 12  # characters of a topic that are always shown
_TOPIC = re.compile(r"(?:\(|: )[«“](.+)[»”]")


class ReadAs(Words):
    """One row, as far as a shorter topic makes it so."""

    def __init__(self, told: str) -> None:
        self._told = self._shown = told
        super().__init__(Content(told), "read-as")

    @property
    def text(self) -> str:
        """The text as it is shown."""
        return self._shown

    def fit(self, width: int) -> Content:
        """The topic is cut to what there is room for."""
        self._shown = cut(self._told, width)
        return fitted(Content(self._shown), width)


def cut(told: str, width: int) -> str:
    """What was told, its topic shortened by what there is no room for."""
    over, topic = cell_len(told) - width, _TOPIC.search(told)
    if over <= 0 or topic is None:
        return told
    short = shorten(topic[1], max(len(topic[1]) - over, LEAST), placeholder=" …")
    return told[: topic.start(1)] + short + told[topic.end(1) :] if len(short) > 1 else told


def brief(read_as: str, question: str) -> str:
    """How a question was read, without the question."""
    told, asked = one_line(read_as), one_line(question)
    for language in LANGUAGES:
        if told == one_line(say(language, "read.named", title=asked)):
            return ""
        for key, instead in BRIEFLY.items():
            lead = say(language, key, topic="")
            found = re.search(f"{re.escape(lead)}[«“](.+)[»”]", told)
            if found and found[1].removesuffix("…").strip() in asked:
                rest = (told[: found.start()], say(language, instead) if instead else "", told[found.end() :])
                return " ".join(filter(None, (one.strip(". ") and one.strip().removeprefix(". ") for one in rest)))
    return told
