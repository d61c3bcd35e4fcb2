"""Answers, quotes and marked text on the clipboard."""

from __future__ import annotations

from assistant.messages import Language
from assistant.model import Citation
from assistant.tui.clipboard import copy
from assistant.tui.frame import Frame
from assistant.tui.messages import language, t
from assistant.tui.quote import Quote


class Copying(Frame):
    """Everything that is copied from the conversation and the source."""

    def action_copy_answer(self) -> None:
        """Copy the answer one is in."""
        turn = self.conversation.current
        if turn is None or turn.answer is None:
            self.tell(t("copy.nothing"), "warning")
            return
        from assistant.answer import render

        self.tell(copy(self.app, render.as_text(turn.answer)))

    def action_copy_quote(self) -> None:
        """Copy the focused quote, else the one whose source is shown."""
        citation = self.focused.citation if isinstance(self.focused, Quote) else self.source.citation
        if citation is None:
            self.tell(t("copy.no_quote"), "warning")
            return
        self.tell(copy(self.app, quoted(citation, language()), t("copy.quote", n=citation.number)))

    def action_copy_text(self) -> None:
        """Copy what is marked; with nothing marked, say how to quit."""
        selected = self.get_selected_text()
        self.tell(copy(self.app, selected) if selected else t("quit.hint"))


def quoted(citation: Citation, language: Language) -> str:
    """A quote with where it stands."""
    from assistant.answer import render

    name = render.named(citation.title, citation.office, citation.county)
    return f"«{citation.quote}»\n{citation.doc_id} {name}. {render.where(citation.source, language)}"
