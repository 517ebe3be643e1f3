"""The form for somebody else, opened from a disk in a real Chromium, with no server at all."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.axe import AXE, RULES

from unrut.core.explore.strengths.signing import Invite, ReturnedAnswer, read_answer
from unrut.exporters.strengths_form import form_file

pytestmark = pytest.mark.browser

KEY = bytes(range(32))
KNOWN = {"inv-1": Invite("inv-1", "Ada", "Ben", KEY)}
# Longer than the blocks of the mark, with signs of one to four bytes, and what HTML and a mail take for their own.
AT_BEST = '  Zoë 🎉 was “calm” <b>& \\ "q"\u2028\n\n' + "äé " * 60
COME_FOR = "ideas\u00a0and {more}\t-----BEGIN UNRUT ANSWER-----"
SIZES = (320, 390, 1280)
Opened = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Opens the form from a file; whatever goes wrong in it fails the test."""
    file = tmp_path / "form.html"
    file.write_bytes(form_file('Ada "<b>" O’Neil', "Ben & Co", "inv-1", KEY))
    told: list[str] = []
    with ExitStack() as closing:

        def go(width: int = 390, **looks: Any) -> Page:
            context = chromium.new_context(viewport={"width": width, "height": 800}, **looks)
            closing.callback(context.close)
            page = context.new_page()
            page.on("console", lambda message: told.append(message.text))
            page.on("pageerror", lambda error: told.append(str(error)))
            page.on(
                "request",
                lambda request: told.append(request.url) if request.url.startswith("http") else None,
            )
            page.goto(file.as_uri())
            return page

        yield go
    assert told == []


def fill(page: Page) -> None:
    page.get_by_label("When did you see me at my best?").fill(AT_BEST)
    page.get_by_label("What do you come to me for?").fill(COME_FOR)
    page.get_by_label("You may quote me").check()


def saved(page: Page) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the answer").click()
    assert download.value.suggested_filename == "unrut-answer.json"
    return Path(download.value.path()).read_bytes()


def shown(page: Page) -> str:
    page.get_by_role("button", name="Show it as text").click()
    return page.get_by_label("Your answer as text").input_value()


def test_saved_file_is_read_as_it_was_written(opened: Opened) -> None:
    page = opened()
    fill(page)
    assert not page.get_by_text("This browser runs no scripts here").is_visible()

    back = read_answer(saved(page), KNOWN)

    assert back == ReturnedAnswer("inv-1", AT_BEST.strip(), COME_FOR, "", may_quote=True, is_signed=True)
    page.get_by_text("is among your downloads").wait_for()


def test_shown_text_is_read_also_after_a_mail_quoted_it(opened: Opened) -> None:
    page = opened()
    fill(page)
    page.get_by_label("Without my name").check()

    text = shown(page)
    quoted = "\n".join(
        f"> {line[at : at + 60]}" for line in text.splitlines() for at in range(0, len(line) + 1, 60)
    )

    assert text.startswith(f"When did you see me at my best?\n{AT_BEST}\n\nWhat do you come to me for?")
    assert read_answer(text, KNOWN) == read_answer(quoted, KNOWN)
    assert not read_answer(text, KNOWN).is_signed


def test_shown_text_goes_when_the_answer_is_written_on(opened: Opened) -> None:
    page = opened()
    fill(page)
    shown(page)

    page.get_by_label("What kind of work would waste me?").press_sequentially("x")

    assert not page.get_by_label("Your answer as text").is_visible()


def test_empty_answer_is_not_made(opened: Opened) -> None:
    page = opened()

    page.get_by_role("button", name="Show it as text").click()

    page.get_by_text("All three answers are empty").wait_for()
    assert page.evaluate("document.activeElement.id") == "at_best"
    assert not page.get_by_label("Your answer as text").is_visible()


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    opened: Opened, width: int, scheme: str
) -> None:
    page = opened(width, color_scheme=scheme, bypass_csp=True)
    fill(page)
    shown(page)
    page.add_script_tag(content=AXE)

    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]

    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_form_can_be_read_and_printed_with_scripts_off(opened: Opened) -> None:
    page = opened(java_script_enabled=False)

    page.emulate_media(media="print")

    assert page.locator("label:visible, legend:visible").all_inner_texts() == [
        "When did you see me at my best?",
        "What do you come to me for?",
        "What kind of work would waste me?",
        "With your name or without?",
        "With my name: you may know what I wrote",
        "Without my name",
        "You may quote me",
    ]
    assert page.locator("button:visible").count() == 0


def test_form_with_scripts_off_says_what_to_do_instead(opened: Opened) -> None:
    page = opened(java_script_enabled=False)

    assert page.get_by_text("This browser runs no scripts here").is_visible()
    assert page.locator("button:visible").count() == 0
