"""Answers: put together from exact quotes, each with its citation. No language model."""
