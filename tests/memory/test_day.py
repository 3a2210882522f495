"""Study days as a learner lives them."""

from __future__ import annotations

from datetime import date

from mdquiz.clock import Instant, ManualClock
from mdquiz.memory.day import day_date, study_day


def day_at(moment: str, offset_minutes: int = 330, rollover_hour: int = 4) -> date:
    instant = ManualClock.at(moment, offset_minutes).now()
    return day_date(study_day(instant, rollover_hour))


def test_an_answer_after_midnight_belongs_to_the_evening_before() -> None:
    assert day_at("2026-11-23T01:30") == date(2026, 11, 22)


def test_the_day_turns_at_four_in_the_morning_and_not_a_second_earlier() -> None:
    assert day_at("2026-11-23T03:59:59") == date(2026, 11, 22)
    assert day_at("2026-11-23T04:00:00") == date(2026, 11, 23)


def test_the_rollover_hour_can_be_midnight() -> None:
    assert day_at("2026-11-23T00:00", rollover_hour=0) == date(2026, 11, 23)


def test_the_day_is_that_of_the_place_where_the_answer_was_given() -> None:
    delhi = ManualClock.at("2026-11-23T05:00", 330).now()
    london = Instant(delhi.utc_ms, 0)
    assert day_date(study_day(delhi)) == date(2026, 11, 23)
    assert day_date(study_day(london)) == date(2026, 11, 22)


def test_tomorrow_is_one_day_ahead_though_only_ten_hours_passed() -> None:
    evening = ManualClock.at("2026-11-22T21:00").now()
    morning = ManualClock.at("2026-11-23T07:00").now()
    assert study_day(morning) - study_day(evening) == 1
