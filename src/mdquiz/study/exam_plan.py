"""What exam to begin: presets, the blueprint, what there is to draw from, the paper it gives."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mdquiz.decks.entry import CardEntry
from mdquiz.decks.library import is_folder
from mdquiz.errors import DeckError, NothingToDrillError, SettingsError, UsageError
from mdquiz.exams.blueprint import Blueprint, Selection
from mdquiz.exams.draw import Availability, available, draw
from mdquiz.exams.formats import format_of_question
from mdquiz.exams.origin import PaperDeck
from mdquiz.exams.paper import Paper, assemble
from mdquiz.exams.preset import Preset
from mdquiz.exams.presets import DEFAULT_PRESET, load_preset, preset_names
from mdquiz.text import folded

if TYPE_CHECKING:
    from mdquiz.clock import Clock
    from mdquiz.decks.library import Library
    from mdquiz.paths import Places
    from mdquiz.study.desk import Desk

__all__ = [
    "DEFAULT_PRESET",
    "availability",
    "blueprint",
    "drawn",
    "fresh_seed",
    "left_out",
    "presets_folder",
    "sound_presets",
    "unusable",
]


def presets_folder(places: Places) -> Path:
    """Where the learner's own presets are; it need not exist."""
    return places.config / "presets"


def sound_presets(places: Places) -> tuple[dict[str, Preset], tuple[str, ...]]:
    """All presets that can be used, by name, and what is wrong with those that cannot."""
    folder = presets_folder(places)
    sound: dict[str, Preset] = {}
    broken: list[str] = []
    for name in preset_names(folder):
        try:
            sound[name] = load_preset(name, folder)
        except SettingsError as problem:
            broken.append(problem.message)
    return sound, tuple(broken)


def fresh_seed(clock: Clock) -> int:
    """A seed from the clock, 0 to 999,999."""
    return clock.now().utc_ms // 1000 % 1_000_000


def blueprint(desk: Desk, preset: str, **chosen: Any) -> Blueprint:
    """The blueprint of an exam.

    Args:
        desk: Where presets, settings and clock are at hand.
        preset: The preset's name.
        **chosen: Fields of `Selection`; the seed is drawn from the clock where it is None or not
            given, the language is the learner's own. Tags may be written in any case.

    Raises:
        UsageError: There is no such preset or tag, or a number is out of range.
        SettingsError: The preset's file is broken.
    """
    if chosen.get("seed") is None:
        chosen["seed"] = fresh_seed(desk.clock)
    chosen.setdefault("language", desk.settings.language)
    loaded = load_preset(preset, presets_folder(desk.places))
    plan = Blueprint(loaded, Selection(**chosen))
    if not plan.selection.tags:
        return plan
    tags = _known_tags(_cards(desk), plan.selection)
    return replace(plan, selection=replace(plan.selection, tags=tags))


def availability(desk: Desk, plan: Blueprint) -> Availability:
    """The questions that the blueprint can be drawn from, by topic and format."""
    return available(plan, _cards(desk), lambda card: _format(desk, card))


def drawn(desk: Desk, plan: Blueprint) -> Paper:
    """The paper that `start` would begin with; nothing is stored.

    Raises:
        NothingToDrillError: No question fits.
    """
    if not desk.library.decks:
        raise NothingToDrillError(
            "There is no deck to draw an exam from",
            left_out(desk.library)
            or "Write one with `mdquiz new`, or name a file or folder of decks.",
        )
    drawing = draw(plan, _cards(desk), lambda card: _format(desk, card))
    paper = assemble(plan, drawing, desk.asked)
    used = dict.fromkeys(item.card.deck for item in paper.items)
    entries = [desk.library.entry(deck) for deck in used]
    decks = tuple(PaperDeck(one.id, one.title, str(one.path), one.content_hash) for one in entries)
    unread = "" if plan.selection.decks else left_out(desk.library)
    further = [words for words in (unread, _unknown_overrides(desk, plan)) if words]
    return replace(
        paper,
        notes=(*paper.notes, *further),
        origin=paper.origin and replace(paper.origin, decks=decks),
    )


def _cards(desk: Desk) -> list[CardEntry]:
    return [card for deck in desk.library.decks for card in deck.cards]


def _format(desk: Desk, card: CardEntry) -> str:
    """The format of a card; only choices and short answers have to be read for it."""
    if card.type not in ("choice", "short"):
        return card.type
    question = desk.library.deck(card.card.deck).find(card.card.question)
    return card.type if question is None else format_of_question(question)


def _known_tags(cards: Iterable[CardEntry], chosen: Selection) -> tuple[str, ...]:
    """The chosen tags as the decks write them.

    Raises:
        UsageError: The chosen decks have nothing under one of them.
    """
    lists = {card.tags for card in cards if not chosen.decks or card.card.deck in chosen.decks}
    known: dict[str, str] = {}
    for tag in sorted({tag for tags in lists for tag in tags}):
        parts = tag.split(".")
        for length in range(len(parts), 0, -1):
            name = ".".join(parts[:length])
            known.setdefault(folded(name), name)
    written = set(known.values())
    found = []
    for tag in chosen.tags:
        if tag in written:
            found.append(tag)
        elif folded(tag) in known:
            found.append(known[folded(tag)])
        else:
            near = difflib.get_close_matches(folded(tag), known, n=3, cutoff=0.6)
            hint = f"Did you mean {' or '.join(known[name] for name in near)}? " if near else ""
            raise UsageError(
                f"No question of {'these decks' if chosen.decks else 'your decks'} has the tag "
                f'"{tag}", so no question fits',
                f"{hint}`mdquiz list --tags` shows the tags there are.",
            )
    return tuple(dict.fromkeys(found))


def left_out(library: Library, folder: Path | None = None) -> str:
    """Which deck files no question can be asked from, in a sentence; "" for none.

    Args:
        library: The decks at hand.
        folder: Only those below it; None for all.
    """
    paths = _unusable_paths(library)
    if folder is not None:
        paths = [path for path in paths if folder.resolve() in Path(path).resolve().parents]
    if not paths:
        return ""
    listed = ", ".join(paths[:3]) + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")
    them = "it cannot be used" if len(paths) == 1 else "they cannot be used"
    return f"Left out, as {them}: {listed}. `mdquiz check {paths[0]}` tells more."


def unusable(library: Library, name: str) -> DeckError | None:
    """What is wrong with the deck or folder that `name` stands for, when no deck is found by it."""
    plain = name.casefold()
    for problem in library.problems:
        path = Path(problem.path)
        if problem.is_error and plain in (path.stem.casefold(), path.name.casefold()):
            return DeckError(
                f"The deck {name} is there, but it cannot be used. {path}, line {problem.line}: "
                f"{problem.message.rstrip('.')}.",
                f"`mdquiz check {path}` tells more.",
            )
    if not is_folder(Path(name)):
        return None
    if said := left_out(library, Path(name)):
        return DeckError(f"No deck in {name} can be used.", said)
    return DeckError(f"There is no deck in the folder {name}.", "Decks are files named *.toml.")


def _unusable_paths(library: Library) -> list[str]:
    there = {str(deck.path) for deck in library.decks}
    bad = (one.path for one in library.problems if one.is_error and one.path not in there)
    return list(dict.fromkeys(bad))


def _unknown_overrides(desk: Desk, plan: Blueprint) -> str:
    """Which single questions the preset weighs that no deck has; "" for none."""
    wanted = plan.preset.scheme.overrides
    if not wanted:
        return ""
    there = {f"{card.card.deck}/{card.card.question}" for card in _cards(desk)}
    lost = []
    for name in wanted:
        if name not in there:
            near = difflib.get_close_matches(name, there, n=1, cutoff=0.8)
            lost.append(f"{name} (did you mean {near[0]}?)" if near else name)
    if not lost:
        return ""
    return f"Overrides of {plan.preset.name} name questions that no deck has: {', '.join(lost)}."
