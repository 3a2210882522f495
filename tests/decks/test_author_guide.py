"""Every example in the author's guide is a sound deck."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mdquiz.decks.question import QUESTION_TYPES
from mdquiz.decks.read import read_deck_text

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "author.md"
EXAMPLES = re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
QUESTION = '\n[[question]]\nid = "last"\ntype = "true_false"\nprompt = "P"\nanswer = true\n'


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.split("\n")[1])
def test_an_example_is_sound(example: str) -> None:
    text = example if example.startswith("title") else f'title = "T"\n{example}'
    assert read_deck_text(text + QUESTION, "example.toml").diagnostics == ()


def test_every_type_has_an_example() -> None:
    shown = set(re.findall(r'^type = "(\w+)"', "".join(EXAMPLES), re.MULTILINE))
    assert shown == set(QUESTION_TYPES)
