"""Readers: one module a document format, each turning a source file into RawDocuments.

A reader has two functions: `recognises(lines)` looks at the text, `read(path, lines)` reads it.
To add a format, write such a module and list it in `assistant/readers/registry.py`.
"""
