"""A learner who studied for some weeks, by FSRS-6 as the truth."""

from __future__ import annotations

import random
from dataclasses import replace

from mdquiz.clock import ManualClock
from mdquiz.errors import NothingToDrillError
from mdquiz.memory.model import Memory
from mdquiz.progress.log import Kind
from mdquiz.study.desk import Desk
from mdquiz.study.scope import Scope
from mdquiz.study.todays import chosen_cards


def study_plainly(desk: Desk, clock: ManualClock, days: int, seed: int = 1) -> int:
    """Answer each day's cards, remembered as likely as the model says; how many answers."""
    rng = random.Random(seed)
    answers = 0
    for _ in range(days):
        try:
            cards = chosen_cards(desk.library, desk.states, Scope(), desk.settings, desk.today())
        except NothingToDrillError:
            cards = ()
        for card in cards:
            state, recall = desk.state(card), 0.8
            if not state.new:
                held = Memory(state.stability, state.difficulty)
                recall = desk.model.recall(held, desk.today() - state.last_day)
            known = rng.random() < recall
            row = replace(
                desk.row(card, Kind.DRILL, desk.new_sitting()),
                rating=rng.choice([2, 3, 3, 3, 4]) if known else 1,
                outcome="right" if known else "wrong",
                confidence=rng.choice(["sure", "unsure"]),
                duration_ms=rng.randint(3000, 15000),
            )
            again = replace(row, id=desk.row(card, Kind.DRILL, row.sitting).id, rating=3)
            desk.record([row] if known else [row, replace(again, at_ms=row.at_ms + 1)])
            clock.advance(seconds=15)
            answers += 1
        clock.advance(days=1, seconds=-15 * len(cards))
    return answers
