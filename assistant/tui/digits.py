"""The numbers of citations, typed digit by digit: every digit leads somewhere at once."""

from __future__ import annotations

from collections.abc import Collection
from time import monotonic

from textual.binding import Binding

SOON = 1.2  # seconds within which a digit goes on with the number before it
BINDINGS = [Binding(str(digit), f"cite({digit})", show=False) for digit in range(10)]


class Digits:
    """«1» is [1] without waiting for more; a «2» soon after makes it [12] if there is such a citation, else [2]."""

    def __init__(self) -> None:
        self._number = 0
        self._when = 0.0

    def number(self, digit: int, known: Collection[int]) -> int:
        """The number meant by a digit typed now: of those there are, or the digit itself."""
        longer = 10 * self._number + digit if monotonic() - self._when < SOON else digit
        self._number, self._when = longer if longer in known else digit, monotonic()
        return self._number
