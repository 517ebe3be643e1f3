import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError
from unrut.importers.openings.table_columns import (
    FIELDS,
    NAMES,
    TEXT_PARTS,
    Column,
    by_name,
    chosen,
    columns_of,
    guessed,
    listed,
    named_field,
    plain_name,
)

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("jobTitle", "job title"),
        ("Job_Title:", "job title"),
        ("Intitulé du poste", "intitule du poste"),
        ("Nom de l’entreprise", "nom de lentreprise"),
        ("Größe (m²)", "grosse m2"),
        ("", ""),
    ],
)
def test_plain_name_cases(name: str, expected: str) -> None:
    assert plain_name(name) == expected


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Job Title", "title"),
        ("Stellenbezeichnung", "title"),
        ("Intitulé du poste", "title"),
        ("posting title name", "title"),
        ("Hiring Organization Name", "company"),
        ("Arbeitsort", "place"),
        ("vacancy description text", "text"),
        ("min_salary", "pay_low"),
        ("salary.range.max", "pay_high"),
        ("fecha de publicación", "posted_on"),
        ("Bewerbungsfrist", "closes_on"),
        ("company link", ""),
        ("bonus", ""),
        ("job", "title"),
        ("the", ""),
        ("the job posting vacancy colour", ""),
    ],
)
def test_named_field_cases(name: str, field: str) -> None:
    assert named_field(name)[1] == field


def test_names_each_mean_one_field_and_no_part_of_a_text() -> None:
    names = [name for names in NAMES.values() for name in names.split("|") if name]

    assert len(names) == len(set(names))
    assert not TEXT_PARTS & set(names)
    assert all(plain_name(name) == name for name in names)


def test_by_name_puts_the_plainest_first() -> None:
    assert by_name(["name", "position", "Job Title", "colour"]) == {
        "title": ["Job Title", "position", "name"]
    }


URLS = ["https://inn.example/1", "https://inn.example/2"]
COOKS = ["Head Cook", "Baker's assistant"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"A": COOKS, "B": URLS}, {"url": ["B"], "title": ["A"]}),
        ({"A": ["Inn Ltd", "Mill GmbH"], "B": COOKS}, {"company": ["A"], "title": ["B"]}),
        ({"A": ["x" * 40, "y" * 40], "B": ["word " * 40] * 2}, {"text": ["B"], "title": ["A"]}),
        ({"A": ["Remote", "hybrid"], "B": COOKS}, {"workplace": ["A"], "title": ["B"]}),
        ({"A": ["Full-time", "part-time, temporary"], "B": COOKS}, {"contract": ["A"], "title": ["B"]}),
        ({"Ort": ["Köln"], "Was": ["Pförtner"]}, {"place": ["Ort"], "title": ["Was"]}),
        ({"Ort": ["Köln"], "Was": ["7"]}, {"place": ["Ort"]}),
        ({"Ort": ["Köln"], "Was": []}, {"place": ["Ort"]}),
        ({"A": ["7"], "B": ["ann@inn.example"]}, {}),
        ({"title": COOKS, "page": URLS, "more": URLS}, {"title": ["title"], "url": ["page"]}),
        ({"title": COOKS, "Aufgaben": ["word " * 40] * 2}, {"title": ["title"]}),
    ],
)
def test_guessed_by_names_and_cells(cells: dict[str, list[str]], expected: dict[str, list[str]]) -> None:
    assert guessed(list(cells), cells) == expected


def test_chosen_columns_replace_the_guess() -> None:
    found = {"title": ["A"], "place": ["B", "C"], "pay": ["D"]}

    assert chosen(["A", "B", "C", "D"], found, {"company": "a", "Location": "C", "pay": ""}) == {
        "place": ["C"],
        "company": ["A"],
    }


@pytest.mark.parametrize("told", [{"colour": "A"}, {"title": "Z"}])
def test_chosen_unknown_names_get_a_sentence(told: dict[str, str]) -> None:
    with pytest.raises(InvalidInputError, match=r"\.$"):
        chosen(["A"], {}, told)


def test_listed_cuts_long_lists() -> None:
    assert listed(["a", "b"]) == "a, b"
    assert listed([str(number) for number in range(22)]).endswith("18, 19 and 2 more")


def test_columns_of_shows_each_once_with_samples() -> None:
    shown = columns_of(["A", "B"], {"title": ["A"]}, {"A": ["x", "x", " ", "y\nz", "w", "v"]})

    assert shown == (Column("A", "title", ("x", "y z", "w")), Column("B", "", ()))
    assert [column.sample for column in shown] == ["x", ""]


@given(st.dictionaries(st.text(max_size=20), st.lists(st.text(max_size=60), max_size=4), max_size=6))
def test_guessed_columns_are_those_of_the_table_each_for_one_field(cells: dict[str, list[str]]) -> None:
    found = guessed(list(cells), cells)

    taken = [name for columns in found.values() for name in columns]
    assert set(taken) <= set(cells)
    assert len(taken) == len(set(taken))
    assert set(found) <= set(FIELDS)
