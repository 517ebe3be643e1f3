import json
from typing import Any

import pytest

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.table_records import read_records

pytestmark = pytest.mark.unit

JOBS = [{"title": "Cook", "url": "x"}, {"title": "Baker", "url": "y"}]


def titles(value: Any) -> list[str]:
    records = read_records(json.dumps(value).encode())
    return [
        next(str(cell) for name, cell in cells.items() if "itle" in name) for _, cells in records if cells
    ]


@pytest.mark.parametrize(
    "value",
    [
        JOBS,
        {"jobs": JOBS},
        {"a": {"b": {"c": JOBS}}, "filters": [{"name": "x"}] * 9},
        {"1": JOBS[0], "2": JOBS[1]},
        {"edges": [{"node": job} for job in JOBS]},
        {"data": [{"id": "1", "attributes": job} for job in JOBS]},
        {"data": JOBS, "questions": [{"title": "Why?"}] * 9},
        [[JOBS]],
    ],
)
def test_read_records_finds_the_list_wherever_it_stands(value: Any) -> None:
    assert titles(value) == ["Cook", "Baker"]


def test_read_records_single_entry_is_read() -> None:
    assert titles({"title": "Cook", "company": {"name": "Inn"}}) == ["Cook"]
    assert titles({"job": {"title": "Cook", "url": "x"}}) == ["Cook"]


def test_read_records_list_without_titles_is_left_to_its_reader() -> None:
    assert read_records(b'[["x"], {"colour": 1}]') == [("entry 1", None), ("entry 2", {"colour": "1"})]


@pytest.mark.parametrize("value", [{"count": 3}, {"names": [{"name": "Ann", "id": 1}]}, {}])
def test_read_records_without_a_list_of_openings_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="no list of openings"):
        read_records(json.dumps(value).encode())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            b'{"title": "Cook"}\n{"title": "Baker"}',
            [("line 1", {"title": "Cook"}), ("line 2", {"title": "Baker"})],
        ),
        (
            b'{"title": "Cook"}\n\n{"title": "Baker"}\n[',
            [("line 1", {"title": "Cook"}), ("line 3", {"title": "Baker"}), ("line 4", None)],
        ),
        (b'{"title":\n"Cook"}', [("entry 1", {"title": "Cook"})]),
    ],
)
def test_read_records_lines_cases(content: bytes, expected: object) -> None:
    assert read_records(content) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"company": {"name": "Inn", "size": 5}}, {"company.name": "Inn", "company.size": "5"}),
        ({"location": {"city": "Ghent", "country": "BE"}}, {"location": "Ghent, Belgium"}),
        (
            {"location": {"address": {"addressLocality": "Ghent"}, "zip": 1}},
            {"location": "Ghent", "location.zip": "1"},
        ),
        ({"location": {"country": "BE"}}, {"location": "Belgium"}),
        ({"location": {"name": "HQ", "country": "BE"}}, {"location.name": "HQ", "location.country": "BE"}),
        ({"offices": [{"city": "Ghent"}, {"name": "HQ"}, "Bruges", None]}, {"offices": "Ghent; HQ; Bruges"}),
        ({"tags": ["a", "b"]}, {"tags": "a; b"}),
        ({"hot": True, "cold": False, "empty": None, "none": ""}, {"hot": "yes", "cold": False}),
        ({"companyId": 7, "logo": "x", "@type": "Job", "id": "900100"}, {"id": "900100"}),
        ({"a": {"b": {"c": {"d": {"e": "x"}}}}}, {"a.b.c.d": "E: x"}),
    ],
)
def test_read_records_cells_cases(fields: Any, expected: object) -> None:
    ((_, cells),) = read_records(json.dumps([{"title": "Cook", **fields}]).encode())

    assert cells == {"title": "Cook", **(expected if isinstance(expected, dict) else {})}


def test_read_records_bomb_of_lists_ends() -> None:
    wide: Any = [{}]
    for _ in range(6):
        wide = [wide] * 12

    assert read_records(json.dumps([wide, {"title": "Cook"}])[:].encode())[-1] == (
        "entry 2",
        {"title": "Cook"},
    )
