import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unrut.core.errors import UnrutError
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.registry import IMPORTERS, LARGEST, read_openings

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[3] / "tests/fixtures/openings"

FIELDS = [
    *[
        "jobs",
        "data",
        "absolute_url",
        "title",
        "location",
        "name",
        "content",
        "metadata",
        "pay_input_ranges",
        "offices",
    ],
    *[
        "hostedUrl",
        "categories",
        "allLocations",
        "text",
        "lists",
        "salaryRange",
        "createdAt",
        "workplaceType",
        "min",
    ],
    *[
        "jobUrl",
        "apiVersion",
        "isListed",
        "isRemote",
        "descriptionHtml",
        "compensation",
        "secondaryLocations",
        "id",
    ],
    *["company", "date", "url", "remote", "min_cents", "value"],
]
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(["Employment Type", "https://jobs.lever.co/a/b", "<p>x</p>", "2026-01-01", 10**30]),
)


def nested(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """What may stand in a field: a value, a few of them, or a few with names."""
    return st.one_of(
        LEAVES, st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(FIELDS), inner, max_size=5)
    )


VALUES = nested(nested(nested(LEAVES)))


def records(**fixed: str) -> st.SearchStrategy[list[dict[str, object]]]:
    """Lists of records that have the fixed fields and anything at all in the others."""
    others = st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=8)
    return st.lists(others.map(lambda record: record | fixed), max_size=2)


BOARDS = st.one_of(
    records(title="Cook", absolute_url="x").map(lambda jobs: {"jobs": jobs}),
    records(text="Cook", hostedUrl="https://jobs.lever.co/inn/1"),
    records(title="Cook", jobUrl="x").map(lambda jobs: {"jobs": jobs, "apiVersion": "1"}),
    records(title="Cook"),
)


def outcome(name: str, content: bytes) -> str:
    """The kind of answer; anything but an answer or a sentence for the person comes through as it is."""
    try:
        source, parsed = read_openings(name, content)
    except UnrutError as error:
        return "sentence" if str(error).endswith(".") else str(error)
    keys = [opening.key for opening in parsed.openings]
    is_sound = len(keys) == len(set(keys)) and all(
        opening.title and opening.source == source for opening in parsed.openings
    )
    return "openings" if is_sound else "unsound"


@pytest.mark.parametrize(
    ("name", "source", "count"),
    [
        ("greenhouse_board.json", "greenhouse", 2),
        ("greenhouse_job.json", "greenhouse", 1),
        ("lever_board.json", "lever", 3),
        ("ashby_board.json", "ashby", 2),
        ("table_comma.csv", "table", 3),
        ("table_semicolon.csv", "table", 1),
        ("table_tab.tsv", "table", 1),
        ("table_list.json", "table", 3),
        ("pasted_several.md", "pasted", 3),
        ("pasted_letter.txt", "pasted", 1),
        ("saved_page.html", "pasted", 1),
    ],
)
def test_read_openings_each_fixture_finds_its_importer(name: str, source: str, count: int) -> None:
    found, parsed = read_openings(name, (FIXTURES / name).read_bytes())

    assert (found, len(parsed.openings)) == (source, count)


def test_read_openings_in_another_alphabet_gives_the_same() -> None:
    content = (FIXTURES / "lever_board.json").read_bytes()

    assert read_openings("a", content.decode().encode("utf-16")) == read_openings("a", content)


def test_read_openings_twice_gives_the_same_keys() -> None:
    content = (FIXTURES / "pasted_several.md").read_bytes()

    assert read_openings("a.md", content) == read_openings("b.md", content)


def test_read_openings_company_is_passed_on() -> None:
    _, parsed = read_openings("a.csv", b"title,city\nCook,Ghent", company=" The\nInn ")

    assert [opening.company for opening in parsed.openings] == ["The Inn"]


def test_read_openings_repeated_key_keeps_the_first() -> None:
    content = b"id,title\n900100,Cook\n900101,Baker\n900100,Chef\n900100,Boss\n,\n900102,"

    _, parsed = read_openings("a.csv", content)

    assert [opening.title for opening in parsed.openings] == ["Cook", "Baker"]
    assert parsed.problems == (
        Problem("line 7", "This opening has no title. Give it one in the file and import it again."),
        Problem("opening 3", '"Chef" is the same opening as number 1. The first of them was kept.'),
        Problem("opening 4", '"Boss" is the same opening as number 1. The first of them was kept.'),
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("big.csv", b"a" * (LARGEST + 1), "^big.csv has 26 MB, and the most we read at once is 25 MB"),
        ("none.csv", b"", "^none.csv is empty"),
        ("blank.csv", b" \n\t", "^blank.csv is empty"),
        ("\n", b"", "^The file is empty"),
        (
            "photo.png",
            b"\x89PNG\x00\x01",
            "^photo.png is not a file we can read openings from. Known are a Greenhouse",
        ),
        ("cv.pdf", b"%PDF-1.7 and more", "^cv.pdf is not a file we can read"),
        ("board.json", b'{"jobs": [\n{"absolute_url": "x"', "past line 2, column 21"),
        ("board.json", b"nothing like it", "no column for the title"),
        ("deep.txt", b'[{"a":' * 100_000, "nested too deeply"),
        ("short.txt", b"Cook", "shorter than 20 characters"),
    ],
)
def test_read_openings_unreadable_file_gets_a_sentence(name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        read_openings(name, content)


def test_read_openings_largest_file_is_read() -> None:
    content = b'[{"title": "Cook"}]'.ljust(LARGEST)

    _, parsed = read_openings("a.json", content)

    assert [opening.title for opening in parsed.openings] == ["Cook"]


def test_importers_each_have_a_name_of_their_own() -> None:
    assert [importer.name for importer in IMPORTERS] == ["greenhouse", "lever", "ashby", "table", "pasted"]


@given(st.binary(max_size=400), st.sampled_from(["", "a.json", "a.csv", "a.txt", "a.html", "a.bin"]))
def test_read_openings_any_bytes_give_openings_or_a_sentence(content: bytes, name: str) -> None:
    assert outcome(name, content) in {"openings", "sentence"}


@given(
    st.text(alphabet='title,;\t"\n\r =-#<>/p:abcAt|', max_size=200),
    st.sampled_from(["a.csv", "a.txt", "a.html"]),
)
def test_read_openings_any_text_gives_openings_or_a_sentence(text: str, name: str) -> None:
    assert outcome(name, text.encode()) in {"openings", "sentence"}


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.one_of(VALUES, BOARDS))
def test_read_openings_any_json_gives_openings_or_a_sentence(value: object) -> None:
    assert outcome("a.json", json.dumps(value).encode()) in {"openings", "sentence"}
