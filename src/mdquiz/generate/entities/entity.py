"""One entity found in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """`text[start:end]` and what it means.

    Attributes:
        type: "money", "date", "year", "percent", "number", "quantity", "article", "country", ….
        start: Where it begins in the text.
        end: Where it ends.
        text: As it stands.
        value: The same for two spellings of one thing; empty where only the text is known.
        wh: How it is asked for in place ("which country", "how many members"); may be empty.
        unit: What a number counts or measures; may be empty.
        group: Where its distractors come from.
    """

    type: str
    start: int
    end: int
    text: str
    value: str = ""
    wh: str = ""
    unit: str = ""
    group: str = ""
