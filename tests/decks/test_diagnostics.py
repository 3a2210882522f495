"""Findings are shown as text with a caret, as JSON, and as annotations; all of it inert."""

from __future__ import annotations

import json

from mdquiz.decks.diagnostics import Diagnostic, as_github, as_json, as_text
from mdquiz.text import cell_width

FOUND = Diagnostic(
    path="polity.toml",
    line=12,
    column=10,
    code="key-not-among-options",
    key_path="question[speaker].answer",
    message='"x" is not one of the options',
    remedy="repeat an option",
    source_line='answer = "x"',
)


def test_text_shows_the_line_with_a_caret_and_the_remedy() -> None:
    assert as_text([FOUND]) == (
        'polity.toml:12:10: error[key-not-among-options]: "x" is not one of the options\n'
        "   |\n"
        '12 | answer = "x"\n'
        "   |          ^\n"
        "   = at: question[speaker].answer\n"
        "   = help: repeat an option"
    )


def _caret_column(text: str) -> tuple[str, int]:
    """The source line as shown, and the terminal column of the caret below it."""
    source, caret = text.split("\n")[2:4]
    return source, cell_width(caret[: caret.index("^")])


def test_the_caret_stands_right_below_devanagari_and_tabs() -> None:
    line = '\tprompt = "हिन्दी में", x = 1'
    column = line.index("x") + 1
    text = as_text([Diagnostic("a", 1, column, "c", "", "m", "r", line)])
    source, caret = _caret_column(text)
    assert cell_width(source[: source.index("x")]) == caret


def test_a_long_line_is_shown_round_the_fault() -> None:
    line = "a" * 500 + "X" + "b" * 500
    source, caret = _caret_column(as_text([Diagnostic("a", 1, 501, "c", "", "m", "r", line)]))
    assert len(source) < 110
    assert source[caret] == "X"
    assert "…" in source


def test_nothing_in_a_deck_can_act_on_the_terminal() -> None:
    evil = "a\x1b[31m\u202e\x07"
    found = Diagnostic(evil, 1, 2, "c", evil, evil, evil, evil)
    for shown in (as_text([found]), as_github([found])):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "\x07" not in shown


def test_json_has_every_attribute() -> None:
    (shown,) = json.loads(as_json([FOUND]))
    assert shown == {
        "path": "polity.toml",
        "line": 12,
        "column": 10,
        "code": "key-not-among-options",
        "key_path": "question[speaker].answer",
        "message": '"x" is not one of the options',
        "remedy": "repeat an option",
        "source_line": 'answer = "x"',
        "severity": "error",
    }
    assert json.loads(as_json([])) == []


def test_annotations_are_one_line_each_with_their_signs_escaped() -> None:
    tricky = Diagnostic("a,b:c.toml", 3, 4, "code", "", "50%\nof it", "mend", "", "warning")
    assert as_github([tricky, FOUND]).split("\n") == [
        "::warning file=a%2Cb%3Ac.toml,line=3,col=4,title=code::50%25%0Aof it. Remedy: mend",
        (
            "::error file=polity.toml,line=12,col=10,title=key-not-among-options::"
            '"x" is not one of the options. Remedy: repeat an option'
        ),
    ]
