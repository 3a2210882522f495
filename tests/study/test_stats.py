"""Numbers and pictures of a learner's progress."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.grading.verdict import Confidence, Rating, Response
from mdquiz.insight.effort import DayEffort
from mdquiz.insight.proportion import Proportion
from mdquiz.settings import Settings
from mdquiz.study.desk import Desk
from mdquiz.study.plan import Changes, make_plan
from mdquiz.study.plots import bar, clusters, line_plot, month_names, year_picture
from mdquiz.study.scope import Scope
from mdquiz.study.spans import grouped, span_for
from mdquiz.study.stats import PERIODS, Stats, gather_stats, prompt_of
from mdquiz.study.stats_lines import PARTS, SECTIONS, section_json, section_lines
from mdquiz.text import cell_width
from tests.desks import MORNING, desk_with, short_deck
from tests.study.logs import study_plainly

LONG = "numbers.their-names-in-many-languages"


def new_desk(folder: Path) -> Desk:
    clock = ManualClock.at(MORNING)
    settings = Settings(shipped_decks=False, new_per_day=10)
    hindi = short_deck(20, title="संख्या", tag=LONG)
    return desk_with(folder, short_deck(40, tag="maths"), hindi, settings=settings, clock=clock)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path) as desk:
        yield desk


@pytest.fixture(scope="module")
def studied_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """After 25 days; only to be looked at."""
    with new_desk(tmp_path_factory.mktemp("studied")) as desk:
        studied(desk)
        yield desk


def studied(desk: Desk, days: int = 25) -> int:
    assert isinstance(desk.clock, ManualClock)
    return study_plainly(desk, desk.clock, days)


def lines_of(desk: Desk, section: str, period: str = "month", width: int = 80) -> list[str]:
    stats = gather_stats(desk, period)
    return SECTIONS[section][1](stats, lambda card: prompt_of(desk, card), width)


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_fits_a_small_terminal(studied_desk: Desk, section: str, period: str) -> None:
    lines = lines_of(studied_desk, section, period)
    assert 0 < len(lines) <= 21  # a title, its rule and a line below fit as well
    assert max(cell_width(line) for line in lines) <= 80
    narrow = lines_of(studied_desk, section, period, 40)
    assert max(cell_width(line) for line in narrow) <= 40


@pytest.mark.parametrize("width", [36, 40, 60, 80])
@pytest.mark.parametrize("section", SECTIONS)
def test_no_figure_is_cut_however_many_answers(
    studied_desk: Desk, section: str, width: int
) -> None:
    found = enlarged(gather_stats(studied_desk, "month"))
    lines = SECTIONS[section][1](found, lambda card: "What is it?", width)
    assert max(cell_width(line) for line in lines) <= width
    if section == "time":
        assert all(f"{day.new:,}" in " ".join(lines) for day in found.effort[::3] if day.new)


def enlarged(stats: Stats) -> Stats:
    """As of one who answered a thousand times as much."""
    grown = [replace(day, answers=day.answers * 1000, new=day.new * 1000) for day in stats.effort]
    seen = [
        replace(one, seen=Proportion(1000 * one.seen.hits, 1000 * one.seen.trials))
        for one in stats.retention_by_age
    ]
    rich = [
        replace(one, cards=99_999, learned=99_998, marks_to_gain=98_765.4) for one in stats.topics
    ]
    return replace(
        stats,
        answers=stats.answers * 1000,
        effort=tuple(grown),
        retention_by_age=tuple(seen),
        retained=sum((one.seen for one in seen), Proportion()),
        topics=tuple(rich),
    )


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_has_something_to_say_before_the_first_answer(
    desk: Desk, section: str
) -> None:
    assert lines_of(desk, section)


def test_the_numbers_are_those_of_the_log(desk: Desk) -> None:
    answers = studied(desk)
    stats = gather_stats(desk)
    assert sum(day.new for day in stats.effort) == 60
    assert sum(day.reviews for day in stats.effort) == answers - 60
    assert stats.retained.trials == answers - 60
    assert stats.model.reviews == answers - 60
    assert stats.retained.hits == sum(one.seen.hits for one in stats.retention)
    assert {topic.tag for topic in stats.topics} == {
        "maths",
        LONG,
    }


def test_a_week_leaves_out_what_was_before(studied_desk: Desk) -> None:
    week, everything = gather_stats(studied_desk, "week"), gather_stats(studied_desk, "all")
    assert len(week.effort) == 7
    assert week.answers < everything.answers
    assert everything.first_day == studied_desk.today() - 25


def test_single_decks_can_be_looked_at(studied_desk: Desk) -> None:
    stats = gather_stats(studied_desk, "month", ("numbers",))
    assert {topic.tag for topic in stats.topics} == {"maths"}
    assert sum(day.new for day in stats.effort) == 40


def test_topics_weigh_as_in_the_plan_and_look_at_its_exam(desk: Desk) -> None:
    studied(desk)
    before = {topic.tag: topic for topic in gather_stats(desk).topics}
    make_plan(desk, Changes(exam_day=desk.today() + 60, minutes=20, weights={"maths": 3.0}))
    stats = gather_stats(desk)
    after = {topic.tag: topic for topic in stats.topics}
    assert stats.exam_day == desk.today() + 60
    assert after["maths"].lasting < before["maths"].lasting
    assert after["maths"].marks_to_gain > 3 * before["maths"].marks_to_gain


def test_a_section_as_json_is_only_that_section(studied_desk: Desk) -> None:
    stats = gather_stats(studied_desk)
    everything = set(stats.as_json())
    always = {"today", "from", "exam"}
    assert set(section_json(stats)) == everything
    for name, parts in PARTS.items():
        assert set(section_json(stats, [name])) == always | set(parts)
    assert set(section_json(stats, [*SECTIONS])) == everything


def test_what_the_answers_were_adds_up(studied_desk: Desk) -> None:
    stats = gather_stats(studied_desk)
    lines = " ".join(" ".join(lines_of(studied_desk, "overview")).split())
    rest = stats.answers - stats.retained.trials - sum(day.new for day in stats.effort)
    assert rest > 0
    assert f"{rest:,} more (repeats within a day" in lines


def test_topics_are_told_in_the_same_words_with_a_plan_and_without(desk: Desk) -> None:
    studied(desk, 3)
    assert "To gain: marks until all is known" in " ".join(lines_of(desk, "topics"))
    assert LONG in " ".join(lines_of(desk, "topics"))  # a name has the room before a bar
    make_plan(desk, Changes(exam_day=desk.today() + 60, minutes=20))
    lines = " ".join(lines_of(desk, "topics"))
    assert "Known: expected on the exam day" in lines
    assert "To gain: marks until all is known" in lines


def test_one_day_is_one_day(desk: Desk) -> None:
    studied(desk, 1)
    assert isinstance(desk.clock, ManualClock)
    desk.clock.advance(days=-1)
    lines = " ".join(lines_of(desk, "time"))
    assert "On the day you studied:" in lines
    assert "1 day, the longest 1" in " ".join(lines_of(desk, "overview"))


@pytest.mark.parametrize("days", [7, 9, 25, 30, 40, 91, 100, 365, 500])
def test_no_row_of_days_begins_with_a_stub(days: int) -> None:
    effort = [DayEffort(1000 + day, 1, 0, 1, 60.0) for day in range(days)]
    span = span_for(days, 18)
    groups = grouped(effort, span)
    assert len(groups) <= 18
    assert groups[-1][-1].day == 1000 + days - 1
    assert all(len(group) == span for group in groups[1:])
    assert span <= len(groups[0]) <= span * 1.25
    assert sum(day.answers for group in groups for day in group) == days


def test_cards_outside_the_plan_bring_no_marks_of_its_exam(desk: Desk) -> None:
    make_plan(desk, Changes(exam_day=desk.today() + 60, minutes=20, decks=("numbers",)))
    stats = gather_stats(desk)
    gains = {topic.tag: topic.marks_to_gain for topic in stats.topics}
    assert gains == {"maths": 40, LONG: 0}
    assert stats.outside_plan == 20
    assert "outside your plan" in " ".join(lines_of(desk, "topics"))


def test_an_open_misconception_is_shown_however_long_ago_it_was(desk: Desk) -> None:
    assert isinstance(desk.clock, ManualClock)
    drill = desk.drill()
    for _ in range(2):
        assert drill.asked is not None
        drill.answer(Response(typed="99999"), Confidence.SURE)
        drill.rate(Rating.AGAIN)
    first, second = (one.card for one in gather_stats(desk).misconceptions)
    desk.clock.advance(days=60)
    again = desk.drill(Scope(cards=(second,)))
    assert again.asked is not None
    again.answer(Response(typed=again.asked.answer))
    again.rate(Rating.GOOD)
    desk.clock.advance(days=20)
    assert [one.card for one in gather_stats(desk, "week").misconceptions] == [first]
    assert {one.card for one in gather_stats(desk, "all").misconceptions} == {first, second}


def test_everything_can_be_told_as_json(studied_desk: Desk) -> None:
    told = json.loads(json.dumps(gather_stats(studied_desk).as_json()))
    assert told["retention"]["all"]["reviews"] > 0
    assert len(told["days"]) == 30


def test_sections_have_titles_and_blank_lines_between(desk: Desk) -> None:
    lines = section_lines(gather_stats(desk), lambda card: "", ["overview", "year"])
    assert lines[:2] == ["Progress", "--------"]
    assert "" in lines


@pytest.mark.parametrize("share", [1.0, 0.998, 0.9, 0.8])
def test_a_share_stands_in_the_row_of_its_label(share: float) -> None:
    picture = line_plot({"all": [(0, share), (9, share)]}, x_words=("0", "9"), low=0.8, height=9)
    row = next(line for line in picture if any("\u2801" <= sign <= "\u28ff" for sign in line))
    assert float(row.split("%")[0]) == pytest.approx(100 * share, abs=1.5)
    assert [line.split("%")[0].strip() for line in picture[:-1]] == ["100", "95", "90", "85", "80"]


@pytest.mark.parametrize(("width", "count"), [(40, 5), (40, 12), (80, 5), (80, 1)])
def test_columns_of_ways_stand_side_by_side_and_none_hides_another(width: int, count: int) -> None:
    groups = [(f"{15 * at}", [1.0, 0.998, 0.5, 0.25, 0.998, 0.0]) for at in range(count)]
    picture = clusters(groups, height=8, width=width)
    assert max(map(cell_width, picture)) <= width
    top = [line for line in picture if line.startswith("100 %")]
    assert sum(line.count("█") for line in top) % (3 * count) == 0
    assert "".join(picture).count("f") == count


def test_no_points_no_picture() -> None:
    assert line_plot({"none": []}, x_words=("", "")) == []


@pytest.mark.parametrize(
    ("value", "drawn"), [(0, ""), (8, "████"), (4, "██"), (3, "█▌"), (0.01, "▏"), (99, "████")]
)
def test_bars_are_in_proportion(value: float, drawn: str) -> None:
    assert bar(value, 8, 4) == drawn


def test_a_year_shows_days_to_come_as_blanks() -> None:
    rows = year_picture([[0, 1, 2, 3, 4, None, None]], [739_579])
    assert [row[4:] for row in rows[1:]] == ["·", "░", "▒", "▓", "█", "", ""]


def test_no_months_name_sticks_out_of_its_year() -> None:
    for today in range(739_579, 739_579 + 400, 7):
        mondays = range(today - 52 * 7, today + 1, 7)
        assert len(month_names(mondays)) <= 53
        assert len(month_names(mondays, 2)) <= 106
