"""The form and the portrait fit one page each, and hold what they should."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from tests.unit.exporters.test_paper_pdf import WITHOUT_FONT, is_accessible, text_of

from unrut.core.errors import InvalidInputError
from unrut.core.explore.strengths.portrait import Portrait, SeenBy, Theme, Wasted, Words
from unrut.core.explore.strengths.vocabulary import shipped_strengths
from unrut.exporters.paper import Item, PaperFormat, Section, write_paper
from unrut.exporters.strengths_paper import form_pdf, portrait_paper

pytestmark = pytest.mark.unit

MADE_ON = date(2026, 11, 20)
GIVERS = {"ben": "Ben"}
NAMES = list(shipped_strengths().strengths)
CALM = (Words("you stayed calm", "ben"), Words("so calm", ""))
NOTHING = Portrait(people=0, circles=0, pooled=0, waiting=0, themes=(), wasted=())


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def theme(strength: str, seen_by: SeenBy, people: int = 3, words: tuple[Words, ...] = CALM) -> Theme:
    return Theme(strength, seen_by, people, people >= 3, words)


def seen(*themes: Theme, wasted: tuple[Wasted, ...] = ()) -> Portrait:
    return Portrait(people=9, circles=3, pooled=4, waiting=0, themes=themes, wasted=wasted)


def test_form_is_one_accessible_page_and_the_same_for_the_same_names() -> None:
    content = form_pdf("Ada", "Ben", made_on=MADE_ON)

    assert content == form_pdf("Ada", "Ben", made_on=MADE_ON)
    assert len(read(content).pages) == 1
    assert is_accessible(read(content))


def test_form_asks_and_tells_everything() -> None:
    text = text_of(read(form_pdf("Ada", "Ben", made_on=MADE_ON)))

    assert text.startswith("Ada asks: what do you see in me? Hello Ben, I am looking for the next step")
    for part in (
        "When did you see me at my best? One time or two",
        "What do you come to me for? What would you rather",
        "What kind of work would waste me? What would I do",
        "With your name or without? With my name: you may know what I wrote Without my name You may quote me",
        "at least 4 people",
        "handwriting",
    ):
        assert part in text


@pytest.mark.parametrize("name", ["W" * 500, "Ada " * 200, "#eval($1$) \\ *b*", "עדה", "<b>"])
def test_form_for_any_name_stays_on_one_page(name: str) -> None:
    assert len(read(form_pdf(name, name, made_on=MADE_ON)).pages) == 1


def test_form_with_a_sign_no_font_has_is_made_all_the_same() -> None:
    made = read(form_pdf(f"Ada {WITHOUT_FONT}", "Ben", made_on=MADE_ON))

    assert len(made.pages) == 1
    assert not is_accessible(made)


def test_form_without_an_asker_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="Give your name first"):
        form_pdf(" ", "Ben", made_on=MADE_ON)


def test_portrait_is_split_by_who_sees_what() -> None:
    found = portrait_paper(
        "Ada",
        seen(
            theme("keeps_calm", SeenBy.BOTH),
            theme("explains", SeenBy.OTHERS, people=1, words=()),
            theme("finishes", SeenBy.SELF, people=0, words=()),
            theme("writes", SeenBy.SELF, people=0, words=()),
            wasted=(Wasted("finishes", 2, (Words("endless meetings", ""),)),),
        ),
        GIVERS,
        made_on=MADE_ON,
    )

    assert found.sections == (
        Section(
            "What others and I see",
            items=(Item("Keeps calm", when="3 people", details=("“you stayed calm” – Ben",)),),
        ),
        Section("What others see, and I do not", items=(Item("Explains things", when="1 person"),)),
        Section("What I see, and nobody named", items=(Item("Finishes, Writes so that people read"),)),
        Section(
            "What would waste me",
            items=(
                Item(
                    shipped_strengths()["finishes"].wasted, when="2 people", details=("“endless meetings”",)
                ),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("name", "made_from", "subtitle"),
    [
        ("Ada", seen(), "Ada · From 9 people, in 3 circles"),
        ("", seen(), "From 9 people, in 3 circles"),
        ("", NOTHING, "From 0 people"),
        ("Ada", Portrait(1, 1, 0, 0, (), ()), "Ada · From 1 person, in 1 circle"),
    ],
)
def test_portrait_says_from_how_many_it_is(name: str, made_from: Portrait, subtitle: str) -> None:
    found = portrait_paper(name, made_from, GIVERS, made_on=MADE_ON)

    assert (found.subtitle, found.sections) == (subtitle, ())
    assert found.foot.startswith("A theme takes 3 people")


def test_fullest_portrait_is_one_page_and_says_of_how_many_it_is() -> None:
    words = (Words("you stayed calm and " * 20, "ben"),)
    split = ((SeenBy.BOTH, NAMES[:8]), (SeenBy.OTHERS, NAMES[8:16]), (SeenBy.SELF, NAMES[16:]))
    full = seen(
        *(theme(name, who, words=words) for who, names in split for name in names),
        wasted=tuple(Wasted(name, 3, words) for name in NAMES),
    )

    paper = portrait_paper("Ada " * 99, full, {"ben": "Bartholomew " * 9}, made_on=MADE_ON)

    assert [section.title for section in paper.sections] == [
        "What others and I see: the first 3 of 8",
        "What others see, and I do not: the first 3 of 8",
        "What I see, and nobody named: the first 3 of 13",
        "What would waste me: the first 1 of 29",
    ]
    assert len(read(write_paper(paper, PaperFormat.PDF)).pages) == 1
