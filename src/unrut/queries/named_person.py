"""Finds one of the people a person knows by what is typed: a number, or a part of the name."""

from collections.abc import Sequence

from unrut.core.errors import InvalidInputError
from unrut.core.explore.people.names import folded
from unrut.errors import MissingError
from unrut.models import Contact, Person
from unrut.queries.scope import of

MOST_NAMED = 5
LONGEST_NUMBER = 18
_SHOWN = 80


def person_named(owner: Person, words: str) -> Contact:
    """The contact with this number, or the only one whose name holds these words.

    A whole name goes before the beginning of a word, and that before any part.

    An entry that was joined with another gives the one that stands for both. Raises MissingError when nobody is called so,
    InvalidInputError when several are.
    """
    found = _numbered(owner, words.strip()) or _called(owner, words)
    if not found:
        raise MissingError(
            f'You know nobody called "{words[:_SHOWN]}". See whom you know: unrut people list. Add them: unrut people add.'
        )
    if len(found) > 1:
        raise InvalidInputError(
            f'"{words[:_SHOWN]}" may be {_any_of(found)}. Give the number of the one you mean.'
        )
    return found[0]


def _numbered(owner: Person, words: str) -> list[Contact]:
    if not (words.isascii() and words.isdigit() and len(words) <= LONGEST_NUMBER):
        return []
    row = of(Contact, owner).select_related("same_as").filter(pk=int(words)).first()
    return [row.same_as or row] if row else []


def _called(owner: Person, words: str) -> list[Contact]:
    """Those whose whole name it is, else those one word of whose name begins with it, else those who hold it, by name."""
    wanted = folded(words)
    if not wanted:
        return []
    names = of(Contact, owner).values_list("pk", "same_as_id", "name")
    told = [(same_as or pk, folded(name)) for pk, same_as, name in names]
    exact = {key for key, name in told if name == wanted}
    begun = {key for key, name in told if f" {wanted}" in f" {name}"}
    keys = exact or begun or {key for key, name in told if wanted in name}
    return list(of(Contact, owner).filter(pk__in=sorted(keys)[: MOST_NAMED + 1]).order_by("name", "pk"))


def _any_of(found: Sequence[Contact]) -> str:
    named = [_named(each) for each in found[:MOST_NAMED]]
    if len(found) > MOST_NAMED:
        return f"{', '.join(named)} or somebody else"
    return f"{', '.join(named[:-1])} or {named[-1]}"


def _named(contact: Contact) -> str:
    at = f", {contact.company}" if contact.company else ""
    return f"{contact.pk} ({contact.name}{at})"
