"""Desks for tests: real decks, a real progress file, and a clock that stands still."""

from __future__ import annotations

from pathlib import Path

from mdquiz.clock import ManualClock
from mdquiz.paths import Places
from mdquiz.settings import Settings
from mdquiz.study.desk import Desk

MORNING = "2026-11-22T09:00:00"


def places_in(folder: Path) -> Places:
    return Places(data=folder, config=folder, cache=folder / "cache")


def desk_with(
    folder: Path, *decks: str, settings: Settings | None = None, clock: ManualClock | None = None
) -> Desk:
    """A desk in `folder` whose only decks are those texts."""
    home = folder / "decks"
    home.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(decks, start=1):
        (home / f"deck-{number}.toml").write_text(text, encoding="utf-8")
    return Desk.open(
        places_in(folder),
        settings or Settings(shipped_decks=False),
        clock or ManualClock.at(MORNING),
        (home,),
    )


def short_deck(count: int, *, title: str = "Numbers", tag: str = "") -> str:
    """A deck of `count` questions "What is N?" with the answer N."""
    tags = f'tags = ["{tag}"]\n' if tag else ""
    questions = [
        f'[[question]]\nid = "q{number}"\ntype = "short"\n'
        f'prompt = "What is {number}?"\nanswer = {number}\n{tags}'
        for number in range(1, count + 1)
    ]
    return "\n".join([f'title = "{title}"\n', *questions])
