"""Marking a stored attempt again: by keys corrected in the decks, and by the learner's own."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mdquiz.decks.asked import Expected, Form
from mdquiz.errors import UsageError
from mdquiz.exams.paper import Paper
from mdquiz.exams.report import Report, report
from mdquiz.exams.rescore import Correction, TypedKey, Unclear, corrected, correction_of
from mdquiz.exams.stored import correction_value
from mdquiz.study.attempts_decks import DecksOfPaper
from mdquiz.study.attempts_read import closed_attempt, corrections_of

if TYPE_CHECKING:
    from mdquiz.study.desk import Desk


@dataclass(frozen=True, slots=True)
class Remarked:
    """What re-marking an attempt did.

    Attributes:
        number: The attempt.
        applied: The corrections that are new.
        unclear: Questions whose new key cannot be applied.
        uncompared: What could not be held against a deck, and why, in sentences.
        before: The report by the keys as they were.
        after: The report by the keys as they are.
    """

    number: int
    applied: tuple[Correction, ...]
    unclear: tuple[Unclear, ...]
    uncompared: tuple[str, ...]
    before: Report
    after: Report


def paper_of(desk: Desk, number: int) -> Paper:
    """The paper of a handed-in attempt, its keys as corrected.

    Raises:
        UsageError: There is no such attempt, or it still runs.
    """
    attempt = closed_attempt(desk, desk.store.attempts.get(number))
    return corrected(attempt.paper, corrections_of(desk, number))


def rescore(desk: Desk, number: int, by_hand: Sequence[Correction] = ()) -> Remarked:
    """Re-mark an attempt by the learner's corrections and by what the decks say today.

    What was asked stays as it was stored; the corrections are stored beside it. A question that was
    corrected by hand keeps that key.

    Raises:
        UsageError: There is no such attempt, or it still runs.
        ProgressError: They could not be stored.
    """
    attempt = closed_attempt(desk, desk.store.attempts.get(number))
    known = corrections_of(desk, number)
    before = report(str(number), attempt, known)
    settled = {one.number for one in known if one.by_hand}
    by_hand = _news(before.paper, settled, by_hand)
    settled |= {one.number for one in by_hand}
    decks = DecksOfPaper(desk, before.paper)
    changes = []
    for item in before.paper.items:
        if item.number not in settled:
            now, dropped = decks.today(item)
            changes.append(correction_of(item, now, dropped))
    found = [one.besides if isinstance(one, Unclear) else one for one in changes]
    applied = (*(one for one in found if one is not None), *by_hand)
    if applied:
        with desk.store.transaction():
            desk.store.attempts.add_corrections(
                number,
                desk.clock.now().utc_ms,
                [json.dumps(correction_value(one)) for one in applied],
            )
    return Remarked(
        number=number,
        applied=applied,
        unclear=tuple(one for one in changes if isinstance(one, Unclear)),
        uncompared=decks.uncompared,
        before=before,
        after=report(str(number), attempt, (*known, *applied)) if applied else before,
    )


def corrections_by_hand(
    paper: Paper, keys: Sequence[str] = (), drops: Sequence[int] = (), keeps: Sequence[int] = ()
) -> tuple[Correction, ...]:
    """The learner's own corrections.

    Args:
        paper: The paper they are about.
        keys: Keys such as "12=b" or "12=a,c"; of a typed answer "12=Astana", and the same number
            again for a further right answer.
        drops: Numbers of questions that are dropped.
        keeps: Numbers of questions that count.

    Raises:
        UsageError: A number or a key is none of the paper's.
    """
    for number in (*drops, *keeps):
        _checked(paper, number)
    made: dict[int, Correction] = {}
    for text in keys:
        one = _key(paper, text)
        made[one.number] = _joined(made.get(one.number), one)
    all_made = [*made.values()]
    all_made += [Correction(number, True, reason="dropped by hand") for number in drops]
    all_made += [Correction(number, reason="kept by hand") for number in keeps]
    return tuple(replace(one, by_hand=True) for one in all_made)


def _news(paper: Paper, settled: set[int], by_hand: Sequence[Correction]) -> tuple[Correction, ...]:
    """Those of `by_hand` that are not in force already."""
    after = corrected(paper, by_hand)
    old = {number for number in settled if paper.item(number) == after.item(number)}
    return tuple(one for one in by_hand if one.number not in old)


def _joined(before: Correction | None, one: Correction) -> Correction:
    """A key and a further one of the same question: either is right."""
    if before is None:
        return one
    right = tuple(sorted({*before.right, *one.right}))
    if not one.typed:
        return replace(one, right=right)
    first = before.typed[0]
    accept = (*first.expected.accept, one.typed[0].answer)
    typed = TypedKey(
        "", replace(first.expected, accept=accept), f"{first.answer} / {one.typed[0].answer}"
    )
    return replace(one, typed=(typed,))


def _key(paper: Paper, text: str) -> Correction:
    found = re.fullmatch(r"\s*(\d{1,4})\s*=\s*(.+?)\s*", text)
    if not found:
        raise UsageError(f"{text!r} is no key.", "Write --key 12=b, or --key 12=a,c.")
    number, key = int(found[1]), found[2]
    asked = paper.item(_checked(paper, number)).versions[0]
    if asked.form is Form.TYPED:
        typed = TypedKey("", Expected(key), key)
        return Correction(number, typed=(typed,), reason="key set by hand")
    letters = [part.lower() for part in re.split(r"[\s,]+", key)]
    right = [ord(letter) - ord("a") for letter in letters if len(letter) == 1]
    if len(right) != len(letters) or any(not 0 <= at < len(asked.options) for at in right):
        last = chr(ord("a") + len(asked.options) - 1)
        raise UsageError(f"Question {number} has the options a to {last}, not {key!r}.")
    return Correction(number, right=tuple(sorted(set(right))), reason="key set by hand")


def _checked(paper: Paper, number: int) -> int:
    if not 1 <= number <= len(paper.items):
        raise UsageError(f"There is no question {number}: the paper has {len(paper.items)}.")
    return number
