"""Embedders: texts to unit vectors.

Two kinds: the embedded model, a StaticEmbedding trained when the index is built, whose query vector
is a tokenizer and a mean and so needs no torch; and any sentence-transformers model of the user's
(`sentence_models.py`, imported only when one is used).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelError

Floats = NDArray[np.float32]
STATIC = "StaticEmbedding"


class Embedder(Protocol):
    """Texts to vectors of length 1."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    def queries(self, texts: Sequence[str]) -> Floats:
        """Vectors of questions, shape (texts, dimension)."""
        ...

    def passages(self, texts: Sequence[str]) -> Floats:
        """Vectors of passages, shape (texts, dimension)."""
        ...


class StaticEmbedder:
    """A StaticEmbedding folder read without torch: the mean of the tokens' rows, scaled to length 1."""

    def __init__(self, folder: Path) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        home = folder / _static_module(folder)
        try:
            self._tokenizer = Tokenizer.from_file(str(home / "tokenizer.json"))
            self._rows = load_file(home / "model.safetensors")["embedding.weight"]
        except Exception as error:  # both libraries raise bare exceptions of their own
            raise ModelError("error.model.damaged", folder=folder) from error

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._rows.shape[1])

    def _encode(self, texts: Sequence[str]) -> Floats:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for number, encoded in enumerate(self._tokenizer.encode_batch(list(texts), add_special_tokens=False)):
            if encoded.ids:
                vectors[number] = self._rows[encoded.ids].mean(axis=0)
        return unit(vectors)

    queries = _encode
    passages = _encode


def default_prefixes(name: str) -> tuple[str, str]:
    """The (query, passage) prefixes a model was trained with: E5 wants its own, most want none."""
    return ("query: ", "passage: ") if "e5" in Path(name).name.lower() else ("", "")


def unit(rows: Floats) -> Floats:
    """Rows scaled to length 1; a row of zeros stays."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Floats = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return scaled


def _static_module(folder: Path) -> str:
    modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    return str(modules[0]["path"])


def is_static(folder: Path) -> bool:
    """Whether a folder holds a model that is a StaticEmbedding and nothing else that changes vectors."""
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    kinds = [str(m.get("type", "")).rsplit(".", 1)[-1] for m in modules]
    return kinds[:1] == [STATIC] and all(kind == "Normalize" for kind in kinds[1:])


def open_embedder(name: str, query_prefix: str = "", passage_prefix: str = "") -> Embedder:
    """The embedder for a model folder or hub name."""
    folder = Path(name)
    if folder.is_dir() and is_static(folder) and not (query_prefix or passage_prefix):
        return StaticEmbedder(folder)
    from assistant.index.sentence_models import ModelEmbedder

    return ModelEmbedder(name, query_prefix, passage_prefix)
