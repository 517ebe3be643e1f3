"""What is missing for a kind of work, in sentences."""

from dataclasses import replace
from typing import Any

import pytest

from unrut.core.explore.occupations.gaps import Closing, Gap, GapCard, Have, Hours
from unrut.core.explore.occupations.licences import Licence
from unrut.core.explore.occupations.own_skills import SkillTable
from unrut.core.explore.occupations.study import Entering, EntryShare, StudyNeed
from unrut.wording import gaps

pytestmark = pytest.mark.integration


def a_gap(**values: Any) -> Gap:
    told: dict[str, Any] = {
        "element": "2.C.1.a",
        "name": "Running an organisation",
        "table": SkillTable.KNOWLEDGE,
        "mine": 1.4,
        "needed": 4.4,
        "importance": 0.8,
        "is_own": False,
        "hours": Hours(123, 456),
        "how": Closing.TRAINING,
        "first_step": "Look at one course.",
    }
    return Gap(**{**told, **values})


def a_have(**values: Any) -> Have:
    told: dict[str, Any] = {
        "element": "2.A.1.b",
        "name": "Listening",
        "mine": 4.6,
        "needed": 3.2,
        "is_own": False,
    }
    return Have(**{**told, **values})


def a_card(have: int = 0, missing: int = 0, *, own: int = 0) -> GapCard:
    rows = [a_have(is_own=place < own) for place in range(have)]
    return GapCard(tuple(rows), tuple(a_gap() for _ in range(missing)), 0.5, Hours(190, 510))


def entering(**values: Any) -> Entering:
    told: dict[str, Any] = {
        "education": (EntryShare(6, "Bachelor's degree", 0.61), EntryShare(8, "Master's degree", 0.2)),
        "usual_education": 6,
        "asks_degree": 0.81,
        "experience": (24.0, 48.0),
        "training": (1.0, 3.0),
        "zone": 4,
    }
    return Entering(**{**told, **values})


def a_need(**values: Any) -> StudyNeed:
    told: dict[str, Any] = {
        "share_asking": 0.81,
        "from_category": 5,
        "to_category": 6,
        "years": (1.0, 1.5),
        "is_needed": True,
        "is_gate": False,
        "cheaper": (),
        "hours_a_week_part_time": 18.0,
    }
    known = StudyNeed.__dataclass_fields__
    return StudyNeed(**{name: value for name, value in {**told, **values}.items() if name in known})


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0, 0, "roughly 1 hour"),
        (3, 8, "roughly 3 to 8 hours"),
        (41, 118, "roughly 40 to 100 hours"),
        (41, 44, "roughly 40 hours"),
        (204, 512, "roughly 200 to 500 hours"),
        (1_340, 10_140, "roughly 1,300 to 10,000 hours"),
        (120_400, 250_900, "roughly 120,000 to 251,000 hours"),
    ],
)
def test_hours_are_rounded_to_what_they_can_tell(low: float, high: float, words: str) -> None:
    assert gaps.hours_words(Hours(low, high)) == words


@pytest.mark.parametrize(
    ("card", "is_known", "sentence"),
    [
        (
            a_card(),
            True,
            "Nurses: nobody was asked what it needs, so nothing can be said of what is missing.",
        ),
        (
            a_card(1, 1),
            False,
            "Nurses: what you can is not known yet. Say what you do or can, and this says what is missing.",
        ),
        (a_card(3), True, "Nurses: you have all that matters for it."),
        (
            a_card(14, 8),
            True,
            "Nurses: you have 14 of the 22 things that matter; closing the rest takes roughly 200 to 500 hours.",
        ),
    ],
)
def test_card_begins_with_what_is_there_and_what_the_rest_takes(
    card: GapCard, is_known: bool, sentence: str
) -> None:
    assert gaps.card_lead(card, "Nurses", is_known=is_known) == sentence


@pytest.mark.parametrize(
    ("card", "note"),
    [
        (a_card(), ""),
        (a_card(2, own=2), ""),
        (a_card(2, 1), "So far all of this is assumed. It gets surer with every skill you confirm."),
        (a_card(3, 1, own=1), "You confirmed 1 of these 4 yourself; the others are assumed."),
    ],
)
def test_card_says_how_much_of_it_is_assumed(card: GapCard, note: str) -> None:
    assert gaps.card_note(card) == note


@pytest.mark.parametrize(
    ("mine", "needed", "words"),
    [
        (1.4, 4.4, "yours: the basics · needed: strong"),
        (0, 6.6, "yours: not at all · needed: expert"),
        (3.0, 3.6, "yours: enough to work with · needed: a little more"),
    ],
)
def test_gap_is_told_in_words(mine: float, needed: float, words: str) -> None:
    assert gaps.gap_words(a_gap(mine=mine, needed=needed)) == words
    assert gaps.gap_line(a_gap(mine=mine, needed=needed)) == f"Running an organisation ({words})"


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (Closing.EVALUATE, "by finding out, roughly 100 to 450 hours"),
        (Closing.TRAINING, "by learning, roughly 100 to 450 hours"),
        (Closing.SIDE_PROJECT, "by doing, roughly 100 to 450 hours"),
    ],
)
def test_gap_says_how_it_is_closed(how: Closing, words: str) -> None:
    assert gaps.closing_words(a_gap(how=how)) == words


def test_what_is_there_is_told_beside_what_is_needed() -> None:
    assert gaps.have_words(a_have()) == "yours: strong · needed: enough to work with"


@pytest.mark.parametrize(
    ("is_own", "evidence", "homes", "words"),
    [
        (True, {"2.A.1.b": " Ran the panel "}, ["Nurse"], "confirmed by you: “Ran the panel”"),
        (True, {"2.A.1.b": " "}, ["Nurse"], "confirmed by you"),
        (False, {"2.A.1.b": "Ran it"}, ["Nurse", "Cook"], "assumed from your work as Nurse and Cook"),
        (False, {}, ["A", "B", "C", "D"], "assumed from your work as A, B and C"),
        (False, {}, [], "assumed; nothing of your work is known yet"),
    ],
)
def test_level_says_what_it_rests_on(
    is_own: bool, evidence: dict[str, str], homes: list[str], words: str
) -> None:
    assert gaps.ground_words(a_have(is_own=is_own), evidence, homes) == words


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [
        ((), ""),
        ((EntryShare(2, "School", 0.04),), ""),
        (
            (EntryShare(2, "School", 0.96), EntryShare(6, "Degree", 0.04)),
            "Of those who do it, asked what schooling it takes, 96 % name “School”.",
        ),
        (
            (EntryShare(6, "Degree", 0.5), EntryShare(5, "College", 0.3), EntryShare(2, "School", 0.2)),
            "Of those who do it, asked what schooling it takes, 50 % name “Degree” and 30 % name “College”.",
        ),
    ],
)
def test_schooling_names_what_most_say(shares: tuple[EntryShare, ...], sentence: str) -> None:
    assert gaps.schooling_sentence(entering(education=shares)) == sentence


def test_nobody_asked_says_nothing_of_entering() -> None:
    assert (gaps.schooling_sentence(None), gaps.entering_sentences(None, "")) == ("", [])


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (
            {},
            [
                "Related work before: 2 to 4 years.",
                "Training on the spot: 1 to 3 months.",
                "In all it usually takes much.",
            ],
        ),
        (
            {"experience": (0.0, 0.0), "training": (0.0, 0.0), "zone": 0},
            ["Most begin without any related work before.", "Training on the spot: next to none."],
        ),
        ({"experience": None, "training": None, "zone": 0}, []),
        (
            {"experience": (0.0, 1.0), "training": (12.0, 24.0), "zone": 0},
            ["Related work before: up to 1 month.", "Training on the spot: 1 to 2 years."],
        ),
        (
            {"experience": (3.0, 30.0), "training": (6.0, 6.2), "zone": 0},
            ["Related work before: 3 months to 2 years.", "Training on the spot: about 6 months."],
        ),
    ],
)
def test_entering_tells_what_is_known(values: dict[str, Any], told: list[str]) -> None:
    assert gaps.entering_sentences(entering(**values), "much") == told


@pytest.mark.parametrize(
    ("need", "education", "is_asked", "told"),
    [
        (None, 5, False, ["The survey does not say what schooling it takes."]),
        (None, None, True, ["Say what schooling you have, and this says whether more is needed."]),
        (a_need(share_asking=0.01), 5, True, ["It asks for no more schooling than you have."]),
        (
            a_need(share_asking=0.3, is_needed=False),
            5,
            True,
            [
                "Most say that it asks for no more schooling than you have; 30 % name more. Try the cheaper proofs first."
            ],
        ),
        (
            a_need(),
            5,
            True,
            [
                "81 % of those who do it say that it asks for more schooling than you have, usually “Bachelor's degree”.",
                "Not all came in with it. Ask two of them how they did, before you enrol.",
                "It takes 12 to 18 months of full-time study; beside a job, about 18 hours a week for twice as long.",
            ],
        ),
    ],
)
def test_study_says_whether_it_is_needed(
    need: StudyNeed | None, education: int | None, is_asked: bool, told: list[str]
) -> None:
    assert gaps.study_sentences(need, education=education, is_asked=is_asked) == told


def test_licence_closes_the_way_around_study() -> None:
    told = gaps.study_sentences(a_need(is_gate=True), education=5, is_asked=True)

    assert told[1] == "There is hardly a way around it: a licence is needed besides."


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ((0.5, 1.5), "6 to 18 months"),
        ((0.3, 3.0), "up to 3 years"),
        ((1.4, 2.0), "1 to 2 years"),
        ((2.0, 4.5), "2 to 5 years"),
        ((3.0, 3.0), "about 3 years"),
    ],
)
def test_time_of_study_is_never_rounded_to_less(years: tuple[float, float], words: str) -> None:
    assert gaps.study_time(years) == words


def test_own_openings_say_what_they_ask_for() -> None:
    stated = [("Data editor", "A degree"), ("Analyst", "None")]

    assert gaps.openings_sentence([]) == ""
    assert gaps.openings_sentence(stated) == (
        "Among your own openings of that kind: “Data editor” asks for “A degree” and “Analyst” asks for “None”."
    )


def test_licence_is_named_with_its_time() -> None:
    licence = Licence("nurse", "licence as a nurse", "An examination.", ("29-1",), (2, 6), is_always=True)

    assert gaps.licence_sentences(None) == []
    assert gaps.licence_sentences(licence) == [
        "Usually needed: licence as a nurse. An examination.",
        "Its training and examination usually take 2 to 6 months in all.",
    ]
    assert gaps.licence_sentences(replace(licence, besides="a degree"))[1] == (
        "Besides a degree, its training and examination usually take 2 to 6 months."
    )


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "All of that is in your plan already."),
        (1, "1 step is in your plan now."),
        (3, "3 steps are in your plan now."),
    ],
)
def test_plan_says_what_came_into_it(count: int, words: str) -> None:
    assert gaps.put_into_plan(count) == words


def test_folds_say_how_many_they_hold() -> None:
    assert [gaps.have_count(count) for count in (1, 2)] == ["1 thing you have", "2 things you have"]
    assert [gaps.lesser_count(count) for count in (1, 2)] == ["1 that weighs less", "2 that weigh less"]
    assert [gaps.share_words(share) for share in (0.004, 0.3)] == ["hardly anybody", "30 %"]
