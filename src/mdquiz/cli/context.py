"""What the commands share: where the learner's things are, the desk, and the usual options."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

if TYPE_CHECKING:
    from mdquiz.clock import Clock
    from mdquiz.decks.library import Library
    from mdquiz.paths import Places
    from mdquiz.settings import Settings
    from mdquiz.study.desk import Desk
    from mdquiz.study.exam import Exam
    from mdquiz.study.scope import Scope

Command = TypeVar("Command", bound=Callable[..., Any])


def format_option(*formats: str) -> Callable[[Command], Command]:
    """The `--format` option of a command that prints data; text is the default."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(["text", *(formats or ("json",))]),
        default="text",
        show_default=True,
        help="How to print.",
    )


class Learner(NamedTuple):
    """Whose things these are: the folders, the settings, the clock, the decks' roots."""

    places: Places
    settings: Settings
    clock: Clock
    roots: tuple[Path, ...]


def learner(roots: Sequence[Path] = ()) -> Learner:
    """This machine's learner.

    Args:
        roots: Deck files and folders to use besides the learner's own and the shipped ones.
    """
    from mdquiz.clock import SystemClock
    from mdquiz.paths import places
    from mdquiz.settings import load_settings
    from mdquiz.study.roots import deck_roots

    here = places()
    settings = load_settings(here.settings_file)
    clock = SystemClock(settings.zone_info)
    return Learner(here, settings, clock, (*roots, *deck_roots(here, settings)))


def open_desk(roots: Sequence[Path] = (), *, read_only: bool = False) -> Desk:
    """The desk of this machine's learner.

    Args:
        roots: As in `learner`.
        read_only: Whether only to look, without creating anything.
    """
    from mdquiz.study.desk import Desk

    return Desk.open(*learner(roots), read_only=read_only)


def deck_paths(names: Sequence[str]) -> tuple[Path, ...]:
    """Those deck arguments that are files or folders on disk."""
    from mdquiz.decks.library import is_there

    return tuple(Path(name) for name in names if is_there(Path(name)))


def deck_ids(library: Library, names: Sequence[str]) -> tuple[str, ...]:
    """The ids of the decks that `names` (ids, titles, file names, files or folders) stand for.

    Raises:
        DeckNotFoundError: A name stands for no deck.
    """
    from mdquiz.decks.library import is_folder

    ids: list[str] = []
    for name in names:
        if is_folder(Path(name)):
            folder = Path(name).resolve()
            found = [deck.id for deck in library.decks if folder in deck.path.resolve().parents]
            ids.extend(found or [library.find(name).id])
        else:
            ids.append(library.find(name).id)
    return tuple(dict.fromkeys(ids))


def plan_decks(library: Library, names: Sequence[str]) -> tuple[str, ...] | None:
    """The decks of a plan: None where none is named, empty for `all`.

    Raises:
        DeckNotFoundError: A name stands for no deck.
    """
    if not names:
        return None
    return () if [name.lower() for name in names] == ["all"] else deck_ids(library, names)


def terminal_can_show_app() -> bool:
    """Whether the app can run here: a terminal at all ends that knows how to move its cursor.

    The app draws on stderr: with that sent elsewhere the screen would stay empty.
    """
    return all(
        stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)
    ) and os.environ.get("TERM", "dumb") not in {"", "dumb", "unknown"}


def run_in_app(
    desk: Desk,
    scope: Scope | None = None,
    start: str = "home",
    exam: Exam | None = None,
    query: str = "",
) -> int:
    """Open the app at the screen `start`, a sitting on `scope`, or in `exam`; its exit code."""
    from mdquiz.cli.open_app import open_app

    return open_app(desk, scope, start, exam, query)
