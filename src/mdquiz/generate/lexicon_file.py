"""A word list as its author writes it: checked where it comes in, and refused with a reason."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Annotated, Any

import tomli
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from mdquiz.errors import SettingsError
from mdquiz.text import forbidden_character

LARGEST = 4 * 1024 * 1024
"""Bytes; ten thousand names take about 200 KB."""
_GUIDE = "docs/guide/generate.md, “Teaching it names”, shows a whole file."


def _name(text: str) -> str:
    said = " ".join(text.split())
    if not any(character.isalnum() for character in said):
        raise ValueError("a name needs letters; take the empty one out")
    if len(said) > 120:
        raise ValueError("a name has at most 120 characters")
    if forbidden_character(said) is not None:
        raise ValueError("there is a control character in it")
    return said


def _verbs(text: str) -> str:
    for verb in text.split():
        if len(verb) < 2 or not verb.isalpha() or not verb.islower():
            raise ValueError(f'"{verb}" is no verb in its base form, such as "establish"')
    return text


def _plain(text: str) -> str:
    if forbidden_character(text) is not None:
        raise ValueError("there is a control character in it")
    return text


Name = Annotated[str, AfterValidator(_name)]
Names = list[Name]
Plain = Annotated[str, AfterValidator(_plain)]
Verbs = Annotated[str, AfterValidator(_verbs)]


class LexiconFile(BaseModel):
    """One TOML file of names.

    Attributes:
        kind: What the names are: "dance".
        wh: How one is asked for: "which dance"; in a list of last words, that of each word.
        groups: Names by group; those of a group are each other's wrong options.
        group_wh: How a name of a group is asked for, where it differs from `wh`.
        synonyms: Other spellings of a name, never its wrong options.
        part_whole: What a thing consists of, by its name; neither is a wrong option of the other.
        ask: The question that a column title or label asks.
        regular: Regular verbs, parted by spaces.
        irregular: Past and participle of other verbs.
        nouns: Verb forms that are nouns as a rule, parted by spaces.
    """

    model_config = ConfigDict(strict=True, extra="forbid")

    kind: Plain = ""
    wh: Plain | dict[Name, Plain] = ""
    groups: dict[str, Names] = Field(default_factory=dict)
    group_wh: dict[str, Plain] = Field(default_factory=dict)
    synonyms: dict[Name, Names] = Field(default_factory=dict)
    part_whole: dict[Name, Names] = Field(default_factory=dict)
    ask: dict[Name, Plain] = Field(default_factory=dict)
    regular: Verbs = ""
    irregular: dict[Verbs, Annotated[list[Verbs], Field(min_length=2, max_length=2)]] = Field(
        default_factory=dict
    )
    nouns: Verbs = ""

    @model_validator(mode="after")
    def _says_something(self) -> LexiconFile:
        if self.groups and not self.kind.strip():
            raise ValueError('`kind` is missing: what the names are, such as kind = "dance"')
        if self.groups and isinstance(self.wh, dict):
            raise ValueError('`wh` is a table; beside [groups] it is text: wh = "which dance"')
        strange = sorted(set(self.group_wh) - set(self.groups))
        if strange:
            raise ValueError(f'[group_wh] speaks of "{strange[0]}", which is not in [groups]')
        return self


def lexicon_table(path: Path) -> dict[str, Any]:
    """The tables of a user's word list.

    Raises:
        SettingsError: It cannot be read, is not TOML, or says something that no word list says.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise SettingsError(
                f"{path} is larger than {LARGEST // 2**20} MB.", "Part it into several files."
            )
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = "it is not UTF-8" if isinstance(error, ValueError) else error.strerror
        raise SettingsError(
            f"The word list {path} cannot be read: {why}.", "Mend it, or take it out of the folder."
        ) from error
    try:
        table = tomli.loads(unicodedata.normalize("NFC", text))
        known = LexiconFile.model_validate(table)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        why = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise SettingsError(f"{path} is not TOML: {why}.", _GUIDE) from error
    except ValidationError as error:
        raise SettingsError(f"{path}: {_problem(error)}.", _GUIDE) from error
    return known.model_dump(exclude_defaults=True)


def _problem(error: ValidationError) -> str:
    """The first thing that is wrong, by its key, with what to write instead."""
    found = error.errors()[0]
    place = [part for part in found["loc"] if part not in {"str", "[key]"} and "[" not in str(part)]
    keys = [f"[{place[0]}]" if len(place) > 1 else f"`{place[0]}`"] if place else []
    keys += [f'"{part}"' if isinstance(part, str) else f"entry {part + 1}" for part in place[1:]]
    where = ", ".join(keys)
    kind, given = found["type"], found.get("input")
    if kind == "extra_forbidden":
        known = ", ".join(LexiconFile.model_fields)
        return f"there is no key `{place[-1]}`; the keys are {known}"
    if kind == "list_type":
        said = f'"{given}"' if isinstance(given, str) else "…"
        return f"{where} is to be a list of names: [{said}]"
    if kind == "string_type":
        return f'{where} is to be text in quotes, such as "Kathak"'
    if kind == "dict_type":
        return f"{where} is to be a table, such as [{place[0]}] with a line for each name"
    if kind in {"too_short", "too_long"}:
        return f'{where} is to give past and participle: ["rode", "ridden"]'
    said = found["msg"].removeprefix("Value error, ")
    return f"{where}: {said}" if where else said
