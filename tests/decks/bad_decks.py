"""Decks with one mistake each: what the reader must call it, and on which line."""

from __future__ import annotations

from typing import NamedTuple


class Bad(NamedTuple):
    """A deck with a mistake.

    Attributes:
        name: What is wrong, in words.
        code: The diagnostic's code.
        line: The line that is at fault, from 1.
        text: The deck.
    """

    name: str
    code: str
    line: int
    text: str


def _deck(*lines: str) -> str:
    return "\n".join(('title = "T"', *lines)) + "\n"


def _question(kind: str, *lines: str) -> str:
    """A deck whose question's own lines begin at line 5."""
    return _deck("[[question]]", 'id = "q"', f'type = "{kind}"', *lines)


_OK = ("[[question]]", 'id = "ok"', 'type = "true_false"', 'prompt = "P"', "answer = true")
_SHORT = ('prompt = "P"', 'answer = "A"')
_STATEMENTS = (
    "statements = [",
    '  { text = "a", true = true },',
    '  { text = "b", true = false },',
    '  { text = "c", true = true },',
    "]",
)
_ROWS = (
    'columns = ["L", "R"]',
    "rows = [",
    '  { cells = ["a", "b"], true = true },',
    '  { cells = ["c", "d"], true = false },',
    "]",
)
_PAIRS = (
    'left_title = "L"',
    'right_title = "R"',
    "pairs = [",
    '  { left = "a", right = "1" },',
    '  { left = "b", right = "2" },',
)

SYNTAX = [
    Bad("a line that is no TOML", "syntax", 2, _deck("this is not toml")),
    Bad("a key without a value", "syntax", 2, _deck("tags =", *_OK)),
    Bad("text without quotes", "syntax", 5, _question("short", "prompt = What?", 'answer = "A"')),
    Bad(
        "text that is never closed",
        "syntax",
        5,
        _question("short", 'prompt = "What', 'answer = "A"'),
    ),
    Bad(
        "True with a capital", "syntax", 6, _question("true_false", 'prompt = "P"', "answer = True")
    ),
    Bad("a list that is never closed", "syntax", 5, _deck("tags = [", '"a",', "", "[[question]]")),
    Bad("a list without commas", "syntax", 5, _question("choice", 'options = ["a" "b"]')),
    Bad(
        "an inline table left open", "syntax", 5, _question("short", 'source = { section = "a"', "")
    ),
    Bad("a key given twice", "syntax", 6, _question("short", 'prompt = "P"', 'prompt = "Q"')),
    Bad(
        "a table that is there already",
        "syntax",
        4,
        _deck("[document]", 'path = "a"', "[document]"),
    ),
    Bad("a question in single brackets", "syntax", 7, _deck(*_OK, "[question]", 'id = "b"')),
    Bad("a wrong escape", "syntax", 5, _question("short", r'prompt = "C:\maps"', 'answer = "A"')),
    Bad(
        "a date that is not in the calendar", "syntax", 5, _question("short", "answer = 2024-02-31")
    ),
    Bad(
        "a raw control character",
        "syntax",
        5,
        _question("short", 'prompt = "a\x1bb"', 'answer = "A"'),
    ),
    Bad(
        "a lone carriage return", "syntax", 5, _question("short", 'prompt = "a\rb"', 'answer = "A"')
    ),
    Bad("lists nested too deep", "syntax", 2, _deck(f"tags = {'[' * 20_000}")),
    Bad("a number of many thousand digits", "syntax", 2, _deck(f"tags = {'9' * 5_000}")),
    Bad("a multi-line text never closed", "syntax", 5, _question("short", 'prompt = """a', "b")),
]

HEADING = [
    Bad("an empty file", "no-questions", 1, ""),
    Bad("no title", "missing-key", 1, "\n".join(_OK)),
    Bad("no question", "no-questions", 1, _deck()),
    Bad("a title that is a number", "wrong-type", 1, "title = 3\n" + "\n".join(_OK)),
    Bad("an empty title", "empty-text", 1, 'title = "  "\n' + "\n".join(_OK)),
    Bad("a mistyped key", "unknown-key", 2, _deck('desciption = "x"', *_OK)),
    Bad("[[questions]]", "unknown-key", 2, _deck("[[questions]]", *_OK[1:])),
    Bad("[[passages]]", "unknown-key", 2, _deck("[[passages]]", 'id = "p"', 'text = "x"', *_OK)),
    Bad("a deck id in capitals", "bad-id", 2, _deck('id = "My Deck"', *_OK)),
    Bad("a language that is none", "bad-language", 2, _deck('language = "Hindi!"', *_OK)),
    Bad("tags as one text", "wrong-type", 2, _deck('tags = "gs2"', *_OK)),
    Bad("a tag with a space", "bad-tag", 2, _deck('tags = ["gs2", "GS 2"]', *_OK)),
    Bad("a document that is a text", "wrong-type", 2, _deck('document = "notes.md"', *_OK)),
    Bad(
        "a short SHA-256",
        "bad-sha256",
        4,
        _deck("[document]", 'path = "n"', 'sha256 = "abc"', *_OK),
    ),
    Bad("a document without a path", "missing-key", 2, _deck("[document]", 'sha256 = ""', *_OK)),
    Bad("a question that is a text", "wrong-type", 2, _deck('question = "What?"')),
    Bad("questions that are texts", "wrong-type", 3, _deck("question = [", '  "What?",', "]")),
    Bad("a passage without text", "missing-key", 2, _deck("[[passage]]", 'id = "p"', *_OK)),
    Bad(
        "two passages of one id",
        "duplicate-id",
        6,
        _deck(
            "[[passage]]", 'id = "p"', 'text = "a"', "[[passage]]", 'id = "p"', 'text = "b"', *_OK
        ),
    ),
]

COMMON = [
    Bad("no type", "missing-key", 2, _deck("[[question]]", 'id = "q"', *_SHORT)),
    Bad("a type that is none", "unknown-type", 4, _question("mcq", *_SHORT)),
    Bad("a mistyped type", "unknown-type", 4, _question("truefalse", *_SHORT)),
    Bad(
        "a type that is a number", "unknown-type", 4, _deck("[[question]]", 'id = "q"', "type = 1")
    ),
    Bad("no id", "missing-key", 2, _deck("[[question]]", 'type = "short"', *_SHORT)),
    Bad(
        "an id with spaces",
        "bad-id",
        3,
        _deck("[[question]]", 'id = "A b"', 'type = "short"', *_SHORT),
    ),
    Bad("an empty id", "bad-id", 3, _deck("[[question]]", 'id = ""', 'type = "short"', *_SHORT)),
    Bad("two questions of one id", "duplicate-id", 8, _deck(*_OK, *_OK)),
    Bad("no prompt", "missing-key", 2, _question("short", 'answer = "A"')),
    Bad("a blank prompt", "empty-text", 5, _question("short", 'prompt = " "', 'answer = "A"')),
    Bad("no answer", "missing-key", 2, _question("short", 'prompt = "P"')),
    Bad("`correct` for `answer`", "unknown-key", 7, _question("short", *_SHORT, 'correct = "A"')),
    Bad("a mistyped key", "unknown-key", 7, _question("short", *_SHORT, 'explanaton = "x"')),
    Bad(
        "a difficulty that is none",
        "not-one-of",
        7,
        _question("short", *_SHORT, 'difficulty = "hrad"'),
    ),
    Bad(
        "a difficulty in a list",
        "not-one-of",
        7,
        _question("short", *_SHORT, 'difficulty = ["easy"]'),
    ),
    Bad(
        "an explanation in numbers", "wrong-type", 7, _question("short", *_SHORT, "explanation = 1")
    ),
    Bad("a tag that is a number", "wrong-type", 7, _question("short", *_SHORT, "tags = [1]")),
    Bad(
        "a passage that is not there",
        "unknown-passage",
        7,
        _question("short", *_SHORT, 'passage = "x"'),
    ),
    Bad(
        "lines that run backwards",
        "lines-backwards",
        7,
        _question("short", *_SHORT, "source = { lines = [9, 2] }"),
    ),
    Bad(
        "one line number", "missing-key", 7, _question("short", *_SHORT, "source = { lines = [9] }")
    ),
    Bad(
        "a line number of zero",
        "out-of-range",
        7,
        _question("short", *_SHORT, "source = { lines = [0, 2] }"),
    ),
    Bad(
        "three line numbers",
        "too-many",
        7,
        _question("short", *_SHORT, "source = { lines = [1, 2, 3] }"),
    ),
    Bad(
        "a source that is a text", "wrong-type", 7, _question("short", *_SHORT, 'source = "page 3"')
    ),
    Bad(
        "a mistyped key of a source",
        "unknown-key",
        8,
        _question("short", *_SHORT, "[question.source]", "line = 3"),
    ),
    Bad(
        "a fault in the second of two sources",
        "wrong-type",
        9,
        _question(
            "short", *_SHORT, "source = [", "  { lines = [1, 2] },", '  { lines = ["1", 2] },', "]"
        ),
    ),
    Bad(
        "a past paper of no year",
        "missing-key",
        7,
        _question("short", *_SHORT, 'pyq = { exam = "cse" }'),
    ),
    Bad(
        "a past paper of the year 26",
        "out-of-range",
        7,
        _question("short", *_SHORT, 'pyq = { exam = "cse", year = 26 }'),
    ),
    Bad(
        "an escape sequence",
        "control-character",
        5,
        _question("short", r'prompt = "a\u001b[31m"', 'answer = "A"'),
    ),
    Bad(
        "a bidirectional override",
        "control-character",
        5,
        _question("short", 'prompt = "a\u202eb"', 'answer = "A"'),
    ),
    Bad(
        "an escaped override",
        "control-character",
        6,
        _question("short", 'prompt = "P"', r'answer = "a\u2066"'),
    ),
    Bad(
        "a control character deep in a long text",
        "control-character",
        7,
        _question("short", 'prompt = """', "one", "two \u202e", 'three"""', 'answer = "A"'),
    ),
    Bad(
        "a zero escape",
        "control-character",
        5,
        _question("short", r'prompt = "a\u0000"', 'answer = "A"'),
    ),
    Bad(
        "a translation into the deck's language",
        "own-language",
        7,
        _question("short", *_SHORT, 'en = { prompt = "P" }'),
    ),
    Bad(
        "a translation without a prompt",
        "missing-key",
        7,
        _question("short", *_SHORT, 'hi = { explanation = "x" }'),
    ),
    Bad(
        "a second key",
        "unknown-key",
        7,
        _question(
            "true_false", 'prompt = "P"', "answer = true", 'hi = { prompt = "x", answer = false }'
        ),
    ),
]

KINDS = [
    Bad(
        "a short answer true", "wrong-type", 6, _question("short", 'prompt = "P"', "answer = true")
    ),
    Bad(
        "a short answer of one item",
        "too-few",
        6,
        _question("short", 'prompt = "P"', 'answer = ["a"]'),
    ),
    Bad(
        "a short answer with an empty item",
        "empty-text",
        6,
        _question("short", 'prompt = "P"', 'answer = ["a", ""]'),
    ),
    Bad(
        "an answer that is no number",
        "out-of-range",
        6,
        _question("short", 'prompt = "P"', "answer = nan"),
    ),
    Bad(
        "a list called a number",
        "kind-mismatch",
        7,
        _question("short", 'prompt = "P"', 'answer = ["a", "b"]', 'kind = "number"'),
    ),
    Bad("a text called a list", "kind-mismatch", 7, _question("short", *_SHORT, 'kind = "list"')),
    Bad(
        "order without a list",
        "ordered-without-list",
        7,
        _question("short", *_SHORT, "ordered = true"),
    ),
    Bad(
        "a tolerance on a list",
        "tolerance-without-number",
        7,
        _question("short", 'prompt = "P"', 'answer = ["a", "b"]', "tolerance = 1"),
    ),
    Bad(
        "a negative tolerance",
        "tolerance-range",
        7,
        _question("short", 'prompt = "P"', "answer = 5", "tolerance = -1"),
    ),
    Bad(
        "a tolerance of 500%",
        "tolerance-range",
        7,
        _question("short", 'prompt = "P"', "answer = 5", 'tolerance = "500%"'),
    ),
    Bad(
        "a tolerance in words",
        "tolerance-range",
        7,
        _question("short", 'prompt = "P"', "answer = 5", 'tolerance = "a bit"'),
    ),
    Bad(
        "a list whose translation is shorter",
        "translation-shape",
        7,
        _question(
            "short",
            'prompt = "P"',
            'answer = ["a", "b", "c"]',
            'hi = { prompt = "P", answer = ["क", "ख"] }',
        ),
    ),
    Bad(
        "one option",
        "too-few",
        6,
        _question("choice", 'prompt = "P"', 'options = ["a"]', 'answer = "a"'),
    ),
    Bad(
        "nine options",
        "too-many",
        6,
        _question(
            "choice", 'prompt = "P"', f"options = {[str(n) for n in range(9)]}", 'answer = "1"'
        ),
    ),
    Bad(
        "a key that is no option",
        "key-not-among-options",
        7,
        _question("choice", 'prompt = "P"', 'options = ["alpha", "beta"]', 'answer = "alfa"'),
    ),
    Bad(
        "one key of several that is no option",
        "key-not-among-options",
        7,
        _question("choice", 'prompt = "P"', 'options = ["a", "b"]', 'answer = ["a", "x"]'),
    ),
    Bad(
        "an option given twice",
        "duplicate-option",
        8,
        _question(
            "choice", 'prompt = "P"', "options = [", '  "a",', '  "A ",', "]", 'answer = "a"'
        ),
    ),
    Bad(
        "a pin that is no option",
        "pin-not-among-options",
        8,
        _question("choice", 'prompt = "P"', 'options = ["a", "b"]', 'answer = "a"', 'pin = ["c"]'),
    ),
    Bad(
        "a reason for no option",
        "why-not-among-options",
        9,
        _question(
            "choice",
            'prompt = "P"',
            'options = ["a", "b"]',
            'answer = "a"',
            "[question.why]",
            '"c" = "x"',
        ),
    ),
    Bad(
        "options that are numbers",
        "wrong-type",
        6,
        _question("choice", 'prompt = "P"', "options = [1, 2]", 'answer = "1"'),
    ),
    Bad(
        "a translation with fewer options",
        "translation-shape",
        8,
        _question(
            "choice",
            'prompt = "P"',
            'options = ["a", "b"]',
            'answer = "a"',
            'hi = { prompt = "P", options = ["क"] }',
        ),
    ),
    Bad(
        "true in quotes",
        "wrong-type",
        6,
        _question("true_false", 'prompt = "P"', 'answer = "true"'),
    ),
    Bad("true as 1", "wrong-type", 6, _question("true_false", 'prompt = "P"', "answer = 1")),
    Bad("a cloze without a gap", "cloze-without-gap", 5, _question("cloze", 'text = "no gap"')),
    Bad("a gap never closed", "cloze-unclosed", 5, _question("cloze", 'text = "a {{b} c"')),
    Bad("a gap in a gap", "cloze-unclosed", 5, _question("cloze", 'text = "a {{b {{c}} }}"')),
    Bad("an empty gap", "cloze-empty-gap", 5, _question("cloze", 'text = "a {{::hint}}"')),
    Bad(
        "a translation with fewer gaps",
        "translation-shape",
        6,
        _question("cloze", 'text = "{{a}} {{b}}"', 'hi = { text = "{{क}} ख" }'),
    ),
    Bad(
        "one statement",
        "too-few",
        5,
        _question("statements", 'statements = [{ text = "a", true = true }]'),
    ),
    Bad(
        "a statement without its truth",
        "missing-key",
        6,
        _question(
            "statements",
            "statements = [",
            '  { text = "a" },',
            '  { text = "b", true = true },',
            "]",
        ),
    ),
    Bad(
        "a statement given twice",
        "duplicate-statement",
        7,
        _question(
            "statements",
            "statements = [",
            '  { text = "a", true = true },',
            '  { text = "A", true = true },',
            "]",
        ),
    ),
    Bad(
        "a code for a fourth statement",
        "impossible-code",
        10,
        _question("statements", *_STATEMENTS, 'options = ["1 and 4 only", "1 and 3 only"]'),
    ),
    Bad(
        "an option that is no code",
        "impossible-code",
        10,
        _question("statements", *_STATEMENTS, 'options = ["Lithium", "1 and 3 only"]'),
    ),
    Bad(
        "options without the key",
        "key-not-among-options",
        10,
        _question("statements", *_STATEMENTS, 'options = ["1 only", "2 only"]'),
    ),
    Bad(
        "two options of one meaning",
        "duplicate-option",
        10,
        _question("statements", *_STATEMENTS, 'options = ["1 and 3 only", "Only 3 and 1"]'),
    ),
    Bad(
        "a stated key against the truths",
        "key-disagrees",
        10,
        _question("statements", *_STATEMENTS, 'answer = "1 and 2 only"'),
    ),
    Bad(
        "a stated count against the truths",
        "key-disagrees",
        11,
        _question("statements", *_STATEMENTS, 'ask = "how_many"', 'answer = "Only one"'),
    ),
    Bad(
        "an answer that is no option",
        "key-not-among-options",
        11,
        _question(
            "statements", *_STATEMENTS, 'options = ["1 and 3 only", "2 only"]', 'answer = "1 and 3"'
        ),
    ),
    Bad(
        "a way of asking that is none",
        "not-one-of",
        10,
        _question("statements", *_STATEMENTS, 'ask = "howmany"'),
    ),
    Bad(
        "a translation with fewer statements",
        "translation-shape",
        10,
        _question("statements", *_STATEMENTS, 'hi = { statements = [{ text = "क" }] }'),
    ),
    Bad(
        "a row of three cells under two columns",
        "row-width",
        7,
        _question(
            "rows",
            'columns = ["L", "R"]',
            "rows = [",
            '  { cells = ["a", "b", "c"], true = true },',
            '  { cells = ["c", "d"], true = false },',
            "]",
        ),
    ),
    Bad("one column", "too-few", 5, _question("rows", 'columns = ["L"]', *_ROWS[1:])),
    Bad("a row given twice", "duplicate-row", 8, _question("rows", *_ROWS[:3], _ROWS[2], "]")),
    Bad(
        "a stated count of too many pairs",
        "impossible-code",
        10,
        _question("rows", *_ROWS, 'answer = "All four"'),
    ),
    Bad("two pairs", "too-few", 7, _question("match", *_PAIRS, "]")),
    Bad(
        "two entries of List II alike",
        "duplicate-entry",
        10,
        _question("match", *_PAIRS, '  { left = "c", right = "2" },', "]"),
    ),
    Bad(
        "a pair without its right side",
        "missing-key",
        10,
        _question("match", *_PAIRS, '  { left = "c" },', "]"),
    ),
    Bad(
        "stated codes of a match",
        "unknown-key",
        12,
        _question("match", *_PAIRS, '  { left = "c", right = "3" },', "]", 'options = ["a-1"]'),
    ),
    Bad(
        "no second statement",
        "missing-key",
        2,
        _question("assertion", 'statement_1 = { text = "a", true = true }'),
    ),
    Bad(
        "a false statement that explains",
        "explains-untrue",
        6,
        _question(
            "assertion",
            'statement_1 = { text = "a", true = true }',
            'statement_2 = { text = "b", true = false, explains = true }',
        ),
    ),
    Bad(
        "two false statements",
        "no-such-option",
        5,
        _question(
            "assertion",
            'statement_1 = { text = "a", true = false }',
            'statement_2 = { text = "b", true = false }',
        ),
    ),
    Bad(
        "a Statement I that explains",
        "unknown-key",
        5,
        _question(
            "assertion",
            'statement_1 = { text = "a", true = true, explains = true }',
            'statement_2 = { text = "b", true = true }',
        ),
    ),
    Bad(
        "two items to order",
        "too-few",
        5,
        _question("order", 'sequence = ["a", "b"]', 'axis = "x"'),
    ),
    Bad(
        "an item given twice",
        "duplicate-item",
        5,
        _question("order", 'sequence = ["a", "b", "a"]', 'axis = "x"'),
    ),
    Bad(
        "an order without an axis",
        "missing-key",
        2,
        _question("order", 'sequence = ["a", "b", "c"]'),
    ),
]

BAD_DECKS = [*SYNTAX, *HEADING, *COMMON, *KINDS]
