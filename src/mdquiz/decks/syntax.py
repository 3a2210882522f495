"""Says what is wrong with a file that is not TOML, and what usually helps."""

from __future__ import annotations

import tomli

from mdquiz.decks.diagnostics import Diagnostic

_REMEDIES = (
    ("Cannot overwrite a value", "the key stands here twice: remove one of the two"),
    (
        "Cannot declare",
        "this table stands in the file already: write [[question]] for a further one",
    ),
    ("Cannot mutate", "the list or table is complete already: keep its keys together"),
    ("Expected '=' after a key", 'write key = value; text of several lines goes in """…"""'),
    ("Expected newline or end of document", 'one value a line; put text in quotes: "…"'),
    ("Invalid statement", "write key = value, a [table], a [[list of tables]] or a # comment"),
    ("Invalid value", 'put text in quotes: "…"; true and false are written small'),
    ("Unclosed array", "close the list with ] and separate its entries with commas"),
    ("Unclosed inline table", "close the table with } and separate its entries with commas"),
    ("Unterminated string", 'close the text with a quote; several lines need """…"""'),
    ("Expected", "close what was opened here"),
    ("Unescaped", r"write a backslash as \\, or put the text in 'single quotes'"),
    ("Illegal character", 'close the text with a quote; several lines need """…"""'),
    ("Invalid initial character", "put a key of other than letters, digits and - in quotes"),
    ("Invalid date", "write a date that is in the calendar: 2024-12-31"),
    ("Unclosed", "close what was opened here"),
)
_OPENINGS = {
    "Unterminated string": ('"""', "'''"),
    "Expected": ('"""', "'''"),
    "Unclosed inline table": ("{",),
    "Unclosed array": ("= [", "=["),
}


def syntax_finding(error: Exception, text: str, name: str) -> Diagnostic:
    """The diagnostic for an error that the TOML parser raised on `text`."""
    lines = text.split("\n")
    if not isinstance(error, tomli.TOMLDecodeError):
        deep = isinstance(error, RecursionError)
        message = "lists or tables are nested too deep" if deep else f"unreadable value: {error}"
        remedy = "no deck needs more than five levels" if deep else "shorten the number"
        line = _longest(lines)
        return Diagnostic(name, line + 1, 1, "syntax", "", message, remedy, lines[line])
    line, column = min(max(error.lineno, 1), len(lines)), max(error.colno, 1)
    if error.pos >= len(text.rstrip()):
        line, column = _opened(error.msg, text) or (line, column)
    remedy = next(
        (remedy for begin, remedy in _REMEDIES if begin in error.msg),
        "compare the line with the examples in the author's guide",
    )
    return Diagnostic(name, line, column, "syntax", "", error.msg, remedy, lines[line - 1])


def _opened(message: str, text: str) -> tuple[int, int] | None:
    """Where that was opened which the file ends without closing."""
    signs = next((signs for begin, signs in _OPENINGS.items() if message.startswith(begin)), ())
    at = max((text.rfind(sign) for sign in signs), default=-1)
    if at < 0:
        return None
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _longest(lines: list[str]) -> int:
    return max(range(len(lines)), key=lambda index: len(lines[index]))
