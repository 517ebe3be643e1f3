"""`unrut profile`."""

import click

from unrut.cli.opened import reading_person
from unrut.cli.options import force_option, json_option
from unrut.cli.output import STDOUT, say, say_json, write_out


@click.command("profile", epilog="Example: unrut profile --words --output for-my-mentor.md")
@click.option(
    "--words",
    "with_words",
    is_flag=True,
    help="Quote your own words; names stay, lines about harm or harassment are never quoted.",
)
@click.option(
    "--as",
    "form",
    type=click.Choice(["text", "markdown"]),
    default="text",
    show_default=True,
    help="How it is written; a file that ends in .md is Markdown anyway.",
)
@click.option("--output", "file", metavar="FILE", default=STDOUT, help="Write it to a file.")
@force_option
@json_option
def command(with_words: bool, form: str, file: str, force: bool, as_json: bool) -> None:
    """Show what to look for in work and what to avoid, as you changed it.

    One page for a mentor. Lines are changed on the page of the same name in the browser.
    """
    owner = reading_person()
    # Inline: needs Django set up.
    from unrut.cli.pages.why import line_values
    from unrut.clock import today
    from unrut.exporters.profile_text import ProfileSheet, TextFormat, profile_text
    from unrut.queries.profile import profile_list
    from unrut.queries.reflect import behind

    read = behind(owner)
    profile = profile_list(owner, read)
    if as_json:
        columns = {"look_for": profile.look_for, "avoid": profile.avoid, "left_out": profile.left_out}
        say_json({name: [line_values(line) for line in lines] for name, lines in columns.items()})
        return
    written_as = TextFormat.MARKDOWN if file.endswith(".md") else TextFormat(form)
    text = profile_text(ProfileSheet(profile, read.notes, with_words, today()), written_as)
    if file == STDOUT:
        say(text.splitlines())
    else:
        write_out(file, text.encode(), force=force, what="Your list")
