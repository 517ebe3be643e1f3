"""Many rows stored at once are the same as those that Django stores."""

import gc
from datetime import date
from typing import Any

import pytest
from tests.factories import make_contact

from unrut.models import Contact, Person
from unrut.queries.scope import of
from unrut.services.many_rows import many_at_once, store_changed, store_new

pytestmark = pytest.mark.integration

DAY = date(2026, 11, 20)
TOLD = {"name": 'Ana "Äpfel" O\'Hara', "note": "=cmd\n%s"}


def a_row(owner: Person, key: str, **more: Any) -> dict[str, Any]:
    values = {"name": TOLD["name"], "past": [{"company": "Mill", "position": ""}], "told": TOLD, "warmth": 3}
    return {"owner_id": owner.pk, "source_key": key, "met_on": DAY, "made_on": DAY, **values, **more}


def values_of(row: Contact, *, without: set[str]) -> dict[str, Any]:
    names = {field.attname for field in Contact._meta.concrete_fields} - without
    return {name: getattr(row, name) for name in names}


def test_new_rows_are_stored_as_told(alice: Person) -> None:
    first = make_contact(alice)
    rows = [a_row(alice, "a", same_as_id=None), a_row(alice, "b", same_as_id=first.pk, met_on=None)]

    store_new(Contact, rows)

    stored = of(Contact, alice).exclude(pk=first.pk)
    assert [{name: getattr(row, name) for name in rows[0]} for row in stored] == rows


def test_fields_that_are_not_named_are_as_django_has_them(alice: Person) -> None:
    usual = Contact.objects.create(**a_row(alice, "a"))

    store_new(Contact, [a_row(alice, "b")])

    others = {"id", "uid", "source_key"}
    stored = of(Contact, alice).get(source_key="b")
    assert values_of(stored, without=others) == values_of(usual, without=others)
    assert stored.uid != usual.uid


def test_only_the_named_fields_of_changed_rows_are_written(alice: Person) -> None:
    ana, ben, _ = (make_contact(alice, name) for name in ("Ana", "Ben", "Cid"))
    told = [
        {
            "id": row.pk,
            "note": row.name.upper(),
            "told": {"a": row.name},
            "met_on": DAY,
            "company": "not written",
        }
        for row in (ana, ben)
    ]

    store_changed(Contact, told, ["note", "told", "met_on"])

    rows = of(Contact, alice).values_list("note", "told", "met_on", "company")
    assert list(rows) == [("ANA", {"a": "Ana"}, DAY, ""), ("BEN", {"a": "Ben"}, DAY, ""), ("", {}, None, "")]


def test_nothing_to_store_asks_nothing(alice: Person) -> None:
    store_new(Contact, [])
    store_changed(Contact, [], ["note"])

    assert not of(Contact, alice).exists()


def test_throwing_away_goes_on_afterwards_whatever_happens() -> None:
    seen = []

    @many_at_once()
    def break_off() -> None:
        seen.append(gc.isenabled())
        raise KeyError

    with pytest.raises(KeyError):
        break_off()

    assert (seen, gc.isenabled()) == ([False], True)


def test_what_was_off_before_stays_off() -> None:
    with many_at_once():
        with many_at_once():
            pass
        is_on_within = gc.isenabled()

    assert (is_on_within, gc.isenabled()) == (False, True)
