from collections.abc import Mapping
from typing import Any

import pytest

from unrut.importers.contract import KEY_LENGTH, LONGEST_KEY, Problem, UnreadableRecordError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title

pytestmark = pytest.mark.unit

CONTENTS = {"title": "Baker", "company": "Oven", "place": "Ghent", "text": "Bread."}


def read(record: Mapping[str, Any]) -> PostedOpening | None:
    if record.get("skip"):
        return None
    return PostedOpening("test", "key", required_title(record.get("title", "")))


def test_key_of_given_key_is_kept() -> None:
    assert key_of("a" * LONGEST_KEY, **CONTENTS) == "a" * LONGEST_KEY


@pytest.mark.parametrize("given", ["", "a" * (LONGEST_KEY + 1)])
def test_key_of_missing_or_long_key_is_made_of_the_contents(given: str) -> None:
    assert key_of(given, **CONTENTS) == key_of("", **CONTENTS)
    assert len(key_of(given, **CONTENTS)) == KEY_LENGTH


@pytest.mark.parametrize("field", CONTENTS)
def test_key_of_any_changed_field_changes_the_key(field: str) -> None:
    assert key_of("", **(CONTENTS | {field: "other"})) != key_of("", **CONTENTS)


def test_collect_bad_record_becomes_a_problem_and_the_rest_goes_on() -> None:
    records = [{"title": "Baker"}, "words", {"title": ""}, {"skip": True}, {"title": "Cook"}]

    parsed = collect(numbered(records), read)

    assert parsed == Parsed(
        openings=(PostedOpening("test", "key", "Baker"), PostedOpening("test", "key", "Cook")),
        problems=(
            Problem("job 2", "This entry is not a job with named fields. Remove it or save the file again."),
            Problem("job 3", "This opening has no title. Give it one in the file and import it again."),
        ),
    )


def test_required_title_missing_is_refused() -> None:
    with pytest.raises(UnreadableRecordError, match="no title"):
        required_title("")
