"""`unrut remind`."""

import re
from datetime import time

import click

from unrut.cli.opened import local_person
from unrut.cli.options import force_option
from unrut.cli.output import STDOUT, write_out

DAYS = {"thursday": 3, "friday": 4, "saturday": 5, "sunday": 6, "monday": 7}


def time_of_day(text: str) -> time:
    """The time written as 17:00."""
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", text)
    if found is None:
        raise click.BadParameter(f'"{text}" is not a time of day. Write it like 17:00.')
    return time(int(found[1]), int(found[2]))


@click.command("remind", epilog="Example: unrut remind --day friday --time 17:00 --output ten-minutes.ics")
@click.option(
    "--day", type=click.Choice(list(DAYS)), help="Your day; Monday is the one after the week. It is kept."
)
@click.option("--time", "at", type=time_of_day, metavar="HH:MM", help="The time of day; it is kept too.")
@click.option("--name", default="", metavar="TEXT", help='What the entry is called (default: "Unrut").')
@click.option(
    "--output", default=STDOUT, metavar="FILE", help="The file to write (default: standard output)."
)
@force_option
def command(day: str | None, at: time | None, name: str, output: str, force: bool) -> None:
    """Write a weekly reminder of your day as a calendar entry (.ics).

    Its name says nothing about what it is for, because others may see the calendar.
    """
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.clock import now, today
    from unrut.exporters.reminder import neutral_title, reminder
    from unrut.queries.sittings import sitting_day
    from unrut.services.sittings import choose_sitting
    from unrut.wording.sittings import USUAL_TIME

    title = neutral_title(name)
    chosen = sitting_day(owner)
    if day or at:
        kept = chosen.offset if chosen.is_chosen else None
        choose_sitting(owner, DAYS[day] if day else kept, at or chosen.at)
        chosen = sitting_day(owner)
    content = reminder(chosen.offset, chosen.at or USUAL_TIME, title=title, today=today(), made_at=now())
    write_out(output, content, force=force, what="The reminder")
