"""The passage shown for a question is the one it quotes, or the quote alone; never another."""

from __future__ import annotations

from pathlib import Path

from mdquiz.decks.asked import Source
from mdquiz.study.source import SourcePassage, source_passage

NOTES = "# Lokpal\n\nThe Lokpal Act was passed in 2013.\n\n- **Tenure**: five years\n"
QUOTE = "The Lokpal Act was passed in 2013"


def passage(folder: Path, notes: str, quote: str = QUOTE) -> SourcePassage:
    (folder / "notes.md").write_text(notes, "utf-8")
    return source_passage(Source("notes.md", "Lokpal", (3, 3), quote), folder / "deck.toml")


def marked(found: SourcePassage) -> list[str]:
    return [found.lines[at] for at in found.quoted]


def test_a_passage_is_shown_with_the_lines_around_it(tmp_path: Path) -> None:
    found = passage(tmp_path, NOTES)
    assert found.first_line == 1
    assert marked(found) == ["The Lokpal Act was passed in 2013."]


def test_a_passage_that_moved_is_shown_where_it_stands_now(tmp_path: Path) -> None:
    found = passage(tmp_path, "One.\n\nTwo.\n\n" + NOTES)
    assert marked(found) == ["The Lokpal Act was passed in 2013."]
    assert found.first_line == 5


def test_where_the_quote_stands_no_more_it_is_shown_alone(tmp_path: Path) -> None:
    for notes in (NOTES.replace("2013", "2014"), "Something else.\n" * 9):
        found = passage(tmp_path, notes)
        assert found.first_line == 0
        assert found.lines == (QUOTE,)
        assert found.gone
    (tmp_path / "notes.md").unlink()
    missing = source_passage(Source("notes.md", "", (3, 3), QUOTE), tmp_path / "deck.toml")
    assert missing.lines == (QUOTE,)
    assert not missing.gone


def test_lines_without_a_quote_are_shown_as_they_are(tmp_path: Path) -> None:
    assert marked(passage(tmp_path, NOTES, quote="")) == ["The Lokpal Act was passed in 2013."]
