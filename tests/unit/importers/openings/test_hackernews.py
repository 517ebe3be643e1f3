import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_json

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.hackernews import HackerNewsImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return HackerNewsImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return HackerNewsImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"jobs": [{"id": 1, "by": "", "text": "", "time": 1}]}', 0.95),
        (b'[{"by": "", "title": "", "time": 1, "score": 1}]', 0.95),
        (b'{"by": "", "kids": [1], "time": 1}', 0.95),
        (b'{"author": "", "children": [], "story_id": 1}', 0.95),
        (b'{"hits": [{"author": "", "objectID": "", "_tags": []}]}', 0.95),
        (b'{"jobs": [{"id": 1, "title": "", "text": ""}]}', 0.0),
        (b'say "by" "text" "time" "id"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert HackerNewsImporter().identify("list.json", content) == expected


def test_parse_comment_is_taken_apart_and_its_links_are_whole() -> None:
    opening = fixture("hackernews_recorded.json").openings[0]

    assert opening == PostedOpening(
        source="hackernews",
        key="801",
        title="Cook, Baker",
        company="The Inn",
        place="Ghent",
        workplace=Workplace.REMOTE,
        remote_area="EU",
        url="https://news.ycombinator.com/item?id=801",
        apply_url="https://inn.example/jobs/cook",
        contract="Full-time",
        pay="€30k-€35k",
        posted_on=date(2026, 4, 1),
        text="The Inn (YC W21) | Cook, Baker | Ghent or Remote (EU) | Full-time | €30k-€35k | https://inn.example\n\nYou cook for guests. https://inn.example/jobs/cook\n\nWrite to us.",
        more=(("Posted by", "ann"),),
    )


def test_parse_every_comment_of_a_recorded_file_is_an_opening() -> None:
    parsed = fixture("hackernews_recorded.json", company="Given")

    assert [(opening.title, opening.company, opening.place) for opening in parsed.openings[1:]] == [
        ("Head Baker", "Old Mill", "York, UK"),
        ("Worker for the looms", "Loom Street", ""),
        ("What a good thread this month.", "Given", ""),
    ]
    assert parsed.problems == ()


def test_parse_thread_leaves_out_answers_and_deleted_comments() -> None:
    (opening,) = fixture("hackernews_algolia_item.json").openings

    assert opening == PostedOpening(
        source="hackernews",
        key="2",
        title="Cook",
        company="The Inn",
        place="Ghent",
        workplace=Workplace.ON_SITE,
        url="https://news.ycombinator.com/item?id=2",
        apply_url="https://inn.example/jobs/cook",
        posted_on=date(2026, 4, 1),
        text="The Inn | Cook | Ghent | Onsite\n\nYou cook for guests. https://inn.example/jobs/cook\n\nWrite to us.",
        more=(("Posted by", "ann"),),
    )


def test_parse_search_leaves_out_what_it_says_is_no_posting() -> None:
    parsed = fixture("hackernews_algolia_hits.json")

    assert [(opening.key, opening.title, opening.company) for opening in parsed.openings] == [
        ("2", "Cook", "The Inn"),
        ("7", "Miller", "Old Mill"),
        ("8", "weaver", "Loom Street"),
    ]
    assert parsed.openings[0].more == (
        ("Posted by", "ann"),
        ("Thread", "Ask HN: Who is hiring? (April 2026)"),
    )


def test_parse_items_of_the_official_interface_are_read() -> None:
    weaver, miller = fixture("hackernews_jobs.json").openings

    assert weaver == PostedOpening(
        source="hackernews",
        key="8",
        title="weaver",
        company="Loom Street",
        url="https://news.ycombinator.com/item?id=8",
        apply_url="https://loom.example/jobs",
        posted_on=date(2026, 4, 1),
        text="Loom Street (YC S24) is hiring a weaver",
        more=(("Posted by", "fay"),),
    )
    assert (miller.title, miller.company, miller.place) == ("Miller", "Old Mill", "Leeds, UK")


@pytest.mark.parametrize(
    ("text", "field", "expected"),
    [
        ("Old Mill<p>We mill.<p>- Head Baker<p>- Head Cook (York)", "title", "Head Baker, Head Cook"),
        ("Old Mill | Miller, Baker | York<p>- Head Baker", "more", (("Roles", "Head Baker"),)),
        ("https://mill.example", "title", "https://mill.example"),
        ("word " * 60, "title", ("word " * 32).strip() + "…"),
        (
            "Mill | Miller | York<p>Mail us, https://mill.example/careers.",
            "apply_url",
            "https://mill.example/careers",
        ),
        ("A &amp; B | Cook | York", "company", "A & B"),
        ("Mill | Cook | York<p>one\ntwo", "text", "Mill | Cook | York\n\none\ntwo"),
    ],
)
def test_parse_text_cases(text: str, field: str, expected: object) -> None:
    (opening,) = parse([{"id": "x", "text": text, "type": "comment"}]).openings

    assert getattr(opening, field) == expected


def test_parse_single_comment_with_answers_is_one_opening() -> None:
    answers = [{"id": 3, "type": "comment", "text": "Hi?", "children": []}]

    parsed = parse({"id": 2, "type": "comment", "text": "The Inn | Cook | Ghent", "children": answers})

    assert [opening.title for opening in parsed.openings] == ["Cook"]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ([1, 2, 3], "only their numbers"),
        ({"id": 1, "type": "story", "title": "Ask HN: Who is hiring?", "kids": [2]}, "only their numbers"),
        ({"hits": [{"title": "Ask HN: Who is hiring?", "_tags": ["story"]}]}, "only their numbers"),
        ({"hits": []}, "only their numbers"),
        ("words", "only their numbers"),
        (7, "only their numbers"),
        ([{"text": "Is it warm?", "parent_id": 2, "story_id": 1}], "only the thread|answers to postings"),
    ],
)
def test_parse_without_postings_is_refused(value: Any, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        parse(value)


def test_parse_odd_entries_become_problems() -> None:
    assert [problem.where for problem in parse([{"text": "Cook wanted"}, "x"]).problems] == ["job 2"]


@pytest.mark.parametrize(
    "name",
    [
        "hackernews_recorded.json",
        "hackernews_algolia_item.json",
        "hackernews_algolia_hits.json",
        "hackernews_jobs.json",
    ],
)
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(HackerNewsImporter(), content) in {"openings", "sentence"}
