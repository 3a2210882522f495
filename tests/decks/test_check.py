"""Checking goes through files and folders, and looks at decks side by side."""

from __future__ import annotations

from pathlib import Path

from mdquiz.decks.check import check_decks

DECK = 'title = "T"\n[[question]]\nid = "a"\ntype = "true_false"\nprompt = "P"\nanswer = true\n'


def test_a_folder_is_walked_and_its_files_are_named_as_it_was_named(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.toml").write_text("oops")
    (tmp_path / "b.toml").write_text(DECK)
    result = check_decks([tmp_path])
    assert [each.path for each in result.diagnostics] == [str(tmp_path / "inner" / "a.toml")]
    assert result.summary == "2 files, 1 sound question; 1 error, 0 warnings."


def test_two_decks_of_one_id_are_an_error(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(DECK)
    result = check_decks([tmp_path])
    assert [each.code for each in result.diagnostics] == ["duplicate-deck-id"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(DECK)
    assert check_decks([path, tmp_path, path]).summary.startswith("1 file, 1 sound question")


def test_a_path_that_is_not_there_is_an_error_and_an_empty_folder_is_none(tmp_path: Path) -> None:
    assert [each.code for each in check_decks([tmp_path / "x"]).diagnostics] == ["file-not-found"]
    assert check_decks([tmp_path]).summary == "No deck files (*.toml) there."
