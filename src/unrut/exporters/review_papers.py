"""Review papers: a self-review of a time, a brag document, and a case against what is expected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext, ngettext

from unrut.core.errors import InvalidInputError
from unrut.core.milestones.themes import ThemeKind
from unrut.exporters.paper import Item, Paper, Section
from unrut.models import Accomplishment, Milestone, Person
from unrut.queries.milestones import PointAhead
from unrut.queries.papers import Done, Expectation, done_between, expectations_met, rungs_met
from unrut.queries.scope import one
from unrut.wording.milestones import when
from unrut.wording.numbers import day

MOST_EXPECTATIONS = 100
_AHEAD_SHOWN = 3


class PaperKind(StrEnum):
    """The papers there are."""

    REVIEW = "review"
    CASE = "case"
    BRAG = "brag"

    @property
    def label(self) -> str:
        """What it is called."""
        return {
            PaperKind.REVIEW: gettext("A self-review of a time"),
            PaperKind.CASE: gettext("A case against what is expected"),
            PaperKind.BRAG: gettext("A brag document: everything, by year"),
        }[self]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which paper: of a time, or a case against the rungs of a milestone or against expectations."""

    kind: PaperKind
    until: date
    since: date | None = None
    expectations: tuple[str, ...] = ()
    milestone: int | None = None
    with_witnesses: bool = True


def paper_of(owner: Person, asked: Asked, *, today: date) -> Paper:
    """The paper that is asked for.

    Raises InvalidInputError when the time runs backwards or nothing is expected, MissingError when the milestone is gone.
    """
    if asked.since and asked.since > asked.until:
        raise InvalidInputError("The first day lies after the last. Look at both again.")
    if asked.kind is PaperKind.CASE:
        return _case(owner, asked, today)
    done = done_between(owner, asked.since, asked.until, today=today)
    made = self_review if asked.kind is PaperKind.REVIEW else brag_document
    return made(done, made_on=today, with_witnesses=asked.with_witnesses)


def _case(owner: Person, asked: Asked, today: date) -> Paper:
    if len(asked.expectations) > MOST_EXPECTATIONS:
        raise InvalidInputError(
            f"{len(asked.expectations)} expectations are too many for one paper. Give {MOST_EXPECTATIONS} at most."
        )
    name, met = gettext("What is expected, and what I did"), expectations_met(owner, asked.expectations)
    if not met and asked.milestone is not None:
        milestone = one(Milestone, owner, asked.milestone)
        name, met = milestone.name, rungs_met(owner, milestone)
    if not met:
        raise InvalidInputError(
            "Nothing is expected yet. Give the expectations, a line each, or choose a milestone that has rungs."
        )
    return promotion_case(name, met, made_on=today, with_witnesses=asked.with_witnesses)


def self_review(done: Done, *, made_on: date, with_witnesses: bool = True) -> Paper:
    """What got done in a time, by theme, what was reached, and what comes next."""
    sections = [
        Section(_theme_title(theme.kind), items=tuple(_item(row, with_witnesses) for row in rows))
        for theme, rows in done.themes
    ]
    if done.reached:
        sections.append(Section(gettext("Milestones reached"), items=tuple(map(_reached, done.reached))))
    if done.ahead:
        sections.append(_ahead(done.ahead))
    return Paper(
        title=gettext("Self-review"),
        subtitle=period(done),
        made_on=made_on,
        sections=tuple(sections),
        foot=_foot(done),
    )


def brag_document(done: Done, *, made_on: date, with_witnesses: bool = True) -> Paper:
    """Everything in order of time, the newest year first."""
    rows = sorted(
        (row for _, rows in done.themes for row in rows),
        key=lambda row: (row.happened_on, row.pk),
        reverse=True,
    )
    years = dict.fromkeys(row.happened_on.year for row in rows)
    return Paper(
        title=gettext("What I got done"),
        subtitle=period(done),
        made_on=made_on,
        sections=tuple(
            Section(
                f"{year}",
                items=tuple(_item(row, with_witnesses) for row in rows if row.happened_on.year == year),
            )
            for year in years
        ),
        foot=_foot(done),
    )


def promotion_case(
    name: str, expectations: Sequence[Expectation], *, made_on: date, with_witnesses: bool = True
) -> Paper:
    """Each expectation with what shows that it is met, or that nothing shows it yet."""
    met = sum(bool(expectation.shown_by) for expectation in expectations)
    return Paper(
        title=name,
        subtitle=case_lead(met, len(expectations)),
        made_on=made_on,
        sections=tuple(_expected(expectation, with_witnesses) for expectation in expectations),
    )


def case_lead(met: int, all_of: int) -> str:
    """How many expectations something shows."""
    return ngettext(
        "%(met)d of %(all)d expectation is shown by something I did",
        "%(met)d of %(all)d expectations are shown by something I did",
        all_of,
    ) % {"met": met, "all": all_of}


def gap_words() -> str:
    """What stands where nothing shows an expectation."""
    return gettext("Nothing I wrote down shows this yet.")


def closest(perhaps: Sequence[Accomplishment]) -> str:
    """What comes closest to showing an expectation; empty when nothing does."""
    if not perhaps:
        return ""
    return gettext("Comes closest: “%(text)s” (%(day)s).") % {
        "text": perhaps[0].text,
        "day": day(perhaps[0].happened_on),
    }


def found_words() -> str:
    """What stands where the program found what may show an expectation, and nobody has confirmed it."""
    return gettext("Found by Unrut and not confirmed: read it before you hand it on.")


def period(done: Done) -> str:
    """The time a paper is about."""
    if done.since is None:
        return gettext("Up to %(day)s") % {"day": day(done.until)}
    return gettext("%(first)s to %(last)s") % {"first": day(done.since), "last": day(done.until)}


def _expected(expectation: Expectation, with_witnesses: bool) -> Section:
    if not expectation.shown_by:
        gap = Item(text=gap_words(), is_gap=True)
        return Section(expectation.text, items=(gap,), note=closest(expectation.perhaps))
    return Section(
        expectation.text,
        items=tuple(_item(row, with_witnesses) for row in expectation.shown_by),
        note="" if expectation.is_confirmed else found_words(),
    )


def _item(row: Accomplishment, with_witnesses: bool) -> Item:
    return Item(
        text=row.text,
        when=day(row.happened_on),
        details=tuple(part for part in (row.situation, row.task, row.action, row.result) if part),
        figures=gettext("%(figures)s (%(known)s)") % {"figures": row.figures, "known": row.known_from}
        if row.figures and row.known_from
        else row.figures,
        seen_by=row.seen_by if with_witnesses else "",
        proof=row.proof,
    )


def _reached(milestone: Milestone) -> Item:
    return Item(text=milestone.name, when=day(milestone.reached_on) if milestone.reached_on else "")


def _ahead(points: Sequence[PointAhead]) -> Section:
    items = [
        Item(text=point.name, details=(point.next.milestone.name,) if point.next else (), when=when(point))
        for point in points[:_AHEAD_SHOWN]
    ]
    return Section(gettext("What comes next"), items=tuple(items))


def _theme_title(kind: ThemeKind) -> str:
    return {
        ThemeKind.WORK: gettext("What I got done"),
        ThemeKind.OTHERS: gettext("With others, and for them"),
        ThemeKind.LEARNED: gettext("What I learned"),
    }[kind]


def _foot(done: Done) -> str:
    if not done.left_out:
        return ""
    return ngettext(
        "%(count)d more found no room; choose a shorter time.",
        "%(count)d more found no room; choose a shorter time.",
        done.left_out,
    ) % {"count": done.left_out}
