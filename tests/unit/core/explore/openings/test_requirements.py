import pytest

from unrut.core.explore.openings.kinds import Said
from unrut.core.explore.openings.requirements import MOST_ASKED, Requirements, read_requirements
from unrut.core.explore.openings.sections import asked_of
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit


def read(text: str) -> tuple[list[str], list[str]]:
    posting = posting_text(text)
    found = read_requirements(posting, asked_of(posting))
    return [said.words for said in found.musts], [said.words for said in found.wishes]


def test_requirements_under_headings() -> None:
    text = "Requirements\n- Two hands\n- French preferred\n- x\nNice to have\nA bicycle\nBenefits\nBread"

    assert read(text) == (["Two hands"], ["French preferred", "A bicycle"])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("You must have two hands.", (["You must have two hands."], [])),
        ("A steady hand is required", (["A steady hand is required"], [])),
        ("Some French is a plus.", ([], ["Some French is a plus."])),
        ("Nice to have: a bicycle", ([], ["Nice to have: a bicycle"])),
        ("Does other tasks as required", ([], [])),
        ("Required:", (["Bread"], [])),
        ("You must come by", ([], [])),
        ("Must have " + "patience " * 40, ([], [])),
        ("A cover letter is required", ([], [])),
        ("Bonus: 15% of it", ([], [])),
        ("", ([], [])),
    ],
)
def test_requirements_by_the_line_itself(line: str, expected: tuple[list[str], list[str]]) -> None:
    assert read(f"A bakery\n{line}\nBread") == expected


def test_requirements_line_with_two_words_once() -> None:
    assert read("A licence is required, French is a plus.") == (
        [],
        ["A licence is required, French is a plus."],
    )


def test_requirements_places_hold_the_words() -> None:
    text = "Requirements\n- Two hands\nBoots"
    posting = posting_text(text)

    found = read_requirements(posting, asked_of(posting))

    assert found == Requirements((Said("Two hands", 15, 24), Said("Boots", 25, 30)))


def test_requirements_no_more_than_enough() -> None:
    text = "\n".join("You must have two hands" for _ in range(24)) + "\nRequirements\n" + "One thing\n" * 39

    assert len(read(text)[0]) == MOST_ASKED
