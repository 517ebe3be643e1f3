"""The causes looked at closely, for the page "What is behind it" and those below it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Cause, Picture
from unrut.core.reflect.following import Spell
from unrut.core.reflect.remedies import RatedRemedy, is_field_open, remedies_of
from unrut.core.reflect.study import Closely, Study, look_closely, study_of
from unrut.models import Person
from unrut.queries.circumstances import spells_of
from unrut.queries.notes import NoteView
from unrut.queries.reflect import Behind, behind

# The same notes must say the same each time; any number does.
_SEED = 1
# The drawings of ten years take 20 milliseconds; at home there is one person, and perhaps the example.
_REMEMBERED_PICTURES = 4


@dataclass(frozen=True, slots=True)
class Examined:
    """Everything the notes say, and how sure it is."""

    read: Behind
    study: Study
    spells: tuple[Spell, ...]

    @property
    def notes(self) -> Mapping[int, NoteView]:
        """The notes by their number."""
        return self.read.notes

    def closely(self, cause: Cause) -> Closely:
        """One cause or source of energy in full."""
        return look_closely(
            cause, self.study, shipped_vocabulary(), scores=self.read.scores, spells=self.spells
        )

    def cause(self, facet: str) -> Cause | None:
        """What weighs about a facet."""
        return next((cause for cause in self.study.picture.causes if cause.facet == facet), None)

    def energy(self, facet: str) -> Cause | None:
        """What gives energy about a facet."""
        return next((energy for energy in self.study.picture.energies if energy.facet == facet), None)

    def remedies(self, facet: str) -> tuple[RatedRemedy, ...]:
        """What can be done about a facet, whether or not it was named."""
        vocabulary = shipped_vocabulary()
        is_open = is_field_open(self.study.picture.causes, vocabulary)
        return remedies_of(vocabulary[facet], vocabulary, is_field_open=is_open)


def examined(owner: Person) -> Examined:
    """What is behind it, from all notes, check-ins and circumstances."""
    read = behind(owner)
    spells = spells_of(owner, read.picture.weeks, read.notes.values())
    return Examined(read, _studied(read.picture), spells)


@lru_cache(maxsize=_REMEMBERED_PICTURES)
def _studied(picture: Picture) -> Study:
    return study_of(picture, shipped_vocabulary(), seed=_SEED)
