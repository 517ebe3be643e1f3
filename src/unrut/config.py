"""What can be set from outside: one table of names, defaults and meanings. Standard library only: it is read first.

A value is taken from its environment variable, else from `unrut.toml` in the home, else the default.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from unrut.errors import ConfigError
from unrut.home import DATABASE_FILE, SCHEMA_VERSION, SETTINGS_FILE, home_path

__all__ = [
    "DATABASE_FILE",
    "LOOPBACK",
    "OFFICIAL_OCCUPATIONS",
    "OPTIONS",
    "SCHEMA_VERSION",
    "SECRET_FILE",
    "SETTINGS_FILE",
    "Config",
    "Option",
    "home_folder",
    "load_config",
]

SECRET_FILE = "secret"  # noqa: S105 - the name of a file
LOOPBACK = "127.0.0.1"
OFFICIAL_OCCUPATIONS = "https://www.onetcenter.org/dl_files/database/db_30_1_text.zip"


@dataclass(frozen=True, slots=True)
class Option:
    """One setting: its name in `unrut.toml`, its variable and what it does."""

    name: str
    variable: str
    default: str
    help: str


OPTIONS = (
    Option(
        "home",
        "UNRUT_HOME",
        "",
        "folder of the store; only as a variable (default: the platform's data folder)",
    ),
    Option("port", "UNRUT_PORT", "8420", "port on 127.0.0.1 to serve on"),
    Option("browser", "UNRUT_BROWSER", "yes", "open the browser at the start: yes or no"),
    Option(
        "database", "UNRUT_DATABASE", "", "a PostgreSQL address when hosted (default: SQLite in the home)"
    ),
    Option(
        "today", "UNRUT_TODAY", "", "pretend that today is this date, to look at another week (YYYY-MM-DD)"
    ),
    Option(
        "occupations",
        "UNRUT_OCCUPATIONS",
        OFFICIAL_OCCUPATIONS,
        "where the kinds of work come from when you ask for newer ones: an address, a zip or a folder",
    ),
)


@dataclass(frozen=True, slots=True)
class Config:
    """All settings, checked."""

    home: Path
    port: int
    browser: bool
    database: str
    today: date | None
    occupations: str = OFFICIAL_OCCUPATIONS

    @property
    def database_file(self) -> Path:
        """Where SQLite keeps the store."""
        return self.home / DATABASE_FILE

    @property
    def secret_file(self) -> Path:
        """Where the signing secret lies."""
        return self.home / SECRET_FILE


def load_config(environment: Mapping[str, str] | None = None) -> Config:
    """Read all settings.

    Raises ConfigError with the name of the variable or file and what would be right.
    """
    environment = os.environ if environment is None else environment
    home = home_folder(environment)
    given = _settings_file(home / SETTINGS_FILE)
    values = {option.name: _value(option, environment, given) for option in OPTIONS}
    return Config(
        home=home,
        port=_port(values["port"]),
        browser=_yes_or_no("browser", values["browser"]),
        database=values["database"],
        today=_day(values["today"]),
        occupations=values["occupations"],
    )


def home_folder(environment: Mapping[str, str] | None = None) -> Path:
    """The folder that holds everything of this installation."""
    return Path(home_path(os.environ if environment is None else environment))


def _value(option: Option, environment: Mapping[str, str], given: Mapping[str, Any]) -> str:
    return environment.get(option.variable) or str(given.get(option.name, option.default))


def _settings_file(path: Path) -> Mapping[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):  # a home that is no folder is refused with the store
        return {}
    except OSError as error:
        raise ConfigError(
            f"{path} cannot be read ({error.strerror}). Give yourself the right to read it, or remove it."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read: {error}. Mend it or remove it.") from error
    known = {option.name for option in OPTIONS} - {"home"}
    for name in values:
        if name not in known:
            raise ConfigError(
                f'{path} sets "{name}", which is not a setting. Known are {", ".join(sorted(known))}.'
            )
    return values


def _port(value: str) -> int:
    if value.isdecimal() and 0 <= int(value) <= 65535:  # noqa: PLR2004 - the largest port
        return int(value)
    raise ConfigError(
        f'The port is "{value}". Set UNRUT_PORT to a whole number from 1 to 65535, or 0 for any free one.'
    )


def _yes_or_no(name: str, value: str) -> bool:
    answers = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if value.lower() in answers:
        return answers[value.lower()]
    raise ConfigError(f'The setting {name} is "{value}". Set it to yes or no.')


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise ConfigError(f'The setting today is "{value}". Write it as a date, like 2026-11-20.') from error
