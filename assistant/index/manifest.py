"""The index's own description: what is in it, from what, by which versions, and every file's checksum."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, asdict, dataclass, fields
from pathlib import Path
from typing import Any

from assistant.errors import IndexDamagedError, IndexMissingError, TiltakError, UsageError
from assistant.paths import index_folder

FORMAT = 3
NAME = "manifest.json"
SEAL = "manifest.sha256"
MODEL = "model"  # the folder of the embedded model
_CHECKOUT = Path(__file__).resolve().parents[2]
# The files of an index: by them one is known whose manifest is damaged or lost.
_FILES = re.compile(
    r"(?:documents|passages)\.jsonl|(?:lexicon|concepts|vocabulary)\.json"
    r"|(?:terms|grams|ideas|likeness)\.np[yz]|(?:vectors|phrases)\.faiss"
)
_LEAST = 5  # of them make an index: one or two may stand in any folder
_PACKAGES = ("faiss-cpu", "numpy", "rank-bm25", "sentence-transformers", "tokenizers", "torch", "wordfreq", "simplemma")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file the index was built from, with its SHA-256."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Model:
    """The embedding model: a folder inside the index (`embedded`) or a name, with its prefixes."""

    name: str
    embedded: bool
    dimension: int
    query_prefix: str = ""
    passage_prefix: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What an index is built of: sources, and a model of the user's with its (query, passage) prefixes; "" and None
    for the embedded one.
    """

    sources: tuple[Path, ...] = ()
    model: str = ""
    prefixes: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Fitted:
    """What the fusion's weights were fitted on, and nDCG@10: cross-validated of the fusion, and of each arm alone."""

    queries: int
    fused: float
    alone: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `tiltak status` tells. `built` is UTC, ISO 8601. `files` maps names to SHA-256.

    `fitted` is None where the weights are the default ones; `summaries` counts the documents that are quoted from
    summaries of the catalogue's, None in an index that is older than the count; `unrecognised` names the files that
    were read as running text because they show no form of a report.
    """

    format: int
    project: str
    built: str
    tiltak: int
    evaluations: int
    passages: int
    model: Model
    sources: tuple[SourceFile, ...]
    catalogue: str
    versions: Mapping[str, str]
    weights: Mapping[str, float]
    masked: Mapping[str, int]
    left_out: int
    files: Mapping[str, str]
    fitted: Fitted | None = None
    summaries: int | None = None
    unrecognised: tuple[str, ...] = ()

    @property
    def documents(self) -> int:
        """Tiltak and evaluations together."""
        return self.tiltak + self.evaluations


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def folder_digest(folder: Path, pattern: str = "**/*") -> str:
    """SHA-256 over the names and contents of a folder's files, whatever their line ends.

    Text files may be checked out with other line ends, which changes nothing of what they say.
    """
    total = hashlib.sha256()
    for path in sorted(p for p in folder.glob(pattern) if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return total.hexdigest()


def versions() -> dict[str, str]:
    """Installed versions of the packages that shape an index."""
    from importlib.metadata import PackageNotFoundError, version

    found = {}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "?"
    return found


def write(folder: Path, manifest: Manifest) -> None:
    """Write the manifest and, beside it, its own checksum."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (folder / NAME).write_text(text, encoding="utf-8", newline="\n")
    (folder / SEAL).write_text(digest(folder / NAME) + "\n", encoding="utf-8", newline="\n")


def foreign(folder: Path) -> str:
    """The name of something in a folder that is no part of an index; "" where it holds an index alone, or nothing.

    Only such a folder may be put away for a new index: whatever else stands there was made by somebody else.

    Raises:
        OSError: It is no folder, or cannot be read.
    """
    found = sorted(folder.iterdir()) if folder.exists() else []
    listed = _listed(folder / NAME)
    for path in found:
        if path.is_dir() and path.name == MODEL:
            inside = [f"{MODEL}/{p.relative_to(path).as_posix()}" for p in sorted(path.rglob("*")) if not p.is_dir()]
            strange = [name for name in inside if listed and name not in listed]
            if strange:
                return strange[0]
        elif not path.is_file() or not (path.name in (NAME, SEAL, *listed) or _FILES.fullmatch(path.name)):
            return path.name
    known = listed or sum(bool(_FILES.fullmatch(path.name)) for path in found) >= _LEAST
    return "" if known or not found else found[0].name


def _listed(path: Path) -> tuple[str, ...]:
    """The files that a manifest of ours lists, whether or not it is sealed; none where it is no manifest of ours."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        needed = {field.name for field in fields(Manifest) if field.default is MISSING}
        return tuple(told["files"]) if needed <= set(told) else ()
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def recipe(folder: Path) -> Recipe:
    """What the index of a folder was built of, as far as its manifest still tells, even a damaged one."""
    try:
        told = json.loads((folder / NAME).read_text(encoding="utf-8"))
        sources, model = tuple(Path(source["path"]) for source in told["sources"]), told["model"]
        if model["embedded"]:
            return Recipe(sources)
        return Recipe(sources, str(model["name"]), (str(model["query_prefix"]), str(model["passage_prefix"])))
    except (OSError, ValueError, KeyError, TypeError):
        return Recipe()


def rebuild(folder: Path) -> str:
    """The command that builds the index of a folder anew, of what it was built of: it holds in any working folder."""
    script = _CHECKOUT / "scripts" / "build_index.py"
    words = [f"python {_quoted(script)}" if script.is_file() else "tiltak build"]
    known = recipe(folder)
    words += [f"--sources {_quoted(place)}" for place in _places(known.sources)]
    words += [f"--model {_quoted(known.model)}"] if known.model else []
    if known.prefixes:
        query, passage = map(_quoted, known.prefixes)
        words += [f"--query-prefix {query} --passage-prefix {passage}"]
    words += [f"--index {_quoted(folder.absolute())}"] if folder != index_folder() else []
    return " ".join(words)


def _places(files: Sequence[Path]) -> list[Path]:
    """The folders of files, or the files where a folder has others besides."""
    from assistant.readers.registry import text_files  # only here: an answer needs no reader

    found: list[Path] = []
    for home in dict.fromkeys(file.parent for file in files):
        of_home = [file for file in files if file.parent == home]
        found += [home] if home.is_dir() and text_files(home) == sorted(of_home) else of_home
    return found


def _quoted(value: object) -> str:
    return f'"{value}"' if " " in str(value) or not str(value) else str(value)


def _place(folder: Path) -> dict[str, object]:
    return {"folder": folder, "command": rebuild(folder)}


def read(folder: Path) -> Manifest:
    """The manifest of an index folder.

    Raises:
        IndexMissingError: There is no index in the folder.
        IndexDamagedError: The manifest is altered, or of another format.
        UsageError: The folder holds something else.
    """
    path = folder / NAME
    if not folder.is_dir() or not any(folder.iterdir()):
        raise IndexMissingError("error.index.missing", **_place(folder))
    if not path.is_file():
        raise _damaged(folder, "error.index.lacks", name=NAME)
    try:
        sealed = (folder / SEAL).read_text(encoding="utf-8").strip() == digest(path)
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged(folder, "error.index.manifest", name=NAME) from error
    if not sealed:
        raise _damaged(folder, "error.index.altered", name=NAME)
    if data.get("format") != FORMAT:
        raise _damaged(folder, "error.index.format", found=data.get("format"), wanted=FORMAT)
    try:
        data["model"] = Model(**data["model"])
        data["fitted"] = Fitted(**data["fitted"]) if data.get("fitted") else None
        data["unrecognised"] = tuple(data.get("unrecognised", ()))
        data["sources"] = tuple(SourceFile(**source) for source in data["sources"])
        return Manifest(**data)
    except (KeyError, TypeError) as error:
        raise _damaged(folder, "error.index.incomplete", name=NAME) from error


def _damaged(folder: Path, key: str, **values: object) -> TiltakError:
    """What is wrong with an index; where the folder holds something else as well, that: no build would touch it."""
    if name := foreign(folder):
        return UsageError("error.folder", folder=folder, name=name)
    return IndexDamagedError(key, **values, **_place(folder))
