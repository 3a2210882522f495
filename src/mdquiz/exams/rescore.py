"""Corrected keys and dropped questions, applied to a stored paper before it is marked again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mdquiz.decks.asked import Asked, Expected, Form
from mdquiz.exams.paper import Item, Paper
from mdquiz.text import folded


@dataclass(frozen=True, slots=True)
class TypedKey:
    """The key of a typed answer as corrected.

    Attributes:
        language: The language it is the key in; "" for every language.
        expected: What an answer is held against now.
        answer: The key in words.
    """

    language: str
    expected: Expected
    answer: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What changed about the key of one question after the exam.

    Attributes:
        number: The question.
        dropped: The examiner dropped it; False: it counts (again).
        right: Positions (from 0) of the options that are right now; empty: as they were.
        typed: The keys of a typed answer now, those that changed; empty: as they were.
        reason: Where the correction comes from, in words.
        by_hand: The learner entered it; what the deck says does not replace it.
    """

    number: int
    dropped: bool = False
    right: tuple[int, ...] = ()
    typed: tuple[TypedKey, ...] = ()
    reason: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Unclear:
    """A question whose deck has another key now that cannot be applied to what was asked.

    Attributes:
        number: The question.
        why: Why not, in words.
        likely: Positions of the options that may be meant: the deck has them otherwise spelt.
        besides: What can be applied all the same (it is no longer dropped).
    """

    number: int
    why: str
    likely: tuple[int, ...] = ()
    besides: Correction | None = None


def corrected(paper: Paper, corrections: Iterable[Correction]) -> Paper:
    """`paper` with its keys as corrected, one correction after the other."""
    items = list(paper.items)
    for correction in corrections:
        at = correction.number - 1
        items[at] = _corrected_item(items[at], correction)
    return replace(paper, items=tuple(items))


def correction_of(item: Item, now: Sequence[Asked], dropped: bool) -> Correction | Unclear | None:
    """What the deck says now against what was asked.

    Args:
        item: The question as stored, earlier corrections applied.
        now: The same card put again with the same generator, in each language it was asked in that
            the deck still has; empty where it has the question no more.
        dropped: Whether the deck marks it as dropped.

    Returns:
        A correction, None where the key stands, or why the new key cannot be applied.
    """
    if dropped:
        return None if item.dropped else Correction(item.number, True, reason="dropped in the deck")
    if not now:
        return None
    change = _key_change(item, now)
    if not item.dropped:
        return change
    kept = Correction(item.number, reason="no longer dropped in the deck")
    if change is None:
        return kept
    if isinstance(change, Unclear):
        return replace(change, besides=kept)
    return replace(change, reason=f"{kept.reason}; {change.reason}")


def _key_change(item: Item, now: Sequence[Asked]) -> Correction | Unclear | None:
    pairs = [
        (stored, fresh)
        for stored in item.versions
        for fresh in now
        if fresh.language == stored.language
    ]
    if not pairs:
        if item.versions[0].answer_hash == now[0].answer_hash:
            return None
        return Unclear(item.number, "the deck has it in other languages only")
    if item.versions[0].form is Form.TYPED:
        return _typed_change(item, pairs)
    stored, fresh = pairs[0]
    right = _mapped_key(stored, fresh)
    if right == tuple(at for at, option in enumerate(stored.options) if option.right):
        return None
    if right is None and fresh.answer_hash == stored.answer_hash:
        return None
    if any(_rewritten(*pair) for pair in pairs):
        return Unclear(item.number, "the question was rewritten in the deck")
    if right is None:
        why = "the question was rewritten in the deck; by it no option that was asked is right"
        return Unclear(item.number, why, _likely(stored, fresh))
    return Correction(item.number, right=right, reason="key changed in the deck")


def _typed_change(item: Item, pairs: Sequence[tuple[Asked, Asked]]) -> Correction | Unclear | None:
    changed = [(stored, fresh) for stored, fresh in pairs if stored.expected != fresh.expected]
    if not changed:
        return None
    if any(_rewritten(*pair) for pair in pairs):
        return Unclear(item.number, "the question was rewritten in the deck")
    typed = tuple(
        TypedKey(fresh.language, fresh.expected, fresh.answer)
        for _, fresh in changed
        if fresh.expected is not None
    )
    return Correction(item.number, typed=typed, reason="key changed in the deck")


def _rewritten(stored: Asked, fresh: Asked) -> bool:
    """Whether another question is asked now: its key says nothing of the one that was asked."""
    if stored.form is not fresh.form:
        return True
    return any(
        _read(getattr(stored, part)) != _read(getattr(fresh, part))
        for part in ("stem", "passage", "closing")
    )


def _read(text: str) -> str:
    return " ".join(folded(text).split())


def _mapped_key(stored: Asked, fresh: Asked) -> tuple[int, ...] | None:
    """The stored options that are right by the deck of today; None where none says it.

    Coded options name claims by label ("1 and 3 only"), so the claims must read alike, in order.
    """
    if not _like_claims(stored, fresh) or not fresh.options:
        return None
    new_key = {option.text for option in fresh.options if option.right}
    right = tuple(at for at, option in enumerate(stored.options) if option.text in new_key)
    complete = len(right) == len(new_key) or stored.form is Form.ONE
    return right if right and complete else None


def _like_claims(stored: Asked, fresh: Asked) -> bool:
    return stored.lists == fresh.lists and (
        [claim.text for claim in stored.claims] == [claim.text for claim in fresh.claims]
    )


def _likely(stored: Asked, fresh: Asked) -> tuple[int, ...]:
    """Where the new key stands when one option alone reads otherwise now, the others in place."""
    if len(stored.options) != len(fresh.options) or not _like_claims(stored, fresh):
        return ()
    pairs = zip(stored.options, fresh.options, strict=True)
    if sum(one.text != other.text for one, other in pairs) != 1:
        return ()
    return tuple(at for at, option in enumerate(fresh.options) if option.right)


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
    for key in correction.typed:
        if key.language in ("", asked.language):
            asked = replace(asked, expected=key.expected, answer=key.answer)
    return asked
