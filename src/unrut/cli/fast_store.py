"""The store by the short way: through sqlite3, without Django. Cheap to import, as `unrut note` starts here.

Whatever is out of the ordinary (no store yet or another version of it, PostgreSQL, settings that cannot be read) is None,
and the caller goes the long way round.
"""

import os
import sqlite3
from collections.abc import Mapping
from datetime import date

from unrut.clock import local_day
from unrut.home import DATABASE_FILE, SCHEMA_VERSION, SETTINGS_FILE, home_path

OWNER = "me"
LOCK_SECONDS = 10.0


def store_today() -> tuple[str, date] | None:
    """The file of the store and today's date."""
    home = home_path(os.environ)
    file = os.path.join(home, DATABASE_FILE)  # noqa: PTH118 - pathlib is slow to load
    given = _given(os.path.join(home, SETTINGS_FILE))  # noqa: PTH118 - as above
    today = _today(given)
    if today is None or _setting(given, "database") or not os.path.exists(file):  # noqa: PTH110 - as above
        return None
    return file, today


def connected(file: str) -> sqlite3.Connection:
    """The store, open; nothing is begun, and what is begun and not committed is undone when it is closed."""
    connection = sqlite3.connect(file, timeout=LOCK_SECONDS, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def owner_of(connection: sqlite3.Connection) -> int | None:
    """The key of the person whose store this is."""
    if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
        return None
    owner = connection.execute("SELECT id FROM unrut_person WHERE handle = ?", (OWNER,)).fetchone()
    return int(owner[0]) if owner else None


def random_uid() -> str:
    """A random UUID (version 4) as Django stores it; the module uuid takes longer to load than all this to run."""
    bits = int.from_bytes(os.urandom(16), "big")
    bits = bits & ~(0xF000 << 64) & ~(0xC000 << 48) | (4 << 76) | (0x8000 << 48)
    return f"{bits:032x}"


def _given(file: str) -> Mapping[str, object]:
    """What the settings file says; a file that cannot be read says something that sends us the long way."""
    if not os.path.exists(file):  # noqa: PTH110 - pathlib is slow to load
        return {}
    # Inline: few have such a file.
    import tomllib

    try:
        with open(file, "rb") as settings:  # noqa: PTH123 - pathlib is slow to load
            return tomllib.load(settings)
    except (OSError, ValueError):
        return {"today": file}


def _setting(given: Mapping[str, object], name: str) -> str:
    return os.environ.get(f"UNRUT_{name.upper()}") or str(given.get(name, ""))


def _today(given: Mapping[str, object]) -> date | None:
    said = _setting(given, "today")
    try:
        return date.fromisoformat(said) if said else local_day()
    except ValueError:
        return None
