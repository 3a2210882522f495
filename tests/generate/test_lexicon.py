"""Word lists of one's own: taken in when sound, refused with file, key and remedy when not."""

from __future__ import annotations

from pathlib import Path

import pytest

from mdquiz.errors import SettingsError
from mdquiz.generate.lexicon import load_lexicon

SOUND = 'kind = "dance"\nwh = "which dance"\n[groups]\n"classical" = ["Kathak", "Odissi"]\n'


def written(folder: Path, text: str, name: str = "a.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_sound_list_teaches_names_and_synonyms(tmp_path: Path) -> None:
    lexicon = load_lexicon(written(tmp_path, SOUND + '[synonyms]\n"Odissi" = ["Odisi"]\n'))
    assert lexicon.canonical("Odisi") == "Odissi"
    assert lexicon.names["Kathak"].wh == "which dance"
    assert lexicon.warnings == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('kind = "dance"\n[groups]\nc = ["", "Kathak"]', '[groups], "c", entry 1: a name needs'),
        ('kind = "dance"\n[groups]\nc = ["  "]', "a name needs letters"),
        ('kind = "dance"\n[groups]\nc = "Kathak"', '"c" is to be a list of names: ["Kathak"]'),
        ('kind = "dance"\n[groups]\nc = [3]', '"c", entry 1 is to be text'),
        ('kind = "dance"\ngroups = ["", "Kathak"]', "`groups` is to be a table"),
        ('kind = 3\n[groups]\nc = ["Kathak"]', "`kind` is to be text"),
        ('[groups]\nc = ["Kathak"]', "`kind` is missing"),
        ('kind = "dance"\n[group]\nc = ["Kathak"]', "there is no key `group`"),
        ('kind = "d"\n[groups]\nc = ["Kathak"]\n[group_wh]\nk = "x"', '"k", which is not in'),
        ('kind = "dance"\n[groups]\nc = ["Ka\\u001bthak"]', "control character"),
        ('regular = "y"', '"y" is no verb'),
        ('[irregular]\nride = ["rode"]', '["rode", "ridden"]'),
        ('[irregular]\nride = "rode"', "is to be a list"),
        ('[synonyms]\nOdissi = "Odisi"', 'a list of names: ["Odisi"]'),
        ("wh = 3", "`wh`"),
        ("kind = ", "is not TOML"),
        ("a = " + "[" * 5000, "is not TOML"),
    ],
)
def test_a_list_that_cannot_be_meant_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_lexicon(written(tmp_path, text))
    assert "a.toml" in caught.value.message
    assert said in caught.value.message
    assert caught.value.hint


def test_a_folder_named_like_a_list_and_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    with pytest.raises(SettingsError, match=r"a\.toml cannot be read"):
        load_lexicon(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    (other / "b.toml").write_bytes(b'kind = "\xff"')
    with pytest.raises(SettingsError, match="not UTF-8"):
        load_lexicon(other)


def test_names_that_are_common_words_are_warned_of(tmp_path: Path) -> None:
    text = SOUND.replace('"Kathak"', '"March", "Establish", "The"')
    warned = load_lexicon(written(tmp_path, text)).warnings
    assert len(warned) == 1
    assert '"Establish"' in warned[0]
    assert "Odissi" not in warned[0]
