"""`unrut job`."""

import re
from datetime import date

import click

from unrut.cli.opened import local_person
from unrut.cli.options import day_option, json_option
from unrut.cli.output import say, say_json


def answer(text: str) -> tuple[str, int | None]:
    """An answer written as FACET=LEVEL; whether it is right is asked by the service."""
    read = re.fullmatch(r"(\w+)=(\d{0,4})", text)
    if read is None:
        raise click.BadParameter(f'"{text}" is not an answer. Write it like learning_growth=3.')
    facet, level = read.groups()
    return facet, int(level) if level else None


@click.command("job", epilog='Example: unrut job --title "Data analyst" --level learning_growth=3')
@click.option("--title", help="What you are called at work.")
@click.option("--company", help="Who you work for.")
@day_option("--since", "The day you began.")
@click.option(
    "levels",
    "--level",
    type=answer,
    metavar="FACET=LEVEL",
    multiple=True,
    help="How much of a facet the job has, 0 to 10; FACET= takes the answer back; may be repeated.",
)
@json_option
def command(
    title: str | None,
    company: str | None,
    since: date | None,
    levels: tuple[tuple[str, int | None], ...],
    as_json: bool,
) -> None:
    """Show or say what your present job is like. What you do not give stays as it is."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import explore as page
    from unrut.cli.pages.changes import change_job
    from unrut.queries.frame import answered_levels, present_job
    from unrut.services.explore import save_job_levels

    if (title, company, since) != (None, None, None):
        change_job(owner, title=title, company=company, since=since)
    if levels:
        save_job_levels(owner, dict(levels))
    job, answers = present_job(owner), answered_levels(owner)
    if as_json:
        say_json(page.job_values(job, answers))
    else:
        say(page.job_lines(job, answers))
