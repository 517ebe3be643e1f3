"""What the columns of tables about people are called, in nine languages: nothing but data, and how it is looked up.

The words are written plainly: small letters, no accents, no hyphens. The order of the languages is English, German,
French, Spanish, Portuguese, Italian, Dutch, Swedish, Polish.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from unrut.importers.openings.table_columns import plain_name

_FIRST = "first name|given name|first|vorname|rufname|prenom|nombre|nome|nome proprio|primeiro nome|voornaam|fornamn|imie"
_LAST = (
    "last name|family name|surname|last|nachname|familienname|zuname|nom|nom de famille|apellidos|apellido|sobrenome"
    "|apelido|ultimo nome|cognome|achternaam|efternamn|nazwisko"
)
_NAME = (
    "name|full name|display name|contact name|contact|person|file as|vollstandiger name|anzeigename|kontakt|nom complet"
    "|nom dusage|nombre completo|nome completo|naam|volledige naam|namn|fullstandigt namn|imie i nazwisko|nazwa"
)
_COMPANY = (
    "company|company name|companies|organization name|organization 1 name|organisation|organization|organisation name"
    "|employer|current company|firma|firmenname|unternehmen|unternehmensname|arbeitgeber|entreprise|societe|employeur"
    "|nom de lentreprise|empresa|nombre de la empresa|empresa actual|nome da empresa|azienda|nome azienda|nome dellazienda"
    "|societa|bedrijf|bedrijfsnaam|werkgever|foretag|foretagsnamn|arbetsgivare|nazwa firmy|pracodawca"
)
_TITLE = (
    "position|title|job title|role|occupation|headline|current position|organization title|organization 1 title|funktion"
    "|berufsbezeichnung|stellenbezeichnung|jobtitel|titel|beruf|stelle|poste|fonction|intitule du poste|titre|cargo|puesto"
    "|titulo|profesion|funcao|posicao|posizione|qualifica|ruolo|titolo|functie|functietitel|befattning|tjanst|yrkestitel"
    "|stanowisko|tytul"
)
_EMAIL = (
    "email address|e mail address|email|e mail|e mail 1 value|email 1|mail|emails|work email|primary email|e mail adresse"
    "|email adresse|adresse e mail|adresse email|courriel|correo electronico|direccion de correo electronico|correo"
    "|direccion de correo|endereco de e mail|endereco de email|indirizzo email|indirizzo e mail|indirizzo di posta elettronica"
    "|posta elettronica|e mailadres|emailadres|e postadress|e post|adres e mail|adres email"
)
_PHONE = (
    "phone|phone number|mobile phone|mobile|phone 1 value|primary phone|home phone|business phone|telephone|phone numbers"
    "|mobiltelefon|telefon|telefon privat|telefon geschaftlich|handy|telefonnummer|tel mobile|portable|telephone mobile"
    "|telephone personnel|telephone professionnel|movil|telefono|telefono movil|telemovel|telefone|celular|cellulare"
    "|telefono cellulare|mobiele telefoon|telefoon|telefoonnummer|mobilnummer|numer telefonu|telefon komorkowy"
)
_URL = (
    "url|profile url|public url|linked in url|linkedin url|linkedin|linked in|profile|website|web page|website 1 value|link"
    "|linkedin profile|linked in profile|sites|profil url|profil|webseite|internetseite|url du profil|lien|page web|site web"
    "|url del perfil|perfil|pagina web|url do perfil|site|url del profilo|profilo|pagina web personale|profiel url|webpagina"
    "|profil adress|webbsida|webbplats|adres url|strona internetowa|adres profilu"
)
_NOTE = (
    "notes|note|comment|comments|remarks|notizen|notiz|bemerkungen|bemerkung|anmerkungen|remarques|notas|nota|observaciones"
    "|observacoes|commenti|notities|opmerkingen|anteckningar|kommentar|notatki|uwagi"
)
_TAGS = (
    "tags|tag|labels|label|categories|category|group membership|groups|group|circle|kategorien|kategorie|gruppen|gruppe"
    "|etiketten|categorie|categorien|etiquetas|categorias|etichette|kategorier|kategoria|etykiety"
)
_CONNECTED = (
    "connected on|connection date|date connected|connected|connected at|created at|verbunden am|vernetzt am|vernetzt seit"
    "|kontakt seit|date de connexion|connecte le|en relation depuis|conectado el|fecha de conexion|conectado em"
    "|data de conexao|data da conexao|connesso il|data di collegamento|collegato il|verbonden op|datum van connectie|ansluten"
    "|ansluten den|kontakt sedan|polaczono|data polaczenia|nawiazano kontakt"
)
_TEXT = (
    "description|text|beschreibung|description du poste|descripcion|descricao|descrizione|beschrijving|omschrijving"
    "|beskrivning|opis"
)
_PLACE = (
    "location|place|city|ort|standort|lieu|localisation|ubicacion|lugar|localidade|local|localita|luogo|locatie|plaats|plats"
    "|lokalizacja|miejsce"
)
_STARTED = (
    "started on|start date|started|from|begonnen am|startdatum|beginn|gestartet am|date de debut|commence le|debut"
    "|fecha de inicio|inicio|iniciado el|data de inicio|iniciado em|data di inizio|iniziato il|inizio|begindatum|gestart op"
    "|begonnen op|startade|borjade|data rozpoczecia|rozpoczeto"
)
_ENDED = (
    "finished on|end date|finished|ended on|to|beendet am|enddatum|ende|abgeschlossen am|date de fin|termine le|fin"
    "|fecha de finalizacion|fecha de fin|finalizado el|data de termino|data de conclusao|concluido em|data di fine"
    "|terminato il|fine|einddatum|geeindigd op|beeindigd op|slutdatum|slutade|avslutade|data zakonczenia|zakonczono"
)
_SCHOOL = (
    "school name|school|institution|university|schule|name der schule|hochschule|ausbildungsstatte|ecole|nom de lecole"
    "|etablissement|nombre de la institucion educativa|centro educativo|escuela|universidad|instituicao de ensino|escola"
    "|nome da instituicao|scuola|nome della scuola|istituto|naam van de school|naam van school|onderwijsinstelling|skola"
    "|skolans namn|larosate|nazwa szkoly|szkola|uczelnia"
)
_DEGREE = (
    "degree name|degree|abschluss|studienabschluss|diplome|nom du diplome|titulacion|nombre de la titulacion|grado|diploma"
    "|nome do diploma|grau|titolo di studio|laurea|graad|naam van de graad|examen|examensnamn|stopien|nazwa stopnia"
)
_ACTIVITIES = (
    "activities|aktivitaten|aktivitaten und verbande|activites|activites et associations|actividades|atividades|attivita"
    "|activiteiten|aktiviteter|dzialalnosc|aktywnosci"
)
_AUTHORITY = (
    "authority|issuer|issuing organization|issuing organisation|aussteller|ausstellende organisation|zertifizierungsstelle"
    "|organisme|organisme de delivrance|autorite|autoridad|entidad emisora|emisor|autoridade|emissor|entidade emissora"
    "|autorita|ente|organizzazione che ha rilasciato la certificazione|instantie|uitgevende instantie"
    "|organisatie van afgifte|utfardare|utfardande organisation|organ wydajacy|wystawca"
)
_WRITTEN = (
    "creation date|written on|date|created on|erstellungsdatum|erstellt am|datum|date de creation|fecha de creacion|fecha"
    "|data de criacao|data|data di creazione|aanmaakdatum|skapad|skapandedatum|data utworzenia"
)
_STATUS = "status|endorsement status|statut|estado|stato|statusangabe"
_SKILL_NAME = (
    "skill name|skill|skills|kenntnis|kenntnisse|name der kenntnis|fahigkeit|fahigkeiten|nom de la competence|competence"
    "|competences|nombre de la aptitud|aptitud|aptitudes|nome da competencia|competencia|competencias|nome della competenza"
    "|competenza|competenze|naam van de vaardigheid|vaardigheid|vaardigheden|kompetens|kompetensnamn|umiejetnosc"
    "|nazwa umiejetnosci|umiejetnosci"
)
_ENDORSER_FIRST = (
    "endorser first name|vorname des bestatigers|vorname der bestatigenden person|prenom du recommandant"
    "|nombre de quien valida|nome de quem recomendou|nome di chi ha confermato|voornaam van onderschrijver"
    "|fornamn pa rekommenderaren|imie potwierdzajacego"
)
_ENDORSER_LAST = (
    "endorser last name|nachname des bestatigers|nachname der bestatigenden person|nom du recommandant"
    "|apellidos de quien valida|sobrenome de quem recomendou|cognome di chi ha confermato|achternaam van onderschrijver"
    "|efternamn pa rekommenderaren|nazwisko potwierdzajacego"
)
_HEADLINE = (
    "headline|profil slogan|profilslogan|slogan|titre du profil|titre de profil|titular|titulo do perfil|sommario"
    "|kopregel|rubrik|naglowek"
)
_SUMMARY = (
    "summary|profile summary|about|zusammenfassung|info|resume|infos|extracto|acerca de|resumen|resumo|sobre|riepilogo"
    "|informazioni|samenvatting|sammanfattning|om mig|podsumowanie"
)
_PROFICIENCY = (
    "proficiency|level|sprachniveau|kenntnisstand|niveau|niveau de maitrise|nivel|nivel de competencia|competencia"
    "|proficiencia|livello|conoscenza|vaardigheid|niva|sprakniva|poziom|bieglosc"
)
_ISSUED = (
    "issued on|date|awarded on|ausgestellt am|verliehen am|date de remise|decerne le|fecha de emision|otorgado el"
    "|data de emissao|emitido em|data di rilascio|rilasciato il|uitgegeven op|datum|utfardades|wydano|data wydania"
)
_ROLE = "role|rolle|" + _TITLE
_CAUSE = "cause|anliegen|zweck|causa|oorzaak|doel|andamal|cel"


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A table of an export: what its file is called, what its columns mean, and which of them it cannot be without."""

    name: str
    files: frozenset[str]  # plain names of files, without their endings
    columns: Mapping[str, str]
    needed: tuple[str, ...]
    telling: tuple[
        str, ...
    ] = ()  # with these it is known without the name of its file; none where that is needed


CONTACTS: Mapping[str, str] = {
    "first": _FIRST,
    "last": _LAST,
    "name": _NAME,
    "url": _URL,
    "email": _EMAIL,
    "company": _COMPANY,
    "position": _TITLE,
    "connected_on": _CONNECTED,
    "phone": _PHONE,
    "note": _NOTE,
    "tags": _TAGS,
    "middle": "middle name|additional name|zweiter vorname|weitere vornamen|deuxieme prenom|segundo nombre|segundo nome"
    "|secondo nome|tweede voornaam|mellannamn|drugie imie",
}
_DAYS = {"started_on": _STARTED, "ended_on": _ENDED}
_SAID = {
    "first": _FIRST,
    "last": _LAST,
    "company": _COMPANY,
    "title": _TITLE,
    "text": f"{_TEXT}|empfehlung|recommandation|recomendacion|recomendacao|raccomandazione|aanbeveling|rekommendation",
    "written_on": _WRITTEN,
    "status": _STATUS,
}

_TOLD_BY = ("first", "last")

KINDS: tuple[Kind, ...] = (
    Kind(
        "connections",
        frozenset(
            {"connections", "kontakte", "relations", "contactos", "conexoes", "collegamenti", "connecties"}
        ),
        CONTACTS,
        ("first", "last"),
        ("first", "last", "connected_on"),
    ),
    Kind("contacts", frozenset({"contacts", "imported contacts"}), CONTACTS, ()),
    Kind(
        "endorsements",
        frozenset({"endorsement received info", "endorsements received", "endorsements"}),
        {
            "skill": _SKILL_NAME,
            "first": _ENDORSER_FIRST,
            "last": _ENDORSER_LAST,
            "status": _STATUS,
        },
        ("skill", "first", "last"),
        ("skill", "first", "last"),
    ),
    Kind(
        "recommendations received",
        frozenset({"recommendations received"}),
        _SAID,
        ("first", "last", "text"),
    ),
    Kind("recommendations given", frozenset({"recommendations given"}), _SAID, ("first", "last", "text")),
    Kind(
        "positions",
        frozenset({"positions", "positionen", "postes", "posiciones", "posicoes", "posizioni", "functies"}),
        {"company": _COMPANY, "title": _TITLE, "text": _TEXT, "place": _PLACE, **_DAYS},
        ("company", "title"),
        ("company", "title", "started_on", "ended_on"),
    ),
    Kind(
        "volunteering",
        frozenset({"volunteering", "volunteering experiences", "volunteer experiences"}),
        {"company": _COMPANY, "title": _ROLE, "text": _TEXT, "cause": _CAUSE, **_DAYS},
        ("company", "title"),
    ),
    Kind(
        "schools",
        frozenset(
            {"education", "ausbildung", "formation", "educacion", "formacao", "formazione", "opleiding"}
        ),
        {"school": _SCHOOL, "degree": _DEGREE, "text": _NOTE, "activities": _ACTIVITIES, **_DAYS},
        ("school",),
        ("school", "degree", "started_on", "ended_on"),
    ),
    Kind(
        "certificates",
        frozenset({"certifications", "certification", "certificates", "licenses and certifications"}),
        {"name": f"{_NAME}|nom|nombre|nome", "authority": _AUTHORITY, "url": _URL, **_DAYS},
        ("name",),
        ("name", "authority", "started_on"),
    ),
    Kind(
        "projects",
        frozenset(
            {"projects", "projekte", "projets", "proyectos", "projetos", "progetti", "projecten", "projekt"}
        ),
        {"title": _TITLE, "text": _TEXT, "url": _URL, **_DAYS},
        ("title",),
        ("title", "text", "started_on", "ended_on"),
    ),
    Kind(
        "honours",
        frozenset({"honors", "honours", "awards", "honors and awards"}),
        {"title": _TITLE, "text": _TEXT, "given_on": _ISSUED},
        ("title",),
    ),
    Kind(
        "languages",
        frozenset({"languages", "sprachen", "langues", "idiomas", "lingue", "talen", "sprak", "jezyki"}),
        {"name": f"{_NAME}|nom|nombre|nome|language", "level": _PROFICIENCY},
        ("name",),
    ),
    Kind(
        "skills",
        frozenset(
            {"skills", "kenntnisse", "competences", "aptitudes", "competencias", "competenze", "vaardigheden"}
        ),
        {"name": f"{_NAME}|{_SKILL_NAME}|nom|nombre|nome"},
        ("name",),
    ),
    Kind(
        "profile",
        frozenset({"profile", "profil", "perfil", "profilo", "profiel"}),
        {"headline": _HEADLINE, "summary": _SUMMARY},
        ("headline",),
    ),
    Kind("profile summary", frozenset({"profile summary"}), {"summary": _SUMMARY}, ("summary",)),
    # Whether these were received or given, only the name of the file could tell.
    Kind(
        "recommendations",
        frozenset({"recommendations"}),
        _SAID,
        (*_TOLD_BY, "text"),
        (*_TOLD_BY, "text", "written_on"),
    ),
)
COPIES = frozenset({"copy", "kopie", "copie", "copia", "kopia"})
# What tells a list of jobs and a list of employee reviews, which have a position and a company too.
JOB_SIGNS = frozenset(
    "job url|job link|job id|apply url|application url|job description|job posting url|salary|saved date|saved on|pay"
    "|min salary|max salary|job location|job type|employment type|stellenbeschreibung|gehalt|date posted|posted on".split(
        "|"
    )
)
REVIEW_SIGNS = frozenset(
    "pros|cons|overall rating|rating|review|review title|review text|recommend|ceo approval|work life balance|stars".split(
        "|"
    )
)


@cache
def _ranked(kind: Kind) -> dict[str, tuple[tuple[int, str], ...]]:
    """For each word the fields it may mean in a table of this kind, and how plainly."""
    found: dict[str, list[tuple[int, str]]] = {}
    for field, words in kind.columns.items():
        for rank, word in enumerate(words.split("|")):
            found.setdefault(word, []).append((rank, field))
    return {word: tuple(meanings) for word, meanings in found.items()}


def columns_of(kind: Kind, names: Sequence[str]) -> dict[str, int]:
    """Where each field stands, by the plainest of its names that the table has; no column serves twice."""
    ranked = _ranked(kind)
    meant = sorted(
        (rank, at, field) for at, name in enumerate(names) for rank, field in ranked.get(plain_name(name), ())
    )
    found: dict[str, int] = {}
    for _, at, field in meant:
        if field not in found and at not in found.values():
            found[field] = at
    return found


def kind_of_file(stem: str) -> Kind | None:
    """The table that a file is by its name without the ending; "Connections (1)" is a second copy of one."""
    words = plain_name(stem).split()
    while len(words) > 1 and (words[-1].isdecimal() or words[-1] in COPIES):
        words.pop()
    return next((kind for kind in KINDS if " ".join(words) in kind.files), None)


def kind_of_names(names: Sequence[str]) -> Kind | None:
    """The table that can be told from its columns alone; a list of jobs has some of them too."""
    if {plain_name(name) for name in names} & (JOB_SIGNS | REVIEW_SIGNS):
        return None
    return next(
        (kind for kind in KINDS if kind.telling and set(kind.telling) <= set(columns_of(kind, names))), None
    )


@cache
def known_words() -> frozenset[str]:
    """All names of columns we know, of any table."""
    return frozenset(
        word for kind in KINDS for words in kind.columns.values() for word in words.split("|")
    ) | {*JOB_SIGNS, *REVIEW_SIGNS}
