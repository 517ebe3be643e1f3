"""Reading reference files: every complaint names the file, the line and the field."""

from collections.abc import Callable
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidReferenceError
from unrut.core.reference import Table, each, parse_toml, tables

pytestmark = pytest.mark.unit

FILE = "colours.toml"
TEXT = """\
version = 1

[colour.red]
name = "Red"
empty = "   "
warm = true
rank = 3
part = 0.5
whole_part = 1
words = ["ember", "rust"]
blank_words = ["ember", " "]
family = "warm"
parent = "red"

[colour.red.light]
name = "Pink"

[colour.blue]
name = "Blue"
warm = "no"
"""


class Family(StrEnum):
    """Kinds of colours."""

    WARM = "warm"
    COLD = "cold"


def a_table(name: str = "red") -> Table:
    values = parse_toml(TEXT, FILE)
    return tables(values, "colour", text=TEXT, file=FILE)[name]


def complaint(read: Callable[[Table], object]) -> str:
    with pytest.raises(InvalidReferenceError) as stopped:
        read(a_table())
    return str(stopped.value)


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda table: table.text("name"), "Red"),
        (lambda table: table.text("absent", optional=True), ""),
        (lambda table: table.text("empty", optional=True), "   "),
        (lambda table: table.flag("warm"), True),
        (lambda table: table.flag("absent"), False),
        (lambda table: table.whole("rank", low=0, high=3), 3),
        (lambda table: table.whole("rank", low=3, high=9), 3),
        (lambda table: table.whole("absent", low=0, high=3, default=2), 2),
        (lambda table: table.share("part"), 0.5),
        (lambda table: table.share("whole_part"), 1.0),
        (lambda table: table.texts("words"), ("ember", "rust")),
        (lambda table: table.texts("words", count=2), ("ember", "rust")),
        (lambda table: table.texts("absent", optional=True), ()),
        (lambda table: table.one_of("family", Family), Family.WARM),
        (lambda table: table.member("parent", ["red", "blue"]), "red"),
        (lambda table: table.member("parent", {"red": 1}), "red"),
        (lambda table: table.table("light").text("name"), "Pink"),
        (lambda table: table.optional_table("dark"), None),
        (lambda table: table.names()[:3], ("name", "empty", "warm")),
    ],
)
def test_field_that_is_right_is_read(read: Callable[[Table], object], value: object) -> None:
    assert read(a_table()) == value


def test_optional_table_that_is_there_is_read() -> None:
    light = a_table().optional_table("light")

    assert light is not None
    assert light.names() == ("name",)


@pytest.mark.parametrize(
    ("read", "line", "problem"),
    [
        (lambda table: table.text("absent"), 3, "colour.red.absent is missing"),
        (lambda table: table.text("empty"), 5, "colour.red.empty should be a text that is not empty"),
        (lambda table: table.text("rank"), 7, "colour.red.rank should be a text that is not empty"),
        (lambda table: table.flag("rank"), 7, "colour.red.rank should be true or false"),
        (lambda table: table.whole("absent", low=0, high=3), 3, "colour.red.absent is missing"),
        (
            lambda table: table.whole("rank", low=0, high=2),
            7,
            "colour.red.rank should be a whole number from 0 to 2",
        ),
        (
            lambda table: table.whole("rank", low=4, high=9),
            7,
            "colour.red.rank should be a whole number from 4 to 9",
        ),
        (
            lambda table: table.whole("warm", low=0, high=2),
            6,
            "colour.red.warm should be a whole number from 0 to 2",
        ),
        (
            lambda table: table.whole("part", low=0, high=2),
            8,
            "colour.red.part should be a whole number from 0 to 2",
        ),
        (lambda table: table.share("rank"), 7, "colour.red.rank should be a number from 0 to 1"),
        (lambda table: table.share("warm"), 6, "colour.red.warm should be a number from 0 to 1"),
        (lambda table: table.share("name"), 4, "colour.red.name should be a number from 0 to 1"),
        (lambda table: table.texts("absent"), 3, "colour.red.absent is missing"),
        (lambda table: table.texts("name"), 4, "colour.red.name should be a list of texts"),
        (lambda table: table.texts("blank_words"), 11, "colour.red.blank_words should be a list of texts"),
        (
            lambda table: table.texts("words", count=3),
            10,
            "colour.red.words should have 3 entries and has 2",
        ),
        (
            lambda table: table.one_of("parent", Family),
            13,
            'colour.red.parent is "red", which is none of warm, cold',
        ),
        (
            lambda table: table.member("parent", ["blue"]),
            13,
            'colour.red.parent names "red", which is not defined',
        ),
        (lambda table: table.table("dark"), 3, "colour.red.dark is missing"),
        (lambda table: table.table("name"), 4, "colour.red.name should be a table"),
        (
            lambda table: table.table("light").texts("name"),
            16,
            "colour.red.light.name should be a list of texts",
        ),
        (lambda table: table.table("light").text("absent"), 15, "colour.red.light.absent is missing"),
    ],
)
def test_field_that_is_wrong_stops_with_its_line(
    read: Callable[[Table], object], line: int, problem: str
) -> None:
    assert complaint(read) == f"{FILE}, line {line}: {problem}. Mend it and start again."


def test_field_of_a_table_written_in_one_line_has_the_line_of_that_table() -> None:
    text = '[colour.red]\nname = "Red"\nlight = { name = 1 }\n'
    table = tables(parse_toml(text, FILE), "colour", text=text, file=FILE)["red"]

    with pytest.raises(InvalidReferenceError) as stopped:
        table.table("light").text("name")

    assert str(stopped.value) == (
        f"{FILE}, line 3: colour.red.light.name should be a text that is not empty. Mend it and start again."
    )


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("colour = 3\n", 1, "colour should be a table"),
        ("\n[[colour]]\n", 2, "colour should be a table"),
        ("\n[colour]\nred = 1\n", 3, "colour.red should be a table"),
        ("colour.red = 1\n", 1, "colour.red should be a table"),
        ("[shape]\ncolour = 3\n[colour]\nred = 1\n", 4, "colour.red should be a table"),
    ],
)
def test_tables_that_are_none_stop_with_their_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(InvalidReferenceError) as stopped:
        tables(parse_toml(text, FILE), "colour", text=text, file=FILE)

    assert str(stopped.value) == f"{FILE}, line {line}: {problem}. Mend it and start again."


def test_field_missing_from_the_last_table_has_the_line_of_its_header() -> None:
    with pytest.raises(InvalidReferenceError) as stopped:
        a_table("blue").text("family")

    assert str(stopped.value) == (f"{FILE}, line 18: colour.blue.family is missing. Mend it and start again.")


def test_complaint_about_a_whole_table_has_the_line_of_its_header() -> None:
    assert complaint(lambda table: table.fail("", "is unwelcome")) == (
        f"{FILE}, line 3: colour.red is unwelcome. Mend it and start again."
    )


def test_entry_of_a_list_of_tables_is_found_by_its_header() -> None:
    table = Table({"name": ""}, path="week", text='a = 1\n[[week]]\nname = ""\n', file=FILE)

    with pytest.raises(InvalidReferenceError) as stopped:
        table.text("name")

    assert str(stopped.value) == (
        f"{FILE}, line 3: week.name should be a text that is not empty. Mend it and start again."
    )


def test_done_complains_about_the_first_field_nobody_read() -> None:
    def read_the_name_only(table: Table) -> None:
        table.text("name")
        table.done()

    assert complaint(read_the_name_only) == (
        f"{FILE}, line 5: colour.red.empty is not a field we know. Mend it and start again."
    )


def test_done_is_content_when_everything_was_read() -> None:
    light = a_table().table("light")
    light.text("name")

    light.done()

    assert light.names() == ("name",)


def test_each_makes_one_value_a_table() -> None:
    text = '[colour.red]\nname = "Red"\n[colour.blue]\nname = "Blue"\n'
    found = tables(parse_toml(text, FILE), "colour", text=text, file=FILE)

    made = each(found, lambda name, table: f"{name}: {table.text('name')}")

    assert made == {"red": "red: Red", "blue": "blue: Blue"}


def test_each_stops_at_a_field_that_was_not_read() -> None:
    found = tables(parse_toml(TEXT, FILE), "colour", text=TEXT, file=FILE)

    with pytest.raises(InvalidReferenceError) as stopped:
        each({"blue": found["blue"]}, lambda _, table: table.text("name"))

    assert str(stopped.value) == (
        f"{FILE}, line 20: colour.blue.warm is not a field we know. Mend it and start again."
    )


def test_tables_of_a_kind_that_is_absent_are_none() -> None:
    assert tables({"version": 1}, "colour", text="version = 1", file=FILE) == {}


def test_file_that_is_not_toml_stops_with_its_line() -> None:
    with pytest.raises(InvalidReferenceError) as stopped:
        parse_toml('name = "Red"\nrank = = 3\n', FILE)

    assert str(stopped.value) == (
        f"{FILE} cannot be read: Invalid value (at line 2, column 8). Mend that line and start again."
    )


@given(st.text())
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        told = type(parse_toml(text, FILE)).__name__
    except InvalidReferenceError as error:
        told = str(error)[: len(FILE) + 16]

    assert told in {"dict", f"{FILE} cannot be read:"}
