"""Hold a typed list against the items asked for, and name what is missing, extra, out of order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from mdquiz.grading.finding import Finding, capped
from mdquiz.grading.verdict import Note, Outcome

Compare = Callable[[str, str], Finding]

_ENUMERATOR = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]\s+|[-*•–]\s*)", re.IGNORECASE)
_INLINE_NUMBERS = re.compile(r"(?:(?<=\s)|^)\(?\d{1,2}[.)]\s+")
_COMMA = re.compile(r"[;\n]+|,(?!\d)|(?<!\d),")
_EVERY_COMMA = re.compile(r"[;\n,]+")
_AND = re.compile(r"\s+(?:and|&|तथा|और|एवं)\s+|\s*&\s*", re.IGNORECASE)
_LONGEST_LIST = 2000
_MOST_ITEMS = 60
_MOST_JOINTS = 4
_LONGEST_ITEM = 6
NEARLY_ALL = 0.75
"""Share of the items from which a list with some missing is for the learner to decide."""


def split_items(text: str) -> Iterator[list[str]]:
    """Every sensible way to cut `text` into items, the most literal first.

    A comma between digits may be the number's own ("1,000") or cut ("14,19,21"); "and" may or may
    not ("Trade and Industry").
    """
    by_comma = _clean(_COMMA.split(text))
    yield by_comma
    yield _clean(_EVERY_COMMA.split(text))
    without_and = _clean(re.sub(r"^(?:and|&|तथा|और)\s+", "", part) for part in by_comma)
    yield from _by_and(without_and)
    if len(by_comma) <= 1:
        yield _clean(_INLINE_NUMBERS.split(text))
        yield _clean(re.split(r"\s*/\s*|\s+[-–→>]+\s+", text))
        yield _clean(text.split())


def _by_and(parts: list[str]) -> Iterator[list[str]]:
    """`parts` cut at all, some or none of their "and"s; only at all or none where many stand."""
    pieces = [_AND.split(part) for part in parts]
    joints = sum(len(each) - 1 for each in pieces)
    ways: Iterable[tuple[bool, ...]] = ((False,) * joints, (True,) * joints)
    if joints <= _MOST_JOINTS:
        ways = itertools.product((False, True), repeat=joints)
    for cuts in ways:
        left = iter(cuts)
        found: list[str] = []
        for each in pieces:
            found.append(each[0])
            for piece in each[1:]:
                if next(left):
                    found.append(piece)
                else:
                    found[-1] += f" and {piece}"
        yield _clean(found)


def _run_together(text: str, keys: tuple[str, ...], compare: Compare) -> list[str]:
    """Items typed without commas ("sri lanka south korea"), cut where the keys say."""
    words = text.split()
    if len(words) < 2 or len(words) > _MOST_ITEMS or _COMMA.search(text):
        return []
    found: list[str] = []
    while words:
        longest = min(len(words), _LONGEST_ITEM)
        for width in range(longest, 1, -1):
            item = " ".join(words[:width])
            if any(compare(key, item).outcome is Outcome.RIGHT for key in keys):
                break
        else:
            width = 1
        found.append(" ".join(words[:width]))
        words = words[width:]
    return _clean(
        _AND.sub("", f" {item} ") if _AND.fullmatch(f" {item} ") else item for item in found
    )


def compare_list(
    keys: tuple[str, ...],
    typed: str,
    compare: Compare,
    *,
    accept: tuple[str, ...] = (),
    ordered: bool = False,
) -> Finding:
    """What to say of a typed list.

    Args:
        keys: The items asked for.
        typed: What was typed, items apart by commas, semicolons, "and" or new lines.
        compare: Holds one typed item against one key.
        accept: Further answers: whole lists ("A; B; C") or single items.
        ordered: Whether the order counts.

    Returns:
        Right when every item is there (in order) and nothing else; almost when an item is only
        nearly right, one is too many, or at least three quarters are there; else wrong.
    """
    typed = typed[:_LONGEST_LIST]
    compare = lru_cache(maxsize=None)(compare)  # each item meets each key in every way to cut
    whole, single = [keys], []
    for text in accept:
        cuts = (_clean(comma.split(text)) for comma in (_COMMA, _EVERY_COMMA))
        items = next((each for each in cuts if len(each) == len(keys) > 1), None)
        if items is None:
            single.append(text)
        else:
            whole.append(tuple(items))
            single += [  # a long name beside its short one may be given in place of it
                item
                for key, item in zip(keys, items, strict=True)
                if compare(key, item).outcome is Outcome.ALMOST
            ]
    findings = [
        _compare_split(each, items, compare, tuple(single), ordered=ordered)
        for each in whole
        for items in _distinct([*split_items(typed), _run_together(typed, each, compare)])
    ]
    return min(findings, key=lambda found: (found.weight, _RANK[found.outcome]))


_RANK = {Outcome.RIGHT: 0, Outcome.ALMOST: 1, Outcome.WRONG: 2, Outcome.REVEALED: 3}


def _compare_split(
    keys: tuple[str, ...],
    items: list[str],
    compare: Compare,
    accept: tuple[str, ...],
    *,
    ordered: bool,
) -> Finding:
    """`weight` counts what is amiss: less is better when ways to cut are chosen among."""
    matches, near, extra = _matched(keys, items, compare, accept)
    missing = [key for at, key in enumerate(keys) if at not in matches]
    notes = [Note("missing", f"missing: {key}") for key in missing]
    notes += [Note("extra", f"not in the answer: {item}") for item in extra]
    notes += [
        Note("info", f"{items[given]}: {keys[at]}") for at, given in matches.items() if at in near
    ]
    amiss = 2 * len(missing) + len(extra) + 2 * len(near)
    if missing:
        enough = len(keys) - len(missing) >= NEARLY_ALL * len(keys) and not extra
        return Finding(Outcome.ALMOST if enough else Outcome.WRONG, tuple(notes), amiss)
    if ordered:
        given_order = sorted(range(len(keys)), key=lambda at: matches[at])
        if given_order != list(range(len(keys))):
            first = next(at for at, key in enumerate(given_order) if key != at)
            told = Note("wrong", f"out of order from item {first + 1}: {keys[first]} comes there")
            return Finding(Outcome.WRONG, (told, *notes), amiss + 1)
    if len(extra) > 1:
        return Finding(Outcome.WRONG, tuple(notes), amiss)
    found = Finding(Outcome.RIGHT, tuple(notes), amiss)
    return capped(found, Outcome.ALMOST, "nearly all right") if amiss else found


def _matched(
    keys: tuple[str, ...], items: list[str], compare: Compare, accept: tuple[str, ...]
) -> tuple[dict[int, int], set[int], list[str]]:
    """Which item answers which key; the keys only nearly answered; the items left over."""
    outcomes = [[compare(key, item).outcome for item in items] for key in keys]
    matches: dict[int, int] = {}
    _augment(matches, _reach(outcomes, Outcome.RIGHT))
    for text in accept:
        _accepted(text, keys, items, outcomes, matches, compare)
    _augment(matches, _reach(outcomes, Outcome.ALMOST))
    near = {at for at, given in matches.items() if outcomes[at][given] is Outcome.ALMOST}
    left = [at for at in range(len(items)) if at not in matches.values()]
    repeats = [
        at
        for at in left
        if any(row[at] is Outcome.RIGHT for row in outcomes)  # an item given twice is no fault
    ]
    return matches, near, [items[at] for at in left if at not in repeats]


def _reach(outcomes: list[list[Outcome]], least: Outcome) -> list[list[int]]:
    """For each key the items that answer it at least so well."""
    return [
        [given for given, found in enumerate(row) if _RANK[found] <= _RANK[least]]
        for row in outcomes
    ]


def _accepted(
    text: str,
    keys: tuple[str, ...],
    items: list[str],
    outcomes: list[list[Outcome]],
    matches: dict[int, int],
    compare: Compare,
) -> None:
    """Let an item that is the further answer `text` stand for the key it most likely means."""
    spare = [at for at in range(len(keys)) if at not in matches]
    free = [at for at in range(len(items)) if at not in matches.values()]
    fits = [at for at in free if compare(text, items[at]).outcome is Outcome.RIGHT]
    if not spare or not fits:
        return

    def unlikely(at: int) -> tuple[int, bool]:
        others = any(outcomes[at][each] is Outcome.ALMOST for each in free if each != fits[0])
        return _RANK[compare(keys[at], text).outcome], others

    likely = min(spare, key=unlikely)
    matches[likely] = fits[0]
    for row, found in enumerate(outcomes):
        found[fits[0]] = Outcome.RIGHT if row == likely else Outcome.WRONG


def _augment(matches: dict[int, int], reach: list[list[int]]) -> None:
    """Grow `matches` to a largest matching (Kuhn's algorithm), keeping every key it holds."""

    def place(key: int, tried: set[int]) -> bool:
        for given in reach[key]:
            if given in tried:
                continue
            tried.add(given)
            holder = next((at for at, taken in matches.items() if taken == given), None)
            if holder is None or place(holder, tried):
                matches[key] = given
                return True
        return False

    for key in range(len(reach)):
        if key not in matches:
            place(key, set())


def _clean(parts: Iterable[str]) -> list[str]:
    cleaned = (_ENUMERATOR.sub("", part).strip(" \t.\n") for part in parts)
    return [part for part in cleaned if part][:_MOST_ITEMS]


def _distinct(splits: Iterable[list[str]]) -> list[list[str]]:
    found: list[list[str]] = []
    for split in splits:
        if split not in found:
            found.append(split)
    return found
