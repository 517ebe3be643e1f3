"""Which addresses may be asked: ordinary ones of the public web, and nothing on or near this machine."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from unrut.fetching.contract import FetchError, Outcome

LONGEST_ADDRESS = 2000
LONGEST_HOST = 253
PORTS = {"http": 80, "https": 443}
WEB_PORTS = frozenset(PORTS.values())

LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")  # a name that ends in one is a number in disguise
# Names that lead home or into a network of somebody's own.
NEAR = frozenset(
    "localhost local localdomain internal intranet lan home corp private arpa onion test invalid".split()
)

# What Python calls global and is not a place to ask: the old relay of 6to4.
_NOT_ASKED = ip_network("192.88.99.0/24")
_WEB6 = IPv6Network("2000::/3")  # all of IPv6 that was ever given out
_TRANSLATED = IPv6Network("64:ff9b::/96")  # how networks without IPv4 reach it
_TUNNELS = (
    IPv6Network("2002::/16"),
    IPv6Network("2001::/32"),
)  # 6to4 and Teredo carry an IPv4 address inside

MayAsk = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address taken apart and checked as far as that goes without asking for its name."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """The address without what follows the host."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")

    def __str__(self) -> str:
        return self.origin + self.target


def is_public(ip: str) -> bool:
    """Whether a numeric address is one of the public internet."""
    try:
        number = ip_address(ip)
    except ValueError:
        return False
    if isinstance(number, IPv4Address):
        return _is_public4(number)
    return _is_public6(number)


def _is_public4(number: IPv4Address) -> bool:
    return (
        number.is_global and not number.is_multicast and not number.is_reserved and number not in _NOT_ASKED
    )


def _is_public6(number: IPv6Address) -> bool:
    if number in _TRANSLATED:
        return _is_public4(IPv4Address(number.packed[-4:]))
    if any(number in tunnel for tunnel in _TUNNELS):
        return False
    return number in _WEB6 and number.is_global


def may_ask(host: str, ip: str) -> bool:  # noqa: ARG001 - a rule may look at the name as well
    """The rule of the program: whatever the name, the address must be public."""
    return is_public(ip)


@dataclass(frozen=True, slots=True)
class Rules:
    """Whom the program may ask. Only tests, which have a server of their own, make other rules."""

    ports: frozenset[int] = WEB_PORTS
    may_ask: MayAsk = may_ask


PUBLIC_WEB = Rules()


def web_address(text: str, rules: Rules = PUBLIC_WEB) -> WebAddress:
    """Take an address apart.

    Raises FetchError with a sentence when it is none of the public web.
    """
    parts = _parts(text.strip())
    host = _host(parts)
    port = _port(parts) or PORTS[parts.scheme]
    if port not in rules.ports:
        raise _refused(
            f"The address of {host} names port {port}. Only the usual ports of the web, 80 and 443, are asked."
        )
    if _is_numeric(host) and not rules.may_ask(host, host):
        raise refused_place(host)
    path = parts.path or "/"
    return WebAddress(parts.scheme, host, port, f"{path}?{parts.query}" if parts.query else path)


def refused_place(host: str) -> FetchError:
    """The refusal of a host that is not on the public web."""
    return _refused(
        f"{host} leads to this machine or to a network of its own, not to the public web, so it is not asked. "
        "Save what it shows as a file and import that."
    )


def _parts(text: str) -> SplitResult:
    if len(text) > LONGEST_ADDRESS:
        raise _refused(f"This address has more than {LONGEST_ADDRESS:,} characters. Give a shorter one.")
    if "\\" in text or not text.isprintable() or " " in text:
        raise _unreadable(text)
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise _unreadable(text) from error
    if parts.scheme not in PORTS or not parts.netloc:
        raise _refused(f'"{text[:80]}" is no address of the web. Give one that begins with https://.')
    if "@" in parts.netloc:
        raise _refused("This address carries a name or a password before an @. Give it without them.")
    return parts


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").lower()
    if "[" in parts.netloc:
        return _numeric6(host)
    try:
        name = host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise _unreadable(parts.netloc) from error
    if not _is_name(name):
        raise _unreadable(parts.netloc)
    labels = name.split(".")
    if NUMBER.fullmatch(labels[-1]) and not _is_numeric(name):
        raise _refused(
            f"{name} is a number written like a name, so it is not asked. Give the name of the site."
        )
    if labels[-1] in NEAR or len(labels) == 1:
        raise refused_place(name)
    return name


def _numeric6(host: str) -> str:
    if "%" in host or not _is_numeric(host):
        raise _unreadable(host)
    return host


def _is_name(name: str) -> bool:
    return len(name) <= LONGEST_HOST and all(LABEL.fullmatch(label) for label in name.split("."))


def _is_numeric(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError as error:
        raise _unreadable(parts.netloc) from error


def _unreadable(text: str) -> FetchError:
    return _refused(f'"{text[:80]}" cannot be read as an address. Copy it once more from the browser.')


def _refused(sentence: str) -> FetchError:
    return FetchError(Outcome.ADDRESS, sentence)
