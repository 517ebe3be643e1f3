"""Answers that come back from a form: how they are marked, and how they are read again.

The mark shows that nothing was changed on the way by mistake. It is no proof of who wrote the answer: the form of an
invitation holds the key of its mark, and whoever has the form can write another answer.
"""

import base64
import binascii
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from unrut.core.errors import InvalidInputError
from unrut.core.explore.strengths.answers import LONGEST_ANSWER, Question

KIND, VERSION = "unrut-answer", 1
BEGIN, END = "BEGIN UNRUT ANSWER", "END UNRUT ANSWER"
"""What stands before and after an answer as text; dashes around them do not matter."""
LONGEST_FILE = 200_000
"""Letters of an answer, with all that a mail may put around it; three full answers take a quarter of it."""

# Mails break lines, quote them, and make hard spaces of spaces: none of that is a change. The form has the same list.
_SPACES = re.compile("[ \\t\\n\\r\\f\\v\u00a0]+")
_HALF_SIGNS = re.compile("[\ud800-\udfff]")
_QUOTING = re.compile(r"^[>| \t\u00a0]+", re.MULTILINE)
_NOT_PACKED = re.compile(r"[^A-Za-z0-9+/]")
_GROUP = 4  # letters that are three packed bytes
_TEXTS = ("invite", *Question)
_FLAGS = ("quote", "signed")


class ChangedAnswerError(InvalidInputError):
    """The answer is not as the form wrote it; it can be taken anyway."""


class AnsweredTwiceError(InvalidInputError):
    """This invitation has its answer already."""


class UnknownInviteError(InvalidInputError):
    """The answer belongs to no invitation that is known here."""


class CutShortError(InvalidInputError):
    """A part of the answer is missing."""


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation: its id, who asks whom, and the random key that its form carries."""

    id: str
    asker: str
    giver: str
    key: bytes
    is_answered: bool = False


@dataclass(frozen=True, slots=True)
class ReturnedAnswer:
    """What came back for an invitation. It `is_changed` when it was taken although it is not as the form wrote it."""

    invite: str
    at_best: str
    come_for: str
    wasted: str
    may_quote: bool
    is_signed: bool
    is_changed: bool = False


def read_answer(
    data: bytes | str, known: Mapping[str, Invite], *, take_changed: bool = False
) -> ReturnedAnswer:
    """The answer in a file or in pasted text; `known` are the invitations by their id.

    Raises InvalidInputError when it is none of ours, cut short, changed by hand (unless `take_changed`) or given already.
    """
    fields = _fields(text_of(data))
    invite = known.get(fields["invite"])
    if invite is None:
        raise UnknownInviteError(
            "This answer belongs to an invitation that is not among yours. Perhaps it was meant for somebody else, or you "
            "have deleted that invitation: invite the person again."
        )
    whom = invite.giver or "this person"
    if invite.is_answered:
        raise answered_twice(whom)
    is_changed = fields["mark"] != mark_of(fields, invite.key)
    if is_changed and not take_changed:
        raise ChangedAnswerError(
            f"The answer of {whom} was changed after it left the form: its checksum does not fit. Ask for the file once "
            "more, or take it as it is, marked as changed."
        )
    return _answer(fields, is_changed=is_changed)


def text_of(data: bytes | str) -> str:
    """What a file says, however it is encoded.

    Raises InvalidInputError when it is too long, or no text.
    """
    if len(data) > LONGEST_FILE:
        raise InvalidInputError(
            f"This is too long for an answer: more than {LONGEST_FILE:,} letters. Give us the file that the form made."
        )
    if isinstance(data, str):
        return data
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_ours() from error


def answered_twice(whom: str) -> AnsweredTwiceError:
    """What to say of a second answer; it does not tell whether the first has a name."""
    return AnsweredTwiceError(
        f"The answer of {whom} is here already. Remove it first if this one shall take its place; one without a name stays, as "
        "nobody can tell which it is."
    )


def mark_of(fields: Mapping[str, Any], key: bytes) -> str:
    """The checksum of an answer for the key of its invitation: HMAC with SHA-256 over the fields, a line each."""
    texts = [f"{name}={smoothed(fields[name])}" for name in _TEXTS]
    flags = [f"{name}={'yes' if fields[name] else 'no'}" for name in _FLAGS]
    return hmac.new(key, "\n".join([*texts, *flags]).encode(), "sha256").hexdigest()


def smoothed(text: str) -> str:
    """A text as it is compared: single spaces, and no halves of signs."""
    return _SPACES.sub(" ", _HALF_SIGNS.sub("\ufffd", text)).strip(" ")


def _fields(text: str) -> dict[str, Any]:
    """The fields of an answer, from the file itself or from the packed text in a mail."""
    _, begin, packed = text.replace("\u00a0", " ").rpartition(BEGIN)
    is_packed = bool(begin) and not text.lstrip().startswith("{")
    held = _parsed(_unpacked(packed) if is_packed else _unquoted(text), is_ours=is_packed or KIND in text)
    if not isinstance(held, dict) or held.get("kind") != KIND:
        raise _not_ours()
    if held.get("version") != VERSION:
        raise InvalidInputError(
            "This answer was made by a form of another version of Unrut. Send a new form, or bring Unrut up to date."
        )
    texts = {name: _of_type(held, name, str) for name in (*_TEXTS, "mark")}
    return {**texts, **{name: _of_type(held, name, bool) for name in _FLAGS}}


def _of_type(held: Mapping[str, Any], name: str, kind: type) -> Any:
    value = held.get(name)
    if not isinstance(value, kind):
        raise CutShortError(f'The answer has no proper "{name}". Ask for the file once more.')
    return value


def _unpacked(text: str) -> str:
    end = text.find(END)
    if end < 0:
        raise _cut_short()
    letters = _NOT_PACKED.sub("", text[:end])
    try:
        # Filled up anew, as mails make and take signs of equality of their own.
        return base64.b64decode(letters + "=" * (-len(letters) % _GROUP), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError) as error:
        raise _cut_short() from error


def _unquoted(text: str) -> str:
    """The answer itself out of a text; a mail may have quoted its lines."""
    start = text.find("{") if text.lstrip().startswith("{") else text.rfind("{", 0, max(text.find(KIND), 0))
    if start < 0:
        raise _not_ours()
    return _QUOTING.sub("", text[start:]).strip("\x00 \t\r\n\u00a0")


def _parsed(text: str, *, is_ours: bool) -> Any:
    try:
        # Not strict: a mail may have broken a line within a text.
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (ValueError, RecursionError) as error:
        raise (_cut_short() if is_ours else _not_ours()) from error


def _answer(fields: Mapping[str, Any], *, is_changed: bool) -> ReturnedAnswer:
    texts = {name: _HALF_SIGNS.sub("\ufffd", fields[name]).replace("\x00", "").strip() for name in Question}
    for name, text in texts.items():
        if len(text) > LONGEST_ANSWER:
            raise InvalidInputError(
                f"One answer ({name}) has {len(text):,} letters, and {LONGEST_ANSWER:,} fit. Ask for a shorter one."
            )
    if not any(texts.values()):
        raise InvalidInputError(
            "The answer is empty: none of the three questions has words. Ask for it once more."
        )
    return ReturnedAnswer(
        invite=fields["invite"],
        at_best=texts[Question.AT_BEST],
        come_for=texts[Question.COME_FOR],
        wasted=texts[Question.WASTED],
        may_quote=fields["quote"],
        is_signed=fields["signed"],
        is_changed=is_changed,
    )


def _not_ours() -> InvalidInputError:
    return InvalidInputError(
        'This is no answer from a form of Unrut. Give us the file "unrut-answer.json", or the whole text that the form shows.'
    )


def _cut_short() -> CutShortError:
    return CutShortError(
        "The answer is cut short. Copy the whole text again, from the line with BEGIN to the line with END, or ask for the file."
    )
