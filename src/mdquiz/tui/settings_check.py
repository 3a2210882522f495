"""What the settings say that only the app can judge: its colours and its keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from textual.theme import BUILTIN_THEMES

from mdquiz.settings import Settings
from mdquiz.tui.commands import COMMANDS, Command, Place, unknown_ids
from mdquiz.tui.themes import DEFAULT_THEME, OWN_THEMES

_BY_ID = {command.id: command for command in COMMANDS}


def settings_problems(settings: Settings) -> list[str]:
    """What of `settings` means nothing here or takes a command's key away, in sentences."""
    return [*_theme_problems(settings.theme), *_key_problems(settings.keys)]


def _theme_problems(name: str) -> Iterator[str]:
    known = [*(theme.name for theme in OWN_THEMES), *BUILTIN_THEMES]
    if name not in known:
        yield f'theme: no theme is called "{name}". {_nearest(name, known)}{DEFAULT_THEME} is used.'


def _key_problems(own: dict[str, str]) -> Iterator[str]:
    for name, keys in own.items():
        command = _BY_ID.get(name)
        if command is None:
            yield f"keys: No command is called {', '.join(unknown_ids([name]))}."
        elif command.fixed:
            yield f"keys: {name} has no key that can be changed."
        elif not _keys(keys):
            yield f"keys: {name} has no key left."
        else:
            yield from _clashes(command, own)


def _clashes(command: Command, own: dict[str, str]) -> Iterator[str]:
    for key in _keys(own[command.id]):
        for other in COMMANDS:
            if other is command or other.fixed or not _meet(command, other):
                continue
            if key in _keys(own.get(other.id, other.keys)):
                yield f"keys: {command.id} = {key}, but {key} is {other.id}'s as well."


def _meet(one: Command, other: Command) -> bool:
    """Whether both can apply at the same moment."""
    if Place.APP not in (one.place, other.place) and one.place is not other.place:
        return False
    return not one.phases or not other.phases or bool(one.phases & other.phases)


def _keys(keys: str) -> list[str]:
    return [key.strip() for key in keys.split(",") if key.strip()]


def _nearest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f"Did you mean {near[0]}? " if near else ""
