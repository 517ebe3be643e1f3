"""Postings made for measuring: paragraphs of the example, and of real postings where they lie beside the project, put together anew."""

import csv
import html
import json
import random
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from common import ROOT

REAL = ROOT / "../shared/data/postings"
SEED = 5
IN_A_FILE = 1000  # a board of more would be larger than what is read at once
WORN_TAGS = ("p", "p", "div", 'p style="text-align: left;"')


def boards(count: int) -> list[bytes]:
    """Files of Greenhouse boards with so many postings in all, no two of them alike."""
    texts = [*invented_texts(), *real_texts()]
    chance = random.Random(SEED)
    jobs = [_job(number, texts, chance) for number in range(count)]
    return [_board(jobs[start : start + IN_A_FILE]) for start in range(0, count, IN_A_FILE)]


def invented_texts() -> list[str]:
    """The postings of the example."""
    told = tomllib.loads(files("unrut.data.example").joinpath("openings.toml").read_text(encoding="utf-8"))
    return [opening["text"].strip() for opening in told["opening"]]


def real_texts() -> list[str]:
    """Real postings, which are for measuring only; none where they are missing."""
    return [text for text in (*_of_table(REAL / "linkedin_jobs_2025.csv"), *_of_threads(REAL / "hn")) if text]


def _of_table(file: Path) -> Iterator[str]:
    if file.exists():
        with file.open(encoding="utf-8", newline="") as lines:
            yield from (row["description"].strip() for row in csv.DictReader(lines))


def _of_threads(folder: Path) -> Iterator[str]:
    for file in sorted(folder.glob("*.json")):
        for job in json.loads(file.read_bytes())["jobs"]:
            yield html.unescape((job["text"] or "").replace("<p>", "\n\n").replace("</p>", ""))


def _job(number: int, texts: Sequence[str], chance: random.Random) -> dict[str, object]:
    """A posting with the paragraphs of one text, one of them from another."""
    paragraphs = texts[number % len(texts)].split("\n\n")
    other = chance.choice(texts).split("\n\n")
    paragraphs[chance.randrange(len(paragraphs))] = chance.choice(other)
    written = "\n".join(_marked_up(paragraph, chance) for paragraph in [*paragraphs, f"Reference {number}."])
    return {
        "id": 4_000_000 + number,
        "title": f"Baker {number}",
        "absolute_url": f"https://boards.greenhouse.io/nightoven/jobs/{number}",
        "company_name": "Night Oven",
        "location": {"name": chance.choice(["Leeds, England", "Ghent, Belgium", "Remote - Europe"])},
        "updated_at": "2026-11-02T09:00:00-04:00",
        "first_published": "2026-10-28T09:00:00-04:00",
        "departments": [{"id": 7, "name": "Bread"}],
        "offices": [],
        "metadata": None,
        "content": html.escape(written),
    }


def _marked_up(paragraph: str, chance: random.Random) -> str:
    """A paragraph in the tags of a board; several lines are a list."""
    lines = [html.escape(line.strip(), quote=False) for line in paragraph.split("\n") if line.strip()]
    if len(lines) > 2:
        return f"<ul>\n{''.join(f'<li><span>{line}</span></li>' for line in lines)}</ul>"
    tag = chance.choice(WORN_TAGS)
    return f"<{tag}>{'<br>'.join(lines)}</{tag.split(' ')[0]}>"


def _board(jobs: Sequence[dict[str, object]]) -> bytes:
    return json.dumps({"jobs": jobs, "meta": {"total": len(jobs)}}).encode()
