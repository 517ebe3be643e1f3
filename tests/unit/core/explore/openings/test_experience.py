import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.experience import Years, read_experience
from unrut.core.explore.openings.sections import asked_of
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit


def read(text: str) -> Years | None:
    posting = posting_text(text)
    found = read_experience(posting, asked_of(posting))
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3+ years of experience", Years(3)),
        ("Minimum two (2) years' experience", Years(2)),
        ("2-4 years of baking experience", Years(2, 4)),
        ("3 to 5 years of teaching", Years(3, 5)),
        ("5-10+ years experience", Years(5)),
        ("At least one year of experience", Years(1)),
        ("7+ YOE", Years(7)),
        ("5+ YOE in baking", Years(5)),
        ("Mindestens 3 Jahre Berufserfahrung", Years(3)),
        ("2 ans d'expérience", Years(2)),
        ("Requirements\n4 years in a bakery", Years(4)),
        ("1.5 years of experience", Years(1.5)),
        ("2 years of experience preferred\n5 years of experience required", Years(5)),
        ("2 years of experience preferred", Years(2)),
        ("2 years of experience preferred\n3 years of experience preferred", Years(2)),
    ],
)
def test_experience_as_asked(text: str, expected: Years) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "For over 20 years we have experience in bread",
        "18 years of age, with experience",
        "A 20-year-old bakery with experience",
        "2,000 schools a year of experience",
        "5 years in Leeds",
        "40 years of experience",
        "5 to 3 years of experience",
        "Years of experience",
        "Our 12 years of experience",
        "3 years ago, an experience",
        "Requirements\nSome words and then more words and then 4 years in Leeds",
    ],
)
def test_experience_of_others_or_none(text: str) -> None:
    assert read(text) is None


def test_experience_without_its_lists_reads_the_words() -> None:
    found = read_experience(posting_text("Some 3 years of experience"))

    assert found is not None
    assert found.value == Years(3)


@given(
    st.lists(
        st.sampled_from(
            [
                "3",
                "+",
                "years",
                "of",
                "experience",
                "-",
                "5",
                "two",
                "(2)",
                "\n",
                "preferred",
                "٣",
                "our",
                "over",
            ]
        )
    )
)
def test_experience_any_text_keeps_its_bounds(pieces: list[str]) -> None:
    years = read(" ".join(pieces))

    assert years is None or years.high is None or years.low <= years.high
