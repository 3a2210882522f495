"""How long until mdquiz can be used: the app's first frame, and the commands that answer at once.

Run `python benchmarks/startup.py [RUNS]`. The first frame is timed from exec to the moment a marker
of the home screen has been written to a pseudo-terminal of 80×24, in turn with a minimal Textual
app; the commands are timed in turn with a bare interpreter, over a library of 10,000 cards with
progress. Medians and ratios are printed; the aims stand beside them.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from terminals import Terminal

MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("a usable frame")
Minimal().run()
"""

MDQUIZ = "from mdquiz.cli.main import run; run()"


def first_frame(code: str, arguments: list[str], marker: bytes, home: Path) -> float:
    """Seconds from exec until `marker` was written to a terminal."""
    with Terminal(code, arguments, home) as terminal:
        return terminal.until(marker)


def whole_run(arguments: list[str], home: Path) -> float:
    """Seconds that a whole process takes."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "MDQUIZ_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - began


def fill(home: Path, decks: int = 10, questions: int = 1000) -> None:
    """A library of `decks` × `questions` cards, each of them learned."""
    from mdquiz.clock import SystemClock
    from mdquiz.grading.verdict import Outcome, Rating
    from mdquiz.paths import Places
    from mdquiz.progress.log import Kind
    from mdquiz.settings import Settings
    from mdquiz.study.desk import Desk

    folder = home / "decks"
    folder.mkdir(parents=True)
    for deck in range(decks):
        text = [f'title = "Deck {deck}"\n']
        text += [
            f'[[question]]\nid = "q{number}"\ntype = "short"\nprompt = "Fact {deck}.{number}?"\n'
            f'answer = "{deck * number} million tonnes"\ntags = ["topic.{number % 20}"]\n'
            for number in range(questions)
        ]
        (folder / f"{deck}.toml").write_text("\n".join(text), encoding="utf-8")
    places = Places(data=home, config=home, cache=home / "cache")
    with Desk.open(places, Settings(shipped_decks=False), SystemClock()) as desk:
        from dataclasses import replace

        sitting = desk.new_sitting()
        rows = [
            replace(
                desk.row(card.card, Kind.DRILL, sitting),
                rating=Rating.GOOD,
                outcome=Outcome.RIGHT.value,
            )
            for entry in desk.library.decks
            for card in entry.cards
        ]
        desk.record(rows)


def report(title: str, ours: list[float], peer: list[float], aim: str) -> None:
    """Print medians, their difference and ratio."""
    mine, other = statistics.median(ours), statistics.median(peer)
    print(
        f"{title:<44} {mine * 1000:7.0f} ms   peer {other * 1000:6.0f} ms   "
        f"+{(mine - other) * 1000:5.0f} ms   ×{mine / other:4.2f}   aim {aim}"
    )


def main(runs: int) -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "fresh"
        first_frame(MDQUIZ, [], b"mineral", home)  # fills the caches
        ours, peer = [], []
        for _ in range(runs):
            ours.append(first_frame(MDQUIZ, [], b"mineral", home))
            peer.append(first_frame(MINIMAL, [], b"usable", home))
        report("first usable frame / minimal Textual app", ours, peer, "≤ ×1.5")

        home = Path(folder) / "full"
        fill(home)
        for name, arguments in {
            "mdquiz --version": ["--version"],
            "mdquiz due (10,000 cards)": ["due"],
        }.items():
            ours, peer = [], []
            for _ in range(runs * 2):
                ours.append(whole_run(["-c", MDQUIZ, *arguments], home))
                peer.append(whole_run(["-c", "pass"], home))
            report(f"{name} / bare interpreter", ours, peer, "≤ +80 ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
