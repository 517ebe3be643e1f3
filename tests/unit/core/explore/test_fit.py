"""One fit for everything: what must hold of it whatever the levels and the wants are."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.fit import SHARED_PART, Array, Contribution, Fit, Subject, draw_scores, judge
from unrut.core.explore.levels import UNKNOWN, Level, Source
from unrut.core.explore.wants import Want

pytestmark = pytest.mark.unit

FACETS = ["autonomy", "commute", "learning_growth", "pay_benefits"]
DRAWS = 100
TINY = 1e-9

SOME_LEVELS = {
    "now": {
        "autonomy": Level(4, 0.8, Source.ANSWERED),
        "commute": Level(6, 1.5, Source.NOTES),
        "pay_benefits": Level(5, 1, Source.NOTES),
    },
    "open": {"autonomy": Level(7, 2, Source.STATED), "pay_benefits": Level(9, 2, Source.STATED)},
    "wide": {},
    "near": {"commute": Level(1, 1, Source.STATED), "learning_growth": Level(5, 2, Source.STATED)},
}
SOME_WANTS = [
    [
        Want("autonomy", 80, 10),
        Want("commute", 60, 0, 6),
        Want("learning_growth", 50, 7),
        Want("pay_benefits", 30, 10, 3),
    ],
    [Want("autonomy", 50, 10), Want("commute", 50, 0)],
    [Want("learning_growth", 50, 5)],
]

all_levels = st.dictionaries(
    st.sampled_from(FACETS),
    st.builds(Level, mean=st.floats(0, 10), sd=st.floats(0, 3), source=st.just(Source.STATED)),
)
all_wants = st.lists(
    st.builds(
        Want,
        st.sampled_from(FACETS),
        st.integers(1, 100),
        st.integers(0, 10),
        st.none() | st.integers(0, 10),
    ),
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


def without_others(fits: list[Fit]) -> dict[str, Fit]:
    """Fits without what depends on others: who is best, who is ahead (to rounding), what choosing another gains."""
    return {fit.key: replace(fit, best=0.0, better=0.0, unknown=()) for fit in fits}


def asked(fit: Fit) -> list[str]:
    return [unknown.facet for unknown in fit.unknown]


def even_weights(wants: list[Want], rows: int = 1) -> Array:
    return np.full((rows, len(wants)), 1 / len(wants))


def drawn_one_by_one(subject: Subject, wants: list[Want], weights: Array, *, seed: int) -> Array:
    """Scores by noise of their own for each row of weights, facet by facet, as the model is told."""
    generator = np.random.default_rng(seed)
    shared, scores = generator.standard_normal(len(weights)), np.zeros(len(weights))
    for want, weight in zip(wants, weights.T, strict=True):
        level, side = subject.levels.get(want.facet, UNKNOWN), np.sign(want.wanted - 5)
        part = SHARED_PART * abs(side)
        noise = part**0.5 * side * shared + (1 - part) ** 0.5 * generator.standard_normal(len(weights))
        away = np.abs(np.clip(level.mean + level.sd * noise, 0, 10) - want.wanted)
        scores += 100 * weight * np.maximum(0, 1 - away / want.reach)
    return scores


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


def test_with_nothing_to_choose_from_the_heaviest_unknown_is_asked_first() -> None:
    subject = Subject("now", {"commute": sure(2), "pay_benefits": UNKNOWN})
    wants = [Want("autonomy", 10, 10), Want("commute", 50, 0), Want("pay_benefits", 90, 10)]

    (fit,) = judged([subject], wants)

    assert (fit.known, asked(fit)) == (1, ["pay_benefits", "autonomy"])


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


def test_equals_come_by_key_and_share_their_chances() -> None:
    subjects = [a_subject(key, commute=3) for key in ("c", "a", "b")]

    fits = judged(subjects, [Want("commute", 50, 0)])

    assert [fit.key for fit in fits] == ["a", "b", "c"]
    assert [fit.best for fit in fits] == pytest.approx([1 / 3] * 3)
    assert {fit.key: fit.better for fit in fits} == {"a": 0.5, "b": 0.5, "c": 0}


def test_variant_shares_the_draws_of_what_it_varies() -> None:
    levels = {"commute": Level(5, 2, Source.NOTES)}
    shifted = {"commute": Level(4.9, 2, Source.EXPECTED)}
    variant = Subject("treated", shifted, variant_of="now")
    subjects = [Subject("now", levels), variant, Subject("other", shifted)]

    fits = {fit.key: fit for fit in judge(subjects, [Want("commute", 50, 0)], reference="now")}

    assert fits["treated"].better > 0.95
    assert 0.4 < fits["other"].better < 0.6


def test_another_seed_gives_other_draws_of_the_same() -> None:
    subjects = [Subject("now", {"commute": Level(5, 2, Source.NOTES)})]
    wants = [Want("commute", 50, 0)]

    (one,) = judge(subjects, wants, reference="now", seed=1)
    (other,) = judge(subjects, wants, reference="now", seed=2)

    assert one.mean == other.mean == pytest.approx(50)
    assert one.low != other.low
    assert one.low == pytest.approx(other.low, abs=3)


def test_weights_of_a_posterior_are_taken_as_they_are() -> None:
    subjects = [a_subject("now", commute=8, autonomy=4), a_subject("near", commute=2, autonomy=2)]
    wants = [Want("commute", 50, 0), Want("autonomy", 50, 10), Want("pay_benefits", 0, 10)]
    weights = np.array([[1.0, 0.0], [0.5, 0.5], [0.0, 1.0], [0.25, 0.75]])

    near, now = judge(subjects, wants, reference="now", weights=weights, draws=DRAWS)

    # Near is ahead of now by 60 points of the commute and behind by 20 of autonomy.
    assert (near.mean, now.mean) == (
        pytest.approx((80 + 50 + 20 + 35) / 4),
        pytest.approx((20 + 30 + 40 + 35) / 4),
    )
    assert (near.best, near.better) == (pytest.approx(5 / 8), pytest.approx(5 / 8))


@pytest.mark.parametrize("shape", [(0, 1), (3, 2), (3,)])
def test_weights_that_do_not_tell_of_the_wants_are_a_mistake_of_ours(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"are no rows for 1 wants$"):
        judge([a_subject("now")], [Want("commute", 50, 0)], reference="now", weights=np.ones(shape))


def test_more_weights_than_draws_are_all_heard() -> None:
    subjects = [a_subject("now", commute=8, autonomy=8), a_subject("near", commute=2, autonomy=2)]
    weights = np.array([[1.0, 0.0]] * 700 + [[0.0, 1.0]] * 300)
    wants = [Want("commute", 50, 0), Want("autonomy", 50, 10)]

    fits = judge(subjects, wants, reference="now", weights=weights, draws=DRAWS)

    assert {fit.key: fit.best for fit in fits} == pytest.approx({"near": 0.7, "now": 0.3})


@pytest.mark.parametrize("wants", SOME_WANTS)
def test_figures_are_those_of_drawing_every_facet_by_itself(wants: list[Want]) -> None:
    subjects = [Subject(key, levels) for key, levels in SOME_LEVELS.items()]
    rows = np.random.default_rng(4).dirichlet(np.full(len(wants), 6.0), 40_000)

    fits = {fit.key: fit for fit in judge(subjects, wants, reference="now", weights=rows)}

    scores = np.array([drawn_one_by_one(each, wants, rows, seed=at) for at, each in enumerate(subjects)])
    best = np.bincount(scores.argmax(axis=0), minlength=len(subjects)) / len(rows)
    for subject, score, chance in zip(subjects, scores, best, strict=True):
        fit = fits[subject.key]
        assert (fit.mean, fit.spread) == (
            pytest.approx(score.mean(), abs=0.5),
            pytest.approx(score.std(), abs=1),
        )
        assert (fit.low, fit.high) == pytest.approx(np.quantile(score, (0.1, 0.9)), abs=2.5)
        assert fit.best == pytest.approx(chance, abs=0.03)
        if subject.key != "now":
            assert fit.better == pytest.approx((score > scores[0]).mean(), abs=0.03)


def test_scores_that_are_drawn_are_those_that_are_judged() -> None:
    (wants, *_), rows = SOME_WANTS, np.random.default_rng(4).dirichlet(np.full(4, 6.0), 20_000)
    subjects = [Subject(key, levels) for key, levels in SOME_LEVELS.items()]
    fits = {fit.key: fit for fit in judge(subjects, wants, reference="now", weights=rows)}

    scores = {each.key: draw_scores(each, wants, rows) for each in subjects}

    for key, score in scores.items():
        assert score.shape == (20_000,)
        assert (score.mean(), score.std()) == (
            pytest.approx(fits[key].mean, abs=0.3),
            pytest.approx(fits[key].spread, abs=0.6),
        )
    ahead = (scores["open"] > scores["now"]).mean()
    assert ahead == pytest.approx(fits["open"].better, abs=0.01)


def test_variant_has_doubts_of_its_own_beyond_those_of_its_base() -> None:
    base, wants = {"commute": Level(5, 1, Source.NOTES)}, [Want("commute", 50, 0)]
    variant = Subject("treated", {"commute": Level(5, 2, Source.EXPECTED)}, variant_of="now")
    rows = even_weights(wants, 4000)

    now = draw_scores(Subject("now", base), wants, rows)
    beside, alone = draw_scores(variant, wants, rows, base=base), draw_scores(variant, wants, rows)

    assert np.corrcoef(now, beside)[0, 1] == pytest.approx(0.5, abs=0.05)
    assert np.corrcoef(now, alone)[0, 1] == pytest.approx(1, abs=0.01)
    assert beside.std() == pytest.approx(alone.std(), abs=0.5)


def test_variant_that_is_judged_beside_its_base_is_drawn_alike() -> None:
    base, wants = {"commute": Level(5, 1, Source.NOTES)}, [Want("commute", 50, 0)]
    levels = {"commute": Level(4, 2, Source.EXPECTED)}
    variant, rows = Subject("treated", levels, variant_of="now"), even_weights(wants, 4000)
    subjects = [Subject("now", base), variant]

    fits = {fit.key: fit for fit in judge(subjects, wants, reference="now", weights=rows)}

    ahead = draw_scores(variant, wants, rows, base=base) > draw_scores(subjects[0], wants, rows)
    assert fits["treated"].better == pytest.approx(ahead.mean(), abs=0.01)


def test_variant_that_changes_nothing_is_no_better_and_no_worse() -> None:
    levels = {"commute": Level(5, 2, Source.NOTES)}
    subjects = [Subject("now", levels), Subject("treated", levels, variant_of="now")]

    fits = judged(subjects, [Want("commute", 50, 0), Want("autonomy", 50, 10)])

    assert {fit.key: fit.better for fit in fits} == {"now": 0, "treated": 0.5}
    assert [fit.best for fit in fits] == pytest.approx([0.5, 0.5])


def test_what_could_change_the_choice_is_asked_first() -> None:
    known = {"commute": sure(5), "autonomy": sure(5)}
    subjects = [Subject("now", known), Subject("open", {"autonomy": sure(6)})]
    wants = [Want("autonomy", 50, 10), Want("commute", 30, 0), Want("pay_benefits", 50, 10)]

    fits = {fit.key: fit for fit in judged(subjects, wants)}

    gains = fits["open"].unknown
    assert asked(fits["open"]) == ["pay_benefits", "commute"]
    assert gains[0].gain > gains[1].gain > 0
    assert asked(fits["now"]) == ["pay_benefits"]
    assert fits["now"].unknown[0].gain == pytest.approx(gains[0].gain)


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
        assert 0 <= fit.spread <= 50 + TINY
        assert all(0 <= unknown.gain <= 50 for unknown in fit.unknown)
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
    before = without_others(judged(subjects, wants))

    after = without_others(judged([*subjects, Subject("unrelated", levels)], wants))

    assert {key: after[key] for key in before} == before


def test_unrelated_subject_changes_no_chance_of_being_better() -> None:
    subjects = [Subject(key, levels) for key, levels in SOME_LEVELS.items()]

    few, many = judged(subjects[:2], SOME_WANTS[0]), judged(subjects, SOME_WANTS[0])

    chances = {fit.key: fit.better for fit in many}
    assert {fit.key: pytest.approx(fit.better, abs=0.01) for fit in few} == {
        key: chances[key] for key in ("now", "open")
    }
    assert 0.5 < chances["open"] < 1


@given(all_subjects, all_wants)
def test_order_of_subjects_changes_nobody(subjects: list[Subject], wants: list[Want]) -> None:
    reference = subjects[0].key

    turned = judge(subjects[::-1], wants, reference=reference, draws=DRAWS)

    assert without_others(turned) == without_others(judged(subjects, wants))


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

    assert (fit.better, fit.best) == (0, pytest.approx(1))
    assert [part.points for part in fit.contributions] == [0] * len(wants)
