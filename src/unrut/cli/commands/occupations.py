"""`unrut occupations`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from unrut.cli.commands.occupations_update import command as update_command
from unrut.cli.opened import local_person, reading_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json

if TYPE_CHECKING:
    from unrut.models import Person
    from unrut.queries.guide import Guide
    from unrut.queries.occupations import Judged

PLACES = ("desk", "feet", "outdoors")
ORDERS = ("fit", "near", "interests")
HORIZONS = ("year", "three", "any")
INTERESTS = ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
NONE = "none"
MOST_ZONE, MOST_EDUCATION, MOST_LISTED = 5, 12, 2000


def _count_option(default: int) -> Callable[[click.decorators.FC], click.decorators.FC]:
    return click.option(
        "-n",
        "most",
        type=click.IntRange(1, MOST_LISTED),
        default=default,
        show_default=True,
        help="How many to show at most.",
    )


@click.group("occupations", epilog="Example: unrut occupations rank --why")
def command() -> None:
    """Look at other kinds of work: which fit what you want, how far away they are, and what is missing.

    A kind of work is named by its code, such as 15-1252.00, or by any job title. The figures come from O*NET and lie inside the
    program; "unrut occupations update" brings the full release.
    """


command.add_command(update_command)


@command.command("find", epilog='Example: unrut occupations find "growth marketer"')
@click.argument("words")
@_count_option(5)
@json_option
def find_command(words: str, most: int, as_json: bool) -> None:
    """Find the kinds of work that WORDS, a job title as you would say it, may mean."""
    local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import occupations as page

    guide = _guide()
    found = guide.find(words, most=most)
    if as_json:
        say_json(page.found_values(guide, words, found))
    else:
        say(page.found_lines(guide, words, found))


@command.command("show", epilog="Example: unrut occupations show 29-1141.00 --why")
@click.argument("named", metavar="CODE|TITLE")
@click.option("--why", is_flag=True, help="Show what each level was read from.")
@json_option
def show_command(named: str, why: bool, as_json: bool) -> None:
    """Show one kind of work: how it fits, what it is like, how people enter, what is near it."""
    owner = reading_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import occupation as page

    shown = page.page_of(owner, _judged(owner), named)
    if as_json:
        say_json(page.page_values(shown))
    else:
        say(page.page_lines(shown, why=why))


@command.command("near", epilog="Example: unrut occupations near 13-1161.00 -n 20 --json")
@click.argument("named", metavar="[CODE|TITLE]", default="")
@_count_option(20)
@json_option
def near_command(named: str, most: int, as_json: bool) -> None:
    """List the kinds of work nearest to one, or without a name to your own work, with what both need."""
    # Inline: needs numpy; of what is named nothing needs the store.
    from unrut.cli.pages import near as page

    guide = _guide()
    row = page.row_of(guide, named) if named else _own_row(guide)
    found = guide.neighbourhood.nearest(row, most=most)
    if as_json:
        say_json(page.near_values(guide, found))
    else:
        say(page.near_lines(guide, row, found))


@command.command("rank", epilog="Example: unrut occupations rank --place outdoors --zone 3 --why")
@_count_option(20)
@click.option(
    "--zone", type=click.IntRange(1, MOST_ZONE), help="The highest job zone, 1 to 5: how much preparation."
)
@click.option(
    "--education",
    type=click.IntRange(1, MOST_EDUCATION),
    help="The most schooling that half of the people in it needed, 1 to 12 as O*NET counts (6 is a bachelor's degree).",
)
@click.option("--short", is_flag=True, help="Only where a usual week has 40 hours at most.")
@click.option("--place", type=click.Choice(PLACES), help="Where it is mostly done.")
@click.option("--words", default="", help="Words of its title.")
@click.option("--by", type=click.Choice(ORDERS), default="fit", show_default=True, help="The order.")
@click.option("--far", is_flag=True, help="Also what is far from where you stand.")
@click.option("--why", is_flag=True, help="Show what speaks for and against each, and how much it asks for.")
@json_option
def rank_command(by: str, why: bool, as_json: bool, **asked: Any) -> None:
    """Rank kinds of work by what you want, beside your present job.

    What is far from where you stand is counted with the reason, and listed with --far.
    """
    owner = reading_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import occupations as page

    judged = _judged(owner)
    found = page.ranked_list(judged, by=by, **asked)
    if as_json:
        say_json(page.list_values(judged, found))
    else:
        say(page.list_lines(judged, found, why=why))


@command.command("gap", epilog="Example: unrut occupations gap 29-1141.00 --steps")
@click.argument("named", metavar="CODE|TITLE")
@click.option("--steps", is_flag=True, help="Put what is missing most into your plan.")
@click.option(
    "only", "--only", metavar="ELEMENT", multiple=True, help="With --steps: only this; may be repeated."
)
@json_option
def gap_command(named: str, steps: bool, only: tuple[str, ...], as_json: bool) -> None:
    """Show what you have of what a kind of work needs, what is missing, and about how many hours that takes."""
    if only and not steps:
        raise click.UsageError("--only says what becomes a step. Add --steps.")
    owner = reading_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import occupation as page

    shown = page.page_of(owner, _judged(owner), named)
    if steps:
        _make_steps(owner, shown.code, page.chosen_gaps(shown, only), as_json=as_json)
    elif as_json:
        say_json(page.gap_values(shown))
    else:
        say(page.gap_lines(shown))


@command.command("weigh", epilog="Example: unrut occupations weigh 29-1141.00 --study")
@click.argument("named", metavar="CODE|TITLE")
@click.option("--study", is_flag=True, help="By study for it, beside work.")
@click.option("--full-time", is_flag=True, help="With --study: instead of work.")
@json_option
def weigh_command(named: str, study: bool, full_time: bool, as_json: bool) -> None:
    """Put a kind of work beside your other ways out, with the time it takes filled in."""
    if full_time and not study:
        raise click.UsageError("--full-time says how you study for it. Add --study.")
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import near
    from unrut.cli.pages import occupations as page
    from unrut.clock import today
    from unrut.services.occupations import weigh_occupation

    guide = _guide()
    kind = "new_field" if not study else "study_full" if full_time else "study_part"
    way = weigh_occupation(owner, guide.atlas.codes[near.row_of(guide, named)], kind=kind, today=today())
    if as_json:
        say_json(page.weighed_values(way))
    else:
        say(page.weighed_lines(way))


@command.command(
    "me", epilog="Example: unrut occupations me --education 6 --horizon three --job 1=15-1252.00"
)
@click.option(
    "--education",
    type=click.IntRange(0, MOST_EDUCATION),
    help="Your schooling, 1 to 12 as O*NET counts (6 is a bachelor's degree); 0 leaves it unsaid.",
)
@click.option("--horizon", type=click.Choice(HORIZONS), help="How far you would go.")
@click.option(
    "licences", "--licence", metavar="ID", multiple=True, help="A licence you hold; may be repeated."
)
@click.option(
    "interests",
    "--interest",
    type=click.Choice((*INTERESTS, NONE)),
    multiple=True,
    help="A kind of interest; up to three.",
)
@click.option(
    "jobs",
    "--job",
    metavar="ID=CODE",
    multiple=True,
    help="The kind of work a job is; ID= leaves it to its title; may be repeated.",
)
@json_option
def me_command(as_json: bool, **said: Any) -> None:
    """Show where you stand among kinds of work, or say it: what you do not give stays as it is.

    Licences or interests given replace those said before; "--licence none" takes all back, and so does "--interest none".
    """
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import standpoint as page

    page.say_of_me(owner, **said)
    if as_json:
        say_json(page.me_values(owner))
    else:
        say(page.me_lines(owner))


def _guide() -> "Guide":
    """The guide to the atlas; on standard error why that of the home is not used, where it is not."""
    # Inline: needs numpy.
    from unrut.queries.atlas import atlas_problem
    from unrut.queries.guide import current_guide

    if problem := atlas_problem():
        click.echo(problem, err=True)
    return current_guide()


def _judged(owner: "Person") -> "Judged":
    # Inline: needs Django set up, and numpy.
    from unrut.clock import today
    from unrut.queries.occupations import Judged

    return Judged(owner, today=today(), guide=_guide())


def _own_row(guide: "Guide") -> int:
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages.standpoint import own_row
    from unrut.clock import today
    from unrut.queries.standpoint import standpoint_of

    return own_row(standpoint_of(owner, guide, today=today()))


def _make_steps(owner: "Person", code: str, elements: list[str], *, as_json: bool) -> None:
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import occupation as page
    from unrut.clock import today
    from unrut.services.occupations import make_gaps_steps

    steps = make_gaps_steps(owner, code, elements, today=today())
    if as_json:
        say_json(page.steps_values(steps))
    else:
        say(page.steps_lines(steps))
