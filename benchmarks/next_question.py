"""How long from a key press to the next question, with 10,000 questions in the library.

Run `python benchmarks/next_question.py [ANSWERS]`. Drives the real app with real SQLite on a real
file system, headless at 80×24: presses the key that answers, then the key that goes on, and waits
each time until the app has drawn. Prints the median, the 95th percentile and the greatest of both.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from startup import fill


async def timed(answers: int, home: Path) -> tuple[list[float], list[float]]:
    """Seconds from pressing Enter on an answer to its verdict, and from there to the next."""
    from mdquiz.clock import SystemClock
    from mdquiz.paths import Places
    from mdquiz.progress.log import Kind
    from mdquiz.settings import Settings
    from mdquiz.study.desk import Desk
    from mdquiz.study.scope import Scope
    from mdquiz.tui.app import MdquizApp

    places = Places(data=home, config=home, cache=home / "cache")
    verdicts, nexts = [], []
    with Desk.open(places, Settings(shipped_decks=False), SystemClock()) as desk:
        app = MdquizApp(desk, Scope(kind=Kind.CRAM, limit=answers + 5))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            for _ in range(answers):
                await pilot.press("1")
                began = time.perf_counter()
                await pilot.press("enter")
                verdicts.append(time.perf_counter() - began)
                began = time.perf_counter()
                await pilot.press("3")
                nexts.append(time.perf_counter() - began)
    return verdicts, nexts


def report(title: str, seconds: list[float]) -> None:
    """Print the distribution in milliseconds."""
    ordered = sorted(seconds)
    p95 = ordered[int(len(ordered) * 0.95)]
    print(
        f"{title:<28} median {statistics.median(ordered) * 1000:6.1f} ms   "
        f"p95 {p95 * 1000:6.1f} ms   max {ordered[-1] * 1000:6.1f} ms   aim p95 < 50 ms"
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder)
        fill(library)
        verdicts, nexts = asyncio.run(
            timed(int(sys.argv[1]) if len(sys.argv) > 1 else 100, library)
        )
        report("Enter to verdict", verdicts)
        report("rating to next question", nexts)
