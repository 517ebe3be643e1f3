"""Values as they are written to JSON, and back again."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
_PLAIN = frozenset({str, int, float, bool, NoneType})


def plain(value: Any) -> Any:
    """A value made of dataclasses, tuples, words, numbers and days, in the types of JSON."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [plain(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return {name: plain(getattr(value, name)) for name in _names(cast("Any", kind))}


def valued(hint: type[Value], value: Any) -> Value:
    """The value of a type again from what `plain` made of it."""
    return cast("Value", _reader(cast("Any", hint))(value))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """What reads a value of this type: an optional one, a tuple, a dataclass, an enumeration or a plain one."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        read = _reader(arguments[0])
        return lambda value: None if value is None else read(value)
    if origin is tuple:
        read = _reader(arguments[0])
        return lambda value: tuple(read(each) for each in value)
    if is_dataclass(origin or hint):
        return _dataclass_reader(origin or hint, arguments)
    if issubclass(hint, StrEnum):
        return cast("Callable[[Any], Any]", hint)
    return lambda value: value


def _dataclass_reader(kind: Any, arguments: tuple[Any, ...]) -> Callable[[Mapping[str, Any]], Any]:
    hints = get_type_hints(kind)
    # The only parameter a generic dataclass here has is the type of its value.
    of = {name: arguments[0] if isinstance(hint, TypeVar) else hint for name, hint in hints.items()}

    def read(values: Mapping[str, Any]) -> Any:
        return kind(**{name: _reader(of[name])(values[name]) for name in of if name in values})

    return read
