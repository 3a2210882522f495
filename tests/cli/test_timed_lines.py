from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator

import pytest

from mdquiz.cli.timed_lines import TimedLines


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The writing end of what is stdin now."""
    read, write = os.pipe()
    with os.fdopen(read, encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        yield write


def test_lines_that_come_together_are_read_one_by_one(pipe: int) -> None:
    os.write(pipe, "one\r\nद्वि\n\nlast".encode())
    os.close(pipe)
    lines = TimedLines()
    assert [lines.read(1), lines.read(1), lines.read(1), lines.read(1)] == [
        "one",
        "द्वि",
        "",
        "last",
    ]
    with pytest.raises(EOFError):
        lines.read(1)


def test_waiting_ends_after_its_time(pipe: int) -> None:
    lines = TimedLines()
    assert lines.read(0.01) is None
    os.write(pipe, b"half a ")
    assert lines.read(0.01) is None
    os.write(pipe, b"line\n")
    assert lines.read(1) == "half a line"
    os.close(pipe)


def test_what_is_no_file_is_read_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("one\n"))
    lines = TimedLines()
    assert lines.read(0) == "one"
    with pytest.raises(EOFError):
        lines.read(0)
