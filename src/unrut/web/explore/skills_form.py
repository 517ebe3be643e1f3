"""The forms that say how far skills go: their rows as they stand, and what was sent of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext

from unrut.core.errors import InvalidInputError
from unrut.core.explore.occupations.own_skills import SkillTable, SkillWords, Standing, shipped_skills
from unrut.models.occupation import LONGEST_EVIDENCE
from unrut.queries.skills import KnownSkill, SkillProposal, of_table
from unrut.services.occupations import SaidSkill
from unrut.wording.skills import standing_words, table_name, why_words

# One tap each: that one cannot do something at all is said in the long list.
OFFERED = (Standing.BASIC, Standing.WORKING, Standing.STRONG, Standing.EXPERT)


@dataclass(frozen=True, slots=True)
class LevelChoice:
    """How far a skill may go."""

    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A skill to confirm; what shows it is kept with it, and can be shortened where it is too long for that."""

    skill: SkillWords
    quotes: tuple[str, ...]
    why: str
    evidence: str
    is_ticked: bool
    choices: list[LevelChoice]

    @property
    def is_too_long(self) -> bool:
        """Whether what shows it cannot be kept as it is."""
        return len(self.evidence) > LONGEST_EVIDENCE


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A confirmed skill with the form that changes it."""

    skill: SkillWords
    standing: str
    evidence: str
    typed: str
    is_wrong: bool
    choices: list[LevelChoice]


@dataclass(frozen=True, slots=True)
class AnyRow:
    """A skill in the long list, said or not."""

    skill: SkillWords
    choices: list[LevelChoice]


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of a table under its name."""

    name: str
    rows: Sequence[KnownRow | AnyRow]


def offer_rows(proposals: Sequence[SkillProposal]) -> list[OfferRow]:
    """Proposals as rows to tick, at the level that was proposed."""
    return [
        OfferRow(
            skill=proposal.words,
            quotes=proposal.quotes,
            why=why_words(proposal),
            evidence=proposal.quotes[0][:LONGEST_EVIDENCE] if proposal.quotes else "",
            is_ticked=False,
            choices=_choices(OFFERED, proposal.standing),
        )
        for proposal in proposals
    ]


def sent_rows(posted: QueryDict) -> list[OfferRow]:
    """The rows that were sent and could not be kept, as they were filled in; what is no skill has no row."""
    offered = [element for element in dict.fromkeys(posted.getlist("offered")) if element in shipped_skills()]
    return [_sent(posted, element) for element in offered]


def _sent(posted: QueryDict, element: str) -> OfferRow:
    evidence = posted.get(f"evidence-{element}", "")
    return OfferRow(
        skill=shipped_skills()[element],
        quotes=(evidence,) if evidence and len(evidence) <= LONGEST_EVIDENCE else (),
        why="",
        evidence=evidence,
        is_ticked=element in posted.getlist("tick"),
        choices=_choices(OFFERED, posted.get(f"level-{element}", "")),
    )


def known_groups(known: Sequence[KnownSkill], typed: Mapping[str, str]) -> list[Group]:
    """What is confirmed, by table; `typed` is what was just sent of one of them and could not be kept."""
    groups = [
        Group(table_name(table), [_known(skill, typed) for skill in of_table(known, table)])
        for table in SkillTable
    ]
    return [group for group in groups if group.rows]


def all_groups(known: Sequence[KnownSkill], typed: Mapping[str, str]) -> list[Group]:
    """All skills there are, by table, with what was said of them."""
    said = {skill.words.id: skill.standing for skill in known}
    rows = [
        AnyRow(skill, _choices(tuple(Standing), typed.get(f"level-{element}", said.get(element, ""))))
        for element, skill in shipped_skills().items()
    ]
    return [
        Group(table_name(table), [row for row in rows if row.skill.table is table]) for table in SkillTable
    ]


def posted_ticks(posted: QueryDict) -> dict[str, SaidSkill]:
    """The skills that were ticked, with how far they go and what shows them.

    Raises InvalidInputError when none was.
    """
    ticked = dict.fromkeys(posted.getlist("tick"))
    if not ticked:
        raise InvalidInputError(gettext("Nothing is ticked yet. Tick at least one line that is right."))
    return {element: _said(posted, element) for element in ticked}


def posted_change(posted: QueryDict) -> dict[str, SaidSkill]:
    """One skill that is said anew.

    Raises InvalidInputError.
    """
    element = posted.get("element", "")
    return {element: _said(posted, element)}


def posted_list(posted: QueryDict, known: Sequence[KnownSkill]) -> tuple[dict[str, SaidSkill], list[str]]:
    """Of the long list what differs from what is known: skills said anew, and skills to forget.

    Raises InvalidInputError.
    """
    before = {skill.words.id: skill for skill in known}
    said, forgotten = {}, []
    for element in shipped_skills():
        written = posted.get(f"level-{element}")
        if written is None or written == (before[element].standing if element in before else ""):
            continue
        if written:
            evidence = before[element].evidence if element in before else ""
            said[element] = SaidSkill(_standing(written), evidence)
        else:
            forgotten.append(element)
    return said, forgotten


def _known(skill: KnownSkill, typed: Mapping[str, str]) -> KnownRow:
    element = skill.words.id
    is_wrong = typed.get("element") == element
    return KnownRow(
        skill=skill.words,
        standing=standing_words(skill.standing),
        evidence=skill.evidence,
        typed=typed.get(f"evidence-{element}", "") if is_wrong else skill.evidence,
        is_wrong=is_wrong,
        choices=_choices(tuple(Standing), typed.get(f"level-{element}", "") if is_wrong else skill.standing),
    )


def _choices(standings: Sequence[Standing], chosen: str) -> list[LevelChoice]:
    return [LevelChoice(each, standing_words(each), each == chosen) for each in standings]


def _said(posted: QueryDict, element: str) -> SaidSkill:
    return SaidSkill(_standing(posted.get(f"level-{element}", "")), posted.get(f"evidence-{element}", ""))


def _standing(written: str) -> Standing:
    if written not in set(Standing):
        raise InvalidInputError(gettext("For one of the lines no level is chosen. Choose how far it goes."))
    return Standing(written)
