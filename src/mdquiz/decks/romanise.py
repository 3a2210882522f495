"""Write Devanagari in Latin letters, roughly as it is spoken: for ids that people can read."""

from __future__ import annotations

import unicodedata

_LATIN_CONSONANTS = (
    "k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l l v sh sh s h"
)
_LATIN_VOWELS = "a a i i u u ri e ai o au o e"
_CONSONANTS = dict(
    zip("कखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसह", _LATIN_CONSONANTS.split(), strict=True)
)
_VOWELS = dict(zip("अआइईउऊऋएऐओऔऑऍ", _LATIN_VOWELS.split(), strict=True))
_SIGNS = dict(zip("ािीुूृेैोौॉॅ", _LATIN_VOWELS.split()[1:], strict=True))
_NASAL = "\u0902\u0901"
_SILENT = "\u094d"
_SPECIAL = {"\u0958": "q", "\u0959": "kh", "\u095a": "g", "\u095b": "z", "\u095c": "r"}
_SPECIAL |= {"\u095d": "rh", "\u095e": "f", "\u095f": "y"}


def romanised(text: str) -> str:
    """`text` with its Devanagari letters in Latin ones; everything else is left as it is."""
    return " ".join(_word(unicodedata.normalize("NFC", word)) for word in text.split())


def _word(word: str) -> str:
    letters = word.replace("\u093c", "")
    out: list[str] = []
    for at, char in enumerate(letters):
        after = letters[at + 1 : at + 2]
        if char in _CONSONANTS or char in _SPECIAL:
            out.append(_CONSONANTS.get(char) or _SPECIAL[char])
            goes_on = after.isalpha() or after in {*_SIGNS, *_NASAL, _SILENT}
            ends = not after or not goes_on
            if after not in (*_SIGNS, _SILENT) and (not ends or len(letters) == 1):
                out.append("a")  # the vowel that a consonant has unless another sign follows
        elif char in _VOWELS or char in _SIGNS:
            out.append(_VOWELS.get(char) or _SIGNS[char])
        elif char in _NASAL:
            out.append("n")
        elif char == "\u0903":
            out.append("h")
        elif char != _SILENT:
            digit = unicodedata.decimal(char, None)
            out.append(char if digit is None else str(digit))
    return "".join(out)
