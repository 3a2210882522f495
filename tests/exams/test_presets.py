from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from mdquiz.errors import SettingsError, UsageError
from mdquiz.exams import preset_file
from mdquiz.exams.preset_file import read_preset
from mdquiz.exams.presets import load_preset, preset_names, preset_text

F = Fraction

# questions, marks, minutes, right, wrong: as gathered in November 2026.
TABLE = {
    "upsc-cse-gs1": (100, 200, 120, F(2), F(2, 3)),
    "upsc-cse-csat": (80, 200, 120, F(5, 2), F(5, 6)),
    "upsc-capf-1": (125, 250, 120, F(2), F(2, 3)),
    "upsc-cds-gk": (120, 100, 120, F(5, 6), F(5, 18)),
    "upsc-cds-english": (120, 100, 120, F(5, 6), F(5, 18)),
    "upsc-nda-maths": (120, 300, 150, F(5, 2), F(5, 6)),
    "upsc-nda-gat": (150, 600, 150, F(4), F(4, 3)),
    "uppsc-gs1": (150, 200, 120, F(4, 3), F(4, 9)),
    "bpsc-pt": (150, 150, 120, F(1), F(1, 3)),
    "rpsc-ras": (150, 200, 180, F(4, 3), F(4, 9)),
    "mppsc": (100, 300, 120, F(3), F(1)),
    "tnpsc-g1": (200, 300, 180, F(3, 2), F(0)),
    "ssc-cgl-t1": (100, 200, 60, F(2), F(1, 2)),
    "ibps-po-pre": (100, 100, 60, F(1), F(1, 4)),
    "neet-ug": (180, 720, 180, F(4), F(1)),
    "jee-main-1": (75, 300, 180, F(4), F(1)),
    "gate": (65, 100, 180, F(1), F(1, 3)),
    "ugc-net": (150, 300, 180, F(2), F(0)),
}
UNVERIFIED = {"upsc-cds-gk", "upsc-cds-english", "bpsc-pt", "gate"}

OWN = 'title = "Mine"\nquestions = 10\nminutes = 12\nmarks = 1\n'


def test_every_exam_of_the_table_ships() -> None:
    assert set(preset_names()) == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_a_preset_says_what_the_table_says(name: str) -> None:
    preset = load_preset(name)
    questions, marks, minutes, right, wrong = TABLE[name]
    assert (preset.questions, preset.total, preset.minutes) == (questions, F(marks), F(minutes))
    assert (preset.scheme.marks, preset.scheme.penalty) == (right, wrong)


@pytest.mark.parametrize("name", TABLE)
def test_a_preset_says_when_and_where_its_figures_were_gathered(name: str) -> None:
    preset = load_preset(name)
    assert (preset.as_of, bool(preset.source)) == ("2026-11", True)
    assert preset.verified == (name not in UNVERIFIED)
    assert bool(preset.doubt) == (name in UNVERIFIED)


def test_the_locked_sections_fill_the_whole_time() -> None:
    for name in ("ssc-cgl-t1", "ibps-po-pre"):
        preset = load_preset(name)
        minutes = [section.minutes for section in preset.scheme.sections]
        assert preset.scheme.locked
        assert sum(part for part in minutes if part is not None) == preset.minutes


def test_a_preset_is_shown_as_toml_that_reads_back_as_itself() -> None:
    for name in preset_names():
        again = read_preset(preset_text(name), name, where="copy", shipped=True)
        assert again == load_preset(name)


def test_a_file_in_the_learners_folder_stands_before_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "mppsc.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "my-test.toml").write_text(OWN, encoding="utf-8")
    assert load_preset("mppsc", tmp_path).title == "Mine"
    assert not load_preset("mppsc", tmp_path).shipped
    assert "my-test" in preset_names(tmp_path)


def test_an_unknown_name_is_answered_with_near_ones() -> None:
    with pytest.raises(UsageError) as caught:
        load_preset("upsc-gs1")
    assert "upsc-cse-gs1" in caught.value.hint


def sections(*minutes: str) -> str:
    """Locked sections of five questions each."""
    return "".join(
        f'[[sections]]\nname = "S{at}"\ncount = 5\nlocked = true\n{line}\n'
        for at, line in enumerate(minutes)
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("marks = 0.33\n", 'write it as a text, "33/100"'),
        ("penalty = -1\n", "`penalty`"),
        ('penalty = "-2/3"\n', "no amount"),
        ("penality = 1\n", "did you mean `penalty`?"),
        ("max_blank_ratio = 10\n", "share between 0 and 1"),
        (
            'dropped = "zz"\n',
            "`dropped`: \"zz\" is no such rule: write 'credit_all' or 'exclude'",
        ),
        ("questions = 2.5\n", "`questions`: 2.5 is no whole number"),
        ("questions = 0\n", "`questions`: 0 is below 1"),
        ("questions = 1001\n", "`questions`: 1001 is above 1000"),
        ("verified = 1\n", "`verified`: 1 is neither true nor false"),
        ("source = 5\n", "`source`: 5 is no text"),
        ('formats = "choice"\n', '`formats`: "choice" is no list'),
        ("topics = 3\n", "`topics`: 3 is no table"),
        ("sections = [4]\n", "`sections.1`: 4 is no table"),
        (sections("minutes = 4", "minutes = 9"), "take 13 minutes in all, `minutes` says 12"),
        (sections("minutes = 4", "minutes = 99999"), "take 100003 minutes in all"),
        (sections("minutes = 4", "minutes = 8").replace("locked = true\n", ""), "is not locked"),
        ('formats = ["essay"]\n', 'no format is called "essay"'),
        ("total = 12\n", "carry 10 marks in all, `total` says 12"),
        ('[[sections]]\nname = "A"\ncount = 5\n', "the sections have 5 questions"),
        ('[[sections]]\nname = "A"\ncount = 10\nlocked = true\n', "needs its own minutes"),
        ('[[sections]]\nname = "A"\ncount = 10\nmarkz = 1\n', "did you mean `marks`?"),
        ('source = "\\u001b[2J"\n', "U+001B"),
        ("= 1\n", "line"),
        ("minutes = 0\n", "minutes"),
        ("overrides = [{ question = 'd/q', marks = 0 }]\n", "marks must be above 0"),
    ],
)
def test_a_broken_preset_is_refused_with_the_field_and_the_remedy(changed: str, said: str) -> None:
    key = changed.split(" = ")[0]
    lines = [line for line in OWN.splitlines() if not line.startswith(f"{key} =")]
    with pytest.raises(SettingsError) as caught:
        read_preset("\n".join([*lines, changed]), "own", where="own.toml")
    assert caught.value.message.startswith("own.toml: ")
    assert said in caught.value.message


def test_a_missing_field_is_named() -> None:
    with pytest.raises(SettingsError, match="`marks` is missing"):
        read_preset('title = "Mine"\nquestions = 10\nminutes = 12\n', "own", where="own.toml")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="cannot be read"):
        load_preset("own", tmp_path)


def test_absurd_nesting_is_refused() -> None:
    with pytest.raises(SettingsError):
        read_preset("a = " + "[" * 50_000, "own", where="own.toml")


def test_the_guide_explains_every_field_of_a_preset() -> None:
    guide = Path(__file__).parents[2] / "docs" / "guide" / "exam.md"
    text = guide.read_text(encoding="utf-8")
    fields = {*preset_file._File.model_fields, *preset_file._Section.model_fields}
    assert {name for name in fields if f"`{name}`" not in text} == set()
