"""What the columns of a table hold: guessed by their names in several languages, then by what stands in them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from unrut.core.errors import InvalidInputError
from unrut.importers.text_tools import one_line, safe_link

LONGEST_NAME = 100
KNOWN_NAMES = 4096  # of columns, kept because they come again in every entry
LONGEST_SAMPLE = 80
MOST_SAMPLES = 3
SHORTEST_TEXT = 150
LONGEST_TITLE = 90
MOST = 0.6  # the share of cells that must look alike for a column to be known by them
A_FEW = 0.2  # the share of titles that hold one of the usual words

# In this order they are offered. The names are written plainly: small letters, no accents, no hyphens.
NAMES: Mapping[str, str] = {
    "title": "title|job title|position title|role title|position|job|role|job name|job role|vacancy|vacancy title|vacancy name"
    "|posting title|opening|opening title|offer title|designation|occupation|headline|stelle|stellentitel|stellenbezeichnung"
    "|jobtitel|titel|berufsbezeichnung|beruf|tatigkeit|job bezeichnung|position bezeichnung|ausschreibung|poste|intitule"
    "|intitule du poste|titre|titre du poste|metier|emploi|puesto|titulo|titulo del puesto|cargo|vacante|empleo|posizione"
    "|titolo|ruolo|mansione|lavoro|functie|functietitel|vacature|baan|vaga|titulo da vaga|funcao|stanowisko|tjanst"
    "|befattning|stilling|stillingsbetegnelse|name|jobtitle",
    "company": "company|company name|employer|employer name|organization|organisation|organization name|organisation name"
    "|hiring organization|hiring organisation|hiring company|firm|business|recruiter company|agency|advertiser|firma|firmenname"
    "|unternehmen|unternehmensname|arbeitgeber|betrieb|entreprise|societe|employeur|nom de lentreprise|empresa"
    "|nombre de la empresa|compania|empleador|azienda|societa|datore di lavoro|bedrijf|bedrijfsnaam|werkgever|organisatie"
    "|empregador|pracodawca|foretag|arbetsgivare|virksomhed|bedrift|arbejdsgiver|companyname",
    "place": "location|locations|place|job location|job locations|where|office|office location|work location|location text"
    "|locations text|location name|workplace location|place of work|city state|ort|arbeitsort|standort|einsatzort|dienstort"
    "|lieu|lieu de travail|localisation|localisation du poste|ubicacion|lugar|lugar de trabajo|localizacion|localidad|sede|luogo"
    "|luogo di lavoro|localita|locatie|plaats|standplaats|werklocatie|local|localizacao|lokalizacja|miejsce pracy|arbetsort|sted|arbeidssted|full location|display location",
    "city": "city|town|job city|location city|address city|address locality|locality|municipality|stadt|ville|ciudad|citta|stad|cidade"
    "|miasto|kommun",
    "region": "state|region|province|county|job state|location state|location region|address region|state province|bundesland"
    "|departement|provincia|regione|provincie|estado|wojewodztwo|lan|state name|subdivision",
    "country": "country|nation|job country|location country|address country|country name|land|pays|pais|paese|kraj",
    "workplace": "workplace|workplace type|work type|remote|is remote|remote type|work mode|workmode|work arrangement|work setting"
    "|work model|remote status|remote option|remote policy|remote work|remote allowed|location type|job location type|on site remote"
    "|work place type|telework|homeoffice|home office|arbeitsmodell|teletravail|teletrabajo|telelavoro|thuiswerken|trabalho remoto|remotetype",
    "remote_area": "remote area|candidate required location|remote location|remote from|location restrictions|remote region"
    "|applicant location requirements|eligible locations",
    "text": "description|job description|text|job text|details|job details|body|content|full description|job ad|advert|posting"
    "|description text|description html|job summary|beschreibung|stellenbeschreibung|jobbeschreibung|text der anzeige|volltext"
    "|descriptif|description du poste|descripcion|descripcion del puesto|descrizione|omschrijving|functieomschrijving"
    "|vacaturetekst|descricao|opis|beskrivning|beskrivelse|summary|excerpt|snippet|overview|content html|content text|content encoded|encoded|jobdescription",
    "url": "url|link|job url|job link|posting url|posting link|absolute url|vacancy url|web link|webpage|web page|page|source url"
    "|job posting url|permalink|href|canonical url|listing url|job page|anzeige|web adresse|webadresse|lien|enlace|vinculo"
    "|collegamento|website|apply now url|detail url|details url|joburl|ad url",
    "apply_url": "apply url|apply link|application url|application link|apply|how to apply url|job apply link|bewerbungslink"
    "|lien de candidature|apply here|external apply link",
    "pay": "salary|pay|compensation|wage|wages|remuneration|salary range|pay range|salary text|pay rate|salary offered|job salary"
    "|annual salary|yearly salary|hourly rate|hourly pay|hourly wage|monthly salary|salary estimate|comp|compensation range"
    "|gehalt|lohn|verdienst|vergutung|gehaltsspanne|jahresgehalt|monatsgehalt|stundenlohn|bezahlung|salaire|salaire annuel"
    "|remuneration annuelle|salario|sueldo|remuneracion|stipendio|retribuzione|ral|salaris|loon|remuneracao|wynagrodzenie"
    "|lon|lonn|salary display|salary description|pay description",
    "pay_low": "",
    "pay_high": "",
    "currency": "currency|salary currency|pay currency|currency code|compensation currency|salary currency code|wahrung|devise|moneda|valuta"
    "|moeda|waluta",
    "pay_period": "salary period|pay period|salary type|pay type|salary interval|pay interval|salary unit|pay frequency|salary frequency"
    "|compensation interval|salary source interval|interval|salary unit text|rate type|gehaltszeitraum",
    "hours": "hours|weekly hours|hours per week|working hours|hours a week|work hours|stunden|wochenstunden|stunden pro woche"
    "|heures|heures par semaine|horas|horas semanales|ore settimanali|uren|uren per week|aantal uren",
    "schedule": "schedule|work schedule|shift|shifts|shift type|working time|time type|full time part time|arbeitszeit|arbeitszeitmodell"
    "|pensum|temps de travail|horario|jornada|orario|dienstverband uren|horario de trabalho",
    "contract": "contract|contract type|employment type|employment|job type|type of contract|type of employment|commitment"
    "|employment status|position type|worker type|engagement|formatted work type|anstellungsart|beschaftigungsart|vertragsart|vertrag|art der anstellung"
    "|type de contrat|contrat|tipo de contrato|contrato|tipo di contratto|contratto|contractvorm|dienstverband|soort contract"
    "|rodzaj umowy|type|jobtype|jobtypes|contracttype|employmenttype",
    "seniority": "seniority|seniority level|level|job level|experience level|career level|experience|experience required|required experience"
    "|years of experience|formatted experience level|berufserfahrung|erfahrung|karrierestufe|niveau|niveau dexperience"
    "|experiencia|esperienza|livello|ervaring|ervaringsniveau|nivel|doswiadczenie|career level name",
    "education": "education|education level|degree|required education|minimum education|qualification level|ausbildung|abschluss"
    "|bildungsabschluss|formation|niveau detudes|formacion|estudios|istruzione|titolo di studio|opleiding|opleidingsniveau",
    "department": "department|team|division|unit|business unit|abteilung|bereich|fachbereich|service|departamento|reparto|afdeling|area",
    "category": "category|job category|job family|job function|function|discipline|field|sector|kategorie|berufsfeld|fachgebiet"
    "|categorie|domaine|categoria|settore|vakgebied|kategoria",
    "skills": "skills|skill|required skills|key skills|skills required|technologies|tech stack|tools|fahigkeiten|kenntnisse"
    "|competences|habilidades|competencias|competenze|vaardigheden",
    "language": "language of posting|posting language|language code|job language|locale|lang",
    "requisition": "requisition id|requisition number|requisition|req id|req number|reference number|reference|job code|ref|job number"
    "|job reference|vacancy number|referenznummer|kennziffer|stellennummer|referencia|riferimento|referentie|referentienummer|referencenumber|job ref|jobref",
    "posted_on": "posted|date posted|posted at|posted time|posted on|posted date|posting date|published|published at|published on|publication date"
    "|date published|published date|publish date|pub date|post date|listed on|listed at|listed date|listing date|listed time"
    "|original listed time|first published|created|created at|created on"
    "|date created|date added|open date|opening date|opened|veroffentlicht|veroffentlicht am|datum|eingestellt am|erscheinungsdatum"
    "|online seit|publie le|date de publication|fecha|fecha de publicacion|publicado|data|data di pubblicazione|pubblicato"
    "|geplaatst|geplaatst op|plaatsingsdatum|publicatiedatum|data de publicacao|data publikacji|publicerad|date|pubdate|datetime|posting start date",
    "updated_on": "updated|updated at|updated on|last updated|date updated|modified|last modified|modified at|aktualisiert|aktualisiert am"
    "|mis a jour le|actualizado|aggiornato|bijgewerkt",
    "closes_on": "deadline|closes|closes on|closing date|close date|apply by|valid through|application deadline|expiry|expires"
    "|expires at|expires on|expiry date|expiration date|end date|closing|closes at|valid until|bewerbungsfrist|bewerbungsschluss|frist|date limite"
    "|date limite de candidature|fecha limite|fecha de cierre|plazo|scadenza|data di scadenza|sluitingsdatum|deadline sollicitatie"
    "|prazo|termin|sista ansokningsdag|ansogningsfrist|soknadsfrist|expirationdate|expires date|closing time|application end date",
    "starts": "start date|starting date|start|starts|starts on|available from|job start|eintrittsdatum|startdatum|beginn|ab wann"
    "|date de debut|debut|fecha de inicio|inicio|data di inizio|inizio|ingangsdatum",
    "key": "id|job id|posting id|opening id|vacancy id|offer id|listing id|ad id|uuid|guid|job key|unique id|external id|stellen id",
}
FIELDS = tuple(NAMES)

# Parts of a posting's text that tables and boards keep in columns of their own.
TEXT_PARTS = frozenset(
    (
        "requirements|responsibilities|qualifications|benefits|perks|duties|tasks|about the role|about the job|what you will do"
        "|what you bring|what we offer|key responsibilities|job requirements|job responsibilities|job benefits|skills desc"
        "|minimum qualifications|preferred qualifications|about us|about the company|anforderungen|aufgaben|profil|ihr profil|ihre aufgaben|wir bieten"
        "|voraussetzungen|missions|profil recherche|avantages|requisitos|responsabilidades|funciones|beneficios|requisiti"
        "|responsabilita|vereisten|functie eisen|taken|wij bieden|requisitos da vaga|wymagania|obowiazki"
    ).split("|")
)
# Tables of people and of one's own past jobs have a position column too.
OTHER_TABLES = frozenset({"first name", "last name", "started on", "finished on", "connected on"})
LOWS, HIGHS = (
    ("min", "minimum", "low", "from", "lower", "von", "start"),
    ("max", "maximum", "high", "to", "upper", "bis", "end"),
)
AMOUNTS = (
    "salary", "pay", "compensation", "wage", "salary range", "pay range", "annual salary", "hourly rate", "hourly", "rate",
    "gehalt", "amount", "base salary", "base salary value", "salary amount",
)  # fmt: skip
SPARE = re.compile(r"^(?:the |job |posting |vacancy |offer |listing |opening )| (?:name|text|field|value|s)$")

WORKPLACES = frozenset(
    {
        "remote",
        "hybrid",
        "onsite",
        "on site",
        "on-site",
        "in office",
        "in-office",
        "fully remote",
        "vor ort",
        "homeoffice",
    }
    | {"home office", "teletravail", "télétravail", "hybride", "in person", "in-person", "remote first"}
)
CONTRACTS = frozenset(
    {"full time", "full-time", "fulltime", "part time", "part-time", "parttime", "permanent", "temporary", "contract", "freelance"}
    | {"internship", "vollzeit", "teilzeit", "festanstellung", "befristet", "unbefristet", "praktikum", "cdi", "cdd", "stage"}
    | {"temps plein", "temps partiel", "indefinido", "temporal", "tempo indeterminato", "tempo determinato", "vast", "tijdelijk"}
    | {"contractor", "apprenticeship", "ausbildung", "werkstudent", "minijob", "casual", "volunteer"}
)  # fmt: skip
LEGAL_ENDS = re.compile(
    r"(?:^|[\s,.])(?:gmbh|ag|se|kg|e\.?v\.?|inc\.?|llc|ltd\.?|limited|plc|corp\.?|s\.?a\.?|s\.?l\.?|s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?v\.?|n\.?v\.?"
    r"|sas|sarl|ab|as|oy|aps|sp\. z o\.o\.|university|hospital|school|group|holding)$",
    re.IGNORECASE,
)
JOB_WORDS = re.compile(
    r"(?:manager|engineer|developer|nurse|teacher|assistant|analyst|designer|consultant|specialist|director|officer|clerk|cook"
    r"|chef|driver|technician|coordinator|administrator|accountant|sales|intern|lead|head of|worker|operator|scientist|advisor"
    r"|\([mwfdx]/|leiter|entwickler|berater|mitarbeiter|fachkraft|kaufmann|kauffrau|sachbearbeiter|pfleger|ingenieur|techniker"
    r"|verkäufer|lehrer|fahrer|koch|köchin|responsable|chargé|assistante?|infirmi|ingénieur|développeu|comptable|vendeu"
    r"|técnico|ingeniero|enfermer|profesor|camarer|desarrollador|gerente|impiegat|operai|medewerker|verpleegkundig|monteur)",
    re.IGNORECASE,
)
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its name there, the field it is taken for ("" for none), and what stands in it."""

    name: str
    field: str
    samples: tuple[str, ...]

    @property
    def sample(self) -> str:
        """The first words that stand in it."""
        return self.samples[0] if self.samples else ""


@lru_cache(KNOWN_NAMES)
def plain_name(name: str) -> str:
    """A name in small letters without accents, its words set apart: "jobTitle" and "Job_Title" are "job title"."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name[:LONGEST_NAME])
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", apart.lower()) if not unicodedata.combining(letter)
    )
    words = re.sub(r"[’'`]", "", bare.replace("ł", "l").replace("ø", "o").replace("ß", "ss"))
    return " ".join(re.findall(r"[^\W_]+", words))


@cache
def _fields_by_name() -> dict[str, tuple[int, str]]:
    """Each known name with its rank among the names of its field, and the field."""
    known = {
        name: (rank, field)
        for field, names in NAMES.items()
        for rank, name in enumerate(names.split("|"))
        if name
    }
    for field, ends in (("pay_low", LOWS), ("pay_high", HIGHS)):
        pairs = ((amount, end) for amount in AMOUNTS for end in ends)
        known |= {
            name: (0, field) for amount, end in pairs for name in (f"{amount} {end}", f"{end} {amount}")
        }
    return known


@lru_cache(KNOWN_NAMES)
def named_field(name: str) -> tuple[int, str]:
    """The field that a column's name means and how plainly, 0 being the most; "" where none is meant."""
    known = _fields_by_name()
    plain = plain_name(name)
    for _ in range(3):
        if plain in known:
            return known[plain]
        shorter = SPARE.sub("", plain, count=1)
        if shorter == plain:
            break
        plain = shorter
    return 0, ""


def by_name(names: Sequence[str]) -> dict[str, list[str]]:
    """The columns whose names mean a field, the plainest first."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for number, name in enumerate(names):
        rank, field = named_field(name)
        if field:
            found.setdefault(field, []).append((rank, number, name))
    return {field: [name for _, _, name in sorted(columns)] for field, columns in found.items()}


def guessed(names: Sequence[str], cells: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The columns of each field by their names, and by some of their cells where no name tells."""
    found = by_name(names)
    told = {name for columns in found.values() for name in columns}
    free = [name for name in names if name not in told and plain_name(name) not in TEXT_PARTS]
    for field, looks in LOOKS.items():
        column = next((name for name in free if _share(looks, cells.get(name, ())) >= MOST), None)
        if field not in found and column is not None:
            found[field] = [column]
            free.remove(column)
    if "title" not in found and found:
        found |= _title_by_cells(free, cells)
    return found


def _title_by_cells(free: Sequence[str], cells: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The column with the most words that titles have, else the first that could hold titles."""
    shares = {name: _share(lambda cell: bool(JOB_WORDS.search(cell)), cells.get(name, ())) for name in free}
    able = [name for name in free if _share(_could_be_title, cells.get(name, ())) >= MOST]
    best = max(able, key=lambda name: shares[name] if shares[name] >= A_FEW else 0, default=None)
    return {"title": [best]} if best is not None else {}


def chosen(
    names: Sequence[str], found: Mapping[str, Sequence[str]], told: Mapping[str, str]
) -> dict[str, list[str]]:
    """The guess with the columns the person named in its place; a field named with "" has none.

    Raises InvalidInputError for a field or a column that does not exist.
    """
    named = {_field(field): _column(names, column) for field, column in told.items()}
    taken = set(named.values())
    rest = {field: [name for name in columns if name not in taken] for field, columns in found.items()}
    ours = {field: [column] if column else [] for field, column in named.items()}
    return {field: columns for field, columns in {**rest, **ours}.items() if columns}


def _field(words: str) -> str:
    plain = words.strip().lower().replace("-", "_")
    field = plain if plain in NAMES else named_field(words)[1]
    if not field:
        raise InvalidInputError(f'"{words}" is no field of an opening. Fields are {", ".join(FIELDS)}.')
    return field


def _column(names: Sequence[str], words: str) -> str:
    plain = plain_name(words)
    same = [name for name in names if name == words] or [name for name in names if plain_name(name) == plain]
    if words and not same:
        raise InvalidInputError(f'The table has no column "{words}". Its columns are {listed(names)}.')
    return same[0] if words else ""


def listed(names: Sequence[str]) -> str:
    """Some of the names of a table, for a sentence."""
    shown = ", ".join(one_line(name)[:LONGEST_SAMPLE] for name in names[:20])
    return shown if len(names) <= 20 else f"{shown} and {len(names) - 20} more"  # noqa: PLR2004


def columns_of(
    names: Sequence[str], found: Mapping[str, Sequence[str]], cells: Mapping[str, Sequence[str]]
) -> tuple[Column, ...]:
    """All columns of a table with what they are taken for, for the person to look over."""
    fields = {columns[0]: field for field, columns in found.items()}
    return tuple(Column(name, fields.get(name, ""), _samples(cells.get(name, ()))) for name in names)


def _samples(cells: Iterable[str]) -> tuple[str, ...]:
    shown = dict.fromkeys(words for cell in cells if (words := one_line(cell[:LONGEST_SAMPLE])))
    return tuple(shown)[:MOST_SAMPLES]


def _share(looks: Callable[[str], bool], cells: Sequence[str]) -> float:
    full = [cell.strip() for cell in cells if cell.strip()]
    return sum(map(looks, full)) / len(full) if full else 0.0


def _is_text(cell: str) -> bool:
    return len(cell) >= SHORTEST_TEXT and " " in cell


def _is_contract(cell: str) -> bool:
    return all(part.strip() in CONTRACTS for part in re.split("[,;/]", cell[:LONGEST_TITLE].lower()))


def _could_be_title(cell: str) -> bool:
    return (
        len(cell) <= LONGEST_TITLE
        and LETTER.search(cell) is not None
        and "://" not in cell
        and "@" not in cell
    )


# Pay and days are not among them: a sum of money may be a bonus, and a day may be any day.
LOOKS: Mapping[str, Callable[[str], bool]] = {
    "url": lambda cell: bool(safe_link(cell)),
    "text": _is_text,
    "workplace": lambda cell: cell.lower() in WORKPLACES,
    "contract": _is_contract,
    "company": lambda cell: len(cell) <= LONGEST_TITLE and LEGAL_ENDS.search(cell) is not None,
}
