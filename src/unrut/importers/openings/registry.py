"""All importers of openings, and the one door through which a file reaches them."""

from collections.abc import Mapping, Sequence

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.adzuna import AdzunaImporter
from unrut.importers.openings.arbeitnow import ArbeitnowImporter
from unrut.importers.openings.ashby import AshbyImporter
from unrut.importers.openings.bamboohr import BambooHrImporter
from unrut.importers.openings.breezy import BreezyImporter
from unrut.importers.openings.contract import Importer, Parsed
from unrut.importers.openings.eightfold import EightfoldImporter
from unrut.importers.openings.feed import FeedImporter
from unrut.importers.openings.greenhouse import GreenhouseImporter
from unrut.importers.openings.hackernews import HackerNewsImporter
from unrut.importers.openings.himalayas import HimalayasImporter
from unrut.importers.openings.hrmdirect import HrmDirectImporter
from unrut.importers.openings.icims import IcimsImporter
from unrut.importers.openings.jobicy import JobicyImporter
from unrut.importers.openings.jobvite import JobviteImporter
from unrut.importers.openings.joincom import JoinComImporter
from unrut.importers.openings.lever import LeverImporter
from unrut.importers.openings.neogov import NeogovImporter
from unrut.importers.openings.oracle import OracleImporter
from unrut.importers.openings.packed import unpacked
from unrut.importers.openings.pasted import PastedImporter
from unrut.importers.openings.paylocity import PaylocityImporter
from unrut.importers.openings.personio import PersonioImporter
from unrut.importers.openings.phenom import PhenomImporter
from unrut.importers.openings.pinpoint import PinpointImporter
from unrut.importers.openings.recruitee import RecruiteeImporter
from unrut.importers.openings.remoteok import RemoteOkImporter
from unrut.importers.openings.remotive import RemotiveImporter
from unrut.importers.openings.repeats import without_repeats
from unrut.importers.openings.rippling import RipplingImporter
from unrut.importers.openings.schema_org import SchemaOrgImporter
from unrut.importers.openings.smartrecruiters import SmartRecruitersImporter
from unrut.importers.openings.table import TableImporter
from unrut.importers.openings.teamtailor import TeamtailorImporter
from unrut.importers.openings.themuse import TheMuseImporter
from unrut.importers.openings.usajobs import UsaJobsImporter
from unrut.importers.openings.workable import WorkableImporter
from unrut.importers.openings.workday import WorkdayImporter
from unrut.importers.text_tools import decoded, one_line

MEGABYTE = 1024 * 1024
LARGEST = 25 * MEGABYTE
UNNAMED = "The file"
FAIR = 0.4  # from here on an importer is asked where a surer one could not read the file
TABLE = TableImporter()

IMPORTERS: tuple[Importer, ...] = (
    GreenhouseImporter(),
    LeverImporter(),
    AshbyImporter(),
    SmartRecruitersImporter(),
    WorkableImporter(),
    RecruiteeImporter(),
    PersonioImporter(),
    TeamtailorImporter(),
    PinpointImporter(),
    BambooHrImporter(),
    RipplingImporter(),
    BreezyImporter(),
    EightfoldImporter(),
    HrmDirectImporter(),
    IcimsImporter(),
    JobviteImporter(),
    NeogovImporter(),
    OracleImporter(),
    PaylocityImporter(),
    PhenomImporter(),
    WorkdayImporter(),
    RemotiveImporter(),
    RemoteOkImporter(),
    ArbeitnowImporter(),
    HimalayasImporter(),
    JobicyImporter(),
    TheMuseImporter(),
    JoinComImporter(),
    AdzunaImporter(),
    UsaJobsImporter(),
    HackerNewsImporter(),
    SchemaOrgImporter(),
    FeedImporter(),
    TABLE,
    PastedImporter(),
)


def read_openings(
    name: str, content: bytes, *, company: str = "", columns: Mapping[str, str] | None = None
) -> tuple[str, Parsed]:
    """The name of the importer that fits the file best, and what it read; `columns` names those of a table.

    Raises UnreadableFileError with a sentence when the file is empty, too large, broken or of an unknown kind, and
    InvalidInputError when a column is named that the table does not have.
    """
    shown = one_line(name) or UNNAMED
    _check_size(shown, content)
    inner, inside = unpacked(shown, content, largest=LARGEST)
    text = decoded(inside)
    if not text.strip():
        raise UnreadableFileError(
            f"{shown} is empty. Choose a file that holds openings, or paste their text."
        )
    if "\x00" in text:
        raise _unknown(shown)
    written = text.encode("utf-8", errors="replace")  # one alphabet from here on
    employer = one_line(company)
    if columns:
        return TABLE.name, without_repeats(TABLE.parse(written, company=employer, columns=columns))
    source, parsed = _read(_fitting(inner, shown, written), written, employer)
    return source, without_repeats(parsed)


def _check_size(name: str, content: bytes) -> None:
    if len(content) > LARGEST:
        size = -(-len(content) // MEGABYTE)
        raise UnreadableFileError(
            f"{name} has {size} MB, and the most we read at once is {LARGEST // MEGABYTE} MB. "
            "Split it and give us the parts one after another."
        )


def _fitting(name: str, shown: str, content: bytes) -> list[Importer]:
    """The importer that is surest, the earlier one where two are equally sure; then those that may do instead."""
    scores = [importer.identify(name, content) for importer in IMPORTERS]
    order = sorted(range(len(scores)), key=lambda number: -scores[number])
    if scores[order[0]] <= 0:
        raise _unknown(shown)
    return [IMPORTERS[order[0]], *(IMPORTERS[number] for number in order[1:] if scores[number] >= FAIR)]


def _read(importers: Sequence[Importer], content: bytes, company: str) -> tuple[str, Parsed]:
    """What the first importer reads that can; else the sentence of the surest one."""
    refusals: list[UnreadableFileError] = []
    for importer in importers:
        try:
            return importer.name, importer.parse(content, company=company)
        except UnreadableFileError as refusal:
            refusals.append(refusal)
    raise refusals[0]


def _unknown(name: str) -> UnreadableFileError:
    labels = [importer.label for importer in IMPORTERS]
    known = f"{', '.join(labels[:-1])}, and {labels[-1]}"
    return UnreadableFileError(
        f"{name} is not a file we can read openings from. Known are {known}. "
        "Save it as one of these, or open it and paste its text."
    )
