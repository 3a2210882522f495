"""The start form of a mock exam: what is chosen, and what that gives, before the clock starts."""

from __future__ import annotations

from pathlib import Path

from mdquiz.settings import Settings
from mdquiz.tui.screens.exams import ExamsScreen
from mdquiz.tui.screens.home import HomeScreen
from mdquiz.tui.widgets.form_line import FormLine
from tests.exams.decks import EVERY_TYPE
from tests.study.test_exam import sums
from tests.tui.exams import exam_of, form_of
from tests.tui.running import press, running, text_of


def words(text: str) -> str:
    return " ".join(text.split())


async def test_from_home_to_the_first_question_in_three_keys(tmp_path: Path) -> None:
    async with running(tmp_path, sums(120)) as (app, pilot):
        await press(pilot, "m")
        assert isinstance(app.screen, ExamsScreen)
        assert "No exam was taken yet" in text_of(app)
        await press(pilot, "n")
        shown = words(text_of(app))
        assert "100 questions · 200 marks · 2:00:00" in shown
        assert "120 to draw from" in shown
        await press(pilot, "s")
        screen = exam_of(pilot)
        assert len(screen.attempt.paper.items) == 100
        assert screen.exam.left_ms() == 7_200_000


async def test_a_deck_too_small_scales_the_paper_and_says_so(tmp_path: Path) -> None:
    async with running(tmp_path, sums(25)) as (app, pilot):
        await press(pilot, "m", "n")
        shown = words(text_of(app))
        assert "25 questions · 50 marks · 30:00" in shown
        assert "▲ The decks have 25 fitting questions, not 100" in shown


async def test_the_count_is_live_by_topic_and_format(tmp_path: Path) -> None:
    async with running(tmp_path, sums(30), sums(12, tag="polity"), EVERY_TYPE) as (app, pilot):
        await press(pilot, "m", "n")
        shown = words(text_of(app))
        assert "46 to draw from" in shown
        assert "━ maths" in shown
        assert "✓ 43 choice" in shown
        assert "✗ 1 several" in shown
        await press(pilot, "down", "enter", "down", "down", "space", "enter")
        assert form_of(pilot).choice.decks == ("sums-polity",)
        shown = words(text_of(app))
        assert "12 to draw from" in shown
        assert "maths" not in shown


async def test_arrows_move_over_the_lines_also_where_the_form_scrolls(tmp_path: Path) -> None:
    tags = "abcdefghijkl"
    decks = [sums(2, tag=f"topic-{tag}") for tag in tags]
    for size in ((80, 24), (40, 12)):
        async with running(tmp_path, *decks, size=size) as (app, pilot):
            await press(pilot, "m", "n")
            assert form_of(pilot).body.max_scroll_y
            for name in ("decks", "tags", "formats", "questions", "minutes", "seed"):
                await press(pilot, "down")
                line = app.focused
                assert line is not None
                assert line.id == name
                assert 0 < line.region.y < size[1] - 1
            await press(pilot, *["up"] * 6)
            assert app.focused is app.screen.query_one("#preset")


async def test_size_is_written_in_digits_and_minutes_follow(tmp_path: Path) -> None:
    async with running(tmp_path, sums(120)) as (app, pilot):
        await press(pilot, "m", "n", "down", "down", "down", "down", "2", "5")
        shown = words(text_of(app))
        assert "25 questions · 50 marks · 30:00" in shown
        assert "Minutes 30 in proportion" in shown
        await press(pilot, "right", "down", "4", "0")
        assert "30 questions · 60 marks · 40:00" in words(text_of(app))
        await press(pilot, "x", "up", "backspace", "backspace")
        assert form_of(pilot).choice.questions is None
        assert "100 questions · 200 marks · 2:00:00" in words(text_of(app))


async def test_no_number_can_be_written_that_no_paper_has(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (_, pilot):
        await press(pilot, "m", "n", "down", "down", "down", "down", "0", "9", "9", "9", "9", "9")
        assert form_of(pilot).choice.questions == 1000
        await press(pilot, "down", "9", "9", "9", "9")
        assert form_of(pilot).choice.minutes == 1440
        await press(pilot, "s")
        assert exam_of(pilot).exam.left_ms() == 1440 * 60_000


async def test_another_exam_is_chosen_by_arrow_and_from_the_list(tmp_path: Path) -> None:
    async with running(tmp_path, sums(120)) as (_, pilot):
        await press(pilot, "m", "n", "enter", "down", "enter")
        assert form_of(pilot).choice.preset == "upsc-nda-gat"
        await press(pilot, "right")
        assert form_of(pilot).choice.preset == "upsc-nda-maths"
        await press(pilot, "left", "left")
        assert form_of(pilot).choice.preset == "upsc-cse-gs1"
        await press(pilot, "enter", "end", "escape")
        assert form_of(pilot).choice.preset == "upsc-cse-gs1"


async def test_the_same_seed_gives_the_same_paper(tmp_path: Path) -> None:
    stems = []
    async with running(tmp_path, sums(120)) as (_, pilot):
        for _ in range(2):
            await press(pilot, "m", "n", *["down"] * 6, "x", "left", "7")
            seed = form_of(pilot).choice.seed
            await press(pilot, *["backspace"] * 6)
            await press(pilot, "4", "2", "s")
            assert seed != 42
            stems.append([item.versions[0].stem for item in exam_of(pilot).attempt.paper.items])
            await press(pilot, "q", "y", "q")
    assert stems[0] == stems[1]


async def test_formats_are_added_from_a_list(tmp_path: Path) -> None:
    async with running(tmp_path, EVERY_TYPE) as (app, pilot):
        await press(pilot, "m", "n", "down", "down", "down", "enter")
        await press(pilot, "end", "space", "enter")
        choice = form_of(pilot).choice
        assert choice.formats[-1] == "cloze"
        assert "✓ 2 cloze" in words(text_of(app))
        await press(pilot, "x")
        assert form_of(pilot).choice.formats == ()


async def test_where_nothing_fits_it_says_so_and_cannot_begin(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "m", "n")
        assert "There is no deck to draw an exam from" in words(text_of(app))
        await press(pilot, "s")
        form = form_of(pilot)
        assert form.prospect.paper is None
        await press(pilot, "q", "q")
        assert isinstance(app.screen, HomeScreen)


async def test_a_broken_preset_of_ones_own_is_named_and_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "presets"
    folder.mkdir()
    (folder / "mine.toml").write_text("questions = 'many'", encoding="utf-8")
    own = 'title = "Class test [1]"\nquestions = 5\nminutes = 6\nmarks = 1\npenalty = 0\n'
    (folder / "own.toml").write_text(own, encoding="utf-8")
    async with running(tmp_path, sums(20), size=(100, 30)) as (app, pilot):
        await press(pilot, "m", "n")
        assert "mine.toml" in "".join(text_of(app).split())
        assert "own" in form_of(pilot).offered.presets
        form_of(pilot).choice = form_of(pilot).choice.with_values("tags", ())
        while form_of(pilot).choice.preset != "own":
            await press(pilot, "right")
        assert "Class test [1]" in text_of(app)
        assert "5 questions · 5 marks · 6:00" in words(text_of(app))


async def test_the_form_takes_the_exam_taken_last(tmp_path: Path) -> None:
    async with running(tmp_path, sums(20)) as (app, pilot):
        await press(pilot, "m", "n", "right", "right", "s", "s", "y")
        await press(pilot, "escape", "n")
        assert form_of(pilot).choice.preset != "upsc-cse-gs1"
        line = app.screen.query_one("#preset", FormLine)
        assert line.has_focus


async def test_the_learners_language_is_the_papers(tmp_path: Path) -> None:
    settings = Settings(shipped_decks=False, language="hi")
    async with running(tmp_path, EVERY_TYPE, settings=settings) as (_, pilot):
        await press(pilot, "m", "n", "s")
        languages = {item.versions[0].language for item in exam_of(pilot).attempt.paper.items}
        assert "hi" in languages
