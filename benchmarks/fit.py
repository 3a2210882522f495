"""Log loss of fitted memory parameters on reviews they were not fitted to, for a public log.

    python benchmarks/fit.py review_logs.csv [--offset-minutes -420]

The log has the columns card_id, review_rating, review_time (ISO 8601) and review_duration (ms).
Days begin at 04:00. Needs the extra `mdquiz[fit]`.
"""

from __future__ import annotations

import argparse
import csv
import time
from datetime import datetime
from pathlib import Path

from mdquiz.clock import Instant
from mdquiz.decks.card import CardId
from mdquiz.insight.answers import logged_answers
from mdquiz.insight.calibration import model_calibration
from mdquiz.memory.day import study_day
from mdquiz.memory.vector import DEFAULT_PARAMETERS
from mdquiz.progress.log import Kind, LogRow
from mdquiz.study.fit import TRAINING_SHARE, optimised, predicted, review_histories, until


def rows(path: Path, offset_minutes: int) -> list[LogRow]:
    """The log as mdquiz would have kept it."""
    found = []
    with path.open(encoding="utf-8") as file:
        for number, record in enumerate(csv.DictReader(file)):
            at_ms = int(datetime.fromisoformat(record["review_time"]).timestamp() * 1000)
            found.append(
                LogRow(
                    id=number.to_bytes(16),
                    sitting=bytes(16),
                    card=CardId("log", record["card_id"]),
                    kind=Kind.DRILL,
                    at_ms=at_ms,
                    offset_minutes=offset_minutes,
                    day=study_day(Instant(at_ms, offset_minutes)),
                    rating=int(record["review_rating"]),
                    duration_ms=int(record["review_duration"] or 0),
                )
            )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("log", type=Path)
    parser.add_argument("--offset-minutes", type=int, default=-420)
    chosen = parser.parse_args()
    histories = review_histories(logged_answers(rows(chosen.log, chosen.offset_minutes)))
    moments = sorted(answer.at_ms for own in histories for answer in own[1:])
    split = moments[int(TRAINING_SHARE * len(moments))]
    began = time.perf_counter()
    fitted = optimised(until(histories, split))
    print(f"{len(moments)} reviews; fitted in {time.perf_counter() - began:.1f} s")
    for name, parameters in (("published", DEFAULT_PARAMETERS), ("fitted", fitted)):
        every = predicted(histories, parameters)
        for part, answers in (
            ("all", every),
            ("last fifth", [answer for answer in every if answer.at_ms >= split]),
        ):
            found = model_calibration(answers)
            print(f"  {name:<10}{part:<12}log loss {found.log_loss:.4f}  error {found.error:.4f}")


if __name__ == "__main__":
    main()
