"""Turns the model's complaints about a deck into findings that an author can act on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any, get_args

from mdquiz.decks.deck import Deck
from mdquiz.decks.kinds.base import Problem, Table
from mdquiz.decks.locate import KeyPath
from mdquiz.decks.question import QUESTION_TYPES, AnyQuestion
from mdquiz.decks.suggestions import (
    A_TABLE,
    EXAMPLES,
    ID_WORDS,
    SMALL_WORDS,
    TABLES,
    USUAL,
    USUAL_TYPES,
    WANTED,
)
from mdquiz.text import folded

_KINDS: dict[str, type[Table]] = dict(zip(QUESTION_TYPES, get_args(AnyQuestion), strict=True))


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic before its place in the file is known.

    Attributes:
        code: A stable slug.
        path: The key it is about.
        message: What is wrong.
        remedy: What to write instead.
        on_key: Whether the key is at fault and not its value.
        also: The other place that is concerned.
        severity: "error" or "warning".
    """

    code: str
    path: KeyPath
    message: str
    remedy: str
    on_key: bool = False
    also: KeyPath = ()
    severity: str = "error"


def findings(errors: Sequence[Mapping[str, Any]], raw: Mapping[str, Any]) -> list[Finding]:
    """What Pydantic's `errors` (its `ValidationError.errors()`) about `raw` mean to an author."""
    found: list[Finding] = []
    for error in errors:
        path, value = _walked(error["loc"], raw)
        for finding in _explained(error, path, value, raw):
            _add(found, finding)
    return found


def _add(found: list[Finding], new: Finding) -> None:
    """Keep what is most to the point where a value may be of several types, each complaining."""
    at, size = new.path, len(new.path)
    inside = [old for old in found if old.path[:size] == at and old.path != at]
    same = [old for old in found if old.path == at]
    if new.code == "wrong-type" and (inside or same):
        for old in same:
            if old.code == "wrong-type":
                further = new.remedy.removeprefix("write ")
                found[found.index(old)] = replace(old, remedy=f"{old.remedy}, or {further}")
        return
    if new.code == "too-few" and inside:
        return
    found[:] = [
        old
        for old in found
        if old.code != "wrong-type" or at[: len(old.path)] != old.path or new.on_key
    ]
    if new not in found:
        found.append(new)


def _walked(loc: Sequence[str | int], raw: Any) -> tuple[KeyPath, Any]:
    """The part of a Pydantic location that is in the file (not a union's tag), and its value."""
    path: list[str | int] = []
    here = raw
    for position, part in enumerate(loc):
        if position == 2 and loc[0] == "question":
            continue  # the question's type, which may be the name of a key as well
        inside_table = isinstance(here, dict) and isinstance(part, str) and part in here
        inside_list = isinstance(here, list) and isinstance(part, int) and part < len(here)
        if inside_table or inside_list:
            path.append(part)
            here = here[part]
    return tuple(path), here


def _explained(
    error: Mapping[str, Any], path: KeyPath, value: Any, raw: Mapping[str, Any]
) -> Iterator[Finding]:
    kind: str = error["type"]
    context: Mapping[str, Any] = error.get("ctx", {})
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    match kind:
        case "default_factory_not_called":
            return
        case "problems":
            for problem in context["problems"]:
                yield _from_problem(problem, path, value)
        case "missing":
            key = str(error["loc"][-1])
            example = _id_for(path, value) if key == "id" else EXAMPLES.get(key, f"{key} = …")
            yield Finding("missing-key", path, f"`{key}` is missing", f"add {example}", True)
        case "extra_forbidden":
            yield _unknown_key(path, raw)
        case "union_tag_not_found":
            remedy = f"add {EXAMPLES['type']}"
            yield Finding("missing-key", path, "`type` is missing", remedy, True)
        case "union_tag_invalid":
            yield _unknown_type((*path, "type"), value.get("type"))
        case "literal_error":
            yield _not_one_of(path, name, value, str(context["expected"]))
        case "control_character":
            yield Finding(
                "control-character",
                path,
                f"the character U+{context['code']} may not stand in a deck",
                "remove it: only letters, digits, signs, spaces, tabs and line ends may stand here",
            )
        case "string_pattern_mismatch":
            yield _bad_text(path, name, str(value), str(context["pattern"]), raw)
        case "too_short" | "too_long":
            yield _miscounted(path, name, value, context, few=kind == "too_short")
        case "greater_than_equal" | "less_than_equal":
            word, limit = (
                ("at least", context["ge"]) if "ge" in context else ("at most", context["le"])
            )
            message = f"`{name}` is {value}, but must be {word} {limit}"
            yield Finding("out-of-range", path, message, f"write a number of {word} {limit}")
        case "finite_number":
            yield Finding("out-of-range", path, f"`{name}` must be finite", "write a plain number")
        case _ if kind in WANTED:
            subject = f"an entry of `{name}`" if isinstance(path[-1], int) else f"`{name}`"
            message = f"{subject} cannot be {_kind_of(value)}"
            wanted = WANTED[kind]
            if wanted == A_TABLE and name in TABLES:
                wanted = f"a table: {TABLES[name]}"
            yield Finding("wrong-type", path, message, f"write {wanted}")
        case _:
            yield Finding("invalid", path, str(error["msg"]), f"correct the value of `{name}`")


def _from_problem(problem: Problem, path: KeyPath, value: Any) -> Finding:
    at = problem.at
    # A single `source` table is read as a list of one.
    if path and path[-1] == "source" and isinstance(value, dict):
        at = at[1:] if at and isinstance(at[0], int) else at
    return Finding(problem.code, (*path, *at), problem.message, problem.remedy, also=problem.also)


def _unknown_key(path: KeyPath, raw: Mapping[str, Any]) -> Finding:
    name = str(path[-1])
    known = _known_keys(path[:-1], raw)
    usual = next((key for key in USUAL.get(name.casefold(), "").split() if key in known), None)
    near = get_close_matches(name.casefold(), known, n=1, cutoff=0.6)
    if usual is not None:
        remedy = f"write `{usual}`"
    elif near:
        remedy = f"did you mean `{near[0]}`?"
    else:
        remedy = f"remove it; known here are {', '.join(known)}"
    return Finding("unknown-key", path, f"`{name}` is not a key of this table", remedy, True)


def _id_for(path: KeyPath, value: Any) -> str:
    """An id that the table at `path` could have, made from what it asks."""
    said = next(
        (value[key] for key in ("prompt", "text", "title") if isinstance(value.get(key), str)), ""
    )
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in folded(said)).split()
    number = path[-1] + 1 if path and isinstance(path[-1], int) else 1
    name = "-".join([word for word in words if word not in SMALL_WORDS][:ID_WORDS])
    return f'id = "{name or f"question-{number}"}", or another name that stands once in the deck'


def _known_keys(path: KeyPath, raw: Mapping[str, Any]) -> list[str]:
    return sorted(field.alias or name for name, field in _model_at(path, raw).model_fields.items())


def _model_at(path: KeyPath, raw: Mapping[str, Any]) -> type[Table]:
    """The model of the table at `path`."""
    model: type[Table] = Deck
    here: Any = raw
    for part in path:
        here = here[part]
        if isinstance(part, int):
            continue
        if part == "question" and model is Deck:
            model = _KINDS["short"]
            continue
        inner = (
            _tables_in(model.model_fields[part].annotation) if part in model.model_fields else []
        )
        model = inner[0] if inner else model
        if part == "passage" and not inner:
            model = _tables_in(Deck.model_fields["passages"].annotation)[0]
    kind = here.get("type") if isinstance(here, dict) else None
    if len(path) == 2 and path[0] == "question" and kind in _KINDS:
        model = _KINDS[kind]
    elif len(path) > 2 and path[0] == "question":
        model = _inner_model(path, raw)
    return model


def _inner_model(path: KeyPath, raw: Mapping[str, Any]) -> type[Table]:
    question = raw["question"][path[1]]
    model: type[Table] = _KINDS.get(question.get("type"), _KINDS["short"])
    for part in path[2:]:
        if isinstance(part, str) and part in model.model_fields:
            inner = _tables_in(model.model_fields[part].annotation)
            model = inner[0] if inner else model
    return model


def _tables_in(annotation: Any) -> list[type[Table]]:
    if isinstance(annotation, type) and issubclass(annotation, Table):
        return [annotation]
    return [table for inner in get_args(annotation) for table in _tables_in(inner)]


def _unknown_type(path: KeyPath, value: Any) -> Finding:
    word = "_".join(str(value).casefold().split())
    near = USUAL_TYPES.get(word) or get_close_matches(word, QUESTION_TYPES, n=1, cutoff=0.5)
    meant = " or ".join(f'"{each}"' for each in near)
    remedy = f"did you mean {meant}?" if near else f"write one of {', '.join(QUESTION_TYPES)}"
    return Finding("unknown-type", path, f'there is no question type "{value}"', remedy)


def _not_one_of(path: KeyPath, name: str, value: Any, expected: str) -> Finding:
    message = f'`{name}` cannot be "{value}"'
    return Finding("not-one-of", path, message, f"write {expected.replace(chr(39), chr(34))}")


def _bad_text(
    path: KeyPath, name: str, value: str, pattern: str, raw: Mapping[str, Any]
) -> Finding:
    if pattern == r"\S":
        field = _model_at(path[:-1], raw).model_fields.get(name)
        needed = path[-1] == name and field is not None and field.is_required()
        remedy = "write the text" if needed else "write the text, or remove it"
        return Finding("empty-text", path, f"`{name}` says nothing", remedy)
    if name == "language":
        return Finding("bad-language", path, f'"{value}" is no language code', 'write "en" or "hi"')
    if name == "sha256":
        remedy = "remove it, or write the 64 hexadecimal digits of the document's SHA-256"
        return Finding("bad-sha256", path, "this is not a SHA-256", remedy)
    slug = "-".join(
        "".join(c if c.isascii() and c.isalnum() else " " for c in folded(value)).split()
    )
    remedy = "use lower-case letters, digits, dots and dashes" + (f": {slug[:80]}" if slug else "")
    code = "bad-tag" if name == "tags" else "bad-id"
    return Finding(code, path, f'"{value}" is not a short lower-case name', remedy)


def _miscounted(
    path: KeyPath, name: str, value: Any, context: Mapping[str, Any], *, few: bool
) -> Finding:
    count = len(value) if isinstance(value, list) else context.get("actual_length", "other")
    entries = "entry" if count == 1 else "entries"
    limit = context["min_length"] if few else context["max_length"]
    word = "at least" if few else "at most"
    return Finding(
        "too-few" if few else "too-many",
        path,
        f"`{name}` has {count} {entries}, but must have {word} {limit}",
        f"write {word} {limit}",
    )


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    for types, words in (
        (str, "text"),
        ((int, float), "a number"),
        (list, "a list"),
        (dict, "a table"),
        (datetime, "a date with a time"),
        (date, "a date"),
        (time, "a time of day"),
    ):
        if isinstance(value, types):
            return words
    return "this"
