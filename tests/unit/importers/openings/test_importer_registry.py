import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unrut.core.errors import UnrutError
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.registry import IMPORTERS, LARGEST, read_openings

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"

# Formats that are known by names of fields which no other format has.
SURE_OF_THEMSELVES = (
    *("greenhouse", "lever", "ashby", "smartrecruiters", "workable", "recruitee", "personio"),
    *("teamtailor", "pinpoint", "bamboohr", "rippling", "usajobs"),
    *("workday", "oracle", "icims", "jobvite"),
    *("breezy", "eightfold", "hrmdirect", "neogov", "paylocity", "phenom"),
    *(
        "remotive",
        "remoteok",
        "arbeitnow",
        "himalayas",
        "jobicy",
        "themuse",
        "adzuna",
        "joincom",
        "hackernews",
    ),
)
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
        ("ashby_board.json", "ashby", 3),
        ("greenhouse_departments.json", "greenhouse", 1),
        ("greenhouse_job_full.json", "greenhouse", 1),
        ("lever_grouped.json", "lever", 1),
        ("lever_account.json", "lever", 1),
        ("ashby_tiers.json", "ashby", 2),
        ("ashby_board_page.json", "ashby", 2),
        ("ashby_posting_page.html", "ashby", 1),
        ("ashby_account.json", "ashby", 1),
        ("smartrecruiters_list.json", "smartrecruiters", 2),
        ("smartrecruiters_posting.json", "smartrecruiters", 1),
        ("workable_widget.json", "workable", 2),
        ("workable_results.json", "workable", 1),
        ("workable_account_job.json", "workable", 1),
        ("recruitee_offers.json", "recruitee", 3),
        ("personio_feed.xml", "personio", 2),
        ("teamtailor_feed.json", "teamtailor", 2),
        ("teamtailor_answer.json", "teamtailor", 1),
        ("pinpoint_postings.json", "pinpoint", 3),
        ("bamboohr_list.json", "bamboohr", 3),
        ("bamboohr_detail.json", "bamboohr", 1),
        ("bamboohr_account.json", "bamboohr", 2),
        ("rippling_list.json", "rippling", 1),
        ("rippling_items.json", "rippling", 1),
        ("rippling_posting.json", "rippling", 1),
        ("rippling_page.html", "rippling", 1),
        ("usajobs_search.json", "usajobs", 2),
        ("usajobs_item.json", "usajobs", 1),
        ("workday_list.json", "workday", 3),
        ("workday_posting.json", "workday", 1),
        ("oracle_list.json", "oracle", 1),
        ("oracle_older.json", "oracle", 1),
        ("oracle_requisition.json", "oracle", 1),
        ("icims_search.html", "icims", 2),
        ("icims_rows.html", "icims", 2),
        ("icims_table.html", "icims", 2),
        ("icims_posting.html", "icims", 1),
        ("icims_posting_older.html", "icims", 1),
        ("jobvite_list.html", "jobvite", 7),
        ("jobvite_posting.html", "jobvite", 1),
        ("jobvite_feed.xml", "jobvite", 3),
        ("breezy_positions.json", "breezy", 2),
        ("eightfold_positions.json", "eightfold", 2),
        ("eightfold_details.json", "eightfold", 1),
        ("eightfold_page.html", "eightfold", 1),
        ("hrmdirect_list.html", "hrmdirect", 2),
        ("hrmdirect_posting.html", "hrmdirect", 1),
        ("hrmdirect_feed.xml", "hrmdirect", 1),
        ("neogov_feed.xml", "neogov", 2),
        ("neogov_list.html", "neogov", 2),
        ("neogov_posting.html", "neogov", 1),
        ("neogov_older.xml", "neogov", 1),
        ("neogov_table.html", "neogov", 1),
        ("paylocity_page.html", "paylocity", 2),
        ("paylocity_feed.json", "paylocity", 2),
        ("paylocity_posting.html", "paylocity", 1),
        ("phenom_search.html", "phenom", 2),
        ("phenom_posting.html", "phenom", 1),
        ("phenom_answer.json", "phenom", 1),
        ("remotive_jobs.json", "remotive", 1),
        ("remoteok_api.json", "remoteok", 2),
        ("arbeitnow_board.json", "arbeitnow", 3),
        ("himalayas_jobs.json", "himalayas", 3),
        ("jobicy_jobs.json", "jobicy", 2),
        ("themuse_jobs.json", "themuse", 2),
        ("adzuna_search.json", "adzuna", 2),
        ("joincom_list.json", "joincom", 2),
        ("joincom_job.json", "joincom", 1),
        ("joincom_page.html", "joincom", 1),
        ("hackernews_recorded.json", "hackernews", 4),
        ("hackernews_algolia_item.json", "hackernews", 1),
        ("hackernews_algolia_hits.json", "hackernews", 3),
        ("hackernews_jobs.json", "hackernews", 2),
        ("feed_rss.xml", "feed", 3),
        ("feed_atom.xml", "feed", 1),
        ("feed_rdf.xml", "feed", 1),
        ("feed_source.xml", "feed", 1),
        ("feed_other.xml", "feed", 2),
        ("feed_json.json", "feed", 2),
        ("schema_org_page.html", "schema_org", 1),
        ("schema_org_broken.html", "schema_org", 1),
        ("schema_org_microdata.html", "schema_org", 1),
        ("schema_org_rdfa.html", "schema_org", 1),
        ("schema_org_bare.json", "schema_org", 1),
        ("table_comma.csv", "table", 4),
        ("table_german.csv", "table", 2),
        ("table_torn.csv", "table", 4),
        ("table_boards.json", "table", 2),
        ("table_lines.jsonl", "table", 2),
        ("table_semicolon.csv", "table", 1),
        ("table_tab.tsv", "table", 1),
        ("table_list.json", "table", 3),
        ("pasted_several.md", "pasted", 3),
        ("pasted_letter.txt", "pasted", 1),
        ("pasted_heads.md", "pasted", 2),
        ("pasted_lines.txt", "pasted", 1),
        ("saved_page.html", "pasted", 1),
    ],
)
def test_read_openings_each_fixture_finds_its_importer(name: str, source: str, count: int) -> None:
    found, parsed = read_openings(name, (FIXTURES / name).read_bytes())

    assert (found, len(parsed.openings)) == (source, count)


@pytest.mark.parametrize("name", SURE_OF_THEMSELVES)
def test_identify_is_sure_of_its_own_fixtures_and_of_no_others(name: str) -> None:
    (importer,) = [importer for importer in IMPORTERS if importer.name == name]

    scores = {
        file.name: importer.identify(file.name, file.read_bytes())
        for file in FIXTURES.iterdir()
        if not file.name.startswith(f"{name}_")
    }
    own = [importer.identify(file.name, file.read_bytes()) for file in FIXTURES.glob(f"{name}_*")]

    assert {file: score for file, score in scores.items() if score > 0} == {}
    assert own
    assert min(own) >= 0.9


def test_read_openings_in_another_alphabet_gives_the_same() -> None:
    content = (FIXTURES / "lever_board.json").read_bytes()

    assert read_openings("a", content.decode().encode("utf-16")) == read_openings("a", content)


def test_read_openings_twice_gives_the_same_keys() -> None:
    content = (FIXTURES / "pasted_several.md").read_bytes()

    assert read_openings("a.md", content) == read_openings("b.md", content)


def test_read_openings_company_is_passed_on() -> None:
    _, parsed = read_openings("a.csv", b"title,city\nCook,Ghent", company=" The\nInn ")

    assert [opening.company for opening in parsed.openings] == ["The Inn"]


def test_read_openings_same_posting_in_two_places_is_one() -> None:
    content = b"id,title,city\n900100,Cook,Ghent\n900101,Baker,Ghent\n900100,Cook,Bruges\n900100,Chef,Ghent\n,\n900102,"

    _, parsed = read_openings("a.csv", content)

    assert [(opening.title, opening.place) for opening in parsed.openings] == [
        ("Cook", "Ghent; Bruges"),
        ("Baker", "Ghent"),
        ("Chef", "Ghent"),
    ]
    assert parsed.problems == (
        Problem("line 7", "This opening has no title. Give it one in the file and import it again."),
    )


def test_read_openings_columns_named_by_the_person_make_it_a_table() -> None:
    content = (FIXTURES / "greenhouse_board.json").read_bytes()

    source, parsed = read_openings("board.json", content, columns={"title": "absolute_url"})

    assert (source, parsed.is_table) == ("table", True)
    assert parsed.openings[0].title.startswith("https://")


def test_read_openings_a_surer_importer_that_cannot_read_gives_way() -> None:
    content = b'{"careers_url": "x", "list": [{"title": "Cook", "city": "Ghent"}, {"title": "Baker"}]}'

    source, parsed = read_openings("board.json", content)

    assert (source, [opening.title for opening in parsed.openings]) == ("table", ["Cook", "Baker"])


@pytest.mark.parametrize("name", ["lever_board.json", "table_semicolon.csv", "pasted_several.md"])
def test_read_openings_packed_file_gives_the_same(name: str) -> None:
    content = (FIXTURES / name).read_bytes()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, content)

    read = read_openings(name, content)

    assert read_openings(f"{name}.gz", gzip.compress(content)) == read
    assert read_openings("packed.zip", packed.getvalue()) == read


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
        ("bomb.gz", gzip.compress(b" " * (LARGEST + 1)), "^bomb.gz unpacks to more than 25 MB"),
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
    names = [importer.name for importer in IMPORTERS]

    assert names == list(dict.fromkeys(names))


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
