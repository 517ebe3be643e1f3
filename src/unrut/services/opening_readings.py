"""Keep what was read from openings, and join those of the same job."""

import secrets
from collections.abc import Callable, Iterable, Sequence

from django.db import transaction
from django.db.models import prefetch_related_objects

from unrut.core.explore.openings.blocks import pack
from unrut.core.explore.openings.facet_levels import read_facets
from unrut.core.explore.openings.facts import read_listed_facts
from unrut.core.explore.openings.main_pay import yearly_pay
from unrut.core.explore.openings.same import Entry, company_key, groups_of, sketch
from unrut.core.explore.openings.told import told_text
from unrut.core.facets import shipped_vocabulary
from unrut.models import Learned, Opening, OpeningReading, OpeningStatus, Person
from unrut.queries.frame import learned_levels, usual_levels
from unrut.queries.guide import current_guide
from unrut.queries.scope import of

READ_AS = 2
"""The version of the reader: what an earlier one read is read again."""

BLOCK = 500


def keep_opening_readings(owner: Person, tell: Callable[[int, int], None] | None = None) -> int:
    """Read the openings this version of the reader has not read yet, block by block; how many that were.

    `tell` hears how many of how many are done. What is done stays done when it is stopped half-way.
    """
    unread = list(of(Opening, owner).exclude(reading__read_as=READ_AS).values_list("pk", flat=True))
    for start in range(0, len(unread), BLOCK):
        with transaction.atomic():
            block = list(of(Opening, owner).filter(pk__in=unread[start : start + BLOCK]))
            _name_companies(block)
            read_and_join(owner, block)
            tell_changed(owner)
        if tell:
            tell(min(start + BLOCK, len(unread)), len(unread))
    return len(unread)


def tell_changed(owner: Person) -> None:
    """Let every running program know that what it holds of the openings is old.

    A number by chance, not the next one: a copy of the store that is put back must not come to a number that is known.
    """
    Person.objects.filter(pk=owner.pk).update(openings_version=1 + secrets.randbits(30))


def tell_marked(owner: Person) -> None:
    """The same where only how far they are with an opening changed."""
    Person.objects.filter(pk=owner.pk).update(marks_version=1 + secrets.randbits(30))


def read_and_join(owner: Person, openings: Sequence[Opening], *, companies: Iterable[str] = ()) -> None:
    """Read openings, and join them with others of the same job at the same company; `companies` are joined anew too."""
    for start in range(0, len(openings), BLOCK):
        block = openings[start : start + BLOCK]
        of(OpeningReading, owner).filter(opening__in=block).delete()
        prefetch_related_objects(block, "learned")
        OpeningReading.objects.bulk_create(map(reading_of, block, occupations_of(block)))
    join_same(owner, {*companies, *(opening.company_key for opening in openings)})


def _name_companies(openings: Sequence[Opening]) -> None:
    """What a company is found by follows from its name; openings kept by an earlier version lack it."""
    renamed = [opening for opening in openings if opening.company_key != company_key(opening.company)]
    for opening in renamed:
        opening.company_key = company_key(opening.company)
    Opening.objects.bulk_update(renamed, ["company_key"])


def read_all_anew() -> None:
    """Let the openings of everybody be read again before they are next looked at: their occupations are others now."""
    OpeningReading.objects.update(read_as=0)


def occupations_of(openings: Sequence[Opening]) -> list[str]:
    """The codes of the occupations that titles tell, nothing where they tell none."""
    matches = current_guide().titles.best([opening.title for opening in openings])
    return [match.code if match else "" for match in matches]


def reading_of(opening: Opening, occupation: str = "") -> OpeningReading:
    """What a list needs to know of an opening: read from all that it says, and where it is silent from its occupation."""
    facts = read_listed_facts(opening)
    text, _ = told_text(opening)
    read = read_facets(text, shipped_vocabulary()).levels
    levels = {**usual_levels(occupation), **read, **learned_levels(opening.learned.all())}
    low, high, currency = yearly_pay(facts)
    return OpeningReading(
        owner_id=opening.owner_id,
        opening=opening,
        read_as=READ_AS,
        levels=pack(levels, shipped_vocabulary()),
        occupation=occupation,
        pay_low=low,
        pay_high=high,
        currency=currency,
        weekly_hours=facts.hours.value.low if facts.hours else None,
        workplace=facts.workplace.value.kind if facts.workplace else "",
        sketch=sketch(opening.text),
    )


def join_same(owner: Person, company_keys: Iterable[str]) -> None:
    """Say which postings of these companies are of the same job; one the person was told of, or did something about, stands for all.

    What is not read yet is joined when it is.
    """
    keys = list(company_keys)
    told = of(Learned, owner).exclude(opening=None).values_list("opening_id", flat=True)
    heard_of = frozenset(told) if keys else frozenset()
    for start in range(0, len(keys), BLOCK):
        rows = list(
            of(Opening, owner)
            .filter(company_key__in=keys[start : start + BLOCK], reading__isnull=False)
            .select_related("reading")
            .defer("text", "more", "notes", "reading__levels")
        )
        _join(rows, heard_of)


def _join(rows: Sequence[Opening], heard_of: frozenset[int | None]) -> None:
    groups: dict[int, list[Opening]] = {}
    for row, group in zip(rows, groups_of([_entry(row) for row in rows]), strict=True):
        groups.setdefault(group, []).append(row)
    moved = []
    for members in groups.values():
        first = min(members, key=lambda row: (row.pk not in heard_of, *_standing(row)))
        for row in members:
            stands_for = None if row is first else first
            if row.same_as_id != (stands_for and stands_for.pk):
                row.same_as = stands_for
                moved.append(row)
    Opening.objects.bulk_update(moved, ["same_as"], batch_size=BLOCK)


def _entry(row: Opening) -> Entry:
    return Entry(
        company=row.company_key,
        title=row.title,
        place=row.place,
        requisition=row.requisition,
        sketch=bytes(row.reading.sketch),
    )


def _standing(row: Opening) -> tuple[bool, bool, int, int]:
    """Which posting stands for the others: one with a mark, one still listed, the one seen last, the oldest row."""
    return (
        row.status == OpeningStatus.FOUND,
        row.gone_on is not None,
        -row.seen_on.toordinal(),
        row.pk,
    )
