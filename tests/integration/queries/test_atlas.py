"""The atlas of the home goes before the one of the program, and a damaged one is told."""

import os
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from tests.atlases import tiny_atlas

from unrut.core.explore.occupations.atlas import Atlas
from unrut.core.explore.occupations.atlas_file import shipped_atlas, write_atlas
from unrut.queries import atlas as queries
from unrut.queries.atlas import FILE, atlas_problem, attribution, current_atlas

pytestmark = pytest.mark.integration


def keep(home: Path, data: bytes) -> None:
    home.mkdir(exist_ok=True)
    (home / FILE).write_bytes(data)


def test_atlas_of_the_program_counts_where_the_home_has_none() -> None:
    assert (current_atlas() is shipped_atlas(), atlas_problem()) == (True, "")


def test_atlas_of_the_home_counts_as_soon_as_it_is_there(own_home: Path) -> None:
    current_atlas()
    keep(own_home, write_atlas(tiny_atlas()))

    assert (current_atlas().codes, atlas_problem()) == (tiny_atlas().codes, "")
    assert current_atlas() is current_atlas()


def test_changed_atlas_of_the_home_is_read_again(own_home: Path) -> None:
    keep(own_home, write_atlas(tiny_atlas()))
    current_atlas()
    keep(own_home, write_atlas(replace(tiny_atlas(), release="31.0")))
    os.utime(own_home / FILE, ns=(1, 1))

    newer = current_atlas().release
    (own_home / FILE).unlink()

    assert (newer, current_atlas().release) == ("31.0", "30.1")


def test_damaged_atlas_is_told_and_that_of_the_program_counts(own_home: Path) -> None:
    keep(own_home, b"nothing of the kind")

    assert current_atlas() is shipped_atlas()
    assert atlas_problem() == (
        f"{own_home / FILE}: The file of occupations is damaged, or is another file. Read the release of O*NET again. "
        "Until then the occupations of the program are shown."
    )


def test_atlas_that_may_not_be_read_is_told(own_home: Path) -> None:
    (own_home / FILE).mkdir(parents=True)

    assert current_atlas() is shipped_atlas()
    assert atlas_problem().startswith(
        f"{own_home / FILE} cannot be read (Is a directory). Give yourself the right"
    )


def test_threads_share_one_reading(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(own_home, write_atlas(tiny_atlas()))
    monkeypatch.setattr(queries, "_remembered", queries._Remembered())
    found: list[Atlas] = []

    threads = [Thread(target=lambda: found.append(current_atlas())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(found), len({id(atlas) for atlas in found})) == (8, 1)


def test_attribution_names_the_release() -> None:
    assert attribution(tiny_atlas()) == (
        "This page includes information from the O*NET 30.1 Database by the U.S. Department of Labor, Employment and "
        "Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. Unrut has modified all or some of this "
        "information."
    )
