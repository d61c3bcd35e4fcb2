"""A build from a catalogue's folder: its records, vocabulary and judged queries, to an index with a fitted fusion."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from assistant import catalogue, judged
from assistant.fitting import fit
from assistant.importer import Progress, silent
from assistant.index import build as index
from assistant.index.manifest import Manifest
from assistant.vocabulary import Vocabulary


def build(
    folder: Path,
    sources: Sequence[Path],
    home: Path,
    model: str = "",
    prefixes: tuple[str, str] | None = None,
    progress: Progress = silent,
) -> Manifest:
    """Build the index of `folder` from sources and the catalogue in `home`.

    Raises:
        TiltakError: As `assistant.index.build.build`, or the catalogue is damaged.
    """
    return index.build(
        folder,
        sources,
        catalogue.load(home),
        Vocabulary.load(home),
        home,
        model,
        prefixes,
        progress,
        partial(fit, queries=judged.load(home)),
    )
