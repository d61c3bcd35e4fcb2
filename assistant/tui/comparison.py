"""Documents side by side where there is room for columns, else row by row."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.app import ComposeResult
from textual.containers import Grid
from textual.widget import Widget

from assistant.answer.types import Answer, Statement, Table
from assistant.tui.backend import Engine
from assistant.tui.item import Named
from assistant.tui.quote import Quote
from assistant.tui.words import line

COLUMN = 30  # characters a column needs


class Comparison(Grid):
    """A comparison; each cell is a quote that opens its source, or says that there is none."""

    def __init__(self, answer: Answer, engine: Engine) -> None:
        super().__init__(classes="comparison")
        assert answer.table is not None
        self._answer = answer
        self._table: Table = answer.table
        self._engine = engine
        self._columns = False

    def compose(self) -> ComposeResult:
        """The names, then each row."""
        self.styles.grid_size_columns = len(self._table.doc_ids) if self._columns else 1
        if self._columns:
            for number in self._table.rows[0].statements:
                yield self._heading(self._answer.statements[number])
        for row in self._table.rows:
            heading = line(row.name, "heading")
            heading.styles.column_span = len(self._table.doc_ids) if self._columns else 1
            yield heading
            for number in row.statements:
                yield from self._cell(self._answer.statements[number])

    def on_resize(self, event: events.Resize) -> None:
        """Columns come and go with the room."""
        columns = event.size.width >= COLUMN * len(self._table.doc_ids)
        if columns != self._columns:
            self._columns = columns
            self.refresh(recompose=True)

    def _lead(self, statement: Statement) -> str:
        from assistant.answer.render import named

        return f"{statement.rank}. {named(*self._answer.titles[statement.doc_id])}:"

    def _heading(self, statement: Statement) -> Widget:
        return Named(statement.doc_id, self._lead(statement).rstrip(":"))

    def _cell(self, statement: Statement) -> Iterator[Widget]:
        lead = self._lead(statement)
        if statement.citations:
            shown = "" if self._columns else lead
            yield Quote(self._answer.citations[statement.citations[0] - 1], self._engine, shown)
        else:
            yield line(statement.lead.removeprefix(lead).strip() if self._columns else statement.lead, "statement")
