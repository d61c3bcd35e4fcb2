"""The errors a user can meet: one line saying what is wrong, one saying how to mend it."""

from __future__ import annotations


class TiltakError(Exception):
    """Base of every error shown to a user.

    Args:
        what: The cause, in Norwegian, one clause, without a final full stop.
        mend: What the user can do about it, in Norwegian, or "" where nothing can be said.
    """

    def __init__(self, what: str, mend: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend

    def line(self) -> str:
        """The error as one line: «cause. Mend.»"""
        text = f"{self.what}. {self.mend}" if self.mend else self.what
        return " ".join(text.split())


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
