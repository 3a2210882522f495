"""Charts: what they draw is in proportion, and stands where it belongs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.tui.widgets.charts import (
    Curve,
    Line,
    bar,
    beside,
    columns,
    curves,
    meter,
    width_of,
)


def texts(lines: Sequence[Line]) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


def test_columns_are_as_high_as_their_values() -> None:
    picture = texts(columns([8, 4, 0, 1], 30, 2, look="", x_words=("a", "b")))
    assert picture[0].split() == ["8", "█████"]
    assert picture[1].split() == ["0", "█████", "█████", "▂▂▂▂▂"]
    assert picture[2].split() == ["a", "b"]


def test_the_smallest_value_is_still_seen() -> None:
    assert "▁" in texts(columns([1000, 1], 20, 3, look="", x_words=("", "")))[2]


def test_nothing_at_all_is_an_empty_picture_and_no_error() -> None:
    assert columns([], 20, 3, look="", x_words=("", ""))
    assert columns([0, 0], 20, 3, look="", x_words=("", ""))
    assert curves([], 20, 3, low=0, x_words=("", ""), x_range=(0, 0))


@pytest.mark.parametrize(
    ("share", "expected", "drawn"),
    [
        (0, None, "──────────"),
        (0.3, None, "━━━───────"),
        (1, None, "━━━━━━━━━━"),
        (0.5, 0.8, "━━━━━───┃─"),
        (0.5, 1.0, "━━━━━────┃"),
    ],
)
def test_a_meter_is_filled_to_its_share(share: float, expected: float | None, drawn: str) -> None:
    assert texts([meter(share, 10, "", expected)]) == [drawn]


def test_a_bar_keeps_its_width() -> None:
    assert texts([bar(1, 4, 8, ""), bar(0, 4, 8, ""), bar(9, 4, 8, "")]) == [
        "██      ",
        "        ",
        "████████",
    ]


def test_curves_lie_where_their_points_are() -> None:
    rising = Curve([(0, 0.0), (10, 1.0)], "", "●")
    picture = texts(curves([rising], 26, 5, low=0.0, x_words=("first", "last"), x_range=(0, 10)))
    assert picture[0].startswith("100 %") and picture[0].endswith("●")
    assert picture[4] == "  0 % ●" + picture[4][7:]
    assert picture[5].split() == ["first", "last"]


def test_where_two_curves_meet_neither_is_rubbed_out() -> None:
    flat = Curve([(0, 0.5), (10, 0.5)], "red")
    rising = Curve([(0, 0.0), (10, 1.0)], "blue")
    both = curves([flat, rising], 26, 5, low=0.0, x_words=("", ""), x_range=(0, 10))
    assert {style for line in both for _, style in line} >= {"red", "blue"}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.floats(-5, 15), st.floats(-1, 2)), max_size=8),
    st.integers(20, 90),
    st.integers(2, 12),
    st.floats(0, 0.8),
)
def test_any_points_keep_within_the_picture(
    points: list[tuple[float, float]], width: int, height: int, low: float
) -> None:
    drawn = [Curve(sorted(points), "", "●"), Curve(sorted(points), "", joined=False)]
    picture = curves(drawn, width, height, low=low, x_words=("a", "b"), x_range=(0, 10))
    assert len(picture) == height + 1
    assert max(map(width_of, picture)) <= width


def test_a_table_stands_beside_its_picture_in_one_column() -> None:
    left: list[Line] = [[("ab", "")], [("abcd", "")]]
    right: list[Line] = [[("1", "")], [("2", "")], [("3", "")]]
    assert texts(beside(left, right)) == ["ab     1", "abcd   2", "       3"]
