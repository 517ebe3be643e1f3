"""`unrut help-lines`."""

from contextlib import suppress

import click

from unrut.cli.opened import local_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json
from unrut.core.errors import UnrutError
from unrut.core.reflect.help_lines import Country, country_of

RESPECT = "respect"


@click.command("help-lines", epilog="Example: unrut help-lines GB")
@click.argument("words", nargs=-1, metavar="[COUNTRY|respect]")
@json_option
def command(words: tuple[str, ...], as_json: bool) -> None:
    """Show whom to call when it is too much.

    With a COUNTRY, by its English name or two letters, its numbers; without one those of the country you chose, else of all. With "respect",
    what to do about harassment, bullying and danger. Nothing is stored, and nobody is called.
    """
    about = " ".join(words).strip()
    country = country_of(about) if about and about.lower() != RESPECT else None
    chosen = _chosen()
    # Inline: needs Django set up, which the line above did.
    from unrut.cli.pages import help_lines as page

    if about.lower() == RESPECT:
        say_json(page.respect_values()) if as_json else say(page.respect_lines())
    elif as_json:
        say_json(page.values(country or chosen))
    else:
        say(page.lines(country or chosen))


def _chosen() -> Country | None:
    """The country the person chose. A store that cannot be opened must not stand before a number to call."""
    with suppress(UnrutError, OSError):
        owner = local_person()
        # Inline: needs Django set up.
        from unrut.queries.safety import chosen_country

        return chosen_country(owner)
    return None
