"""All entities of one text."""

from __future__ import annotations

from mdquiz.generate.entities.entity import Entity
from mdquiz.generate.entities.names import find_names
from mdquiz.generate.entities.quantities import find_quantities
from mdquiz.generate.lexicon import Lexicon


def entities(text: str, lexicon: Lexicon, lower_words: frozenset[str]) -> tuple[Entity, ...]:
    """Quantities and names of `text`, from left to right, none overlapping another."""
    quantities = list(find_quantities(text))
    taken = [(entity.start, entity.end) for entity in quantities]
    names = list(find_names(text, lexicon, lower_words, taken))
    quantities = [
        quantity
        for quantity in quantities
        if not any(n.start <= quantity.start and quantity.end <= n.end for n in names)
    ]
    return tuple(sorted((*quantities, *names), key=lambda entity: entity.start))
