"""What the windows over the conversation share: the open index, the tiltak to compare, where things are saved."""

from __future__ import annotations

from pathlib import Path

from assistant.tui.backend import Engine

MOST = 5  # tiltak side by side


class Desk:
    """One for the whole sitting.

    Args:
        engine: The open index.
        folder: Where files are saved till the user chooses another place.
    """

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine = engine
        self.folder = folder
        self.basket: list[str] = []
        self.listed: tuple[str, ...] = ()  # what has a number in the conversation

    def take(self, doc_id: str) -> bool:
        """Put a document in the basket, or take it out again; whether it could be done."""
        if doc_id in self.basket:
            self.basket.remove(doc_id)
        elif len(self.basket) < MOST:
            self.basket.append(doc_id)
        else:
            return False
        return True

    def use(self, engine: Engine) -> None:
        """Use a newly opened index; what it lacks leaves the basket."""
        self.engine = engine
        known = {document.doc_id for document in engine.documents}
        self.basket = [doc_id for doc_id in self.basket if doc_id in known]
