"""A JSON Resume: the lines that speak of work, school and skills."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from unrut.importers.contract import UnreadableFileError
from unrut.importers.text_tools import decoded, list_at, words_at
from unrut.services.skill_lines import lines_of_text

_TOLD = ("position", "name", "title", "summary", "description")
_LISTS = ("highlights", "keywords", "roles", "courses")
_PARTS = ("work", "volunteer", "projects", "education", "certificates", "skills")
# In these "name" is that of an employer, in the others that of the thing itself.
_EMPLOYED = frozenset({"work", "volunteer"})


def lines_of_resume(name: str, content: bytes) -> list[str]:
    """The lines of a JSON Resume.

    Raises UnreadableFileError where the file is broken, or is something else.
    """
    told = _value(name, content)
    if not isinstance(told, Mapping) or not any(part in told for part in (*_PARTS, "basics")):
        raise UnreadableFileError(
            f"{name} is no JSON Resume: it has none of the parts basics, work, projects, education and skills. "
            "Paste the text of your CV instead."
        )
    texts = [words_at(told, "basics", "label"), words_at(told, "basics", "summary"), *_entries(told)]
    return [line for text in texts for line in lines_of_text(text)]


def _value(name: str, content: bytes) -> Any:
    try:
        return json.loads(decoded(content))
    except json.JSONDecodeError as error:
        raise UnreadableFileError(
            f"{name} cannot be read past line {error.lineno}, column {error.colno}: something there is missing or too "
            "much. Save it again, or paste the text of your CV."
        ) from error
    except (RecursionError, ValueError) as error:
        raise UnreadableFileError(
            f"{name} is nested or written in a way no CV is. Paste the text of your CV instead."
        ) from error


def _entries(told: Mapping[str, Any]) -> Iterator[str]:
    for part in _PARTS:
        for entry in list_at(told, part):
            if isinstance(entry, Mapping):
                yield from _entry(part, entry)


def _entry(part: str, entry: Mapping[str, Any]) -> Iterator[str]:
    if part == "education":
        yield " ".join(filter(None, (words_at(entry, "studyType"), words_at(entry, "area"))))
    elif part == "skills":
        yield ", ".join(filter(None, (words_at(entry, "name"), words_at(entry, "level"))))
    else:
        yield from (words_at(entry, field) for field in _TOLD if field != "name" or part not in _EMPLOYED)
    for field in _LISTS:
        yield from (line for line in list_at(entry, field) if isinstance(line, str))
