"""The people a person knows: added, corrected, put into circles, joined, taken apart, forgotten."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.factories import (
    MOMENT,
    a_company_note,
    a_goal,
    a_note,
    a_step,
    an_accomplishment,
    make_contact,
    make_invite,
    make_people_draft,
    make_strength_answer,
    make_talk,
)

from unrut.core.errors import InvalidInputError
from unrut.errors import MissingError
from unrut.models import (
    AnswerWay,
    CompanyNote,
    Contact,
    ContactDraft,
    ForgottenContact,
    Learned,
    Person,
    StrengthAnswer,
    StrengthInvite,
    Talk,
)
from unrut.queries.scope import of
from unrut.services import contacts
from unrut.services.contacts import (
    Gone,
    ToldContact,
    add_contact,
    change_contact,
    forget_contact,
    join_contacts,
    occupations_of_positions,
    part_contact,
    say_spoken,
    sort_contacts,
    tell_people_changed,
)

pytestmark = pytest.mark.integration

TODAY = date(2026, 11, 20)
ANA = ToldContact(
    name="Ana Ortiz",
    circle="friend",
    how_known="from the choir",
    company="The Mill Ltd.",
    position="Registered nurse",
    email="ana@example.org",
    phone="+49 171 2345678",
    url="https://example.org/ana",
    met_on=date(2019, 5, 1),
    last_on=date(2026, 10, 2),
    warmth=7,
    note="Two lines\nof her",
)


def version(owner: Person) -> int:
    return Person.objects.get(pk=owner.pk).people_version


def test_contact_is_kept_as_told(alice: Person) -> None:
    contact = add_contact(alice, ANA, today=TODAY)

    stored = of(Contact, alice).get()
    assert stored == contact
    assert {name: getattr(stored, name) for name in ToldContact.__slots__} == {
        name: getattr(ANA, name) for name in ToldContact.__slots__
    }
    assert (stored.company_key, stored.occupation, stored.source) == ("mill", "29-1141.00", "own")
    assert (stored.source_key, stored.told, stored.past, stored.made_on) == ("", {}, [], TODAY)


def test_name_alone_is_enough_and_its_spaces_are_closed_up(alice: Person) -> None:
    contact = add_contact(alice, ToldContact("  Ana \n Ortiz\0 "), today=TODAY)

    assert (contact.name, contact.circle, contact.occupation, contact.warmth) == (
        "Ana Ortiz",
        "other",
        "",
        None,
    )


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "The person has no name. A first name will do."),
        ({"name": "a" * 301}, "The name has 301 characters; 300 is the most. Shorten it."),
        ({"company": "a" * 301}, "The company has 301 characters; 300 is the most. Shorten it."),
        ({"note": "a" * 20_001}, "The note has 20,001 characters; 20,000 is the most. Shorten it."),
        (
            {"circle": "boss"},
            'There is no circle "boss". Choose one of mentor, friend, industry, colleague, family, other.',
        ),
        (
            {"url": "javascript:alert(1)"},
            '"javascript:alert(1)" is no address of a page. Begin it with https:// or leave it out.',
        ),
        ({"warmth": 11}, "How close you are is from 0 to 10, not 11."),
        (
            {"last_on": TODAY + timedelta(days=1)},
            "The day you last spoke cannot be 21 November 2026. Give one from 1930 to today.",
        ),
        (
            {"met_on": date(1929, 12, 31)},
            "The day you met cannot be 31 December 1929. Give one from 1930 to today.",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    alice: Person, wrong: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        add_contact(alice, replace(ANA, **wrong), today=TODAY)

    assert str(refused.value) == sentence
    assert not of(Contact, alice).exists()


def test_more_people_than_are_kept_are_refused(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contacts, "MOST_CONTACTS", 1)
    make_contact(alice)

    with pytest.raises(InvalidInputError, match="You have 1 people already"):
        add_contact(alice, ANA, today=TODAY)


def test_correction_tells_company_and_occupation_anew(alice: Person) -> None:
    contact = add_contact(alice, ANA, today=TODAY)
    before = version(alice)

    change_contact(alice, contact.pk, replace(ANA, company="Acme", position="Chef"), today=TODAY)

    stored = of(Contact, alice).get()
    assert (stored.company, stored.company_key, stored.position) == ("Acme", "acme", "Chef")
    assert stored.occupation.startswith("35-1011")
    assert version(alice) != before


def test_many_are_put_into_a_circle_at_once(alice: Person, bob: Person) -> None:
    ours = [make_contact(alice, name) for name in ("Ana", "Ben", "Cid")]
    theirs = make_contact(bob, circle="friend")

    count = sort_contacts(alice, [ours[0].pk, ours[2].pk, theirs.pk], "mentor")

    assert count == 2
    assert list(of(Contact, alice).values_list("circle", flat=True)) == ["mentor", "other", "mentor"]
    assert of(Contact, bob).get(pk=theirs.pk).circle == "friend"


def test_unknown_circle_sorts_nobody(alice: Person) -> None:
    contact = make_contact(alice)

    with pytest.raises(InvalidInputError, match='There is no circle "boss"'):
        sort_contacts(alice, [contact.pk], "boss")

    assert of(Contact, alice).get().circle == "other"


@pytest.mark.parametrize(
    ("known", "on", "then"),
    [
        (None, date(2026, 11, 1), date(2026, 11, 1)),
        (date(2026, 10, 1), date(2026, 11, 1), date(2026, 11, 1)),
        (date(2026, 11, 2), date(2026, 11, 1), date(2026, 11, 2)),
    ],
)
def test_last_day_one_spoke_never_goes_back(alice: Person, known: date | None, on: date, then: date) -> None:
    contact = make_contact(alice, last_on=known)

    say_spoken(alice, contact.pk, on=on, today=TODAY)

    assert of(Contact, alice).get().last_on == then


def test_one_cannot_have_spoken_tomorrow(alice: Person) -> None:
    contact = make_contact(alice)

    with pytest.raises(InvalidInputError, match="The day you spoke cannot be 21 November 2026"):
        say_spoken(alice, contact.pk, on=TODAY + timedelta(days=1), today=TODAY)


def test_joined_entries_all_stand_behind_the_first(alice: Person) -> None:
    first, second, third = (make_contact(alice, name) for name in ("Ana", "A. Ortiz", "Ana O."))
    join_contacts(alice, second.pk, third.pk)

    stands = join_contacts(alice, first.pk, third.pk)

    assert stands == first
    assert list(of(Contact, alice).values_list("same_as", flat=True)) == [None, first.pk, first.pk]


def test_one_entry_cannot_be_joined_with_itself(alice: Person) -> None:
    first, second = make_contact(alice, "Ana"), make_contact(alice, "A. Ortiz")
    join_contacts(alice, first.pk, second.pk)

    with pytest.raises(InvalidInputError, match="Ana is one entry already"):
        join_contacts(alice, second.pk, first.pk)


def test_entry_that_is_taken_apart_stands_for_itself(alice: Person) -> None:
    first, second = make_contact(alice, "Ana"), make_contact(alice, "A. Ortiz")
    join_contacts(alice, first.pk, second.pk)
    before = version(alice)

    part_contact(alice, second.pk)

    assert of(Contact, alice).filter(same_as=None).count() == 2
    assert version(alice) != before


def test_all_about_somebody_who_is_forgotten_goes(alice: Person) -> None:
    ana = make_contact(alice, source="linkedin", source_key="linkedin.com/in/ana")
    other = make_contact(alice, "A. Ortiz", same_as=ana)
    talk = Talk.objects.create(owner=alice, contact=other, made_on=TODAY, notes="Ana Ortiz said it")
    learned = Learned.objects.create(owner=alice, talk=talk, text="They work late", learned_on=TODAY)
    make_invite(ana)
    make_strength_answer(alice, contact=ana)
    make_strength_answer(alice, is_signed=True, giver="Ana Ortíz", way=AnswerWay.RECOMMENDATION)
    make_strength_answer(alice)

    gone = forget_contact(alice, other.pk)

    assert gone == Gone("Ana Ortiz", talks=1, answers=2, mentions=0)
    assert not of(Contact, alice).exists()
    assert not of(Talk, alice).exists()
    assert not of(StrengthInvite, alice).exists()
    assert list(of(StrengthAnswer, alice).values_list("is_signed", flat=True)) == [False]
    assert Learned.objects.get(pk=learned.pk).talk is None


def test_own_texts_with_the_name_are_counted_and_stay(alice: Person) -> None:
    ana = make_contact(alice)
    a_note(alice, "Lunch with ana ortiz")
    an_accomplishment(alice, "Wrote it", seen_by="Ana Ortiz")
    a_step(a_goal(alice), "Thank Ana Ortiz")
    a_note(alice, "Lunch with Ana")

    assert forget_contact(alice, ana.pk).mentions == 3


def test_name_goes_off_the_lists_of_companies(alice: Person) -> None:
    ana = make_contact(alice)
    a_company_note(alice, "Acme", people="Ben Blum\nAna  ORTIZ", note="")
    a_company_note(alice, "Mill", people="Ana Ortiz", note="Good bread")
    a_company_note(alice, "Loom", people="Ana Ortiz", note="")
    a_company_note(alice, "Yard", people="Ben Blum", note="")

    forget_contact(alice, ana.pk)

    left = of(CompanyNote, alice).order_by("name").values_list("name", "people", "note")
    assert list(left) == [("Acme", "Ben Blum", ""), ("Mill", "", "Good bread"), ("Yard", "Ben Blum", "")]


def test_file_that_waits_goes_where_it_holds_the_name(alice: Person) -> None:
    ana, ben = make_contact(alice), make_contact(alice, "Ben Blum")
    content = {"contacts": [{"key": "k", "name": "Ana Ortíz"}]}
    ContactDraft.objects.create(owner=alice, name="a.csv", content=content, made_at=MOMENT)

    forget_contact(alice, ben.pk)
    assert of(ContactDraft, alice).exists()

    forget_contact(alice, ana.pk)
    assert not of(ContactDraft, alice).exists()


def test_only_digests_stay_of_somebody_forgotten(alice: Person) -> None:
    ana = make_contact(alice, source="linkedin", source_key="linkedin.com/in/ana", email="ana@example.org")

    forget_contact(alice, ana.pk)

    digests = list(of(ForgottenContact, alice).values_list("digest", flat=True))
    assert digests
    assert all(len(digest) == 64 and int(digest, 16) for digest in digests)


def test_forgetting_one_of_two_leaves_the_other_and_what_they_wrote(alice: Person) -> None:
    ana, ben = make_contact(alice), make_contact(alice, "Ben Blum")
    make_strength_answer(alice, contact=ben)

    gone = forget_contact(alice, ana.pk)

    assert gone.answers == 0
    assert list(of(Contact, alice)) == [ben]
    assert of(StrengthAnswer, alice).get().giver == "Ben Blum"


def test_contact_of_somebody_else_is_missing(alice: Person, bob: Person) -> None:
    theirs, ours = make_contact(bob), make_contact(alice)

    for call in (
        lambda: change_contact(alice, theirs.pk, ANA, today=TODAY),
        lambda: say_spoken(alice, theirs.pk, on=TODAY, today=TODAY),
        lambda: join_contacts(alice, ours.pk, theirs.pk),
        lambda: part_contact(alice, theirs.pk),
        lambda: forget_contact(alice, theirs.pk),
    ):
        with pytest.raises(MissingError):
            call()


def test_each_position_has_its_occupation_however_it_is_spelt() -> None:
    codes = occupations_of_positions(["Registered Nurse", "", "registered  nurse", "Qxzzy"])

    assert codes == ["29-1141.00", "", "29-1141.00", ""]


def test_every_change_is_told_by_another_number(alice: Person) -> None:
    seen = {version(alice)}
    for _ in range(3):
        tell_people_changed(alice)
        seen.add(version(alice))

    assert len(seen) == 4


def test_steps_of_talks_stay_and_name_nobody(alice: Person) -> None:
    ana = make_contact(alice)
    talk = make_talk(ana)
    step = a_step(a_goal(alice), "Thank Ana Ortiz and say what you made of it")
    talk.steps.add(step)

    gone = forget_contact(alice, ana.pk)

    step.refresh_from_db()
    assert (step.text, gone.mentions) == ("Thank somebody and say what you made of it", 0)


def test_name_within_other_words_is_no_mention(alice: Person) -> None:
    lea = make_contact(alice, "Lea")
    a_note(alice, "Learning nothing, and the lead leaves")
    a_note(alice, "Lea would know")

    assert forget_contact(alice, lea.pk).mentions == 1


def test_file_that_waits_goes_only_where_it_holds_that_name(alice: Person) -> None:
    al = make_contact(alice, "Al")
    make_people_draft(alice, "Albert Digital.csv")

    forget_contact(alice, al.pk)

    assert of(ContactDraft, alice).exists()
