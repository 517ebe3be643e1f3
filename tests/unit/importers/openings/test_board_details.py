"""The texts that a list leaves out are asked for at the right place."""

import pytest

from unrut.importers.openings.board_details import detail_request, has_details
from unrut.importers.openings.boards import board_of
from unrut.importers.openings.contract import PostedOpening

pytestmark = pytest.mark.unit

DETAILS = [
    (
        "https://jobs.smartrecruiters.com/Acme",
        "7439",
        "https://api.smartrecruiters.com/v1/companies/Acme/postings/7439",
    ),
    ("https://acme.bamboohr.com/", "12", "https://acme.bamboohr.com/careers/12/detail"),
    (
        "https://ats.rippling.com/acme/jobs",
        "00aa-11bb",
        "https://api.rippling.com/platform/api/ats/v1/board/acme/jobs/00aa-11bb",
    ),
    (
        "https://acme.eightfold.ai/careers?domain=acme.org",
        "42",
        "https://acme.eightfold.ai/api/apply/v2/jobs/42?domain=acme.org",
    ),
    (
        "https://acme.fa.em2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1",
        "42",
        (
            "https://acme.fa.em2.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisitionDetails?expand=all"
            "&onlyData=true&finder=ById;Id=%2242%22,siteNumber=CX_1"
        ),
    ),
]


def asked(address: str, opening: PostedOpening) -> str | None:
    board = board_of(address)
    assert board is not None
    request = detail_request(board, opening)
    return request and request.address


@pytest.mark.parametrize(
    ("address", "key", "detail"), DETAILS, ids=[address[8:30] for address, *_ in DETAILS]
)
def test_text_stands_under_the_key_of_the_opening(address: str, key: str, detail: str) -> None:
    assert asked(address, PostedOpening("x", key, "Nurse")) == detail
    assert asked(address, PostedOpening("x", key, "Nurse", text="All of it.")) is None
    assert asked(address, PostedOpening("x", "../../secret?a", "Nurse")) is None


@pytest.mark.parametrize(
    ("key", "url", "path"),
    [
        (
            "R1",
            "https://acme.wd5.myworkdayjobs.com/en-US/Careers/job/Bad-Ems/Nurse_R1?a=b",
            "/job/Bad-Ems/Nurse_R1",
        ),
        ("/job/Bad-Ems/Pfleger-für-Nächte_R1", "", "/job/Bad-Ems/Pfleger-f%C3%BCr-N%C3%A4chte_R1"),
        ("R1", "", None),
    ],
)
def test_text_of_workday_stands_under_its_path(key: str, url: str, path: str | None) -> None:
    found = asked(
        "https://acme.wd5.myworkdayjobs.com/Careers", PostedOpening("workday", key, "Nurse", url=url)
    )

    assert found == (path and f"https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/Careers{path}")


def test_board_with_texts_in_its_list_needs_no_more() -> None:
    board = board_of("https://boards.greenhouse.io/acme")

    assert board is not None
    assert (has_details(board), detail_request(board, PostedOpening("greenhouse", "1", "Nurse"))) == (
        False,
        None,
    )
