"""Answers come back whole, or it is said what is wrong with them."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.core.explore.strengths.given import INVITE, KEY, KNOWN, as_file, as_text, filled

from unrut.core.errors import InvalidInputError
from unrut.core.explore.strengths.answers import LONGEST_ANSWER
from unrut.core.explore.strengths.signing import (
    BEGIN,
    END,
    LONGEST_FILE,
    AnsweredTwiceError,
    ChangedAnswerError,
    CutShortError,
    ReturnedAnswer,
    UnknownInviteError,
    mark_of,
    read_answer,
    smoothed,
)

pytestmark = pytest.mark.unit

BACK = ReturnedAnswer(
    invite="inv-1",
    at_best="You stayed calm.\n\nAll of us ran.",
    come_for="Ideas {and} “more”",
    wasted="Endless meetings",
    may_quote=True,
    is_signed=True,
)
# Made by the form itself in Chromium, with another implementation of the mark.
FROM_A_BROWSER = {
    "kind": "unrut-answer",
    "version": 1,
    "invite": "inv-1",
    "at_best": "Zoë 🎉 stayed\n\ncalm. " + "é " * 40,
    "come_for": "",
    "wasted": "<b> & “meetings”",
    "quote": False,
    "signed": True,
    "mark": "3a471cbc82236d4234b5579947209d789daef1cc45a4ee47ce459f2c7ee89ee0",
}


def quoted(text: str, width: int = 50) -> str:
    """A text as a mail answers it: wrapped, and every line quoted."""
    return "\n".join(
        f"> {line[at : at + width]}"
        for line in text.splitlines()
        for at in range(0, max(1, len(line)), width)
    )


@pytest.mark.parametrize(
    "given_back",
    [
        as_file(filled()),
        as_file(filled()).decode(),
        b"\xef\xbb\xbf" + as_file(filled()),
        as_file(filled()).decode().encode("utf-16"),
        json.dumps(filled()),
        as_text(filled()),
        as_text(filled()).encode(),
        as_text(filled()).replace("\n", "\r\n"),
        quoted(as_text(filled())),
        quoted(quoted(as_text(filled()))),
        as_text(filled()).replace(" ", "\u00a0"),
        as_text(filled()).replace("\n", "=\n"),
        "Hello {Ada},\n" + as_file(filled()).decode() + "\nBen",
        "Hello {Ada},\n> " + as_file(filled()).decode().replace("\n", "\n> "),
    ],
)
def test_answer_in_any_wrapping_is_read(given_back: bytes | str) -> None:
    assert read_answer(given_back, KNOWN) == BACK


def test_answer_whose_lines_a_mail_broke_is_no_changed_one() -> None:
    broken = as_file(filled()).decode().replace("Endless meetings", "Endless\n> meetings")

    assert read_answer(broken, KNOWN).wasted == "Endless\nmeetings"


def test_last_packed_answer_in_a_text_counts() -> None:
    both = as_text(filled(wasted="An older answer")) + as_text(filled())

    assert read_answer(both, KNOWN) == BACK


TEXTS = st.text(max_size=200).filter(lambda text: smoothed(text.replace("\x00", "")).strip())


@given(TEXTS, TEXTS, st.booleans(), st.booleans())
def test_answer_of_any_words_comes_back_as_it_was_given(
    best: str, wasted: str, quote: bool, signed: bool
) -> None:
    fields = filled(at_best=best, wasted=wasted, quote=quote, signed=signed)

    from_file, from_text = read_answer(as_file(fields), KNOWN), read_answer(quoted(as_text(fields)), KNOWN)

    assert from_file == from_text
    assert (from_file.at_best, from_file.wasted) == tuple(
        text.replace("\x00", "").strip() for text in (best, wasted)
    )
    assert (from_file.may_quote, from_file.is_signed) == (quote, signed)


@pytest.mark.parametrize(
    ("name", "value"),
    [("at_best", "You ran."), ("quote", False), ("signed", False), ("mark", "0" * 64), ("mark", "é")],
)
def test_answer_changed_by_hand_is_refused_until_it_is_taken_so(name: str, value: object) -> None:
    changed = as_file({**filled(), name: value})

    with pytest.raises(ChangedAnswerError, match=r"answer of Ben was changed .* take it as it is"):
        read_answer(changed, KNOWN)
    assert read_answer(changed, KNOWN, take_changed=True).is_changed


def test_answer_of_another_form_does_not_fit_the_key() -> None:
    with pytest.raises(ChangedAnswerError):
        read_answer(as_file(filled(key=b"another")), KNOWN)


def test_answer_to_an_unknown_invitation_is_refused() -> None:
    with pytest.raises(UnknownInviteError, match="not among yours"):
        read_answer(as_file(filled(invite="inv-2")), KNOWN)


def test_second_answer_is_refused() -> None:
    with pytest.raises(AnsweredTwiceError, match="answer of this person is here already"):
        read_answer(as_file(filled()), {"inv-1": replace(INVITE, giver="", is_answered=True)})


@pytest.mark.parametrize(
    "part",
    [
        as_file(filled())[:-30],
        as_file(filled())[:60],
        as_text(filled())[:-40],
        as_text(filled()).replace(as_text(filled()).splitlines()[6], "")[:-1],
        f"{BEGIN} {'A' * 5} {END}",
        f"{BEGIN} {'/' * 8} {END}",
        as_file({name: value for name, value in filled().items() if name != "mark"}),
        as_file({**filled(), "signed": "yes"}),
        as_file({**filled(), "at_best": 3}),
    ],
)
def test_answer_cut_short_is_refused(part: bytes | str) -> None:
    with pytest.raises(CutShortError):
        read_answer(part, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello",
        "[1, 2]",
        "{}",
        '{"kind": "other"}',
        "[" * 90_000,
        '{"a":' * 30_000,
        b"\xff\xfe\x00",
        b"\x80",
        "{nothing",
    ],
)
def test_what_is_none_of_our_answers_is_refused(text: bytes | str) -> None:
    with pytest.raises(InvalidInputError, match="no answer from a form of Unrut"):
        read_answer(text, KNOWN)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (filled(version=2), "another version"),
        (filled(at_best=" \x00", come_for="", wasted="\n"), "answer is empty"),
        (filled(wasted="a" * (LONGEST_ANSWER + 1)), r"\(wasted\) has 5,001 letters, and 5,000 fit"),
    ],
)
def test_answer_that_cannot_be_taken_says_why(fields: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidInputError, match=told):
        read_answer(as_file(fields), KNOWN)


@pytest.mark.parametrize("sign", ["1", "$", " ", "{", "a ", ">", "\n", "-", f"{BEGIN} "])
def test_huge_file_is_not_read(sign: str) -> None:
    with pytest.raises(InvalidInputError, match="more than 200,000 letters"):
        read_answer(sign * (LONGEST_FILE + 1), KNOWN)


@given(st.one_of(st.text(), st.binary()))
def test_any_input_is_read_or_refused_in_a_sentence(data: bytes | str) -> None:
    with pytest.raises(InvalidInputError, match=r"\.$"):
        read_answer(data, KNOWN)


def test_halves_of_signs_are_no_change() -> None:
    fields = filled(wasted="half \ud83d")

    assert read_answer(json.dumps(fields), KNOWN).wasted == "half \ufffd"


def test_mark_is_the_one_that_the_form_makes() -> None:
    assert mark_of(FROM_A_BROWSER, KEY) == FROM_A_BROWSER["mark"]
