"""Questions asked in turn in a terminal. Enter skips; what cannot be read is asked again."""

import re
from collections.abc import Callable, Iterable
from typing import Any

import click

HIGHEST = 10
INTRODUCTION = "Enter skips a question. Ctrl-C leaves without keeping anything."


def level(text: str) -> int:
    """An answer from 0 to 10."""
    if not re.fullmatch(r"\d{1,2}", text) or int(text) > HIGHEST:
        raise click.BadParameter(f'"{text}" is not an answer. Give a whole number from 0 to {HIGHEST}.')
    return int(text)


def item_answer(text: str) -> tuple[str, str]:
    """An answer written as ITEM=7; ITEM= takes it back. Whether it is right is asked by the service."""
    item, sign, answer = text.partition("=")
    if not sign or not item:
        raise click.BadParameter(f'"{text}" is not an answer. Write it like learning_growth=7.')
    return item, answer


def ask(question: str, reading: Callable[[str], Any]) -> Any:
    """The answer, or None when it was skipped."""

    def read(text: str) -> Any:
        return reading(text) if text else None

    return click.prompt(question, default="", show_default=False, value_proc=read, err=True)


def ask_lines(question: str) -> tuple[str, ...]:
    """One line after another until an empty one."""
    lines: list[str] = []
    while line := click.prompt("And" if lines else question, default="", show_default=False, err=True):
        lines.append(line)
    return tuple(lines)


def ask_levels(questions: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The answers from 0 to 10 that were given, by the name of the question."""
    asked = {name: ask(question, level) for name, question in questions}
    return {name: answer for name, answer in asked.items() if answer is not None}
