from datetime import date

import pytest

from unrut.importers.wins.contract import ImportedWin
from unrut.importers.wins.stored import not_known, stored_fields

pytestmark = pytest.mark.unit

DAY = date(2026, 3, 4)
WIN = ImportedWin("jrnl", "a1", DAY, "Wrote the rota")


def test_fields_are_cut_to_what_is_stored() -> None:
    win = ImportedWin(
        "table",
        "a1",
        DAY,
        "Wrote the rota",
        figures="x" * 400,
        proof=f"{'y' * 999}\n z",
        skills=(*(f"skill {number}" for number in range(25)), "z" * 80),
    )

    fields = stored_fields(win)

    assert (fields["figures"], fields["proof"]) == ("x" * 300, f"{'y' * 999} ")
    assert fields["skills"] == [f"skill {number}" for number in range(20)]
    assert (fields["source_key"], fields["happened_on"]) == ("a1", DAY)


def test_skills_are_parted_by_commas_and_each_stands_once() -> None:
    win = ImportedWin(
        "table", "a1", DAY, "x", skills=("teaching, Teaching", " ,", "time  planning", "z" * 80)
    )

    assert stored_fields(win)["skills"] == ["teaching", "time planning", "z" * 60]


@pytest.mark.parametrize(
    ("keys", "told", "is_new"),
    [
        (set(), set(), True),
        ({("jrnl", "a1")}, set(), False),
        ({("table", "a1"), ("jrnl", "a2")}, set(), True),
        (set(), {(DAY, "Wrote the rota")}, False),
        (set(), {(DAY, "Wrote"), (date(2026, 3, 5), "Wrote the rota")}, True),
    ],
)
def test_known_by_key_or_by_day_and_text(
    keys: set[tuple[str, str]], told: set[tuple[date, str]], is_new: bool
) -> None:
    assert not_known([WIN], keys, told) == ([WIN] if is_new else [])
