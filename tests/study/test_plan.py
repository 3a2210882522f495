"""Studying towards an exam day: the plan chooses, and re-forms from what was really done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.decks.card import CardId
from mdquiz.errors import NothingToDrillError, UsageError
from mdquiz.grading.verdict import Confidence, Rating, Response
from mdquiz.progress.log import Kind
from mdquiz.progress.plans import StoredPlan
from mdquiz.study.desk import Desk
from mdquiz.study.drill import Drill
from mdquiz.study.history import History
from mdquiz.study.plan import Changes, end_plan, in_force, make_plan
from mdquiz.study.plan_cards import known_beliefs, plan_problem, share_used
from mdquiz.study.plan_choice import ready_cards
from mdquiz.study.plan_lines import report_lines
from mdquiz.study.plan_report import plan_report
from mdquiz.study.planned import form_today, stored_prices
from mdquiz.study.price_search import begin_search, search_prices
from mdquiz.study.scope import Scope
from mdquiz.study.view import Phase
from tests.desks import MORNING, desk_with, short_deck

DAYS = 20
SUNDAY = 6


def search_now(desk: Desk) -> None:
    plan = in_force(desk.store, desk.today())
    assert plan is not None
    search_prices(desk, plan)


def search_never(desk: Desk) -> None:
    pass


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock.at(MORNING)  # a Sunday


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock) -> Iterator[Desk]:
    with desk_with(tmp_path, short_deck(60), clock=clock) as desk:
        desk.begin_search = search_now
        yield desk


def plan(desk: Desk, **changes: object) -> None:
    """Make a plan for an exam in `DAYS` days with 12 cards a day, but for `changes`."""
    usual: dict[str, object] = {"exam_day": desk.today() + DAYS}
    if "minutes" not in changes:
        usual["cards"] = 12
    make_plan(desk, Changes(**{**usual, **changes}))  # type: ignore[arg-type]


def asked(drill: Drill) -> list[CardId]:
    return [step.card for step in drill.sitting.queue]


def answer_all(desk: Desk, drill: Drill, clock: ManualClock, seconds: float = 10) -> int:
    """Answer every question rightly; how many there were."""
    count = 0
    while drill.phase is not Phase.OVER:
        assert drill.asked is not None
        clock.advance(seconds=seconds)
        drill.answer(Response(typed=drill.asked.answer))
        drill.rate(Rating.GOOD)
        count += 1
    return count


def study(desk: Desk, clock: ManualClock, days: int, seconds: float = 10) -> list[int]:
    """Drill the plan's cards on so many days; how many on each."""
    done = []
    for _ in range(days):
        try:
            done.append(answer_all(desk, desk.drill(), clock, seconds))
        except NothingToDrillError:
            done.append(0)
        clock.advance(days=1)
    return done


def test_the_drill_asks_as_many_cards_as_the_plan_says(desk: Desk, clock: ManualClock) -> None:
    plan(desk, cards=12)
    assert len(asked(desk.drill())) == 12


def test_a_plan_of_minutes_fills_them_and_no_more(desk: Desk, clock: ManualClock) -> None:
    plan(desk, minutes=5)
    drill = desk.drill()
    expected = known_beliefs(desk, in_force_plan(desk)).learner.first_session().seconds
    assert len(asked(drill)) == pytest.approx(300 / float(expected), abs=2)


def in_force_plan(desk: Desk) -> StoredPlan:
    found = in_force(desk.store, desk.today())
    assert found is not None
    return found


def test_what_was_done_today_is_taken_off_todays_share(desk: Desk, clock: ManualClock) -> None:
    plan(desk, cards=12)
    drill = desk.drill(Scope(limit=5))
    assert answer_all(desk, drill, clock) == 5
    rest = desk.drill()
    assert len(asked(rest)) == 7
    assert not set(asked(rest)) & {result.step.card for result in drill.sitting.results}


def test_when_todays_share_is_done_the_drill_says_so_and_a_limit_goes_on(
    desk: Desk, clock: ManualClock
) -> None:
    plan(desk, cards=12)
    answer_all(desk, desk.drill(), clock)
    with pytest.raises(NothingToDrillError, match="today's cards are done") as refused:
        desk.drill()
    assert "--limit 20" in refused.value.hint
    assert len(asked(desk.drill(Scope(limit=20)))) == 20


def test_old_cards_come_back_and_new_ones_are_begun_until_the_exam(
    desk: Desk, clock: ManualClock
) -> None:
    plan(desk, cards=12)
    assert study(desk, clock, DAYS)[:8] == [12] * 8
    assert sum(not state.new for state in desk.states.values()) == 60
    assert max(state.reviews for state in desk.states.values()) >= 2


def test_what_the_plan_asks_before_its_day_counts_as_a_review_and_is_not_asked_again_that_day(
    desk: Desk, clock: ManualClock
) -> None:
    plan(desk, cards=12)
    study(desk, clock, DAYS - 1)
    rows = list(desk.store.all_rows())
    assert {row.kind for row in rows if row.rating is not None} == {Kind.DRILL}
    asked_on = [(row.card, row.day) for row in rows if row.rating is not None]
    assert len(asked_on) == len(set(asked_on))
    early = [s for s in desk.states.values() if s.reviews > 1]
    assert early
    assert all(state.due_day > state.last_day for state in early)


def test_a_missed_card_returns_in_the_sitting_and_in_the_next_one(
    desk: Desk, clock: ManualClock
) -> None:
    plan(desk, cards=3)
    drill = desk.drill()
    missed = asked(drill)[0]
    drill.answer(Response(typed="99999"))
    drill.rate(Rating.AGAIN)
    assert asked(desk.drill())[0] == missed


def test_what_was_wrong_though_sure_is_asked_first_whatever_it_is_worth(
    tmp_path: Path, clock: ManualClock
) -> None:
    decks = short_deck(20), short_deck(1, title="Rivers", tag="rivers")
    with desk_with(tmp_path, *decks, clock=clock) as desk:
        desk.begin_search = search_never
        plan(desk, cards=30, weights={"rivers": 0.3})
        river = CardId("rivers", "q1")
        drill = desk.drill(Scope(cards=(river,)))
        drill.answer(Response(typed="99999"), Confidence.SURE)
        drill.rate(Rating.AGAIN)
        clock.advance(days=1)
        today = form_today(desk, in_force_plan(desk))
        chosen = [today.problem.ids[at] for at in today.chosen]
        assert river in chosen[1:]
        assert asked(desk.drill())[0] == river


def test_a_missed_week_plans_anew_with_less_time(desk: Desk, clock: ManualClock) -> None:
    plan(desk, cards=12)
    study(desk, clock, 4)
    before = stored_prices(desk, in_force_plan(desk))
    share = share_used(desk, in_force_plan(desk))
    clock.advance(days=7)
    desk.drill()
    after = stored_prices(desk, in_force_plan(desk))
    assert before is not None
    assert after is not None
    assert after.found_day == desk.today() > before.found_day
    assert share_used(desk, in_force_plan(desk)) < share == 1
    assert sum(after.seconds) < sum(before.seconds[11:])


def test_stale_prices_are_not_used_while_fresh_ones_are_looked_for(
    desk: Desk, clock: ManualClock
) -> None:
    plan(desk, cards=12)
    study(desk, clock, 4)
    clock.advance(days=7)
    desk.begin_search = search_never
    assert len(asked(desk.drill())) == 12
    assert form_today(desk, in_force_plan(desk)).prices is None  # by marks a second
    kept = stored_prices(desk, in_force_plan(desk))
    assert kept is not None
    assert kept.found_day < desk.today()


def test_the_first_drill_needs_no_search(desk: Desk, clock: ManualClock) -> None:
    desk.begin_search = search_never
    plan(desk, cards=12)
    assert len(asked(desk.drill())) == 12
    assert stored_prices(desk, in_force_plan(desk)) is None


def test_a_day_of_rest_asks_nothing_unless_told_to(desk: Desk, clock: ManualClock) -> None:
    plan(desk, rest_weekdays=frozenset({SUNDAY}))
    with pytest.raises(NothingToDrillError, match="day of rest"):
        desk.drill()
    assert len(asked(desk.drill(Scope(limit=4)))) == 4
    clock.advance(days=1)
    assert len(asked(desk.drill())) == 12


def test_single_days_of_rest_have_no_time_in_the_plan(desk: Desk, clock: ManualClock) -> None:
    plan(desk, rest_days=frozenset({desk.today() + 3}))
    made = in_force_plan(desk)
    problem = plan_problem(desk, made, known_beliefs(desk, made))
    assert [at for at, seconds in enumerate(problem.budgets) if not seconds] == [3]


def test_a_day_of_rest_is_no_missed_day(desk: Desk, clock: ManualClock) -> None:
    plan(desk, rest_weekdays=frozenset(range(7)) - {0})
    clock.advance(days=1)
    study(desk, clock, 1)
    assert share_used(desk, in_force_plan(desk)) == 1


def test_the_day_a_plan_is_made_is_not_held_against_the_learner(
    desk: Desk, clock: ManualClock
) -> None:
    clock.advance(seconds=14 * 3600 + 50 * 60)  # ten minutes before midnight
    plan(desk, cards=12)
    clock.advance(days=1)
    assert share_used(desk, in_force_plan(desk)) == 1
    clock.advance(days=1)
    assert share_used(desk, in_force_plan(desk)) == 0.75  # the first day missed


def test_a_day_is_judged_by_the_plan_it_began_with(desk: Desk, clock: ManualClock) -> None:
    plan(desk, cards=12)
    study(desk, clock, 2)
    answer_all(desk, desk.drill(), clock)
    make_plan(desk, Changes(cards=60))  # late in the evening
    clock.advance(days=1)
    assert share_used(desk, in_force_plan(desk)) == 1


def test_a_changed_budget_keeps_the_rest_of_the_plan(desk: Desk, clock: ManualClock) -> None:
    plan(desk, cards=12, weights={"ir": 2.0})
    study(desk, clock, 2)
    make_plan(desk, Changes(minutes=20))
    made = in_force_plan(desk)
    assert (made.minutes, made.cards, made.weights) == (20, None, {"ir": 2.0})
    assert share_used(desk, made) == 1  # the past days are judged by their own budget
    assert asked(desk.drill())


def test_a_new_deck_midway_joins_the_plan(desk: Desk, clock: ManualClock, tmp_path: Path) -> None:
    plan(desk, cards=12)
    study(desk, clock, 10)
    text = short_deck(40, title="Rivers")
    (tmp_path / "decks" / "more.toml").write_text(text, encoding="utf-8")
    desk.reload()
    assert any(card.deck == "rivers" for card in asked(desk.drill()))
    found = stored_prices(desk, in_force_plan(desk))
    assert found is not None
    assert found.marks == 100


def test_decks_outside_the_plan_are_scheduled_plainly_after_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    decks = short_deck(30), short_deck(30, title="Rivers")
    with desk_with(tmp_path, *decks, clock=clock) as desk:
        desk.begin_search = search_now
        plan(desk, cards=6, decks=("rivers",))
        cards = asked(desk.drill())
    assert [card.deck for card in cards[:6]] == ["rivers"] * 6
    assert [card.deck for card in cards[6:]] == ["numbers"] * 20


def test_what_counts_double_comes_first(tmp_path: Path, clock: ManualClock) -> None:
    decks = short_deck(30, tag="polity"), short_deck(30, title="Rivers", tag="geography.rivers")
    with desk_with(tmp_path, *decks, clock=clock) as desk:
        desk.begin_search = search_now
        plan(desk, cards=6, weights={"geography": 2.0})
        assert {card.deck for card in asked(desk.drill())} == {"rivers"}


def test_from_the_exam_day_on_scheduling_is_plain_and_says_so(
    desk: Desk, clock: ManualClock
) -> None:
    plan(desk, cards=3)
    clock.advance(days=DAYS)
    assert len(asked(desk.drill())) == desk.settings.new_per_day
    told = desk.overview().plan
    assert told is not None
    assert told.over
    assert "scheduled plainly again" in told.words


def test_a_plan_is_in_force_to_the_eve_though_every_day_left_is_one_of_rest(
    desk: Desk, clock: ManualClock
) -> None:
    plan(desk, exam_day=desk.today() + 2, rest_weekdays=frozenset({SUNDAY, 0}))
    told = desk.plan()
    assert told is not None
    assert not told.over
    assert "no day of study left" in told.words
    assert "day of rest" in told.words
    clock.advance(days=2)
    told = desk.plan()
    assert told is not None
    assert told.over


def test_an_ended_plan_leaves_plain_scheduling_and_no_word(desk: Desk, clock: ManualClock) -> None:
    plan(desk, cards=3)
    assert end_plan(desk)
    assert not end_plan(desk)
    assert len(asked(desk.drill())) == desk.settings.new_per_day
    assert desk.overview().plan is None


def test_cramming_and_drilling_ahead_are_as_without_a_plan(desk: Desk, clock: ManualClock) -> None:
    plan(desk, cards=3)
    assert len(asked(desk.drill(Scope(kind=Kind.CRAM)))) == 60


def test_home_counts_what_is_left_of_todays_choice(desk: Desk, clock: ManualClock) -> None:
    plan(desk, cards=12)
    assert desk.overview().new_today == 20  # not chosen yet
    answer_all(desk, desk.drill(Scope(limit=5)), clock)
    desk.drill()
    told = desk.overview()
    assert (told.due_today, told.new_today) == (0, 7)
    assert told.plan is not None
    assert told.plan.study_days == DAYS


def test_the_day_begins_with_a_choice_made_aside_once(desk: Desk, clock: ManualClock) -> None:
    begun: list[Desk] = []
    desk.begin_search = begun.append
    desk.begin_day()
    assert not begun  # there is no plan
    plan(desk, cards=12)
    desk.begin_day()
    assert begun == [desk]
    told = desk.plan()
    assert told is not None
    assert "chosen when you begin" in told.words
    desk.drill()
    begun.clear()
    desk.begin_day()
    assert not begun


def test_a_choice_made_aside_serves_the_drill_until_something_happens(
    desk: Desk, clock: ManualClock
) -> None:
    plan(desk, cards=12)
    made = in_force_plan(desk)
    assert ready_cards(desk, made) == ()
    search_prices(desk, made)
    form_today(desk, made)
    ready = ready_cards(desk, made)
    drill = desk.drill()
    assert tuple(asked(drill)) == ready
    assert len(ready) == 12
    drill.answer(Response(typed="1"))
    assert ready_cards(desk, made) == ()
    drill.rate(Rating.GOOD)
    clock.advance(days=1)
    assert ready_cards(desk, made) == ()
    assert len(asked(desk.drill())) == 12


def test_a_choice_without_prices_is_made_again(desk: Desk, clock: ManualClock) -> None:
    desk.begin_search = search_never
    plan(desk, cards=12)
    desk.drill()
    assert ready_cards(desk, in_force_plan(desk)) == ()


def test_prices_of_another_version_are_found_anew(desk: Desk, clock: ManualClock) -> None:
    plan(desk, cards=12)
    for kept in (
        "[]",
        "not json",
        '{"prices": 3, "beliefs": {"learner": 4, "paces": 5}}',
        '{"prices": [], "beliefs": {"learner": {"first_seconds": [1, 2]}, "paces": {}}}',
        '{"beliefs": {"learner": {"relearn_seconds": NaN}, "paces": {"short": "quick"}}}',
        '{"prices": {"exam_day": 1}, "beliefs": {"learner": {"wings": 2}}}',
    ):
        desk.store.plans.add_prices(in_force_plan(desk).id, 0, kept)
        assert len(asked(desk.drill())) == 12
        assert stored_prices(desk, in_force_plan(desk)) is not None


def test_a_plan_changes_no_past_answer(desk: Desk, clock: ManualClock) -> None:
    plan(desk, cards=12)
    study(desk, clock, 6)
    assert History(desk.store).differing() == 0
    assert {row.kind for row in desk.store.all_rows()} == {Kind.DRILL}


def test_each_card_can_say_why(desk: Desk, clock: ManualClock) -> None:
    card = CardId("numbers", "q1")
    assert desk.why(card) == "new"
    plan(desk, cards=12)
    first = asked(desk.drill())[0]
    assert desk.why(first).startswith("new: worth 0.")
    assert desk.why(first).endswith(" s")
    answer_all(desk, desk.drill(), clock)
    assert desk.why(first) == "done for today"
    clock.advance(days=1)
    search_now(desk)
    assert {desk.why(card).split(":")[0].split(",")[0] for card in desk.states} <= {
        "better later",
        "safe until the exam",
        "due",
    }
    desk.set_suspended([card], True)
    assert desk.why(card) == "suspended"


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"exam_day": 0}, "leaves no day to study"),
        ({"exam_day": 800}, "more than two years away"),
        ({"rest_weekdays": frozenset(range(7))}, "Seven days of rest"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(
    desk: Desk, changes: dict[str, object], problem: str
) -> None:
    if "exam_day" in changes:
        changes = {"exam_day": desk.today() + int(str(changes["exam_day"]))}
    with pytest.raises(UsageError, match=problem):
        plan(desk, **changes)
    assert desk.store.plans.latest() is None


def test_a_plan_needs_a_date_and_a_budget(desk: Desk) -> None:
    with pytest.raises(UsageError, match="needs the date"):
        make_plan(desk, Changes(minutes=30))
    with pytest.raises(UsageError, match="needs the time"):
        make_plan(desk, Changes(exam_day=desk.today() + 9))


def test_a_search_runs_in_a_process_of_its_own_and_stores_what_it_finds(desk: Desk) -> None:
    plan(desk, cards=12)
    process = begin_search(desk)
    assert process.wait(60) == 0
    found = stored_prices(desk, in_force_plan(desk))
    assert found is not None
    assert len(found.per_second) == DAYS
    told = desk.overview()
    assert (told.due_today, told.new_today) == (0, 12)


@pytest.mark.parametrize("days", [1, 2])
@pytest.mark.parametrize("rest", [frozenset(), frozenset({0, SUNDAY})])
def test_the_last_days_before_the_exam_can_be_planned(
    desk: Desk, clock: ManualClock, days: int, rest: frozenset[int]
) -> None:
    plan(desk, exam_day=desk.today() + days, rest_weekdays=rest)
    made = in_force_plan(desk)
    search_prices(desk, made)
    report = plan_report(desk, made)
    assert (report.new_today, report.study_days) == ((0, 0) if rest else (12, days))
    if not rest:
        answer_all(desk, desk.drill(), clock)
        search_prices(desk, made, always=True)  # nothing is left of today
        assert plan_report(desk, made).outlook.stop.marks > 0


def test_what_there_is_no_time_for_is_told_by_topic(tmp_path: Path, clock: ManualClock) -> None:
    decks = short_deck(20, tag="polity"), short_deck(30, title="Rivers", tag="art")
    with desk_with(tmp_path, *decks, clock=clock) as desk:
        plan(desk, exam_day=desk.today() + 3, cards=5, weights={"art": 0.2})
        made = in_force_plan(desk)
        search_prices(desk, made)
        report = plan_report(desk, made)
        topics = dict(report.no_time_topics)
        assert topics["art"] == 30
        assert sum(topics.values()) == pytest.approx(report.outlook.plan.unseen)
        assert "Most by topic: art 30" in " ".join(report_lines(report))
        assert desk.why(CardId("rivers", "q1")).startswith("no time:")


def test_ten_more_minutes_bring_no_more_than_there_is_left_to_learn(
    tmp_path: Path, clock: ManualClock
) -> None:
    with desk_with(tmp_path, short_deck(8), clock=clock) as desk:
        plan(desk, exam_day=desk.today() + 1, cards=6)
        made = in_force_plan(desk)
        search_prices(desk, made)
        report = plan_report(desk, made)
        assert report.more_today is not None
        assert 0.5 < report.more_today < 2  # for the two cards left out
        make_plan(desk, Changes(cards=8))
        made = in_force_plan(desk)
        search_prices(desk, made)
        assert plan_report(desk, made).more_today == 0


def test_a_clock_set_back_and_a_deck_gone_do_no_harm(
    desk: Desk, clock: ManualClock, tmp_path: Path
) -> None:
    plan(desk, cards=12)
    study(desk, clock, 3)
    clock.advance(days=-2)  # to a day that had its cards
    with pytest.raises(NothingToDrillError, match="today's cards are done"):
        desk.drill()
    assert len(asked(desk.drill(Scope(limit=4)))) == 4
    clock.advance(days=2)
    (tmp_path / "decks" / "deck-1.toml").unlink()
    desk.reload()
    with pytest.raises(NothingToDrillError, match="no questions of your plan"):
        desk.drill()
    assert plan_report(desk, in_force_plan(desk)).cards == 0
