"""A page of somebody else, open in the same browser, can neither read nor write.

It lies on another port of the same machine, which is the nearest a stranger gets: cookies are sent along.
"""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect
from tests.browser.places import Site, Visit

pytestmark = pytest.mark.browser

FETCH = "(address) => fetch(address, {credentials: 'include'}).then(() => 'read', (error) => error.name)"
SUBMIT = """([address, name, value]) => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  form.append(Object.assign(document.createElement("input"), {name, value}));
  document.body.append(form);
  form.submit();
}"""
FRAME = """(address) => new Promise((resolve) => {
  const frame = document.createElement("iframe");
  frame.onload = () => resolve(frame.contentDocument === null);
  frame.src = address;
  document.body.append(frame);
})"""


class Page200(BaseHTTPRequestHandler):
    """Answers everything with one page."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Elsewhere</title><p>A page of somebody else</p>")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the library
        """Nothing: a test has nothing to tell."""


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Site]:
    """A page of somebody else."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Page200) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Site(f"http://127.0.0.1:{server.server_port}", {"cookies": [], "origins": []})
        server.shutdown()
        thread.join()


@pytest.fixture
def foreign(elsewhere: Site, example_site: Site, visit: Visit) -> Page:
    """The foreign page, open beside the signed-in site in one window."""
    page = visit(example_site, "/settings/")
    expect(page.get_by_role("link", name="Download everything")).to_be_visible()
    page.goto(elsewhere.origin)
    return page


@pytest.mark.parametrize("address", ["/settings/export/", "/behind/", "/plan/calendar.ics"])
def test_foreign_page_reads_nothing(foreign: Page, example_site: Site, address: str) -> None:
    outcome = foreign.evaluate(FETCH, example_site.origin + address)

    assert outcome == "TypeError"


def test_foreign_form_writes_nothing(foreign: Page, example_site: Site) -> None:
    foreign.evaluate(SUBMIT, [example_site.origin + "/picture/done/", "text", "Written by a stranger"])
    expect(foreign.get_by_role("alert")).to_contain_text("came from somewhere else, so nothing was saved")
    foreign.goto(example_site.origin + "/picture/")

    expect(foreign.locator("#line")).to_be_visible()
    expect(foreign.get_by_text("Written by a stranger")).to_have_count(0)


def test_foreign_form_does_not_leave_the_example(foreign: Page, example_site: Site) -> None:
    foreign.evaluate(SUBMIT, [example_site.origin + "/example/close/", "a", "b"])
    expect(foreign.get_by_role("alert")).to_contain_text("came from somewhere else, so nothing was saved")
    foreign.goto(example_site.origin + "/behind/")

    expect(foreign.get_by_text("You are looking at an example.")).to_be_visible()


def test_foreign_page_cannot_frame_ours(foreign: Page, example_site: Site) -> None:
    said: list[str] = []
    foreign.on("console", lambda message: said.append(message.text))

    foreign.evaluate(FRAME, example_site.origin + "/behind/")

    assert [text for text in said if "frame-ancestors 'none'" in text] != []
    assert foreign.frames[1].get_by_text("You are looking at an example.").count() == 0


def test_foreign_page_cannot_use_our_export_as_a_script(foreign: Page, example_site: Site) -> None:
    outcome = foreign.evaluate(
        """(address) => new Promise((resolve) => {
          const script = document.createElement("script");
          script.onload = () => resolve("loaded");
          script.onerror = () => resolve("refused");
          script.src = address;
          document.body.append(script);
        })""",
        example_site.origin + "/settings/export/",
    )

    assert outcome == "refused"


def test_stranger_sees_a_locked_door_only(site: Site, visit: Visit) -> None:
    page = visit(site, "/settings/", is_stranger=True)

    expect(page.get_by_role("heading", level=1)).to_have_text("This door is locked.")
    expect(page.get_by_role("link")).to_have_text(["Skip to the content", "Unrut"])
