"""Put a match: List I, List II shuffled, and codes that pair them."""

from __future__ import annotations

import random
from collections.abc import Sequence

from mdquiz.decks.ask.setting import Setting
from mdquiz.decks.asked import Asked, Form, Option
from mdquiz.decks.kinds.match import Match, Pair

OPTIONS = 4
_LETTERS = "ABCDEF"


def ask_match(question: Match, setting: Setting) -> Asked:
    """`question` as it is put; a wrong code tells which entries it pairs wrongly."""
    translation = getattr(question, setting.language, None) if setting.translated else None
    shown = question if translation is None else translation
    pairs = shown.pairs
    order = list(range(len(pairs)))
    setting.rng.shuffle(order)
    key = tuple(order.index(at) for at in range(len(pairs)))
    codes = [key, *wrong_codes(key, setting.rng)]
    setting.rng.shuffle(codes)
    options = tuple(
        Option(
            text=_code(code),
            right=code == key,
            why=_instead(pairs, code, key, setting) if code != key else "",
        )
        for code in codes
    )
    words = setting.words
    return Asked(
        card=setting.card,
        type=question.type,
        form=Form.ONE,
        language=setting.language,
        stem=shown.prompt or words.match,
        lists=(
            tuple((_LETTERS[at], pair.left) for at, pair in enumerate(pairs)),
            tuple((str(at + 1), pairs[of].right) for at, of in enumerate(order)),
        ),
        list_titles=tuple(
            title if title.startswith(name) else f"{name} ({title})"
            for name, title in zip(words.lists, (shown.left_title, shown.right_title), strict=True)
        ),
        options=options,
        answer=f"{_code(key)}: " + "; ".join(f"{pair.left} – {pair.right}" for pair in pairs),
    )


def wrong_codes(key: Sequence[int], rng: random.Random) -> list[tuple[int, ...]]:
    """Three other pairings, near enough to the key that one known pair does not settle it."""
    found: list[tuple[int, ...]] = []
    while len(found) < OPTIONS - 1:
        places = rng.sample(range(len(key)), rng.randint(2, min(3, len(key))))
        code = list(key)
        for at, place in enumerate(places):
            code[place] = key[places[at - 1]]
        if tuple(code) not in found:
            found.append(tuple(code))
    return found


def _instead(
    pairs: Sequence[Pair], code: Sequence[int], key: Sequence[int], setting: Setting
) -> str:
    """The entries that `code` pairs wrongly, each with the one it belongs to."""
    entries = (
        f"{_LETTERS[at]}-{key[at] + 1} ({pair.left} – {pair.right})"
        for at, pair in enumerate(pairs)
        if code[at] != key[at]
    )
    return setting.words.instead.format(", ".join(entries))


def _code(code: Sequence[int]) -> str:
    return ", ".join(f"{_LETTERS[at]}-{place + 1}" for at, place in enumerate(code))
