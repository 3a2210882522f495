"""`mdquiz check`, `list`, `show`, `new` and `schema`, as an author uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Mdquiz

DATA = Path(__file__).parent.parent / "data" / "decks"
HINDI = str(DATA / "hindi" / "hindi.toml")
MANY = str(DATA / "bad" / "many.toml")


def test_check_says_nothing_on_stdout_of_a_sound_deck(mdquiz: Mdquiz) -> None:
    done = mdquiz("check", HINDI)
    assert (done.code, done.out) == (0, "")
    assert done.err == "1 file, 9 sound questions; 0 errors, 0 warnings.\n"


def test_check_tells_every_mistake_and_exits_with_1(mdquiz: Mdquiz) -> None:
    done = mdquiz("check", MANY)
    assert done.code == 1
    assert done.out.count("error[") == 9
    assert done.out.count("= help:") == 9
    assert "9 errors" in done.err


def test_check_speaks_json_and_annotations(mdquiz: Mdquiz) -> None:
    found = json.loads(mdquiz("check", MANY, "--format", "json").out)
    assert len(found) == 9
    assert found[0]["code"] == "missing-key"
    assert json.loads(mdquiz("check", HINDI, "--format", "json").out) == []
    annotations = mdquiz("check", MANY, "--format", "github").out.splitlines()
    assert len(annotations) == 9
    assert all(line.startswith("::error file=") for line in annotations)
    assert mdquiz("check", HINDI, "--format", "github").out == ""


def test_check_walks_a_folder_and_warnings_alone_are_no_failure(
    mdquiz: Mdquiz, tmp_path: Path
) -> None:
    deck = 'title = "T"\n[[question]]\nid = "a"\ntype = "true_false"\nprompt = "1"\nanswer = true\n'
    (tmp_path / "a.toml").write_text(deck + 'hi = { prompt = "2" }\n')
    done = mdquiz("check", str(tmp_path))
    assert done.code == 0
    assert "warning[numbers-differ]" in done.out


@pytest.mark.parametrize("name", ["", ".", "no such file", "x" * 300, "/dev/null"])
def test_check_never_ends_in_a_traceback(mdquiz: Mdquiz, tmp_path: Path, name: str) -> None:
    done = mdquiz("check", str(tmp_path / name))
    assert done.code in (0, 1, 2)
    assert "Traceback" not in done.out + done.err
    assert "bug in mdquiz" not in done.err
    for command in ("show", "list"):
        assert "bug in mdquiz" not in mdquiz(command, str(tmp_path / name)).err


def test_list_shows_the_decks_under_a_path(mdquiz: Mdquiz) -> None:
    done = mdquiz("list", str(DATA / "hindi"))
    assert done.code == 0
    assert done.out == "hindi-polity     10 cards  hi/en  भारत की राजव्यवस्था: अभ्यास\n"


def test_list_speaks_json(mdquiz: Mdquiz) -> None:
    (deck,) = json.loads(mdquiz("list", HINDI, "--format", "json").out)
    assert deck == {
        "id": "hindi-polity",
        "title": "भारत की राजव्यवस्था: अभ्यास",
        "language": "hi",
        "languages": ["hi", "en"],
        "tags": ["gs2.polity"],
        "path": HINDI,
        "cards": 10,
        "problems": 0,
    }


def test_list_shows_the_shipped_decks_and_ones_own(mdquiz: Mdquiz, home: Path) -> None:
    mdquiz("new", "Mine")
    ids = [line.split()[0] for line in mdquiz("list").out.splitlines()]
    assert ids[0] == "mine"
    assert "mineral-diplomacy" in ids


def test_list_tags_counts_cards(mdquiz: Mdquiz) -> None:
    lines = mdquiz("list", HINDI, "--tags").out.splitlines()
    assert "     8  gs2.polity" in lines
    counts = json.loads(mdquiz("list", HINDI, "--tags", "--format", "json").out)
    assert sum(counts.values()) == 10


def test_list_tells_which_decks_have_errors(mdquiz: Mdquiz) -> None:
    done = mdquiz("list", MANY)
    assert done.code == 0
    assert "9 errors in" in done.err


def test_list_of_a_path_that_is_not_there_is_an_error_in_words(mdquiz: Mdquiz) -> None:
    done = mdquiz("list", "no-such-folder")
    assert (done.code, done.out) == (3, "")
    assert "no-such-folder" in done.err


def test_show_marks_a_question_that_is_not_asked(mdquiz: Mdquiz, tmp_path: Path) -> None:
    deck = tmp_path / "d.toml"
    deck.write_text(
        'title = "D"\n[[question]]\nid = "q"\nstatus = "stale"\ntype = "short"\n'
        'prompt = "Who?"\nanswer = "Me"\n',
        "utf-8",
    )
    assert "── q  (short)  stale: " in mdquiz("show", str(deck)).out
    (shown,) = json.loads(mdquiz("show", str(deck), "--format", "json").out)
    assert shown["status"] == "stale"


def test_show_prints_questions_as_they_will_be_asked(mdquiz: Mdquiz) -> None:
    done = mdquiz("show", HINDI, "neeti-nirdeshak", "--language", "en")
    assert done.code == 0
    assert "Which Part of the Constitution" in done.out
    assert "(d) None of the above" in done.out
    assert "Part IV" in done.out.split("Answer:")[1]


def test_show_prints_every_card_of_a_deck(mdquiz: Mdquiz) -> None:
    done = mdquiz("show", HINDI)
    assert sum(line.startswith("── ") for line in done.out.splitlines()) == 10
    assert "uddeshika  gap 2" in done.out


def test_show_speaks_json(mdquiz: Mdquiz) -> None:
    shown = json.loads(mdquiz("show", HINDI, "--format", "json").out)
    assert len(shown) == 9
    cloze = next(each for each in shown if each["type"] == "cloze")
    assert [card["part"] for card in cloze["cards"]] == ["1", "2"]
    assert cloze["cards"][0]["question"][0]["role"] == "stem"


def test_show_prints_the_same_twice(mdquiz: Mdquiz) -> None:
    assert mdquiz("show", HINDI).out == mdquiz("show", HINDI).out


def test_show_finds_a_shipped_deck_by_its_id(mdquiz: Mdquiz) -> None:
    assert "── " in mdquiz("show", "mineral-diplomacy").out


def test_show_prints_hostile_text_inert(mdquiz: Mdquiz) -> None:
    done = mdquiz("show", str(DATA / "hostile"))
    assert done.code == 3
    done = mdquiz("show", str(DATA / "hostile" / "hostile.toml"))
    assert done.code == 0
    assert "[@click=app.quit]" in done.out
    assert "\x1b" not in done.out


def test_show_answers_a_wrong_name_with_the_nearest(mdquiz: Mdquiz) -> None:
    wrong_question = mdquiz("show", HINDI, "udeshika")
    assert wrong_question.code == 2
    assert "uddeshika" in wrong_question.err
    wrong_deck = mdquiz("show", "mineral-diplomcy")
    assert wrong_deck.code == 3
    assert "mineral-diplomacy" in wrong_deck.err


def test_show_of_a_broken_deck_shows_what_is_sound(mdquiz: Mdquiz, tmp_path: Path) -> None:
    done = mdquiz("show", MANY)
    assert done.code == 0
    assert "── sound" in done.out
    assert "9 errors" in done.err
    nonsense = tmp_path / "nonsense.toml"
    nonsense.write_text("= nonsense")
    refused = mdquiz("show", str(nonsense))
    assert (refused.code, refused.out) == (3, "")
    assert "mdquiz check" in refused.err


@pytest.mark.parametrize("command", [("show",), ("drill", "--plain")])
def test_a_file_that_cannot_be_read_is_not_called_missing(
    mdquiz: Mdquiz, tmp_path: Path, command: tuple[str, ...]
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text('title = "T"\n= nonsense')
    done = mdquiz(*command, str(broken))
    assert done.code == 3
    assert "cannot be read. Line 2: " in done.err
    assert "mdquiz check" in done.err
    assert "No deck is called" not in done.err
    twin = 'title = "T"\nid = "t"\n[[question]]\nid = "a"\ntype = "true_false"\n'
    twin += 'prompt = "P"\nanswer = true\n'
    (tmp_path / "one.toml").write_text(twin)
    (tmp_path / "two.toml").write_text(twin)
    missing = mdquiz("drill", "--plain", str(tmp_path / "nope.toml"))
    assert "There is no file" in missing.err
    both = mdquiz("drill", "--plain", str(tmp_path / "one.toml"), str(tmp_path / "two.toml"))
    assert '"t" is the id of' in both.err


def test_show_does_not_give_every_match_the_same_key(mdquiz: Mdquiz, tmp_path: Path) -> None:
    pairs = ", ".join(f'{{ left = "l{at}", right = "r{at}" }}' for at in range(4))
    deck = 'title = "T"\n' + "".join(
        f'[[question]]\nid = "m{at}"\ntype = "match"\nleft_title = "A"\nright_title = "B"\n'
        f"pairs = [{pairs}]\n"
        for at in range(6)
    )
    (tmp_path / "m.toml").write_text(deck)
    out = mdquiz("show", str(tmp_path / "m.toml")).out
    answers = {line for line in out.splitlines() if line.startswith("Answer:")}
    assert len(answers) > 2
    assert out == mdquiz("show", str(tmp_path / "m.toml")).out


def test_new_writes_a_deck_that_checks_and_lists(mdquiz: Mdquiz, home: Path) -> None:
    done = mdquiz("new", "भारत का भूगोल")
    assert done.code == 0
    path = Path(done.out.strip())
    assert path.parent == home / "decks"
    assert mdquiz("check", str(path)).code == 0


def test_new_never_overwrites(mdquiz: Mdquiz, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("precious")
    done = mdquiz("new", "Mine", "-o", str(path))
    assert done.code == 2
    assert "exists already" in done.err
    assert path.read_text() == "precious"


def test_new_makes_the_folders_it_needs_and_writes_to_stdout_when_asked(
    mdquiz: Mdquiz, tmp_path: Path
) -> None:
    path = tmp_path / "deep" / "er" / "mine.toml"
    assert mdquiz("new", "Mine", "-o", str(path)).code == 0
    assert mdquiz("new", "Mine", "-o", "-").out == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("title", [" ", "a\x1bb", "a\u202eb"])
def test_new_refuses_a_title_that_no_deck_may_have(mdquiz: Mdquiz, title: str) -> None:
    done = mdquiz("new", title)
    assert done.code == 2
    assert "\x1b" not in done.err


def test_new_says_why_it_cannot_write(mdquiz: Mdquiz, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = mdquiz("new", "Mine", "-o", str(tmp_path / "file" / "mine.toml"))
    assert done.code == 3
    assert "cannot be written" in done.err
    assert "Traceback" not in done.err


def test_schema_prints_the_schema(mdquiz: Mdquiz) -> None:
    assert json.loads(mdquiz("schema").out)["title"] == "mdquiz deck"
