"""Judge an order, and say what stands where it does not belong."""

from __future__ import annotations

from mdquiz.decks.asked import Asked
from mdquiz.grading.finding import Finding
from mdquiz.grading.verdict import Note, Outcome


def judge_order(asked: Asked, arranged: tuple[int, ...]) -> Finding:
    """What to say of the items in the order given: right only when all stand in their place."""
    given = tuple(asked.arrange[at] for at in arranged)
    if given == asked.arrange_key:
        return Finding(Outcome.RIGHT)
    missing = list(asked.arrange_key)
    for item in given:
        if item in missing:
            missing.remove(item)
    notes = [Note("missing", f"missing: {item}") for item in missing]
    notes += [
        Note("wrong", f"{item} comes {_ordinal(asked.arrange_key.index(item) + 1)}, not {place}")
        for at, item in enumerate(given)
        if (place := _ordinal(at + 1)) and asked.arrange_key[at : at + 1] != (item,)
    ]
    return Finding(Outcome.WRONG, tuple(notes))


def arranged_texts(asked: Asked, arranged: tuple[int, ...]) -> str:
    """The items in the order given, in words, as they are logged."""
    return " → ".join(asked.arrange[at] for at in arranged)


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number not in {11, 12, 13} else 0, "th")
    return f"{number}{ending}"
