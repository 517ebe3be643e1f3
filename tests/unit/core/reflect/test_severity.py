"""How strongly a line is put moves it up or down from the middle; the score of its week moves it a little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.reader import NoteKind
from unrut.core.reflect.severity import (
    LEAST_SEVERITY,
    MOST_SEVERITY,
    USUAL_SEVERITY,
    WORDS_COUNT,
    severity_of,
    wording_strength,
)

pytestmark = pytest.mark.unit

LIKE, DISLIKE = NoteKind.LIKE, NoteKind.DISLIKE
kinds = st.sampled_from(NoteKind)
scores = st.none() | st.floats(0, 10)


@pytest.mark.parametrize(
    ("text", "kind", "strength"),
    [
        ("The Monday report", DISLIKE, 0.5),
        ("", DISLIKE, 0.5),
        ("I hated the Monday report", DISLIKE, 0.7),
        ("I loved the Monday report", LIKE, 0.7),
        ("I loved the Monday report", DISLIKE, 0.5),
        ("Really slow", DISLIKE, 0.6),
        ("Slow again", DISLIKE, 0.65),
        ("Slow every single day", DISLIKE, 0.65),
        ("Slow for the third week", DISLIKE, 0.65),
        ("Slow!", DISLIKE, 0.6),
        ("SLOW", DISLIKE, 0.6),
        ("A slow VPN", DISLIKE, 0.5),
        ("A bit slow", DISLIKE, 0.3),
        ("I really hate this, again!", DISLIKE, 1.0),
        ("I hate, hate, hate it", DISLIKE, 0.7),
        ("The atelier", DISLIKE, 0.5),
        ("Another fucking report", DISLIKE, 0.7),
        ("F*cking report", DISLIKE, 0.7),
        ("My manager is an idiot", DISLIKE, 0.7),
        ("What a pile of bullshit", DISLIKE, 0.7),
        ("A class about grass and a scrapped assessment, said Dick", DISLIKE, 0.5),
    ],
)
def test_words_move_the_strength_once_a_kind(text: str, kind: NoteKind, strength: float) -> None:
    assert wording_strength(text, kind) == pytest.approx(strength)


@pytest.mark.parametrize(
    ("kind", "score", "severity"),
    [
        (DISLIKE, 0.0, 0.625),
        (DISLIKE, 10.0, 0.375),
        (LIKE, 10.0, 0.625),
        (LIKE, 0.0, 0.375),
        (LIKE, None, 0.5),
    ],
)
def test_score_of_the_week_counts_a_quarter(kind: NoteKind, score: float | None, severity: float) -> None:
    assert WORDS_COUNT == 0.75
    assert severity_of("The Monday report", kind, score) == severity


@given(st.text(), kinds, scores)
def test_severity_stays_between_nothing_and_one(text: str, kind: NoteKind, score: float | None) -> None:
    assert LEAST_SEVERITY <= wording_strength(text, kind) <= MOST_SEVERITY
    assert 0 < severity_of(text, kind, score) <= 1


@given(st.floats(0, 10), st.floats(0, 10), kinds)
def test_worse_week_never_makes_a_dislike_lighter(one: float, other: float, kind: NoteKind) -> None:
    worse, better = sorted((one, other))

    change = severity_of("So it went", kind, better) - severity_of("So it went", kind, worse)

    assert change >= 0 if kind is LIKE else change <= 0


def test_usual_severity_is_the_middle() -> None:
    assert (LEAST_SEVERITY, USUAL_SEVERITY, MOST_SEVERITY) == (0.1, 0.5, 1.0)
