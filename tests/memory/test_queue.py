"""Which cards today brings, and in what order."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.decks.card import CardId
from mdquiz.memory.counts import done_on, is_due
from mdquiz.memory.queue import Candidate, Limits, todays_queue
from mdquiz.memory.state import CardState

TODAY = 1000
DUE = CardState(stability=10, difficulty=5, last_day=990, due_day=1000, reviews=3)
LATER = replace(DUE, last_day=999, due_day=1009)


def new(name: str, **fields: object) -> Candidate:
    return candidate(name, CardState(), **fields)


def candidate(name: str, state: CardState, **fields: object) -> Candidate:
    question, _, part = name.partition("#")
    return Candidate(CardId("deck", question, part), state, **fields)  # type: ignore[arg-type]


def queue(
    candidates: Iterable[Candidate], limits: Limits | None = None, seed: int = 0
) -> list[str]:
    found = todays_queue(tuple(candidates), TODAY, limits or Limits(), random.Random(seed))
    return [card.question + ("#" + card.part if card.part else "") for card in found]


def test_only_what_is_due_or_new_is_asked() -> None:
    suspended = replace(DUE, suspended=True)
    buried = replace(DUE, buried_day=TODAY)
    cards = [
        candidate("due", DUE),
        candidate("later", LATER),
        candidate("suspended", suspended),
        candidate("buried", buried),
        candidate("buried-yesterday", replace(DUE, buried_day=TODAY - 1)),
        new("new"),
        candidate("new-suspended", CardState(suspended=True)),
    ]
    assert set(queue(cards)) == {"due", "buried-yesterday", "new"}


def test_misconceptions_come_first_then_what_was_missed_then_the_rest() -> None:
    missed = replace(DUE, relearning=True, last_day=999, due_day=999)
    cards = [
        new("new"),
        candidate("due", DUE),
        candidate("missed", missed),
        candidate("sure-but-wrong", replace(missed, misconception=True)),
    ]
    for seed in range(10):
        assert queue(cards, seed=seed)[:2] == ["sure-but-wrong", "missed"]


def test_the_likeliest_forgotten_comes_before_the_longest_overdue() -> None:
    fresh = CardState(stability=2, difficulty=5, last_day=990, due_day=992, reviews=1)
    old = CardState(stability=100, difficulty=5, last_day=880, due_day=980, reviews=9)
    assert queue([candidate("old", old), candidate("fresh", fresh)]) == ["fresh", "old"]


def test_new_cards_come_in_deck_order_spread_among_the_due() -> None:
    due = [candidate(f"d{n}", DUE) for n in range(6)]
    fresh = [new(f"n{n}", order=n) for n in (2, 0, 1)]
    asked = queue([*fresh, *due])
    assert [name for name in asked if name[0] == "n"] == ["n0", "n1", "n2"]
    assert [position for position, name in enumerate(asked) if name[0] == "n"] == [2, 5, 8]


def test_daily_limits_hold_but_what_was_missed_today_returns() -> None:
    missed = replace(DUE, relearning=True, last_day=TODAY, due_day=TODAY)
    cards = [
        *(candidate(f"d{n}", DUE) for n in range(5)),
        *(new(f"n{n}", order=n) for n in range(5)),
        candidate("missed", missed, answered_today=True),
    ]
    asked = queue(cards, Limits(new=2, reviews=1))
    assert [name for name in asked if name[0] == "n"] == ["n0", "n1"]
    assert len([name for name in asked if name[0] == "d"]) == 1
    assert asked[0] == "missed"
    assert queue(cards, Limits(new=0, reviews=0)) == ["missed"]


def test_gaps_of_one_cloze_do_not_come_in_one_sitting() -> None:
    assert queue([new("cloze#1", order=0), new("cloze#2", order=1)]) == ["cloze#1"]


def test_questions_on_one_fact_do_not_come_in_one_sitting_whatever_their_state() -> None:
    cards = [new("a", facts=("kabil",)), candidate("b", DUE, facts=("lithium", "kabil"))]
    assert queue(cards) == ["b"]


def test_a_sibling_of_a_card_answered_today_waits_for_another_day() -> None:
    done = candidate("cloze#1", LATER, answered_today=True)
    assert queue([done, new("cloze#2"), new("other")]) == ["other"]


def test_a_waiting_sibling_does_not_use_up_the_limit() -> None:
    cards = [new("c#1", order=0), new("c#2", order=1), new("x", order=2)]
    assert queue(cards, Limits(new=2)) == ["c#1", "x"]


def test_the_cards_of_a_passage_come_together_in_their_order() -> None:
    cards = [
        candidate("p2", DUE, order=2, passage="budget"),
        *(candidate(f"d{n}", DUE, order=10 + n) for n in range(7)),
        candidate("p1", DUE, order=1, passage="budget"),
        candidate("p3", DUE, order=3, passage="budget"),
    ]
    for seed in range(5):
        asked = queue(cards, seed=seed)
        start = asked.index("p1")
        assert asked[start : start + 3] == ["p1", "p2", "p3"]


def test_the_same_seed_gives_the_same_order_and_another_seed_breaks_ties_otherwise() -> None:
    cards = [candidate(f"d{n}", DUE) for n in range(20)]
    assert queue(cards, seed=1) == queue(cards, seed=1)
    assert queue(cards, seed=1) != queue(cards, seed=2)


TOPICS = st.lists(st.sampled_from(["ir", "economy", "history", ""]), max_size=30)


@given(TOPICS, st.integers(0, 9))
@settings(max_examples=100, deadline=None)
def test_topics_alternate_wherever_that_is_possible(topics: list[str], seed: int) -> None:
    cards = [candidate(f"{n}", DUE, topic=topic) for n, topic in enumerate(topics)]
    asked = [topics[int(name)] for name in queue(cards, seed=seed)]
    assert sorted(asked) == sorted(topics)
    touching = sum(a == b != "" for a, b in pairwise(asked))
    most = max((topics.count(topic) for topic in set(topics) - {""}), default=0)
    assert touching <= max(0, 2 * most - len(topics) - 1)


STATES = st.builds(
    CardState,
    stability=st.floats(0.01, 100),
    last_day=st.integers(980, TODAY),
    due_day=st.integers(980, 1020),
    reviews=st.integers(0, 4),
    lapses=st.integers(0, 12),
    relearning=st.booleans(),
    misconception=st.booleans(),
    suspended=st.booleans(),
    buried_day=st.sampled_from([0, TODAY]),
)
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        card=st.builds(
            CardId, st.just("deck"), st.sampled_from("abcdefgh"), st.sampled_from(["1", "2"])
        ),
        state=STATES,
        order=st.integers(0, 20),
        topic=st.sampled_from(["", "x", "y"]),
        facts=st.lists(st.sampled_from("fgh"), max_size=2, unique=True).map(tuple),
        passage=st.sampled_from(["", "", "p"]),
        answered_today=st.booleans(),
    ),
    max_size=20,
    unique_by=lambda candidate: candidate.card,
)


@given(CANDIDATES, st.integers(0, 5), st.integers(0, 5))
@settings(max_examples=150, deadline=None)
def test_no_queue_breaks_a_limit_repeats_a_card_or_asks_what_is_set_aside(
    candidates: list[Candidate], new_limit: int, review_limit: int
) -> None:
    by_card = {it.card: it for it in candidates}
    rng = random.Random(0)
    asked = todays_queue(candidates, TODAY, Limits(new_limit, review_limit), rng)
    assert len(set(asked)) == len(asked)
    states = [by_card[card].state for card in asked]
    assert not any(state.suspended or state.buried_day == TODAY for state in states)
    assert sum(state.new for state in states) <= new_limit
    counted = [s for s in states if not s.new and not (s.relearning and s.last_day == TODAY)]
    assert len(counted) <= review_limit
    assert all(state.due_day <= TODAY for state in states if not state.new)


def test_a_card_missed_on_a_day_yet_to_begin_is_due_and_returns_whatever_the_limits() -> None:
    tomorrow = replace(DUE, last_day=TODAY + 1, due_day=TODAY + 1, relearning=True)
    assert is_due(tomorrow, TODAY)
    assert not is_due(replace(tomorrow, due_day=TODAY + 2), TODAY)
    assert len(queue([candidate("flown west", tomorrow)], Limits(reviews=0))) == 1


def test_what_was_done_today_counts_against_todays_limits() -> None:
    first = CardState(stability=2, difficulty=5, last_day=TODAY, due_day=1002, reviews=1)
    again = replace(DUE, last_day=TODAY)
    assert done_on([first, again, again, LATER, CardState()], TODAY) == (1, 2)


def test_ten_thousand_cards_without_topics_are_queued_without_squaring() -> None:
    cards = [candidate(f"d{n}", DUE) for n in range(10_000)]
    assert len(queue(cards)) == 10_000
