"""What the commands share: where the learner's things are, the desk, and the usual options."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk
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


def open_desk(roots: Sequence[Path] = (), *, read_only: bool = False) -> Desk:
    """The desk of this machine's learner.

    Args:
        roots: Deck files and folders to use besides the learner's own and the shipped ones.
        read_only: Whether only to look, without creating anything.
    """
    from mdquiz.clock import SystemClock
    from mdquiz.paths import places
    from mdquiz.settings import load_settings
    from mdquiz.study.desk import Desk, deck_roots

    here = places()
    settings = load_settings(here.settings_file)
    clock = SystemClock(settings.zone_info)
    known = deck_roots(here, settings)
    return Desk.open(here, settings, clock, (*roots, *known), read_only=read_only)


def chosen_decks(names: Sequence[str]) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Deck arguments parted into files or folders on disk and names of known decks."""
    paths = tuple(Path(name) for name in names if Path(name).exists())
    known = tuple(name for name in names if not Path(name).exists())
    return paths, known


def deck_ids(desk: Desk, names: Sequence[str]) -> tuple[str, ...]:
    """The ids of the decks that `names` (ids, titles, file names, files or folders) stand for.

    Raises:
        DeckNotFoundError: A name stands for no deck.
    """
    ids: list[str] = []
    for name in names:
        folder = Path(name)
        if folder.is_dir():
            inside = folder.resolve()
            found = [
                deck.id for deck in desk.library.decks if deck.path.resolve().is_relative_to(inside)
            ]
            ids.extend(found or [desk.library.find(name).id])
        else:
            ids.append(desk.library.find(name).id)
    return tuple(dict.fromkeys(ids))


def terminal_can_show_app() -> bool:
    """Whether the app can run here: a terminal at both ends that knows how to move its cursor."""
    return (
        sys.stdin.isatty()
        and sys.stdout.isatty()
        and os.environ.get("TERM", "dumb") not in {"", "dumb", "unknown"}
    )


def run_in_app(desk: Desk, scope: Scope | None = None, start: str = "home") -> int:
    """Open the app at the screen `start`, or at a sitting on `scope`; its exit code."""
    from mdquiz.cli.open_app import open_app

    return open_app(desk, scope, start)
