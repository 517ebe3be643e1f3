"""Builds src/unrut/core/meaning.npz, the table of what words mean. README.md beside this file says how.

python tools/meaning/build.py --encoder FOLDER
"""

import argparse
import hashlib
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "2")

import numpy as np
from numpy.typing import NDArray

TOOLS = Path(__file__).resolve().parents[1]
sys.path.append(str(TOOLS / "reader"))

from distilling import agreement, distil, narrowed, sums  # noqa: E402 - the reader's tools are found only now
from encoder import END, FIRST_SIGN, START, Encoder  # noqa: E402 - the same
from texts import own_texts, with_other_words, words_beyond  # noqa: E402 - the same

from unrut.core.meaning import FILE, plain_words  # noqa: E402 - the same
from unrut.core.reflect.pieces import bare, known_parts  # noqa: E402 - the same
from unrut.core.reflect.tokens import LONGEST, UNKNOWN, tokens_of  # noqa: E402 - the same

Numbers = NDArray[np.float32]

TABLE = TOOLS.parent / "src" / "unrut" / "core" / FILE
ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH, COPIES = 128, 2
KEPT = re.compile(r"##[a-z]+|##\d|[a-z]+|\d\d?")
UNKNOWN_TO_ENCODER = 100
TOKENS_AT_ONCE = 4_000
HELD_OUT = frozenset({"notes_j", "notes_l"})
MOST_HELD_OUT = 1_500
# Letters and signs come first in the encoder's list, then words from the commonest to the rarest.
FIRST_WORD, COMMON_WORDS, WEIGHT_OF_LETTER = 1_996, 1_500, 0.05
LARGEST_SMALL = 31


def main() -> None:
    """Encode tokens and texts, say what two files of notes held out say, learn from all, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument(
        "--encoder", type=Path, required=True, help="folder with model.safetensors and vocab.txt"
    )
    asked.add_argument("--keep", type=Path, help="file that keeps what the encoder said between runs")
    asked.add_argument("--to", type=Path, default=TABLE, help="the file to write")
    given = asked.parse_args()
    encoder = known_encoder(given.encoder)
    own = own_texts()
    places, beyond = kept_of(encoder), words_beyond(own, encoder.names)
    names = [*(encoder.names[place] for place in places), *beyond]
    texts = with_other_words(own, names, copies=COPIES)
    alone, whole = encoded(encoder, names, [text for text, _ in texts], given.keep)
    weight = np.concatenate([weights_of(places), np.ones(len(beyond))]).astype(np.float32)
    rows = [*([token] for token in range(len(names))), *rows_of([text for text, _ in texts], names)]
    alone, goals = narrowed(alone, whole, width=WIDTH)
    goals = np.vstack([alone, goals])
    first = alone * weight[:, None]
    report(first, rows, goals, whole, [source in HELD_OUT for _, source in texts])
    write(given.to, names, distil(first, *full(rows, goals)))
    print(f"{given.to}: {given.to.stat().st_size / 1e6:.2f} MB")


def known_encoder(folder: Path) -> Encoder:
    """The encoder, if it is the one that README.md names."""
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != ENCODER_SHA256:
        raise SystemExit(f"{folder} holds another encoder ({digest}). Take the one that README.md names.")
    return Encoder(folder)


def kept_of(encoder: Encoder) -> list[int]:
    """The tokens that the table keeps: all parts of words, words in plain letters, and small numbers."""
    names = enumerate(encoder.names)
    return [place for place, name in names if place >= FIRST_SIGN and KEPT.fullmatch(name)]


def encoded(
    encoder: Encoder, names: Sequence[str], texts: Sequence[str], keep: Path | None
) -> tuple[Numbers, Numbers]:
    """What the encoder says of every name alone, and of every text."""
    if keep is not None and keep.exists():
        with np.load(keep) as held:
            return held["alone"], held["whole"]
    numbers = {name: place for place, name in enumerate(encoder.names)}

    def tokens(text: str) -> list[int]:
        found = (token.number for token in tokens_of(text, numbers))
        return [UNKNOWN_TO_ENCODER if number == UNKNOWN else number for number in found]

    alone = _encoded(encoder, [[numbers[name]] if name in numbers else tokens(name) for name in names])
    whole = _encoded(encoder, [tokens(text) for text in texts])
    if keep is not None:
        np.savez(keep, alone=alone, whole=whole)
    return alone, whole


def _encoded(encoder: Encoder, rows: Sequence[Sequence[int]]) -> Numbers:
    """The vectors of rows of tokens; rows of one length go together."""
    cut = [(START, *row[: LONGEST - 2], END) for row in rows]
    vectors = np.zeros((len(cut), 384), dtype=np.float32)
    for length in sorted({len(row) for row in cut}):
        places = [place for place, row in enumerate(cut) if len(row) == length]
        step = max(1, TOKENS_AT_ONCE // length)
        for some in (places[at : at + step] for at in range(0, len(places), step)):
            vectors[some] = encoder.encode(np.array([cut[place] for place in some], dtype=np.int64))
    return vectors


def weights_of(places: Sequence[int]) -> Numbers:
    """How much a token tells at first: the rarer, the more."""
    place = np.array(places)
    rare = 1 / (1 + COMMON_WORDS / np.maximum(1, place - FIRST_WORD))
    return np.where(place < FIRST_WORD, WEIGHT_OF_LETTER, rare).astype(np.float32)


def rows_of(texts: Sequence[str], names: Sequence[str]) -> list[list[int]]:
    """The tokens of each text as the table will read it, without signs."""
    numbers = {name: place for place, name in enumerate(names)}
    return [
        [number for word in plain_words(text) for number, _, _ in known_parts(bare(word), numbers)]
        for text in texts
    ]


def full(rows: Sequence[list[int]], goals: Numbers) -> tuple[list[list[int]], Numbers]:
    """Only the rows that have a token, with their goals."""
    return [row for row in rows if row], goals[[bool(row) for row in rows]]


def report(
    first: Numbers, rows: Sequence[list[int]], goals: Numbers, whole: Numbers, is_held: Sequence[bool]
) -> None:
    """Print how well sums follow the encoder on notes held out, before and after distilling on the rest."""
    tokens = len(rows) - len(whole)
    rest = [*range(tokens), *(tokens + place for place, held in enumerate(is_held) if not held)]
    shown = [place for place, held in enumerate(is_held) if held and rows[tokens + place]][:MOST_HELD_OUT]
    taught = distil(first, *full([rows[place] for place in rest], goals[rest]))
    for name, vectors in (("weighted", first), ("distilled", taught)):
        found = sums(vectors, [rows[tokens + place] for place in shown])
        correlation, shared = agreement(found, whole[shown])
        print(
            f"{name}: correlation of cosines {correlation:.3f}, nearest ten shared {shared:.3f}", flush=True
        )


def write(file: Path, names: Sequence[str], vectors: Numbers) -> None:
    """Names, and vectors as whole numbers from -31 to 31 with a scale for every token: larger ones zip less and say no more."""
    scale = np.maximum(np.abs(vectors).max(axis=1) / LARGEST_SMALL, 1e-12).astype(np.float32)
    np.savez_compressed(
        file,
        names=np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        vectors=np.round(vectors / scale[:, None]).astype(np.int8),
        scale=scale,
    )


if __name__ == "__main__":
    main()
