"""From a scope to the drill screen; and from a card to the learner's editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mdquiz.errors import MdquizError, SettingsError
from mdquiz.study.scope import Scope

if TYPE_CHECKING:
    from mdquiz.tui.app import MdquizApp


async def start_drill(app: MdquizApp, scope: Scope) -> None:
    """Open the drill screen on `scope`.

    Raises:
        NothingToDrillError: The scope holds no card to ask now.
    """
    from mdquiz.tui.screens.drill import DrillScreen
    from mdquiz.tui.shown import begun

    drill, first = await app.run_in_desk(begun, app.desk, scope)
    await app.push_screen(DrillScreen(drill, first))


async def try_drill(app: MdquizApp, scope: Scope) -> None:
    """Open the drill screen on `scope`; where that cannot be, say why."""
    try:
        await start_drill(app, scope)
    except (MdquizError, OSError) as problem:
        app.report(problem)


def editor_command(wanted: str, path: Path, line: int) -> list[str]:
    """The command that opens `path` at `line` (1-based).

    Args:
        wanted: The learner's setting; empty for `$VISUAL`, `$EDITOR`, else `vi`.
        path: The file.
        line: 1-based line.

    Raises:
        SettingsError: The command has a quote that is not closed.
    """
    choices = (wanted, os.environ.get("VISUAL", ""), os.environ.get("EDITOR", ""))
    command = next((choice for choice in choices if choice.strip()), "vi")
    try:
        words = shlex.split(command)
    except ValueError:
        raise SettingsError(
            f"The editor's command {command!r} has a quote that is not closed.",
            f"Set another with `mdquiz config editor …`; the question is in {path}:{line}.",
        ) from None
    words = words if words and words[0] else ["vi"]
    name = Path(words[0]).name
    if name in {"code", "codium", "code-insiders"}:
        return [*words, "--wait", "--goto", f"{path}:{line}"]
    if name in {"hx", "helix", "subl", "zed"}:
        return [*words, f"{path}:{line}"]
    return [*words, f"+{line}", str(path)]


async def edit_deck(
    app: MdquizApp, path: Path, line: int, then: Callable[[], Awaitable[None]]
) -> None:
    """Edit a deck; of one that came with mdquiz, offer a copy of the learner's own to edit.

    Args:
        app: The app.
        path: The deck file.
        line: 1-based line to open it at.
        then: What to do when the file may have changed.
    """
    from mdquiz.decks.library import came_with_mdquiz
    from mdquiz.study.own_copy import own_copy
    from mdquiz.tui.screens.offer import Offer, OfferScreen

    if not came_with_mdquiz(path):
        if edit(app, path, line):
            await then()
        return

    async def chosen(choice: str | None) -> None:
        try:
            if choice == "copy":
                copy = await app.run_in_desk(own_copy, path, app.desk.places.decks)
                edit(app, copy, line)
                await then()
            elif choice == "here" and edit(app, path, line):
                await then()
        except (MdquizError, OSError) as problem:
            app.report(problem)

    words = (
        f"This deck came with mdquiz. What you change in {path} is lost with the next version of "
        "mdquiz. A copy of your own takes its place and keeps the history of its cards."
    )
    offers = (
        Offer("c", "copy", "Copy it to your decks, and edit the copy"),
        Offer("e", "here", "Edit it where it is"),
    )
    await app.push_screen(OfferScreen(words, offers), chosen)


def edit(app: MdquizApp, path: Path, line: int) -> bool:
    """Open `path` in the learner's editor and wait for it; whether it was opened."""
    from textual.app import SuspendNotSupported

    try:
        command = editor_command(app.desk.settings.editor, path, line)
    except SettingsError as problem:
        app.report(problem)
        return False
    failure: OSError | None = None
    try:
        with app.suspend():
            try:
                subprocess.run(command, check=False)
            except OSError as problem:  # leaving `suspend` by an error would not bring the app back
                failure = problem
    except SuspendNotSupported:
        app.say(f"This terminal cannot open an editor here. The question is in {path}:{line}")
        return False
    app.refresh(layout=True)
    if failure is not None:
        app.report(
            MdquizError(
                f"The editor {command[0]!r} cannot be started: {failure.strerror or failure}.",
                f"Set another with `mdquiz config editor …`; the question is in {path}:{line}.",
            )
        )
    return failure is None
