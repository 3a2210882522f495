"""Derive the coded options of a set of claims from their truths, or read those of the author."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

from mdquiz.decks.ask.setting import Setting
from mdquiz.decks.ask.wording import Ask, Wording
from mdquiz.decks.asked import Option
from mdquiz.decks.codes import counted_claims, named_claims

OPTIONS = 4
_TRIES = 24
_SHARE_WITH_NONE = 6
"""One set of options in six offers "None of the above", so that its presence gives nothing away."""


def coded_options(
    truths: Sequence[bool],
    ask: Ask,
    labels: Sequence[str],
    about: str,
    stated: Sequence[str] | None,
    setting: Setting,
) -> tuple[Option, ...]:
    """The options of a question on claims, in the examiner's order, the key among them.

    Args:
        truths: The truth of each claim, two to six.
        ask: Whether to name the correct claims, count them, or name those not correct.
        labels: What the claims are called in a code.
        about: "statements", "pairs" or "rows".
        stated: The author's own options, used as they stand in the deck's own language and
            worded anew in its second.
        setting: The language and the generator.
    """
    words = setting.words
    if ask == "how_many":
        counts = (
            [counted_claims(text, len(truths)) or 0 for text in stated]
            if stated
            else offered_counts(sum(truths), len(truths), setting.rng)
        )
        return tuple(
            Option(
                text=_text(stated, at, setting) or words.count(count, len(truths), about),
                right=count == sum(truths),
                asserts=_counted(count, len(truths)),
            )
            for at, count in enumerate(counts)
        )
    key = frozenset(at for at, true in enumerate(truths) if true == (ask == "which"))
    codes = (
        [named_claims(text, len(truths)) or frozenset() for text in stated]
        if stated
        else offered_codes(key, len(truths), setting.rng)
    )
    return tuple(
        Option(
            text=_text(stated, at, setting) or _code(code, labels, about, words),
            right=code == key,
            asserts=tuple((claim in code) == (ask == "which") for claim in range(len(truths))),
        )
        for at, code in enumerate(codes)
    )


def offered_counts(right: int, total: int, rng: random.Random) -> list[int]:
    """Up to four counts in rising order, "None" last; UPSC has none for four claims and more."""
    if total < OPTIONS or right == 0:
        return [*range(1, min(total, OPTIONS - 1) + 1), 0]
    first = rng.randint(max(1, right - OPTIONS + 1), min(right, total - OPTIONS + 1))
    return list(range(first, first + OPTIONS))


def offered_codes(key: frozenset[int], total: int, rng: random.Random) -> list[frozenset[int]]:
    """Four sets of claims, the key among them, shorter ones first.

    The wrong ones lie near the key; as far as can be, each claim stands in some options and is
    missing from others, so that none of them can be taken for granted.
    """
    every = [
        frozenset(named)
        for size in range(1, total + 1)
        for named in itertools.combinations(range(total), size)
    ]
    if total == 2:
        return [*every, frozenset()]
    wrong = [code for code in every if code != key]
    near = [code for code in wrong if len(code ^ key) <= 2]
    best: tuple[int, list[frozenset[int]]] | None = None
    for _ in range(_TRIES):
        drawn = rng.sample(near if len(near) >= OPTIONS else wrong, OPTIONS - 1)
        doubtful = sum(0 < _share(claim, [key, *drawn]) < OPTIONS for claim in range(total))
        if best is None or doubtful > best[0]:
            best = (doubtful, drawn)
    assert best is not None
    offered = [key, *best[1]]
    if key and rng.randrange(_SHARE_WITH_NONE) == 0:
        offered[rng.randrange(1, OPTIONS)] = frozenset()
    return sorted(offered, key=lambda code: (not code, len(code), sorted(code)))


def _share(claim: int, codes: Sequence[frozenset[int]]) -> int:
    return sum(claim in code for code in codes)


def _counted(count: int, total: int) -> tuple[bool, ...] | None:
    return (count == total,) * total if count in {0, total} else None


def _text(stated: Sequence[str] | None, at: int, setting: Setting) -> str:
    return stated[at] if stated and not setting.translated else ""


def _code(code: frozenset[int], labels: Sequence[str], about: str, words: Wording) -> str:
    if not code and about == "pairs" and len(labels) > 2:
        return words.no_count["pairs"]
    return words.code(code, labels)
