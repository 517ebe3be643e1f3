"""What a person says of where they stand among kinds of work, and what they take from there into their ways and plan."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

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
from unrut.errors import MissingError
from unrut.models import Background, Job, OwnSkill, Person, Step, Way
from unrut.models.occupation import LONGEST_EVIDENCE
from unrut.queries.guide import current_guide
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


@dataclass(frozen=True, slots=True)
class SaidBackground:
    """What the person brings, and how far they would go. None leaves the schooling unsaid."""

    education: int | None = None
    licences: tuple[str, ...] = ()
    horizon: str = ""
    interests: tuple[str, ...] = ()


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


def say_background(owner: Person, said: SaidBackground) -> Background:
    """Keep what the person brings and how far they would go.

    Raises InvalidInputError.
    """
    _check_background(said)
    background, _ = Background.objects.update_or_create(
        owner=owner,
        defaults={
            "education": said.education,
            "licences": list(dict.fromkeys(said.licences)),
            "horizon": said.horizon,
            "interests": list(dict.fromkeys(said.interests)),
        },
    )
    return background


def say_occupation(owner: Person, job_id: int, code: str) -> Job:
    """Say which occupation a job belongs to; nothing leaves it to the title.

    Raises MissingError when there is no such job or no such occupation.
    """
    code = code.strip()
    if code:
        title_of(code)
    job = one(Job, owner, job_id)
    job.occupation = code
    job.save(update_fields=["occupation"])
    return job


def weigh_occupation(owner: Person, code: str, *, kind: str = WayKind.FIELD, today: date) -> Way:
    """Consider an occupation as a way: a new field, or study for it, which is there once for each kind.

    What is missing, or the study it asks for, says how many months it takes; the person may say otherwise.
    Raises MissingError when there is no such occupation, InvalidInputError.
    """
    title = title_of(code)
    known = of(Way, owner).filter(occupation=code, kind=kind).first()
    if known is not None:
        return known
    with transaction.atomic():
        way = add_way(owner, kind, title, today=today, occupation=code)
        if months := _months(owner, code, WayKind(kind), today):
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


def title_of(code: str) -> str:
    """The name of an occupation.

    Raises MissingError when the atlas has none of that code.
    """
    atlas = current_guide().atlas
    row = atlas.rows.get(code)
    if row is None:
        raise MissingError(f'There is no kind of work with the code "{code}". Look it up by its name.')
    return atlas.titles[row]


def _months(owner: Person, code: str, kind: WayKind, today: date) -> SaidFigure | None:
    """How long it takes to be there: as long as the study, or as what is missing takes beside work."""
    guide = current_guide()
    at, row = standpoint_of(owner, guide, today=today), guide.atlas.rows[code]
    need = study_need(guide.atlas, row, at.background.education)
    if kind in {WayKind.STUDY_FULL, WayKind.STUDY_PART}:
        slower = PART_TIME if kind is WayKind.STUDY_PART else 1.0
        if need is None:
            return None
        low, high = (MONTHS_OF_A_YEAR * years * slower for years in need.years)
        source = f"From the years that {EDUCATION[need.to_category].name.lower()} usually takes."
    else:
        card = gap_card(guide.atlas, row, at.mine)
        if not card.missing:
            return None
        hours = card.hours
        low, high = hours.low / HOURS_A_MONTH, hours.high / HOURS_A_MONTH
        source = f"From what is missing: {hours.low:.0f} to {hours.high:.0f} hours, five a week."
    low, high = (min(max(round(months), 1), LONGEST_MONTHS) for months in (low, high))
    return SaidFigure(Estimate(low, (low + high) / 2, high), source)


def _gaps(owner: Person, code: str, today: date) -> Sequence[Gap]:
    title_of(code)
    guide = current_guide()
    at = standpoint_of(owner, guide, today=today)
    return gap_card(guide.atlas, guide.atlas.rows[code], at.mine).missing


def _check_skill(element: str, skill: SaidSkill) -> None:
    if element not in shipped_skills():
        raise InvalidInputError(f'"{element}" is no skill of the list. Choose one from it.')
    if len(skill.evidence.strip()) > LONGEST_EVIDENCE:
        raise InvalidInputError(
            f"What shows the skill is longer than {LONGEST_EVIDENCE} characters. Shorten it."
        )


def _check_background(said: SaidBackground) -> None:
    if said.education is not None and said.education not in EDUCATION:
        raise InvalidInputError(f"There is no schooling {said.education}. Choose one from the list.")
    unknown = [name for name in said.licences if name not in shipped_licences()]
    if unknown:
        raise InvalidInputError(f'"{unknown[0]}" is no licence of the list. Choose one from it.')
    if said.horizon and said.horizon not in set(Horizon):
        raise InvalidInputError(f'"{said.horizon}" is no horizon. Choose one of {", ".join(Horizon)}.')
    if any(name not in set(Holland) for name in said.interests):
        raise InvalidInputError(f"Choose interests of {', '.join(Holland)}.")
    if len(set(said.interests)) > MOST_INTERESTS:
        raise InvalidInputError(f"Choose at most {MOST_INTERESTS} kinds of interest.")
