"""Fills a home to measure in, through the services a person uses. Run as a program, because Django knows one home only.

python bench/homes.py notes FOLDER COUNT
python bench/homes.py example FOLDER
python bench/homes.py ten-years FOLDER
python bench/homes.py openings FOLDER COUNT
"""

import argparse
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from itertools import count, cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from common import FOLDER, at_home

if TYPE_CHECKING:
    from unrut.models import Opening, OpeningReading, Person

TEN_YEARS = 520
LINES_OF_A_KIND = 2
OPENINGS = 100
COPIED_AT_ONCE = 10_000
NOTES_A_WEEK = 20
A_WEEK, TO_FRIDAY = timedelta(weeks=1), timedelta(days=4)
# What makes one note of the example into many: each stands before or behind it, so that no two texts are alike.
BEFORE = ("", "Again: ", "On Monday: ", "After lunch: ", "Third time: ", "With the new people: ", "Late: ")
BEHIND = (
    "",
    " It was like that most days.",
    " I noticed it on the way home.",
    " The others saw it too.",
    " That has not changed since spring.",
    " It stayed with me over the weekend.",
    " Told my sister about it.",
)


@dataclass(frozen=True, slots=True)
class Lines:
    """Notes of the example by kind."""

    liked: tuple[str, ...]
    disliked: tuple[str, ...]


def fill(folder: Path, kind: str, size: int = 0) -> None:
    """A filled home in `folder`, made by a process of its own."""
    command: list[str | Path] = [sys.executable, FOLDER / "homes.py", kind, folder, str(size)]
    subprocess.run(command, env=at_home(folder), check=True)


def example_lines() -> Lines:
    """All that the example person wrote."""
    weeks = _example("weeks.toml")["week"]
    return Lines(
        liked=tuple(line for week in weeks for line in week.get("liked", ())),
        disliked=tuple(line for week in weeks for line in week.get("disliked", ())),
    )


def varied(lines: Sequence[str]) -> Iterator[str]:
    """The lines over and over, each time with other words around them and in the end with a number."""
    for turn in count():
        before = BEFORE[turn % len(BEFORE)]
        behind = BEHIND[turn // len(BEFORE) % len(BEHIND)]
        number = turn // (len(BEFORE) * len(BEHIND))
        for line in lines:
            yield f"{before}{line}{behind}{f' ({number})' if number else ''}"


def _fill_notes(owner: "Person", size: int, now: date) -> None:
    """Twenty lines a week, going back as far as it takes."""
    from unrut.services.reflect import add_notes

    told = varied((*example_lines().liked, *example_lines().disliked))
    for back in range(-(-size // NOTES_A_WEEK)):
        week = now - back * A_WEEK
        lines = "\n".join(next(told) for _ in range(min(NOTES_A_WEEK, size - back * NOTES_A_WEEK)))
        add_notes(owner, "dislike", lines, week=week, today=week)


def _fill_example(owner: "Person", _size: int, now: date) -> None:
    from unrut.services.example import fill_example

    fill_example(owner, today=now)


def _fill_ten_years(owner: "Person", _size: int, now: date) -> None:
    """The example with all its plan, four more lines in each of 520 weeks, and a hundred openings."""
    from unrut.services.readings import keep_readings

    _fill_example(owner, 0, now)
    _fill_weeks(owner, now)
    _fill_openings(owner, now)
    keep_readings(owner)  # as the program does when it starts


def _fill_weeks(owner: "Person", now: date) -> None:
    from unrut.queries.reflect import checkin_of
    from unrut.services.reflect import CheckInAnswers, add_notes, save_checkin

    liked, disliked = varied(example_lines().liked), varied(example_lines().disliked)
    signs = cycle(_example("weeks.toml")["week"])
    monday = now - timedelta(days=now.weekday())
    for back in range(TEN_YEARS):
        week = monday - back * A_WEEK
        told = next(signs)
        if checkin_of(owner, week) is None:
            answers = CheckInAnswers({"satisfaction": told.get("satisfaction", 5)})
            save_checkin(owner, week, answers, today=week + TO_FRIDAY, revision=0)
        for kind, lines in (("like", liked), ("dislike", disliked)):
            text = "\n".join(next(lines) for _ in range(LINES_OF_A_KIND))
            add_notes(owner, kind, text, week=week, today=week + TO_FRIDAY)


def _fill_openings(owner: "Person", now: date) -> None:
    """Openings that take each of their paragraphs from another one of the example."""
    from unrut.importers.openings.contract import PostedOpening
    from unrut.services.openings import store_openings

    told = _example("openings.toml")["opening"]
    paragraphs = [opening["text"].strip().split("\n\n") for opening in told]
    made = [
        PostedOpening(
            source="bench",
            key=f"bench-{place}",
            title=f"{told[place % len(told)]['title']} {place}",
            text="\n\n".join(
                paragraphs[(place + at * (1 + place // len(told))) % len(told)][at] for at in range(4)
            ),
        )
        for place in range(OPENINGS)
    ]
    store_openings(owner, made, today=now)


def _fill_many_openings(owner: "Person", size: int, now: date) -> None:
    """The example, and `size` openings: those a service made, with their readings, copied under other names."""
    from unrut.models import Opening, OpeningReading
    from unrut.queries.scope import of
    from unrut.services.opening_readings import tell_changed
    from unrut.services.readings import keep_readings

    _fill_example(owner, 0, now)
    _fill_openings(owner, now)
    made = list(of(Opening, owner).select_related("reading"))
    first = max(opening.pk for opening in made) + 1
    for start in range(0, size, COPIED_AT_ONCE):
        places = range(start, min(start + COPIED_AT_ONCE, size))
        Opening.objects.bulk_create(
            [_copy(made[place % len(made)], first + place, f"{place}") for place in places], batch_size=500
        )
        OpeningReading.objects.bulk_create(
            [_reading(made[place % len(made)].reading, first + place) for place in places], batch_size=500
        )
    tell_changed(owner)
    keep_readings(owner)


def _copy(opening: "Opening", key: int, name: str) -> "Opening":
    from unrut.models import Opening

    values = {field.attname: getattr(opening, field.attname) for field in Opening._meta.concrete_fields}  # noqa: SLF001 - Django's public name
    return Opening(
        **{**values, "id": key, "uid": uuid4(), "key": f"copy-{name}", "title": f"{opening.title} {name}"}
    )


def _reading(reading: "OpeningReading", opening: int) -> "OpeningReading":
    from unrut.models import OpeningReading

    fields = OpeningReading._meta.concrete_fields  # noqa: SLF001 - Django's public name
    values = {field.attname: getattr(reading, field.attname) for field in fields}
    return OpeningReading(**{**values, "id": None, "uid": uuid4(), "opening_id": opening})


def _example(name: str) -> dict[str, Any]:
    return tomllib.loads(files("unrut.data.example").joinpath(name).read_text(encoding="utf-8"))


KINDS = {
    "notes": _fill_notes,
    "example": _fill_example,
    "ten-years": _fill_ten_years,
    "openings": _fill_many_openings,
}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("kind", choices=KINDS)
    asked.add_argument("folder", type=Path)
    asked.add_argument("size", type=int, nargs="?", default=0)
    given = asked.parse_args()
    os.environ["UNRUT_HOME"] = str(given.folder)
    from unrut.cli.opened import local_person

    owner = local_person()
    from django.db import transaction

    from unrut.clock import today

    with transaction.atomic():
        KINDS[given.kind](owner, given.size, today())


if __name__ == "__main__":
    main()
