from __future__ import annotations

import numpy as np
import pytest

from mdquiz.memory.plan.cards import Cards
from mdquiz.memory.plan.learner import Learner
from mdquiz.memory.plan.prices import shaped
from mdquiz.memory.plan.programme import Programme
from mdquiz.memory.plan.worth import greedy_index, priced_index

LEARNER = Learner()
DAYS = 18


def some_cards(count: int = 40) -> Cards:
    rng = np.random.default_rng(8)
    stability = np.where(rng.random(count) < 0.3, 0.0, 5 * np.exp(rng.standard_normal(count)))
    return Cards(
        stability,
        rng.uniform(2, 9, count),
        np.floor(1 + rng.random(count) * 8),
        np.ones(count),
        np.ones(count),
    )


@pytest.mark.parametrize("steady", [1.0, 0.96])
def test_what_a_day_is_worth_does_not_depend_on_when_it_was_reckoned(steady: float) -> None:
    prices, cards, later = shaped(0.005, 0.25, DAYS), some_cards(), 6
    waited = Cards(cards.stability, cards.difficulty, cards.elapsed + later, cards.gain, cards.pace)
    now = priced_index(Programme(LEARNER, DAYS, steady=steady), cards, prices).worth(cards)
    then = priced_index(
        Programme(LEARNER, DAYS - later, steady=steady), waited, prices[later:]
    ).worth(waited)
    assert now[:, later:] == pytest.approx(then, rel=1e-9, abs=1e-12)


def test_greedy_worth_is_recall_gained_by_one_session_a_second() -> None:
    cards = some_cards()
    gains = greedy_index(Programme(LEARNER, DAYS)).worth(cards)[:, 0]
    known = ~cards.new
    at = np.flatnonzero(known)[0]
    outcomes = LEARNER.session(
        cards.stability[at : at + 1], cards.difficulty[at : at + 1], cards.elapsed[at : at + 1]
    )
    after = LEARNER.memory.recall(np.asarray(float(DAYS)), outcomes.stability[0])
    alone = LEARNER.memory.recall(cards.elapsed[at] + DAYS, cards.stability[at])
    gained = float(outcomes.chance[0] @ after) - float(alone)
    assert gains[at] == pytest.approx(gained / float(outcomes.seconds[0]), abs=2e-4)


def test_days_gone_by_are_worth_nothing() -> None:
    index = greedy_index(Programme(LEARNER, DAYS))
    assert np.isneginf(index.worth(some_cards(), 5)[:, :5]).all()
    assert np.isneginf(index.worth(some_cards(), DAYS)).all()


def test_where_only_the_next_days_matter_they_are_worth_nearly_the_same() -> None:
    days, until = 90, 20
    cards = some_cards()
    index = priced_index(Programme(LEARNER, days), cards, shaped(0.002, 0.25, days))
    every, near = index.worth(cards), index.worth(cards, until=until)
    assert np.abs(near - every)[:, : until + 1].max() < 0.01 * np.abs(every).max()
    assert np.isneginf(near[:, until + 1 :]).all()


def test_cards_that_do_not_differ_are_worth_the_same() -> None:
    cards = some_cards(8)
    twice = cards.take(np.repeat(np.arange(8), 2)[::-1])
    index = priced_index(Programme(LEARNER, DAYS), cards, shaped(0.005, 0.25, DAYS))
    assert np.array_equal(index.worth(twice)[::2], index.worth(twice)[1::2])
    assert np.array_equal(index.worth(twice)[::-2], index.worth(cards))
