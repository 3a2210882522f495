"""Takes what is sound of a deck that is not, and finds everything that is wrong with the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from mdquiz.decks.deck import Deck, repeated_ids
from mdquiz.decks.explain import Finding, findings
from mdquiz.decks.locate import KeyPath


def salvaged(raw: dict[str, Any], stem: str) -> tuple[Deck | None, list[Finding]]:
    """The deck with what is sound of `raw`, and every finding about the rest."""
    found: list[Finding] = []
    rest = dict(raw)
    places: dict[str, list[int]] = {}
    for field in ("question", "passage"):
        if isinstance(rest.get(field), list):
            rest[field] = list(rest[field])
            places[field] = list(range(len(rest[field])))
    if not raw.get("question") and "questions" not in raw:
        found.append(
            Finding(
                "no-questions",
                (),
                "the deck has no question",
                'write [[question]] with id, type, prompt and answer; "mdquiz new" shows how',
            )
        )
    for noun in places:
        ids = [each.get("id") if isinstance(each, dict) else None for each in raw[noun]]
        repeats = list(repeated_ids(ids, noun))
        found += [Finding(p.code, p.at, p.message, p.remedy, also=p.also) for p in repeats]
    # Each round takes away what was found wrong, so that what hangs on it is found in the next.
    for _ in range(8):
        try:
            return Deck.model_validate(rest, by_alias=True, by_name=False), found
        except ValidationError as error:
            new = findings(error.errors(include_url=False, include_input=False), rest)
            new += [each for each in _hidden(new, rest) if each not in new]
        for finding in new:
            moved = replace(
                finding,
                path=_original(finding.path, places),
                also=_original(finding.also, places),
            )
            if moved not in found:
                found.append(moved)
        _take_away(rest, places, {finding.path[:2] for finding in new}, stem)
    return None, found


_STAND_INS = {"id": "stand-in", "prompt": "…"}


def _hidden(new: list[Finding], rest: dict[str, Any]) -> list[Finding]:
    """What else is wrong with questions of which only a key is missing, unknown or ill-named.

    Pydantic checks a table as a whole only when each of its keys is sound; here the faulty ones
    are taken out, or filled in, to see the rest.
    """
    faults: dict[int, list[Finding]] = {}
    for each in new:
        if len(each.path) > 1 and each.path[0] == "question" and isinstance(each.path[1], int):
            faults.setdefault(each.path[1], []).append(each)
    found: list[Finding] = []
    for index, those in faults.items():
        mended = _mended(rest["question"][index], those)
        if mended is None:
            continue
        alone = {"title": "…", "question": [mended]}
        try:
            Deck.model_validate(alone, by_alias=True, by_name=False)
        except ValidationError as error:
            more = findings(error.errors(include_url=False, include_input=False), alone)
            found += [
                replace(each, path=_moved(each.path, index), also=_moved(each.also, index))
                for each in more
            ]
    return found


def _mended(question: Any, faults: list[Finding]) -> dict[str, Any] | None:
    """`question` without its faults; None where they cannot be taken out."""
    if not isinstance(question, dict):
        return None
    mended = {key: value for key, value in question.items() if key != "passage"}
    for fault in faults:
        if fault.code == "missing-key" and len(fault.path) == 2:
            key = fault.message.split("`")[1]
            if key not in _STAND_INS:
                return None
            mended[key] = _STAND_INS[key]
        elif fault.code in {"unknown-key", "bad-id", "bad-tag", "empty-text"}:
            if len(fault.path) < 3:
                return None
            key = str(fault.path[2])
            if len(fault.path) > 3 and key != "tags":
                return None
            mended.pop(key, None)
            if key in _STAND_INS:
                mended[key] = _STAND_INS[key]
        else:
            return None
    return mended


def _moved(path: KeyPath, index: int) -> KeyPath:
    return (path[0], index, *path[2:]) if len(path) > 1 and path[0] == "question" else path


def _original(path: KeyPath, places: dict[str, list[int]]) -> KeyPath:
    if len(path) > 1 and isinstance(path[1], int) and str(path[0]) in places:
        return (path[0], places[str(path[0])][path[1]], *path[2:])
    return path


def _take_away(
    rest: dict[str, Any],
    places: dict[str, list[int]],
    faulty: Iterable[KeyPath],
    stem: str,
) -> None:
    drop: dict[str, set[int]] = {}
    for path in faulty:
        if len(path) > 1 and isinstance(path[1], int) and str(path[0]) in places:
            drop.setdefault(str(path[0]), set()).add(path[1])
        elif path:
            rest.pop(str(path[0]), None)
    for field, indices in drop.items():
        rest[field] = [each for i, each in enumerate(rest[field]) if i not in indices]
        places[field] = [each for i, each in enumerate(places[field]) if i not in indices]
    rest.setdefault("title", stem or "Untitled")
