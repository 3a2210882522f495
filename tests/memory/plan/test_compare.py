from __future__ import annotations

import numpy as np
import pytest

from mdquiz.memory.plan.cards import new_cards
from mdquiz.memory.plan.compare import compare, ways
from mdquiz.memory.plan.learner import Learner


def test_each_way_is_played_at_each_budget_and_more_time_brings_more() -> None:
    done: list[float] = []
    budgets = {"1 min": np.full(10, 60.0), "2 min": np.full(10, 120.0)}
    found = compare(Learner(), new_cards(60), budgets, 1, runs=1, progress=done.append)
    marks = {(one.policy, one.budget): one.score.marks for one in found}
    assert len(marks) == 2 * len(ways())
    assert all(marks[way, "2 min"] > marks[way, "1 min"] for way in ways())
    assert marks["plan", "2 min"] == max(marks.values())
    assert done[-1] == 1


def test_only_the_ways_asked_for_are_played() -> None:
    budgets = {"any": np.full(4, 60.0)}
    found = compare(Learner(), new_cards(10), budgets, 1, policies=["FSRS 0.90"], runs=1)
    assert [one.policy for one in found] == ["FSRS 0.90"]
    with pytest.raises(KeyError):
        compare(Learner(), new_cards(10), budgets, 1, policies=["anki"])
