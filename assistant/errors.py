"""The errors a user can meet: one line saying what is wrong and how to mend it, put in words when it is shown."""

from __future__ import annotations

import errno
from collections.abc import Mapping

from assistant.messages import LANGUAGES, WORDS, Language, say

# Why the system refuses, as far as we have words for it; else its own words stand.
_REASONS: Mapping[int | None, str] = {
    errno.EACCES: "reason.denied",
    errno.EPERM: "reason.denied",
    errno.ENOENT: "reason.missing",
    errno.EISDIR: "reason.folder",
    errno.ENOTDIR: "reason.file",
    errno.EEXIST: "reason.file",
    errno.ENOSPC: "reason.full",
    errno.EROFS: "reason.locked",
    errno.ENAMETOOLONG: "reason.long",
}


class TiltakError(Exception):
    """Base of every error shown to a user. It can be pickled, and its key and values written as JSON.

    Args:
        key: The message that tells the cause: one clause, without a final full stop.
        values: What stands in the cause and in the mend: numbers, texts, or the same in each language; an `OSError`
            is kept as the reason it gives.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = {name: _kept(value) for name, value in values.items()}

    def __str__(self) -> str:
        return self.cause()

    def cause(self, language: Language = "nb") -> str:
        """What is wrong."""
        return self._said(messages(self.key)[0], language)

    def mend(self, language: Language = "nb") -> str:
        """What the user can do about it; "" where nothing can be said."""
        message = messages(self.key)[1]
        return self._said(message, language) if message else ""

    def line(self, language: Language = "nb") -> str:
        """The error as one line: «cause. Mend.»"""
        mend = self.mend(language)
        text = f"{self.cause(language)}. {mend}" if mend else self.cause(language)
        return " ".join(text.split())

    def _said(self, message: str, language: Language) -> str:
        values = {name: v[language] if isinstance(v, dict) else v for name, v in self.values.items()}
        return say(language, message, **values)


class UsageError(TiltakError):
    """The command or question cannot be understood as given."""


class SourceError(TiltakError):
    """A source file is missing, empty, binary, unknown or damaged."""


class CatalogueError(TiltakError):
    """A catalogue record or the vocabulary breaks its schema."""


class IndexMissingError(TiltakError):
    """There is no index where one was looked for."""


class IndexDamagedError(TiltakError):
    """An index file is missing, altered or of another format version."""


class ModelError(TiltakError):
    """An embedding model cannot be loaded or does not fit the index."""


def messages(key: str) -> tuple[str, str]:
    """The messages of an error's cause and of its mend, "" for none: its own, else those of its family."""
    family = key.rpartition(".")[0]
    cause, mend = (
        next((message for message in (key + part, family + part) if message in WORDS), "") for part in ("", ".mend")
    )
    return cause, mend


def as_shown(error: Exception) -> TiltakError:
    """An error as users meet it; one nobody foresaw is named, never traced on their screen."""
    if isinstance(error, TiltakError):
        return error
    if isinstance(error, OSError) and error.strerror:
        if error.filename:
            return TiltakError("error.file.named", file=error.filename, reason=error)
        return TiltakError("error.file", reason=error)
    return TiltakError("error.unexpected", name=type(error).__name__)


def _kept(value: object) -> int | str | dict[str, str]:
    if isinstance(value, OSError):
        reason = _REASONS.get(value.errno)
        return {language: say(language, reason) for language in LANGUAGES} if reason else str(value.strerror)
    if isinstance(value, dict) and set(value) == set(LANGUAGES):
        return value
    return value if isinstance(value, int) else str(value)
