"""What is measured within one process, warm: `python -m benchmarks.warm FOLDER ROUNDS` prints it as JSON.

The folder holds profiles for tender requests, all different. It is a process of its own, so that the one that starts
and measures commands stays small. Times are processor time a document, in seconds, the best of the rounds. Each round
has documents of its own that no earlier one has seen, so that only what documents share can have been kept; and the
collector of garbage does not look at the inputs that lie ready.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.chain import Chain, Clock, Drawn, watching_within
from benchmarks.context import make_context
from benchmarks.floors import make_floors
from benchmarks.stages import STAGES
from benchmarks.words import words_of_docx

if TYPE_CHECKING:
    from benchmarks.docxtpl_peer import Peer

WARMING = 100
"""How many profiles go first, so that all that they share has been read."""
Times = dict[str, float]


def main(folder: Path, rounds: int) -> None:
    """Print what was measured, and beside it which peer is missing."""
    files = sorted(folder.glob("*.yaml"))
    chain = Chain(folder)
    for file in files[:WARMING]:
        chain.make(file, Clock())
    unseen = iter(files[WARMING:])
    size = (len(files) - WARMING) // (2 * rounds)
    with tempfile.TemporaryDirectory(prefix="warm-") as scratch:
        peer, missing = find_docxtpl(Path(scratch, "template.docx"), chain.assets.word_base)
        taken = [measure_round(chain, peer, unseen, size, Path(scratch, str(number))) for number in range(rounds)]
    print(json.dumps({"missing": missing} | {part: least([times[part] for times in taken]) for part in taken[0]}))


def find_docxtpl(template: Path, word_base: bytes) -> tuple[Peer | None, str]:
    """Return docxtpl with its template, or nothing and why."""
    try:
        from benchmarks.docxtpl_peer import Peer
    except ImportError as error:
        return None, f"{error.name} is not installed (benchmarks/requirements.txt)"
    return Peer(template, word_base), ""


def measure_round(
    chain: Chain, peer: Peer | None, unseen: Iterator[Path], size: int, scratch: Path
) -> dict[str, Times]:
    """Return the times of one round: of us and docxtpl, of the stages of the chain, and of the floors."""
    drawn = [chain.draw(file, Clock()) for file in islice(unseen, size)]
    peers = {"docx": timed(lambda: [chain.write_docx(document) for document in drawn], size)}
    if peer:
        peers |= measure_docxtpl(peer, drawn)
        for document in drawn:
            if words_of_docx(chain.write_docx(document)) != words_of_docx(peer.fill(make_context(document.tokens))):
                raise ValueError(f"docxtpl's document of {document.facts.profile} does not say the same")
    clock = Clock()
    files = list(islice(unseen, size))
    with watching_within(clock):
        for file in files:
            chain.make(file, clock)
    stages = {stage: clock.spent[stage] / size for stage in STAGES}
    peers["chain"] = sum(stages.values())
    if peer:
        again = measure_docxtpl(peer, [chain.draw(file, Clock()) for file in files])
        peers["docxtpl for the chain"] = again["docxtpl"]
    floors = {name: timed(floor, size) for name, floor in make_floors(chain, files, scratch).items()}
    return {"peers": peers, "stages": stages, "floors": floors}


def measure_docxtpl(peer: Peer, drawn: Sequence[Drawn]) -> Times:
    """Return the time that docxtpl takes for documents, and for the loading of its template alone."""
    contexts = [make_context(document.tokens) for document in drawn]
    return {
        "docxtpl": timed(lambda: [peer.fill(context) for context in contexts], len(drawn)),
        "docxtpl load": timed(lambda: [peer.load() for _ in contexts], len(drawn)),
    }


def timed(side: Callable[[], object], count: int) -> float:
    """Return the processor time of one of the `count` things that a side does."""
    gc.collect()
    gc.freeze()
    start = process_time()
    side()
    spent = process_time() - start
    gc.unfreeze()
    return spent / count


def least(times: Sequence[Times]) -> Times:
    """Return the least time of each thing."""
    return {name: min(of[name] for of in times) for name in times[0]}


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
