"""Whom one knows at a company or in a kind of work, as a small part of the pages of both."""

from unrut.models import Person
from unrut.queries.people import people_at, people_in
from unrut.wording.people import does_words, doing_words, there_words


def people_there(owner: Person, company_key: str, company: str) -> dict[str, object]:
    """Who works at a company, by what is known."""
    found = people_at(owner, company_key)
    return {
        "here": [(person, does_words(person)) for person in found],
        "here_title": there_words(len(found), company),
    }


def people_doing(owner: Person, occupation: str) -> dict[str, object]:
    """Who does that very work."""
    found = people_in(owner, occupation)
    return {
        "here": [(person, does_words(person)) for person in found],
        "here_title": doing_words(len(found)),
    }
