"""Interests: three questions, small projects in the person's words, and a title."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError, InvalidReferenceError
from unrut.core.explore.interests import (
    LONGEST_TITLE,
    InterestKind,
    load_interests,
    question_of,
    shipped_interests,
    side_projects,
    way_title,
)

pytestmark = pytest.mark.unit

READS = InterestKind.READS
GOOD = "\n".join(
    f'[interest.{kind}]\nquestion = "What, {kind}?"\nprojects = ["{{interest}} once", "two", "three"]\n'
    'title = "{interest}, kept"'
    for kind in InterestKind
)


def test_questions_are_three_and_differ() -> None:
    questions = [question_of(kind) for kind in InterestKind]

    assert len(set(questions)) == 3
    assert all(re.fullmatch(r"What [^?{}]+\?", question) for question in questions)


@pytest.mark.parametrize("kind", InterestKind)
def test_projects_are_an_evening_one_for_somebody_else_and_one_for_money(kind: InterestKind) -> None:
    projects = side_projects("old maps", kind)

    starts = ["One evening: ", "For somebody else: ", "For a little money: "]
    assert [project.startswith(start) for project, start in zip(projects, starts, strict=True)] == [True] * 3
    assert all("“old maps”" in project and project.endswith(".") for project in projects)
    assert all(len(project) <= 130 and not re.search(r"[{}!]", project) for project in projects)


def test_title_is_another_for_each_question() -> None:
    assert [way_title("old maps", kind) for kind in InterestKind] == [
        "Old maps, as work",
        "Old maps, for a living",
        "Old maps, for pay",
    ]
    assert way_title("old maps") == "Old maps, for a living"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (" old \n maps. ", "old maps"),
        ("Old maps!?", "Old maps"),
        ("“old maps”", "old maps"),
        ('"old maps."', "old maps"),
        ("“old maps” and “new maps”", "“old maps” and “new maps”"),
        ("a friend's maps", "a friend's maps"),
        ("“maps", "“maps"),
        ("“”", "“”"),
        ("...", "..."),
        ("“...”", "“...”"),
        ("{interest}", "{interest}"),
        ("m", "m"),
    ],
)
def test_words_are_put_in_without_stop_and_quotation_marks(words: str, told: str) -> None:
    assert f"“{told}”" in side_projects(words, READS)[0]
    assert way_title(words, READS) == f"{told[0].upper()}{told[1:]}, as work"


def test_long_words_are_cut_in_the_title_only() -> None:
    words = "x" * 300

    title = way_title(words, READS)

    assert title == f"X{'x' * (LONGEST_TITLE - 11)}…, as work"
    assert len(title) == LONGEST_TITLE
    assert way_title("x" * (LONGEST_TITLE - 9), READS) == f"X{'x' * (LONGEST_TITLE - 10)}, as work"
    assert words in side_projects(words, READS)[0]


@pytest.mark.parametrize("words", ["", " ", "\n\t"])
def test_no_words_are_refused(words: str) -> None:
    for make in (side_projects, way_title):
        with pytest.raises(InvalidInputError) as refused:
            make(words, READS)
        assert str(refused.value) == "There is no interest yet. Say in a few words what you are drawn to."


@given(st.text(min_size=1).filter(str.strip), st.sampled_from(InterestKind))
def test_any_words_make_a_title_of_one_line_and_three_projects(words: str, kind: InterestKind) -> None:
    title = way_title(words, kind)

    assert 0 < len(title) <= LONGEST_TITLE
    assert title == " ".join(title.split())
    assert title == way_title(words, kind)
    assert len(side_projects(words, kind)) == 3


def test_file_is_read_in_the_order_of_the_questions() -> None:
    first, others = GOOD.split("\n[interest.unpaid]")

    found = load_interests(f"[interest.unpaid]{others}\n{first}", file="i.toml")

    assert list(found) == list(InterestKind) == list(shipped_interests())
    reads = found[READS]
    assert (reads.question, reads.projects) == ("What, reads?", ("{interest} once", "two", "three"))
    assert reads.title == "{interest}, kept"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "[interest.reads]",
            "[interest.sings]",
            "i.toml, line 1: interest.sings is none of reads, unpaid, asked.",
        ),
        (', "three"', "", "i.toml, line 3: interest.reads.projects should have 3 entries and has 2."),
        ('question = "What, reads?"', "", "i.toml, line 1: interest.reads.question is missing."),
        ("{interest}, kept", "kept", "i.toml, line 4: interest.reads.title should begin with {interest}"),
        (
            "{interest}, kept",
            "a {interest}",
            "interest.reads.title should begin with {interest} and name it once.",
        ),
        ("{interest}, kept", "{interest} {interest}", "interest.reads.title should begin with {interest}"),
        ("[interest.reads]", "[interest.reads]\nnote = 1", "interest.reads.note is not a field we know."),
    ],
)
def test_wrong_file_says_what_to_mend(old: str, new: str, told: str) -> None:
    assert old in GOOD

    with pytest.raises(InvalidReferenceError) as refused:
        load_interests(GOOD.replace(old, new, 1), file="i.toml")

    assert told in str(refused.value)


def test_missing_question_is_named() -> None:
    with pytest.raises(InvalidReferenceError) as refused:
        load_interests(GOOD[: GOOD.index("[interest.asked]")], file="i.toml")

    assert str(refused.value) == "i.toml has no interest.asked. Add it and start again."
