"""Keys and values of a TOML text are found where they stand."""

from __future__ import annotations

from typing import Any

import pytest
import tomli
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.decks.locate import KeyPath, Locator

TEXT = """\
# a comment = "not a key"
title = 'single [not] a = table'
"quoted.key" = 1
"tab\\tkey" = 2
a.b . "c" = [ 1, [ 2, 3 ], # inner
  { x = "}", y = { z = 4 } }, ]
long = \"\"\"
[[question]]
id = "no \\\" \"\" question\"\"\"\"
raw = '''
''quotes'' # no comment'''
when = 2024-01-01 10:00:00
day = 2024-01-02 # a day

[document]
path = "p"

[[question]]
id = "one"
[question.source]
lines = [1,
  2]

[[question]]
id = "two"
  [[question.pair]]
  left = 1
  [[question.pair]]
  left = 2
[question.why]
"a b" = "c"
"""


@pytest.mark.parametrize(
    ("path", "line", "value"),
    [
        (("title",), 2, "'single [not] a = table'"),
        (("quoted.key",), 3, "1"),
        (("tab\tkey",), 4, "2"),
        (("a", "b", "c", 0), 5, "1"),
        (("a", "b", "c", 1, 1), 5, "3"),
        (("a", "b", "c", 2, "x"), 6, '"}"'),
        (("a", "b", "c", 2, "y", "z"), 6, "4"),
        (("when",), 12, "2024-01-01 10:00:00"),
        (("day",), 13, "2024-01-02"),
        (("document", "path"), 16, '"p"'),
        (("question", 0, "id"), 19, '"one"'),
        (("question", 0, "source", "lines", 1), 22, "2"),
        (("question", 1, "id"), 25, '"two"'),
        (("question", 1, "pair", 0, "left"), 27, "1"),
        (("question", 1, "pair", 1, "left"), 29, "2"),
        (("question", 1, "why", "a b"), 31, '"c"'),
        (("question", 1), 24, "[[question]]"),
        (("question", 1, "pair", 1), 28, "[[question.pair]]"),
        (("question", 1, "why"), 30, "[question.why]"),
        (("document",), 15, "[document]"),
    ],
)
def test_a_value_is_found_on_its_line(path: KeyPath, line: int, value: str) -> None:
    tomli.loads(TEXT)
    locator = Locator(TEXT)
    start, end = locator.value(path)
    assert TEXT[start:end] == value
    assert locator.line_and_column(start)[0] == line


def test_text_of_several_lines_is_found_whole() -> None:
    start, end = Locator(TEXT).value(("long",))
    assert tomli.loads(f"x = {TEXT[start:end]}")["x"] == tomli.loads(TEXT)["long"]
    start, end = Locator(TEXT).value(("raw",))
    assert tomli.loads(f"x = {TEXT[start:end]}")["x"] == tomli.loads(TEXT)["raw"]


def test_what_is_missing_is_sought_in_the_table_that_lacks_it() -> None:
    locator = Locator(TEXT)
    assert locator.line_and_column(locator.key(("question", 1, "answer")))[0] == 24
    assert locator.line_and_column(locator.key(("question", 0, "source", "quote")))[0] == 20
    assert locator.line_and_column(locator.key(("nowhere",))) == (1, 1)


_TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\"'\\{}[]#,=.")
)
_SCALARS = st.booleans() | st.integers(-9, 9) | st.floats(allow_nan=False) | st.dates() | _TEXTS
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(_TEXTS, _VALUES, max_size=4), st.booleans())
@settings(max_examples=200, deadline=None)
def test_every_scalar_is_found_where_the_parser_found_it(
    document: dict[str, Any], multiline: bool
) -> None:
    text = tomli_w.dumps(document, multiline_strings=multiline).replace("\r\n", "\n")
    locator = Locator(text)
    for path, value in _leaves(tomli.loads(text), ()):
        start, end = locator.value(path)
        assert tomli.loads(f"x = {text[start:end]}")["x"] == value


def _leaves(value: Any, path: KeyPath) -> list[tuple[KeyPath, Any]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in _leaves(inner, (*path, key))]
    if isinstance(value, list) and value:
        return [leaf for at, inner in enumerate(value) for leaf in _leaves(inner, (*path, at))]
    return [(path, value)]
