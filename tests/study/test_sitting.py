from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Outcome, Rating
from mdquiz.study.sitting import Result, Sitting, Step

CARDS = tuple(CardId("deck", f"q{number}") for number in range(8))


def missed(sitting: Sitting, *, sure: bool = False) -> Sitting:
    assert sitting.step is not None
    result = Result(sitting.step, Outcome.WRONG, Rating.AGAIN, misconception=sure)
    return sitting.answered(result)


def known(sitting: Sitting) -> Sitting:
    assert sitting.step is not None
    return sitting.answered(Result(sitting.step, Outcome.RIGHT, Rating.GOOD))


def test_a_missed_card_returns_after_a_few_others() -> None:
    sitting = missed(Sitting.of(CARDS))
    assert [step.card for step in sitting.queue].index(CARDS[0]) == 4


def test_what_was_sure_and_wrong_returns_sooner_than_another_miss() -> None:
    sitting = missed(Sitting.of(CARDS), sure=True)
    assert [step.card for step in sitting.queue].index(CARDS[0]) == 2


def test_a_missed_card_returns_even_as_the_last_one() -> None:
    sitting = missed(Sitting.of(CARDS[:1]))
    assert sitting.queue == (Step(CARDS[0], again=1),)
    assert (sitting.done, sitting.total) == (0, 1)


def test_misjudged_claims_are_asked_alone_just_before_their_card() -> None:
    sitting = Sitting.of(CARDS)
    assert sitting.step is not None
    after = sitting.answered(Result(sitting.step, Outcome.WRONG, Rating.AGAIN), misjudged=[0, 2])
    own = [step for step in after.queue if step.card == CARDS[0]]
    assert own == [Step(CARDS[0], 0), Step(CARDS[0], 2), Step(CARDS[0], again=1)]


def test_a_claim_missed_when_asked_alone_does_not_multiply() -> None:
    sitting = Sitting(queue=(Step(CARDS[0], claim=1), Step(CARDS[0], again=1)), total=1)
    assert missed(sitting).queue == (Step(CARDS[0], again=1),)


@given(st.lists(st.sampled_from(["known", "missed", "skip", "bury"]), max_size=60))
def test_progress_never_runs_past_the_end_or_backwards(acts: list[str]) -> None:
    sitting = Sitting.of(CARDS)
    for act in acts:
        if sitting.step is None:
            break
        before = sitting.done
        match act:
            case "known":
                sitting = known(sitting)
            case "missed":
                sitting = missed(sitting)
            case "skip":
                sitting = sitting.skipped()
            case _:
                sitting = sitting.without(sitting.queue[0].card)
        assert before <= sitting.done <= sitting.total
    assert (sitting.done == sitting.total) == (sitting.step is None)
