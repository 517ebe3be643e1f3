"""Accomplishments: written down by hand, told more fully, corrected, removed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from unrut.core.errors import InvalidInputError
from unrut.core.facets import shipped_vocabulary
from unrut.core.milestones.story import Part
from unrut.core.milestones.told import (
    LONGEST_LINE,
    LONGEST_PROOF,
    LONGEST_SKILL,
    LONGEST_STORY,
    LONGEST_TEXT,
    MOST_SKILLS,
)
from unrut.models import Accomplishment, Person, Refusal
from unrut.queries.scope import of, one
from unrut.services.reflect import EARLIEST_WEEK, lines_of

EARLIEST = EARLIEST_WEEK
MOST_REFUSALS = 500


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of an accomplishment beside what and when: numbers, how they are known, who saw it, skills, proof."""

    figures: str = ""
    known_from: str = ""
    seen_by: str = ""
    skills: tuple[str, ...] = ()
    proof: str = ""


NOTHING_MORE = Told()


def add_accomplishment(
    owner: Person, text: str, *, on: date, today: date, told: Told = NOTHING_MORE
) -> Accomplishment:
    """Write down something accomplished.

    Raises InvalidInputError when the text is empty or too long, or the day is in the future or before 1940.
    """
    return Accomplishment.objects.create(
        owner=owner, text=_checked_text(text), happened_on=_checked_day(on, today), **_checked_details(told)
    )


def change_accomplishment(
    owner: Person, accomplishment_id: int, text: str, *, on: date, today: date, told: Told
) -> Accomplishment:
    """Correct what was written down, or add to it.

    Raises MissingError, InvalidInputError.
    """
    done = one(Accomplishment, owner, accomplishment_id)
    fields = {"text": _checked_text(text), "happened_on": _checked_day(on, today), **_checked_details(told)}
    if fields["text"] != done.text:
        fields |= {"read_as": "", "readings": None}
    for name, value in fields.items():
        setattr(done, name, value)
    done.save(update_fields=["changed_at", *fields])
    return done


def tell_part(owner: Person, accomplishment_id: int, part: str, text: str) -> Accomplishment:
    """Tell one part of the story: situation, task, action or result; an empty text takes it back.

    Raises MissingError, InvalidInputError.
    """
    if part not in list(Part):
        raise InvalidInputError(f'"{part}" is no part of a story. Tell {", ".join(Part)}.')
    done = one(Accomplishment, owner, accomplishment_id)
    setattr(done, part, _checked_story(text))
    done.save(update_fields=[part, "changed_at"])
    return done


def say_facet(owner: Person, accomplishment_id: int, facet: str, *, holds: bool) -> Accomplishment:
    """Confirm, add (`holds`) or remove what an accomplishment is about.

    Raises MissingError, InvalidInputError.
    """
    if facet not in shipped_vocabulary():
        raise InvalidInputError(f'"{facet}" is not one of the thirty facets. Choose one from the list.')
    done = one(Accomplishment, owner, accomplishment_id)
    done.facets = {**done.facets, facet: holds}
    done.save(update_fields=["facets", "changed_at"])
    return done


def remove_accomplishment(owner: Person, accomplishment_id: int) -> Accomplishment:
    """Remove an accomplishment.

    Raises MissingError.
    """
    done = one(Accomplishment, owner, accomplishment_id)
    done.delete()
    return done


def refuse(owner: Person, accomplishment_id: int, facets: Sequence[str], *, today: date) -> Refusal:
    """Say that an accomplishment shown against a worry about these facets did not help; the oldest of very many are forgotten.

    Raises MissingError, InvalidInputError.
    """
    done = one(Accomplishment, owner, accomplishment_id)
    unknown = [facet for facet in facets if facet not in shipped_vocabulary()]
    if unknown:
        raise InvalidInputError(f'"{unknown[0]}" is not one of the thirty facets. Load the page again.')
    refusal = Refusal.objects.create(
        owner=owner, accomplishment=done, facets=sorted(set(facets)), said_on=today
    )
    kept = list(of(Refusal, owner).order_by("-pk").values_list("pk", flat=True)[:MOST_REFUSALS])
    of(Refusal, owner).exclude(pk__in=kept).delete()
    return refusal


def skills_in(written: str) -> tuple[str, ...]:
    """The skills in a line of them, parted by commas or line breaks; each once, in their order."""
    named = (" ".join(part.split()) for line in lines_of(written) for part in line.split(","))
    found: dict[str, str] = {}
    for skill in filter(None, named):
        found.setdefault(skill.casefold(), skill)
    return tuple(found.values())


def _checked_text(text: str) -> str:
    line = " ".join(lines_of(text))
    if not line:
        raise InvalidInputError("Nothing was written. Say in a few words what you got done.")
    if len(line) > LONGEST_TEXT:
        raise InvalidInputError(
            f"This has {len(line):,} characters; {LONGEST_TEXT} is the most. "
            "Say in one sentence what you got done, and tell the rest as its story."
        )
    return line


def _checked_day(on: date, today: date) -> date:
    if not EARLIEST <= on <= today:
        raise InvalidInputError(
            f"{on.day} {on:%B} {on.year} cannot be the day. Give a day from {EARLIEST.year} to today."
        )
    return on


def _checked_story(text: str) -> str:
    told = "\n".join(lines_of(text))
    if len(told) > LONGEST_STORY:
        raise InvalidInputError(
            f"This has {len(told):,} characters; {LONGEST_STORY:,} is the most. Shorten it and save again."
        )
    return told


def _checked_details(told: Told) -> dict[str, object]:
    """The fields of an accomplishment for what was told; what is too long is refused."""
    lines = {
        "figures": ("The numbers", told.figures, LONGEST_LINE),
        "known_from": ("How the numbers are known", told.known_from, LONGEST_LINE),
        "seen_by": ("Who saw it", told.seen_by, LONGEST_LINE),
        "proof": ("The link or file name", told.proof, LONGEST_PROOF),
    }
    skills = [skill for named in told.skills for skill in skills_in(named)]
    checked = {name: _checked_line(what, text, most) for name, (what, text, most) in lines.items()}
    return {**checked, "skills": _checked_skills(skills)}


def _checked_line(what: str, text: str, most: int) -> str:
    line = " ".join(" ".join(lines_of(text)).split())
    if len(line) > most:
        raise InvalidInputError(
            f"{what} take {len(line):,} characters; {most:,} is the most. Shorten it and save again."
        )
    return line


def _checked_skills(skills: Sequence[str]) -> list[str]:
    if len(skills) > MOST_SKILLS:
        raise InvalidInputError(
            f"{len(skills)} skills are too many for one thing. Name {MOST_SKILLS} at most."
        )
    for skill in skills:
        if len(skill) > LONGEST_SKILL:
            raise InvalidInputError(
                f'"{skill[:LONGEST_SKILL]}…" is too long for a skill. Put commas between skills, and keep each short.'
            )
    return list(skills)
