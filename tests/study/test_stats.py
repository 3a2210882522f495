"""Numbers and pictures of a learner's progress."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mdquiz.clock import ManualClock
from mdquiz.settings import Settings
from mdquiz.study.desk import Desk
from mdquiz.study.plan import Changes, make_plan
from mdquiz.study.plots import bar, line_plot, year_picture
from mdquiz.study.stats import PERIODS, gather_stats, prompt_of
from mdquiz.study.stats_lines import SECTIONS, section_lines
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


def lines_of(desk: Desk, section: str, period: str = "month") -> list[str]:
    stats = gather_stats(desk, period)
    return SECTIONS[section][1](stats, lambda card: prompt_of(desk, card))


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_fits_a_small_terminal(studied_desk: Desk, section: str, period: str) -> None:
    lines = lines_of(studied_desk, section, period)
    assert 0 < len(lines) <= 21  # a title, its rule and a line below fit as well
    assert max(cell_width(line) for line in lines) <= 80


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


def test_everything_can_be_told_as_json(studied_desk: Desk) -> None:
    told = json.loads(json.dumps(gather_stats(studied_desk).as_json()))
    assert told["retention"]["all"]["reviews"] > 0
    assert len(told["days"]) == 30


def test_sections_have_titles_and_blank_lines_between(desk: Desk) -> None:
    lines = section_lines(gather_stats(desk), lambda card: "", ["overview", "year"])
    assert lines[:2] == ["Progress", "--------"]
    assert "" in lines


def test_a_line_at_the_top_and_one_at_the_bottom_are_both_drawn() -> None:
    picture = line_plot({"all": [(0, 1.0), (9, 1.0)]}, x_words=("0", "9"), height=4)
    assert "⠉⠉⠉" in picture[1]
    assert any("⣀⣀⣀" in row for row in line_plot({"no": [(0, 0.0), (9, 0.0)]}, x_words=("", "")))


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
