"""From a release to its atlas."""

import numpy as np
import pytest
from tests.atlases import tiny_release_files, zipped

from unrut.core.explore.occupations.atlas import Floats, Prose
from unrut.core.explore.occupations.building import Release, build_atlas
from unrut.core.explore.occupations.title_training import title_tables
from unrut.importers.occupations import read_release

pytestmark = pytest.mark.unit


def one_block(release: Release) -> dict[str, Floats]:
    return {"block": np.eye(len(release), dtype=np.float32)}


def test_atlas_holds_what_the_release_holds() -> None:
    release = read_release(zipped(tiny_release_files()))

    atlas = build_atlas(release, one_block, with_prose=True)

    assert (atlas.release, atlas.codes, atlas.titles) == (release.version, release.codes, release.titles)
    assert (atlas.ratings, atlas.entry, atlas.lacking) == (release.ratings, release.entry, release.lacking)
    assert (atlas.alternates, atlas.zones.tolist()) == (release.alternates, release.zones.tolist())
    assert list(atlas.vectors) == ["block"]
    assert atlas.tables.keys() == title_tables(atlas).keys()
    assert atlas.prose == {
        Prose.TASKS: release.tasks,
        Prose.TECHNOLOGY: release.technology,
        Prose.DESCRIPTION: release.descriptions,
    }


def test_atlas_without_prose_holds_no_sentence() -> None:
    atlas = build_atlas(read_release(zipped(tiny_release_files())), one_block, with_prose=False)

    assert atlas.prose == {}
