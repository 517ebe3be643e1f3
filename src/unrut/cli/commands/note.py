"""`unrut note`, for the list of commands. The ordinary way does not come by here: see `unrut.__main__`."""

import click

from unrut.cli.fast_note import main, parser


class NoteCommand(click.Command):
    """Hands its words on as they are, and shows the help of the one who reads them."""

    def get_help(self, ctx: click.Context) -> str:  # noqa: ARG002 - Click asks for it
        """The help of the short way."""
        return parser().format_help().strip()


@click.command(
    "note",
    cls=NoteCommand,
    add_help_option=False,
    context_settings={
        "ignore_unknown_options": True,
        "allow_extra_args": True,
        "allow_interspersed_args": False,
    },
    short_help="Keep a line about your week.",
)
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Keep a line about your week."""
    ctx.exit(main(words))
