"""Reading the reference files shipped with the program, with errors that name the line and the field."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from unrut.core.errors import InvalidReferenceError

Choice = TypeVar("Choice", bound=StrEnum)
Made = TypeVar("Made")


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """The file as nested tables.

    Raises InvalidReferenceError with the line when it is not TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidReferenceError(
            f"{name} cannot be read: {error}. Mend that line and start again."
        ) from error


def check_parts(values: Mapping[str, Any], parts: Sequence[str], file: str) -> None:
    """Raise InvalidReferenceError for a part of a file that is none of those it may have."""
    for part in values:
        if part not in parts:
            raise InvalidReferenceError(
                f'{file} has a part "{part}", which is none of {", ".join(parts)}. Take it out and start again.'
            )


class Table:
    """One table of a reference file, read field by field; every complaint names line and field."""

    def __init__(self, values: Any, *, path: str, text: str, file: str) -> None:
        self._values = values
        self._path = path
        self._text = text
        self._file = file
        self._read: set[str] = set()
        if not isinstance(values, Mapping):
            self.fail("", "should be a table")

    def fail(self, name: str, problem: str) -> NoReturn:
        """Stop with a sentence that names file, line and field.

        Raises InvalidReferenceError always.
        """
        where = f"{self._path}.{name}" if name else self._path
        line = _line_of(self._text, self._path, name)
        raise InvalidReferenceError(f"{self._file}, line {line}: {where} {problem}. Mend it and start again.")

    def text(self, name: str, *, optional: bool = False) -> str:
        """A text that is not empty, or "" when it is optional and absent."""
        value = self._take(name, optional=optional, default="")
        if not isinstance(value, str) or (not value.strip() and not optional):
            self.fail(name, "should be a text that is not empty")
        return str(value)

    def flag(self, name: str) -> bool:
        """True or false; false when absent."""
        value = self._take(name, optional=True, default=False)
        if not isinstance(value, bool):
            self.fail(name, "should be true or false")
        return bool(value)

    def whole(self, name: str, *, low: int, high: int, default: int | None = None) -> int:
        """A whole number from `low` to `high`."""
        value = self._take(name, optional=default is not None, default=default)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.fail(name, f"should be a whole number from {low} to {high}")
        return int(value)

    def share(self, name: str) -> float:
        """A number from 0 to 1."""
        value = self._take(name, optional=False, default=None)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            self.fail(name, "should be a number from 0 to 1")
        return float(value)

    def texts(self, name: str, *, count: int | None = None, optional: bool = False) -> tuple[str, ...]:
        """A list of texts, of exactly `count` when given."""
        value = self._take(name, optional=optional, default=[])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self.fail(name, "should be a list of texts")
        if count is not None and len(value) != count:
            self.fail(name, f"should have {count} entries and has {len(value)}")
        return tuple(value)

    def one_of(self, name: str, choices: type[Choice]) -> Choice:
        """A member of an enumeration."""
        value = self.text(name)
        known = [str(choice) for choice in choices]
        if value not in known:
            self.fail(name, f'is "{value}", which is none of {", ".join(known)}')
        return choices(value)

    def member(self, name: str, known: Sequence[str] | Mapping[str, Any]) -> str:
        """A text that is one of the names defined elsewhere in the file."""
        value = self.text(name)
        if value not in known:
            self.fail(name, f'names "{value}", which is not defined')
        return value

    def table(self, name: str) -> "Table":
        """A table inside this one."""
        value = self._take(name, optional=False, default=None)
        return Table(value, path=f"{self._path}.{name}", text=self._text, file=self._file)

    def optional_table(self, name: str) -> "Table | None":
        """A table inside this one, or None when absent."""
        return self.table(name) if name in self._values else None

    def names(self) -> tuple[str, ...]:
        """The names of its fields, in the order of the file."""
        return tuple(self._values)

    def done(self) -> None:
        """Complain about a field nobody read: most likely a misspelt name."""
        for name in self._values:
            if name not in self._read:
                self.fail(name, "is not a field we know")

    def _take(self, name: str, *, optional: bool, default: Any) -> Any:
        self._read.add(name)
        if name not in self._values:
            if optional:
                return default
            self.fail(name, "is missing")
        return self._values[name]


def tables(values: Mapping[str, Any], kind: str, *, text: str, file: str) -> dict[str, Table]:
    """All tables `[kind.NAME]` of a file, by name."""
    found = Table(values.get(kind, {}), path=kind, text=text, file=file)
    return {name: found.table(name) for name in found.names()}


def each(found: Mapping[str, Table], make: Callable[[str, Table], Made]) -> dict[str, Made]:
    """Make one value of every table and complain about fields that were not read."""
    made = {}
    for name, table in found.items():
        made[name] = make(name, table)
        table.done()
    return made


def _line_of(text: str, path: str, name: str) -> int:
    """The line of a field, or of its table where the field has no line of its own."""
    lines = text.splitlines()
    header = re.compile(rf"\s*\[+{re.escape(path)}\]+")
    start = next((at for at, line in enumerate(lines) if header.match(line)), None)
    if start is None:
        parent, _, last = path.rpartition(".")
        return _line_of(text, parent, last) if parent else 1
    if name:
        for at in range(start + 1, len(lines)):
            if lines[at].lstrip().startswith("["):
                break
            if re.match(rf"\s*{re.escape(name)}\s*=", lines[at]):
                return at + 1
    return start + 1
