"""The command `unrut`: finds the commands, and turns what goes wrong into a sentence and an exit code."""

import io
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from unrut import __version__
from unrut.cli.failures import explain, settle_output
from unrut.cli.output import say
from unrut.errors import EXIT_CODE_MEANINGS, ExitCode

COMMANDS = (
    "start",
    "link",
    "note",
    "lookback",
    "checkin",
    "review",
    "remind",
    "why",
    "profile",
    "circumstance",
    "signal",
    "read",
    "wants",
    "job",
    "openings",
    "rank",
    "occupations",
    "skills",
    "people",
    "strengths",
    "options",
    "compare",
    "decide",
    "wins",
    "milestones",
    "goal",
    "plan",
    "next",
    "calendar",
    "export",
    "demo",
    "settings",
    "help-lines",
)
"""In the order a person meets them; each is the attribute `command` of its module in `unrut.cli.commands`, - read as _."""

_MEANINGS = "\n".join(f"  {code.value:<3} {meaning}" for code, meaning in EXIT_CODE_MEANINGS.items())
EPILOG = f'\b\nExample: unrut note "+ explained the new process to the team"\n\n\b\nExit codes:\n{_MEANINGS}'


class Commands(click.Group):
    """Loads a command only when it is needed, and answers every error a person can do something about."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click asks for it
        """The names, in the order a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"unrut.cli.commands.{cmd_name.replace('-', '_')}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except click.Abort as error:
            raise click.exceptions.Exit(ExitCode.INTERRUPTED) from error
        except (Exception, KeyboardInterrupt) as error:
            failure = explain(error)
            if failure is None:
                raise
            sentence, code = failure
            if sentence:
                say(sentence.splitlines(), to_errors=True)
            raise click.exceptions.Exit(code) from error
        return result


@click.group(cls=Commands, invoke_without_command=True, epilog=EPILOG)
@click.version_option(__version__, prog_name="unrut", message="%(prog)s %(version)s")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    help="Port to serve on; 0 takes any that is free.",
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@click.pass_context
def group(ctx: click.Context, port: int | None, no_browser: bool) -> None:
    """Two honest minutes a week become a way out of a career rut.

    Without a command, Unrut starts on this machine and opens in the browser. Everything stays in one folder of yours.
    """
    if ctx.invoked_subcommand is None:
        # Inline: as every command.
        from unrut.cli.commands.start import command

        ctx.invoke(command, port=port, no_browser=no_browser)
    elif port is not None or no_browser:
        raise click.UsageError("--port and --no-browser belong behind the command: unrut start --port 8421.")


def run(arguments: Sequence[str]) -> int:
    """Run `unrut` with arguments; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal of another alphabet shows a sign it lacks by its number, rather than nothing at all.
            stream.reconfigure(errors="backslashreplace")
    try:
        group.main(list(arguments), prog_name="unrut")
    except SystemExit as stopped:
        settle_output()
        return int(stopped.code or 0)
