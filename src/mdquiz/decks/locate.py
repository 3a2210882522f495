"""Where each key and value stands in TOML text that is known to be well-formed.

Only worked out for a deck that has something to report: the parser on the good path keeps no
positions and is faster for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right

import tomli

from mdquiz.text import normalised

KeyPath = tuple[str | int, ...]

_BLANK = re.compile(r"[ \t]*+")
_BETWEEN = re.compile(r"(?:[ \t\n]++|#[^\n]*+)*+")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_STRING = re.compile(
    r'"""(?:\\.|"{1,2}(?!")|[^"\\])*+"{3,5}'
    r"|'''(?:'{1,2}(?!')|[^'])*+'{3,5}"
    r'|"(?:\\.|[^"\\\n])*+"'
    r"|'[^'\n]*+'",
    re.DOTALL,
)
_BARE_VALUE = re.compile(r"(?:\d{4}-\d\d-\d\d )?[^\s,\]}#]++")


class Locator:
    """The places of one TOML text.

    Args:
        text: Well-formed TOML with `\\n` line ends.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._keys: dict[KeyPath, int] = {}
        self._values: dict[KeyPath, tuple[int, int]] = {}
        self._tables: dict[KeyPath, int] = {}
        self._document()

    def key(self, path: KeyPath) -> int:
        """Where the key stands (the header of a table), or the nearest thing that contains it."""
        for length in range(len(path), 0, -1):
            offset = self._keys.get(_plain(path[:length]))
            if offset is not None:
                return offset
        return 0

    def value(self, path: KeyPath) -> tuple[int, int]:
        """Start and end of a value, or of the nearest thing that contains it."""
        for length in range(len(path), 0, -1):
            span = self._values.get(_plain(path[:length]))
            if span is not None:
                return span
        return (0, 0)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def _document(self) -> None:
        base: KeyPath = ()
        pos = self._past(_BETWEEN, 0)
        while pos < len(self._text):
            if self._text[pos] == "[":
                start = pos
                brackets = 2 if self._text.startswith("[[", pos) else 1
                names, pos = self._names(pos + brackets)
                pos += brackets
                base = self._header(names, start, pos, repeated=brackets == 2)
            else:
                pos = self._pair(pos, base)
            pos = self._past(_BETWEEN, pos)

    def _header(self, names: list[str], start: int, end: int, *, repeated: bool) -> KeyPath:
        path: KeyPath = ()
        for name in names[:-1]:
            path = (*path, name)
            if path in self._tables:
                path = (*path, self._tables[path])
            self._keys.setdefault(path, start)
        path = (*path, names[-1])
        self._keys.setdefault(path, start)
        self._values.setdefault(path, (start, end))
        if repeated:
            self._tables[path] = self._tables.get(path, -1) + 1
            path = (*path, self._tables[path])
            self._keys[path] = start
            self._values[path] = (start, end)
        return path

    def _pair(self, pos: int, base: KeyPath) -> int:
        start = pos
        names, pos = self._names(pos)
        path = base
        for name in names:
            path = (*path, name)
            self._keys.setdefault(path, start)
        return self._value(self._past(_BLANK, pos + 1), path)

    def _names(self, pos: int) -> tuple[list[str], int]:
        """The parts of a dotted key, and where the character after it stands."""
        names = []
        while True:
            pos = self._past(_BLANK, pos)
            found = _STRING.match(self._text, pos) or _BARE_KEY.match(self._text, pos)
            assert found is not None, "the text was parsed before"
            name = found.group()
            if name[0] in "\"'":
                name = next(iter(tomli.loads(f"{name} = 0")))
            names.append(normalised(name))
            pos = self._past(_BLANK, found.end())
            if self._text[pos] != ".":
                return names, pos
            pos += 1

    def _value(self, pos: int, path: KeyPath) -> int:
        opening = self._text[pos]
        if opening == "[":
            end = self._array(pos, path)
        elif opening == "{":
            end = self._inline_table(pos, path)
        else:
            found = _STRING.match(self._text, pos) or _BARE_VALUE.match(self._text, pos)
            assert found is not None, "the text was parsed before"
            end = found.end()
        self._values[path] = (pos, end)
        return end

    def _array(self, pos: int, path: KeyPath) -> int:
        pos = self._past(_BETWEEN, pos + 1)
        index = 0
        while self._text[pos] != "]":
            self._keys[(*path, index)] = pos
            pos = self._past(_BETWEEN, self._value(pos, (*path, index)))
            if self._text[pos] == ",":
                pos = self._past(_BETWEEN, pos + 1)
            index += 1
        return pos + 1

    def _inline_table(self, pos: int, path: KeyPath) -> int:
        pos = self._past(_BETWEEN, pos + 1)
        while self._text[pos] != "}":
            pos = self._past(_BETWEEN, self._pair(pos, path))
            if self._text[pos] == ",":
                pos = self._past(_BETWEEN, pos + 1)
        return pos + 1

    def _past(self, pattern: re.Pattern[str], pos: int) -> int:
        found = pattern.match(self._text, pos)
        return found.end() if found else pos


def _plain(path: KeyPath) -> KeyPath:
    return tuple(normalised(part) if isinstance(part, str) else part for part in path)
