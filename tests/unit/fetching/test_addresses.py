"""Addresses are taken apart, and those that are not of the public web are refused."""

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unrut.fetching.addresses import LONGEST_ADDRESS, WEB_PORTS, Rules, is_public, may_ask, web_address
from unrut.fetching.contract import FetchError, Outcome

pytestmark = pytest.mark.unit

NOT_PUBLIC = (
    "0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.9.9 "
    "192.0.0.1 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 239.1.1.1 240.0.0.1 "
    "255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::808:808 "
    "100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: fc00::1 fd12:3456::1 fe80::1 fec0::1 ff02::1 4000::1"
).split()


@pytest.mark.parametrize("ip", NOT_PUBLIC)
def test_address_near_this_machine_is_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize(
    "ip", ["8.8.8.8", "93.184.216.34", "172.32.0.1", "2606:2800:220:1::1", "64:ff9b::808:808"]
)
def test_address_of_the_internet_is_public(ip: str) -> None:
    assert is_public(ip)
    assert may_ask("any.example.com", ip)


@pytest.mark.parametrize("text", ["", "example.com", "8.8.8", "fe80::1%eth0", "08.8.8.8"])
def test_what_is_no_number_is_not_public(text: str) -> None:
    assert not is_public(text)


@given(st.ip_addresses(v=4))
@example(IPv4Address("100.64.0.1"))
def test_private_address_in_any_dress_is_not_public(inner: IPv4Address) -> None:
    bits = int(inner)

    dressed = (
        IPv6Address(0xFFFF << 32 | bits),
        IPv6Address(0x2002 << 112 | bits << 80),
        IPv6Address(0x64FF9B << 96 | bits),
        IPv6Address(bits),
    )

    assert [is_public(str(each)) for each in dressed] == [False, False, is_public(str(inner)), False]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("https://jobs.example.com", "https://jobs.example.com/"),
        (" HTTPS://Jobs.Example.com:443/A?b=c#d ", "https://jobs.example.com/A?b=c"),
        ("http://jobs.example.com:443/", "http://jobs.example.com:443/"),
        ("https://bücher.example.com/", "https://xn--bcher-kva.example.com/"),
        ("https://8.8.8.8/x", "https://8.8.8.8/x"),
        ("https://[2606:2800:220:1::1]/x", "https://[2606:2800:220:1::1]/x"),
        ("https://my_board.example.com/", "https://my_board.example.com/"),
    ],
)
def test_address_is_taken_apart(text: str, whole: str) -> None:
    assert str(web_address(text)) == whole


REFUSED = [
    ("", "is no address of the web"),
    ("jobs.example.com", "is no address of the web"),
    ("ftp://jobs.example.com/", "is no address of the web"),
    ("file:///etc/passwd", "is no address of the web"),
    ("https://", "is no address of the web"),
    ("https://me:secret@jobs.example.com/", "a name or a password"),
    ("https://jobs.example.com@127.0.0.1/", "a name or a password"),
    ("https://jobs.example.com\\@127.0.0.1/", "cannot be read"),
    ("https://jobs.example.com/a b", "cannot be read"),
    ("https://jobs.example.com/\u202ea", "cannot be read"),
    ("https://[::1/", "cannot be read"),
    ("https://[fe80::1%25eth0]/", "cannot be read"),
    ("https://[v1.x]/", "cannot be read"),
    ("https://jobs.example.com:port/", "cannot be read"),
    ("https://jobs.example.com:99999/", "cannot be read"),
    ("https://a..example.com/", "cannot be read"),
    ("https://localhost./", "cannot be read"),
    ("https://-jobs.example.com/", "cannot be read"),
    (f"https://{'a' * 64}.example.com/", "cannot be read"),
    (f"https://{'a.' * 130}example.com/", "cannot be read"),
    (f"https://jobs.example.com/{'a' * LONGEST_ADDRESS}", "more than 2,000 characters"),
    ("http://jobs.example.com:8080/", "names port 8080"),
    ("http://127.0.0.1/", "not to the public web"),
    ("http://[::1]/", "not to the public web"),
    ("http://[::ffff:127.0.0.1]/", "not to the public web"),
    ("http://169.254.169.254/latest/meta-data", "not to the public web"),
    ("http://localhost/", "not to the public web"),
    ("http://a.localhost/", "not to the public web"),
    ("http://printer.local/", "not to the public web"),
    ("http://router.home.arpa/", "not to the public web"),
    ("http://intranet/", "not to the public web"),
    ("http://2130706433/", "a number written like a name"),
    ("http://0x7f000001/", "a number written like a name"),
    ("http://0x7f.1/", "a number written like a name"),
    ("http://0177.0.0.1/", "a number written like a name"),
    ("http://127.1/", "a number written like a name"),
    ("http://127.0.0.1.0x/", "a number written like a name"),
    ("http://１２７.0.0.1/", "not to the public web"),
]


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_address_that_may_not_be_asked_is_refused(text: str, why: str) -> None:
    with pytest.raises(FetchError, match=why) as refused:
        web_address(text)

    assert refused.value.outcome is Outcome.ADDRESS


def asked(text: str) -> str:
    """The address that would be asked; "" where none would."""
    try:
        address = web_address(text)
    except FetchError:
        return ""
    return str(address) if address.port in WEB_PORTS else "a port that may not be asked"


@given(st.text() | st.text("/:@[]%.\\?#0127abxf").map("http://".__add__))
def test_address_of_any_text_is_refused_or_the_same_again(text: str) -> None:
    assert asked(asked(text)) == asked(text)


def test_rules_of_a_test_allow_its_own_server() -> None:
    rules = Rules(frozenset({8421}), lambda host, ip: host == ip == "127.0.0.1")

    assert web_address("http://127.0.0.1:8421/", rules).port == 8421
