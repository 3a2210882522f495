"""General words that many names share: "Commission" says little, "Finance" which one."""

from __future__ import annotations

_HEADS = (
    "act agreement amendment article authority award bank battle bay bill board bureau canal cape "
    "case center city clause college commission committee company conference constitution "
    "convention corporation council country court dam day department desert district doctrine "
    "edict expedition famine festival force forum framework fund gulf hill house index "
    "initiative institute international island lake law line list mandate ministry minister "
    "mission mount mountain movement national ocean organization pact pass peninsula plan policy "
    "port pradesh prime president program project protocol range rebellion region report "
    "republic revolt revolution river scheme schedule sea section session settlement state "
    "strait sultanate summit system temple treaty tribunal union university valley war "
    "formation group partnership sabha part right duty principle territory"
)
HEADS = frozenset(_HEADS.split())
"""Words of names (as `words.phrase` reduces them) that are no answer by themselves."""

NUMBERED = frozenset(("article", "section", "clause", "अनुच्छेद", "धारा"))
"""Heads whose number is a full answer: "17" for "Article 17"."""

_TURNED = "ministry department university battle lake river gulf strait treaty bay port temple"
TURNED = frozenset(_TURNED.split())
"""Heads that stand before or after their name: "Ministry of X" and "X Ministry"."""
