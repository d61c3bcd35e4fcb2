"""Models of sentence-transformers: the user's own, and the training of the embedded one.

The only module that imports sentence_transformers and torch; nothing imports it until it is needed.

Training: pairs of texts that mean the same are drawn together, the other pairs of a batch pushed apart
(MultipleNegativesRankingLoss: Henderson et al. 2017, «Efficient Natural Language Response Suggestion
for Smart Reply», eq. 4 with in-batch negatives). A model taught on this corpus beats a foreign
pretrained one here, and needs no download.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelError
from assistant.index.embedder import unit

Floats = NDArray[np.float32]
SEED = 13
DIMENSION = 256
PIECES = 12_000
BATCH = 256
LENGTH = 220  # characters of a text that are trained on: the time grows with them
LEARNING_RATE = 2e-2
UNKNOWN = "[UNK]"

Pair = tuple[str, str]


class ModelEmbedder:
    """Any sentence-transformers model: a folder on disk, or a hub name where a hub can be reached."""

    def __init__(self, name: str, query_prefix: str = "", passage_prefix: str = "") -> None:
        self._prefixes = (query_prefix, passage_prefix)
        if (Path(name).is_absolute() or name.startswith(".")) and not Path(name).exists():
            raise ModelError("error.model.gone", name=name)
        try:
            from sentence_transformers import SentenceTransformer

            self._model: Any = SentenceTransformer(name, device="cpu")
        except Exception as error:  # a missing file, no network, a foreign format: many libraries' own errors
            raise ModelError("error.model.load", name=name) from error

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._model.encode(["a"]).shape[1])

    def _encode(self, texts: Sequence[str], prefix: str) -> Floats:
        found = self._model.encode([prefix + text for text in texts], show_progress_bar=False)
        return unit(np.asarray(found, dtype=np.float32))

    def queries(self, texts: Sequence[str]) -> Floats:
        """Vectors of questions, shape (texts, dimension)."""
        return self._encode(texts, self._prefixes[0])

    def passages(self, texts: Sequence[str]) -> Floats:
        """Vectors of passages, shape (texts, dimension)."""
        return self._encode(texts, self._prefixes[1])


def train(
    pairs: Sequence[Pair],
    texts: Sequence[str],
    folder: Path,
    epochs: int = 6,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Train on pairs and save a sentence-transformers folder.

    The same pairs, texts and library versions give the same bytes on one machine, whatever else it does; another
    kind of processor may round the last digit otherwise.

    Args:
        pairs: Two texts of one meaning each.
        texts: All texts, from which the word pieces are learned.
        folder: Where the model is saved.
        epochs: How many times the pairs are gone through.
        progress: Called with (batches done, batches in all).
    """
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    torch.manual_seed(SEED)
    torch.set_num_threads(1)  # sums do not depend on the number of cores, and such small batches are quicker so
    shuffler = random.Random(SEED)
    static = StaticEmbedding(_tokenizer(texts), embedding_dim=DIMENSION)
    model = SentenceTransformer(modules=[static], device="cpu")
    loss = MultipleNegativesRankingLoss(model, scale=20.0)
    optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)
    order = list(pairs)
    batches = max(len(order) // BATCH, 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=LEARNING_RATE, total_steps=epochs * batches + 1)
    model.train()
    for epoch in range(epochs):
        shuffler.shuffle(order)
        for batch in range(batches):
            chosen = order[batch * BATCH : (batch + 1) * BATCH]
            if len(chosen) < 2:  # no negatives, nothing to learn
                continue
            features = [_features(static, [pair[side] for pair in chosen]) for side in (0, 1)]
            value = loss(features, torch.zeros(len(chosen)))
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
            schedule.step()
            if progress is not None:
                progress(epoch * batches + batch + 1, epochs * batches)
    model.eval()
    model.save(str(folder), create_model_card=False)
    # The weights are saved for their owner alone; they are for all who may read the rest.
    shutil.copymode(folder / "modules.json", folder / "model.safetensors")


def _features(static: Any, texts: list[str]) -> Any:
    return dict(static.preprocess([text[:LENGTH] for text in texts]))


def _tokenizer(texts: Sequence[str]) -> Any:
    """Word pieces of the corpus (WordPiece: Schuster & Nakajima 2012), lower-cased; Norwegian letters are kept.

    Between pairs that are equally frequent the trainer takes the one whose pieces have the lowest numbers, and it
    numbers the letters inside words in the order of a hash table that is another in every run. Named as special
    tokens they have their numbers beforehand; the finished pieces are then a vocabulary without special tokens.
    """
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

    normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    letters = {sign for text in texts for sign in normalizer.normalize_str(text) if sign.isalnum() or sign == "§"}

    def tokenizer(vocabulary: dict[str, int] | None = None) -> Any:
        made = Tokenizer(models.WordPiece(vocabulary, unk_token=UNKNOWN))
        made.normalizer = normalizer
        made.pre_tokenizer = pre_tokenizers.Split(Regex(r"[^\p{L}\p{N}§]+"), "removed")
        return made

    learned = tokenizer()
    trainer = trainers.WordPieceTrainer(
        vocab_size=PIECES,
        special_tokens=[UNKNOWN, *(f"##{letter}" for letter in sorted(letters))],
        min_frequency=2,
        show_progress=False,
    )
    learned.train_from_iterator(texts, trainer)
    return tokenizer(learned.get_vocab())
