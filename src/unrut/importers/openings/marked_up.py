"""What the page of one posting says a second time, marked up for search engines."""

from dataclasses import fields, replace
from typing import Any

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import PostedOpening
from unrut.importers.openings.fields import told
from unrut.importers.openings.schema_org import SchemaOrgImporter

EMPTY: tuple[Any, ...] = ("", None, (), Workplace.UNKNOWN)


def marked_up(content: bytes, company: str) -> PostedOpening | None:
    """The posting as it is marked up, where there is one and no more."""
    if b"JobPosting" not in content:
        return None
    try:
        found = SchemaOrgImporter().parse(content, company=company).openings
    except UnreadableFileError:
        return None
    return found[0] if len(found) == 1 else None


def filled_from(marked: PostedOpening | None, opening: PostedOpening) -> PostedOpening:
    """The opening with what only the marked up posting says."""
    if marked is None:
        return opening
    names = (field.name for field in fields(opening) if getattr(opening, field.name) in EMPTY)
    facts: dict[str, Any] = {name: getattr(marked, name) for name in names}
    return replace(opening, **facts | {"more": told(*opening.more, *marked.more)})
