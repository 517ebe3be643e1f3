"""A whole release, a part of one, and what is none."""

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.atlases import INVENTED, RATING_COLUMNS, table, tiny_release_files, zipped

from unrut.core.explore.occupations.atlas import Entry, Lines, Rated, Ratings
from unrut.core.explore.occupations.building import Release
from unrut.importers.contract import UnreadableFileError
from unrut.importers.occupations import read_release
from unrut.importers.occupations import release as release_module

pytestmark = pytest.mark.unit

REAL = Path(__file__).resolve().parents[4] / "../shared/data/onet/db_30_1_text.zip"
DATA = "Occupation Data.txt"
RENAMED_IN_30_3 = {
    "Interests.txt": "Career Interest Types.txt",
    "Alternate Titles.txt": "Job Titles.txt",
    "Technology Skills.txt": "Software Skills.txt",
}
HEADS_OF_30_3 = {
    "Alternate Title\t": "Job Title\t",
    "Example\t": "Workplace Example\t",
    "Commodity Title\t": "Element Name\t",
}


def refusal(files: dict[str, str]) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        read_release(zipped(files))
    return str(refused.value)


def plain(value: Any) -> Any:
    """The value with its arrays as lists, so that it can be compared."""
    if isinstance(value, np.ndarray):
        return np.where(np.isnan(value), -9, value).tolist()
    if isinstance(value, Lines | Release | Ratings):
        return {name: plain(part) for name, part in vars_of(value).items()}
    return {key: plain(part) for key, part in value.items()} if isinstance(value, dict) else value


def vars_of(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in type(value).__dataclass_fields__}


def in_30_3(files: dict[str, str]) -> dict[str, str]:
    """The same release as 30.3 lays it out."""
    made = {RENAMED_IN_30_3.get(name, name): text for name, text in files.items()}
    for name in ("Job Titles.txt", "Software Skills.txt"):
        for old, new in HEADS_OF_30_3.items():
            made[name] = made[name].replace(old, new, 1)
    made |= parted(made, "Skills.txt", "Essential Skills.txt", "Transferable Skills.txt", "\t2.A.")
    entering = "Education, Training, and Experience.txt"
    made |= parted(made, entering, "Education.txt", "Training and Experience.txt", "\t2.D.1\t")
    return made


def parted(files: dict[str, str], name: str, first: str, second: str, mark: str) -> dict[str, str]:
    head, *rows = files.pop(name).splitlines(keepends=True)
    return {
        first: head + "".join(row for row in rows if mark in row),
        second: head + "".join(row for row in rows if mark not in row),
    }


def test_release_is_read_whole() -> None:
    found = read_release(zipped(tiny_release_files()))

    assert (found.version, len(found), found.lacking, found.warnings) == ("30.1", 8, (), ())
    assert found.codes == tuple(work.code for work in INVENTED)
    assert found.titles == tuple(work.title for work in INVENTED)
    assert found.zones.tolist() == [work.zone for work in INVENTED]
    assert found.alternates.of(7) == ("Puppet Mover", "Marionette Carrier")
    assert found.descriptions.of(0) == ("Run a teahouse from the first kettle to the last bill.",)
    assert (set(found.ratings), set(found.entry)) == (set(Rated), set(Entry))


def test_occupation_without_a_survey_is_unknown() -> None:
    found = read_release(zipped(tiny_release_files()))

    assert all(np.isnan(ratings.values[7]).all() for ratings in found.ratings.values())
    assert all(np.isnan(shares[7]).all() for shares in found.entry.values())
    assert not any(np.isnan(ratings.values[:7]).any() for ratings in found.ratings.values())


def test_columns_may_change_places_and_codes_their_order() -> None:
    files = tiny_release_files()
    files[DATA] = table(
        ("Description", "Title", "O*NET-SOC Code", "More"),
        ((work.description, work.title, work.code, "x") for work in reversed(INVENTED)),
    )

    assert plain(read_release(zipped(files))) == plain(read_release(zipped(tiny_release_files())))


def test_layout_of_30_3_gives_the_same() -> None:
    found = read_release(zipped(in_30_3(tiny_release_files()), "db_30_3_text"))

    assert plain(found) == plain(read_release(zipped(tiny_release_files())))


def test_release_may_be_unpacked(tmp_path: Path) -> None:
    for name, text in tiny_release_files().items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\r\n")

    assert plain(read_release(tmp_path)) == plain(read_release(zipped(tiny_release_files())))


def test_only_the_list_of_occupations_cannot_be_spared() -> None:
    found = read_release(zipped({DATA: tiny_release_files()[DATA]}))

    every = (*Rated, *Entry, "zones", "alternates", "tasks", "technology")
    assert (len(found), found.lacking, found.ratings, found.entry) == (8, every, {}, {})
    assert (found.zones.tolist(), len(found.tasks.texts), len(found.is_core)) == ([0] * 8, 0, 0)
    assert len(found.warnings) == 14
    assert found.warnings[0] == 'There is no "Skills.txt" in this release, so what it tells stays unknown.'


def test_table_that_is_not_there_is_lacking_and_told() -> None:
    files = tiny_release_files()
    del files["Work Values.txt"]
    files["Abilities.txt"] = "\n".join(
        row for row in files["Abilities.txt"].split("\n") if "\tIM\t" not in row
    )

    found = read_release(zipped(files))

    assert found.lacking == ("ability_importance", "value")
    assert found.warnings == (
        'There is no "Work Values.txt" in this release, so what it tells stays unknown.',
    )


@pytest.mark.parametrize(
    ("read_me", "folder", "version"),
    [
        ("O*NET 28.3 Database\n", "db_30_1_text", "28.3"),
        ("About\n\nO*NET Database 29.0\n", "", "29.0"),
        ("Hello\n", "db_30_2_text", "30.2"),
        ("O*NET 1234.5\n", "mine", "of unknown number"),
        (None, "db_31_0_text", "31.0"),
        (None, "", "of unknown number"),
    ],
)
def test_number_of_the_release_is_in_its_words_or_its_name(
    read_me: str | None, folder: str, version: str
) -> None:
    files = {DATA: tiny_release_files()[DATA]} | ({} if read_me is None else {"Read Me.txt": read_me})

    assert read_release(zipped(files, folder)).version == version


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []

    read_release(zipped(tiny_release_files()), lambda done, of: told.append((done, of)))

    assert told == [(done, 13) for done in range(1, 14)]


NO_CODE = (
    '"Occupation Data.txt" has "{}" with the title "{}", where a code such as 11-1011.00 and a title should stand. '
    "Download the release again."
)
HEAD = "O*NET-SOC Code\tTitle\tDescription\n"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (HEAD, '"Occupation Data.txt" lists no occupation. Download the release again.'),
        (
            f"{HEAD}11-1011.00\tA\tB\n11-1011.00\tA\tB\n",
            '"Occupation Data.txt" lists 11-1011.00 twice, so nothing can be told apart. Download the release again.',
        ),
        (
            f"{HEAD}1110\tTea Tasters\tB\n",
            NO_CODE.format("1110", "Tea Tasters"),
        ),
        (f"{HEAD}11-1011.00\t \tB\n", NO_CODE.format("11-1011.00", "")),
        (
            f"{HEAD}11-1011.00\tTea Tas",
            'Line 2 of "Occupation Data.txt" breaks off: it has 2 of 3 columns. Download the release again.',
        ),
    ],
)
def test_list_of_occupations_that_is_none_is_refused(text: str, why: str) -> None:
    assert refusal({DATA: text}) == why


def test_countless_occupations_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release_module, "MOST_OCCUPATIONS", 2)

    assert refusal(tiny_release_files()).startswith('"Occupation Data.txt" lists more than 2 occupations')


def test_torn_table_is_refused_rather_than_read_in_part() -> None:
    files = tiny_release_files()
    files["Knowledge.txt"] = files["Knowledge.txt"][:-12]

    assert refusal(files).startswith('Line 463 of "Knowledge.txt" breaks off: it has 4 of 7 columns.')


def test_values_of_a_table_are_those_of_its_rows() -> None:
    files = tiny_release_files()
    told = [("15-1252.01", "1.B.2.a", "Achievement", "EX", "6.33", "", "")]
    files["Work Values.txt"] = table(RATING_COLUMNS, told)

    found = read_release(zipped(files)).ratings[Rated.VALUE]

    nothing = math.nan
    np.testing.assert_allclose(found.values[:, 0], [nothing, 6.33, *[nothing] * 6], rtol=1e-6)


@pytest.mark.skipif(not REAL.is_file(), reason="the real release lies beside the project and is not there")
def test_real_release_is_read() -> None:
    found = read_release(REAL)

    assert (found.version, len(found)) == ("30.1", 1016)
    assert (found.lacking, found.warnings) == (("ability_importance", "activity_importance"), ())
    assert {rated: ratings.values.shape[1] for rated, ratings in found.ratings.items()} == {
        Rated.SKILL_IMPORTANCE: 35,
        Rated.SKILL_LEVEL: 35,
        Rated.KNOWLEDGE_IMPORTANCE: 33,
        Rated.KNOWLEDGE_LEVEL: 33,
        Rated.ABILITY_LEVEL: 52,
        Rated.ACTIVITY_LEVEL: 41,
        Rated.CONTEXT: 57,
        Rated.INTEREST: 6,
        Rated.VALUE: 6,
        Rated.STYLE: 21,
    }
    row = found.codes.index("29-1141.00")
    assert (found.titles[row], found.zones[row]) == ("Registered Nurses", 4)
    assert len(found.tasks.texts) > 18_000
