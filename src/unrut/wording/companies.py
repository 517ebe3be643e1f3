"""Companies, in sentences."""

from collections.abc import Sequence

from django.utils.translation import gettext, ngettext

from unrut.queries.companies import Checked, Company, CompanyRow
from unrut.wording.explore import level_words
from unrut.wording.numbers import listed

QUOTES_SHOWN = 2


def list_lead(rows: Sequence[CompanyRow]) -> str:
    """The first line of the companies."""
    if not rows:
        return gettext("No companies yet.")
    still_open = sum(row.open > 0 for row in rows)
    return ngettext(
        "%(count)d company, %(open)d with an opening now.",
        "%(count)d companies, %(open)d with an opening now.",
        len(rows),
    ) % {"count": len(rows), "open": still_open}


def row_words(row: CompanyRow) -> str:
    """What is here of a company."""
    told = [ngettext("%(count)d opening", "%(count)d openings", row.openings) % {"count": row.openings}]
    if row.open != row.openings:
        told.append(gettext("%(count)d still listed") % {"count": row.open})
    if row.note and row.note.people:
        told.append(gettext("you know %(people)s") % {"people": listed(row.note.people.splitlines())})
    return " · ".join(told)


def lead(company: Company) -> str:
    """The first line of a company's page."""
    still_open = sum(opening.gone_on is None for opening in company.openings)
    if not company.openings:
        return gettext("%(company)s has no opening here yet.") % {"company": company.name}
    return ngettext(
        "%(company)s has %(count)d opening now.", "%(company)s has %(count)d openings now.", still_open
    ) % {"company": company.name, "count": still_open}


def checked_words(checked: Checked) -> str:
    """What the postings of a company state of a line, with the words of some of them."""
    quotes = list(dict.fromkeys(level.cue for level in checked.levels if level.cue))[:QUOTES_SHOWN]
    stated = ngettext(
        "%(count)d posting says: %(words)s", "%(count)d postings say: %(words)s", len(checked.levels)
    ) % {"count": len(checked.levels), "words": level_words(checked.line.facet, checked.levels[0])}
    return f"{stated} ({'; '.join(f'“{quote}”' for quote in quotes)})" if quotes else stated
