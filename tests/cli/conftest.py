"""Running mdquiz as a person does: a command line, something on stdin, a folder of one's own."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from mdquiz.cli.main import run


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


Mdquiz = Callable[..., Done]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The learner's folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("MDQUIZ_HOME", str(folder))
    return folder


@pytest.fixture
def mdquiz(home: Path, monkeypatch: pytest.MonkeyPatch) -> Mdquiz:
    """Runs `mdquiz` with arguments and stdin; its exit code and what it printed."""

    def call(*arguments: str, stdin: str = "") -> Done:
        out, err = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "argv", ["mdquiz", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                run()
            except SystemExit as leaving:
                code = leaving.code if isinstance(leaving.code, int) else 0
        return Done(code, out.getvalue(), err.getvalue())

    return call
