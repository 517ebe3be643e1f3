"""Accomplishments from a folder with git: one's own commits, grouped into pieces of work. Nothing in it is changed."""

import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from unrut.importers.contract import KEY_LENGTH, UnreadableFileError
from unrut.importers.text_tools import one_line
from unrut.importers.wins.contract import LONGEST_STORY, ImportedWin, ParsedWins, text_and_rest

SOURCE = "git"
LONGEST_WAIT, LARGEST_LOG = 60, 64 * 1024 * 1024
"""Seconds, and bytes: more than the history of the Linux kernel by one author takes."""
GAP = timedelta(days=10)
"""Commits further apart than this are different pieces of work; judgement."""
AUTHORS_NAMED = 3
_FIELD, _RECORD = "\x1f", "\x1e"
_FORMAT = "%x1e%H%x1f%ae%x1f%ad%x1f%s"
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
class _Commit:
    key: str
    author: str
    on: date
    subject: str
    lines: int
    files: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        """The telling words of its subject."""
        plain = _PREFIX.sub("", self.subject)
        return frozenset(word.lower() for word in _WORD.findall(plain)) - _EMPTY_WORDS

    @property
    def topics(self) -> frozenset[str]:
        """What it names as belonging together: a scope, or the key of an issue."""
        scope = _PREFIX.match(self.subject)
        issues = {found[1] or f"#{found[2]}" for found in _ISSUE.finditer(self.subject)}
        return frozenset(issues | ({scope["scope"].lower()} if scope and scope["scope"] else set()))

    @property
    def folder(self) -> str:
        """The folder at the top that most of its files lie in; none for files at the top itself."""
        tops = Counter(name.split("/", 1)[0] for name in self.files if "/" in name)
        return tops.most_common(1)[0][0] if tops else ""

    @property
    def is_trivial(self) -> bool:
        """Whether it is nothing to tell anybody."""
        kind = _PREFIX.match(self.subject)
        plain = _PREFIX.sub("", self.subject)
        return bool(_TRIVIAL.match(plain)) or bool(kind and kind["kind"].lower() in _TRIVIAL_KINDS)


def read_git_folder(folder: Path, *, author: str = "", since: date | None = None, today: date) -> ParsedWins:
    """A person's own commits in a folder, as pieces of work in order of time; merges are left out.

    The author is the address given, else the one that git knows in that folder.
    Raises UnreadableFileError with a sentence when git, the folder or the author is not to be had.
    """
    if not folder.is_dir():
        raise UnreadableFileError(f"There is no folder {folder}. Look at its name and try again.")
    _git(folder, "rev-parse", "--git-dir")
    named = author.strip() or _git(folder, "config", "user.email", is_needed=False).strip()
    commits = list(_commits(folder, since))
    if not commits:
        raise UnreadableFileError(f"{folder} has no commits to read yet.")
    if not named:
        raise UnreadableFileError(
            f"git does not know your address in {folder}. Say it; most commits there are by {_authors(commits)}."
        )
    own = [one for one in commits if one.author.casefold() == named.casefold() and one.on <= today]
    if not own:
        raise UnreadableFileError(
            f"{folder} has no commits by {named}. Name another address; most there are by {_authors(commits)}."
        )
    pieces = [piece for piece in _pieces(own) if not all(commit.is_trivial for commit in piece)]
    left_out = len(own) - sum(len(piece) for piece in pieces)
    notices = (_notice(left_out),) if left_out else ()
    return ParsedWins(tuple(map(_win, pieces)), (), notices)


def _commits(folder: Path, since: date | None) -> Iterator[_Commit]:
    arguments = [
        "log",
        "--no-merges",
        "--no-color",
        "--numstat",
        "--no-renames",
        "--date=short",
        f"--format={_FORMAT}",
    ]
    if since:
        arguments.append(f"--since={since.isoformat()}T00:00:00")
    for record in _git(folder, *arguments, is_needed=False).split(_RECORD)[1:]:
        head, _, rest = record.partition("\n")
        fields = head.split(_FIELD)
        if len(fields) == 4:  # noqa: PLR2004 - as many as the format names
            yield _commit(fields, rest)


def _commit(fields: Sequence[str], rest: str) -> _Commit:
    stats = [line.split("\t") for line in rest.splitlines() if line.count("\t") == 2]  # noqa: PLR2004 - added, removed, name
    lines = sum(int(count) for added, removed, _ in stats for count in (added, removed) if count.isdigit())
    key, author, day, subject = fields
    return _Commit(
        key, author, date.fromisoformat(day), one_line(subject), lines, tuple(stat[2] for stat in stats)
    )


def _pieces(commits: Sequence[_Commit]) -> list[list[_Commit]]:
    """Commits that belong together, each piece and all pieces in order of time."""
    pieces: list[list[_Commit]] = []
    for commit in sorted(commits, key=lambda one: (one.on, one.key)):
        near = [piece for piece in pieces if commit.on - piece[-1].on <= GAP]
        home = next((piece for piece in reversed(near) if _belongs(commit, piece)), None)
        if home is None:
            pieces.append([commit])
        else:
            home.append(commit)
    return pieces


def _belongs(commit: _Commit, piece: Sequence[_Commit]) -> bool:
    """By a scope or issue in common; else, where neither names one, by two telling words or one and the same folder."""
    topics = frozenset().union(*(one.topics for one in piece))
    if commit.topics and topics:
        return bool(commit.topics & topics)
    last = piece[-3:]
    if any(len(commit.words & one.words) > 1 for one in last):
        return True
    is_near = any(commit.folder and commit.folder == one.folder for one in last)
    return is_near and (commit.is_trivial or any(commit.words & one.words for one in last))


def _win(piece: Sequence[_Commit]) -> ImportedWin:
    telling = [commit for commit in piece if not commit.is_trivial]
    first = max(telling, key=lambda commit: (commit.lines, len(commit.words), commit.key))
    subject = _PREFIX.sub("", first.subject)
    text, left = text_and_rest(f"{subject[:1].upper()}{subject[1:]}")
    others = [one_line(commit.subject) for commit in telling if commit is not first]
    story = "\n".join(filter(None, (left, *(f"- {subject}" for subject in dict.fromkeys(others)))))
    return ImportedWin(
        source=SOURCE,
        key=piece[0].key[:KEY_LENGTH],
        happened_on=piece[-1].on,
        text=text,
        story=story[:LONGEST_STORY],
        figures=_figures(piece),
        known_from="git",
        where=f"commit {piece[0].key[:8]}",
    )


def _figures(piece: Sequence[_Commit]) -> str:
    count, files = len(piece), len({name for commit in piece for name in commit.files})
    lines = sum(commit.lines for commit in piece)
    first, last = piece[0].on, piece[-1].on
    days = f"on {_day(first)}" if first == last else f"{_day(first)} to {_day(last)}"
    told = [_counted(count, "commit"), _counted(files, "file"), _counted(lines, "line")]
    return f"{', '.join(told)}, {days}"


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _notice(count: int) -> str:
    if count == 1:
        return "One commit with nothing to tell (a typing error, a new version) was left out."
    return f"{count:,} commits with nothing to tell (typing errors, new versions) were left out."


def _authors(commits: Sequence[_Commit]) -> str:
    counts = Counter(commit.author for commit in commits)
    return ", ".join(one_line(author) for author, _ in counts.most_common(AUTHORS_NAMED))


def _git(folder: Path, *arguments: str, is_needed: bool = True) -> str:
    """What a command of git answers; nothing of the folder's own settings may run a program."""
    command = [
        "git", "-C", str(folder), "--no-pager", "--no-optional-locks",
        "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false",
        "-c", "diff.external=", *arguments,
    ]  # fmt: skip
    if arguments[0] == "log":
        command[-len(arguments) + 1 : -len(arguments) + 1] = ["--no-ext-diff", "--no-textconv"]
    environment = {
        **os.environ,
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_PAGER": "cat",
        "LC_ALL": "C.UTF-8",
    }
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            command,
            env=environment,
            capture_output=True,
            timeout=LONGEST_WAIT,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError as error:
        raise UnreadableFileError(
            "git is not installed on this machine. Install it and try again."
        ) from error
    except subprocess.TimeoutExpired as error:
        raise UnreadableFileError(
            f"git took longer than {LONGEST_WAIT} seconds in {folder}. Say since when, and try again."
        ) from error
    if done.returncode and is_needed:
        raise UnreadableFileError(_why(folder, done.stderr.decode("utf-8", "replace")))
    if len(done.stdout) > LARGEST_LOG:
        raise UnreadableFileError(f"The history of {folder} is too long to read at once. Say since when.")
    return done.stdout.decode("utf-8", "replace")


def _why(folder: Path, told: str) -> str:
    if "dubious ownership" in told:
        return (
            f"{folder} belongs to somebody else, so git does not open it. If you trust it, say so to git: "
            f"git config --global --add safe.directory {folder}"
        )
    return f"{folder} is no folder with git. Name one that holds the .git of your work."
