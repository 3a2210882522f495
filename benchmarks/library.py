"""Prints how long a library of 100 decks with 1,000 questions each takes to open, cold and warm.

    python benchmarks/library.py [DECKS] [QUESTIONS]

Cold is the first time ever; warm is every later time, each in a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mdquiz.decks.deck import Deck
from mdquiz.decks.write import deck_text

OPEN = """
import sys, time
from pathlib import Path
begun = time.perf_counter()
from mdquiz.decks.library import open_library
imported = time.perf_counter()
library = open_library([Path(sys.argv[1])], Path(sys.argv[2]))
done = time.perf_counter()
cards = sum(len(deck.cards) for deck in library.decks)
models = "models loaded" if "pydantic" in sys.modules else "no models"
print(f"{done - begun:8.3f} s  ({imported - begun:.3f} of it imports; {cards} cards, {models})")
"""


def question(number: int) -> dict[str, object]:
    common = {
        "id": f"question-{number}",
        "explanation": f"Explanation {number}: " + "why this is so and not otherwise. " * 6,
        "source": {"section": "Section", "lines": [number + 1, number + 2], "quote": "q" * 80},
        "tags": [f"gs{number % 4 + 1}.topic-{number % 20}"],
        "difficulty": ("easy", "medium", "hard")[number % 3],
        "facts": [f"fact-{number // 2}"],
    }
    prompt = f"Question {number}: which of these belongs to the subject of the question asked here?"
    match number % 4:
        case 0:
            own = {"type": "short", "prompt": prompt, "answer": f"Answer {number}"}
        case 1:
            options = [f"Option {letter} of question {number}" for letter in "ABCD"]
            own = {"type": "choice", "prompt": prompt, "options": options, "answer": options[1]}
        case 2:
            own = {
                "type": "cloze",
                "text": f"A text {number} with {{{{a gap}}}} and {{{{another}}}}.",
            }
        case _:
            claims = [
                {
                    "text": f"Statement {n} of question {number}.",
                    "true": n % 2 == 0,
                    "why": "Since.",
                }
                for n in range(3)
            ]
            own = {"type": "statements", "statements": claims}
    return {**common, **own}


def main(decks: int = 100, questions: int = 1000) -> None:
    """Write the decks, and open them cold and warm."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, cache = Path(scratch, "decks"), Path(scratch, "cache")
        folder.mkdir()
        entries = [question(number) for number in range(questions)]
        text = deck_text(Deck.model_validate({"title": "Deck", "question": entries}))
        hour_ago = time.time_ns() - 3600 * 10**9
        for number in range(decks):
            path = folder / f"deck-{number}.toml"
            path.write_text(text.replace('"deck"', f'"deck-{number}"', 1), encoding="utf-8")
            os.utime(path, ns=(hour_ago, hour_ago))
        size = decks * len(text.encode())
        print(f"{decks} decks x {questions} questions, {size / 1e6:.0f} MB of TOML")
        for name in ("cold", "warm", "warm", "warm"):
            sys.stdout.write(name)
            sys.stdout.flush()
            subprocess.run([sys.executable, "-c", OPEN, folder, cache], check=True)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
