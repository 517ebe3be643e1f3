"""What a person says of where they stand among kinds of work, and what they take from there into their ways and plan."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.db import transaction
from django.db.models import Max

from unrut.core.errors import InvalidInputError
from unrut.core.explore.occupations.gaps import Closing, Gap, gap_card
from unrut.core.explore.occupations.licences import shipped_licences
from unrut.core.explore.occupations.own_skills import LEVEL_OF, Standing, shipped_skills
from unrut.core.explore.occupations.reach import Horizon
from unrut.core.explore.occupations.riasec import Holland
from unrut.core.explore.occupations.study import EDUCATION, study_need
from unrut.core.explore.ways import LONGEST_MONTHS, Estimate, Figure, WayKind
from unrut.core.plan.steps import Strand
from unrut.models import Background, Job, OwnSkill, Person, Step, Way
from unrut.models.occupation import LONGEST_EVIDENCE
from unrut.queries.guide import Guide, current_guide
from unrut.queries.plan import current_goal
from unrut.queries.scope import of, one
from unrut.queries.standpoint import standpoint_of
from unrut.services.ways import SaidFigure, WayDescription, add_way, describe_way

MOST_INTERESTS = 3
GAP_MINUTES = 60
MONTHS_OF_A_YEAR = 12
PART_TIME = 2.0
"""Judgement: beside work, study takes twice as long."""
HOURS_A_MONTH = 21.7
"""Five hours a week."""
_RESULT = "Written down what came of it, and what it shows of what you can."
_STRANDS = {
    Closing.EVALUATE: Strand.KNOWLEDGE,
    Closing.TRAINING: Strand.TRAINING,
    Closing.SIDE_PROJECT: Strand.PROJECTS,
}


@dataclass(frozen=True, slots=True)
class SaidSkill:
    """How far a skill goes, and what shows it."""

    standing: Standing
    evidence: str = ""


class Keep(Enum):
    """In place of a value: what was said before stays."""

    KEEP = "keep"


KEEP = Keep.KEEP


def confirm_skills(owner: Person, said: Mapping[str, SaidSkill], *, today: date) -> int:
    """Keep how far skills go, all of them or nothing; one said before is said anew. How many that were.

    Raises InvalidInputError for a skill there is none of, or too long an evidence.
    """
    for element, skill in said.items():
        _check_skill(element, skill)
    with transaction.atomic():
        for element, skill in said.items():
            fields = {
                "level": LEVEL_OF[skill.standing],
                "evidence": skill.evidence.strip(),
                "said_on": today,
            }
            OwnSkill.objects.update_or_create(owner=owner, element=element, defaults=fields)
    return len(said)


def forget_skills(owner: Person, elements: Collection[str]) -> int:
    """Forget what was said of these skills; how many that were."""
    return of(OwnSkill, owner).filter(element__in=elements).delete()[0]


def say_background(
    owner: Person,
    *,
    education: int | Keep | None = KEEP,
    licences: Sequence[str] | Keep = KEEP,
    horizon: str | Keep = KEEP,
    interests: Sequence[str] | Keep = KEEP,
) -> Background:
    """Keep what the person brings and how far they would go; what is not given stays. None leaves the schooling unsaid.

    Raises InvalidInputError.
    """
    said: dict[str, object] = {}
    if not isinstance(education, Keep):
        said["education"] = _education(education)
    if not isinstance(licences, Keep):
        said["licences"] = _licences(licences)
    if not isinstance(horizon, Keep):
        said["horizon"] = _horizon(horizon)
    if not isinstance(interests, Keep):
        said["interests"] = _interests(interests)
    background, _ = Background.objects.update_or_create(owner=owner, defaults=said)
    return background


def say_occupation(owner: Person, job_id: int, code: str) -> Job:
    """Say which occupation a job belongs to; nothing leaves it to the title.

    Raises MissingError when there is no such job or no such occupation.
    """
    guide = current_guide()
    job = one(Job, owner, job_id)
    job.occupation = guide.atlas.codes[guide.row_named(code)] if code.strip() else ""
    job.save(update_fields=["occupation"])
    return job


def weigh_occupation(owner: Person, code: str, *, kind: str = WayKind.FIELD, today: date) -> Way:
    """Consider an occupation as a way: a new field, or study for it, which is there once for each kind.

    What is missing, or the study it asks for, says how many months it takes; the person may say otherwise.
    Raises MissingError when there is no such occupation, InvalidInputError.
    """
    guide = current_guide()
    row = guide.row_named(code)
    title, code = guide.atlas.titles[row], guide.atlas.codes[row]
    with transaction.atomic():
        known = of(Way, owner).filter(occupation=code, kind=kind).first()
        if known is not None:
            return known
        way = add_way(owner, kind, title, today=today, occupation=code)
        if months := _months(owner, guide, row, WayKind(kind), today):
            describe_way(owner, way.pk, WayDescription(title, figures={Figure.MONTHS: months}))
    return way


def make_gaps_steps(owner: Person, code: str, elements: Collection[str], *, today: date) -> list[Step]:
    """Put what closes these gaps into the plan, behind the steps there are; what is there already is not put twice.

    Raises MissingError when there is no such occupation, InvalidInputError when nothing is chosen or there is no plan.
    """
    gaps = [gap for gap in _gaps(owner, code, today) if gap.element in elements]
    if not gaps:
        raise InvalidInputError("Nothing of what is missing was chosen. Choose at least one line.")
    goal = current_goal(owner)
    if goal is None:
        raise InvalidInputError(
            "There is no plan yet that this could be a step of. Choose a goal first, and come back."
        )
    with transaction.atomic():
        there = set(of(Step, owner).filter(goal=goal).values_list("text", flat=True))
        last = of(Step, owner).filter(goal=goal).aggregate(last=Max("position"))["last"]
        begin = 0 if last is None else last + 1
        fresh = [gap for gap in gaps if gap.first_step not in there]
        return [
            Step.objects.create(
                owner=owner,
                goal=goal,
                strand=_STRANDS[gap.how].value,
                text=gap.first_step,
                result=_RESULT,
                minutes=GAP_MINUTES,
                position=position,
            )
            for position, gap in enumerate(fresh, start=begin)
        ]


def _months(owner: Person, guide: Guide, row: int, kind: WayKind, today: date) -> SaidFigure | None:
    """How long it takes to be there: as long as the study, or as what is missing takes beside work."""
    at = standpoint_of(owner, guide, today=today)
    if kind in {WayKind.STUDY_FULL, WayKind.STUDY_PART}:
        need = study_need(guide.atlas, row, at.background.education)
        if need is None or not need.is_needed:
            return None
        slower = PART_TIME if kind is WayKind.STUDY_PART else 1.0
        low, high = (MONTHS_OF_A_YEAR * years * slower for years in need.years)
        source = (
            f"From what you have to “{EDUCATION[need.to_category].name}”, by the years that usually takes."
        )
    else:
        card = gap_card(guide.atlas, row, at.mine)
        if not card.missing:
            return None
        low, high = card.hours.low / HOURS_A_MONTH, card.hours.high / HOURS_A_MONTH
        source = f"From what is missing: {card.hours.low:.0f} to {card.hours.high:.0f} hours, five a week."
    low, high = (min(max(round(months), 1), LONGEST_MONTHS) for months in (low, high))
    return SaidFigure(Estimate(low, (low + high) / 2, high), source)


def _gaps(owner: Person, code: str, today: date) -> Sequence[Gap]:
    guide = current_guide()
    row = guide.row_named(code)
    return gap_card(guide.atlas, row, standpoint_of(owner, guide, today=today).mine).missing


def _check_skill(element: str, skill: SaidSkill) -> None:
    if element not in shipped_skills():
        raise InvalidInputError(f'"{element}" is no skill of the list. Choose one from it.')
    if len(skill.evidence.strip()) > LONGEST_EVIDENCE:
        raise InvalidInputError(
            f"What shows the skill is longer than {LONGEST_EVIDENCE} characters. Shorten it."
        )


def _education(said: int | None) -> int | None:
    if said is not None and said not in EDUCATION:
        raise InvalidInputError(f"There is no schooling {said}. Choose one from the list.")
    return said


def _licences(said: Sequence[str]) -> list[str]:
    unknown = [name for name in said if name not in shipped_licences()]
    if unknown:
        raise InvalidInputError(f'"{unknown[0]}" is no licence of the list. Choose one from it.')
    return list(dict.fromkeys(said))


def _horizon(said: str) -> str:
    if said and said not in set(Horizon):
        raise InvalidInputError(f'"{said}" is no horizon. Choose one of {", ".join(Horizon)}.')
    return said


def _interests(said: Sequence[str]) -> list[str]:
    chosen = list(dict.fromkeys(said))
    if any(name not in set(Holland) for name in chosen):
        raise InvalidInputError(f"Choose interests of {', '.join(Holland)}.")
    if len(chosen) > MOST_INTERESTS:
        raise InvalidInputError(f"Choose at most {MOST_INTERESTS} kinds of interest.")
    return chosen
