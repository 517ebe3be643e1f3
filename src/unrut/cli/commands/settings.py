"""`unrut settings`."""

import re
from typing import Any

import click

from unrut.cli.options import json_option
from unrut.cli.output import say, say_json
from unrut.config import OPTIONS, SETTINGS_FILE, Config, load_config


@click.command("settings", epilog="Example: unrut settings --json")
@json_option
def command(as_json: bool) -> None:
    """Show every setting with its value, and how to change it."""
    config = load_config()
    if as_json:
        say_json({option.name: _value(config, option.name) for option in OPTIONS})
        return
    say([f"Set them as variables, or in {config.home / SETTINGS_FILE}."])
    for option in OPTIONS:
        say(["", f"{option.name} = {_shown(config, option.name)}", f"  {option.variable}: {option.help}"])


def _value(config: Config, name: str) -> Any:
    """The value in force; of a database address without its password."""
    value = getattr(config, name)
    return re.sub(r"(//[^/:@]*:).*@", r"\1...@", value) if name == "database" else value


def _shown(config: Config, name: str) -> str:
    value = _value(config, name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "not set" if value in {None, ""} else str(value)
