"""Text made safe to show: nothing in it is markup, moves the cursor or turns the line around."""

from __future__ import annotations

import re
from datetime import datetime

from assistant.tui.messages import t

# Control characters, marks that reorder a line, and joiners whose width terminals disagree on.
_DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
_SPACES = re.compile("[\t\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text as it may be shown; line breaks stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATES.sub("\ufffd", _DROPPED.sub("", _SPACES.sub(" ", text)))


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(clean(text).split())


def day(built: str) -> str:
    """An ISO 8601 time as a date in local time, in the language spoken now; anything else as it stands."""
    try:
        moment = datetime.fromisoformat(built).astimezone()
    except ValueError:
        return one_line(built)
    return t("date", day=moment.day, month=t("date.months").split()[moment.month - 1], year=moment.year)
