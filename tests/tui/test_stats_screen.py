"""The stats screen: every page at every size, before the first answer and after weeks."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from textual.worker import WorkerCancelled

from mdquiz.clock import ManualClock
from mdquiz.decks.card import CardId
from mdquiz.insight.effort import DayEffort, year_of_days
from mdquiz.insight.forecast import DayLoad
from mdquiz.insight.trouble import Leech, Misconception
from mdquiz.progress.log import Kind
from mdquiz.settings import Settings
from mdquiz.study.desk import Desk
from mdquiz.study.plan import Changes, make_plan
from mdquiz.study.plan_outlook import keep_report, kept_report, report_file
from mdquiz.study.stats import gather_stats
from mdquiz.tui.commands import Place, commands_of
from mdquiz.tui.screens.drill import DrillScreen
from mdquiz.tui.screens.home import HomeScreen
from mdquiz.tui.screens.stats import NAMES, PAGES, StatsScreen
from mdquiz.tui.screens.stats_pages import View
from mdquiz.tui.screens.stats_plan import Standing, plan_lines, standing_of
from mdquiz.tui.widgets.charts import Line, width_of
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.page_tabs import PageTabs
from tests.desks import MORNING, desk_with, short_deck
from tests.study.logs import study_plainly
from tests.tui.running import HOSTILE, clock_of, press, running, settled, text_of
from tests.tui.test_screens import SNAPSHOTS, UPDATE

SIZES = [(40, 12), (80, 24), (120, 40)]
DECKS = (
    short_deck(50, title="Sums", tag="maths.sums"),
    short_deck(30, title="संख्या", tag="history.dates-of-the-freedom-movement"),
)
SETTINGS = Settings(shipped_decks=False, new_per_day=6)
DAYS = 40

WAY = {"marks": 61.2, "spread": 3.1, "share": 0.765, "recall": 0.765, "never_seen": 0.0}
TOLD = {
    "plan": {
        "exam": "2027-01-21", "minutes": 20.0, "cards": None, "decks": [], "weights": {},
        "rest": ["sun"], "preset": "upsc-cse-gs1", "made": "2026-11-22",
    },
    "today": "2026-11-22", "study_days_left": 51, "cards": 80, "new_cards": 3,
    "time_used_so_far": 1.0, "marks_in_all": 80.0, "paper_marks": 200.0,
    "expected": {
        "plan": WAY | {"marks": 70.4, "share": 0.88, "never_seen": 2.0},
        "plain": WAY,
        "stop": WAY | {"marks": 40.0, "share": 0.5, "never_seen": 3.0},
        "more": WAY | {"marks": 73.1, "share": 0.914},
    },
    "chosen_today": {"due": 12, "new": 3},
    "ten_more_minutes_today": 0.2, "ten_more_minutes_a_day": 2.7,
    "cards_without_time": 2, "cards_safe_until_the_exam": 9,
    "load": [
        {"first": "2026-11-22", "last": "2026-11-28", "minutes": 120.0, "cards": 400.0},
        {"first": "2026-11-29", "last": "2026-12-05", "minutes": 90.0, "cards": 310.0},
    ],
}  # fmt: skip

LARGE = TOLD | {
    "marks_in_all": 234_567.0,
    "cards": 234_567,
    "expected": {
        name: WAY | {"marks": 123_456.0, "spread": 1_234.0, "never_seen": 12_345.0}
        for name in ("plan", "plain", "stop", "more")
    },
}


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home after forty days of study; only to be copied."""
    folder = tmp_path_factory.mktemp("weeks")
    clock = ManualClock.at(MORNING)
    clock.advance(days=-DAYS)
    with desk_with(folder, *DECKS, settings=SETTINGS, clock=clock) as desk:
        study_plainly(desk, clock, DAYS)
        assert desk.today() == ManualClock.at(MORNING).now().local.date().toordinal()
    return folder


@pytest.fixture
def home(weeks: Path, tmp_path: Path) -> Path:
    """A home after forty days of study, with a plan whose report was played."""
    folder = tmp_path / "home"
    shutil.copytree(weeks, folder)
    with desk_with(folder, *DECKS, settings=SETTINGS) as desk:
        plan = make_plan(desk, Changes(exam_day=desk.today() + 60, minutes=20.0))
        keep_report(desk, plan, TOLD)
    return folder


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_each_page_looks_as_it_should(home: Path, size: tuple[int, int]) -> None:
    shown: dict[str, str] = {}
    async with running(home, *DECKS, size=size, settings=SETTINGS) as (app, pilot):
        await press(pilot, "s")
        for number, name in enumerate(NAMES, start=1):
            await press(pilot, str(number))
            await settled(pilot)
            shown[name] = text_of(app)
            assert app.screen.max_scroll_x == 0
            bar = app.screen.query_one(KeyBar)
            assert bar.shown(bar.content_size.width)[-1][1].id == "app.help-keys"
    for name, text in shown.items():
        snapshot = SNAPSHOTS / f"stats-{name.lower()}-{size[0]}x{size[1]}.txt"
        if UPDATE:
            snapshot.write_text(text, encoding="utf-8")
        assert text == snapshot.read_text(encoding="utf-8"), name


@pytest.mark.parametrize("name", [name for name in NAMES if name != "Topics"])
async def test_at_80_by_24_a_picture_and_its_table_are_seen_at_once(home: Path, name: str) -> None:
    async with running(home, *DECKS, settings=SETTINGS) as (app, pilot):
        await press(pilot, "s", str(NAMES.index(name) + 1))
        screen = app.screen
        assert isinstance(screen, StatsScreen)
        assert screen.body.max_scroll_y == 0


@pytest.mark.parametrize("studied", [True, False], ids=["weeks", "nothing"])
@pytest.mark.parametrize("period", ["week", "all"])
def test_no_line_is_ever_wider_than_its_page(
    weeks: Path, tmp_path: Path, studied: bool, period: str
) -> None:
    shutil.copytree(weeks, tmp_path / "home")
    folder = tmp_path / "home" if studied else tmp_path / "empty"
    with desk_with(folder, *DECKS, settings=SETTINGS) as desk:
        stats = gather_stats(desk, period)
        standing = Standing(desk.plan(), TOLD)
    for width in (38, 59, 60, 76, 80, 116, 150):
        for height in (6, 20, 36):
            view = View(stats, width, height)
            for name, draw in PAGES.items():
                lines = draw(view)
                assert lines, name
                assert max(map(width_of, lines)) <= width, (name, width)
            assert max(map(width_of, plan_lines(standing, width, height))) <= width


@pytest.mark.parametrize("width", [38, 60, 76, 116])
def test_no_figure_is_ever_cut(weeks: Path, tmp_path: Path, width: int) -> None:
    shutil.copytree(weeks, tmp_path / "home")
    with desk_with(tmp_path / "home", *DECKS, settings=SETTINGS) as desk:
        stats = gather_stats(desk, "year")
        make_plan(desk, Changes(exam_day=desk.today() + 60, minutes=20.0))
        standing = Standing(desk.plan(), LARGE)
    for today in range(stats.today, stats.today + 31):  # a month's name over the last week too
        studied = dict.fromkeys(range(today - 400, today + 1), 1227)
        found = replace(
            stats,
            today=today,
            answers=1_234_567,
            year=year_of_days(studied, today),
            effort=tuple(
                DayEffort(day, 12_270, 1_227, 11_043, 40_000.0) for day in range(today - 364, today)
            ),
            forecast=tuple(DayLoad(day, 1_227, 12_270) for day in range(today, today + 30)),
            topics=tuple(replace(one, marks_to_gain=98_765.4) for one in stats.topics),
        )
        view = View(found, width, 19)
        told = {name: draw(view) for name, draw in PAGES.items()}
        told["Plan"] = plan_lines(standing, width, 19)
        for name, lines in told.items():
            assert max(map(width_of, lines)) <= width, (name, today)
        texts = {name: "\n".join(map(text_of_line, lines)) for name, lines in told.items()}
        full = {f"{30 * 1227:,}", f"{31 * 1227:,}"}
        assert any(figure in texts["Year"] for figure in full), texts["Year"]
        assert "12,270" in texts["Ahead"]
        assert "98,765.4" in texts["Topics"]
        assert "123,456" in texts["Plan"]


def test_the_page_of_trouble_fits_a_screen_however_much_there_is(
    weeks: Path, tmp_path: Path
) -> None:
    shutil.copytree(weeks, tmp_path / "home")
    with desk_with(tmp_path / "home", *DECKS, settings=SETTINGS) as desk:
        stats = gather_stats(desk, "all")
    cards = [CardId("sums", f"q{number}", "") for number in range(30)]
    for wrong, leeches in ((30, 30), (30, 2), (2, 30), (30, 0), (0, 30)):
        found = replace(
            stats,
            misconceptions=tuple(Misconception(card, 3, 1, True) for card in cards[:wrong]),
            leeches=tuple(Leech(card, 9, 60.0) for card in cards[:leeches]),
        )
        lines = [text_of_line(line) for line in PAGES["Trouble"](View(found, 76, 19))]
        assert len(lines) <= 19
        shown = sum("sums" in line for line in lines)
        more = min(wrong, 10) + min(leeches, 10) - shown
        assert (f"and {more} more" in lines[-1]) == (more > 0)


def text_of_line(line: Line) -> str:
    return "".join(text for text, _ in line)


async def test_large_figures_that_have_no_room_stand_in_small_ones(home: Path) -> None:
    async with running(home, *DECKS, settings=SETTINGS) as (app, pilot):
        await press(pilot, "s")
        screen = app.screen
        assert isinstance(screen, StatsScreen)
        assert screen.found is not None
        assert screen.query_one("#tiles").display
        many = replace(screen.found.stats, answers=1_234_567)
        screen.found = replace(screen.found, stats=many)
        screen.action_next_section()
        screen.action_previous_section()
        await settled(pilot)
        assert not screen.query_one("#tiles").display
        assert "1,234,567" in text_of(app)


@pytest.mark.parametrize(
    ("size", "said"),
    [((80, 24), "Sunday 22 November, until 04:00"), ((40, 12), "Sun 22 Nov, until 04:00")],
)
async def test_after_midnight_home_and_stats_tell_the_same_study_day(
    home: Path, size: tuple[int, int], said: str
) -> None:
    async with running(home, *DECKS, size=size, settings=SETTINGS) as (app, pilot):
        clock_of(pilot).advance(seconds=16 * 3600)
        await press(pilot, "s")
        await settled(pilot)
        await press(pilot, "8")
        assert said in text_of(app)
        await press(pilot, "q")
        assert said in text_of(app)


async def test_before_the_first_answer_every_page_says_what_to_do(tmp_path: Path) -> None:
    async with running(tmp_path, short_deck(3)) as (app, pilot):
        await press(pilot, "s")
        assert "Drill some cards and come back" in text_of(app)
        for number, name in enumerate(NAMES, start=1):
            await press(pilot, str(number))
            assert f"{number} {name}" in text_of(app)
            assert len(text_of(app).split("\n\n")[1].strip()) > 10, name
        assert "mdquiz plan --exam" in text_of(app)


async def test_without_decks_nothing_breaks(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "s", *"123456789", "tab", "shift+tab", "p", "d", "r", "q")
        assert isinstance(app.screen, HomeScreen)


async def test_pages_turn_by_arrow_digit_and_click_and_q_leads_home(home: Path) -> None:
    async with running(home, *DECKS, settings=SETTINGS) as (app, pilot):
        await press(pilot, "s")
        screen = app.screen
        assert isinstance(screen, StatsScreen)
        await press(pilot, "right", "right")
        assert screen.name_of_page == "Calibration"
        await press(pilot, "left")
        assert screen.name_of_page == "Memory"
        await press(pilot, "8")
        assert screen.name_of_page == "Year"
        await press(pilot, "right", "right")
        assert screen.name_of_page == "Now"
        start, _ = screen.query_one(PageTabs).places[4]
        await pilot.click(PageTabs, offset=(start + 2, 0))
        await settled(pilot)
        assert screen.name_of_page == "Topics"
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)


async def test_p_looks_at_longer_periods_and_then_at_a_week_again(home: Path) -> None:
    async with running(home, *DECKS, settings=SETTINGS) as (app, pilot):
        await press(pilot, "s")
        screen = app.screen
        assert isinstance(screen, StatsScreen)
        assert screen.found is not None
        seen = {}
        for _ in range(5):
            seen[screen.period] = screen.found.stats.answers
            await press(pilot, "p")
            await settled(pilot)
        assert screen.period == "month"
        assert seen["week"] < seen["month"] < seen["quarter"] == seen["all"]
        assert "the last 30 days" in text_of(app)


async def test_the_numbers_are_fresh_after_a_drill(home: Path) -> None:
    async with running(home, *DECKS, settings=SETTINGS) as (app, pilot):
        await press(pilot, "s")
        screen = app.screen
        assert isinstance(screen, StatsScreen)
        assert screen.found is not None
        before = screen.found.stats.answers
        await press(pilot, "q", "n", "1", "enter", "1", "escape", "enter", "s")
        await settled(pilot)
        assert screen.found.stats.answers == before + 1


async def test_what_gives_trouble_can_be_drilled(tmp_path: Path) -> None:
    text = HOSTILE.read_text(encoding="utf-8")
    async with running(tmp_path, text) as (app, pilot):
        desk = app.desk
        cards = [entry.card for entry in desk.library.decks[0].cards][:3]
        await press(pilot, "s", "6")
        screen = app.screen
        assert isinstance(screen, StatsScreen)
        assert "d Drill these" not in text_of(app)
        wrong_though_sure(desk, cards)
        await press(pilot, "q", "s")
        await settled(pilot)
        shown = text_of(app)
        assert "3 not put right yet" in shown
        for card in cards:
            prompt = " ".join(desk.entry(card).prompt.split())
            assert prompt[:12] in shown
        await press(pilot, "d")
        assert isinstance(app.screen, DrillScreen)
        assert app.screen.shown.total == 3


def wrong_though_sure(desk: Desk, cards: list[CardId]) -> None:
    for card in cards:
        row = desk.row(card, Kind.DRILL, desk.new_sitting())
        desk.record([replace(row, rating=1, outcome="wrong", confidence="sure")])


async def test_a_plan_is_played_while_the_screen_stays_at_hand(tmp_path: Path) -> None:
    deck = short_deck(12)
    with desk_with(tmp_path, deck) as desk:
        make_plan(desk, Changes(exam_day=desk.today() + 4, minutes=5.0))
    async with running(tmp_path, deck) as (app, pilot):
        await press(pilot, "s", "9")
        await settled(pilot)
        shown = text_of(app)
        assert "Exam on 26 November 2026  4 days of study left" in shown
        assert "by your plan" in shown
        assert "if you stop today" in shown
        assert report_file(app.desk.places.cache).exists()
        assert "r Play anew" in shown


async def test_after_a_drill_the_plan_is_played_anew_and_shown_as_it_was_meanwhile(
    home: Path,
) -> None:
    async with running(home, *DECKS, settings=SETTINGS) as (app, pilot):
        plan = app.desk.store.plans.latest()
        assert plan is not None
        assert kept_report(app.desk, plan) == (TOLD, True)
        card = next(iter(app.desk.card_ids()))
        app.desk.set_flagged([card], True)
        assert kept_report(app.desk, plan) == (TOLD, False)
        standing = standing_of(app.desk)
        assert standing.playing
        shown = "".join(text for line in plan_lines(standing, 76, 20) for text, _ in line)
        assert "being played anew" in shown
        assert "by your plan" in shown
        await press(pilot, "s", "9")
        await settled(pilot)
        assert kept_report(app.desk, plan)[1]
        assert "being played anew" not in text_of(app)


async def test_leaving_ends_a_plan_that_is_still_being_played(tmp_path: Path) -> None:
    deck = short_deck(40)
    with desk_with(tmp_path, deck) as desk:
        make_plan(desk, Changes(exam_day=desk.today() + 300, minutes=30.0))
    async with running(tmp_path, deck) as (app, pilot):
        app.call_later(app.switch_mode, "stats")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, StatsScreen)
        screen.action_previous_section()
        await pilot.pause()
        assert not report_file(app.desk.places.cache).exists()
        app.workers.cancel_all()
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
    assert not report_file(tmp_path / "cache").exists()


def test_every_command_of_the_screen_has_its_action() -> None:
    for command in commands_of(Place.STATS):
        assert command.fixed or hasattr(StatsScreen, f"action_{command.action}"), command.id


@pytest.mark.parametrize("theme", ["mdquiz-paper", "ansi-dark", "ansi-light", "gruvbox"])
async def test_every_page_can_be_drawn_in_other_colours(home: Path, theme: str) -> None:
    settings = Settings(shipped_decks=False, theme=theme)
    async with running(home, *DECKS, settings=settings) as (app, pilot):
        await press(pilot, "s")
        for number, name in enumerate(NAMES, start=1):
            await press(pilot, str(number))
            assert f"{number} {name}" in text_of(app)
