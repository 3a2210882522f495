"""A look over everything mdquiz keeps on this machine: what is where, and what is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from mdquiz.clock import Instant
from mdquiz.decks.card import CardId
from mdquiz.errors import MdquizError
from mdquiz.paths import Places
from mdquiz.progress.backup import backups, local_time
from mdquiz.progress.store import Store
from mdquiz.study.history import History
from mdquiz.text import counted

FUTURE_MS = 24 * 3_600_000
"""Answers dated more than a day ahead were given while the machine's clock was wrong."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to mend, and how."""

    message: str
    hint: str = ""


@dataclass(slots=True)
class Health:
    """What was found.

    Attributes:
        sections: Facts by heading, each a name with its value.
        problems: What has to be mended.
        notes: What is worth knowing but not wrong.
    """

    sections: dict[str, dict[str, str | int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def health(
    places: Places,
    now: Instant,
    known_cards: Callable[[], Collection[CardId]],
    *,
    rebuild: bool = False,
) -> Health:
    """Look over the learner's progress.

    Args:
        places: Where it is.
        now: The present moment.
        known_cards: Finds all cards of all decks; may raise `MdquizError`.
        rebuild: Also replay the log and put right the states that differ from it.
    """
    found = Health()
    found.sections["places"] = _places(places)
    _check_writable(places, found)
    cards: Collection[CardId] | None = None
    try:
        cards = known_cards()
        found.sections["decks"] = {"cards": len(cards)}
    except MdquizError as problem:
        found.problems.append(Problem(problem.message, problem.hint))
    try:
        with Store.open(places.progress_file, read_only=not rebuild) as store:
            _check_store(store, now, cards, found, rebuild=rebuild)
    except MdquizError as problem:
        found.problems.append(Problem(problem.message, problem.hint))
    copies = backups(places.backups)
    newest = f"{local_time(copies[0], now.offset_minutes):%Y-%m-%d %H:%M}" if copies else "none"
    found.sections["backups"] = {"copies": len(copies), "newest": newest}
    return found


def _places(places: Places) -> dict[str, str | int]:
    return {
        "progress": _with_presence(places.progress_file),
        "backups": _with_presence(places.backups),
        "decks": _with_presence(places.decks),
        "settings": _with_presence(places.settings_file),
        "cache": _with_presence(places.cache),
    }


def _with_presence(path: Path) -> str:
    return str(path) if path.exists() else f"{path} (not there yet)"


def _check_writable(places: Places, found: Health) -> None:
    folder = places.data
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if not os.access(folder, os.W_OK) or not folder.is_dir():
        found.problems.append(
            Problem(
                f"{folder} cannot be written, so no answer can be saved.",
                "Make it writable, or set MDQUIZ_HOME to another folder.",
            )
        )


def _check_store(
    store: Store, now: Instant, cards: Collection[CardId] | None, found: Health, *, rebuild: bool
) -> None:
    facts = store.facts()
    found.sections["progress"] = facts
    wrong = store.problems()
    found.problems += [
        Problem(f"The progress file is damaged: {line}.", "`mdquiz restore` brings back a copy.")
        for line in wrong
    ]
    if wrong:
        return
    history = History(store)
    if rebuild:
        rebuilt = history.rebuild()
        facts["states"] = f"{rebuilt.changed} of {rebuilt.cards} put right"
    elif differing := history.differing():
        found.problems.append(
            Problem(
                f"The stored state of {counted(differing, 'card')} is not what the log says.",
                "`mdquiz doctor --rebuild` puts it right; no answer is lost.",
            )
        )
    if ahead := store.rows_after(now.utc_ms + FUTURE_MS):
        found.problems.append(
            Problem(
                f"Rows of the log dated after today: {ahead}. The clock was wrong then.",
                "Their cards are due late. Reset those cards in `mdquiz browse`, or restore a "
                "copy from before.",
            )
        )
    if cards is not None and (orphans := store.orphans(cards)):
        names = ", ".join(str(card) for card in orphans[:5]) + (", …" if len(orphans) > 5 else "")
        found.notes.append(
            Problem(
                f"{counted(len(orphans), 'card')} with a history in no deck: {names}.",
                "Nothing is lost: the history returns with the deck or the question's id.",
            )
        )
