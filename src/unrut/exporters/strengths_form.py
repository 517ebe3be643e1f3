"""The form somebody is sent to say what they see in a person: one file that works offline and asks no other machine for anything."""

import base64
import hashlib
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template

from django.utils.translation import gettext, override

from unrut.core.errors import InvalidInputError
from unrut.core.explore.strengths.answers import LONGEST_ANSWER, Question
from unrut.core.explore.strengths.pool import LEAST_POOL
from unrut.exporters.paper import plain

FILE_NAME = "unrut-questions.html"
LONGEST_KEY = 64
"""Bytes: a longer key would have to be shortened before it marks anything."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One of the three questions as it is put: the question, and what helps to answer it."""

    question: Question
    text: str
    hint: str


def form_file(asker: str, giver: str, invite: str, key: bytes, language: str = "en") -> bytes:
    """The form as a file: the same for the same invitation.

    `key` marks the answer, so that a change on the way is noticed. Raises InvalidInputError when the asker has no name.
    """
    name = plain(asker)
    if not name:
        raise InvalidInputError("The form has to say who asks. Give your name first.")
    if not invite or not 1 <= len(key) <= LONGEST_KEY:
        raise ValueError(f"An invitation needs an id and a key of 1 to {LONGEST_KEY} bytes")
    style, script = _part("strengths_form.css"), _part("strengths_form.js")
    with override(language):
        words = {name: escape(text) for name, text in spoken_words(name, plain(giver)).items()}
        questions = "\n".join(map(_question, asked_questions()))
    return (
        Template(_part("strengths_form.html"))
        .substitute(
            words,
            language=escape(language),
            invite=escape(invite),
            key=key.hex(),
            questions=questions,
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
        .encode("utf-8", "replace")
    )


def asked_questions() -> list[Asked]:
    """The three questions in the language in use."""
    return [
        Asked(
            Question.AT_BEST,
            gettext("When did you see me at my best?"),
            gettext("One time or two: what happened, what did I do, and what came of it?"),
        ),
        Asked(
            Question.COME_FOR,
            gettext("What do you come to me for?"),
            gettext("What would you rather ask me than anybody else?"),
        ),
        Asked(
            Question.WASTED,
            gettext("What kind of work would waste me?"),
            gettext("What would I do day by day in a job that leaves the best of me unused?"),
        ),
    ]


def pool_words() -> str:
    """What happens to an answer without a name."""
    return gettext(
        "I will see that you answered, as I get this from you. The program keeps your words apart from your name, and shows "
        "them only when at least %(least)s people have answered so: all at once, in random order."
    ) % {"least": LEAST_POOL}


def spoken_words(asker: str, giver: str) -> dict[str, str]:
    """Everything the form says besides the questions, by what it is."""
    hello = gettext("Hello %(giver)s,") % {"giver": giver} if giver else gettext("Hello,")
    return {
        "title": gettext("%(asker)s asks: what do you see in me?") % {"asker": asker},
        "greeting": hello,
        "purpose": gettext(
            "I am looking for the next step in my working life. You know me, and you see things in me that I do not see. "
            "Would you answer three questions? Ten minutes are enough, and any of them may stay empty."
        ),
        "episodes": gettext(
            "Real moments help me most: what I did, not what I should be. I do not ask for marks."
        ),
        "offline": gettext(
            "This page works without the internet. Nothing leaves it until you send it yourself."
        ),
        "without_scripts": gettext(
            "This browser runs no scripts here, so this page cannot make the answer for you. Print it and write by hand, or "
            "answer the three questions in an e-mail."
        ),
        "name_legend": gettext("With your name or without?"),
        "signed": gettext("With my name: you may know what I wrote"),
        "unsigned": gettext("Without my name"),
        "pool": pool_words(),
        "quote": gettext("You may quote me"),
        "quote_hint": gettext(
            "With my name if I sign, without it if I do not. Otherwise my words are only counted."
        ),
        "back": gettext("Send it back"),
        "back_how": gettext(
            "Save the answer as a file and send me the file, or copy it as text into an e-mail or a message to me."
        ),
        "honest": gettext(
            "The answer carries a checksum, so that a change on the way is noticed. It does not hide your words: send it the "
            "way you would send a letter."
        ),
        "save": gettext("Save the answer as a file"),
        "show": gettext("Show it as text"),
        "as_text": gettext("Your answer as text: copy all of it"),
        "empty": gettext("All three answers are empty. Write a few words under one of them."),
        "saved": gettext("The file unrut-answer.json is among your downloads. Send it to me, and thank you."),
        "shown": gettext("Your answer is marked below. Copy it and send it to me, and thank you."),
        "again": gettext(
            "The lines below hold the same once more, for the program. Please leave them as they are."
        ),
    }


def _question(asked: Asked) -> str:
    name = asked.question.value
    return (
        f'<div class="question"><label for="{name}">{escape(asked.text)}</label>'
        f'<p class="hint" id="{name}-hint">{escape(asked.hint)}</p>'
        f'<textarea id="{name}" name="{name}" maxlength="{LONGEST_ANSWER}" rows="7" aria-describedby="{name}-hint"></textarea></div>'
    )


def _part(name: str) -> str:
    return files("unrut.exporters").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The mark of a script or a style in a content policy."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
