"""How every option looks to the one a person decides with: by their weights, and by what they need."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from unrut.core.explore.levels import UNKNOWN, Levels
from unrut.core.explore.partner import Need, NeedState, need_of, partner_wants
from unrut.core.explore.wants import Want
from unrut.models import Partner, PartnerWant, Person
from unrut.queries.explore import RankedOption, judged_in
from unrut.queries.frame import PRESENT, TREATED, Frame, frame_of
from unrut.queries.scope import of
from unrut.queries.subjects import Subjects, subjects_of


@dataclass(frozen=True, slots=True)
class PartnerOption:
    """An option as the partner sees it.

    `mean` is its fit by their weights in points of 100, `now` that of the present job; both None while they weigh nothing.
    """

    option: RankedOption
    mean: float | None
    now: float | None
    broken: tuple[Need, ...]
    unknown: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class PartnerView:
    """The partner with what they want of what is wanted still, and every ranked option in the person's own order."""

    partner: Partner
    wants: tuple[Want, ...]
    needs: tuple[Need, ...]
    options: tuple[PartnerOption, ...]

    def option(self, key: str) -> PartnerOption | None:
        """The option of that key, if it is ranked."""
        return next((each for each in self.options if each.option.key == key), None)


def partner_of(owner: Person) -> Partner | None:
    """The one the person decides with, if they named one."""
    return of(Partner, owner).first()


def partner_answers(owner: Person) -> dict[str, PartnerWant]:
    """What the partner said, by criterion."""
    return {row.facet: row for row in of(PartnerWant, owner)}


def partner_view(
    owner: Person, *, today: date, most_openings: int | None = None, also: Sequence[int] = ()
) -> PartnerView | None:
    """All options as the partner sees them; None where the person decides alone.

    `most_openings` and `also` choose the openings as in `subjects_of`.
    """
    partner = partner_of(owner)
    if partner is None:
        return None
    frame = frame_of(owner)
    answers = partner_answers(owner)
    wants = partner_wants(frame.wants, {facet: row.weight for facet, row in answers.items()})
    needs = tuple(_needs(frame.wants, answers))
    subjects = subjects_of(owner, frame, today=today, most_openings=most_openings, also=also)
    return PartnerView(partner, tuple(wants), needs, _options(frame, subjects, wants, needs))


def _needs(wants: Sequence[Want], answers: Mapping[str, PartnerWant]) -> Iterator[Need]:
    for want in wants:
        answer = answers.get(want.facet)
        if answer is not None and answer.least is not None:
            yield need_of(want, answer.least)


def _options(
    frame: Frame, subjects: Subjects, wants: Sequence[Want], needs: Sequence[Need]
) -> tuple[PartnerOption, ...]:
    ranked = judged_in(frame, subjects.openings, subjects.ways)
    means = _means(subjects.levels, wants)
    return tuple(_option(option, subjects.levels[option.key], means, needs) for option in ranked.options)


def _means(levels: Mapping[str, Levels], wants: Sequence[Want]) -> dict[str, float]:
    # Inline: numpy takes a fifth of a second that only this needs.
    from unrut.core.explore.fit import Subject, judge  # noqa: PLC0415

    judged = [
        Subject(key, known, variant_of=PRESENT if key == TREATED else "") for key, known in levels.items()
    ]
    return {fit.key: fit.mean for fit in judge(judged, wants, reference=PRESENT)}


def _option(
    option: RankedOption, levels: Levels, means: Mapping[str, float], needs: Sequence[Need]
) -> PartnerOption:
    states = {need: need.state(levels.get(need.want.facet, UNKNOWN)) for need in needs}
    return PartnerOption(
        option=option,
        mean=means.get(option.key),
        now=means.get(PRESENT),
        broken=tuple(need for need, state in states.items() if state is NeedState.BROKEN),
        unknown=tuple(need for need, state in states.items() if state is NeedState.UNKNOWN),
    )
