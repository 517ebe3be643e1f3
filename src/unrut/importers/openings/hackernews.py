"""Openings from Hacker News: the monthly threads of employers and the list of jobs, as its interfaces answer them."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, required_title
from unrut.importers.openings.fields import first_words, is_json_with, told
from unrut.importers.openings.first_lines import BARS, LINK, Head, bars_in, labelled_in, roles_in, taken_apart
from unrut.importers.text_tools import day_of, json_value, list_at, one_line, plain_text, safe_link, words_at

ITEM = "https://news.ycombinator.com/item?id="
SITE = "news.ycombinator.com"
LONGEST_TITLE = 160
LONGEST_READ = 50_000  # letters among which the first line and the roles are looked for
LISTS = ("jobs", "hits", "children", "items", "comments", "jobstories", "posts")
ANCHOR = re.compile(
    r"""<a\s[^<>]{0,40}href=["']([^"'<>]{1,2000})["'][^<>]{0,80}>[^<>]{0,400}</a>""", re.IGNORECASE
)
END_OF_LINE = re.compile(r"<p>|<br\s?/?>|\n", re.IGNORECASE)
APPLY = re.compile(
    r"job|career|apply|hiring|ashbyhq|greenhouse|lever\.co|workable|recruitee|position|join", re.IGNORECASE
)
SEEKERS = re.compile(r"who wants to be hired", re.IGNORECASE)
BOTH_SIDES = re.compile(r"seeking freelancer", re.IGNORECASE)
SEEKS_FREELANCER = re.compile(r"^\W{0,5}seeking freelancers?\W{1,5}", re.IGNORECASE)
SEEKS_WORK = re.compile(r"\W*seeking work\b", re.IGNORECASE)


class HackerNewsImporter:
    """Reads items and searches of Algolia, items of the official interface, and lists of them.

    Answers to a posting, and posts of people who seek work, are left out where the file says that they are that.
    """

    name = "hackernews"
    label = "jobs from Hacker News"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure by the names that only these answers have together."""
        patterns = (
            ("by", "text", "time", "id"),
            ("by", "title", "time", "score"),
            ("by", "kids", "time"),
            ("author", "children", "story_id"),
            ("author", "objectID", "_tags"),
        )
        return 0.95 if any(is_json_with(content, *names) for names in patterns) else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings, one for each comment or job."""
        value = json_value(content)
        posts = _posts(value)
        if posts is None:
            raise UnreadableFileError(
                "The file holds no comments or jobs of Hacker News, only their numbers or the thread itself. "
                "Save the answer that has their texts."
            )
        parsed = collect(posts, lambda post: _opening(post, company))
        if not posts:
            raise UnreadableFileError(
                "All that the file holds is answers to postings, or people who seek work. Give us the thread of employers."
            )
        return parsed


def _posts(value: Any) -> list[tuple[str, Any]] | None:
    """The posts with their places in the file; none at all where there are no texts in it."""
    posts, thread = _listed(value)
    if posts is None:
        return [("job 1", value)] if _is_post(value) else None
    shown = [
        (f"job {number}", post)
        for number, post in enumerate(posts, start=1)
        if not (isinstance(post, Mapping) and _is_left_out(post, thread))
    ]
    has_texts = any(not isinstance(post, Mapping) or _is_post(post) for post in posts)
    return shown if has_texts and not all(isinstance(post, int) for post in posts) else None


def _listed(value: Any) -> tuple[list[Any] | None, str]:
    """The list of posts and the title of their thread."""
    if isinstance(value, list):
        return value, ""
    if not isinstance(value, Mapping):
        return None, ""
    name = next((name for name in LISTS if isinstance(value.get(name), list) and value[name]), "")
    if name == "children" and words_at(value, "type") in {"comment", "job"}:
        return None, ""  # a posting of its own, with the answers to it
    title = words_at(value, "title") or words_at(value, "sources", "who_is_hiring_thread_title")
    return (list(value[name]), title) if name else (None, title)


def _is_post(post: Any) -> bool:
    """Whether it holds something to read: a text, or the title of a job."""
    if not isinstance(post, Mapping):
        return False
    is_job = words_at(post, "type") != "story" or "story" not in list_at(post, "_tags")
    return bool(_written(post)) or (is_job and bool(words_at(post, "title")) and not _is_thread(post))


def _is_thread(post: Mapping[str, Any]) -> bool:
    """Whether it is the question itself, under which the postings stand."""
    is_story = words_at(post, "type") == "story" or "story" in list_at(post, "_tags")
    return is_story and words_at(post, "title").lower().startswith("ask hn")


def _is_left_out(post: Mapping[str, Any], thread: str) -> bool:
    """Whether the file makes plain that it is no posting: deleted, an answer, the question, or somebody who seeks work."""
    if post.get("deleted") is True or post.get("dead") is True or _is_thread(post):
        return True
    if not _written(post) and not words_at(post, "title"):
        return True
    topic = words_at(post, "story_title") or thread
    is_seeker = SEEKERS.search(topic) or (BOTH_SIDES.search(topic) and SEEKS_WORK.match(_written(post)))
    return bool(is_seeker) or _is_answer(post)


def _is_answer(post: Mapping[str, Any]) -> bool:
    parent, story = words_at(post, "parent_id"), words_at(post, "story_id")
    return bool(parent and story) and parent != story


def _written(post: Mapping[str, Any]) -> str:
    names = ("text", "comment_text", "job_text", "story_text")
    return next((text for name in names if isinstance(text := post.get(name), str) and text.strip()), "")


def _opening(post: Mapping[str, Any], company: str) -> PostedOpening:
    written = ANCHOR.sub(r" \1 ", _written(post))
    lines = _lines(written[:LONGEST_READ])
    stated = words_at(post, "title")
    first = SEEKS_FREELANCER.sub("", stated or next(iter(lines), ""))
    head = _head(first, lines)
    text = "\n\n".join(part for part in (stated if stated not in lines[:1] else "", _text(written)) if part)
    title = required_title(head.title or _roles(lines) or _whole(first))
    number = first_words(post, "id", "objectID")
    page = f"{ITEM}{number}" if number.isdecimal() else ""
    links = _links(written)
    own = safe_link(post.get("url"))
    employer = head.company or company
    return PostedOpening(
        source=HackerNewsImporter.name,
        key=key_of(number, title=title, company=employer, place=head.place, text=text),
        title=title,
        company=employer,
        place=head.place,
        workplace=head.workplace,
        remote_area=head.remote_area,
        url=page or own,
        apply_url=own or next((link for link in links if APPLY.search(link)), ""),
        contract=head.contract,
        pay=head.pay,
        posted_on=_day(post),
        text=text,
        more=told(*_more(post, head, title, _roles(lines))),
    )


def _lines(written: str) -> list[str]:
    """The lines of a comment; its first one may be all that stands on one line."""
    pieces = (
        one_line(html.unescape(re.sub(r"<[^<>]{0,200}>", "", piece))) for piece in END_OF_LINE.split(written)
    )
    return [piece for piece in pieces if piece]


def _text(written: str) -> str:
    # The line ends of a comment are meant, though browsers do not show them.
    return plain_text("<p>" + written.strip().replace("\n", "<br>"))


def _head(first: str, lines: Sequence[str]) -> Head:
    """What the first line says, else what lines with labels near it say."""
    head = taken_apart(first)
    return head if head.company or head.title else labelled_in(lines, head)


def _roles(lines: Sequence[str]) -> str:
    return ", ".join(roles_in(lines[1:]))[:LONGEST_TITLE]


def _whole(first: str) -> str:
    """The first line itself, where it names no role."""
    bare = " | ".join(bars_in(first)) if BARS.search(first) else one_line(LINK.sub(" ", first)) or first
    return bare if len(bare) <= LONGEST_TITLE else bare[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def _links(written: str) -> list[str]:
    found = re.findall(r"https?://[^\s<>\"']{1,2000}", html.unescape(written))
    return [link for each in found if (link := safe_link(each.rstrip(".,;:)")))]


def _day(post: Mapping[str, Any]) -> Any:
    return day_of(post.get("time")) or day_of(post.get("created_at")) or day_of(post.get("created_at_i"))


def _more(post: Mapping[str, Any], head: Head, title: str, roles: str) -> Iterator[tuple[str, str]]:
    yield "Posted by", first_words(post, "by", "author")
    yield "Thread", words_at(post, "story_title")
    yield "Also", "; ".join(head.others)
    if roles != title:
        yield "Roles", roles
