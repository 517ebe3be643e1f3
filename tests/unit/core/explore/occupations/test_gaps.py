"""What somebody brings, what is missing, and how long it takes to learn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill_atlases import (
    CLERK,
    DREAMER,
    FINDING,
    HEALER,
    HELPER,
    MANAGING,
    OFFICE,
    READING,
    WRITING,
    any_skill_atlas,
    skill_atlas,
)
from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.occupations.atlas import Atlas
from unrut.core.explore.occupations.gaps import (
    FILE,
    LEAST_WEIGHT,
    NAME,
    SMALLEST_GAP,
    Closing,
    Hours,
    gap_card,
    load_ways,
    shipped_ways,
    total_hours,
)
from unrut.core.explore.occupations.own_skills import Mine, SkillTable, mine, shipped_skills
from unrut.core.explore.occupations.reach import ReachModel

pytestmark = pytest.mark.unit

LEVEL = st.floats(0, 7)
HOURS = st.lists(st.builds(lambda low, more: Hours(low, low + more), LEVEL, LEVEL), max_size=5)
SHIPPED = "".join(
    [
        *(
            f'[curve.{kind}]\nlow = "0 1 2 3 4 5 6 7"\nhigh = "0 2 4 6 8 10 12 14"\nsource = "Guessed."\n'
            for kind in SkillTable
        ),
        '[group.all]\nhow = "training"\nfirst_step = "Try {skill}."\nevaluate = "Show {skill}."\nelements = [',
        ", ".join(f'"{element}"' for element in shipped_skills()),
        "]\n",
    ]
)


def sure(values: list[float], sd: float = 0.0, *, is_own: bool = True) -> Mine:
    told = np.array(values, dtype=np.float32)
    return Mine(told, np.full(7, sd, dtype=np.float32), np.full(7, is_own, dtype=np.bool_))


def test_missing_comes_by_what_weighs_most_and_what_is_there_too() -> None:
    atlas = skill_atlas()

    card = gap_card(atlas, CLERK, mine(atlas, {READING: 4.0}, [(HEALER, 1.0)]))

    assert [gap.element for gap in card.missing] == [OFFICE, WRITING]
    assert [have.element for have in card.have] == [FINDING, READING]
    assert (card.have[0].is_own, card.have[1].is_own) == (False, True)
    assert (card.have[0].mine, card.have[0].needed) == (5.0, 4.0)


def test_gap_tells_both_levels_importance_hours_and_a_first_step() -> None:
    gap = gap_card(skill_atlas(), CLERK, sure([7, 7, 7, 7, 3, 7, 7])).missing[0]

    assert (gap.element, gap.name, gap.table) == (OFFICE, "Office work", SkillTable.KNOWLEDGE)
    assert (gap.mine, gap.needed, gap.importance, gap.is_own) == (3.0, 5.0, 1.0, True)
    assert gap.hours == Hours(450 - 80, 1200 - 270)
    assert gap.how is Closing.SIDE_PROJECT
    assert gap.first_step == shipped_ways().groups[OFFICE].first_step


def test_hours_are_wider_where_the_level_is_less_sure() -> None:
    values = [7.0, 7, 7, 7, 3, 7, 7]

    told, guessed = (gap_card(skill_atlas(), CLERK, sure(values, sd)).missing[0].hours for sd in (0.0, 1.0))

    assert guessed.low < told.low < told.high < guessed.high


@pytest.mark.parametrize(
    ("level", "sd", "is_own", "how"),
    [
        (4.2, 1.0, False, Closing.EVALUATE),
        (3.9, 1.0, False, Closing.SIDE_PROJECT),
        (4.2, 1.0, True, Closing.SIDE_PROJECT),
    ],
)
def test_gap_that_may_be_none_is_looked_at_first(level: float, sd: float, is_own: bool, how: Closing) -> None:
    gap = gap_card(skill_atlas(), CLERK, sure([7, 7, 7, 7, level, 7, 7], sd, is_own=is_own)).missing[0]

    assert gap.how is how
    group = shipped_ways().groups[OFFICE]
    sentence = group.evaluate if how is Closing.EVALUATE else group.first_step
    assert gap.first_step == sentence.replace(NAME, "Office work")


def test_small_differences_are_no_gap() -> None:
    values = [4 - 0.4, 7, 7, 7, 5 - 0.6, 7, 7]

    assert [gap.element for gap in gap_card(skill_atlas(), CLERK, sure(values)).missing] == [OFFICE]


def test_what_is_not_important_is_neither_there_nor_missing() -> None:
    card = gap_card(skill_atlas(), CLERK, sure([0.0] * 7))

    assert card.have == ()
    assert {gap.element for gap in card.missing} == {READING, WRITING, OFFICE, FINDING}
    assert min(gap.importance for gap in card.missing) >= LEAST_WEIGHT
    assert MANAGING not in {gap.element for gap in card.missing}


def test_card_holds_all_of_it_and_counts_its_hours() -> None:
    card = gap_card(skill_atlas(), HEALER, sure([0.0] * 7))

    assert (len(card.have), len(card.missing)) == (0, 6)
    assert card.hours == total_hours([gap.hours for gap in card.missing])


def test_card_of_an_occupation_nobody_was_asked_about_is_empty() -> None:
    card = gap_card(skill_atlas(), DREAMER, sure([3.0] * 7))

    assert (card.have, card.missing, card.coverage, card.hours) == ((), (), None, Hours(0.0, 0.0))


def test_coverage_is_that_of_the_reach() -> None:
    atlas = skill_atlas()
    me = mine(atlas, {}, [(HELPER, 1.0)])

    found = [gap_card(atlas, row, me).coverage for row in (HELPER, HEALER, CLERK)]

    assert found == pytest.approx(ReachModel(atlas).reaches(me).coverage[:3].tolist())


@pytest.mark.parametrize(
    ("hours", "total"),
    [
        ([], Hours(0, 0)),
        ([Hours(10, 40)], Hours(10, 40)),
        ([Hours(100, 200), Hours(50, 400), Hours(0, 100)], Hours(105, 475)),
    ],
)
def test_hours_side_by_side_are_less_than_their_sum(hours: list[Hours], total: Hours) -> None:
    assert total_hours(hours) == total


@given(HOURS)
def test_total_lies_between_the_longest_and_the_sum(hours: list[Hours]) -> None:
    total = total_hours(hours)

    assert total.low <= total.high
    assert max((one.high for one in hours), default=0) - 0.5 <= total.high
    assert total.high <= sum(one.high for one in hours) + 0.5


@given(st.sampled_from(SkillTable), LEVEL, LEVEL, LEVEL, st.floats(0, 3))
def test_hours_never_fall_with_the_gap(
    kind: SkillTable, first: float, second: float, third: float, sd: float
) -> None:
    low, middle, high = sorted([first, second, third])
    curve = shipped_ways().curves[kind]

    wide, upper, lower = (curve.hours(*ends, sd) for ends in ((low, high), (middle, high), (low, middle)))

    assert 0 <= wide.low <= wide.high
    assert wide.high >= max(upper.high, lower.high)
    assert wide.low >= upper.low
    assert curve.hours(high, high, 0.0) == Hours(0, 0)


@given(any_skill_atlas(), st.lists(LEVEL, min_size=7, max_size=7), st.floats(0, 2, width=32))
def test_any_card_is_honest(atlas: Atlas, values: list[float], sd: float) -> None:
    for row in range(len(atlas)):
        card = gap_card(atlas, row, sure(values, sd))

        assert card.coverage is None or 0 <= card.coverage <= 1
        assert 0 <= card.hours.low <= card.hours.high < 1e6
        for gap in card.missing:
            assert gap.needed - gap.mine >= SMALLEST_GAP - 1e-6
            assert gap.hours.low <= gap.hours.high
        assert not {gap.element for gap in card.missing} & {have.element for have in card.have}


def test_every_group_has_short_sentences_of_its_own() -> None:
    groups = {group.id: group for group in shipped_ways().groups.values()}.values()
    told = [sentence for group in groups for sentence in (group.first_step, group.evaluate)]

    assert len(set(told)) == len(told)
    assert all(group.how is not Closing.EVALUATE for group in groups)
    assert all(sentence.endswith(".") and len(sentence) <= 170 for sentence in told)


def test_no_two_skills_begin_with_the_same_words() -> None:
    groups, skills = shipped_ways().groups, shipped_skills()

    for told in ("first_step", "evaluate"):
        texts = {getattr(groups[skill.id], told).replace(NAME, skill.name) for skill in skills.values()}
        assert len(texts) == len(skills)


def test_every_curve_says_why() -> None:
    assert all(curve.source.endswith(".") for curve in shipped_ways().curves.values())
    assert all(curve.low[3] < curve.high[3] for curve in shipped_ways().curves.values())


def test_file_is_read() -> None:
    ways = load_ways(SHIPPED, file=FILE)

    assert ways.curves[SkillTable.SKILL].hours(1.5, 3, 0) == Hours(2, 3)
    assert ways.groups[READING].how is Closing.TRAINING


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[curve.skill]", "[bend.skill]", 'has a part "bend", which is none of curve, group, cheaper.'),
        ("[curve.skill]", "[curve.trick]", "has no curve.skill. Add it and start again."),
        ("0 1 2 3 4 5 6 7", "0 1 2 3", "line 2: curve.skill.low should be 8 whole numbers."),
        ("0 1 2 3 4 5 6 7", "0 1 2 3 4 5 6 -7", "curve.skill.low should be 8 whole numbers."),
        ("0 1 2 3 4 5 6 7", "0 1 2 3 4 5 6 ²", "curve.skill.low should be 8 whole numbers."),
        ("0 1 2 3 4 5 6 7", "1 1 2 3 4 5 6 7", "curve.skill.low should begin with 0 and never fall."),
        ("0 1 2 3 4 5 6 7", "0 1 2 3 4 5 7 6", "curve.skill.low should begin with 0 and never fall."),
        ("0 2 4 6 8 10", "0 2 4 6 8 8", "curve.skill.high should grow at least as much as low"),
        (', "2.A.1.b"', "", 'has no group with "2.A.1.b" (Listening well). Add it and start again.'),
        ('"2.A.1.b"', '"9.Z"', 'group.all.elements names "9.Z", which is unknown or in another group.'),
        ('"2.A.1.b"', '"2.A.1.a"', 'names "2.A.1.a", which is unknown or in another group.'),
        ('"training"', '"sleep"', 'group.all.how is "sleep", which is none of evaluate, training, side_pr'),
        ("evaluate =", "judge =", "group.all.evaluate is missing."),
    ],
)
def test_wrong_file_says_what_to_mend(old: str, new: str, told: str) -> None:
    assert old in SHIPPED

    with pytest.raises(InvalidReferenceError) as refused:
        load_ways(SHIPPED.replace(old, new, 1), file=FILE)

    assert told in str(refused.value)
