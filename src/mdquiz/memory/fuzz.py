"""Spread due days a little, so that cards learned together do not stay together for good."""

from __future__ import annotations

from mdquiz.decks.card import CardId
from mdquiz.memory.model import MAX_INTERVAL

SMALLEST_FUZZED = 3
"""Shorter intervals stay exact: a day more or less is too much of them."""

# (from day, to day, share of the days in between): 3 ± 1, 10 ± 1, 30 ± 3, 100 ± 6.
_SHARES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))


def fuzzed(interval: int, card: CardId, reviews: int) -> int:
    """`interval` moved by some days, the same days whenever it is asked again.

    One card and review count draw one number for every rating, so a better rating never gives
    an earlier day. Unbiased: each day within the spread is equally likely.

    Args:
        interval: Days, 1 to `MAX_INTERVAL`.
        card: Whose interval it is.
        reviews: `CardState.reviews` after the review that gives the interval.
    """
    if interval < SMALLEST_FUZZED:
        return interval
    from hashlib import blake2b  # some milliseconds of OpenSSL

    spread = int(
        1 + sum(share * max(min(interval, end) - start, 0) for start, end, share in _SHARES)
    )
    text = "\0".join((*card, str(reviews)))
    drawn = int.from_bytes(blake2b(text.encode(), digest_size=8).digest()) / 2**64
    return min(interval - spread + int(drawn * (2 * spread + 1)), MAX_INTERVAL)
