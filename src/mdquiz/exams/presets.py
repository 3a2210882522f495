"""The presets there are: those that ship with mdquiz, and the learner's own folder over them."""

from __future__ import annotations

import difflib
from pathlib import Path

from mdquiz.errors import SettingsError, UsageError
from mdquiz.exams.preset import Preset

DEFAULT_PRESET = "upsc-cse-gs1"
"""The exam where none is named."""

SHIPPED = Path(__file__).parent / "presets"
"""One TOML file a preset, named after it."""

GREATEST_SIZE = 200_000
"""Bytes; a preset of ours has about a thousand."""


def preset_names(folder: Path | None = None) -> tuple[str, ...]:
    """Names of all presets in order; a file in `folder` stands before a shipped one of its name."""
    return tuple(sorted(_files(folder)))


def preset_path(name: str, folder: Path | None = None) -> Path:
    """The file of the preset called `name`.

    Raises:
        UsageError: There is none; the hint gives near names.
    """
    files = _files(folder)
    if name in files:
        return files[name]
    near = difflib.get_close_matches(name.casefold(), files, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    raise UsageError(
        f'no exam preset is called "{name}"', f"{hint}`mdquiz exam presets` lists them"
    )


def replaces_shipped(name: str) -> bool:
    """Whether a preset of one's own called `name` stands before one that ships."""
    return (SHIPPED / f"{name}.toml").is_file()


def load_preset(name: str, folder: Path | None = None) -> Preset:
    """The preset called `name`.

    Raises:
        UsageError: There is none of that name.
        SettingsError: Its file does not describe one.
    """
    from mdquiz.exams.preset_file import read_preset  # pydantic: only where a file is read

    path = preset_path(name, folder)
    return read_preset(_text(path), name, where=str(path), shipped=path.parent == SHIPPED)


def preset_text(name: str, folder: Path | None = None) -> str:
    """The TOML of the preset, ready to be copied into the learner's folder and changed there.

    Raises:
        UsageError: There is none of that name.
        SettingsError: Its file cannot be read.
    """
    return _text(preset_path(name, folder))


def _files(folder: Path | None) -> dict[str, Path]:
    folders = [SHIPPED] + ([folder] if folder is not None and folder.is_dir() else [])
    return {path.stem: path for place in folders for path in sorted(place.glob("*.toml"))}


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > GREATEST_SIZE:
            raise SettingsError(f"{path}: too large for a preset")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsError(f"{path}: cannot be read ({problem})") from None
