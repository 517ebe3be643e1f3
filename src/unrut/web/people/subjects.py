"""Where what a talk is about has its own page, and what people told of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from unrut.models import Learned, Opening, Person, Way
from unrut.queries.explore import OPENING
from unrut.queries.people import learned_about, learned_of
from unrut.queries.talk_subjects import WORK, own_names
from unrut.wording import talks as wording


@dataclass(frozen=True, slots=True)
class LearnedLine:
    """Something somebody told: of which facet, how that is, in which words, who and when."""

    id: int
    talk_id: int | None
    facet: str
    level: str
    text: str
    told_by: str


def subject_address(key: str) -> str:
    """The page of an opening, a way or a kind of work, by its key."""
    kind, _, rest = key.partition("-")
    if kind == WORK:
        return reverse("fit-work-page", args=[rest])
    return reverse("fit-option" if kind == OPENING else "fit-way", args=[key])


def learned_context(owner: Person, subject: Opening | Way | str | None) -> dict[str, object]:
    """What people told of an opening, a way or, by its code, a kind of work, for the page of it."""
    if subject is None:
        return {}
    found = learned_of(owner, subject) if isinstance(subject, str) else learned_about(owner, subject)
    return {"learned": learned_lines(found, own_names(owner))} if found else {}


def learned_lines(learned: Sequence[Learned], names: Mapping[str, str]) -> list[LearnedLine]:
    """What was learned, as lines of a page."""
    return [
        LearnedLine(
            id=one.pk,
            talk_id=one.talk_id,
            facet=wording.facet_words(one.facet, names) if one.facet else "",
            level="" if one.level is None else wording.heard_words(one.facet, one.level),
            text=one.text,
            told_by=wording.told_by(one),
        )
        for one in learned
    ]
