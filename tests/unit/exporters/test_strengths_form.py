"""The form is one file that asks no other machine for anything; what it does in a browser is tested there."""

import base64
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from unrut.core.errors import InvalidInputError
from unrut.core.explore.strengths.answers import LONGEST_ANSWER, Question
from unrut.exporters.paper import plain
from unrut.exporters.strengths_form import LONGEST_KEY, asked_questions, form_file, pool_words

pytestmark = pytest.mark.unit

KEY = bytes(range(32))


def made(asker: str = "Ada", giver: str = "Ben", invite: str = "inv-1") -> LexborHTMLParser:
    return LexborHTMLParser(form_file(asker, giver, invite, KEY).decode())


def one(form: LexborHTMLParser, path: str) -> str:
    node = form.css_first(path)
    assert node is not None, path
    return node.text()


def attribute(form: LexborHTMLParser, path: str, name: str) -> str:
    node = form.css_first(path)
    assert node is not None, path
    return node.attributes[name] or ""


def test_form_is_the_same_for_the_same_invitation() -> None:
    assert form_file("Ada", "Ben", "inv-1", KEY) == form_file("Ada", "Ben", "inv-1", KEY)


def test_form_carries_the_invitation_and_its_key() -> None:
    form = made()

    assert attribute(form, "form", "data-invite") == "inv-1"
    assert attribute(form, "form", "data-key") == KEY.hex()
    assert attribute(form, "html", "lang") == "en"


def test_form_asks_the_three_questions_with_a_label_each() -> None:
    form = made()

    asked = [(area.attributes["id"], area.attributes["maxlength"]) for area in form.css("textarea[name]")]
    labels = {label.attributes["for"]: label.text() for label in form.css("label")}

    assert asked == [(question.value, str(LONGEST_ANSWER)) for question in Question]
    assert [labels[question.value] for question in Question] == [one.text for one in asked_questions()]


def test_every_control_has_a_label_and_every_hint_is_there() -> None:
    form = made()
    ids = {node.attributes["id"] for node in form.css("[id]")}

    labelled = {label.attributes["for"] for label in form.css("label")}
    described = {node.attributes["aria-describedby"] for node in form.css("[aria-describedby]")}

    assert {node.attributes["id"] for node in form.css("input, textarea")} == labelled
    assert described <= ids


def test_policy_allows_this_script_and_this_style_alone() -> None:
    form = made()

    def mark(path: str) -> str:
        digest = hashlib.sha256(one(form, path).encode()).digest()
        return "sha256-" + base64.b64encode(digest).decode()

    assert attribute(form, "meta[http-equiv]", "content") == (
        f"default-src 'none'; script-src '{mark('script')}'; style-src '{mark('style')}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_form_names_no_other_machine() -> None:
    text = form_file("Ada", "Ben", "inv-1", KEY).decode()

    assert re.findall(r"(?i)https?:|//[a-z]|[:\s]url\(|\b(?:src|href|action|srcset)=|@import", text) == []


def test_form_without_a_giver_greets_nobody_by_name() -> None:
    greetings = [next(node.text() for node in made(giver=giver).css("p")) for giver in ("Ben", " ")]

    assert greetings == ["Hello Ben,", "Hello,"]


def test_pool_is_told_as_it_is() -> None:
    assert one(made(), "#pool") == pool_words()
    assert "at least 4 people" in pool_words()


@pytest.mark.parametrize("asker", ["", "  ", "\x00\u202e"])
def test_form_without_an_asker_is_refused(asker: str) -> None:
    with pytest.raises(InvalidInputError, match="Give your name first"):
        form_file(asker, "Ben", "inv-1", KEY)


@pytest.mark.parametrize(("invite", "key"), [("", KEY), ("inv-1", b""), ("inv-1", bytes(LONGEST_KEY + 1))])
def test_form_without_a_proper_invitation_is_our_mistake(invite: str, key: bytes) -> None:
    with pytest.raises(ValueError, match="An invitation needs"):
        form_file("Ada", "Ben", invite, key)


HOSTILE = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "</title><script>alert(1)</script>",
            '" onload="x',
            "$script ${style} $$",
            "&amp; <b>",
            "%(asker)s %d",
            "{x}",
        ]
    ),
)


@given(HOSTILE.filter(lambda text: bool(plain(text))), HOSTILE)
def test_names_of_any_kind_stay_names(asker: str, giver: str) -> None:
    form, usual = made(asker, giver), made()

    assert one(form, "h1") == f"{plain(asker)} asks: what do you see in me?"
    assert [node.tag for node in form.css("*")] == [node.tag for node in usual.css("*")]
    assert one(form, "script") == one(usual, "script")
