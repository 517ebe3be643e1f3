"""The short way of `unrut wins import` and `list`: a real store in a real file, made by the long way and copied for each test."""

import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from note_store import change, in_process_of_its_own, rows
from unrut.cli import fast_wins

pytestmark = pytest.mark.unit

HEAVY = ("click", "django", "numpy")
WINS = "SELECT * FROM unrut_accomplishment ORDER BY id"
JOURNAL = """[2026-03-04 09:00] Wrote the rota for the summer. It took one afternoon. @planning @Teaching

[2026-03-05 09:00] Trained two colleagues "über" everything. @teaching

[2025-12-24 18:30] Zeilen mit Umlauten: äöü, 日本語. @planning
"""
TABLE = (
    "date,what,numbers,how known,who saw it,skills\n"
    f'2026-01-02,Halved the report,{"9 days to 4 " * 40},ledger,R. M.,"writing, Writing, {"x" * 80}"\n'
)
LOADED = f"""
import sys
from unrut.__main__ import main
sys.argv = ["unrut", "wins", *sys.argv[1:]]
code = main()
print(code, *[name for name in {HEAVY!r} if name in sys.modules])
"""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    file = tmp_path / "journal.txt"
    file.write_text(JOURNAL, encoding="utf-8")
    return file


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert fast_wins.main(arguments) == 0
    return capsys.readouterr().out


def long_way(home: Path, *arguments: str) -> str:
    """What the same command says through Click."""
    ran = in_process_of_its_own(
        home, "-c", "import sys; from unrut.cli.main import run; sys.exit(run(sys.argv[1:]))", *arguments
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


@pytest.mark.parametrize(("name", "content"), [("journal.txt", JOURNAL), ("wins.csv", TABLE)])
def test_rows_and_sentences_of_both_ways_are_equal(
    name: str,
    content: str,
    made_home: Path,
    home: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    other, file = tmp_path / "other", tmp_path / name
    shutil.copytree(made_home, other)
    file.write_text(content, encoding="utf-8")
    imported, listed = ["import", str(file)], ["list", "--containing", "E"]

    short = [told(capsys, *arguments) for arguments in (imported, imported, listed)]

    assert short == [long_way(other, "wins", *arguments) for arguments in (imported, imported, listed)]
    fast_rows, slow_rows = rows(home, WINS), rows(other, WINS)
    stamps = [row.pop("changed_at") for row in fast_rows + slow_rows]
    uids = [row.pop("uid") for row in fast_rows + slow_rows]
    assert fast_rows == slow_rows
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{6})?", stamp) for stamp in stamps)
    assert len(set(uids)) == len(uids)


def test_same_file_twice_adds_nothing(home: Path, journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "import", str(journal)) == "3 things are new.\n"
    assert told(capsys, "import", str(journal)) == "0 things are new. 3 were here already.\n"

    assert len(rows(home, WINS)) == 3


def test_what_another_source_told_is_not_told_again(
    home: Path, tmp_path: Path, journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "import", str(journal))
    other = tmp_path / "wins.csv"
    other.write_text(
        "date,what\n2026-03-04,Wrote the rota for the summer.\n2026-03-06,New\n", encoding="utf-8"
    )

    assert told(capsys, "import", str(other)) == "1 thing is new. 1 was here already.\n"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [("ROTA", [1]), ("one afternoon", [1]), ("afternoon one", []), ("äÖ", [3]), ("s", [2, 1])],
)
def test_list_has_those_in_which_the_words_stand_just_so(
    home: Path, journal: Path, words: str, numbers: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "import", str(journal))

    code = fast_wins.main(["list", "--containing", words])

    assert code == (0 if numbers else None)
    assert [int(line.split()[0]) for line in capsys.readouterr().out.splitlines()] == numbers


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["list"],
        ["list", "--containing", " "],
        ["list", "--containing", "rota", "--json"],
        ["import"],
        ["import", "-"],
        ["import", "{file}", "--dry-run"],
        ["import", "{folder}"],
        ["import", "{folder}/none.txt"],
        ["import", "{unread}"],
        ["import", "{partly}"],
    ],
)
def test_what_is_not_plain_goes_the_long_way_and_stores_nothing(
    home: Path, tmp_path: Path, journal: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    unread, partly = tmp_path / "unread.pdf", tmp_path / "partly.txt"
    unread.write_bytes(b"%PDF-1.7\x00\x01")
    partly.write_text(JOURNAL + "\n[1800-01-01 09:00] Before there was work.\n", encoding="utf-8")
    names = {"file": journal, "folder": tmp_path, "unread": unread, "partly": partly}

    assert fast_wins.main([argument.format(**names) for argument in arguments]) is None

    assert capsys.readouterr().out == ""
    assert rows(home, WINS) == []


@pytest.mark.parametrize(
    "statement",
    ["PRAGMA user_version = 1", "UPDATE unrut_person SET handle = 'you'", "DROP TABLE unrut_person"],
)
@pytest.mark.parametrize("arguments", [["import", "{file}"], ["list", "--containing", "rota"]])
def test_store_that_is_not_as_it_should_be_is_for_the_long_way(
    home: Path, journal: Path, statement: str, arguments: list[str]
) -> None:
    change(home, statement)

    assert fast_wins.main([argument.format(file=journal) for argument in arguments]) is None


@pytest.mark.parametrize("arguments", [["import", "{file}"], ["list", "--containing", "rota"]])
def test_without_a_store_it_is_for_the_long_way(
    tmp_path: Path, journal: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNRUT_HOME", str(tmp_path / "nowhere"))

    assert fast_wins.main([argument.format(file=journal) for argument in arguments]) is None
    assert not (tmp_path / "nowhere").exists()


def test_import_that_fails_half_way_stores_nothing(
    home: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uids = iter(["a" * 32, "b" * 32])
    monkeypatch.setattr(fast_wins, "random_uid", lambda: next(uids, "a" * 32))

    assert fast_wins.main(["import", str(journal)]) is None
    assert rows(home, WINS) == []


def test_interrupted_import_ends_as_interrupted_and_stores_nothing(
    home: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(fast_wins, "random_uid", interrupted)

    assert fast_wins.main(["import", str(journal)]) == 130
    assert rows(home, WINS) == []


def test_output_that_cannot_be_written_is_for_the_long_way(
    home: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast_wins.main(["import", str(journal)])

    def refused(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("builtins.print", refused)

    assert fast_wins.main(["list", "--containing", "rota"]) is None


@pytest.mark.parametrize("arguments", [("import", "{file}"), ("list", "--containing", "rota")])
def test_short_way_loads_neither_django_nor_click(
    home: Path, journal: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "import", str(journal))

    ran = in_process_of_its_own(home, "-c", LOADED, *(told.format(file=journal) for told in arguments))

    assert ran.stdout.splitlines()[-1] == "0"


def test_columns_that_the_store_fills_are_all_there_are(home: Path) -> None:
    connection = sqlite3.connect(home / "unrut.sqlite3")
    columns = {row[1] for row in connection.execute("PRAGMA table_info(unrut_accomplishment)")}
    connection.close()

    named = set(re.findall(r"\w+", fast_wins.INSERT.split("(")[1].split(")")[0]))
    assert columns - named == {"id", "checkin_id", "step_id", "readings"}
