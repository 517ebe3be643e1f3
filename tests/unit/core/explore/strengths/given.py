"""Answers as they are given, and as they come back from a form."""

import base64
import json
from datetime import date
from typing import Any

from unrut.core.explore.strengths.answers import Answer
from unrut.core.explore.strengths.signing import BEGIN, END, KIND, VERSION, Invite, mark_of

KEY = bytes(range(32))
INVITE = Invite("inv-1", "Ada", "Ben", KEY)
KNOWN = {INVITE.id: INVITE}
ROW = 64


def answer(giver: str = "ben", at_best: str = "", **changes: Any) -> Answer:
    """An answer that is signed and may be quoted, unless it is said otherwise."""
    usual = {
        "circle": "friend",
        "come_for": "",
        "wasted": "",
        "may_quote": True,
        "is_signed": True,
        "received_on": date(2026, 11, 2),
    }
    return Answer(giver=giver, at_best=at_best, **{**usual, **changes})


def unsigned(at_best: str, *, day: int = 1, may_quote: bool = True) -> Answer:
    """An answer without a name, which still carries who gave it and from where."""
    return answer(
        "ben", at_best, is_signed=False, may_quote=may_quote, received_on=date(2026, 11, day), circle="family"
    )


def filled(key: bytes = KEY, **changes: Any) -> dict[str, Any]:
    """What the form puts into its file."""
    fields = {
        "kind": KIND,
        "version": VERSION,
        "invite": INVITE.id,
        "at_best": "You stayed calm.\n\nAll of us ran.",
        "come_for": "Ideas {and} “more”",
        "wasted": "Endless meetings",
        "quote": True,
        "signed": True,
        **changes,
    }
    return {**fields, "mark": mark_of(fields, key)}


def as_file(fields: dict[str, Any]) -> bytes:
    """The file that the form saves."""
    return (json.dumps(fields, indent=2, ensure_ascii=False) + "\n").encode()


def as_text(fields: dict[str, Any]) -> str:
    """The text that the form shows to be copied."""
    letters = base64.b64encode(json.dumps(fields, ensure_ascii=False).encode()).decode()
    rows = "\n".join(letters[at : at + ROW] for at in range(0, len(letters), ROW))
    return f"When did you see me at my best?\n{fields['at_best']}\n\n-----{BEGIN}-----\n{rows}\n-----{END}-----\n"
