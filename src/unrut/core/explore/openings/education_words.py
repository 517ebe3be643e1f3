"""The words by which postings name levels of education, and those beside which they do not ask for one."""

import re
from enum import StrEnum

from unrut.core.explore.openings.finding import Gate


class EducationLevel(StrEnum):
    """Levels from none to doctorate; `DEGREE` is one of which is not said what it is."""

    NONE = "none"
    SCHOOL = "school"
    VOCATIONAL = "vocational"
    ASSOCIATE = "associate"
    DEGREE = "degree"
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTORATE = "doctorate"


_OF = r"(?:['’´?\ufffd]?s)?['’]?"
_DEGREE = r"[\s-]{1,2}(?:level[\s-])?(?:degrees?|diploma|level|qualification|studies)\b"
_NEXT = (
    r"(?=\s?(?:\(|/|,|;|\.|$|\n|&|\+|\||or\b|and\b|in\b|of (?!the|our|their)|from\b|with\b|is\b|required"
    r"|preferred|level|degree|plus\b|highly|strongly|a plus|\s[–-]))"
)
_D, _M, _B, _A = (
    EducationLevel.DOCTORATE,
    EducationLevel.MASTER,
    EducationLevel.BACHELOR,
    EducationLevel.ASSOCIATE,
)
_V, _S = EducationLevel.VOCATIONAL, EducationLevel.SCHOOL
# The words to look for, the level they name, and how.
_NAMED: tuple[tuple[str, EducationLevel, str], ...] = (
    ("phd", _D, rf"phd\b{_NEXT}"),
    ("ph", _D, r"ph\.\s?d\b\.?"),
    ("doctorate doctorat", _D, r"doctorat"),
    ("doctoral", _D, r"doctoral[\s-](?:degree|level)"),
    ("masters", _M, rf"masters(?:{_DEGREE}|{_NEXT})"),
    (
        "master",
        _M,
        (
            rf"master(?:['’´?\ufffd]s(?:{_DEGREE}|{_NEXT})|{_DEGREE}|s?['’]? of (?:science|arts|business"
            rf"|education|engineering|public|social|fine|laws)| en\b|(?=\s?(?:/|oder|or)\s?(?:diplom|ph"
            rf"|doctor)))"
        ),
    ),
    ("masterstudium masterabschluss", _M, r"master"),
    ("msc mba meng", _M, rf"m\w+{_NEXT}"),
    ("ingénieur", _M, r"ingénieur"),
    ("bachelor bachelors", _B, rf"bachelor{_OF}(?:{_DEGREE}|(?!\s(?:party|pad|button)))"),
    ("baccalaureate", _B, r"(?<!international )baccalaureate(?: degree)?\b(?! program)"),
    ("bsc beng llb", _B, rf"\w+{_NEXT}"),
    (
        "studium hochschulstudium hochschulabschluss universitätsabschluss bachelorstudium bachelorabschluss",
        _B,
        r"(?<!duales )\w+",
    ),
    ("licenciatura universitetsexamen", _B, r"\w+"),
    ("hbo", _B, r"hbo[\s/-](?:niveau|werk|opleiding|diploma|wo|bachelor)"),
    ("licence", _B, r"licence (?:en|pro)\b"),
    ("bts", _A, r"(?<=un )bts\b|bts[\s/](?:ou|/|en\b|dut)"),
    (
        "associate associates",
        _A,
        (
            rf"associate{_OF}(?:[\s-](?:level[\s-])?degrees?|(?=\s?(?:/|or|and)\s?(?:a |an )?b(?:achelor|\.))"
            rf"|\sof (?:arts|science|applied)|(?<=s) (?=in\b))"
        ),
    ),
    ("aas", _A, r"aas\b(?=.{0,3}(?:degree|in\b))"),
    ("ausbildung berufsausbildung", _V, r"\w+\b(?! zu[mr]|splatz)"),
    ("cda", _V, r"(?<!paid )cda\b"),
    ("mbo", _V, r"mbo[\s/-](?:niveau|werk|opleiding|diploma|hbo|4)"),
    ("vocational", _V, r"vocational (?:diploma|qualification|degree|certificate)"),
    ("certificate", _V, r"(?:(?<=\bece )|(?<=early childhood ))certificate\b"),
    ("certificate", _V, r"certificate, diploma,? or"),
    ("ged abitur hochschulreife fachhochschulreife", _S, r"\w+"),
    (
        "diploma",
        _S,
        r"(?:(?<=high school )|(?<=high-school )|(?<=secondary school )|(?<=\bhs )|(?<=h\.s\. ))diploma",
    ),
    ("diploma", _V, r"(?:(?<=technical )|(?<=college ))diploma"),
)
SCHOOL = re.compile(
    r"high school (?:degree|education|graduat\w{1,3}|equivalen\w{1,3}|or equivalent|program completion)"
)
SCHOOLS, SCHOOL_WORDS = ("high school ",), frozenset({"high", "school"})
DEGREES: tuple[tuple[EducationLevel, re.Pattern[str]], ...] = (
    (_M, re.compile(r"(?:post-?)?(?<!under)graduate (?:level )?\Z|advanced[\s-]\Z")),
    (
        _B,
        re.compile(
            r"undergraduate \Z|(?:four|4)[\s-]years?[\s-](?:college |university )?\Z|(?:university"
            r"|college)[\s-]\Z"
        ),
    ),
    (_A, re.compile(r"(?:two|2)[\s-]year[\s-](?:college )?\Z|a\.a\.s?\.? \Z|associate['’´?\ufffd]?s? \Z")),
    (_D, re.compile(r"doctoral \Z")),
    (_S, re.compile(r"high school \Z")),
)
DEGREE_LEADS = (
    "graduate ",
    "level ",
    "advanced ",
    "advanced-",
    "college ",
    "university ",
    "college-",
    "university-",
    "year ",
    "year-",
    "a. ",
    "s. ",
    "a.s ",
    "doctoral ",
    "school ",
)
ANY_DEGREE = re.compile(
    r"degrees?(?=\s(?:in|from|with|or|is|required|preferred|qualified)\b|\s?[,/.;)]|\s?$|\s?\n)"
)
NO_DEGREE_BEFORE = (
    "some ",
    "high ",
    "certain ",
    "-",
    "great ",
    "the ",
    "bachelor’s ",
    "bachelor's ",
    "master’s ",
    "master's ",
)
BY_WORD: dict[str, list[tuple[EducationLevel, re.Pattern[str]]]] = {}
for _words, _level, _pattern in _NAMED:
    for _word in _words.split():
        BY_WORD.setdefault(_word, []).append((_level, re.compile(_pattern)))
DEGREE_WORDS = frozenset({"degree", "degrees"})
CASED_WORDS = frozenset({"bs", "ba", "ms", "ma"})
WORDS = frozenset(BY_WORD) | DEGREE_WORDS | CASED_WORDS
LETTERS = frozenset("bm")
OF_LETTER = {"b": _B, "m": _M, "a": _A}
STRINGS = (".s.", ".a.")  # the ends of B.S., M.A. and their like
LETTERED = re.compile(r"(?<![\w.])(?P<letter>[bma])\.[sa]\.(?=[\s/,)]|$)")
# "BS" is a degree only in capitals, beside another one or before a field.
CASED = re.compile(
    r"(?<![\w.&])[BM][SA](?=[/,]?\s?(?:or |and |&\s)?(?:[BM]\.?[AS]\b|MSc|PhD|MBA|in [A-Z]|degree"
    r"|Degree|in a |in computer|in related|in the field|in one of|or (?:equivalent|higher|above|related)))"
    r"|(?<=B[AS][/,])M[SA]\b|(?<=B[AS] or )M[SA]\b"
)
BEFORE_REACH = 24

# The clause speaks of what the employer offers, of others, or of something else altogether.
OTHERS = Gate(
    {
        "tuition": "",
        "reimburs": "",
        "scholarship": "",
        "transcript": "",
        "acquir": "",
        "at no cost": "",
        "award": "",
        "level licen": "",
        "bulletin": "",
        "founded": "",
        "enrolls": "",
        "professors": "",
        "graduates of": "",
        "courses for": "",
        "prepare students": "",
        "starting at": "",
        "semester credit": "",
        "dual enrollment programs": "",
        "instructor for the ": "",
        "associate degrees and": "",
        "transfer courses have": "",
        "baccalaureate program": "",
        "360": "",
        "salar": "",
        "offer": r"offers?\b",
        "toward": r"toward\w{0,1} (?:your|their|an?|the) (?:\w{1,9} )?(?:associate|bachelor|master|degree|cda)",
        "earn": r"earn\w{0,3} (?:your|their) (?:\w{1,9} )?(?:associate|bachelor|master|degree)",
        "complet": r"complet\w{0,4} (?:your|their) (?:\w{1,9} )?(?:associate|bachelor|master|degree)",
        "pursu": r"pursu\w{0,3} (?:an?|the|your|their) (?:\w{1,9} )?(?:associate|bachelor|master|degree|cda)",
        "student": r"students? (?:pursu|earn|who|complet|in\b|with)",
        "our ": r"our (?:team|founders|faculty|graduates|staff|students|(?:\w{1,12} )?degree program)",
        "we ": r"we (?:have|are) .{0,30}ph",
        "degree": r"degree (?:of|completion|level courses|seeking|offering)|(?<!a graduate )degree programs"
        r"|degrees (?:celsius|fahrenheit|primarily|awarded|that)|(?:several|this|the"
        r"|offering) (?:\w{1,12} )?degree program|\d[\s-]degree",
        "faculty": r"faculty (?:have|hold|who)",
        "mba ": r"mba (?:students|programs?)",
        "universit": r"universit\w{1,5} (?:offers|serves)",
        "my ": r"\bmy (?:master|phd|bachelor|degree)",
    }
)
NONE_NEEDED = ("no ", "not ", "kein")
NO_NEED = re.compile(
    r"no (?:college |university |formal )?(?:degree|diploma)s? (?:is |are )?(?:required|needed|necessary)"
    r"|degree (?:is )?not (?:required|needed|necessary)|kein studium (?:nötig|erforderlich)"
)
EXPERIENCE = Gate(
    {
        "in lieu": "",
        "experience equivalent": "",
        "combination of education": "",
        "combination of training": "",
        "expérience équivalente": "",
        "vergleichbare": "",
        "gleichwertige": "",
        "equivalen": r"equivalen\w{1,3}\b[^.]{0,40}(?:experience|combination|background)|equivalent work",
        "relevant": r"(?:or|/) (?:an? )?relevant(?: \w{1,12}){0,2} experience",
        "comparable": r"comparable(?: \w{1,12}){0,2} experience",
        "commensurate": r"(?:or|/) commensurate(?: \w{1,12}){0,2} experience",
        " years": r"or (?:\(?\w{1,6}\)? )?\(?\d{1,2}\)?\+? years",
    }
)
SUBJECTS = re.compile(
    r"\W{0,3}(?:degree |diploma |level |or higher |or above |\(required\) "
    r"|or equivalent )?(?:is required )?(?:in|im|en)(?: an?| the| any)?(?: fields? (?:of|such as))? "
)
SUBJECTS_END = re.compile(
    r"[.;:()\n|]|\s(?:with|from|and\s(?:\d|a|at|an)\b|or (?:equivalent|related|relevant|similar"
    r"|commensurate|an?\b|in lieu|\d)|required|preferred|plus|is|at|that|to|who|\d|for)\b|\s[–-]\s"
)
PARTED = re.compile(r",\s?(?:or |and )?|\sor\s|/|\sand\s|\soder\s|\sund\s|\sou\s")
WIDE = re.compile(
    r"^(?:an?y?\s)?(?:closely |highly |directly )?(?:related|working|pursuing|relevant|similar|the|a|other"
    r"|any|appropriate|one|another|its)\b|^(?:field|discipline|progress|area)s?$"
)
