"""The store opened for a command."""

from typing import TYPE_CHECKING

from unrut.config import load_config
from unrut.store import open_store

if TYPE_CHECKING:
    from unrut.models import Person


def local_person() -> "Person":
    """Open the store, creating or upgrading it where needed; whose it is.

    Raises ConfigError, StoreError.
    """
    open_store(load_config())
    # Inline: needs Django set up.
    from unrut.services.people import local_owner

    return local_owner()
