"""`mdquiz generate` and `mdquiz why` as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mdquiz.cli.generate import generate
from mdquiz.cli.why import why
from mdquiz.decks.deck import Deck
from mdquiz.decks.read import read_deck, read_deck_text
from mdquiz.errors import DeckNotFoundError, DocumentError, UsageError
from mdquiz.generate.review import review_path

NOTE = """# The Lokpal

The Lokpal Act was passed in 2013. The Lokpal has its seat at New Delhi.

- **Tenure**: five years
"""


@pytest.fixture
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MDQUIZ_HOME", str(tmp_path / "home"))
    path = tmp_path / "notes" / "lokpal.md"
    path.parent.mkdir()
    path.write_text(NOTE, encoding="utf-8")
    return path


def run(*words: object, stdin: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(generate, [str(word) for word in words], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_the_deck_goes_to_standard_output_and_the_summary_to_standard_error(note: Path) -> None:
    result = run(note)
    assert read_deck_text(result.stdout, "x.toml").deck is not None
    assert "facts found" in result.stderr
    assert "facts found" not in result.stdout


def test_standard_input_is_a_document(note: Path) -> None:
    result = run("-", stdin=NOTE)
    deck = read_deck_text(result.stdout, "x.toml").deck
    assert deck is not None
    assert deck.title == "The Lokpal"


def test_the_deck_names_its_document_as_seen_from_the_deck(note: Path, tmp_path: Path) -> None:
    target = tmp_path / "decks" / "lokpal.toml"
    run(note, "-o", target)
    deck = read_deck(target).deck
    assert deck is not None
    assert deck.document is not None
    assert deck.document.path == "../notes/lokpal.md"


def test_a_folder_of_notes_becomes_a_folder_of_decks(note: Path, tmp_path: Path) -> None:
    (note.parent / "second.md").write_text(
        "The Act of 1909 was passed by the British Parliament.\n", "utf-8"
    )
    out = tmp_path / "decks"
    run(note.parent, "-o", out)
    assert sorted(p.name for p in out.glob("*.toml")) == ["lokpal.toml", "second.toml"]
    with pytest.raises(UsageError, match="2 documents"):
        run(note.parent)


def test_a_deck_that_is_there_is_added_to_and_keeps_what_was_edited(
    note: Path, tmp_path: Path
) -> None:
    target = tmp_path / "d.toml"
    run(note, "-o", target)
    target.write_text(
        "# my comment\n" + target.read_text("utf-8").replace("five years", "5 years"), "utf-8"
    )
    note.write_text(NOTE + "\nThe first Lokpal was sworn in on 23 March 2019.\n", "utf-8")
    result = run(note, "-o", target)
    assert "Added" in result.stderr
    text = target.read_text("utf-8")
    assert text.startswith("# my comment\n")
    assert "23 March 2019" in text


def test_a_dry_run_writes_nothing_and_tells_the_difference(note: Path, tmp_path: Path) -> None:
    target = tmp_path / "d.toml"
    run(note, "-o", target, "--dry-run")
    assert not target.exists()
    run(note, "-o", target)
    before = target.read_bytes()
    note.write_text(NOTE + "\nThe first Lokpal was sworn in on 23 March 2019.\n", "utf-8")
    result = run(note, "-o", target, "--dry-run")
    assert target.read_bytes() == before
    assert "  + f" in result.stderr


def test_a_broken_deck_is_left_alone_and_the_new_one_goes_beside_it(
    note: Path, tmp_path: Path
) -> None:
    target = tmp_path / "d.toml"
    target.write_text("title = ", encoding="utf-8")
    result = run(note, "-o", target)
    assert target.read_text("utf-8") == "title = "
    assert (tmp_path / "d.new.toml").exists()
    assert "d.new.toml" in result.stderr


def test_a_question_taken_out_by_hand_does_not_come_back(note: Path, tmp_path: Path) -> None:
    target = tmp_path / "d.toml"
    run(note, "-o", target)
    head, first, *rest = target.read_text("utf-8").split("[[question]]")
    target.write_text("[[question]]".join([head, *rest]), encoding="utf-8")
    result = run(note, "-o", target)
    assert "rejected earlier" in result.stderr
    assert first not in target.read_text("utf-8")


def test_the_report_and_the_reject_log_are_json(note: Path, tmp_path: Path) -> None:
    log = tmp_path / "rejects.jsonl"
    report = json.loads(
        run(note, "-o", tmp_path / "d.toml", "--format", "json", "--rejects", log).stdout
    )
    assert report["facts"] >= report["asked"] > 0
    assert report["types"]["short"] > 0
    entries = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert all({"gate", "reason", "prompt", "lines"} <= set(entry) for entry in entries)


def test_types_seed_and_title_are_obeyed(note: Path) -> None:
    deck = read_deck_text(
        run(note, "--types", "short,true-false", "--title", "Mine").stdout, "x.toml"
    ).deck
    assert deck is not None
    assert deck.title == "Mine"
    assert {q.type for q in deck.questions} <= {"short", "true_false"}
    with pytest.raises(UsageError, match="no question type"):
        run(note, "--types", "essay")


def test_what_is_not_there_is_told_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no document"):
        run(tmp_path / "nothing.md")
    (tmp_path / "empty").mkdir()
    with pytest.raises(DocumentError, match="no Markdown"):
        run(tmp_path / "empty")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    with pytest.raises(DocumentError) as caught:
        run(tmp_path / "a.pdf")
    assert (
        "mdquiz[documents]" in caught.value.hint or "could not be converted" in caught.value.message
    )


def test_why_tells_rule_passage_and_gates(note: Path, tmp_path: Path) -> None:
    target = tmp_path / "d.toml"
    run(note, "-o", target)
    deck = read_deck(target).deck
    assert deck is not None
    question = next(q for q in deck.questions if q.rule == "label-attribute")
    result = CliRunner().invoke(why, [str(target), question.id])
    assert "label-attribute" in result.stdout
    assert "- **Tenure**: five years"[2:] in result.stdout
    assert "passed  quote" in result.stdout
    told = json.loads(
        CliRunner().invoke(why, [str(target), question.id, "--format", "json"]).stdout
    )
    assert all(gate["passed"] for gate in told["gates"])
    missing = CliRunner().invoke(why, [str(target), "nothing"])
    assert isinstance(missing.exception, DeckNotFoundError)


def test_a_folder_of_lexicons_teaches_new_names(note: Path, tmp_path: Path) -> None:
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "dances.toml").write_text(
        'kind = "dance"\nwh = "which dance"\n[groups]\n"classical" = ["Kathak", "Odissi", "Sattriya", "Kuchipudi"]\n',  # noqa: E501
        "utf-8",
    )
    note.write_text(
        "The Kathak festival opened. The temple of Konark is a home of Odissi in the east.\n",
        "utf-8",
    )
    result = run(note, "--lexicons", folder)
    assert "which dance" in result.stdout


OTHER = "The Act of 1909 was passed by the British Parliament.\n"


def deck_at(path: Path) -> Deck:
    reading = read_deck(path)
    assert reading.deck is not None
    return reading.deck


def test_what_stands_beside_a_broken_deck_is_never_overwritten(note: Path, tmp_path: Path) -> None:
    target = tmp_path / "d.toml"
    target.write_text("title = ", encoding="utf-8")
    mine = tmp_path / "d.new.toml"
    mine.write_text('title = "Mine"\n', encoding="utf-8")
    result = run(note, "-o", target)
    assert mine.read_text("utf-8") == 'title = "Mine"\n'
    assert "d.new-2.toml" in result.stderr
    assert deck_at(tmp_path / "d.new-2.toml").questions
    run(note, "-o", target)
    assert not (tmp_path / "d.new-3.toml").exists()


def test_a_deck_of_another_note_is_not_added_to(note: Path, tmp_path: Path) -> None:
    target = tmp_path / "d.toml"
    run(note, "-o", target)
    before = target.read_bytes()
    other = note.with_name("other.md")
    other.write_text(OTHER, "utf-8")
    with pytest.raises(UsageError, match=r"made from notes/lokpal\.md, not from .*other\.md"):
        run(other, "-o", target)
    assert target.read_bytes() == before


def test_a_note_that_was_renamed_and_edited_keeps_its_deck(note: Path, tmp_path: Path) -> None:
    target = tmp_path / "d.toml"
    run(note, "-o", target)
    renamed = note.rename(note.with_name("ombudsman.md"))
    renamed.write_text(NOTE + "\nThe first Lokpal was sworn in on 23 March 2019.\n", "utf-8")
    run(renamed, "-o", target)
    deck = deck_at(target)
    assert "23 March 2019" in target.read_text("utf-8")
    assert not [q for q in deck.questions if q.status]
    assert deck.document is not None
    assert deck.document.path == "notes/ombudsman.md"


def test_notes_of_one_name_have_a_deck_each_in_whatever_order(note: Path, tmp_path: Path) -> None:
    first = note.parent / "a" / "x.md"
    second = note.parent / "b" / "x.md"
    for path, text in ((first, NOTE), (second, OTHER)):
        path.parent.mkdir()
        path.write_text(text, "utf-8")
    out = tmp_path / "decks"
    run(first.parent, "-o", out)
    before = (out / "x.toml").read_bytes()
    told = run(second.parent, "-o", out).stderr
    assert "x.toml is another deck" in told
    assert (out / "x.toml").read_bytes() == before
    assert "1909" in (out / "x-2.toml").read_text("utf-8")
    both = {path.name: path.read_bytes() for path in out.glob("*.toml")}
    run(second, first, "-o", out)
    assert {path.name: path.read_bytes() for path in out.glob("*.toml")} == both


def test_a_hand_made_deck_of_the_notes_name_is_let_be(note: Path, tmp_path: Path) -> None:
    out = tmp_path / "decks"
    out.mkdir()
    mine = (
        'title = "Mine"\n[[question]]\nid = "q"\ntype = "short"\nprompt = "Who?"\nanswer = "Me"\n'
    )
    (out / "lokpal.toml").write_text(mine, "utf-8")
    run(note, "-o", out)
    assert (out / "lokpal.toml").read_text("utf-8") == mine
    assert deck_at(out / "lokpal-2.toml").questions


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_folder_of_one_note_becomes_a_folder_of_one_deck(
    note: Path, tmp_path: Path, slash: str
) -> None:
    run(note.parent, "-o", f"{tmp_path / 'decks'}{slash}")
    assert deck_at(tmp_path / "decks" / "lokpal.toml").questions
    run(note, "-o", f"{tmp_path / 'more'}/")
    assert deck_at(tmp_path / "more" / "lokpal.toml").questions


def test_what_can_hold_no_deck_is_refused(note: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"does not end in \.toml"):
        run(note, "-o", tmp_path / "decks")
    with pytest.raises(UsageError, match="one file"):
        run(note.parent, "-o", tmp_path / "d.toml")
    (tmp_path / "decks").write_text("", "utf-8")
    for place in ("decks/", "decks/lokpal.toml", "decks/more/"):
        with pytest.raises(UsageError, match="decks is a file"):
            run(note, "-o", f"{tmp_path}/{place}")
    assert (tmp_path / "decks").read_text("utf-8") == ""


def test_notes_of_one_heading_get_decks_of_two_ids(note: Path, tmp_path: Path) -> None:
    (note.parent / "second.md").write_text(NOTE, "utf-8")
    told = run(note.parent, "-o", tmp_path / "decks").stderr
    ids = [deck_at(path).id for path in sorted((tmp_path / "decks").glob("*.toml"))]
    assert ids == ["the-lokpal", "second"]
    assert 'has the id "the-lokpal"; this one gets "second"' in told
    (note.parent / "third.md").write_text(NOTE, "utf-8")
    run(note.parent / "third.md", "-o", tmp_path / "decks" / "third.toml")
    assert deck_at(tmp_path / "decks" / "third.toml").id == "third"


def test_the_counts_told_are_true(note: Path, tmp_path: Path) -> None:
    target = tmp_path / "d.toml"
    run(note, "-o", target)
    had = len(deck_at(target).questions)
    text = target.read_text("utf-8")
    mine = '\n[[question]]\nid = "own"\ntype = "short"\nprompt = "Who?"\nanswer = "Me"\n'
    target.write_text(text.replace('prompt = "', 'prompt = "Say: ', 1) + mine, "utf-8")
    note.write_text(NOTE.replace("New Delhi", "Agra") + "\nIt met on 23 March 2019.\n", "utf-8")
    told = run(note, "-o", target).stderr
    assert f"had {had + 1} questions: {had - 1} as they were made, 1 edited by hand" in told
    assert "1 of your own" in told
    deck = deck_at(target)
    stale = sum(q.status == "stale" for q in deck.questions)
    assert stale
    added = len(deck.questions) - had - 1
    assert f"Added {added}: it has {len(deck.questions)} questions, {stale} of them stale" in told
    shorts = sum(q.type == "short" for q in deck.questions)
    assert f"{len(deck.questions)} questions (" in told
    assert f"{shorts} short" in told


def test_a_lost_review_takes_no_moved_line_for_an_edit(note: Path, tmp_path: Path) -> None:
    target = tmp_path / "d.toml"
    run(note, "-o", target)
    review_path(target).unlink()
    note.write_text("Posted on Monday.\n\n" + NOTE, "utf-8")
    assert "0 edited by hand or worded otherwise today" in run(note, "-o", target).stderr
    assert "0 edited by hand;" in run(note, "-o", target).stderr


def test_a_note_without_facts_gives_no_deck(note: Path, tmp_path: Path) -> None:
    note.write_text("Hello.\n", "utf-8")
    target = tmp_path / "d.toml"
    with pytest.raises(DocumentError, match="no questions"):
        run(note, "-o", target)
    assert not target.exists()
    target.write_text('title = "Empty"\n[document]\npath = "notes/lokpal.md"\n', "utf-8")
    note.write_text(NOTE, "utf-8")
    run(note, "-o", target)
    assert deck_at(target).title == "Empty"
    assert deck_at(target).questions
    assert not (tmp_path / "d.new.toml").exists()


def test_one_bad_note_does_not_end_a_run_of_several(note: Path, tmp_path: Path) -> None:
    (note.parent / "a-blank.md").write_text("\n", "utf-8")
    (note.parent / "b-binary.md").write_bytes(b"a\x00b")
    result = run(note.parent, "-o", tmp_path / "decks")
    assert result.exit_code == DocumentError.exit_code
    assert deck_at(tmp_path / "decks" / "lokpal.toml").questions
    assert "2 documents of 3 gave no deck:" in result.stderr
    assert "a-blank.md" in result.stderr.split("gave no deck:")[1]
    report = json.loads(run(note.parent, "-o", tmp_path / "d2", "--format", "json").stdout)
    assert sorted("error" in one for one in report) == [False, True, True]


def told_why(target: Path, name: str) -> str:
    result = CliRunner().invoke(why, [str(target), name])
    assert result.exception is None, result.exception
    return result.stdout


def test_why_says_what_is_true_of_an_edited_a_moved_and_a_stale_question(
    note: Path, tmp_path: Path
) -> None:
    target = tmp_path / "d.toml"
    run(note, "-o", target)
    name = next(q.id for q in deck_at(target).questions if q.rule == "label-attribute")
    before = target.read_text("utf-8")
    target.write_text(before.replace('answer = "five years"', 'answer = "9 years"'), "utf-8")
    edited = told_why(target, name)
    assert "edited by hand" in edited
    assert "passed" not in edited
    target.write_text(before, "utf-8")
    note.write_text("Posted on Monday.\n\n" + NOTE, "utf-8")
    moved = told_why(target, name)
    assert "lines 7–7 (the deck says 5–5)" in moved
    assert "HELD BACK  quote" in moved
    run(note, "-o", target)
    assert "passed  quote" in told_why(target, name)
    note.write_text(NOTE.replace("five", "six"), "utf-8")
    run(note, "-o", target)
    stale = told_why(target, name)
    assert "Stale" in stale
    assert "The document no longer gives this question" in stale
    assert "it stands there no more" in stale
    note.unlink()
    assert "The document was not found at" in told_why(target, name)


def test_a_deck_with_windows_line_ends_keeps_them_and_what_is_stale_is_marked(
    note: Path, tmp_path: Path
) -> None:
    target = tmp_path / "lokpal.toml"
    run(note, "-o", target)
    target.write_bytes(target.read_bytes().replace(b"\n", b"\r\n"))
    note.write_text(NOTE.replace("five years", "six years"), encoding="utf-8")
    run(note, "-o", target)
    raw = target.read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    deck = read_deck(target).deck
    assert deck is not None
    assert any(question.status == "stale" for question in deck.questions)


def test_a_link_to_a_deck_stays_one_and_its_file_is_added_to(note: Path, tmp_path: Path) -> None:
    real = tmp_path / "shared" / "lokpal.toml"
    run(note, "-o", real)
    real.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(real)
    note.write_text(f"{NOTE}\nThe Sarkaria Commission was set up in 1983.\n", encoding="utf-8")
    run(note, "-o", link)
    assert link.is_symlink()
    assert "Sarkaria" in real.read_text(encoding="utf-8")
    assert real.stat().st_mode & 0o777 == 0o640
