"""Folders with git, made for each test; nobody's own settings play a part."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from unrut.importers.contract import UnreadableFileError
from unrut.importers.wins import git_run
from unrut.importers.wins.contract import ImportedWin
from unrut.importers.wins.git_log import read_git_folder

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 20)
ME, OTHER = "me@example.org", "not-me@example.org"


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def git(folder: Path, *arguments: str, **variables: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(
        command, env={**os.environ, **variables}, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "work"
    made.mkdir()
    git(made, "init", "-q")
    git(made, "config", "user.email", ME)
    return made


def commit(folder: Path, subject: str, day: str, *, file: str = "src/a.py", by: str = ME) -> str:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{subject}\n{day}\n")
    git(folder, "add", "-A")
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in
           (("NAME", "A"), ("EMAIL", by), ("DATE", f"{day}T10:00:00Z"))}  # fmt: skip
    git(folder, "commit", "-q", "-m", subject, **who)
    return git(folder, "rev-parse", "HEAD")


def refusal(folder: Path, **options: str) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_git_folder(folder, today=TODAY, **options)  # type: ignore[arg-type]
    return str(caught.value)


def test_read_git_folder_makes_one_win_of_commits_that_belong_together(folder: Path) -> None:
    first = commit(folder, "feat(bills): add the first bill", "2025-03-03")
    commit(folder, "fix typo", "2025-03-03")
    commit(folder, "fix(bills): round bills to cents", "2025-03-12")
    commit(folder, "someone else's", "2025-03-13", by=OTHER)

    parsed = read_git_folder(folder, today=TODAY)

    assert parsed.wins == (
        ImportedWin(
            source="git",
            key=first[:24],
            happened_on=date(2025, 3, 12),
            text="Round bills to cents",
            story="- feat(bills): add the first bill",
            figures="3 commits, 1 file, 8 lines, 3 to 12 March 2025",
            known_from="git",
            where=f"commit {first[:8]}",
        ),
    )


@pytest.mark.parametrize(
    ("second", "day", "file", "count"),
    [
        ("fix(tills): round cents", "2025-03-04", "src/b.py", 2),
        ("feat(bills): round cents", "2025-03-14", "src/b.py", 2),
        ("feat(bills): round cents", "2025-03-13", "lib/b.py", 1),
        ("PAY-7 show cents", "2025-03-04", "lib/b.py", 2),
        ("Print cents on bills again, first thing", "2025-03-04", "lib/b.py", 1),
        ("Print bills", "2025-03-04", "src/b.py", 1),
        ("Print labels", "2025-03-04", "src/b.py", 2),
    ],
)
def test_read_git_folder_pieces_part_by_topic_words_folder_and_gap(
    folder: Path, second: str, day: str, file: str, count: int
) -> None:
    commit(folder, "feat(bills): first bills with cents", "2025-03-03")
    commit(folder, second, day, file=file)

    assert len(read_git_folder(folder, today=TODAY).wins) == count


def test_read_git_folder_trivial_commits_are_no_win_of_their_own(folder: Path) -> None:
    commit(folder, "Open the shop", "2025-01-03")
    commit(folder, "wip", "2025-03-03", file="b")
    one = read_git_folder(folder, today=TODAY)
    commit(folder, "chore: bump", "2025-05-03", file="c")

    two = read_git_folder(folder, today=TODAY)

    assert [win.text for win in two.wins] == ["Open the shop"]
    assert one.notices == ("One commit with nothing to tell (a typing error, a new version) was left out.",)
    assert two.notices == ("2 commits with nothing to tell (typing errors, new versions) were left out.",)


def test_read_git_folder_since_and_author_narrow_it(folder: Path) -> None:
    commit(folder, "Open the shop", "2025-06-02")
    commit(folder, "Close the books", "2025-06-03", file="b")
    commit(folder, "Someone else's", "2025-06-04", by=OTHER, file="c")

    mine = read_git_folder(folder, since=date(2025, 6, 3), today=TODAY)
    theirs = read_git_folder(folder, author=OTHER.upper(), today=TODAY)

    assert [win.text for win in (*mine.wins, *theirs.wins)] == ["Close the books", "Someone else's"]


def test_read_git_folder_days_over_two_months_are_named_in_full(folder: Path) -> None:
    commit(folder, "feat(bills): one", "2025-02-27")
    commit(folder, "feat(bills): two", "2025-03-03")

    (win,) = read_git_folder(folder, today=TODAY).wins

    assert win.figures == "2 commits, 1 file, 6 lines, 27 February 2025 to 3 March 2025"


def test_read_git_folder_days_that_cannot_be_right_are_problems(folder: Path) -> None:
    future = commit(folder, "From the future", "2031-03-03")
    tree = git(folder, "rev-parse", "HEAD^{tree}")
    raw = f"tree {tree}\nparent {future}\nauthor A <{ME}> 99999999999999 +0000\ncommitter A <{ME}> 1700000000 +0000\n\nOdd\n"
    (folder / "raw").write_text(raw)
    odd = git(folder, "hash-object", "-t", "commit", "-w", "--literally", "raw")
    git(folder, "update-ref", "HEAD", odd)

    parsed = read_git_folder(folder, today=TODAY)

    assert (parsed.wins, {problem.where for problem in parsed.problems}) == (
        (),
        {f"commit {future[:8]}", f"commit {odd[:8]}"},
    )


def test_read_git_folder_subject_with_any_signs_is_read(folder: Path) -> None:
    commit(folder, "Open \x1e the \x1f shop", "2025-03-03")

    assert [win.text for win in read_git_folder(folder, today=TODAY).wins] == ["Open the shop"]


def test_read_git_folder_that_is_none_gets_a_sentence(folder: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.git"
    git(tmp_path, "init", "-q", "--bare", str(bare))
    (tmp_path / "plain").mkdir()

    assert refusal(tmp_path / "no") == (
        f"There is no folder {tmp_path / 'no'}. Look at its name and try again."
    )
    assert refusal(tmp_path / "plain") == (
        f"{tmp_path / 'plain'} is no folder with git. Name one that holds the .git of your work."
    )
    assert (
        refusal(bare)
        == f"{bare} is a bare store of git, in which nobody works. Name the folder with your files in it."
    )
    assert refusal(folder) == f"{folder} has no commits to read yet. Come back when it has."


def test_read_git_folder_unknown_author_is_asked_for_with_those_there(folder: Path) -> None:
    commit(folder, "Open the shop", "2025-03-03", by=OTHER)
    mine = refusal(folder)
    git(folder, "config", "--unset", "user.email")

    nobody = refusal(folder)

    assert mine == (
        f"{folder} has no commits by {ME}. Name another address; most commits there are by {OTHER} (1)."
    )
    assert (
        nobody
        == f"git does not know your address in {folder}. Say it; most commits there are by {OTHER} (1)."
    )


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("fatal: detected dubious ownership in repository", "belongs to somebody else"),
        ("fatal: bad object", "some of it is missing or broken"),
    ],
)
def test_read_git_folder_complaint_of_git_becomes_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, told: str, sentence: str
) -> None:
    monkeypatch.setattr(git_run, "_run", lambda *_: (128, "", told))

    assert sentence in refusal(folder)


def test_read_git_folder_without_git_gets_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    assert refusal(folder) == "git is not installed on this machine. Install it and try again."


def test_read_git_folder_endless_history_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git_run, "LARGEST_LOG", 2)

    assert refusal(folder) == f"The history of {folder} is too long to read at once. Say since when."


def test_read_git_folder_slow_git_is_stopped(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "bin/git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(git_run, "LONGEST_WAIT", 0.05)

    assert refusal(folder).startswith("git took longer than")


def test_read_git_folder_that_may_not_be_looked_into_gets_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "is_dir", refuse)

    assert refusal(folder).startswith("There is no folder")


def test_read_git_folder_settings_of_the_folder_run_no_program(folder: Path, tmp_path: Path) -> None:
    commit(folder, "Open the shop", "2025-03-03")
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {ran}\n")
    program.chmod(0o755)
    names = [
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "diff.external",
        "gpg.program",
        "diff.x.textconv",
        "diff.x.command",
    ]
    for name in (*names, "core.sshCommand", "filter.x.clean"):
        git(folder, "config", name, str(program))
    git(folder, "config", "log.showSignature", "true")
    (folder / ".gitattributes").write_text("* diff=x filter=x\n")

    parsed = read_git_folder(folder, today=TODAY)

    assert ([win.text for win in parsed.wins], ran.exists()) == (["Open the shop"], False)


@pytest.mark.parametrize("how", ["ext", "uploadpack"])
def test_read_git_folder_with_missing_parts_fetches_nothing(folder: Path, tmp_path: Path, how: str) -> None:
    commit(folder, "Open the shop", "2025-03-03")
    blob = git(folder, "rev-parse", "HEAD:src/a.py")
    commit(folder, "Close the shop", "2025-03-04")
    (folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {ran}\n")
    program.chmod(0o755)
    settings = {
        "core.repositoryformatversion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{program}" if how == "ext" else str(folder),
        "remote.origin.uploadpack": str(program),
        "protocol.ext.allow": "always",
    }
    for name, value in settings.items():
        git(folder, "config", name, value)

    sentence = refusal(folder)

    assert ("some of it is missing or broken" in sentence, ran.exists()) == (True, False)


def test_read_git_folder_variables_around_do_not_lead_elsewhere(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(folder, "Open the shop", "2025-03-03")
    monkeypatch.setenv("GIT_DIR", str(tmp_path))

    assert [win.text for win in read_git_folder(folder, today=TODAY).wins] == ["Open the shop"]
