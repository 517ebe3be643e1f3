"""Whether it would follow to the next job, in a sentence for each kind of circumstance."""

import pytest

from unrut.core.reflect.following import Following, Under, Verdict
from unrut.core.reflect.shares import Counted
from unrut.models import CircumstanceKind
from unrut.queries.circumstances import JOB
from unrut.wording.following import (
    follow_line,
    follow_lines,
    following_words,
    kind_name,
    nothing_told,
    one_of_kind,
    where,
)

pytestmark = pytest.mark.integration

DORA, BEN = Under("Dora", Counted(8, 10)), Under("Ben", Counted(1, 12))


def found(verdict: Verdict, kind: str = "manager", less: Under | None = BEN, missing: int = 0) -> Following:
    return Following(kind, verdict, DORA, less, 0.9, missing)


@pytest.mark.parametrize(
    ("following", "sentence"),
    [
        (
            found(Verdict.CAME_ALONG),
            "Named in 8 of 10 weeks under Dora and in 1 of 12 weeks under Ben; it came with you.",
        ),
        (
            found(Verdict.STAYED),
            (
                "Named in 8 of 10 weeks under Dora, but in 1 of 12 weeks under Ben; it belongs to one time more than to the "
                "other."
            ),
        ),
        (
            found(Verdict.UNKNOWN),
            (
                "Named in 8 of 10 weeks under Dora and in 1 of 12 weeks under Ben; whether it would follow you cannot be told "
                "yet. More weeks of either would tell."
            ),
        ),
        (
            found(Verdict.UNKNOWN, less=None, missing=4),
            (
                "Whether it would follow you cannot be told yet, as everything you wrote is under Dora. 4 answered weeks "
                "elsewhere may tell."
            ),
        ),
        (
            found(Verdict.UNKNOWN, missing=1),
            "Whether it would follow you cannot be told yet; 1 more answered week under Ben may tell.",
        ),
        (
            found(Verdict.UNKNOWN, missing=3),
            "Whether it would follow you cannot be told yet; 3 more answered weeks under Ben may tell.",
        ),
    ],
)
def test_finding_is_one_sentence(following: Following, sentence: str) -> None:
    assert following_words(following) == sentence


@pytest.mark.parametrize(
    ("all_found", "told"),
    [
        ([found(Verdict.UNKNOWN, JOB, None, 4), found(Verdict.STAYED, "team")], "team"),
        ([found(Verdict.STAYED, "team"), found(Verdict.CAME_ALONG, "manager")], "manager"),
        ([found(Verdict.UNKNOWN, JOB, None, 4), found(Verdict.UNKNOWN, "project")], "project"),
        ([found(Verdict.UNKNOWN, "team"), found(Verdict.UNKNOWN, JOB)], JOB),
    ],
)
def test_most_telling_kind_is_told_of_the_facet_by_its_name(all_found: list[Following], told: str) -> None:
    (expected,) = [following_words(following) for following in all_found if following.kind == told]

    assert follow_line(all_found, name="My manager") == f"My manager: {expected[0].lower()}{expected[1:]}"


def test_without_circumstances_it_says_what_is_missing() -> None:
    assert follow_line([], name="Commute") == (
        "Commute: whether it would follow you to another job cannot be said yet; nothing here says which job, manager or "
        "team you wrote about."
    )
    assert nothing_told() == "Nothing here says yet in which job, or under which manager, you wrote."


@pytest.mark.parametrize(
    ("all_found", "lines"),
    [
        ([], []),
        (
            [found(Verdict.UNKNOWN, JOB, None, 4), found(Verdict.UNKNOWN, missing=1)],
            ["Whether it would follow you cannot be told yet; 1 more answered week under Ben may tell."],
        ),
        (
            [found(Verdict.UNKNOWN, JOB, None, 4), found(Verdict.CAME_ALONG), found(Verdict.UNKNOWN, "team")],
            [
                "Named in 8 of 10 weeks under Dora and in 1 of 12 weeks under Ben; it came with you.",
                "For jobs and teams it cannot be told yet.",
            ],
        ),
        (
            [found(Verdict.STAYED)],
            [following_words(found(Verdict.STAYED))],
        ),
        (
            [found(Verdict.CAME_ALONG), found(Verdict.UNKNOWN, "project"), found(Verdict.UNKNOWN, "place")],
            [
                "Named in 8 of 10 weeks under Dora and in 1 of 12 weeks under Ben; it came with you.",
                "For projects and places it cannot be told yet.",
            ],
        ),
    ],
)
def test_what_can_be_told_comes_before_what_cannot(all_found: list[Following], lines: list[str]) -> None:
    assert follow_lines(all_found) == lines


@pytest.mark.parametrize(
    ("kind", "place", "name"),
    [
        (JOB, "in the job “North”", "Jobs"),
        ("manager", "under North", "Managers"),
        ("team", "in the team “North”", "Teams"),
        ("project", "on the project “North”", "Projects"),
        ("place", "at “North”", "Places"),
    ],
)
def test_kinds_have_names(kind: str, place: str, name: str) -> None:
    assert (where(kind, "North"), kind_name(kind)) == (place, name)


def test_kinds_are_choices() -> None:
    assert [one_of_kind(kind) for kind in CircumstanceKind.values] == [
        "A manager",
        "A team",
        "A project",
        "A place of work",
    ]
