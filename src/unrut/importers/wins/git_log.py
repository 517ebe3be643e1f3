"""Accomplishments from a folder with git: one's own commits, grouped into pieces of work. Nothing in it is changed."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.text_tools import one_line
from unrut.importers.wins.contract import ParsedWins
from unrut.importers.wins.dates import Span, UnreadableDateError, happened_on, whole_date
from unrut.importers.wins.git_pieces import Commit, commit_of, pieces_of, win_of
from unrut.importers.wins.git_run import ask_git, setting

AUTHORS_NAMED, AUTHORS_COUNTED = 3, 5000
FIELDS = 5
_FORMAT = "%x00%H%x00%ae%x00%ad%x00%s%x00"
_LOG = (
    *(
        "log",
        "--no-merges",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--no-show-signature",
        "--no-mailmap",
    ),
    *("--numstat", "--no-renames", "--submodule=short", "--date=short", f"--format={_FORMAT}"),
)

Record = tuple[str, str, str, str, str]


def read_git_folder(folder: Path, *, author: str = "", since: date | None = None, today: date) -> ParsedWins:
    """A person's own commits in a folder, as pieces of work in order of time; merges are left out.

    The author is the address given, else the one that git knows in that folder.
    Raises UnreadableFileError with a sentence when git, the folder or the author is not to be had.
    """
    _check_folder(folder)
    named = one_line(author) or one_line(setting(folder, "user.email"))
    if not named:
        raise UnreadableFileError(f"git does not know your address in {folder}. Say it; {_authors(folder)}.")
    commits, problems = _commits(_records(folder, named, since), since=since, today=today)
    if not commits and not problems:
        asked = f" since {since}" if since else ""
        raise UnreadableFileError(
            f"{folder} has no commits by {named}{asked}. Name another address; {_authors(folder)}."
        )
    pieces = [piece for piece in pieces_of(commits) if not piece.is_trivial]
    left_out = len(commits) - sum(len(piece.commits) for piece in pieces)
    return ParsedWins(tuple(map(win_of, pieces)), tuple(problems), (_notice(left_out),) if left_out else ())


def _check_folder(folder: Path) -> None:
    try:
        is_folder = folder.is_dir()
    except OSError:
        is_folder = False
    if not is_folder:
        raise UnreadableFileError(f"There is no folder {folder}. Look at its name and try again.")
    if ask_git(folder, "rev-parse", "--is-bare-repository").strip() == "true":
        raise UnreadableFileError(
            f"{folder} is a bare store of git, in which nobody works. Name the folder with your files in it."
        )


def _records(folder: Path, named: str, since: date | None) -> Iterator[Record]:
    """The commits by the address, as git tells them: key, author, day, subject, and the lines of each file."""
    # Since is asked for a day early, as git counts in the zone of this machine.
    asked = (f"--since={since - timedelta(days=1)}T00:00:00",) if since else ()
    told = ask_git(
        folder, *_LOG, "--fixed-strings", "--regexp-ignore-case", f"--author={named}", *asked, "HEAD", "--"
    )
    parts = told.split("\0")[1:]
    for start in range(0, len(parts) - FIELDS + 1, FIELDS):
        key, address, day, subject, stats = parts[start : start + FIELDS]
        if address.casefold() == named.casefold():
            yield key, address, day, subject, stats


def _commits(
    records: Iterator[Record], *, since: date | None, today: date
) -> tuple[list[Commit], list[Problem]]:
    commits: list[Commit] = []
    problems: list[Problem] = []
    for key, _, told, subject, stats in records:
        try:
            day = _day(told, today)
        except UnreadableDateError as error:
            problems.append(Problem(f"commit {key[:8]}", str(error)))
            continue
        if since is None or day >= since:
            commits.append(_commit(key, day, subject, stats))
    # git tells the latest first.
    return commits[::-1], problems[::-1]


def _day(told: str, today: date) -> date:
    day = whole_date(told, is_day_first=None).first
    return happened_on(Span(day, day), today=today)


def _commit(key: str, day: date, subject: str, told: str) -> Commit:
    stats = [line.split("\t") for line in told.split("\n") if line.count("\t") == 2]  # noqa: PLR2004 - added, removed, name
    lines = sum(int(count) for added, removed, _ in stats for count in (added, removed) if count.isdigit())
    return commit_of(
        key, day, one_line(subject) or key[:8], lines=lines, files=[name for _, _, name in stats]
    )


def _authors(folder: Path) -> str:
    """The addresses with the most commits, as the end of a sentence."""
    told = ask_git(
        folder, "log", "--no-merges", f"--max-count={AUTHORS_COUNTED}", "--format=%ae", "HEAD", "--"
    )
    counts = Counter(one_line(line) for line in told.splitlines())
    named = [f"{author} ({count})" for author, count in counts.most_common(AUTHORS_NAMED) if author]
    return f"most commits there are by {', '.join(named)}" if named else "no commit there names one"


def _notice(count: int) -> str:
    if count == 1:
        return "One commit with nothing to tell (a typing error, a new version) was left out."
    return f"{count:,} commits with nothing to tell (typing errors, new versions) were left out."
