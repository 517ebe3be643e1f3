"""One fit for everything: what must hold of it whatever the levels and the wants are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.fit import Contribution, Fit, Subject, judge
from unrut.core.explore.levels import UNKNOWN, Level, Source
from unrut.core.explore.wants import Want

pytestmark = pytest.mark.unit

FACETS = ["autonomy", "commute", "learning_growth", "pay_benefits"]
DRAWS = 100
TINY = 1e-9

all_levels = st.dictionaries(
    st.sampled_from(FACETS),
    st.builds(Level, mean=st.floats(0, 10), sd=st.floats(0, 3), source=st.just(Source.STATED)),
)
all_wants = st.lists(
    st.builds(Want, st.sampled_from(FACETS), st.integers(1, 100), st.integers(0, 10)),
    min_size=1,
    max_size=4,
    unique_by=lambda want: want.facet,
)
all_subjects = st.lists(
    st.builds(Subject, key=st.text("abcdef", min_size=1, max_size=3), levels=all_levels),
    min_size=1,
    max_size=4,
    unique_by=lambda subject: subject.key,
)


def sure(mean: float) -> Level:
    return Level(mean, 0.0, Source.ANSWERED)


def a_subject(key: str, /, **means: float) -> Subject:
    return Subject(key, {facet: sure(mean) for facet, mean in means.items()})


def judged(subjects: list[Subject], wants: list[Want]) -> list[Fit]:
    return judge(subjects, wants, reference=subjects[0].key, draws=DRAWS)


def without_best(fits: list[Fit]) -> dict[str, Fit]:
    return {fit.key: replace(fit, best=0.0) for fit in fits}


def test_sure_levels_give_a_sure_fit() -> None:
    fits = judged([a_subject("now", commute=8), a_subject("near", commute=2)], [Want("commute", 100, 0)])

    assert [fit.key for fit in fits] == ["near", "now"]
    assert [fit.mean for fit in fits] == pytest.approx([80, 20])
    assert [fit.high - fit.low for fit in fits] == pytest.approx([0, 0])
    assert [(fit.best, fit.better, fit.known, fit.unknown) for fit in fits] == [(1, 1, 1, ()), (0, 0, 1, ())]


def test_contributions_say_what_puts_ahead_and_behind_largest_first() -> None:
    now = a_subject("now", commute=5, autonomy=5, pay_benefits=5)
    other = a_subject("other", commute=5, autonomy=6, pay_benefits=1)
    wants = [Want("commute", 50, 0), Want("autonomy", 50, 10), Want("pay_benefits", 50, 10)]

    fit = next(fit for fit in judged([now, other], wants) if fit.key == "other")

    assert [part.facet for part in fit.contributions] == ["pay_benefits", "autonomy", "commute"]
    assert [part.points > 0 for part in fit.contributions] == [False, True, False]
    assert fit.contributions[-1] == Contribution("commute", 0.0)


def test_unknown_facets_are_counted_and_the_widest_is_asked_first() -> None:
    subject = Subject("now", {"commute": sure(2), "pay_benefits": UNKNOWN})
    wants = [Want("autonomy", 10, 10), Want("commute", 50, 0), Want("pay_benefits", 90, 10)]

    (fit,) = judged([subject], wants)

    assert (fit.known, fit.unknown) == (1, ("pay_benefits", "autonomy"))


@pytest.mark.parametrize("wants", [[], [Want("commute", 0, 5)]])
def test_nothing_is_judged_while_nothing_is_wanted(wants: list[Want]) -> None:
    assert judged([a_subject("now")], wants) == []


def test_want_without_weight_changes_nothing() -> None:
    subjects = [a_subject("now", commute=8), a_subject("near", commute=2, autonomy=9)]
    wants = [Want("commute", 50, 0)]

    assert judged(subjects, [*wants, Want("autonomy", 0, 10)]) == judged(subjects, wants)


def test_reference_that_is_not_judged_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match=r"^reference 'gone' is not among the subjects$"):
        judge([a_subject("now")], [Want("commute", 50, 0)], reference="gone")


def test_equal_means_come_by_key() -> None:
    subjects = [a_subject(key, commute=3) for key in ("c", "a", "b")]

    fits = judged(subjects, [Want("commute", 50, 0)])

    assert [fit.key for fit in fits] == ["a", "b", "c"]
    assert [fit.best for fit in fits] == [0, 0, 1]  # alike in every draw: the first one given


def test_variant_shares_the_draws_of_what_it_varies() -> None:
    levels = {"commute": Level(5, 2, Source.NOTES)}
    shifted = {"commute": Level(4.9, 2, Source.EXPECTED)}
    variant = Subject("treated", shifted, variant_of="now")
    subjects = [Subject("now", levels), variant, Subject("other", shifted)]

    fits = without_best(judge(subjects, [Want("commute", 50, 0)], reference="now"))

    assert fits["treated"].better > 0.95
    assert 0.4 < fits["other"].better < 0.6


def test_another_seed_gives_other_draws_of_the_same() -> None:
    subjects = [Subject("now", {"commute": Level(5, 2, Source.NOTES)})]
    wants = [Want("commute", 50, 0)]

    (one,) = judge(subjects, wants, reference="now", seed=1)
    (other,) = judge(subjects, wants, reference="now", seed=2)

    assert one.mean != other.mean
    assert one.mean == pytest.approx(other.mean, abs=2)


@given(all_subjects, all_wants)
def test_judging_is_deterministic(subjects: list[Subject], wants: list[Want]) -> None:
    assert judged(subjects, wants) == judged(subjects, wants)


@given(all_subjects, all_wants)
def test_figures_are_on_their_scales(subjects: list[Subject], wants: list[Want]) -> None:
    fits = judged(subjects, wants)

    for fit in fits:
        assert -TINY <= fit.low <= fit.high <= 100 + TINY
        assert -TINY <= fit.mean <= 100 + TINY
        assert 0 <= fit.better <= 1
        assert fit.known + len(fit.unknown) == len(wants)
    assert sorted(fit.key for fit in fits) == sorted(subject.key for subject in subjects)
    assert [fit.mean for fit in fits] == sorted((fit.mean for fit in fits), reverse=True)


@given(all_subjects, all_wants)
def test_chances_of_being_best_add_up_to_one(subjects: list[Subject], wants: list[Want]) -> None:
    assert sum(fit.best for fit in judged(subjects, wants)) == pytest.approx(1, abs=TINY)


@given(all_subjects, all_wants, all_levels)
def test_unrelated_subject_changes_nobody(
    subjects: list[Subject], wants: list[Want], levels: dict[str, Level]
) -> None:
    before = without_best(judged(subjects, wants))

    after = without_best(judged([*subjects, Subject("unrelated", levels)], wants))

    assert {key: after[key] for key in before} == before


@given(all_subjects, all_wants)
def test_order_of_subjects_changes_nobody(subjects: list[Subject], wants: list[Want]) -> None:
    reference = subjects[0].key

    turned = judge(subjects[::-1], wants, reference=reference, draws=DRAWS)

    assert without_best(turned) == without_best(judged(subjects, wants))


@given(all_subjects, all_wants)
def test_contributions_add_up_to_the_difference_of_the_means(
    subjects: list[Subject], wants: list[Want]
) -> None:
    fits = judged(subjects, wants)
    reference = next(fit for fit in fits if fit.key == subjects[0].key)

    for fit in fits:
        points = [part.points for part in fit.contributions]
        assert sum(points) == pytest.approx(fit.mean - reference.mean, abs=TINY)
        assert [abs(point) for point in points] == sorted(map(abs, points), reverse=True)
        assert sorted(part.facet for part in fit.contributions) == sorted(want.facet for want in wants)


@given(all_levels, all_wants, st.floats(0, 10), st.floats(0, 10))
def test_more_of_what_is_wanted_in_full_never_lowers_the_mean(
    levels: dict[str, Level], wants: list[Want], one: float, other: float
) -> None:
    wants = [*(want for want in wants if want.facet != "autonomy"), Want("autonomy", 60, 10)]

    less, more = (
        judged([Subject("now", {**levels, "autonomy": Level(mean, 1.5, Source.STATED)})], wants)[0]
        for mean in sorted((one, other))
    )

    assert more.mean >= less.mean - TINY


@given(all_levels, all_wants)
def test_reference_is_never_better_than_itself(levels: dict[str, Level], wants: list[Want]) -> None:
    (fit,) = judged([Subject("now", levels)], wants)

    assert (fit.better, fit.best) == (0, 1)
    assert [part.points for part in fit.contributions] == [0] * len(wants)
