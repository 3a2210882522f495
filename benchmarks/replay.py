"""Replay a public review log with the memory model: golden totals, and reviews per second.

The log is a CSV with the columns card_id, review_rating, review_time (ISO 8601) and
review_duration, such as the py-fsrs project's test data; name it as the first argument or in
MDQUIZ_REVIEW_LOG. Totals under the calendar-day rule are comparable with the published ones for
the same rule (offset UTC-7, rollover 04:00).
"""

from __future__ import annotations

import csv
import json
import math
import os
import sys
import time
from collections import defaultdict
from datetime import datetime
from pathlib import Path

from mdquiz.clock import Instant
from mdquiz.grading.verdict import Rating
from mdquiz.memory.day import study_day
from mdquiz.memory.model import Fsrs6, Memory

OFFSET_MINUTES = -7 * 60


def read(path: Path) -> dict[str, list[tuple[int, int, Rating]]]:
    """(instant in ms, study day, rating) of each review, by card, oldest first."""
    cards: dict[str, list[tuple[int, int, Rating]]] = defaultdict(list)
    with path.open(newline="", encoding="utf-8") as file:
        for record in csv.DictReader(file):
            moment = datetime.fromisoformat(record["review_time"])
            ms = round(moment.timestamp() * 1000)
            day = study_day(Instant(ms, OFFSET_MINUTES))
            cards[record["card_id"]].append((ms, day, Rating(int(record["review_rating"]))))
    for reviews in cards.values():
        reviews.sort(key=lambda review: review[0])
    return cards


def replay(cards: dict[str, list[tuple[int, int, Rating]]], *, by_day: bool) -> dict[str, float]:
    """Totals under the study-day rule, or under the library's own rule of 24-hour spans."""
    model = Fsrs6()
    losses: list[float] = []
    memories: list[Memory] = []
    reviews = 0
    began = time.perf_counter()
    for history in cards.values():
        memory: Memory | None = None
        last_ms = last_day = 0
        for ms, day, rating in history:
            elapsed = day - last_day if by_day else (ms - last_ms) // 86_400_000
            if memory is None:
                memory = model.init(rating)
            else:
                if elapsed > 0:
                    recall = model.recall(memory, elapsed)
                    losses.append(-math.log(recall if rating > Rating.AGAIN else 1 - recall))
                memory = model.step(memory, elapsed, rating)
            last_ms, last_day = ms, day
            reviews += 1
        if memory is not None:
            memories.append(memory)
    seconds = time.perf_counter() - began
    return {
        "cards": len(cards),
        "reviews": reviews,
        "predicted_reviews": len(losses),
        "mean_log_loss": round(sum(losses) / len(losses), 6),
        "sum_final_stability": round(sum(memory.stability for memory in memories), 4),
        "sum_final_difficulty": round(sum(memory.difficulty for memory in memories), 4),
        "reviews_per_second": round(reviews / seconds),
    }


def main() -> int:
    name = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("MDQUIZ_REVIEW_LOG", "")
    if not name or not Path(name).is_file():
        print("Name a review log (CSV) as argument or in MDQUIZ_REVIEW_LOG.", file=sys.stderr)
        return 2
    cards = read(Path(name))
    totals = {
        "study days": replay(cards, by_day=True),
        "24-hour spans": replay(cards, by_day=False),
    }
    print(json.dumps(totals, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
