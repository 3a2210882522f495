"""Reads a preset from its TOML, with errors that name the field and the remedy."""

from __future__ import annotations

import difflib
import tomllib
from fractions import Fraction
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    StrictBool,
    StrictInt,
    ValidationError,
)

from mdquiz.errors import SettingsError
from mdquiz.exams.amounts import amount_text, exact
from mdquiz.exams.formats import DEFAULT_FORMATS, FORMATS
from mdquiz.exams.preset import Preset
from mdquiz.exams.scheme import Dropped, Override, Scheme, Section
from mdquiz.text import forbidden_character


def _format(value: object) -> object:
    if isinstance(value, str) and value not in FORMATS:
        raise ValueError(f'no format is called "{value}": {", ".join(FORMATS)}')
    return value


def _plain(value: str) -> str:
    forbidden = forbidden_character(value)
    if forbidden:
        raise ValueError(f"the character U+{ord(forbidden):04X} may not stand in a preset")
    return value


Amount = Annotated[InstanceOf[Fraction], BeforeValidator(exact)]
Text = Annotated[str, Field(max_length=2000), AfterValidator(_plain)]
Line = Annotated[Text, Field(min_length=1)]
Format = Annotated[str, BeforeValidator(_format)]
Count = Annotated[StrictInt, Field(ge=1, le=1000)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Section(_Table):
    name: Line
    count: Count
    minutes: Amount | None = None
    locked: StrictBool = False
    marks: Amount | None = None
    penalty: Amount | None = None
    tags: tuple[Line, ...] = ()
    formats: tuple[Format, ...] = ()


class _Override(_Table):
    question: Line
    marks: Amount | None = None
    penalty: Amount | None = None


class _File(_Table):
    title: Line
    questions: Count
    minutes: Amount
    marks: Amount
    penalty: Amount = Fraction(0)
    numeric_penalty: Amount | None = None
    several_penalty: Amount | None = None
    blank_penalty: Amount = Fraction(0)
    not_attempted_option: StrictBool = False
    max_blank_ratio: Amount | None = None
    qualify_percent: Amount | None = None
    extra_time_percent: Amount = Fraction(0)
    dropped: Dropped = Dropped.EXCLUDE
    total: Amount | None = None
    formats: tuple[Format, ...] = DEFAULT_FORMATS
    topics: dict[Line, Count] = {}
    sections: tuple[_Section, ...] = ()
    overrides: tuple[_Override, ...] = ()
    as_of: Text = ""
    source: Text = ""
    verified: StrictBool = False
    doubt: Text = ""


def read_preset(text: str, name: str, *, where: str, shipped: bool = False) -> Preset:
    """The preset that a TOML text describes.

    Args:
        text: The file's content.
        name: What the preset is called.
        where: The file, for messages.
        shipped: Whether it came with mdquiz.

    Raises:
        SettingsError: It is no TOML, or a field is unknown or out of range; the message names it.
    """
    hint = "`mdquiz exam preset show upsc-cse-gs1` prints one to start from"
    try:
        file = _File.model_validate(tomllib.loads(text))
        preset = _preset(file, name, shipped)
    except ValidationError as problem:
        raise SettingsError(f"{where}: {_problems(problem)}", hint) from None
    except (ValueError, RecursionError) as problem:  # a TOML error is a ValueError
        raise SettingsError(f"{where}: {problem}", hint) from None
    except SettingsError as problem:
        raise SettingsError(f"{where}: {problem.message}", hint) from None
    counted = sum(section.count for section in preset.scheme.sections)
    if preset.scheme.sections and counted != preset.questions:
        raise SettingsError(
            f"{where}: the sections have {counted} questions, `questions` says {preset.questions}",
            hint,
        )
    _check_times(preset, where, hint)
    if file.total is not None and file.total != preset.total:
        raise SettingsError(
            f"{where}: the questions carry {amount_text(preset.total)} marks in all, "
            f"`total` says {amount_text(file.total)}",
            hint,
        )
    return preset


def _check_times(preset: Preset, where: str, hint: str) -> None:
    """Refuse sections whose minutes contradict the paper's, or would not be kept to."""
    sections = preset.scheme.sections
    for section in sections:
        if section.minutes is not None and not section.locked:
            raise SettingsError(
                f'{where}: the section "{section.name}" has minutes but is not locked: nothing '
                "would keep to them",
                "Write `locked = true` in every section, or leave their minutes out.",
            )
    timed = sum((section.minutes or Fraction(0) for section in sections), Fraction(0))
    if preset.scheme.locked and timed != preset.minutes:
        raise SettingsError(
            f"{where}: the locked sections take {amount_text(timed)} minutes in all, `minutes` "
            f"says {amount_text(preset.minutes)}",
            hint,
        )


def _preset(file: _File, name: str, shipped: bool) -> Preset:
    sections = tuple(Section(**dict(section)) for section in file.sections)
    overrides = {row.question: Override(row.marks, row.penalty) for row in file.overrides}
    scheme = Scheme(
        marks=file.marks,
        penalty=file.penalty,
        numeric_penalty=file.numeric_penalty,
        several_penalty=file.several_penalty,
        blank_penalty=file.blank_penalty,
        not_attempted_option=file.not_attempted_option,
        max_blank_ratio=file.max_blank_ratio,
        sections=sections,
        qualify_percent=file.qualify_percent,
        extra_time_percent=file.extra_time_percent,
        dropped=file.dropped,
        overrides=MappingProxyType(overrides),
    )
    if not 0 < file.minutes <= 1440:
        raise ValueError("minutes must be above 0 and at most 1440")
    return Preset(
        name=name,
        title=file.title,
        questions=file.questions,
        minutes=file.minutes,
        scheme=scheme,
        formats=file.formats or DEFAULT_FORMATS,
        topics=MappingProxyType(dict(file.topics)),
        as_of=file.as_of,
        source=file.source,
        verified=file.verified,
        doubt=file.doubt,
        shipped=shipped,
    )


def _problems(problem: ValidationError) -> str:
    """All that is wrong, in one line."""
    return "; ".join(_words(error) for error in problem.errors()[:5])


def _words(error: Any) -> str:
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in error["loc"])
    if error["type"] == "extra_forbidden":
        name = str(error["loc"][-1])
        model = _Section if error["loc"][0] == "sections" else _File
        near = difflib.get_close_matches(name, model.model_fields, n=1)
        return f"`{key}` is no field of a preset" + (f"; did you mean `{near[0]}`?" if near else "")
    if error["type"] == "missing":
        return f"`{key}` is missing"
    wanted = _WANTED.get(error["type"], "")
    if wanted:
        return f"`{key}`: {_written(error['input'])} is {wanted.format(**error.get('ctx', {}))}"
    return f"`{key}`: {str(error['msg']).removeprefix('Value error, ')}"


_WANTED = {
    "enum": "no such rule: write {expected}",
    "bool_type": "neither true nor false",
    "int_type": "no whole number",
    "string_type": "no text: write it in quotation marks",
    "tuple_type": 'no list: write ["…", "…"]',
    "dict_type": "no table: write {{ polity = 3 }}",
    "model_type": "no table: write {{ … = … }}",
    "string_too_short": "empty",
    "string_too_long": "longer than {max_length} characters",
    "greater_than_equal": "below {ge}",
    "less_than_equal": "above {le}",
}
"""What a value is that the field cannot have, by the name of pydantic's error."""


def _written(value: object) -> str:
    """The value, short, as it stands in the file."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    text = text if len(text) <= 40 else f"{text[:39]}…"
    return f'"{text}"' if isinstance(value, str) else text
