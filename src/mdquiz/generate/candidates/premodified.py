"""A sum in front of its noun: "A $24 million pact was signed" asks for the value of the pact."""

from __future__ import annotations

import re

from mdquiz.generate.words import words

_PREPOSITIONS = words("in_place-prepositions")
_NP = re.compile(
    r"^\s(?P<np>(?:[\w'’-]+\s){0,4}?[\w'’-]+?)(?=\s(?:to|for|in|of|on|with|from|by|was|were|is|are|has|have|under|"
    r"over|at|and|which|that|will|shall|between|signed|launched|announced)\b|[,;.)]|$)"
)


def premodified_money(before: str, after: str) -> str | None:
    """`A $24 million pact was signed` → `What was the value of the pact signed`."""
    np = _NP.match(after)
    article = re.search(r"(?:^|\s)(?P<the>an?|the|its)\s$", before, re.IGNORECASE)
    if (
        np is None
        or article is None
        or not np["np"][0].isalpha()
        or np["np"].split()[0] in _PREPOSITIONS
    ):
        return None
    rest = after[np.end() :]
    if not before[: article.start()].strip():
        passive = re.match(
            r"\s(?:was|were|has been|have been|is|are)\s(?P<then>\w+(?:ed|en|de|un|ld|ut|et)\b.*)$",
            rest,
        )
        tail = f" {passive['then']}" if passive else None
        if tail is None:
            return None
        return f"What was the value of the {np['np']}{tail.rstrip(' .')}?"
    lead = before[: article.start("the")]
    return f"{lead}{article['the']} {np['np']} worth how much{rest.rstrip(' .')}?"
