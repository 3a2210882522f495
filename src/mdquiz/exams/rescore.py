"""Corrected keys and dropped questions, applied to a stored paper before it is marked again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mdquiz.decks.asked import Asked, Expected, Form
from mdquiz.exams.paper import Item, Paper


@dataclass(frozen=True, slots=True)
class Correction:
    """What changed about the key of one question after the exam.

    Attributes:
        number: The question.
        dropped: The examiner dropped it; False: it counts (again).
        right: Positions (from 0) of the options that are right now; empty: as they were.
        expected: The key of a typed answer now; None: as it was.
        answer: The key in words now; "" : as it was.
        reason: Where the correction comes from, in words.
        by_hand: The learner entered it; what the deck says does not replace it.
    """

    number: int
    dropped: bool = False
    right: tuple[int, ...] = ()
    expected: Expected | None = None
    answer: str = ""
    reason: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Unclear:
    """A question whose deck has another key now that the stored options cannot express."""

    number: int
    why: str


def corrected(paper: Paper, corrections: Iterable[Correction]) -> Paper:
    """`paper` with its keys as corrected, one correction after the other."""
    items = list(paper.items)
    for correction in corrections:
        at = correction.number - 1
        items[at] = _corrected_item(items[at], correction)
    return replace(paper, items=tuple(items))


def correction_of(item: Item, now: Asked | None, dropped: bool) -> Correction | Unclear | None:
    """What the deck says now against what was asked.

    Args:
        item: The question as stored, earlier corrections applied.
        now: The same card put again with the same generator; None where the deck has it no more.
        dropped: Whether the deck marks it as dropped.

    Returns:
        A correction, None where the key stands, or why the new key cannot be applied.
    """
    if dropped:
        return None if item.dropped else Correction(item.number, True, reason="dropped in the deck")
    if now is None:
        return None
    stored = item.versions[0]
    if item.dropped:
        return Correction(item.number, reason="no longer dropped in the deck")
    if stored.form is Form.TYPED:
        if stored.expected == now.expected or now.expected is None:
            return None
        return Correction(
            item.number, expected=now.expected, answer=now.answer, reason="key changed in the deck"
        )
    key = tuple(at for at, option in enumerate(stored.options) if option.right)
    right = _mapped_key(stored, now)
    if right == key:
        return None
    if right is None:
        if now.answer_hash == stored.answer_hash:
            return None
        why = "the question was rewritten in the deck; by it no option that was asked is right"
        return Unclear(item.number, why)
    return Correction(item.number, right=right, answer=now.answer, reason="key changed in the deck")


def _mapped_key(stored: Asked, now: Asked) -> tuple[int, ...] | None:
    """The stored options that are right by the deck of today; None where none says it.

    Coded options name claims by label ("1 and 3 only"), so the claims must read alike, in order.
    """
    if [claim.text for claim in stored.claims] != [claim.text for claim in now.claims]:
        return None
    if stored.lists != now.lists or not now.options:
        return None
    new_key = {option.text for option in now.options if option.right}
    right = tuple(at for at, option in enumerate(stored.options) if option.text in new_key)
    complete = len(right) == len(new_key) or stored.form is Form.ONE
    return right if right and complete else None


def _corrected_item(item: Item, correction: Correction) -> Item:
    return replace(
        item,
        dropped=correction.dropped,
        versions=tuple(_corrected_asked(asked, correction) for asked in item.versions),
    )


def _corrected_asked(asked: Asked, correction: Correction) -> Asked:
    if correction.right:
        options = tuple(
            replace(option, right=at in correction.right) for at, option in enumerate(asked.options)
        )
        answer = "; ".join(option.text for option in options if option.right)
        asked = replace(asked, options=options, answer=answer)
    if correction.expected is not None:
        asked = replace(asked, expected=correction.expected, answer=correction.answer)
    return asked
