"""From the words for a degree to the category of education, as O*NET counts them."""

import re
from collections.abc import Mapping

from unrut.core.explore.people.names import folded

LONGEST_DEGREE = 300
_SCHOOL, _TRADE, _ASSOCIATE, _BACHELOR, _AFTER_BACHELOR = 2, 3, 5, 6, 7
_MASTER, _PROFESSIONAL, _DOCTOR, _AFTER_DOCTOR = 8, 10, 11, 12
# Short forms are read without their dots, so that "B.Sc." is "bsc".
_WORDS: Mapping[int, str] = {
    _SCHOOL: "abitur ged matura maturita levels hochschulreife fachhochschulreife baccalaureat studentexamen bachillerato",
    _TRADE: "certificate zertifikat diploma apprenticeship ausbildung berufsausbildung lehre cap bep nvq mbo vocational",
    _ASSOCIATE: "associate associates aas hnd bts dut",
    _BACHELOR: (
        "bachelor bachelors bachelorstudium bsc bs ba beng bba llb bfa btech bcom bed hbo licence licenciatura laurea "
        "bacharelado licencjat kandidatexamen undergraduate baccalaureate"
    ),
    _AFTER_BACHELOR: "pgce pgdip pgcert",
    _MASTER: (
        "master masters masterstudium msc ms ma meng mba mfa mph mpa llm mres mphil magister magistrale diplom dipl "
        "mestrado maestria maitrise postgraduate"
    ),
    _PROFESSIONAL: "jd md mbbs dds dmd dvm pharmd staatsexamen",
    _DOCTOR: "phd dphil doctor doctorate doctoral doktor doctorat doutorado doctorado dottorato doctoraat edd dba",
    _AFTER_DOCTOR: "postdoc postdoctoral postdoctorate habilitation",
}
_CATEGORY = {word: category for category, words in _WORDS.items() for word in words.split()}
# Words that mean something else together than alone; each is read once.
_TOGETHER: tuple[tuple[frozenset[str], int], ...] = tuple(
    (frozenset(words.split()), category)
    for words, category in (
        ("post doc", _AFTER_DOCTOR),
        ("doctor medicine", _PROFESSIONAL),
        ("doctor dental", _PROFESSIONAL),
        ("doctor veterinary", _PROFESSIONAL),
        ("doctor pharmacy", _PROFESSIONAL),
        ("juris doctor", _PROFESSIONAL),
        ("postgraduate certificate", _AFTER_BACHELOR),
        ("graduate certificate", _AFTER_BACHELOR),
        ("postgraduate diploma", _AFTER_BACHELOR),
        ("graduate diploma", _AFTER_BACHELOR),
        ("diplome ingenieur", _MASTER),
        ("foundation degree", _ASSOCIATE),
        ("high school diploma", _SCHOOL),
        ("high school", _SCHOOL),
        ("secondary school", _SCHOOL),
    )
)
# Beside these, "master" and its like are no degrees.
_NO_DEGREE = frozenset("honorary honoris certified scrum craftsman workshop seminar bootcamp".split())
_WORD = re.compile(r"[a-z]+")


def education_in(words: str) -> int | None:
    """The highest category of education that the words for a degree name, from 1 to 12; None where they name none."""
    told = frozenset(_WORD.findall(folded(words[:LONGEST_DEGREE]).replace(".", "")))
    if told & _NO_DEGREE:
        return None
    found: set[int] = set()
    for parts, category in _TOGETHER:
        if parts <= told:
            told -= parts
            found.add(category)
    found |= {_CATEGORY[word] for word in told if word in _CATEGORY}
    return max(found, default=None)
