"""A plan's choice of cards for today, kept where it can be read without reckoning."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mdquiz.decks.card import CardId
from mdquiz.progress.plans import StoredPlan

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk


@dataclass(frozen=True, slots=True)
class Choice:
    """The cards that a plan chose for a day.

    Attributes:
        due: Those learned before.
        new: New ones.
        ranked: The same cards, best first, and the seconds each is expected to take.
        order: All to be asked, cards outside the plan after them, in their order.
        stamp: What it was made from: the log's length, the decks, the limits; "" where prices were
            still looked for, so that it is to be made anew.
    """

    due: frozenset[CardId]
    new: frozenset[CardId]
    ranked: tuple[tuple[CardId, float], ...]
    order: tuple[CardId, ...]
    stamp: str


NOTHING_CHOSEN = Choice(frozenset(), frozenset(), (), (), "")


def stamp_of(desk: Desk) -> str:
    """Changes whenever today's choice might."""
    decks = "".join(entry.content_hash for entry in desk.library.decks)
    limits = desk.settings.new_per_day, desk.settings.reviews_per_day
    text = f"{desk.store.row_count()} {len(desk.store.fits.all())} {limits} {decks}"
    return format(zlib.crc32(text.encode()), "08x")


def keep_choice(cache: Path, plan: StoredPlan, today: int, choice: Choice) -> None:
    """Write down what was chosen for today; no loss where the cache cannot be written."""
    kept = {
        "plan": plan.id.hex(),
        "day": today,
        "due": [*choice.due],
        "new": [*choice.new],
        "ranked": choice.ranked,
        "order": choice.order,
        "stamp": choice.stamp,
    }
    file = choice_file(cache)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps(kept), encoding="utf-8")
        fresh.replace(file)
    except OSError:
        return


def kept_choice(cache: Path, plan: StoredPlan, today: int) -> Choice | None:
    """What was chosen for today by this plan; None where nothing was yet."""
    try:
        kept = json.loads(choice_file(cache).read_text(encoding="utf-8"))
        if kept["plan"] != plan.id.hex() or kept["day"] != today:
            return None
        due, new, order = (
            tuple(CardId(*card) for card in kept[name]) for name in ("due", "new", "order")
        )
        ranked = tuple((CardId(*card), float(seconds)) for card, seconds in kept["ranked"])
        return Choice(frozenset(due), frozenset(new), ranked, order, str(kept["stamp"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def ready_cards(desk: Desk, plan: StoredPlan) -> tuple[CardId, ...]:
    """Today's cards if they were chosen already and nothing happened since; else none."""
    kept = kept_choice(desk.places.cache, plan, desk.today())
    if kept is None or not kept.stamp or kept.stamp != stamp_of(desk):
        return ()
    return kept.order


def choice_file(cache: Path) -> Path:
    """Where today's choice is kept."""
    return cache / "plan-today.json"
