"""The signs at the end of a typed line that say how sure the learner is: one reading of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from mdquiz.errors import UsageError
from mdquiz.exams.confidence import Bucket
from mdquiz.grading.verdict import Confidence

Sureness = TypeVar("Sureness")

IN_DRILL: Mapping[str, Confidence] = {
    "!": Confidence.SURE,
    "?": Confidence.UNSURE,
    "??": Confidence.GUESS,
    "???": Confidence.GUESS,
}
IN_EXAM: Mapping[str, Bucket] = {
    "!": Bucket.SURE,
    "?": Bucket.HALF,
    "??": Bucket.THIRD,
    "???": Bucket.BLIND,
}

_SIGNS = re.compile(r"[!?]+$")


def split_ending(line: str, meanings: Mapping[str, Sureness]) -> tuple[str, Sureness | None]:
    """A line without the sign it ends with, and what that sign says.

    Args:
        line: What was typed. The sign may stand apart or not: "b ?", "b?", "395!"; no answer needs
            such a sign itself.
        meanings: What each sign says.

    Returns:
        The answer, empty where the line is a sign alone, and its meaning; None where there is none.

    Raises:
        UsageError: It ends with signs that mean nothing, such as "?!".
    """
    line = line.strip()
    found = _SIGNS.search(line)
    if found is None:
        return line, None
    if found.group() not in meanings:
        known = ", ".join(meanings)
        raise UsageError(f"“{found.group()}” says nothing of how sure you are.", f"Use {known}.")
    return line[: found.start()].strip(), meanings[found.group()]
