"""What a person can: confirmed by them, and proposed from what they wrote."""

from collections.abc import Sequence
from typing import Any

from unrut.cli.output import section
from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.occupations.own_skills import SkillTable, SkillWords, Standing, shipped_skills
from unrut.errors import MissingError
from unrut.models import Person
from unrut.queries.guide import current_guide
from unrut.queries.skills import (
    KnownSkill,
    SkillProposal,
    known_skills,
    of_table,
    proposals_from,
    told_texts,
    usual_skills,
)
from unrut.queries.standpoint import standpoint_of
from unrut.services.occupations import SaidSkill, confirm_skills, forget_skills
from unrut.services.skill_files import read_skill_file
from unrut.wording.numbers import listed
from unrut.wording.skills import skills_lead, standing_words, table_name, why_words

_AMONG = 8
_SHOWN = 80


def known_lines(owner: Person) -> list[str]:
    """What is confirmed, by kind; where nothing is, how to begin."""
    known = known_skills(owner)
    proposed = 0 if known else len(proposals_from(told_texts(owner)))
    told = [skills_lead(len(known), proposed)]
    for table in SkillTable:
        told += section(table_name(table), [_known_line(skill) for skill in of_table(known, table)])
    return told if known else [*told, "See what your own words show: unrut skills propose"]


def known_values(owner: Person) -> list[dict[str, Any]]:
    """The same for scripts."""
    return [
        {**_named(skill.words, skill.standing), "evidence": skill.evidence} for skill in known_skills(owner)
    ]


def all_lines(owner: Person) -> list[str]:
    """Every skill there is, by kind, with how far it goes where that is confirmed."""
    standings = {skill.words.id: skill.standing for skill in known_skills(owner)}
    told = []
    for table in SkillTable:
        rows = [skill for skill in shipped_skills().values() if skill.table is table]
        told += section(table_name(table), [_any_line(skill, standings.get(skill.id)) for skill in rows])
    return told[1:]


def all_values(owner: Person) -> list[dict[str, Any]]:
    """The same for scripts; without a standing where nothing is confirmed."""
    standings = {skill.words.id: skill.standing for skill in known_skills(owner)}
    return [_named(skill, standings.get(skill.id)) for skill in shipped_skills().values()]


def proposed(owner: Person, name: str, content: bytes) -> list[SkillProposal]:
    """What a file gives away; where none is named, the accomplishments and the work done. Without what is confirmed.

    Raises UnreadableFileError.
    """
    known = {skill.words.id for skill in known_skills(owner)}
    if name:
        return proposals_from(read_skill_file(name, content), known)
    told = proposals_from(told_texts(owner), known)
    known.update(proposal.words.id for proposal in told)
    guide = current_guide()
    return [*told, *usual_skills(standpoint_of(owner, guide, today=today()), guide, known)]


def proposed_lines(found: Sequence[SkillProposal]) -> list[str]:
    """What is proposed, each with the words that show it or the work it is usual in."""
    if not found:
        return [
            "Nothing here shows a skill we know the words for. Confirm one yourself; all there are: unrut skills list --all"
        ]
    lead = (
        'Nothing of this counts yet. Confirm what is true of you: unrut skills add "Speaking" --level strong'
    )
    own = [_proposed_line(each) for each in found if each.quotes]
    return [
        lead,
        *section("Shown by your own words", own),
        *section("From the work you did", [_proposed_line(each) for each in found if not each.quotes]),
    ]


def proposed_values(found: Sequence[SkillProposal]) -> list[dict[str, Any]]:
    """The same for scripts."""
    return [
        {**_named(each.words, each.standing), "quotes": list(each.quotes), "work": each.work}
        for each in found
    ]


def add(owner: Person, named: str, level: str, evidence: str) -> KnownSkill:
    """Confirm a skill; what showed it before stays while nothing else is given.

    Raises InvalidInputError.
    """
    skill = _skill(named)
    before = next((known.evidence for known in known_skills(owner) if known.words is skill), "")
    confirm_skills(owner, {skill.id: SaidSkill(Standing(level), evidence or before)}, today=today())
    return next(known for known in known_skills(owner) if known.words is skill)


def added_lines(skill: KnownSkill) -> list[str]:
    """What was confirmed."""
    return [f"Kept: {_known_line(skill)}"]


def added_values(skill: KnownSkill) -> dict[str, Any]:
    """The same for scripts."""
    return {**_named(skill.words, skill.standing), "evidence": skill.evidence}


def forget(owner: Person, named: str) -> str:
    """Take a skill back; the sentence to say.

    Raises InvalidInputError, MissingError when it was never said.
    """
    skill = _skill(named)
    if not forget_skills(owner, [skill.id]):
        raise MissingError(f"You said nothing of {skill.name}. What you said is listed by unrut skills.")
    return f"{skill.name}: what you said is taken back."


def _skill(named: str) -> SkillWords:
    """The skill with this element or name, in part or whole.

    Raises InvalidInputError, with what it may be.
    """
    skills = shipped_skills()
    wanted = " ".join(named.casefold().split())
    by_name = {skill.name.casefold(): skill for skill in skills.values()}
    exact = skills.get(named.strip()) or by_name.get(wanted)
    if exact:
        return exact
    found = [skill for name, skill in by_name.items() if wanted and wanted in name]
    if len(found) == 1:
        return found[0]
    if not found:
        raise InvalidInputError(
            f'There is no skill called "{named[:_SHOWN]}". See them all: unrut skills list --all'
        )
    raise InvalidInputError(
        f'"{named[:_SHOWN]}" may be {_any_of(found)}. Give the number of the one you mean.'
    )


def _any_of(found: Sequence[SkillWords]) -> str:
    named = [f"{skill.name} [{skill.id}]" for skill in found[:_AMONG]]
    more = len(found) - _AMONG
    return listed([*named, f"{more} more"] if more > 0 else named)


def _named(skill: SkillWords, standing: Standing | None) -> dict[str, Any]:
    return {"element": skill.id, "name": skill.name, "standing": standing.value if standing else None}


def _known_line(skill: KnownSkill) -> str:
    evidence = f" ({skill.evidence})" if skill.evidence else ""
    return f"{_any_line(skill.words, skill.standing)}{evidence}"


def _any_line(skill: SkillWords, standing: Standing | None) -> str:
    return f"{skill.name} [{skill.id}]" + (f": {standing_words(standing)}" if standing else "")


def _proposed_line(proposal: SkillProposal) -> str:
    why = "; ".join(f"“{quote}”" for quote in proposal.quotes) or why_words(proposal)
    return f"{_any_line(proposal.words, proposal.standing)}. {why}"
