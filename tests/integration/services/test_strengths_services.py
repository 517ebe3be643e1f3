"""Strengths are told, asked for and taken in; what is wrong with an answer is said in a sentence, and nothing is kept then."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.factories import MONDAY, TODAY, make_contact, make_invite, make_strength_answer
from tests.unit.core.explore.strengths.given import as_file, as_text, filled

from unrut.core.errors import InvalidInputError
from unrut.core.explore.strengths.answers import LONGEST_ANSWER
from unrut.core.explore.strengths.portrait import SeenBy
from unrut.core.explore.strengths.signing import (
    AnsweredTwiceError,
    ChangedAnswerError,
    CutShortError,
    UnknownInviteError,
)
from unrut.errors import MissingError
from unrut.importers.people.contract import ReadRecommendation
from unrut.models import (
    AnswerWay,
    Contact,
    InventoryAnswer,
    Person,
    SelfView,
    StrengthAnswer,
    StrengthInvite,
)
from unrut.queries.scope import of
from unrut.services.strengths import (
    MOST_OWN,
    TypedAnswer,
    correct_answer,
    forget_words,
    invite,
    portrait_of,
    remove_answer,
    save_inventory,
    say_name,
    say_self_view,
    take_answer,
    take_back_invite,
    take_recommendations,
    type_answer,
)

pytestmark = pytest.mark.integration

TOLD = TypedAnswer(
    "You kept calm when the server failed.", "", "Work where nothing is at stake.", may_quote=True
)
HIDDEN = TypedAnswer("You kept calm.", is_signed=False)


def returned(asked: StrengthInvite, **changes: Any) -> dict[str, Any]:
    """What the form of an invitation puts into its file."""
    return filled(bytes.fromhex(asked.key), invite=asked.code, **changes)


def recommendation(
    name: str = "Ana Ortiz", text: str = "She explains well.", **changes: Any
) -> ReadRecommendation:
    values = {"company": "Acme", "title": "Editor", "written_on": MONDAY, "is_received": True, **changes}
    return ReadRecommendation(name=name, text=text, **values)


def without_name(owner: Person, count: int) -> list[StrengthAnswer]:
    return [make_strength_answer(owner, f"You kept calm {number} times.") for number in range(count)]


def pooled(owner: Person) -> int:
    return of(SelfView, owner).get().pooled


# The name and the self-view.


def test_name_is_kept_on_one_line(alice: Person) -> None:
    say_name(alice, "  Maya\n Lindt ")

    alice.refresh_from_db()
    assert alice.name == "Maya Lindt"


@pytest.mark.parametrize(("name", "sentence"), [(" \n", "has to say who asks"), ("x" * 151, "151 letters")])
def test_name_that_is_none_is_refused(alice: Person, name: str, sentence: str) -> None:
    with pytest.raises(InvalidInputError, match=sentence):
        say_name(alice, name)

    alice.refresh_from_db()
    assert alice.name == ""


def test_self_view_is_said_anew_and_what_was_shown_stays(alice: Person) -> None:
    SelfView.objects.create(owner=alice, strengths=["writes"], said_on=MONDAY, pooled=4)

    say_self_view(alice, ["explains", "explains", "writes"], today=TODAY)

    view = of(SelfView, alice).get()
    assert (view.strengths, view.said_on, view.pooled) == (["explains", "writes"], TODAY, 4)


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ([], "You named 0 strengths"),
        (["flies"], '"flies" is no strength of the list'),
        (
            ["writes", "explains", "listens", "numbers", "builds", "careful", "lifts", "settles"],
            "You named 8 strengths",
        ),
    ],
)
def test_self_view_of_none_or_too_many_or_others_is_refused(
    alice: Person, named: list[str], sentence: str
) -> None:
    with pytest.raises(InvalidInputError, match=sentence):
        say_self_view(alice, named, today=TODAY)

    assert not of(SelfView, alice).exists()
    assert MOST_OWN == 7


# Asking.


def test_invite_makes_a_code_and_a_key_for_each_person_once(alice: Person) -> None:
    people = [make_contact(alice, name) for name in ("Ana", "Ben")]

    first = invite(alice, [each.pk for each in people], today=TODAY)
    again = invite(alice, [people[1].pk, people[1].pk], today=date(2026, 12, 1))

    assert [each.contact for each in first] == people
    assert again == [first[1]]
    assert {(len(each.code), len(each.key), each.made_on) for each in first} == {(32, 64, TODAY)}
    assert first[0].code != first[1].code


def test_invite_asks_a_joined_person_once(alice: Person) -> None:
    ana = make_contact(alice)
    other = make_contact(alice, "A. Ortiz", same_as=ana)
    asked = make_invite(other)

    assert invite(alice, [ana.pk, other.pk], today=TODAY) == [asked]


def test_invite_of_somebody_unknown_invites_nobody(alice: Person, bob: Person) -> None:
    ana, theirs = make_contact(alice), make_contact(bob)

    with pytest.raises(MissingError):
        invite(alice, [ana.pk, theirs.pk], today=TODAY)

    assert not of(StrengthInvite, alice).exists()


def test_invitation_is_taken_back_while_nobody_answered(alice: Person) -> None:
    asked = make_invite(make_contact(alice))

    take_back_invite(alice, asked.pk)

    with pytest.raises(UnknownInviteError):
        take_answer(alice, as_file(returned(asked)), today=TODAY)


def test_answered_invitation_is_not_taken_back(alice: Person) -> None:
    asked = make_invite(make_contact(alice), answered_on=TODAY)

    with pytest.raises(InvalidInputError, match="Ana Ortiz has answered already"):
        take_back_invite(alice, asked.pk)


# Answers from the form.


@pytest.mark.parametrize("wrapped", [as_file, as_text])
def test_signed_answer_is_kept_with_its_giver(alice: Person, wrapped: Callable[..., Any]) -> None:
    asked = make_invite(make_contact(alice))

    answer = take_answer(alice, wrapped(returned(asked)), today=TODAY)

    asked.refresh_from_db()
    assert (answer.contact, answer.giver, answer.received_on) == (asked.contact, "Ana Ortiz", TODAY)
    assert (answer.at_best, answer.wasted) == ("You stayed calm.\n\nAll of us ran.", "Endless meetings")
    assert (answer.way, answer.may_quote, answer.is_changed) == (AnswerWay.FORM, True, False)
    assert asked.answered_on == TODAY


def test_answer_without_a_name_leads_back_to_nobody(alice: Person) -> None:
    asked = make_invite(make_contact(alice))

    answer = take_answer(alice, as_file(returned(asked, signed=False)), today=TODAY)

    asked.refresh_from_db()
    assert (answer.contact, answer.giver, answer.received_on) == (None, "", None)
    assert asked.answered_on == TODAY


def test_changed_answer_is_taken_only_when_it_is_wanted(alice: Person) -> None:
    asked = make_invite(make_contact(alice))
    changed = as_file({**returned(asked), "wasted": "Nothing at all"})

    with pytest.raises(ChangedAnswerError, match="answer of Ana Ortiz was changed after it left the form"):
        take_answer(alice, changed, today=TODAY)
    assert not of(StrengthAnswer, alice).exists()

    assert take_answer(alice, changed, take_changed=True, today=TODAY).is_changed


@pytest.mark.parametrize("is_signed", [True, False])
def test_second_answer_is_refused(alice: Person, is_signed: bool) -> None:
    asked = make_invite(make_contact(alice))
    take_answer(alice, as_file(returned(asked, signed=is_signed)), today=TODAY)

    with pytest.raises(AnsweredTwiceError, match="answer of Ana Ortiz is here already"):
        take_answer(alice, as_file(returned(asked)), today=TODAY)

    assert of(StrengthAnswer, alice).count() == 1


def test_answer_for_somebody_else_is_refused(alice: Person, bob: Person) -> None:
    theirs, before = make_invite(make_contact(bob)), list(of(StrengthAnswer, bob))

    with pytest.raises(UnknownInviteError, match="not among yours"):
        take_answer(alice, as_file(returned(theirs)), today=TODAY)

    theirs.refresh_from_db()
    assert theirs.answered_on is None
    assert (list(of(StrengthAnswer, alice)), list(of(StrengthAnswer, bob))) == ([], before)


def test_answer_that_is_cut_short_is_refused(alice: Person) -> None:
    asked = make_invite(make_contact(alice))

    with pytest.raises(CutShortError, match="cut short"):
        take_answer(alice, as_text(returned(asked))[:-60], today=TODAY)

    asked.refresh_from_db()
    assert asked.answered_on is None


def test_person_who_was_joined_answers_once(alice: Person) -> None:
    ana = make_contact(alice)
    asked, other = make_invite(ana), make_invite(make_contact(alice, "A. Ortiz", same_as=ana))
    answer = take_answer(alice, as_file(returned(other)), today=TODAY)

    with pytest.raises(AnsweredTwiceError):
        take_answer(alice, as_file(returned(asked)), today=TODAY)

    assert (answer.contact, answer.giver) == (ana, "Ana Ortiz")


# Answers from paper.


def test_typed_answer_counts_as_asked(alice: Person) -> None:
    ana = make_contact(alice)

    answer = type_answer(alice, ana.pk, TOLD, today=TODAY)

    asked = of(StrengthInvite, alice).get()
    assert (asked.contact, asked.made_on, asked.answered_on) == (ana, TODAY, TODAY)
    assert (answer.contact, answer.way, answer.at_best) == (ana, AnswerWay.TYPED, TOLD.at_best)


def test_typed_answer_without_a_name_is_refused_a_second_time(alice: Person) -> None:
    ana = make_contact(alice)
    answer = type_answer(alice, ana.pk, HIDDEN, today=TODAY)

    with pytest.raises(AnsweredTwiceError, match="one without a name stays"):
        type_answer(alice, ana.pk, TOLD, today=TODAY)

    assert (answer.contact, answer.giver, answer.received_on) == (None, "", None)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (TypedAnswer(" ", "\x00", "\n"), "All three answers are empty"),
        (TypedAnswer("x" * (LONGEST_ANSWER + 1)), "One answer has 5,001 letters"),
    ],
)
def test_typed_answer_that_cannot_be_kept_asks_nobody(
    alice: Person, typed: TypedAnswer, sentence: str
) -> None:
    ana = make_contact(alice)

    with pytest.raises(InvalidInputError, match=sentence):
        type_answer(alice, ana.pk, typed, today=TODAY)

    assert not of(StrengthInvite, alice).exists()


# Correcting and removing.


def test_correction_is_kept_and_taken_back(alice: Person) -> None:
    answer = type_answer(alice, make_contact(alice).pk, TOLD, today=TODAY)

    said = correct_answer(alice, answer.pk, seen=["writes", "writes"], warned=[])
    assert (said.seen, said.warned) == (["writes"], [])

    said = correct_answer(alice, answer.pk, seen=None, warned=None)
    assert (said.seen, said.warned) == (None, None)


def test_correction_off_the_list_or_of_one_without_a_name_is_refused(alice: Person) -> None:
    signed = type_answer(alice, make_contact(alice).pk, TOLD, today=TODAY)
    hidden = make_strength_answer(alice)

    with pytest.raises(InvalidInputError, match='"flies" is no strength'):
        correct_answer(alice, signed.pk, seen=["flies"], warned=None)
    with pytest.raises(MissingError):
        correct_answer(alice, hidden.pk, seen=["writes"], warned=None)


def test_removed_answer_may_be_given_again(alice: Person) -> None:
    asked = make_invite(make_contact(alice))
    answer = take_answer(alice, as_file(returned(asked)), today=TODAY)

    remove_answer(alice, answer.pk)

    assert take_answer(alice, as_file(returned(asked)), today=TODAY).giver == "Ana Ortiz"


def test_removed_recommendation_leaves_the_invitation_answered(alice: Person) -> None:
    ana = make_contact(alice)
    asked = make_invite(ana, answered_on=TODAY)
    take_recommendations(alice, [recommendation()], today=TODAY)

    remove_answer(alice, of(StrengthAnswer, alice).get().pk)

    asked.refresh_from_db()
    assert asked.answered_on == TODAY


def test_shown_answer_without_a_name_is_taken_off_the_pool(alice: Person) -> None:
    say_self_view(alice, ["writes"], today=TODAY)
    shown = without_name(alice, 4)
    portrait_of(alice)
    later = without_name(alice, 1)[0]

    remove_answer(alice, later.pk)
    assert pooled(alice) == 4

    remove_answer(alice, shown[1].pk)
    assert pooled(alice) == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda owner, key: correct_answer(owner, key, seen=None, warned=None),
        remove_answer,
        take_back_invite,
        lambda owner, key: type_answer(owner, key, TOLD, today=TODAY),
    ],
)
def test_row_of_somebody_else_is_missing(
    alice: Person, bob: Person, change: Callable[[Person, int], object]
) -> None:
    theirs = type_answer(bob, make_contact(bob).pk, TOLD, today=TODAY)
    rows = (theirs.pk, of(StrengthInvite, bob).latest("pk").pk, of(Contact, bob).latest("pk").pk)

    for key in rows:
        with pytest.raises(MissingError):
            change(alice, key)

    assert of(StrengthAnswer, bob).exists()
    assert of(StrengthInvite, bob).exists()


# The portrait as it is looked at.


def test_portrait_waits_for_the_self_view(alice: Person) -> None:
    type_answer(alice, make_contact(alice).pk, TOLD, today=TODAY)

    assert portrait_of(alice) is None


def test_portrait_keeps_how_many_without_a_name_it_showed(alice: Person) -> None:
    say_self_view(alice, ["writes"], today=TODAY)
    without_name(alice, 3)
    few = portrait_of(alice)
    without_name(alice, 1)
    enough = portrait_of(alice)

    assert few is not None
    assert enough is not None
    assert (few.portrait.pooled, few.portrait.waiting) == (0, 3)
    assert (enough.portrait.pooled, enough.portrait.waiting, pooled(alice)) == (4, 0, 4)


def test_portrait_shows_no_new_answer_alone(alice: Person) -> None:
    say_self_view(alice, ["writes"], today=TODAY)
    without_name(alice, 4)
    before = portrait_of(alice)
    make_strength_answer(alice, "You wrote the speech that made us cry.")
    after = portrait_of(alice)

    assert before is not None
    assert after is not None
    assert (after.portrait.pooled, after.portrait.waiting, pooled(alice)) == (4, 1, 4)
    assert after.portrait.themes == before.portrait.themes


def test_portrait_that_is_not_kept_shows_nothing_new(alice: Person) -> None:
    say_self_view(alice, ["writes"], today=TODAY)
    without_name(alice, 5)

    seen = portrait_of(alice, keep=False)

    assert seen is not None
    assert (seen.portrait.pooled, seen.portrait.waiting, pooled(alice)) == (0, 5, 0)


def test_portrait_hides_a_pool_that_grew_too_small(alice: Person) -> None:
    say_self_view(alice, ["writes"], today=TODAY)
    shown = without_name(alice, 4)
    portrait_of(alice)
    remove_answer(alice, shown[0].pk)
    without_name(alice, 3)

    seen = portrait_of(alice)

    assert seen is not None
    assert (seen.portrait.pooled, seen.portrait.waiting, seen.portrait.people) == (0, 6, 0)


def test_portrait_stays_honest_when_somebody_is_forgotten(alice: Person) -> None:
    say_self_view(alice, ["writes"], today=TODAY)
    ana, ben = make_contact(alice, circle="friend"), make_contact(alice, "Ben", circle="family")
    for person in (ana, ben):
        type_answer(alice, person.pk, TOLD, today=TODAY)
    type_answer(alice, make_contact(alice, "Cleo").pk, HIDDEN, today=TODAY)

    ana.delete()
    seen = portrait_of(alice)

    assert seen is not None
    calm = seen.portrait.seen_by(SeenBy.OTHERS)[0]
    assert (calm.strength, calm.people, [words.giver for words in calm.words]) == (
        "keeps_calm",
        1,
        [str(ben.pk)],
    )
    assert (seen.portrait.people, seen.portrait.circles, seen.portrait.waiting) == (1, 1, 1)
    assert "Ana Ortiz" not in repr((seen.givers, seen.answers, seen.invites))


# The inventory, and public recommendations.


def test_inventory_is_kept_changed_and_taken_back(alice: Person) -> None:
    save_inventory(alice, {"teamwork_1": 4, "teamwork_2": 2})
    save_inventory(alice, {"teamwork_1": 5, "teamwork_2": None, "curiosity_1": None})

    assert list(of(InventoryAnswer, alice).values_list("item", "answer")) == [("teamwork_1", 5)]


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [({"teamwork_1": 4, "flying_1": 4}, '"flying_1" is no item'), ({"teamwork_1": 6}, "from 1 to 5")],
)
def test_inventory_that_cannot_be_kept_keeps_nothing(
    alice: Person, answers: dict[str, int], sentence: str
) -> None:
    with pytest.raises(InvalidInputError, match=sentence):
        save_inventory(alice, answers)

    assert not of(InventoryAnswer, alice).exists()


def test_recommendations_are_taken_once(alice: Person) -> None:
    said = [recommendation(), recommendation(text="She  explains WELL."), recommendation("Ben", "He writes.")]

    counts = [take_recommendations(alice, said, today=TODAY) for _ in range(2)]

    assert counts == [2, 0]
    rows = of(StrengthAnswer, alice).values_list("giver", "at_best", "way", "may_quote", "received_on")
    assert list(rows) == [
        ("Ana Ortiz", "She explains well.", AnswerWay.RECOMMENDATION, True, MONDAY),
        ("Ben", "He writes.", AnswerWay.RECOMMENDATION, True, MONDAY),
    ]


def test_recommendation_given_or_empty_is_left_out(alice: Person) -> None:
    said = [recommendation(is_received=False), recommendation(text=" \n")]

    assert take_recommendations(alice, said, today=TODAY) == 0


def test_recommendation_without_a_day_counts_from_today(alice: Person) -> None:
    take_recommendations(alice, [recommendation(written_on=None)], today=TODAY)

    assert of(StrengthAnswer, alice).get().received_on == TODAY


def test_recommendation_belongs_to_the_only_contact_of_that_name(alice: Person) -> None:
    ana = make_contact(alice, "ana ORTIZ")
    make_contact(alice, "Ana Ortiz", same_as=ana)
    for company in ("Acme", "Bolt"):
        make_contact(alice, "Ben Weiss", company=company)

    take_recommendations(alice, [recommendation(), recommendation("Ben Weiss")], today=TODAY)

    assert list(of(StrengthAnswer, alice).values_list("giver", "contact")) == [
        ("Ana Ortiz", ana.pk),
        ("Ben Weiss", None),
    ]


def test_recommendation_finds_a_contact_that_came_later(alice: Person) -> None:
    take_recommendations(alice, [recommendation()], today=TODAY)
    ana = make_contact(alice)

    take_recommendations(alice, [recommendation()], today=TODAY)

    assert of(StrengthAnswer, alice).get().contact == ana


def test_forgotten_words_are_gone_and_no_file_brings_them_back(alice: Person, bob: Person) -> None:
    ana = make_contact(alice)
    type_answer(alice, ana.pk, TOLD, today=TODAY)
    make_strength_answer(alice, "Hidden")
    said = [recommendation("ANA ortiz"), recommendation("Ben", "He writes.")]
    for owner in (alice, bob):
        take_recommendations(owner, said, today=TODAY)

    count = forget_words(alice, [ana.pk], ["Ana Ortiz"])
    again = take_recommendations(alice, said, today=TODAY)

    assert (count, again) == (2, 0)
    assert list(of(StrengthAnswer, alice).values_list("giver", flat=True)) == ["", "Ben"]
    assert of(StrengthAnswer, bob).filter(way=AnswerWay.RECOMMENDATION).count() == 2


def test_recommendation_of_an_unknown_giver_goes_with_the_name(alice: Person) -> None:
    take_recommendations(alice, [recommendation(), recommendation("Ben", "He writes.")], today=TODAY)

    assert forget_words(alice, [], ["ana  ortiz"]) == 1
    assert of(StrengthAnswer, alice).get().giver == "Ben"


def test_answer_without_a_name_keeps_neither_how_it_came_nor_whether_it_was_changed(alice: Person) -> None:
    ana, ben = make_contact(alice), make_contact(alice, "Ben")
    asked = make_invite(ana)

    changed = take_answer(
        alice,
        as_text({**returned(asked, signed=False), "at_best": "Changed"}),
        take_changed=True,
        today=TODAY,
    )
    typed = type_answer(alice, ben.pk, HIDDEN, today=TODAY)

    assert {(each.way, each.is_changed) for each in (changed, typed)} == {(AnswerWay.FORM, False)}
