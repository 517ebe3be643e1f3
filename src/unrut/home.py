"""Where this installation lives and what its store is called: the cheap part of the settings.

`unrut note` imports this and little else, so nothing slow may be imported here. `unrut.config` builds on it.
"""

import os
from collections.abc import Mapping

SETTINGS_FILE = "unrut.toml"
DATABASE_FILE = "unrut.sqlite3"
SCHEMA_VERSION = 10
"""Number of the newest migration; stored in the file so that a newer store is known before it is touched."""


def home_path(environment: Mapping[str, str]) -> str:
    """The folder that holds everything of this installation, as an absolute path."""
    if named := environment.get("UNRUT_HOME"):
        return os.path.join(os.getcwd(), os.path.expanduser(named))  # noqa: PTH109, PTH111, PTH118 - pathlib is slow to load
    # Inline: a third of the time of `unrut note`, saved when the home is named.
    from platformdirs import user_data_dir  # noqa: PLC0415

    return user_data_dir("unrut", appauthor=False)
