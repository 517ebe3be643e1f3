"""The category of education that words for a degree name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.occupations.degrees import education_in
from unrut.core.explore.occupations.study import EDUCATION

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("Bachelor of Science - BS, Computer Science", 6),
        ("Bachelor's degree, Economics", 6),
        ("B.Sc.", 6),
        ("BA (Hons)", 6),
        ("Licenciatura em Economia", 6),
        ("MBA", 8),
        ("M.Sc. Informatik", 8),
        ("Diplom-Informatiker", 8),
        ("Dipl.-Ing.", 8),
        ("Diplôme d'ingénieur", 8),
        ("Magister Artium", 8),
        ("Laurea magistrale", 8),
        ("Ph.D. in Biology", 11),
        ("Doctor of Philosophy", 11),
        ("Doctor of Medicine (MD)", 10),
        ("MD PhD", 11),
        ("JD", 10),
        ("Staatsexamen", 10),
        ("Postdoc", 12),
        ("Post-Doc, PhD", 12),
        ("Postgraduate Certificate in Education", 7),
        ("PGCE", 7),
        ("Associate's degree", 5),
        ("Foundation Degree", 5),
        ("Certificate in Design", 3),
        ("Ausbildung zur Buchhändlerin", 3),
        ("Diploma of Nursing", 3),
        ("High School Diploma", 2),
        ("Abitur", 2),
        ("A-Levels", 2),
        ("High School Teaching, Bachelor of Education", 6),
    ],
)
def test_degree_names_its_category(words: str, category: int) -> None:
    assert education_in(words) == category


@pytest.mark.parametrize(
    "words",
    ["", "Economics", "Certified Scrum Master", "Master craftsman", "Advertising and Promotion", "4.0"],
)
def test_what_names_no_degree_names_no_category(words: str) -> None:
    assert education_in(words) is None


@given(st.text(max_size=400))
def test_any_words_name_a_category_there_is_or_none(words: str) -> None:
    assert education_in(words) in {None, *EDUCATION}


@given(st.sampled_from(["B.Sc.", "MBA", "PhD", "Abitur"]), st.sampled_from(["b.sc.", "History", ""]))
def test_more_words_name_no_lower_category(words: str, more: str) -> None:
    assert (education_in(f"{words} {more}") or 0) >= (education_in(words) or 0)
