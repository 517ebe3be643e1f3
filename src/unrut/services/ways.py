"""Ways out: added, described in figures, tried out, put aside; and the money there is for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from unrut.core.errors import InvalidInputError
from unrut.core.explore.interests import InterestKind
from unrut.core.explore.levels import HIGHEST
from unrut.core.explore.money import Purse as Money
from unrut.core.explore.money import check_purse
from unrut.core.explore.wants import OWN
from unrut.core.explore.ways import Estimate, Figure, WayKind, check_estimate, shipped_ways
from unrut.core.facets import shipped_vocabulary
from unrut.models import Interest, Opening, Person, Purse, Way, WayFigure, WayLevel
from unrut.models.way import STAGES
from unrut.queries.scope import of, one

LONGEST_TITLE = 200
MOST_WAYS, MOST_INTERESTS = 20, 30


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """An estimate, and where the person has it from."""

    estimate: Estimate
    source: str = ""


@dataclass(frozen=True, slots=True)
class WayDescription:
    """What the person says of a way. An estimate or level of None goes back to the usual one."""

    title: str
    excites: int | None = None
    stage: int = 0
    figures: Mapping[Figure, SaidFigure | None] | None = None
    levels: Mapping[str, int | None] | None = None


def add_way(
    owner: Person,
    kind: str,
    title: str = "",
    *,
    today: date,
    from_opening: int | None = None,
    occupation: str = "",
) -> Way:
    """Consider a way, to the occupation with this code if one is named.

    Without a title it is called after its kind, or its opening; the changed job is there once.

    Raises InvalidInputError when there is no such kind or there are twenty, MissingError when there is no such opening.
    """
    way_kind = kind_of_way(kind)
    with transaction.atomic():
        opening = one(Opening, owner, from_opening) if from_opening else None
        title = title.strip() or (opening.title if opening else shipped_ways()[way_kind].name)
        if way_kind is WayKind.CHANGE:
            way, _ = Way.objects.get_or_create(
                owner=owner, kind=way_kind, defaults={"title": _title(title), "made_on": today}
            )
            return way
        _check_room(owner)
        return Way.objects.create(
            owner=owner,
            kind=way_kind,
            title=_title(title),
            opening=opening,
            occupation=occupation,
            made_on=today,
        )


def describe_way(owner: Person, way_id: int, said: WayDescription) -> Way:
    """Keep what the person says of a way, all of it or nothing; figures and levels that are not given stay.

    Raises MissingError, InvalidInputError.
    """
    with transaction.atomic():
        way = one(Way, owner, way_id)
        _check_level(said.excites, "How much it excites you")
        way.title, way.excites, way.stage = _title(said.title), said.excites, _stage(said.stage)
        way.save(update_fields=["title", "excites", "stage"])
        for figure, value in (said.figures or {}).items():
            _save_figure(way, figure, value)
        for facet, level in (said.levels or {}).items():
            _save_level(way, facet, level)
    return way


def put_way_aside(owner: Person, way_id: int, *, is_aside: bool) -> None:
    """Leave a way out of the comparison, or take it in again. Nothing of it is lost.

    Raises MissingError.
    """
    way = one(Way, owner, way_id)
    way.is_aside = is_aside
    way.save(update_fields=["is_aside"])


def remove_way(owner: Person, way_id: int) -> None:
    """Forget a way with its figures and tests; decisions keep its name.

    Raises MissingError.
    """
    one(Way, owner, way_id).delete()


def save_purse(owner: Person, purse: Money) -> Purse:
    """Keep what money there is. Raises InvalidInputError when a figure or the currency cannot be."""
    check_purse(purse)
    saved, _ = Purse.objects.update_or_create(
        owner=owner,
        defaults={
            "currency": purse.currency,
            "income": _amount(purse.income),
            "savings": _amount(purse.savings),
            "fixed_costs": _amount(purse.fixed_costs),
            "tax_rate": Decimal(str(round(purse.tax_rate, 4))),
        },
    )
    return saved


def forget_purse(owner: Person) -> None:
    """Forget what money there is."""
    of(Purse, owner).delete()


def add_interest(owner: Person, kind: str, text: str) -> Interest:
    """Keep an interest; the same one twice is there once.

    Raises InvalidInputError when it is empty or too long, of no known kind, or one of too many.
    """
    text = " ".join(text.split())
    if kind not in {known.value for known in InterestKind}:
        raise InvalidInputError(f'"{kind}" is no kind of interest. Choose one of {", ".join(InterestKind)}.')
    if not text or len(text) > LONGEST_TITLE:
        raise InvalidInputError(f"Say your interest in 1 to {LONGEST_TITLE} characters.")
    with transaction.atomic():
        if of(Interest, owner).exclude(kind=kind, text=text).count() >= MOST_INTERESTS:
            raise InvalidInputError(
                f"There are {MOST_INTERESTS} interests already. Remove one that matters less."
            )
        interest, _ = Interest.objects.get_or_create(owner=owner, kind=kind, text=text)
    return interest


def remove_interest(owner: Person, interest_id: int) -> None:
    """Forget an interest.

    Raises MissingError.
    """
    one(Interest, owner, interest_id).delete()


def kind_of_way(kind: str) -> WayKind:
    """The kind of that name; staying is always there and cannot be added.

    Raises InvalidInputError.
    """
    known = [each.value for each in WayKind if each is not WayKind.STAY]
    if kind not in known:
        raise InvalidInputError(f'"{kind}" is no way out. Choose one of {", ".join(known)}.')
    return WayKind(kind)


def _check_room(owner: Person) -> None:
    if of(Way, owner).count() >= MOST_WAYS:
        raise InvalidInputError(f"There are {MOST_WAYS} ways already. Remove one you no longer consider.")


def _title(title: str) -> str:
    title = " ".join(title.split())
    if not title or len(title) > LONGEST_TITLE:
        raise InvalidInputError(f"Name the way in 1 to {LONGEST_TITLE} characters.")
    return title


def _save_figure(way: Way, figure: Figure, said: SaidFigure | None) -> None:
    if said is None:
        WayFigure.objects.filter(way=way, figure=figure).delete()
        return
    check_estimate(figure, said.estimate)
    WayFigure.objects.update_or_create(
        way=way,
        owner=way.owner,
        figure=figure,
        defaults={
            "low": _amount(said.estimate.low),
            "likely": _amount(said.estimate.likely),
            "high": _amount(said.estimate.high),
            "source": said.source.strip()[:LONGEST_TITLE],
        },
    )


def _save_level(way: Way, facet: str, level: int | None) -> None:
    if facet not in shipped_vocabulary() and not facet.startswith(OWN):
        raise InvalidInputError(f'"{facet}" is not one of your criteria. Choose one from the list.')
    if level is None:
        WayLevel.objects.filter(way=way, facet=facet).delete()
        return
    _check_level(level, "The level")
    WayLevel.objects.update_or_create(way=way, owner=way.owner, facet=facet, defaults={"level": level})


def _check_level(level: int | None, what: str) -> None:
    if level is not None and not 0 <= level <= HIGHEST:
        raise InvalidInputError(f"{what} is {level}. Give a whole number from 0 to {HIGHEST:g}.")


def _stage(stage: int) -> int:
    if not 0 <= stage <= STAGES:
        raise InvalidInputError(f"There is no stage {stage}. Give one from 0 to {STAGES}.")
    return stage


def _amount(value: float) -> Decimal:
    """As it is stored: to a hundredth of a percent, or of a coin."""
    return Decimal(str(round(value, 4)))
