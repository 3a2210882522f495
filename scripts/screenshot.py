"""Writes docs/screenshot.svg: the app on the shipped deck, at a fixed moment, a question answered.

Run `python scripts/screenshot.py`.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from mdquiz.clock import ManualClock
from mdquiz.decks.card import CardId
from mdquiz.grading.verdict import Rating, Response
from mdquiz.paths import Places, shipped_decks
from mdquiz.settings import Settings
from mdquiz.study.desk import Desk
from mdquiz.study.scope import Scope
from mdquiz.tui.app import MdquizApp
from mdquiz.tui.screens.drill import DrillScreen
from mdquiz.tui.shown import shown

SCREENSHOT = Path(__file__).parent.parent / "docs" / "screenshot.svg"
DECK = "mineral-diplomacy"
MOMENT = "2026-11-22T09:00:00"
SIZE = (88, 36)
SHOWN = CardId(DECK, "latin-america-statements")
BEFORE = 11
"""Cards answered before the one shown, of twenty."""


async def screenshot(folder: Path) -> str:
    """The picture, with the learner's files in `folder`."""
    places = Places(data=folder, config=folder, cache=folder / "cache")
    clock = ManualClock.at(MOMENT)
    roots = [shipped_decks() / f"{DECK}.toml"]
    with Desk.open(places, Settings(), clock, roots) as desk:
        others = sorted(card for card in desk.card_ids() if card.question != SHOWN.question)
        drill = desk.drill(Scope(cards=(*others[:BEFORE], SHOWN, *others[BEFORE:19])))
        for _ in range(BEFORE):
            clock.advance(seconds=14)
            drill.answer(Response(revealed=True))
            drill.rate(Rating.GOOD)
        app = MdquizApp(desk)
        app.animation_level = "none"
        async with app.run_test(size=SIZE) as pilot:
            await app.push_screen(DrillScreen(drill, shown(drill, desk)))
            assert drill.asked is not None
            clock.advance(seconds=21)
            wrong = next(at for at, option in enumerate(drill.asked.options) if not option.right)
            await pilot.press("f2", str(wrong + 1))
            await app.keys_handled()
            await pilot.pause()
            return app.export_screenshot(title="mdquiz")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        SCREENSHOT.write_text(asyncio.run(screenshot(Path(folder))), encoding="utf-8")
