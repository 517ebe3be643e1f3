"""`unrut openings`."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unrut.cli.commands.boards import COMMANDS as BOARD_COMMANDS
from unrut.cli.opened import local_person, tell_progress
from unrut.cli.options import json_option
from unrut.cli.output import STDOUT, say, say_json

if TYPE_CHECKING:
    from unrut.models import Opening, Person

VIEWS = ("open", "mine", "decided", "dismissed", "gone")
STATUSES = (
    "found",
    "saved",
    "asking",
    "applied",
    "talking",
    "offered",
    "taken",
    "declined",
    "refused",
    "dismissed",
)
MOST_COMPARED = 4
SHOWN = 25


@click.group("openings", epilog="Example: unrut openings import jobs.csv --dry-run")
def command() -> None:
    """Bring in openings, see how they fit, compare them, say how far you are."""


for board_command in BOARD_COMMANDS:
    command.add_command(board_command)


def _company_option(told: click.decorators.FC) -> click.decorators.FC:
    return click.option("--company", default="", help="Who posted them, where the file does not say.")(told)


def _column_option(told: click.decorators.FC) -> click.decorators.FC:
    return click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="FIELD=NAME",
        help="Which column of a table holds a field, such as title=Stelle. May be given several times.",
    )(told)


@command.command("import", epilog="Example: unrut openings import jobs.json --company Acme")
@click.argument("file")
@_company_option
@_column_option
@click.option("--dry-run", is_flag=True, help="Only show what the file holds; store nothing.")
@json_option
def import_command(file: str, company: str, columns: Sequence[str], dry_run: bool, as_json: bool) -> None:
    """Read openings from a FILE, an ADDRESS, or from standard input for "-".

    The answers of some thirty job boards, pages with schema.org JobPosting, feeds, tables with any columns, Markdown and
    pasted text are understood. What cannot be read is named and left out; the same file twice changes nothing. An address is
    asked for once, and nothing but the request is sent.
    """
    name, content = _content(file)
    if dry_run:
        _show_found(name, content, company, columns, as_json=as_json)
        return
    owner = local_person()
    # Inline: needs Django set up.
    from dataclasses import asdict

    from unrut.cli.pages import openings as page
    from unrut.clock import today
    from unrut.services.openings import import_openings

    result, parsed = import_openings(
        owner, name, content, today=today(), company=company, columns=_named(columns)
    )
    if as_json:
        say_json({**asdict(result), "problems": [asdict(problem) for problem in parsed.problems]})
    else:
        say(page.import_lines(result, parsed.problems))


@command.command("parse", epilog="Example: unrut openings parse board.json --json")
@click.argument("file")
@_company_option
@_column_option
@json_option
def parse_command(file: str, company: str, columns: Sequence[str], as_json: bool) -> None:
    """Show what a FILE holds and what is read from it, without storing anything.

    With --json each opening comes with its fields, its facts and their quotes, and the level of each facet it states.
    """
    _show_found(*_content(file), company, columns, as_json=as_json)


@command.command("list", epilog="Example: unrut openings list --view mine --json")
@click.option("--view", type=click.Choice(VIEWS), default="open", help="Which of them.", show_default=True)
@click.option(
    "--find", default="", metavar="WORDS", help="Only those with these words in title, company or place."
)
@click.option("--from", "first", type=click.IntRange(1), default=1, metavar="N", help="Begin at the Nth.")
@click.option(
    "-n", "count", type=click.IntRange(1, 10_000), default=SHOWN, show_default=True, help="How many."
)
@json_option
def list_command(view: str, find: str, first: int, count: int, as_json: bool) -> None:
    """List the openings, best fit first, each with the number that names it.

    What your deal-breakers hide is counted, not shown; "unrut openings hide" has them.
    """
    owner = _reading_owner()
    # Inline: needs Django set up.
    from unrut.cli.pages import openings as page
    from unrut.clock import today
    from unrut.queries.explore import judged_in
    from unrut.queries.frame import frame_of
    from unrut.queries.openings import View, opening_list

    frame = frame_of(owner)
    found = opening_list(
        owner, frame.weighed_wants, today=today(), view=View(view), words=find, first=first - 1, rows=count
    )
    ranked = judged_in(frame, found.openings)
    if as_json:
        say_json(page.list_values(found, ranked))
    else:
        say(page.list_lines(found, ranked, view=View(view), words=find))


@command.command("show", epilog="Example: unrut openings show 12")
@click.argument("number", type=int, metavar="ID")
@json_option
def show_command(number: int, as_json: bool) -> None:
    """Show one opening: its facts with their quotes, what speaks for and against it, what to ask, its history."""
    owner = _reading_owner()
    # Inline: needs Django set up.
    from unrut.cli.pages import openings as page
    from unrut.clock import today
    from unrut.queries.explore import judged_in
    from unrut.queries.frame import frame_of
    from unrut.queries.opening_reader import history_of, read_opening

    opening = _one(owner, number)
    frame = frame_of(owner)
    read, history = read_opening(opening, frame.wants), history_of(owner, opening)
    ranked = judged_in(frame, [opening])
    if as_json:
        say_json(page.show_values(opening, read, history, ranked, today=today()))
    else:
        say(page.show_lines(opening, read, history, ranked, today=today()))


@command.command("compare", epilog="Example: unrut openings compare 12 15")
@click.argument("numbers", type=int, nargs=-1, required=True, metavar="ID...")
@json_option
def compare_command(numbers: Sequence[int], as_json: bool) -> None:
    """Put up to four openings beside your present job."""
    owner = _reading_owner()
    # Inline: needs Django set up.
    from unrut.cli.pages import openings as page
    from unrut.core.errors import InvalidInputError
    from unrut.queries.explore import judged_in
    from unrut.queries.frame import frame_of
    from unrut.wording.comparison import comparison

    chosen = list(dict.fromkeys(numbers))
    if len(chosen) > MOST_COMPARED:
        raise InvalidInputError(f"{len(chosen)} openings are named. Compare up to {MOST_COMPARED} at once.")
    openings = [_one(owner, number) for number in chosen]
    frame = frame_of(owner)
    told = comparison(frame, judged_in(frame, openings), openings)
    if as_json:
        say_json(page.comparison_values(told))
    else:
        say(page.comparison_lines(told))


@command.command(
    "mark", epilog='Example: unrut openings mark 12 dismissed --reason commute --note "90 minutes"'
)
@click.argument("number", type=int, metavar="ID")
@click.argument("status", type=click.Choice(STATUSES))
@click.option("--reason", default="", metavar="FACET", help="Why it is not for you, such as commute.")
@click.option("--note", default="", help="A word about this step.")
def mark_command(number: int, status: str, reason: str, note: str) -> None:
    """Say how far you are with an opening, from found to decided."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.clock import today
    from unrut.models import OpeningStatus
    from unrut.services.openings import mark_opening
    from unrut.wording.openings import status_name

    opening = _one(owner, number)
    mark_opening(owner, opening.pk, OpeningStatus(status), today=today(), reason=reason, note=note)
    say([f"{opening.title}: {status_name(status)}."])


@command.command("hide", epilog='Example: unrut openings hide pay "45,000 EUR"')
@click.argument("kind", required=False, metavar="[KIND]")
@click.argument("value", required=False, metavar="[VALUE]")
@click.option("--show", "shown", type=int, metavar="N", help="Show again what filter N hides.")
@click.option("--forget", type=int, metavar="N", help="Forget filter N.")
@json_option
def hide_command(
    kind: str | None, value: str | None, shown: int | None, forget: int | None, as_json: bool
) -> None:
    """Hide openings that state something else, list what is hidden, or show it again.

    KIND is pay (less a year than), hours (more a week than), workplace (anything but: remote, hybrid, on_site), place
    (anywhere but), company, words (in the title), or age (posted more days ago than). What says nothing about it stays.
    """
    owner = _reading_owner()
    # Inline: needs Django set up.
    from unrut.cli.pages import openings as page
    from unrut.clock import today
    from unrut.queries.openings import opening_list
    from unrut.services.opening_filters import add_filter, remove_filter, switch_filter

    if kind is not None:
        add_filter(owner, kind, value or "")
    if shown is not None:
        switch_filter(owner, shown, is_on=False)
    if forget is not None:
        remove_filter(owner, forget)
    hiding = opening_list(owner, (), today=today()).hiding
    if as_json:
        say_json([page.hiding_values(each) for each in hiding])
    else:
        say(page.hiding_lines(hiding))


@command.command("remove", epilog="Example: unrut openings remove 12")
@click.argument("number", type=int, metavar="ID")
def remove_command(number: int) -> None:
    """Remove the opening with this number."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.services.openings import remove_opening

    remove_opening(owner, number)
    say([f"Opening {number} is removed."])


def _reading_owner() -> "Person":
    """Whose store it is, with all openings read."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.services.opening_readings import keep_opening_readings

    keep_opening_readings(owner, partial(tell_progress, what="openings"))
    return owner


def _one(owner: "Person", number: int) -> "Opening":
    # Inline: needs Django set up.
    from unrut.models import Opening
    from unrut.queries.scope import of

    opening = of(Opening, owner).filter(pk=number).first()
    if opening is None:
        raise _missing(number)
    return opening


def _missing(number: int) -> Exception:
    # Inline: needs Django set up.
    from unrut.errors import MissingError

    return MissingError(f"There is no opening {number}. See their numbers: unrut openings list.")


def _content(file: str) -> tuple[str, bytes]:
    """What the file is called and holds."""
    if file == STDOUT:
        return "pasted.txt", sys.stdin.buffer.read()
    if file.startswith(("http://", "https://")):
        return _fetched(file)
    path = Path(file).expanduser()
    return path.name, path.read_bytes()


def _fetched(address: str) -> tuple[str, bytes]:
    # Inline: brings a client that --help does without.
    from unrut.fetching.client import WebFetcher
    from unrut.services.page_fetch import page_at

    with WebFetcher() as fetcher:
        return page_at(address, fetcher)


def _named(columns: Sequence[str]) -> dict[str, str]:
    """Which column holds which field."""
    told = {}
    for column in columns:
        field, sign, name = column.partition("=")
        if not sign or not field.strip() or not name.strip():
            raise click.BadParameter(f'"{column}" names no field and column. Write it like title=Stelle.')
        told[field.strip()] = name.strip()
    return told


def _show_found(name: str, content: bytes, company: str, columns: Sequence[str], *, as_json: bool) -> None:
    """Show what a file holds. Needs no store."""
    # Inline: the importers bring parsers that --help does without.
    from unrut.cli.pages import parsed as page
    from unrut.importers.openings.registry import read_openings

    source, parsed = read_openings(name, content, company=company, columns=_named(columns))
    if as_json:
        values: dict[str, Any] = page.parsed_values(source, parsed)
        say_json(values)
    else:
        say(page.parsed_lines(parsed))
