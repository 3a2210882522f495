"""Reading a deck: every mistake is told with its place and a remedy, never with a traceback."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.decks.diagnostics import Diagnostic
from mdquiz.decks.files import MOST_BYTES
from mdquiz.decks.read import DeckReading, read_deck, read_deck_text
from tests.decks.bad_decks import BAD_DECKS, Bad

DATA = Path(__file__).parent.parent / "data" / "decks"

GOOD = b"""\
title = "T"

[[question]]
id = "one"
type = "short"
prompt = "P"
answer = "A"
"""


def only(reading: DeckReading) -> Diagnostic:
    assert len(reading.diagnostics) == 1, reading.diagnostics
    return reading.diagnostics[0]


@contextmanager
def nobody_special() -> Iterator[None]:
    """Run as a user whom file modes bind: root, under whom tests may run, reads everything."""
    me = os.geteuid()
    if me == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(me)


@pytest.mark.parametrize("bad", BAD_DECKS, ids=lambda bad: bad.name)
def test_a_mistake_is_named_on_its_line_with_a_remedy(bad: Bad) -> None:
    found = read_deck_text(bad.text, "bad.toml").diagnostics
    assert (bad.code, bad.line) in [(each.code, each.line) for each in found], found
    for each in found:
        assert each.is_error
        assert each.message
        assert each.remedy
        assert 1 <= each.column <= len(each.source_line) + 1


@pytest.mark.parametrize("bad", BAD_DECKS, ids=lambda bad: bad.name)
def test_one_mistake_is_told_once(bad: Bad) -> None:
    found = read_deck_text(bad.text, "bad.toml").diagnostics
    told = [(each.code, each.line) for each in found]
    assert 1 <= told.count((bad.code, bad.line)) <= len(found) <= 2, found


def test_the_table_of_bad_decks_is_long_enough_and_names_each_once() -> None:
    assert len(BAD_DECKS) >= 100
    assert len({bad.text for bad in BAD_DECKS}) == len(BAD_DECKS)


SOUND = sorted(path for path in DATA.glob("*/*.toml") if path.parent.name != "bad")


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.name)
def test_the_good_decks_have_nothing_wrong(path: Path) -> None:
    reading = read_deck(path)
    assert reading.diagnostics == ()
    assert reading.deck is not None
    assert {question.type for question in reading.deck.questions} == {
        *("short", "choice", "true_false", "cloze", "statements"),
        *("rows", "match", "assertion", "order"),
    }


def test_every_mistake_is_told_at_once_and_the_sound_questions_still_load() -> None:
    reading = read_deck(DATA / "bad" / "many.toml")
    told = [(each.line, each.code) for each in reading.diagnostics]
    assert told == [
        (1, "missing-key"),
        (3, "unknown-key"),
        (11, "unknown-key"),
        (12, "lines-backwards"),
        (20, "duplicate-option"),
        (22, "key-not-among-options"),
        (31, "duplicate-id"),
        (34, "wrong-type"),
        (41, "unknown-passage"),
    ]
    assert reading.deck is not None
    assert [question.id for question in reading.deck.questions] == ["sound"]
    assert reading.deck.title == "many"


def test_a_duplicate_id_names_both_places() -> None:
    twice = '\n[[question]]\nid = "a"\ntype = "true_false"\nprompt = "P"\nanswer = true\n'
    found = only(read_deck_text('title = "T"' + twice + twice, "x.toml"))
    assert found.line == 9
    assert "line 3" in found.message
    assert found.key_path == "question[a].id"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("anwser", "answer"), ("promt", "prompt"), ("correct", "answer"), ("stem", "prompt")],
)
def test_an_unknown_key_suggests_the_one_that_was_meant(written: str, meant: str) -> None:
    text = GOOD.decode() + f'{written} = "x"\n'
    found = only(read_deck_text(text, "x.toml"))
    assert (found.code, found.column) == ("unknown-key", 1)
    assert f"`{meant}`" in found.remedy


def test_the_caret_stands_below_the_value() -> None:
    text = GOOD.decode() + 'source = { section = "s", lines = [3, 2] }\n'
    found = only(read_deck_text(text, "x.toml"))
    assert found.source_line[found.column - 1 :].startswith("[3, 2]")
    assert found.key_path == "question[one].source.lines"


def test_numbers_that_differ_between_the_languages_are_a_warning() -> None:
    text = GOOD.decode().replace('"P"', '"In 1950?"') + 'hi = { prompt = "१९५१ में?" }\n'
    reading = read_deck_text(text, "x.toml")
    found = only(reading)
    assert (found.code, found.severity, found.line) == ("numbers-differ", "warning", 8)
    assert reading.errors == ()
    same = text.replace("१९५१", "१९५०")
    assert read_deck_text(same, "x.toml").diagnostics == ()


def test_a_deck_from_a_windows_editor_reads_like_any_other(tmp_path: Path) -> None:
    plain, windows = tmp_path / "plain.toml", tmp_path / "windows.toml"
    text = GOOD.replace(b'"P"', b'"""a\nb"""')
    plain.write_bytes(text)
    windows.write_bytes(text.replace(b"\n", b"\r\n"))
    assert read_deck(windows).diagnostics == ()
    assert read_deck(windows).deck == read_deck(plain).deck


def test_a_mistake_below_windows_line_ends_is_on_its_line(tmp_path: Path) -> None:
    path = tmp_path / "windows.toml"
    path.write_bytes((GOOD + b"oops = 1\n").replace(b"\n", b"\r\n"))
    assert only(read_deck(path)).line == 8


def test_a_byte_order_mark_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "mark.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD)
    reading = read_deck(path)
    assert reading.deck is not None
    assert (only(reading).code, only(reading).severity) == ("byte-order-mark", "warning")


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (GOOD + b"x = \0", "binary", 8),
        (GOOD + b'explanation = "caf\xe9"\n', "not-utf8", 8),
        (b"\x7fELF\x02\x01\x01\0\0\0", "binary", 1),
        (bytes(range(256)) * 50, "binary", 1),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-utf8", 1),
        (GOOD.decode().encode("utf-16"), "not-utf8", 1),
        (b"PK\x03\x04\x14\0\x06\0", "binary", 1),
    ],
    ids=["zero byte", "Latin-1", "program", "every byte", "picture", "UTF-16", "archive"],
)
def test_a_file_that_is_no_text_is_refused(
    tmp_path: Path, content: bytes, code: str, line: int
) -> None:
    path = tmp_path / "deck.toml"
    path.write_bytes(content)
    reading = read_deck(path)
    found = only(reading)
    assert reading.deck is None
    assert (found.code, found.line) == (code, line)
    assert found.remedy


def test_a_file_of_50_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    found = only(read_deck(path))
    assert found.code == "too-large"
    assert "50 MB" in found.message
    assert MOST_BYTES < 50_000_000


def test_what_is_not_a_file_is_refused(tmp_path: Path) -> None:
    assert only(read_deck(tmp_path)).code == "is-directory"
    assert only(read_deck(tmp_path / "none.toml")).code == "file-not-found"
    assert only(read_deck(tmp_path / ("x" * 300))).code == "not-readable"
    assert only(read_deck(Path("a\0b"))).code == "not-readable"
    deck = tmp_path / "deck.toml"
    deck.write_bytes(GOOD)
    assert only(read_deck(deck / "inside.toml")).code == "not-readable"
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    assert only(read_deck(loop)).code == "not-readable"
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    assert only(read_deck(pipe)).code == "not-a-file"


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.toml"
    path.write_bytes(GOOD)
    path.chmod(0)
    with nobody_special():
        found = only(read_deck(path))
    assert found.code == "not-readable"
    assert "may not be read" in found.message


def test_a_file_that_fails_while_it_is_read_is_refused() -> None:
    unreadable = Path("/proc/self/mem")
    if not unreadable.exists():
        pytest.skip("needs /proc")
    assert only(read_deck(unreadable)).code == "not-readable"


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_damage_to_a_deck_ends_in_a_traceback(data: st.DataObject) -> None:
    text = (DATA / "hostile" / "hostile.toml").read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, min(start + 200, len(text))))
    inserted = data.draw(st.text(max_size=8) | st.sampled_from(['"', "]", "[[", "{", "\n", "= 1"]))
    reading = read_deck_text(text[:start] + inserted + text[end:], "x.toml")
    assert reading.deck is not None or reading.errors
    for each in reading.diagnostics:
        assert each.remedy
        assert each.line >= 1


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["id", "type", "prompt", "answer", "text", "options", "source", "hi"]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=8,
    ),
    st.sampled_from(["short", "choice", "cloze", "statements", "rows", "match", "order", "x"]),
)
@settings(max_examples=150, deadline=None)
def test_no_value_of_a_wrong_kind_ends_in_a_traceback(value: object, kind: str) -> None:
    import tomli_w

    without_none = _without_none({"title": "T", "question": [{"type": kind, "id": value}, value]})
    keys = ["prompt", "answer", "options", "text", "statements", "rows", "pairs", "source", "hi"]
    every = {"title": "T", "question": [{"type": kind, "id": "a", **dict.fromkeys(keys, value)}]}
    for deck in (without_none, _without_none(every)):
        for each in read_deck_text(tomli_w.dumps(deck), "x.toml").diagnostics:
            assert each.remedy


def _without_none(value: object) -> dict[str, object]:
    def plain(inner: object) -> object:
        if isinstance(inner, dict):
            return {key: plain(each) for key, each in inner.items() if each is not None}
        if isinstance(inner, list):
            return [plain(each) for each in inner if each is not None]
        return inner

    made = plain(value)
    assert isinstance(made, dict)
    return made
