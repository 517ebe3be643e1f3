"""Tables of weekly scores: what is understood, and the one sentence for what is not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.weeks import Answer
from unrut.importers.weeks import UnreadableWeeksError, read_weeks

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 20)
FIRST, SECOND = date(2026, 11, 2), date(2026, 11, 9)
SIGNS = "satisfaction,boredom,dread,drive,learning"


def read(text: str | bytes) -> list[Answer]:
    content = text.encode() if isinstance(text, str) else text
    return read_weeks("mine.csv", content, today=TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "week,score\n2026-11-02,4\n2026-11-09,6.5\n",
        "week,score\r\n2026-11-02,4\r\n\r\n2026-11-09,6.5",
        "Week , SCORE\n2026-11-09,6.5\n2026-11-02,4\n",
        "week;score\n2026-11-05;4\n2026-11-15;6,5\n",
        "week\tscore\n2026-11-02\t4.0\n2026-11-09\t6.50\n",
        "note,score,week\nx,4,2026-11-02\ny,6.5,2026-11-09\n",
        '"week","score"\n"2026-11-02","4"\n"2026-11-09","6,5"\n',
        "\ufeffweek,score\n2026-11-02,4\n2026-11-09,6.5\n",
        "week,score,satisfaction\n2026-11-02,4,9\n2026-11-09,6.5,9\n",
    ],
)
def test_scores_are_read_however_they_are_written(text: str) -> None:
    assert read(text) == [Answer(FIRST, 4.0), Answer(SECOND, 6.5)]


def test_table_of_another_alphabet_is_read() -> None:
    assert read("week,score,note\n2026-11-02,4,trübe\n".encode("cp1252")) == [Answer(FIRST, 4.0)]
    assert read("week,score\n2026-11-02,4\n".encode("utf-16")) == [Answer(FIRST, 4.0)]


def test_signs_become_a_score_where_three_of_them_are_answered() -> None:
    found = read(f"week,{SIGNS}\n2026-11-02,6,2,3,5,9\n2026-11-09,6,,,5\n2026-11-16,,,,,\n")

    assert found == [Answer(FIRST, 7.0), Answer(SECOND, None), Answer(date(2026, 11, 16), None)]


def test_table_without_rows_has_no_weeks() -> None:
    assert read("week,score\n") == []


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("2026-11-05,3", "is in the same week as line 2, the week of 2026-11-02. Keep one of the two."),
        (
            "2026-11-23,3",
            "is about 2026-11-23, which has not come yet. Mend the date or remove the line.",
        ),
        (
            "2026-02-31,3",
            'has "2026-02-31" as its week, which is not a day of the calendar. Write it like 2026-11-16.',
        ),
        (
            "12/11/2026,3",
            'has "12/11/2026" as its week, which is not a day of the calendar. Write it like 2026-11-16.',
        ),
        (",3", 'has "" as its week, which is not a day of the calendar. Write it like 2026-11-16.'),
    ],
)
def test_week_that_cannot_be_right_is_named_with_its_line(row: str, sentence: str) -> None:
    with pytest.raises(UnreadableWeeksError) as caught:
        read(f"week,score\n2026-11-02,4\n\n{row}\n")

    assert str(caught.value) == f"Line 4 of mine.csv {sentence}"


@pytest.mark.parametrize("score", ["NaN", "11", "seven", "-1", "1e1", "inf", "10.1", "٣", "4 5", "x" * 80])
def test_score_that_is_none_is_named_with_its_line(score: str) -> None:
    with pytest.raises(UnreadableWeeksError) as caught:
        read(f"week,score\n2026-11-02,4\n2026-11-09,{score}\n")

    shown = score if len(score) <= 40 else f"{score[:40]}…"
    assert str(caught.value) == (
        f'Line 3 of mine.csv has "{shown}" as its score, which is not a number from 0 to 10. '
        "Mend it, or leave the cell empty for no answer."
    )


@pytest.mark.parametrize(
    "text", ["", "\n\n", "score\n4\n", "day,score\n", f"week,{SIGNS[:-9]}\n", b"\x00\x01\xff"]
)
def test_missing_column_is_named(text: str | bytes) -> None:
    with pytest.raises(UnreadableWeeksError) as caught:
        read(text)

    assert str(caught.value) == (
        'mine.csv needs a column "week" and a column "score", or instead of the score the columns satisfaction, boredom, '
        "dread, drive and learning. Name them in the first line and try again."
    )


def test_cell_that_never_ends_is_named() -> None:
    with pytest.raises(
        UnreadableWeeksError, match=r"has a cell that is too long\. Look for a quotation mark"
    ):
        read('week,score\n2026-11-02,"' + "4" * 200_000)


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 100).map(lambda tenth: tenth / 10)), max_size=60),
    st.randoms(use_true_random=False),
)
def test_what_is_written_is_read_again_in_any_order(scores: list[float | None], random: object) -> None:
    weeks = [Answer(FIRST - timedelta(weeks=back), score) for back, score in enumerate(scores)]
    lines = [f"{week.week},{'' if week.score is None else week.score}" for week in weeks]
    lines.sort(key=lambda _: random.random())  # type: ignore[attr-defined]

    found = read("\n".join(["week,score", *lines]))

    assert found == weeks[::-1]
