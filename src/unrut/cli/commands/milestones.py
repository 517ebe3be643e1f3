"""`unrut milestones`."""

from datetime import date
from typing import BinaryIO

import click

from unrut.cli.opened import local_person
from unrut.cli.options import day_option, force_option, json_option
from unrut.cli.output import STDOUT, say, say_json, write_out


@click.group(
    "milestones",
    invoke_without_command=True,
    epilog='Example: unrut milestones set "Senior nurse" --ladder promotion',
)
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Show what lies ahead and when it may be reached; set milestones and say what is true already."""
    if ctx.invoked_subcommand is not None:
        if as_json:
            raise click.UsageError("--json belongs behind the command: unrut milestones show 3 --json.")
        return
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import milestones as page
    from unrut.clock import today
    from unrut.queries.milestones import points_ahead

    points = points_ahead(owner, today=today())
    if as_json:
        say_json([page.point_values(point) for point in points])
    else:
        say(page.points_lines(points))


@command.command("show", epilog="Example: unrut milestones show 3")
@click.argument("number", type=int)
@json_option
def show_command(number: int, as_json: bool) -> None:
    """Show one of your own, by its NUMBER: what would have to be true, what is, and what would bring it nearer."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import milestones as page
    from unrut.clock import today
    from unrut.queries.milestones import own_point

    point = own_point(owner, number, today=today())
    if as_json:
        say_json(page.point_values(point))
    else:
        say(page.point_lines(point))


@command.command(
    "set", epilog='Example: unrut milestones set "A first customer" --ladder first_customer --by 2027-12-31'
)
@click.argument("name")
@click.option("--ladder", default="", help="What to begin with; without a name that exists, they are listed.")
@click.option(
    "--expected",
    type=click.File("rb"),
    help="A file with what is expected, a line each, in place of a ladder.",
)
@click.option("--test", default="", help="How you will know.")
@day_option("--by", "The day you wish for.")
def set_command(name: str, ladder: str, expected: BinaryIO | None, test: str, by: date | None) -> None:
    """Set a point ahead."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import milestones as page
    from unrut.clock import today
    from unrut.queries.milestones import point_of
    from unrut.services.milestones import ToldMilestone, set_milestone

    milestone = set_milestone(
        owner,
        ToldMilestone(name, test, by),
        today=today(),
        ladder=ladder,
        expectations=_lines_in(expected),
    )
    say(page.point_lines(point_of(owner, milestone, today=today())))


@command.command("add", epilog='Example: unrut milestones add 3 "Two people would speak for me" --size small')
@click.argument("number", type=int)
@click.argument("name")
@click.option(
    "--size",
    type=click.Choice(["small", "medium", "large"]),
    default="medium",
    show_default=True,
    help="8, 12 or 16 sittings.",
)
@day_option("--not-before", "A day before which it cannot be: an exam, a round of promotions.")
def add_command(number: int, name: str, size: str, not_before: date | None) -> None:
    """Add one more thing that would have to be true for milestone NUMBER."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import milestones as page
    from unrut.clock import today
    from unrut.core.milestones.ladders import Size
    from unrut.queries.milestones import own_point
    from unrut.services.milestones import ToldRung, add_rung

    add_rung(owner, number, ToldRung(name, size=Size(size).sittings, earliest_on=not_before), today=today())
    say(page.point_lines(own_point(owner, number, today=today())))


@command.command("reach", epilog="Example: unrut milestones reach 7")
@click.argument("number", type=int)
@day_option("--on", "The day; today without it.")
@click.option("--not-after-all", is_flag=True, help="It is not reached after all.")
def reach_command(number: int, on: date | None, not_after_all: bool) -> None:
    """Say that a milestone is reached or a rung is true, by its NUMBER."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import milestones as page
    from unrut.clock import today
    from unrut.services.milestones import reach_milestone

    reached = reach_milestone(owner, number, on=None if not_after_all else on or today(), today=today())
    say([page.reached_line(reached)])


@command.command("remove", epilog="Example: unrut milestones remove 7")
@click.argument("number", type=int)
def remove_command(number: int) -> None:
    """Remove a milestone of your own with its rungs, or one rung, by its NUMBER. What you got done stays."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.services.milestones import remove_milestone

    say([f"Removed: {remove_milestone(owner, number).name}"])


@command.command(
    "paper", epilog="Example: unrut milestones paper review --since 2026-01-01 --output review.pdf"
)
@click.argument("kind", type=click.Choice(["review", "case", "brag"]))
@day_option("--since", "From this day on.")
@day_option("--until", "Up to this day; today without it.")
@click.option("--milestone", "number", type=int, help="For a case: the milestone whose rungs are expected.")
@click.option(
    "--expected",
    type=click.File("rb"),
    help="For a case: a file with what is expected, a line each.",
)
@click.option("--without-witnesses", is_flag=True, help="Leave out who saw it.")
@click.option(
    "--output",
    "file",
    metavar="FILE",
    default=STDOUT,
    help="Write it to a file; its ending says how: .md, .pdf or .docx.",
)
@force_option
def paper_command(
    kind: str,
    since: date | None,
    until: date | None,
    number: int | None,
    expected: BinaryIO | None,
    without_witnesses: bool,
    file: str,
    force: bool,
) -> None:
    """Write a self-review, a case against what is expected, or a brag document, from what you wrote down."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.clock import today
    from unrut.exporters.paper import PaperFormat, write_paper
    from unrut.exporters.review_papers import Asked, PaperKind, paper_of

    asked = Asked(
        kind=PaperKind(kind),
        since=since,
        until=until or today(),
        expectations=_lines_in(expected),
        milestone=number,
        with_witnesses=not without_witnesses,
    )
    form = PaperFormat.MARKDOWN if file == STDOUT else PaperFormat.of_file(file)
    content = write_paper(paper_of(owner, asked, today=today()), form)
    write_out(file, content, force=force, what="The paper")


def _lines_in(file: BinaryIO | None) -> tuple[str, ...]:
    """The lines of a text file that say something, whatever alphabet it is written in.

    Raises InvalidInputError for a file that is no text.
    """
    if file is None:
        return ()
    from unrut.core.errors import InvalidInputError
    from unrut.importers.wins.letters import is_text, lettered

    text, _ = lettered(file.read())
    if not is_text(text):
        raise InvalidInputError(
            f"{file.name} is no text. Give a text file with what is expected, a line each."
        )
    return tuple(line.strip() for line in text.splitlines() if line.strip())
