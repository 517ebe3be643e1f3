"""What a question is about, by its key."""

import pytest
from tests.factories import a_want, a_way, a_way_level, an_opening, make_contact, make_learned, make_talk

from unrut.core.explore.levels import UNKNOWN, Source
from unrut.models import Person
from unrut.queries.talk_subjects import TalkSubject, known_level, own_names, subject_key, subject_of

pytestmark = pytest.mark.integration

NURSE = "29-1141.00"


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("opening-12.pay", "opening-12"),
        ("way-3.own_1", "way-3"),
        ("field-15-1252.00", "work-15-1252.00"),
        ("gap-15-1252.00.2.A.1.a", "work-15-1252.00"),
        ("opening-12", "opening-12"),
        ("field-15", "field-15"),
        ("field-15-1252.000", "field-15-1252"),
        ("", ""),
    ],
)
def test_key_of_a_question_names_its_subject(question: str, key: str) -> None:
    assert subject_key(question) == key


def test_subject_of_each_kind_is_found(alice: Person, bob: Person) -> None:
    opening, way = an_opening(alice, "Zyx", company="Mill"), a_way(alice, "A degree")

    assert subject_of(alice, f"{opening.option}.commute") == TalkSubject(
        opening.option, "Zyx, Mill", "commute", opening=opening
    )
    assert subject_of(alice, f"way-{way.pk}.own_1") == TalkSubject(
        f"way-{way.pk}", "A degree", "own_1", way=way
    )
    assert subject_of(alice, f"gap-{NURSE}.2.A.1.a") == TalkSubject(
        f"work-{NURSE}", "Registered Nurses", occupation=NURSE
    )


def test_opening_without_a_company_is_called_by_its_title(alice: Person) -> None:
    subject = subject_of(alice, f"{an_opening(alice, 'Zyx').option}.commute")

    assert subject is not None
    assert subject.title == "Zyx"


@pytest.mark.parametrize(
    "question",
    [
        "",
        "opening-0.x",
        "opening-x",
        "opening-²",
        f"opening-{'9' * 30}",
        "way-0",
        "tree-1",
        "field-99-9999.00",
    ],
)
def test_what_is_not_there_is_no_subject(alice: Person, question: str) -> None:
    assert subject_of(alice, question) is None


def test_things_of_somebody_else_are_no_subject(alice: Person, bob: Person) -> None:
    opening, way = an_opening(bob, "Zyx of bob"), a_way(bob, "Of bob")

    assert subject_of(alice, f"{opening.option}.commute") is None
    assert subject_of(alice, f"way-{way.pk}.commute") is None


def test_level_is_what_is_known_by_now(alice: Person) -> None:
    opening, way = an_opening(alice, "Zyx"), a_way(alice)
    a_way_level(way, "autonomy", 8)
    make_learned(make_talk(make_contact(alice)), opening=opening, facet="commute", level=3)

    told = [subject_of(alice, key) for key in (f"{opening.option}.commute", f"way-{way.pk}.autonomy")]

    levels = [known_level(alice, subject) for subject in told if subject]
    assert [(level.mean, level.source) for level in levels] == [(3, Source.HEARD), (8, Source.ANSWERED)]


def test_level_is_unknown_where_nothing_is_known_or_asked(alice: Person) -> None:
    opening = an_opening(alice, "Zyx")
    told = [subject_of(alice, key) for key in (f"{opening.option}.own_1", opening.option, f"field-{NURSE}")]

    assert [known_level(alice, subject) for subject in told if subject] == [UNKNOWN] * 3


def test_own_names_are_those_the_person_gave(alice: Person, bob: Person) -> None:
    want = a_want(alice, "own_1")
    want.name = "A dog in the office"
    want.save()
    a_want(alice, "commute")

    assert own_names(alice) == {"own_1": "A dog in the office"}
