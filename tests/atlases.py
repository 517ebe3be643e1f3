"""Eight invented kinds of work as a small release of O*NET and as an atlas. Only names of elements are real."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from unrut.core.explore.occupations.atlas import Atlas, Entry, Rated, Ratings
from unrut.core.explore.occupations.atlas_file import shipped_atlas
from unrut.core.explore.occupations.building import CATEGORIES, build_atlas
from unrut.core.explore.occupations.text_vectors import text_vectors
from unrut.importers.occupations import read_release

FOLDER = "db_30_1_text"
CODE = "O*NET-SOC Code"


@dataclass(frozen=True)
class Invented:
    """A kind of work. `strong` are names of elements it is rated high on; without `usual_education` it was never surveyed."""

    code: str
    title: str
    description: str
    zone: int
    usual_education: int
    strong: tuple[str, ...]
    reported: tuple[str, ...]
    alternates: tuple[str, ...]
    core: tuple[str, ...]
    beside: tuple[str, ...]
    tools: tuple[str, ...]


INVENTED = (
    Invented(
        code="11-9051.01",
        title="Teahouse Managers",
        description="Run a teahouse from the first kettle to the last bill.",
        zone=3,
        usual_education=4,
        strong=(
            *(
                "Speaking",
                "Coordination",
                "Management of Personnel Resources",
                "Customer and Personal Service",
            ),
            *(
                "Administration and Management",
                "Coordinating the Work and Activities of Others",
                "Enterprising",
            ),
            *("Deal With External Customers or the Public in General", "Time Pressure", "Relationships"),
            *("Leadership Orientation", "Oral Expression"),
        ),
        reported=("Teahouse Manager", "Tearoom Supervisor"),
        alternates=("Head of Teahouse", "TEAHOUSE MANAGER", "Samovar Manager"),
        core=("Plan who works when in the teahouse.", "Welcome guests and settle their complaints."),
        beside=("Order tea and cups from growers and potters.",),
        tools=("Till software", "Rota planner"),
    ),
    Invented(
        code="15-1252.01",
        title="Ledger Programmers",
        description="Write and test programs that keep ledgers.",
        zone=4,
        usual_education=6,
        strong=(
            *(
                "Programming",
                "Critical Thinking",
                "Complex Problem Solving",
                "Systems Analysis",
                "Mathematics",
            ),
            *("Computers and Electronics", "Working with Computers", "Thinking Creatively", "Investigative"),
            *("Spend Time Sitting", "Freedom to Make Decisions", "Independence", "Attention to Detail"),
            *("Deductive Reasoning", "E-Mail"),
        ),
        reported=("Ledger Programmer", "Ledger Developer"),
        alternates=("Bookkeeping Software Engineer", "Ledger Systems Coder"),
        core=("Write programs that keep ledgers in order.", "Test programs and mend their faults."),
        beside=("Explain to clerks how a program works.",),
        tools=("Code editor", "Version control software", "Ledger database"),
    ),
    Invented(
        code="29-1141.05",
        title="Harbour Nurses",
        description="Care for sailors who fall ill in port.",
        zone=4,
        usual_education=6,
        strong=(
            *("Active Listening", "Social Perceptiveness", "Service Orientation", "Monitoring", "Social"),
            *("Medicine and Dentistry", "Psychology", "Assisting and Caring for Others", "Relationships"),
            *("Exposed to Disease or Infections", "Consequence of Error", "Physical Proximity", "Empathy"),
            *("Problem Sensitivity", "Contact With Others", "Critical Thinking"),
        ),
        reported=("Harbour Nurse", "Port Nurse"),
        alternates=("Quayside Nurse", "Ship Nurse"),
        core=(
            "Examine sailors and give them their medicines.",
            "Keep records of the health of each patient.",
        ),
        beside=("Teach nursing assistants how to dress wounds.",),
        tools=("Patient record software",),
    ),
    Invented(
        code="31-1131.01",
        title="Harbour Nursing Assistants",
        description="Help nurses to look after patients in port.",
        zone=2,
        usual_education=3,
        strong=(
            *(
                "Active Listening",
                "Service Orientation",
                "Social",
                "Assisting and Caring for Others",
                "Empathy",
            ),
            *(
                "Exposed to Disease or Infections",
                "Physical Proximity",
                "Spend Time Standing",
                "Relationships",
            ),
            *("Performing General Physical Activities", "Contact With Others", "Static Strength"),
        ),
        reported=("Harbour Nursing Assistant", "Port Care Aide"),
        alternates=("Quayside Nursing Aide",),
        core=("Wash, feed and dress patients.", "Tell the nurse when a patient gets worse."),
        beside=("Change the sheets.",),
        tools=("Patient record software",),
    ),
    Invented(
        code="43-3031.01",
        title="Ledger Clerks",
        description="Enter what is paid and owed into ledgers.",
        zone=2,
        usual_education=2,
        strong=(
            *("Reading Comprehension", "Mathematics", "Economics and Accounting", "Administrative"),
            *(
                "Documenting/Recording Information",
                "Processing Information",
                "Conventional",
                "Number Facility",
            ),
            *("Importance of Being Exact or Accurate", "Importance of Repeating Same Tasks", "Support"),
            *("Spend Time Sitting", "Attention to Detail"),
        ),
        reported=("Ledger Clerk", "Bookkeeping Clerk"),
        alternates=("Accounts Clerk", "Daybook Clerk"),
        core=("Enter bills and payments into the ledger.", "Compare the ledger with the bank statement."),
        beside=("Answer letters about bills.",),
        tools=("Spreadsheet software", "Ledger database"),
    ),
    Invented(
        code="47-2111.01",
        title="Lantern Electricians",
        description="Wire and mend street lanterns.",
        zone=3,
        usual_education=3,
        strong=(
            *("Repairing", "Troubleshooting", "Installation", "Equipment Maintenance", "Realistic"),
            *("Building and Construction", "Mechanical", "Repairing and Maintaining Electronic Equipment"),
            *(
                "Outdoors, Exposed to All Weather Conditions",
                "Exposed to Hazardous Conditions",
                "Manual Dexterity",
            ),
            *("Exposed to High Places", "Working Conditions", "Cautiousness"),
        ),
        reported=("Lantern Electrician", "Street Light Electrician"),
        alternates=("Lamp Fitter",),
        core=("Wire lanterns and test their circuits.", "Mend lanterns that fail at night."),
        beside=("Draw plans of the wiring.",),
        tools=("Circuit tester",),
    ),
    Invented(
        code="53-3052.01",
        title="Night Coach Drivers",
        description="Drive coaches from town to town by night.",
        zone=2,
        usual_education=2,
        strong=(
            *(
                "Operation and Control",
                "Operations Monitoring",
                "Transportation",
                "Public Safety and Security",
            ),
            *(
                "Operating Vehicles, Mechanized Devices, or Equipment",
                "Realistic",
                "Far Vision",
                "Night Vision",
            ),
            *("In an Enclosed Vehicle or Operate Enclosed Equipment", "Work Schedules", "Dependability"),
            *("Duration of Typical Work Week",),
        ),
        reported=("Night Coach Driver",),
        alternates=("Overnight Bus Driver", "Coach Driver"),
        core=("Drive the coach by its timetable.", "Check tyres, lights and brakes before leaving."),
        beside=("Help passengers with their bags.",),
        tools=("Route planner",),
    ),
    Invented(
        code="53-7199.01",
        title="Puppet Movers, All Other",
        description="Move puppets from stage to stage where no other kind of work says so.",
        zone=0,
        usual_education=0,
        strong=(),
        reported=(),
        alternates=("Puppet Mover", "Marionette Carrier"),
        core=("Carry puppets between stages.",),
        beside=(),
        tools=(),
    ),
)

FILE_OF = {
    Rated.SKILL_IMPORTANCE: ("Skills.txt", "IM"),
    Rated.SKILL_LEVEL: ("Skills.txt", "LV"),
    Rated.KNOWLEDGE_IMPORTANCE: ("Knowledge.txt", "IM"),
    Rated.KNOWLEDGE_LEVEL: ("Knowledge.txt", "LV"),
    Rated.ABILITY_IMPORTANCE: ("Abilities.txt", "IM"),
    Rated.ABILITY_LEVEL: ("Abilities.txt", "LV"),
    Rated.ACTIVITY_IMPORTANCE: ("Work Activities.txt", "IM"),
    Rated.ACTIVITY_LEVEL: ("Work Activities.txt", "LV"),
    Rated.CONTEXT: ("Work Context.txt", "CX"),
    Rated.INTEREST: ("Interests.txt", "OI"),
    Rated.VALUE: ("Work Values.txt", "EX"),
    Rated.STYLE: ("Work Styles.txt", "WI"),
}
ENDS = {"IM": (1, 5), "LV": (0, 7), "CX": (1, 5), "CT": (1, 3), "OI": (1, 7), "EX": (1, 7), "WI": (-3, 3)}
QUESTIONS = {
    Entry.EDUCATION: ("2.D.1", "Required Level of Education", "RL"),
    Entry.EXPERIENCE: ("3.A.1", "Related Work Experience", "RW"),
    Entry.SITE_TRAINING: ("3.A.2", "On-Site or In-Plant Training", "PT"),
    Entry.JOB_TRAINING: ("3.A.3", "On-the-Job Training", "OJ"),
}
RATING_COLUMNS = (
    *(CODE, "Element ID", "Element Name", "Scale ID", "Data Value", "Recommend Suppress", "Not Relevant"),
)


@cache
def tiny_atlas() -> Atlas:
    """The eight kinds of work as an atlas with prose and vectors; the last one has nothing but titles and a task."""
    return build_atlas(read_release(zipped(tiny_release_files())), text_vectors, with_prose=True)


def zipped(files: Mapping[str, str | bytes], folder: str = FOLDER) -> bytes:
    """The files as a zip, in a folder inside it where one is named."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            # With one day for all, so that the same files are the same bytes whenever a test is named after them.
            archive.writestr(
                zipfile.ZipInfo(f"{folder}/{name}" if folder else name), content, zipfile.ZIP_DEFLATED
            )
    return written.getvalue()


def tiny_release_files() -> dict[str, str]:
    """The texts of a small release by the names of its files."""
    surveyed = [work for work in INVENTED if work.usual_education]
    titles = [(work, title) for work in INVENTED for title in work.alternates]
    return {
        "Read Me.txt": "O*NET 30.1 Database\nInvented for tests\n",
        "Occupation Data.txt": table(
            (CODE, "Title", "Description"), ((work.code, work.title, work.description) for work in INVENTED)
        ),
        "Sample of Reported Titles.txt": table(
            (CODE, "Reported Job Title", "Shown in My Next Move"),
            ((work.code, title, "Y") for work in INVENTED for title in work.reported),
        ),
        "Alternate Titles.txt": table(
            (CODE, "Alternate Title", "Short Title", "Source(s)"),
            ((work.code, title, "n/a", "08") for work, title in titles),
        ),
        "Job Zones.txt": table(
            (CODE, "Job Zone", "Date", "Domain Source"),
            ((work.code, str(work.zone), "08/2023", "Analyst") for work in surveyed),
        ),
        "Task Statements.txt": table((CODE, "Task ID", "Task", "Task Type"), _task_rows()),
        "Technology Skills.txt": table(
            (CODE, "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand"),
            ((work.code, tool, "1", "Software", "N", "N") for work in INVENTED for tool in work.tools),
        ),
        "Education, Training, and Experience.txt": table(
            (CODE, "Element ID", "Element Name", "Scale ID", "Category", "Data Value", "Recommend Suppress"),
            (row for work in surveyed for row in _entry_rows(work)),
        ),
        **_rating_files(surveyed),
    }


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A tab-separated file."""
    return "".join("\t".join(cells) + "\n" for cells in (heads, *rows))


def _task_rows() -> Iterator[tuple[str, ...]]:
    for work in INVENTED:
        for kind, tasks in (("Supplemental", work.beside), ("Core", work.core)):
            for task in tasks:
                yield work.code, "1", task, kind


def _entry_rows(work: Invented) -> Iterator[tuple[str, ...]]:
    """Most answer as is usual; a few one more and one less."""
    for entry, (element, name, scale) in QUESTIONS.items():
        usual = work.usual_education if entry is Entry.EDUCATION else 2 * work.zone - 1
        shares = {usual - 1: 20.0, usual: 50.0, usual + 1: 30.0}
        for category in range(1, CATEGORIES[entry] + 1):
            share = shares.get(category, 0.0)
            yield work.code, element, name, scale, str(category), f"{share:.2f}", "N"


def _rating_files(surveyed: Iterable[Invented]) -> dict[str, str]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for rated, (name, scale) in FILE_OF.items():
        elements = _elements(rated)
        rows = found.setdefault(name, [])
        for work in surveyed:
            for element, called, high in zip(elements.ids, elements.names, elements.highs, strict=True):
                used = "CT" if scale == "CX" and high == ENDS["CT"][1] else scale
                told = f"{_rating(work, element, called, used):.2f}"
                rows.append((work.code, element, called, used, told, "N", "N" if used == "LV" else ""))
    return {name: table(RATING_COLUMNS, rows) for name, rows in found.items()}


def _elements(rated: Rated) -> Ratings:
    """The real elements of a table; where the shipped release has no importance they are those of the level."""
    held = shipped_atlas().ratings
    return held[rated] if rated in held else held[Rated(rated.replace("importance", "level"))]


def _rating(work: Invented, element: str, name: str, scale: str) -> float:
    """High on what is strong, otherwise low to middling by chance that is always the same."""
    low, high = ENDS[scale]
    chance = zlib.crc32(f"{work.code} {element}".encode()) / 2**32
    return low + (high - low) * (0.85 + 0.1 * chance if name in work.strong else 0.1 + 0.35 * chance)
