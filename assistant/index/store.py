"""The index folder: writing it whole, opening it fast, and swapping a new one in safely."""

from __future__ import annotations

import gc
import shutil
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from assistant.concepts import ConceptMatcher
from assistant.errors import IndexDamagedError, TiltakError, UsageError
from assistant.index import documents as stored
from assistant.index import manifest as manifests
from assistant.index.bm25 import Bm25
from assistant.index.embedder import Embedder, open_embedder
from assistant.index.ideas import Ideas
from assistant.index.likeness import Likeness
from assistant.index.manifest import Manifest
from assistant.index.phrases import Phrases, spoken
from assistant.index.units import Units
from assistant.index.vectors import VectorIndex
from assistant.model import Document, Passage
from assistant.text.analyzer import Analyzer
from assistant.vocabulary import Vocabulary

if TYPE_CHECKING:
    from filelock import BaseFileLock

DOCUMENTS = "documents.jsonl"
PASSAGES = "passages.jsonl"
LEXICON = "lexicon.json"
MATCHER = "concepts.json"
VOCABULARY = "vocabulary.json"
VECTORS = "vectors.faiss"
PHRASES = "phrases.faiss"
MARK = "bygges"  # a file that says of an unfinished folder that a build of ours made it
T = TypeVar("T")
LEXICAL = ("terms", "grams")  # the arms kept as postings, each in <name>.npz
IDEAS = "ideas.npz"
LIKENESS = "likeness.npy"
QUOTED = (DOCUMENTS, PASSAGES)  # what quotes are cut from: not a letter of it may have changed


@dataclass(frozen=True)
class Index:
    """An open index. All of its files are in memory: another may be put in its place while this one answers.

    `words` maps each word to how many texts have it; `lost` are those that lost a letter.
    """

    folder: Path
    manifest: Manifest
    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    units: Units
    analyzer: Analyzer
    words: Mapping[str, int]
    lost: Set[str]
    vocabulary: Vocabulary
    matcher: ConceptMatcher
    lexical: Mapping[str, Bm25]
    ideas: Ideas
    vectors: VectorIndex
    phrases: Phrases
    likeness: Likeness

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.doc_id: document for document in self.documents}

    @cached_property
    def embedder(self) -> Embedder:
        """The model that made the vectors: the index's own is loaded with it, one of the user's when first used."""
        model = self.manifest.model
        name = str(self.folder / manifests.MODEL) if model.embedded else model.name
        return open_embedder(name, model.query_prefix, model.passage_prefix)


@contextmanager
def _lasting() -> Iterator[None]:
    """No garbage is looked for while these objects are made, nor among them later: they live as long as the process."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


@_lasting()
def open_index(folder: Path) -> Index:
    """Open an index folder.

    Raises:
        IndexMissingError: There is none.
        IndexDamagedError: A file is missing, damaged or of another format.
    """
    recover(folder)
    manifest = manifests.read(folder)
    for name in manifest.files:
        if not (folder / name).is_file():
            raise IndexDamagedError("error.index.lacks", name=name, folder=folder, command=manifests.rebuild(folder))
        if name in QUOTED and manifests.digest(folder / name) != manifest.files[name]:
            raise IndexDamagedError("error.index.file_altered", name=name, command=manifests.rebuild(folder))
    rows = _guard(folder, DOCUMENTS, lambda: stored.read_lines(folder / DOCUMENTS))
    documents = _guard(folder, DOCUMENTS, lambda: tuple(stored.document_from_json(row) for row in rows))
    cuts = _guard(folder, PASSAGES, lambda: stored.read_lines(folder / PASSAGES))
    passages = _guard(folder, PASSAGES, lambda: stored.passages_from_json(cuts, documents))
    analyzer, words, lost = _guard(folder, LEXICON, lambda: _lexicon(folder / LEXICON))
    matcher = _guard(folder, MATCHER, lambda: ConceptMatcher.from_data(stored.read(folder / MATCHER), analyzer))
    vocabulary = _guard(folder, VOCABULARY, lambda: Vocabulary.from_data(stored.read(folder / VOCABULARY)))
    lexical = {name: _guard(folder, f"{name}.npz", _loader(folder / f"{name}.npz")) for name in LEXICAL}
    ideas = _guard(folder, IDEAS, lambda: Ideas.load(folder / IDEAS))
    vectors = _guard(folder, VECTORS, lambda: VectorIndex.load(folder / VECTORS))
    named = [concept for _, concept in spoken(vocabulary)]
    phrases = _guard(folder, PHRASES, lambda: Phrases(VectorIndex.load(folder / PHRASES), named))
    likeness = _guard(folder, LIKENESS, lambda: Likeness.load(folder / LIKENESS))
    units = Units.of(documents, passages)
    counted = {ideas.units, vectors.units, *(arm.units for arm in lexical.values())}
    if counted != {len(units.owner)} or likeness.documents != len(documents):
        raise IndexDamagedError("error.index.apart", folder=folder, command=manifests.rebuild(folder))
    index = Index(
        folder=folder,
        manifest=manifest,
        documents=documents,
        passages=passages,
        units=units,
        analyzer=analyzer,
        words=words,
        lost=lost,
        vocabulary=vocabulary,
        matcher=matcher,
        lexical=lexical,
        ideas=ideas,
        vectors=vectors,
        phrases=phrases,
        likeness=likeness,
    )
    if manifest.model.embedded:
        _ = index.embedder
    return index


def _lexicon(path: Path) -> tuple[Analyzer, Mapping[str, int], Set[str]]:
    """The analyzer, in how many texts each word stands, and the words that lost a letter."""
    data = stored.read(path)
    return Analyzer(data["stems"]), data["words"], frozenset(data["lost"])


def _loader(path: Path) -> Callable[[], Bm25]:
    return lambda: Bm25.load(path)


def _guard(folder: Path, name: str, load: Callable[[], T]) -> T:
    try:
        return load()
    except TiltakError:
        raise
    except (OSError, ValueError, KeyError, TypeError, IndexError, RuntimeError, EOFError, zipfile.BadZipFile) as error:
        raise IndexDamagedError(
            "error.index.damaged", name=name, folder=folder, command=manifests.rebuild(folder)
        ) from error


def claim(folder: Path) -> None:
    """See that a build may write an index here: in its place and beside it is nothing that we did not make.

    Raises:
        UsageError: There is.
    """
    if name := manifests.foreign(folder):
        raise UsageError("error.folder", folder=folder, name=name)
    for beside in (_next(folder), _previous(folder)):
        if beside.exists() and not (beside / MARK).is_file() and manifests.foreign(beside):
            raise UsageError("error.folder.beside", folder=beside)


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """A new, empty folder beside the index in which the next one is built; what is unfinished is not left behind.

    It is marked as ours before anything else is in it: a build that is killed leaves a folder that the next may delete.

    Raises:
        UsageError: Something that we did not make stands there.
    """
    claim(folder)
    path = _next(folder)
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    (path / MARK).touch()
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _next(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.ny")


def _previous(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.forrige")


def swap(new: Path, folder: Path) -> None:
    """Put a finished index in the place of the old one; a failure in between leaves the old one findable.

    Raises:
        UsageError: Meanwhile something that we did not make was put there.
    """
    claim(folder)
    old = _previous(folder)
    (new / MARK).unlink()
    if folder.exists():
        shutil.rmtree(old, ignore_errors=True)
        _rename(folder, old)
    _rename(new, folder)
    shutil.rmtree(old, ignore_errors=True)


def lock(folder: Path) -> BaseFileLock:
    """Held by whoever builds or recovers an index; taking it is a `filelock.Timeout` where somebody else has it.

    Raises:
        UsageError: The file of the lock is somebody else's: locking empties it.
    """
    from filelock import FileLock

    path = folder.with_name(f"{folder.name}.lock")
    if path.exists() and (not path.is_file() or path.stat().st_size):
        raise UsageError("error.folder.beside", folder=path)
    return FileLock(path, timeout=0)


def recover(folder: Path) -> None:
    """Bring the old index back where a swap was cut short between its two steps, but not while one is under way."""
    previous = _previous(folder)
    if folder.exists() or not (previous / manifests.NAME).is_file() or manifests.foreign(previous):
        return
    from filelock import Timeout  # only here, for hardly ever is there something to recover

    with suppress(Timeout), lock(folder):
        if not folder.exists():
            _rename(previous, folder)


def _rename(source: Path, target: Path) -> None:
    # Windows refuses while a virus scanner or another window reads a file; it lets go within a moment.
    for wait in (0.1, 0.3, 1.0, 2.0):
        try:
            source.replace(target)
            return
        except PermissionError:
            time.sleep(wait)
    source.replace(target)
