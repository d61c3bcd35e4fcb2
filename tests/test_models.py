"""Models of the user's own: a small transformer made here, a static one, and what cannot be loaded."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from assistant.building import build
from assistant.cli.main import run
from assistant.engine import Assistant
from assistant.errors import ModelError
from assistant.index.embedder import StaticEmbedder, default_prefixes, open_embedder
from assistant.index.fusion import WEIGHTS
from assistant.paths import catalogue_folder

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))
import evaluate


@pytest.fixture(scope="module")
def transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers folder with a tiny BERT of random weights."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    home = tmp_path_factory.mktemp("bert")
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    texts = ["språkmentor for flyktninger", "gjeld og budsjett på biblioteket", "unge får jobb med støtte"] * 5
    tokenizer.train_from_iterator(
        texts, trainers.WordPieceTrainer(vocab_size=200, special_tokens=special, show_progress=False)
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="[PAD]",
        unk_token="[UNK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        mask_token="[MASK]",
    )
    fast.save_pretrained(home / "hf")
    config = BertConfig(
        vocab_size=len(fast), hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32
    )
    torch.manual_seed(13)
    BertModel(config).save_pretrained(home / "hf")
    module = Transformer(str(home / "hf"), max_seq_length=64)
    model = SentenceTransformer(modules=[module, Pooling(32)], device="cpu")
    model.save(str(home / "tiny-e5"), create_model_card=False)
    return home / "tiny-e5"


def test_a_model_folder_makes_the_vectors(transformer: Path, small_catalogue: Path, tmp_path: Path) -> None:
    manifest = build(tmp_path / "index", [], small_catalogue, model=str(transformer))
    assert (manifest.model.embedded, manifest.model.dimension) == (False, 32)
    assert (manifest.model.query_prefix, manifest.model.passage_prefix) == ("query: ", "passage: ")
    assert Assistant.open(tmp_path / "index").ask("språkmentor for flyktninger").hits[0].doc_id == "T903"


def test_a_model_that_knows_nothing_loses_weight(transformer: Path, tmp_path: Path) -> None:
    """The own catalogue's judged queries refit the fusion: random weights bring nothing, and the evaluation says so."""
    manifest = build(tmp_path / "index", [], catalogue_folder(), model=str(transformer))
    assert manifest.fitted is not None
    assert manifest.weights["dense"] < WEIGHTS["dense"] / sum(WEIGHTS.values())
    assert manifest.fitted.alone["dense"] < 0.2 < manifest.fitted.alone["terms"]
    assert manifest.fitted.fused > max(manifest.fitted.alone.values())
    shown = CliRunner().invoke(evaluate.main, ["--origin", "given", "--index", str(tmp_path / "index")])
    assert shown.exit_code == 0
    table = shown.output[shown.output.index("Hva hver arm bringer") :].splitlines()
    brings = {row.split()[0]: row.split() for row in table[2:] if len(row.split()) > 2}
    assert float(brings["dense"][1]) == pytest.approx(manifest.weights["dense"], abs=0.006)
    assert float(brings["terms"][2]) > float(brings["dense"][2])  # each arm alone
    assert "kryssvalidert" in shown.output


def test_prefixes_change_the_vectors(transformer: Path) -> None:
    plain, prefixed = open_embedder(str(transformer)), open_embedder(str(transformer), "spørsmål: ", "")
    assert np.allclose(plain.passages(["gjeld"]), prefixed.passages(["gjeld"]), atol=1e-5)
    assert not np.allclose(plain.queries(["gjeld"]), prefixed.queries(["gjeld"]), atol=1e-5)
    assert np.allclose(np.linalg.norm(plain.queries(["gjeld", "jobb"]), axis=1), 1, atol=1e-5)


def test_only_e5_has_prefixes_of_its_own() -> None:
    assert default_prefixes("modeller/multilingual-e5-small") == ("query: ", "passage: ")
    assert default_prefixes("bge-m3") == ("", "")


def test_the_embedded_model_is_a_sentence_transformers_folder(small_index: Path) -> None:
    from sentence_transformers import SentenceTransformer

    home = small_index / "model"
    text = "to gjeldsrådgivere på biblioteket"
    theirs = SentenceTransformer(str(home), device="cpu").encode([text])[0]
    ours = StaticEmbedder(home).queries([text])[0]
    np.testing.assert_allclose(ours, theirs / np.linalg.norm(theirs), atol=1e-5)


@pytest.mark.parametrize("name", ["./finnes-ikke", "ingen/slik-modell-finnes"])
def test_a_model_that_cannot_be_loaded_is_one_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)  # its variable is read at the import
    assert run(["build", "--model", name, "--index", str(tmp_path / "index")]) == 2
    error = capsys.readouterr().err.strip().splitlines()[-1]
    assert name in error
    assert not (tmp_path / "index").exists()


def test_a_damaged_static_model_is_a_model_error(small_index: Path, tmp_path: Path) -> None:
    home = tmp_path / "model"
    home.mkdir()
    (home / "modules.json").write_text(json.dumps([{"path": "", "type": "x.StaticEmbedding"}]), encoding="utf-8")
    with pytest.raises(ModelError, match="skadet"):
        StaticEmbedder(home)
