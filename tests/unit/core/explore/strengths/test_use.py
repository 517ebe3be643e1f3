"""Work uses a strength where it calls for it, and leaves it idle where it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.levels import HIGHEST, LOWEST, UNKNOWN, Level, Levels, Source
from unrut.core.explore.strengths.use import (
    SKILL_USE,
    SKILL_USE_SD,
    Used,
    is_told_by_strengths,
    skill_use_level,
    used_by,
    with_skill_use,
)
from unrut.core.explore.strengths.vocabulary import shipped_strengths
from unrut.core.facets import shipped_vocabulary

pytestmark = pytest.mark.unit

STRENGTHS = tuple(shipped_strengths().strengths)


def levels(source: Source = Source.STATED, **means: float) -> dict[str, Level]:
    return {facet: Level(mean, 1.0, source) for facet, mean in means.items()}


@pytest.mark.parametrize(
    ("strength", "known", "expected"),
    [
        ("gets_going", levels(autonomy=8, challenge_level=7), Used(used=("gets_going",))),
        ("gets_going", levels(autonomy=2, challenge_level=5), Used(idle=("gets_going",))),
        ("gets_going", levels(autonomy=9, challenge_level=1), Used()),
        ("gets_going", levels(autonomy=6), Used(used=("gets_going",))),
        ("gets_going", levels(autonomy=5.9), Used()),
        ("gets_going", levels(autonomy=4), Used(idle=("gets_going",))),
        ("gets_going", levels(Source.INFERRED, autonomy=9), Used(used=("gets_going",))),
        ("gets_going", levels(Source.UNKNOWN, autonomy=9), Used()),
        ("gets_going", levels(commute=9), Used()),
        # Little pointless work calls for who makes things simple; much that is felt calls for who keeps calm.
        ("simplifies", levels(pointless_work=1), Used(used=("simplifies",))),
        ("simplifies", levels(pointless_work=9), Used(idle=("simplifies",))),
        ("keeps_calm", levels(emotional_demands=9), Used(used=("keeps_calm",))),
        ("keeps_calm", levels(emotional_demands=1), Used(idle=("keeps_calm",))),
    ],
)
def test_strength_is_used_where_it_is_called_for(strength: str, known: Levels, expected: Used) -> None:
    assert used_by(known, [strength]) == expected


def test_strengths_keep_their_order() -> None:
    known = levels(autonomy=9, voice_information=9, coworkers=1, emotional_demands=1, significance=1)

    assert used_by(known, ["weighs_up", "listens", "asks_well"]) == Used(
        used=("weighs_up", "asks_well"), idle=("listens",)
    )


@pytest.mark.parametrize(
    ("used", "mean", "cue"),
    [
        (Used(used=("writes",)), 20 / 3, "it uses Writes so that people read"),
        (Used(idle=("writes",)), 10 / 3, "it leaves idle Writes so that people read"),
        (
            Used(used=("explains",), idle=("listens",)),
            5.0,
            "it uses Explains things; it leaves idle Listens",
        ),
        (
            Used(used=("explains", "listens", "lifts")),
            8.0,
            "it uses Explains things, Listens, Lifts the mood",
        ),
    ],
)
def test_use_of_skills_is_the_share_drawn_to_the_middle(used: Used, mean: float, cue: str) -> None:
    level = skill_use_level(used)

    assert level == Level(pytest.approx(mean), SKILL_USE_SD, Source.INFERRED, cue)  # type: ignore[arg-type]
    assert is_told_by_strengths(level)


def test_use_of_skills_is_unknown_where_nothing_is_used_or_idle() -> None:
    assert skill_use_level(Used()) is None


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (Level(5, 1, Source.INFERRED, "Ability Utilization: 80 of 100"), False),
        (Level(5, 1, Source.STATED, "it uses all you know"), False),
        (UNKNOWN, False),
    ],
)
def test_level_of_another_source_is_not_told_by_strengths(level: Level, expected: bool) -> None:
    assert is_told_by_strengths(level) is expected


@pytest.mark.parametrize("source", [source for source in Source if source is not Source.UNKNOWN])
def test_known_use_of_skills_stays(source: Source) -> None:
    known = {**levels(autonomy=9), SKILL_USE: Level(3, 1, source)}

    assert with_skill_use(known, ["gets_going"]) == known


def test_unknown_use_of_skills_is_told_by_strengths() -> None:
    known = {**levels(autonomy=9), SKILL_USE: UNKNOWN}

    assert with_skill_use(known, ["gets_going"])[SKILL_USE].cue == "it uses Gets things going"


@pytest.mark.parametrize(("strengths", "mean"), [([], 9), (["gets_going"], 5)])
def test_use_of_skills_stays_unknown_where_strengths_tell_nothing(strengths: list[str], mean: float) -> None:
    known = levels(autonomy=mean)

    assert with_skill_use(known, strengths) == known


@given(
    st.dictionaries(st.sampled_from(list(shipped_vocabulary().facets)), st.floats(LOWEST, HIGHEST)),
    st.lists(st.sampled_from(STRENGTHS), unique=True),
)
def test_no_strength_is_used_and_idle(means: dict[str, float], strengths: list[str]) -> None:
    used = used_by({facet: Level(mean, 1.0, Source.STATED) for facet, mean in means.items()}, strengths)
    level = skill_use_level(used)

    assert not set(used.used) & set(used.idle)
    assert {*used.used, *used.idle} <= set(strengths)
    assert level is None or LOWEST < level.mean < HIGHEST
