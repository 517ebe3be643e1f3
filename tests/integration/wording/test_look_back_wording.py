"""What the first picture says, with its uncertainty."""

from dataclasses import replace
from datetime import date

import pytest

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.look_back import (
    Band,
    FirstPicture,
    Ground,
    LookBack,
    RememberedLine,
    Typical,
    first_picture,
    looked_back_items,
)
from unrut.core.reflect.reader import NoteKind
from unrut.core.reflect.reviews import reviewed_items
from unrut.models import Job
from unrut.wording import look_back as wording
from unrut.wording.items import ends, prompt, question

pytestmark = pytest.mark.integration


def picture_of(**facets: int) -> FirstPicture:
    return first_picture(LookBack(facets=facets), 4.2)


@pytest.mark.parametrize(
    ("picture", "sentence"),
    [
        (picture_of(), "With a few more answers this page can say what seems to weigh on you."),
        (picture_of(commute=7), "Nothing you answered seems to weigh on you."),
        (picture_of(commute=3), "What weighs on you is not clear yet. Perhaps it is the way to work."),
        (
            picture_of(commute=1, learning_growth=3),
            "What seems to weigh on you: the way to work.",
        ),
        (
            picture_of(commute=1, learning_growth=0, pay_benefits=1, autonomy=2),
            "What seems to weigh on you: how little you learn, your pay and the way to work.",
        ),
    ],
)
def test_lead_says_what_seems_to_weigh(picture: FirstPicture, sentence: str) -> None:
    assert wording.lead(picture) == sentence


@pytest.mark.parametrize(
    ("picture", "sentence"),
    [
        (picture_of(coworkers=6), ""),
        (picture_of(coworkers=8), "Perhaps you draw energy from the people you work with."),
        (picture_of(coworkers=10), "What seems to give you energy: the people you work with."),
    ],
)
def test_energy_lead_says_what_seems_to_lift(picture: FirstPicture, sentence: str) -> None:
    assert wording.energy_lead(picture) == sentence


def test_typical_week_has_a_sentence_for_every_place() -> None:
    told = {where: wording.typical(replace(picture_of(), typical=where)) for where in Typical}

    assert told == {
        Typical.LOW: "Your typical week lies low, as far as memory tells.",
        Typical.NEAR: "Your typical week is neither clearly low nor clearly good.",
        Typical.ABOVE: "Your typical week does not lie low, as far as memory tells.",
        Typical.UNKNOWN: "Whether your typical week lies low is open: too few of its signs are answered.",
    }


@pytest.mark.parametrize(
    ("best", "worst", "sentence"),
    [
        (None, 2, ""),
        (
            8,
            3,
            "Your weeks differ much (8 in the best, 3 in the worst), so a single bad one will say little.",
        ),
        (
            6,
            3,
            "Your weeks lie close together (6 in the best, 3 in the worst), so a change will show soon.",
        ),
    ],
)
def test_swing_says_what_a_single_week_is_worth(best: int | None, worst: int, sentence: str) -> None:
    told = LookBack(best=best, worst=worst)

    assert wording.swing(told, first_picture(told, 4.2)) == sentence


def test_being_drained_is_said_apart() -> None:
    told = LookBack(signs={"energy": 8})

    assert wording.drained(told).startswith("You are usually drained when the week ends (8 of 10).")
    assert wording.drained(told).count("health") == 1


def test_doubt_names_memory_and_when_it_ends() -> None:
    assert wording.doubt() == (
        "This is memory of three months, not a diary: it leans on the best and the worst moments. "
        "After six Fridays the picture rests on weeks."
    )


@pytest.mark.parametrize(
    ("ground", "kind", "words"),
    [
        (Ground("commute", Band.LIKELY, 0.5, 2, ()), NoteKind.DISLIKE, "you answered 2 of 10"),
        (
            Ground("commute", Band.PERHAPS, 0.3, None, (1,)),
            NoteKind.DISLIKE,
            "from a line about the worst week",
        ),
        (Ground("commute", Band.PERHAPS, 0.3, None, (1,)), NoteKind.LIKE, "from a line about the best week"),
        (
            Ground("commute", Band.LIKELY, 0.5, 9, (1,)),
            NoteKind.LIKE,
            "you answered 9 of 10 and a line about the best week",
        ),
    ],
)
def test_ground_names_what_it_rests_on(ground: Ground, kind: NoteKind, words: str) -> None:
    assert wording.ground_words(ground, kind) == words


def test_bands_are_words() -> None:
    assert [wording.band_words(band) for band in Band] == ["likely", "perhaps"]


@pytest.mark.parametrize(
    ("job", "hours", "words"),
    [
        (None, 40, ""),
        (Job(title="Analyst"), None, "Analyst"),
        (
            Job(title="Analyst", company="Mill", started_on=date(2022, 5, 1)),
            40,
            "Analyst, Mill, since 2022, about 40 hours a week",
        ),
    ],
)
def test_job_is_named_as_far_as_it_was_said(job: Job | None, hours: int | None, words: str) -> None:
    assert wording.job_words(job, hours) == words


@pytest.mark.parametrize("item", sorted({*reviewed_items(), *looked_back_items()}))
def test_every_item_has_a_question_with_two_ends(item: str) -> None:
    low, high = ends(item)

    assert question(item)[-1] in ".?"
    assert low != high
    assert prompt(item) == f"{question(item)} (0 {low}, 10 {high})"


def test_typical_week_is_asked_with_the_ends_of_the_weekly_signs() -> None:
    signs = shipped_vocabulary().signs.values()

    assert [ends(f"typical_{sign.id}") for sign in signs] == [sign.anchors for sign in signs]


def test_lines_of_both_weeks_are_told_apart() -> None:
    line = RememberedLine(1, NoteKind.LIKE, {"commute": 0.9})

    picture = first_picture(LookBack(lines=[line]), 4.2)

    assert (wording.lead(picture), wording.energy_lead(picture)) == (
        "With a few more answers this page can say what seems to weigh on you.",
        "Perhaps you draw energy from an easy way to work.",
    )
