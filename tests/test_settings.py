from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdquiz.errors import SettingsError
from mdquiz.settings import Settings, load_settings, parsed, save_setting, setting_names, words


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
