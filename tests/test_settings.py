from __future__ import annotations

import tempfile
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdquiz.errors import SettingsError
from mdquiz.settings import (
    Settings,
    as_toml,
    load_settings,
    parsed,
    save_setting,
    setting_names,
    words,
)


def test_without_a_file_every_setting_has_its_default(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_a_setting_saved_is_read_back_and_the_others_stay(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    save_setting(file, "new_per_day", 30)
    save_setting(file, "keys", {"drill.undo": "z"})
    assert load_settings(file) == Settings(new_per_day=30, keys={"drill.undo": "z"})


def test_unsetting_brings_the_default_back(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    save_setting(file, "theme", "nord")
    assert save_setting(file, "theme", None) == Settings()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("new_per_day = -1", "between 0 and 9999"),
        ("new_per_day = true", "a whole number"),
        ("desired_retention = 1.5", "between 0.7 and 0.99"),
        ('desired_retention = "much"', "a number"),
        ('zone = "Asia/Atlantis"', "not a time zone"),
        ('language = "fr"', "one of"),
        ("deck_folders = [1]", "must be text"),
        ("new_per_dya = 3", "no setting"),
        ("new_per_day = ", "not TOML"),
        ("desired_retention = " + "9" * 400, "between 0.7 and 0.99"),
        ("new_per_day = " + "9" * 5000, "not TOML"),
        ("keys = " + "[" * 5000, "not TOML"),
        ("new_per_day = 0x" + "f" * 9000, "between 0 and 9999"),
    ],
)
def test_a_bad_setting_is_named_with_its_file(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    assert str(file) in caught.value.message
    assert says in caught.value.message
    assert caught.value.hint
    assert len(caught.value.message) < 600


@pytest.mark.parametrize("text", ["9" * 5000, "[" * 5000, "0x" + "f" * 9000, "{" * 5000])
@pytest.mark.parametrize("name", ["new_per_day", "desired_retention", "keys"])
def test_a_monstrous_value_is_refused_in_words(name: str, text: str) -> None:
    with pytest.raises(SettingsError):
        parsed(name, text)


COMMENTED = """\
# My settings
new_per_day = 10  # fewer than usual

# late to bed
rollover_hour = 5

[keys]
"drill.undo" = "z" # like everywhere
"""


def test_changing_one_setting_keeps_comments_and_order(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(COMMENTED, encoding="utf-8")
    changed = save_setting(file, "new_per_day", 12)
    assert changed == load_settings(file)
    assert file.read_text(encoding="utf-8") == COMMENTED.replace("10", "12")
    save_setting(file, "theme", "nord")
    assert load_settings(file) == replace(changed, theme="nord")
    save_setting(file, "theme", None)
    assert load_settings(file) == changed
    assert file.read_text(encoding="utf-8") == COMMENTED.replace("10", "12")


def test_comments_alone_are_kept_too(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("# nothing yet\n", encoding="utf-8")
    save_setting(file, "new_per_day", 12)
    assert file.read_text(encoding="utf-8") == "# nothing yet\nnew_per_day = 12\n"


def test_settings_behind_a_link_are_changed_where_they_are(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles" / "mdquiz.toml"
    real.parent.mkdir()
    real.write_text(COMMENTED, encoding="utf-8")
    link = tmp_path / "config.toml"
    link.symlink_to(real)
    save_setting(link, "new_per_day", 12)
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == COMMENTED.replace("10", "12")
    assert [entry.name for entry in real.parent.iterdir()] == ["mdquiz.toml"]


@given(st.text(), st.dictionaries(st.text(), st.text()), st.lists(st.text()))
@settings(max_examples=50, deadline=None)
def test_any_settings_saved_are_read_back(
    editor: str, keys: dict[str, str], folders: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "config.toml"
        save_setting(file, "keys", keys)
        save_setting(file, "editor", editor)
        save_setting(file, "deck_folders", folders)
        assert load_settings(file) == Settings(keys=keys, editor=editor, deck_folders=folders)


@given(st.one_of(st.text(), st.lists(st.text()), st.dictionaries(st.text(), st.text())))
def test_a_value_is_shown_as_it_would_stand_in_the_file(value: object) -> None:
    assert tomllib.loads(f"x = {as_toml(value)}") == {"x": value}


def test_an_unknown_setting_suggests_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        save_setting(tmp_path / "config.toml", "new_per_dya", 3)
    assert caught.value.hint == "Did you mean new_per_day?"


def test_a_bad_value_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    save_setting(file, "new_per_day", 30)
    with pytest.raises(SettingsError):
        save_setting(file, "reviews_per_day", -5)
    assert load_settings(file) == Settings(new_per_day=30)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("new_per_day", "30", 30),
        ("desired_retention", "0.85", 0.85),
        ("theme", "nord", "nord"),
        ("deck_folders", "a, b", ["a", "b"]),
        ("shipped_decks", "false", False),
        ("keys", '{ "drill.undo" = "z" }', {"drill.undo": "z"}),
    ],
)
def test_values_are_typed_as_people_type_them(name: str, text: str, value: object) -> None:
    assert parsed(name, text) == value


@given(name=st.sampled_from(setting_names()), text=st.text(max_size=20))
def test_any_typed_value_is_taken_or_refused_in_words(name: str, text: str) -> None:
    try:
        parsed(name, text)
    except SettingsError as problem:
        assert problem.message


def test_every_setting_is_explained() -> None:
    assert all(len(words(name)) > 15 for name in setting_names())
