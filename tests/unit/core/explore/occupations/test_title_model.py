"""The learnt voice on titles."""

import numpy as np
import pytest

from unrut.core.explore.occupations.known_titles import gathered
from unrut.core.explore.occupations.title_model import TitleModel, model_in

pytestmark = pytest.mark.unit
MODEL = TitleModel(
    features=np.array([[1, 0], [0, 1], [2, 2], [4, 0]], np.float32),
    meaning=np.array([[1, 1], [0, 0], [0, 3]], np.float32),
    occupations=np.array([[1, 0], [0, 1]], np.float32),
    sizes=np.array([0.5, 0], np.float32),
    centres=np.array([[0, 0, 1], [1, 0, 0]], np.float32),
)


@pytest.mark.parametrize(
    ("features", "meaning", "scores"),
    [
        ([0], (0, 0, 0), (1.5, 0)),
        ([0, 1, 2, 3], (0, 0, 0), (4, 1.5)),
        ([], (0, 0, 1), (0.5, 3)),
        ([1], (1, 1, 0), (1.5, 2)),
        ([], (0, 0, 0), (0.5, 0)),
    ],
)
def test_a_title_is_scored_by_its_features_and_its_meaning(
    features: list[int], meaning: tuple[float, ...], scores: tuple[float, ...]
) -> None:
    found = MODEL.of(gathered([features]), np.array([meaning], np.float32))

    assert found[0] == pytest.approx(scores)


def test_an_empty_title_between_others_takes_nothing_from_them() -> None:
    nothing = np.zeros((3, 3), np.float32)

    assert MODEL.placed(gathered([[0], [], [1]]), nothing).tolist() == [[1, 0], [0, 0], [0, 1]]


def test_tables_give_the_model_again() -> None:
    found = model_in(MODEL.tables, features=4, meaning=3, occupations=2)

    assert found is not None
    assert all(np.array_equal(table, found.tables[name]) for name, table in MODEL.tables.items())


@pytest.mark.parametrize("wrong", [{"features": 3}, {"meaning": 2}, {"occupations": 3}])
def test_tables_for_other_titles_are_no_model(wrong: dict[str, int]) -> None:
    assert model_in(MODEL.tables, **({"features": 4, "meaning": 3, "occupations": 2} | wrong)) is None


@pytest.mark.parametrize("lost", range(5))
def test_without_each_table_there_is_no_model(lost: int) -> None:
    tables = dict(MODEL.tables)
    del tables[list(tables)[lost]]

    assert model_in(tables, features=4, meaning=3, occupations=2) is None
    assert model_in({}, features=4, meaning=3, occupations=2) is None
