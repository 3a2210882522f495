"""`mdquiz generate --review` in the terminal: read the passage, decide with one key, go on."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from mdquiz.decks.read import read_deck
from mdquiz.decks.write import deck_text
from mdquiz.generate.pipeline import Generation, Wishes, generate
from mdquiz.generate.review import Decision, Review, load_review, review_path, review_text
from mdquiz.generate.source import source_text
from mdquiz.settings import Settings
from mdquiz.study.deck_review import ACCEPTED, EDITED, REJECTED, TO_DO, DeckReview
from mdquiz.tui.commands import Place, commands_of
from mdquiz.tui.deck_review_blocks import fits_beside
from mdquiz.tui.review_app import ReviewApp
from mdquiz.tui.screens.deck_review import DeckReviewScreen
from mdquiz.tui.screens.exam_pick import PickScreen
from mdquiz.tui.screens.offer import OfferScreen
from mdquiz.tui.widgets.key_bar import KeyBar
from mdquiz.tui.wrap import cells
from tests.desks import desk_with
from tests.tui.running import clock_of, press, settled, strike, text_of

SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = "MDQUIZ_UPDATE_SNAPSHOTS" in os.environ
NOTES = Path(__file__).parent.parent / "data" / "notes"
SIZES = [(40, 12), (80, 24), (120, 40)]

NOTE = """# The Lokpal

## Making of the Act

The Lokpal Act was passed in 2013. The Lokpal has its seat at New Delhi.

- **Tenure**: five years
- **Members**: eight
"""

DECK = """title = "The Lokpal"
id = "lokpal"

[document]
path = "notes.md"

[[question]]
id = "act"
type = "short"
prompt = "When was the Lokpal Act passed?"
answer = "2013"
accept = ["in 2013"]
source = { section = "Making of the Act", lines = [5, 5], quote = "The Lokpal Act was passed in 2013" }
rule = "value"

[[question]]
id = "seat"
type = "choice"
prompt = "Where does the Lokpal have its seat?"
options = ["New Delhi", "Mumbai", "Kolkata", "Chennai"]
answer = "New Delhi"
why = { "Mumbai" = "Seat of the state's Lokayukta." }
source = { section = "Making of the Act", lines = [5, 5], quote = "The Lokpal has its seat at New Delhi" }
rule = "choice/value"

[[question]]
id = "tenure"
type = "statements"
prompt = "Consider the following statements about the Lokpal:"
statements = [
  { text = "Its tenure is six years.", true = false, original = "Its tenure is five years." },
  { text = "It has eight members.", true = true },
]
source = [
  { section = "Making of the Act", lines = [7, 7], quote = "**Tenure**: five years" },
  { section = "Making of the Act", lines = [8, 8], quote = "**Members**: eight" },
]
rule = "statement-set"

[[question]]
id = "own"
type = "short"
prompt = "Who?"
answer = "Me"
"""  # noqa: E501


@asynccontextmanager
async def reviewing(
    folder: Path,
    deck: str = DECK,
    note: str = NOTE,
    size: tuple[int, int] = (80, 24),
    editor: str = "",
) -> AsyncIterator[tuple[DeckReviewScreen, Pilot[None]]]:
    """The review of `deck`, made from `note`; the deck is written where there is none yet."""
    path = folder / "deck.toml"
    if not path.exists():
        path.write_text(deck, encoding="utf-8")
        reading = read_deck(path).deck
        assert reading is not None
        made = [question for question in reading.questions if question.rule]
        review_path(path).write_text(review_text(Review().written(made)), encoding="utf-8")
    review = DeckReview(path, (), note.split("\n"))
    settings = Settings(shipped_decks=False, theme="mdquiz-night", editor=editor)
    with desk_with(folder / "home", settings=settings) as desk:
        app = ReviewApp(desk, review)
        app.animation_level = "none"
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(pilot)
            screen = app.screen
            assert isinstance(screen, DeckReviewScreen)
            yield screen, pilot
            await settled(pilot)


def decisions(folder: Path) -> dict[str, Decision]:
    entries = load_review(folder / "deck.toml").entries
    return {name: entry.decision for name, entry in entries.items()}


def ids(folder: Path) -> list[str]:
    deck = read_deck(folder / "deck.toml").deck
    assert deck is not None
    return [question.id for question in deck.questions]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("first", []),
        ("claims", ["a", "r"]),
        ("rejected", ["r", "f", "f"]),
        ("done", ["a", "r", "a"]),
    ],
    ids=["first", "claims", "rejected", "done"],
)
async def test_the_review_looks_as_it_should(
    tmp_path: Path, name: str, keys: list[str], size: tuple[int, int]
) -> None:
    async with reviewing(tmp_path, size=size) as (screen, pilot):
        await press(pilot, *keys)
        shown = text_of(screen.mdquiz)
        assert screen.max_scroll_x == 0
        assert screen.query_one(KeyBar).places
    snapshot = SNAPSHOTS / f"deck-review-{name}-{size[0]}x{size[1]}.txt"
    if UPDATE:
        snapshot.write_text(shown, encoding="utf-8")
    assert shown == snapshot.read_text(encoding="utf-8")


async def test_one_key_decides_and_goes_on_and_all_is_saved_at_once(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (screen, pilot):
        assert screen.current == "act"
        await press(pilot, "a")
        assert screen.current == "seat"
        assert decisions(tmp_path)["act"] is Decision.ACCEPTED
        await press(pilot, "r")
        assert screen.current == "tenure"
        assert ids(tmp_path) == ["act", "tenure", "own"]
        assert decisions(tmp_path)["seat"] is Decision.REJECTED


async def test_it_goes_on_where_it_was_left(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (_, pilot):
        await press(pilot, "1", "3", "q")
    async with reviewing(tmp_path) as (screen, pilot):
        assert screen.current == "tenure"
        assert screen.picture.count(ACCEPTED) == 1
        await press(pilot, "a")
        assert "Every question is decided" in text_of(screen.mdquiz)
    async with reviewing(tmp_path) as (screen, _):
        assert screen.showing == "all"


async def test_a_key_held_down_decides_one_question_only(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (screen, pilot):
        clock_of(pilot).advance(seconds=1)
        for _ in range(3):
            strike(pilot, "a")
        await settled(pilot)
        assert screen.picture.count(ACCEPTED) == 1
        assert screen.current == "seat"


async def test_undo_takes_back_and_shows_the_question_again(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (screen, pilot):
        before = (tmp_path / "deck.toml").read_bytes()
        await press(pilot, "r", "a", "u")
        assert screen.current == "seat"
        await press(pilot, "ctrl+z")
        assert screen.current == "act"
        assert screen.picture.count(TO_DO) == 3
        assert (tmp_path / "deck.toml").read_bytes() == before
        await press(pilot, "u")
        assert "nothing to take back" in text_of(screen.mdquiz)


async def test_passing_over_decides_nothing_and_comes_back_at_the_end(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (screen, pilot):
        await press(pilot, "n", "a", "a")
        assert screen.current == "act"
        await press(pilot, "p")
        assert screen.current == "act"
        assert decisions(tmp_path)["act"] is Decision.WRITTEN


async def test_a_rejected_question_can_be_looked_up_and_put_back(tmp_path: Path) -> None:
    before = DECK
    async with reviewing(tmp_path) as (screen, pilot):
        await press(pilot, "r", "4", "4")
        assert screen.showing == REJECTED
        assert screen.current == "act"
        await press(pilot, "a")
        assert (tmp_path / "deck.toml").read_text("utf-8") == before
        assert decisions(tmp_path)["act"] is Decision.ACCEPTED


@pytest.mark.parametrize(("key", "ticked"), [("t", "statements"), ("w", "statement-set")])
async def test_it_can_be_narrowed_to_types_and_rules(tmp_path: Path, key: str, ticked: str) -> None:
    async with reviewing(tmp_path) as (screen, pilot):
        await press(pilot, key)
        picks = screen.app.screen
        assert isinstance(picks, PickScreen)
        at = [pick.value for pick in picks.picks].index(ticked)
        await press(pilot, *["down"] * at, "space", "enter")
        assert screen.current == "tenure"
        assert "1/1 to do" in text_of(screen.mdquiz)
        await press(pilot, "a")
        assert "no such question" in text_of(screen.mdquiz)
        await press(pilot, "a", "r", "e")
        assert decisions(tmp_path)["act"] is Decision.WRITTEN


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that puts the file `wanted` in place of what it is given."""

    @contextmanager
    def suspended(_: App[None]) -> Iterator[None]:
        yield

    monkeypatch.setattr(App, "suspend", suspended)
    script = tmp_path / "editor"
    script.write_text(f'#!/bin/sh\ncp "$2" "{tmp_path}/given"\ncp "{tmp_path}/wanted" "$2"\n')
    script.chmod(0o755)
    return script


async def test_an_edit_is_taken_and_counts_as_one(tmp_path: Path, editor: Path) -> None:
    async with reviewing(tmp_path, editor=str(editor)) as (screen, pilot):
        wanted = DECK[DECK.index("[[question]]") : DECK.index('[[question]]\nid = "seat"')]
        (tmp_path / "wanted").write_text(wanted.replace("When was", "In which year was"))
        await press(pilot, "e")
        assert (tmp_path / "given").read_text() == wanted.rstrip("\n") + "\n"
        assert screen.current == "seat"
        assert screen.picture.count(EDITED) == 1
        assert "In which year was" in (tmp_path / "deck.toml").read_text("utf-8")
        await press(pilot, "u")
        assert (tmp_path / "deck.toml").read_text("utf-8") == DECK


async def test_a_wrong_edit_is_told_kept_and_edited_on(tmp_path: Path, editor: Path) -> None:
    async with reviewing(tmp_path, editor=str(editor)) as (screen, pilot):
        wrong = '[[question]]\nid = "act"\ntype = "short"\nprompt = "When [/?"\n'
        (tmp_path / "wanted").write_text(wrong)
        await press(pilot, "e")
        assert isinstance(screen.app.screen, OfferScreen)
        assert "answer" in text_of(screen.mdquiz)
        assert (tmp_path / "deck.toml").read_text("utf-8") == DECK
        (tmp_path / "wanted").write_text(wrong + 'answer = "2013"\nrule = "value"\n')
        await press(pilot, "e")
        assert (tmp_path / "given").read_text() == wrong
        assert decisions(tmp_path)["act"] is Decision.EDITED
        assert 'prompt = "When [/?"' in (tmp_path / "deck.toml").read_text("utf-8")


async def test_an_edit_dropped_or_without_change_leaves_all_as_it_was(
    tmp_path: Path, editor: Path
) -> None:
    async with reviewing(tmp_path, editor=str(editor)) as (screen, pilot):
        (tmp_path / "wanted").write_text("[[question]]\n")
        await press(pilot, "e", "d", "e", "escape")
        assert (tmp_path / "given").read_text().startswith('[[question]]\nid = "act"')
        (tmp_path / "wanted").write_bytes(b"\xff")
        await press(pilot, "e")
        assert "not UTF-8" in text_of(screen.mdquiz)
        await press(pilot, "enter")
        assert screen.current == "act"
        assert decisions(tmp_path)["act"] is Decision.WRITTEN
        assert (tmp_path / "deck.toml").read_text("utf-8") == DECK


async def test_a_decision_that_cannot_be_saved_says_so(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (screen, pilot):
        (tmp_path / "deck.toml").write_text("title = ", encoding="utf-8")
        await press(pilot, "a")
        assert "has errors" in text_of(screen.mdquiz)
        (tmp_path / "deck.toml").write_text(DECK, encoding="utf-8")
        await press(pilot, "enter", "a")
        assert decisions(tmp_path)["act"] is Decision.ACCEPTED


HOSTILE_LINES = (
    "[A] Only 1 [B] 1 and 2", "[i] and [ii] [/", "[@click=app.quit]x[/]", "[red]2*3*4 __init__",
    "का [b]को\u200dक्ष[/b]",
)  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_hostile_notes_and_questions_show_letter_by_letter(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    import tomli_w

    questions = [
        {"id": f"q{at}", "type": "choice", "prompt": f"{line}?", "options": [line, "b", "c"],
         "answer": line, "rule": "[/r]", "source": {"lines": [at + 1, at + 1], "quote": line}}
        for at, line in enumerate(HOSTILE_LINES)
    ]  # fmt: skip
    deck = tomli_w.dumps({"title": "T [/", "question": questions})
    note = "\n".join(f"- {line} \x1b]0;evil\x07" for line in HOSTILE_LINES)
    async with reviewing(tmp_path, deck, note, size) as (screen, pilot):
        for line in HOSTILE_LINES:
            blocks = [block.text for block in screen.question.blocks]
            assert f"{line}?" in blocks
            assert line in blocks
            assert any(line in block.text for block in screen.passage.blocks)
            for prose in (screen.question, screen.passage):
                shown = prose.render().plain
                assert "\x1b" not in shown
                assert all(cells(row) <= prose.content_size.width for row in shown.split("\n"))
            await press(pilot, "s", "escape", "t", "escape", "w", "escape", "a")
        assert screen.picture.count(ACCEPTED) == len(HOSTILE_LINES)


def made_from(name: str) -> tuple[Generation, str]:
    note = (NOTES / name).read_text(encoding="utf-8")
    return generate(source_text(name, note), Wishes()), note


@pytest.mark.parametrize("name", ["hindi-samvidhan.md", "tables-and-lists.md"])
async def test_every_question_of_real_notes_shows_its_quote(tmp_path: Path, name: str) -> None:
    generation, note = made_from(name)
    async with reviewing(tmp_path, deck_text(generation.deck), note, (80, 24)) as (screen, pilot):
        for item in screen.picture.items[:12]:
            assert screen.current == item.question.id
            lit = [block for block in screen.passage.blocks if block.lead.startswith("▌")]
            assert lit
            laid = screen.passage.laid(screen.passage.content_size.width)
            top = laid[screen.passage.blocks.index(lit[0])].top
            assert 0 <= top - screen.notes.scroll_offset.y < screen.notes.size.height
            await press(pilot, "n")


def test_nothing_stands_beside_text_whose_columns_terminals_disagree_on() -> None:
    assert fits_beside(["Plain – “quoted” ₹ 5 lakh crore, Côte d'Ivoire"])
    assert not fits_beside(["Plain", "संविधान सभा"])
    assert not fits_beside(["✅ done", "⚠\ufe0f"])


@pytest.mark.parametrize("size", [(20, 6), (12, 3), (200, 60)], ids=str)
async def test_no_size_of_terminal_breaks_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reviewing(tmp_path, size=size) as (screen, pilot):
        await press(pilot, "down", "pageup", "t", "escape", "s", "escape", "question_mark")
        await press(pilot, "escape", "a", "r", "a", "u", "p")
        assert screen.app.is_running
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert screen.max_scroll_x == 0


def test_every_command_has_its_action() -> None:
    for command in commands_of(Place.DECK_REVIEW):
        assert hasattr(DeckReviewScreen, f"action_{command.action}"), command.id
