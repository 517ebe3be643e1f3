"""What is learnt from the titles of an atlas."""

from dataclasses import replace

import numpy as np
import pytest

from atlases import tiny_atlas
from unrut.core.explore.occupations import title_training
from unrut.core.explore.occupations.atlas import Atlas, Floats
from unrut.core.explore.occupations.atlas_file import shipped_atlas
from unrut.core.explore.occupations.known_titles import known_titles
from unrut.core.explore.occupations.title_features import TitleFeatures
from unrut.core.explore.occupations.title_model import TitleModel, model_in
from unrut.core.explore.occupations.title_training import title_tables, traits
from unrut.core.meaning import shipped_meanings

pytestmark = pytest.mark.unit
ATLAS = tiny_atlas()


def _model(atlas: Atlas, tables: dict[str, Floats]) -> TitleModel:
    features = TitleFeatures(known_titles(atlas))
    found = model_in(tables, features=len(features), meaning=128, occupations=len(atlas))
    assert found is not None
    return found


def test_known_titles_are_told_from_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(title_training, "_ROUNDS", 60)
    features = TitleFeatures(known_titles(ATLAS))

    scores = _model(ATLAS, title_tables(ATLAS)).of(
        features.of_forms(), shipped_meanings().sentences(features.known.lines)
    )

    assert np.mean(scores.argmax(axis=1) == features.known.rows) > 0.9


def test_the_same_atlas_teaches_the_same() -> None:
    once, again = title_tables(ATLAS), title_tables(ATLAS)

    assert once.keys() == again.keys()
    assert all(np.array_equal(once[name], again[name]) for name in once)
    assert all(np.isfinite(table).all() for table in once.values())


def test_nothing_left_of_a_batch_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(title_training, "_LEFT_OUT", 1.0)

    assert all(np.isfinite(table).all() for table in title_tables(ATLAS).values())


def test_traits_are_groups_and_blocks_that_are_not_of_titles() -> None:
    plain = replace(ATLAS, vectors={"titles": ATLAS.vectors["titles"]})
    groups = len({code[:2] for code in ATLAS.codes}) + len({code[:5] for code in ATLAS.codes})

    assert traits(plain).shape == (len(ATLAS), groups)
    assert (traits(plain).sum(axis=1) == 2).all()
    assert traits(ATLAS).shape[1] == groups + sum(
        ATLAS.vectors[name].shape[1] for name in ("tasks", "task_words", "description")
    )


def test_the_shipped_atlas_holds_a_model_of_its_titles() -> None:
    """When this fails, titles are taken apart in another way: raise the form in title_model, and build the atlas again."""
    atlas = shipped_atlas()
    nurse = TitleFeatures(known_titles(atlas)).of([("registered", "nurse")])

    scores = _model(atlas, dict(atlas.tables)).of(nurse, np.zeros((1, 128), np.float32))

    assert atlas.codes[int(scores.argmax())] == "29-1141.00"
