"""Notes are read line by line, and a bad line stops nothing."""

import json
from typing import Any

import pytest

from unrut.cli.main import group
from unrut.core.reflect.reader import NoteKind, read_note

pytestmark = pytest.mark.integration

FORM = '{"text": "...", "kind": "like"} or {"text": "...", "kind": "dislike"}'


def answers(given: str | bytes, unrut: Any) -> list[dict[str, Any]]:
    result = unrut("read", "--json", given=given)
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("kind", list(NoteKind))
def test_note_is_read_as_everywhere_else(unrut: Any, kind: NoteKind) -> None:
    text = "The train was late, and no pay rise either"

    (told,) = answers(json.dumps({"text": text, "kind": kind}), unrut)

    assert [facet["id"] for facet in told["facets"]] != []
    assert told["facets"] == [
        {"id": reading.facet, "confidence": reading.confidence, "words": list(reading.words)}
        for reading in read_note(text, kind)
    ]


def test_note_about_nothing_has_no_facets(unrut: Any) -> None:
    assert answers('{"text": "", "kind": "like"}', unrut) == [{"facets": []}]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        (b"the train was late", f"is not JSON. Write it like {FORM}."),
        (b"", f"is not JSON. Write it like {FORM}."),
        (b"\xff\xfe", f"is not JSON. Write it like {FORM}."),
        (b"[" * 100_000, f"is not JSON. Write it like {FORM}."),
        (b'["train", "like"]', f"is not one note. Write it like {FORM}."),
        (b'{"kind": "like"}', f'has no "text". Write it like {FORM}.'),
        (b'{"text": 7, "kind": "like"}', f'has no "text". Write it like {FORM}.'),
        (b'{"text": "train"}', 'has no "kind" we know. Give one of "like", "dislike".'),
        (b'{"text": "train", "kind": "love"}', 'has no "kind" we know. Give one of "like", "dislike".'),
        (b'{"text": "train", "kind": ["like"]}', 'has no "kind" we know. Give one of "like", "dislike".'),
    ],
    ids=["words", "empty", "bytes", "deep", "list", "no text", "number", "no kind", "other kind", "kinds"],
)
def test_bad_line_is_answered_with_its_number_and_the_others_go_on(
    unrut: Any, line: bytes, wrong: str
) -> None:
    good = b'{"text": "", "kind": "like"}'

    told = answers(b"\n".join([good, line, good]), unrut)

    assert told == [{"facets": []}, {"error": f"Line 2 {wrong}", "line": 2}, {"facets": []}]


def test_mark_at_the_start_of_a_file_is_no_trouble(unrut: Any) -> None:
    assert answers(b'\xef\xbb\xbf{"text": "", "kind": "like"}', unrut) == [{"facets": []}]


def test_no_line_gets_no_answer(unrut: Any) -> None:
    assert answers("", unrut) == []


def test_read_without_json_says_what_is_missing(unrut: Any) -> None:
    result = unrut("read", given="the train was late")

    assert result.exit_code == 2
    assert "Missing option '--json'" in result.stderr


def test_read_is_listed_after_signal() -> None:
    names = group.list_commands(None)  # type: ignore[arg-type] # the list needs no context

    assert names[names.index("signal") + 1] == "read"
