"""What is stored of accomplishments that were read: each once, and no longer than its fields. Needs no Django."""

from collections.abc import Container, Iterable
from datetime import date

from unrut.core.milestones.told import LONGEST_LINE, LONGEST_PROOF, LONGEST_SKILL, MOST_SKILLS
from unrut.importers.text_tools import one_line
from unrut.importers.wins.contract import ImportedWin

_DETAILS = (
    ("figures", LONGEST_LINE),
    ("known_from", LONGEST_LINE),
    ("seen_by", LONGEST_LINE),
    ("proof", LONGEST_PROOF),
)
_AS_THEY_ARE = ("happened_on", "text", "source", "story", "situation", "task", "action", "result")


def not_known(
    wins: Iterable[ImportedWin], keys: Container[tuple[str, str]], told: Container[tuple[date, str]]
) -> list[ImportedWin]:
    """Those whose source and key are not known, nor their day and text: another program may hold the same."""
    return [
        win for win in wins if (win.source, win.key) not in keys and (win.happened_on, win.text) not in told
    ]


def stored_fields(win: ImportedWin) -> dict[str, object]:
    """The fields of an accomplishment; what is too long for its field is cut."""
    fields: dict[str, object] = {name: getattr(win, name) for name in _AS_THEY_ARE}
    for name, most in _DETAILS:
        text = getattr(win, name)
        fields[name] = one_line(text)[:most] if text else ""
    return {**fields, "source_key": win.key, "skills": _skills(win.skills)}


def _skills(named: Iterable[str]) -> list[str]:
    """Each once, in their order."""
    found: dict[str, str] = {}
    for skill in named:
        for part in skill.split(","):
            if line := one_line(part):
                found.setdefault(line.casefold(), line[:LONGEST_SKILL])
    return list(found.values())[:MOST_SKILLS]
