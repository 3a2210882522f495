"""Where a question stands in its deck file, for an editor to open it there."""

from __future__ import annotations

from pathlib import Path

import tomli

from mdquiz.decks.locate import Locator
from mdquiz.text import normalised


def question_line(path: Path, question_id: str) -> int:
    """The 1-based line on which the question's table begins; 1 where it cannot be told."""
    try:
        text = normalised(path.read_text(encoding="utf-8-sig"))
        questions = tomli.loads(text)["question"]
        ids = [question.get("id") for question in questions]
        locator = Locator(text)
        return locator.line_and_column(locator.key(("question", ids.index(question_id))))[0]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return 1
