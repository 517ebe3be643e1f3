"""What everything is judged by: the wants, and the present job as it is and as it could be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from unrut.core.explore.levels import Level, Levels
from unrut.core.explore.openings.facet_levels import posting_levels
from unrut.core.explore.openings.told import told
from unrut.core.explore.people.heard import Heard, heard_levels
from unrut.core.explore.present import Treatment, most_treatable, present_levels, treated_levels
from unrut.core.explore.wants import Want, propose_wants
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Picture
from unrut.models import Job, JobLevel, Learned, Opening, Person
from unrut.models import Want as StoredWant
from unrut.queries.reflect import behind
from unrut.queries.scope import of
from unrut.queries.strengths import strengths_now

if TYPE_CHECKING:
    from unrut.core.explore.posterior import Posterior

PRESENT, TREATED = "present", "treated"
_REMEMBERED_POSTINGS = 2_000


@dataclass(frozen=True)
class Frame:
    """What options are judged by, and the present job in its versions."""

    owner: Person
    wants: tuple[Want, ...]
    are_wants_proposed: bool
    levels: Mapping[str, Levels]
    treatments: tuple[Treatment, ...]
    picture: Picture
    job: Job | None

    @cached_property
    def posterior(self) -> "Posterior":
        """The weights as sliders, trade-offs and what was done with openings leave them."""
        # Inline: numpy takes a fifth of a second that only judging needs, and this module is what that one rests on.
        from unrut.queries.wants import posterior_of  # noqa: PLC0415

        return posterior_of(self.owner, self)

    @cached_property
    def strengths(self) -> tuple[str, ...]:
        """The strengths that count, asked for once."""
        return strengths_now(self.owner)

    @property
    def weighed_wants(self) -> tuple[Want, ...]:
        """The wants with the weights that everything leaves them, in points of 100."""
        shares = self.posterior.shares
        return tuple(replace(want, weight=100 * shares.get(want.facet, 0.0)) for want in self.wants)


def wants_of(owner: Person, picture: Picture) -> tuple[tuple[Want, ...], bool]:
    """The person's wants, or the proposed ones (and True) while none were saved."""
    stored = tuple(
        Want(want.facet, want.weight, want.wanted, want.worst, want.name) for want in of(StoredWant, owner)
    )
    if stored:
        return stored, False
    return tuple(propose_wants(picture, shipped_vocabulary())), True


def present_job(owner: Person) -> Job | None:
    """The job the person has now, if they told."""
    return of(Job, owner).filter(is_present=True).first()


def answered_levels(owner: Person) -> dict[str, int]:
    """What the person answered about their present job."""
    return dict(of(JobLevel, owner).filter(job__is_present=True).values_list("facet", "level"))


def frame_of(owner: Person) -> Frame:
    """What everything is judged by: the wants, the job as it is, and the job with what is most treatable treated."""
    vocabulary = shipped_vocabulary()
    picture = behind(owner).picture
    wants, proposed = wants_of(owner, picture)
    now = present_levels(answered_levels(owner), picture, vocabulary)
    treatments = tuple(most_treatable(picture, vocabulary))
    levels: dict[str, Levels] = {PRESENT: now}
    if treatments:
        levels[TREATED] = treated_levels(now, treatments, wants, vocabulary)
    return Frame(owner, wants, proposed, levels, treatments, picture, present_job(owner))


def opening_levels(opening: Opening) -> Mapping[str, Level]:
    """What a posting states of each facet, in its text or in the fields of its source."""
    return _levels_of_text(told(opening)[0])


def judged_levels(opening: Opening) -> Mapping[str, Level]:
    """What a posting is judged by: what people who know told, what it states, and else how work of its occupation usually is."""
    reading = getattr(opening, "reading", None)
    usual = usual_levels(reading.occupation) if reading else {}
    return {**usual, **opening_levels(opening), **learned_levels(opening.learned.all())}


def learned_levels(learned: Iterable[Learned]) -> Mapping[str, Level]:
    """What people told of facets, as levels."""
    return heard_levels(Heard(one.facet, one.level, one.text) for one in learned if one.level is not None)


def usual_levels(code: str) -> Mapping[str, Level]:
    """How work of an occupation usually is, as far as that tells of a single posting."""
    if not code:
        return {}
    # Inline: numpy takes a fifth of a second that only judging needs.
    from unrut.queries.guide import current_guide  # noqa: PLC0415

    return current_guide().usual(code)


def surveyed_levels(code: str) -> Mapping[str, Level]:
    """How work of an occupation is, as people in it say."""
    if not code:
        return {}
    # Inline: numpy takes a fifth of a second that only judging needs.
    from unrut.queries.guide import current_guide  # noqa: PLC0415

    return current_guide().surveyed(code)


@lru_cache(maxsize=_REMEMBERED_POSTINGS)
def _levels_of_text(text: str) -> Mapping[str, Level]:
    return posting_levels(text, shipped_vocabulary())
