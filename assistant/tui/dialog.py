"""A frame over what one was at: its name on the frame, its keys on the last line."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import ModalScreen

FRAME = 2  # lines
HIGH = 30  # lines of the screen from which the frame leaves some of them, see `.dialog` in the style
SHARE = 0.9  # what it has of them then
Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """What it holds stands in a `.dialog`, which is as high as that, and no higher than the screen has room for."""

    @property
    def lines(self) -> int:
        """How many lines there is room for within the frame. The style says the same, but not before it is drawn."""
        height = self.size.height
        return (int(height * SHARE) if height >= HIGH else height) - FRAME
