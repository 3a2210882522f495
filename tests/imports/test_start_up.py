"""What answers in milliseconds must not load what takes a quarter of a second."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SLOW = {"textual", "pydantic", "rich", "fsrs", "markdown_it", "numpy"}


def loaded_by(arguments: list[str], home: Path) -> set[str]:
    script = (
        "import sys\n"
        "from mdquiz.cli.main import run\n"
        f"sys.argv = ['mdquiz', *{arguments!r}]\n"
        "try:\n    run()\n"
        "except SystemExit as leaving:\n    assert not leaving.code, leaving.code\n"
        "print('LOADED', *sorted(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "MDQUIZ_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split("LOADED ")[1].split())


def test_the_version_is_told_without_loading_anything_slow(tmp_path: Path) -> None:
    assert loaded_by(["--version"], tmp_path) & (SLOW | {"sqlite3"}) == set()


@pytest.mark.parametrize("arguments", [["due"], ["due", "--format", "json"]])
def test_what_is_due_is_told_without_loading_anything_slow(
    tmp_path: Path, arguments: list[str]
) -> None:
    loaded_by(["list"], tmp_path)  # the first look at the decks fills the cache
    assert loaded_by(arguments, tmp_path) & SLOW == set()


def test_home_opens_without_the_models_and_the_exams(tmp_path: Path) -> None:
    loaded_by(["list"], tmp_path)
    script = (
        "import asyncio, sys\n"
        "from mdquiz.cli.context import open_desk\n"
        "from mdquiz.tui.app import MdquizApp\n"
        "async def main():\n"
        "    with open_desk() as desk:\n"
        "        async with MdquizApp(desk).run_test() as pilot:\n"
        "            await pilot.app.workers.wait_for_complete()\n"
        "            await pilot.pause()\n"
        "asyncio.run(main())\n"
        "print(*(name for name in sys.modules if name.count('.') < 2))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "MDQUIZ_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "mdquiz.tui" in loaded
    slow = {"pydantic", "numpy", "fsrs", "markdown_it", "rapidfuzz", "plotille", "mdquiz.exams"}
    assert loaded & slow == set()
