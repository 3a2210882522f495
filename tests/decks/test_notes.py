"""A deck's sources are held against the notes beside it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from mdquiz.decks.diagnostics import Diagnostic
from mdquiz.decks.read import read_deck

NOTES = "# Bills\n\nArticle 110 defines\na Money Bill.\nArticle 109 tells how it is passed.\n"
GOOD = 'source = { lines = [3, 4], quote = "Article 110 defines a Money Bill." }'


def checked(folder: Path, source: str, *, digest: str = "", notes: str = NOTES) -> list[Diagnostic]:
    (folder / "notes.md").write_text(notes)
    path = folder / "deck.toml"
    path.write_text(
        f'title = "T"\n[document]\npath = "notes.md"\nsha256 = "{digest}"\n'
        '[[question]]\nid = "bad"\ntype = "none"\n'
        '[[question]]\nid = "a"\ntype = "true_false"\nprompt = "P"\nanswer = true\n' + source
    )
    return [each for each in read_deck(path, with_notes=True).diagnostics if not each.is_error]


def test_a_quote_on_its_lines_is_fine_however_it_is_broken(tmp_path: Path) -> None:
    assert checked(tmp_path, GOOD) == []
    assert checked(tmp_path, GOOD, digest=sha256(NOTES.encode()).hexdigest()) == []
    assert checked(tmp_path, GOOD, notes=NOTES.replace("\n", "\r\n")) == []


def test_a_quote_on_another_line_is_found_there(tmp_path: Path) -> None:
    source = 'source = [{ lines = [1, 2] }, { lines = [3, 3], quote = "how it is passed" }]'
    (found,) = checked(tmp_path, source)
    assert (found.code, found.line) == ("quote-elsewhere", 13)
    assert found.remedy == "write lines = [5, 5]"
    assert found.source_line[found.column - 1 :].startswith("[3, 3]")


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ('source = { lines = [1, 1], quote = "never said" }', "quote-elsewhere"),
        ("source = { lines = [90, 91] }", "lines-beyond-notes"),
    ],
)
def test_what_does_not_stand_in_the_notes_is_a_warning(
    tmp_path: Path, source: str, code: str
) -> None:
    (found,) = checked(tmp_path, source)
    assert (found.code, found.severity, found.line) == (code, "warning", 13)


def test_notes_that_changed_are_told_with_their_new_hash(tmp_path: Path) -> None:
    (found,) = checked(tmp_path, GOOD, digest="0" * 64)
    assert (found.code, found.line) == ("notes-changed", 4)
    assert sha256(NOTES.encode()).hexdigest() in found.remedy


@pytest.mark.parametrize("path", ["none.md", "../outside.md", "/etc/hostname", ".", "x\\u0009y"])
def test_notes_that_are_not_in_the_folder_are_one_warning_and_never_opened(
    tmp_path: Path, path: str
) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    (tmp_path / "outside.md").write_text("secret")
    deck = folder / "deck.toml"
    deck.write_text(
        f'title = "T"\n[document]\npath = "{path}"\n'
        '[[question]]\nid = "a"\ntype = "true_false"\nprompt = "P"\nanswer = true\n'
        'source = { lines = [90, 91], quote = "q" }'
    )
    (warning,) = read_deck(deck, with_notes=True).diagnostics
    assert (warning.code, warning.line, warning.severity) == ("notes-missing", 3, "warning")
    assert "secret" not in warning.message + warning.remedy
    assert read_deck(deck).diagnostics == ()


def test_of_a_stale_question_it_is_known_that_its_quote_is_gone(tmp_path: Path) -> None:
    gone = 'source = { lines = [1, 1], quote = "never said" }'
    assert checked(tmp_path, gone)
    assert not checked(tmp_path, f'status = "stale"\n{gone}')
