import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.openings.json_ld import (
    DEEPEST_VALUE,
    marked_up_postings,
    page_link,
    postings_in,
    scripts_in,
    values_of,
)

pytestmark = pytest.mark.unit

LD = '<script type="application/ld+json">'
COOK = {"@type": "JobPosting", "title": "Cook"}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"{LD}1</script>{LD}2</script>", ["1", "2"]),
        ("<SCRIPT async type='application/LD+JSON'>1</SCRIPT>", ["1"]),
        ("<script>var a;</script>", []),
        (f"{LD}1", ["1"]),
        (f"<script x{LD}1</script>", ["1"]),
        ("<script " + "a" * 2000 + ' type="application/ld+json">1</script>', []),
        ("no scripts", []),
    ],
)
def test_scripts_in_pages(page: str, expected: list[str]) -> None:
    assert scripts_in(page) == expected


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ('{"a": 1}', [{"a": 1}]),
        ('<!-- {"a": 1} -->', [{"a": 1}]),
        ('//<![CDATA[\n{"a": 1}\n//]]>', [{"a": 1}]),
        ('/*<![CDATA[*/ {"a": 1} /*]]>*/', [{"a": 1}]),
        ('{"a": "one\ntwo\t"}', [{"a": "one\ntwo\t"}]),
        ('{"a": [1, 2,], "b": ",]",}', [{"a": [1, 2], "b": ",]"}]),
        ('{"a": 1}{"b": 2};', [{"a": 1}, {"b": 2}]),
        ("{&quot;a&quot;: 1}", [{"a": 1}]),
        ('{"a": }', []),
        ("[" * 100_000, []),
        ("", []),
    ],
)
def test_values_of_scripts(script: str, expected: list[Any]) -> None:
    assert values_of(script) == expected


@pytest.mark.parametrize(
    ("value", "titles"),
    [
        (COOK, ["Cook"]),
        ([COOK, {"@type": "Organization"}], ["Cook"]),
        ({"@graph": [COOK, COOK]}, ["Cook", "Cook"]),
        ({"itemListElement": [{"item": COOK}]}, ["Cook"]),
        ({"@type": ["Thing", "schema:JobPosting"], "schema:title": "Cook"}, ["Cook"]),
        (
            {"@type": "http://schema.org/JobPosting", "http://schema.org/title": [{"@value": "Cook"}]},
            ["Cook"],
        ),
        ({"type": "JobPosting", "title": "Cook"}, ["Cook"]),
        ({"@type": 7}, []),
        ("JobPosting", []),
        (7, []),
        (json.loads("[" * 60 + json.dumps(COOK) + "]" * 60), []),
    ],
)
def test_postings_in_values(value: Any, titles: list[str]) -> None:
    assert [posting["title"] for posting in postings_in(value)] == titles


def test_postings_in_graph_follow_references() -> None:
    inn = {"@id": "#inn", "@type": "Organization", "name": "The Inn"}
    posting = {**COOK, "@id": "#cook", "hiringOrganization": {"@id": "#inn"}, "jobLocation": {"@id": "#gone"}}

    (found,) = postings_in({"@graph": [inn, posting]})

    assert (found["hiringOrganization"]["name"], found["jobLocation"]) == ("The Inn", {"@id": "#gone"})


def test_postings_in_circles_end() -> None:
    circle = {"@id": "#a", "@type": "JobPosting", "title": "Cook", "other": [{"@id": "#a"}] * 10}

    (found,) = postings_in([circle])

    assert found["title"] == "Cook"


def test_postings_in_deep_values_are_cut() -> None:
    deep: Any = "x"
    for _ in range(DEEPEST_VALUE + 5):
        deep = {"a": deep}

    assert "x" not in json.dumps(postings_in({**COOK, "deep": deep}))


def test_marked_up_postings_read_properties_and_items() -> None:
    page = """<div itemscope itemtype="https://schema.org/JobPosting">
        <h1 itemprop="title">Cook</h1><p itemprop="skills name">Bread</p><p itemprop="skills">Soup</p>
        <div itemprop="hiringOrganization" itemscope><b itemprop="name">The Inn</b></div>
        <div itemscope><b itemprop="name">Other</b></div><data itemprop="wage" value="7">seven</data>
        <a itemprop="url" href="https://inn.example">x</a><p itemprop="description">A<br>b</p></div>"""

    (found,) = marked_up_postings(page)

    assert found == {
        "@type": ["JobPosting"],
        "title": "Cook",
        "skills": ["Bread", "Soup"],
        "name": "Bread",
        "hiringOrganization": {"@type": [], "name": "The Inn"},
        "wage": "7",
        "url": "https://inn.example",
        "description": "A<br>b",
    }


@pytest.mark.parametrize(
    "page",
    [
        "<div itemscope itemtype='https://schema.org/Person'><b itemprop=name>Ann</b></div>",
        "<div>" * 5000 + "<p typeof=JobPosting>",
        "",
    ],
)
def test_marked_up_postings_none(page: str) -> None:
    assert marked_up_postings(page) == []


def test_marked_up_postings_inside_each_other_are_written_out_within_bounds() -> None:
    inner = '<i itemprop="a">' * 900 + "x" * 3_000 + "</i>" * 900

    (found,) = marked_up_postings(f'<div itemscope itemtype="http://schema.org/JobPosting">{inner}</div>')

    assert sum(map(len, found["a"])) < 3_000_000
    assert found["a"][-1] == ""


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<link rel="canonical" href="https://inn.example/a?b=1&amp;c=2">', "https://inn.example/a?b=1&c=2"),
        ("<link href='https://inn.example' rel='canonical'>", "https://inn.example"),
        ('<meta property="og:url" content="https://inn.example">', "https://inn.example"),
        ('<link rel="canonical">', ""),
        ('rel="canonical" href', ""),
        ("", ""),
    ],
)
def test_page_link_cases(page: str, expected: str) -> None:
    assert page_link(page) == expected


@given(st.text(alphabet='{}[]",:1a\\ \n<!->/*;&', max_size=80))
def test_values_of_any_script_is_a_list(script: str) -> None:
    assert isinstance(values_of(script), list)
