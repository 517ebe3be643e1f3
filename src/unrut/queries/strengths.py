"""Strengths: the portrait from the answers of others and the self-view, and what follows from it elsewhere."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from unrut.core.explore.people.circles import Circle
from unrut.core.explore.strengths.answers import INVITED, LEAST_CIRCLES, Answer
from unrut.core.explore.strengths.inventory import Score, score
from unrut.core.explore.strengths.pool import LEAST_POOL
from unrut.core.explore.strengths.vocabulary import shipped_strengths
from unrut.core.milestones.story import Part
from unrut.errors import MissingError
from unrut.models import (
    Accomplishment,
    Contact,
    InventoryAnswer,
    Person,
    SelfView,
    Step,
    StrengthAnswer,
    StrengthInvite,
)
from unrut.queries.scope import of

if TYPE_CHECKING:
    from unrut.core.explore.strengths.portrait import Portrait, Reading, Theme
    from unrut.core.explore.strengths.reading import Found

MOST_NOW = 5
"""Strengths that count elsewhere: with more, every step would work to one."""
MOST_SHOWN_BY = 3
CLEARLY = 0.75
"""From this chance on an accomplishment shows a strength that nobody named yet; judgement."""
MOST_READ = 500
"""Accomplishments that are read for a portrait, the newest: a second's work at most."""
LONGEST_WHOLE = 200
"""Letters up to which an answer is quoted whole, where the person says of which strength it speaks."""
_REMEMBERED_TEXTS, _REMEMBERED_ANSWERS = 2_000, 200


@dataclass(frozen=True, slots=True)
class Advice:
    """How many more people to ask at least, and from how many more circles; nothing more at 0."""

    people: int
    circles: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom the person asked (with their contacts at hand), from which circles, and how many more to ask.

    Whoever stands in no circle yet counts for none.
    """

    invites: tuple[StrengthInvite, ...]
    circles: frozenset[Circle]
    advice: Advice


@dataclass(frozen=True, slots=True)
class PortraitView:
    """The portrait with everything a page of it shows.

    `givers` are the names of who signed by the key in the portrait, `answers` the signed ones (those without a name are never
    shown singly), `shown_by` the accomplishments whose story shows a strength, the newest three.
    """

    portrait: "Portrait"
    givers: Mapping[str, str]
    invites: tuple[StrengthInvite, ...]
    circles_invited: frozenset[Circle]
    advice: Advice
    answers: tuple[StrengthAnswer, ...]
    shown_by: Mapping[str, tuple[Accomplishment, ...]]


def self_view_of(owner: Person) -> SelfView | None:
    """What the person sees in themselves, once they said it."""
    return of(SelfView, owner).first()


def asked_of(owner: Person) -> Asked:
    """Whom the person asked, and how many more to ask. Needs no self-view."""
    invites = tuple(of(StrengthInvite, owner).select_related("contact__same_as"))
    people = {root_of(invite.contact).pk for invite in invites}
    circles = frozenset(map(circle_of, (invite.contact for invite in invites))) - {Circle.OTHER}
    advice = Advice(max(0, INVITED[0] - len(people)), max(0, LEAST_CIRCLES - len(circles)))
    return Asked(invites, circles, advice)


def invite_of(owner: Person, invite_id: int) -> StrengthInvite:
    """One invitation with its contact.

    Raises MissingError.
    """
    found = of(StrengthInvite, owner).select_related("contact__same_as").filter(pk=invite_id).first()
    if found is None:
        raise MissingError("There is no such invitation any more. Look at whom you asked.")
    return found


def root_of(contact: Contact) -> Contact:
    """The entry that stands for all of a person."""
    return contact.same_as or contact


def circle_of(contact: Contact) -> Circle:
    """The circle somebody stands in; an entry that was joined with another stands where that one does."""
    said = (Circle(entry.circle) for entry in (root_of(contact), contact))
    return next((circle for circle in said if circle is not Circle.OTHER), Circle.OTHER)


def signed_answers(owner: Person) -> list[StrengthAnswer]:
    """The answers with a name, the newest first."""
    signed = of(StrengthAnswer, owner).filter(is_signed=True).select_related("contact__same_as")
    return list(signed.order_by("-received_on", "-pk"))


def answer_of(owner: Person, answer_id: int) -> StrengthAnswer:
    """One answer with a name.

    Raises MissingError, also for one without a name: those are never shown singly.
    """
    signed = of(StrengthAnswer, owner).filter(is_signed=True).select_related("contact__same_as")
    found = signed.filter(pk=answer_id).first()
    if found is None:
        raise MissingError("There is no such answer with a name. Look at the answers there are.")
    return found


def waiting_of(owner: Person) -> int:
    """How many answers without a name are not shown yet; counting them shows nothing."""
    view = self_view_of(owner)
    shown = view.pooled if view and view.pooled >= LEAST_POOL else 0
    return of(StrengthAnswer, owner).filter(is_signed=False).count() - shown


def given_out(owner: Person) -> list[StrengthAnswer]:
    """The answers as they may leave the store: those with a name, then those without that were shown, in random order.

    Words without a name that may not be quoted are only counted, so that the strengths they speak of stand in their place.
    """
    rows = list(of(StrengthAnswer, owner).select_related("owner", "contact"))
    view = self_view_of(owner)
    shown = [row for row in rows if not row.is_signed][: view.pooled if view else 0]
    pool = sorted(map(_counted, shown), key=lambda row: row.uid) if len(shown) >= LEAST_POOL else []
    return [*(row for row in rows if row.is_signed), *pool]


def giver_name(answer: StrengthAnswer) -> str:
    """Who gave an answer, as they are called now; "" without a name."""
    return root_of(answer.contact).name if answer.contact else answer.giver


def reading_of(answer: StrengthAnswer) -> "Reading":
    """What an answer speaks of: what our reader finds, or what the person said instead."""
    # Inline: numpy takes a fifth of a second that only reading needs.
    from unrut.core.explore.strengths.portrait import Reading  # noqa: PLC0415

    found = _read(_plain(answer))
    told = f"{answer.at_best}\n{answer.come_for}".strip()
    return Reading(
        seen=_corrected(found.seen, answer.seen, told),
        wasted=_corrected(found.wasted, answer.warned, answer.wasted),
    )


def portrait_view(owner: Person, view: SelfView, *, is_news_shown: bool) -> PortraitView:
    """The portrait; without news, of the answers without a name only those that were shown before are in it."""
    rows = list(of(StrengthAnswer, owner).select_related("contact__same_as"))
    portrait = _portrait(view, rows, is_news_shown=is_news_shown)
    asked = asked_of(owner)
    return PortraitView(
        portrait=portrait,
        givers={_key(row): giver_name(row) for row in rows if row.is_signed},
        invites=asked.invites,
        circles_invited=asked.circles,
        advice=asked.advice,
        answers=tuple(sorted((row for row in rows if row.is_signed), key=_newest_first)),
        shown_by=_shown_by(owner, [theme.strength for theme in portrait.themes]),
    )


def strengths_now(owner: Person) -> tuple[str, ...]:
    """The strengths that count elsewhere, five at most: what others agree on first, then what the person sees.

    Nothing before there is a self-view; of answers without a name only those that were shown count.
    """
    view = self_view_of(owner)
    if view is None:
        return ()
    themes = _themes(owner, view)
    agreed = [theme.strength for theme in themes if theme.is_theme]
    own = [theme.strength for theme in themes if theme.strength in view.strengths]
    return tuple(dict.fromkeys([*agreed, *(own or view.strengths)]))[:MOST_NOW]


def seen_by_others(owner: Person) -> tuple[str, ...]:
    """Of the strengths that count, those others agree on."""
    view = self_view_of(owner)
    themes = _themes(owner, view) if view else ()
    return tuple(theme.strength for theme in themes if theme.is_theme)[:MOST_NOW]


def steps_to_strengths(owner: Person, steps: Iterable[Step]) -> dict[int, tuple[str, ...]]:
    """By the key of a step the strengths others see that it works to; steps that work to none are left out."""
    strengths = [shipped_strengths()[name] for name in seen_by_others(owner)]
    told = {step.pk: tuple(each.id for each in strengths if step.strand in each.strands) for step in steps}
    return {key: names for key, names in told.items() if names}


def strengths_shown(owner: Person, done: Accomplishment) -> tuple[str, ...]:
    """The strengths an accomplishment shows: clearly, or faintly where they count anyway; none before there is a self-view."""
    known = strengths_now(owner)
    if not known:
        return ()
    return tuple(
        found.strength
        for found in _read_text(_told(done))
        if found.strength in known or found.chance >= CLEARLY
    )


def inventory_answers(owner: Person) -> dict[str, int]:
    """What was answered in the inventory, by the id of the item."""
    return dict(of(InventoryAnswer, owner).values_list("item", "answer"))


def inventory_scores(owner: Person) -> list[Score]:
    """The scores of the inventory, the highest first, those without a score last."""
    return score(inventory_answers(owner))


def _portrait(view: SelfView, rows: Sequence[StrengthAnswer], *, is_news_shown: bool) -> "Portrait":
    # Inline: numpy takes a fifth of a second that only reading needs.
    from unrut.core.explore.strengths.portrait import portrait  # noqa: PLC0415

    unsigned = [row for row in rows if not row.is_signed]
    taken = unsigned if is_news_shown else unsigned[: view.pooled]
    answers = {row.pk: _plain(row) for row in (*(row for row in rows if row.is_signed), *taken)}
    corrected = {answers[row.pk]: reading_of(row) for row in rows if row.is_signed}
    own = [name for name in view.strengths if name in shipped_strengths()]
    made = portrait(
        own,
        list(answers.values()),
        shown=view.pooled,
        read=lambda answer: corrected.get(answer) or _read(answer),
    )
    return replace(made, waiting=len(unsigned) - made.pooled)


def _themes(owner: Person, view: SelfView) -> "tuple[Theme, ...]":
    """The strengths of the portrait as it was shown; nothing to read where nobody answered."""
    rows = list(of(StrengthAnswer, owner).select_related("contact__same_as"))
    return _portrait(view, rows, is_news_shown=False).themes if rows else ()


def _plain(row: StrengthAnswer) -> Answer:
    circle = circle_of(row.contact) if row.contact else Circle.OTHER
    return Answer(
        giver=_key(row),
        circle="" if circle is Circle.OTHER else circle.value,
        at_best=row.at_best,
        come_for=row.come_for,
        wasted=row.wasted,
        may_quote=row.may_quote,
        is_signed=row.is_signed,
        received_on=row.received_on or date.min,
    )


def _key(row: StrengthAnswer) -> str:
    """The same for the same person; "" without a name."""
    return str(root_of(row.contact).pk) if row.contact else f"“{row.giver}”" if row.giver else ""


def _counted(row: StrengthAnswer) -> StrengthAnswer:
    """An answer without a name, without its words where they may not be quoted."""
    if row.may_quote:
        return row
    reading = reading_of(row)
    row.seen, row.warned = ([found.strength for found in some] for some in (reading.seen, reading.wasted))
    row.at_best = row.come_for = row.wasted = ""
    return row


def _newest_first(row: StrengthAnswer) -> tuple[int, int]:
    return -(row.received_on or date.min).toordinal(), -row.pk


@lru_cache(maxsize=_REMEMBERED_ANSWERS)
def _read(answer: Answer) -> "Reading":
    # Inline: numpy takes a fifth of a second that only reading needs.
    from unrut.core.explore.strengths.portrait import read_answers  # noqa: PLC0415

    return read_answers(answer)


def _corrected(found: "Sequence[Found]", said: Sequence[str] | None, text: str) -> "tuple[Found, ...]":
    """What was found, or what the person said instead, in the words that were found for it or in all of them if they are few."""
    # Inline: numpy takes a fifth of a second that only reading needs.
    from unrut.core.explore.strengths.reading import Found  # noqa: PLC0415

    if said is None:
        return tuple(found)
    by_name = {one.strength: one for one in found}
    whole = text if len(text) <= LONGEST_WHOLE else ""
    return tuple(by_name.get(name, Found(name, whole, 1.0)) for name in said)


def _shown_by(owner: Person, strengths: Collection[str]) -> dict[str, tuple[Accomplishment, ...]]:
    """For each strength the newest accomplishments whose story shows it."""
    shown: dict[str, list[Accomplishment]] = defaultdict(list)
    for done in of(Accomplishment, owner).order_by("-happened_on", "-pk")[:MOST_READ]:
        for found in _read_text(_told(done)):
            if found.strength in strengths and len(shown[found.strength]) < MOST_SHOWN_BY:
                shown[found.strength].append(done)
    return {name: tuple(shown[name]) for name in strengths if shown[name]}


def _told(done: Accomplishment) -> str:
    return "\n".join(filter(None, (done.text, *(getattr(done, part) for part in Part), done.story)))


@lru_cache(maxsize=_REMEMBERED_TEXTS)
def _read_text(text: str) -> "tuple[Found, ...]":
    # Inline: numpy takes a fifth of a second that only reading needs.
    from unrut.core.explore.strengths.reading import read_strengths  # noqa: PLC0415

    return tuple(read_strengths(text))
