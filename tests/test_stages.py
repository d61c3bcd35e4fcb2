"""The progress of a build only grows, from nothing to all."""

from __future__ import annotations

from pathlib import Path

from assistant.building import build
from assistant.messages import WORDS
from assistant.stages import SHARES, share_done


def test_every_stage_begins_where_the_one_before_ends() -> None:
    assert sum(SHARES.values()) == 100
    ends = [(share_done(stage, 0, 2), share_done(stage, 2, 2)) for stage in SHARES]
    assert ends[0][0] == 0
    assert ends[-1][1] == 1
    assert [end for _, end in ends[:-1]] == [begin for begin, _ in ends[1:]]
    assert share_done("stage.words", 9, 3) == share_done("stage.related", 0, 3)


def test_a_build_goes_through_stages_that_have_words(small_catalogue: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(tmp_path / "index", [], small_catalogue, progress=lambda *step: told.append(step))
    shares = [share_done(*step) for step in told]
    assert shares == sorted(shares)
    assert {stage for stage, _, _ in told} == set(SHARES) - {"stage.read", "stage.repair"}  # it has no sources
    assert set(SHARES) <= set(WORDS)
