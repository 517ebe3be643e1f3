"""The store opened for a command."""

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from unrut.config import load_config
from unrut.store import open_store

if TYPE_CHECKING:
    from unrut.models import Person

LONG = 256
"""With fewer notes or openings to read, nobody waits long enough to wonder."""


def local_person() -> "Person":
    """Open the store, creating or upgrading it where needed; whose it is.

    Raises ConfigError, StoreError.
    """
    open_store(load_config())
    # Inline: needs Django set up.
    from unrut.services.people import local_owner

    return local_owner()


def reading_person() -> "Person":
    """As `local_person`, with all notes read: those written since, or all after an upgrade of the reader."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.services.readings import keep_readings

    keep_readings(owner, tell_progress)
    return owner


def asking_person() -> "Person":
    """As `reading_person`, with all openings read as well: what is open is asked of both."""
    owner = reading_person()
    # Inline: needs Django set up.
    from unrut.services.opening_readings import keep_opening_readings

    keep_opening_readings(owner, partial(tell_progress, what="openings"))
    return owner


def tell_progress(done: int, all_of: int, *, what: str = "notes") -> None:
    """Say how far reading is, on a terminal and when there is much of it. Ctrl-C keeps what is done."""
    if all_of >= LONG and sys.stderr.isatty():
        click.echo(f"\rReading your {what}: {done:,} of {all_of:,}", err=True, nl=done == all_of)
