from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.openings.first_lines import (
    LONGEST_LINE,
    MOST_ROLES,
    Head,
    bars_in,
    filled,
    labelled_in,
    lines_below,
    roles_in,
    taken_apart,
)

pytestmark = pytest.mark.unit

UK = {"place": "UK", "remote_area": "UK", "workplace": Workplace.REMOTE}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The Inn | Cook | Ghent", ["The Inn", "Cook", "Ghent"]),
        ("The Inn (https://inn.example) | | **Cook**", ["The Inn", "Cook"]),
        ("The Inn · Ghent", ["The Inn", "Ghent"]),
        ("The Inn — Cook", ["The Inn", "Cook"]),
        ("The Inn - Cook - Ghent", ["The Inn", "Cook", "Ghent"]),
        ("The Inn; Cook; Ghent", ["The Inn", "Cook", "Ghent"]),
        ("We are the inn by the sea and the only one that bakes its bread by hand - really", 1),
        (
            "Inn | Ghent | Full-time We're an inn by the sea with a long story that goes on and on and never ends",
            3,
        ),
        ("Inn | Ghent | " + "a long part without any verb " * 5, 3),
        ("| " * 100, 0),
        ("a | " * 100, 20),
        ("", 0),
    ],
)
def test_bars_in_parts_lines(line: str, expected: list[str] | int) -> None:
    parts = bars_in(line)

    assert (len(parts) if isinstance(expected, int) else parts) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The Inn | Cook | Ghent | Full-time", Head("Cook", "The Inn", "Ghent", contract="Full-time")),
        ("Ghent | Cook | The Inn", Head("Cook", "The Inn", "Ghent")),
        ("The Inn | Ghent", Head("", "The Inn", "Ghent")),
        ("Cook | Ghent, Belgium", Head("Cook", "", "Ghent, Belgium")),
        ("Data Union | Cook | Leeds", Head("Cook", "Data Union", "Leeds")),
        ("Data Union | Cook | Leeds | Nice folk", Head("Data Union, Cook", "Nice folk", "Leeds")),
        ("inn.example.com | Cook", Head("Cook", "inn.example.com")),
        ("The Inn | inn.example.com | Cook", Head("Cook", "The Inn", others=("inn.example.com",))),
        ("Fractional | Cook | Leeds", Head("Cook", "Fractional", "Leeds")),
        ("Inn (London or NYC) | Cook", Head("Cook", "Inn (London or NYC)")),
        ("Inn | Shiny things | Leeds", Head("Shiny things", "Inn", "Leeds")),
        ("Inn (YC W21) | YC W21 | 20 people | Cook", Head("Cook", "Inn", others=("YC W21", "20 people"))),
        ("Inn is hiring | Cook", Head("Cook", "Inn")),
        ("Inn | We're hiring a Cook | Leeds", Head("Cook", "Inn", "Leeds")),
        ("Cook | Company: Inn | Location: Leeds", Head("Cook", "Inn", "Leeds")),
        ("Cook | Company: Inn | Website: inn.example", Head("Cook", "Inn", others=("inn.example",))),
        (
            "Inn | Cook | £30k-£35k + equity | Visa",
            Head("Cook", "Inn", pay="£30k-£35k + equity", others=("Visa",)),
        ),
        ("Inn | Cook | No citizenship required", Head("Cook", "Inn", others=("No citizenship required",))),
        ("Inn is hiring a cook", Head("cook", "Inn")),
        ("Inn hiring: Cook", Head("Cook", "Inn")),
        ("Cook at The Inn", Head("Cook", "The Inn")),
        ("Clear hiring info helps", Head()),
        ("Hello there. Inn is hiring", Head()),
        ("", Head()),
    ],
)
def test_taken_apart_cases(line: str, expected: Head) -> None:
    assert taken_apart(line) == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("Remote (UK)", UK),
        ("REMOTE in UK", UK),
        ("Remote, UK", UK),
        ("Remote", {"workplace": Workplace.REMOTE}),
        ("Leeds or Remote (UK)", {**UK, "place": "Leeds"}),
        ("York / Leeds (onsite)", {"place": "York; Leeds", "workplace": Workplace.ON_SITE}),
        ("On-site in Leeds", {"place": "Leeds", "workplace": Workplace.ON_SITE}),
        ("Hybrid (Leeds, 3 days/week)", {"place": "Leeds", "workplace": Workplace.HYBRID}),
        ("Leeds (Old Street, in-office)", {"place": "Leeds", "workplace": Workplace.ON_SITE}),
        ("ONSITE (part remote)", {"workplace": Workplace.HYBRID}),
        ("Remote or hybrid in Leeds", {"place": "Leeds"}),
        ("Onsite in Wobblington", {"place": "Wobblington", "workplace": Workplace.ON_SITE}),
        ("Remote + Quarterly meet-ups", {"workplace": Workplace.REMOTE}),
        ("Full-time, remote possible", {"workplace": Workplace.REMOTE}),
    ],
)
def test_taken_apart_place_cases(part: str, expected: dict[str, object]) -> None:
    head = taken_apart(f"Inn | Cook | {part}")

    found = {
        name: getattr(head, name) for name in ("place", "remote_area", "workplace") if getattr(head, name)
    }
    assert found == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("Full-time", "Full-time"),
        ("Full time, great food", "Full time"),
        ("Full-time with a very long story about the sea and the wind and the old tower", "Full-time"),
        ("Internship", "Internship"),
    ],
)
def test_taken_apart_contract_cases(part: str, expected: str) -> None:
    assert taken_apart(f"Inn | {part} | Leeds").contract == expected


def test_labelled_in_reads_labels_and_keeps_the_head() -> None:
    lines = [
        "Company: **Inn**",
        "Location: Remote (UK)",
        "Roles: Cook",
        "Salary: £30k",
        "Type: Permanent",
        "Bye",
    ]

    assert labelled_in(lines, Head(others=("x",))) == Head(
        "Cook", "Inn", "UK", "UK", Workplace.REMOTE, "Permanent", "£30k", ("x",)
    )
    assert labelled_in(["Company: " + "a" * LONGEST_LINE], Head("Cook", "Inn", "Leeds")) == Head(
        "Cook", "Inn", "Leeds"
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Head Cook (nights): https://inn.example", ["Head Cook"]),
        ("2. Senior Baker – mornings", ["Senior Baker"]),
        ("- We look for a cook.", []),
        ("- Cooks:", []),
        ("Senior Baker", []),
        ("- bread", []),
        ("- our cook shall be a person of many words and of few tears", []),
        ("- https://inn.example/cook", []),
    ],
)
def test_roles_in_lists(line: str, expected: list[str]) -> None:
    assert roles_in([line, line]) == expected


def test_roles_in_long_list_is_cut() -> None:
    assert len(roles_in([f"- Cook {number}" for number in range(50)])) == MOST_ROLES


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["The Inn · Ghent, Belgium (Hybrid)"],
            Head("", "The Inn", "Ghent, Belgium", workplace=Workplace.HYBRID),
        ),
        (["The Inn", "Ghent"], Head("", "The Inn", "Ghent")),
        (["Inn Ltd", "Full-time", "£30k"], Head("", "Inn Ltd", contract="Full-time", pay="£30k")),
        (["About the job", "We cook."], Head()),
        (["We cook.", "Ghent"], Head()),
        (["2 weeks ago · Ghent"], Head("", "", "Ghent")),
        ([], Head()),
    ],
)
def test_lines_below_cases(lines: list[str], expected: Head) -> None:
    assert lines_below(lines) == expected


def test_filled_keeps_what_is_said_first() -> None:
    assert filled(Head("Cook", "", "Leeds"), Head("Baker", "Inn", "York")) == Head("Cook", "Inn", "Leeds")


@given(st.text(alphabet="|·-—;():/ \n.,Cook at Inn hiring remote £30k Leeds", max_size=300))
def test_taken_apart_any_line_gives_tidy_words(line: str) -> None:
    head = taken_apart(line)

    words = [getattr(head, field.name) for field in fields(Head) if field.name not in {"workplace", "others"}]
    assert all(isinstance(each, str) and each == each.strip() for each in words)
