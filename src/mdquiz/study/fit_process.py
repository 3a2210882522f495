"""The optimiser's own process, for it holds the interpreter while it works: JSON in, JSON out.

`python -m mdquiz.study.fit_process` reads histories, lists of [rating, days since the review
before], and writes the parameters that explain them best. The optimiser is that of fsrs-rs, in the
extra `mdquiz[fit]`.
"""

from __future__ import annotations

import json
import sys

from mdquiz.study.fit import NOT_INSTALLED

History = list[list[int]]


def fitted(histories: list[History]) -> list[float]:
    """The parameters that explain the histories best; deterministic."""
    from fsrs_rs_python import FSRS, FSRSItem, FSRSReview

    items = []
    for history in histories:
        reviews = [FSRSReview(rating, elapsed) for rating, elapsed in history]
        # An item is a review to predict, with all that came before it.
        items += [FSRSItem(reviews[:end]) for end in range(2, len(reviews) + 1)]
    return [float(number) for number in FSRS([]).compute_parameters(items)]


if __name__ == "__main__":
    try:
        import fsrs_rs_python  # noqa: F401 (only to see whether it is there)
    except ImportError:
        sys.exit(NOT_INSTALLED)
    json.dump(fitted(json.load(sys.stdin)), sys.stdout)
