"""What a person can: what they confirmed, and what could be proposed from their own words and from the work they did."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isnan

from unrut.core.explore.occupations.atlas import Atlas, Rated
from unrut.core.explore.occupations.own_skills import (
    LEVEL_OF,
    Proposed,
    SkillTable,
    SkillWords,
    Standing,
    proposed_skills,
    shipped_skills,
)
from unrut.core.explore.occupations.skill_words import standing_of
from unrut.core.milestones.story import Part
from unrut.models import Accomplishment, Interest, Note, NoteKind, OwnSkill, Person
from unrut.queries.guide import Guide
from unrut.queries.scope import of
from unrut.queries.standpoint import Standpoint

USUAL_SHOWN = 12
# The newest are read: what one did lately says most of what one can, and ten thousand lines of an import would take long.
MOST_ACCOMPLISHMENTS, MOST_NOTES = 300, 200
# On the scale of importance from 1 to 5: "important". Where importance is not known, the level from 0 to 7 stands for it.
_IMPORTANT, _HIGHEST_IMPORTANCE = 3.0, 5.0
_HIGH, _HIGHEST_LEVEL = 3.5, 7.0
# Judgement: an average says that people in the work can do it well, never that this one is an expert.
_USUAL = (Standing.BASIC, Standing.WORKING, Standing.STRONG)


@dataclass(frozen=True, slots=True)
class KnownSkill:
    """A skill the person said how far it goes, and what shows it."""

    words: SkillWords
    standing: Standing
    evidence: str


@dataclass(frozen=True, slots=True)
class SkillProposal:
    """A skill the person may have, and why: quotes of their own words, or the kind of work it is usual in.

    Nothing of it counts before they confirm it.
    """

    words: SkillWords
    standing: Standing
    quotes: tuple[str, ...] = ()
    work: str = ""


def known_skills(owner: Person) -> list[KnownSkill]:
    """What the person confirmed, in the order of the list of all skills."""
    said = {skill.element: skill for skill in of(OwnSkill, owner)}
    return [
        KnownSkill(words, standing_of(said[element].level), said[element].evidence)
        for element, words in shipped_skills().items()
        if element in said
    ]


def of_table(skills: Sequence[KnownSkill], table: SkillTable) -> list[KnownSkill]:
    """Those of one table."""
    return [skill for skill in skills if skill.words.table is table]


def proposals_from(texts: Sequence[str], known: Collection[str] = ()) -> list[SkillProposal]:
    """What texts give away, most supported first, without what is known already."""
    skills = shipped_skills()
    return [
        SkillProposal(skills[found.element], found.standing, quotes=found.quotes)
        for found in _proposed(tuple(texts))
        if found.element not in known and found.element in skills
    ]


def told_texts(owner: Person) -> list[str]:
    """What the person wrote of what they got done, the newest first, and the skills they named there."""
    rows = of(Accomplishment, owner).order_by("-happened_on", "-pk")
    fields = ("text", "story", *Part)
    found = rows.values_list("skills", *fields)[:MOST_ACCOMPLISHMENTS]
    lines = (line for skills, *texts in found for line in (*texts, *skills))
    return list(dict.fromkeys(line for line in lines if line))


def liked_texts(owner: Person) -> list[str]:
    """What the person is drawn to, and what they lately liked at work."""
    interests = of(Interest, owner).values_list("text", flat=True)
    notes = of(Note, owner).filter(kind=NoteKind.LIKE).order_by("-week", "-pk").values_list("text", flat=True)
    return [*interests, *notes[:MOST_NOTES]]


def usual_skills(at: Standpoint, guide: Guide, known: Collection[str] = ()) -> list[SkillProposal]:
    """What matters most in the kinds of work the person did, by the averages of those kinds; each once."""
    found: dict[str, tuple[float, SkillProposal]] = {}
    for row in [home.row for home in at.homes if home.row is not None]:
        for weight, proposal in _usual_in(guide.atlas, row):
            element = proposal.words.id
            if element not in known and weight > found.get(element, (0.0, proposal))[0]:
                found[element] = (weight, proposal)
    ordered = sorted(found.values(), key=lambda pair: (-pair[0], pair[1].words.name))
    return [proposal for _, proposal in ordered[:USUAL_SHOWN]]


def _usual_in(atlas: Atlas, row: int) -> Iterator[tuple[float, SkillProposal]]:
    """The important skills of a kind of work with their weight from 0 to 1."""
    skills = shipped_skills()
    for kind in SkillTable:
        levels = _values(atlas, kind.level, row)
        weights = _weights(_values(atlas, kind.importance, row), levels)
        for element, weight in weights.items():
            if element in skills and element in levels:
                standing = min(_USUAL, key=lambda each: abs(LEVEL_OF[each] - levels[element]))
                yield weight, SkillProposal(skills[element], standing, work=atlas.titles[row])


def _weights(importances: dict[str, float], levels: dict[str, float]) -> dict[str, float]:
    """How much each matters, for those that matter at all."""
    if importances:
        return {
            element: value / _HIGHEST_IMPORTANCE
            for element, value in importances.items()
            if value >= _IMPORTANT
        }
    return {element: value / _HIGHEST_LEVEL for element, value in levels.items() if value >= _HIGH}


def _values(atlas: Atlas, rated: Rated, row: int) -> dict[str, float]:
    """What a table says of an occupation, without what it does not say."""
    table = atlas.ratings.get(rated)
    if table is None:
        return {}
    values = zip(table.ids, table.values[row].tolist(), strict=True)
    return {element: value for element, value in values if not isnan(value)}


@lru_cache(maxsize=4)
def _proposed(texts: tuple[str, ...]) -> tuple[Proposed, ...]:
    """Remembered: the same texts are read again with every view of a page, and by the next one."""
    return tuple(proposed_skills(texts))
