"""Builds src/unrut/core/reflect/model.npz, the small model that reads notes. README.md beside this file says how.

python tools/reader/build.py --encoder FOLDER
"""

import argparse
import hashlib
import os
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# More threads than the machine has to spare make the small products here ten times slower.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import words
from encoder import Encoder
from learning import calibrate, calibration_error, f1
from numpy.typing import NDArray
from shipping import arrays_of
from statements import Labelled, labelled_notes
from training import Trained, flat, kept, logits_of, train

from unrut.core.facets import shipped_vocabulary

Numbers = NDArray[np.float32]

MODEL = Path(__file__).resolve().parents[2] / "src" / "unrut" / "core" / "reflect" / "model.npz"
ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
AS_IN_LIFE = frozenset(f"notes_{letter}" for letter in "efghijkl")
HELD_OUT_OF = 5
SHARES = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
AS_GOOD = 0.002


@dataclass(frozen=True, slots=True)
class Judged:
    """What notes held out say: the share of the network, a line for each facet, the least chance that names one."""

    share: float
    slope: Numbers
    offset: Numbers
    least: float


def main() -> None:
    """Build both halves without some notes, judge them by those, build them again from all, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument(
        "--encoder", type=Path, required=True, help="folder with model.safetensors and vocab.txt"
    )
    asked.add_argument("--keep", type=Path, help="folder that keeps finished networks between runs")
    asked.add_argument("--to", type=Path, default=MODEL, help="the file to write")
    given = asked.parse_args()
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
    encoder = known_encoder(given.encoder)
    notes = labelled_notes()
    learnt_from = [note for note in notes if not is_held_out(note)]
    judged = judge(encoder, notes, network_of(encoder, learnt_from, given.keep and given.keep / "judged.npz"))
    network = network_of(encoder, notes, given.keep and given.keep / "all.npz")
    held = arrays_of(network, words.fit_words(encoder, notes))
    np.savez(given.to, **held, **arrays_of_judgement(judged))
    print(f"{given.to}: {given.to.stat().st_size / 1e6:.1f} MB")


def known_encoder(folder: Path) -> Encoder:
    """The encoder, if it is the one that README.md names."""
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != ENCODER_SHA256:
        raise SystemExit(f"{folder} holds another encoder ({digest}). Take the one that README.md names.")
    return Encoder(folder)


def network_of(encoder: Encoder, notes: Sequence[Labelled], keep: Path | None) -> Trained:
    """The network trained on these notes, or the one that was kept; single words of the vocabulary are not for it."""
    if keep is not None and keep.exists():
        return kept(encoder, keep)
    network = train(encoder, [note for note in notes if note.weight == 1])
    if keep is not None:
        np.savez(keep, **flat(network))
    return network


def judge(encoder: Encoder, notes: Sequence[Labelled], network: Trained) -> Judged:
    """How the halves go together best, by notes that they have not seen."""
    held = [note for note in notes if is_held_out(note)]
    rest = [note for note in notes if not is_held_out(note)]
    print(f"{len(rest)} notes to learn from, {len(held)} to be judged by", flush=True)
    wordwise = words.fit_words(encoder, rest)
    return judged_by(words.logits_of(wordwise, held), logits_of(network, held), labels_of(held))


def is_held_out(note: Labelled) -> bool:
    """Whether a note is for judging: every fifth in the files whose facets occur about as often as in life."""
    return note.source in AS_IN_LIFE and zlib.crc32(note.text.encode()) % HELD_OUT_OF == 0


def judged_by(by_word: Numbers, by_network: Numbers, labels: NDArray[np.bool_]) -> Judged:
    """The share and the calibration with the best micro F1 on these notes."""
    found = {}
    for share in SHARES:
        logits = (1 - share) * by_word + share * by_network
        slope, offset = calibrate(logits, labels.astype(np.float32))
        chance = 1 / (1 + np.exp(-(logits * slope + offset)))
        least = _least(chance, labels)
        micro, macro = f1(chance >= least, labels)
        found[micro] = Judged(share, slope, offset, least)
        error = calibration_error(chance, labels)
        print(
            f"network {share:.1f}: micro F1 {micro:.3f}, macro F1 {macro:.3f}, calibration error {error:.4f}"
        )
    return found[max(found)]


def labels_of(notes: Sequence[Labelled]) -> NDArray[np.bool_]:
    """A row a note, a column a facet."""
    return np.array([[facet in note.facets for facet in shipped_vocabulary().facets] for note in notes])


def arrays_of_judgement(judged: Judged) -> dict[str, Numbers]:
    """What was judged, by the names that the reader looks for."""
    return {
        "share": np.float32(judged.share),
        "slope": judged.slope,
        "offset": judged.offset,
        "least": np.float32(judged.least),
    }


def _least(chance: Numbers, labels: NDArray[np.bool_]) -> float:
    bars = np.arange(0.15, 0.6, 0.01)
    found = np.array([f1(chance >= bar, labels)[0] for bar in bars])
    # The curve is flat near its top: of bars that do as well, the highest puts the fewest wrong words in a mouth.
    return float(bars[found >= found.max() - AS_GOOD].max())


if __name__ == "__main__":
    main()
