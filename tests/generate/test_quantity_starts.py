from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest

from mdquiz.generate.entities import quantities

ROOT = Path(__file__).parents[2]
NOTES = sorted([*ROOT.glob("tests/data/notes/*.md"), *ROOT.glob("decks/notes/*.md")])
_ALL = """
Rs US A C $ ₹ € 5 1992 – / Art. part one sixty-five Third Schedule भाग एक वर्ष crore lakh May 7th BC c. AD . ,
(a) % per cent अप्रैल धारा twelfth Amendment Act 28° N 2/3 two thirds 1990s 5 km करोड़ रुपये x
"""  # noqa: E501
PIECES = _ALL.split()


def both(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where quantities are found: looking where one can begin, and looking everywhere."""
    everywhere = quantities._PATTERN.finditer(text) if quantities._HAS_NUMBER.search(text) else ()
    return [m.span() for m in quantities._matches(text)], [m.span() for m in everywhere]


@pytest.mark.parametrize("note", NOTES, ids=lambda path: str(path.name))
def test_no_quantity_of_a_note_is_passed_over(note: Path) -> None:
    for line in unicodedata.normalize("NFC", note.read_text(encoding="utf-8")).splitlines():
        quick, slow = both(line)
        assert quick == slow, line


def test_no_quantity_made_of_any_pieces_is_passed_over() -> None:
    rng = random.Random(1)
    for _ in range(2_000):
        text = "".join(rng.choice(PIECES) + rng.choice(("", " ")) for _ in range(8))
        quick, slow = both(unicodedata.normalize("NFC", text))
        assert quick == slow, text


def test_a_letter_that_is_two_in_lower_case_moves_nothing() -> None:
    quick, slow = both("İzmir has 4 million people")
    assert quick == slow == [(10, 19)]
