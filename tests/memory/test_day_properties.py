"""Study days under time zones, daylight saving, travel and any rollover hour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from mdquiz.clock import Instant
from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Rating
from mdquiz.memory.day import study_day
from mdquiz.memory.model import Fsrs6
from mdquiz.memory.review import reviewed
from mdquiz.memory.state import CardState

ZONES = (
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Europe/London",
    "America/New_York",
    "America/Santiago",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Africa/Casablanca",
)
HOUR_MS = 3_600_000

zones = st.sampled_from(ZONES).map(ZoneInfo)
rollovers = st.integers(0, 12)
moments = st.integers(1_704_067_200, 2_082_758_400).map(  # 2024 to 2035
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)


def instant(moment: datetime, zone: ZoneInfo) -> Instant:
    offset = moment.astimezone(zone).utcoffset()
    assert offset is not None
    return Instant(int(moment.timestamp() * 1000), int(offset.total_seconds() // 60))


@given(moments, zones, rollovers)
def test_an_answer_belongs_to_exactly_one_study_day(
    moment: datetime, zone: ZoneInfo, rollover: int
) -> None:
    day = study_day(instant(moment, zone), rollover)
    local = moment.astimezone(zone).replace(tzinfo=None)
    begins = datetime.fromordinal(day) + timedelta(hours=rollover)
    assert begins <= local < begins + timedelta(days=1)


@given(moments, st.timedeltas(timedelta(0), timedelta(days=3)), zones, rollovers)
def test_days_never_run_backwards_not_even_when_the_clocks_are_changed(
    moment: datetime, later: timedelta, zone: ZoneInfo, rollover: int
) -> None:
    first = study_day(instant(moment, zone), rollover)
    second = study_day(instant(moment + later, zone), rollover)
    assert first <= second <= first + 4


@given(moments, zones, rollovers)
def test_the_same_time_tomorrow_is_one_study_day_later(
    moment: datetime, zone: ZoneInfo, rollover: int
) -> None:
    local = moment.astimezone(zone)
    tomorrow = (local + timedelta(days=1)).astimezone(UTC)  # the same time on the wall
    if tomorrow.astimezone(zone).time() != local.time():
        return  # the clocks leave that time out tomorrow
    today = study_day(instant(moment, zone), rollover)
    assert study_day(instant(tomorrow, zone), rollover) == today + 1


@given(
    moments,
    st.lists(
        st.tuples(st.integers(0, 30 * 24), st.integers(-12 * 60, 14 * 60), st.sampled_from(Rating)),
        min_size=1,
        max_size=12,
    ),
    rollovers,
)
def test_no_journey_makes_a_cards_days_run_backwards_or_its_interval_negative(
    moment: datetime, journey: list[tuple[int, int, Rating]], rollover: int
) -> None:
    card, model = CardId("deck", "question"), Fsrs6()
    at_ms, state = int(moment.timestamp() * 1000), CardState()
    for hours, offset_minutes, rating in journey:
        at_ms += hours * HOUR_MS
        day = study_day(Instant(at_ms, offset_minutes), rollover)
        after = reviewed(state, card, day, rating, model)
        assert after.last_day >= state.last_day
        assert after.due_day >= after.last_day
        assert after.relearning == (after.due_day == after.last_day)
        state = after
