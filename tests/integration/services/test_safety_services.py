import pytest
from tests.factories import a_preference

from unrut.core.errors import InvalidInputError
from unrut.models import Person, Preference
from unrut.queries.scope import of
from unrut.services.safety import choose_country

pytestmark = pytest.mark.integration


def countries(owner: Person) -> list[str]:
    return list(of(Preference, owner).values_list("country", flat=True))


@pytest.mark.parametrize("code", ["GB", " gb "])
def test_country_is_kept(alice: Person, code: str) -> None:
    choose_country(alice, code)

    assert countries(alice) == ["GB"]


def test_country_is_changed_and_taken_back(alice: Person, bob: Person) -> None:
    before = countries(bob)
    choose_country(alice, "GB")

    choose_country(alice, "DE")
    changed = countries(alice)
    choose_country(alice, " ")

    assert (changed, countries(alice), countries(bob)) == (["DE"], [""], before)


def test_no_country_makes_no_row(alice: Person) -> None:
    choose_country(alice, "")

    assert countries(alice) == []


def test_other_choices_stay(alice: Person) -> None:
    a_preference(alice, false_alarms=5)

    choose_country(alice, "FR")

    assert of(Preference, alice).values_list("country", "false_alarms").get() == ("FR", 5)


def test_unknown_country_is_refused(alice: Person) -> None:
    with pytest.raises(InvalidInputError, match='"XX" is none of the countries on the list: AU, AT, BE'):
        choose_country(alice, "XX")

    assert countries(alice) == []
