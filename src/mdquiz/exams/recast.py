"""An ordering question as the exam hall asks it: the items numbered, the orders as options."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

from mdquiz.decks.asked import Asked, Claim, Form, Option

GREATEST_OPTIONS = 4

_CLOSING = {
    "en": "Select the correct answer using the code given below:",
    "hi": "नीचे दिए गए कूट का प्रयोग कर सही उत्तर चुनिए:",
}


def with_options(asked: Asked, rng: random.Random) -> Asked:
    """`asked` with options where it was to be arranged; any other question as it is.

    The wrong orders are those nearest to the right one (two neighbours exchanged) first, so that no
    option stands out. Equal generators give equal options in every language.
    """
    if asked.form is not Form.ARRANGE:
        return asked
    key = tuple(asked.arrange.index(item) for item in asked.arrange_key)
    wrong = _near_orders(key, rng)[: GREATEST_OPTIONS - 1]
    orders = [key, *wrong]
    rng.shuffle(orders)
    return replace(
        asked,
        form=Form.ONE,
        claims=tuple(Claim(str(at), text, True) for at, text in enumerate(asked.arrange, 1)),
        closing=f"{asked.closing}\n{_CLOSING.get(asked.language, _CLOSING['en'])}".strip(),
        options=tuple(Option(_code(order), order == key) for order in orders),
        arrange=(),
        arrange_key=(),
    )


def _near_orders(key: tuple[int, ...], rng: random.Random) -> list[tuple[int, ...]]:
    near = []
    for at in range(len(key) - 1):
        order = list(key)
        order[at], order[at + 1] = order[at + 1], order[at]
        near.append(tuple(order))
    rng.shuffle(near)
    far = [order for order in itertools.islice(itertools.permutations(key), 24) if order != key]
    rng.shuffle(far)
    return near + [order for order in far if order not in near]


def _code(order: tuple[int, ...]) -> str:
    return " – ".join(str(at + 1) for at in order)
