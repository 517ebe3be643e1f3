"""Cheap tests: the right ones are proposed, in sentences that fit, and a result moves what it should as far as it should."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.cheap_tests import (
    LONGEST_TEXT,
    TestKind,
    is_good_enough,
    load_tests,
    propose_tests,
    shipped_tests,
    updated,
    updated_chance,
)
from unrut.core.explore.fit import Unknown
from unrut.core.explore.flips import Flip, FlipKind
from unrut.core.explore.levels import UNKNOWN, Level, Source
from unrut.core.explore.ways import Estimate, Figure, WayKind, check_estimate
from unrut.core.facets import shipped_vocabulary

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
FACETS = list(VOCABULARY.facets)
LINES = "\n".join(
    f'[test.{kind}]\nname = "{kind}"\nsummary = "S."\nminutes = 30\ntenths_off = 15\n'
    'text = "Go “{title}”."\nask = "See “{title}” in “{facet}”."'
    for kind in TestKind
)
levels = st.builds(Level, st.floats(0, 10), st.floats(0, 5), st.just(Source.USUAL))
chances = st.lists(st.floats(0, 1), min_size=3, max_size=3).map(lambda values: Estimate(*sorted(values)))


def turn(facet: str, needed: float, kind: FlipKind = FlipKind.LEVEL) -> Flip:
    return Flip(kind, facet, "way-1", 5.0, needed)


def proposed(
    way: WayKind, flips: Sequence[Flip], unknown: Sequence[Unknown] = (), *, most: int = 3
) -> list[tuple[str, str, int]]:
    found = propose_tests(way, "Search work", flips, unknown, VOCABULARY, most=most)
    return [(test.kind.value, test.facet, test.line) for test in found]


def test_what_could_flip_comes_first_then_what_is_most_worth_knowing() -> None:
    flips = [turn("autonomy", 6.2), turn("autonomy", 9), turn("skill_use", 0.3, FlipKind.WEIGHT)]
    unknown = [Unknown("commute", 1), Unknown("autonomy", 5), Unknown("coworkers", 4), Unknown("fairness", 3)]

    assert proposed(WayKind.FIELD, flips, unknown) == [
        ("shadow", "autonomy", 7),
        ("talk", "coworkers", 6),
        ("talk", "fairness", 6),
    ]


def test_why_tells_what_could_turn_from_what_is_not_known() -> None:
    found = propose_tests(WayKind.JOB, "A job", [turn("autonomy", 6)], [Unknown("commute", 1)], VOCABULARY)

    assert [test.why for test in found] == [
        "What you hear or see of it could turn your choice.",
        "Nothing is known of it yet, and it matters to you.",
    ]


@pytest.mark.parametrize(
    ("facet", "needed", "line"),
    [
        ("autonomy", 6.0, 6),
        ("autonomy", 6.1, 7),
        ("autonomy", 9.9, 10),
        ("commute", 3.9, 3),
        ("commute", 0.4, 0),
        # Six is wanted: what is needed lies below it, or above.
        ("task_variety", 3.2, 4),
        ("task_variety", 8.7, 8),
    ],
)
def test_line_is_the_whole_level_that_still_turns_the_choice(facet: str, needed: float, line: int) -> None:
    assert proposed(WayKind.JOB, [turn(facet, needed)])[0][2] == line


@pytest.mark.parametrize(
    ("facet", "line"), [("autonomy", 6), ("commute", 4), ("task_variety", 4), ("workload_pace", 6)]
)
def test_line_of_what_is_unknown_is_most_of_the_way_to_what_is_wanted(facet: str, line: int) -> None:
    assert proposed(WayKind.JOB, [], [Unknown(facet, 1)])[0][2] == line


@pytest.mark.parametrize(
    ("way", "facets", "kinds"),
    [
        (WayKind.STUDY_FULL, ["job_interest", "autonomy", "skill_use"], ["course", "talk", "shadow"]),
        (WayKind.INTEREST, ["job_interest", "pay_benefits", "commute"], ["freelance", "talk", "talk"]),
        (WayKind.FIELD, ["coworkers", "workload_pace", "autonomy"], ["shadow", "talk", "freelance"]),
        (WayKind.CHANGE, ["autonomy", "pay_benefits", "skill_use"], ["project", "talk", "project"]),
        (WayKind.TIME_OFF, ["autonomy", "work_life"], ["talk", "talk"]),
    ],
)
def test_kind_of_test_suits_way_and_facet(way: WayKind, facets: Sequence[str], kinds: Sequence[str]) -> None:
    found = proposed(way, [turn(facet, 5) for facet in facets])

    assert [(kind, facet) for kind, facet, _ in found] == list(zip(kinds, facets, strict=True))


def test_talk_about_the_job_one_has_is_with_those_who_can_change_it() -> None:
    (here,) = propose_tests(WayKind.CHANGE, "My job", [turn("pay_benefits", 7)], [], VOCABULARY)
    (there,) = propose_tests(WayKind.JOB, "A job", [turn("pay_benefits", 7)], [], VOCABULARY)

    assert here.text.startswith("For “My job”, ask your manager or a colleague what could change within")
    assert there.text == (
        "Talk for twenty minutes with somebody who knows this from inside: “A job”. "
        "Ask how it really was last week: “Pay and benefits”."
    )


@pytest.mark.parametrize("flips", [[], [turn("own_1", 5)], [turn("autonomy", 0.2, FlipKind.WEIGHT)]])
def test_nothing_known_to_matter_gives_a_test_of_getting_there(flips: Sequence[Flip]) -> None:
    (found,) = propose_tests(WayKind.FIELD, "Search work", flips, [Unknown("own_2", 3)], VOCABULARY)

    assert (found.kind, found.facet, found.line) == (TestKind.SHADOW, "", 6)
    assert found.text.startswith("Spend half a day beside somebody who does this: “Search work”. ")
    assert found.why == "It shows at little cost whether you would get there."


@pytest.mark.parametrize("way", WayKind)
def test_texts_of_all_ways_and_facets_fit_with_the_longest_title(way: WayKind) -> None:
    flips = [turn(facet, 5) for facet in FACETS]

    found = propose_tests(way, "A long title " * 20, flips, [], VOCABULARY, most=len(FACETS))

    assert [test.facet for test in found] == FACETS
    found += propose_tests(way, "A long title " * 20, [], [], VOCABULARY)
    for test in found:
        assert len(test.text) <= LONGEST_TEXT
        assert "“A long title A long title A long title A long title A long…”" in test.text
        assert not re.search(r"[{}!]|\.\.", test.text)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (" Old\n maps. ", "“Old maps”"),
        ("{facet} {title} {0}", "“{facet} {title} {0}”"),
        ("", "“this way”"),
        ("...", "“this way”"),
        ("x" * 60, f"“{'x' * 60}”"),
        ("x" * 61, f"“{'x' * 59}…”"),
    ],
)
def test_title_is_put_in_as_it_is(title: str, told: str) -> None:
    for flips in ([], [turn("autonomy", 5)]):
        assert told in propose_tests(WayKind.JOB, title, flips, [], VOCABULARY)[0].text


@given(
    st.sampled_from(WayKind),
    st.lists(st.tuples(st.sampled_from([*FACETS, "own_1"]), st.floats(0, 10), st.sampled_from(FlipKind))),
    st.lists(st.tuples(st.sampled_from([*FACETS, "own_2"]), st.floats(0, 100))),
    st.integers(1, 5),
)
def test_proposals_are_few_distinct_and_have_a_line_that_turns(
    way: WayKind,
    told: list[tuple[str, float, FlipKind]],
    unknown: list[tuple[str, float]],
    most: int,
) -> None:
    flips = [turn(*each) for each in told]

    found = propose_tests(way, "A way", flips, [Unknown(*each) for each in unknown], VOCABULARY, most=most)

    assert 1 <= len(found) <= most
    assert len({test.facet for test in found}) == len(found)
    assert all(0 <= test.line <= 10 and len(test.text) <= LONGEST_TEXT for test in found)


def test_no_test_is_proposed_where_none_is_asked_for() -> None:
    assert proposed(WayKind.JOB, [turn("autonomy", 5)], most=0) == []
    assert proposed(WayKind.JOB, [], most=0) == []


@pytest.mark.parametrize(
    ("result", "line", "wanted", "is_good"),
    [
        (6, 6, 10, True),
        (5, 6, 10, False),
        (4, 4, 0, True),
        (5, 4, 0, False),
        (8, 4, 6, True),
        (9, 4, 6, False),
    ],
)
def test_good_enough_is_as_near_to_what_is_wanted_as_the_line(
    result: float, line: float, wanted: float, is_good: bool
) -> None:
    assert is_good_enough(result, line, wanted) == is_good


def test_result_moves_a_level_by_how_sure_both_are() -> None:
    found = updated(Level(4, 1, Source.USUAL, "a cue"), 9, TestKind.PROJECT)

    assert (found.mean, found.source) == (6.5, Source.TESTED)
    assert found.sd == pytest.approx(0.5**0.5)


def test_rough_test_moves_less_than_a_near_one() -> None:
    talk, project = (updated(UNKNOWN, 9, kind) for kind in (TestKind.TALK, TestKind.PROJECT))

    assert 5 < talk.mean < project.mean < 9
    assert UNKNOWN.sd > talk.sd > project.sd


@given(levels, st.floats(0, 10), st.sampled_from(TestKind))
def test_level_moves_towards_the_result_and_is_no_less_sure(
    level: Level, result: float, kind: TestKind
) -> None:
    found = updated(level, result, kind)

    assert min(level.mean, result) - 1e-9 <= found.mean <= max(level.mean, result) + 1e-9
    assert 0 <= found.mean <= 10
    assert 0 < found.sd <= max(level.sd, 1e-6)
    assert found.sd < shipped_tests()[kind].sd
    assert found.is_known


@given(levels, st.lists(st.tuples(st.floats(0, 10), st.sampled_from(TestKind)), min_size=2, max_size=4))
def test_order_of_results_does_not_matter(level: Level, results: list[tuple[float, TestKind]]) -> None:
    forward = backward = level
    for one, other in zip(results, reversed(results), strict=True):
        forward, backward = updated(forward, *one), updated(backward, *other)

    assert (forward.mean, forward.sd) == pytest.approx((backward.mean, backward.sd))


@pytest.mark.parametrize("result", [-0.1, 10.1, float("nan")])
def test_result_off_the_line_is_our_mistake(result: float) -> None:
    with pytest.raises(ValueError, match="A result is from 0 to 10"):
        updated(UNKNOWN, result, TestKind.TALK)


def test_chance_is_counted_in_cases() -> None:
    # A Beta distribution of 8 cases about a half is as wide as this: 1/3 standard deviations of 1/6.
    estimate = Estimate(0.5 - 2.563 / 12, 0.5, 0.5 + 2.563 / 12)

    found = updated_chance(estimate, [True, False, True])

    assert found.likely == pytest.approx((4 + 2 * 2) / (8 + 2 * 3))
    assert found.high - found.low == pytest.approx((estimate.high - estimate.low) * (9 / 15) ** 0.5)


def test_chance_without_results_stays() -> None:
    assert updated_chance(Estimate(0.2, 0.4, 0.6), []) == Estimate(0.2, 0.4, 0.6)


def test_sure_estimate_moves_less_than_a_wide_one() -> None:
    wide, sure, surest = (
        updated_chance(Estimate(0.5 - width, 0.5, 0.5 + width), [True]).likely for width in (0.5, 0.2, 0)
    )

    assert wide == pytest.approx((0.5 * 3 + 2) / 5)
    assert wide > sure > surest
    assert surest == pytest.approx((0.5 * 40 + 2) / 42)


@given(chances, st.lists(st.booleans(), min_size=1, max_size=40))
def test_chance_stays_one_moves_towards_the_results_and_narrows(
    estimate: Estimate, results: list[bool]
) -> None:
    found = updated_chance(estimate, results)

    share = sum(results) / len(results)
    check_estimate(Figure.CHANCE, found)
    assert min(estimate.likely, share) - 1e-9 <= found.likely <= max(estimate.likely, share) + 1e-9
    assert found.high - found.low <= estimate.high - estimate.low + 1e-9


@given(chances, st.lists(st.booleans(), max_size=10))
def test_good_result_never_lowers_the_chance_and_a_bad_one_never_raises_it(
    estimate: Estimate, results: list[bool]
) -> None:
    worse, better = (updated_chance(estimate, [*results, came]).likely for came in (False, True))

    assert worse - 1e-9 <= updated_chance(estimate, results).likely <= better + 1e-9


def test_shipped_kinds_are_all_there_and_take_one_sitting() -> None:
    found = shipped_tests()

    assert list(found) == list(TestKind)
    assert [kind.kind for kind in found.values()] == list(TestKind)
    assert all(15 <= kind.minutes <= 120 and 0 < kind.sd < 3 for kind in found.values())
    assert found[TestKind.TALK].sd > found[TestKind.PROJECT].sd


def test_file_is_read_in_the_order_of_the_kinds() -> None:
    first, others = LINES.split("\n[test.shadow]")

    found = load_tests(f"[test.shadow]{others}\n{first}", file="t.toml")

    assert list(found) == list(TestKind)
    talk = found[TestKind.TALK]
    assert (talk.name, talk.summary, talk.minutes, talk.sd) == ("talk", "S.", 30, 1.5)
    assert (talk.text, talk.ask, talk.here) == ("Go “{title}”.", "See “{title}” in “{facet}”.", "")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[test.talk]", "[test.dream]", "t.toml, line 1: test.dream is none of talk, shadow, course"),
        ('name = "talk"', "", "t.toml, line 1: test.talk.name is missing."),
        ("minutes = 30", "minutes = 14", "test.talk.minutes should be a whole number from 15 to 120."),
        ("tenths_off = 15", "tenths_off = 0", "test.talk.tenths_off should be a whole number from 1 to 100."),
        ("Go “{title}”.", "Go.", "test.talk.text should name {title} once."),
        ("Go “{title}”.", "Go “{title}” {facet}.", "test.talk.text has a brace that is none of {title}."),
        ("Go “{title}”.", "Go “{title}” }.", "test.talk.text has a brace that is none of {title}."),
        ("in “{facet}”", "", "test.talk.ask should name {facet} once."),
        ("ask = ", 'here = "Now."\nask = ', "test.talk.here should name {title} once."),
        ("[test.talk]", "[test.talk]\ncolour = 1", "test.talk.colour is not a field we know."),
    ],
)
def test_wrong_file_says_what_to_mend(old: str, new: str, told: str) -> None:
    assert old in LINES

    with pytest.raises(InvalidReferenceError) as refused:
        load_tests(LINES.replace(old, new, 1), file="t.toml")

    assert told in str(refused.value)


def test_missing_kind_is_named() -> None:
    with pytest.raises(InvalidReferenceError) as refused:
        load_tests(LINES[: LINES.index("[test.project]")], file="t.toml")

    assert str(refused.value) == "t.toml has no test.project. Add it and start again."
