"""Settings come from the environment, then the file, then the defaults; a bad one stops the start with a sentence."""

from datetime import date
from pathlib import Path

import pytest
from platformdirs import user_data_path

from unrut.config import OFFICIAL_OCCUPATIONS, OPTIONS, Config, home_folder, load_config
from unrut.errors import ConfigError

pytestmark = pytest.mark.unit


def load(home: Path, text: str = "", **environment: str) -> Config:
    home.mkdir(exist_ok=True)
    (home / "unrut.toml").write_text(text, encoding="utf-8")
    return load_config({"UNRUT_HOME": str(home), **environment})


def complaint(home: Path, text: str = "", **environment: str) -> str:
    with pytest.raises(ConfigError) as stopped:
        load(home, text, **environment)
    return str(stopped.value)


def test_defaults_hold_where_nothing_is_said(tmp_path: Path) -> None:
    config = load_config({"UNRUT_HOME": str(tmp_path)})

    told = {"port": 8420, "browser": True, "database": "", "today": None}
    assert config == Config(home=tmp_path, **told, occupations=OFFICIAL_OCCUPATIONS)  # type: ignore[arg-type]


def test_files_of_the_store_lie_in_the_home(tmp_path: Path) -> None:
    config = load_config({"UNRUT_HOME": str(tmp_path)})

    assert config.database_file == tmp_path / "unrut.sqlite3"
    assert config.secret_file == tmp_path / "secret"


def test_file_goes_before_the_defaults(tmp_path: Path) -> None:
    text = (
        'port = 9000\nbrowser = false\ndatabase = "postgresql://host/name"\ntoday = 2026-11-20\n'
        'occupations = "release.zip"\n'
    )

    config = load(tmp_path, text)

    assert config == Config(
        tmp_path, 9000, False, "postgresql://host/name", date(2026, 11, 20), "release.zip"
    )


def test_environment_goes_before_the_file(tmp_path: Path) -> None:
    text = 'port = 9000\nbrowser = "no"\ndatabase = "a"\ntoday = "2026-11-20"\n'
    environment = {
        "UNRUT_PORT": "9001",
        "UNRUT_BROWSER": "yes",
        "UNRUT_DATABASE": "b",
        "UNRUT_TODAY": "2026-11-21",
        "UNRUT_OCCUPATIONS": "newer.zip",
    }

    config = load(tmp_path, text, **environment)

    assert config == Config(tmp_path, 9001, True, "b", date(2026, 11, 21), "newer.zip")


def test_empty_variable_says_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, "port = 9000\n", UNRUT_PORT="").port == 9000


def test_environment_of_the_process_is_read_unless_another_is_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("UNRUT_HOME", str(tmp_path))
    monkeypatch.setenv("UNRUT_PORT", "9002")

    assert (load_config().port, load_config().home, home_folder()) == (9002, tmp_path, tmp_path)


def test_home_nobody_named_is_the_data_folder_of_the_platform() -> None:
    assert home_folder({}) == user_data_path("unrut", appauthor=False)


def test_home_is_absolute_and_knows_the_tilde(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.chdir(tmp_path)

    homes = [home_folder({"UNRUT_HOME": named}) for named in ("~/rut", "rut")]

    assert homes == [tmp_path / "me" / "rut", tmp_path / "rut"]


def test_home_that_is_a_file_has_no_settings(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("")

    assert load_config({"UNRUT_HOME": str(home)}).port == 8420


@pytest.mark.parametrize(("written", "port"), [("0", 0), ("1", 1), ("65535", 65535)])
def test_port_up_to_the_largest_is_taken(tmp_path: Path, written: str, port: int) -> None:
    assert load(tmp_path, UNRUT_PORT=written).port == port


@pytest.mark.parametrize("written", ["65536", "-1", "80.5", "http", " ", "1e3"])
def test_port_that_is_none_is_refused(tmp_path: Path, written: str) -> None:
    assert complaint(tmp_path, UNRUT_PORT=written) == (
        f'The port is "{written}". Set UNRUT_PORT to a whole number from 1 to 65535, or 0 for any free one.'
    )


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("yes", True),
        ("YES", True),
        ("true", True),
        ("1", True),
        ("no", False),
        ("False", False),
        ("0", False),
    ],
)
def test_browser_is_answered_with_yes_or_no(tmp_path: Path, written: str, *, answer: bool) -> None:
    assert load(tmp_path, UNRUT_BROWSER=written).browser is answer


def test_browser_answered_otherwise_is_refused(tmp_path: Path) -> None:
    assert complaint(tmp_path, 'browser = "perhaps"') == (
        'The setting browser is "perhaps". Set it to yes or no.'
    )


@pytest.mark.parametrize("written", ["tomorrow", "2026-13-01", "31.12.2026"])
def test_today_that_is_no_date_is_refused(tmp_path: Path, written: str) -> None:
    assert complaint(tmp_path, UNRUT_TODAY=written) == (
        f'The setting today is "{written}". Write it as a date, like 2026-11-20.'
    )


@pytest.mark.parametrize("name", ["prot", "home"])
def test_setting_nobody_knows_is_refused(tmp_path: Path, name: str) -> None:
    assert complaint(tmp_path, f'{name} = "1"') == (
        f'{tmp_path / "unrut.toml"} sets "{name}", which is not a setting. '
        "Known are browser, database, occupations, port, today."
    )


def test_file_that_is_not_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    assert complaint(tmp_path, "port = 1\nbrowser = = 1\n") == (
        f"{tmp_path / 'unrut.toml'} cannot be read: Invalid value (at line 2, column 11). Mend it or remove it."
    )


def test_file_of_another_alphabet_is_refused(tmp_path: Path) -> None:
    (tmp_path / "unrut.toml").write_bytes(b'database = "\xff"')

    with pytest.raises(ConfigError) as stopped:
        load_config({"UNRUT_HOME": str(tmp_path)})

    assert str(stopped.value) == (
        f"{tmp_path / 'unrut.toml'} cannot be read: 'utf-8' codec can't decode byte 0xff in position 12: "
        "invalid start byte. Mend it or remove it."
    )


def test_file_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "unrut.toml").mkdir()

    with pytest.raises(ConfigError) as stopped:
        load_config({"UNRUT_HOME": str(tmp_path)})

    assert str(stopped.value) == (
        f"{tmp_path / 'unrut.toml'} cannot be read (Is a directory). "
        "Give yourself the right to read it, or remove it."
    )


def test_every_option_has_a_variable_and_a_meaning() -> None:
    assert [option.variable for option in OPTIONS] == [f"UNRUT_{option.name.upper()}" for option in OPTIONS]
    assert [option.name for option in OPTIONS if not option.help] == []
