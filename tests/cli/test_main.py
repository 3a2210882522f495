from __future__ import annotations

import json
from pathlib import Path

import pytest

from mdquiz import __version__
from mdquiz.cli.main import COMMANDS
from tests.cli.conftest import Mdquiz


def test_the_version(mdquiz: Mdquiz) -> None:
    assert mdquiz("--version").out == f"mdquiz {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(mdquiz: Mdquiz, name: str) -> None:
    done = mdquiz(name, "--help")
    assert done.code == 0
    assert "Usage: mdquiz" in done.out


def test_help_names_every_command_and_the_exit_codes(mdquiz: Mdquiz) -> None:
    done = mdquiz("--help")
    assert all(f"  {name}" in done.out for name in COMMANDS)
    assert "130 interrupted" in " ".join(done.out.split())


def test_a_mistyped_command_suggests_the_nearest(mdquiz: Mdquiz) -> None:
    done = mdquiz("dril")
    assert done.code == 2
    assert "Did you mean `mdquiz drill`?" in done.err


def test_settings_are_shown_and_changed(mdquiz: Mdquiz, home: Path) -> None:
    assert mdquiz("config", "new_per_day", "30").code == 0
    assert mdquiz("config", "new_per_day").out == "30\n"
    assert json.loads(mdquiz("config", "--format", "json").out)["new_per_day"] == 30
    assert "new_per_day = 30" in mdquiz("config").out
    mdquiz("config", "new_per_day", "--unset")
    assert mdquiz("config", "new_per_day").out == "20\n"


def test_a_bad_setting_stops_with_its_own_exit_code(mdquiz: Mdquiz, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text("new_per_day = 'many'\n", encoding="utf-8")
    done = mdquiz("due")
    assert done.code == 5
    assert "a whole number" in done.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_can_learn_the_commands(mdquiz: Mdquiz, shell: str) -> None:
    assert "_MDQUIZ_COMPLETE" in mdquiz("completion", shell).out


def test_a_bug_leaves_a_report_instead_of_a_traceback(
    mdquiz: Mdquiz, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a screw is loose")

    monkeypatch.setattr("mdquiz.cli.drill.open_desk", broken)
    done = mdquiz("drill")
    assert done.code == 70
    assert "Traceback" not in done.err
    assert "a screw is loose" in done.err
    assert "a screw is loose" in (home / "cache" / "crash.txt").read_text(encoding="utf-8")
