"""What is read of strengths: the portrait with names and accomplishments, whom to ask yet, and what follows elsewhere."""

from typing import Any

import pytest
from tests.factories import (
    MOMENT,
    MONDAY,
    TODAY,
    a_goal,
    a_step,
    a_want,
    a_way,
    a_way_level,
    an_accomplishment,
    an_opening,
    make_contact,
    make_invite,
    make_strength_answer,
)

from unrut.core.explore.levels import Source
from unrut.core.explore.people.circles import Circle
from unrut.core.explore.strengths.portrait import Words
from unrut.core.explore.strengths.use import Used
from unrut.core.explore.ways import WayKind
from unrut.errors import MissingError
from unrut.exporters.json_export import export_person
from unrut.models import AnswerWay, Contact, InventoryAnswer, Person, SelfView
from unrut.queries import strengths as queries
from unrut.queries.explore import option_levels, option_of
from unrut.queries.frame import frame_of, judged_levels
from unrut.queries.strengths import (
    Advice,
    PortraitView,
    answer_of,
    asked_of,
    circle_of,
    giver_name,
    inventory_answers,
    inventory_scores,
    invite_of,
    portrait_view,
    reading_of,
    self_view_of,
    signed_answers,
    steps_to_strengths,
    strengths_now,
    strengths_shown,
    waiting_of,
)
from unrut.queries.ways import ways_of

pytestmark = pytest.mark.integration

EXPLAINS, CALM = "You explained the contract to me.", "You kept calm when the server failed."


def seen(owner: Person, *strengths: str, pooled: int = 0) -> SelfView:
    return SelfView.objects.create(
        owner=owner, strengths=list(strengths or ("writes",)), said_on=MONDAY, pooled=pooled
    )


def shown(owner: Person, *strengths: str, **fields: Any) -> PortraitView:
    return portrait_view(owner, self_view_of(owner) or seen(owner, *strengths, **fields), is_news_shown=True)


def agreed(owner: Person, text: str = EXPLAINS, count: int = 3) -> list[Contact]:
    """Several people who say the same."""
    people = [make_contact(owner, f"Person {number}") for number in range(count)]
    for person in people:
        make_strength_answer(owner, text, contact=person)
    return people


# Asking.


def test_asked_tells_how_many_more(alice: Person) -> None:
    circles = [Circle.FRIEND, Circle.FAMILY, Circle.OTHER]
    invites = [make_invite(make_contact(alice, circle, circle=circle)) for circle in circles]

    asked = asked_of(alice)

    assert asked.invites == tuple(invites)
    assert (asked.circles, asked.advice) == (
        frozenset({Circle.FRIEND, Circle.FAMILY}),
        Advice(people=5, circles=1),
    )


def test_asked_counts_a_joined_person_once(alice: Person) -> None:
    ana = make_contact(alice)
    for contact in (ana, make_contact(alice, "A. Ortiz", same_as=ana, circle=Circle.FRIEND)):
        make_invite(contact)

    asked = asked_of(alice)

    assert (asked.circles, asked.advice) == (frozenset({Circle.FRIEND}), Advice(people=7, circles=2))


def test_asked_enough_needs_nobody_more(alice: Person) -> None:
    for number, circle in enumerate([*Circle, *Circle]):
        make_invite(make_contact(alice, str(number), circle=circle))

    assert asked_of(alice).advice == Advice(0, 0)


def test_circle_is_that_of_the_entry_that_stands_for_all(alice: Person) -> None:
    ana = make_contact(alice, circle=Circle.MENTOR)

    assert circle_of(make_contact(alice, same_as=ana, circle=Circle.FRIEND)) is Circle.MENTOR


def test_invitation_and_answer_of_somebody_else_are_missing(alice: Person, bob: Person) -> None:
    theirs = make_invite(make_contact(bob))
    answer = make_strength_answer(bob, contact=theirs.contact)

    with pytest.raises(MissingError, match="no such invitation"):
        invite_of(alice, theirs.pk)
    with pytest.raises(MissingError, match="no such answer with a name"):
        answer_of(alice, answer.pk)
    assert (invite_of(bob, theirs.pk), answer_of(bob, answer.pk)) == (theirs, answer)


# Answers.


def test_answer_without_a_name_is_never_shown_singly(alice: Person) -> None:
    hidden = make_strength_answer(alice)

    with pytest.raises(MissingError):
        answer_of(alice, hidden.pk)
    assert (signed_answers(alice), waiting_of(alice)) == ([], 1)


def test_signed_answers_are_newest_first_under_the_name_of_today(alice: Person) -> None:
    ana = make_contact(alice)
    first = make_strength_answer(alice, contact=make_contact(alice, "A. Ortiz", same_as=ana))
    second = make_strength_answer(
        alice, giver="Ben", is_signed=True, received_on=TODAY, way=AnswerWay.RECOMMENDATION
    )

    assert [(row, giver_name(row)) for row in signed_answers(alice)] == [
        (second, "Ben"),
        (first, "Ana Ortiz"),
    ]


def test_reading_is_corrected_in_the_words_it_was_found_in(alice: Person) -> None:
    answer = make_strength_answer(alice, f"{EXPLAINS} {CALM}", seen=["keeps_calm", "writes"], warned=[])

    reading = reading_of(answer)

    whole = f"{EXPLAINS} {CALM}"
    assert [(found.strength, found.quote) for found in reading.seen] == [
        ("keeps_calm", CALM.removesuffix(".")),
        ("writes", whole),
    ]
    assert reading.wasted == ()


def test_reading_of_a_long_answer_quotes_nothing_it_did_not_find(alice: Person) -> None:
    answer = make_strength_answer(alice, "A long day. " * 30, seen=["writes"])

    assert [found.quote for found in reading_of(answer).seen] == [""]


# The portrait.


def test_portrait_names_givers_and_quotes_with_their_key(alice: Person) -> None:
    ana = make_contact(alice, circle=Circle.FRIEND)
    make_strength_answer(alice, EXPLAINS, contact=ana)
    make_strength_answer(alice, CALM, giver="Ben", is_signed=True, received_on=TODAY)

    view = shown(alice)

    words = {theme.strength: theme.words for theme in view.portrait.themes}
    assert words["explains"][0].giver == str(ana.pk)
    assert view.givers == {str(ana.pk): "Ana Ortiz", words["keeps_calm"][0].giver: "Ben"}
    assert (view.portrait.people, view.portrait.circles) == (2, 1)


def test_portrait_counts_a_joined_person_once(alice: Person) -> None:
    ana = make_contact(alice)
    for contact in (ana, make_contact(alice, "A. Ortiz", same_as=ana)):
        make_strength_answer(alice, CALM, contact=contact)

    view = shown(alice)

    assert (view.portrait.people, list(view.givers.values())) == (1, ["Ana Ortiz"])


def test_portrait_follows_a_correction(alice: Person) -> None:
    make_strength_answer(alice, EXPLAINS, contact=make_contact(alice), seen=["listens"])

    view = shown(alice, "listens")

    told = [(theme.strength, theme.people, theme.words[0].text) for theme in view.portrait.themes]
    assert told == [("listens", 1, EXPLAINS)]


def test_portrait_leaves_out_an_empty_quote(alice: Person) -> None:
    make_strength_answer(alice, "A long day. " * 30, contact=make_contact(alice), seen=["listens"])

    assert [theme.words for theme in shown(alice, "listens").portrait.themes] == [()]


def test_portrait_passes_over_a_strength_that_is_on_the_list_no_more(alice: Person) -> None:
    assert [theme.strength for theme in shown(alice, "flies", "writes").portrait.themes] == ["writes"]


def test_portrait_shows_the_three_newest_accomplishments(alice: Person) -> None:
    for month in (1, 2, 3, 4):
        an_accomplishment(alice, f"Kept calm in round {month}", on=MONDAY.replace(month=month))
    an_accomplishment(alice, "Sold thirty licences")

    view = shown(alice, "keeps_calm", "listens")

    assert {name: [done.text for done in rows] for name, rows in view.shown_by.items()} == {
        "keeps_calm": [f"Kept calm in round {month}" for month in (4, 3, 2)]
    }


def test_portrait_shows_words_without_a_name_without_a_giver(alice: Person) -> None:
    for number in range(4):
        make_strength_answer(alice, f"You kept calm {number} times.", may_quote=number == 0)

    (theme,) = (each for each in shown(alice).portrait.themes if each.people)
    assert (theme.people, theme.words) == (4, (Words("You kept calm 0 times", ""),))


# What counts elsewhere.


def test_nothing_counts_before_there_is_a_self_view(alice: Person) -> None:
    agreed(alice)
    step = a_step(a_goal(alice), strand="connections")
    done = an_accomplishment(alice, "Kept calm when the server failed")

    assert strengths_now(alice) == ()
    assert steps_to_strengths(alice, [step]) == {}
    assert strengths_shown(alice, done) == ()


def test_own_strengths_count_while_nobody_answered(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    seen(alice, "writes", "listens")
    monkeypatch.setattr(queries, "_portrait", lambda *_args, **_named: 1 / 0)

    assert strengths_now(alice) == ("writes", "listens")


def test_what_others_agree_on_counts_first(alice: Person) -> None:
    agreed(alice)
    make_strength_answer(alice, CALM, contact=make_contact(alice))
    seen(alice, "writes", "numbers", "builds", "careful", "keeps_calm")

    now = strengths_now(alice)

    assert now[:2] == ("explains", "keeps_calm")
    assert len(now) == 5


def test_answers_without_a_name_count_once_they_were_shown(alice: Person) -> None:
    for _ in range(4):
        make_strength_answer(alice, EXPLAINS)
    view = seen(alice, "writes")
    before = strengths_now(alice)
    view.pooled = 4
    view.save()

    assert (before, strengths_now(alice)) == (("writes",), ("explains", "writes"))


def test_step_works_to_what_others_see_and_not_to_the_rest(alice: Person) -> None:
    agreed(alice)
    seen(alice, "builds")
    goal = a_goal(alice)
    talk, build = a_step(goal, strand="connections"), a_step(goal, strand="training")

    assert steps_to_strengths(alice, [talk, build]) == {talk.pk: ("explains",)}


def test_accomplishment_shows_what_is_clear_and_faintly_what_counts(alice: Person) -> None:
    seen(alice, "brings_together")
    done = an_accomplishment(alice, "Led a team of five")

    assert strengths_shown(alice, done) == ("takes_charge", "brings_together")
    self_view = self_view_of(alice)
    assert self_view is not None
    self_view.strengths = ["writes"]
    self_view.save()
    assert strengths_shown(alice, done) == ("takes_charge",)


# What work would use.


def test_option_is_judged_by_strengths_where_use_of_skills_is_unknown(alice: Person) -> None:
    a_want(alice, "skill_use")
    seen(alice, "takes_charge")
    posting = an_opening(alice, "Xyzzy", text="You make your own decisions and have full autonomy.")
    frame = frame_of(alice)

    level = option_levels(frame, posting)["skill_use"]

    assert "skill_use" not in judged_levels(posting)
    assert (round(level.mean, 2), level.source, level.cue) == (6.67, Source.INFERRED, "it uses Takes charge")
    option = option_of(alice, posting.option, today=TODAY)
    assert option is not None
    assert option.strengths == Used(used=("takes_charge",))


def test_posting_that_states_the_use_of_skills_is_left_alone(alice: Person) -> None:
    seen(alice, "takes_charge")
    posting = an_opening(
        alice, "Xyzzy", text="A specialist role: you will apply in-depth expertise. Full autonomy."
    )

    levels = option_levels(frame_of(alice), posting)

    assert levels == judged_levels(posting)
    assert levels["skill_use"].source is Source.STATED


def test_way_is_judged_by_strengths_and_an_answer_goes_before(alice: Person) -> None:
    seen(alice, "takes_charge")
    way = a_way(alice, kind=WayKind.FIELD)
    a_way_level(way, "autonomy", 9)

    def skill_use() -> list[Source | None]:
        views = ways_of(alice, frame_of(alice), None)
        return [level.source if (level := view.levels.get("skill_use")) else None for view in views]

    assert skill_use() == [None, None, Source.INFERRED]
    a_way_level(way, "skill_use", 2)
    assert skill_use() == [None, None, Source.ANSWERED]


def test_nothing_is_judged_by_strengths_without_a_self_view(alice: Person) -> None:
    posting = an_opening(alice, "Xyzzy", text="You make your own decisions and have full autonomy.")

    assert "skill_use" not in option_levels(frame_of(alice), posting)


# The inventory.


def test_inventory_gives_its_answers_and_scores(alice: Person) -> None:
    for item, answer in {"teamwork_1": 5, "teamwork_2": 1, "teamwork_3": 4}.items():
        InventoryAnswer.objects.create(owner=alice, item=item, answer=answer)

    first = inventory_scores(alice)[0]

    assert inventory_answers(alice) == {"teamwork_1": 5, "teamwork_2": 1, "teamwork_3": 4}
    assert (first.scale, first.answered) == ("teamwork", 3)
    assert first.value == pytest.approx(14 / 3)


# The export.


def exported(owner: Person) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = export_person(owner, made_at=MOMENT)["strength_answers"]
    return rows


def test_export_gives_out_no_answer_without_a_name_before_it_was_shown(alice: Person) -> None:
    make_strength_answer(alice, CALM, contact=make_contact(alice))
    for number in range(5):
        make_strength_answer(alice, f"Secret {number}")
    view = seen(alice)

    assert [row["at_best"] for row in exported(alice)] == [CALM]
    view.pooled = 3
    view.save()
    assert [row["at_best"] for row in exported(alice)] == [CALM]


def test_export_gives_out_shown_answers_apart_and_in_another_order(alice: Person) -> None:
    hidden = [make_strength_answer(alice, f"Said {number}") for number in range(4)]
    signed = make_strength_answer(alice, CALM, contact=make_contact(alice))
    make_strength_answer(alice, "Said later")
    seen(alice, pooled=4)

    rows = exported(alice)

    assert [row["uid"] for row in rows] == [
        str(signed.uid),
        *sorted(str(answer.uid) for answer in hidden),
    ]


def test_export_only_counts_words_without_a_name_that_may_not_be_quoted(alice: Person) -> None:
    for number in range(4):
        make_strength_answer(alice, EXPLAINS, wasted="Dull and serious", may_quote=number > 0)
    seen(alice, pooled=4)

    (row,) = (row for row in exported(alice) if not row["may_quote"])

    assert (row["at_best"], row["come_for"], row["wasted"]) == ("", "", "")
    assert (row["seen"], row["warned"]) == (["explains"], ["lifts"])


def test_export_before_the_self_view_keeps_all_without_a_name_back(alice: Person) -> None:
    for _ in range(4):
        make_strength_answer(alice)

    assert exported(alice) == []
