"""Whom to call, and what to do about harassment and danger, on the command line."""

from typing import Any

from unrut.cli.output import section
from unrut.core.reflect.help_lines import DIRECTORY, Country, shipped_countries
from unrut.wording import safety as wording


def lines(country: Country | None) -> list[str]:
    """What can help, and the numbers of a country or of all."""
    shown = [country] if country else list(shipped_countries().values())
    told = [line for each in shown for line in section(each.name, wording.country_lines(each))]
    return [
        wording.urgent(),
        wording.advice(),
        *told,
        "",
        wording.elsewhere(),
        wording.employer_note(),
        "What to do about harassment, bullying and danger: unrut help-lines respect",
    ]


def values(country: Country | None) -> dict[str, Any]:
    """The same for scripts."""
    shown = [country] if country else list(shipped_countries().values())
    return {
        "urgent": wording.urgent(),
        "countries": [_values(each) for each in shown],
        "directory": DIRECTORY,
    }


def respect_lines() -> list[str]:
    """The way out, step by step, and what a record holds."""
    steps = [line for title, words in wording.respect_steps() for line in ("", title, words)]
    return [
        wording.urgent(),
        *steps,
        *section("A record holds, for each time", wording.record_columns()),
        "",
        wording.employer_note(),
    ]


def respect_values() -> dict[str, Any]:
    """The same for scripts."""
    return {
        "urgent": wording.urgent(),
        "steps": [{"step": title, "how": words} for title, words in wording.respect_steps()],
        "record": wording.record_columns(),
    }


def _values(country: Country) -> dict[str, Any]:
    return {
        "code": country.code,
        "name": country.name,
        "emergency": country.emergency,
        "lines": [
            {"name": line.name, "reach": line.reach, "when": line.when, "source": line.source}
            for line in country.lines
        ],
        "checked_on": country.checked_on if country.is_checked else None,
    }
