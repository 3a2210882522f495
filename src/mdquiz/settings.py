"""The learner's settings: `config.toml`, every value checked, every setting with its own words."""

from __future__ import annotations

import dataclasses
import math
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path
from typing import Any

from mdquiz.errors import SettingsError

Check = Callable[[Any], str]
"""Takes a value of the right type; returns what is wrong with it, or ""."""


def _between(low: float, high: float) -> Check:
    return lambda value: "" if low <= value <= high else f"must be between {low} and {high}"


def _one_of(*choices: str) -> Check:
    return lambda value: "" if value in choices else "must be one of " + ", ".join(choices)


def _zone(value: str) -> str:
    if not value:
        return ""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "is not a time zone; write one such as Asia/Kolkata, or leave it empty"
    return ""


def _anything(_value: object) -> str:
    return ""


def _setting(default: Any, words: str, check: Check = _anything) -> Any:
    """A field of `Settings`: its default, its words for users, and what may stand in it."""
    metadata = {"words": words, "check": check}
    if isinstance(default, (dict, list)):
        return field(default_factory=default.copy, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a learner can set. `words(name)` gives each setting's meaning."""

    new_per_day: int = _setting(20, "New cards a day, over all decks.", _between(0, 9999))
    reviews_per_day: int = _setting(200, "Due cards a day, over all decks.", _between(0, 9999))
    sitting_size: int = _setting(
        0, "Cards in one sitting at most; 0 for all of today's.", _between(0, 9999)
    )
    desired_retention: float = _setting(
        0.9,
        "Share of due cards you want to remember when they come back. Higher means more reviews. "
        "A change applies at each card's next review.",
        _between(0.70, 0.99),
    )
    rollover_hour: int = _setting(
        4,
        "Hour at which a new study day begins; studying past midnight counts as today.",
        _between(0, 12),
    )
    zone: str = _setting(
        "", "Time zone of your study days, such as Asia/Kolkata; empty for this machine's.", _zone
    )
    language: str = _setting(
        "",
        "Language to ask in where a deck has two: en or hi; empty for the deck's first.",
        _one_of("", "en", "hi"),
    )
    deck_folders: list[str] = _setting(  # noqa: RUF009 - it makes a field
        [], "Further folders to find decks in, besides the shipped decks and your own."
    )
    shipped_decks: bool = _setting(True, "Whether the decks that ship with mdquiz are listed.")
    editor: str = _setting(
        "", "Command that opens a deck for editing; empty for $VISUAL, then $EDITOR."
    )
    theme: str = _setting(
        "mdquiz-night",
        "Colours of the app: mdquiz-night, mdquiz-paper, or a theme of Textual's such as nord.",
    )
    keys: dict[str, str] = _setting(  # noqa: RUF009
        {}, "Your own keys: command id = key, or several keys with commas between."
    )

    @property
    def zone_info(self) -> tzinfo | None:
        """The zone of the study days; None for the machine's own."""
        if not self.zone:
            return None
        from zoneinfo import ZoneInfo

        return ZoneInfo(self.zone)


def setting_names() -> tuple[str, ...]:
    """All settings, in the order they are documented."""
    return tuple(item.name for item in dataclasses.fields(Settings))


def words(name: str) -> str:
    """What the setting `name` means, for users."""
    return str(_field(name).metadata["words"])


def default(name: str) -> Any:
    """The value of `name` where the learner set none."""
    return getattr(Settings(), name)


def _field(name: str) -> dataclasses.Field[Any]:
    for item in dataclasses.fields(Settings):
        if item.name == name:
            return item
    import difflib

    near = difflib.get_close_matches(name, setting_names(), n=1)
    hint = f"Did you mean {near[0]}?" if near else "`mdquiz config` lists all settings."
    raise SettingsError(f"There is no setting {name!r}.", hint)


def _checked(name: str, value: Any) -> Any:
    """`value` if it may stand in the setting `name`.

    Raises:
        SettingsError: The setting is unknown, or the value has the wrong type or is out of range.
    """
    item = _field(name)
    expected: type = type(default(name))
    if expected is float and type(value) is int:
        value = float(value) if abs(value) < 1e9 else math.inf  # no float holds the largest
    if type(value) is not expected:
        raise SettingsError(
            f"{name} = {_brief(value)}: expected {_TYPE_WORDS[expected]}.", words(name)
        )
    if isinstance(value, (list, dict)):
        parts = value if isinstance(value, list) else value.values()
        if not all(isinstance(part, str) for part in parts):
            raise SettingsError(f"{name} = {_brief(value)}: its entries must be text.", words(name))
    problem = item.metadata["check"](value)
    if problem:
        raise SettingsError(f"{name} = {_brief(value)} {problem}.", words(name))
    return value


def _brief(value: object) -> str:
    try:
        words = repr(value)
    except ValueError:  # Python writes out no whole number of thousands of digits
        return "a huge number"
    return words if len(words) <= _LONGEST_SHOWN else words[:_LONGEST_SHOWN] + "…"


_LONGEST_SHOWN = 200
"""Characters of a refused value that an error shows."""

_TYPE_WORDS: dict[type, str] = {
    int: "a whole number",
    float: "a number",
    str: "text in quotes",
    bool: "true or false",
    list: "a list of texts",
    dict: "a table of texts",
}


def load_settings(path: Path) -> Settings:
    """The settings in the file `path`; all defaults where there is none.

    Raises:
        SettingsError: The file cannot be read, or something in it cannot stand.
    """
    return Settings(**_read(path))


_MEND = "Mend that line, or delete the file."


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsError(f"{path} cannot be read: {problem}.", "Mend or delete it.") from None
    import tomllib

    try:
        values = tomllib.loads(text)
    except ValueError as problem:  # a number of thousands of digits is one that is no TOML error
        raise SettingsError(f"{path} is not TOML: {problem}.", _MEND) from None
    except RecursionError:
        raise SettingsError(f"{path} is not TOML: it nests too deeply.", _MEND) from None
    try:
        return {name: _checked(name, value) for name, value in values.items()}
    except SettingsError as problem:
        raise SettingsError(f"{path}: {problem.message}", problem.hint) from None


def parsed(name: str, text: str) -> Any:
    """The value that `text`, as typed on a command line, gives the setting `name`.

    Raises:
        SettingsError: The setting is unknown or cannot have that value.
    """
    import tomllib

    _field(name)
    kind = type(default(name))
    if kind is str:
        return _checked(name, text)
    if kind is list and not text.lstrip().startswith("["):
        return _checked(name, [part.strip() for part in text.split(",") if part.strip()])
    try:
        value = tomllib.loads(f"value = {text}")["value"]
    except (ValueError, RecursionError):
        value = text
    return _checked(name, value)


def save_setting(path: Path, name: str, value: Any) -> Settings:
    """Set `name` to `value` in the file `path` (None: back to the default) and return all settings.

    The rest of the file, its comments among it, stays as it is. The file is replaced in one step,
    so a crash leaves the old one; where it is a link, the file that it leads to is.

    Raises:
        SettingsError: The value cannot stand, or the file cannot be written.
    """
    import tomlkit

    values = _read(path)
    real = path.resolve()
    try:
        document = tomlkit.parse(real.read_text(encoding="utf-8-sig") if real.exists() else "")
    except (OSError, ValueError) as problem:
        raise SettingsError(f"{path} cannot be read: {problem}.", _MEND) from None
    if value is None:
        _field(name)
        values.pop(name, None)
        document.pop(name, None)
    else:
        values[name] = document[name] = _checked(name, value)
    fresh = real.with_name(f"{real.name}.{os.getpid()}.new")
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(tomlkit.dumps(document), encoding="utf-8")
        fresh.replace(real)
    except OSError as problem:
        raise SettingsError(
            f"{path} cannot be written: {problem.strerror or problem}.",
            "Set MDQUIZ_HOME to a folder you may write to.",
        ) from None
    return Settings(**values)


def as_toml(value: object) -> str:
    """`value` as it stands in the settings file."""
    import tomlkit

    if isinstance(value, dict):
        table = tomlkit.inline_table()
        table.update(value)
        return table.as_string()
    return tomlkit.item(value).as_string()
