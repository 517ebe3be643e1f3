"""The skills, knowledge and activities that work asks for: plain names, what they mean, and the words that give them away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.occupations.atlas import Rated
from unrut.core.meaning import plain_words
from unrut.core.reference import Table, parse_toml, tables

FILE = "skills.toml"
FEWEST_WORDS = 4
SHORTEST_WORD = 2
EXACT = "="
LANGUAGE = "~"


class Standing(StrEnum):
    """How well one can do something, the least first."""

    NONE = "none"
    BASIC = "basic"
    WORKING = "working"
    STRONG = "strong"
    EXPERT = "expert"


LEVEL_OF: Mapping[Standing, float] = {
    Standing.NONE: 0.0,
    Standing.BASIC: 1.5,
    Standing.WORKING: 3.0,
    Standing.STRONG: 4.5,
    Standing.EXPERT: 6.0,
}
"""On the scale of levels of O*NET, from 0 to 7: most work asks for 2 to 4 of most things, and hardly any for 7."""


def standing_of(level: float) -> Standing:
    """The standing nearest to a level from 0 to 7; of two as near, the lower."""
    return min(Standing, key=lambda standing: abs(LEVEL_OF[standing] - level))


class SkillTable(StrEnum):
    """The three tables of O*NET that say what work asks of a person, in the order of its elements here."""

    SKILL = "skill"
    KNOWLEDGE = "knowledge"
    ACTIVITY = "activity"

    @property
    def level(self) -> Rated:
        """The table of levels."""
        return Rated(f"{self}_level")

    @property
    def importance(self) -> Rated:
        """The table of importance."""
        return Rated(f"{self}_importance")


@dataclass(frozen=True, slots=True)
class SkillWords:
    """An element in plain words: a short name, a question, and words or phrases that give it away.

    A word after "=" counts only just as it is written; one after "~" is the name of a language, which counts where the line
    speaks of languages.
    """

    id: str
    table: SkillTable
    name: str
    definition: str
    words: tuple[str, ...]


@cache
def shipped_skills() -> dict[str, SkillWords]:
    """All elements by their id in O*NET, skills first, then knowledge, then activities: a constant, read once."""
    return load_skills(files("unrut.data").joinpath(FILE).read_text(encoding="utf-8"), file=FILE)


def plain_names(elements: Sequence[str]) -> list[str]:
    """What elements are called here; what there are no words for is left out."""
    skills = shipped_skills()
    return [skills[element].name for element in elements if element in skills]


def load_skills(text: str, *, file: str) -> dict[str, SkillWords]:
    """The elements written in `text`, by id.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    values = parse_toml(text, file)
    _refuse_other_parts(values, file)
    found: dict[str, SkillWords] = {}
    for kind in SkillTable:
        for table in tables(values, kind, text=text, file=file).values():
            skill = _skill(kind, table)
            if skill.id in found:
                table.fail("id", f'is "{skill.id}", as is another')
            found[skill.id] = skill
    return found


def _skill(kind: SkillTable, table: Table) -> SkillWords:
    skill = SkillWords(
        id=table.text("id"),
        table=kind,
        name=table.text("name"),
        definition=table.text("definition"),
        words=table.texts("words"),
    )
    if len(skill.words) < FEWEST_WORDS:
        table.fail("words", f"should have at least {FEWEST_WORDS} entries and has {len(skill.words)}")
    for word in skill.words:
        if len("".join(plain_words(word))) < SHORTEST_WORD:
            table.fail("words", f'has "{word}", which is too short to tell anything')
    table.done()
    return skill


def _refuse_other_parts(values: Mapping[str, object], file: str) -> None:
    known = list(SkillTable)
    for part in values:
        if part not in known:
            raise InvalidReferenceError(
                f'{file} has a part "{part}", which is none of {", ".join(known)}. Take it out and start again.'
            )
