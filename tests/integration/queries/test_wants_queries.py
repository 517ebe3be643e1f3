"""Weights follow from sliders, trade-offs and openings; what is asked next and again follows from them."""

from datetime import timedelta

import numpy as np
import pytest
from tests.factories import TODAY, a_job, a_level, a_note, a_trade_off, a_want, an_event, an_opening

from unrut.core.explore.answers import Answer, TradeOff
from unrut.core.explore.levels import Level, Levels, Source
from unrut.core.explore.posterior import Source as WeightSource
from unrut.models import OpeningStatus, Person
from unrut.queries import wants as queries
from unrut.queries.frame import frame_of
from unrut.queries.trade_offs import first_answers, trade_off_of
from unrut.queries.wants import Weighed, posterior_of, reactions_of, weighed

pytestmark = pytest.mark.integration

REMOTE = "This is a fully remote role. You will have a training budget and flexible hours."
WEEK = timedelta(days=7)
FACETS = ("autonomy", "commute", "pay_benefits", "remote_location")


@pytest.fixture
def wanting(alice: Person, bob: Person) -> Person:
    for place, facet in enumerate(FACETS):
        a_want(alice, facet, 100 - 20 * place, 10)
    return alice


def told(owner: Person, subjects: list[Levels] | None = None) -> Weighed:
    return weighed(owner, frame_of(owner), subjects or [], today=TODAY)


def sources(owner: Person) -> list[tuple[WeightSource, int]]:
    return [(stage.source, stage.count) for stage in posterior_of(owner, frame_of(owner)).stages]


@pytest.mark.parametrize(
    ("also", "second"), [("", ("commute",)), ("pay_benefits", ("commute", "pay_benefits"))]
)
def test_stored_answer_is_what_was_asked_and_answered(
    alice: Person, also: str, second: tuple[str, ...]
) -> None:
    row = a_trade_off(alice, answer="equal", also=also)

    assert trade_off_of(row) == TradeOff(("autonomy",), second, Answer.EQUAL)


def test_first_answers_are_those_to_what_is_still_wanted(wanting: Person, bob: Person) -> None:
    kept = a_trade_off(wanting, also="pay_benefits")
    a_trade_off(wanting, repeats=kept, also="pay_benefits")
    a_trade_off(wanting, "autonomy", "fairness")
    a_trade_off(wanting, "commute", "autonomy", also="fairness")
    other = a_trade_off(wanting, "commute", "pay_benefits")

    assert first_answers(wanting, frame_of(wanting).wants) == [kept, other]
    assert first_answers(wanting, ()) == []


def test_nothing_is_weighed_while_nothing_is_wanted(alice: Person, bob: Person) -> None:
    found = told(alice)

    assert (found.wants, found.are_proposed, found.posterior.facets) == ((), True, ())
    assert (found.answers, found.next_question, found.contradictions, found.due) == ((), None, (), ())
    assert found.agreement.asked == 0


def test_shares_of_what_is_said_add_up_and_keep_its_order(wanting: Person) -> None:
    found = posterior_of(wanting, frame_of(wanting))

    assert found.facets == FACETS
    np.testing.assert_allclose(found.weights.sum(axis=1), 1)
    means = found.weights.mean(axis=0)
    assert list(means) == sorted(means, reverse=True)


def test_each_source_has_its_stage(wanting: Person) -> None:
    assert [source for source, _ in sources(wanting)] == [WeightSource.EVEN, WeightSource.SLIDERS]

    a_trade_off(wanting)
    an_opening(wanting, text=REMOTE, status=OpeningStatus.SAVED)

    assert sources(wanting)[2:] == [(WeightSource.TRADE_OFFS, 1), (WeightSource.REACTIONS, 1)]


def test_trade_off_moves_the_weights_its_way(wanting: Person) -> None:
    before = posterior_of(wanting, frame_of(wanting)).weights.mean(axis=0)

    a_trade_off(wanting, "commute", "autonomy")

    after = posterior_of(wanting, frame_of(wanting)).weights.mean(axis=0)
    assert after[1] > before[1]
    assert after[0] < before[0]


def test_proposed_weights_are_less_sure_than_said_ones(alice: Person) -> None:
    a_note(alice, "The train was late")
    a_note(alice, "The boss decided over my head again")
    proposed = told(alice)
    assert (proposed.are_proposed, proposed.next_question) == (True, None)

    for want in proposed.wants:
        a_want(alice, want.facet, round(want.weight), round(want.wanted))

    said = told(alice)
    assert len(said.wants) > 1
    assert said.posterior.weights.std(axis=0).max() < proposed.posterior.weights.std(axis=0).max()


def test_next_question_is_about_what_is_wanted_and_not_asked_twice(wanting: Person) -> None:
    asked = told(wanting).next_question
    assert asked is not None
    assert {*asked.first, *asked.second} <= set(FACETS)

    second, also = (*asked.second, "")[:2]
    a_trade_off(wanting, asked.first[0], second, also=also)

    following = told(wanting).next_question
    assert following is None or following.sides != asked.sides


def test_question_is_chosen_by_what_tells_the_subjects_apart(
    wanting: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = []
    monkeypatch.setattr(
        queries, "next_trade_off", lambda _found, _asked, *, values: given.append(values) or None
    )
    good, bad = Level(10, 1, Source.ANSWERED), Level(0, 1, Source.ANSWERED)

    told(wanting, [{"autonomy": good, "commute": bad}, {"autonomy": bad}])
    told(wanting, [])

    assert given[0].tolist() == [[1.0, 0.0, 0.5, 0.5], [0.0, 0.5, 0.5, 0.5]]
    assert given[1] is None


def test_answers_and_repetitions_are_compared(wanting: Person) -> None:
    same, changed = a_trade_off(wanting), a_trade_off(wanting, "commute", "pay_benefits")
    a_trade_off(wanting, repeats=same)
    a_trade_off(wanting, "commute", "pay_benefits", "second", repeats=changed)

    found = told(wanting)

    assert found.answers == (same, changed)
    assert (found.agreement.asked, found.agreement.same) == (2, 1)


def test_answer_is_due_again_after_a_week_and_once(wanting: Person) -> None:
    old = a_trade_off(wanting, answered_on=TODAY - WEEK)
    a_trade_off(wanting, "commute", "pay_benefits", answered_on=TODAY - WEEK + timedelta(days=1))
    repeated = a_trade_off(wanting, "autonomy", "pay_benefits", answered_on=TODAY - WEEK)
    a_trade_off(wanting, "autonomy", "pay_benefits", repeats=repeated)

    assert [(due.key, due.question) for due in told(wanting).due] == [(old.pk, trade_off_of(old))]


def test_reactions_are_what_was_kept_and_put_aside(wanting: Person, bob: Person) -> None:
    a_level(a_job(wanting), "remote_location", 2)
    an_opening(wanting, "Only found", text=REMOTE)
    an_opening(wanting, "Kept", text=REMOTE, status=OpeningStatus.SAVED)
    an_opening(wanting, "Turned down", status=OpeningStatus.DECLINED, seen_on=TODAY)

    found = reactions_of(wanting, frame_of(wanting))

    assert [reaction.is_liked for reaction in found] == [False, True]
    assert (found[0].ahead, found[0].reason) == ({}, "")
    assert found[1].ahead["remote_location"] > 0.5
    assert set(found[1].lacking) == set(FACETS)


@pytest.mark.parametrize(
    ("reason", "kept"), [("commute", "commute"), ("fairness", ""), ("other", ""), ("", "")]
)
def test_reason_counts_when_it_is_wanted(wanting: Person, reason: str, kept: str) -> None:
    opening = an_opening(wanting, status=OpeningStatus.DISMISSED)
    an_event(opening, OpeningStatus.DISMISSED, reason="autonomy")
    an_event(opening, OpeningStatus.DISMISSED, reason=reason)

    assert [reaction.reason for reaction in reactions_of(wanting, frame_of(wanting))] == [kept]


def test_reason_of_what_was_taken_up_again_does_not_count(wanting: Person) -> None:
    opening = an_opening(wanting, status=OpeningStatus.SAVED)
    an_event(opening, OpeningStatus.DISMISSED, reason="commute")

    assert [each.reason for each in reactions_of(wanting, frame_of(wanting))] == [""]


def test_newest_reactions_are_read(wanting: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST_REACTIONS", 1)
    an_opening(wanting, "Old", status=OpeningStatus.SAVED)
    an_opening(wanting, "New", status=OpeningStatus.DISMISSED, seen_on=TODAY)

    assert [reaction.is_liked for reaction in reactions_of(wanting, frame_of(wanting))] == [False]
