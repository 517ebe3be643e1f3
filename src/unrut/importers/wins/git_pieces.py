"""Commits put together to pieces of work, and what each piece says of itself."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from unrut.core.milestones.told import LONGEST_STORY
from unrut.importers.contract import KEY_LENGTH
from unrut.importers.text_tools import one_line
from unrut.importers.wins.contract import ImportedWin, text_and_rest

SOURCE = "git"
GAP = timedelta(days=10)  # judgement: commits further apart than this are different pieces of work
LAST_ONES = 3  # a piece is known by its last commits, or it would take in all that comes
_PREFIX = re.compile(r"^(?P<kind>[a-z]+)(?:\((?P<scope>[^)]{1,60})\))?!?:\s+", re.IGNORECASE)
_ISSUE = re.compile(r"\b([A-Z][A-Z0-9]{1,9}-[0-9]{1,7})\b|(?<!\w)#([0-9]{1,7})\b")
_TRIVIAL = re.compile(
    r"^(?:wip\b|fixup!|squash!|typos?\b|fix(?:es|ed)? (?:typos?|lint(?:ing)?|formatting|whitespace|tests?|build|ci)\b|"
    r"lint\b|fmt\b|format(?:ting)?\b|bump\b|merge\b|revert\b|v?[0-9]+(?:\.[0-9]+)+\b|release\b|update (?:deps|dependencies)\b|"
    r"minor\b|cleanup$|clean up$|tweaks?\b|\.+$|initial commit$)",
    re.IGNORECASE,
)
_TRIVIAL_KINDS = frozenset({"chore", "style", "ci", "build"})
_WORD = re.compile(r"[a-z]{4,}", re.IGNORECASE)
_EMPTY_WORDS = frozenset(
    "with from into this that when then than more less some also only make made adds added fixes fixed update updates "
    "updated change changes changed remove removes removed support tests test code file files allow using uses".split()
)


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit, with what tells where it belongs."""

    key: str
    on: date
    subject: str
    lines: int
    files: tuple[str, ...]
    words: frozenset[str]
    topics: frozenset[str]
    folder: str
    is_trivial: bool


@dataclass(slots=True)
class Piece:
    """Commits that belong together, in order of time."""

    commits: list[Commit] = field(default_factory=list)
    topics: set[str] = field(default_factory=set)

    def add(self, commit: Commit) -> None:
        """Take in one more."""
        self.commits.append(commit)
        self.topics |= commit.topics

    def takes(self, commit: Commit) -> bool:
        """By a scope or issue in common; where either names none, by two telling words, or by a word in one folder."""
        if commit.topics and self.topics:
            return bool(commit.topics & self.topics)
        last = self.commits[-LAST_ONES:]
        if any(len(commit.words & one.words) > 1 for one in last):
            return True
        near = [one for one in last if commit.folder and commit.folder == one.folder]
        return any(commit.is_trivial or commit.words & one.words for one in near)

    @property
    def is_trivial(self) -> bool:
        """Whether none of its commits is worth telling."""
        return all(commit.is_trivial for commit in self.commits)


def commit_of(key: str, on: date, subject: str, *, lines: int, files: Sequence[str]) -> Commit:
    """A commit, its subject read for what it is about."""
    prefix = _PREFIX.match(subject)
    plain = _PREFIX.sub("", subject)
    scope = prefix["scope"].lower() if prefix and prefix["scope"] else ""
    issues = {found[1] or f"#{found[2]}" for found in _ISSUE.finditer(subject)}
    tops = Counter(name.split("/", 1)[0] for name in files if "/" in name)
    return Commit(
        key=key,
        on=on,
        subject=subject,
        lines=lines,
        files=tuple(files),
        words=frozenset(word.lower() for word in _WORD.findall(plain)) - _EMPTY_WORDS,
        topics=frozenset(issues | ({scope} if scope else set())),
        folder=tops.most_common(1)[0][0] if tops else "",
        is_trivial=bool(_TRIVIAL.match(plain)) or bool(prefix and prefix["kind"].lower() in _TRIVIAL_KINDS),
    )


def pieces_of(commits: Sequence[Commit]) -> list[Piece]:
    """The pieces of work, in the order in which they were begun; of one day, the commits come in the order given."""
    pieces: list[Piece] = []
    running: list[Piece] = []
    for commit in sorted(commits, key=lambda one: one.on):
        running = [piece for piece in running if commit.on - piece.commits[-1].on <= GAP]
        home = next((piece for piece in reversed(running) if piece.takes(commit)), None)
        if home is None:
            home = Piece()
            pieces.append(home)
            running.append(home)
        home.add(commit)
    return pieces


def win_of(piece: Piece) -> ImportedWin:
    """A piece of work as one accomplishment, told by the subject that stands for most."""
    commits = piece.commits
    telling = [commit for commit in commits if not commit.is_trivial]
    first = max(telling, key=lambda commit: (commit.lines, len(commit.words), commit.key))
    text, left = text_and_rest(_told(first.subject))
    others = dict.fromkeys(one_line(commit.subject) for commit in telling if commit is not first)
    story = "\n".join(filter(None, (left, *(f"- {subject}" for subject in others))))
    return ImportedWin(
        source=SOURCE,
        key=commits[0].key[:KEY_LENGTH],
        happened_on=commits[-1].on,
        text=text,
        story=story[:LONGEST_STORY],
        figures=_figures(commits),
        known_from="git",
        where=f"commit {commits[0].key[:8]}",
    )


def _told(subject: str) -> str:
    """The subject without what only programs read; the whole of it where that is all."""
    plain = one_line(_PREFIX.sub("", subject)) or subject
    return f"{plain[:1].upper()}{plain[1:]}"


def _figures(commits: Sequence[Commit]) -> str:
    files = len({name for commit in commits for name in commit.files})
    lines = sum(commit.lines for commit in commits)
    told = [_counted(len(commits), "commit"), _counted(files, "file"), _counted(lines, "line")]
    return f"{', '.join(told)}, {_days(commits[0].on, commits[-1].on)}"


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def _days(first: date, last: date) -> str:
    """The days from first to last, naming month and year once where that is enough."""
    if first == last:
        return f"on {first.day} {first:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {last.day} {last:%B %Y}"
    return f"{first.day} {first:%B %Y} to {last.day} {last:%B %Y}"
