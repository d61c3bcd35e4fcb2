"""The conversation line by line on standard input and output: for screen readers, pipes and dumb terminals."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import TextIO

from assistant.answer.render import as_text, read_as
from assistant.cli.commands import terminal_width
from assistant.dialogue.conversation import Conversation, Turn
from assistant.dialogue.talk import told
from assistant.engine import Assistant
from assistant.errors import TiltakError
from assistant.messages import Language, say

END = frozenset({"avslutt", "slutt", "exit", "quit", "q", "ha det", "hadet"})
HELP = frozenset({"hjelp", "help", "?"})
PROMPT = "> "
INTERRUPTED = 130


def converse(folder: Path, language: Language = "nb", k: int = 5) -> int:
    """Converse till «avslutt» or the end of input: 0, or 130 where interrupted.

    Raises:
        IndexMissingError, IndexDamagedError: There is no index, or it is damaged.
    """
    conversation = Assistant.open(folder).converse(language, k)
    try:
        return talk(conversation, sys.stdin, sys.stdout, language)
    except KeyboardInterrupt:
        sys.stdout.write("\n")
        return INTERRUPTED


def talk(conversation: Conversation, lines: TextIO, out: TextIO, language: Language, width: int = 0) -> int:
    """Answer line after line.

    Args:
        width: Columns; that of the terminal where 0.
    """
    # A pipe has nobody to greet: there the answers stand alone.
    person = lines.isatty()
    if person:
        out.write(say(language, "plain.hello") + "\n")
    while True:
        if person:
            out.write(PROMPT)
        out.flush()
        line = unicodedata.normalize("NFC", lines.readline())
        word = line.strip().lower().rstrip(".!")
        if not line or word in END:
            if person:
                out.write(("" if line else "\n") + say(language, "plain.bye") + "\n")
            out.flush()
            return 0
        if not word:
            continue
        if word in HELP:
            out.write(say(language, "plain.help") + "\n\n")
            continue
        if not person:
            out.write(f"{PROMPT}{line.strip()}\n" if _harmless(line) else f"{PROMPT}…\n")
        try:
            shown = as_lines(conversation.turn(line), language, width or terminal_width())
        except TiltakError as error:
            shown = say(language, "plain.error", line=error.line(language)) + "\n"
        out.write(shown + "\n")


def as_lines(turn: Turn, language: Language, width: int) -> str:
    """A turn as text: how it was read, what is demanded and preferred, the answer, what could be asked next."""
    parts = [turn.read_as]
    if turn.answer is not None:
        searched = turn.answer.hits or not turn.answer.answered
        if searched and turn.filters:
            parts.append(say(language, "note.filter", shown=", ".join(shown for _, shown in turn.filters)))
        if searched and turn.preferred:
            parts.append(say(language, "read.preferred", shown=", ".join(wish.shown for wish in turn.preferred)))
        answer = told(turn.answer)
        parts += [*([] if read_as(answer) else [""]), as_text(answer, width).rstrip()]
    if turn.suggestions:
        parts += ["", say(language, "plain.next", shown=" · ".join(turn.suggestions))]
    return "\n".join(parts) + "\n"


def _harmless(line: str) -> bool:
    """Whether a line may be repeated: one with personal data is not."""
    from assistant.text.privacy import find_in_question

    return not find_in_question(line)
