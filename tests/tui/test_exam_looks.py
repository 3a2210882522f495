"""What the mock exam's screens look like, and that no deck can make them look otherwise."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from mdquiz.decks.asked import Form
from mdquiz.tui.commands import Place, bindings, commands_of
from mdquiz.tui.screens.exam import ExamScreen
from mdquiz.tui.screens.exam_form import FormScreen
from mdquiz.tui.screens.exam_report import ReportScreen
from mdquiz.tui.screens.exam_review import ReviewScreen
from mdquiz.tui.screens.exams import ExamsScreen
from mdquiz.tui.widgets.exam_bar import ExamBar
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.widgets.plot import Plot
from mdquiz.tui.widgets.prose import Prose
from mdquiz.tui.wrap import cells
from tests.exams.decks import EVERY_TYPE
from tests.study.test_exam import sums
from tests.tui.exams import FORM_FORMATS, answer, begin, exam_of, pass_time, report_of, review_of
from tests.tui.running import HINDI, HOSTILE, press, running, settled, text_of

SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = "MDQUIZ_UPDATE_SNAPSHOTS" in os.environ
SIZES = [(40, 12), (80, 24), (120, 40)]
SCREENS = {
    Place.EXAMS: ExamsScreen,
    Place.FORM: FormScreen,
    Place.EXAM: ExamScreen,
    Place.REPORT: ReportScreen,
    Place.REVIEW: ReviewScreen,
}
EXAM_LETTERS = set("abcdefgh") | {"t"}

sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


async def form(pilot: Pilot[None]) -> None:
    await press(pilot, "m", "n")


async def pick(pilot: Pilot[None]) -> None:
    await press(pilot, "m", "n", "enter", "down")


async def paper(pilot: Pilot[None]) -> None:
    await begin(pilot, questions=60)
    await press(pilot, "1", "w", "enter", "m", "enter", "2", "m", "enter", "enter", "3")


async def palette(pilot: Pilot[None]) -> None:
    await paper(pilot)
    await press(pilot, "v", "4", "2")


async def hand_in(pilot: Pilot[None]) -> None:
    await paper(pilot)
    await press(pilot, "s")


async def last_minutes(pilot: Pilot[None]) -> None:
    await paper(pilot)
    left = exam_of(pilot).exam.left_ms()
    await pass_time(pilot, left / 1000 - 299)


async def sections(pilot: Pilot[None]) -> None:
    await begin(pilot, "ssc-cgl-t1", questions=40)
    await press(pilot, "s", "y")


async def match(pilot: Pilot[None]) -> None:
    await begin(pilot, formats=("match",))


async def typed(pilot: Pilot[None]) -> None:
    await begin(pilot, formats=("numeric",))


async def report(pilot: Pilot[None]) -> None:
    await begin(pilot, questions=8)
    for at, right in enumerate((True, False, True, True, False)):
        await pass_time(pilot, 10 + 25 * at)
        await answer(pilot, right=right)
        await press(pilot, *["w"] * (at % 5), "enter")
    await press(pilot, "s", "y")


async def review(pilot: Pilot[None]) -> None:
    await report(pilot)
    await press(pilot, "r", "n")


async def exams(pilot: Pilot[None]) -> None:
    await report(pilot)
    await press(pilot, "q")
    await begin(pilot, questions=8)
    await press(pilot, "q", "y", "m")


async def home(pilot: Pilot[None]) -> None:
    await begin(pilot, questions=8)
    await press(pilot, "q", "y")
    await settled(pilot)


Step = Callable[[Pilot[None]], Awaitable[None]]
LOOKS: dict[str, tuple[Step, tuple[str, ...]]] = {
    "exam-form": (form, (sums(40), sums(30, tag="polity"))),
    "exam-pick": (pick, (sums(40),)),
    "exam-paper": (paper, (sums(120),)),
    "exam-palette": (palette, (sums(120),)),
    "exam-hand-in": (hand_in, (sums(120),)),
    "exam-last-minutes": (last_minutes, (sums(120),)),
    "exam-sections": (sections, (sums(60),)),
    "exam-match": (match, (EVERY_TYPE,)),
    "exam-typed": (typed, (EVERY_TYPE,)),
    "exam-report": (report, (sums(120),)),
    "exam-review": (review, (sums(120),)),
    "exam-list": (exams, (sums(120),)),
    "exam-home": (home, (sums(120),)),
}


# A larger screen adds nothing to these but room.
SMALL_WINDOWS = {"exam-pick", "exam-hand-in", "exam-last-minutes", "exam-typed", "exam-home"}


LOOKED_AT = [
    pytest.param(name, size, id=f"{name}-{size[0]}x{size[1]}")
    for name in LOOKS
    for size in SIZES
    if size != SIZES[-1] or name not in SMALL_WINDOWS
]


@pytest.mark.parametrize(("name", "size"), LOOKED_AT)
async def test_each_exam_screen_looks_as_it_should(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    steps, decks = LOOKS[name]
    async with running(tmp_path, *decks, size=size) as (app, pilot):
        await steps(pilot)
        app.clear_notifications()
        await settled(pilot)
        shown = text_of(app)
        assert app.screen.max_scroll_x == 0
    snapshot = SNAPSHOTS / f"{name}-{size[0]}x{size[1]}.txt"
    if UPDATE:
        snapshot.write_text(shown, encoding="utf-8")
    assert shown == snapshot.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("deck", "size"),
    [
        *(pytest.param(HOSTILE, size, id=f"hostile-{size[0]}x{size[1]}") for size in SIZES),
        pytest.param(HINDI, SIZES[0], id="hindi-narrow"),
    ],
)
async def test_every_exam_screen_shows_any_deck_letter_by_letter(
    tmp_path: Path, deck: Path, size: tuple[int, int]
) -> None:
    text = deck.read_text(encoding="utf-8")
    async with running(tmp_path, text, size=size) as (app, pilot):
        await press(pilot, "m", "n", "down", "enter", "escape", "down", "enter", "escape")
        fits(app.screen.query(Prose), app.screen.query(Plot))
        screen = await begin(pilot, formats=FORM_FORMATS)
        for number in range(1, len(screen.attempt.paper.items) + 1):
            await shows_its_text(pilot, screen)
            if screen.asked.form is not Form.TYPED:
                await answer(pilot, right=number % 2 == 0)
            await press(pilot, "f2", "f9", "f6")
        await press(pilot, "f12")
        fits(app.screen.query(Prose), app.screen.query(Plot))
        await press(pilot, "y")
        made = report_of(pilot)
        fits(made.query(Prose), made.query(Plot))
        await press(pilot, "r")
        for _ in screen.attempt.paper.items:
            seen = review_of(pilot)
            texts = [block.text for block in (*seen.query_one("#question", Prose).blocks,)]
            assert seen.asked.stem in texts
            fits(seen.query(Prose), seen.query(Plot))
            await press(pilot, "n")
        await press(pilot, "q", "q", "m", "escape", "escape")
        assert app.is_running


async def shows_its_text(pilot: Pilot[None], screen: ExamScreen) -> None:
    """The question stands on the screen as it does in the deck, in lines that fit."""
    asked = screen.asked
    texts = [block.text for block in screen.query_one("#question", Prose).blocks]
    options = [block.text for block in screen.sheet.blocks]
    assert asked.stem in texts
    assert [option.text for option in asked.options] == options
    fits(screen.query(Prose), [])
    assert screen.max_scroll_x == 0
    assert screen.pane.stem.max_scroll_x == 0
    assert screen.pane.stem.size.height >= 3 or not screen.pane.stem.max_scroll_y
    assert screen.pane.answers.size.height >= 1
    await pilot.pause()


def fits(texts: object, plots: object) -> None:
    """No line is longer than its widget is wide."""
    for widget in (*texts, *plots):  # type: ignore[misc]
        if widget.size.width:
            lines = widget.render().plain.split("\n")
            assert all(cells(line) <= widget.content_size.width for line in lines), (widget, lines)


@sizes
async def test_stem_options_palette_and_clock_are_on_the_screen_at_any_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(tmp_path, EVERY_TYPE, size=size) as (app, pilot):
        screen = await begin(pilot)
        for _ in screen.attempt.paper.items:
            shown = text_of(app)
            assert "left" in shown
            assert screen.pane.stem.region.height >= 3
            assert screen.query_one(ExamBar).region.height == 1
            count = len(screen.asked.options)
            for at in range(count):
                await press(pilot, "down")
                region = screen.sheet.region_of(at)
                top = screen.sheet.region.y + region.y
                assert screen.pane.answers.region.y <= top < screen.pane.answers.region.bottom
                assert top < screen.pane.region.bottom
            await press(pilot, "v")
            assert f"▸{screen.attempt.current}" in text_of(app).replace(" ", "")
            await press(pilot, "escape", "n")


@sizes
async def test_the_bottom_line_of_exam_screens_fits_and_offers_help(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(tmp_path, sums(20), size=size) as (app, pilot):
        for keys in (["m"], ["n"], ["s"], ["1", "w", "enter"], ["s", "y"], ["r"]):
            await press(pilot, *keys)
            bar = app.screen.query_one(KeyBar)
            shown = bar.shown(bar.content_size.width)
            assert len(shown) > 1
            assert shown[-1][1].id == "app.help-keys"
            assert bar.places[-1][1] <= bar.content_size.width


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(
    ("preset", "formats"), [("upsc-cse-gs1", ()), ("ssc-cgl-t1", ()), ("rpsc-ras", ("numeric",))]
)
async def test_how_to_hand_in_stands_below_every_question(
    tmp_path: Path, size: tuple[int, int], preset: str, formats: tuple[str, ...]
) -> None:
    async with running(tmp_path, EVERY_TYPE, size=size) as (app, pilot):
        await begin(pilot, preset, formats=formats)
        for keys in ([], ["f2", "f9"], ["f6"]):
            await press(pilot, *keys)
            bar = app.screen.query_one(KeyBar)
            shown = [command.id for _, command in bar.shown(bar.content_size.width)]
            assert "exam.hand-in" in shown


async def test_the_whole_form_can_be_read_on_the_smallest_screen(tmp_path: Path) -> None:
    async with running(tmp_path, sums(40), size=(40, 12)) as (app, pilot):
        await press(pilot, "m", "n")
        assert "PgDn Read on" in text_of(app)
        await press(pilot, "pagedown", "pagedown", "pagedown")
        assert "40 choice" in text_of(app)
        await press(pilot, "home", "home", "home")
        assert "Exam " in text_of(app)


def test_every_exam_command_has_its_action_and_its_binding() -> None:
    for place, screen in SCREENS.items():
        for command in commands_of(place):
            if not command.fixed:
                assert hasattr(screen, f"action_{command.action}"), command.id
        assert all(getattr(binding, "id", "") for binding in bindings(place))


def test_no_command_of_the_exam_takes_a_letter_or_digit_that_answers() -> None:
    keys = {
        key
        for command in commands_of(Place.EXAM)
        if not command.fixed
        for key in command.keys.split(",")
    }
    assert not keys & EXAM_LETTERS
    assert not keys & set("123456789")


def test_every_letter_of_the_exam_has_a_key_that_works_while_typing() -> None:
    without = {"exam.next-option", "exam.previous-option"}  # arrows beside them
    for command in commands_of(Place.EXAM):
        keys = command.keys.split(",")
        if any(len(key) == 1 and key.isalpha() for key in keys) and command.id not in without:
            others = [key for key in keys if len(key) > 1 and key not in ("left", "right")]
            assert others, command.id
