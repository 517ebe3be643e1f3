import pytest

from unrut.core.explore.openings.need import Need, needs_of
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A degree is required", Need.REQUIRED),
        ("You must hold it", Need.REQUIRED),
        ("A degree is preferred", Need.WISHED),
        ("Experience is required, in a lab preferred", Need.WISHED),
        ("French is a plus", Need.WISHED),
        ("French, plus travel", Need.UNSAID),
        ("French: big plus!", Need.WISHED),
        ("Nice to have: French", Need.WISHED),
        ("A nice team", Need.UNSAID),
        ("Bonus points for French", Need.WISHED),
        ("A bonus of one month", Need.UNSAID),
        ("The ideal candidate", Need.UNSAID),
        ("French would be ideal", Need.WISHED),
        ("French is an asset.", Need.WISHED),
        ("An asset manager", Need.UNSAID),
        ("No preferred supplier", Need.UNSAID),
        ("A degree is not required", Need.UNSAID),
        ("Französisch von Vorteil", Need.WISHED),
        ("Preference will be given to locals", Need.WISHED),
        ("Applicants welcome", Need.WISHED),
        ("Your preference counts", Need.UNSAID),
        ("", Need.UNSAID),
    ],
)
def test_needs_of_words_beside(text: str, expected: Need) -> None:
    assert needs_of(posting_text(text)).between(0, len(text)) is expected


def test_needs_only_between_the_places() -> None:
    text = "A degree is required.\nFrench is preferred."
    needs = needs_of(posting_text(text))

    assert needs.between(0, 21) is Need.REQUIRED
    assert needs.between(22, len(text)) is Need.WISHED
    assert needs.between(0, 5) is Need.UNSAID
    assert (needs.is_wished(0, 21), needs.is_wished(22, 40)) == (False, True)
