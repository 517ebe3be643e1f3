"""Which entries may be of one person: by profile, e-mail, number, or name and company."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.people.same import (
    MOST_SHARING,
    Likeness,
    PersonEntry,
    marks_of,
    phone_mark,
    profile_mark,
    same_pairs,
)

pytestmark = pytest.mark.unit

ENTRIES = st.builds(
    PersonEntry,
    key=st.just(0),
    group=st.integers(1, 3),
    name=st.sampled_from(["Ana Ortiz", "ana ortíz", "Ben Blum", ""]),
    company_key=st.sampled_from(["", "acme", "mill"]),
    email=st.sampled_from(["", "a@x.org", "A@x.org"]),
    phone=st.sampled_from(["", "0171 234567", "+49 171 234567"]),
    url=st.sampled_from(["", "https://www.linkedin.com/in/ana", "https://de.linkedin.com/in/ana/"]),
)


def entry(key: int, name: str = "Ana Ortiz", *, group: int = 0, **told: str) -> PersonEntry:
    return PersonEntry(key, group or key, name, **told)


@pytest.mark.parametrize(
    ("url", "mark"),
    [
        ("https://www.linkedin.com/in/Ana-Ortiz/", "linkedin.com/in/ana-ortiz"),
        ("http://de.linkedin.com/in/ana-ortiz?trk=1", "linkedin.com/in/ana-ortiz"),
        ("https://linkedin.com/in/j%C3%B6rg", "linkedin.com/in/jörg"),
        ("https://www.xing.com/profile/Ana_Ortiz", "xing.com/profile/ana_ortiz"),
        ("https://www.linkedin.com/company/acme", ""),
        ("https://example.org/linkedin.com/in/ana", ""),
        ("", ""),
    ],
)
def test_profile_is_written_in_one_way(url: str, mark: str) -> None:
    assert profile_mark(url) == mark


@pytest.mark.parametrize(
    ("phone", "mark"),
    [
        ("+49 171 2345678", "712345678"),
        ("0171/234 56 78", "712345678"),
        ("555 1234", "5551234"),
        ("110", ""),
        ("", ""),
    ],
)
def test_phone_is_the_same_with_and_without_its_country(phone: str, mark: str) -> None:
    assert phone_mark(phone) == mark


def test_marks_come_surest_first_and_without_empty_ones() -> None:
    marks = marks_of(email=" Ana@X.org ", url="https://linkedin.com/in/ana")

    assert marks == ((Likeness.PROFILE, "linkedin.com/in/ana"), (Likeness.EMAIL, "ana@x.org"))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            entry(1, url="https://linkedin.com/in/ana"),
            entry(2, "A. O.", url="https://www.linkedin.com/in/ana/"),
            "profile",
        ),
        (entry(1, email="ana@x.org"), entry(2, "A. O.", email="ANA@x.org"), "email"),
        (entry(1, phone="+49 171 2345678"), entry(2, "A. O.", phone="01712345678"), "phone"),
        (entry(1, company_key="acme"), entry(2, "ana  ORTÍZ", company_key="acme"), "name_and_company"),
        (entry(1, company_key="acme"), entry(2), "name"),
        (entry(1), entry(2), "name"),
    ],
)
def test_two_alike_are_a_pair(one: PersonEntry, other: PersonEntry, why: str) -> None:
    assert same_pairs([one, other]) == [(1, 2, Likeness(why))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry(1, company_key="acme"), entry(2, company_key="mill")),  # two of one name at two companies
        (entry(1, ""), entry(2, "")),
        (entry(1, email="ana@x.org"), entry(2, "Ben Blum", email="ben@x.org")),
        (entry(1, group=1, email="ana@x.org"), entry(2, group=1, email="ana@x.org")),  # joined already
    ],
)
def test_two_others_are_no_pair(one: PersonEntry, other: PersonEntry) -> None:
    assert same_pairs([one, other]) == []


def test_surest_likeness_of_a_pair_counts_and_stands_first() -> None:
    named = [entry(1, company_key="acme"), entry(2, company_key="acme")]
    mailed = [entry(3, "Ben Blum", email="b@x.org"), entry(4, "Ben Blum", email="b@x.org")]

    assert same_pairs([*named, *mailed]) == [(3, 4, Likeness.EMAIL), (1, 2, Likeness.NAME_AND_COMPANY)]


def test_one_without_a_company_is_paired_with_each_of_its_name() -> None:
    entries = [entry(1, company_key="acme"), entry(2, company_key="mill"), entry(3)]

    assert same_pairs(entries) == [(1, 3, Likeness.NAME), (2, 3, Likeness.NAME)]


def test_number_of_an_office_pairs_nobody() -> None:
    office = [entry(key, f"Person {key}", phone="030 1234567") for key in range(1, MOST_SHARING + 2)]

    assert same_pairs(office) == []
    assert len(same_pairs(office[:-1])) == MOST_SHARING - 1


@given(st.lists(ENTRIES, max_size=12))
def test_pairs_are_of_two_groups_and_never_more_than_they_could_be(told: list[PersonEntry]) -> None:
    entries = [PersonEntry(key, each.group, *_rest(each)) for key, each in enumerate(told)]
    groups = {each.key: each.group for each in entries}

    pairs = same_pairs(entries)

    met = [frozenset((groups[first], groups[second])) for first, second, _ in pairs]
    assert all(len(pair) == 2 for pair in met)
    assert len(met) == len(set(met))
    assert all(first < second for first, second, _ in pairs)


def _rest(told: PersonEntry) -> tuple[str, ...]:
    return told.name, told.company_key, told.email, told.phone, told.url


@pytest.mark.parametrize("word", ["1", "https://linkedin.com/in/", "%", "a.", "/"])
def test_endless_words_are_read_as_far_as_anybody_would(word: str) -> None:
    words = word * (1_000_000 // len(word))

    marks = dict(marks_of(email=words, phone=words, url=f"https://linkedin.com/in/{words}"))

    assert marks[Likeness.EMAIL] == words
    assert len(marks.get(Likeness.PROFILE, "")) < 400
