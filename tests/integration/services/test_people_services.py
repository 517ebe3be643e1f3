"""There is one owner at home, and a link signs them in once, within the hour."""

from datetime import datetime, timedelta

import pytest
from tests.factories import MOMENT

from unrut.models import Person, SignInLink
from unrut.services.people import SpentLinkError, local_owner, make_sign_in_link, use_sign_in_link

pytestmark = pytest.mark.integration

AN_HOUR = timedelta(hours=1)


def refusal(token: str, now: datetime = MOMENT) -> str:
    with pytest.raises(SpentLinkError) as refused:
        use_sign_in_link(token, now=now)
    return str(refused.value)


@pytest.mark.django_db
def test_owner_is_made_once_and_has_no_password() -> None:
    owner = local_owner()

    assert (owner.handle, owner.is_example, owner.has_usable_password()) == ("me", False, False)
    assert local_owner() == owner
    assert Person.objects.get().has_usable_password() is False


def test_owner_is_found_again_as_they_are(bob: Person) -> None:
    owner = local_owner()
    owner.name = "Alice"
    owner.save()

    assert (local_owner().name, Person.objects.count()) == ("Alice", 2)


@pytest.mark.parametrize("later", [timedelta(0), AN_HOUR])
def test_link_signs_in_within_the_hour(alice: Person, bob: Person, later: timedelta) -> None:
    token = make_sign_in_link(alice, now=MOMENT)

    assert use_sign_in_link(token, now=MOMENT + later) == alice
    assert SignInLink.objects.get().used_at == MOMENT + later


def test_link_works_no_second_time(alice: Person) -> None:
    token = make_sign_in_link(alice, now=MOMENT)
    use_sign_in_link(token, now=MOMENT)

    assert refusal(token) == (
        "This sign-in link was used before or is older than an hour. "
        "Start unrut again in a terminal: it prints a fresh one."
    )


def test_link_older_than_an_hour_is_refused_and_stays_unused(alice: Person) -> None:
    token = make_sign_in_link(alice, now=MOMENT)

    refusal(token, MOMENT + AN_HOUR + timedelta(seconds=1))

    assert SignInLink.objects.get().used_at is None


@pytest.mark.parametrize("token", ["", "guess", "\x00", "🙂" * 1000])
def test_link_nobody_made_is_refused(alice: Person, token: str) -> None:
    make_sign_in_link(alice, now=MOMENT)

    refusal(token)

    assert SignInLink.objects.get().used_at is None


def test_newer_link_ends_the_older_one_of_the_same_person_only(alice: Person, bob: Person) -> None:
    other = make_sign_in_link(bob, now=MOMENT)
    older = make_sign_in_link(alice, now=MOMENT)
    newer = make_sign_in_link(alice, now=MOMENT)

    refusal(older)

    assert [use_sign_in_link(token, now=MOMENT) for token in (newer, other)] == [alice, bob]


def test_token_is_long_and_never_stored(alice: Person) -> None:
    token = make_sign_in_link(alice, now=MOMENT)

    (row,) = SignInLink.objects.values()
    assert len(token) == 43
    assert [value for value in row.values() if token in str(value)] == []
