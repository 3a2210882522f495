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
