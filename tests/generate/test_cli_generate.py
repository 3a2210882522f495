"""`mdquiz generate` and `mdquiz why` as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mdquiz.cli.generate import generate, why
from mdquiz.decks.read import read_deck, read_deck_text
from mdquiz.errors import DeckNotFoundError, DocumentError, UsageError

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
