"""One line after a note that may mean danger: where help is. Shared by the short way of `unrut note` and by all others.

It goes to standard error, so that what scripts read stays the same and the hint lies in no file that output is sent to.
"""

import sys
from collections.abc import Iterable

from unrut.core.reflect.safety import Concern, gravest

_URGENT = "If you might hurt yourself or somebody else, call your emergency number or a crisis line now."
_HINTS = {
    Concern.SELF_HARM: f"You need not be alone with this. {_URGENT} Whom to call: unrut help-lines",
    Concern.NOT_LIVING: f"You need not be alone with this. {_URGENT} Whom to call: unrut help-lines",
    Concern.DANGER: "Your safety comes first: in danger, leave and call the emergency number. "
    "What to do: unrut help-lines respect",
    Concern.HARASSMENT: "Nobody has to bear that at work. What to do about it: unrut help-lines respect",
    Concern.IN_PASSING: "Perhaps only a way of speaking; if it is more than that, here is help: unrut help-lines",
}


def hint_for(texts: Iterable[str]) -> str:
    """The line for what was just written, or nothing. It is printed and forgotten."""
    concern = gravest(texts)
    return _HINTS[concern] if concern else ""


def offer_help(texts: Iterable[str]) -> None:
    """Print the line for what was just written, if there is one."""
    if hint := hint_for(texts):
        print(hint, file=sys.stderr, flush=True)
