"""One entry for each person, however many tell of them; lists, talks and what was learned belong to their owner."""

from datetime import date, timedelta

import pytest
from tests.factories import (
    MONDAY,
    TODAY,
    a_way,
    an_opening,
    make_contact,
    make_learned,
    make_talk,
)

from unrut.core.explore.people.circles import Circle
from unrut.errors import MissingError
from unrut.models import Person
from unrut.queries import people
from unrut.queries.people import CountedTalks, Past

pytestmark = pytest.mark.integration

DAY = timedelta(days=1)


@pytest.fixture
def theirs(bob: Person) -> Person:
    """Bob with somebody of every kind that alice looks for."""
    zoe = make_contact(bob, "Zoe Bob", company="Mill", occupation="15-1252.00", circle="friend")
    make_talk(zoe, question="way-1.pay", asked_on=MONDAY)
    make_learned(make_talk(zoe, talked_on=MONDAY), occupation="15-1252.00")
    return bob


def names(found: list[people.Somebody]) -> list[str]:
    return [one.name for one in found]


def test_joined_entries_fill_each_others_gaps(alice: Person) -> None:
    ana = make_contact(alice, company="Mill", warmth=0, last_on=MONDAY, met_on=None)
    past = [{"company": "Press", "position": "Editor"}]
    make_contact(
        alice,
        "Ana O.",
        same_as=ana,
        circle="mentor",
        company="Forge",
        position="Baker",
        email="ana@mill.example",
        warmth=9,
        last_on=TODAY,
        past=past * 2,
    )

    found = people.somebody(alice, ana.pk)

    assert (found.id, found.name, found.company, found.position) == (ana.pk, "Ana Ortiz", "Mill", "Baker")
    assert (found.circle, found.email, found.warmth, found.met_on) == (
        Circle.MENTOR,
        "ana@mill.example",
        0,
        None,
    )
    assert (found.last_on, found.past, len(found.entries)) == (TODAY, (Past("Press", "Editor"),), 2)


def test_somebody_alone_of_whom_little_is_known(alice: Person) -> None:
    found = people.somebody(alice, make_contact(alice).pk)

    assert (found.circle, found.last_on, found.past, found.note, found.others) == (
        Circle.OTHER,
        None,
        (),
        "",
        (),
    )


def test_somebody_has_only_the_fields_of_a_contact(alice: Person) -> None:
    found = people.somebody(alice, make_contact(alice).pk)

    with pytest.raises(AttributeError):
        _ = found._hidden
    with pytest.raises(AttributeError):
        _ = found.shoe_size


def test_joined_entry_gives_whom_it_belongs_to(alice: Person) -> None:
    ana = make_contact(alice)
    joined = make_contact(alice, "Ana O.", same_as=ana)

    assert people.somebody(alice, joined.pk).id == ana.pk


def test_somebody_of_another_person_is_not_there(alice: Person, theirs: Person) -> None:
    zoe = people.people_list(theirs, words="Zoe").people[0]
    with pytest.raises(MissingError):
        people.somebody(alice, zoe.id)
    assert people.people_named(alice, [zoe.id]) == {}


def test_list_is_by_name_with_a_count_of_each_circle(alice: Person, theirs: Person) -> None:
    ben = make_contact(alice, "Ben", circle="friend")
    make_contact(alice, "Ada", circle="family")
    make_contact(alice, "Ben again", same_as=ben)

    found = people.people_list(alice)

    assert (names(list(found.people)), found.count, found.first) == (["Ada", "Ben"], 2, 0)
    assert found.circles == {Circle.FRIEND: 1, Circle.FAMILY: 1}


def test_circle_narrows_the_list_but_not_the_counts(alice: Person) -> None:
    make_contact(alice, "Ben", circle="friend")
    make_contact(alice, "Ada", circle="family")

    found = people.people_list(alice, circle="family")

    assert (names(list(found.people)), found.count) == (["Ada"], 1)
    assert found.circles == {Circle.FRIEND: 1, Circle.FAMILY: 1}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ben", ["Ben Ash"]),
        ("ASH mill", ["Ben Ash"]),
        ("baker", ["Ben Ash"]),
        ("choir", ["Cora"]),
        ("tram", ["Cora"]),
        ("mill choir", []),
        ("\0", ["Ben Ash", "Cora"]),
        ("%", []),
        ("a b c d e f g h nobody", []),
    ],
)
def test_every_word_must_stand_somewhere(alice: Person, words: str, expected: list[str]) -> None:
    make_contact(alice, "Ben Ash", company="Mill", position="Baker")
    make_contact(alice, "Cora", note="From the choir", how_known="On the tram")

    assert names(list(people.people_list(alice, words=words).people)) == expected


@pytest.mark.parametrize(("first", "expected"), [(0, 0), (2, 2), (3, 0), (-1, 0)])
def test_list_comes_in_pages(alice: Person, first: int, expected: int) -> None:
    for name in ("Ada", "Ben", "Cora"):
        make_contact(alice, name)

    found = people.people_list(alice, first=first, rows=2)

    everybody = ["Ada", "Ben", "Cora"]
    assert (found.first, found.count) == (expected, 3)
    assert names(list(found.people)) == everybody[expected : expected + 2]


def test_people_at_a_company_and_in_a_work_stand_once(alice: Person, theirs: Person) -> None:
    ana = make_contact(alice)
    make_contact(alice, "Ana O.", same_as=ana, company="Mill", occupation="15-1252.00")
    make_contact(alice, "Ben", company="mill", occupation="15-1252.00")
    make_contact(alice, "Cora", company="Forge")

    assert names(people.people_at(alice, "mill")) == ["Ana Ortiz", "Ben"]
    assert names(people.people_at(alice, "mill", most=1)) == ["Ana Ortiz"]
    assert names(people.people_in(alice, "15-1252.00")) == ["Ana Ortiz", "Ben"]


@pytest.mark.parametrize("key", ["", "mill\0"])
def test_no_company_is_nobodys_and_no_work_either(alice: Person, key: str) -> None:
    make_contact(alice)

    assert people.people_at(alice, key) == []
    assert people.people_in(alice, "") == []


def test_whether_anybody_is_known(alice: Person, theirs: Person) -> None:
    assert people.has_people(alice) is False
    make_contact(alice)
    assert people.has_people(alice) is True


def test_talks_ahead_come_by_their_day_and_those_done_the_newest_first(alice: Person, theirs: Person) -> None:
    ana = make_contact(alice)
    undated = make_talk(ana, made_on=MONDAY - DAY)
    later = make_talk(ana, meet_on=TODAY + DAY)
    sooner = make_talk(ana, meet_on=TODAY)
    old = make_talk(ana, talked_on=MONDAY - DAY)
    silent = make_talk(ana, ended_on=MONDAY)
    new = make_talk(ana, talked_on=TODAY)

    found = people.talks_of(alice)

    assert found.ahead == (sooner, later, undated)
    assert found.done == (new, silent, old)


def test_one_talk_has_its_contact_and_is_not_somebody_elses(alice: Person, theirs: Person) -> None:
    talk = make_talk(make_contact(alice))

    assert people.talk_of(alice, talk.pk).contact.name == "Ana Ortiz"
    with pytest.raises(MissingError):
        people.talk_of(alice, people.talks_of(theirs).ahead[0].pk)


def test_talks_with_one_person_are_those_with_any_entry_of_them(alice: Person) -> None:
    ana = make_contact(alice)
    joined = make_contact(alice, "Ana O.", same_as=ana)
    first, second = make_talk(ana), make_talk(joined)
    make_talk(make_contact(alice, "Ben"))

    assert people.talks_with(alice, people.somebody(alice, ana.pk)) == [second, first]


def test_learned_of_a_work_is_what_was_said_in_words(alice: Person, theirs: Person) -> None:
    talk = make_talk(make_contact(alice))
    old = make_learned(talk, "Old", occupation="15-1252.00", learned_on=MONDAY - DAY)
    new = make_learned(talk, "New", occupation="15-1252.00")
    make_learned(talk, "", occupation="15-1252.00", facet="autonomy", level=3)
    make_learned(talk, "Other", occupation="25-2021.00")

    assert people.learned_of(alice, "15-1252.00") == [new, old]
    assert people.learned_of(alice, "") == []


def test_learned_about_an_opening_or_a_way_is_also_what_has_no_words(alice: Person, theirs: Person) -> None:
    talk, opening, way = make_talk(make_contact(alice)), an_opening(alice), a_way(alice)
    of_opening = make_learned(talk, "", opening=opening, facet="autonomy", level=3)
    of_way = make_learned(talk, way=way, learned_on=MONDAY - DAY)
    nameless = make_learned(talk, way=way)
    nameless.talk = None
    nameless.save()

    assert people.learned_about(alice, opening) == [of_opening]
    assert people.learned_about(alice, way) == [nameless, of_way]


def test_messages_are_counted_once_each(alice: Person, theirs: Person) -> None:
    ana, ben = make_contact(alice), make_contact(alice, "Ben")
    make_talk(ana, asked_on=MONDAY)
    make_talk(ana, asked_on=MONDAY, replied_on=TODAY, talked_on=TODAY + DAY)
    make_talk(ana, talked_on=date(2026, 11, 1))
    make_talk(ben)

    assert people.counted_talks(alice) == {
        ana.pk: CountedTalks(asked=3, answered=2, last_on=TODAY + DAY),
        ben.pk: CountedTalks(asked=0, answered=0, last_on=None),
    }


def test_joined_friend_counts_among_friends(alice: Person) -> None:
    stands = make_contact(alice, "Ana Ortiz")
    make_contact(alice, "Ana Ortiz", same_as=stands, circle="friend")
    make_contact(alice, "Ben Okafor")

    found = people.people_list(alice, circle="friend")

    assert ([person.id for person in found.people], found.circles) == (
        [stands.pk],
        {Circle.FRIEND: 1, Circle.OTHER: 1},
    )
