"""How long from a key press to the next question, with 10,000 questions in the library.

Run `python benchmarks/next_question.py [ANSWERS]`. Types at the real app in a pseudo-terminal and
takes the time until the last byte of the new screen has arrived, in a sitting on new cards, whose
answers are saved, previewed and scheduled; in turn with a minimal Textual app that replaces its
text at each key: what no Textual app can be faster than.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from startup import MDQUIZ, fill
from terminals import Terminal

MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    count = 0
    def compose(self):
        yield Static("a usable frame")
    def on_key(self):
        self.count += 1
        words = f"question {self.count}\\n\\n" + "an answer and its reasons " * 20
        self.query_one(Static).update(words)
Minimal().run()
"""

FRAME_S = 0.06
"""Bytes that come later belong to the next frame, most likely the clock of the sitting."""


def add_new_cards(home: Path, count: int) -> None:
    """One more deck, none of whose `count` cards was ever seen, and no limit to them."""
    text = ['title = "New"\n']
    text += [
        f'[[question]]\nid = "q{number}"\ntype = "short"\nprompt = "Fact {number}?"\n'
        f'answer = "{number} million tonnes"\n'
        for number in range(count)
    ]
    (home / "decks" / "new.toml").write_text("\n".join(text), encoding="utf-8")
    with (home / "config.toml").open("a", encoding="utf-8") as config:
        config.write("new_per_day = 9999\n")


def main(answers: int) -> None:
    """Print the distributions."""
    times: dict[str, list[float]] = {
        "answer to verdict": [],
        "rating to next question": [],
        "peer": [],
    }
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        fill(home, questions=980)  # of the 9,999 new cards a day, these have used up 9,800
        add_new_cards(home, answers + 5)
        with (
            Terminal(MDQUIZ, ["drill"], home) as ours,
            Terminal(MINIMAL, [], home) as peer,
        ):
            ours.until(b"Fact")
            peer.until(b"usable")
            for _ in range(answers):
                ours.press("7", 0.35)
                times["answer to verdict"].append(ours.press("\r", FRAME_S))
                times["rating to next question"].append(ours.press("3", FRAME_S))
                times["peer"].append(peer.press("x", FRAME_S))
    peer_median = statistics.median(times["peer"])
    for name, seconds in times.items():
        ordered = sorted(seconds)
        p95 = ordered[int(len(ordered) * 0.95)]
        median = statistics.median(ordered)
        print(
            f"{name:<26} median {median * 1000:6.1f} ms   p95 {p95 * 1000:6.1f} ms   "
            f"max {ordered[-1] * 1000:6.1f} ms   ×{median / peer_median:4.1f} of the peer"
        )
    print("aim: p95 under 50 ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
