"""Building the index: documents to passages, arms, vectors and a manifest, in one folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from filelock import Timeout

from assistant import __version__
from assistant.catalogue import Record, check_values
from assistant.concepts import ConceptMatcher
from assistant.errors import SourceError, UsageError
from assistant.importer import Imported, Progress, import_documents, silent
from assistant.index import documents as stored
from assistant.index import manifest as manifests
from assistant.index import passages, store, units
from assistant.index.bm25 import Bm25
from assistant.index.embedder import Embedder, default_prefixes, open_embedder
from assistant.index.fusion import WEIGHTS
from assistant.index.ideas import Ideas
from assistant.index.likeness import Likeness
from assistant.index.manifest import Fitted, Manifest, Model, SourceFile
from assistant.index.pairs import training_pairs
from assistant.index.phrases import spoken
from assistant.index.vectors import VectorIndex
from assistant.model import Document, Passage
from assistant.text.analyzer import Analyzer, ngrams, word_counts
from assistant.text.lost_letters import damaged_words
from assistant.vocabulary import Vocabulary

Opened = tuple[Model, Embedder]
Fit = Callable[[store.Index], tuple[Mapping[str, float], Fitted] | None]


def build(
    folder: Path,
    sources: Sequence[Path],
    records: Mapping[str, Record],
    vocabulary: Vocabulary,
    catalogue: Path,
    model: str = "",
    prefixes: tuple[str, str] | None = None,
    progress: Progress = silent,
    fit: Fit | None = None,
) -> Manifest:
    """Import the sources and the catalogue and build the index in `folder`.

    The old index stays in place, whole, until the new one is finished.

    Args:
        model: A sentence-transformers folder or hub name; "" trains the embedded model.
        prefixes: (query, passage) prefixes of that model; None takes the model's usual ones.
        fit: Fusion weights for the finished arms, or None for the default ones.

    Raises:
        SourceError, ModelError: A source or the model cannot be read.
        CatalogueError: A record has a value that the vocabulary does not.
        UsageError: Another build of this index is under way, or the folder is not an index.
    """
    check_values(records.values(), vocabulary)
    folder = folder.resolve()
    store.claim(folder)  # a folder that cannot be used must not cost a build
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        with store.lock(folder):
            given = _given(model, prefixes) if model else None  # first, for a wrong name must not cost a build
            imported = import_documents(sources, records, vocabulary.terms(), progress)
            with store.staging(folder) as new:
                manifest = _write(new, imported, vocabulary, catalogue, given, progress)
                if fit is not None:
                    manifest = _fit(new, manifest, fit, progress)
                store.swap(new, folder)
            return manifest
    except Timeout as error:
        raise UsageError("error.busy") from error


def _fit(folder: Path, manifest: Manifest, fit: Fit, progress: Progress) -> Manifest:
    progress("stage.trial", 0, 1)
    found = fit(store.open_index(folder))
    if found is None:
        return manifest
    weights, fitted = found
    manifest = replace(manifest, weights=weights, fitted=fitted)
    manifests.write(folder, manifest)
    return manifest


def _write(
    folder: Path,
    imported: Imported,
    vocabulary: Vocabulary,
    catalogue: Path,
    given: Opened | None,
    progress: Progress,
) -> Manifest:
    documents = imported.documents
    cut = passages.split(documents)
    if not cut:
        raise SourceError("error.nothing")
    stored.write_lines(folder / store.DOCUMENTS, (stored.document_to_json(d) for d in documents))
    stored.write_lines(folder / store.PASSAGES, (stored.passage_to_json(p) for p in cut))
    texts = units.texts(documents, cut, vocabulary.labels())
    _write_lexical(folder, documents, cut, texts, vocabulary, progress)
    used = _write_vectors(folder, documents, texts, vocabulary, given, progress)
    masked: Counter[str] = Counter()
    for document in documents:
        masked.update(document.masked)
    manifest = Manifest(
        format=manifests.FORMAT,
        project=__version__,
        built=datetime.now(UTC).isoformat(timespec="seconds"),
        tiltak=sum(d.kind == "tiltak" for d in documents),
        evaluations=sum(d.kind == "evaluation" for d in documents),
        passages=len(cut),
        model=used,
        sources=tuple(SourceFile(str(f.resolve()), manifests.digest(f), f.stat().st_size) for f in imported.files),
        catalogue=manifests.folder_digest(catalogue),
        versions=manifests.versions(),
        weights=dict(WEIGHTS),
        masked=dict(masked),
        left_out=len(imported.left_out),
        unrecognised=tuple(path.name for path in imported.unrecognised),
        summaries=sum(d.source.recorded for d in documents),
        files={
            path.relative_to(folder).as_posix(): manifests.digest(path)
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name != store.MARK
        },
    )
    manifests.write(folder, manifest)
    return manifest


def _write_lexical(
    folder: Path,
    documents: Sequence[Document],
    cut: Sequence[Passage],
    texts: Sequence[str],
    vocabulary: Vocabulary,
    progress: Progress,
) -> None:
    progress("stage.words", 0, 3)
    analyzer = Analyzer.fit(texts)
    lexicon = {
        "stems": dict(analyzer.lexicon),
        "words": word_counts(texts),
        "lost": damaged_words(s.text for d in documents for s in d.sections),
    }
    stored.write(folder / store.LEXICON, lexicon)
    stored.write(folder / store.VOCABULARY, vocabulary.to_data())
    Bm25.fit([analyzer.terms(text) for text in texts]).save(folder / "terms.npz")
    progress("stage.words", 1, 3)
    Bm25.fit([ngrams(text) for text in texts]).save(folder / "grams.npz")
    progress("stage.words", 2, 3)
    matcher = ConceptMatcher.of(vocabulary, analyzer)
    stored.write(folder / store.MATCHER, matcher.to_data())
    whole, head = len(cut), len(cut) + len(documents)
    titles = {unit + n: list(matcher.mentioned(d.title)) for n, d in enumerate(documents) for unit in (whole, head)}
    known = {
        unit + n: [value for values in d.facets.values() for value in values]
        for n, d in enumerate(documents)
        for unit in (whole, head)
    }
    Ideas.fit(vocabulary, [list(matcher.mentioned(text)) for text in texts], titles, known).save(folder / store.IDEAS)


def _given(name: str, prefixes: tuple[str, str] | None) -> Opened:
    """A model of the user's: a folder is kept by its whole path, for it is opened from any place."""
    name = str(Path(name).resolve()) if Path(name).is_dir() else name
    query_prefix, passage_prefix = prefixes or default_prefixes(name)
    embedder = open_embedder(name, query_prefix, passage_prefix)
    return Model(name, False, embedder.dimension, query_prefix, passage_prefix), embedder


def _trained(
    home: Path, documents: Sequence[Document], texts: Sequence[str], vocabulary: Vocabulary, progress: Progress
) -> Opened:
    from assistant.index.sentence_models import train

    train(training_pairs(documents, vocabulary), texts, home, progress=partial(progress, "stage.related"))
    embedder = open_embedder(str(home))
    return Model("innebygd", True, embedder.dimension), embedder


def _write_vectors(
    folder: Path,
    documents: Sequence[Document],
    texts: Sequence[str],
    vocabulary: Vocabulary,
    given: Opened | None,
    progress: Progress,
) -> Model:
    model, embedder = given or _trained(folder / manifests.MODEL, documents, texts, vocabulary, progress)
    progress("stage.likeness", 0, 1)
    vectors = VectorIndex.fit(embedder.passages(texts))
    vectors.save(folder / store.VECTORS)
    heads = len(documents)  # the last units
    strengths = Ideas.load(folder / store.IDEAS).strengths[-heads:]
    Likeness.of(strengths, vectors.rows(vectors.units - heads, heads)).save(folder / store.LIKENESS)
    phrases = [phrase for phrase, _ in spoken(vocabulary)]
    VectorIndex.fit(embedder.queries(phrases)).save(folder / store.PHRASES)
    return model
