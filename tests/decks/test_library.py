"""The library finds every deck, remembers what it read, and is not fooled by it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mdquiz.decks import cache as cache_module
from mdquiz.decks.card import CardId
from mdquiz.decks.library import Library, deck_files, open_library
from mdquiz.errors import DeckError, DeckNotFoundError

DATA = Path(__file__).parent.parent / "data" / "decks"


def deck_of(*ids: str, title: str = "Numbers", deck_id: str = "numbers", answer: str = "A") -> str:
    questions = "".join(
        f'\n[[question]]\nid = "{name}"\ntype = "short"\nprompt = "P {name}"\nanswer = "{answer}"\n'
        for name in ids
    )
    return f'title = "{title}"\nid = "{deck_id}"\n{questions}'


def settled(path: Path, seconds_ago: int = 3600) -> None:
    """Let the file be one that was last changed some time ago."""
    moment = path.stat().st_mtime_ns - seconds_ago * 10**9
    os.utime(path, ns=(moment, moment))


def cards_of(library: Library) -> list[str]:
    return [str(card.card) for deck in library.decks for card in deck.cards]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "decks"
    made.mkdir()
    return made


def test_every_card_of_every_deck_is_listed(folder: Path, cache: Path) -> None:
    (folder / "inner").mkdir()
    (folder / "b.toml").write_text(deck_of("one", "two"))
    (folder / "inner" / "a.toml").write_text(deck_of("one", title="Inner", deck_id="inner"))
    (folder / "notes.md").write_text("no deck")
    (folder / ".hidden.toml").write_text("no deck")
    library = open_library([folder], cache)
    assert cards_of(library) == ["numbers/one", "numbers/two", "inner/one"]
    assert library.problems == ()


def test_what_is_remembered_is_what_was_read(cache: Path) -> None:
    roots = [DATA / "hostile", DATA / "hindi", DATA / "bad"]
    cold = open_library(roots, cache)
    warm = open_library(roots, cache)
    assert warm.decks == cold.decks
    assert warm.problems == cold.problems
    assert {deck.problems for deck in warm.decks} == {0, 9}


def test_the_entries_tell_what_the_deck_says(cache: Path) -> None:
    library = open_library([DATA / "hindi"], cache)
    entry = library.entry("hindi-polity")
    assert entry.languages == ("hi", "en")
    assert tuple(card.card for card in entry.cards) == library.deck("hindi-polity").cards()
    gaps = [card for card in entry.cards if card.type == "cloze"]
    assert [card.card.part for card in gaps] == ["1", "2"]
    assert "[…]" in gaps[0].prompt
    assert "सम्पूर्ण प्रभुत्वसम्पन्न" not in gaps[0].prompt
    first = entry.cards[0]
    assert (first.difficulty, first.passage, first.tags) == (
        "easy",
        "sansad",
        ("gs2.polity.parliament",),
    )


def test_a_warm_library_loads_no_models(folder: Path, cache: Path) -> None:
    (folder / "a.toml").write_text(deck_of("one"))
    open_library([folder], cache)
    script = (
        "import sys; from pathlib import Path; from mdquiz.decks.library import open_library;"
        f"found = open_library([Path({str(folder)!r})], Path({str(cache)!r}));"
        "print(len(found.decks), 'pydantic' in sys.modules, 'tomli' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["1", "False", "False"]


def test_a_deck_that_changed_is_read_again(folder: Path, cache: Path) -> None:
    path = folder / "a.toml"
    path.write_text(deck_of("one"))
    settled(path)
    open_library([folder], cache)
    path.write_text(deck_of("one", "two"))
    assert cards_of(open_library([folder], cache)) == ["numbers/one", "numbers/two"]


def test_a_change_of_the_same_size_at_the_same_time_is_seen(folder: Path, cache: Path) -> None:
    path = folder / "a.toml"
    path.write_text(deck_of("one"))
    before = path.stat()
    open_library([folder], cache)
    path.write_text(deck_of("two"))
    os.utime(path, ns=(before.st_mtime_ns, before.st_mtime_ns))
    assert cards_of(open_library([folder], cache)) == ["numbers/two"]


def test_a_copy_that_keeps_the_old_time_is_seen_by_its_size(folder: Path, cache: Path) -> None:
    path = folder / "a.toml"
    path.write_text(deck_of("one"))
    settled(path)
    before = path.stat()
    open_library([folder], cache)
    path.write_text(deck_of("one", "two"))
    os.utime(path, ns=(before.st_mtime_ns, before.st_mtime_ns))
    assert cards_of(open_library([folder], cache)) == ["numbers/one", "numbers/two"]


def test_a_deck_that_was_only_touched_is_not_read_again(folder: Path, cache: Path) -> None:
    path = folder / "a.toml"
    path.write_text(deck_of("one"))
    open_library([folder], cache)
    settled(path)
    status = path.stat()
    assert cache_module.recall(cache, path, status) is not None
    open_library([folder], cache)
    assert cache_module.recall(cache, path, status) is not None


def test_a_new_answer_changes_the_hash_and_a_new_prompt_does_not(folder: Path, cache: Path) -> None:
    path = folder / "a.toml"
    path.write_text(deck_of("one"))
    (first,) = open_library([folder], cache).decks[0].cards
    path.write_text(deck_of("one").replace('"P one"', '"Put otherwise"'))
    (reworded,) = open_library([folder], cache).decks[0].cards
    path.write_text(deck_of("one", answer="Another"))
    (changed,) = open_library([folder], cache).decks[0].cards
    assert reworded.answer_hash == first.answer_hash
    assert reworded.prompt != first.prompt
    assert changed.answer_hash != first.answer_hash


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe", b'{"format": 1}', b"null"])
def test_a_damaged_cache_is_as_good_as_none(folder: Path, cache: Path, damage: bytes) -> None:
    (folder / "a.toml").write_text(deck_of("one"))
    whole = open_library([folder], cache).decks
    for file in cache.rglob("*.cache"):
        file.write_bytes(damage)
    assert open_library([folder], cache).decks == whole
    for file in cache.rglob("*.cache"):
        file.write_bytes(file.read_bytes()[:-20])
    assert open_library([folder], cache).decks == whole


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("cards", 3),
        ("cards", [[1]]),
        ("deck", ["x"]),
        ("diagnostics", [[]]),
        ("hash", None),
        ("questions", [1]),
        ("questions", ["another"]),
    ],
)
def test_a_cache_of_another_shape_is_as_good_as_none(
    folder: Path, cache: Path, key: str, value: object
) -> None:
    import json

    (folder / "a.toml").write_text(deck_of("one"))
    settled(folder / "a.toml")
    whole = open_library([folder], cache).decks
    for file in cache.rglob("*.cache"):
        checksum, _, kept = file.read_text().partition("\n")
        file.write_text(f"{checksum}\n{json.dumps({**json.loads(kept), key: value})}")
    again = open_library([folder], cache).decks
    assert cards_of(Library(again)) == cards_of(Library(whole))


def test_a_cache_of_another_version_is_not_used(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a.toml"
    path.write_text(deck_of("one"))
    open_library([folder], cache)
    assert cache_module.recall(cache, path, path.stat()) is not None
    monkeypatch.setattr(cache_module, "FORMAT", "another")
    assert cache_module.recall(cache, path, path.stat()) is None


def test_a_cache_that_cannot_be_written_is_no_error(folder: Path, tmp_path: Path) -> None:
    (folder / "a.toml").write_text(deck_of("one"))
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    for _ in range(2):
        assert cards_of(open_library([folder], blocked / "cache")) == ["numbers/one"]


def test_nothing_but_finished_files_is_left_in_the_cache(folder: Path, cache: Path) -> None:
    (folder / "a.toml").write_text(deck_of("one"))
    open_library([folder], cache)
    assert [file.suffix for file in (cache / "decks").iterdir()] == [".cache"]


def test_of_two_decks_with_one_id_the_first_is_used_and_both_are_named(
    folder: Path, cache: Path
) -> None:
    (folder / "a.toml").write_text(deck_of("one"))
    (folder / "b.toml").write_text(deck_of("two"))
    library = open_library([folder], cache)
    assert cards_of(library) == ["numbers/one"]
    (problem,) = library.problems
    assert problem.code == "duplicate-deck-id"
    assert "b.toml" in problem.path
    assert "a.toml" in problem.message


def test_a_file_reached_twice_is_one_deck(folder: Path, cache: Path) -> None:
    (folder / "a.toml").write_text(deck_of("one"))
    (folder / "round").symlink_to(folder)
    library = open_library([folder / "a.toml", folder, folder / ".." / "decks"], cache)
    assert (len(library.decks), library.problems) == (1, ())


def test_folders_that_are_not_there_hold_no_decks(tmp_path: Path, cache: Path) -> None:
    assert open_library([tmp_path / "none"], cache).decks == ()
    assert list(deck_files([tmp_path / "none"])) == []


def test_a_deck_that_cannot_be_read_is_a_problem_and_the_rest_is_there(
    folder: Path, cache: Path
) -> None:
    (folder / "a.toml").write_text("= nonsense")
    (folder / "b.toml").write_text(deck_of("one"))
    (folder / "gone.toml").symlink_to(folder / "nowhere")
    for _ in range(2):
        library = open_library([folder], cache)
        assert cards_of(library) == ["numbers/one"]
        assert [problem.code for problem in library.problems] == ["syntax", "file-not-found"]


@pytest.mark.parametrize(
    "name", ["numbers", "my-file", "my-file.toml", "MY-FILE", "Prime Numbers", "prime numbers"]
)
def test_a_deck_is_found_by_any_of_its_names(folder: Path, cache: Path, name: str) -> None:
    (folder / "my-file.toml").write_text(deck_of("one", title="Prime Numbers"))
    assert open_library([folder], cache).find(name).id == "numbers"


def test_a_deck_is_found_by_its_path(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "my-file.toml").write_text(deck_of("one"))
    library = open_library([folder], cache)
    assert library.find(str(folder / "my-file.toml")).id == "numbers"
    monkeypatch.chdir(folder.parent)
    assert library.find("decks/../decks/my-file.toml").id == "numbers"


def test_a_deck_that_is_not_there_is_answered_with_near_names(folder: Path, cache: Path) -> None:
    (folder / "a.toml").write_text(deck_of("one"))
    library = open_library([folder], cache)
    with pytest.raises(DeckNotFoundError) as caught:
        library.find("nubmers")
    assert "numbers" in caught.value.hint
    for name in ("", "~nobody-at-all/x", "a\0b", "x" * 5000):
        with pytest.raises(DeckNotFoundError):
            library.find(name)
    with pytest.raises(DeckNotFoundError):
        library.entry("none")
    with pytest.raises(DeckNotFoundError):
        library.deck("none")


def test_the_full_deck_is_read_when_it_is_asked_for(folder: Path, cache: Path) -> None:
    (folder / "a.toml").write_text(deck_of("one"))
    library = open_library([folder], cache)
    deck = library.deck("numbers")
    assert deck.cards() == (CardId("numbers", "one"),)
    assert library.deck("numbers") is deck


def test_a_deck_that_broke_since_is_an_error_in_words(folder: Path, cache: Path) -> None:
    (folder / "a.toml").write_text(deck_of("one"))
    library = open_library([folder], cache)
    (folder / "a.toml").write_text("= nonsense")
    with pytest.raises(DeckError) as caught:
        library.deck("numbers")
    assert "a.toml:1" in caught.value.message
