"""Styles parsed once: Textual parses all of them anew for every screen that brings its own."""

from __future__ import annotations

from functools import lru_cache

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_SOURCES = 256
"""More than all widgets and screens together have."""


class ParsedOnce(Stylesheet):
    """A style sheet that keeps what it parsed, for each theme.

    Parsed anew, the styles of twenty widgets and screens take some 15 ms each time that a screen
    with styles of its own is first opened.
    """

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parse_cache = _parsed(frozenset(self._variables.items()))

    def set_variables(self, variables: dict[str, str]) -> None:
        """Go by the colours of another theme."""
        self._parse_cache = LRUCache(1)  # the base empties it, and the old theme may come back
        super().set_variables(variables)
        self._parse_cache = _parsed(frozenset(variables.items()))

    def reparse(self) -> None:
        """Parse what was added; the base begins from nothing, to survive styles with errors."""
        self.parse()


@lru_cache(maxsize=8)
def _parsed(variables: frozenset[tuple[str, str]]) -> LRUCache[tuple, list[RuleSet]]:  # type: ignore[type-arg]
    """What was parsed with these variables, in every app of the process."""
    del variables
    return LRUCache(_SOURCES)
